"""Ranked clauses for a plan: exact addresses first, then hybrid search with structure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.conversation.lexicon import Concepts, canonical_word, fold, synonyms_in
from assistant.conversation.plan import Plan
from assistant.conversation.terms import Terms, TermStatistics
from assistant.models import Passage
from assistant.retrieval.address import candidates
from assistant.retrieval.leanings import Leanings
from index.analysis import bigrams
from index.clauses import Clause
from index.corpus import Corpus

if TYPE_CHECKING:
    from assistant.settings import Settings
    from index.hits import Hit
    from index.search import HybridSearch

# Similarity to a question that a clause is known to answer from which, where the whole ranking agrees, the clause was
# the right one in nine of ten tuning questions: cosine of m3e-small, and share of bigrams where there is no model.
_KNOWN_QUESTION = 0.84
_SAME_WORDS = 0.6
# ... and from which a question is of this programme at all: of the tuning questions with foreign words, those above
# were ours and those below were not, with few exceptions.
_NEAR_QUESTION = 0.79
_SOME_WORDS = 0.4
# Standing, and lead over the next clause, from which 19 of 20 tuning questions had their clause first.
_LEADS = 0.85
_AHEAD = 0.2
_WIDE = 60  # passages to look through for that
# What a clause's own coverage of the question adds to the fused score. Set by hand with an eye on the tuning questions of eval/.
_COVERAGE_WEIGHT = 0.3
# ... and what the known questions of a clause have in common with it. Chosen on questions written afresh.
_LEANING = 0.45


@dataclass(frozen=True)
class Found:
    """A clause with its standing for a question.

    Attributes:
        clause: the clause.
        fused: fused score of the search legs, 0 to 1 within this result list.
        coverage: share of the question's weight in the clause, in what is below it, and in the questions that it is
            known to answer.
        score: the rank value.
        recognised: whether the question is one that this clause is known to answer, in nearly the same sense.
    """

    clause: Clause
    fused: float
    coverage: float
    score: float
    recognised: bool = False


@dataclass(frozen=True)
class Known:
    """A question that a clause is known to answer.

    Attributes:
        question: its words.
        doc: document of the clause.
        locator: address of the clause.
        similarity: to the question asked, 0 to 1: cosine of the model, or share of bigrams where there is none.
    """

    question: str
    doc: str
    locator: str
    similarity: float


class Retriever:
    """Finds clauses.

    Args:
        corpus: the documents.
        settings: data directory, model and Chroma server.
        note: receives one-line progress messages.
    """

    def __init__(self, corpus: Corpus, settings: Settings, note: Callable[[str], None]) -> None:
        self._corpus = corpus
        self._settings = settings
        self._note = note

    @cached_property
    def _search(self) -> HybridSearch:
        from index.search import HybridSearch

        return HybridSearch(
            self._settings.data_dir,
            model=self._settings.embed_model,
            documents=self._corpus.documents.values,
            chroma_url=self._settings.chroma_url,
        )

    @cached_property
    def statistics(self) -> TermStatistics:
        """Weights of terms over all clauses."""
        return TermStatistics(
            clause.text for document in self._corpus.documents.values() for clause in document.clauses
        )

    def warm_up(self) -> None:
        """Load the index and the model."""
        self._search.warm()

    def notes(self) -> tuple[str, ...]:
        """What a reader should know of the index as loaded so far: lexical only, out of date."""
        if "_search" not in self.__dict__:
            return ()
        if self._settings.embed_model == "none":
            return ("没有启用语义模型，本次只做字面检索，换个说法可能查到更多。",)
        return self._search.notes()

    def has_model(self) -> bool:
        """Whether similarities are a model's; else they are shares of bigrams."""
        return self._search.has_model()

    def terms(self, plan: Plan) -> Terms:
        """The plan's weighted terms."""
        return Terms(plan.standalone, plan.concepts, self.statistics)

    def context_text(self, clause: Clause) -> str:
        """The clause with what is below it and the titles above it."""
        document = self._corpus.documents[clause.doc]
        return "\n".join((document.title, *clause.headings, document.full_text(clause.locator)))

    def find(self, plan: Plan, k: int = 10, docs: tuple[str, ...] | None = None) -> list[Found]:
        """The `k` best clauses for an open question, best first.

        Args:
            plan: the question.
            k: how many.
            docs: ids of the documents to look in; all when None.
        """
        terms = self.terms(plan)
        query = expanded(plan.standalone, plan.concepts)
        pairs = frozenset(bigrams(plan.standalone))
        found = []
        for hit in self._search.search(query, k=max(4 * k, 40), docs=docs):
            clause = (
                self._corpus.documents[hit.doc].clause(hit.locator)
                if hit.doc in self._corpus.documents
                else None
            )
            if clause is None:
                continue  # the index is of an older corpus; what no longer exists is not cited
            asked = self._corpus.documents[hit.doc].questions.get(clause.locator, ())
            coverage = terms.coverage("\n".join((self.context_text(clause), *asked)))
            score = (hit.score + _COVERAGE_WEIGHT * coverage) / (1 + _COVERAGE_WEIGHT)
            if clause.locator in plan.locators:
                score = (1 + score) / 2
            found.append(Found(clause, hit.score, coverage, score, self._recognised(hit, pairs)))
        found = _leaning(found, self.leanings(plan).clauses)
        found.sort(key=lambda item: (-item.score, item.clause.doc, item.clause.order))
        return found[:k]

    def lead(self, plan: Plan) -> Clause | None:
        """The clause that stands far above all others for the question, None where there is none."""
        hits = self._search.search(expanded(plan.standalone, plan.concepts), k=12)
        if not hits or hits[0].score < _LEADS:
            return None
        others = [hit.score for hit in hits[1:] if not same_place(hit.id, hits[0].id)]
        if others and hits[0].score - others[0] < _AHEAD:
            return None
        document = self._corpus.documents.get(hits[0].doc)
        return document.clause(hits[0].locator) if document else None

    def known(self, plan: Plan, k: int = 10) -> list[Known]:
        """The `k` questions nearest to the plan's that clauses are known to answer, nearest first."""
        if asked := self._search.asked(plan.standalone, k):
            of = {document.id: document.questions for document in self._corpus.documents.values()}
            return [
                Known(of[near.doc][near.locator][near.number - 1], near.doc, near.locator, near.similarity)
                for near in asked
                if near.number <= len(of.get(near.doc, {}).get(near.locator, ()))
            ]
        pairs = frozenset(bigrams(plan.standalone))
        found = [
            Known(question, document.id, locator, _shared(pairs, frozenset(bigrams(question))))
            for document in self._corpus.documents.values()
            for locator, questions in document.questions.items()
            for question in questions
        ]
        return sorted(found, key=lambda known: -known.similarity)[:k]

    def leanings(self, plan: Plan) -> Leanings:
        """What the known questions together say of the plan's; nothing without a model."""
        return Leanings(self._search.leanings(plan.standalone))

    def familiar(self, plan: Plan) -> bool:
        """Whether the question comes near any that the corpus is known to answer."""
        hits = self._search.search(plan.standalone, k=_WIDE)
        if any(hit.question is not None for hit in hits):
            return max(hit.question or 0.0 for hit in hits) >= _NEAR_QUESTION
        pairs = frozenset(bigrams(plan.standalone))
        return any(self._likeness(hit, pairs) >= _SOME_WORDS for hit in hits)

    def _recognised(self, hit: Hit, pairs: frozenset[str]) -> bool:
        if hit.question is not None:
            return hit.question >= _KNOWN_QUESTION
        return self._likeness(hit, pairs) >= _SAME_WORDS

    def _likeness(self, hit: Hit, pairs: frozenset[str]) -> float:
        """Share of bigrams with the likest question that the passage is known to answer."""
        asked = self._corpus.documents[hit.doc].questions.get(hit.locator, ())
        return max((_shared(pairs, frozenset(bigrams(question))) for question in asked), default=0.0)

    def passages(self, plan: Plan, k: int) -> list[Passage]:
        """Ranked passages for `search`: exact addresses first, then what the search finds."""
        result: list[Passage] = []
        seen: set[str] = set()
        exact = [clause for locator in plan.locators for clause in candidates(locator, plan, self._corpus)]
        ranked = [(clause, 1.0) for clause in exact]
        if len(exact) < k and fold(plan.standalone):
            docs = plan.documents or None
            ranked += [(item.clause, round(item.score, 6)) for item in self.find(plan, k + len(exact), docs)]
        for clause, score in ranked:
            if clause.id in seen:
                continue
            seen.add(clause.id)
            text = self._corpus.documents[clause.doc].full_text(clause.locator)
            result.append(Passage(doc=clause.doc, locator=clause.locator, text=text, score=score))
        return result[:k]


def _leaning(found: list[Found], leanings: Mapping[str, float]) -> list[Found]:
    """`found` with what the known questions of each clause have in common with the one asked, still 0 to 1."""
    highest = max((leanings.get(item.clause.id, 0.0) for item in found), default=0.0)
    if highest <= 0:
        return found
    return [
        replace(
            item,
            score=(item.score + _LEANING * max(0.0, leanings.get(item.clause.id, 0.0)))
            / (1 + _LEANING * highest),
        )
        for item in found
    ]


def same_place(one: str, other: str) -> bool:
    """Whether two ids (`doc#locator`) are of one clause, of one inside the other, or of the same part of both forms."""
    one, other = (re.sub("#(?:初赛|决赛) ", "#", item) for item in (one, other))
    return one.startswith(other) or other.startswith(one)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice coefficient of two sets of bigrams."""
    return 2 * len(one & other) / max(1, len(one) + len(other))


def expanded(question: str, concepts: Concepts) -> str:
    """`question` followed by the documents' own word for each concept that it words otherwise."""
    folded = fold(question)
    words = [canonical_word(concept) for concept in concepts]
    words += [term for terms in synonyms_in(question).values() for term in terms]
    return " ".join((question, *(word for word in dict.fromkeys(words) if word and word not in folded)))
