"""Column headings of a table: which grid columns hold which column of the form."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checker.form import Column, Section, Table
from assistant.checker.labels import best, core, flat, unit_in_label
from assistant.checker.source import Cell

_YEAR = re.compile(r"(?:19|20)\d{2}")
_YEAR_HEADING = re.compile(r"(?:19|20)\d{2}年?(?:度|底|末|全年)?(?:\(.*\))?")
_TARGET = re.compile(r"目标|规划|计划|预期")
_PREVIOUS = re.compile(r"上一?年|实际|基期|现状")
_GROWTH = re.compile(r"增幅|增长率|增速|增减|同比|增长")
_PART = re.compile(r"其中|集群产业")
_LABEL_COLUMN = frozenset({"指标名称", "近2年情况", "近两年情况", "近2年情况指标名称", "指标", "序号", "企业名称近2年情况",
                           "近2年情况企业名称", "年份", "年度", "备注", "排名", "单位", "数据来源", "佐证页码", "页码"})  # fmt: skip
_NUMERIC = re.compile(r"^[-+]?[\d,.]+%?$")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One column of a draft's table.

    Attributes:
        start, end: grid columns covered.
        text: its headings, top down.
        column: the form's column, None for label columns and columns that the form does not have.
        unit: unit in the heading.
    """

    start: int
    end: int
    text: str
    column: Column | None
    unit: str


@dataclass(frozen=True)
class Layout:
    """The columns of one table of the draft.

    Attributes:
        table: the form's table.
        index: ordinal of the draft's table.
        leaves: columns from left to right.
        years: years in the headings, ascending.
    """

    table: Table
    index: int
    leaves: tuple[Leaf, ...]
    years: tuple[int, ...]

    def assign(self, cells: Sequence[Cell], index: int) -> list[tuple[Leaf, Cell]]:
        """Pairs the cells of a row with the columns they stand in.

        Args:
            cells: the row's cells from the first value cell on.
            index: ordinal of the draft's table that the row is in.
        """
        if not cells:
            return []
        same = index == self.index
        leaves = [leaf for leaf in self.leaves if not same or leaf.end > cells[0].start]
        if not same:
            leaves = list(self.leaves[-len(cells) :]) if len(cells) <= len(self.leaves) else list(self.leaves)
        if len(leaves) == len(cells) or not same:
            return list(zip(leaves, cells, strict=False))
        pairs = []
        taken: set[int] = set()
        for cell in cells:
            overlaps = [
                (min(leaf.end, cell.end) - max(leaf.start, cell.start), -i) for i, leaf in enumerate(leaves)
            ]
            width, position = max(overlaps, default=(0, 0))
            if width > 0 and -position not in taken:
                taken.add(-position)
                pairs.append((leaves[-position], cell))
        return pairs


def heading_kind(text: str, tables: Sequence[Table]) -> bool | None:
    """Whether `text` can be a column heading of one of `tables`; None for a blank."""
    plain = flat(text)
    if not plain:
        return None
    words = core(text)
    if _YEAR_HEADING.fullmatch(plain) or words in _LABEL_COLUMN or plain in _LABEL_COLUMN:
        return True
    if "指标" in words and len(words) <= 12:
        return True
    if len(plain) > 30 or _NUMERIC.match(plain):
        return False
    for table in tables:
        if table.kind == "matrix":
            if _matrix_heading(plain, table):
                return True
        elif table.kind == "list" and _is_list_heading(text, table):
            return True
    return False


def _matrix_heading(plain: str, table: Table) -> bool:
    roles = {column.role for column in table.columns}
    words = _YEAR.sub("", plain, count=1).lstrip("年度") if _YEAR.match(plain) else plain
    words = words.strip("()")
    if "target-1" in roles and re.fullmatch(
        r"(上一?年)?(度)?(实际|完成)?(发展)?(目标|值|情况|数)*|基期值?|现状值?", words
    ):
        return bool(words) or words != plain
    if any(role.startswith("part") for role in roles) and re.fullmatch(
        r"园区总额|其中[:,]?集群产业|集群产业|总额", words
    ):
        return True
    return bool(
        re.fullmatch(r"(总额)?(增幅|增长率|增速|同比增长|同比)(\(.*\)?)?|%|(实际|完成)(值|数)?", words)
    )


def _is_list_heading(text: str, table: Table) -> bool:
    """Whether `text` heads a column of a list: by its label, or by its measure with a year (2022年营业收入)."""
    plain = flat(text)
    if not _YEAR.search(plain):
        return _list_column(text, table, ()) is not None
    rest = core(re.sub(r"(?:19|20)\d{2}(?:年度?)?", "", text))
    measures = [c.label for c in table.columns if c.role in ("year-1", "year-2")]
    return any(rest == core(re.sub(r"\{.*?\}年?", "", label)) for label in measures)


def build_layout(
    rows: Sequence[Sequence[Cell]], section: Section, prefer: Table | None, index: int
) -> Layout | None:
    """The layout that stacked heading rows make.

    Args:
        rows: heading rows from top to bottom.
        section: the form's section.
        prefer: the table whose title stands above.
        index: ordinal of the draft's table.
    """
    tables = [table for table in section.tables if table.kind in ("matrix", "list")]
    options = [_layout(rows, table, index) for table in tables]
    scored = []
    for position, layout in enumerate(options):
        known = {leaf.column.key for leaf in layout.leaves if leaf.column}
        label = any(core(leaf.text) in _LABEL_COLUMN for leaf in layout.leaves)
        bonus = 0.5 if layout.table is prefer else 0.0
        bonus += 0.25 if layout.table.kind == "matrix" and label else 0.0
        scored.append((len(known) + bonus, -position, layout))
    scored.sort(key=lambda item: item[:2], reverse=True)
    return scored[0][2] if scored and scored[0][0] >= 1 else None


def _layout(rows: Sequence[Sequence[Cell]], table: Table, index: int) -> Layout:
    edges = sorted({edge for row in rows for cell in row for edge in (cell.start, cell.end)})
    spans: list[tuple[int, int, str]] = []
    for start, end in itertools.pairwise(edges):
        parts: list[str] = []
        for row in rows:
            for cell in row:
                text = cell.own_text.strip()
                if cell.start <= start and cell.end >= end and text and text not in parts:
                    parts.append(text)
        text = " ".join(parts)
        whole = any(cell.start <= spans[-1][0] and cell.end >= end for cell in rows[-1]) if spans else False
        if spans and whole and spans[-1][2] == text:
            spans[-1] = (spans[-1][0], end, text)
        else:
            spans.append((start, end, text))
    years = tuple(sorted({int(year) for _, _, text in spans for year in _YEAR.findall(flat(text))}))
    leaves = tuple(
        Leaf(start, end, text, _column(text, table, years), unit_in_label(text)) for start, end, text in spans
    )
    return Layout(table, index, leaves, years)


def _column(text: str, table: Table, years: tuple[int, ...]) -> Column | None:
    if table.kind == "list":
        return _list_column(text, table, years)
    return _by_role(table, _matrix_role(flat(text), table, years))


def _by_role(table: Table, role: str) -> Column | None:
    return next((column for column in table.columns if column.role == role), None)


def _matrix_role(plain: str, table: Table, years: tuple[int, ...]) -> str:
    found = _YEAR.search(plain)
    if any(column.role == "target-1" for column in table.columns):
        if _PREVIOUS.search(plain) or (found and not _TARGET.search(plain) and len(years) == 4):
            return "year-1"
        future = years[-3:]
        return (
            f"target-{future.index(int(found.group())) + 1}" if found and int(found.group()) in future else ""
        )
    if _GROWTH.search(plain) or plain == "%":
        return "growth"
    part = any(column.role.startswith("part") for column in table.columns) and bool(_PART.search(plain))
    if not found or int(found.group()) not in years[-2:]:
        return ""
    role = "year-1" if int(found.group()) == years[-1] else "year-2"
    return f"part-{role}" if part else role


def _list_column(text: str, table: Table, years: tuple[int, ...]) -> Column | None:
    text = re.sub(r"近[2两二]年情况", "", text)
    plain = flat(text)
    found = _YEAR.search(plain)
    has_years = any(column.role == "year-1" for column in table.columns)
    if found and has_years:
        latest = bool(years) and int(found.group()) == years[-1]
        return _by_role(table, "year-1" if latest else "year-2")
    candidates = [
        (column, (column.label, *column.aliases)) for column in table.columns if "{" not in column.label
    ]
    column = best(text, candidates, at_least=0.75)
    if column is None and has_years:
        # The upper of two heading rows names the measure only (营业收入 above 2021年 and 2022年).
        above = [c for c in table.columns if c.role == "year-1"]
        words = core(re.sub(r"\{.*", "", above[0].label))
        if core(text) == words:
            return above[0]
    return column
