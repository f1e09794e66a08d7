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
_REACH: Final = 16  # characters behind that say what happens then


def check_order(text: str, given: Given) -> Iterator[Finding]:
    """「公示前确定」 where the evidence has the publicity first."""
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
