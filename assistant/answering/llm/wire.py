"""The HTTP side of a request: can be broken off from outside, bounds the reply, takes plain JSON for a stream."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from assistant.answering.llm.errors import LlmError

if TYPE_CHECKING:
    import httpx

    from assistant.answering.llm.endpoint import Timing

LIMIT: Final = 2_000_000  # bytes of a reply; an answer has some thousand
_DONE: Final = b"[DONE]"


class Wire:
    """One request's connection.

    Args:
        timing: how long to wait.
        sending: called when a request goes out.
        user: name and password for the server, None where the key is all it asks for.
    """

    def __init__(
        self,
        timing: Timing,
        sending: Callable[[], None] = lambda: None,
        user: tuple[str, str] | None = None,
    ) -> None:
        self._timing = timing
        self._user = user
        self._sending = sending
        self._lock = threading.Lock()
        self._sockets: list[Any] = []
        self.cancelled = threading.Event()
        self.done = False  # the stream's last line came

    def client(self) -> httpx.Client:
        """An HTTP client whose connections `cancel` breaks off."""
        import httpx

        timing = self._timing
        wait = max(timing.first, timing.gap)
        return httpx.Client(
            auth=self._user,
            timeout=httpx.Timeout(wait, connect=timing.connect),
            event_hooks={"request": [self._watch_connection], "response": [self._watch_body]},
            headers={"Accept-Encoding": "identity"},
        )

    def cancel(self) -> None:
        """Break the request off, wherever it waits."""
        self.cancelled.set()
        with self._lock:
            for connection in self._sockets:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def _watch_connection(self, request: httpx.Request) -> None:
        def trace(event: str, info: dict[str, Any]) -> None:
            if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
                with self._lock:
                    self._sockets.append(info["return_value"].get_extra_info("socket"))
                if self.cancelled.is_set():
                    self.cancel()

        request.extensions["trace"] = trace
        self._sending()

    def _watch_body(self, response: httpx.Response) -> None:
        if response.status_code == 200 and "content-encoding" not in response.headers:
            response.stream = self._body(response.stream)

    def _body(self, stream: Any) -> httpx.SyncByteStream:
        import httpx

        wire = self

        class Body(httpx.SyncByteStream):
            """The reply's bytes, looked at in passing."""

            def __iter__(self) -> Iterator[bytes]:
                return wire._chunks(stream)

            def close(self) -> None:
                stream.close()

        return Body()

    def _chunks(self, stream: Any) -> Iterator[bytes]:
        size, tail, json_body = 0, b"", b""
        sniffed = False
        for chunk in stream:
            if self.cancelled.is_set():
                raise LlmError("cancelled")
            size += len(chunk)
            if size > LIMIT:
                raise LlmError("too_long")
            if not sniffed and not (json_body + chunk).strip():
                json_body += chunk
                continue
            if not sniffed:
                chunk, json_body, sniffed = json_body + chunk, b"", True
                json_body = chunk if chunk.lstrip()[:1] == b"{" else b""
                if chunk.lstrip()[:1] in (b"<", b"["):
                    raise LlmError("malformed", "不是 OpenAI 协议的应答，请检查 ASSISTANT_LLM_BASE_URL")
            elif json_body:
                json_body += chunk
            if not json_body:
                tail = (tail + chunk)[-64:]
                self.done = self.done or _DONE in tail
                yield chunk
        if json_body:
            self.done = True
            yield _as_event(json_body)


def _as_event(body: bytes) -> bytes:
    """A whole JSON reply as the one event of a stream; some servers answer a stream's request so."""
    try:
        reply = json.loads(body)
        choice = reply["choices"][0]
        event = {
            "id": str(reply.get("id", "")),
            "object": "chat.completion.chunk",
            "created": 0,
            "model": str(reply.get("model", "")),
            "choices": [{"index": 0, "delta": choice["message"], "finish_reason": "stop"}],
        }
    except (ValueError, LookupError, TypeError) as error:
        raise LlmError("malformed") from error
    return b"data: " + json.dumps(event).encode() + b"\n\ndata: [DONE]\n\n"
