"""Rows that follow from others (kind `arithmetic`): 每万人发明专利, 亩均税收, 研发经费增速."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.checker.draft import Value
from assistant.checker.form import Derived
from assistant.checker.numbers import Interval, Number, growth, rounded
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule


def _plain(value: Value | None) -> Number | None:
    number = value.number if value else None
    return None if number is None or number.approximate else number


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
            number = _plain(value)
            bottom = draft.value(how.to, column.key)
            if value is None or number is None or _plain(bottom) is None or column.of:
                continue
            tops = [draft.value(how.ratio, key) for key in _top_columns(how, column.key)]
            problem = _ratio_problem(how, value, number, tops, bottom)
            if problem:
                yield problem


def _top_columns(how: Derived, column: str) -> list[str]:
    other = how.or_columns.get(column)
    return [column, other] if other else [column]


def _ratio_problem(
    how: Derived, value: Value, number: Number, tops: list[Value | None], bottom: Value | None
) -> Problem | None:
    below = _plain(bottom)
    assert below is not None
    assert bottom is not None
    usable = [(top, n) for top in tops if top is not None and (n := _plain(top)) is not None]
    if not usable or below.value == 0:
        return None
    for _, above in usable:
        quotient = above.interval.over(below.interval)
        if quotient is None or quotient.scaled(how.scale).overlaps(number.interval):
            return None
    top, above = usable[0]
    expected = rounded(above.value / below.value * how.scale, number.value)
    return at(
        value,
        f"{cell_name(value)}填 {value.raw.strip()}，按“{top.row_label}”{top.raw.strip()} 与"
        f"“{bottom.row_label}”{bottom.raw.strip()} 计算应为 {expected}。",
        f"请改为 {expected}，或核对这两个数值。",
        expected=expected,
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
        a, b, rate = _plain(earlier), _plain(later), _plain(value)
        if a is None or b is None or rate is None or value is None or earlier is None or later is None:
            continue
        reading: Interval | None = growth(a, b)
        if reading is None or reading.overlaps(rate.interval):
            continue
        expected = rounded((b.value / a.value - 1) * Decimal(100), rate.value)
        yield at(
            value,
            f"{cell_name(value)}填 {value.raw.strip()}，按"
            f"“{later.row_label}”{earlier.column_label} {earlier.raw.strip()}、"
            f"{later.column_label} {later.raw.strip()} 计算应为 {expected}。",
            f"请改为 {expected}，或核对研发经费。",
            expected=expected,
        )
