"""What a reader sees when the language model hangs: a transcript with times."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from assistant.answering.service import Assistant
from assistant.settings import Settings
from eval.llm.server import Mode, Script, ScriptedServer

_QUESTION: Final = "我们县能申报两个集群吗？"
_DAY: Final = date(2025, 6, 1)
_FIRST: Final = 1.5  # seconds until the first piece, so that the transcript need not wait the usual 20
_TEXT: Final = (
    "原则上不行：每个县（市）纳入省级支持的先进制造业集群原则上不超过1个，两个就超出了[1]。"
    "至于什么情形可以例外，文件没有规定[1]。"
)
_CASES: Final[tuple[tuple[Mode, str], ...]] = (
    ("stall", "接受请求后不应答"),
    ("stall_midway", "写了几个字后停住"),
    ("cut", "写了几个字后断开"),
    ("busy", "一直返回 429"),
    ("good", "正常"),
)


def transcript(folder: Path) -> Iterator[str]:
    """Lines of Markdown: for each way of failing what is shown, and after how many seconds.

    Args:
        folder: an empty data directory.
    """
    yield f"问题：{_QUESTION} 首字时限设为 {_FIRST} 秒，字间时限设为 {_FIRST} 秒。\n"
    for mode, what in _CASES:
        with ScriptedServer(Script(_TEXT, (mode,))) as server:
            settings = Settings(
                data_dir=folder,
                embed_model="none",
                as_of=_DAY,
                llm_base_url=server.url,
                llm_model="scripted",
                llm_first_timeout=_FIRST,
                llm_gap_timeout=_FIRST,
            )
            assistant = Assistant(settings)
            assistant.warm_up()
            assistant.decide(_QUESTION)  # reads the documents, which is no part of the wait
            yield from _one(assistant, what)


def _one(assistant: Assistant, what: str) -> Iterator[str]:
    yield f"**{what}**"
    begun = time.monotonic()
    for answer in assistant.stream(_QUESTION):
        text = answer.answer.replace("\n", " ")
        yield f"- {time.monotonic() - begun:.1f} 秒，{answer.wording}：{text[:90]}{'……' if len(text) > 90 else ''}"
    for warning in answer.warnings:
        if "大模型" in warning:
            yield f"- 提示：{warning}"
    yield ""
