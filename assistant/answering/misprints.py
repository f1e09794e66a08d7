"""What a question holds for a misprint: the slips of the digitised text that were corrected, and the readings in doubt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import SequenceMatcher

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer
from index.documents import Document

_WRONG = re.compile(
    r"(?:写|印|打|排|录|弄|搞)(?:错|漏|反|重)|错别?字|别字|笔误|勘误|更正|印刷错误|错误|有误|多了?(?:个|一个)?字|少了?(?:个|一个)?字|"
    r"怎么(?:有|会有|冒出|夹)|为什么(?:有|写)|是不是.{0,8}(?:错|县$)|有这个(?:县|地方)|没有这个(?:县|地方)|存疑|不通顺|重复了"
)
_ALL = re.compile(r"错别?字|别字|笔误|勘误|更正|印刷错误|(?:哪里|哪些|有没有|哪儿).{0,8}(?:错|有误|存疑)")
_LEAST = 2  # characters of a misprint that a question must repeat
_MOST = 6  # misprints told of in one answer


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell of the misprint that the question points at, or of all in the document it names; None where it asks of none."""
    text = fold(plan.question)
    found = [
        (document, erratum)
        for document in context.corpus.documents.values()
        for erratum in document.errata
        if _quoted(erratum["was"], erratum["now"], text)
    ]
    wrong = _WRONG.search(text) is not None
    if found and (wrong or any(_whole(erratum["was"], text) for _, erratum in found)):
        for document, erratum in found[:1]:
            composer.add(f"是错字：{_line(document, erratum, composer)}")
        return composer.build("answered", "yes" if read(plan.standalone).polar else None)
    if not _ALL.search(text) or not plan.documents:
        return None
    told = False
    for identifier in plan.documents:
        document = context.corpus.documents[identifier]
        for erratum in document.errata[:_MOST]:
            told = True
            composer.add(_line(document, erratum, composer))
    return composer.build("answered", "yes" if read(plan.standalone).polar else None) if told else None


def _line(document: Document, erratum: Mapping[str, str], composer: Composer) -> str:
    was, now, why = erratum["was"], erratum["now"], erratum["why"]
    quote = now if now in document.full_text(erratum["locator"]) else None
    mark = composer.cite(document.id, erratum["locator"], quote)
    return (
        f"《{document.title}》{erratum['locator']}的“{was}”应为“{now}”{mark}，{why}；"
        "这里收录的文本已经改正，引用时请核对正式文件。\n"
    )


def _whole(was: str, text: str) -> bool:
    return len(fold(was)) > _LEAST and fold(was).replace(" ", "") in text.replace(" ", "")


def _quoted(was: str, now: str, text: str) -> bool:
    """Whether the text repeats the misprint: all of it, or the part in which it differs with a character beside it."""
    if _whole(was, text):
        return True
    wrong, right = fold(was), fold(now)
    for tag, start, end, _, _ in SequenceMatcher(None, wrong, right, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        piece = wrong[start:end].strip()
        around = wrong[max(0, start - 1) : end + 1].strip()
        if piece.isascii() and len(piece) > _LEAST:
            return re.search(rf"(?<![a-z]){re.escape(piece)}(?![a-z])", text) is not None
        if len(around) > _LEAST and around in text:
            return True
    return False
