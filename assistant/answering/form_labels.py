"""Rows, lists and sections of the report forms, and which of them a question names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from assistant.conversation.lexicon import fold

if TYPE_CHECKING:
    from assistant.checker.form import Form, Section, Table

FORMS = "report-2023"
STAGES: tuple[Literal["初赛"], Literal["决赛"]] = ("初赛", "决赛")
LEAST = 4  # characters in a row that a label shares with a question that names it
_WHOLE = 3  # a label named whole may be this short (出口额)
_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
_PUNCTUATION = re.compile(r"[，,、。“”\"'\s/]")
_PROOF = re.compile(r"(?:佐证|证明)(?:材料|资料|文件)")
_PREFIX = re.compile(
    r"^(?:集群内|集群企业|集群主导产业|集群|园区|省级及以上|省级以上|国家级|省级|国家|获得)+(?=..)"
)
_SUFFIX = re.compile(r"(?:数量|情况)$")
_YEAR = re.compile(r"20\d\d年?")


@dataclass(frozen=True)
class Entry:
    """A row, a list or a section of a form.

    Attributes:
        stage: 初赛 or 决赛.
        section: number of its section.
        key: section and key in `corpus/forms` (`2.1/output`); of a section its number.
        kind: what it is.
        label: as printed; a section's or list's title.
        context: title of what encloses it (集群促进组织 for its 单位名称).
        columns: headings of the cells to fill in, years filled in.
        units: for a list, the unit of each column, "" where it has none.
        unit: unit of a row's figures, "" where there is none.
        evidence: 需提供佐证材料.
        only_category: the category that alone fills it in, "" where all do.
        count: number of entries that a list asks for.
        rows: labels of a section's rows.
    """

    stage: str
    section: str
    key: str
    kind: Literal["row", "list", "section"]
    label: str
    context: str = ""
    columns: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    unit: str = ""
    evidence: bool = False
    only_category: str = ""
    count: int | None = None
    rows: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The label without its unit and notes."""
        return _BRACKETS.sub("", self.label).strip()


@dataclass(frozen=True, order=True)
class Match:
    """How well a question names a label; the greater, the better.

    Attributes:
        length: characters of the longest piece that both have.
        pairs: pairs of neighbouring characters that both have, which tells 规上企业 from 企业.
        share: share of the label's own words in that piece.
    """

    length: int
    pairs: int
    share: float


@lru_cache(maxsize=4096)
def core(label: str) -> str:
    """The words of a label, folded: no unit, no note, no punctuation."""
    return _words(_BRACKETS.sub("", fold(label)))


def _words(text: str) -> str:
    """A folded text without punctuation, what proves something called by one name."""
    return _PROOF.sub("佐证材料", _PUNCTUATION.sub("", text))


def common(first: str, second: str) -> str:
    """The longest string that stands in both."""
    found = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    return first[found.a : found.a + found.size]


def match(label: str, text: str, context: str = "") -> Match | None:
    """How well `text`, folded, names `label`; None where it does not.

    Args:
        label: as printed.
        text: the question, folded.
        context: title of what encloses the label; it helps to tell two like labels apart.
    """
    name, text = core(label), _words(text)
    bare = _PREFIX.sub("", name)
    own = _SUFFIX.sub("", bare) or bare
    length = len(common(name, text))
    # words that enclosing title and label make together (促进组织 + 负责人)
    joined = common(core(context) + name, text) if context else ""
    if len(joined) > length and joined not in core(context):
        length = len(joined)
    whole = core(context) + name
    pairs = {whole[i : i + 2] for i in range(len(whole) - 1)} & {
        text[i : i + 2] for i in range(len(text) - 1)
    }
    if length < LEAST and not any(len(word) >= _WHOLE and word in text for word in (name, bare, own)):
        # words left out of the middle (每万人拥有量)
        if length < _WHOLE or len(pairs) < LEAST:
            return None
        length = LEAST
    return Match(length, len(pairs), round(len(common(own, text)) / len(own), 2))


def column_named(entry: Entry, text: str) -> tuple[str, ...]:
    """Headings of a list's columns that `text` names, apart from the words that name the list."""
    name = common(core(entry.label), text)
    rest = text.replace(name, "\0", 1) if len(name) >= LEAST else text
    scored = {
        heading: len(common(_YEAR.sub("", core(heading)), rest)) / len(_YEAR.sub("", core(heading)))
        for heading in entry.columns
        if _YEAR.sub("", core(heading))
    }
    best = max(scored.values(), default=0.0)
    return tuple(heading for heading, share in scored.items() if share == best) if best > 0.5 else ()


def named(entries: Iterable[Entry], text: str) -> tuple[Match | None, tuple[Entry, ...]]:
    """The entries that `text`, folded, names best; more than one where their names are equally near."""
    scored: list[tuple[Match, Entry]] = []
    text = _words(text)
    for entry in entries:
        found = match(entry.label, text, entry.context)
        if found is None:
            continue
        if entry.kind == "list" and (columns := column_named(entry, text)):
            also = max(len(common(_YEAR.sub("", core(heading)), text)) for heading in columns)
            found = Match(found.length + also, found.pairs, found.share)
        scored.append((found, entry))
    best = max((found for found, _ in scored), default=None)
    return best, tuple(entry for found, entry in scored if found == best)


def sections_named(sections: Sequence[Section], form: Form, text: str) -> tuple[Section, ...]:
    """The sections whose title `text`, folded, names best, however much else their titles say."""
    scored = []
    for section in sections:
        found = match(section.title, text, part_title(form, section))
        if found is not None:
            scored.append(((found.length, found.pairs), section))
    best = max((key for key, _ in scored), default=None)
    return tuple(section for key, section in scored if key == best)


def part_title(form: Form, section: Section) -> str:
    """Title of the part that a section belongs to, "" for a part itself."""
    part = ""
    for other in form.sections:
        if other is section:
            return part if section.level > 1 else ""
        part = other.title if other.level == 1 else part
    return ""


@lru_cache(maxsize=4)
def entries(stage: Literal["初赛", "决赛"]) -> tuple[Entry, ...]:
    """Rows, lists and sections of the form of `stage`, in its order."""
    from assistant.checker.form_loader import load_form

    form = load_form(stage)
    return tuple(entry for section in form.sections for entry in _of_section(form, section))


def _of_section(form: Form, section: Section) -> Iterator[Entry]:
    labels = tuple(row.label for table in section.tables if table.kind == "matrix" for row in table.rows)
    columns: tuple[str, ...] = ()
    for table in section.tables:
        yield from _of_table(form, section, table)
        if table.kind == "matrix" and not columns:
            columns = _headings(form, table)
    yield Entry(
        stage=form.stage,
        section=section.number,
        key=section.number,
        kind="section",
        label=section.title,
        context=part_title(form, section),
        columns=columns,
        rows=labels,
    )


def _of_table(form: Form, section: Section, table: Table) -> Iterator[Entry]:
    for row in table.rows:
        yield Entry(
            stage=form.stage,
            section=section.number,
            key=f"{section.number}/{row.key}",
            kind="row",
            label=row.label,
            context=row.group or "",
            columns=tuple(row.column_label(c, form.printed_year) for c in table.row_columns(row)),
            unit=row.unit,
            evidence=row.evidence,
            only_category=row.only_category or "",
        )
    if table.kind == "list":
        yield Entry(
            stage=form.stage,
            section=section.number,
            key=f"{section.number}/{table.key}",
            kind="list",
            label=table.title or section.title,
            context="" if table.title else part_title(form, section),
            columns=_headings(form, table),
            units=tuple(column.unit for column in table.columns),
            count=table.expected_rows if not table.ordered_by else None,
        )


def _headings(form: Form, table: Table) -> tuple[str, ...]:
    from assistant.checker.form import year_labels

    return tuple(year_labels(column.label, form.printed_year) for column in table.columns)
