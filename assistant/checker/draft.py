"""A draft report, mapped to the form: every value with its place in the form and in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from assistant.checker.form import Category, CellRef, Form, Stage
from assistant.checker.numbers import Number, Parsed
from assistant.checker.source import Paragraph, Place, Source


@dataclass(frozen=True, slots=True)
class Value:
    """One cell of the draft.

    Attributes:
        ref: its place in the form.
        row_label, column_label: the form's own labels, years as in the draft; None where they mean nothing.
        raw: text as written.
        parsed: what it holds, for numeric cells.
        place: where it stands in the file.
        label_raw: the draft's own row label.
        pages: what the row says in a column of page numbers (佐证材料页码).
    """

    ref: CellRef
    row_label: str | None
    column_label: str | None
    raw: str
    parsed: Parsed | None
    place: Place
    label_raw: str = ""
    pages: str = ""

    @property
    def blank(self) -> bool:
        """Nothing is written in the cell."""
        return not self.raw.strip()

    @property
    def nil(self) -> bool:
        """The cell says that there is none (—, /, 无)."""
        return self.parsed is not None and self.parsed.form == "nil"

    @property
    def number(self) -> Number | None:
        """The number, where the cell holds one in a unit that could be converted."""
        if self.parsed is None or self.parsed.wrong_unit:
            return None
        return self.parsed.number


@dataclass(frozen=True)
class ListRow:
    """One filled row of a list table.

    Attributes:
        index: position among the filled rows, from 1.
        cells: column key to value.
    """

    section: str
    table: str
    index: int
    cells: Mapping[str, Value]
    place: Place

    def text(self, key: str) -> str:
        """The stripped text in column `key`, "" where it is absent."""
        value = self.cells.get(key)
        return value.raw.strip() if value else ""


@dataclass(frozen=True)
class FreeText:
    """The free text of a section, the form's own instructions taken out.

    Attributes:
        paragraphs: the draft's own paragraphs with text.
        heading: place of the section's heading.
        everything: all paragraphs below the heading, instructions and blank ones included.
    """

    section: str
    paragraphs: tuple[Paragraph, ...]
    heading: Place | None
    everything: tuple[Paragraph, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs joined by newlines."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True)
class Draft:
    """A draft report.

    Attributes:
        form: the form by which it is read.
        stage_stated: the stage that the file itself states, None where it states none.
        category: category chosen by flag or stated; None where neither is clear.
        last_year: the last complete year, {y1}.
        years_stated: whether the file's headings state the years.
        values: the cells of fields and matrices.
        lists: filled rows of list tables, by (section, table key).
        texts: free texts by section.
        headings: sections whose heading was found, with its place.
        tables_seen: tables of the form of which some trace was found.
        table_years: years that the headings of a table state, ascending.
        extra: rows of tables that the form does not have.
        front: what stands before the first section (title, cover), a table row as one paragraph.
        source: the file as read.
    """

    form: Form
    stage_stated: Stage | None
    category: Category | None
    last_year: int
    years_stated: bool
    values: Mapping[CellRef, Value]
    lists: Mapping[tuple[str, str], tuple[ListRow, ...]]
    texts: Mapping[str, FreeText]
    headings: Mapping[str, Place]
    tables_seen: frozenset[tuple[str, str]]
    table_years: Mapping[tuple[str, str], tuple[int, ...]]
    extra: tuple[tuple[str, tuple[str, ...], Place], ...]
    source: Source = field(repr=False)
    front: tuple[Paragraph, ...] = ()

    def value(self, path: str, column: str = "value") -> Value | None:
        """The cell at `section/row` in `column`, None where the draft has no such cell."""
        section, _, row = path.partition("/")
        return self.values.get(CellRef(section, row, column))

    def number(self, path: str, column: str) -> Number | None:
        """The number at `section/row` in `column`, None where there is none."""
        value = self.value(path, column)
        return value.number if value else None

    def text_of(self, path: str) -> str:
        """The stripped text of a field at `section/row`, "" where it is absent."""
        value = self.value(path)
        return value.raw.strip() if value else ""

    def rows(self, section: str, table: str) -> tuple[ListRow, ...]:
        """The filled rows of a list table."""
        return self.lists.get((section, table), ())

    @property
    def stage(self) -> Stage:
        """The stage by which the draft is read."""
        return self.form.stage

    @cached_property
    def cluster(self) -> str:
        """The cluster's name, "" where it is absent."""
        return self.text_of("一/name")

    def all_paragraphs(self) -> Iterator[tuple[str, Paragraph]]:
        """All paragraphs of free text with their sections, in the form's order."""
        for section in self.form.sections:
            text = self.texts.get(section.number)
            if text:
                for paragraph in text.paragraphs:
                    yield section.number, paragraph
