"""Column headings of a table: which grid columns hold which column of the form."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.checker.form import Column, Section, Table
from assistant.checker.labels import flat, unit_in_label, unmarked
from assistant.checker.mapping.columns import (
    column_of,
    is_label_column,
    is_page_column,
    is_unit_column,
    years_of,
)
from assistant.checker.source import Cell
from assistant.checker.units import canonical_unit, units_in


@dataclass(frozen=True, slots=True)
class Leaf:
    """One column of a draft's table.

    Attributes:
        start, end: grid columns covered.
        text: its headings, top down.
        column: the form's column, None for label columns and columns that the form does not have.
        unit: unit in the heading.
        holds_units: the column gives the unit of each row.
    """

    start: int
    end: int
    text: str
    column: Column | None
    unit: str
    holds_units: bool = False

    @property
    def leads(self) -> bool:
        """It stands before the values: a label, a serial number, a unit."""
        return self.column is None and (self.holds_units or is_label_column(self.text))


@dataclass(frozen=True)
class Layout:
    """The columns of one table of the draft.

    Attributes:
        table: the form's table.
        index: ordinal of the draft's table.
        leaves: columns from left to right.
        years: years in the headings, ascending.
        units: units stated once for the whole table.
    """

    table: Table
    index: int
    leaves: tuple[Leaf, ...]
    years: tuple[int, ...]
    units: tuple[str, ...] = ()

    @property
    def known(self) -> int:
        """Number of columns of the form that have a place here."""
        return len({leaf.column.key for leaf in self.leaves if leaf.column})

    def values(self, row: Sequence[Cell], lead: int) -> list[tuple[Leaf, Cell]]:
        """Pairs the value cells of an indicator's row with the columns they stand in.

        Args:
            row: all cells of the row.
            lead: number of its cells before the first value (serial number, label, unit).
        """
        first = 1
        while first < len(self.leaves) and self.leaves[first].leads:
            first += 1
        cells = row[lead:]
        if cells and lead == first < len(self.leaves) and cells[0].start == self.leaves[first].start:
            return self._by_grid(cells, self.leaves[first:])
        return list(zip(self.leaves[first:], cells, strict=False))

    def pages(self, cells: Sequence[Cell]) -> str:
        """What a row says in a column of page numbers, "" where there is none."""
        return "\n".join(
            cell.text.strip()
            for leaf in self.leaves
            if leaf.column is None and is_page_column(leaf.text)
            for cell in cells
            if cell.start >= leaf.start and cell.end <= leaf.end
        )

    def listed(self, row: Sequence[Cell]) -> list[tuple[Leaf, Cell]]:
        """Pairs the cells of a list's row with the columns they stand in."""
        if row[-1].end == self.leaves[-1].end:
            return self._by_grid(row, self.leaves)
        behind = len(self.leaves) - len(row)
        unnumbered = behind == 1 and self.leaves[0].column is None  # the serial number is left out
        return list(zip(self.leaves[1:] if unnumbered else self.leaves, row, strict=False))

    def _by_grid(self, cells: Sequence[Cell], leaves: Sequence[Leaf]) -> list[tuple[Leaf, Cell]]:
        if len(leaves) == len(cells):
            return list(zip(leaves, cells, strict=True))
        taken: dict[int, Cell] = {}
        for cell in cells:
            overlaps = [
                (min(leaf.end, cell.end) - max(leaf.start, cell.start), -i) for i, leaf in enumerate(leaves)
            ]
            width, position = max(overlaps, default=(0, 0))
            # Of two cells below one heading the first counts, unless it is blank.
            if width > 0 and (-position not in taken or not taken[-position].text.strip()):
                taken[-position] = cell
        return [(leaves[position], cell) for position, cell in taken.items()]


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the form's column that it stands in and the unit in that column's heading."""

    column: Column
    cell: Cell
    unit: str


def place_cells(
    layout: Layout | None, columns: Sequence[Column], row: Sequence[Cell], label: int
) -> tuple[str, list[Placed]]:
    """The unit that an indicator's row states in a cell of its own, and its value cells with their columns.

    Args:
        layout: columns of the draft's table, None where it has no headings that are understood.
        columns: the columns that the row fills, in the form's order.
        row: the row's cells.
        label: position of its label.
    """
    lead = label + 1
    unit = canonical_unit(row[lead].own_text) if lead < len(row) else ""
    if unit and not _has_unit_cell(layout, len(row) - lead):
        unit = ""
    lead += bool(unit)
    cells = row[lead:]
    in_order = [Placed(column, cell, "") for column, cell in zip(columns, cells, strict=False)]
    if layout is None or not layout.known:
        return unit, in_order
    if len(columns) < len(layout.table.columns) and len(cells) == len(columns):
        # One cell for each year where others have two: the years' order is that of the headings.
        starts = {leaf.column.key: leaf.start for leaf in reversed(layout.leaves) if leaf.column}
        ordered = sorted(columns, key=lambda column: starts.get(column.key, 0))
        return unit, [Placed(column, cell, "") for column, cell in zip(ordered, cells, strict=True)]
    pairs = layout.values(row, lead)
    placed = [
        Placed(leaf.column, cell, leaf.unit) for leaf, cell in pairs if leaf.column in columns and leaf.column
    ]
    if len(placed) < len(cells) == len(columns) and layout.known < len(columns):
        return unit, in_order
    return unit, placed


def _has_unit_cell(layout: Layout | None, cells: int) -> bool:
    return layout is None or cells > layout.known or any(leaf.holds_units for leaf in layout.leaves)


def build_layout(
    rows: Sequence[Sequence[Cell]],
    section: Section,
    prefer: Table | None,
    index: int,
    *,
    units: tuple[str, ...] = (),
    filled: Collection[str] = (),
) -> Layout | None:
    """The layout that stacked heading rows make.

    Args:
        rows: heading rows from top to bottom.
        section: the form's section.
        prefer: the table whose title stands above.
        index: ordinal of the draft's table.
        units: units stated above the table.
        filled: keys of the tables that were found before this one; of two that fit alike another is taken.
    """
    tables = [table for table in section.tables if table.kind in ("matrix", "list")]
    scored = []
    for position, table in enumerate(tables):
        layout = _layout(rows, table, index, units)
        label = any(is_label_column(leaf.text) for leaf in layout.leaves)
        indicators = any("指标" in leaf.text for leaf in layout.leaves)
        bonus = 0.5 if layout.table is prefer and not (indicators and table.kind == "list") else 0.0
        bonus += 0.25 if layout.table.kind == "matrix" and label else 0.0
        bonus -= 0.2 if layout.table.kind == "list" and table.key in filled else 0.0
        scored.append((layout.known + bonus, -position, layout))
    scored.sort(key=lambda item: item[:2], reverse=True)
    return scored[0][2] if scored and scored[0][0] >= 1 else None


def _layout(rows: Sequence[Sequence[Cell]], table: Table, index: int, units: tuple[str, ...]) -> Layout:
    edges = sorted({edge for row in rows for cell in row for edge in (cell.start, cell.end)})
    spans: list[tuple[int, int, str]] = []
    for start, end in itertools.pairwise(edges):
        parts: list[str] = []
        for row in rows:
            for cell in row:
                text = unmarked(cell.own_text.strip())
                if cell.start <= start and cell.end >= end and text and text not in parts:
                    parts.append(text)
        text = " ".join(parts)
        whole = any(cell.start <= spans[-1][0] and cell.end >= end for cell in rows[-1]) if spans else False
        if spans and whole and spans[-1][2] == text:
            spans[-1] = (spans[-1][0], end, text)
        else:
            spans.append((start, end, text))
    years = years_of([text for _, _, text in spans], table)
    leaves = tuple(
        Leaf(start, end, text, column_of(text, table, years), unit_in_label(text), is_unit_column(text))
        for start, end, text in spans
    )
    own = [unit for leaf in leaves[:2] if leaf.column is None for unit in units_in(leaf.unit)]
    return Layout(table, index, leaves, years, (*own, *units))


def heading_like(cells: Sequence[Cell]) -> bool:
    """Whether a row reads like the headings of some table: words for what stands below, no figures."""
    texts = [flat(cell.own_text) for cell in cells if not cell.continued]
    if len(texts) < 2 or not all(texts):
        return False
    words = sum(text.endswith(_HEADING_ENDS) or is_label_column(text) for text in texts)
    plain = all(
        not any(c.isdigit() for c in text) or canonical_unit(text) or text[:2] in ("19", "20")
        for text in texts
    )
    return plain and 2 * words >= len(texts) and words >= 2


_HEADING_ENDS = (
    "名称", "单位", "时间", "金额", "类别", "级别", "数量", "情况", "类型", "内容", "备注", "地址", "编号", "负责人", "年份", "进展", "阶段", "专业", "日期", "等级",
    "领域", "方向", "产品", "企业", "项目", "投资", "姓名", "职务", "电话", "来源", "期", "号", "年)", "元)", "%)", "个)", "人)", "年", "年度",
)  # fmt: skip
