"""What is known about the case that a question is about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from assistant.registry import Category, Cluster, Division, Level, Registry

ApplicantKind = Literal[
    "集群促进组织",
    "园区",
    "县级政府",
    "市州政府",
    "企业",
    "个人",
    "科研院所",
    "行业协会",
    "其他单位",
]
Sector = Literal["制造业", "农产品加工", "农业", "软件", "服务业"]
ContestStage = Literal["初赛", "决赛"]
SubmitTo = Literal["县级工信部门", "市州工信局", "省工信厅"]
Counted = Literal["培育对象", "联合申报", "特色产业集群", "国家级集群"]
PreviousResult = Literal["初赛未胜出", "决赛未胜出", "复核未通过", "称号被撤销"]


@dataclass(frozen=True)
class Facts:
    """The facts of one case. None (or an empty tuple for `places`) means: not known.

    Attributes:
        as_of: day on which validity is judged.
        applicant_kind: who wants to apply.
        applicant_words: how the asker calls them.
        has_organisation: the cluster has a promotion organisation.
        unregistered: the body that would apply is registered nowhere.
        level: level of the division spoken of where it is not named (“我们是市辖区”).
        county: the county-level division spoken of.
        city: the 市州 spoken of.
        places: all divisions named, where there are several (cross-region).
        cluster_count: how many clusters the county would have applied for (“两个” → 2).
        wants_another: it would be one more, beside those that the county has.
        asks_limit: the limit itself is asked about, not one more cluster.
        counted: what is asked whether it uses up the county's place.
        assured: whether every county is sure of a place is asked.
        asks_exception: what may be an exception to the quota is asked.
        cluster: the listed cluster spoken of.
        category: category applied for.
        both_categories: one cluster is to be entered in both categories.
        changes_category: it is to be entered in the other category than before.
        stage: contest stage spoken of.
        on_trainee_list: the cluster is a 培育对象.
        recognised: the asker's cluster is past the final already.
        already_listed: listed clusters of the county; filled in by `with_registry`.
        possibly_listed: listed clusters of which the list leaves open whether they are the county's.
        declines_final: the trainee does not want to enter the final.
        cross_region: the cluster lies in more than one city or county.
        adjacent: the regions of a joint application are neighbours.
        outside_hunan: the applicant is outside Hunan.
        submit_to: where the applicant wants to hand in.
        previous_result: how an earlier attempt ended.
        attempts_this_year: how many contests of one year the applicant wants to enter.
        sector: what the cluster lives on, where it may not be manufacturing.
        lacking: what the cluster lacks, in the asker's words; the whole question will do.
        conditions_met: how many of the six conditions of 第六条 are met.
        objection: somebody objects to the published list.
        review_passed: outcome of the review.
        blamed: who is said to answer for the materials.
        materials_false: the materials are untrue, exaggerated or estimated.
        prohibited_industry: the leading industry is prohibited, restricted or eliminated.
        major_accident: a major safety, quality or pollution accident has happened.
        accident_minor: it is said to have been a small one.
        accident_graded: it is said to have been a major one; False where its gravity is not told.
        accident_years_ago: full or part years since it.
        tax_or_credit_offence: tax evasion, breach of law, serious dishonesty in the cluster's firms.
        already_national: the cluster is already a national one.
        award_use: what the award money is to be used for, in the asker's words.
        revenue: cluster revenue (集群营业收入), 亿元.
        leading_firm_revenue: revenue of the leading firm, 亿元.
        leading_firm_in_park: the leading firm is registered in the core park.
        output: cluster output (集群总产值), 亿元.
        sme_share: SME share of output, per cent.
        quality_firms: firms that are 单项冠军 or 专精特新 at provincial level or above.
        relaxed_area: old revolutionary base, ethnic or poor area.
    """

    as_of: date
    applicant_kind: ApplicantKind | None = None
    applicant_words: str | None = None
    has_organisation: bool | None = None
    unregistered: bool | None = None
    level: Level | None = None
    county: Division | None = None
    city: Division | None = None
    places: tuple[Division, ...] = ()
    cluster_count: int | None = None
    wants_another: bool | None = None
    asks_limit: bool | None = None
    counted: Counted | None = None
    assured: bool | None = None
    asks_exception: bool | None = None
    cluster: Cluster | None = None
    category: Category | None = None
    both_categories: bool | None = None
    changes_category: bool | None = None
    stage: ContestStage | None = None
    on_trainee_list: bool | None = None
    recognised: bool | None = None
    already_listed: tuple[Cluster, ...] | None = None
    possibly_listed: tuple[Cluster, ...] | None = None
    declines_final: bool | None = None
    cross_region: bool | None = None
    adjacent: bool | None = None
    outside_hunan: bool | None = None
    submit_to: SubmitTo | None = None
    previous_result: PreviousResult | None = None
    attempts_this_year: int | None = None
    sector: Sector | None = None
    lacking: str | None = None
    conditions_met: int | None = None
    objection: bool | None = None
    review_passed: bool | None = None
    blamed: ApplicantKind | None = None
    materials_false: bool | None = None
    prohibited_industry: bool | None = None
    major_accident: bool | None = None
    accident_minor: bool | None = None
    accident_graded: bool | None = None
    accident_years_ago: Decimal | None = None
    tax_or_credit_offence: bool | None = None
    already_national: bool | None = None
    award_use: str | None = None
    revenue: Decimal | None = None
    leading_firm_revenue: Decimal | None = None
    leading_firm_in_park: bool | None = None
    output: Decimal | None = None
    sme_share: Decimal | None = None
    quality_firms: int | None = None
    relaxed_area: bool | None = None

    def __post_init__(self) -> None:
        for name in ("cluster_count", "attempts_this_year", "conditions_met", "quality_firms"):
            value = getattr(self, name)
            if value is not None and value < 0:
                raise ValueError(f"{name} must not be negative: {value}")


FACT_TITLES: dict[str, str] = {
    "as_of": "判断日期",
    "applicant_kind": "申报人是什么单位",
    "applicant_words": "申报人的称呼",
    "has_organisation": "是否已有集群促进组织",
    "unregistered": "申报单位是否没有登记",
    "level": "所在地是县、县级市还是市辖区",
    "county": "所在县（市、区）",
    "city": "所在市州",
    "places": "涉及的行政区",
    "cluster_count": "拟申报的集群个数",
    "wants_another": "是否在已有集群之外再报",
    "asks_limit": "问的是否名额本身",
    "counted": "问的是什么占不占名额",
    "assured": "问的是否一定有名额",
    "asks_exception": "问的是否有例外",
    "cluster": "所指的集群",
    "category": "申报类别",
    "both_categories": "是否同时申报两类",
    "changes_category": "是否换一类申报",
    "stage": "初赛还是决赛",
    "on_trainee_list": "是否已列入培育对象名单",
    "recognised": "是否已认定为集群",
    "already_listed": "本县（市）已在名单上的集群",
    "possibly_listed": "可能属于本县（市）的名单集群",
    "declines_final": "是否不想参加决赛",
    "cross_region": "是否跨行政区",
    "adjacent": "各地是否地理相邻",
    "outside_hunan": "是否在湖南省外",
    "submit_to": "材料报给谁",
    "previous_result": "此前参赛或复核的结果",
    "attempts_this_year": "同一年内参赛的次数",
    "sector": "集群属于什么行业",
    "lacking": "缺少哪些条件",
    "conditions_met": "已满足的基本条件数",
    "objection": "公示是否有异议",
    "review_passed": "是否通过复核",
    "blamed": "被认为对材料负责的单位",
    "materials_false": "材料是否不实",
    "prohibited_industry": "主导产业是否属于国家禁止、限制或淘汰类",
    "major_accident": "是否发生过重大安全生产、产品质量安全、环境污染事故",
    "accident_minor": "是否只是小事故",
    "accident_graded": "是否说明了是重大事故",
    "accident_years_ago": "事故距今的年数",
    "tax_or_credit_offence": "集群企业是否有偷税漏税、违法违规、严重失信等行为",
    "already_national": "是否已是国家级集群",
    "award_use": "奖励资金拟作何用",
    "revenue": "集群营业收入（亿元）",
    "leading_firm_revenue": "龙头企业营业收入（亿元）",
    "leading_firm_in_park": "龙头企业是否在核心承载园区注册",
    "output": "集群总产值（亿元）",
    "sme_share": "中小企业产值占比（%）",
    "quality_firms": "省级及以上单项冠军、专精特新企业数",
    "relaxed_area": "是否属于革命老区、民族地区或贫困地区",
}
"""Name of each fact in Chinese, as an answer names a missing one."""


def with_registry(facts: Facts, registry: Registry) -> Facts:
    """`facts` completed from the registry, never overwriting what is known.

    A cluster gives its list stage, category, city, county and whether it is cross-region; a county gives
    its city and the clusters already listed there; several places in different cities make a case
    cross-region.

    Args:
        facts: what the question says.
        registry: lists and divisions.
    """
    found: dict[str, Any] = {}
    cluster = facts.cluster
    if cluster is not None:
        found["on_trainee_list"] = cluster.stage == "培育对象"
        found["category"] = cluster.category
        found["city"] = registry.division(cluster.city) if cluster.city else None
        found["cross_region"] = True if cluster.cross_region else None
        if facts.county is None and cluster.county and cluster.county in cluster.home:
            found["county"] = registry.division(cluster.county)
    county = facts.county or found.get("county")
    if county is not None:
        found["city"] = registry.city_of(county)
        found["already_listed"], found["possibly_listed"] = registry.listed_in(county)
    if len(facts.places) > 1:
        units = {registry.city_of(place).code for place in facts.places}
        separate = [place for place in facts.places if not place.is_city]
        if len(units) > 1 or len({place.code for place in separate}) > 1:
            found["cross_region"] = True
    missing = {
        name: value for name, value in found.items() if value is not None and getattr(facts, name) is None
    }
    return replace(facts, **missing)
