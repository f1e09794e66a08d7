"""Finds the words of `corpus/conditions.yaml` in clauses: one pass over the text, whatever the number of words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from assistant.checker.conditions import SentenceEvidence, apart, load_conditions

Spans = Mapping[str, list[tuple[int, int]]]
_GAP = 10


@cache
def kinds() -> tuple[tuple[str, SentenceEvidence], ...]:
    """Every kind of sentence with the id of its condition, in the order of the clause."""
    return tuple(
        (condition.id, item)
        for condition in load_conditions()
        for requirement in condition.requirements
        for item in requirement.evidence
        if isinstance(item, SentenceEvidence)
    )


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """All words, arranged for looking up.

    Attributes:
        words: the plain words.
        lengths: first character to the lengths of the words that begin with it.
        pairs: the parts of `甲…乙`.
        patterns: the words that are regular expressions.
        apart: word to the strings in which it only seems to stand, and where in them the words meet.
    """

    words: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]
    pairs: tuple[tuple[str, str], ...]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    apart: Mapping[str, tuple[tuple[str, int], ...]]


@cache
def _vocabulary() -> _Vocabulary:
    words: set[str] = set()
    for _, kind in kinds():
        words |= kind.words | kind.context | kind.unless
    plain = frozenset(word for word in words if "…" not in word and not word.startswith("~"))
    lengths: dict[str, set[int]] = defaultdict(set)
    for word in plain:
        lengths[word[0]].add(len(word))
    split: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for first, second in apart():
        for word in plain:
            if first[-1] + second[0] in word:
                split[word].append((first + second, len(first)))
    return _Vocabulary(
        plain,
        {first: tuple(sorted(found)) for first, found in lengths.items()},
        tuple(sorted((w.partition("…")[0], w.partition("…")[2]) for w in words if "…" in w)),
        tuple((word, re.compile(word[1:])) for word in sorted(words) if word.startswith("~")),
        {word: tuple(entries) for word, entries in split.items()},
    )


@cache
def _kinds_by_word() -> Mapping[str, tuple[int, ...]]:
    out: dict[str, list[int]] = defaultdict(list)
    for number, (_, kind) in enumerate(kinds()):
        for word in kind.about_words:
            out[word].append(number)
    return {word: tuple(numbers) for word, numbers in out.items()}


def kinds_with(words: Iterable[str]) -> list[tuple[str, SentenceEvidence]]:
    """The kinds that are about any of the words, with the ids of their conditions, in the order of the clause."""
    by_word = _kinds_by_word()
    numbers = {number for word in words for number in by_word.get(word, ())}
    return [kinds()[number] for number in sorted(numbers)]


@cache
def used_by() -> Mapping[str, int]:
    """In how many conditions each word tells what a sentence is about."""
    owners: dict[str, set[str]] = defaultdict(set)
    for condition, kind in kinds():
        for word in kind.words:
            owners[word].add(condition)
    return {word: len(names) for word, names in owners.items()}


def find_words(text: str) -> Spans:
    """Every word of the vocabulary in a clause, with its places.

    Args:
        text: the clause, in normal form.
    """
    vocabulary = _vocabulary()
    out: dict[str, list[tuple[int, int]]] = {}
    for begin, character in enumerate(text):
        for length in vocabulary.lengths.get(character, ()):
            word = text[begin : begin + length]
            if word in vocabulary.words and not _seems(text, word, begin, vocabulary):
                out.setdefault(word, []).append((begin, begin + length))
    for first, second in vocabulary.pairs:
        start = text.find(first)
        if start >= 0 and text.find(second, start + len(first), start + len(first) + _GAP + len(second)) >= 0:
            out.setdefault(f"{first}…{second}", []).append((start, start + len(first)))
    for word, pattern in vocabulary.patterns:
        for match in pattern.finditer(text):
            out.setdefault(word, []).append(match.span())
    return out


def _seems(text: str, word: str, begin: int, vocabulary: _Vocabulary) -> bool:
    """Whether a word only seems to stand at a place, where two others meet (轨道交通|关键技术)."""
    for string, meets in vocabulary.apart.get(word, ()):
        place = text.find(string)
        while place >= 0:
            if begin < place + meets < begin + len(word):
                return True
            place = text.find(string, place + 1)
    return False
