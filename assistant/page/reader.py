"""A whole document as HTML: particulars, an outline, every clause under its own address."""

from __future__ import annotations

from datetime import date
from typing import Final

from assistant.answering.validity import chinese_date
from assistant.page.clauses import badge, citation, clause_name, doubts_html, shorten
from assistant.page.clausetext import anchor, body
from assistant.page.markup import details, element, esc
from assistant.page.places import copy_button
from index.clauses import Clause
from index.documents import Document

_HEADING: Final = 24  # characters of a line of the outline
_TITLE: Final = 40  # characters; a longer line is no title
_LISTED: Final = ("chapter", "article", "section", "annex", "item", "page", "preamble", "closing")
_MOST: Final = 400  # lines of an outline; a longer one helps nobody


def document_html(document: Document, day: date) -> str:
    """The document.

    Args:
        document: the document.
        day: the day on which validity is judged.
    """
    top = [clause for clause in document.clauses if clause.parent is None]
    text = "".join(_part(document, clause) for clause in top)
    return element(
        "article",
        element("h2", f"{esc(document.title)} {badge(document, day)}")
        + _facts(document)
        + element("div", _outline(document, top) + element("div", text, "ca-text"), "ca-columns"),
        "ca-document ca-reader",
        data_doc=document.id,
    )


def _facts(document: Document) -> str:
    facts = (
        ("文号", document.number),
        ("发文机关", document.issuer),
        ("成文日期", chinese_date(document.issued) if document.issued else ""),
        ("有效期至", chinese_date(document.expires) if document.expires else ""),
        ("来源", document.source),
    )
    rows = "".join(
        element("dt", name) + element("dd", esc(value)) for name, value in facts if value and value.strip()
    )
    return element("dl", rows, "ca-facts") if rows else ""


def _outline(document: Document, top: list[Clause]) -> str:
    lines: list[str] = []
    for clause in top:
        below = [child for child in document.children(clause.locator) if child.kind in _LISTED]
        inner = "".join(element("li", _entry(child)) for child in below) if clause.kind != "article" else ""
        lines.append(element("li", _entry(clause) + (element("ul", inner) if inner else "")))
        if len(lines) >= _MOST:
            break
    entries = element("ul", "".join(lines), "ca-contents")
    return element("nav", details("目录", entries, "ca-outline", opened=True), aria_label="目录")


def _entry(clause: Clause) -> str:
    return element("a", esc(_heading(clause)), href=f"#{anchor(clause.doc, clause.locator)}")


def _heading(clause: Clause) -> str:
    line = clause.text.strip().splitlines()[0].lstrip("# ") if clause.text.strip() else ""
    return clause.locator if line.startswith("|") or not line else shorten(" ".join(line.split()), _HEADING)


def _part(document: Document, clause: Clause) -> str:
    inside = list(document.subtree(clause.locator))
    if clause.kind == "chapter":
        articles = "".join(_section(document, child) for child in inside if child.parent == clause.locator)
        return element("h3", esc(clause.text.strip()), id=anchor(document.id, clause.locator)) + articles
    return _section(document, clause)


def _section(document: Document, clause: Clause) -> str:
    inside = list(document.subtree(clause.locator))

    def decorate(part: Clause, html: str) -> str:
        button = copy_button(citation(document, part), what=part.locator)
        if part.cells:
            return button
        name = clause_name(part) if part.kind in ("preamble", "closing", "annex", "page") else ""
        css = "ca-part ca-heading" if _is_heading(part) else "ca-part"
        return element("div", name + html + button, css, id=anchor(document.id, part.locator))

    return element("section", body(inside, decorate=decorate) + doubts_html(document, inside))


def _is_heading(clause: Clause) -> bool:
    """Whether a clause's own text is no more than a title of what is below it."""
    text = clause.text.strip()
    return clause.kind in ("section", "annex", "item", "table") and "\n" not in text and len(text) <= _TITLE
