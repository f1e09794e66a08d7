"""What a section consists of, which of its parts something stands in, and whether a document speaks of something."""

from __future__ import annotations

import pytest

from assistant.answering.service import Assistant


@pytest.mark.parametrize(
    ("turns", "cited", "told"),
    [
        (["规划一共有几项措施"], "plan-2022#保障措施（五）", "有5项：（一）统筹协调"),
        (["工作方案有哪几个工作机制"], "workplan-2021#三（四）", "（四）综合协调机制"),
        (["六项重点任务各叫什么"], "workplan-2021#二（六）", "集群促进组织能力"),
        (["规划里几项任务，几项保障"], "plan-2022#保障措施（一）", "重点任务有6项"),
        (["放管服改革是规划第几条措施"], "plan-2022#保障措施（三）", "发展环境"),
        (["上市融资写在方案哪个行动里"], "workplan-2021#二（六）", "要素保障行动"),
        (["规划的重点任务有几项", "末一项说啥"], "plan-2022#重点任务（六）", "自我造血"),
        (["规划的保障措施有几条", "倒数第二条呢"], "plan-2022#保障措施（四）", "集群竞赛"),
    ],
)
def test_parts_of_a_section(assistant: Assistant, turns: list[str], cited: str, told: str) -> None:
    answer = assistant.ask(turns[-1], history=turns[:-1])
    assert cited in {f"{c.doc}#{c.locator}" for c in answer.citations}
    assert told in answer.answer


def test_a_bare_title_that_several_documents_have_is_answered(assistant: Assistant) -> None:
    assert assistant.ask("工作机制").status == "answered"


@pytest.mark.parametrize(
    ("question", "status", "told"),
    [
        ("娄底在规划里有没有提到", "answered", "有2处"),
        ("株洲在规划里怎么安排的", "answered", "长株潭城市群"),
        ("规划里提到张家界没有", "no_evidence", "没有出现“张家界”"),
        ("规划提没提区块链", "no_evidence", "没有出现“区块链”"),
        ("工作方案提没提芙蓉人才", "answered", "芙蓉人才行动计划"),
    ],
)
def test_what_a_document_speaks_of(assistant: Assistant, question: str, status: str, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == status
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "cited"),
    [
        ("规划让集群攻关什么技术", "重点任务（一）"),
        ("那份规划，我们湘潭要干什么", "重点发展方向（二）"),
        ("规划里有没有人才引进补贴标准", "前言"),
    ],
)
def test_the_plan_is_named_by_its_noun(assistant: Assistant, question: str, cited: str) -> None:
    answer = assistant.ask(question)
    assert {c.doc for c in answer.citations} == {"plan-2022"}
    assert cited in {c.locator for c in answer.citations}


def test_a_plan_yet_to_be_made_is_no_document(assistant: Assistant) -> None:
    assert assistant.plan("只有规划没有实施方案，能申报吗").documents == ()
