"""What a search gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.fusion import FloatArray


@dataclass(frozen=True, slots=True)
class Parts:
    """Scores of the single searches; None where that search did not take part."""

    words: float | None
    bigrams: float | None
    dense: float | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found.

    Attributes:
        doc: document id.
        locator: address inside the document.
        score: 0 to 1, comparable within one answer only.
        parts: scaled scores of the single searches, 0 to 1.
        raw: their own scores: BM25, BM25, cosine similarity (0 where the passage was not among the best).
        question: cosine similarity of the nearest question that the passage is known to answer; None where there
            is no model, 0 where it was not among the best.
    """

    doc: str
    locator: str
    score: float
    parts: Parts
    raw: Parts
    question: float | None = None

    @property
    def id(self) -> str:
        """Node id, `doc#locator`."""
        return f"{self.doc}#{self.locator}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that a passage is known to answer, near to the one that was asked.

    Attributes:
        doc: document id of the passage.
        locator: its address.
        number: place of the question among those of the passage, from 1.
        similarity: cosine similarity to the question that was asked.
    """

    doc: str
    locator: str
    number: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Entry:
    """What a search needs to know of a node."""

    id: str
    doc: str
    locator: str
    kind: str
    order: int
    hash: str


def ranked_hits(
    entries: Sequence[Entry],
    fused: FloatArray,
    parts: dict[str, FloatArray],
    raw: dict[str, FloatArray],
    nearest: FloatArray | None,
    k: int,
) -> list[Hit]:
    """The best `k` entries by fused score; NaN marks what no search found."""
    # rounded, so that the last bits of a sum do not decide between equals
    chosen: list[int] = np.flatnonzero(~np.isnan(fused)).tolist()
    chosen.sort(key=lambda place: (-round(float(fused[place]), 9), entries[place].doc, entries[place].order))

    def part(scores: dict[str, FloatArray], name: str, place: int) -> float | None:
        return round(float(np.nan_to_num(scores[name][place])), 6) if name in scores else None

    return [
        Hit(
            doc=entries[place].doc,
            locator=entries[place].locator,
            score=round(float(fused[place]), 6),
            parts=Parts(*(part(parts, name, place) for name in ("words", "bigrams", "dense"))),
            raw=Parts(*(part(raw, name, place) for name in ("words", "bigrams", "dense"))),
            question=None if nearest is None else round(float(np.nan_to_num(nearest[place])), 6),
        )
        for place in chosen[:k]
    ]
