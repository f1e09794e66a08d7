"""The six conditions of 第六条 as data; see `corpus/conditions.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from assistant.checker.form import CellRef

Test = Literal["filled", "positive"]


@dataclass(frozen=True, slots=True)
class CellEvidence:
    """Cells that speak for a requirement; `any_one`: one that passes is enough."""

    cells: tuple[CellRef, ...]
    test: Test
    any_one: bool
    points: float


@dataclass(frozen=True, slots=True)
class ListEvidence:
    """A list with at least `rows` filled rows."""

    section: str
    table: str
    rows: int
    points: float


@dataclass(frozen=True, slots=True)
class TextEvidence:
    """A free text of at least `words` words."""

    section: str
    words: int
    points: float


@dataclass(frozen=True, slots=True)
class SentenceEvidence:
    """Sentences in whose positive clauses every pattern is found."""

    about: tuple[re.Pattern[str], ...]
    plans: bool
    points: float
    times: int


EvidenceItem = CellEvidence | ListEvidence | TextEvidence | SentenceEvidence


@dataclass(frozen=True, slots=True)
class RequirementSpec:
    """One requirement: its text in the clause, what counts for it, and what to add where it is not met."""

    id: str
    text: str
    weight: float
    advice: str
    evidence: tuple[EvidenceItem, ...]


@dataclass(frozen=True, slots=True)
class ConditionSpec:
    """One of the six conditions."""

    id: str
    name: str
    weight: float
    requirements: tuple[RequirementSpec, ...]


@cache
def load_conditions() -> tuple[ConditionSpec, ...]:
    """The six conditions.

    Raises:
        ValueError: the description is malformed.
    """
    text = (files("corpus") / "conditions.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, Any] = yaml.load(text, Loader=loader)
    return tuple(
        ConditionSpec(
            id=raw["id"],
            name=raw["name"],
            weight=float(raw.get("weight", 1)),
            requirements=tuple(_requirement(entry) for entry in raw["requirements"]),
        )
        for raw in data["conditions"]
    )


def _requirement(raw: dict[str, Any]) -> RequirementSpec:
    return RequirementSpec(
        id=raw["id"],
        text=raw["text"],
        weight=float(raw.get("weight", 1)),
        advice=raw["advice"],
        evidence=tuple(_item(entry) for entry in raw["evidence"]),
    )


def _cell(path: str) -> CellRef:
    section, row, *column = path.split("/")
    return CellRef(section, row, column[0] if column else "value")


def _item(raw: dict[str, Any]) -> EvidenceItem:
    points = float(raw["points"])
    if "cells" in raw:
        return CellEvidence(
            tuple(_cell(path) for path in raw["cells"]), raw["test"], raw.get("any", False), points
        )
    if "field" in raw:
        return CellEvidence((_cell(raw["field"]),), "filled", False, points)
    if "list" in raw:
        section, _, table = raw["list"].partition("/")
        return ListEvidence(section, table, raw.get("rows", 1), points)
    if "text" in raw:
        return TextEvidence(raw["text"], raw["words"], points)
    if "about" in raw:
        patterns = tuple(re.compile(pattern) for pattern in raw["about"])
        return SentenceEvidence(patterns, raw.get("plans", False), points, raw.get("times", 1))
    raise ValueError(f"unknown evidence: {raw}")
