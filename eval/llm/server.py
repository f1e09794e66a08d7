"""A server that speaks the OpenAI protocol, streams what it is told, and misbehaves on request."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Final, Literal

Mode = Literal[
    "good",  # streams the text and ends as the protocol says
    "json",  # answers a stream's request with one JSON object
    "stall",  # takes the request and never answers
    "stall_midway",  # stops after a few pieces and keeps the connection
    "comments",  # keeps the connection alive with comments only
    "cut",  # closes the connection after a few pieces
    "unfinished",  # ends in good order, without a finish reason and without [DONE]
    "malformed",  # an event that is no JSON
    "html",  # 200 with a web page
    "error_event",  # an error in the middle of the stream
    "busy",  # 429
    "broken",  # 500
    "denied",  # 401, with the key in the message as some servers do
    "missing",  # 404
    "huge",  # never stops
    "tool_call",  # calls a tool instead of answering
    "reasoning",  # thinks in a field of its own first
    "think",  # thinks in tags first
    "think_open",  # thinks first, the opening tag left out
    "length",  # stops in the middle of a sentence, for length
]
Text = str | Callable[[dict[str, Any]], str]

_PIECE: Final = 3  # characters of one event
_FEW: Final = 4  # events before a stream goes wrong
_THINKING: Final = "先看规定。可以申报三个[1]。再想想。"


@dataclass
class Script:
    """What the server does.

    Attributes:
        text: what it says, or a function of the request's body.
        modes: one for each request in turn; the last one goes for all further ones.
        retry_after: seconds that a 429 or 500 asks to wait, None to leave that out.
    """

    text: Text = ""
    modes: Sequence[Mode] = ("good",)
    retry_after: str | None = None


@dataclass
class Received:
    """One request as it came.

    Attributes:
        path: its path.
        headers: its headers, names in lower case.
        body: its JSON.
    """

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def prompt(self) -> str:
        """All that its messages say."""
        return "\n".join(str(message.get("content")) for message in self.body.get("messages", []))


@dataclass
class ScriptedServer:
    """Runs in threads of its own, on a free port of this machine, while its context lasts.

    Attributes:
        script: what it does; may be changed at any time.
        received: the requests that came.
        closed: set once a client has broken a request off.
    """

    script: Script
    received: list[Received] = field(default_factory=list)
    closed: threading.Event = field(default_factory=threading.Event)
    _stopping: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __enter__(self) -> ScriptedServer:
        server = self

        class Handler(BaseHTTPRequestHandler):
            """Answers one request."""

            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                """Take a request and follow the script."""
                length = int(self.headers.get("Content-Length", "0"))
                body = json.loads(self.rfile.read(length) or b"{}")
                headers = {name.lower(): value for name, value in self.headers.items()}
                mode = server._next(Received(self.path, headers, body))
                with suppress(ConnectionError):
                    server._answer(self, mode, body)

            def log_message(self, format: str, *args: Any) -> None:
                """Keep quiet."""

        self._http = _QuietServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def _next(self, request: Received) -> Mode:
        with self._lock:
            self.received.append(request)
            return self.script.modes[min(len(self.received), len(self.script.modes)) - 1]

    def _answer(self, handler: BaseHTTPRequestHandler, mode: Mode, body: dict[str, Any]) -> None:
        said = self.script.text(body) if callable(self.script.text) else self.script.text
        if not handler.path.endswith("/chat/completions"):
            mode = "missing"
        status = {"busy": 429, "broken": 500, "denied": 401, "missing": 404}.get(mode)
        if status is not None:
            key = handler.headers.get("Authorization", "")
            self._send(handler, {"error": {"message": f"no: {key}", "type": "x", "code": status}}, status)
        elif mode == "json":
            message = {"role": "assistant", "content": said}
            choice = {"index": 0, "message": message, "finish_reason": "stop"}
            self._send(handler, {"id": "1", "object": "chat.completion", "model": "m", "choices": [choice]})
        elif mode == "html":
            self._send(handler, b"<html><body>login</body></html>", content_type="text/html")
        elif mode == "stall":
            self._wait_for_client(handler)
        else:
            self._stream(handler, mode, said)

    def _send(
        self,
        handler: BaseHTTPRequestHandler,
        content: Any,
        status: int = 200,
        content_type: str = "application/json",
    ) -> None:
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        handler.send_response(status)
        handler.send_header("Content-Type", content_type)
        handler.send_header("Content-Length", str(len(data)))
        if status >= 429 and self.script.retry_after is not None:
            handler.send_header("Retry-After", self.script.retry_after)
        handler.end_headers()
        handler.wfile.write(data)

    def _stream(self, handler: BaseHTTPRequestHandler, mode: Mode, said: str) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream; charset=utf-8")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for number, event in enumerate(_events(mode, said)):
            if mode in ("cut", "stall_midway", "malformed", "error_event") and number == _FEW:
                self._go_wrong(handler, mode)
                return
            if mode == "comments":
                self._only_comments(handler)
                return
            if self._stopping.is_set() or not self._chunk(handler, event):
                return
        self._chunk(handler, b"")

    def _go_wrong(self, handler: BaseHTTPRequestHandler, mode: Mode) -> None:
        if mode == "stall_midway":
            self._wait_for_client(handler)
        elif mode == "malformed":
            self._chunk(handler, b'data: {"id": "1", "choices": [{"del\n\n')
            self._chunk(handler, b"")
        elif mode == "error_event":
            self._chunk(handler, b'data: {"error": {"message": "out of memory"}}\n\n')
            self._chunk(handler, b"")
        handler.close_connection = True

    def _only_comments(self, handler: BaseHTTPRequestHandler) -> None:
        while not self._stopping.wait(0.01):
            if not self._chunk(handler, b": keep-alive\n\n"):
                return

    def _wait_for_client(self, handler: BaseHTTPRequestHandler) -> None:
        """Say nothing until the client hangs up or the server stops."""
        handler.connection.settimeout(0.05)
        while not self._stopping.is_set():
            try:
                if not handler.connection.recv(1):
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        self.closed.set()
        handler.close_connection = True

    def _chunk(self, handler: BaseHTTPRequestHandler, data: bytes) -> bool:
        """Write one chunk; False where the client is gone."""
        try:
            handler.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
            handler.wfile.flush()
        except OSError:
            self.closed.set()
            return False
        return True


class _QuietServer(ThreadingHTTPServer):
    """Clients that hang up are what it is for."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing."""


def _event(delta: dict[str, Any], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}
    return b"data: " + json.dumps(chunk, ensure_ascii=False).encode() + b"\n\n"


def _pieces(text: str) -> Iterator[str]:
    return (text[start : start + _PIECE] for start in range(0, len(text), _PIECE))


def _events(mode: Mode, said: str) -> Iterator[bytes]:
    yield _event({"role": "assistant", "content": ""})
    if mode == "tool_call":
        call = {"index": 0, "id": "c1", "type": "function", "function": {"name": "search", "arguments": "{}"}}
        yield _event({"tool_calls": [call]})
        yield _event({}, "tool_calls")
        yield b"data: [DONE]\n\n"
        return
    if mode == "reasoning":
        yield from (_event({"reasoning_content": piece}) for piece in _pieces(_THINKING))
    said = {
        "think": f"<think>\n{_THINKING}\n</think>\n\n{said}",
        "think_open": f"{_THINKING}\n</think>\n{said}",
    }.get(mode, said)
    while mode == "huge":
        yield from (_event({"content": piece}) for piece in _pieces(said or "。"))
    yield from (_event({"content": piece}) for piece in _pieces(said))
    if mode == "unfinished":
        return
    yield _event({}, "length" if mode == "length" else "stop")
    yield b"data: [DONE]\n\n"
