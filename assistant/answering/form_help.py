"""How a row, a table or a section of the report forms is to be filled in, read off the form description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.answering.composer import Composer, shorten
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer

_FORMS = "report-2023"
_STAGES = ("初赛", "决赛")
_ASKS = re.compile(
    r"填|写|表|单位|亿元|万元|栏|行|佐证|证明|年份|哪[几两一]年|字|指标|口径|怎么算|报告里|要求|说明|附"
)
_UNIT = re.compile(r"[（(][^（）()]*[)）]|[，、“”\s]")
_PREFIX = re.compile(r"^(?:集群|园区|省级及以上|获得|集群主导产业|集群企业|集群内)")
_FUZZY = 88.0
_FUZZY_LENGTH = 6
_LEAST = 3  # characters that a label must share with the question


@dataclass(frozen=True)
class _Entry:
    """A row or a list of a form.

    Attributes:
        stage: 初赛 or 决赛.
        section: number of its section.
        label: as printed.
        columns: headings of the cells to fill in.
        unit: unit of the figures, "" where there is none.
        notes: what else is to be known, as short sentences.
    """

    stage: str
    section: str
    label: str
    columns: tuple[str, ...]
    unit: str
    notes: tuple[str, ...]


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell how to fill in what the question names; None where it names no row and no list of the forms."""
    text = fold(plan.standalone)
    if not _ASKS.search(text) or {"money", "review", "revoke"} & plan.concepts.keys():
        return None
    stages = (plan.contest_stage,) if plan.contest_stage in _STAGES else _STAGES
    scored = [(_match(entry.label, text), entry) for stage in stages for entry in _entries(str(stage))]
    longest = max((length for length, _ in scored), default=0)
    if longest < _LEAST:
        return None
    best = [entry for length, entry in scored if length == longest]
    sections = set(plan.locators)
    best = [
        entry for entry in best if entry.section in sections or f"{entry.stage} {entry.section}" in sections
    ] or best
    for told in _together(best)[:3]:
        _tell(told, composer, context)
    return composer.build("answered")


def names_a_row(plan: Plan) -> bool:
    """Whether the question names a row or a list of the forms."""
    text = fold(plan.standalone)
    return any(_match(entry.label, text) >= _LEAST for stage in _STAGES for entry in _entries(stage))


def _match(label: str, text: str) -> int:
    """Characters of the question that name the label: its core, or the core without the words all rows share."""
    from rapidfuzz.fuzz import partial_ratio

    core = _UNIT.sub("", fold(label))
    bare = _PREFIX.sub("", core)
    for name in (core, bare, re.sub("数量$|情况$", "", core), re.sub("数量$", "", bare)):
        if len(name) >= _LEAST and name in text:
            return len(name)
    # 「研发投入前十企业」 for 研发投入前十位企业
    if len(bare) >= _FUZZY_LENGTH and partial_ratio(bare, text) >= _FUZZY:
        return len(bare) - 1
    return 0


def _entries(stage: str) -> Iterator[_Entry]:
    from assistant.checker.form import year_labels
    from assistant.checker.form_loader import load_form

    form = load_form(stage)
    for section in form.sections:
        for table in section.tables:
            for row in table.rows:
                columns = tuple(row.column_label(c, form.printed_year) for c in table.row_columns(row))
                notes = []
                if row.evidence:
                    notes.append("须提供佐证材料" + ("，并标注所在页码" if stage == "初赛" else ""))
                if row.only_category:
                    notes.append(f"仅{row.only_category}填报")
                yield _Entry(stage, section.number, row.label, columns, row.unit, tuple(notes))
            if table.kind == "list":
                columns = tuple(year_labels(c.label, form.printed_year) for c in table.columns)
                count = (
                    (f"{table.expected_rows}个左右",) if table.expected_rows and not table.ordered_by else ()
                )
                yield _Entry(stage, section.number, table.title or section.title, columns, "", count)


def _together(entries: list[_Entry]) -> list[tuple[_Entry, tuple[str, ...]]]:
    """Entries that both forms have in the same words are told once, for both stages."""
    groups: dict[tuple[object, ...], list[_Entry]] = {}
    for entry in entries:
        key = (entry.section, entry.label, entry.columns, entry.unit)
        groups.setdefault(key, []).append(entry)
    return [(group[0], tuple(dict.fromkeys(entry.stage for entry in group))) for group in groups.values()]


def _tell(told: tuple[_Entry, tuple[str, ...]], composer: Composer, context: Context) -> None:
    entry, stages = told
    document = context.corpus.documents[_FORMS]
    marks = ""
    for stage in stages:
        locator = f"{stage} {entry.section} {entry.label}"
        locator = locator if document.clause(locator) else f"{stage} {entry.section}"
        quote = shorten(entry.label) if entry.label in document.full_text(locator) else None
        marks += composer.cite(_FORMS, locator, quote)
    parts = [f"“{entry.label}”在{'、'.join(stages)}参赛报告的{entry.section}"]
    if entry.unit:
        parts.append(f"单位是{entry.unit}")
    if entry.columns:
        parts.append(f"要填{'、'.join(entry.columns)}")
    composer.add("，".join((*parts, *entry.notes)) + f"{marks}。\n")
