"""What the mapper has found so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.checker.draft import Draft, FreeText, ListRow, Value
from assistant.checker.form import Category, CellRef, Column, Form, Row, Table, year_labels
from assistant.checker.labels import core, flat, pick_unit, unit_in_label
from assistant.checker.mapping.identify import category_in, category_of, stage_of
from assistant.checker.mapping.instructions import instructions_for, without_instructions
from assistant.checker.mapping.layout import Layout
from assistant.checker.numbers import parse
from assistant.checker.source import Cell, Paragraph, Place, Source
from assistant.checker.units import conversion

_SIGNED = re.compile(r"(20\d{2})(?=[年./-]\d)")


@dataclass
class RawValue:
    """A cell before the years of the draft are known."""

    row: Row | None
    column: Column | None
    raw: str
    place: Place
    label: str
    unit: str
    pages: str = ""


@dataclass
class Collected:
    """Values, lists and texts by their keys."""

    values: dict[CellRef, RawValue] = field(default_factory=dict)
    lists: dict[tuple[str, str], list[dict[str, RawValue]]] = field(default_factory=dict)
    texts: dict[str, list[Paragraph]] = field(default_factory=dict)
    headings: dict[str, Place] = field(default_factory=dict)
    tables: set[tuple[str, str]] = field(default_factory=set)
    years: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    extra: list[tuple[str, tuple[str, ...], Place]] = field(default_factory=list)
    front: list[Paragraph] = field(default_factory=list)

    def put(self, section: str, row: Row, column: Column | None, cell: RawValue) -> bool:
        """Keep a value; the first non-blank one at a place wins.

        Returns:
            False where another value stood there already.
        """
        ref = CellRef(section, row.key, column.key if column else "value")
        known = self.values.get(ref)
        if known is not None and known.raw.strip():
            return not cell.raw.strip()
        self.values[ref] = cell
        return True

    def has_content(self, section: str) -> bool:
        """Whether anything was found below the section's heading."""
        if any(paragraph.text.strip() for paragraph in self.texts.get(section, ())):
            return True
        return any(number == section for number, _ in self.tables)

    def add_text(self, section: str, paragraph: Paragraph) -> None:
        """Keep a paragraph of free text."""
        self.texts.setdefault(section, []).append(paragraph)

    def add_list_row(self, section: str, table: Table, cells: dict[str, RawValue]) -> None:
        """Keep a filled row of a list."""
        self.lists.setdefault((section, table.key), []).append(cells)

    def note_layout(self, section: str, layout: Layout) -> None:
        """Keep what the headings of a table say."""
        self.tables.add((section, layout.table.key))
        if layout.years and layout.years[0] > 0:
            self.years.setdefault((section, layout.table.key), layout.years)


def raw_value(
    cell: Cell,
    row: Row | None,
    column: Column | None,
    *,
    label: str = "",
    units: Sequence[str] = (),
    common: Sequence[str] = (),
    pages: str = "",
) -> RawValue:
    """The content of a table cell as a raw value.

    Args:
        cell: the cell.
        row, column: the form's row and column; no row in a list.
        label: the draft's own row label; a unit in it counts first.
        units: units stated for the row or the column, the nearest first.
        common: units stated for the whole table; only one that measures the same counts.
        pages: what the row says in a column of page numbers.
    """
    like = row.unit if row is not None else column.unit if column is not None else ""
    own = [unit for unit in (unit_in_label(label, like), *units) if unit]
    shared = [unit for unit in common if like and conversion(unit, like) is not None]
    return RawValue(
        row, column, cell.text.strip(), cell.place, label, pick_unit([*own[:1], *shared][:1]), pages
    )


def last_year(collected: Collected, form: Form) -> tuple[int, bool]:
    """The last complete year of the draft, and whether its headings state it."""
    votes: dict[int, int] = {}
    for (number, key), years in sorted(collected.years.items()):
        section = form.section(number)
        table = section.table(key) if section else None
        targets = bool(table and any(column.role == "target-1" for column in table.columns))
        year = years[-1] - 3 if targets else years[-1]
        votes[year] = votes.get(year, 0) + 1
    if not votes:  # 上年 and 本年: a report is signed in the year after the one that it ends with
        signed = [
            int(year)
            for raw in collected.values.values()
            if raw.row is not None and raw.row.kind in ("endorsement", "signature")
            for year in _SIGNED.findall(flat(raw.raw))
        ]
        return (max(signed) - 1 if signed else form.printed_year), False
    return max(votes, key=lambda year: (votes[year], year)), True


def build_draft(collected: Collected, form: Form, source: Source, category: Category | None) -> Draft:
    """The draft from what was found.

    Args:
        collected: what the mapper found.
        form: the form by which the file was read.
        source: the file.
        category: category chosen by flag, None to read it from the file.
    """
    year, stated = last_year(collected, form)
    values = {ref: _value(ref, raw, year) for ref, raw in collected.values.items()}
    lists = {
        key: tuple(_list_row(key, index, cells, year) for index, cells in enumerate(rows, start=1))
        for key, rows in collected.lists.items()
    }
    return Draft(
        form=form,
        stage_stated=stage_of(source),
        category=category or _category(values.get(CellRef("一", "category")), source),
        last_year=year,
        years_stated=stated,
        values=values,
        lists=lists,
        texts={number: _free_text(number, form, collected) for number in collected.texts},
        headings=dict(collected.headings),
        tables_seen=frozenset(collected.tables),
        table_years=dict(collected.years),
        extra=tuple(collected.extra),
        source=source,
        front=tuple(collected.front),
    )


def _category(named: Value | None, source: Source) -> Category | None:
    """The category that its field names; where the field says nothing, the one that the report states elsewhere."""
    raw = named.raw.strip() if named else ""
    silent = core(raw.strip("（）()")) in (
        "",
        "先进制造业集群或中小企业特色产业集群",
    )  # blank, or the form's own hint
    return category_of(raw) or (category_in(source) if silent else None)


def _value(ref: CellRef, raw: RawValue, year: int) -> Value:
    row, column = raw.row, raw.column
    parsed = None
    if row is not None and row.numeric:
        growth = column is not None and column.role == "growth"
        kind, unit = ("percent", "%") if growth else (row.kind, row.unit)
        parsed = parse(raw.raw, kind, unit, "" if growth else raw.unit)  # type: ignore[arg-type]
    group = field_column(row) if row else None
    label = group
    if column is not None:
        label = row.column_label(column, year) if row is not None else year_labels(column.label, year)
    return Value(ref, row.label if row else None, label, raw.raw, parsed, raw.place, raw.label, raw.pages)


def field_column(row: Row) -> str | None:
    """The label that tells a field from its namesakes: its group, and for 电话 whose it is."""
    if row.group is None:
        return None
    whose = {"head": "负责人", "contact": "联系人"}.get((row.after or "").rpartition("_")[2], "")
    return f"{row.group} {whose}".strip()


def _list_row(key: tuple[str, str], index: int, cells: dict[str, RawValue], year: int) -> ListRow:
    section, table = key
    values = {}
    for name, raw in cells.items():
        column = raw.column
        parsed = None
        if column is not None and column.kind in ("amount", "count", "percent", "decimal"):
            parsed = parse(raw.raw, column.kind, column.unit, raw.unit)
        label = year_labels(column.label, year) if column else None
        ref = CellRef(section, f"{table}[{index}]", name)
        values[name] = Value(ref, raw.label, label, raw.raw, parsed, raw.place, raw.label)
    first = next(iter(values.values()))
    return ListRow(section, table, index, values, first.place)


def _free_text(number: str, form: Form, collected: Collected) -> FreeText:
    everything = tuple(collected.texts[number])
    kept = []
    for paragraph in everything:
        own = without_instructions(paragraph.text, instructions_for(form.stage, number))
        if own.strip():
            kept.append(replace(paragraph, text=own))
    return FreeText(number, tuple(kept), collected.headings.get(number), everything)
