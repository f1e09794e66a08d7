"""The chat's events: one question at a time, what is asked for by the page's script, empty messages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.models import Answer
from assistant.page.chat.events import Events, Session
from assistant.page.chat.talk import Step
from assistant.page.chat.turns import Turn
from index.errors import UserError


class FakeGradio:
    """What events use of the module `gradio`."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def skip(self) -> str:
        return "skip"

    def MultimodalTextbox(self, **changes: Any) -> dict[str, Any]:  # noqa: N802
        return changes

    def DownloadButton(self, value: str) -> str:  # noqa: N802
        return value

    def Info(self, text: str) -> None:  # noqa: N802
        self.told.append(text)

    Warning = Info


class FakeTalk:
    """Answers everything in two steps."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []

    def reply(self, text, files, turns, checked, alone):
        self.asked.append((text, len(turns), "alone") if alone else (text, len(turns)))
        yield Step([*turns, Turn(text, "stopped")], ["working"], checked)
        yield Step([*turns, Turn(text, "policy")], ["answer"], checked, done=True)

    def messages(self, turns):
        return [turn.question for turn in turns]

    def document(self, doc):
        return f"<{doc}>"

    def judge(self, turns, key, rating, reason):
        if key == "full":
            raise UserError("磁盘已满。")
        return list(turns)

    def transcript(self, turns):
        return Path("new.docx")

    def forget(self, path):
        self.asked.append(("forgotten", path))


@pytest.fixture
def parts() -> tuple[Events, FakeGradio, FakeTalk]:
    gr, talk = FakeGradio(), FakeTalk()
    return Events(gr, talk), gr, talk  # type: ignore[arg-type]


def test_a_second_question_waits_until_the_first_is_answered(parts):
    events, gr, talk = parts
    session = Session()
    first = events.reply({"text": "一", "files": []}, [], None, session)
    _, box, *_ = next(first)
    assert box == {"value": {"text": "", "files": []}, "submit_btn": False, "stop_btn": "停止"}
    (refused,) = events.reply({"text": "二", "files": []}, [], None, session)
    assert set(refused) == {"skip"}
    assert "上一个问题还在回答" in gr.told[0]
    messages, box, turns, _, store = list(first)[-1]
    assert (messages, box) == (["answer"], {"submit_btn": "发送", "stop_btn": False})
    assert [entry["question"] for entry in store["turns"]] == [turn.question for turn in turns] == ["一"]
    list(events.reply({"text": "三", "files": []}, turns, None, session))
    assert talk.asked == [("一", 0), ("三", 1)]


def test_a_closed_answer_frees_the_session(parts):
    events, _, talk = parts
    session = Session()
    first = events.reply({"text": "一", "files": []}, [], None, session)
    next(first)
    first.close()
    list(events.reply({"text": "二", "files": []}, [], None, session))
    assert [text for text, _ in talk.asked] == ["一", "二"]


@pytest.mark.parametrize("message", [{"text": " \n", "files": []}, {"text": None, "files": None}, {}])
def test_an_empty_message_asks_for_a_question(parts, message):
    events, gr, talk = parts
    assert list(events.reply(message, [], None, Session())) == [("skip",) * 5]
    assert "请先写出问题" in gr.told[0]
    assert talk.asked == []


def test_retry_asks_the_last_question_again_in_its_place(parts):
    events, gr, talk = parts
    turns = [Turn("一", "policy"), Turn("二", "stopped")]
    *_, last = events.retry(turns, None, Session())
    assert [turn.question for turn in last[2]] == ["一", "二"]
    assert talk.asked == [("二", 1)]
    list(events.alone(turns, None, Session()))
    list(events.retry([*turns, Turn("三", "policy", alone=True)], None, Session()))
    assert talk.asked[1:] == [("二", 1, "alone"), ("三", 2, "alone")]
    list(events.retry([], None, Session()))
    list(events.retry([Turn("报告：a", "check", handed_in=True)], None, Session()))
    assert gr.told == ["还没有问题。", "请重新选择文件。"]


@pytest.mark.parametrize(
    "told", ["", "null", "[]", "1", '"x"', "{", "[" * 100_000, "{}", '{"do": "other"}', '{"do": "rate"}']
)
def test_what_the_script_never_says_is_ignored(parts, told):
    events, gr, _ = parts
    turns = [Turn("一", "policy", Answer(question="一", status="answered", answer="答"))]
    kept, _, document = events.hear(told, turns)
    assert kept in ("skip", turns)
    assert document == "skip"
    assert gr.told == []


def test_a_document_is_given_and_a_full_disk_is_told(parts):
    events, gr, _ = parts
    assert events.hear('{"do": "document", "doc": "m"}', []) == ("skip", "skip", "<m>")
    assert events.hear('{"do": "rate", "key": "full", "rating": "up"}', []) == ("skip",) * 3
    assert gr.told == ["磁盘已满。"]


def test_a_new_transcript_replaces_the_one_before(parts):
    events, gr, talk = parts
    old = Path("old.docx")
    assert events.word([Turn("一", "policy")], old) == ("new.docx", Path("new.docx"))
    assert talk.asked == [("forgotten", old)]
    assert events.word([], old) == ("skip", "skip")
    assert gr.told == ["还没有对话可下载。"]


def test_stop_and_clear_make_the_field_ready(parts):
    events, _, _ = parts
    session = Session()
    session.busy = True
    messages, box, store = events.stop([Turn("一", "stopped")], session)
    assert (messages, box["submit_btn"], session.busy) == (["一"], "发送", False)
    assert len(store["turns"]) == 1
    messages, box, turns, store = events.clear(session)
    assert (messages, turns, store["turns"]) == ([], [], [])
    assert events.restore({"anything": 1}) == ([], [])
