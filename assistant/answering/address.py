"""The text at an address (第十四条), looked up and never searched."""

from __future__ import annotations

from datetime import date

from assistant.answering.composer import Composer, shorten
from assistant.answering.context import Context
from assistant.conversation.plan import Plan
from assistant.models import Answer
from assistant.retrieval.address import candidates
from index.clauses import Clause
from index.documents import Document

_TEXT_LIMIT = 1500  # characters shown of one address; an annex of 48 rows is not read in a chat


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """The clause at each address named, whole, with its document."""
    found = False
    for locator in plan.locators:
        clauses = candidates(locator, plan, context.corpus)
        for clause in clauses:
            _show(clause, composer, context.corpus.documents[clause.doc])
        found = found or bool(clauses)
        if not clauses:
            _missing(locator, plan, composer, context)
    return composer.build("answered" if found else "no_evidence")


def fallback(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """The clause at the address, where nothing in it was found to answer more closely."""
    return answer(plan, composer, context, day) if plan.locators else None


def _show(clause: Clause, composer: Composer, document: Document) -> None:
    text = document.full_text(clause.locator)
    mark = composer.cite(document.id, clause.locator, shorten(text))
    number = f"（{document.number}）" if document.number else ""
    cut = ""
    if len(text) > _TEXT_LIMIT:
        text, cut = shorten(text, _TEXT_LIMIT), "\n（篇幅较长，以上为开头部分，全文请打开条款查看。）"
    composer.add(f"《{document.title}》{number}{clause.locator}{mark}：\n{text}{cut}\n\n")


def _missing(locator: str, plan: Plan, composer: Composer, context: Context) -> None:
    named = [context.corpus.documents[identifier] for identifier in plan.documents]
    documents = named or [
        document for document in context.corpus.documents.values() if _same_style(document, locator)
    ]
    if not documents:
        composer.add(f"现有文件中没有“{locator}”。\n")
    for document in documents:
        last = [clause.locator for clause in document.clauses if clause.kind == "article"]
        extent = f"，共{len(last)}条，最后一条是{last[-1]}" if last else ""
        composer.add(f"《{document.title}》没有“{locator}”{extent}。\n")


def _same_style(document: Document, locator: str) -> bool:
    """Whether the document is numbered the way the address is (第N条, 第N项, 附件N)."""
    ending = locator.split("（")[0][-1]
    return any(
        clause.locator.endswith(ending) and clause.locator[0] == locator[0] for clause in document.clauses
    )
