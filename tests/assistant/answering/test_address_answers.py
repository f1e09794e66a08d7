"""Questions for addresses and for what documents consist of, as people put them."""

from __future__ import annotations

import re

import pytest

from assistant.answering.service import Assistant


@pytest.mark.parametrize(
    ("question", "verdict", "words"),
    [
        ("办法有二十章吗", "no", "共5章"),
        ("管理办法是不是18条", "yes", "共18条"),
        ("第二章就一条吧", "yes", "第六条"),
        ("第六条分八项是吗", "no", "共6项"),
        ("名单通知有六项对吧", "yes", "第六项"),
        ("初赛报告是不是有8个部分", "no", "共7个部分"),
    ],
)
def test_a_number_of_parts_is_confirmed_or_put_right(
    assistant: Assistant, question: str, verdict: str, words: str
) -> None:
    answer = assistant.ask(question)
    assert (answer.verdict, words in answer.answer) == (verdict, True)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("决赛报告分几个部分", "真实性声明"),
        ("方案一共几大部分", "三、工作机制"),
        ("规划有几个部分", "保障措施"),
        ("第四章有几条，都写的啥", "第十三条：湖南省先进制造业集群培育对象参照"),
        ("哪条讲每年竞赛", "第七条"),
        ("授牌在第几条", "第十二条"),
        ("决赛报告有5.2吗", "没有“决赛 5.2”"),
        ("办法第二十一条", "最后一条是第十八条"),
        ("竞赛实施办法第三条是什么", "没有收录《湖南省产业集群竞赛实施办法》"),
        ("附则的内容", "有效期5年"),
        ("规划重点任务（七）", "共6项"),
        ("“经省委、省人民政府同意”出自哪里", "前言"),
        ("工作方案的正文", "工作机制"),
        ("湘工信产业集聚(2021)82号是个什么文件", "第五章 附则"),
    ],
)
def test_what_documents_consist_of(assistant: Assistant, question: str, words: str) -> None:
    answer = assistant.ask(question)
    assert words in answer.answer
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "locator"),
    [
        ("分工表里生物医药那行", "附件2 生物医药"),
        ("分工表倒数第2行", "附件2 人工智能及传感器"),
        ("分工表首行", "附件2 工程机械"),
        ("规划重点任务第二个", "重点任务（二）"),
        ("对接战略第3个", "对接战略（三）"),
        ("第五条前面一条", "第四条"),
        ("第十五条的下一条写了什么", "第十六条"),
        ("名单附件1第20个是谁", "附件1"),
        ("初赛第四部分第2小节", "初赛 4.2"),
        ("参赛报告附件3一里第4个", "附件3 一 序号4"),
        ("方案附件1最后的部门是谁", "附件1 省贸促会"),
    ],
)
def test_addresses_that_count_from_elsewhere(assistant: Assistant, question: str, locator: str) -> None:
    assert assistant.ask(question).citations[0].locator == locator


@pytest.mark.parametrize(
    ("turns", "locator"),
    [
        (["工作方案三（一）", "（四）呢"], "三（四）"),
        (["名单附件3第2行", "最后一行呢"], "附件3 序号11"),
    ],
)
def test_parts_of_what_the_turn_before_named(assistant: Assistant, turns: list[str], locator: str) -> None:
    assert assistant.ask(turns[-1], history=turns[:-1]).citations[0].locator == locator


def test_tasks_are_no_parts(assistant: Assistant) -> None:
    assert re.search("六项|6项", assistant.ask("规划有几项任务").answer)


def test_seven_is_not_eighty_two(assistant: Assistant) -> None:
    assert assistant.ask("2020年的7号文现在废止了吗").verdict == "yes"
    assert not assistant.plan("7号文是什么").documents


def test_part_of_the_form_named_is_meant(assistant: Assistant) -> None:
    answer = assistant.ask("决赛表6.1为什么在第五部分")
    assert {citation.doc for citation in answer.citations} == {"report-2023"}


def test_together_is_no_item(assistant: Assistant) -> None:
    assert assistant.plan("第三条和第四条一并发我").locators == ("第三条", "第四条")
