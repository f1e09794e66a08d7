"""Addresses that follow addresses."""

from __future__ import annotations

import pytest

from assistant.answering.service import Assistant


@pytest.mark.parametrize(
    ("turns", "question", "locator"),
    [
        (["第十四条"], "那第十六条呢", "第十六条"),
        (["管理办法第十四条讲什么"], "第十五条呢？", "第十五条"),
        (["第六条"], "第三项呢", "第六条（三）"),
        (["名单通知第三项"], "第四条呢", "第四项"),
    ],
)
def test_an_address_after_an_address(assistant: Assistant, turns, question, locator):
    assert assistant.ask(question, turns).citations[0].locator == locator
