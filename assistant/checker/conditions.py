"""The six conditions of 第六条 as data; see `corpus/conditions.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal

import yaml

from assistant.checker.form import CellRef
from assistant.checker.labels import flat

Test = Literal["filled", "positive", "growing"]
Tense = Literal["fact", "plan", "any"]
_LAST_YEAR = ("y1",)


@dataclass(frozen=True, slots=True)
class CellEvidence:
    """Cells that speak for a requirement, each with an equal part of the share; `any_one`: one is enough."""

    cells: tuple[CellRef, ...]
    test: Test
    any_one: bool
    share: float


@dataclass(frozen=True, slots=True)
class ListEvidence:
    """A list of which each row counts whose `columns` are filled; `rows` of them give the whole share."""

    section: str
    table: str
    columns: tuple[str, ...]
    rows: int
    share: float


@dataclass(frozen=True, eq=False)
class SentenceEvidence:
    """A kind of sentence; see the head of `corpus/conditions.yaml` for the attributes."""

    says: str
    about: tuple[frozenset[str], ...]
    context: frozenset[str]
    by: frozenset[str]
    home: tuple[str, ...]
    unless: frozenset[str]
    tense: Tense
    plain: bool
    only: tuple[str, ...]
    where: tuple[str, ...]
    like: str
    share: float

    @cached_property
    def about_words(self) -> frozenset[str]:
        """All words of `about`."""
        return frozenset().union(*self.about)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words by which a sentence is assigned to the kind."""
        return self.about_words | self.by


EvidenceItem = CellEvidence | ListEvidence | SentenceEvidence


@dataclass(frozen=True, slots=True)
class RequirementSpec:
    """One requirement: its text in the clause, its weight in the condition, and what counts for it."""

    id: str
    text: str
    weight: float
    evidence: tuple[EvidenceItem, ...]


@dataclass(frozen=True, slots=True)
class ConditionSpec:
    """One of the six conditions."""

    id: str
    name: str
    weight: float
    requirements: tuple[RequirementSpec, ...]


@cache
def _data() -> Mapping[str, Any]:
    text = (files("corpus") / "conditions.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: Mapping[str, Any] = yaml.load(text, Loader=loader)
    return data


@cache
def subjects() -> tuple[frozenset[str], frozenset[str]]:
    """Words of matters that no requirement is about, and words of industry that lift them."""
    data = _data()
    return _words(data["off_topic"], {}), _words(data["industry"], {})


@cache
def apart() -> tuple[tuple[str, str], ...]:
    """Pairs of words that meet in the middle of what looks like a word of the lists (轨道交通|关键技术)."""
    pairs = (entry.partition("|") for entry in _data()["apart"].split())
    return tuple((first, second) for first, _, second in pairs)


@cache
def load_conditions() -> tuple[ConditionSpec, ...]:
    """The six conditions.

    Raises:
        ValueError: the description is malformed.
    """
    data = _data()
    return tuple(
        ConditionSpec(
            id=raw["id"],
            name=raw["name"],
            weight=float(raw["weight"]),
            requirements=tuple(_requirement(entry, data["words"]) for entry in raw["requirements"]),
        )
        for raw in data["conditions"]
    )


def _requirement(raw: Mapping[str, Any], lists: Mapping[str, str]) -> RequirementSpec:
    evidence = tuple(_item(entry, lists) for entry in raw["evidence"])
    if abs(sum(item.share for item in evidence) - 1) > 1e-9:
        raise ValueError(f"shares of {raw['id']} do not sum to 1")
    return RequirementSpec(raw["id"], raw["text"], float(raw["weight"]), evidence)


def _item(raw: Mapping[str, Any], lists: Mapping[str, str]) -> EvidenceItem:
    share = float(raw["share"])
    if "cells" in raw:
        columns = raw.get("columns", _LAST_YEAR)
        cells = tuple(_ref(path, column) for path in raw["cells"] for column in columns)
        return CellEvidence(cells, raw["test"], raw.get("any", False), share)
    if "fields" in raw:
        return CellEvidence(tuple(_ref(path, "value") for path in raw["fields"]), "filled", False, share)
    if "list" in raw:
        section, _, table = raw["list"].partition("/")
        return ListEvidence(section, table, tuple(raw["columns"]), raw["rows"], share)
    if "sentences" in raw:
        return SentenceEvidence(
            says=raw["sentences"],
            about=tuple(_words(group, lists) for group in raw["about"]),
            context=_words(raw.get("with", ""), lists),
            by=_words(raw.get("by", ""), lists),
            home=tuple(raw.get("home", ())),
            unless=_words(raw.get("unless", ""), lists),
            tense=raw.get("tense", "fact"),
            plain=raw.get("plain", False),
            only=tuple(raw.get("only", ())),
            where=tuple(raw["where"]),
            like=raw.get("like", ""),
            share=share,
        )
    raise ValueError(f"unknown evidence: {raw}")


def _ref(path: str, column: str) -> CellRef:
    section, _, row = path.partition("/")
    return CellRef(section, row, column)


def _words(text: str, lists: Mapping[str, str]) -> frozenset[str]:
    out: set[str] = set()
    for word in text.split():
        out |= _words(lists[word[1:]], lists) if word.startswith("@") else {flat(word)}
    return frozenset(out)
