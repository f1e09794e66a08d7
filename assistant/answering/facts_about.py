"""What a document consists of: its parts, how many articles or rows."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.passage import label_of
from assistant.answering.validity import chinese_date
from assistant.conversation.lexicon import content_words, fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from index.clauses import Clause
from index.documents import Document
from index.parsing.markers import without_marker

_CONTENTS = re.compile(
    r"主要|内容|说的?|讲|是什么|什么|概括|大意|介绍|一下|全文|文件|规划|办法|方案|通知|名单|里|的|《|》|有哪些|哪些|包括"
)
_TOP = ("chapter", "section", "annex", "article")
_STRUCTURE = re.compile(r"(?:几|多少)(条|章|项|个|行|家|类|部分|款|名)")


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell the parts of a document named, or how many there are; None where something else is asked."""
    text = fold(plan.standalone)
    if plan.expected in ("count", "list") and (counted := _count(plan, text, composer, context)):
        return counted
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


def _count(plan: Plan, text: str, composer: Composer, context: Context) -> Answer | None:
    """How many articles a document has, how many items an article, how many rows an annex."""
    match = _STRUCTURE.search(text)
    unit = match.group(1) if match else "项"
    if not plan.locators and (match is None or unit not in "条章"):
        return None
    # 「几章几条」 counts the whole document
    locators = () if re.search("(?:几|多少)个?章", text) else plan.locators
    for identifier in plan.documents or tuple(context.corpus.documents):
        document = context.corpus.documents[identifier]
        for locator in locators or (None,):
            clause = document.clause(locator) if locator else None
            if locator and clause is None:
                continue
            parts = _parts(document, clause, unit)
            if unit == "章" and "条" in text and (articles := _parts(document, clause, "条")):
                last = articles[-1]
                mark = composer.cite(document.id, last.locator)
                composer.add(
                    f"《{document.title}》共{len(parts)}章、{len(articles)}条，最后一条是{last.locator}{mark}。"
                )
                return composer.build("answered")
            if parts and (locator or plan.documents):
                return _tell(document, clause, parts, composer)
    return None


def _parts(document: Document, clause: Clause | None, unit: str) -> tuple[Clause, ...]:
    inside = tuple(document.subtree(clause.locator))[1:] if clause else document.clauses
    if unit == "章":
        return tuple(item for item in inside if item.kind == "chapter")
    articles = tuple(item for item in inside if item.kind == "article")
    if articles and unit in "条个":
        return articles
    rows = tuple(item for item in inside if item.kind == "row")
    return rows or (document.children(clause.locator) if clause else ())


def _tell(document: Document, clause: Clause | None, parts: tuple[Clause, ...], composer: Composer) -> Answer:
    where = clause.locator if clause else ""
    unit = {"article": "条", "chapter": "章", "row": "行"}.get(parts[0].kind, "项")
    shown = [label_of(part) if part.kind == "row" else part.locator.split(" ")[-1] for part in parts[:30]]
    names = "、".join(shown) + ("等" if len(parts) > 30 else "")
    mark = composer.cite(document.id, clause.locator if clause else parts[-1].locator)
    composer.add(f"《{document.title}》{where}共{len(parts)}{unit}：{names}{mark}。")
    return composer.build("answered")
