"""Figures that cannot stand beside one another, or that a reviewer would ask about."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from assistant.checker.labels import core, flat
from assistant.checker.numbers import conversion
from assistant.checker.rules.ranges import in_list
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule
from assistant.checker.rules.wholes import exceeds

# Shares that are never below one per cent in both years of a cluster that has any.
_USUALLY_LARGE = (
    "2.1/sme_share",
    "2.2/cloud",
    "2.2/platform",
    "2.5/solid_waste",
    "2.5/water",
    "2.6/certificates",
)


@rule(id="percent-as-fraction", kind="range", title="百分数疑似以小数填写", severity="warning")
def percent_as_fraction(context: Context) -> Iterator[Problem]:
    """Both years of a share are between 0 and 1: 0.715 was probably meant as 71.5."""
    for path in _USUALLY_LARGE:
        cells = [context.draft.value(path, column) for column in ("y2", "y1")]
        numbers = [cell.number for cell in cells if cell is not None and cell.number is not None]
        last = cells[1]
        if last is None or len(numbers) != 2 or not all(0 < number.value <= 1 for number in numbers):
            continue
        if all(number.written_unit for number in numbers):
            continue
        yield at(
            last,
            f"{cell_name(last)}填 {last.raw.strip()}，疑似以小数代替百分数。",
            "请以百分数填写，如 71.5。",
        )


@rule(id="targets-fall", kind="consistency", title="发展目标逐年下降", severity="warning")
def targets_fall(context: Context) -> Iterator[Problem]:
    """A target is below the year before it."""
    draft = context.draft
    for section, table, row in context.form.rows():
        if not any(column.role == "target-1" for column in table.columns):
            continue
        cells = [draft.value(f"{section.number}/{row.key}", column.key) for column in table.columns]
        for before, after in pairwise(cells):
            if before is not None and after is not None and exceeds(before, after):
                yield at(
                    after,
                    f"{cell_name(after)}填 {after.raw.strip()}，低于{before.column_label}的 {before.raw.strip()}。",
                    "请核对；确为下降的，请在实施方案中说明原因。",
                )


@rule(id="rd-over-revenue", kind="consistency", title="企业研发投入大于营业收入")
def rd_over_revenue(context: Context) -> Iterator[Problem]:
    """A firm's R&D exceeds its revenue of the same year, where it is on both top-ten lists."""
    revenue = {core(row.text("name")): row for row in context.draft.rows("2.2", "top_revenue")}
    for row in context.draft.rows("2.4", "rd_top"):
        other = revenue.get(core(row.text("name")))
        for column in ("y2", "y1"):
            spent = row.cells.get(column)
            earned = other.cells.get(column) if other else None
            a, b = (spent.number if spent else None), (earned.number if earned else None)
            if spent is None or earned is None or a is None or b is None:
                continue
            factor = conversion(a.unit, b.unit)
            if factor is not None and a.interval.scaled(factor).low > b.interval.high:
                message = (
                    f"{cell_name(spent)}“{row.text('name')}”填 {spent.raw.strip()}{a.unit}，"
                    f"大于 2.2 中该企业同年营业收入 {earned.raw.strip()}{b.unit}。"
                )
                yield in_list(at(spent, message, "请核对数值和单位。"), row.index)


@rule(id="rd-ratio-high", kind="consistency", title="研发经费比重与研发经费不符", severity="warning")
def rd_ratio_high(context: Context) -> Iterator[Problem]:
    """R&D of the main industry, as its ratio and revenue give it, exceeds the whole cluster's."""
    draft = context.draft
    ratio = draft.value("2.4/rd_ratio", "y1")
    share = ratio.number if ratio else None
    revenue, whole = draft.number("5.1/main_revenue", "y1"), draft.number("2.4/rd", "y1")
    if ratio is None or share is None or revenue is None or whole is None:
        return
    if any(number.approximate for number in (share, revenue, whole)):
        return
    least = share.interval.low * revenue.interval.low / Decimal(100)
    if least > whole.interval.high:
        yield at(
            ratio,
            f"{cell_name(ratio)}填 {ratio.raw.strip()}，按 5.1 主导产业营业收入 {revenue.value:f}亿元 推算研发经费超过 2.4 的集群研发经费 {whole.value:f}亿元。",
            "请核对比重、主导产业营业收入和研发经费的口径。",
        )


@rule(id="person-title", kind="format", title="应填写姓名和职务", severity="warning")
def person_title(context: Context) -> Iterator[Problem]:
    """A name of two or three characters without a title."""
    for section, _table, row in context.form.rows():
        value = context.draft.value(f"{section.number}/{row.key}")
        if row.kind != "person" or value is None:
            continue
        name = flat(value.raw)
        if 2 <= len(name) <= 3 and not any(mark in name for mark in (",", "、", "/", "-")):
            yield at(
                value,
                f"{section.number} {value.column_label}的“{row.label}”只填了“{name}”。",
                "请同时填写姓名和职务。",
            )
