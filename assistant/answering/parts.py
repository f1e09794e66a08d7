"""What a titled section consists of (保障措施有几条), and which of its parts something stands in (产学研归哪项任务)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.passage import quote_from
from assistant.conversation.bodies import bodies_in
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from index.clauses import Clause
from index.documents import Document
from index.parsing.markers import without_marker

_ASKS_PARTS = re.compile(
    r"(?:几|多少)(?:大|个|项|条|方面|类|点|种|块)|(?:哪|那)(?:几|些)|(?:都|各|分别)(?:是|叫|有)?(?:什么|啥|哪)|是(?:什么|啥)|有(?:什么|啥)|包括|列(?:一下|出)|名称|叫(?:什么|啥)"
)
# What stands beside the title of a section where all its parts are asked for.
_AROUND = re.compile(
    r"(?:几|多少|哪|那|一共|总共|共|都|各|分别|是|叫|有|什么|啥|包括|列一下|列出|列|总|名称|名字|个|项|条|方面|类|点|种|块|大|些|的|里|中|面|头|了|呢|吗|请问|请|"
    r"一下|说|讲|写|提出|提|规定|明确|它|这|那|到底|具体|来着|告诉|我|想|知道|问|要|为|十四五|集群|先进制造业|产业|湖南省?|省|发展|工作|重点|[三四五六3456]|[\W_])+"
)
_WHICH = re.compile(
    r"第几(?:项|条|个|点|部分)|哪一?(?:项|条|个|块|方面|点)的?(?:重点|保障|工作)?(?:任务|措施|方向|行动|机制|战略|目标)|哪(?:个|一)?部分|"
    r"(?:写|归|放|列|属于?|算|说|提|出)(?:在|于|到|自|进)?[^,，。]{0,4}(?:哪(?:一)?(?:项|条|块|部分|处|里|点)(?!产业链|链)|哪(?=$|\W)|什么地方)"
)
_NOUN = re.compile("任务|措施|方向|行动|机制|战略|目标|规划|方案")
_FORMS = re.compile(r"自评|参赛报告|表格|填")
_LEAST_PARTS = 3
_PHRASE = 6  # characters that are no longer alike by chance
_NEAR = 0.35  # standing below which no part is held to be meant


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell the parts of the section named, or the part that is asked for; None where neither is asked."""
    text = fold(plan.standalone)
    if plan.locators or plan.clusters or plan.kind == "form":
        return None
    # which task a department joins is one of its duties
    which = _WHICH.search(text) and _NOUN.search(text) and not bodies_in(text) and not _FORMS.search(text)
    sections = list(_sections(text, plan, context, by_noun=bool(which)))
    if which and (sections or plan.documents):
        return _which(plan, sections, composer, context)
    if (
        not sections
        or plan.divisions
        or not _ASKS_PARTS.search(text)
        or not _nothing_else(text, sections, context)
    ):
        return None
    for document, section in sections:
        _tell(document, section, composer)
    return composer.build("answered")


def _sections(text: str, plan: Plan, context: Context, *, by_noun: bool) -> Iterator[tuple[Document, Clause]]:
    """The sections of several items whose title the question gives, of the documents that it names.

    Args:
        text: the question, folded.
        plan: its plan.
        context: the documents.
        by_noun: the last word of a title (任务) is enough, as it is where the document is named.
    """
    for document in context.corpus.documents.values():
        if document.added or (plan.documents and document.id not in plan.documents):
            continue
        for clause in document.clauses:
            title = _title(clause) if clause.kind == "section" else ""
            short = by_noun or document.id in plan.documents
            parts = _parts(document, clause) if title else []
            named = title in text or (short and (title[-2:] in text or _counted(title, text)))
            # 「哪个行动」: what all parts are called
            named = named or (by_noun and _shared(parts) in text)
            if named and len(parts) >= _LEAST_PARTS:
                yield document, clause


def _shared(parts: Sequence[Clause]) -> str:
    """The word that the titles of all parts end with (行动, 机制); a line break, which no question has, if none."""
    ends = {_head(part)[-2:] for part in parts}
    return ends.pop() if len(ends) == 1 else "\n"


def _counted(title: str, text: str) -> bool:
    """Whether the first word of `title` is what is counted (几项保障)."""
    return re.search(rf"(?:几|多少)(?:大|项|条|个){re.escape(title[:2])}(?!发展)", text) is not None


def _title(clause: Clause) -> str:
    return (
        fold(without_marker(clause.text).strip().lstrip("#").strip().splitlines()[0])
        if clause.text.strip()
        else ""
    )


def _parts(document: Document, section: Clause) -> list[Clause]:
    return [part for part in document.children(section.locator) if part.kind == "item"]


def _head(part: Clause) -> str:
    """The first sentence of an item, which is its title."""
    return re.split(r"[。：:\n]", without_marker(part.text))[0].strip()


def _nothing_else(text: str, sections: Sequence[tuple[Document, Clause]], context: Context) -> bool:
    """Whether the question has nothing but the names of section and document and words that ask for the parts."""
    for document, section in sections:
        title = _title(section)
        names = (
            document.title,
            *document.aliases,
            title,
            title[-2:],
            title[:2] if _counted(title, text) else "",
        )
        for name in sorted(filter(None, map(fold, names)), key=len, reverse=True):
            text = text.replace(name, "")
    return not _AROUND.sub("", re.sub("规划|方案", "", text))


def _tell(document: Document, section: Clause, composer: Composer) -> None:
    parts = _parts(document, section)
    named = "；".join(
        f"（{number}）{_head(part)}{composer.cite(document.id, part.locator, _head(part))}"
        for number, part in zip("一二三四五六七八九十", parts, strict=False)
    )
    name = document.aliases[0] if document.official and document.aliases else document.title
    composer.add(f"《{name}》的{_title(section)}有{len(parts)}项：{named}。\n")


def _which(
    plan: Plan, sections: Sequence[tuple[Document, Clause]], composer: Composer, context: Context
) -> Answer | None:
    """The part that what is asked about stands in."""
    inside = {part.id for document, section in sections for part in _parts(document, section)}
    docs = plan.documents or tuple(dict.fromkeys(document.id for document, _ in sections))
    items = [
        found.clause
        for found in context.retriever.find(plan, k=12, docs=docs)
        if found.clause.kind == "item" and (not inside or found.clause.id in inside) and found.score >= _NEAR
    ]
    # a phrase of the document decides before what is merely alike
    for clause in sorted(items, key=lambda item: -_phrase(fold(plan.standalone), fold(item.text))):
        document = context.corpus.documents[clause.doc]
        piece = quote_from(document, clause, context.retriever.terms(plan), "text")
        quote = piece.quote if piece else _head(clause)
        mark = composer.cite(clause.doc, clause.locator, quote)
        composer.add(
            f"写在《{document.title}》{clause.locator}“{_head(clause)}”：{quote.rstrip('。；;，,')}{mark}。\n"
        )
        return composer.build("answered")
    return None


def _phrase(question: str, text: str) -> int:
    """Characters of the longest piece of `question` that stands in `text`; 0 for a short one."""
    longest = 0
    for start in range(len(question)):
        while start + longest < len(question) and question[start : start + longest + 1] in text:
            longest += 1
    return longest if longest >= _PHRASE else 0
