"""The head of the page: what it is, what it does with data, and its few tools."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from assistant.page.access import beyond_this_machine
from assistant.page.markup import element, esc

ABOUT: Final = "政策问答有条款原文为据，参赛报告提交前先自查。"
LOCAL: Final = "数据只在本机处理，不连外网也能用。"
_OWN_MODEL: Final = "回答的文字由本机的大模型整理，数据不出本机。"
_SENT: Final = "回答的文字由大模型整理：提问和引用的条款会发往 {host}，草稿不发送。"
_SENT_WITH_DRAFTS: Final = "回答的文字由大模型整理：提问、引用的条款和草稿文字会发往 {host}。"


def head_html(title: str, llm_base_url: str | None, llm_drafts: bool, signed_in: bool) -> str:
    """The head.

    Args:
        title: name of the page.
        llm_base_url: where a language model is asked, None where none is.
        llm_drafts: whether it is also sent texts of drafts.
        signed_in: whether the reader had to sign in, and so can leave.
    """
    tools = [_tool("language", "English", "Switch to English"), _tool("theme", "明暗", "切换深色和浅色")]
    if signed_in:
        tools.append(_tool("leave", "退出登录", "退出登录"))
    return element(
        "div", element("h1", esc(title)) + element("p", esc(ABOUT + privacy(llm_base_url, llm_drafts)))
    ) + element("nav", "".join(tools), "ca-tools", aria_label="页面设置")


def privacy(llm_base_url: str | None, llm_drafts: bool) -> str:
    """What leaves the machine, in one sentence."""
    if not llm_base_url:
        return LOCAL
    host = urlsplit(llm_base_url).hostname or ""
    if not beyond_this_machine(host):
        return _OWN_MODEL
    return (_SENT_WITH_DRAFTS if llm_drafts else _SENT).format(host=host)


def _tool(name: str, label: str, title: str) -> str:
    return element("button", esc(label), "ca-tool", type="button", title=title, data_ca_tool=name)
