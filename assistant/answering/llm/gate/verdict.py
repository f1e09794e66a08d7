"""Whether a sentence says yes or no as the answer does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.answering.llm.gate.evidence import Evidence, Finding, Given
from assistant.answering.llm.gate.operators import operators
from assistant.answering.llm.gate.words import bigrams, idle, share
from assistant.conversation.expected import asked_act

_YES: Final = re.compile(
    "^(?:是的?|对的?|可以的?|能的?|行的?|会的?|要的?|有的?|需要的?|允许|没错|当然|能够)$"
)
_OBJECT: Final = 2  # characters: 不用填, 要填报
_SHORT: Final = 6  # characters: a longer beginning says more than yes or no
_PERMISSION: Final = re.compile("能|可以|可否|可不可|允许|行不|行吗|资格|支持")
_ALLOWED: Final = re.compile("([^,。;?]{2,20}?)(?:可以|行|能|可)(?:吗|么|不可以|不行|不)?[?]?$")
_HEDGE: Final = re.compile(
    "原则上|一般|择优|如果|若|要看|取决于|视|没有规定|不是必然|并不必然|有机会|是否|能否|不一定|例外|但"
)
_POSITIVE: Final = frozenset({"permit", "valid", "maybe"})
_DENIAL: Final = frozenset({"forbid", "negative", "exempt", "expired"})


def sign(text: str) -> int:
    """1 where the sentence begins with a yes, -1 with a no, else 0."""
    opening = re.split("[,:;。!]", text)[0]
    if len(opening) > _SHORT:
        return 0
    found = operators(opening)
    if found and (found[0].start or len(opening) - len(found[0].word) > _OBJECT):
        found = []  # 未通过复核
    kinds = {item.kind for item in found}
    if kinds & {"whether", "unspecified", "principle", "maybe"}:
        return 0
    if kinds & {"forbid", "negative", "exempt"}:
        return -1
    return 1 if kinds & {"permit", "oblige"} or _YES.search(opening) else 0


def said_by(evidence: Evidence) -> frozenset[str]:
    """Classes of operators that the answer as a whole says of what was asked."""
    first = evidence.units[0].text if evidence.units else ""
    opening = first.split(",")[0].split(":")[0]
    brief = len(opening) <= _SHORT
    said = {item.kind for item in operators(opening) if brief or idle(item.scope)}
    verdict = evidence.answer.verdict
    if verdict == "yes" and _PERMISSION.search(evidence.question):
        said |= {"permit"}
    if verdict == "no":
        said |= {"forbid", "negative"}
    return frozenset(said)


def check_verdict(text: str, evidence: Evidence, given: Given) -> Iterator[Finding]:
    """The sentence says yes where the answer says no, or the other way round."""
    verdict = evidence.answer.verdict
    first = evidence.units[0].text if evidence.units else ""
    said, decided = sign(text), {"yes": 1, "no": -1}.get(verdict or "", 0)
    opening = sign(first)
    if (
        (said and decided and said not in (decided, opening))
        or (said and verdict == "conditional" and not _HEDGE.search(text))
        or (said and not verdict and opening and said != opening)
    ):
        yield Finding("verdict", text[:12], contradicts=True)
    if verdict is not None:
        yield from _of_the_act(text, verdict, evidence, given)


def _of_the_act(text: str, verdict: str, evidence: Evidence, given: Given) -> Iterator[Finding]:
    """What the sentence says of the very act that was asked about."""
    act = _act(given.question)
    if len(bigrams(act)) < 1:
        return
    for operator in operators(text):
        if operator.kind == "exempt" and re.search(
            f"[不没无]有?{re.escape(operator.scope[:2])}", given.question
        ):
            if verdict in ("no", "conditional") and len(operator.scope) >= 2 and not _HEDGE.search(text):
                yield Finding("verdict", f"{operator.word}{operator.scope}", contradicts=True)
            continue  # 不公示行不行: 可以不公示 says yes
        about = share(act, operator.scope) >= 0.5
        if verdict == "yes" and operator.kind == "forbid" and text[: operator.start].endswith("原则上"):
            about = about or (idle(operator.scope) and len(operator.scope) <= _OBJECT)
        elif _HEDGE.search(text):
            continue
        if not about:
            continue
        opposed = (verdict in ("no", "conditional") and operator.kind in _POSITIVE) or (
            verdict in ("yes", "conditional") and operator.kind in ("forbid",)
        )
        if opposed and not _says_so(operator.kind, operator.scope, given):
            yield Finding("verdict", text[operator.start : operator.end], contradicts=True)


def _act(question: str) -> str:
    """What the question asks to be allowed, before the modal verb or behind it."""
    behind = _ALLOWED.search(question)
    return asked_act(question) or (behind.group(1) if behind else "")


def _says_so(kind: str, scope: str, given: Given) -> bool:
    return any(share(scope, other.scope) >= 0.8 for _, other in given.with_operator(kind))
