"""A whole document for the panel beside the chat; its addresses are no ids, which a page has but once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from assistant.page.clauses import badge
from assistant.page.clausetext import body
from assistant.page.markup import details, element, esc
from index.clauses import Clause
from index.documents import Document

_HEADING: Final = 28  # characters of a line of the outline


def whole_html(document: Document, day: date) -> str:
    """The document: title, outline, every part under its address.

    Args:
        document: the document.
        day: the day on which validity is judged.
    """
    parts = list(_parts(document))
    number = element("p", esc(document.number), "ca-path") if document.number else ""
    outline = "".join(
        element("li", element("a", esc(_heading(clause)), "ca-go", href=f"#{clause.locator}"))
        for clause in parts
    )
    text = "".join(
        element("section", body(list(_inside(document, clause))), data_at=clause.locator) for clause in parts
    )
    title = element("h2", f"{esc(document.title)} {badge(document, day)}", "ca-clause-title")
    return element(
        "div",
        title + number + details("目录", element("ul", outline, "ca-contents"), "ca-fold") + text,
        "ca-document ca-whole-document",
        data_doc=document.id,
    )


def _parts(document: Document) -> Iterator[Clause]:
    """What has a section of its own: the top level, and below chapters their articles."""
    for clause in document.clauses:
        if clause.parent is None:
            yield clause
            if clause.kind == "chapter":
                yield from document.children(clause.locator)


def _inside(document: Document, clause: Clause) -> Iterator[Clause]:
    """The clause with what is below it, save what has a section of its own."""
    if clause.kind == "chapter":
        yield clause
    else:
        yield from document.subtree(clause.locator)


def _heading(clause: Clause) -> str:
    line = clause.text.strip().splitlines()[0].lstrip("# ") if clause.text.strip() else ""
    if not line or line.startswith("|"):
        return clause.locator
    return line if len(line) <= _HEADING else f"{line[:_HEADING]}…"
