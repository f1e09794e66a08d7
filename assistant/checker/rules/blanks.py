"""Blank cells (kind `completeness`): told one by one while they are few, table by table where they are many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from assistant.checker.draft import Draft
from assistant.checker.form import Column, Row, Section, Table
from assistant.checker.mapping.collect import field_column
from assistant.checker.rules.completeness import applies, only_hint
from assistant.checker.rules.registry import (
    Context,
    Problem,
    at,
    cell_name,
    in_list,
    list_name,
    missing,
    rule,
    short_label,
    shown,
)

# More blank cells of one table than this are told together: a list of all of them would hide what else is wrong.
MANY_CELLS = 10
MANY_LIST_CELLS = 5
_PLACEHOLDER = re.compile(r"[XxＸ×]{2,}|\*{3,}|待补充|待填|待定|待核实|此处填写|请填写|TODO")
_PROSE_PLACEHOLDER = re.compile(r"[XＸ×]{2,}|\*{3,}|待补充|待填|待核实|此处填写|请填写|TODO")
_LONGEST_CELL = 40


@rule(id="cell-missing", kind="completeness", title="应填的单元格为空")
def cell_missing(context: Context) -> Iterator[Problem]:
    """A blank cell. A growth cell may stay blank where there is no rate to give."""
    for section in context.form.sections:
        for table in section.tables:
            blanks = list(_blanks(context.draft, section, table))
            if len(blanks) > MANY_CELLS:
                yield _many(context, section, table, blanks)
            else:
                yield from (_one(context, section, row, column) for row, column in blanks)


def _blanks(draft: Draft, section: Section, table: Table) -> Iterator[tuple[Row, Column | None]]:
    for row in table.rows:
        if not applies(row, draft):
            continue
        columns: tuple[Column | None, ...] = table.row_columns(row) or (None,)
        values = [draft.value(f"{section.number}/{row.key}", c.key if c else "value") for c in columns]
        if not any(values):  # the whole row is missing, which is reported as such
            continue
        for column, value in zip(columns, values, strict=True):
            if value is not None and not value.blank and not only_hint(value.raw, row):
                continue
            if column is None or not column.of or _rate_expected(draft, section, row, column):
                yield row, column


def _one(context: Context, section: Section, row: Row, column: Column | None) -> Problem:
    name = row.column_label(column, context.draft.last_year) if column else (field_column(row) or "")
    return missing(
        context,
        section.number,
        row,
        column,
        f"{section.number} “{row.label}”{name and f'（{name}）'}没有填写。",
        "请填写；确无此项的，数量填 0，其他填“无”。" if row.numeric else "请填写。",
    )


def _many(
    context: Context, section: Section, table: Table, blanks: list[tuple[Row, Column | None]]
) -> Problem:
    names = []
    for row, cells in groupby(blanks, key=lambda blank: blank[0]):
        columns = [
            row.column_label(column, context.draft.last_year) if column else (field_column(row) or "")
            for _, column in cells
        ]
        inside = "、".join(filter(None, columns))
        names.append(f"{short_label(row.label)}{inside and f'（{inside}）'}")
    first, column = blanks[0]
    place = _one(context, section, first, column).place
    return Problem(
        section=section.number,
        row=table.title or None,
        message=f"{section.number} “{list_name(section, table)}”有 {len(blanks)} 格没有填写："
        f"{'；'.join(names)}。",
        advice="请逐格填写；确无此项的，数量填 0，其他填“无”。",
        place=place,
    )


def _rate_expected(draft: Draft, section: Section, row: Row, column: Column) -> bool:
    """Whether a growth rate can be given: both years hold numbers and the earlier one is not zero."""
    assert column.of is not None
    earlier, later = (draft.number(f"{section.number}/{row.key}", key) for key in column.of)
    return earlier is not None and later is not None and earlier.value != 0


@rule(id="list-cell-missing", kind="completeness", title="清单中有空格")
def list_cell_missing(context: Context) -> Iterator[Problem]:
    """A blank cell in a filled row of a list."""
    for section, table in context.form.lists():
        required = {column.key for column in table.columns if column.required}
        blanks = [
            in_list(
                at(value, f"{section.number} “{list_name(section, table)}”第{row.index}行的"
                   f"“{value.column_label}”没有填写。", "请填写；确无此项的填“无”。"),
                row.index,
            )
            for row in context.draft.rows(section.number, table.key)
            for value in row.cells.values()
            if value.blank and value.ref.column in required
        ]  # fmt: skip
        if len(blanks) > MANY_LIST_CELLS:
            yield _many_in_list(section, table, blanks)
        else:
            yield from blanks


def _many_in_list(section: Section, table: Table, blanks: list[Problem]) -> Problem:
    by_column: dict[str, list[str]] = {}
    for problem in blanks:
        position = (problem.row or "").rpartition("第")[2].removesuffix("行")
        by_column.setdefault(problem.column or "", []).append(position)
    names = "；".join(f"“{column}”第{'、'.join(rows)}行" for column, rows in by_column.items())
    return Problem(
        section=section.number,
        row=table.title or None,
        message=f"{section.number} “{list_name(section, table)}”有 {len(blanks)} 格没有填写：{names}。",
        advice="请逐格填写；确无此项的填“无”。",
        place=blanks[0].place,
    )


@rule(id="placeholder", kind="completeness", title="留有占位文字", severity="warning")
def placeholder(context: Context) -> Iterator[Problem]:
    """A cell or a sentence that still holds a place holder (XX, 待补充)."""
    draft = context.draft
    advice = "请换成实际内容。"
    for value in draft.values.values():
        if _left(value.raw):
            yield at(value, f"{cell_name(value)}留有占位文字“{shown(value)}”。", advice)
    for rows in draft.lists.values():
        for row in rows:
            for value in row.cells.values():
                if _left(value.raw):
                    message = f"{value.ref.section} “{value.row_label}”第{row.index}行留有占位文字“{shown(value)}”。"
                    yield in_list(at(value, message, advice), row.index)
    seen: set[str] = set()
    for section, paragraph in draft.all_paragraphs():
        match = _PROSE_PLACEHOLDER.search(paragraph.text)
        if match is not None and section not in seen:
            seen.add(section)
            around = paragraph.text[max(0, match.start() - 8) : match.end() + 8].strip()
            yield Problem(
                section=section,
                message=f"{section} 文字中留有占位文字：“{around}”。",
                advice=advice,
                found=match.group(),
                place=paragraph.place,
            )


def _left(raw: str) -> bool:
    return len(raw) <= _LONGEST_CELL and bool(_PLACEHOLDER.search(raw))
