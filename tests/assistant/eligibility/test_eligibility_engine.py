from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.eligibility import FACT_TITLES, TOPICS, Facts, all_rules, evaluate, rule, with_registry
from assistant.eligibility.rules.requirement import _REQUIREMENTS
from assistant.parameters import load_parameters
from assistant.registry import CATEGORIES, Registry
from index.corpus import load_corpus

REGISTRY = Registry.load()
PARAMETERS = load_parameters()
CORPUS = load_corpus()
DAY = date(2025, 6, 1)


def test_every_topic_has_a_rule_and_every_rule_rests_on_a_clause() -> None:
    rules = all_rules()
    assert {entry.topic for entry in rules} == set(TOPICS)
    assert len({entry.id for entry in rules}) == len(rules)
    for entry in rules:
        doc, locator = entry.basis.split("#")
        assert CORPUS.clause(doc, locator) is not None, entry.basis
        assert entry.id.startswith(entry.topic + ".")


def test_every_fact_has_a_chinese_name() -> None:
    assert list(FACT_TITLES) == list(Facts.__dataclass_fields__)


def test_topics_come_in_the_order_asked_for() -> None:
    outcomes = evaluate(Facts(as_of=DAY), PARAMETERS, ["review", "quota"])
    assert [outcome.topic for outcome in outcomes] == ["review", "quota"]
    assert {outcome.topic for outcome in evaluate(Facts(as_of=DAY), PARAMETERS)} == set(TOPICS)
    with pytest.raises(KeyError):
        evaluate(Facts(as_of=DAY), PARAMETERS, ["no such topic"])


def test_a_rule_cannot_be_registered_twice_or_under_an_unknown_topic() -> None:
    with pytest.raises(ValueError, match="twice"):
        rule(id="quota.county", topic="quota", basis="measures-2021#第十六条", title="")(lambda f, p: None)
    with pytest.raises(ValueError, match="unknown topic"):
        rule(id="x", topic="x", basis="", title="")


def test_the_trace_is_what_the_rule_read() -> None:
    facts = with_registry(Facts(as_of=DAY, county=REGISTRY.division("邵东市"), cluster_count=2), REGISTRY)
    (outcome,) = evaluate(facts, PARAMETERS, ["quota"])
    trace = {read.name: read.value for read in outcome.trace}
    assert trace["county"] == "邵东市"
    assert trace["cluster_count"] == "2"
    assert trace["already_listed"] == "邵东市小五金特色产业集群"
    assert trace["county_quota"] == "1个"
    assert trace["as_of"] == "2025年6月1日"
    assert "revenue" not in trace
    assert [read.kind for read in outcome.trace if read.name == "county_quota"] == ["parameter"]


def test_an_unknown_fact_is_shown_as_unknown() -> None:
    (outcome,) = evaluate(Facts(as_of=DAY), PARAMETERS, ["subject"])
    assert {(read.name, read.value) for read in outcome.trace} == {
        ("applicant_kind", "未知"),
        ("has_organisation", "未知"),
        ("unregistered", "未知"),
    }
    assert outcome.missing == ("申报人是什么单位",)


def test_before_the_measures_nothing_is_decided() -> None:
    for outcome in evaluate(Facts(as_of=date(2020, 1, 1)), PARAMETERS, ["quota", "validity", "reports"]):
        assert (outcome.status, outcome.verdict) == ("cannot_tell", None)
        assert "2020年1月1日" in outcome.statement


def test_the_same_facts_give_the_same_outcomes() -> None:
    facts = with_registry(Facts(as_of=DAY, county=REGISTRY.division("道县")), REGISTRY)
    assert evaluate(facts, PARAMETERS) == evaluate(facts, PARAMETERS)


@cache
def clause_text(doc: str, locator: str) -> str:
    document = CORPUS.document(doc)
    assert document is not None
    return document.full_text(locator)


def test_every_requirement_quotes_its_item() -> None:
    for entry in _REQUIREMENTS:
        assert entry.clause.quote in clause_text(entry.clause.doc, entry.clause.locator)
        assert entry.example == ("等" in entry.clause.quote), entry.clause.quote


_maybe = st.sampled_from([None, True, False])
_amount = st.none() | st.decimals(0, 500, places=1).map(lambda value: Decimal(value))
FACTS = st.builds(
    Facts,
    as_of=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    applicant_kind=st.sampled_from(
        [None, "集群促进组织", "园区", "县级政府", "市州政府", "企业", "个人", "科研院所", "行业协会"]
    ),
    has_organisation=_maybe,
    level=st.sampled_from([None, "县", "区"]),
    sector=st.sampled_from([None, "制造业", "农产品加工", "农业", "软件", "服务业"]),
    lacking=st.sampled_from(
        [None, "没有单项冠军企业", "没有实施方案，政府也没出政策", "没有食堂", "发展边界不清"]
    ),
    county=st.none() | st.sampled_from([d for d in REGISTRY.divisions if not d.is_city]),
    city=st.none() | st.sampled_from([d for d in REGISTRY.divisions if d.is_city]),
    places=st.lists(st.sampled_from(REGISTRY.divisions), max_size=3).map(tuple),
    cluster_count=st.none() | st.integers(0, 4),
    cluster=st.none() | st.sampled_from(REGISTRY.clusters),
    category=st.sampled_from([None, *CATEGORIES]),
    both_categories=_maybe,
    stage=st.sampled_from([None, "初赛", "决赛"]),
    on_trainee_list=_maybe,
    cross_region=_maybe,
    adjacent=_maybe,
    outside_hunan=_maybe,
    submit_to=st.sampled_from([None, "县级工信部门", "市州工信局", "省工信厅"]),
    previous_result=st.sampled_from([None, "初赛未胜出", "决赛未胜出", "复核未通过", "称号被撤销"]),
    attempts_this_year=st.none() | st.integers(0, 3),
    conditions_met=st.none() | st.integers(0, 7),
    review_passed=_maybe,
    materials_false=_maybe,
    prohibited_industry=_maybe,
    major_accident=_maybe,
    accident_years_ago=st.none() | st.decimals(0, 6, places=1),
    tax_or_credit_offence=_maybe,
    award_use=st.sampled_from([None, "公共服务活动", "建厂房", "发奖金"]),
    revenue=_amount,
    leading_firm_revenue=_amount,
    leading_firm_in_park=_maybe,
    output=_amount,
    sme_share=st.none() | st.decimals(0, 100, places=1),
    quality_firms=st.none() | st.integers(0, 9),
    relaxed_area=_maybe,
)


@settings(max_examples=150, deadline=None)
@given(FACTS)
def test_whatever_the_facts_quotes_are_verbatim_and_sentences_whole(facts: Facts) -> None:
    for outcome in evaluate(with_registry(facts, REGISTRY), PARAMETERS):
        for sentence in outcome.sentences:
            assert sentence.text.endswith("。")
            assert sentence.text.count("。") == 1
            assert "None" not in sentence.text
            assert "{" not in sentence.text
        for citation in outcome.citations:
            assert citation.quote
            assert citation.quote in clause_text(citation.doc, citation.locator), (outcome.rule, citation)
        if outcome.official and outcome.status != "cannot_tell":
            assert outcome.conclusion.statement.citations, outcome.rule
        if outcome.verdict == "yes":
            assert outcome.status in ("met", "not_applicable", "not_met")
        assert len(outcome.citations) == len(set(outcome.citations))
        assert all(read.title and read.value for read in outcome.trace)


@settings(max_examples=60, deadline=None)
@given(FACTS)
def test_knowing_more_from_the_registry_never_overwrites(facts: Facts) -> None:
    completed = with_registry(facts, REGISTRY)
    for name in FACT_TITLES:
        known = getattr(facts, name)
        if known is not None:
            assert getattr(completed, name) == known
