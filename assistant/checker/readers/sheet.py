"""Puts what stands on a page in order: tables, lines outside them, pictures."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checker.readers.lines import text_lines
from assistant.checker.readers.page import Box, Glyph, Item, Page, Rule
from assistant.checker.readers.ruled import Layout


def lay_out(
    number: int,
    size: tuple[float, float],
    glyphs: Sequence[Glyph],
    rules: Sequence[Rule],
    pictures: Sequence[Box] = (),
    aside: tuple[str, ...] = (),
) -> Page:
    """A page from what is drawn on it.

    Args:
        number: the page's number, from 1.
        size: its width and height in points.
        glyphs, rules, pictures: what is drawn on it.
        aside: texts that are drawn slantwise over it.
    """
    grids, outside, loose = Layout(rules).sort(glyphs, pictures)
    items: list[Item] = [*grids, *text_lines(outside)]
    items.sort(key=lambda item: (item.box.top, item.box.x0))
    return Page(number, *size, items=tuple(items), pictures=len(loose), aside=aside)
