"""The question files: well-formed, disjoint, and answerable from the corpus."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from eval.question import KINDS, SETS, Question, load_questions, parse_question, quick_sample
from index.corpus import load_corpus

ALL = [question for name in SETS for question in load_questions(name)]


def test_ids_are_unique_and_sets_disjoint() -> None:
    assert [id_ for id_, count in Counter(question.id for question in ALL).items() if count > 1] == []
    assert [turns for turns, count in Counter((q.turns, q.as_of) for q in ALL).items() if count > 1] == []


@pytest.mark.parametrize("name", SETS)
def test_each_set_covers_all_kinds(name: str) -> None:
    counts = Counter(question.kind for question in load_questions(name))
    assert set(counts) == set(KINDS)
    # the sets that came later need not be as even as the two halves
    assert min(counts.values()) >= (10 if name in ("tuning", "sealed") else 5)


def test_sets_halve_each_kind() -> None:
    tuning, sealed = (Counter(q.kind for q in load_questions(name)) for name in ("tuning", "sealed"))
    assert max(abs(tuning[kind] - sealed[kind]) for kind in KINDS) <= 1


def test_values_are_those_of_the_contract() -> None:
    statuses = {"answered", "no_evidence", "out_of_scope", "needs_clarification"}
    for question in ALL:
        assert question.turns, question.id
        assert all(turn.strip() for turn in question.turns), question.id
        assert question.statuses <= statuses, question.id
        assert question.verdicts <= {"yes", "no", "conditional", None}, question.id


def test_patterns_compile() -> None:
    for question in ALL:
        for pattern in (*question.must, *question.must_not, *question.warn):
            re.compile(pattern)


def test_cited_addresses_exist() -> None:
    corpus = load_corpus()
    missing = []
    for question in ALL:
        for address in (address for alternatives in question.cite for address in alternatives):
            doc, _, locator = address.partition("#")
            known = doc in corpus.documents if locator == "*" else corpus.clause(doc, locator) is not None
            if not known:
                missing.append(f"{question.id}: {address}")
    assert missing == []


def test_questions_that_must_be_answered_name_an_address() -> None:
    without = {q.id for q in ALL if q.must_answer and not q.cite and q.kind != "outside"}
    assert without == set()


def test_there_are_conversations_and_abstentions() -> None:
    assert sum(len(question.turns) > 1 for question in ALL) >= 20
    assert sum(question.must_abstain for question in ALL) >= 30


def test_quick_sample_has_every_kind_and_is_stable() -> None:
    questions = load_questions("tuning")
    sample = quick_sample(questions)
    assert {question.kind for question in sample} == set(KINDS)
    assert len(sample) < len(questions) / 3
    assert sample == quick_sample(questions)


def test_parse_question_fills_in_what_is_absent() -> None:
    question = parse_question({"id": "x", "kind": "list", "turns": ["几个？"], "status": None})
    assert question == Question(id="x", kind="list", turns=("几个？",), statuses=frozenset())
    assert not question.must_answer
    assert not question.must_abstain


def test_parse_question_reads_alternatives() -> None:
    row = {"id": "x", "kind": "eligibility", "turns": ["可以吗"], "status": ["no_evidence", "answered"]}
    question = parse_question({**row, "verdict": None, "verdict_any": ["no", None], "as_of": "2026-11-22"})
    assert question.statuses == {"no_evidence", "answered"}
    assert question.verdicts == {"no", None}
    assert question.as_of.year == 2026
