"""The clause: the smallest citable piece of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ClauseKind = Literal[
    "preamble",  # 前言: text before the first numbered part
    "chapter",  # 第N章
    "article",  # 第N条
    "section",  # 一、 / 二、 or a named heading
    "item",  # （一） below an article or a section
    "subitem",  # 1. below an item
    "annex",  # 附件N, or a form that is an annex (初赛, 决赛)
    "table",  # what stands above the rows of a table: its column headings
    "row",  # one row of a table, or one “name：text” entry of an annex
    "page",  # 第N页, where a document has no other structure
    "closing",  # 结语: text after the last numbered part
]


@dataclass(frozen=True, slots=True)
class Link:
    """A cross-reference found in a clause's text.

    Attributes:
        text: the words of the reference as they stand (`本办法第六条`).
        doc: id of the document referred to; None where it is not in the corpus.
        locator: the locator referred to; None where the whole document is meant.
    """

    text: str
    doc: str | None
    locator: str | None


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause with its address.

    The `text` of all clauses of a document, joined in `order`, is the document's body, character
    for character: a clause's text holds its own words only, not those of its children.

    Attributes:
        doc: document id (`measures-2021`).
        locator: address inside the document as CONTRACT.md writes it (`第六条（二）`).
        text: own text, verbatim, with its number and the white space that follows it.
        kind: what sort of piece it is.
        parent: locator of the enclosing clause, None at the top.
        headings: titles of the enclosing parts, outermost first (`("第二章 申报条件",)`).
        order: position in the document, from 0.
        cells: for a row, (column heading, cell text) pairs, merged cells resolved; else empty.
        links: cross-references in the text.
    """

    doc: str
    locator: str
    text: str
    kind: ClauseKind
    parent: str | None
    headings: tuple[str, ...]
    order: int
    cells: tuple[tuple[str, str], ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def id(self) -> str:
        """Stable node id, `doc#locator`."""
        return f"{self.doc}#{self.locator}"
