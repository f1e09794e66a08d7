"""Flattens a file into the lines and table rows that a reader's eye meets, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from assistant.checker.mapping.transpose import upright
from assistant.checker.source import Block, Cell, Paragraph, Table


@dataclass(frozen=True)
class RowLine:
    """A table row of two or more cells."""

    table: int
    row: int
    cells: tuple[Cell, ...]


Line: TypeAlias = Paragraph | RowLine


def lines(blocks: tuple[Block, ...]) -> Iterator[Line]:
    """Paragraphs and table rows in order; a row of one cell counts as the paragraphs in it.

    Nested tables follow the row that holds them.
    """
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from _table_lines(upright(block))


def _table_lines(table: Table) -> Iterator[Line]:
    for number, cells in enumerate(table.rows):
        fresh = [cell for cell in cells if not cell.continued]
        if len(cells) == 1:
            if fresh:
                yield from lines(cells[0].blocks)
            continue
        yield RowLine(table.index, number, cells)
        for cell in fresh:
            for block in cell.blocks:
                if isinstance(block, Table):
                    yield from _table_lines(upright(block))
