"""The arithmetic of the figures, the gate and the tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.models import Answer
from eval.figures import Share, as_json, by_kind, figures
from eval.gate import load_thresholds, shortfalls
from eval.judge import Judgement, crashed
from eval.question import Question
from eval.report import Result, failures, markdown, terminal
from eval.runner import Outcome, run
from index.corpus import load_corpus

CITE = (("measures-2021#第五条",),)
ABSTAIN = frozenset({"no_evidence", "out_of_scope"})


def judged(
    kind: str = "list",
    failed: tuple[str, ...] = (),
    rank: int | None = 1,
    quotes: int = 1,
    unfaithful: tuple[str, ...] = (),
    abstained: bool = False,
    statuses: frozenset[str] = frozenset({"answered"}),
    cite: tuple[tuple[str, ...], ...] = CITE,
) -> Judgement:
    question = Question(id=f"{kind}-1", kind=kind, turns=("问",), statuses=statuses, cite=cite)
    return Judgement(question, failed, rank, quotes, unfaithful, abstained)


def test_success_is_strict() -> None:
    value = figures([judged(), judged(failed=("must: x",)), judged(unfaithful=("a#b",))])
    assert value.success == Share(1, 3)
    assert value.checks["must"] == Share(2, 3)
    assert value.checks["cite"] == Share(3, 3)


def test_hits_count_only_questions_whose_key_names_an_address() -> None:
    value = figures(
        [judged(rank=1), judged(rank=3), judged(rank=4), judged(rank=None), judged(cite=(), rank=None)]
    )
    assert value.hit1 == Share(1, 4)
    assert value.hit3 == Share(2, 4)


def test_faithfulness_counts_quotes_not_answers() -> None:
    assert figures([judged(quotes=3, unfaithful=("a#b",)), judged(quotes=1)]).faithful == Share(3, 4)


def test_abstention_leaves_out_questions_that_may_go_either_way() -> None:
    value = figures(
        [
            judged(statuses=ABSTAIN, abstained=True),
            judged(statuses=ABSTAIN, abstained=False),
            judged(abstained=True),
            judged(abstained=False),
            judged(statuses=frozenset({"answered", "no_evidence"}), abstained=True),
            judged(statuses=frozenset(), abstained=True),
        ]
    )
    assert value.abstention_precision == Share(1, 2)
    assert value.abstention_recall == Share(1, 2)


def test_nothing_to_count_has_no_rate() -> None:
    value = figures([])
    assert value.success.rate is None
    assert str(value.hit1) == "–"


def test_by_kind_keeps_the_order_of_kinds() -> None:
    groups = by_kind([judged("general"), judged("address"), judged("general", failed=("cite: x",))])
    assert list(groups) == ["address", "general"]
    assert groups["general"].success == Share(1, 2)


@given(st.lists(st.booleans(), max_size=30))
def test_success_and_failure_add_up(outcomes: list[bool]) -> None:
    value = figures([judged(failed=() if good else ("must: x",)) for good in outcomes])
    assert value.success == Share(sum(outcomes), len(outcomes))
    if value.success.rate is not None:
        assert 0 <= value.success.rate <= 1


def test_json_has_counts_and_rates() -> None:
    data = as_json(figures([judged(), judged(failed=("status: x",))]))
    assert data["success"] == {"count": 1, "total": 2, "rate": 0.5}


@pytest.mark.parametrize(("least", "expected"), [(50, []), (50.1, ["success: 50.0 < 50.1"])])
def test_gate_at_its_boundary(least: float, expected: list[str]) -> None:
    assert shortfalls([judged(), judged(failed=("must: x",))], {"success": least}) == expected


def test_gate_by_kind_and_by_check() -> None:
    judgements = [judged("list"), judged("plan", failed=("warn: x",))]
    assert shortfalls(judgements, {"kinds": {"list": 100, "plan": 1}}) == ["success of plan: 0.0 < 1"]
    assert shortfalls(judgements, {"warn": 60}) == ["warn: 50.0 < 60"]
    with pytest.raises(KeyError):
        shortfalls(judgements, {"succes": 1})


def test_gate_file_demands_faithful_quotes() -> None:
    thresholds = load_thresholds()
    assert thresholds["faithful"] == 100
    assert shortfalls([judged(unfaithful=("a#b",))], {"faithful": thresholds["faithful"]}) != []


class Scripted:
    """Answers with the number of earlier turns; breaks on one question."""

    def ask(self, question: str, history: Sequence[str] = (), as_of: date | None = None) -> Answer:
        if question == "坏":
            raise ValueError("broken")
        return Answer(question=question, status="answered", answer=f"{len(history)}轮 {as_of}")


def test_run_passes_history_and_day_and_survives_a_crash() -> None:
    questions = [
        Question(id="list-1", kind="list", turns=("一", "二", "三"), must=("2轮 2025-06-01",)),
        Question(id="list-2", kind="list", turns=("一",), must=("2026-11-22",), as_of=date(2026, 11, 22)),
        Question(id="list-3", kind="list", turns=("坏",)),
    ]
    outcomes = run(questions, Scripted(), load_corpus())
    assert [outcome.judgement.success for outcome in outcomes] == [True, True, False]
    assert outcomes[2].answer is None
    listed = failures(outcomes)
    assert "list-3" in listed
    assert "list-1" not in listed


def test_tables_hold_the_figures_and_no_questions() -> None:
    question = Question(id="list-9", kind="list", turns=("机密的问题",))
    result = Result({"sealed": [Outcome(crashed(question, ValueError("x")), None)]}, "c0ffee" * 10, None)
    page = markdown(result, date(2025, 6, 1))
    assert "| list | 1 | 0.0 |" in page
    assert "none (lexical search only)" in page
    for text in (page, terminal(result)):
        assert "机密" not in text
        assert "list-9" not in text
