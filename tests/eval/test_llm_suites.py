"""The sentences that the gate is measured on, and the commands that measure."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from eval.llm.__main__ import main
from eval.llm.suites import HALVES, load_cases, measured, rate, table

CATEGORIES = {"figure", "polarity", "modality", "name", "date", "citation", "condition", "swap", "added"}


def test_every_sentence_cites_or_words_a_line_that_cites_nothing() -> None:
    for half in HALVES:
        for case in load_cases(half):
            marks = [int(mark) for mark in re.findall(r"\[(\d+)\]", case.sentence)]
            lines = [line for line in case.answer.answer.splitlines() if line and "[" not in line]
            assert marks or lines, case.id
            assert not case.right or all(1 <= mark <= len(case.answer.citations) for mark in marks), case.id


def test_both_halves_have_every_kind_of_fault_and_all_five_documents() -> None:
    documents = set()
    for half in HALVES:
        cases = load_cases(half)
        assert {case.category for case in cases if not case.right} >= CATEGORIES
        documents |= {citation.doc for case in cases for citation in case.answer.citations}
    assert documents == {"measures-2021", "list-2022", "plan-2022", "report-2023", "workplan-2021"}


def test_the_halves_share_neither_answers_nor_sentences() -> None:
    tuning, sealed = (load_cases(half) for half in HALVES)
    assert not {(case.question, case.answer.answer) for case in tuning} & {
        (case.question, case.answer.answer) for case in sealed
    }
    assert not {case.sentence for case in tuning} & {case.sentence for case in sealed}


def test_a_passed_wrong_sentence_and_a_stopped_right_one_count_against() -> None:
    outcomes = measured("tuning")
    swapped = [replace(item, case=replace(item.case, right=not item.case.right)) for item in outcomes]
    assert rate(swapped, right=True)[0] < 0.1 * len(outcomes)
    assert rate(outcomes, right=True)[0] > 0.3 * len(outcomes)


def test_the_table_has_a_row_for_each_category() -> None:
    text = table({"tuning": measured("tuning")})
    assert all(f"| tuning | {category} |" in text for category in CATEGORIES)
    assert "错误合计" in text


def test_the_command_prints_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", "--half", "tuning"]) == 0
    assert "正确改写" in capsys.readouterr().out


def test_the_command_shows_a_stalled_server(capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.setattr("eval.llm.stalled._FIRST", 0.2)
    assert main(["stalled"]) == 0
    out = capsys.readouterr().out
    assert "没有按时应答" in out
    assert "extractive" in out


def test_a_run_without_a_model_is_one_line(
    empty_environment: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run"]) == 2
    assert capsys.readouterr().err.startswith("没有设置大模型")
