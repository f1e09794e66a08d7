"""Extractive answers to open questions: the best words of the best clauses, or an honest no."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant.answering import duty
from assistant.answering.boundary import WHOM_TO_ASK, outside
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.extract import Extract, counts_parts, demands_shape, has_shape, has_unit_asked
from assistant.answering.foreign import foreign
from assistant.answering.passage import own_words, quote_from, readable
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.terms import Terms
from assistant.models import Answer
from assistant.retrieval.address import candidates as at_address
from assistant.retrieval.retriever import Found
from index.clauses import Clause
from index.documents import Document
from index.parsing.markers import without_marker

# Set by hand with an eye on the tuning questions of eval/: below these the documents are held not to say.
_MIN_COVERAGE = 0.35
_MIN_NAMED = 0.12  # where the clause has the very term that the question's wording stands for
_TERM_LENGTH = 3
_MAX_UNKNOWN = 0.65
_ALSO = 0.85  # a second clause is shown when its standing is at least this share of the first one's
_MOST_ALSO = 2  # further clauses told beside the best one
_ENOUGH = 0.75  # share of the best standing from which an answer in the right form is preferred
_LONG = 200  # characters
_SHORT = 140  # characters: a clause that is read at a glance is shown whole
_STANDS_OUT = 0.6  # share of what the whole clause has of the question that one sentence must have
_POINTED = 0.6  # share of the question's weight that one sentence has where it is what is asked for
_FORM = 0.85  # the forms name everything that can be reported; they lay down only how to report it
_EDGE = 0.85  # preambles and signatures mention everything and lay down nothing
_EXTRACT = 0.3  # what the words that answer best add to the standing of their clause
_SHAPED = 0.15  # what having the form that the question demands adds to the standing
_LEADS_ON = re.compile(r"\s*(?:即|包括|具体|一是)")  # what follows tells what was only named
_SOME = re.compile("一批|一定|一些|若干")
_LABELS = re.compile(r"“[^”]*”|八大工程|八个一")  # names with numerals in them count nothing
_PARTS = re.compile("[、；;]")
_MISSING = {
    "amount": "金额",
    "telephone": "联系方式",
    "date": "具体时间",
    "frequency": "间隔或频次",
    "count": "数量",
    "place": "地点",
}


@dataclass(frozen=True)
class _Candidate:
    found: Found
    extract: Extract
    shaped: bool
    form_apart: bool = False

    @property
    def standing(self) -> float:
        edge = _EDGE if self.found.clause.kind in ("preamble", "closing") else 1.0
        edge *= _FORM if self.form_apart else 1.0
        return edge * (self.found.score + _EXTRACT * self.extract.score + (_SHAPED if self.shaped else 0.0))


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Answer from the clauses that the search finds; None where nothing comes near."""
    terms = context.retriever.terms(plan)
    ranked = _candidates(plan, context, terms)
    composer.warn_all(context.retriever.notes())
    if not ranked or not _near(ranked[0], terms):
        if foreign(plan, context):
            return outside(plan, composer, context, day)
        # where an address was named, its text is the better answer than what is merely near
        return _not_stated(plan, composer, context, ranked[0]) if ranked and not plan.locators else None
    best = _preferred(ranked, plan)
    if (demands_shape(plan.expected) and not best.shaped) or _only_some(best, plan):
        return _not_stated(plan, composer, context, best)
    also = [
        c
        for c in ranked
        if c is not best
        and c.standing >= _ALSO * best.standing
        and _near(c, terms)
        and c.shaped == best.shaped
    ]
    stated: list[tuple[str, str]] = []
    for candidate in (best, *also[: _MOST_ALSO if _whole(best, plan, context) else 1]):
        document = context.corpus.documents[candidate.found.clause.doc]
        holder = _holder(candidate.found.clause, candidate.extract.quote, document)
        place = (document.id, holder.locator)  # an item is found by itself and in its article
        if place not in stated:
            stated.append(place)
            _state(candidate, plan, composer, context)
    return composer.build("answered")


def _whole(best: _Candidate, plan: Plan, context: Context) -> bool:
    """Whether the best clause is told as a whole; beside one point of it a single other clause is enough."""
    document = context.corpus.documents[best.found.clause.doc]
    return not _one_point(document, _holder(best.found.clause, best.extract.quote, document), best, plan)


def _preferred(ranked: list[_Candidate], plan: Plan) -> _Candidate:
    """The best candidate; one that holds what is asked for (a figure, a date) before one that is only near."""
    shaped = [candidate for candidate in ranked if candidate.shaped]
    near_enough = shaped and shaped[0].standing >= _ENOUGH * ranked[0].standing
    demanded = demands_shape(plan.expected) or plan.expected == "organisation"
    return shaped[0] if demanded and near_enough else ranked[0]


def _only_some(best: _Candidate, plan: Plan) -> bool:
    """Whether a number is asked for and the words that answer best only say 一批."""
    quote = best.extract.quote
    return (
        plan.expected == "count"
        and _SOME.search(quote) is not None
        and not has_shape(_LABELS.sub("", quote), "count")
    )


def _documents(plan: Plan) -> tuple[str, ...] | None:
    return plan.documents or (("report-2023",) if plan.kind == "form" else None)


def _candidates(plan: Plan, context: Context, terms: Terms) -> list[_Candidate]:
    found_clauses = context.retriever.find(plan, k=24, docs=_documents(plan))
    inside = {
        item.id
        for locator in plan.locators
        for clause in at_address(locator, plan, context.corpus)
        for item in context.corpus.documents[clause.doc].subtree(clause.locator)
    }
    result = []
    for found in found_clauses:
        clause = found.clause
        if inside and clause.id not in inside:
            continue
        if plan.kind == "form" and plan.contest_stage and not clause.locator.startswith(plan.contest_stage):
            continue
        document = context.corpus.documents[clause.doc]
        piece = quote_from(document, clause, terms, plan.expected)
        if piece is not None:
            words = own_words(document, clause)
            shaped = demands_shape(plan.expected) and has_shape(words, plan.expected)
            shaped = shaped and (plan.expected != "count" or has_unit_asked(words, plan.standalone))
            shaped = shaped or (plan.expected == "organisation" and bool(duty.bodies(clause)))
            parts = plan.expected == "count" and counts_parts(plan.standalone)
            shaped = shaped or (parts and len(document.children(clause.locator)) > 1)
            apart = clause.doc == "report-2023" and plan.kind != "form" and "form" not in plan.concepts
            result.append(_Candidate(found, piece, shaped, apart))
    return sorted(result, key=lambda candidate: -candidate.standing)


def _near(candidate: _Candidate, terms: Terms) -> bool:
    """Whether the clause is about the question at all."""
    if candidate.found.recognised:
        return True
    if terms.total and terms.unknown / terms.total > _MAX_UNKNOWN:
        return False
    words = fold(candidate.found.clause.text)
    named = any(term in words for term in terms.named if len(term) >= _TERM_LENGTH)
    return candidate.found.coverage >= (_MIN_NAMED if named else _MIN_COVERAGE)


def _holder(clause: Clause, quote: str, document: Document) -> Clause:
    """The smallest clause in `clause` that holds the quote: what is cited is where it stands."""
    below = [item for item in document.subtree(clause.locator) if quote in item.text and item.kind != "row"]
    return below[-1] if below else clause


def _state(candidate: _Candidate, plan: Plan, composer: Composer, context: Context) -> None:
    clause = candidate.found.clause
    document = context.corpus.documents[clause.doc]
    quote = candidate.extract.quote
    if plan.expected not in ("count", "list"):
        clause = _holder(clause, quote, document)
    mark = composer.cite(clause.doc, clause.locator, quote)
    direct = demands_shape(plan.expected) and candidate.extract.shaped and clause.kind != "row"
    # who does it is told by the sentence that names them, not by all of a long clause
    direct = direct or (
        plan.expected in ("organisation", "yes_no") and clause.kind != "row" and len(clause.text) > _LONG
    )
    direct = direct or _one_point(document, clause, candidate, plan)
    words = quote if direct else readable(document, clause, quote)
    composer.add(f"《{document.title}》{clause.locator}：{words.rstrip('。；;，,')}{mark}。\n")
    if plan.expected in ("count", "list"):
        _items(document, clause, words, composer)
    duty_line = duty.responsible(clause)
    if duty_line:
        composer.add(f"{duty_line}{mark}。\n")


def _one_point(document: Document, clause: Clause, candidate: _Candidate, plan: Plan) -> bool:
    """Whether the question is after one point of a long clause, which the sentence with it answers better than all.

    A clause is meant as a whole where its opening words answer best, or none of its sentences stands out; a list is
    told without its parts only where the sentence has nearly all that is asked about. What a form asks for is told
    in full, since one sentence often only names what the next ones explain.
    """
    piece = candidate.extract
    words = without_marker(own_words(document, clause)).strip()
    if clause.kind == "row" or clause.doc == "report-2023" or document.children(clause.locator):
        return False
    if len(words) <= _SHORT or piece.score < _STANDS_OUT * candidate.found.coverage:
        return False
    if words.startswith(piece.quote) or _LEADS_ON.match(words.partition(piece.quote)[2]):
        return False
    listed = len(_PARTS.findall(piece.quote)) > 1 or piece.score >= _POINTED
    return plan.expected not in ("list", "count") or listed


def _items(document: Document, clause: Clause, said: str, composer: Composer) -> None:
    """The headings of the items below a clause, where the words shown do not hold them."""
    items = [
        item for item in document.children(clause.locator) if item.kind in ("item", "subitem", "section")
    ]
    heads = [re.split(r"[。：:\n]", without_marker(item.text))[0].strip() for item in items]
    if len(heads) > 1 and not all(head in said for head in heads):
        marks = "".join(composer.cite(clause.doc, item.locator) for item in items[:8])
        composer.add(f"具体是：{'；'.join(heads)}{marks}。\n")


def _not_stated(plan: Plan, composer: Composer, context: Context, nearest: _Candidate) -> Answer:
    clause = nearest.found.clause
    document = context.corpus.documents[clause.doc]
    mark = composer.cite(clause.doc, clause.locator, nearest.extract.quote)
    missing = _MISSING.get(plan.expected)
    lead = f"现有文件没有写明{missing}" if missing else "现有文件中没有查到关于这个问题的直接规定"
    composer.add(
        f"{lead}。最接近的规定是《{document.title}》{clause.locator}："
        f"“{nearest.extract.quote}”{mark}。{WHOM_TO_ASK}"
    )
    return composer.build("no_evidence")
