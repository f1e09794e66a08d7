"""Contest thresholds of the year (kind `eligibility`).

The thresholds are those of the contest for which a draft's figures are due: the year after its last one. Only the
contest of 2023 is known; for a later one its thresholds are shown as the last known, as a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from assistant.checker.draft import Value
from assistant.checker.numbers import conversion
from assistant.checker.rules.registry import (
    Context,
    Problem,
    Severity,
    at,
    cell_name,
    in_list,
    reliable,
    rule,
    shown,
    with_unit,
)
from assistant.parameters import NotInForceError, Parameter, load_parameters

_ADVANCED = "先进制造业集群"
_SMALL = "中小企业特色产业集群"
_FIRMS = ("champions_national", "champions_provincial", "giants", "specialised")


def _parameter(name: str, context: Context) -> Parameter | None:
    try:
        return load_parameters().at(name, on=context.as_of)
    except NotInForceError:
        return None


def _of_year(parameter: Parameter, context: Context) -> bool:
    """Whether the threshold is that of the contest at hand."""
    return context.draft.years_stated and parameter.start.year == context.as_of.year


def _severity(parameter: Parameter, context: Context) -> Severity | None:
    return None if _of_year(parameter, context) else "warning"


def _source(parameter: Parameter, context: Context) -> str:
    """Where a threshold comes from, and for which contest."""
    if _of_year(parameter, context):
        return parameter.source.title
    if not context.draft.years_stated:
        return f"{parameter.source.title}；报告没有写明年度，请以当年通知为准"
    return f"{parameter.source.title}；{context.as_of.year}年竞赛的门槛未收录，请以当年通知为准"


def _below(context: Context, path: str, name: str) -> Iterator[Problem]:
    """A problem where the cell of the last year is below the parameter whatever it was rounded from."""
    value = context.draft.value(path, "y1")
    parameter = _parameter(name, context)
    number = reliable(value)
    if value is None or number is None or parameter is None:
        return
    least = Decimal(parameter.number)
    if number.interval.high < least:
        yield at(
            value,
            f"{cell_name(value)}填 {shown(value)}，低于{context.draft.category}的参赛门槛"
            f" {least}{parameter.unit}（{_source(parameter, context)}）。",
            "请核对数值与申报类别；确未达到的，不符合参赛条件。",
            expected=f"≥{least}",
            severity=_severity(parameter, context),
        )


@rule(id="threshold-revenue", kind="eligibility", title="先进制造业集群营业收入门槛")
def threshold_revenue(context: Context) -> Iterator[Problem]:
    """先进制造业集群: cluster revenue."""
    if context.draft.category == _ADVANCED:
        yield from _below(context, "2.1/revenue", "contest_advanced_revenue_min")


@rule(id="threshold-output", kind="eligibility", title="中小企业特色产业集群产值门槛")
def threshold_output(context: Context) -> Iterator[Problem]:
    """中小企业特色产业集群: output of the cluster."""
    if context.draft.category == _SMALL:
        yield from _below(context, "2.1/output", "contest_sme_output_min")


@rule(id="threshold-sme-share", kind="eligibility", title="中小企业产值比重门槛")
def threshold_sme_share(context: Context) -> Iterator[Problem]:
    """中小企业特色产业集群: share of small and medium firms in the output."""
    if context.draft.category == _SMALL:
        yield from _below(context, "2.1/sme_share", "contest_sme_share_min")


@rule(id="threshold-leading-firm", kind="eligibility", title="龙头企业营业收入门槛")
def threshold_leading_firm(context: Context) -> Iterator[Problem]:
    """先进制造业集群: a leading firm in the core park; the largest of the top ten is below its threshold."""
    parameter = _parameter("contest_leading_firm_revenue_min", context)
    rows = [row for row in context.draft.rows("2.2", "top_revenue") if "y1" in row.cells]
    cells = [row.cells["y1"] for row in rows]
    if context.draft.category != _ADVANCED or parameter is None or not cells:
        return
    if any(reliable(cell) is None for cell in cells):  # the largest may be among these
        return
    position = max(range(len(cells)), key=lambda index: _height(cells[index]))
    largest = cells[position]
    factor = conversion(parameter.unit, largest.number.unit) if largest.number else None
    if factor is None or _height(largest) >= parameter.number * factor:
        return
    problem = at(
        largest,
        f"2.2 营业收入最高的企业“{rows[position].text('name')}”为 {with_unit(largest)}，"
        f"低于龙头企业门槛 {parameter.number}{parameter.unit}（{_source(parameter, context)}）。",
        "请核对单位和数值；核心承载园区内应有达到门槛的龙头企业。",
        expected=f"≥{parameter.number}",
        severity=_severity(parameter, context),
    )
    yield in_list(problem, rows[position].index)


def _height(value: Value) -> Decimal:
    return value.number.interval.high if value.number else Decimal(0)


@rule(id="threshold-firms", kind="eligibility", title="省级及以上优质企业数量门槛", severity="warning")
def threshold_firms(context: Context) -> Iterator[Problem]:
    """中小企业特色产业集群: firms that are 单项冠军 or 专精特新; relaxed in some areas, hence a warning.

    A firm may be in several rows, so that their sum is the most that there can be.
    """
    parameter = _parameter("contest_sme_firms_min", context)
    cells = [context.draft.value(f"2.2/{key}", "y1") for key in _FIRMS]
    if context.draft.category != _SMALL or parameter is None:
        return
    if any(cell is None or cell.blank or (reliable(cell) is None and not cell.nil) for cell in cells):
        return
    total = sum(cell.number.interval.high for cell in cells if cell is not None and cell.number)
    last = cells[-1]
    if last is None or total >= parameter.number:
        return
    yield at(
        last,
        f"2.2 省级及以上单项冠军、专精特新企业合计 {Decimal(total):f} 家，"
        f"少于门槛 {parameter.number} 家（{_source(parameter, context)}）。",
        "请核对数量；革命老区、民族地区、贫困地区可放宽，请注明所属地区。",
        expected=f"≥{parameter.number}",
    )
