"""The facts of a case, as far as a question states them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.eligibility.facts import (
    ApplicantKind,
    Facts,
    Level,
    PreviousResult,
    Sector,
    SubmitTo,
    with_registry,
)
from assistant.registry import Category, Registry
from index.numerals import parse_numeral

# Most telling first: 「个体户」 is an enterprise too, but a person in the sense of the measures.
_APPLICANTS: tuple[tuple[str, ApplicantKind], ...] = (
    ("individual", "个人"),
    ("association", "行业协会"),
    ("institute", "科研院所"),
    ("organisation", "集群促进组织"),
    ("enterprise", "企业"),
    ("park", "园区"),
)
_CITY_GOVERNMENT = re.compile(r"市(?:州)?(?:人民)?政府")
_PREVIOUS: tuple[tuple[re.Pattern[str], PreviousResult], ...] = (
    (re.compile(r"撤销|取消称号|被取消|摘牌|除名"), "称号被撤销"),
    (re.compile(r"复核.{0,4}(?:没|未|不)"), "复核未通过"),
    (re.compile(r"决赛.{0,4}(?:没|未|落|失败|淘汰|不)"), "决赛未胜出"),
    (
        re.compile(
            r"(?:初赛|竞赛|比赛|去年|上次|今年|申报).{0,5}(?:没|未|落|失败|淘汰)|落选|没选上|没评上|未胜出"
        ),
        "初赛未胜出",
    ),
)
_SECTORS: tuple[tuple[re.Pattern[str], Sector], ...] = (
    (re.compile("茶叶|农产品|农副产品|食品加工|粮油|预制菜"), "农产品加工"),
    (re.compile("农业(?!机械)|种植|养殖|畜牧|水产"), "农业"),
    (re.compile("软件"), "软件"),
    (re.compile("旅游|文旅|服务业|物流|商贸|电商|餐饮|金融业|房地产"), "服务业"),
    (re.compile("制造|陶瓷|机械|电子|化工|纺织|服装|钢铁|有色|医药|装备|材料|烟花|花炮"), "制造业"),
)
_YEARS_AGO = re.compile(r"([一二两三四五六七八九十\d]+)年(?:前|以前|之前)")
_FIGURE = r"[^\d，,。；;]{0,6}?(\d+(?:\.\d+)?)\s*"
_FIGURES = (
    ("leading_firm_revenue", re.compile(rf"龙头(?:企业)?(?:的)?(?:营业收入|营收|收入)?{_FIGURE}(?:多)?亿")),
    ("revenue", re.compile(rf"(?<!企业)(?:营业收入|营收|收入){_FIGURE}亿")),
    ("output", re.compile(rf"产值{_FIGURE}亿")),
    ("sme_share", re.compile(rf"(?:中小企业|占比|比重|比例){_FIGURE}%")),
)
_QUALITY_FIRMS = re.compile(
    r"(\d+)\s*家[^，。]{0,8}(?:单项冠军|专精特新|小巨人)|(?:单项冠军|专精特新|小巨人)[^\d，。]{0,8}(\d+)\s*家"
)


def facts_of(plan: Plan, registry: Registry, as_of: date) -> Facts:
    """Facts stated in the question, completed from the registry.

    Args:
        plan: the question.
        registry: lists and divisions.
        as_of: day on which validity is judged.
    """
    text = fold(plan.standalone)
    counties = [division for division in plan.divisions if not division.is_city]
    cities = [division for division in plan.divisions if division.is_city]
    many = [number for number, unit in plan.numbers if unit == "个"]
    facts = Facts(
        as_of=as_of,
        # 「那由谁来报」 asks for the applicant, whoever was named before
        applicant_kind=None if plan.expected == "organisation" else _applicant(plan, text),
        has_organisation=False if "no_organisation" in plan.concepts else None,
        county=counties[0] if counties else None,
        city=cities[0] if cities and not counties else None,
        places=plan.divisions,
        cluster_count=_cluster_count(plan, many),
        cluster=plan.clusters[0] if len(plan.clusters) == 1 else None,
        category=_category(plan, text),
        both_categories=True if {"both", "category"} <= plan.concepts.keys() else None,
        stage=plan.contest_stage,  # type: ignore[arg-type]
        on_trainee_list=_on_trainee_list(text),
        cross_region=True if "cross_region" in plan.concepts else None,
        adjacent=False
        if re.search("不相邻|不挨着|不接壤|隔得远|不邻近", text)
        else True
        if re.search("相邻|邻近|挨着|邻县|隔壁|紧邻", text)
        else None,
        outside_hunan=True if "outside_province" in plan.concepts else None,
        submit_to=_submit_to(plan),
        previous_result=next((result for pattern, result in _PREVIOUS if pattern.search(text)), None),
        review_passed=False
        if re.search(r"复核.{0,4}(?:没|未|不)|(?:没|未|不).{0,3}通过复核", text)
        else None,
        materials_false=True if "truth" in plan.concepts and "真实" not in plan.concepts["truth"] else None,
        prohibited_industry=True if re.search("禁止类|淘汰类|限制类|禁止|淘汰产业", text) else None,
        major_accident=True if re.search("事故|污染", text) else None,
        accident_years_ago=_years_ago(text),
        tax_or_credit_offence=True if re.search("偷税|漏税|失信|违法违规", text) else None,
        award_use=_award_use(plan, text),
        sector=next((sector for pattern, sector in _SECTORS if pattern.search(text)), None),
        lacking=text if "lack" in plan.concepts else None,
        level=_level(text),
        conditions_met=_conditions_met(text),
        attempts_this_year=2 if re.search("(?:一|同)年.{0,4}(?:两|二|几|多)次", text) else None,
        relaxed_area=True if "relaxed" in plan.concepts else None,
        leading_firm_in_park=True if re.search("(?:在|于).{0,8}园区.{0,3}注册", text) else None,
        **_figures(text),  # type: ignore[arg-type]
    )
    return with_registry(facts, registry)


def _category(plan: Plan, text: str) -> Category | None:
    if plan.category == "中小企业特色产业集群" or re.search("特色(?:产业)?(?:集群)?", text):
        return "中小企业特色产业集群"
    # 「先进制造业集群」 names the whole programme too; beside figures it is the category
    return "先进制造业集群" if plan.category and "figure" in plan.concepts else None


def _applicant(plan: Plan, text: str) -> ApplicantKind | None:
    if "no_organisation" in plan.concepts:
        return None
    for concept, kind in _APPLICANTS:
        if concept in plan.concepts:
            return kind
    if "government" in plan.concepts:
        return "市州政府" if _CITY_GOVERNMENT.search(text) else "县级政府"
    return None


def _cluster_count(plan: Plan, many: list[int]) -> int | None:
    if re.search(
        r"(?:(?:已经?|都|本来)有|有(?:了)?(?:一|1|两|2)个|已获|已入选|已列入|入选了)(?:了|着)?.{0,30}(?:再|又|还)",
        fold(plan.standalone),
    ):
        return max([2, *many])
    if many:
        return max(many)
    if "many" in plan.concepts and re.search(
        "多个|不止一个|超过一个|第二个|另一个|另外一个|再", fold(plan.standalone)
    ):
        return 2
    return None


def _on_trainee_list(text: str) -> bool | None:
    if re.search(r"(?:不是|没(?:有)?(?:列入|进|入选)?|未(?:列入|入选)?|非).{0,4}培育(?:对象|名单)", text):
        return False
    if re.search(r"(?:已经?是|已列入|我们是|进了|列入了).{0,6}培育(?:对象|名单)", text):
        return True
    if re.search("没参加初赛|没有参加初赛|未参加初赛|没过初赛|跳过初赛|不参加初赛", text):
        return False
    return None


def _submit_to(plan: Plan) -> SubmitTo | None:
    if "province_office" in plan.concepts and ("directly" in plan.concepts or "submit" in plan.concepts):
        return "省工信厅"
    if "city_office" in plan.concepts and "submit" in plan.concepts:
        return "市州工信局"
    return "省工信厅" if "directly" in plan.concepts else None


def _level(text: str) -> Level | None:
    if re.search("市辖区|(?<!园)是区(?!域)|(?<!园)(?<!开发)(?<!新)(?<!地)(?:我们?|本|一个|每个)区", text):
        return "区"
    if re.search("市里|(?:全|我们?|本|一个)市(?!场|级|州工)|市州能|市州可以", text) and not re.search(
        "县", text
    ):
        return "市州"
    return "县" if re.search("(?:我们?|本|一个|每个)县", text) else None


def _conditions_met(text: str) -> int | None:
    match = re.search(
        r"(?:只|仅|才)?(?:满足|符合|达到)了?[^，。]{0,6}?([一二三四五六两\d])(?:项|条|个)", text
    )
    return parse_numeral(match.group(1)) if match else None


def _figures(text: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, pattern in _FIGURES:
        if match := pattern.search(text):
            found[name] = Decimal(match.group(1))
    if match := _QUALITY_FIRMS.search(text):
        found["quality_firms"] = int(match.group(1) or match.group(2))
    return found


def _years_ago(text: str) -> Decimal | None:
    match = _YEARS_AGO.search(text)
    if match:
        return Decimal(parse_numeral(match.group(1)))
    if "去年" in text:
        return Decimal(1)
    return Decimal(2) if "前年" in text else None


def _award_use(plan: Plan, text: str) -> str | None:
    if "spend" not in plan.concepts or "money" not in plan.concepts:
        return None
    match = re.search(r"(?:用来|用于|用在|花在|拿来|买|发|建)([^吗?？,，。的]{1,20})", text)
    if not match or re.search("什么|哪|怎么|啥", match.group(1)):
        return None
    prefix = match.group()[0] if match.group()[0] in "买发建" else ""
    return prefix + match.group(1)
