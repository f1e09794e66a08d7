"""Both sides of every rule."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assistant.eligibility import Facts, Outcome, evaluate, with_registry
from assistant.parameters import load_parameters
from assistant.registry import CATEGORIES, Registry

REGISTRY = Registry.load()
PARAMETERS = load_parameters()
DAY = date(2025, 6, 1)


def decide(topic: str, **known: Any) -> Outcome:
    facts = with_registry(Facts(as_of=known.pop("as_of", DAY), **known), REGISTRY)
    outcomes = evaluate(facts, PARAMETERS, [topic])
    return outcomes[0]


def place(name: str) -> Any:
    division = REGISTRY.division(name)
    assert division is not None
    return division


def cluster(name: str) -> Any:
    return REGISTRY.find(name)[0].cluster


# quota


@pytest.mark.parametrize(
    ("known", "verdict", "said"),
    [
        ({"cluster_count": 1}, "yes", "原则上不超过1个"),
        ({"cluster_count": 2}, "conditional", "原则上不超过1个"),
        ({"county": "南县", "cluster_count": 1}, "yes", "还没有南县的集群"),
        ({"county": "南县", "cluster_count": 2}, "conditional", "2个超出"),
        ({"county": "邵东市"}, "conditional", "邵东市小五金特色产业集群"),
        ({"county": "江华瑶族自治县"}, "conditional", "江华县智能小家电电机特色产业集群"),
        ({"county": "醴陵市"}, "conditional", "株洲先进陶瓷产业集群"),
        ({"county": "洪江市"}, "conditional", "可能在洪江市"),
        ({"county": "岳麓区", "cluster_count": 2}, "conditional", "没有提到市辖区"),
        ({"city": "长沙市", "cluster_count": 5}, "yes", "每个县（市）"),
        ({"county": "南县", "cross_region": True}, "conditional", "跨行政区"),
    ],
)
def test_quota(known: dict[str, Any], verdict: str, said: str) -> None:
    for name in ("county", "city"):
        if name in known:
            known[name] = place(known[name])
    outcome = decide("quota", **known)
    assert outcome.verdict == verdict
    assert said in outcome.statement
    assert outcome.citations[0].locator == "第十六条"


def test_quota_of_an_unnamed_district() -> None:
    outcome = decide("quota", level="区")
    assert outcome.verdict == "conditional"
    assert "市辖区" in outcome.statement
    assert decide("quota", level="县").verdict == "yes"


def test_a_listed_cluster_does_not_count_against_itself() -> None:
    outcome = decide("quota", county=place("邵东市"), cluster=cluster("邵东小五金"))
    assert outcome.verdict == "yes"
    assert "不另占名额" in outcome.statement


def test_in_principle_is_never_a_plain_no() -> None:
    for division in REGISTRY.divisions:
        if not division.is_city:
            assert decide("quota", county=division, cluster_count=3).verdict == "conditional"


# subject, voluntary, joint, region


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        ("集群促进组织", "yes"),
        ("园区", "no"),
        ("县级政府", "no"),
        ("市州政府", "no"),
        ("企业", "no"),
        ("个人", "no"),
        ("科研院所", "conditional"),
        ("行业协会", "conditional"),
        (None, None),
    ],
)
def test_subject(kind: Any, verdict: str | None) -> None:
    outcome = decide("subject", applicant_kind=kind)
    assert outcome.verdict == verdict
    assert outcome.citations[0].locator == "第五条"


def test_without_a_promotion_organisation() -> None:
    outcome = decide("subject", has_organisation=False)
    assert (outcome.status, outcome.verdict) == ("not_met", "no")
    assert "促进组织" in outcome.statement


def test_voluntary() -> None:
    assert decide("voluntary").verdict == "no"


def test_joint() -> None:
    assert decide("joint", adjacent=True).verdict == "yes"
    assert decide("joint", adjacent=False).verdict == "conditional"
    assert decide("joint", outside_hunan=True).verdict == "conditional"
    three = decide("joint", places=(place("长沙"), place("株洲"), place("湘潭")))
    assert any("长株潭" in sentence.text and "重点支持" in sentence.text for sentence in three.details)
    two = decide("joint", places=(place("长沙"), place("岳阳")))
    assert not any("重点支持" in sentence.text for sentence in two.details)


def test_region() -> None:
    assert decide("region", outside_hunan=True).verdict == "no"
    assert decide("region", outside_hunan=False).status == "not_applicable"


# scope and single requirements


@pytest.mark.parametrize(
    ("sector", "verdict"),
    [
        ("制造业", "conditional"),
        ("农产品加工", "conditional"),
        ("农业", "conditional"),
        ("软件", "conditional"),
        ("服务业", "no"),
        (None, None),
    ],
)
def test_sector(sector: Any, verdict: str | None) -> None:
    assert decide("sector", sector=sector).verdict == verdict


def test_membership_is_not_laid_down() -> None:
    assert decide("membership").verdict == "conditional"
    assert decide("membership", outside_hunan=True).statement.startswith("省外企业")


def test_a_park_may_carry_several_as_the_list_shows() -> None:
    outcome = decide("park_many")
    assert outcome.verdict == "yes"
    assert len(REGISTRY.filter(park="株洲高新区")) == 3


@pytest.mark.parametrize(
    ("lacking", "verdict", "locators"),
    [
        ("没有单项冠军企业的能报培育对象吗", "conditional", {"第六条（二）"}),
        ("没有省级企业技术中心", "conditional", {"第六条（五）"}),
        ("只有规划没有实施方案，政府也没出政策", "no", {"第六条（六）"}),
        ("发展边界还不清楚", "no", {"第六条（一）"}),
        ("市占率不高，也没有规章制度", "no", {"第六条（二）", "第六条（四）"}),
        ("有政策，但没有小巨人", "conditional", {"第六条（二）"}),
        ("没有食堂", "conditional", {"第六条（五）"}),
        (None, None, set()),
    ],
)
def test_a_single_requirement_lacking(lacking: str | None, verdict: str | None, locators: set[str]) -> None:
    outcome = decide("requirement", lacking=lacking)
    assert outcome.verdict == verdict
    cited = {citation.locator for citation in outcome.conclusion.statement.citations}
    assert cited - {"第六条"} == locators


# the contest


@pytest.mark.parametrize(("met", "verdict"), [(5, "no"), (6, "yes"), (None, "no")])
def test_conditions(met: int | None, verdict: str) -> None:
    assert decide("conditions", conditions_met=met).verdict == verdict


def test_stage_order() -> None:
    assert decide("stage_order").verdict == "no"
    assert decide("stage_order", on_trainee_list=True).status == "conditional"
    assert decide("stage_order", cluster=cluster("邵东小五金")).status == "not_applicable"


@pytest.mark.parametrize(("listed", "verdict"), [(True, "yes"), (False, "no"), (None, "conditional")])
def test_final_entry(listed: bool | None, verdict: str) -> None:
    assert decide("final_entry", on_trainee_list=listed).verdict == verdict


def test_final_entry_of_listed_clusters() -> None:
    trainee = decide("final_entry", cluster=cluster("长沙智能汽车"))
    assert trainee.verdict == "yes"
    assert ("list-2022", "附件3 序号2") in {(c.doc, c.locator) for c in trainee.citations}
    assert decide("final_entry", cluster=cluster("邵东小五金")).status == "not_applicable"


@pytest.mark.parametrize(
    ("known", "verdict"),
    [
        ({}, "yes"),
        ({"attempts_this_year": 1}, "yes"),
        ({"attempts_this_year": 2}, "no"),
        ({"previous_result": "初赛未胜出"}, "yes"),
        ({"previous_result": "决赛未胜出"}, "yes"),
        ({"previous_result": "复核未通过"}, "conditional"),
        ({"previous_result": "称号被撤销"}, "conditional"),
    ],
)
def test_repeat(known: dict[str, Any], verdict: str) -> None:
    assert decide("repeat", **known).verdict == verdict


def test_notice_gives_no_date() -> None:
    outcome = decide("notice")
    assert (outcome.status, outcome.verdict) == ("met", "yes")
    assert not any(character.isdigit() for character in outcome.statement)
    # 定期 is not every year
    assert decide("notice", stage="决赛").verdict == "conditional"


def test_category() -> None:
    assert decide("category").verdict is None
    assert decide("category", both_categories=True).verdict == "conditional"


# submission


@pytest.mark.parametrize(
    ("to", "verdict"),
    [("省工信厅", "no"), (None, "no"), ("市州工信局", "yes"), ("县级工信部门", "conditional")],
)
def test_direct_to_province(to: Any, verdict: str) -> None:
    assert decide("direct_to_province", submit_to=to).verdict == verdict


def test_publicity_cites_the_clause_of_the_stage() -> None:
    assert decide("publicity", stage="初赛").citations[0].locator == "第十条"
    assert decide("publicity", stage="决赛").citations[0].locator == "第十一条"
    assert decide("publicity").verdict == "yes"


@pytest.mark.parametrize(("false", "status"), [(True, "not_met"), (False, "met"), (None, "met")])
def test_truthfulness(false: bool | None, status: str) -> None:
    outcome = decide("truthfulness", materials_false=false)
    assert outcome.status == status
    assert outcome.verdict == (None if false is False else "no")


# duties


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2024, 1, 31), "2024年1月底前"),
        (date(2024, 2, 1), "2024年7月底前"),
        (date(2024, 7, 31), "2024年7月底前"),
        (date(2024, 8, 1), "2025年1月底前"),
        (date(2024, 12, 31), "2025年1月底前"),
    ],
)
def test_the_next_report(day: date, due: str) -> None:
    assert due in decide("reports", as_of=day).details[0].text


def test_reports() -> None:
    assert decide("reports", on_trainee_list=True).verdict == "yes"
    assert "培育对象" in decide("reports", on_trainee_list=True).statement
    assert decide("reports", on_trainee_list=False).status == "not_applicable"
    assert decide("reports", cluster=cluster("邵东小五金")).verdict == "yes"
    expired = decide("reports", as_of=date(2026, 11, 1))
    assert not any("最近的一次" in sentence.text for sentence in expired.sentences)


def test_late_reports_and_trainee_management() -> None:
    assert decide("reports_late").verdict == "no"
    assert decide("trainee_management").verdict == "yes"


def test_review() -> None:
    outcome = decide("review", cluster=cluster("邵东小五金"))
    assert outcome.verdict == "yes"
    assert "每三年" in outcome.statement
    assert any("2025年" in sentence.text for sentence in outcome.details)
    assert decide("review", on_trainee_list=False).status == "not_applicable"


@pytest.mark.parametrize(
    ("known", "verdict"),
    [
        ({}, "conditional"),
        ({"review_passed": False}, "yes"),
        ({"materials_false": True}, "yes"),
        ({"tax_or_credit_offence": True}, "yes"),
        ({"review_passed": True}, "conditional"),
        ({"review_passed": True, "materials_false": False, "tax_or_credit_offence": False}, "no"),
    ],
)
def test_revocation(known: dict[str, Any], verdict: str) -> None:
    assert decide("revocation", **known).verdict == verdict


def test_announcement() -> None:
    assert "每年一次" in decide("announcement").statement


# support


def test_award() -> None:
    outcome = decide("award")
    assert outcome.verdict == "yes"
    text = "".join(sentence.text for sentence in outcome.sentences)
    assert "《办法》没有写" in text
    assert "万元" not in text
    assert decide("award", applicant_kind="企业").verdict == "conditional"


@pytest.mark.parametrize(
    ("use", "verdict"),
    [("公共服务活动", "yes"), ("促进组织条件建设", "yes"), ("建厂房", "conditional"), (None, None)],
)
def test_award_use(use: str | None, verdict: str | None) -> None:
    assert decide("award_use", award_use=use).verdict == verdict


def test_project_support_and_city_contest() -> None:
    assert decide("project_support").verdict == "yes"
    assert decide("city_contest").verdict == "yes"


def test_national_is_by_selection() -> None:
    assert decide("national").verdict == "conditional"
    outcome = decide("national", cluster=cluster("长沙新一代自主安全计算系统"))
    assert any("国家初赛胜出" in sentence.text for sentence in outcome.details)


# exclusions


def exclusions(**known: Any) -> dict[str, Outcome]:
    outcomes = evaluate(Facts(as_of=DAY, **known), PARAMETERS, ["exclusions"])
    return {outcome.rule: outcome for outcome in outcomes}


@pytest.mark.parametrize(
    ("rule", "known", "verdict"),
    [
        ("exclusions.industry", {"prohibited_industry": True}, "no"),
        ("exclusions.industry", {"prohibited_industry": False}, "yes"),
        ("exclusions.industry", {}, None),
        ("exclusions.conduct", {"tax_or_credit_offence": True}, "no"),
        ("exclusions.conduct", {"tax_or_credit_offence": False}, "yes"),
        ("exclusions.accidents", {"major_accident": False}, "yes"),
        ("exclusions.accidents", {"major_accident": True}, "conditional"),
        ("exclusions.accidents", {"major_accident": True, "accident_years_ago": Decimal("2.9")}, "no"),
        ("exclusions.accidents", {"major_accident": True, "accident_years_ago": Decimal(3)}, "conditional"),
        ("exclusions.accidents", {"major_accident": True, "accident_years_ago": Decimal("3.1")}, "yes"),
        ("exclusions.accidents", {"major_accident": True, "accident_years_ago": Decimal(0)}, "no"),
        ("exclusions.accidents", {}, None),
    ],
)
def test_exclusions(rule: str, known: dict[str, Any], verdict: str | None) -> None:
    assert exclusions(**known)[rule].verdict == verdict


# validity


@pytest.mark.parametrize(
    ("day", "verdict"),
    [
        (date(2021, 3, 15), "yes"),
        (date(2026, 3, 15), "yes"),
        (date(2026, 3, 16), "conditional"),
        (date(2026, 4, 7), "conditional"),
        (date(2026, 4, 8), "no"),
        (date(2021, 3, 14), None),
    ],
)
def test_validity(day: date, verdict: str | None) -> None:
    assert decide("validity", as_of=day).verdict == verdict


# thresholds


def thresholds(category: Any, **known: Any) -> Outcome:
    outcomes = evaluate(Facts(as_of=DAY, category=category, **known), PARAMETERS, ["thresholds"])
    (outcome,) = [outcome for outcome in outcomes if outcome.status != "not_applicable"]
    assert not outcome.official
    return outcome


ADVANCED = {"revenue": Decimal(100), "leading_firm_revenue": Decimal(10), "leading_firm_in_park": True}
SPECIAL = {"output": Decimal(30), "sme_share": Decimal(60), "quality_firms": 5}


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({}, "yes"),
        ({"revenue": Decimal("99.9")}, "no"),
        ({"leading_firm_revenue": Decimal("9.99")}, "no"),
        ({"leading_firm_in_park": False}, "no"),
        ({"leading_firm_in_park": None}, None),
        ({"revenue": None}, None),
        ({"revenue": None, "leading_firm_revenue": Decimal(1)}, "no"),
    ],
)
def test_thresholds_of_advanced_clusters(change: dict[str, Any], verdict: str | None) -> None:
    assert thresholds(CATEGORIES[0], **{**ADVANCED, **change}).verdict == verdict


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({}, "yes"),
        ({"output": Decimal("29.9")}, "no"),
        ({"sme_share": Decimal("59.9")}, "no"),
        ({"quality_firms": 4}, "conditional"),
        ({"quality_firms": 4, "relaxed_area": True}, "conditional"),
        ({"quality_firms": 4, "relaxed_area": False}, "no"),
        ({"quality_firms": 4, "relaxed_area": True, "output": Decimal(29)}, "no"),
        ({"quality_firms": None}, None),
    ],
)
def test_thresholds_of_special_clusters(change: dict[str, Any], verdict: str | None) -> None:
    assert thresholds(CATEGORIES[1], **{**SPECIAL, **change}).verdict == verdict


def test_without_a_category_both_are_told() -> None:
    outcomes = evaluate(Facts(as_of=DAY), PARAMETERS, ["thresholds"])
    assert [outcome.status for outcome in outcomes] == ["cannot_tell", "cannot_tell"]


# what was added for questions about papers, parks, organisations, liability


@pytest.mark.parametrize(
    ("lacking", "verdict", "locator"),
    [
        ("没有固定办公场所", "no", "初赛 4.3"),
        ("没有注册登记执照", "no", "初赛 4.3"),
        ("县政府不盖章", "no", "初赛 一 集群所在地县以上人民政府意见"),
        ("不附佐证材料", "no", "初赛 七"),
        ("没有网站", "conditional", "初赛 4.3"),
        (None, "conditional", "初赛 4.3"),
    ],
)
def test_form_papers(lacking: str | None, verdict: str, locator: str) -> None:
    outcome = decide("form_papers", lacking=lacking)
    assert outcome.verdict == verdict
    assert outcome.citations[0].locator == locator


@pytest.mark.parametrize("topic", ["many_parks", "organisation_many"])
def test_what_is_not_laid_down_is_conditional(topic: str) -> None:
    outcome = decide(topic)
    assert (outcome.status, outcome.verdict) == ("cannot_tell", "conditional")
    assert "没有规定" in outcome.statement


def test_no_organisation_has_two_listed_clusters() -> None:
    organisations = [item.organisation for item in REGISTRY.clusters if item.batch == "第一批"]
    assert len(set(organisations)) == len(organisations)


@pytest.mark.parametrize(
    ("blamed", "verdict"), [(None, "yes"), ("集群促进组织", "yes"), ("其他单位", "no"), ("企业", "no")]
)
def test_truth_liability(blamed: Any, verdict: str) -> None:
    outcome = decide("truth_liability", blamed=blamed)
    assert outcome.verdict == verdict
    assert "申报主体" in outcome.statement


def test_objections_are_not_dealt_with() -> None:
    assert decide("publicity", objection=True).verdict == "conditional"
    assert decide("publicity").verdict == "yes"


def test_declining_the_final() -> None:
    assert decide("final_entry", on_trainee_list=True, declines_final=True).verdict == "conditional"
    assert decide("final_entry", on_trainee_list=True).verdict == "yes"


def test_minor_accidents() -> None:
    outcomes = evaluate(
        Facts(as_of=DAY, major_accident=True, accident_minor=True), PARAMETERS, ["exclusions"]
    )
    assert [o.verdict for o in outcomes if o.rule == "exclusions.accidents"] == ["conditional"]


def test_another_names_the_listed_one() -> None:
    outcome = decide("quota", cluster=cluster("双峰农机"), wants_another=True)
    assert outcome.verdict == "conditional"
    assert "双峰县农机产业集群" in outcome.statement
    assert any(citation.locator == "附件1 序号8" for citation in outcome.citations)


def test_one_more_where_there_is_none() -> None:
    assert decide("quota", county=place("南县"), wants_another=True).verdict == "yes"
    assert decide("quota", wants_another=True).verdict == "conditional"


@pytest.mark.parametrize("counted", ["培育对象", "特色产业集群", "联合申报"])
def test_what_uses_up_the_place_is_not_laid_down(counted: Any) -> None:
    assert decide("quota", counted=counted).verdict == "conditional"


def test_the_limit_itself() -> None:
    outcome = decide("quota", asks_limit=True)
    assert outcome.verdict == "conditional"
    assert "原则上不超过1个" in outcome.statement


def test_applicants_are_called_as_the_asker_does() -> None:
    outcome = decide("subject", applicant_kind="其他单位", applicant_words="县工信局")
    assert outcome.verdict == "no"
    assert "县工信局" in outcome.statement
