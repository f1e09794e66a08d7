"""One searched field: entries with a BM25 index over their words and one over their character bigrams."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np

from index.analysis import Words, bigrams
from index.fusion import FloatArray, Weights
from index.hits import Entry
from index.lexical import LexicalIndex
from index.nodes import IndexNode

PASSAGES: Final = ""
QUESTIONS: Final = "question-"


@dataclass(frozen=True)
class Field:
    """The passages, or the questions that lead to them.

    Attributes:
        entries: what is found.
        words, bigrams: BM25 over them, in the order of the entries.
    """

    entries: Sequence[Entry]
    words: LexicalIndex
    bigrams: LexicalIndex

    @cached_property
    def positions(self) -> dict[str, int]:
        """Place of every entry by its id."""
        return {entry.id: place for place, entry in enumerate(self.entries)}

    @classmethod
    def build(
        cls, nodes: Sequence[IndexNode], words: Words, folder: Path | None = None, name: str = PASSAGES
    ) -> Field:
        """Index nodes.

        Args:
            nodes: what is to be found.
            words: cuts texts into words.
            folder: where to save the field for `read`.
            name: `PASSAGES` or `QUESTIONS`, which keeps the two apart in the folder.

        Raises:
            OSError: it cannot be saved.
        """
        entries = [Entry(node.id, node.doc, node.locator, node.kind, node.order, node.hash) for node in nodes]

        def index(terms: list[list[str]], of: str) -> LexicalIndex:
            return LexicalIndex.build(terms, folder / f"{name}{of}" if folder else None)

        by_word = index([words(node.text) for node in nodes], "words")
        by_bigram = index([bigrams(node.text) for node in nodes], "bigrams")
        if folder is not None:
            with (folder / f"{name}nodes.jsonl").open("w", encoding="utf-8") as file:
                for entry in entries:
                    row = [entry.id, entry.doc, entry.locator, entry.kind, entry.order, entry.hash]
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")
        return cls(entries, by_word, by_bigram)

    @classmethod
    def read(cls, folder: Path, size: int, name: str = PASSAGES) -> Field:
        """Read a field of `size` entries that `build` saved.

        Raises:
            OSError: a file is missing or cannot be read.
            ValueError: a file is damaged.
        """
        with (folder / f"{name}nodes.jsonl").open(encoding="utf-8") as file:
            entries = [Entry(*json.loads(line)) for line in file]
        if len(entries) != size:
            raise ValueError(f"{len(entries)} nodes, not {size}")
        by_word = LexicalIndex.load(folder / f"{name}words", size)
        return cls(entries, by_word, LexicalIndex.load(folder / f"{name}bigrams", size))

    def scores(
        self, words: Sequence[str], pairs: Sequence[str], weights: Weights, allowed: np.ndarray
    ) -> dict[str, FloatArray]:
        """BM25 of every entry, by the name of the search; NaN for what has no term or is not allowed.

        Args:
            words, pairs: the question's words and character bigrams.
            weights: a search without weight is left out.
            allowed: [n], which entries may be found.
        """
        found: dict[str, FloatArray] = {}
        if weights.words > 0:
            found["words"] = _masked(self.words.scores(words), allowed)
        if weights.bigrams > 0:
            found["bigrams"] = _masked(self.bigrams.scores(pairs), allowed)
        return found


def _masked(scores: np.ndarray, allowed: np.ndarray) -> FloatArray:
    return np.where(allowed & (scores > 0), scores.astype(np.float64), np.nan)


def query_terms(query: str, words: Words) -> tuple[list[str], list[str]]:
    """A question's words and character bigrams."""
    return words(query), bigrams(query)
