"""Impossible values (kind `range`)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.checker.draft import Value
from assistant.checker.rules.registry import Context, Problem, at, cell_name, in_list, reliable, rule, shown

# A ton of carbon dioxide for less than a hundred yuan of output: no industry, but the figure per 亿元 is in this range.
_MOST_CO2 = Decimal(100)
# Shares that are never below one per cent in a cluster that has any.
_USUALLY_LARGE = (
    "2.1/sme_share",
    "2.2/cloud",
    "2.2/platform",
    "2.5/solid_waste",
    "2.5/water",
    "2.6/certificates",
)
_LEAP = 1000


def _bounded(value: Value, low: Decimal | None, high: Decimal | None) -> Problem | None:
    """The problem of a value outside its bounds; whatever has an upper one has a lower one too."""
    number = value.number
    if number is None:
        return None
    if low is not None and number.interval.high < low:
        message = f"{cell_name(value)}填 {shown(value)}，不应小于 {low}。"
        return at(value, message, "请核对数值和正负号。", expected=f"≥{low}")
    if high is not None and number.interval.low > high:
        return at(
            value,
            f"{cell_name(value)}填 {shown(value)}，应在 {low}—{high} 之间。",
            "请核对数值；比重、比例以百分数填写，不超过 100。",
            expected=f"{low}—{high}",
        )
    return None


@rule(id="out-of-range", kind="range", title="数值超出可能范围")
def out_of_range(context: Context) -> Iterator[Problem]:
    """A share outside 0–100, or a negative amount or count, in a table of indicators."""
    draft = context.draft
    for section, table, row in context.form.rows():
        for column in table.row_columns(row):
            value = draft.value(f"{section.number}/{row.key}", column.key)
            if value is None or column.of:
                continue
            problem = _bounded(value, row.minimum, row.maximum)
            if problem:
                yield problem


@rule(id="list-out-of-range", kind="range", title="清单数值超出可能范围")
def list_out_of_range(context: Context) -> Iterator[Problem]:
    """A share outside 0–100, or a negative amount, in a list."""
    for section, table in context.form.lists():
        for row in context.draft.rows(section.number, table.key):
            for column in table.columns:
                value = row.cells.get(column.key)
                problem = _bounded(value, column.minimum, column.maximum) if value else None
                if problem:
                    yield in_list(problem, row.index)


@rule(id="unit-leap", kind="range", title="两年数值相差千倍以上，疑似单位错误", severity="warning")
def unit_leap(context: Context) -> Iterator[Problem]:
    """Two years differ a thousandfold: one is probably in another unit."""
    draft = context.draft
    for section, table, row in context.form.rows():
        if table.kind != "matrix" or row.kind not in ("amount", "count", "decimal"):
            continue
        path = f"{section.number}/{row.key}"
        earlier, later = draft.value(path, "y2"), draft.value(path, "y1")
        a = earlier.number if earlier else None
        b = later.number if later else None
        if a is None or b is None or later is None or earlier is None or a.value <= 0 or b.value <= 0:
            continue
        if max(a.value, b.value) >= _LEAP * min(a.value, b.value):
            yield at(
                later,
                f"{cell_name(later)}填 {shown(later)}，与{earlier.column_label} {shown(earlier)} 相差千倍以上。",
                f"请核对两年是否都以“{row.unit}”为单位。",
            )


@rule(id="percent-as-fraction", kind="range", title="百分数疑似以小数填写", severity="warning")
def percent_as_fraction(context: Context) -> Iterator[Problem]:
    """A share between 0 and 1, in both years or beside a year above 10: 0.715 was probably meant as 71.5."""
    for path in _USUALLY_LARGE:
        cells = [context.draft.value(path, column) for column in ("y2", "y1")]
        found = [(cell, cell.number) for cell in cells if cell is not None and cell.number is not None]
        small = [(cell, number) for cell, number in found if 0 < number.value <= 1]
        large = [number for _, number in found if number.value > 10]
        if len(found) < 2 or not small or len(small) + len(large) < 2:
            continue
        cell, number = small[-1]
        if not number.written_unit:
            yield at(
                cell,
                f"{cell_name(cell)}填 {shown(cell)}，疑似以小数代替百分数。",
                "请以百分数填写，如 71.5。",
            )


@rule(id="co2-scale", kind="range", title="单位产值二氧化碳排放量疑似单位错误", severity="warning")
def co2_scale(context: Context) -> Iterator[Problem]:
    """More than 100 tons of carbon dioxide per 万元 of output: probably per 亿元, or in kilograms."""
    for column in ("y2", "y1"):
        value = context.draft.value("2.5/co2", column)
        number = reliable(value)
        if value is not None and number is not None and number.value > _MOST_CO2:
            yield at(
                value,
                f"{cell_name(value)}填 {shown(value)}，远高于任何行业的水平，疑似单位错误。",
                "请以“吨/万元”为单位填写。",
            )
