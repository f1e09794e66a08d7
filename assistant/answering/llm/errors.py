"""What can go wrong with a language model, in words for readers."""

from __future__ import annotations

from typing import Literal

Failure = Literal[
    "unreachable",
    "insecure",
    "timeout",
    "refused",
    "busy",
    "server",
    "malformed",
    "cut",
    "empty",
    "too_long",
    "cancelled",
    "paused",
]

_TEXTS: dict[Failure, str] = {
    "unreachable": "大模型连接不上",
    "insecure": "与大模型的加密连接没有建成",
    "timeout": "大模型没有按时应答",
    "refused": "大模型拒绝了请求",
    "busy": "大模型请求过多，暂不受理",
    "server": "大模型服务出错",
    "malformed": "大模型的应答无法识别",
    "cut": "大模型的应答中断",
    "empty": "大模型没有给出内容",
    "too_long": "大模型的应答过长",
    "cancelled": "已取消",
    "paused": "大模型连续没有应答，暂停使用",
}


class LlmError(Exception):
    """A request to a language model that came to nothing.

    Its text is for readers and holds nothing of the request, the reply, the address or the key.

    Args:
        failure: what happened.
        detail: what an administrator may do about it.
        retry_after: seconds after which the server will take the request again, where it says so.
    """

    def __init__(self, failure: Failure, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(f"{_TEXTS[failure]}{f'（{detail}）' if detail else ''}")
        self.failure: Failure = failure
        self.retry_after = retry_after
