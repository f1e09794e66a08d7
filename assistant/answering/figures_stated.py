"""Whether a clause gives figures for what it speaks of (目标有没有具体数字)."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.extract import extract
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer
from index.clauses import Clause
from index.documents import Document

_ASKS = re.compile(
    r"有(?:没有)?(?:写|给|提|列)?(?:出|明)?(?:个|一个)?(?:具体|明确|量化|准确)(?:的)?(?:数字|数值|数据|数|金额|指标|比例|标准|时间|日期|数量|目标)|"
    r"(?:写|给|提|列|定)(?:没)?(?:了|有|出|明)?(?:具体|量化)(?:的)?(?:数字|数值|数据|金额|指标|目标)|有(?:没有)?(?:量化|数字|数)(?:吗|么|没|不|$|[?？])"
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?\s*(?:%|个|家|项|亿|万|年底?|月|日|条|名|人|倍)")
_LEAST = 0.5  # standing below which no clause is held to be meant


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell whether the clause that is meant has figures; None where the question does not ask for them."""
    text = fold(plan.standalone)
    if not _ASKS.search(text) or not read(plan.standalone).polar or plan.kind == "registry":
        return None
    clause = _meant(plan, context)
    if clause is None:
        return None
    document = context.corpus.documents[clause.doc]
    whole = document.full_text(clause.locator)
    figures = [piece.strip() for piece in re.split(r"[。；;\n]", whole) if _FIGURE.search(piece)]
    name = f"《{document.title}》{clause.locator}"
    if figures:
        mark = composer.cite(clause.doc, clause.locator, figures[0][:100])
        composer.add(f"有：{name}写有“{figures[0][:100]}”{mark}。\n")
        return composer.build("answered", "yes")
    mark = _said(clause, document, plan, composer, context)
    composer.add(f"没有：{name}只有文字表述，没有写具体数字{mark}。\n{WHOM_TO_ASK}")
    return composer.build("answered", "no")


def _meant(plan: Plan, context: Context) -> Clause | None:
    """The clause that the question means: the section it names, else what the search finds first."""
    for identifier in plan.documents or tuple(context.corpus.documents):
        for title in plan.sections:
            if clause := context.corpus.documents[identifier].clause(title):
                return clause
    found = context.retriever.find(plan, k=3, docs=plan.documents or None)
    return found[0].clause if found and found[0].score >= _LEAST and found[0].clause.kind != "row" else None


def _said(clause: Clause, document: Document, plan: Plan, composer: Composer, context: Context) -> str:
    piece = extract(document.full_text(clause.locator), context.retriever.terms(plan), "text")
    return composer.cite(clause.doc, clause.locator, piece.quote if piece else None)
