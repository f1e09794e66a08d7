"""How values are written (kind `format`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.checker.draft import Value
from assistant.checker.numbers import Number
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule, shown

# Words that answer where there is no figure to give, and growth told as a multiple.
_EXPLAINED = re.compile(
    r"扭亏|由亏转盈|由亏为盈|由盈转亏|减亏|增亏|新增|翻[一两二]?番|持平|不可比|无法计算|未统计|不涉及|不适用|倍"
)
# More cells of one table than this in another unit are told together.
_MANY_UNITS = 5


def _cells(context: Context) -> Iterator[tuple[Value, str]]:
    """All numeric cells of the draft with their units, those of lists with the row named."""
    draft = context.draft
    for section, table, row in context.form.rows():
        if not row.numeric:
            continue
        for column in table.row_columns(row):
            value = draft.value(f"{section.number}/{row.key}", column.key)
            if value is not None:
                yield value, "%" if column.of else row.unit
    for section, table in context.form.lists():
        for row_ in draft.rows(section.number, table.key):
            for value in row_.cells.values():
                column_ = table.column(value.ref.column)
                if column_ is not None and column_.unit:
                    yield replace(value, row_label=f"{value.row_label}第{row_.index}行"), column_.unit


@rule(id="not-a-number", kind="format", title="应填数字")
def not_a_number(context: Context) -> Iterator[Problem]:
    """A numeric cell that holds something else; where it may hold a number, that is asked only."""
    for value, unit in _cells(context):
        if value.parsed is None or value.parsed.form not in ("text", "unclear"):
            continue
        if _EXPLAINED.search(value.raw):
            continue
        clear = value.parsed.form == "text"
        yield at(
            value,
            f"{cell_name(value)}填“{shown(value)}”，{'不是数字' if clear else '看不出是哪一个数，未参与计算'}。",
            f"请填写以“{unit}”为单位的数字。",
            severity=None if clear else "warning",
        )


@rule(id="wrong-unit", kind="format", title="单位不符")
def wrong_unit(context: Context) -> Iterator[Problem]:
    """A unit that measures something else than the row."""
    for value, unit in _cells(context):
        if value.parsed is not None and value.parsed.wrong_unit:
            yield at(
                value,
                f"{cell_name(value)}填“{shown(value)}”，单位与“{unit}”不符。",
                f"请换算为“{unit}”后填写数字。",
            )


@rule(id="other-unit", kind="format", title="单位与表头不同，已换算", severity="info")
def other_unit(context: Context) -> Iterator[Problem]:
    """A unit that could be converted but is not the form's; many of one table are told together."""
    by_table: dict[tuple[str, str], list[tuple[Value, Number, str]]] = {}
    for value, unit in _cells(context):
        number = value.number
        if number is None or not number.written_unit or number.written_unit == unit or unit in ("个", "人"):
            continue
        table = value.ref.row.partition("[")[0] if "[" in value.ref.row else ""
        by_table.setdefault((value.ref.section, table), []).append((value, number, unit))
    for cells in by_table.values():
        if len(cells) > _MANY_UNITS:
            yield _converted_together(cells)
        else:
            yield from (_converted(*cell) for cell in cells)


def _converted(value: Value, number: Number, unit: str) -> Problem:
    figure = f"{number.value.normalize():f}"
    return at(
        value,
        f"{cell_name(value)}填“{shown(value)}”，格式以“{unit}”为单位，检查时已按 {figure}{unit} 换算。",
        f"请改以“{unit}”为单位填写。",
        expected=figure,
    )


def _converted_together(cells: list[tuple[Value, Number, str]]) -> Problem:
    first, number, unit = cells[0]
    return Problem(
        section=first.ref.section,
        message=f"{first.ref.section} 有 {len(cells)} 格写了格式以外的单位，检查时已换算；"
        f"如{cell_name(first)}“{shown(first)}”，已按 {number.value.normalize():f}{unit} 计。",
        advice="请按格式所列单位填写，单元格内只写数字。",
        found=str(len(cells)),
        place=first.place,
    )


@rule(id="fractional-count", kind="format", title="个数应为整数")
def fractional_count(context: Context) -> Iterator[Problem]:
    """A count of things that is no whole number."""
    draft = context.draft
    for section, table, row in context.form.rows():
        if row.kind != "count":
            continue
        for column in table.row_columns(row):
            value = draft.value(f"{section.number}/{row.key}", column.key)
            number = value.number if value else None
            if (
                value is None
                or number is None
                or column.of
                or number.value == number.value.to_integral_value()
            ):
                continue
            yield at(value, f"{cell_name(value)}填 {shown(value)}，个数应为整数。", "请核对数值和单位。")
