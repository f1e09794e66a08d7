"""Growth rates (kind `arithmetic`): 增幅 of 2.1, 2.2, 2.4 and 3.1."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.checker.draft import Value
from assistant.checker.form import Row
from assistant.checker.numbers import Interval, Number, growth, rounded
from assistant.checker.rules.derived import derived_growth, derived_ratio
from assistant.checker.rules.registry import Context, Problem, at, cell_name, reliable, rule, shown

_HUNDRED = Decimal(100)


def growth_cells(context: Context) -> Iterator[tuple[Row, Value, Value, Value]]:
    """(row, earlier, later, growth) where all three cells hold numbers to be relied on."""
    draft = context.draft
    for section, table, row in context.form.rows():
        for column in table.row_columns(row):
            if not column.of or not row.numeric:
                continue
            path = f"{section.number}/{row.key}"
            earlier, later, rate = (draft.value(path, key) for key in (*column.of, column.key))
            if earlier is None or later is None or rate is None:
                continue
            if all(reliable(cell) is not None for cell in (earlier, later, rate)):
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
    return (later.value - earlier.value) / abs(earlier.value) * _HUNDRED


def _slip(earlier: Number, later: Number, rate: Number, readings: list[Interval]) -> str:
    """How the rate came about, where it is a common slip; "" where it is none."""
    if rate.value and any(reading.overlaps(rate.interval.scaled(_HUNDRED)) for reading in readings):
        return "疑似以小数代替百分数。"
    backwards = growth(later, earlier)
    if backwards is not None and backwards.overlaps(rate.interval):
        return "疑似两年数值颠倒。"
    quotient = later.interval.over(earlier.interval)
    if quotient is not None and quotient.scaled(_HUNDRED).overlaps(rate.interval):
        return "疑似填成了两年之比。"
    return ""


@rule(id="growth-rate", kind="arithmetic", title="增幅与两年数值不符")
def growth_rate(context: Context) -> Iterator[Problem]:
    """The rate printed follows from no values that round to the two printed ones."""
    # A year that is itself contradicted by other cells is the slip; its growth rate is not reported as another.
    contradicted = {
        (problem.section, problem.row, problem.column)
        for check in (derived_ratio, derived_growth)
        for problem in check(context)
    }
    for row, earlier, later, cell in growth_cells(context):
        if any((v.ref.section, v.row_label, v.column_label) in contradicted for v in (earlier, later)):
            continue
        a, b, rate = _numbers(earlier, later, cell)
        if growth(a, b) is None:  # zero last year leaves no rate
            continue
        readings = growth_readings(row, a, b, rate)
        if readings and not any(reading.overlaps(rate.interval) for reading in readings):
            yield _wrong_rate(row, earlier, later, cell, readings)


def _wrong_rate(row: Row, earlier: Value, later: Value, cell: Value, readings: list[Interval]) -> Problem:
    a, b, rate = _numbers(earlier, later, cell)
    exact = _expected(row, a, b, rate)
    expected, cut = rounded(exact, rate.value), rate.is_cut_from(exact)
    slip = "疑似直接舍去了后面的位数，应四舍五入。" if cut else _slip(a, b, rate, readings)
    either = ""
    if row.kind == "percent" and not rate.points:
        either = f"（或增减 {rounded(b.value - a.value, rate.value)} 个百分点）"
    return at(
        cell,
        f"{cell_name(cell)}填 {shown(cell)}，按{earlier.column_label} {shown(earlier)}、"
        f"{later.column_label} {shown(later)} 计算应为 {expected}{either}。{slip}",
        f"请将增幅改为 {expected}，或核对两年数值。",
        expected=expected,
        severity="warning" if cut else None,  # a digit dropped is sent back by nobody
    )


@rule(id="growth-from-zero", kind="arithmetic", title="上年为零时没有增幅", severity="warning")
def growth_from_zero(context: Context) -> Iterator[Problem]:
    """A rate is printed though the earlier count or amount is zero and the later one is not."""
    for row, earlier, later, cell in growth_cells(context):
        a, b, rate = _numbers(earlier, later, cell)
        if row.kind not in ("count", "amount") or a.value != 0 or rate.points or rate.value == 0:
            continue
        if b.interval.low > a.interval.high:
            yield at(
                cell,
                f"{cell_name(cell)}填 {shown(cell)}，但{earlier.column_label}为 0，没有增幅可算。",
                "请将增幅填为“—”。",
                expected="—",
            )


@rule(id="growth-impossible", kind="range", title="降幅超过 100%")
def growth_impossible(context: Context) -> Iterator[Problem]:
    """A quantity that cannot be negative is said to fall by more than all of it; told where no years tell it."""
    checked = {cell.ref for _, _, _, cell in growth_cells(context)}
    draft = context.draft
    for section, table, row in context.form.rows():
        for column in table.row_columns(row):
            value = draft.value(f"{section.number}/{row.key}", column.key)
            number = value.number if value else None
            if not column.of or row.minimum != 0 or value is None or number is None or value.ref in checked:
                continue
            if number.interval.high < -_HUNDRED:
                yield at(
                    value,
                    f"{cell_name(value)}填 {shown(value)}，降幅不可能超过 100%。",
                    "请核对两年数值后重新计算增幅。",
                    expected="≥-100",
                )
