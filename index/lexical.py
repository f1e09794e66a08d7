"""Lexical index: BM25 over term lists."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

# As bm25s names them in the folder that it saves to.
_DATA: Final = "data.csc.index.npy"
_INDICES: Final = "indices.csc.index.npy"
_STARTS: Final = "indptr.csc.index.npy"
_VOCABULARY: Final = "vocab.index.json"


class LexicalIndex:
    """BM25 over passages given as lists of terms.

    bm25s computes and writes the scores of every term in every passage (a sparse matrix, one column a term).
    Answering is adding up columns; that is done here, since importing bm25s with scipy takes longer than
    everything else in a lexical search.

    Args:
        size: number of passages.
        vocabulary: column of every term.
        data: the scores, column after column.
        indices: the passage of every score.
        starts: where in `data` each column starts, and the end of the last.
    """

    def __init__(
        self,
        size: int,
        vocabulary: Mapping[str, int],
        data: Scores,
        indices: NDArray[np.integer],
        starts: NDArray[np.integer],
    ) -> None:
        self.size = size
        self._vocabulary = vocabulary
        self._data = data
        self._indices = indices
        self._starts = starts

    @classmethod
    def build(cls, passages: Sequence[Sequence[str]], folder: Path | None = None) -> LexicalIndex:
        """Index passages, each a list of terms; the n-th score is that of the n-th passage.

        Args:
            passages: the terms of each.
            folder: where to save the index for `load`; made.

        Raises:
            OSError: it cannot be saved.
        """
        import bm25s

        if folder is not None:
            folder.mkdir(parents=True)
        if not any(passages):
            return cls._empty(len(passages))
        engine = bm25s.BM25()
        engine.index([list(terms) for terms in passages], show_progress=False)
        if folder is not None:
            engine.save(str(folder), show_progress=False)
        scores = engine.scores
        return cls(len(passages), engine.vocab_dict, scores["data"], scores["indices"], scores["indptr"])

    @classmethod
    def load(cls, folder: Path, size: int) -> LexicalIndex:
        """Read an index of `size` passages that `build` saved.

        Raises:
            OSError: a file is missing or cannot be read.
            ValueError: a file is damaged.
        """
        if not any(folder.iterdir()):
            return cls._empty(size)
        vocabulary = json.loads((folder / _VOCABULARY).read_text(encoding="utf-8"))
        data, indices, starts = (
            np.load(folder / name, allow_pickle=False) for name in (_DATA, _INDICES, _STARTS)
        )
        fits = len(data) == len(indices) == int(starts[-1])
        if not fits or (len(indices) and int(indices.max()) >= size):
            raise ValueError(f"{folder.name}: not an index of {size} passages")
        return cls(size, vocabulary, data, indices, starts)

    @classmethod
    def _empty(cls, size: int) -> LexicalIndex:
        nothing = np.zeros(0, dtype=np.int32)
        return cls(size, {}, np.zeros(0, dtype=np.float32), nothing, nothing)

    def scores(self, terms: Sequence[str]) -> Scores:
        """BM25 of every passage for a question, float32 [size]; 0 where no term occurs.

        A term counts once however often the question repeats it.
        """
        result = np.zeros(self.size, dtype=np.float32)
        for term in dict.fromkeys(terms):
            column = self._vocabulary.get(term)
            # bm25s adds the empty term to the vocabulary, without a column
            if column is not None and column + 1 < len(self._starts):
                span = slice(int(self._starts[column]), int(self._starts[column + 1]))
                # a passage occurs once in a column, so plain fancy indexing adds up right
                result[self._indices[span]] += self._data[span]
        return result
