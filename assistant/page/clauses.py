"""Clauses as HTML: a document's validity and name, one clause in its place in the document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from assistant.answering.validity import validity_label
from assistant.page.clausetext import body
from assistant.page.markup import element, esc, notice
from index.clauses import Clause
from index.documents import Document

_NEIGHBOUR: Final = 180  # characters shown of what stands before and after
_BADGES: Final = {
    "现行": "good",
    "已过有效期": "bad",
    "媒体报道": "odd",
    "自行加入": "odd",
    "尚未发布": "bad",
}


def badge(document: Document, day: date) -> str:
    """The document's validity on `day` as a small label."""
    label = validity_label(document, day)
    return element("span", esc(label), f"ca-badge ca-{_BADGES.get(label, 'odd')}")


def reference(document: Document, locator: str = "") -> str:
    """`《title》（number）locator` as plain text, as an official letter writes it."""
    number = f"（{document.number}）" if document.number else ""
    return f"《{document.title}》{number}{locator}"


def citation(document: Document, clause: Clause) -> str:
    """What is copied to cite a clause: `《title》（number）locator：“text”`, with all that is below it.

    The clause's own number, which the locator gives, is not repeated.
    """
    if clause.cells:
        named = (
            f"{heading}：{value}" if heading else value for heading, value in clause.cells if value.strip()
        )
        text = "；".join(" ".join(part.split()) for part in named)
    else:
        text = document.full_text(clause.locator).lstrip("# ")
        last = clause.locator.rsplit(" ", 1)[-1]
        own = last[last.rfind("（") :] if last.endswith("）") else last
        for number in (own, own.replace("（", "(").replace("）", ")")):
            if text.startswith(number):
                text = text.removeprefix(number).lstrip("、 　.")
        text = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    report = "" if document.official else "（据媒体报道整理，非文件原文）"
    return f"{reference(document, clause.locator)}{report}：“{text}”"


def clause_in_context(document: Document, locator: str, quote: str = "") -> str:
    """The clause in full with what is below it, the quote marked, its neighbours around it.

    Args:
        document: the document.
        locator: address in it.
        quote: words to mark; nothing is marked where they do not stand there.
    """
    inside = list(document.subtree(locator))
    if not inside:
        return notice(f"《{document.title}》中没有“{locator}”。", "fail")
    joined = "".join(clause.text for clause in inside)
    start = joined.find(quote) if quote else -1
    spans = [(start, start + len(quote))] if start >= 0 else []
    first, last = inside[0].order, inside[-1].order
    before = document.clauses[first - 1] if first else None
    after = document.clauses[last + 1] if last + 1 < len(document.clauses) else None
    path = " › ".join(heading.strip() for heading in inside[0].headings if heading.strip())
    return "".join(
        (
            element("p", esc(path), "ca-path") if path else "",
            _neighbour(before, "上文"),
            element("div", body(inside, spans), "ca-clause"),
            _neighbour(after, "下文"),
            doubts_html(document, inside),
        )
    )


def clause_name(clause: Clause, label: str = "") -> str:
    """The clause's locator, left out where the text itself begins with it."""
    shown = "" if clause.text.lstrip("# \n").startswith(clause.locator) else clause.locator
    name = " ".join(filter(None, (label, shown)))
    return element("span", esc(name), "ca-locator") if name else ""


def doubts_html(document: Document, inside: Sequence[Clause]) -> str:
    """What the digitised text leaves doubtful in these clauses."""
    doubts = [doubt for clause in inside for doubt in document.doubts_at(clause.locator)]
    return "".join(
        notice(f"{doubt.get('column', '')}“{doubt.get('text', '')}”：{doubt.get('why', '')}")
        for doubt in doubts
    )


def shorten(text: str, limit: int) -> str:
    """`text`, cut to `limit` characters."""
    return text if len(text) <= limit else f"{text[:limit]}…"


def _neighbour(clause: Clause | None, label: str) -> str:
    if clause is None:
        return ""
    text = "，".join(value for _, value in clause.cells if value.strip()) or " ".join(clause.text.split())
    return element(
        "div",
        clause_name(clause, label) + element("p", esc(shorten(text.strip("| "), _NEIGHBOUR))),
        "ca-neighbour",
    )
