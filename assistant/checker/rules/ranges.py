"""Impossible values (kind `range`)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.checker.draft import Value
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule


def _bounded(value: Value, low: Decimal | None, high: Decimal | None) -> Problem | None:
    number = value.number
    if number is None:
        return None
    if low is not None and number.interval.high < low:
        return at(
            value, f"{cell_name(value)}填 {value.raw.strip()}，不应小于 {low}。", "请核对数值和正负号。"
        )
    if high is not None and number.interval.low > high:
        return at(
            value,
            f"{cell_name(value)}填 {value.raw.strip()}，应在 {low if low is not None else 0}—{high} 之间。",
            "请核对数值；比重、比例以百分数填写，不超过 100。",
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


def in_list(problem: Problem, index: int) -> Problem:
    """The problem, its row named by the list and its position."""
    from dataclasses import replace

    return replace(problem, row=f"{problem.row}第{index}行")


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
        if max(a.value, b.value) >= 1000 * min(a.value, b.value):
            yield at(
                later,
                f"{cell_name(later)}填 {later.raw.strip()}，"
                f"与{earlier.column_label} {earlier.raw.strip()} 相差千倍以上。",
                f"请核对两年是否都以“{row.unit}”为单位。",
            )
