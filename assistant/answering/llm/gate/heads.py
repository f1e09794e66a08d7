"""What is told under which head: items of a list and what belongs to each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assistant.answering.llm.gate.evidence import Finding, Given
from assistant.answering.llm.gate.words import bigrams, share

_HEADED: Final = re.compile(
    r"(?P<head>[^,;:。]{2,16}?)(?P<how>:|(?:主要|具体)?(?:包括|负责|写|介绍))(?P<body>.{4,})"
)
_LONGEST: Final = 16  # characters of a head
_TOLD: Final = 0.5
_CLEARLY: Final = 0.3


@dataclass(frozen=True)
class _Item:
    head: str
    body: str


def check_heads(text: str, given: Given) -> Iterator[Finding]:
    """What the evidence tells under one head, told under another (产业基础主要包括研发投入)."""
    items = _items(given)
    for part in re.split("[;。]", text):
        named = [item for item in items if item.head in part]
        named = [item for item in named if not any(item.head in other.head != item.head for other in named)]
        if not named or len({item.head for item in named}) > 1:
            continue
        rest = part.replace(named[0].head, " ")
        if len(bigrams(rest)) < 2:
            continue
        own = max(share(rest, item.body) for item in named)
        for other in items:
            if other.head == named[0].head or other.head in named[0].body or named[0].head in other.body:
                continue
            if (found := share(rest, other.body)) >= _TOLD and found > own + _CLEARLY:
                yield Finding("relation", f"told under {other.head}")
                return


def _items(given: Given) -> list[_Item]:
    """Heads with what stands under them."""
    items: list[_Item] = []
    lines: dict[int, list[str]] = {}
    for statement in given.statements:
        if not statement.quoted:
            lines.setdefault(statement.line, []).append(statement.text)
        headed = _HEADED.match(statement.text)
        # fields of one record (类型:甲;产业:乙) are no heads of one another
        if headed and (headed.group("how") != ":" or len(lines.get(statement.line, [])) == 1):
            items.append(_Item(headed.group("head"), headed.group("body")))
    for first, *rest in lines.values():
        if rest and len(first) <= _LONGEST and not re.search("[,;:]", first):
            items.append(_Item(first, ",".join(rest)))
    return items
