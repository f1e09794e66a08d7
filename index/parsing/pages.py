"""Documents without numbered parts: cut at their pages, long pages at their paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from index.parsing.lines import Line
from index.parsing.pieces import RANKS, Piece

_LONG = 400


def page_pieces(lines: Sequence[Line]) -> list[Piece]:
    """One piece a page (第N页); where a page is long, what follows its beginning is 第M段 of it.

    Pages part at form feeds; a document without any is one page.
    """
    pieces: list[Piece] = []
    page: Piece | None = None
    parts = number = 0
    for line in lines:
        if page is None or "\f" in line.text:
            number += 1
            parts = 1
            page = Piece("page", f"第{number}页", RANKS["page"], line.text)
            pieces.append(page)
        elif line.words and len(pieces[-1].text) + len(line.text) > _LONG and pieces[-1].text.strip():
            parts += 1
            pieces.append(Piece("paragraph", f"第{parts}段", RANKS["item"], line.text, parent=page))
        else:
            pieces[-1].text += line.text
    return pieces
