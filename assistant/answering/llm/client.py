"""Asks a language model through llama-index, within time limits that hold whatever the server does."""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

from assistant.answering.llm.endpoint import Endpoint
from assistant.answering.llm.errors import LlmError
from assistant.answering.llm.wire import Wire

if TYPE_CHECKING:
    from llama_index.core.llms import ChatMessage

MAX_TOKENS: Final = 900
_TEMPERATURE: Final = 0.1
_PATIENT_FAILURES: Final = 3  # time-outs in a row after which the model is left alone for a while
_REST: Final = 30.0  # seconds
_TRANSIENT: Final = frozenset({"unreachable", "busy", "server"})

Item = tuple[Literal["sent", "piece", "again", "end", "failed"], Any]


class Client:
    """Asks one language model; safe to share between threads.

    Args:
        endpoint: the model.
        clock: seconds that only grow; for tests.
    """

    def __init__(self, endpoint: Endpoint, clock: Callable[[], float] = time.monotonic) -> None:
        self._endpoint = endpoint
        self._clock = clock
        self._lock = threading.Lock()
        self._timeouts = 0
        self._rests_until = 0.0

    def warm_up(self) -> None:
        """Import what requests need; that takes seconds."""
        from llama_index.llms.openai_like import OpenAILike  # noqa: F401

    def stream(self, messages: Sequence[ChatMessage], max_tokens: int = MAX_TOKENS) -> Iterator[str]:
        """The reply, piece by piece; closing the iterator breaks the request off.

        Args:
            messages: the prompt.
            max_tokens: how long the reply may be.

        Raises:
            LlmError: no reply, or only part of one.
        """
        self._check_rest()
        items: queue.SimpleQueue[Item] = queue.SimpleQueue()
        wire = Wire(self._endpoint.timing, lambda: items.put(("sent", None)), self._endpoint.user)
        worker = threading.Thread(
            target=self._work, args=(list(messages), max_tokens, wire, items), name="llm", daemon=True
        )
        worker.start()
        try:
            yield from self._read(items)
        except LlmError as error:
            self._remember(error)
            raise
        else:
            self._remember(None)
        finally:
            wire.cancel()

    def complete(self, messages: Sequence[ChatMessage], max_tokens: int = MAX_TOKENS) -> str:
        """The whole reply.

        Raises:
            LlmError: see `stream`.
        """
        return "".join(self.stream(messages, max_tokens))

    def _read(self, items: queue.SimpleQueue[Item]) -> Iterator[str]:
        timing, begun = self._endpoint.timing, self._clock()
        wait = timing.total  # while modules are imported and between attempts
        while True:
            left = begun + timing.total - self._clock()
            try:
                kind, value = items.get(timeout=max(min(wait, left), 0.001))
            except queue.Empty:
                raise LlmError("timeout") from None
            if kind == "failed":
                raise value
            if kind == "end":
                return
            wait = {"sent": timing.first, "piece": timing.gap}.get(kind, timing.total)
            if value:
                yield value
            if self._clock() > begun + timing.total:
                raise LlmError("timeout")

    def _work(
        self, messages: list[ChatMessage], max_tokens: int, wire: Wire, items: queue.SimpleQueue[Item]
    ) -> None:
        """In a thread of its own: the request with its retries; every outcome goes into `items`."""
        timing = self._endpoint.timing
        first_failed: float | None = None
        for attempt in range(timing.retries + 1):
            heard = False
            try:
                for piece in self._pieces(messages, max_tokens, wire):
                    heard = True
                    items.put(("piece", piece))
                items.put(("end", None))
                return
            except Exception as error:  # noqa: BLE001 - a thread's fault must reach the reader, as a value
                failure = classified(error)
            pause = failure.retry_after if failure.retry_after is not None else timing.backoff * 2**attempt
            now = self._clock()
            first_failed = now if first_failed is None else first_failed
            items.put(("again", None))
            again = failure.failure in _TRANSIENT and not heard and attempt < timing.retries
            late = now - first_failed + pause > timing.patience
            if not again or late or wire.cancelled.wait(pause):
                items.put(("failed", failure))
                return

    def _pieces(self, messages: list[ChatMessage], max_tokens: int, wire: Wire) -> Iterator[str]:
        """One attempt; "" for a piece without text (a model that thinks, a first empty piece)."""
        from llama_index.llms.openai_like import OpenAILike

        wire.done, finished = False, False
        with wire.client() as http:
            model = OpenAILike(
                model=self._endpoint.model,
                api_base=self._endpoint.url,
                api_key=self._endpoint.key,
                is_chat_model=True,
                max_tokens=max_tokens,
                temperature=_TEMPERATURE,
                max_retries=0,
                timeout=max(self._endpoint.timing.first, self._endpoint.timing.gap),
                http_client=http,
            )
            for response in model.stream_chat(messages):
                choices = getattr(response.raw, "choices", None) or []
                finished = finished or any(choice.finish_reason for choice in choices)
                yield response.delta or ""
        if not finished and not wire.done:
            raise LlmError("cut")

    def _check_rest(self) -> None:
        with self._lock:
            if self._clock() < self._rests_until:
                raise LlmError("paused")

    def _remember(self, error: LlmError | None) -> None:
        """Count time-outs in a row: a model that hangs must not cost every question its wait."""
        if error is not None and error.failure == "paused":
            return
        with self._lock:
            self._timeouts = self._timeouts + 1 if error is not None and error.failure == "timeout" else 0
            if self._timeouts >= _PATIENT_FAILURES:
                self._timeouts, self._rests_until = 0, self._clock() + _REST


def classified(error: Exception) -> LlmError:
    """What an error of the libraries below means; nothing of its text is kept.

    Args:
        error: what a request raised.
    """
    import httpx
    import openai

    if at_fault := _below(error):
        return at_fault
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, LlmError):
            return cause
        if isinstance(cause, openai.APIStatusError):
            return _by_status(cause)
        if isinstance(cause, httpx.ConnectTimeout):
            return LlmError("timeout", "连接不上，请检查 ASSISTANT_LLM_BASE_URL 和网络")
        if isinstance(cause, httpx.ConnectError):
            return LlmError("unreachable", "请检查 ASSISTANT_LLM_BASE_URL 和网络")
        if isinstance(cause, httpx.TimeoutException):
            return LlmError("timeout")
        if isinstance(cause, httpx.TransportError):
            return LlmError("cut")
        if isinstance(cause, ImportError):
            return LlmError("unreachable", "没有安装 llama-index-llms-openai-like")
        cause = cause.__cause__
    if isinstance(error, openai.APITimeoutError):
        return LlmError("timeout")
    if isinstance(error, openai.APIConnectionError):
        return LlmError("unreachable", "请检查 ASSISTANT_LLM_BASE_URL 和网络")
    if isinstance(error, openai.APIError):
        return LlmError("server")
    return LlmError("malformed")


def _below(error: BaseException) -> LlmError | None:
    """What the operating system found wrong before anything was sent; None for nothing that it told."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        if isinstance(cause, ssl.SSLError):
            return LlmError("insecure", "请检查 ASSISTANT_LLM_BASE_URL 的 http 或 https 和服务器证书")
        if isinstance(cause, socket.gaierror):
            return LlmError("unreachable", "找不到 ASSISTANT_LLM_BASE_URL 中的主机名")
        cause = cause.__cause__ or cause.__context__
    return None


def _by_status(error: Any) -> LlmError:
    status = int(error.status_code)
    if status == 429:
        return LlmError("busy", "429", retry_after=_seconds(error.response.headers.get("retry-after")))
    if status >= 500:
        return LlmError(
            "server", str(status), retry_after=_seconds(error.response.headers.get("retry-after"))
        )
    hints = {
        401: "401，请检查 ASSISTANT_LLM_API_KEY",
        403: "403，请检查 ASSISTANT_LLM_API_KEY 的权限",
        404: "404，请检查 ASSISTANT_LLM_BASE_URL（通常以 /v1 结尾）和 ASSISTANT_LLM_MODEL",
    }
    return LlmError("refused", hints.get(status, str(status)))


def _seconds(header: str | None) -> float | None:
    try:
        return max(0.0, float(header)) if header else None
    except ValueError:
        return None  # a date; the usual backoff will do
