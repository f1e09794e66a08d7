"""The measurement of the tests: a fair sample, figures that add up, and a clear line where it cannot be made."""

from __future__ import annotations

import importlib.util

import pytest

from eval import mutation
from eval.mutation import Mutant, difference, draw, report


def mutants(module: str, number: int) -> list[Mutant]:
    return [Mutant(module, "core/AddNot", n, n + 1) for n in range(number)]


def test_every_module_has_its_share_of_a_sample():
    everything = {
        "growth": mutants("growth", 60),
        "dates": mutants("dates", 30),
        "texts": mutants("texts", 10),
    }
    sample = draw(everything, 10, seed=1)
    assert [each.module for each in sample] == ["dates"] * 3 + ["growth"] * 6 + ["texts"]
    assert sample == draw(everything, 10, seed=1) != draw(everything, 10, seed=2)
    assert len(draw(everything, 1000, seed=1)) == 100


def test_the_report_counts_by_module_and_in_all():
    first, second = mutants("growth", 1)[0], Mutant("dates", "core/ReplaceOrWithAnd", 0, 7)
    text = report(
        [(first, "a → b", "killed"), (first, "b → c", "timed out"), (second, "x or y → x and y", "survived")]
    )
    rows = {line.split()[0]: line.split()[1:] for line in text.splitlines() if line.endswith("%")}
    assert rows["growth"] == ["1", "0", "1", "100.0%"]
    assert rows["dates"] == ["0", "1", "0", "0.0%"]
    assert rows["all"] == ["1", "1", "1", "66.7%"]
    assert "assistant/checker/rules/dates.py:7  x or y → x and y" in text


def test_a_change_is_told_in_one_line():
    assert difference("a = 1\nb = 2\n", "a = 1\nb = 3\n") == "b = 2 → b = 3"


def test_without_the_extra_it_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert mutation.main(["--sample", "1"]) == 2
    assert "pip install" in capsys.readouterr().err


@pytest.mark.parametrize("module", ["growth", "listed"])
def test_the_tests_of_a_module_come_first(module):
    near, others = mutation.tests_of(module)
    assert near[0].name == f"test_{module}.py"
    assert not set(near) & set(others)
