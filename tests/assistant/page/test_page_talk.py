"""The conversation step by step: growing answers, stop, files, judgements."""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.feedback import FeedbackLog
from assistant.models import Answer
from assistant.page.chat.pump import with_pauses
from assistant.page.chat.talk import Step, Talk
from assistant.page.chat.turns import Turn
from assistant.page.desk import Desk
from assistant.page.samples import sample_docx
from assistant.page.services import make_services
from eval.llm.server import Script, ScriptedServer
from index.errors import UserError

QUESTION = "我们县能申报两个集群吗？"


@pytest.fixture
def services(lexical_settings, tmp_path):
    return make_services(lexical_settings.model_copy(update={"data_dir": tmp_path / "data"}), tmp_path / "up")


@pytest.fixture
def talk(services) -> Talk:
    return Talk(services, Desk(services))


def steps(talk: Talk, text: str, *turns: Turn, files: tuple[str, ...] = ()) -> list[Step]:
    return list(talk.reply(text, files, turns, None))


def shown(step: Step) -> str:
    return str(step.messages[-1]["content"])


def test_an_answer_comes_after_a_progress_line_and_counts_as_broken_off_until_then(talk):
    first, *_, last = steps(talk, QUESTION)
    assert "ca-working" in shown(first)
    assert first.turns[-1].kind == "stopped"
    assert last.done
    assert last.turns[-1].kind == "policy"
    assert "原则上" in shown(last)


def test_a_language_models_answer_grows(lexical_settings, tmp_path):
    said = "原则上不行：每个县（市）纳入省级支持的先进制造业集群原则上不超过1个[1]。至于什么情形可以例外，文件没有规定[1]。"
    with ScriptedServer(Script(said)) as model:
        changes = {"llm_base_url": model.url, "llm_model": "m", "data_dir": tmp_path}
        services = make_services(lexical_settings.model_copy(update=changes), tmp_path / "up")
        seen = steps(Talk(services, Desk(services)), QUESTION)
    growing = [step for step in seen if step.turns[-1].answer and not step.done and "ca-dots" in shown(step)]
    texts = [step.turns[-1].answer.answer for step in growing]
    assert len(set(texts)) > 1
    assert "ca-copy-reply" not in shown(growing[-1])
    assert "ca-copy-reply" in shown(seen[-1])
    assert seen[-1].turns[-1].answer.wording != "extractive"


def test_follow_ups_know_the_turns_before(talk):
    before = steps(talk, "株洲有哪些集群在第一批名单里？")[-1].turns
    last = steps(talk, "那长沙呢？", *before)[-1]
    assert len(last.turns) == 2
    assert "长沙" in last.turns[-1].answer.answer


def test_how_a_follow_up_was_taken_is_told_and_it_can_be_asked_alone(talk, services, monkeypatch):
    before = steps(talk, "株洲有哪些集群在第一批名单里？")[-1].turns
    assert "ca-understood" not in shown(steps(talk, "谁可以作为申报主体？", *before)[-1])
    told = steps(talk, "那长沙呢？", *before)[-1]
    assert f"理解为“{told.turns[-1].understood}”" in shown(told)
    assert "长沙" in told.turns[-1].understood
    given: list[object] = []

    def stream(question: str, history: object) -> Iterator[Answer]:
        given.append(history)
        yield Answer(question=question, status="answered", answer="答")

    monkeypatch.setattr(services.assistant, "stream", stream)
    *_, alone = talk.reply("那长沙呢？", [], before, None, alone=True)
    assert "ca-understood" not in shown(alone)
    steps(talk, "再问", *alone.turns)
    assert given == [[], ["那长沙呢？"]]


@pytest.mark.parametrize(
    ("error", "told"),
    [(UserError("索引损坏，请重建。"), "索引损坏，请重建。"), (ValueError("x"), "回答时出错")],
)
def test_an_error_is_told_in_chinese_and_the_conversation_stays(talk, services, monkeypatch, error, told):
    def fail(*arguments: object, **options: object) -> Iterator[Answer]:
        raise error

    monkeypatch.setattr(services.assistant, "stream", fail)
    last = steps(talk, "复核多久一次", Turn("前", "stopped"))[-1]
    assert told in shown(last)
    assert [turn.kind for turn in last.turns] == ["stopped", "failed"]


def test_a_draft_and_a_question_about_it_in_one_message(talk, tmp_path):
    draft = tmp_path / "初赛报告.docx"
    draft.write_bytes(sample_docx("preliminary"))
    last = steps(talk, "为什么说增幅不对？", files=(str(draft),))[-1]
    assert [turn.kind for turn in last.turns] == ["check", "draft"]
    assert last.checked is not None
    assert last.turns[0].file.is_file()
    assert "17.7" in shown(last)
    assert "改按政策文件回答" in shown(last)
    *_, policy = talk.reply("为什么说增幅不对？", [], last.turns[:1], last.checked, alone=True)
    assert policy.turns[-1].kind == "policy"


def test_a_file_that_is_no_draft_is_refused_and_the_draft_before_stays(talk, tmp_path):
    wrong = tmp_path / "x.pdf"
    wrong.write_bytes(b"%PDF-1.4")
    last = steps(talk, "", files=(str(wrong),))[-1]
    assert last.turns[-1].kind == "failed"
    assert "ca-fail" in shown(last)


def test_judging_takes_what_was_answered_and_nothing_of_a_draft(talk, services):
    turns = steps(talk, QUESTION)[-1].turns
    draft = Turn("增幅 15.7 为什么不对", "draft", Answer(question="q", status="answered", answer="15.7"))
    long = Turn("长" * 301, "policy", Answer(question="q", status="answered", answer="a"))
    for turn in (*turns, draft, long):
        rated = talk.judge([*turns, draft, long], turn.id, "down", " 不\n全 ")
        assert [entry.rating for entry in rated if entry.id == turn.id] == ["down"]
    entries = FeedbackLog(services.settings.data_dir).read()
    assert [entry.question for entry in entries] == [QUESTION, "", ""]
    assert entries[0].citations[0] == "measures-2021#第十六条"
    assert entries[0].reason == "不 全"
    assert "15.7" not in FeedbackLog(services.settings.data_dir).path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("key", "rating"), [("t0", "up"), (None, "up"), ("own", "best"), ("own", None)])
def test_a_judgement_of_something_else_is_ignored(talk, services, key, rating):
    turn = Turn("q", "policy", Answer(question="q", status="answered", answer="a"))
    assert talk.judge([turn], turn.id if key == "own" else key, rating, "") == [turn]
    assert FeedbackLog(services.settings.data_dir).read() == []


def test_a_whole_document_has_every_part_and_no_ids(talk, services):
    html = talk.document("measures-2021")
    document = services.assistant.context.corpus.documents["measures-2021"]
    articles = [clause.locator for clause in document.clauses if clause.kind == "article"]
    assert all(f'data-at="{locator}"' in html for locator in articles)
    assert " id=" not in html
    assert "湘工信产业集聚〔2021〕82号" in html
    assert talk.document("../x") == ""


def test_a_transcript_is_deleted_with_its_folder(talk, services):
    path = talk.transcript([Turn("停", "stopped")])
    assert path.read_bytes().startswith(b"PK")
    assert path.parent.parent == services.drafts.root
    talk.forget(path)
    assert not path.parent.exists()
    assert Path(services.drafts.root).exists()


def test_pauses_come_while_nothing_else_does_and_closing_closes_the_source():
    goes_on, closed = threading.Event(), threading.Event()

    def source() -> Iterator[int]:
        try:
            yield 1
            goes_on.wait(30)
            yield 2
            yield 3
        finally:
            closed.set()

    items = with_pauses(source, tick=0.01)
    assert next(item for item in items if item is not None) == 1
    assert next(items) is None
    items.close()
    goes_on.set()
    assert closed.wait(30)


def test_the_source_knows_whose_event_it_is():
    whose = contextvars.ContextVar("whose", default="nobody's")
    whose.set("mine")
    assert list(with_pauses(lambda: iter([whose.get()]))) == ["mine"]


def test_an_error_of_the_source_reaches_the_consumer():
    def source() -> Iterator[int]:
        yield 1
        raise UserError("坏了")

    with pytest.raises(UserError, match="坏了"):
        list(with_pauses(source))
