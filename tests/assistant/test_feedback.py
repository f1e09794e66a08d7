"""What users said about answers: kept, read, shown to the administrator."""

from __future__ import annotations

import json
import os
import stat

import pytest

from assistant.cli import main
from assistant.feedback import Feedback, FeedbackLog
from index.errors import UserError


def feedback(answer: str = "t1", rating: str = "down", reason: str = "") -> Feedback:
    return Feedback(
        time="2025-06-01T08:00:00+08:00",
        answer=answer,
        question="复核多久一次？",
        status="answered",
        citations=("measures-2021#第十四条",),
        rating=rating,
        reason=reason,
    )


def test_the_latest_judgement_of_an_answer_counts_and_broken_lines_do_not(tmp_path):
    log = FeedbackLog(tmp_path / "data")
    assert log.read() == []
    log.add(feedback(rating="up"))
    log.add(feedback("t2", reason="行\u2028断"))
    log.add(feedback(rating="down"))
    with log.path.open("a", encoding="utf-8") as file:
        file.write('{"time": 1}\nnot json\n')
    assert [(entry.answer, entry.rating) for entry in log.read()] == [("t2", "down"), ("t1", "down")]
    assert len(log.path.read_text(encoding="utf-8").split("\n")) == 6


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_its_owner_can_read_it(tmp_path):
    log = FeedbackLog(tmp_path)
    log.add(feedback())
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600


def test_a_place_that_cannot_be_written_is_one_chinese_line(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="评价没有保存"):
        FeedbackLog(tmp_path / "file").add(feedback())


def test_the_command_shows_them(empty_environment, capsys):
    assert main(["feedback"]) == 0
    assert capsys.readouterr().out == "还没有用户评价。\n"
    FeedbackLog(empty_environment / "data").add(feedback(reason="没有答到点上"))
    assert main(["feedback"]) == 0
    shown = capsys.readouterr().out
    assert "没帮助 1 条" in shown
    assert "理由：没有答到点上" in shown
    assert main(["feedback", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [feedback(reason="没有答到点上").model_dump(mode="json")]
