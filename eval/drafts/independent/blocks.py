"""What a laid-out draft consists of: headings, paragraphs and tables of cells."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Cell:
    """A table cell: text, columns it spans, its place in a vertical merge, how the text is stored in Word."""

    text: str
    span: int = 1
    merge: str = ""  # "start", "on" or nothing
    trick: str = ""  # "sdt", "cellsdt", "ins", "textbox", "footnote:…", "nested"
    bold: bool = False


@dataclass
class Heading:
    """A heading of level 1 (一、) or 2 (2.1): number, title and how its number is typed."""

    level: int
    number: str
    title: str
    text: str


@dataclass
class Para:
    """A paragraph outside tables."""

    text: str
    bold: bool = False
    align: str = ""
    size: int = 0
    style: str = ""
    trick: str = ""


@dataclass
class Table:
    """A table: relative column widths and rows of cells."""

    widths: list[int]
    rows: list[list[Cell]] = field(default_factory=list)
    name: str = ""


@dataclass
class Box:
    """Prose that the form puts into a bordered cell."""

    paragraphs: list[Para]


@dataclass
class Break:
    """A page break."""


Block = Heading | Para | Table | Box | Break
