"""One particular of a long clause: told first and alone, with a verdict where a yes or no is asked."""

from __future__ import annotations

import pytest

from assistant.answering.particulars import known
from assistant.answering.service import Assistant
from index.corpus import load_corpus


def test_every_quote_stands_in_its_clause() -> None:
    documents = load_corpus().documents
    missing = [
        (item.doc, item.locator, quote)
        for item in known()
        for quote in item.quotes
        if quote not in documents[item.doc].full_text(item.locator)
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("question", "cited", "told", "left_out"),
    [
        ("方案说要有几个千亿产业来着", "workplan-2021#一", "20个千亿产业", "万亿"),
        ("2025年园区创新承载能力要提升多少个", "workplan-2021#一", "100个", "千亿"),
        ("万亿行业定了几个", "workplan-2021#一", "5个万亿行业", "千亿"),
        ("产业链进度隔多久汇总上报", "workplan-2021#三（四）", "每季度", "现场办公"),
        ("八个一的第七个一讲啥", "workplan-2021#三（二）", "动态表", "工作专班"),
        ("规划管几年啊", "plan-2022#发展目标", "五年", "网络化"),
        ("航空发动机这块布局叫啥", "plan-2022#重点发展方向（一）", "双核多点", "一体两翼"),
        ("规划主攻哪四个方向", "plan-2022#前言", "高端化", "不是规划原文"),
    ],
)
def test_one_thing_is_told_alone(
    assistant: Assistant, question: str, cited: str, told: str, left_out: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert cited in {f"{c.doc}#{c.locator}" for c in answer.citations}
    assert told in answer.answer
    assert left_out not in answer.answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("轨道交通布局是双核多点对吧", "no"),
        ("动力电池的核心是湘潭吗", "no"),
        ("娄底是动力电池的支撑地区不", "yes"),
        ("传统产业里包括建材吗，规划怎么说", None),
        ("主攻方向里有数字化吗", "no"),
        ("方案是不是要培育30个千亿产业", "no"),
        ("综保区也要参加园区综合评价吗", "no"),
        ("综合保税区不用参加评价是吧", "yes"),
        ("推进情况每个月报一次吗，各条链", "no"),
    ],
)
def test_what_a_question_states_of_it(assistant: Assistant, question: str, verdict: str | None) -> None:
    assert assistant.ask(question).verdict == verdict


@pytest.mark.parametrize("question", ["省里多久搞一次检查评估", "督查一年几次"])
def test_what_the_clause_does_not_state(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "no_evidence"
    assert [(c.doc, c.locator) for c in answer.citations] == [("workplan-2021", "三（五）")]


@pytest.mark.parametrize(
    ("question", "told", "left_out"),
    [
        ("中小微企业嵌入配套体系怎么支持", "嵌入", "领航企业、全球500强"),
        ("科技成果转化机制怎么完善", "科技成果转化", "揭榜挂帅"),
    ],
)
def test_one_point_of_a_long_clause(assistant: Assistant, question: str, told: str, left_out: str) -> None:
    answer = assistant.ask(question).answer
    assert told in answer
    assert left_out not in answer


def test_a_clause_meant_as_a_whole_is_told_whole(assistant: Assistant) -> None:
    answer = assistant.ask("八个一工作推进机制说的是哪八个一").answer
    assert "发展规划" in answer
    assert "政策包" in answer
