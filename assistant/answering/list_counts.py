"""Why the notice speaks of one number of clusters and its annex has another (14 and 15)."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.registry_marks import row_mark
from assistant.conversation.lexicon import fold
from assistant.conversation.listing import claimed_number
from assistant.conversation.plan import Plan
from assistant.models import Answer
from index.documents import Document
from index.numerals import NUMERAL, parse_numeral

_CLAIM = re.compile(rf"等({NUMERAL})个集群")
_NUMBERS = re.compile(NUMERAL)
_CLUSTERS = re.compile(r"集群|名单|附件|通知|第[一二12](?:项|条)|个|行")
_ODD = re.compile(
    r"对不上|多(?:的|出来?的?)(?:那|一|是)?|不一致|不一样|矛盾|多(?:了)?(?:一|1)(?:个|行)|少(?:了)?(?:一|1)(?:个|行)|差(?:了)?(?:一|1)|怎么(?:有|是|会|多|数|又|只|列|变)|咋|为啥|为什么|为何|到底|还是|作准|为准|算数|哪个(?:对|准|是)|以哪"
)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Explain the two numbers; None where the question does not set one against the other."""
    text = fold(plan.standalone)
    odd = _ODD.search(text) or (claimed_number(text) is not None and "培育对象" not in text)
    if not odd or not _CLUSTERS.search(text):
        return None
    said = _numbers(text)
    for document in context.corpus.documents.values():
        for stated, actual, locator, quote in _claims(document, context):
            if {stated, actual} <= said or (said & {stated, actual} and re.search("附件|名单|集群", text)):
                return _explain(document, stated, actual, locator, quote, composer, context)
    return None


def _numbers(text: str) -> set[int]:
    found = set()
    for numeral in _NUMBERS.findall(text):
        try:
            found.add(parse_numeral(numeral))
        except ValueError:
            continue
    return found


def _claims(document: Document, context: Context) -> list[tuple[int, int, str, str]]:
    """Numbers that paragraphs state, with the rows of the list that each fixes, where the two differ."""
    found = []
    for clause in document.clauses:
        claim = _CLAIM.search(clause.text) if clause.kind != "row" else None
        if claim is None:
            continue
        rest = clause.text[claim.end() :]
        lists = {
            cluster.list_name for cluster in context.registry.clusters if cluster.source_doc == document.id
        }
        named = max((name for name in lists if name in rest[: len(name) + 12]), key=len, default="")
        rows = sum(c.list_name == named and c.source_doc == document.id for c in context.registry.clusters)
        stated = parse_numeral(claim.group(1))
        if rows and rows != stated:
            found.append((stated, rows, clause.locator, claim.group()))
    return found


def _explain(
    document: Document,
    stated: int,
    actual: int,
    locator: str,
    quote: str,
    composer: Composer,
    context: Context,
) -> Answer | None:
    apart = [
        (cluster, clause)
        for cluster in context.registry.clusters
        for clause in document.clauses
        if cluster.source_doc == document.id
        and clause.kind not in ("row", "table")
        and clause.locator != locator
        and cluster.name in clause.text
        and re.search("纳入", clause.text)
    ]
    if not apart:
        return None
    cluster, clause = apart[0]
    words = re.search(r"[^，,；;。\n]*纳入[^，,；;。\n]*", clause.text)
    first = composer.cite(document.id, locator, quote)
    added = composer.cite(document.id, clause.locator, words.group().strip() if words else None)
    composer.add(
        f"名单有{actual}个，通知{locator}写的是{stated}个，两个数都不错："
        f"{locator}确定{stated}个{first}，"
        f"{clause.locator}另把{cluster.name}纳入管理{added}，"
        f"它在名单中也占一行{row_mark(cluster, composer, context)}，合起来是{actual}个。\n"
    )
    return composer.build("answered")
