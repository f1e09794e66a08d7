"""What stands in a draft at the place of a finding: its row as a small table, or its paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.checker.source import Block, Cell, Place, Table, paragraphs

if TYPE_CHECKING:
    from assistant.checker.draft import Draft, Value
    from assistant.checker.reports.models import Finding

FIELD = "value"  # the column of a table of fields
_MOST_CELLS = 12  # a wider row is no help on a page
_CORNER = "项目"  # what the forms themselves write above their row labels


@dataclass(frozen=True)
class Excerpt:
    """A piece of a draft.

    Attributes:
        headings: of the columns, as the form names them; empty where the row is shown as it stands,
            and for a paragraph.
        values: the cells of the row, or the paragraph alone.
        index: which of `values` the finding is about; None where that is not known.
    """

    headings: tuple[str, ...]
    values: tuple[str, ...]
    index: int | None = None


class Excerpts:
    """Finds the excerpts of one draft.

    Args:
        draft: the draft, read.
    """

    def __init__(self, draft: Draft) -> None:
        self._tables = {table.index: table for table in _tables(draft.source.blocks)}
        self._paragraphs = {
            paragraph.place.paragraph: paragraph.text
            for paragraph in paragraphs(draft.source.blocks)
            if paragraph.place.paragraph is not None
        }
        listed = tuple(v for rows in draft.lists.values() for row in rows for v in row.cells.values())
        self._listed = frozenset(value.ref for value in listed)
        self._values = (*draft.values.values(), *listed)

    def of(self, finding: Finding) -> Excerpt | None:
        """The excerpt for a finding; None where the file has nothing at its place."""
        place = finding.place
        if place is None:
            return None
        # Of a long text in a table the words are wanted, not the cell around all of them.
        if place.table is not None and place.row is not None and finding.row is not None:
            row = self._known_row(place) or self._raw_row(place)
            if row is not None:
                return row
        if not finding.found:
            return None  # about a whole text: its first words would say nothing
        text = self._paragraphs.get(place.paragraph if place.paragraph is not None else -1, "").strip()
        return Excerpt((), (text,), 0) if text else None

    def _known_row(self, place: Place) -> Excerpt | None:
        """The row as the form knows it: each value under the form's own label."""
        row = [v for v in self._values if (v.place.table, v.place.row) == (place.table, place.row)]
        if not 1 < len(row) <= _MOST_CELLS:
            return None
        if any(value.ref.column == FIELD or not value.column_label for value in row):
            return None  # labels and values side by side: shown as they stand
        headings = tuple(str(value.column_label) for value in row)
        index = next((number for number, v in enumerate(row) if v.place.cell == place.cell), None)
        label = row[0].row_label
        if row[0].ref in self._listed or not label:
            return Excerpt(headings, _raw(row), index)
        shifted = None if index is None else index + 1
        return Excerpt((_CORNER, *headings), (label, *_raw(row)), shifted)

    def _raw_row(self, place: Place) -> Excerpt | None:
        table = self._tables.get(place.table if place.table is not None else -1)
        if table is None:
            return None
        cells = next((row for row in table.rows if any(c.place.row == place.row for c in row)), ())
        if not 0 < len(cells) <= _MOST_CELLS:
            return None
        index = next((number for number, c in enumerate(cells) if c.place.cell == place.cell), None)
        return Excerpt((), tuple(_text(cell) for cell in cells), index)


def _text(cell: Cell) -> str:
    return cell.text.strip()


def _raw(row: Iterable[Value]) -> tuple[str, ...]:
    return tuple(value.raw.strip() for value in row)


def _tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for row in block.rows:
                for cell in row:
                    yield from _tables(cell.blocks)
