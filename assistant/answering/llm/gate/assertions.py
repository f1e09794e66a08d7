"""Whether a sentence asserts what its evidence leaves open, refuses or says of some only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from assistant.answering.llm.gate.evidence import Finding, Given
from assistant.answering.llm.gate.modality import DENIALS, DENYING
from assistant.answering.llm.gate.operators import Operator, operators
from assistant.answering.llm.gate.statements import Statement
from assistant.answering.llm.gate.words import bigrams, idle, likeness

_WORD: Final = 4  # characters: a shorter reach does not tell what is left open


def check_assertions(text: str, given: Given) -> Iterator[Finding]:
    """What the sentence widens, hardens, or asserts although nothing is laid down.

    Args:
        text: canonical sentence.
        given: what it rests on.
    """
    own = operators(text)
    yield from _added(own, text, given)
    yield from _unspecified(own, text, given)
    yield from _only_denied(own, text, given)


def _added(own: list[Operator], text: str, given: Given) -> Iterator[Finding]:
    """Words that widen or strengthen, which the evidence does not have."""
    kinds = {operator.kind for statement in given.statements for operator in statement.operators}
    for operator in own:
        if any(
            other.kind in DENYING and other.start < operator.start and other.covers(operator.start)
            for other in own
        ):
            continue  # 不可以直接参加 widens nothing
        if operator.kind == "strong" and operator.word not in given.text:
            yield Finding("modality", f"strong: {text[operator.start : operator.end]}")
        widened = "every" not in kinds and ("每" not in given.text or "principle" in kinds)
        if operator.kind == "every" and widened:
            yield Finding("modality", f"every: {text[operator.start : operator.end]}")
        exclusive = {"only", "forbid", "negative", "exempt"} & kinds or "不超过" in given.text
        if operator.kind == "only" and not exclusive:
            yield Finding("modality", f"only: {text[operator.start : operator.end]}")


def _unspecified(own: list[Operator], text: str, given: Given) -> Iterator[Finding]:
    """A sentence that asserts what the answer says is not laid down."""
    if any(operator.kind == "unspecified" for operator in own):
        return
    nearest = max(given.statements, key=lambda statement: likeness(text, statement.text), default=None)
    if nearest and "规定" in text and any(item.kind == "unspecified" for item in nearest.operators):
        yield Finding("modality", f"not laid down: {nearest.text}")
        return
    for statement in given.statements:
        for operator in statement.operators:
            if operator.kind != "unspecified":
                continue
            behind = statement.text[operator.start + len(operator.word) :].strip(",。;")
            topic = operator.scope if len(behind) >= _WORD else statement.text[: operator.start]
            elsewhere = "\n".join(other.text for other in given.statements if other is not statement)
            only_here = bigrams(topic) - bigrams(elsewhere)
            if len(only_here) >= 2 and len(only_here & bigrams(text)) >= 0.6 * len(only_here):
                yield Finding("modality", f"not laid down: {topic}")


def _refusing(statement: Statement) -> frozenset[str]:
    """Classes whose reach the statement does not assert; 能否 too where it says that nothing is laid down."""
    left_open = any(item.kind == "unspecified" for item in statement.operators)
    return DENIALS | {"whether", "unspecified"} if left_open else DENIALS


def _only_denied(own: list[Operator], text: str, given: Given) -> Iterator[Finding]:
    """Words that the evidence has in denials alone, asserted (有限制 from 没有限制)."""
    if any(item.kind in DENYING for item in own):
        return
    for first, second in pairwise(text):
        pair = first + second
        if pair not in bigrams(pair) or idle(pair):
            continue
        places = [
            any(
                (
                    item.kind in _refusing(statement)
                    or (item.kind == "permit" and item.word[0] in "没不未" and pair in item.word)
                )
                and item.covers(found.start())
                for item in statement.operators
            )
            for statement in given.statements
            for found in re.finditer(re.escape(pair), statement.text)
        ]
        if places and all(places):
            yield Finding("modality", f"only denied: {pair}")
            return
