"""Address look-up: exact, in the documents that are named or in all of them."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.conversation.plan import Plan
from index.clauses import Clause
from index.corpus import Corpus
from index.documents import Document
from index.numerals import parse_numeral, to_chinese

Look = Callable[[Document, str], Clause | None]

_INSERTED = re.compile(r"第([一二三四五六七八九十百]+)条之([一二三四五六七八九十]+)")
_DECIMAL = re.compile(r"(\d+)\.(\d+)")
_UNDER = re.compile(r"([一二三四五六七八九十]+)（([一二三四五六七八九十]+)）")
_PART = re.compile(r"([一二三四五六七八九十]+)(（[一二三四五六七八九十]+）)?")
_ROW = re.compile(r"(.+) 序号(\d+)")


def candidates(locator: str, plan: Plan, corpus: Corpus) -> list[Clause]:
    """The clauses at `locator`.

    Args:
        locator: normalised address; `2.8` without a stage stands for both forms.
        plan: names the documents and the stage, where the question did.
        corpus: where to look.

    Returns:
        One clause for each document (and form) that has the address, in corpus order.
    """
    locators = [locator]
    if locator[0].isdigit() and "." in locator:
        stages = [plan.contest_stage] if plan.contest_stage else ["初赛", "决赛"]
        locators += [f"{stage} {locator}" for stage in stages]
    elif plan.contest_stage and re.fullmatch("[一二三四五六七八九]", locator):
        # 「决赛的6.1怎么在第五部分里」
        locators = [f"{plan.contest_stage} {locator}", locator]
    if plan.documents:
        documents = [corpus.documents[identifier] for identifier in plan.documents]
        ways: tuple[Look, ...] = (found_in, _otherwise, _row_at)
    else:
        documents = list(corpus.documents.values())
        ways = (Document.clause, _otherwise)
    for way in ways:
        found = [
            clause
            for document in documents
            for item in locators
            if (clause := way(document, item)) is not None
        ]
        if found:
            return found
    return []


def _otherwise(document: Document, locator: str) -> Clause | None:
    """The clause that an address means which does not exist as written.

    第六条之三, 6.3 and 六（三） are item （三） of 第六条.
    """
    wanted = _INSERTED.sub(r"第\1条（\2）", locator)
    if decimal := _DECIMAL.fullmatch(locator):
        wanted = f"第{to_chinese(int(decimal[1]))}条（{to_chinese(int(decimal[2]))}）"
    if below := _UNDER.fullmatch(wanted):
        wanted = f"第{below[1]}条（{below[2]}）"
    if part := _PART.fullmatch(locator):
        # a document whose parts have titles and no numbers (规划第三部分)
        parts = [
            clause.locator for clause in document.clauses if clause.kind == "section" and not clause.parent
        ]
        number = parse_numeral(part[1])
        named = bool(parts) and not re.search(r"[一二三四五六七八九十]", "".join(p[:2] for p in parts))
        if named and 0 < number <= len(parts):
            return document.clause(parts[number - 1] + (part[2] or ""))
    return document.clause(wanted) if wanted != locator else None


def _row_at(document: Document, locator: str) -> Clause | None:
    """附件1 序号3: the third row, where rows have no numbers of their own."""
    row = _ROW.fullmatch(locator)
    rows = [clause for clause in document.subtree(row[1]) if clause.kind == "row"] if row else []
    if row is None or any("序号" in clause.locator for clause in rows) or not 0 < int(row[2]) <= len(rows):
        return None
    return rows[int(row[2]) - 1]


def found_in(document: Document, locator: str) -> Clause | None:
    """The clause at `locator` in a document that was named, also where it numbers otherwise (第四条 → 第四项).

    `Document.find` falls back to what encloses an address that does not exist; that is no answer here.
    """
    clause = document.find(locator)
    if clause is None:
        return None
    same_depth = clause.locator.count("（") == locator.count("（") and clause.locator.count(
        " "
    ) >= locator.count(" ")
    return clause if same_depth else None
