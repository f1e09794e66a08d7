"""Topics: which one thing a question is about, by cues of its wording."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from assistant.conversation.lexicon import fold, read_yaml
from assistant.conversation.polarity import is_polar

WEIGHTS = {"strong": 2.0, "plain": 1.0, "light": 0.4, "guard": 0.0}
_REFERENCE = re.compile(r"<([a-z_]+)>")
_TWICE = re.compile(r"([一-鿿]{1,3}?)(?:不|没)(?=\1)")
_DENIALS = frozenset({"lack"})
# What no rule is about: other documents' chains and leaders, juries and marks.
ELSEWHERE = "elsewhere"
_DEPTH = 4  # of references inside references


@dataclass(frozen=True)
class _Case:
    """One combination of cues that makes a question one of a topic."""

    every: tuple[str, ...]
    some: tuple[str, ...]
    without: tuple[str, ...]


@lru_cache(maxsize=1)
def _sources() -> dict[str, tuple[str, float]]:
    """Pattern and weight of every cue, references not yet resolved."""
    groups: dict[str, dict[str, list[str]]] = read_yaml("lexicon", "topics.yaml")["cues"]
    return {
        cue: ("|".join(map(str, patterns)), WEIGHTS[group])
        for group, cues in groups.items()
        for cue, patterns in cues.items()
    } | {"named_county": (_county_names(), WEIGHTS["guard"])}


def _county_names() -> str:
    """A pattern of all counties, as they are called (嘉禾, 嘉禾县)."""
    text = files("corpus").joinpath("divisions.csv").read_text(encoding="utf-8")
    names: set[str] = set()
    for row in csv.DictReader(text.splitlines()):
        if row["level"] != "市州":
            short = () if row["suffix_required"] == "1" else (row["short_name"],)
            names.update(name for name in (row["name"], *short, *row["aliases"].split(";")) if name)
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


@lru_cache(maxsize=1)
def _cues() -> dict[str, tuple[re.Pattern[str], float]]:
    sources = _sources()

    def resolved(pattern: str) -> str:
        for _ in range(_DEPTH):
            pattern = _REFERENCE.sub(lambda match: f"(?:{sources[match.group(1)][0]})", pattern)
        return pattern

    return {cue: (re.compile(resolved(pattern)), weight) for cue, (pattern, weight) in sources.items()}


@lru_cache(maxsize=1)
def _topics() -> dict[str, tuple[_Case, ...]]:
    raw: dict[str, dict[str, Any]] = read_yaml("lexicon", "topics.yaml")["topics"]
    return {
        topic: tuple(
            _Case(*(tuple(case.get(part, ())) for part in ("all", "any", "none"))) for case in entry["when"]
        )
        for topic, entry in raw.items()
    }


def cues_in(text: str) -> frozenset[str]:
    """Names of the cues that `text` gives; 能不能 asks and denies nothing."""
    folded = fold(text)
    plain = _TWICE.sub("", folded)
    return frozenset(
        cue
        for cue, (pattern, _) in _cues().items()
        if pattern.search(plain) or (cue not in _DENIALS and pattern.search(folded))
    )


def strengths(text: str, *, polar: bool = False) -> dict[str, float]:
    """The topics that the wording of `text` speaks for, each with its strength; none for most texts.

    Args:
        text: a question or a part of one.
        polar: it asks yes or no; a strong cue then needs no other beside it, though it counts for less alone.
    """
    found = cues_in(text)
    if ELSEWHERE in found:
        return {}
    result: dict[str, float] = {}
    for topic, cases in _topics().items():
        for case in cases:
            if not found.issuperset(case.every) or not found.isdisjoint(case.without):
                continue
            some = [_cues()[cue][1] for cue in case.some if cue in found]
            strength = sum(_cues()[cue][1] for cue in case.every) + max(some, default=0.0)
            if case.some and not some:
                if not polar or strength < WEIGHTS["strong"]:
                    continue
                strength -= WEIGHTS["light"]
            result[topic] = max(result.get(topic, 0.0), strength)
    return result


def topics_in(text: str) -> tuple[str, ...]:
    """The topics of `text` by its wording alone, the strongest first; equals in the order of topics.yaml."""
    found = strengths(text, polar=is_polar(text))
    return tuple(sorted(found, key=lambda topic: -found[topic]))
