"""Questions of other things are told by what the known questions have in common with them, not by rare words alone."""

from __future__ import annotations

import pytest

from assistant.answering import foreign, topics
from assistant.answering.service import Assistant
from assistant.conversation.plan import Plan
from assistant.retrieval.leanings import Leanings
from index.known import OUTSIDE, UNSTATED

RARE = "排名靠后的要不要被问责处分"  # words that no document has, and no concept


def leaning(outside: float, inside: float = 0.2) -> Leanings:
    return Leanings({(OUTSIDE, "天气出行"): outside, ("", "workplan-2021#三（五）"): inside})


def told(assistant: Assistant, monkeypatch: pytest.MonkeyPatch, question: str, found: Leanings) -> bool:
    context = assistant.context
    monkeypatch.setattr(context.retriever, "leanings", lambda plan: found)
    return foreign.foreign(assistant.plan(question), context)


@pytest.mark.parametrize(("outside", "expected"), [(0.1, False), (0.29, False), (0.31, True), (0.9, True)])
def test_rare_words_are_foreign_where_the_question_leans_away(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, outside: float, expected: bool
) -> None:
    assert told(assistant, monkeypatch, RARE, leaning(outside)) is expected


def test_nothing_but_unknown_words_and_like_no_known_question_is_foreign(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(assistant, monkeypatch, "qwertyuiop", leaning(0.1, inside=0.05))
    assert not told(assistant, monkeypatch, "qwertyuiop", leaning(0.1, inside=0.3))


@pytest.mark.parametrize("question", ["复核多久一次", "上市和挂牌企业数量那一行怎么填"])
def test_words_of_the_programme_are_not_overruled(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    assert not told(assistant, monkeypatch, question, leaning(0.9))


def test_without_a_model_rare_words_decide(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(assistant, monkeypatch, "狗粮哪个牌子好", Leanings({}))


def test_leanings_add_up_by_topic_clause_and_matter() -> None:
    found = Leanings(
        {
            ("quota", "measures-2021#第十六条"): 0.3,
            ("quota", "measures-2021#第五条"): 0.1,
            ("", "measures-2021#第十六条"): 0.2,
            (UNSTATED + "报名费", "measures-2021#第五条"): 0.4,
            (OUTSIDE, "天气出行"): 0.05,
            (OUTSIDE, "房产物价"): 0.1,
        }
    )
    assert found.topics == pytest.approx({"quota": 0.4, "": 0.2})
    assert found.clauses == pytest.approx({"measures-2021#第十六条": 0.5, "measures-2021#第五条": 0.1})
    assert found.matters == pytest.approx({"报名费": 0.4})
    assert found.outside == pytest.approx(0.15)
    assert found.inside == 0.4
    assert found
    assert not Leanings({})


def test_a_topic_that_known_questions_lean_to_comes_first(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = assistant.context

    def chosen(question: str, found: Leanings) -> tuple[str, ...]:
        monkeypatch.setattr(context.retriever, "leanings", lambda plan: found)
        plan: Plan = assistant.plan(question)
        return topics.choose(plan, context, polar=True)

    question = "没有促进组织的跨县集群能不能联合申报"
    plain = chosen(question, Leanings({}))
    assert len(plain) > 1
    last = plain[-1]
    assert chosen(question, Leanings({(last, "measures-2021#第七条"): 1.0}))[0] == last
