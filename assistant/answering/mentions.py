"""Whether and where a document speaks of a place or a thing (邵阳在规划里有份吗, 规划提没提元宇宙)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer
from assistant.registry import Division
from index.clauses import Clause
from index.documents import Document
from index.parsing.markers import without_marker

_MENTIONED = re.compile(
    r"提到|提没提|提不提|提及|提过|提了|写到|写没写|写进|涉及|出现|有份|有没有份|有没有(?:提|写|说|讲|点)|点名|点到|说没说|说到|讲到|沾边|排上|(?:里|中|面|头)有没有|在不在"
)
# What else is asked of a place in a plan: 娄底在规划里是什么定位.
_PLACED = re.compile(
    r"定位|角色|沾|哪几[样块项]|有什么|有啥|占|怎么(?:提|说|写|安排|定)|安排|哪些地方|哪几处|什么位置|干(?:什么|啥)|任务"
)
_AROUND = re.compile(
    r"(?:这块|这个|这些|这|那个|那|有没有|是否|没有|有|提到|提没提|提不提|提及|提过|提了|提|写到|写没写|写进|写了|写|涉及|出现|点名|点到|说没说|说到|讲到|说|讲|"
    r"里头|里面|里边|里|中|的|了|过|吗|么|吧|呢|啊|没|不|在|到|被|请问|哪些地方|地方|哪|字眼|字样|词|内容|关于|相关|文件|规划|方案|十四五|[\W_])+"
)
_PIECE = re.compile(r"[^。；;\n]+[。；;]?")
_THING = (2, 12)  # characters of what is looked for
_COVERED = 0.5  # share of the question's weight from which a clause speaks of it in other words
_MOST = 6  # places told
_GROUPS = {"长株潭": ("长沙", "株洲", "湘潭")}


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell the sentences that speak of it, or that none does; None where that is not asked of one document."""
    text = fold(plan.standalone)
    if len(plan.documents) != 1 or plan.locators or plan.clusters:
        return None
    document = context.corpus.documents[plan.documents[0]]
    mentioned = _MENTIONED.search(text) is not None
    if len(plan.divisions) == 1 and (mentioned or _PLACED.search(text)) and not document.official:
        name = plan.divisions[0].short_name
        found = list(_found(document, _words_for(plan.divisions[0])))
    elif mentioned and not plan.divisions and (name := _thing(text, document)):
        found = list(_found(document, (name,)))
        if not found and _in_other_words(plan, document, context):
            return None
    else:
        return None
    if not found:
        mark = composer.cite(document.id, document.clauses[0].locator)
        digest = "" if document.official else "收录的是媒体报道的摘要，原文有没有写，请核对正式文件。"
        composer.add(f"没有提到：收录的《{document.title}》全文没有出现“{name}”{mark}。{digest}{WHOM_TO_ASK}")
        return composer.build("no_evidence")
    polar = read(plan.standalone).polar
    composer.add(f"{'提到了：' if polar else ''}《{document.title}》说到“{name}”的有{len(found)}处：\n")
    for clause, piece in found[:_MOST]:
        mark = composer.cite(document.id, clause.locator, piece)
        composer.add(f"{clause.locator}：{piece.rstrip('。；;')}{mark}。\n")
    return composer.build("answered", "yes" if polar else None)


def _words_for(place: Division) -> tuple[str, ...]:
    """The place's own name, and the names of groups of cities that it belongs to."""
    groups = (group for group, cities in _GROUPS.items() if place.short_name in cities)
    return (place.short_name, *groups)


def _thing(text: str, document: Document) -> str:
    """What the question looks for: what is left of it beside the document's name and the asking words."""
    for name in sorted(map(fold, (document.title, *document.aliases)), key=len, reverse=True):
        text = text.replace(name, " ")
    left = [part for part in _AROUND.split(text) if part]
    return left[0] if len(left) == 1 and _THING[0] <= len(left[0]) <= _THING[1] else ""


def _found(document: Document, words: tuple[str, ...]) -> Iterator[tuple[Clause, str]]:
    """The sentences of the document that have one of the words, each with its clause."""
    for clause in document.clauses:
        for match in _PIECE.finditer(without_marker(clause.text)):
            piece = match.group().strip()
            if any(word in fold(piece) for word in words) and "|" not in piece and not piece.startswith("#"):
                yield clause, piece


def _in_other_words(plan: Plan, document: Document, context: Context) -> bool:
    """Whether the document has what the wording stands for (轨交), or a clause that is about it all the same."""
    if any(term in fold(document.body) for term in context.retriever.terms(plan).named):
        return True
    best = next(iter(context.retriever.find(plan, k=1, docs=(document.id,))), None)
    return best is not None and best.coverage >= _COVERED
