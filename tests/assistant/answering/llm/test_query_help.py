"""Help with understanding: checked against a schema, dropped when it fails, never a verdict changed."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from assistant.answering.llm.client import Client
from assistant.answering.llm.endpoint import Endpoint
from assistant.answering.llm.help import QueryHelp
from assistant.answering.llm.speaker import Speaker
from assistant.answering.service import Assistant
from assistant.models import Answer, Citation
from assistant.settings import Settings
from eval.llm.server import Script, ScriptedServer

Make = Callable[..., Assistant]
HISTORY = ["湖南省先进制造业集群多久复核一次"]
NOT_FOUND = Answer(question="问", status="no_evidence", answer="没有查到。")


@pytest.fixture
def help_(endpoint: Endpoint) -> QueryHelp:
    return QueryHelp(Client(endpoint))


def test_a_follow_up_is_made_whole_in_the_users_words(help_: QueryHelp, server: ScriptedServer) -> None:
    server.script = Script('<think>嗯</think>好的：{"question": "先进制造业集群没通过复核会怎样"}')
    assert help_.whole_question("没通过会怎样", HISTORY) == "先进制造业集群没通过复核会怎样"


@pytest.mark.parametrize(
    "reply",
    [
        "先进制造业集群没通过复核会怎样",
        '{"question": "先进制造业集群没通过复核会怎样", "verdict": "yes"}',
        '{"question": ["a"]}',
        '{"question": ""}',
        '{"question": "没通过会怎样"}',
        '{"question": "长沙市的财政补贴有多少"}',
        '{"question": "先进制造业集群两年内没通过复核会怎样"}',
        "{{{",
    ],
)
def test_what_is_not_of_the_schema_or_not_the_users_words_is_dropped(
    reply: str, help_: QueryHelp, server: ScriptedServer
) -> None:
    server.script = Script(reply)
    assert help_.whole_question("没通过会怎样", HISTORY) is None


def test_search_terms(help_: QueryHelp, server: ScriptedServer) -> None:
    server.script = Script('{"terms": ["撤销", "称号", "撤销"]}')
    assert help_.search_terms("牌子会不会被摘") == ("撤销", "称号")
    for wrong in ('{"terms": []}', '{"terms": ["' + "长" * 30 + '"]}', '{"terms": "撤销"}', "撤销"):
        server.script = Script(wrong)
        assert help_.search_terms("牌子会不会被摘") == ()


def test_a_model_that_is_down_helps_with_nothing(help_: QueryHelp, server: ScriptedServer) -> None:
    server.script = Script("", ("denied",))
    assert help_.whole_question("没通过会怎样", HISTORY) is None
    assert help_.search_terms("牌子") == ()


def speaker(endpoint: Endpoint, settings: Settings) -> Speaker:
    return Speaker(Client(endpoint), settings, lambda doc: False)


def reply_to(body: dict) -> str:
    followup = "追问" in body["messages"][0]["content"]
    return json.dumps({"question": "先进制造业集群没通过复核会怎样"} if followup else {"terms": ["撤销"]})


def decided(status: str, **changes: object) -> Answer:
    quote = Citation(doc="d", title="t", number="", locator="第一条", quote="q")
    return Answer(question="x", status=status, answer="撤销称号[1]。", citations=(quote,), **changes)  # type: ignore[arg-type]


def test_a_follow_up_is_decided_anew_and_says_so(
    endpoint: Endpoint, lexical_settings: Settings, server: ScriptedServer
) -> None:
    server.script = Script(reply_to)
    asked: list[str] = []

    def decide(text: str) -> Answer:
        asked.append(text)
        return decided("answered")

    whole, answer = speaker(endpoint, lexical_settings).helped("没通过会怎样", HISTORY, NOT_FOUND, decide)
    assert asked == [whole] == ["先进制造业集群没通过复核会怎样"]
    assert answer.question == "没通过会怎样"
    assert whole in answer.warnings[0]


def test_other_words_add_passages_and_change_no_status(
    endpoint: Endpoint, lexical_settings: Settings, server: ScriptedServer
) -> None:
    server.script = Script(reply_to)
    helper = speaker(endpoint, lexical_settings)
    _, answer = helper.helped("牌子会不会被摘", (), NOT_FOUND, lambda text: decided("answered"))
    assert answer.status == "no_evidence"
    assert answer.verdict is None
    assert answer.answer.startswith(NOT_FOUND.answer)
    assert "“撤销”" in answer.answer
    assert answer.citations
    _, same = helper.helped("牌子", (), NOT_FOUND, lambda text: decided("answered", verdict="yes"))
    assert same == NOT_FOUND


@pytest.mark.parametrize(
    "answer", [decided("answered", verdict="no"), decided("answered"), decided("out_of_scope")]
)
def test_what_was_decided_is_left_alone(
    answer: Answer, endpoint: Endpoint, lexical_settings: Settings, server: ScriptedServer
) -> None:
    found = speaker(endpoint, lexical_settings).helped("问", HISTORY, answer, lambda text: NOT_FOUND)
    assert found == ("问", answer)
    assert not server.received


def test_the_whole_way_from_a_follow_up(with_llm: Make, server: ScriptedServer) -> None:
    server.script = Script(reply_to)
    assistant = with_llm()
    history = ["先进制造业集群复核"]
    question = "嗯嗯那个的话呢"
    plain = assistant.decide(question, history)
    answer = assistant.ask(question, history)
    assert answer.status in ("answered", plain.status)
