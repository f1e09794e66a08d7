"""What a reader hands over: paragraphs and tables with their places, whatever the file format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Where = Literal["body", "textbox", "footnote", "endnote", "header", "footer", "comment"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file something stands.

    Attributes:
        paragraph: ordinal of the paragraph in the main part, counting every paragraph in document order,
            those in tables included; None where the thing stands outside the main part.
        table: ordinal of the table in document order, None outside tables.
        row, cell: ordinals inside the table, from 0.
        page: page from 1, where the format has pages.
    """

    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    Attributes:
        text: its text; line breaks are kept as `\\n` and tabs as `\\t`.
        place, where: where it stands.
        pictures: number of pictures in it.
        number: the automatic number that Word shows before the text (`一、`), which is not part of it.
    """

    text: str
    place: Place
    where: Where = "body"
    pictures: int = 0
    number: str = ""


@dataclass(frozen=True)
class Cell:
    """One table cell.

    Attributes:
        blocks: its content; nested tables among it.
        start, span: first grid column and number of grid columns.
        continued: the cell continues one above it (vertical merge) and has that one's content.
    """

    blocks: tuple[Block, ...]
    start: int
    span: int
    place: Place
    continued: bool = False

    @property
    def text(self) -> str:
        """All text of the cell, nested tables included, paragraphs separated by newlines."""
        return "\n".join(paragraph.text for paragraph in paragraphs(self.blocks))

    @property
    def own_text(self) -> str:
        """The text of the cell without that of nested tables."""
        return "\n".join(block.text for block in self.blocks if isinstance(block, Paragraph))

    @property
    def end(self) -> int:
        """The grid column after the last one."""
        return self.start + self.span


@dataclass(frozen=True)
class Table:
    """One table, as rows of cells; vertically merged cells appear in each row that they cover."""

    index: int
    rows: tuple[tuple[Cell, ...], ...]


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True)
class Source:
    """A file, read.

    Attributes:
        format: file format by content (`docx`, `txt`, …).
        blocks: body content in reading order; text boxes stand after the paragraph that anchors them.
        notes: footnotes and endnotes.
        margins: headers and footers.
        uncertain: some of the text was recognised (OCR) and may be wrong.
        unread: places that could not be read, in Chinese (`第3页（扫描图片）`).
        uncertain_pages: the pages, from 1, whose text was recognised.
        guessed_tables: ordinals of the tables that no lines rule, whose cells were told by their places.
        noted: what was seen but holds no text to read, in Chinese (`图片 3 张`).
    """

    format: str
    blocks: tuple[Block, ...]
    notes: tuple[Paragraph, ...] = ()
    margins: tuple[Paragraph, ...] = ()
    uncertain: bool = False
    unread: tuple[str, ...] = field(default=())
    uncertain_pages: frozenset[int] = frozenset()
    guessed_tables: frozenset[int] = frozenset()
    noted: tuple[str, ...] = ()


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """All paragraphs in `blocks` in reading order, those in tables once each."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    if not cell.continued:
                        yield from paragraphs(cell.blocks)
