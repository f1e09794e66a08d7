"""The targets of 5.1 (kind `consistency`): against section 二, against one another, year by year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from assistant.checker.draft import Value
from assistant.checker.form import Row
from assistant.checker.rules.registry import (
    Context,
    Problem,
    Severity,
    at,
    cell_name,
    reliable,
    rule,
    shown,
)
from assistant.checker.rules.wholes import exceeds, too_large

# A figure that more than doubles within a year.
_LEAP = Decimal(2)


def _target_rows(context: Context) -> Iterator[tuple[Row, list[Value | None]]]:
    for section, table, row in context.form.rows():
        if any(column.role == "target-1" for column in table.columns):
            path = f"{section.number}/{row.key}"
            yield row, [context.draft.value(path, column.key) for column in table.columns]


@rule(id="targets-fall", kind="consistency", title="发展目标逐年下降", severity="warning")
def targets_fall(context: Context) -> Iterator[Problem]:
    """A target is below the year before it."""
    for _row, cells in _target_rows(context):
        for before, after in pairwise(cells):
            if before is not None and after is not None and exceeds(before, after):
                yield at(
                    after,
                    f"{cell_name(after)}填 {shown(after)}，低于{before.column_label}的 {shown(before)}。",
                    "请核对；确为下降的，请在实施方案中说明原因。",
                )


@rule(id="targets-leap", kind="consistency", title="发展目标一年翻番以上", severity="warning")
def targets_leap(context: Context) -> Iterator[Problem]:
    """Output, revenue or firms more than double within a year; profits and taxes may, from a small base."""
    for row, cells in _target_rows(context):
        for before, after in pairwise(cells):
            a, b = reliable(before), reliable(after)
            if before is None or after is None or a is None or b is None or row.minimum is None:
                continue
            if a.value > 0 and b.interval.low > a.interval.high * _LEAP:
                yield at(
                    after,
                    f"{cell_name(after)}填 {shown(after)}，是{before.column_label} {shown(before)} 的两倍以上。",
                    "请核对数值和单位；确有依据的，请在实施方案中说明。",
                )


@rule(id="targets-flat", kind="consistency", title="三年目标与上一年相同", severity="info")
def targets_flat(context: Context) -> Iterator[Problem]:
    """All three targets repeat the last year's value."""
    for _row, cells in _target_rows(context):
        numbers = [reliable(cell) for cell in cells]
        values = {number.value for number in numbers if number is not None}
        first = cells[0]
        if first is None or None in numbers or len(values) != 1 or values == {Decimal(0)}:
            continue
        yield at(
            first,
            f"5.1 “{first.row_label}”三年目标都与上一年实际值相同（{shown(first)}）。",
            "请核对是否照抄；确实不变的，请在实施方案中说明。",
        )


_BASE_PARTS: tuple[tuple[str, str, Severity | None], ...] = (
    ("5.1/main_revenue", "2.1/revenue", None),
    ("5.1/large_firms", "2.2/large_firms", None),
    ("5.1/profit", "2.1/profit", "warning"),  # others may have losses
    ("5.1/tax", "2.1/tax", "warning"),
)


@rule(id="target-base-part", kind="consistency", title="5.1 上一年实际值大于集群总数")
def target_base_part(context: Context) -> Iterator[Problem]:
    """The main industry's last-year value in 5.1 exceeds the whole cluster's in section 二."""
    for part_path, whole_path, severity in _BASE_PARTS:
        part, whole = context.draft.value(part_path, "y1"), context.draft.value(whole_path, "y1")
        if part is not None and whole is not None and exceeds(part, whole):
            yield too_large(part, whole, severity)


@rule(id="target-part", kind="consistency", title="5.1 利润或税金大于营业收入")
def target_part(context: Context) -> Iterator[Problem]:
    """The main industry's profit or taxes exceed its revenue of the same year."""
    for column in ("y1", "t1", "t2", "t3"):
        whole = context.draft.value("5.1/main_revenue", column)
        for key in ("profit", "tax"):
            part = context.draft.value(f"5.1/{key}", column)
            if part is not None and whole is not None and exceeds(part, whole):
                yield too_large(part, whole)


@rule(id="target-base", kind="consistency", title="5.1 上一年实际值与 2.1 不一致")
def target_base(context: Context) -> Iterator[Problem]:
    """5.1's last-year value is the value of 2.1 for that year."""
    draft = context.draft
    for section, _table, row in context.form.rows():
        for column, path in row.same_as.items():
            number, row_key, other_column = path.split("/")
            here = draft.value(f"{section.number}/{row.key}", column)
            there = draft.value(f"{number}/{row_key}", other_column)
            a, b = reliable(here), reliable(there)
            if here is None or there is None or a is None or b is None:
                continue
            if not a.interval.overlaps(b.interval):
                yield at(
                    here,
                    f"{cell_name(here)}填 {shown(here)}，与{cell_name(there)}的 {shown(there)} 不一致。",
                    "请核对并改为同一数值。",
                    expected=shown(there),
                )
