"""Topics by wording: the known questions are the cases."""

from __future__ import annotations

import re

import pytest

from assistant.answering.topics import topic_of_question
from assistant.answering.vote import matter_of_question
from assistant.conversation.lexicon import read_yaml
from assistant.conversation.topics import cues_in, strengths, topics_in
from assistant.eligibility import TOPICS
from index.corpus import load_corpus

LEXICON = read_yaml("lexicon", "topics.yaml")
RIGHT = 0.93  # share of the known questions whose topic the wording alone tells
SILENT = 0.15  # share of the clauses' other questions in which the wording sees a topic


def test_every_topic_has_a_rule_or_an_outline() -> None:
    outlines = read_yaml("outlines.yaml")
    for topic, entry in LEXICON["topics"].items():
        assert topic in TOPICS or topic in outlines, topic
        assert bool(entry.get("outline")) == (topic in outlines), topic


def test_every_rule_topic_can_be_asked_for() -> None:
    assert set(TOPICS) <= set(LEXICON["topics"])
    assert set(LEXICON["topics"]) == set(topic_of_question().values())


def test_cases_name_existing_cues_and_every_cue_is_used() -> None:
    cues = {cue for group in LEXICON["cues"].values() for cue in group}
    used = {
        cue
        for entry in LEXICON["topics"].values()
        for case in entry["when"]
        for part in case.values()
        for cue in part
    }
    references = {
        name
        for group in LEXICON["cues"].values()
        for patterns in group.values()
        for pattern in patterns
        for name in re.findall(r"<([a-z_]+)>", str(pattern))
    }
    assert used <= cues
    assert references <= cues | {"named_county"}
    assert cues - used - references <= {"elsewhere"}


def test_wording_tells_the_topic_of_most_known_questions() -> None:
    # those of spoken.yaml are there for what wording does not tell
    questions = {
        question: topic
        for topic, addresses in read_yaml("questions", "topics.yaml").items()
        for asked in addresses.values()
        for question in asked
    }
    right = [question for question, topic in questions.items() if topics_in(question)[:1] == (topic,)]
    assert len(right) >= RIGHT * len(questions)


def test_wording_is_silent_on_most_other_questions() -> None:
    topics = topic_of_question().keys() | matter_of_question().keys()
    others = [
        question
        for document in load_corpus().documents.values()
        for questions in document.questions.values()
        for question in questions
        if question not in topics
    ]
    assert len([question for question in others if topics_in(question)]) <= SILENT * len(others)


def test_known_questions_stand_at_clauses() -> None:
    documents = load_corpus().documents
    named = [
        (topic, address)
        for name in ("topics.yaml", "spoken.yaml")
        for topic, addresses in read_yaml("questions", name).items()
        for address in addresses
    ]
    named += [(entry["name"], entry["at"]) for entry in read_yaml("questions", "unstated.yaml")]
    for topic, address in named:
        doc, _, locator = address.partition("#")
        assert documents[doc].clause(locator) is not None, (topic, address)


@pytest.mark.parametrize("text", ["产业链的链长由谁担任，能不能换", "评委打分能不能复核", ""])
def test_what_no_rule_is_about(text: str) -> None:
    assert strengths(text) == {}


def test_asking_twice_denies_nothing() -> None:
    assert "lack" not in cues_in("算不算")
    assert "lack" in cues_in("不算")
