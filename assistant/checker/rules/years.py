"""The years of the tables (kind `consistency`)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.checker.draft import Draft, Value
from assistant.checker.form import Row, Section, Table
from assistant.checker.rules.registry import Context, Problem, list_name, reliable, rule, short_label
from assistant.checker.source import Place

# So many rows, and so large a part of a table, do not stay the same by chance.
_LEAST_ROWS, _PART = 5, 0.6
# Smaller counts often stay as they were.
_LEAST_COUNT = 10


def _tables(context: Context) -> Iterator[tuple[Section, Table]]:
    for section in context.form.sections:
        for table in section.tables:
            yield section, table


@rule(id="years-differ", kind="consistency", title="各表年度不一致", severity="warning")
def years_differ(context: Context) -> Iterator[Problem]:
    """The headings of a table state other years than most tables of the draft."""
    draft = context.draft
    if not draft.years_stated:
        return
    for section, table in _tables(context):
        years = draft.table_years.get((section.number, table.key), ())
        targets = any(column.role == "target-1" for column in table.columns)
        last = years[-1] - 3 if years and targets else (years[-1] if years else draft.last_year)
        if last == draft.last_year:
            continue
        found = "、".join(f"{year}年" for year in years)
        yield Problem(
            section=section.number,
            row=table.title or None,
            message=f"{section.number} “{list_name(section, table)}”的年度为{found}，与其他表"
            f"（最近一年为 {draft.last_year} 年）不一致。",
            advice="请核对表头年度。",
            found=found,
            place=draft.headings.get(section.number, Place()),
        )


@rule(id="years-not-consecutive", kind="consistency", title="表头年度不连续", severity="warning")
def years_not_consecutive(context: Context) -> Iterator[Problem]:
    """The headings of a table leave a year out."""
    for section, table in _tables(context):
        years = context.draft.table_years.get((section.number, table.key), ())
        if all(later - earlier == 1 for earlier, later in pairwise(years)):
            continue
        found = "、".join(f"{year}年" for year in years)
        yield Problem(
            section=section.number,
            row=table.title or None,
            message=f"{section.number} “{list_name(section, table)}”的年度为{found}，中间缺年。",
            advice="请核对表头年度，填写相邻的年份。",
            found=found,
            place=context.draft.headings.get(section.number, Place()),
        )


@rule(id="years-unstated", kind="consistency", title="表头没有年度", severity="info")
def years_unstated(context: Context) -> Iterator[Problem]:
    """No heading states a year, so that the form's own years are taken."""
    draft = context.draft
    if draft.years_stated or not draft.tables_seen:
        return
    yield Problem(
        section="2.1",
        message=f"表头没有写明年度，检查时按格式所印年度（{draft.last_year - 1}年、{draft.last_year}年）处理。",
        advice="请在表头写明年度。",
        place=draft.headings.get("2.1", Place()),
    )


@rule(id="years-identical", kind="consistency", title="两年数值大面积相同", severity="warning")
def years_identical(context: Context) -> Iterator[Problem]:
    """Most rows of a table repeat one year's figures in the other: a column was copied and not updated."""
    for section, table in _tables(context):
        if table.kind != "matrix":
            continue
        pairs = list(_two_years(context.draft, section, table))
        same = [(row, value) for row, value, alike in pairs if alike]
        if len(same) < _LEAST_ROWS or len(same) < _PART * len(pairs):
            continue
        names = "、".join(short_label(row.label) for row, _ in same[:_LEAST_ROWS])
        more = "等" if len(same) > _LEAST_ROWS else ""
        yield Problem(
            section=section.number,
            row=table.title or None,
            message=f"{section.number} “{list_name(section, table)}”{len(pairs)} 行中有 {len(same)} 行两年数值"
            f"完全相同（{names}{more}）。",
            advice="请核对是否把一年的数值照抄到了另一年。",
            found=str(len(same)),
            place=same[0][1].place,
        )


def _two_years(draft: Draft, section: Section, table: Table) -> Iterator[tuple[Row, Value, bool]]:
    """(row, last year's cell, whether both years are the same) for rows that usually change."""
    for row in table.rows:
        path = f"{section.number}/{row.key}"
        value = draft.value(path, "y1")
        earlier, later = reliable(draft.value(path, "y2")), reliable(value)
        if value is None or earlier is None or later is None or row.kind not in ("amount", "count"):
            continue
        if later.value == 0 or (row.kind == "count" and later.value < _LEAST_COUNT):
            continue
        yield row, value, earlier.value == later.value
