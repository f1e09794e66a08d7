"""Extractive answers to open questions: the best sentences of the best clauses, or an honest no."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.answering import duty
from assistant.answering.boundary import WHOM_TO_ASK, outside
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.extract import Extract, demands_shape, extract
from assistant.conversation.plan import Plan
from assistant.models import Answer
from assistant.retrieval.retriever import Found
from assistant.retrieval.terms import Terms

# Chosen on eval/questions/tuning.jsonl: below these the documents are held not to say.
_MIN_COVERAGE = 0.34
_MIN_COSINE = 0.80
_MAX_UNKNOWN = 0.6
_ALSO = 0.85  # a second clause is shown when its standing is at least this share of the first one's
_MISSING = {
    "amount": "金额",
    "telephone": "联系方式",
    "date": "具体时间",
    "frequency": "间隔或频次",
    "count": "数量",
    "organisation": "负责的部门或单位",
}


@dataclass(frozen=True)
class _Candidate:
    found: Found
    extract: Extract

    @property
    def standing(self) -> float:
        return self.found.score + 0.5 * self.extract.score


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Answer from the clauses that the search finds; None where nothing comes near."""
    docs = plan.documents or (("report-2023",) if plan.kind == "form" else None)
    terms = context.retriever.terms(plan)
    ranked = _candidates(plan, context, terms, docs)
    if not ranked or not _near(ranked[0], terms):
        if "domain" not in plan.concepts:
            return outside(plan, composer, context, day)
        return None
    shaped = [candidate for candidate in ranked[:6] if candidate.extract.shaped and _near(candidate, terms)]
    if demands_shape(plan.expected) and plan.expected != "organisation" and not shaped:
        return _not_stated(plan, composer, context, ranked[0])
    chosen = shaped if demands_shape(plan.expected) and shaped else ranked
    best = chosen[0]
    also = [c for c in chosen[1:] if c.standing >= _ALSO * best.standing and _near(c, terms)][:2]
    for candidate in (best, *also):
        _state(candidate, composer, context)
    return composer.build("answered")


def _candidates(plan: Plan, context: Context, terms: Terms, docs: tuple[str, ...] | None) -> list[_Candidate]:
    candidates = []
    for found in context.retriever.find(plan, k=16, docs=docs):
        if plan.kind == "form" and plan.contest_stage and not found.clause.locator.startswith(plan.contest_stage):
            continue
        piece = extract(found.clause.text, terms, plan.expected)
        if piece is not None:
            candidates.append(_Candidate(found, piece))
    return sorted(candidates, key=lambda candidate: -candidate.standing)


def _near(candidate: _Candidate, terms: Terms) -> bool:
    """Whether the clause is about the question at all."""
    if terms.total and terms.unknown / terms.total > _MAX_UNKNOWN:
        return False
    if candidate.found.coverage >= _MIN_COVERAGE:
        return True
    return candidate.found.cosine is not None and candidate.found.cosine >= _MIN_COSINE


def _state(candidate: _Candidate, composer: Composer, context: Context) -> None:
    clause = candidate.found.clause
    document = context.corpus.documents[clause.doc]
    mark = composer.cite(clause.doc, clause.locator, candidate.extract.quote)
    sentence = candidate.extract.quote.rstrip("。；;，,")
    composer.add(f"《{document.title}》{clause.locator}：{sentence}{mark}。\n")
    duty_line = duty.responsible(clause)
    if duty_line:
        composer.add(f"{duty_line}{mark}。\n")


def _not_stated(plan: Plan, composer: Composer, context: Context, nearest: _Candidate) -> Answer:
    clause = nearest.found.clause
    document = context.corpus.documents[clause.doc]
    mark = composer.cite(clause.doc, clause.locator, nearest.extract.quote)
    composer.add(
        f"现有文件没有写明{_MISSING.get(plan.expected, '这一点')}。最接近的规定是《{document.title}》{clause.locator}："
        f"“{nearest.extract.quote}”{mark}。{WHOM_TO_ASK}"
    )
    return composer.build("no_evidence")
