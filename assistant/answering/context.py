"""What the answering modules work with."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.parameters import Parameters
from assistant.registry import Registry
from assistant.retrieval.retriever import Retriever
from index.corpus import Corpus


@dataclass(frozen=True)
class Context:
    """The knowledge behind an answer.

    Attributes:
        corpus: documents and clauses.
        registry: clusters and divisions.
        parameters: dated figures.
        retriever: finds clauses.
    """

    corpus: Corpus
    registry: Registry
    parameters: Parameters
    retriever: Retriever
