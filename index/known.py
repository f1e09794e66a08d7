"""The questions of `corpus/questions/`: what clauses answer, topics of the rules, matters not laid down, other things."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

import yaml

from index.parsing.frontmatter import YAML_LOADER

# Group of the questions that have nothing to do with this programme, and the mark before a matter not laid down.
OUTSIDE: Final = "outside"
UNSTATED: Final = "unstated:"
_BY_TOPIC: Final = ("topics.yaml", "spoken.yaml")


def questions_of(doc: str) -> dict[str, tuple[str, ...]]:
    """Questions that lead to the clauses of a document, by locator: its own list, those sorted by topic, and those to
    which the clause is only the nearest, since no document lays down what they ask."""
    found = {locator: list(questions) for locator, questions in _mapping(f"{doc}.yaml").items()}
    sorted_ones = [
        (address, questions)
        for name in _BY_TOPIC
        for addresses in _mapping(name).values()
        for address, questions in addresses.items()
    ]
    sorted_ones += [(entry["at"], entry["asked"]) for entry in _read("unstated.yaml")]
    for address, questions in sorted_ones:
        of, _, locator = address.partition("#")
        if of == doc:
            found.setdefault(locator, []).extend(questions)
    return {locator: tuple(dict.fromkeys(questions)) for locator, questions in found.items()}


@lru_cache(maxsize=1)
def groups() -> dict[str, str]:
    """The group of every question that has one: the topic of the rules, or `UNSTATED` with the matter."""
    found = {
        question: topic
        for name in _BY_TOPIC
        for topic, addresses in _mapping(name).items()
        for questions in addresses.values()
        for question in questions
    }
    for entry in _read("unstated.yaml"):
        found.update(dict.fromkeys(entry["asked"], UNSTATED + entry["name"]))
    return found


@lru_cache(maxsize=1)
def outside() -> dict[str, str]:
    """Questions that have nothing to do with this programme, each with what it is about instead."""
    return {
        question: matter for matter, questions in _mapping("outside.yaml").items() for question in questions
    }


@lru_cache(maxsize=1)
def stamp() -> str:
    """Hash of groups and outside questions: what is learnt from them under another stamp is out of date."""
    return hashlib.sha256(repr((sorted(groups().items()), sorted(outside().items()))).encode()).hexdigest()[
        :16
    ]


def _mapping(name: str) -> dict[str, Any]:
    return dict(_read(name) or {})


@lru_cache(maxsize=16)
def _read(name: str) -> Any:
    path = files("corpus") / "questions" / name
    if not path.is_file():
        return None
    return yaml.load(path.read_text(encoding="utf-8"), Loader=YAML_LOADER)
