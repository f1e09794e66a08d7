"""Facts of a case from a question: who acts, when, how much, where."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assistant.conversation.agents import agent_in
from assistant.conversation.dates import days_named
from assistant.conversation.facts import facts_of
from assistant.conversation.figures import figures_in, years_since
from assistant.conversation.lexicon import fold
from assistant.conversation.understand import Understander
from assistant.eligibility import Facts
from assistant.registry import Registry
from index.corpus import load_corpus

DAY = date(2025, 6, 1)
REGISTRY = Registry.load()
UNDERSTANDER = Understander(load_corpus(), REGISTRY)


def facts(question: str) -> Facts:
    return facts_of(UNDERSTANDER.plan(question), REGISTRY, DAY)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("企业自己能不能报", "企业"),
        ("能不能由园区管委会出面申报", "园区"),
        ("县里没有促进组织，可以由开发区管委会来报吗", "园区"),
        ("县政府直接当申报主体行吗", "县级政府"),
        ("促进组织能委托企业申报吗", "企业"),
        ("商会牵头报行不行", "行业协会"),
        ("个体户可以报名吗", "个人"),
        ("除了促进组织，别的单位能报吗", "其他单位"),
        ("外资企业所在的集群能参评吗", None),
        ("园区里一家厂出了事故，还能参赛吗", None),
        ("材料报给市工信局还是省厅", None),
        ("集群怎么申报", None),
    ],
)
def test_who_would_apply(text: str, kind: str | None) -> None:
    agent = agent_in(fold(text))
    assert (agent.kind if agent else None) == kind


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2026年4月1号还有效吗", ("2026-04-01", "2026-04-01")),
        ("2026年3月还有效吗", ("2026-03-01", "2026-03-31")),
        ("去年这时候有效吗", ("2024-06-01", "2024-06-01")),
        ("明年3月中旬有效吗", ("2026-03-11", "2026-03-20")),
        ("2028年再报还算数吗", ("2028-01-01", "2028-12-31")),
        ("今年年底前管用吗", ("2025-12-01", "2025-12-31")),
        ("2026-02-01有效吗", ("2026-02-01", "2026-02-01")),
        ("2021年那个办法还有效吗", None),
        ("现在有效吗", None),
        ("2026年2月30日有效吗", None),
    ],
)
def test_days_named(text: str, span: tuple[str, str] | None) -> None:
    wanted = tuple(date.fromisoformat(day) for day in span) if span else None
    assert days_named(fold(text), DAY) == wanted


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("四年前出过事故", "4"),
        ("三年多以前出过事故", "3.5"),
        ("去年出了事故", "1"),
        ("上个月出了事故", "0"),
        ("2023年发生过事故", "2"),
        ("事故已经过去五年", "5"),
        ("出过事故", None),
    ],
)
def test_years_since(text: str, years: str | None) -> None:
    assert years_since(text, DAY) == (Decimal(years) if years else None)


def test_figures() -> None:
    found = figures_in("营业收入120亿元，龙头企业营收十二亿，产值30.5亿，中小企业占比六成，专精特新企业5家")
    assert found == {
        "revenue": Decimal(120),
        "leading_firm_revenue": Decimal(12),
        "output": Decimal("30.5"),
        "sme_share": Decimal(60),
        "quality_firms": 5,
    }


def test_a_county_with_its_clusters() -> None:
    found = facts("双峰县已经有农机集群了，今年再报一个行不行")
    assert found.wants_another
    assert [cluster.name for cluster in found.already_listed or ()] == ["双峰县农机产业集群"]


@pytest.mark.parametrize(
    ("question", "name", "value"),
    [
        ("两个县中间隔着一个市，能联合申报吗", "adjacent", False),
        ("联合申报必须地理相邻吗", "adjacent", False),
        ("两个相邻的县能联合申报吗", "adjacent", True),
        ("没参加初赛能打决赛吗", "on_trainee_list", False),
        ("我们是培育对象，能打决赛吗", "on_trainee_list", True),
        ("不想参加决赛行不行", "declines_final", True),
        ("主导产业不在国家淘汰目录里能报吗", "prohibited_industry", None),
        ("主导产业不属于国家禁止、限制和淘汰类能报吗", "prohibited_industry", False),
        ("我们的产业算限制类，不是淘汰类，能不能报", "prohibited_industry", True),
        ("不是禁止类，也不是淘汰类，但属于限制类，能报吧", "prohibited_industry", True),
        ("不是禁止类而是限制类，能报吗", "prohibited_industry", True),
        ("做烟花的算不算禁止类，能报吗", "prohibited_industry", None),
        ("主导产业是淘汰类能报吗", "prohibited_industry", True),
        ("企业没有失信记录能报吗", "tax_or_credit_offence", False),
        ("六个条件差一项能报吗", "conditions_met", 5),
        ("只满足四项条件能报吗", "conditions_met", 4),
        ("奖励资金能拿来盖厂房吗", "award_use", "盖厂房"),
        ("奖励的钱怎么用", "award_use", None),
        ("我们是市辖区，能报几个", "level", "区"),
        ("培育对象占不占县里的名额", "counted", "培育对象"),
        ("公示有人举报还能认定吗", "objection", True),
        ("出过一般的小事故要紧吗", "accident_minor", True),
        ("材料真实性由市里负责吗", "blamed", "其他单位"),
    ],
)
def test_facts(question: str, name: str, value: object) -> None:
    assert getattr(facts(question), name) == value
