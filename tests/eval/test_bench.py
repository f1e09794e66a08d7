"""The benchmark's arithmetic and what it measures on; no test asserts a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.bench import NotMeasuredError, Ratio, best, cold, make_draft


def test_ratio() -> None:
    ratio = Ratio("check / open", 0.6, 0.2)
    assert ratio.value == pytest.approx(3)
    assert str(ratio).split() == ["3.00", "check", "/", "open", "(0.6000", "s", "/", "0.2000", "s)"]


def test_best_runs_as_often_as_asked() -> None:
    runs: list[int] = []
    assert best(lambda: runs.append(1), 3) >= 0
    assert len(runs) == 3


@pytest.mark.parametrize("code", ["import sys; sys.exit(2)", "raise ValueError('broken')"])
def test_command_that_does_not_run_is_not_measured(code: str) -> None:
    with pytest.raises(NotMeasuredError):
        cold(["-c", code], 1)


def test_errors_found_in_a_draft_are_a_measurement() -> None:
    assert cold(["-c", "import sys; sys.exit(1)"], 1) > 0


def test_draft_opens_and_is_long(tmp_path: Path) -> None:
    from docx import Document

    document = Document(str(make_draft(tmp_path / "draft.docx")))
    assert len(document.tables) == 20
    assert sum(len(paragraph.text) for paragraph in document.paragraphs) > 3000
