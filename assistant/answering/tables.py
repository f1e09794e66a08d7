"""Answers read off a table or list of any document: the row that the question names, the column it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.bodies import bodies_in
from assistant.conversation.lexicon import content_words, fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from index.clauses import Clause

_MOST_ROWS = 12
_SEVERAL = 2  # rows of one key that are told together
_LONG = 30  # characters: a longer cell is a text, not a name
_KEY_SHARE = 0.5  # a question that names a key and little else asks for its row
_NUMBER_HEADING = re.compile("^(?:序号|编号|no\\.?)$", re.IGNORECASE)

# Words that ask for a column, beside the column's own heading.
_HINTS = (
    (re.compile("领导|链长|谁联系|联系人|挂帅|负责人|谁负责|哪位"), re.compile("领导|联系|负责|链长")),
    (
        re.compile("职责|负责什么|干什么|做什么|任务|分工|管什么|负责哪|承担|参与什么|参与哪"),
        re.compile("职责|分工|内容|任务"),
    ),
    (
        re.compile("哪条|哪个产业链|什么产业链|哪些产业链|哪几条|联系哪|联系什么|负责哪"),
        re.compile("产业链|集群"),
    ),
)


@dataclass(frozen=True)
class _Match:
    clause: Clause
    headings: tuple[str, ...]  # columns whose cell the question names
    key: str  # the cell named, folded
    length: int  # characters of the question that these cells account for


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Answer from rows whose key the question names; None where it names none or asks for no column."""
    if plan.expected in ("telephone", "amount", "date", "frequency"):
        return None  # no table of the corpus has such a column; the search says what is stated
    question = fold(" ".join((plan.standalone, *bodies_in(plan.standalone))))
    # 「需要什么材料」 asks for papers, not for the trade 材料
    ordinary = {word for concept in ("material", "form") for word in plan.concepts.get(concept, ())}
    matches = [match for match in _matches(plan, context, question) if match.key not in ordinary]
    if not matches:
        return None
    longest = max(match.length for match in matches)
    rows = [match for match in matches if match.length == longest][:_MOST_ROWS]
    asked = _asked_column(question, rows)
    if asked is None and longest / max(len(content_words(plan.standalone)), 1) < _KEY_SHARE:
        return None
    if asked is not None and (shared := _shared(rows, asked)):
        _state_values(rows, shared, asked, composer)
        return composer.build("answered")
    for match in rows:
        _state(match, asked, composer, context)
    return composer.build("answered")


def names_a_key(plan: Plan, context: Context) -> bool:
    """Whether the question names what a row is about: a department, a chain, a leader."""
    question = fold(" ".join((plan.standalone, *bodies_in(plan.standalone))))
    return next(_matches(plan, context, question), None) is not None


def _cells(clause: Clause) -> tuple[tuple[str, str], ...]:
    """The cells of a row; an entry “name：text” has its name and its text."""
    if len(clause.cells) == 1:
        return (("名称", clause.cells[0][0]), ("职责", clause.cells[0][1]))
    return clause.cells


def _matches(plan: Plan, context: Context, question: str) -> Iterator[_Match]:
    documents = [context.corpus.documents[identifier] for identifier in plan.documents]
    for document in documents or context.corpus.documents.values():
        for clause in document.clauses:
            if clause.kind != "row" or not clause.cells:
                continue
            named = [
                (heading, fold(value))
                for heading, value in _cells(clause)
                if not _NUMBER_HEADING.match(heading)
                and 2 <= len(fold(value)) <= 40
                and fold(value) in question
            ]
            if named:
                longest = max(len(value) for _, value in named)
                key = next(value for _, value in named if len(value) == longest)
                headings = tuple(heading for heading, value in named if len(value) == longest)
                yield _Match(clause, headings, key, longest)


def _asked_column(question: str, rows: list[_Match]) -> str | None:
    """The column that the question asks for, None where it asks for none."""
    for match in rows:
        others = [
            heading for heading, value in _cells(match.clause) if heading not in match.headings and value
        ]
        for words, wanted in _HINTS:
            if words.search(question):
                for heading in others:
                    if wanted.search(heading):
                        return heading
        for heading in sorted(others, key=len, reverse=True):
            if len(heading) >= 2 and fold(heading) in question:
                return heading
    return None


def _shared(rows: list[_Match], asked: str) -> dict[str, Clause]:
    """The different values in the asked column of several rows with the same key, each with its first row; none else."""
    if len(rows) < _SEVERAL or len({match.key for match in rows}) > 1:
        return {}
    values: dict[str, Clause] = {}
    for match in rows:
        values.setdefault(dict(_cells(match.clause)).get(asked, "").rstrip("。"), match.clause)
    return values if "" not in values and all(len(value) <= _LONG for value in values) else {}


def _state_values(rows: list[_Match], values: dict[str, Clause], asked: str, composer: Composer) -> None:
    """One sentence for all rows of a key, which would say the same value again and again."""
    key = next(value for heading, value in _cells(rows[0].clause) if heading in rows[0].headings)
    named = "、".join(f"{value}{composer.cite(row.doc, row.locator)}" for value, row in values.items())
    composer.add(f"{key}的{asked}有{len(values)}个：{named}。\n")


def _state(match: _Match, asked: str | None, composer: Composer, context: Context) -> None:
    clause = match.clause
    mark = composer.cite(clause.doc, clause.locator)
    cells = _cells(clause)
    key = next(value for heading, value in cells if heading in match.headings)
    if asked is not None:
        value = dict(cells).get(asked, "").rstrip("。")
        composer.add(
            f"{key}：{value}{mark}。\n" if len(value) > _LONG else f"{key}的{asked}是{value}{mark}。\n"
        )
        return
    rest = "；".join(
        f"{heading}：{value.rstrip('。')}"
        for heading, value in cells
        if value and heading not in match.headings and not _NUMBER_HEADING.match(heading)
    )
    composer.add(f"{key}——{rest}{mark}。\n")
