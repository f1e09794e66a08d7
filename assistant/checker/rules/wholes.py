"""Parts within wholes (kind `consistency`)."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checker.draft import Value
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


def exceeds(part: Value | None, whole: Value | None) -> bool:
    """Whether a part is larger than its whole, whatever the two were rounded from."""
    a, b = reliable(part), reliable(whole)
    return a is not None and b is not None and a.interval.low > b.interval.high


def too_large(part: Value, whole: Value, severity: Severity | None = None) -> Problem:
    """The problem of a part that is larger than its whole."""
    return at(
        part,
        f"{cell_name(part)}填 {shown(part)}，大于{cell_name(whole)}的 {shown(whole)}；部分不应大于总体。",
        "请核对这两个数值。",
        expected=f"≤{shown(whole)}",
        severity=severity,
    )


@rule(id="part-row", kind="consistency", title="部分大于总体（同表各行）")
def part_row(context: Context) -> Iterator[Problem]:
    """A row that is a part of another row exceeds it in the same year."""
    draft = context.draft
    for section, table, row in context.form.rows():
        for whole_path in row.part_of:
            years = (column for column in table.row_columns(row) if not column.of)
            for column in years:
                part = draft.value(f"{section.number}/{row.key}", column.key)
                whole = draft.value(whole_path, column.key)
                if part is not None and whole is not None and exceeds(part, whole):
                    yield too_large(part, whole)


@rule(id="part-column", kind="consistency", title="其中数大于总额")
def part_column(context: Context) -> Iterator[Problem]:
    """其中：集群产业 exceeds 园区总额."""
    draft = context.draft
    for section, table, row in context.form.rows():
        for column in table.row_columns(row):
            if column.part_of is None:
                continue
            path = f"{section.number}/{row.key}"
            part, whole = draft.value(path, column.key), draft.value(path, column.part_of)
            if part is not None and whole is not None and exceeds(part, whole):
                yield too_large(part, whole)


# The cluster's firms in the core park are among the cluster's firms. Taxes, foreign capital and value added may be
# counted in other ways in the two tables, so that a reviewer would only ask.
_PARK_PARTS: tuple[tuple[str, str, Severity | None], ...] = (
    ("3.1/large_firms", "2.2/large_firms", None),
    ("3.1/large_revenue", "2.1/large_revenue", None),
    ("3.1/imports", "2.1/imports", None),
    ("3.1/exports", "2.1/exports", None),
    ("3.1/tax", "2.1/tax", "warning"),
    ("3.1/foreign", "2.1/foreign_capital", "warning"),
    ("3.1/gdp", "2.1/output", "warning"),
)


@rule(id="park-part", kind="consistency", title="园区内集群产业数大于集群总数")
def park_part(context: Context) -> Iterator[Problem]:
    """The cluster's part of a park figure exceeds the same figure of the whole cluster."""
    for part_path, whole_path, severity in _PARK_PARTS:
        for column in ("y2", "y1"):
            part = context.draft.value(part_path, f"cluster_{column}")
            whole = context.draft.value(whole_path, column)
            if part is not None and whole is not None and exceeds(part, whole):
                yield too_large(part, whole, severity)


_EMPTY_PARK = ("3.1/gdp", "3.1/large_firms", "3.1/large_revenue")


@rule(id="park-without-cluster", kind="consistency", title="核心承载园区内没有集群产业", severity="warning")
def park_without_cluster(context: Context) -> Iterator[Problem]:
    """The core park has firms, but the cluster's part of its figures is zero throughout."""
    draft = context.draft
    parts = [draft.value(path, "cluster_y1") for path in _EMPTY_PARK]
    totals = [draft.number(path, "y1") for path in _EMPTY_PARK]
    shown_part = parts[1]
    if shown_part is None or not all(part is not None and _none_of(part) for part in parts):
        return
    if any(total is not None and total.value > 0 for total in totals):
        yield at(
            shown_part,
            "3.1 核心承载园区各项指标中“其中：集群产业”均为 0，与核心承载园区的定位不符。",
            "请填写园区内集群产业的数值。",
        )


def _none_of(value: Value) -> bool:
    number = value.number
    return value.nil or (number is not None and number.value == 0)
