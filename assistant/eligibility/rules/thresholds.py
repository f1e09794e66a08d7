"""Thresholds of the 2023 contest, known from public copies of its notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.eligibility.engine import rule
from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import Conclusion, Sentence
from assistant.eligibility.wording import ask, measures, say
from assistant.parameters import Parameter, Parameters
from assistant.registry import CATEGORIES

_WARNING = say(
    "这是2023年2月省级产业集群竞赛通知的门槛，取自公开文本而非正式文件；其他年份的要求以当年通知为准。",
    measures("第七条", "具体竞赛时间及要求以当年工作通知为准"),
)


@dataclass(frozen=True)
class _Check:
    text: str
    missing: str
    passed: bool | None


def _at_least(value: Decimal | int | None, parameter: Parameter, what: str, missing: str) -> _Check:
    passed = None if value is None else value >= parameter.number
    return _Check(f"{what}不低于{parameter.number}{parameter.unit}", missing, passed)


@rule(
    id="thresholds.advanced",
    topic="thresholds",
    basis="measures-2021#第七条",
    title="2023年竞赛门槛（先进制造业集群）",
)
def advanced(facts: Facts, parameters: Parameters) -> Conclusion:
    """Cluster revenue, and a leading firm registered in the core park."""
    if facts.category == CATEGORIES[1]:
        return _other_category(CATEGORIES[1])
    if facts.relaxed_area and facts.category is None and facts.revenue is None:
        return _other_category(CATEGORIES[1])  # only the other category's bar is relaxed
    revenue = parameters.at("contest_advanced_revenue_min", on=facts.as_of)
    firm = parameters.at("contest_leading_firm_revenue_min", on=facts.as_of)
    in_park = facts.leading_firm_in_park
    return _conclude(
        CATEGORIES[0],
        (
            _at_least(facts.revenue, revenue, "集群营业收入", "集群营业收入（亿元）"),
            _at_least(facts.leading_firm_revenue, firm, "龙头企业营业收入", "龙头企业营业收入（亿元）"),
            _Check("龙头企业在核心承载园区注册", "龙头企业是否在核心承载园区注册", in_park),
        ),
        relaxed=lambda: False,
    )


@rule(
    id="thresholds.special",
    topic="thresholds",
    basis="measures-2021#第七条",
    title="2023年竞赛门槛（中小企业特色产业集群）",
)
def special(facts: Facts, parameters: Parameters) -> Conclusion:
    """Output, SME share, and the number of champion or specialised firms, which may be relaxed."""
    if facts.category == CATEGORIES[0]:
        return _other_category(CATEGORIES[0])
    output = parameters.at("contest_sme_output_min", on=facts.as_of)
    share = parameters.at("contest_sme_share_min", on=facts.as_of)
    firms = parameters.at("contest_sme_firms_min", on=facts.as_of)
    enough = _at_least(facts.output, output, "集群产值", "集群总产值（亿元）")
    small = _at_least(facts.sme_share, share, "中小企业产值占比", "中小企业产值占比（%）")
    quality = _at_least(
        facts.quality_firms, firms, "省级及以上单项冠军或专精特新企业", "省级及以上单项冠军、专精特新企业数"
    )
    eased = Sentence(
        "革命老区、民族地区、贫困地区的中小企业特色产业集群，企业家数的要求可以放宽；放宽到多少没有写明。"
    )
    if facts.relaxed_area and enough.passed is None and small.passed is None and quality.passed is None:
        bar = Sentence(f"2023年竞赛对{CATEGORIES[1]}的门槛是：{enough.text}、{small.text}、{quality.text}。")
        return Conclusion(
            "conditional", "conditional", eased, (bar, _WARNING, ask("能否放宽")), official=False
        )
    only_quality_short = quality.passed is False and False not in (enough.passed, small.passed)
    conclusion = _conclude(
        CATEGORIES[1],
        (enough, small, quality),
        relaxed=lambda: only_quality_short and facts.relaxed_area is not False,
    )
    told = facts.relaxed_area is True and conclusion.status != "conditional"
    return replace(conclusion, details=(eased, *conclusion.details)) if told else conclusion


def _other_category(category: str) -> Conclusion:
    return Conclusion(
        "not_applicable", None, Sentence(f"申报的是{category}，不看这一类的门槛。"), official=False
    )


def _conclude(category: str, checks: tuple[_Check, ...], relaxed: Callable[[], bool]) -> Conclusion:
    everything = "、".join(check.text for check in checks)
    failed = [check.text for check in checks if check.passed is False]
    unknown = tuple(check.missing for check in checks if check.passed is None)
    if failed and relaxed():
        return Conclusion(
            "conditional",
            "conditional",
            Sentence(
                f"{category}要求{'、'.join(failed)}，革命老区、民族地区、贫困地区可以放宽，放宽到多少没有写明。"
            ),
            (_WARNING, ask("能否放宽")),
            unknown,
            official=False,
        )
    if failed:
        text = f"没有达到2023年竞赛的门槛：{category}要求{'、'.join(failed)}。"
        return Conclusion("not_met", "no", Sentence(text), (_WARNING,), unknown, official=False)
    if unknown:
        text = f"2023年竞赛对{category}的门槛是：{everything}。"
        return Conclusion("cannot_tell", None, Sentence(text), (_WARNING,), unknown, official=False)
    text = f"达到了2023年竞赛对{category}的门槛：{everything}。"
    return Conclusion("met", "yes", Sentence(text), (_WARNING,), official=False)
