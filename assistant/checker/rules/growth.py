"""Growth rates (kind `arithmetic`): 增幅 of 2.1, 2.2, 2.4 and 3.1."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.checker.draft import Value
from assistant.checker.form import Row
from assistant.checker.numbers import Interval, Number, growth, rounded
from assistant.checker.rules.derived import derived_growth, derived_ratio
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule


def _growth_cells(context: Context) -> Iterator[tuple[Row, Value, Value, Value]]:
    """(row, earlier, later, growth) where all three cells hold numbers to be relied on."""
    draft = context.draft
    for section, table, row in context.form.rows():
        for column in table.row_columns(row):
            if not column.of or not row.numeric:
                continue
            path = f"{section.number}/{row.key}"
            cells = [draft.value(path, key) for key in (*column.of, column.key)]
            if any(cell is None or cell.number is None or cell.number.approximate for cell in cells):
                continue
            earlier, later, rate = cells
            assert earlier is not None
            assert later is not None
            assert rate is not None
            yield row, earlier, later, rate


def _numbers(*values: Value) -> tuple[Number, ...]:
    return tuple(value.number for value in values if value.number is not None)


def growth_readings(row: Row, earlier: Number, later: Number, rate: Number) -> list[Interval]:
    """The rates that the two years allow: relative growth, and percentage points for a row of per cents."""
    readings = []
    if not rate.points:
        relative = growth(earlier, later)
        if relative is not None:
            readings.append(relative)
            if earlier.value < 0:  # from a loss, growth is also taken on the loss's size
                readings.append(Interval(-relative.high, -relative.low))
    if row.kind == "percent":
        readings.append(later.interval.minus(earlier.interval))
    return readings


def _expected(row: Row, earlier: Number, later: Number, rate: Number) -> Decimal:
    if row.kind == "percent" and rate.points:
        return later.value - earlier.value
    base = abs(earlier.value)
    return (later.value - earlier.value) / base * 100


@rule(id="growth-rate", kind="arithmetic", title="增幅与两年数值不符")
def growth_rate(context: Context) -> Iterator[Problem]:
    """The rate printed follows from no values that round to the two printed ones."""
    # A year that is itself contradicted by other cells is the slip; its growth rate is not reported as another.
    contradicted = {
        (problem.section, problem.row, problem.column)
        for check in (derived_ratio, derived_growth)
        for problem in check(context)
    }
    for row, earlier, later, cell in _growth_cells(context):
        if any((v.ref.section, v.row_label, v.column_label) in contradicted for v in (earlier, later)):
            continue
        a, b, rate = _numbers(earlier, later, cell)
        if a.interval.low <= 0 <= a.interval.high:  # zero last year leaves no rate
            continue
        readings = growth_readings(row, a, b, rate)
        if not readings or any(reading.overlaps(rate.interval) for reading in readings):
            continue
        expected = rounded(_expected(row, a, b, rate), rate.value)
        either = ""
        if row.kind == "percent":
            points = rounded(b.value - a.value, rate.value)
            either = f"（或增减 {points} 个百分点）"
        yield at(
            cell,
            f"{cell_name(cell)}填 {cell.raw.strip()}，按{earlier.column_label} {earlier.raw.strip()}、"
            f"{later.column_label} {later.raw.strip()} 计算应为 {expected}{either}。",
            f"请将增幅改为 {expected}，或核对两年数值。",
            expected=expected,
        )


@rule(id="growth-from-zero", kind="arithmetic", title="上年为零时没有增幅", severity="warning")
def growth_from_zero(context: Context) -> Iterator[Problem]:
    """A rate is printed though the earlier count is exactly zero and the later one is not."""
    for row, earlier, later, cell in _growth_cells(context):
        a, b, rate = _numbers(earlier, later, cell)
        if row.kind == "count" and a.value == 0 and b.value != 0 and not rate.points:
            yield at(
                cell,
                f"{cell_name(cell)}填 {cell.raw.strip()}，但{earlier.column_label}为 0，没有增幅可算。",
                "请将增幅填为“—”。",
                expected="—",
            )
