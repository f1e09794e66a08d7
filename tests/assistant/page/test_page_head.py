from __future__ import annotations

import pytest

from assistant.page.head import LOCAL, head_html, privacy


@pytest.mark.parametrize(
    ("url", "drafts", "said", "unsaid"),
    [
        (None, False, LOCAL, "大模型"),
        ("http://127.0.0.1:8000/v1", False, "本机的大模型", "发往"),
        ("http://localhost:11434/v1", True, "本机的大模型", "发往"),
        ("https://user:secret@llm.example/v1", False, "发往 llm.example，草稿不发送", "secret"),
        ("https://llm.example/v1", True, "草稿文字会发往 llm.example", LOCAL),
    ],
)
def test_the_head_says_what_leaves_the_machine(url, drafts, said, unsaid):
    assert said in privacy(url, drafts)
    assert unsaid not in privacy(url, drafts)
    assert said in head_html("助手", url, drafts, False)


def test_only_who_signed_in_can_leave():
    assert "退出登录" in head_html("助手", None, False, True)
    assert "退出登录" not in head_html("助手", None, False, False)
