"""Lexical index: BM25 over term lists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


class LexicalIndex:
    """BM25 (bm25s) over passages given as lists of terms."""

    def __init__(self, engine: Any, size: int) -> None:
        self._engine = engine
        self.size = size

    @classmethod
    def build(cls, passages: Sequence[Sequence[str]]) -> LexicalIndex:
        """Index passages, each a list of terms; the n-th score is that of the n-th passage."""
        import bm25s

        if not any(passages):
            return cls(None, len(passages))
        engine = bm25s.BM25()
        engine.index([list(terms) for terms in passages], show_progress=False)
        return cls(engine, len(passages))

    def save(self, folder: Path) -> None:
        """Write the index to `folder`, which is made."""
        folder.mkdir(parents=True)
        if self._engine is not None:
            self._engine.save(str(folder), show_progress=False)

    @classmethod
    def load(cls, folder: Path, size: int) -> LexicalIndex:
        """Read an index of `size` passages that `save` wrote.

        Raises:
            OSError: a file is missing or cannot be read.
            ValueError: a file is damaged.
        """
        import bm25s

        if not any(folder.iterdir()):
            return cls(None, size)
        engine = bm25s.BM25.load(str(folder), load_corpus=False, show_progress=False)
        if int(engine.scores["num_docs"]) != size:
            raise ValueError(f"{folder.name}: {engine.scores['num_docs']} passages, not {size}")
        return cls(engine, size)

    def scores(self, terms: Sequence[str]) -> Scores:
        """BM25 of every passage for a question, float32 [size]; 0 where no term occurs.

        A term counts once however often the question repeats it.
        """
        if self._engine is None:
            return np.zeros(self.size, dtype=np.float32)
        known = self._engine.get_tokens_ids(list(dict.fromkeys(terms)))
        if not known:
            return np.zeros(self.size, dtype=np.float32)
        result: Scores = self._engine.get_scores_from_ids(known).astype(np.float32)
        return result
