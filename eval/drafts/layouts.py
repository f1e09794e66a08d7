"""A report as an editable sheet of lines and grids, so that its layout can be varied without touching Word files.

A sheet is made from a file as read, or laid out plainly from a report's content; `to_source` turns it back into
what the mapper gets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from assistant.checker.form import CellRef, Form, Row, Section, Table, year_labels
from assistant.checker.mapping.collect import field_column
from assistant.checker.reports.blank import FormContent
from assistant.checker.source import Block, Paragraph, Place, Source
from assistant.checker.source import Cell as SourceCell
from assistant.checker.source import Table as SourceTable


@dataclass
class Line:
    """A paragraph outside tables; `number` is the automatic number that Word shows before it."""

    text: str
    number: str = ""


@dataclass
class Cell:
    """A cell of a grid.

    Attributes:
        text: its paragraphs, separated by newlines.
        span: number of grid columns.
        continued: it continues the cell above it.
    """

    text: str
    span: int = 1
    continued: bool = False


@dataclass
class Grid:
    """A table, as rows of cells."""

    rows: list[list[Cell]] = field(default_factory=list)

    def texts(self) -> list[str]:
        """The text of each row, cells joined."""
        return ["".join(cell.text for cell in row if not cell.continued) for row in self.rows]


Item: TypeAlias = Line | Grid


@dataclass
class Sheet:
    """A report, item by item."""

    items: list[Item]

    def grids(self) -> Iterator[Grid]:
        """All tables in order."""
        return (item for item in self.items if isinstance(item, Grid))

    def cells(self) -> Iterator[Cell]:
        """All cells that have a text of their own, in order."""
        return (cell for grid in self.grids() for row in grid.rows for cell in row if not cell.continued)


def from_source(source: Source) -> Sheet:
    """The sheet of a file as read; nested tables are not looked into."""
    items: list[Item] = []
    for block in source.blocks:
        if isinstance(block, Paragraph):
            items.append(Line(block.text, block.number))
        else:
            items.append(
                Grid([[Cell(cell.text, cell.span, cell.continued) for cell in row] for row in block.rows])
            )
    return Sheet(items)


def to_source(sheet: Sheet) -> Source:
    """The sheet as the mapper gets it."""
    blocks: list[Block] = []
    paragraph = tables = 0
    for item in sheet.items:
        if isinstance(item, Line):
            blocks.append(Paragraph(item.text, Place(paragraph), number=item.number))
            paragraph += 1
            continue
        rows: list[tuple[SourceCell, ...]] = []
        above: dict[int, SourceCell] = {}
        for row_number, row in enumerate(item.rows):
            cells: list[SourceCell] = []
            column = 0
            for position, cell in enumerate(row):
                if cell.continued and column in above:
                    whole = above[column]
                    cells.append(SourceCell(whole.blocks, column, cell.span, whole.place, continued=True))
                else:
                    place = Place(paragraph, tables, row_number, position)
                    lines = cell.text.split("\n")
                    own = tuple(
                        Paragraph(text, Place(paragraph + n, tables, row_number, position))
                        for n, text in enumerate(lines)
                    )
                    paragraph += len(lines)
                    cells.append(SourceCell(own, column, cell.span, place))
                above[column] = cells[-1]
                column += cell.span
            rows.append(tuple(cells))
        blocks.append(SourceTable(tables, tuple(rows)))
        tables += 1
    return Source("docx", tuple(blocks))


def plain(form: Form, content: FormContent) -> Sheet:
    """A report laid out otherwise than the official file: headings and titles as lines, one heading row a table."""
    year = content.last_year or form.printed_year
    items: list[Item] = [Line(form.title)]
    for section in form.sections:
        mark = "、" if section.level == 1 else " "
        items.append(Line(f"{section.number}{mark}{section.title}"))
        for table in section.tables if section.kind != "declaration" else ():
            if table.title:
                items.append(Line(table.title))
            items.append(_grid(section, table, content, year))
        items += [Line(text) for text in content.texts.get(section.number, ())]
        items += [Line(item.text) for item in section.commitments]
        for row in section.tables[0].rows if section.kind == "declaration" else ():
            text = content.values.get(CellRef(section.number, row.key), "")
            items.append(Line(f"{row.label}：" + text.replace("\n", "  ")))
    return Sheet(items)


def _grid(section: Section, table: Table, content: FormContent, year: int) -> Grid:
    def value(row: Row, column: str = "value") -> str:
        return content.values.get(CellRef(section.number, row.key, column), "").replace("\n", "  ")

    if table.kind == "fields":
        texts = [[f"{field_column(row) or ''}{row.label}".replace(" ", ""), value(row)] for row in table.rows]
    else:
        labels = [year_labels(column.label, year) for column in table.columns]
        if table.kind == "matrix":
            texts = [["指标名称", *labels]]
            texts += [
                [row.label, *(value(row, column.key) for column in table.columns)] for row in table.rows
            ]
        else:
            listed = content.lists.get((section.number, table.key), ())
            texts = [["序号", *labels]]
            texts += [[str(n), *(row[c.key] for c in table.columns)] for n, row in enumerate(listed, 1)]
    return Grid([[Cell(text) for text in row] for row in texts])
