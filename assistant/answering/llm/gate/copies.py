"""Sentences that follow the evidence nearly word for word and exchange a word in passing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from assistant.answering.llm.gate.evidence import Finding, Given
from assistant.answering.llm.gate.operators import operators
from assistant.answering.llm.gate.places import places
from assistant.answering.llm.gate.quantities import quantities
from assistant.answering.llm.gate.vocabulary import vocabulary
from assistant.answering.llm.gate.words import bigrams, idle, likeness

_NEAR: Final = 0.5
_NEARLY_SAME: Final = 0.8
_STOP: Final = re.compile("[,:;、()]")
_LEAST: Final = 4  # characters: shorter parts are alike by chance


def check_copies(text: str, given: Given) -> Iterator[Finding]:
    """A part that follows a part of the evidence but has another word of the same type in one place."""
    evidence = [part for statement in given.statements for part in statement.segments]
    asked = given.question if given.open_question else ""
    left_open = any(item.kind in ("unspecified", "whether") for item in operators(text))
    for part in re.split("[,;。!?]", text):
        if len(part) < _LEAST:
            continue
        near = [(likeness(part, other), other) for other in evidence]
        best = max((alike for alike, _ in near), default=0.0)
        if best < _NEAR:
            continue
        faults = [_exchanged(part, other, left_open, asked) for alike, other in near if alike >= best - 0.1]
        if all(faults):
            yield Finding("relation", str(faults[0]))


def _exchanged(part: str, other: str, left_open: bool, asked: str) -> str:
    """What stands in `part` in the place of another word of its type in `other`; "" for nothing."""
    own, theirs = _typed(part), _typed(other)
    for kind in own.keys() & theirs.keys():
        extra, missing = own[kind] - theirs[kind], theirs[kind] - own[kind]
        if extra and missing and not any(_part_of(one, two) for one in extra for two in missing):
            return f"{'/'.join(extra)} for {'/'.join(missing)}"
    matcher = SequenceMatcher(None, other, part, autojunk=False)
    if left_open or matcher.ratio() < _NEARLY_SAME:
        return ""
    figures = [(item.outer, item.end) for item in quantities(part)]
    for tag, start, end, own_start, own_end in matcher.get_opcodes():
        old, new = other[start:end], part[own_start:own_end]
        if any(first <= own_start and own_end <= last for first, last in figures):
            continue  # 最多1个 for 不超过1个: judged as figures
        if (
            tag == "replace"
            and len(old) >= 2
            and not _STOP.search(old + new)
            and bigrams(new)
            and not idle(old)
            and not idle(new)
            and new not in asked
        ):
            return f"{new} for {old}"
    return ""


def _part_of(one: str, other: str) -> bool:
    """Whether a date is the other with less told (2025年8月 of 2025年8月31日)."""
    parts = list(zip(one.split("-"), other.split("-"), strict=False))
    return len(parts) > 1 and all(not mine or mine == theirs for mine, theirs in parts)


def _typed(part: str) -> dict[str, Counter[str]]:
    found = {name: Counter(pattern.findall(part)) for name, pattern in vocabulary().rivals.items()}
    found["place"] = Counter(places().findall(part))
    for item in quantities(part):
        if item.kind in ("count", "date", "every"):
            found.setdefault(f"figure {item.unit}", Counter())[item.value] += 1
    return found
