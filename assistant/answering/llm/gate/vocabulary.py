"""The word lists of the gate, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

# A character of a name: none that joins words.
NAME: Final = "(?:(?![的是在由为和与及或也有向对将把被至到给从])[一-鿿])"
_SPECIAL: Final = re.compile(r"[\\(\[|?.*+{]")


@dataclass(frozen=True)
class Vocabulary:
    """What the checks know about words.

    Attributes:
        same: replacements that give two wordings of one thing the same form, in order.
        neutral: words that assert nothing, longest first.
        common: words too frequent to tell one statement from another.
        plain: words that contain the character of an operator (能, 不, 要) without being one.
        operators: class of each wording of polarity or modality, one pattern with named groups.
        rivals: for each type, the pattern of the words of which one excludes the others.
        measures: pattern of names that end alike and exclude each other (集群营业收入, 龙头企业营业收入).
        directed: pattern of verbs whose two sides cannot be exchanged.
        acts: pattern of verbs that somebody does.
        handed: pattern of verbs that hand something to somebody.
    """

    same: tuple[tuple[re.Pattern[str], str], ...]
    neutral: frozenset[str]
    common: frozenset[str]
    plain: re.Pattern[str]
    operators: re.Pattern[str]
    rivals: dict[str, re.Pattern[str]]
    measures: re.Pattern[str]
    directed: re.Pattern[str]
    acts: re.Pattern[str]
    handed: re.Pattern[str]


def _either(words: str | list[str]) -> str:
    """An alternation, longest plain wording first; wordings that are patterns keep their place."""
    words = words.split() if isinstance(words, str) else words
    return "|".join(sorted(words, key=lambda word: (bool(_SPECIAL.search(word)), -len(word))))


@cache
def vocabulary() -> Vocabulary:
    """The lists of `vocabulary.yaml`."""
    import yaml

    path = files("assistant.answering.llm.gate").joinpath("vocabulary.yaml")
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Vocabulary(
        same=tuple(
            (re.compile("|".join(line.split()[1:])), line.split()[0]) for line in data["same"].splitlines()
        ),
        neutral=frozenset(data["neutral"].split()),
        common=frozenset(data["common"].split()),
        plain=re.compile(_either(data["plain"])),
        operators=re.compile(
            "|".join(f"(?P<{name}>{_either(words)})" for name, words in data["operators"].items())
        ),
        rivals={name: re.compile("|".join(words.split())) for name, words in data["rivals"].items()},
        measures=re.compile(f"{NAME}{{2,12}}?(?:{_either(data['measures'])})"),
        directed=re.compile(_either(data["directed"])),
        acts=re.compile(_either(data["acts"])),
        handed=re.compile(_either(data["handed"])),
    )
