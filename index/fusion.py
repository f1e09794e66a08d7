"""Fuse the scores of several searches into one ranking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Weights:
    """How much each search counts.

    Attributes:
        words, bigrams, dense: only their proportions matter.
        questions: share, 0 to 1, of the questions known to lead to a passage; the rest is the passage's own.
    """

    words: float = 0.25
    bigrams: float = 0.25
    dense: float = 0.5
    questions: float = 0.5


HYBRID: Final = Weights()
LEXICAL: Final = Weights(0.5, 0.5, 0.0)


def scaled(scores: FloatArray, depth: int, floor: float | None = None) -> FloatArray:
    """Min-max scores of the best `depth` entries, 0 for all others.

    Args:
        scores: [n]; NaN for an entry that the search did not return.
        depth: how many of the best count.
        floor: the score of the entries that did not come back, where that is known (0 in a lexical search);
            where fewer than `depth` came back, the scale starts there and not at the last of them.

    Returns:
        [n], the best entry 1.
    """
    result = np.zeros_like(scores)
    present = np.flatnonzero(~np.isnan(scores))
    if present.size == 0:
        return result
    ranked = present[np.argsort(-scores[present], kind="stable")][:depth]
    low = float(scores[ranked[-1]]) if floor is None or ranked.size == depth else floor
    high = float(scores[ranked[0]])
    result[ranked] = (scores[ranked] - low) / (high - low) if high > low else 1.0
    return result


def fuse(
    legs: Mapping[str, FloatArray], weights: Weights, depth: int
) -> tuple[FloatArray, dict[str, FloatArray]]:
    """Weighted sum of the scaled scores.

    Args:
        legs: raw scores by the name of a field of `Weights`; a leg that is missing passes its weight on.
        weights: how much each leg counts.
        depth: how many of a leg's best count.

    Returns:
        The fused scores, [n] in 0..1, and the scaled scores of every leg.
    """
    parts = {name: scaled(scores, depth, None if name == "dense" else 0.0) for name, scores in legs.items()}
    share = {name: max(0.0, float(getattr(weights, name))) for name in parts}
    total = sum(share.values())
    size = len(next(iter(parts.values()))) if parts else 0
    fused = np.zeros(size, dtype=np.float64)
    for name, part in parts.items():
        fused += part * (share[name] / total if total > 0 else 1.0 / len(parts))
    return fused, parts
