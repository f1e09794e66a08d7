"""The command `python -m eval`."""

from __future__ import annotations

import argparse
import json

import pytest

import eval.__main__ as command
from assistant.models import Answer
from eval.judge import crashed
from eval.question import load_questions
from eval.report import Result
from eval.runner import Outcome


def result(name: str) -> Result:
    questions = load_questions("sealed" if name == "sealed" else "tuning")[:3]
    outcomes = [Outcome(crashed(question, ValueError("x")), None) for question in questions]
    return Result({name: outcomes}, "00" * 32, None)


def options(**changes: object) -> argparse.Namespace:
    parsed = command.build_parser().parse_args([])
    vars(parsed).update(changes)
    return parsed


@pytest.mark.parametrize("as_json", [True, False])
def test_sealed_questions_are_never_shown(as_json: bool, capsys: pytest.CaptureFixture[str]) -> None:
    command._show(result("sealed"), options(set="sealed", failures=True, json=as_json))
    printed = "".join(capsys.readouterr())
    for question in load_questions("sealed")[:3]:
        assert question.id not in printed
        assert question.turns[0] not in printed


def test_tuning_failures_are_listed_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    command._show(result("tuning"), options(failures=True, json=True))
    data = json.loads(capsys.readouterr().out)
    assert set(data["sets"]["tuning"]["failures"]) == {q.id for q in load_questions("tuning")[:3]}
    command._show(result("tuning"), options(json=True))
    assert "failures" not in json.loads(capsys.readouterr().out)["sets"]["tuning"]


def test_kind_and_quick_choose_questions() -> None:
    questions = load_questions("tuning")
    chosen = command._chosen(questions, options(kind="plan"))
    assert {question.kind for question in chosen} == {"plan"}
    assert len(command._chosen(questions, options(kind="plan", quick=True))) < len(chosen)


def test_gate_fails_under_a_threshold(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("eval.gate.load_thresholds", lambda: {"success": 1})
    assert command._gate(result("tuning")) == 1
    assert "gate: success: 0.0 < 1" in capsys.readouterr().err
    monkeypatch.setattr("eval.gate.load_thresholds", lambda: {"success": 0})
    assert command._gate(result("tuning")) == 0


def test_answer_model_is_what_the_judge_reads() -> None:
    assert {"status", "verdict", "answer", "citations", "warnings"} <= set(Answer.model_fields)
