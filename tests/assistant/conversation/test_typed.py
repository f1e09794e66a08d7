from __future__ import annotations

import pytest

from assistant.answering.service import Assistant
from assistant.conversation.typed import as_typed


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("复\u200b核多\ufeff久\u00ad一\u2060次", "复核多久一次"),
        ("复 核 多 久 一 次", "复核多久一次"),
        ("第 十 六 条", "第十六条"),
        ("第 16 条 规 定 了 啥", "第16条规定了啥"),
        ("株洲 有哪些 集群", "株洲 有哪些 集群"),
        ("长沙 株洲 湘潭", "长沙 株洲 湘潭"),
        ("a b c d", "a b c d"),
        ("衡陽鹽鹵化工", "衡阳盐卤化工"),
        ("產品合格證覆蓋率", "产品合格证覆盖率"),
        ("", ""),
    ],
)
def test_what_copying_leaves_is_taken_out(text: str, plain: str) -> None:
    assert as_typed(text) == plain
    assert as_typed(plain) == plain


def test_a_copied_question_is_answered_and_comes_back_as_it_was(assistant: Assistant) -> None:
    question = "复\u200b核 多 久 一 次"
    answer = assistant.ask("第 十 四 条")
    assert answer.citations[0].locator == "第十四条"
    assert assistant.ask(question).question == question
