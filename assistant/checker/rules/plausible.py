"""Figures of section 二 and 3.1 that a reviewer would ask about when they stand beside one another."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.checker.numbers import rounded
from assistant.checker.rules.registry import (
    Context,
    Problem,
    at,
    cell_name,
    reliable,
    rule,
    shown,
    with_unit,
)
from assistant.checker.rules.wholes import exceeds

_WAN_PER_YI = Decimal(10000)
# Revenue per worker in 万元: outside these bounds one of the two figures is in another unit.
_LEAST_PER_WORKER, _MOST_PER_WORKER = Decimal("0.5"), Decimal(5000)
# 规模以上工业企业 have a main revenue of 2000万元 or more a year.
_LARGE_FIRM = Decimal("0.2")
_LARGE_FIRMS = (
    ("2.1/large_revenue", "2.2/large_firms", ""),
    ("3.1/large_revenue", "3.1/large_firms", ""),
    ("3.1/large_revenue", "3.1/large_firms", "cluster_"),
)


@rule(id="rd-ratio-high", kind="consistency", title="研发经费比重与研发经费不符", severity="warning")
def rd_ratio_high(context: Context) -> Iterator[Problem]:
    """R&D of the main industry, as its ratio and revenue give it, exceeds the whole cluster's."""
    draft = context.draft
    ratio = draft.value("2.4/rd_ratio", "y1")
    share = reliable(ratio)
    revenue = reliable(draft.value("5.1/main_revenue", "y1"))
    spent = draft.value("2.4/rd", "y1")
    whole = reliable(spent)
    if ratio is None or share is None or revenue is None or spent is None or whole is None:
        return
    least = share.interval.low * revenue.interval.low / Decimal(100)
    if least > whole.interval.high:
        implied = rounded(share.value * revenue.value / Decimal(100), whole.value)
        yield at(
            ratio,
            f"{cell_name(ratio)}填 {shown(ratio)}，按 5.1 主导产业营业收入 {revenue.value:f}亿元 推算研发经费"
            f"约 {implied}亿元，超过 2.4 的集群研发经费 {with_unit(spent)}。",
            "请核对比重、主导产业营业收入和研发经费的口径。",
        )


@rule(id="employees-scale", kind="consistency", title="从业人员与企业数、营业收入不称", severity="warning")
def employees_scale(context: Context) -> Iterator[Problem]:
    """Fewer workers than firms, or a revenue per worker that no industry has: a unit slip."""
    draft = context.draft
    for column in ("y2", "y1"):
        value = draft.value("2.1/employees", column)
        workers = reliable(value)
        firms, revenue = draft.number("2.2/firms", column), draft.number("2.1/revenue", column)
        if value is None or workers is None or workers.value <= 0:
            continue
        message = ""
        if firms is not None and workers.interval.high < firms.value:
            message = f"少于企业数量 {firms.value:f} 家"
        elif revenue is not None and revenue.value > 0:
            per_worker = revenue.value * _WAN_PER_YI / workers.value
            if not _LEAST_PER_WORKER <= per_worker <= _MOST_PER_WORKER:
                message = f"人均营业收入为 {rounded(per_worker, Decimal('0.01'))} 万元，疑似单位错误"
        if message:
            yield at(value, f"{cell_name(value)}填 {shown(value)}，{message}。", "请核对人数、企业数和单位。")


@rule(id="exports-high", kind="consistency", title="出口额大于营业收入", severity="warning")
def exports_high(context: Context) -> Iterator[Problem]:
    """The cluster exports more than it sells."""
    for column in ("y2", "y1"):
        exports = context.draft.value("2.1/exports", column)
        revenue = context.draft.value("2.1/revenue", column)
        if exports is not None and revenue is not None and exceeds(exports, revenue):
            yield at(
                exports,
                f"{cell_name(exports)}填 {shown(exports)}，大于集群企业营业收入 {shown(revenue)}。",
                "请核对单位（美元应折算为人民币亿元）和统计范围。",
                expected=f"≤{shown(revenue)}",
            )


@rule(id="large-firm-average", kind="consistency", title="规上工业企业平均营业收入过低", severity="warning")
def large_firm_average(context: Context) -> Iterator[Problem]:
    """规上工业企业 average less than the 2000万元 a year that makes them so, or have revenue without being any."""
    draft = context.draft
    for revenue_path, firms_path, prefix in _LARGE_FIRMS:
        for year in ("y2", "y1"):
            value = draft.value(revenue_path, prefix + year)
            revenue, firms = reliable(value), reliable(draft.value(firms_path, prefix + year))
            if value is None or revenue is None or firms is None or firms.value < 0:
                continue
            if firms.value == 0 and revenue.interval.low > 0:
                what = "而规上工业企业数为 0"
            elif revenue.interval.high < firms.value * _LARGE_FIRM:
                average = rounded(revenue.value * _WAN_PER_YI / firms.value, Decimal(1))
                what = f"{firms.value:f} 家规上工业企业平均 {average} 万元，低于规上标准 2000 万元"
            else:
                continue
            advice = "请核对营业收入的单位和规上工业企业数。"
            yield at(value, f"{cell_name(value)}填 {shown(value)}，{what}。", advice)


@rule(id="sme-share-zero", kind="consistency", title="中小企业产值比重为零", severity="warning")
def sme_share_zero(context: Context) -> Iterator[Problem]:
    """No output of small and medium firms, though 专精特新 firms, which are such, are counted."""
    draft = context.draft
    for column in ("y2", "y1"):
        value = draft.value("2.1/sme_share", column)
        share = reliable(value)
        firms = [draft.number(f"2.2/{key}", column) for key in ("giants", "specialised")]
        count = sum(number.value for number in firms if number is not None)
        if value is not None and share is not None and share.value == 0 and count > 0:
            yield at(
                value,
                f"{cell_name(value)}填 {shown(value)}，而 2.2 中专精特新企业共 {count:f} 家，都是中小企业。",
                "请填写中小企业产值占集群总产值的比重。",
            )
