"""Judges one answer by the key of its question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.models import Answer, Citation
from eval.question import Question
from index.corpus import Corpus

CHECKS: Final = ("status", "verdict", "cite", "must", "must_not", "warn")
_NEAR: Final = 3  # hit@3


@dataclass(frozen=True)
class Judgement:
    """How an answer fares.

    Attributes:
        question: the question.
        failed: for each check that failed, what was wrong, as `check: what`.
        rank: place (from 1) of the first citation that the key names; None where there is none.
        quotes: number of citations.
        unfaithful: citations whose quote does not stand at its address, as `document#locator`.
        abstained: the answer did not claim to answer.
    """

    question: Question
    failed: tuple[str, ...]
    rank: int | None
    quotes: int
    unfaithful: tuple[str, ...]
    abstained: bool

    @property
    def success(self) -> bool:
        """All checks hold and every quote is faithful."""
        return not self.failed and not self.unfaithful

    def passed(self, check: str) -> bool:
        """Whether one of `CHECKS` holds."""
        return not any(line.startswith(f"{check}: ") for line in self.failed)


def covers(wanted: str, doc: str, locator: str, corpus: Corpus) -> bool:
    """Whether a citation of `doc` at `locator` is one of `wanted`, or of something below it.

    Args:
        wanted: `document#locator`, or `document#*` for any place in the document.
        doc: document id of the citation.
        locator: its locator.
        corpus: knows what stands below what.
    """
    wanted_doc, _, wanted_locator = wanted.partition("#")
    if doc != wanted_doc:
        return False
    if wanted_locator in ("*", locator):
        return True
    target = corpus.clause(doc, wanted_locator)
    names = {wanted_locator} | ({target.locator} if target else set())
    clause = corpus.clause(doc, locator)
    seen = 0
    while clause is not None and seen < len(corpus):
        if clause.locator in names:
            return True
        clause = corpus.clause(doc, clause.parent) if clause.parent else None
        seen += 1
    return False


def first_hit(cite: Sequence[Sequence[str]], places: Sequence[tuple[str, str]], corpus: Corpus) -> int | None:
    """Rank (from 1) of the first of `places`, pairs of document and locator, that the key names."""
    wanted = [address for alternatives in cite for address in alternatives]
    for rank, (doc, locator) in enumerate(places, 1):
        if any(covers(address, doc, locator, corpus) for address in wanted):
            return rank
    return None


def faithful(citation: Citation, corpus: Corpus) -> bool:
    """Whether the quote stands in the document at its address, character for character."""
    document = corpus.document(citation.doc)
    if document is None or document.clause(citation.locator) is None or not citation.quote.strip():
        return False
    return citation.quote in document.full_text(citation.locator)


def judge(question: Question, answer: Answer, corpus: Corpus) -> Judgement:
    """Judge `answer` by the key of `question`."""
    places = [(citation.doc, citation.locator) for citation in answer.citations]
    return Judgement(
        question=question,
        failed=tuple(_failures(question, answer, places, corpus)),
        rank=first_hit(question.cite, places, corpus),
        quotes=len(answer.citations),
        unfaithful=tuple(f"{c.doc}#{c.locator}" for c in answer.citations if not faithful(c, corpus)),
        abstained=answer.status != "answered",
    )


def crashed(question: Question, error: Exception) -> Judgement:
    """The judgement where there is no answer at all."""
    line = f"{type(error).__name__}: {error}"
    failed = (f"crash: {line}", *(f"{check}: no answer" for check in CHECKS))
    return Judgement(question, failed, None, 0, (), abstained=False)


def _failures(
    question: Question, answer: Answer, places: Sequence[tuple[str, str]], corpus: Corpus
) -> list[str]:
    failed = []
    if question.statuses and answer.status not in question.statuses:
        failed.append(f"status: {answer.status}, not {'/'.join(sorted(question.statuses))}")
    if answer.verdict not in question.verdicts:
        failed.append(f"verdict: {answer.verdict}, not {'/'.join(sorted(map(str, question.verdicts)))}")
    for alternatives in question.cite:
        if not any(covers(address, *place, corpus) for address in alternatives for place in places):
            failed.append(f"cite: none of {' | '.join(alternatives)}")
    # a reader sees the citations: what stands in their addresses need not be said again
    shown = (f"{c.title} {c.number} {c.locator} {c.quote}" for c in answer.citations)
    evidence = "\n".join((answer.answer, *shown))
    failed += [f"must: {pattern}" for pattern in question.must if not re.search(pattern, evidence)]
    failed += [f"must_not: {pattern}" for pattern in question.must_not if re.search(pattern, answer.answer)]
    warnings = "\n".join(answer.warnings)
    failed += [f"warn: {pattern}" for pattern in question.warn if not re.search(pattern, warnings)]
    return failed


def near(rank: int | None, k: int = _NEAR) -> bool:
    """Whether a rank counts for hit@k."""
    return rank is not None and rank <= k
