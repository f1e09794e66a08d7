"""A question's terms, weighted by how much each tells in this corpus."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

from assistant.conversation.lexicon import (
    EXPANDABLE,
    FUNCTION_CHARACTERS,
    Concepts,
    concept_words,
    fold,
    synonyms_in,
    without_function_words,
    words_in,
)


def _bigrams(text: str) -> list[str]:
    grams: list[str] = []
    for run in words_in(text):
        if run[0].isascii() or len(run) == 1:
            grams.append(run)
        else:
            grams.extend(run[i : i + 2] for i in range(len(run) - 1))
    return grams


def _telling(text: str, known: Callable[[str], bool]) -> tuple[list[str], list[str]]:
    """The bigrams of a question that tell something: those known, and those of words that no text has.

    A bigram that no text has is mostly the seam of two words (牌有 in 品牌有). It tells something only
    where two or more characters in a row belong to no known bigram: then the question has a word that
    the documents lack.
    """
    met: list[str] = []
    unmet: list[str] = []
    for run in words_in(text):
        if run[0].isascii() or len(run) == 1:
            if known(run):
                met.append(run)
            elif len(run) > 1:
                unmet.append(run)
            continue
        pairs = [run[i : i + 2] for i in range(len(run) - 1)]
        covered = [False] * len(run)
        for i, pair in enumerate(pairs):
            if known(pair):
                met.append(pair)
                covered[i] = covered[i + 1] = True
        alone = [not done and run[i] not in FUNCTION_CHARACTERS for i, done in enumerate(covered)]
        unmet += [pair for i, pair in enumerate(pairs) if alone[i] and alone[i + 1]]
    return met, unmet


class TermStatistics:
    """Inverse document frequencies of character bigrams over a set of texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        frequency: Counter[str] = Counter()
        self._size = 0
        for text in texts:
            self._size += 1
            frequency.update(set(_bigrams(fold(text))))
        self._frequency = frequency

    def weight(self, gram: str) -> float:
        """Smoothed inverse document frequency, at least a little for common ones.

        A bigram that no text has gets the highest weight: a question made of such bigrams is
        about something else.
        """
        return math.log(1 + self._size / (1 + self._frequency[gram])) + 0.1

    def knows(self, gram: str) -> bool:
        """Whether any text has it."""
        return self._frequency[gram] > 0


_TERM = 0.9


class Terms:
    """The question as groups of bigrams; a group is one wording, or a concept with all its wordings.

    Args:
        question: stand-alone question.
        concepts: its concepts; a text that has any other wording of a concept counts as having it.
        statistics: weights.
    """

    def __init__(self, question: str, concepts: Concepts, statistics: TermStatistics) -> None:
        self._synonyms: dict[str, frozenset[str]] = {}
        for concept, wordings in concepts.items():
            if concept not in EXPANDABLE:
                continue
            for gram in (gram for wording in wordings for gram in _bigrams(wording)):
                self._synonyms[gram] = self._synonyms.get(gram, frozenset()) | concept_words(concept)
        self._exact: dict[str, frozenset[str]] = {}
        for wording, terms in synonyms_in(question).items():
            for gram in _bigrams(wording):
                self._exact[gram] = self._exact.get(gram, frozenset()) | frozenset(terms)
        self.named = frozenset(term for terms in self._exact.values() for term in terms)
        content = without_function_words(fold(question))
        met, unmet = _telling(
            content, lambda gram: statistics.knows(gram) or gram in self._synonyms or gram in self._exact
        )
        self.grams = {gram: statistics.weight(gram) for gram in (*met, *unmet)}
        self.total = sum(self.grams.values())
        self.unknown = sum(self.grams[gram] for gram in set(unmet))

    def coverage(self, text: str) -> float:
        """Share of the question's weight that `text` contains, 0 to 1.

        The documents' own term for a wording of the question counts nearly full, another wording of the
        same concept half.
        """
        if not self.total:
            return 0.0
        grams, folded = _grams_of(text)
        got = 0.0
        for gram, weight in self.grams.items():
            if gram in grams:
                got += weight
            elif any(term in folded for term in self._exact.get(gram, ())):
                got += _TERM * weight
            elif any(word in folded for word in self._synonyms.get(gram, ())):
                got += weight / 2
        return got / self.total


@lru_cache(maxsize=8192)
def _grams_of(text: str) -> tuple[frozenset[str], str]:
    folded = fold(text)
    return frozenset(_bigrams(folded)), folded
