"""Contest thresholds and the trainee list (kind `eligibility`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assistant.checker.draft import Value
from assistant.checker.numbers import Interval, conversion
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule
from assistant.parameters import NotInForceError, Parameter, load_parameters

_ADVANCED = "先进制造业集群"
_SMALL = "中小企业特色产业集群"
_FIRMS = ("champions_national", "champions_provincial", "giants", "specialised")


def _parameter(name: str, on: date) -> Parameter | None:
    parameters = load_parameters()
    if name not in parameters:
        return None
    try:
        return parameters.at(name, on=on)
    except NotInForceError:
        return None


def _below(context: Context, path: str, name: str) -> Iterator[Problem]:
    """A problem where the cell of the last year is below the parameter whatever it was rounded from."""
    value = context.draft.value(path, "y1")
    parameter = _parameter(name, context.as_of)
    number = value.number if value else None
    if value is None or number is None or parameter is None or number.approximate:
        return
    least = Decimal(parameter.number)
    if number.interval.high < least:
        yield at(
            value,
            f"{cell_name(value)}填 {value.raw.strip()}，低于{context.draft.category}的参赛门槛"
            f" {least}{parameter.unit}（{parameter.source.title}）。",
            "请核对数值与申报类别；确未达到的，不符合参赛条件。",
            expected=f"≥{least}",
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
    parameter = _parameter("contest_leading_firm_revenue_min", context.as_of)
    rows = context.draft.rows("2.2", "top_revenue")
    cells = [row.cells["y1"] for row in rows if "y1" in row.cells]
    numbers = [cell.number for cell in cells]
    if context.draft.category != _ADVANCED or parameter is None or not cells or None in numbers:
        return
    largest = max(cells, key=_height)
    unit = largest.number.unit if largest.number else ""
    factor = conversion(parameter.unit, unit)
    if factor is None or _height(largest) >= parameter.number * factor:
        return
    yield Problem(
        section="2.2",
        row=largest.row_label,
        column=largest.column_label,
        message=f"2.2 营业收入最高的企业为 {largest.raw.strip()}，"
        f"低于龙头企业门槛 {parameter.number}{parameter.unit}"
        f"（{parameter.source.title}）。",
        advice="请核对单位和数值；核心承载园区内应有达到门槛的龙头企业。",
        found=largest.raw.strip(),
        expected=f"≥{parameter.number}",
        place=largest.place,
    )


def _height(value: Value) -> Decimal:
    return value.number.interval.high if value.number else Decimal(0)


@rule(id="threshold-firms", kind="eligibility", title="省级及以上优质企业数量门槛", severity="warning")
def threshold_firms(context: Context) -> Iterator[Problem]:
    """中小企业特色产业集群: firms that are 单项冠军 or 专精特新; relaxed in some areas, hence a warning."""
    parameter = _parameter("contest_sme_firms_min", context.as_of)
    cells = [context.draft.value(f"2.2/{key}", "y1") for key in _FIRMS]
    if context.draft.category != _SMALL or parameter is None:
        return
    total = Interval(Decimal(0), Decimal(0))
    for cell in cells:
        if cell is None or cell.blank or (cell.number is None and not cell.nil):
            return
        total = total + (cell.number.interval if cell.number else Interval(Decimal(0), Decimal(0)))
    last = cells[-1]
    if last is None or total.high >= parameter.number:
        return
    yield at(
        last,
        f"2.2 省级及以上单项冠军、专精特新企业合计 {total.high:f} 家，"
        f"少于门槛 {parameter.number} 家（{parameter.source.title}）。",
        "请核对数量；革命老区、民族地区、贫困地区可放宽，请注明所属地区。",
        expected=f"≥{parameter.number}",
    )


@rule(
    id="trainee-list",
    kind="eligibility",
    title="决赛限培育对象参加",
    severity="warning",
    basis=("measures-2021", "第三条"),
)
def trainee_list(context: Context) -> Iterator[Problem]:
    """The final is for trainees (培育对象); the list at hand is of the first batch, hence a warning."""
    draft = context.draft
    value = draft.value("一/name")
    if draft.stage != "决赛" or value is None or value.blank:
        return
    from assistant.registry import Registry

    matches = Registry.load().find(value.raw, min_score=0)
    trainees = [match for match in matches if match.cluster.stage == "培育对象"]
    if any(match.score >= 90 for match in trainees):
        return
    nearest = f"名称最接近的是“{trainees[0].cluster.name}”。" if trainees and trainees[0].score >= 50 else ""
    yield at(
        value,
        f"一 “集群名称”填“{value.raw.strip()}”，不在已收录的培育对象名单中；"
        f"决赛由初赛胜出的培育对象参加。{nearest}",
        "请核对是否与公布名单的名称一致；如属后续批次的培育对象，请以该批次名单为准。",
    )
