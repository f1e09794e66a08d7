"""The two top-ten lists (营业收入排名前十企业, 研发投入前十位企业) against totals and against each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from assistant.checker.draft import Draft, Value
from assistant.checker.form import Section, Table
from assistant.checker.labels import core
from assistant.checker.numbers import Interval, Number, conversion
from assistant.checker.rules.registry import (
    Context,
    Problem,
    at,
    cell_name,
    in_list,
    list_name,
    reliable,
    rule,
    shown,
    with_unit,
)
from assistant.checker.rules.wholes import exceeds

# (section, list, whole): the sum of a list against the total that it is part of.
_TOTALS = (("2.2", "top_revenue", "2.1/revenue"), ("2.4", "rd_top", "2.4/rd"))


def _tables(context: Context) -> Iterator[tuple[Section, Table, str]]:
    for number, key, whole in _TOTALS:
        section = context.form.section(number)
        table = section.table(key) if section else None
        if section is not None and table is not None:
            yield section, table, whole


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of a list's column beside the total that it is a part of.

    Attributes:
        section, table: the list.
        column: key of the column.
        first: its first cell.
        sums: the sum in the total's unit.
        complete: every row has a number.
        whole, number: the total.
    """

    section: Section
    table: Table
    column: str
    first: Value
    sums: Interval
    complete: bool
    whole: Value
    number: Number

    @property
    def figure(self) -> str:
        """The sum as printed."""
        return f"{((self.sums.low + self.sums.high) / 2).normalize():f}"

    def problem(self, relation: str, advice: str, expected: str | None) -> Problem:
        """The problem that the sum is `relation` the total."""
        return Problem(
            section=self.section.number,
            row=self.table.title,
            column=self.first.column_label,
            message=f"{self.section.number} “{self.table.title}”{self.first.column_label}合计"
            f" {self.figure}{self.number.unit}，{relation}{cell_name(self.whole)}的 {shown(self.whole)}。",
            advice=advice,
            found=self.figure,
            expected=expected,
            place=self.first.place,
        )


def _sum(draft: Draft, section: Section, table: Table, column: str, path: str) -> Sum | None:
    """A list's column beside the total at `path`, None where a number cannot be relied on."""
    whole = draft.value(path, column)
    number = reliable(whole)
    heading = table.column(column)
    rows = draft.rows(section.number, table.key)
    cells = [row.cells[column] for row in rows if column in row.cells]
    numbers = [cell.number for cell in cells if cell.number is not None]
    if whole is None or number is None or heading is None or not numbers:
        return None
    factor = conversion(heading.unit, number.unit)
    if factor is None or any(each.approximate for each in numbers):
        return None
    sums = Interval(Decimal(0), Decimal(0))
    for each in numbers:
        sums = sums + each.interval
    complete = len(numbers) == len(rows)
    return Sum(section, table, column, cells[0], sums.scaled(factor), complete, whole, number)


def _compared(context: Context) -> Iterator[Sum]:
    """Each list and year beside its total."""
    for section, table, path in _tables(context):
        for column in ("y2", "y1"):
            found = _sum(context.draft, section, table, column, path)
            if found is not None:
                yield found


@rule(id="list-total", kind="consistency", title="清单合计大于总数")
def list_total(context: Context) -> Iterator[Problem]:
    """The revenue or R&D of the ten largest firms together exceeds that of the cluster."""
    for found in _compared(context):
        if found.sums.low > found.number.interval.high:
            yield found.problem("大于", "请核对各企业数值、单位与总数。", f"≤{shown(found.whole)}")


@rule(id="list-total-low", kind="consistency", title="前十家合计低于平均水平", severity="warning")
def list_total_low(context: Context) -> Iterator[Problem]:
    """The largest firms together have less than as many average firms would: a unit slip, or not the largest."""
    for found in _compared(context):
        rows = len(context.draft.rows(found.section.number, found.table.key))
        firms = reliable(context.draft.value("2.2/firms", found.column))
        if firms is None or rows >= firms.value or not found.complete:
            continue
        average = found.number.interval.low / firms.value * rows
        if found.sums.high < average:
            least = f"{average:.2f}{found.number.unit}"
            advice = f"按 {firms.value:f} 家企业平均，{rows} 家也有约 {least}；请核对单位和企业。"
            yield found.problem("明显偏低，对比", advice, f"≥{average:.2f}")


@rule(id="top-ten-over-output", kind="consistency", title="前十家营业收入大于集群总产值", severity="warning")
def top_ten_over_output(context: Context) -> Iterator[Problem]:
    """The ten firms' revenue exceeds the whole cluster's output of that year."""
    section, table, _ = next(_tables(context))
    for column in ("y2", "y1"):
        found = _sum(context.draft, section, table, column, "2.1/output")
        if found is not None and found.sums.low > found.number.interval.high:
            advice = "请核对；营业收入含集群以外业务的，应只填集群部分。"
            yield found.problem("大于", advice, f"≤{shown(found.whole)}")


@rule(id="list-over-firms", kind="consistency", title="清单企业多于企业数量")
def list_over_firms(context: Context) -> Iterator[Problem]:
    """A top-ten list names more firms than the cluster has."""
    value = context.draft.value("2.2/firms", "y1")
    firms = reliable(value)
    for section, table, _ in _tables(context):
        rows = context.draft.rows(section.number, table.key)
        names = {core(row.text("name")) for row in rows} - {""}
        if value is None or firms is None or len(names) <= firms.interval.high:
            continue
        yield at(
            value,
            f"{cell_name(value)}填 {shown(value)}，而“{list_name(section, table)}”列出 {len(names)} 家企业。",
            "请核对企业数量。",
            expected=f"≥{len(names)}",
        )


@rule(id="rank-order", kind="consistency", title="排名清单未按数值从高到低排列", severity="warning")
def rank_order(context: Context) -> Iterator[Problem]:
    """A top-ten list is not in falling order of the last year."""
    for section, table in context.form.lists():
        if table.ordered_by is None:
            continue
        rows = context.draft.rows(section.number, table.key)
        for above, below in pairwise(rows):
            a, b = above.cells.get(table.ordered_by), below.cells.get(table.ordered_by)
            if a is not None and b is not None and exceeds(b, a):
                message = (
                    f"{section.number} “{table.title}”第{below.index}行（{below.text('name')}）{shown(b)}，"
                    f"大于上一行（{above.text('name')}）的 {shown(a)}。"
                )
                yield in_list(at(b, message, "请按最近一年数值从高到低排列。"), below.index)


@rule(id="rd-over-revenue", kind="consistency", title="企业研发投入大于营业收入")
def rd_over_revenue(context: Context) -> Iterator[Problem]:
    """A firm's R&D exceeds its revenue of the same year, where it is on both top-ten lists."""
    revenue = {core(row.text("name")): row for row in context.draft.rows("2.2", "top_revenue")}
    for row in context.draft.rows("2.4", "rd_top"):
        other = revenue.get(core(row.text("name")))
        for column in ("y2", "y1"):
            spent = row.cells.get(column)
            earned = other.cells.get(column) if other else None
            a, b = reliable(spent), reliable(earned)
            if spent is None or earned is None or a is None or b is None:
                continue
            factor = conversion(a.unit, b.unit)
            if factor is not None and a.interval.scaled(factor).low > b.interval.high:
                message = (
                    f"{cell_name(spent)}“{row.text('name')}”填 {with_unit(spent)}，"
                    f"大于 2.2 中该企业同年营业收入 {with_unit(earned)}。"
                )
                yield in_list(at(spent, message, "请核对数值和单位。"), row.index)


@rule(id="share-sum", kind="consistency", title="同一产品国内市场占有率合计超过 100%", severity="warning")
def share_sum(context: Context) -> Iterator[Problem]:
    """Firms with the same main product together have more than all of its market."""
    products: dict[str, list[Value]] = {}
    for row in context.draft.rows("2.2", "top_revenue"):
        share = row.cells.get("share")
        if share is not None and reliable(share) is not None and core(row.text("product")):
            products.setdefault(core(row.text("product")), []).append(share)
    for cells in products.values():
        numbers = [cell.number for cell in cells if cell.number is not None]
        if len(cells) < 2 or sum(number.interval.low for number in numbers) <= 100:
            continue
        first = cells[0]
        added = sum(number.value for number in numbers)
        yield Problem(
            section="2.2",
            row=first.row_label,
            column=first.column_label,
            message=f"2.2 “{first.row_label}”中 {len(cells)} 家企业主要产品相同，"
            f"国内市场占有率合计 {added:f}%，超过 100%。",
            advice="请核对市场占有率，或把主要产品写具体。",
            found=f"{added:f}",
            expected="≤100",
            place=first.place,
        )
