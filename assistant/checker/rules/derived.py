"""Rows that follow from others (kind `arithmetic`): 每万人发明专利, 亩均税收, 研发经费增速, 投资强度."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.checker.draft import Draft, Value
from assistant.checker.form import Derived
from assistant.checker.numbers import Interval, Number, growth, rounded
from assistant.checker.rules.registry import Context, Problem, at, cell_name, reliable, rule, shown

_WAN_PER_YI = Decimal(10000)
# Wider apart than any two readings of 投资强度 (a year's or all investment, the park's or its used land).
_OTHER_UNIT = Decimal(1000)


@rule(id="derived-ratio", kind="arithmetic", title="比率与分子分母不符")
def derived_ratio(context: Context) -> Iterator[Problem]:
    """A ratio printed follows from no values that round to its printed numerator and denominator."""
    draft = context.draft
    for section, table, row in context.form.rows():
        how = row.derived
        if how is None or how.ratio is None or how.to is None:
            continue
        for column in table.row_columns(row):
            value = draft.value(f"{section.number}/{row.key}", column.key)
            number = reliable(value)
            bottom = draft.value(how.to, column.key)
            below = reliable(bottom)
            if value is None or number is None or bottom is None or below is None or column.of:
                continue
            tops = [draft.value(how.ratio, key) for key in _top_columns(how, column.key)]
            problem = _ratio_problem(how, (value, number), tops, (bottom, below))
            if problem:
                yield problem


def _top_columns(how: Derived, column: str) -> list[str]:
    other = how.or_columns.get(column)
    return [column, other] if other else [column]


def _ratio_problem(
    how: Derived, ratio: tuple[Value, Number], tops: list[Value | None], bottom: tuple[Value, Number]
) -> Problem | None:
    (value, number), (under, below) = ratio, bottom
    usable = [(top, n) for top in tops if top is not None and (n := reliable(top)) is not None]
    if not usable or below.value == 0:
        return None
    for _, above in usable:
        quotient = above.interval.over(below.interval)
        if quotient is None or quotient.scaled(how.scale).overlaps(number.interval):
            return None
    top, above = usable[0]
    expected = rounded(above.value / below.value * how.scale, number.value)
    cut = any(number.is_cut_from(n.value / below.value * how.scale) for _, n in usable)
    return at(
        value,
        f"{cell_name(value)}填 {shown(value)}，按“{top.row_label}”{shown(top)} 与"
        f"“{under.row_label}”{shown(under)} 计算应为 {expected}。",
        f"请改为 {expected}，或核对这两个数值。",
        expected=expected,
        severity="warning" if cut else None,  # a digit dropped is sent back by nobody
    )


@rule(id="derived-growth", kind="arithmetic", title="增速与两年数值不符")
def derived_growth(context: Context) -> Iterator[Problem]:
    """研发经费增速 of the last year is the growth rate of 研发经费."""
    draft = context.draft
    for section, _table, row in context.form.rows():
        if row.derived is None or row.derived.growth_of is None:
            continue
        base = row.derived.growth_of
        earlier, later = draft.value(base, "y2"), draft.value(base, "y1")
        value = draft.value(f"{section.number}/{row.key}", "y1")
        a, b, rate = reliable(earlier), reliable(later), reliable(value)
        if a is None or b is None or rate is None or value is None or earlier is None or later is None:
            continue
        reading: Interval | None = growth(a, b)
        if reading is None or reading.overlaps(rate.interval):
            continue
        exact = (b.value / a.value - 1) * Decimal(100)
        expected = rounded(exact, rate.value)
        yield at(
            value,
            f"{cell_name(value)}填 {shown(value)}，按"
            f"“{later.row_label}”{earlier.column_label} {shown(earlier)}、"
            f"{later.column_label} {shown(later)} 计算应为 {expected}。",
            f"请改为 {expected}，或核对研发经费。",
            expected=expected,
            severity="warning" if rate.is_cut_from(exact) else None,
        )


@rule(
    id="intensity-scale",
    kind="arithmetic",
    title="投资强度与固定资产投资、开发面积相差悬殊",
    severity="warning",
)
def intensity_scale(context: Context) -> Iterator[Problem]:
    """投资强度 is a thousand times off the park's investment per mu: the form leaves its reading open, not its unit."""
    draft = context.draft
    for year in ("y2", "y1"):
        value = draft.value("3.1/intensity", year)
        number, land = reliable(value), draft.number("3.1/land", year)
        readings = _investments(draft, year)
        if value is None or number is None or land is None or land.value <= 0 or not readings:
            continue
        per_mu = [amount * _WAN_PER_YI / land.value for amount in readings]
        if min(per_mu) / _OTHER_UNIT <= number.value <= max(per_mu) * _OTHER_UNIT:
            continue
        middle = rounded(max(per_mu), Decimal("0.1"))
        yield at(
            value,
            f"{cell_name(value)}填 {shown(value)}，与固定资产投资 ÷ 开发面积（约 {middle} 万元/亩）相差千倍以上，"
            "疑似单位错误。",
            "请以“万元/亩”为单位填写。",
        )


def _investments(draft: Draft, year: str) -> list[Decimal]:
    numbers = (draft.number("3.1/fixed_investment", key) for key in (year, f"cluster_{year}"))
    return [number.value for number in numbers if number is not None and number.value > 0]
