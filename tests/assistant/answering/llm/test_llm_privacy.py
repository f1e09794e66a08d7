"""What leaves the machine: what the question needs and no more."""

from __future__ import annotations

import base64
import logging
import re
from collections.abc import Callable

import pytest

from assistant.answering.llm.privacy import QUESTION_LIMIT, without_personal
from assistant.answering.llm.prompts import load_prompt
from assistant.answering.service import Assistant
from assistant.settings import Settings
from eval.llm.server import Script, ScriptedServer

Make = Callable[..., Assistant]
KEY = "sk-very-secret"
QUESTION = "我们县能申报两个集群吗"


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        ("张三13812345678问能申报两个集群吗", "能申报两个集群吗", "13812345678"),
        ("电话0731-82123456，复核多久一次", "复核多久一次", "82123456"),
        ("a.b@hunan.gov.cn 问复核", "问复核", "hunan.gov.cn"),
        ("身份证43010419800101123X", "身份证", "43010419800101123X"),
        ("看 https://x.cn/a?b=1 这个", "这个", "x.cn"),
    ],
)
def test_personal_numbers_are_masked(text: str, kept: str, gone: str) -> None:
    masked = without_personal(text)
    assert kept in masked
    assert gone not in masked


@pytest.mark.parametrize(
    "text", ["2021年3月15日", "湘工信产业集聚〔2021〕82号", "总产值980.5亿元", "1125目标"]
)
def test_figures_of_questions_stay(text: str) -> None:
    assert without_personal(text) == text


def test_a_telephone_number_is_not_sent(with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script("无[1]。")
    with_llm().ask(f"{QUESTION}，请回复13812345678")
    assert server.received
    assert all("13812345678" not in request.prompt for request in server.received)


def test_text_of_a_draft_is_sent_only_where_allowed(with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script("无[1]。")
    pasted = QUESTION + "。" + "集群总产值达到九百八十亿元，" * (QUESTION_LIMIT // 12)
    decided = with_llm().decide(pasted)
    with_llm().ask(pasted)
    assert not server.received
    with_llm(llm_drafts=True).ask(pasted)
    assert bool(server.received) is (decided.status in ("answered", "no_evidence"))


def test_own_documents_are_sent_only_where_allowed(own_document: Settings, server: ScriptedServer) -> None:
    server.script = Script("无[1]。")
    settings = own_document.model_copy(update={"llm_base_url": server.url, "llm_model": "m"})
    question = "县申报补助标准是多少钱"
    assistant = Assistant(settings)
    assert any(citation.quote.count("80万元") for citation in assistant.decide(question).citations)
    assistant.ask(question)
    assert not any("80万元" in request.prompt for request in server.received)
    Assistant(settings.model_copy(update={"llm_documents": True})).ask(question)
    assert any("80万元" in request.prompt for request in server.received)


def test_the_key_reaches_no_log(
    with_llm: Make, server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.script = Script("无[1]。", ("denied",))
    assistant = with_llm()
    answer = assistant.ask(QUESTION)
    assert "ASSISTANT_LLM_API_KEY" in answer.warnings[-1]
    assert KEY not in caplog.text
    assert KEY not in repr(assistant._settings) + repr(assistant._speaker)


def test_only_the_stand_alone_question_is_sent_for_wording(with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script("无[1]。")
    with_llm().ask("那复核呢", history=["我叫李四，我们县的集群怎么申报"])
    assert all("李四" not in request.prompt for request in server.received if "已核定" in request.prompt)


def test_a_password_in_the_address_goes_to_the_server_alone(
    with_llm: Make, server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.script = Script("无[1]。", ("denied",))
    address = server.url.replace("http://", "http://me:gehe%40im@")
    assistant = with_llm(llm_base_url=address, llm_api_key=None)
    answer = assistant.ask(QUESTION)
    sent = base64.b64decode(server.received[0].headers["authorization"].removeprefix("Basic "))
    assert sent == b"me:gehe@im"
    shown = caplog.text + answer.model_dump_json() + repr(assistant._settings) + repr(assistant._speaker)
    assert "gehe" not in shown


def test_all_that_is_sent_is_the_question_the_answer_and_its_quotes(
    with_llm: Make, server: ScriptedServer
) -> None:
    server.script = Script("无[1]。")
    assistant = with_llm()
    decided = assistant.decide(QUESTION)
    assistant.ask(QUESTION, history=["我叫李四", "你好"])
    (request,) = server.received
    prompt = load_prompt("reword")
    own = "".join(body for _, body in prompt.sections)
    known = (
        own
        + QUESTION
        + decided.answer
        + "".join(f"《{c.title}》{c.locator}：{c.quote}" for c in decided.citations)
    )
    unknown = [line for line in request.prompt.splitlines() if not _said(line, known)]
    assert not unknown
    assert set(request.body) <= {"messages", "model", "stream", "temperature", "max_tokens", "stream_options"}


def _said(line: str, known: str) -> bool:
    """Whether every part of a line is known; the verdict is told in the prompt's words for it."""
    parts = re.split(r"^- |^\[\d+\]|：", line)
    return line.startswith("结论：") or all(part in known for part in parts)
