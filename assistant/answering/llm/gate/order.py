"""Whether a sentence keeps the order of events: what comes before or after what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.answering.llm.gate.evidence import Finding, Given
from assistant.answering.llm.gate.statements import Statement
from assistant.answering.llm.gate.words import shared

_EVENT: Final = re.compile(
    "(?P<event>初审|审核|公示|复核|认定|推荐|初赛|决赛|竞赛|授牌|公告|撤销|成立)"
    "(?:合格|通过|结束|胜出|无异议|没有异议|之|以)*(?P<way>前|后)(?![果续期提])"
)
_STEP: Final = (
    "初审|审核|评审|审定|公示|复核|认定|推荐|初赛|决赛|授牌|公告|撤销|成立|申报|报送|签字|盖章|公布|印发"
)
_STEPS: Final = re.compile(
    f"先[^,;。]{{0,12}}?(?P<one>{_STEP})[^,;。]{{0,8}},?(?:再|然后|之后|后|最后|才)[^,;。]{{0,14}}?(?P<other>{_STEP})"
)
_REACH: Final = 16  # characters behind that say what happens then


def check_order(text: str, given: Given) -> Iterator[Finding]:
    """「公示前确定」 where the evidence has the publicity first."""
    for match in _STEPS.finditer(text):
        if _reversed(match.group("one"), match.group("other"), given):
            yield Finding("relation", f"order: {match.group()}")
    for match in _EVENT.finditer(text):
        event, way = match.group("event"), match.group("way")
        then = text[match.end() : match.end() + _REACH]
        told = [
            statement
            for statement in given.statements
            if event in statement.text and shared(then, statement.text)
        ]
        if told and not any(_agrees(event, way, then, statement) for statement in told):
            yield Finding("relation", f"order: {match.group()}{then}")


def _agrees(event: str, way: str, then: str, statement: Statement) -> bool:
    """Whether the statement tells the two in this order."""
    for own in _EVENT.finditer(statement.text):
        if (own.group("event"), own.group("way")) == (event, way):
            return True
    run = shared(then, statement.text.replace(event, " "))
    if not run:
        return True
    first, other = statement.text.find(event), statement.text.find(run)
    return first < other if way == "后" else other < first


def _reversed(one: str, other: str, given: Given) -> bool:
    """Whether the evidence tells the second before the first, each time that it tells both."""
    told = ["".join(statement.text for statement in given.statements if statement.quoted)]
    told += ["".join(statement.text for statement in given.statements if not statement.quoted)]
    both = [text for text in told if one in text and other in text]
    return one != other and bool(both) and all(text.rfind(other) < text.find(one) for text in both)
