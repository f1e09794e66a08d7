"""The vote of the nearest known questions, and what no document lays down."""

from __future__ import annotations

import pytest

from assistant.answering import unstated
from assistant.answering.topics import topic_of_question
from assistant.answering.vote import matter_of_question, standings
from assistant.conversation.lexicon import read_yaml
from assistant.retrieval.retriever import Known
from index.corpus import load_corpus

MATTERS = read_yaml("questions", "unstated.yaml")


def near(question: str, similarity: float) -> Known:
    return Known(question, "measures-2021", "第五条", similarity)


def test_several_that_are_near_outvote_one_that_is_nearest() -> None:
    known = [near("甲", 0.90), near("乙", 0.89), near("丙", 0.89), near("丁", 0.70)]
    votes = standings("别的", known, {"乙": "b", "丙": "b", "丁": "d"})
    assert votes["b"] > votes[""] > votes["d"]


def test_shared_words_count_beside_the_similarity() -> None:
    votes = standings("谁来盖章", [near("谁来盖章", 0.8), near("何时公示", 0.8)], {"谁来盖章": "a"})
    assert votes["a"] > votes[""]


def test_no_known_questions_no_votes() -> None:
    assert standings("甲", [], {}) == {}


@pytest.mark.parametrize("entry", MATTERS, ids=lambda entry: entry["name"])
def test_every_matter_has_a_clause_that_holds_its_quote(entry: dict) -> None:
    aspect = unstated._of_matters()[entry["name"]]
    assert aspect.near or aspect.said
    assert entry["at"].startswith(f"{aspect.doc}#{aspect.locator}")
    assert aspect.quote in load_corpus().documents[aspect.doc].full_text(aspect.locator)


def test_no_question_is_both_answered_and_not() -> None:
    answered = {
        question
        for name in ("list-2022", "measures-2021", "plan-2022", "report-2023", "workplan-2021")
        for questions in read_yaml("questions", f"{name}.yaml").values()
        for question in questions
    }
    assert not matter_of_question().keys() & (topic_of_question().keys() | answered)
