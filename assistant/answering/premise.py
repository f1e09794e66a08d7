"""What a question takes for granted and the clauses say otherwise: 既然每两年复核一次…, 既然要由企业申报…"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.facts import facts_of
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read, verdict_for
from assistant.conversation.topics import strengths
from assistant.eligibility.engine import TOPICS, evaluate
from assistant.eligibility.outcome import Outcome
from assistant.models import Answer
from index.numerals import parse_numeral

_N = r"(\d+|[一二两三四五六七八九十]+)"
# Figures that a question may state: a validity, a quota, an amount. Years of the calendar are none.
_STATED = (
    re.compile(
        rf"(?<![每\d]){_N}年(?!前|内|来|度|\d|月|底|初|以前|之前|后|以来|的时候|.{{0,6}}一(?:次|回|届|轮))(?!.{{0,3}}(?:事故|污染))"
    ),
    re.compile(rf"(?:不超过|最多|上限是?|可以报|能报){_N}个"),
    re.compile(rf"{_N}万(?:元)?"),
)
_EVERY = re.compile(rf"(?:每隔?)?{_N}年(?:才|就|要|都)?[^，。,]{{0,6}}?一(?:次|回|届|轮)|每隔?{_N}年")
_UNITS = (
    (re.compile(r"每(?:一)?年|年年|年度"), Fraction(1)),
    (re.compile(r"每(?:个)?半年|半年(?:才|就)?[^，。]{0,4}一(?:次|回)|半年度"), Fraction(1, 2)),
    (re.compile(r"每(?:个)?季度?"), Fraction(1, 4)),
    (re.compile(r"每(?:个)?月(?!底)"), Fraction(1, 12)),
    (re.compile(r"每周"), Fraction(1, 52)),
    (re.compile(r"隔年"), Fraction(2)),
)
# What is said to be so, before the question itself.
_TAKEN = re.compile(
    r"(?:既然|听说|听人说|听人讲|据说|都说|人家说|有人说|网上说|我记得|记得|说是|不是说|反正|按(?:照)?规定|"
    r"(?:办法|文件|规定|通知)(?:里|上|中)?(?:说|规定|要求|写(?:的|着|明|了)?))(?:了|的是|的|是说)?[，,]?([^，,。？?；;]{4,40})[，,。；;]"
)
_CALENDAR = 1900
_SURE = 2.0  # strength of the wording from which a premise is held to be about a topic


def contradictions(question: str, statements: Iterable[str]) -> list[str]:
    """Figures that the question states and that are not those of the statements.

    Args:
        question: stand-alone question.
        statements: sentences and quotes that answer it.

    Returns:
        The question's wordings (`每两年`) for which the statements give another figure of the same kind.
    """
    text, said = fold(question), fold("\n".join(statements))
    wrong = []
    for pattern in _STATED:
        # the figure alone is repeated, not that it were allowed (可以报三个 → 三个)
        stated = {
            (text[match.start(1) : match.end()], _value(match.group(1))) for match in pattern.finditer(text)
        }
        # years of the calendar (2022年公布) are no durations, and 三年了 counts the years of an interval
        given = {
            value
            for match in pattern.finditer(said)
            if (value := _value(match.group(1))) and value < _CALENDAR
        }
        given |= {value for value in (interval.numerator for _, interval in _intervals(said)) if given}
        wrong += [words for words, value in sorted(stated) if given and value not in given]
    known = {interval for _, interval in _intervals(said)}
    wrong += [words for words, interval in _intervals(text) if known and interval not in known]
    return [
        words
        for words in dict.fromkeys(wrong)
        if not any(words != other and words in other for other in wrong)
    ]


def _intervals(text: str) -> list[tuple[str, Fraction]]:
    """The intervals that a text states, in years, with their wordings."""
    found = []
    for match in _EVERY.finditer(text):
        years = _value(match.group(1) or match.group(2))
        if years:
            found.append((match.group(), Fraction(years)))
    for pattern, interval in _UNITS:
        found += [(match.group(), interval) for match in pattern.finditer(text)]
    return found


def _value(numeral: str) -> int | None:
    try:
        return parse_numeral(numeral)
    except ValueError:
        return None


def corrected(answer: Answer, plan: Plan, context: Context, day: date) -> Answer:
    """`answer` with what the question wrongly takes for granted put right before it.

    Args:
        answer: the answer to the question.
        plan: the question.
        context: rules and registry.
        day: the day on which validity is judged.
    """
    if answer.status not in ("answered", "no_evidence"):
        return answer
    composer = Composer(answer.question, context.corpus, day)
    for clause in _TAKEN.findall(fold(plan.standalone)):
        outcome = _false(clause, plan, context, day)
        # what the answer itself is about needs no correction beside it
        if outcome is None or all(
            cite.quote in answer.answer or _cited(cite.quote, answer) for cite in outcome.citations[:1]
        ):
            continue
        statement = outcome.conclusion.statement
        marks = "".join(composer.cite(cite.doc, cite.locator, cite.quote) for cite in statement.citations)
        composer.add(f"先说明一点，不是“{clause.strip()}”：{_plain(statement.text)}{marks}。\n")
    first = composer.build()
    return _joined(first, answer) if first.answer else answer


def _cited(quote: str, answer: Answer) -> bool:
    return any(quote in citation.quote for citation in answer.citations)


def _plain(statement: str) -> str:
    """The statement without its own yes or no."""
    return re.sub(r"^(?:不能|不可以|不是必须|不必|不会|可以|能|要|有|会)[，：]", "", statement).rstrip("。")


def _false(clause: str, plan: Plan, context: Context, day: date) -> Outcome | None:
    """The outcome of the rule that what `clause` states contradicts; None where it contradicts none."""
    worded = strengths(clause)
    topic = max(worded, key=lambda name: worded[name], default="")
    if topic not in TOPICS or worded[topic] < _SURE:
        return None
    stated = replace(plan, standalone=clause, expected="text")
    facts = facts_of(stated, context.registry, day)
    outcome = evaluate(facts, context.parameters, (topic,))[0]
    texts = [sentence.text for sentence in outcome.sentences] + [cite.quote for cite in outcome.citations]
    if contradictions(clause, texts):
        return outcome
    if outcome.verdict is None:
        return None
    return outcome if verdict_for(topic, outcome.verdict, read(clause, stated=True)) == "no" else None


def _joined(first: Answer, then: Answer) -> Answer:
    """Two answers in one, the citations of the second numbered after those of the first."""
    shift = len(first.citations)
    text = re.sub(r"\[(\d+)\]", lambda mark: f"[{int(mark.group(1)) + shift}]", then.answer)
    return then.model_copy(
        update={
            "answer": f"{first.answer}\n{text}",
            "citations": (*first.citations, *then.citations),
            "warnings": tuple(dict.fromkeys((*first.warnings, *then.warnings))),
        }
    )
