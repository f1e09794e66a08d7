"""The legs of a search: passages and questions by their words, and by their vectors."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.analysis import Words
from index.documents import Document
from index.embedding import Embedder
from index.field import PASSAGES, QUESTIONS, Field
from index.fusion import FloatArray
from index.labels import Labeller
from index.layout import IndexMeta
from index.nodes import make_nodes, make_question_nodes
from index.store import VectorStore


@dataclass(frozen=True)
class Lexical:
    """What is searched without a model.

    Attributes:
        passages: the passages.
        questions: the questions that lead to them.
        targets: int [n questions], the place of each question's passage.
        expanded: bool [n passages], whether the passage is of a document for which questions were written; those
            of other documents, a user's own, are ranked by their own words alone.
    """

    passages: Field
    questions: Field
    targets: NDArray[np.intp]
    expanded: NDArray[np.bool_]


@dataclass(frozen=True)
class Dense:
    """Vectors and the model that fits them."""

    store: VectorStore
    collection: str
    embedder: Embedder
    # entries whose text the vectors were made from, by id
    hashes: dict[str, str]
    # what was learnt from the known questions, None where none are known
    labeller: Labeller | None = None

    def similarities(
        self,
        field: Field,
        vector: NDArray[np.float32],
        depth: int,
        kinds: Collection[str] | None,
        docs: Collection[str] | None,
    ) -> FloatArray:
        """Cosine similarity of the field's best `depth` entries, NaN for the others."""
        scores = np.full(len(field.entries), np.nan)
        for identifier, similarity in self.store.query(self.collection, vector, depth, kinds, docs).items():
            position = field.positions.get(identifier)
            # after a change of the documents only vectors of unchanged texts count
            if position is not None and self.hashes.get(identifier) == field.entries[position].hash:
                scores[position] = similarity
        return scores


def read_lexical(folder: Path, meta: IndexMeta) -> Lexical:
    """The fields that a build saved in a version's folder.

    Raises:
        OSError: a file is missing or cannot be read.
        ValueError: a file is damaged.
    """
    passages = Field.read(folder, meta.nodes, PASSAGES)
    return _linked(passages, Field.read(folder, meta.questions, QUESTIONS))


def make_lexical(documents: Sequence[Document], words: Words) -> Lexical:
    """The fields of documents, made in memory."""
    nodes = make_nodes(documents)
    return _linked(Field.build(nodes, words), Field.build(make_question_nodes(documents, nodes), words))


def _linked(passages: Field, questions: Field) -> Lexical:
    targets = [passages.positions[entry.id.rpartition("?")[0]] for entry in questions.entries]
    documents = {entry.doc for entry in questions.entries}
    expanded = np.array([entry.doc in documents for entry in passages.entries], dtype=np.bool_)
    return Lexical(passages, questions, np.array(targets, dtype=np.intp), expanded)


def folded(scores: FloatArray, lexical: Lexical, size: int) -> FloatArray:
    """The score of each passage's best question, [size]; NaN where none was found."""
    result = np.full(size, -np.inf)
    found = ~np.isnan(scores)
    np.maximum.at(result, lexical.targets[found], scores[found])
    return np.where(np.isneginf(result), np.nan, result)
