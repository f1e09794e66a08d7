"""Parts within wholes (kind `consistency`)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

from assistant.checker.draft import Value
from assistant.checker.numbers import Interval, conversion
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule


def exceeds(part: Value | None, whole: Value | None) -> bool:
    """Whether a part is larger than its whole, whatever the two were rounded from."""
    a, b = (part.number if part else None), (whole.number if whole else None)
    if a is None or b is None or a.approximate or b.approximate:
        return False
    return a.interval.low > b.interval.high


def _problem(part: Value, whole: Value) -> Problem:
    return at(
        part,
        f"{cell_name(part)}填 {part.raw.strip()}，"
        f"大于{cell_name(whole)}的 {whole.raw.strip()}；部分不应大于总体。",
        "请核对这两个数值。",
        expected=f"≤{whole.raw.strip()}",
    )


@rule(id="part-row", kind="consistency", title="部分大于总体（同表各行）")
def part_row(context: Context) -> Iterator[Problem]:
    """A row that is a part of another row exceeds it in the same year."""
    draft = context.draft
    for section, table, row in context.form.rows():
        for whole_path in row.part_of:
            for column in table.row_columns(row):
                if column.role not in ("year-1", "year-2"):
                    continue
                part = draft.value(f"{section.number}/{row.key}", column.key)
                whole = draft.value(whole_path, column.key)
                if part is not None and whole is not None and exceeds(part, whole):
                    yield _problem(part, whole)


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
                yield _problem(part, whole)


# The cluster's firms in the core park are among the cluster's firms.
_PARK_PARTS = (
    ("3.1/large_firms", "2.2/large_firms"),
    ("3.1/large_revenue", "2.1/large_revenue"),
    ("3.1/imports", "2.1/imports"),
    ("3.1/exports", "2.1/exports"),
)


@rule(id="park-part", kind="consistency", title="园区内集群产业数大于集群总数")
def park_part(context: Context) -> Iterator[Problem]:
    """The cluster's part of a park figure exceeds the same figure of the whole cluster."""
    for part_path, whole_path in _PARK_PARTS:
        for column in ("y2", "y1"):
            part = context.draft.value(part_path, f"cluster_{column}")
            whole = context.draft.value(whole_path, column)
            if part is not None and whole is not None and exceeds(part, whole):
                yield _problem(part, whole)


_TARGET_PARTS = (("5.1/main_revenue", "2.1/revenue"), ("5.1/large_firms", "2.2/large_firms"))


@rule(id="target-base-part", kind="consistency", title="5.1 上一年实际值大于集群总数")
def target_base_part(context: Context) -> Iterator[Problem]:
    """The main industry's last-year value in 5.1 exceeds the whole cluster's in section 二."""
    for part_path, whole_path in _TARGET_PARTS:
        part, whole = context.draft.value(part_path, "y1"), context.draft.value(whole_path, "y1")
        if part is not None and whole is not None and exceeds(part, whole):
            yield _problem(part, whole)


@rule(id="target-base", kind="consistency", title="5.1 上一年实际值与 2.1 不一致")
def target_base(context: Context) -> Iterator[Problem]:
    """5.1's last-year value is the value of 2.1 for that year."""
    draft = context.draft
    for section, _table, row in context.form.rows():
        for column, path in row.same_as.items():
            number, row_key, other_column = path.split("/")
            here = draft.value(f"{section.number}/{row.key}", column)
            there = draft.value(f"{number}/{row_key}", other_column)
            a, b = (here.number if here else None), (there.number if there else None)
            if here is None or there is None or a is None or b is None or a.approximate or b.approximate:
                continue
            if not a.interval.overlaps(b.interval):
                yield at(
                    here,
                    f"{cell_name(here)}填 {here.raw.strip()}，"
                    f"与{cell_name(there)}的 {there.raw.strip()} 不一致。",
                    "请核对并改为同一数值。",
                    expected=there.raw.strip(),
                )


# (list, column prefix, whole): the sum of a list against the total that it is part of.
_LIST_TOTALS = (("2.2", "top_revenue", "2.1/revenue"), ("2.4", "rd_top", "2.4/rd"))


@rule(id="list-total", kind="consistency", title="清单合计大于总数")
def list_total(context: Context) -> Iterator[Problem]:
    """The revenue or R&D of the ten largest firms together exceeds that of the cluster."""
    draft = context.draft
    for section, key, whole_path in _LIST_TOTALS:
        found = context.form.section(section)
        table = found.table(key) if found else None
        for column in ("y2", "y1"):
            whole = draft.value(whole_path, column)
            cells = [row.cells[column] for row in draft.rows(section, key) if column in row.cells]
            heading = table.column(column) if table else None
            if (
                table is None
                or heading is None
                or whole is None
                or whole.number is None
                or whole.number.approximate
            ):
                continue
            factor = conversion(heading.unit, whole.number.unit)
            total = _sum(cells)
            if factor is None or total is None or total.scaled(factor).low <= whole.number.interval.high:
                continue
            middle = ((total.low + total.high) / 2 * factor).normalize()
            yield Problem(
                section=section,
                row=table.title,
                column=cells[0].column_label,
                message=f"{section} "
                f"“{table.title}”{cells[0].column_label}合计 {middle:f}{whole.number.unit}，"
                f"大于{cell_name(whole)}的 {whole.raw.strip()}。",
                advice="请核对各企业数值、单位与总数。",
                found=f"{middle:f}",
                expected=f"≤{whole.raw.strip()}",
                place=cells[0].place,
            )


def _sum(cells: list[Value]) -> Interval | None:
    """The sum of the numbers in `cells`, None where there is none to be relied on."""
    numbers = [cell.number for cell in cells if cell.number is not None]
    if not numbers or any(number.approximate for number in numbers):
        return None
    total = Interval(Decimal(0), Decimal(0))
    for number in numbers:
        total = total + number.interval
    return total


@rule(id="rank-order", kind="consistency", title="排名清单未按数值从高到低排列", severity="warning")
def rank_order(context: Context) -> Iterator[Problem]:
    """A top-ten list is not in falling order of the last year."""
    from assistant.checker.rules.ranges import in_list

    for section, table in context.form.lists():
        if table.ordered_by is None:
            continue
        rows = context.draft.rows(section.number, table.key)
        for above, below in itertools.pairwise(rows):
            a, b = above.cells.get(table.ordered_by), below.cells.get(table.ordered_by)
            if a is not None and b is not None and exceeds(b, a):
                message = (
                    f"{section.number} “{table.title}”第{below.index}行"
                    f"（{below.text('name')}）{b.raw.strip()}，"
                    f"大于上一行（{above.text('name')}）的 {a.raw.strip()}。"
                )
                yield in_list(at(b, message, "请按最近一年数值从高到低排列。"), below.index)
