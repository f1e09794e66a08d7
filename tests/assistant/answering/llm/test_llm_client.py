"""The client against a server that misbehaves."""

from __future__ import annotations

import dataclasses
import itertools
import socket

import pytest

from assistant.answering.llm.client import Client
from assistant.answering.llm.endpoint import Endpoint, base_url
from assistant.answering.llm.errors import LlmError
from assistant.answering.llm.prompts import load_prompt
from eval.llm.server import Mode, Script, ScriptedServer

KEY = "sk-very-secret"
TEXT = "每三年复核一次[1]。"


def prompt():
    return load_prompt("reword").messages(question="问", verdict="无", answer="答", evidence="据")


def impatient(endpoint: Endpoint) -> Endpoint:
    return dataclasses.replace(endpoint, timing=dataclasses.replace(endpoint.timing, first=0.3, gap=0.3))


def failure(endpoint: Endpoint) -> LlmError:
    with pytest.raises(LlmError) as raised:
        Client(endpoint).complete(prompt())
    assert KEY not in f"{raised.value!r} {raised.value}"
    return raised.value


@pytest.mark.parametrize("mode", ["good", "json", "length"])
def test_a_reply_comes_whole(mode: Mode, server: ScriptedServer, endpoint: Endpoint) -> None:
    server.script = Script(TEXT, (mode,))
    assert Client(endpoint).complete(prompt()) == TEXT


def test_what_is_asked_is_the_protocol(server: ScriptedServer, endpoint: Endpoint) -> None:
    server.script = Script(TEXT)
    Client(endpoint).complete(prompt(), max_tokens=77)
    request = server.received[0]
    assert request.path == "/v1/chat/completions"
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.body["model"] == "scripted"
    assert request.body["stream"] is True
    assert request.body["max_tokens"] == 77
    assert [message["role"] for message in request.body["messages"]] == ["system", "user"]


def test_thinking_in_a_field_of_its_own_is_no_text(server: ScriptedServer, endpoint: Endpoint) -> None:
    server.script = Script(TEXT, ("reasoning",))
    assert Client(endpoint).complete(prompt()) == TEXT


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("stall", "timeout"),
        ("stall_midway", "timeout"),
        ("comments", "timeout"),
        ("cut", "cut"),
        ("unfinished", "cut"),
        ("malformed", "malformed"),
        ("html", "malformed"),
        ("error_event", "server"),
        ("broken", "server"),
        ("busy", "busy"),
        ("denied", "refused"),
        ("missing", "refused"),
    ],
)
def test_every_failure_is_told_in_chinese(
    mode: Mode, expected: str, server: ScriptedServer, endpoint: Endpoint
) -> None:
    server.script = Script(TEXT * 5, (mode,))
    error = failure(impatient(endpoint) if expected == "timeout" else endpoint)
    assert error.failure == expected
    assert str(error).startswith("大模型")


def test_nobody_listens(endpoint: Endpoint) -> None:
    assert failure(dataclasses.replace(endpoint, url="http://127.0.0.1:9/v1")).failure == "unreachable"


def test_a_host_that_is_not_found(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    def not_found(*args: object, **kwargs: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", not_found)
    error = failure(dataclasses.replace(endpoint, url="http://llm.example/v1"))
    assert error.failure == "unreachable"
    assert "主机名" in str(error)


def test_a_server_without_encryption_asked_by_https(server: ScriptedServer, endpoint: Endpoint) -> None:
    error = failure(dataclasses.replace(endpoint, url=server.url.replace("http:", "https:")))
    assert error.failure == "insecure"
    assert "https" in str(error)
    assert not server.received


def test_retries_begin_within_patience_of_the_first_failure(
    server: ScriptedServer, endpoint: Endpoint
) -> None:
    server.script = Script(TEXT, ("broken", "broken", "good"))
    slow = itertools.count(0.0, 0.6)  # seconds between two looks at the clock; patience is 1
    timing = dataclasses.replace(endpoint.timing, total=1000.0)
    with pytest.raises(LlmError) as raised:
        Client(dataclasses.replace(endpoint, timing=timing), clock=lambda: next(slow)).complete(prompt())
    assert raised.value.failure == "server"
    assert len(server.received) == 2


def test_a_reply_without_end_is_broken_off(server: ScriptedServer, endpoint: Endpoint) -> None:
    server.script = Script(TEXT, ("huge",))
    pieces = Client(endpoint).stream(prompt())
    assert next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    assert server.closed.wait(10)


def test_closing_the_reply_hangs_up_on_a_stalled_server(server: ScriptedServer, endpoint: Endpoint) -> None:
    server.script = Script(TEXT, ("stall",))
    failure(impatient(endpoint))
    assert server.closed.wait(10)


@pytest.mark.parametrize("mode", ["busy", "broken"])
def test_a_passing_failure_is_tried_again(mode: Mode, server: ScriptedServer, endpoint: Endpoint) -> None:
    server.script = Script(TEXT, (mode, mode, "good"))
    assert Client(endpoint).complete(prompt()) == TEXT
    assert len(server.received) == 3


def test_retry_after_is_honoured_within_patience_only(server: ScriptedServer, endpoint: Endpoint) -> None:
    server.script = Script(TEXT, ("busy", "good"), retry_after="0")
    assert Client(endpoint).complete(prompt()) == TEXT
    server.received.clear()
    server.script = Script(TEXT, ("busy", "good"), retry_after="30")
    assert failure(endpoint).failure == "busy"
    assert len(server.received) == 1


@pytest.mark.parametrize("mode", ["denied", "missing", "malformed", "stall", "cut"])
def test_what_a_retry_cannot_mend_is_not_tried_again(
    mode: Mode, server: ScriptedServer, endpoint: Endpoint
) -> None:
    server.script = Script(TEXT * 5, (mode,))
    failure(impatient(endpoint) if mode == "stall" else endpoint)
    assert len(server.received) == 1


def test_the_whole_reply_has_a_limit_however_lively_the_stream(
    server: ScriptedServer, endpoint: Endpoint
) -> None:
    server.script = Script(TEXT, ("huge",))
    clock = iter(range(0, 10_000_000, 1))
    with pytest.raises(LlmError) as raised:
        Client(endpoint, clock=lambda: float(next(clock))).complete(prompt())
    assert raised.value.failure == "timeout"


def test_a_model_that_hangs_again_and_again_is_left_alone_for_a_while(
    server: ScriptedServer, endpoint: Endpoint
) -> None:
    server.script = Script(TEXT, ("stall", "stall", "stall", "good"))
    now = [0.0]
    client = Client(impatient(endpoint), clock=lambda: now[0])
    for _ in range(3):
        with pytest.raises(LlmError, match="没有按时应答"):
            client.complete(prompt())
    with pytest.raises(LlmError, match="暂停使用"):
        client.complete(prompt())
    assert len(server.received) == 3
    now[0] = 100.0
    assert client.complete(prompt()) == TEXT


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("http://h:8000", "http://h:8000/v1"),
        ("http://h:8000/", "http://h:8000/v1"),
        ("http://h:8000/v1", "http://h:8000/v1"),
        ("http://h:8000/v1/", "http://h:8000/v1"),
        ("https://h/compatible-mode/v1", "https://h/compatible-mode/v1"),
        ("https://h/api/v3/", "https://h/api/v3"),
        ("http://h/v1/chat/completions", "http://h/v1"),
        (" http://h/v1 ", "http://h/v1"),
    ],
)
def test_base_urls_as_people_write_them(written: str, meant: str) -> None:
    assert base_url(written) == meant


@pytest.mark.parametrize(
    "wrong", ["api.deepseek.com", "h:8000/v1", "ftp://h/v1", "http://", "http://h:port/v1", ""]
)
def test_what_is_no_address(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        base_url(wrong)
