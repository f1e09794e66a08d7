"""Pieces of a document while it is being cut, and how they get their locators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.clauses import Clause, ClauseKind
from index.numerals import full_width_brackets, to_chinese

RANKS: dict[str, float] = {
    "annex": 0,
    "preamble": 0,
    "closing": 0,
    "page": 0,
    "heading": 1,
    "chapter": 2,
    "division": 3,
    "article": 4,
    "section": 5,
    "decimal": 6,
    "item": 7,
    "point": 8,
    "subpoint": 9,
    "circled": 10,
    "table": 11,
    "row": 12,
}

_KINDS: dict[str, ClauseKind] = {
    "annex": "annex",
    "preamble": "preamble",
    "closing": "closing",
    "page": "page",
    "paragraph": "page",
    "heading": "section",
    "chapter": "chapter",
    "division": "chapter",
    "article": "article",
    "section": "section",
    "decimal": "section",
    "item": "item",
    "point": "subitem",
    "subpoint": "subitem",
    "circled": "subitem",
    "table": "table",
    "row": "row",
}


@dataclass(eq=False)
class Piece:
    """A clause in the making.

    Attributes:
        kind: kind of the marker that opened it; finer than a clause's kind.
        label: its own part of the locator.
        rank: depth in the usual nesting, see `RANKS`.
        text: own text, verbatim.
        title: what its children name it by in their `headings`, "" for none.
        level: level of its Markdown heading, 0 for none.
        bare_articles: for an annex, whether articles in it need no prefix.
        tabled: for a row, whether it stands in a table.
        caption: for a table, whether its first line is its caption, and the table still to come.
    """

    kind: str
    label: str
    rank: float
    text: str
    title: str = ""
    parent: Piece | None = None
    level: int = 0
    number: tuple[int, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    bare_articles: bool = False
    tabled: bool = False
    caption: bool = False
    locator: str = field(default="", init=False)

    def next_number(self) -> tuple[int, ...]:
        """The number that would continue this one's series."""
        return (*self.number[:-1], self.number[-1] + 1) if len(self.number) == 1 else (self.number[0] + 1,)

    def ancestors(self) -> list[Piece]:
        """The enclosing pieces, outermost first."""
        chain: list[Piece] = []
        piece = self.parent
        while piece is not None:
            chain.insert(0, piece)
            piece = piece.parent
        return chain

    def clause(self, doc: str, order: int) -> Clause:
        """The finished clause."""
        return Clause(
            doc=doc,
            locator=self.locator,
            text=self.text,
            kind=_KINDS[self.kind],
            parent=self.parent.locator if self.parent else None,
            headings=tuple(piece.title for piece in self.ancestors() if piece.title),
            order=order,
            cells=self.cells,
        )


def title_of(words: str) -> str:
    """A part's heading: the words of its first line up to the first full stop, colon or semicolon."""
    title = re.split(r"[。：:；;]", words, maxsplit=1)[0].strip()
    return title if len(title) <= 60 else title[:60] + "…"


def name_pieces(pieces: Sequence[Piece]) -> None:
    """Give every piece its locator; one that is taken already gets 之二, 之三 …"""
    taken: set[str] = set()
    for piece in pieces:
        wanted = _compose(piece)
        if (
            wanted in taken
            and piece.kind == "row"
            and piece.parent is not None
            and piece.parent.kind == "table"
        ):
            wanted = _join(piece.parent.locator, piece.label)
        locator, count = wanted, 1
        while locator in taken:
            count += 1
            locator = f"{wanted} 之{to_chinese(count)}"
        piece.locator = locator
        taken.add(locator)


def _compose(piece: Piece) -> str:
    label = _clean(piece.label)
    base = _base(piece)
    return _join(base.locator, label) if base is not None else label


def _base(piece: Piece) -> Piece | None:
    """The enclosing piece whose locator is written before this one's own label."""
    chain = piece.ancestors()
    annex = chain[0] if chain and chain[0].kind == "annex" else None
    if piece.kind == "article":
        return None if annex is None or annex.bare_articles else annex
    if piece.kind in ("chapter", "decimal"):
        return None if annex is None or (annex.bare_articles and piece.kind == "chapter") else annex
    if piece.kind == "heading":
        return annex
    holders = [holder for holder in chain if holder.kind not in ("table", "row", "preamble", "closing")]
    if piece.kind in ("point", "subpoint", "circled") and chain and chain[-1].kind == "row":
        return chain[-1]
    return holders[-1] if holders else None


def _join(base: str, label: str) -> str:
    if not base:
        return label
    close = base.endswith(("）", "章")) and re.fullmatch(r"\d+|第.+节|[①-⑳]", label)
    return base + label if close or label.startswith("（") else f"{base} {label}"


def _clean(label: str) -> str:
    return full_width_brackets(re.sub(r"\s+", " ", label.strip()))
