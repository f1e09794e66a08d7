"""Reads the rows of indicators and of lists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from assistant.checker.form import Form, Row, Section, Table
from assistant.checker.labels import best, core, gist
from assistant.checker.mapping.collect import Collected, RawValue, raw_value
from assistant.checker.mapping.columns import heading_kind, is_figure
from assistant.checker.mapping.layout import Layout, build_layout, heading_like, place_cells
from assistant.checker.mapping.lines import RowLine
from assistant.checker.numbers import is_nil
from assistant.checker.source import Cell
from assistant.checker.units import units_in

_CAPTION = re.compile(r"(?:^|[\s(（])(?:计量|数据|金额)?单位\s*[:：]\s*([^()（）]{1,24})[)）]?\s*$")
_TOTALS = ("合计", "总计", "小计", "共计")
_FIRST_CELLS = 3  # a serial number or a group may stand before the label


def caption_units(text: str) -> tuple[str, ...]:
    """The units that a line states for the table below (`单位：万元`), none where it states none."""
    found = _CAPTION.search(unicodedata.normalize("NFKC", text.strip()))
    return units_in(found.group(1)) if found else ()


def _indicator_tables(form: Form) -> list[Table]:
    return [table for section in form.sections for table in section.tables if table.kind == "matrix"]


class RowReader:
    """Keeps the columns of the table that one is in.

    Attributes:
        units: units stated for the table that follows.
        interrupted: a line that may be another table's title was met since the last headings.
        heads, heads_table: the last heading rows, and the ordinal of the table that they stand in.
        home: the section of a list that was found outside it.
    """

    def __init__(self, collected: Collected) -> None:
        self._collected = collected
        self.home: Section | None = None
        self.heads: list[Sequence[Cell]] = []
        self.heads_table = -1
        self.reset()

    def reset(self) -> None:
        """Forget the table, at a new section."""
        self._layout: Layout | None = None
        self._titled: Table | None = None
        self._heading_on = False
        self.heads = []
        self.heads_table = -1
        self.units: tuple[str, ...] = ()
        self.interrupted = False

    def begin(self, table: Table, units: tuple[str, ...]) -> None:
        """A table begins whose title was met."""
        self.reset()
        self._titled, self.units = table, units

    def caption(self, text: str) -> bool:
        """Keep the units that a line of its own states for the table below; False where it states none."""
        units = caption_units(text)
        if not units or len(text.strip()) > 30:
            return False
        self.units = units
        return True

    # --- headings -------------------------------------------------------------------------

    def heading(self, line: RowLine, section: Section, form: Form) -> bool:
        """Read a heading row; False where the row is none."""
        own = self._is_heading(line, section.tables)
        if not own and not self._is_heading(line, _indicator_tables(form)):
            self._heading_on = False
            return False
        if self._find(line.cells[0].own_text, section, exact=True):
            self._heading_on = False
            return False
        self._add_head(line)
        filled = [key for number, key in self._collected.lists if number == section.number]
        layout = None
        if own:
            layout = build_layout(
                self.heads, section, self._titled, line.table, units=self.units, filled=filled
            )
        self._layout, self.interrupted = layout, False
        if layout is not None:
            self._collected.note_layout(section.number, layout)
        return True

    def _is_heading(self, line: RowLine, tables: Sequence[Table]) -> bool:
        if sum(is_figure(cell.own_text) for cell in line.cells) > 1:  # quicker than asking what each may head
            return False
        kinds = [heading_kind(cell.text, tables) for cell in line.cells]
        known, unknown = kinds.count(True), kinds.count(False)
        return known >= 2 and unknown <= (1 if known >= 3 else 0)

    def _add_head(self, line: RowLine) -> bool:
        if self.heads_table != line.table or not self._heading_on:
            self.heads = []
        self.heads.append(line.cells)
        self.heads_table, self._heading_on = line.table, True
        return True

    def note_heads(self, line: RowLine, form: Form) -> bool:
        """Keep the row if it may head a table of the form whose section's heading is lost; False where it may not."""
        self._heading_on = self._is_heading(line, _indicator_tables(form)) and self._add_head(line)
        return self._heading_on

    # --- rows -----------------------------------------------------------------------------

    def _find(self, text: str, section: Section, *, exact: bool = False) -> tuple[Table, Row] | None:
        candidates = [
            ((table, row), (row.label, *row.aliases))
            for table in section.tables
            if table.kind == "matrix"
            for row in table.rows
        ]
        return best(text, candidates, at_least=1.0 if exact else 0.8) if candidates else None

    def indicator(self, line: RowLine, section: Section) -> bool:
        """Read a row of indicators, or two beside one another; False where the row has none of the section's."""
        in_list = self._layout is not None and self._layout.table.kind == "list"
        starts: list[tuple[int, Table, Row]] = []
        for position, cell in enumerate(line.cells):
            if (
                cell.own_text.strip()
                and (position < _FIRST_CELLS or starts)
                and (position == 0 or not _is_figure(cell))
            ):
                found = self._find(cell.own_text, section, exact=in_list or bool(starts))
                if found is not None:
                    starts.append((position, *found))
        if not starts:
            return False
        ends = [*(position for position, _, _ in starts[1:]), len(line.cells)]
        for (position, table, row), end in zip(starts, ends, strict=True):
            self._put(section, table, row, line, position, end)
        return True

    def _put(self, section: Section, table: Table, row: Row, line: RowLine, position: int, end: int) -> None:
        self._collected.tables.add((section.number, table.key))
        layout = self._layout if self._layout is not None and self._layout.table is table else None
        label = line.cells[position].own_text
        unit, cells = place_cells(layout, table.row_columns(row), line.cells[:end], position)
        common = layout.units if layout is not None else self.units
        pages = layout.pages(line.cells[position + 1 : end]) if layout is not None else ""
        for placed in cells:
            raw = raw_value(
                placed.cell,
                row,
                placed.column,
                label=label,
                units=(unit, placed.unit),
                common=common,
                pages=pages,
            )
            if not self._collected.put(section.number, row, placed.column, raw) and not placed.cell.continued:
                texts = (label, placed.cell.text)
                self._collected.extra.append((section.number, texts, placed.cell.place))

    def listed(self, line: RowLine, section: Section) -> bool:
        """Read a row of a list; False where no list of the section is open, or another table begins."""
        layout = self._layout
        if layout is None or layout.table.kind != "list":
            return False
        if (line.table != layout.index or self.interrupted) and heading_like(line.cells):
            self._layout, self.interrupted = None, False
            return False
        values: dict[str, RawValue] = {}
        for leaf, cell in layout.listed(line.cells):
            if leaf.column is not None and leaf.column.key not in values:
                values[leaf.column.key] = raw_value(
                    cell, None, leaf.column, units=(leaf.unit,), common=layout.units
                )
        # A serial number may stand before the name.
        name = next((words for cell in line.cells if (words := core(cell.text)) and not words.isdigit()), "")
        if name in _TOTALS:
            return True
        filled = [value.raw for value in values.values() if value.raw]
        if filled and all(is_nil(text) for text in filled):  # “无” is the answer: nothing to list
            self._collected.lists.setdefault((section.number, layout.table.key), [])
        elif filled:
            for value in values.values():
                value.label = layout.table.title or section.title
            self._collected.add_list_row(section.number, layout.table, values)
        return bool(values)

    def lost_list(self, line: RowLine, form: Form) -> bool:
        """Take a row for the headings of a list whose section's heading is lost; `home` is then its section."""
        if not heading_like(line.cells):
            return False
        options = []
        for section, table in form.lists():
            if (
                section.number,
                table.key,
            ) in self._collected.tables or section.number in self._collected.headings:
                continue
            layout = build_layout([line.cells], section, table, line.table, units=self.units)
            if layout is not None and layout.table is table and layout.known == len(table.columns):
                options.append((section, layout))
        if len(options) != 1:
            return False
        self.home, self._layout = options[0]
        self._collected.note_layout(self.home.number, self._layout)
        return True


def _is_figure(cell: Cell) -> bool:
    text = gist(cell.own_text)
    return not text or text[0].isdigit()
