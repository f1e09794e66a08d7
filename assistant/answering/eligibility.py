"""Answers decided by the rules, with the clause each sentence rests on."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering import outline
from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.extract import asks_own_unit, has_shape, has_unit_asked
from assistant.answering.premise import contradictions
from assistant.conversation.expected import asked_act
from assistant.conversation.facts import facts_of
from assistant.conversation.lexicon import concepts_in, topic_concepts
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import requires, turned_round
from assistant.eligibility.engine import evaluate
from assistant.eligibility.outcome import Outcome, Sentence
from assistant.models import Answer, Verdict

_TURNED: dict[str, Verdict] = {"yes": "no", "no": "yes", "conditional": "conditional"}
# Concepts that are acts; nouns (集群, 县) tell nothing about what is asked to be allowed.
_ACTS = frozenset(
    [
        "apply",
        "submit",
        "directly",
        "recommend",
        "review",
        "revoke",
        "report",
        "money",
        "spend",
        "joint",
        "voluntary",
        "truth",
        "publicity",
        "final",
        "skip",
        "step_down",
        "title",
        "opt_out",
        "again",
        "able",
        "many",
        "national",
        "city_contest",
        "contest",
        "valid",
        "recognise",
        "special_fund",
    ]
)
# Topics whose own question is about one act; of the others any yes/no question may be asked.
_OWN = frozenset({"review", "reports", "publicity", "region", "announcement", "notice", "city_contest"})
# Topics whose clause states a figure that a question may get wrong.
_FIGURES = frozenset({"review", "reports", "validity", "quota", "notice", "announcement"})
# 「能，…」, 「要复核，…」: the yes or no that a statement begins with.
_OPENING = re.compile(r"^(?:不能|不可以|不用|可以|能|要|有|会)[^，：。]{0,8}[，：]")
_TELLING = 6  # characters: what is left must still say something
_DETAILS = 4  # sentences after the direct answer: what a reader takes in at a glance


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Decide the plan's first topic that concerns the case; None where none does."""
    facts = facts_of(plan, context.registry, day)
    for topic in plan.topics:
        if plan.expected != "yes_no" and (listed := outline.answer(topic, composer)):
            return listed
        # a rule that does not apply may still say why, with a verdict (a city has no county quota)
        outcomes = [
            outcome
            for outcome in evaluate(facts, context.parameters, (topic,))
            if outcome.status != "not_applicable" or outcome.verdict is not None or outcome.citations
        ]
        # a topic of several rules answers by those that can tell, where any can
        outcomes = [o for o in outcomes if o.status != "cannot_tell"] or outcomes
        if outcomes:
            return _state(plan, topic, outcomes, composer)
    return None


def _state(plan: Plan, topic: str, outcomes: list[Outcome], composer: Composer) -> Answer:
    verdict = _verdict(plan, topic, outcomes)
    act = asked_act(plan.standalone)
    if plan.asks_permission and act and not _is_own_question(topic, act):
        # the topic is met but not its question: 「复核能申请延期吗」 is not 「要不要复核」
        verdict = None
        composer.add(f"文件没有直接规定能否“{act}”。相关的规定是：\n")
    statements = [sentence.text for outcome in outcomes for sentence in outcome.sentences]
    statements += [cite.quote for outcome in outcomes for cite in outcome.citations]
    wrong = contradictions(plan.standalone, statements) if topic in _FIGURES else []
    if wrong:
        composer.add(f"不是“{'”“'.join(wrong)}”。\n")
        verdict = None if verdict is None else "no"
    for outcome in outcomes:
        _add(_fitting(outcome.conclusion.statement, plan), composer)
        for sentence in outcome.details[:_DETAILS]:
            _add(sentence, composer)
    missing = list(dict.fromkeys(name for outcome in outcomes for name in outcome.missing))
    if missing:
        composer.add(f"\n补充以下情况可以答得更准：{'、'.join(missing)}。")
    stated = _stated(plan, outcomes)
    if not stated:
        composer.add(f"\n{WHOM_TO_ASK}")
    if not all(outcome.official for outcome in outcomes):
        composer.warn(
            "其中的数字来自公开转载的竞赛通知，不是正式文件原文，申报前请向市州工业和信息化局核实。"
        )
    return composer.build("answered" if stated else "no_evidence", verdict if stated else None)


def _fitting(statement: Sentence, plan: Plan) -> Sentence:
    """The statement without its yes or no, where the question asked for neither (谁来初审)."""
    if plan.expected == "yes_no" or not (opening := _OPENING.match(statement.text)):
        return statement
    rest = statement.text[opening.end() :]
    return Sentence(rest, statement.citations) if len(rest) >= _TELLING else statement


def _stated(plan: Plan, outcomes: list[Outcome]) -> bool:
    """Whether the rules' sentences hold what the kind of question demands (an amount, a place, so many days)."""
    text = "".join(sentence.text for outcome in outcomes for sentence in outcome.sentences)
    if plan.expected == "amount":
        return has_shape(text, "amount") and not any(outcome.topic == "award" for outcome in outcomes)
    if plan.expected in ("telephone", "place") and not has_shape(text, plan.expected):
        return False
    return not asks_own_unit(plan.standalone) or has_unit_asked(text, plan.standalone)


def _is_own_question(topic: str, act: str) -> bool:
    """Whether what is asked to be allowed is what the topic's rules decide."""
    named = _ACTS & concepts_in(act).keys()
    return bool(named & topic_concepts(topic)) if topic in _OWN else True


def _verdict(plan: Plan, topic: str, outcomes: list[Outcome]) -> Verdict | None:
    if not plan.asks_permission:
        return None
    verdict = next((outcome.verdict for outcome in outcomes if outcome.verdict is not None), None)
    if verdict is None:
        return None
    if topic == "final_entry" and requires(plan.standalone) and verdict == "conditional":
        return "yes"
    return _TURNED[verdict] if turned_round(topic, plan.standalone) else verdict


def _add(sentence: Sentence, composer: Composer) -> None:
    marks = "".join(composer.cite(cite.doc, cite.locator, cite.quote) for cite in sentence.citations)
    text = sentence.text.strip()
    end = text[-1] if text and text[-1] in "。！？" else "。"
    composer.add(f"{text.rstrip('。！？')}{marks}{end}\n")
