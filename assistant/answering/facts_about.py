"""What a document consists of: its parts, how many articles or rows."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering import extent
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.validity import chinese_date
from assistant.conversation.lexicon import content_words, fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from index.documents import Document
from index.parsing.markers import without_marker

_CONTENTS = re.compile(
    r"主要|原文|正文|发我|给我|内容|说的?|讲|是什么|什么|概括|大意|介绍|一下|全文|文件|规划|办法|方案|通知|名单|里|的|个|啥|是|《|》|有哪些|哪些|包括"
)
_TOP = ("chapter", "section", "annex", "article")


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell the parts of a document named, or how many there are; None where something else is asked."""
    text = fold(plan.standalone)
    if plan.expected in ("count", "list") and (told := extent.counted(plan, composer, context)):
        return told
    if not plan.documents or content_words(_less_names(plan, text, context)):
        return None
    for identifier in plan.documents:
        _contents(context.corpus.documents[identifier], composer)
    return composer.build("answered")


def _less_names(plan: Plan, text: str, context: Context) -> str:
    for identifier in plan.documents:
        document = context.corpus.documents[identifier]
        for name in sorted((document.title, document.number, *document.aliases), key=len, reverse=True):
            text = text.replace(fold(name), "") if name else text
        if document.number:
            pieces = [re.escape(piece) for piece in re.split(r"\W+", fold(document.number)) if piece]
            text = re.sub(r"\W*年?\W*第?".join(pieces), "", text)
    return _CONTENTS.sub("", text)


def _contents(document: Document, composer: Composer) -> None:
    """Number, date and the top parts of a document, with their titles."""
    number = f"（{document.number}）" if document.number else ""
    issued = f"，{document.issuer}{chinese_date(document.issued)}印发" if document.issued else ""
    composer.add(f"《{document.title}》{number}{issued}。\n")
    parts = [clause for clause in document.clauses if clause.parent is None and clause.kind in _TOP]
    for part in parts:
        title = without_marker(part.text).splitlines()[0].strip() if part.text.strip() else ""
        composer.add(f"{part.locator} {title if title != part.locator else ''}".strip())
        composer.add(f"{composer.cite(document.id, part.locator)}；")
    composer.add("可以用“第几条”或部分的名称查看原文。")
