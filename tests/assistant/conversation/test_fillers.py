"""Opening words of speech are left out, words that point at something stay."""

from __future__ import annotations

import doctest

import pytest

from assistant.answering.service import Assistant
from assistant.conversation import fillers
from assistant.conversation.fillers import without_fillers


def test_examples() -> None:
    assert doctest.testmod(fillers).failed == 0


@pytest.mark.parametrize(
    ("spoken", "meant"),
    [
        ("嗯那个我想问一下我们跨市的集群材料交给哪个市", "我们跨市的集群材料交给哪个市"),
        ("然后那个链长开会是谁来召集的呀", "链长开会是谁来召集的呀"),
        ("您好老师请问一下亩均税收的单位是什么", "亩均税收的单位是什么"),
        ("那个集群的促进组织是哪一家单位", "那个集群的促进组织是哪一家单位"),
        ("那这样算不算符合", "那这样算不算符合"),
        ("领导让我问一下全省有多少个先进制造业集群", "全省有多少个先进制造业集群"),
        ("复核多久一次", "复核多久一次"),
        ("你好", "你好"),
        ("", ""),
    ],
)
def test_fillers(spoken: str, meant: str) -> None:
    assert without_fillers(spoken) == meant


@pytest.mark.parametrize(
    ("question", "locator"),
    [
        ("呃然后那个链长碰到问题开专题会议的话是谁主持啊", "三（四）"),
        ("喂你好我们桃江竹木那个集群现在是培育对象那每年要不要交报告啊", "第十三条"),
        ("我们蓝山皮具集群还是培育对象，每年也得定期交总结吗", "第十三条"),
    ],
)
def test_spoken_questions_are_answered(assistant: Assistant, question: str, locator: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert locator in {citation.locator for citation in answer.citations}
