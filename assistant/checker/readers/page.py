"""What stands on a page: characters with their boxes, lines of text, ruled tables, pictures.

Coordinates are in points from the page's upper left corner, downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias


class Box(NamedTuple):
    """A rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def area(self) -> float:
        """Its area, 0 where it is turned inside out."""
        return max(0.0, self.x1 - self.x0) * max(0.0, self.bottom - self.top)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside."""
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom

    def inside(self, other: Box, slack: float = 2.0) -> bool:
        """Whether it lies inside `other`, give or take `slack` points."""
        return (
            self.x0 >= other.x0 - slack
            and self.x1 <= other.x1 + slack
            and self.top >= other.top - slack
            and self.bottom <= other.bottom + slack
        )


class Glyph(NamedTuple):
    """One character, or a few that are drawn as one, with its box."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """The height of its box."""
        return self.bottom - self.top


class Rule(NamedTuple):
    """A straight line, horizontal (`top == bottom`) or vertical (`x0 == x1`)."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it lies rather than stands."""
        return self.x1 - self.x0 >= self.bottom - self.top


Piece: TypeAlias = tuple[float, float, str]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text.

    Attributes:
        text: its text, wide gaps as tabs.
        parts: the pieces between wide gaps: (left, right, text).
        words: the pieces between gaps of any width that a space between Chinese characters can have.
        box: where it stands.
        em: the size of its type.
        spaced: it ends in a space.
    """

    text: str
    parts: tuple[Piece, ...]
    words: tuple[Piece, ...]
    box: Box
    em: float
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a ruled table.

    Attributes:
        box: where it stands.
        lines: its own text.
        grids: tables inside it.
        pictures: number of pictures in it.
    """

    box: Box
    lines: tuple[TextLine, ...] = ()
    grids: tuple[Grid, ...] = ()
    pictures: int = 0

    @property
    def blank(self) -> bool:
        """Nothing is in it."""
        return not self.lines and not self.grids and not self.pictures


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows from top to bottom; a cell over several rows is in each of them.

    Attributes:
        rows: for each row, its cells from left to right.
        box: where it stands.
    """

    rows: tuple[tuple[GridCell, ...], ...]
    box: Box


Item: TypeAlias = TextLine | Grid


@dataclass(frozen=True)
class Page:
    """One page, read.

    Attributes:
        number: from 1.
        width, height: in points.
        items: lines outside tables, and tables, from top to bottom.
        pictures: number of pictures outside tables.
        recognised: the text was recognised (OCR).
        doubtful: number of lines that were recognised with little certainty.
        unread: why (some of) the page could not be read, in Chinese; "" where it could.
        aside: texts drawn slantwise over the page (watermarks).
    """

    number: int
    width: float
    height: float
    items: tuple[Item, ...] = ()
    pictures: int = 0
    recognised: bool = False
    doubtful: int = 0
    unread: str = ""
    aside: tuple[str, ...] = field(default=())
