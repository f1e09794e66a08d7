"""The report form (参赛报告) as data: sections, tables, rows and columns.

Readers, rules, scoring and the blank forms all work from this description, which is loaded from
`corpus/forms` (see `assistant.checker.form_loader`). Source: corpus document `report-2023`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal

Stage = Literal["初赛", "决赛"]
Category = Literal["先进制造业集群", "中小企业特色产业集群"]
STAGES: tuple[Stage, ...] = ("初赛", "决赛")
CATEGORIES: tuple[Category, ...] = ("先进制造业集群", "中小企业特色产业集群")

ValueKind = Literal[
    "amount",  # money or another measured quantity, rounded as printed
    "count",  # a whole number of things, exact
    "percent",  # a share or rate in per cent
    "decimal",  # a measured ratio with a unit of its own
    "text",
    "person",  # 姓名、职务
    "phone",
    "endorsement",  # an opinion with seal and date
    "signature",  # signature, seal and date
]
NUMERIC_KINDS: frozenset[ValueKind] = frozenset({"amount", "count", "percent", "decimal"})
TableKind = Literal["fields", "matrix", "list"]
SectionKind = Literal["part", "tables", "text", "declaration", "annex"]


@dataclass(frozen=True, slots=True)
class CellRef:
    """The place of a value in the form, by keys.

    Attributes:
        section: the form's own section number (`2.1`).
        row: row key; for a list table, `table[3]` with the row counted from 1.
        column: column key, `value` in a table of fields.
    """

    section: str
    row: str
    column: str = "value"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        key: name used by rules (`y1`).
        label: heading as printed, with `{y1}`-style place holders for years.
        role: what the column holds (`year-1`, `growth`, `name`, …).
        kind, unit, minimum, maximum: as for rows; used by list tables.
        of: for a growth column, the keys of the earlier and the later column.
        part_of: key of the column that this one is a part of.
        required: False where the form does not ask for it (备注).
        aliases: other headings in use.
    """

    key: str
    label: str
    role: str
    kind: ValueKind | None = None
    unit: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    of: tuple[str, str] | None = None
    part_of: str | None = None
    required: bool = True
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Derived:
    """How a row follows from others.

    Attributes:
        growth_of: `section/row` whose growth rate this row repeats.
        ratio, to: `section/row` of numerator and denominator, both in the form's units.
        scale: factor applied to the ratio.
        or_columns: for a column, another column of the numerator that is as fair a reading.
    """

    growth_of: str | None = None
    ratio: str | None = None
    to: str | None = None
    scale: Decimal = Decimal(1)
    or_columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table of fields or of a matrix; see `corpus/forms/common.yaml` for the attributes."""

    key: str
    label: str
    kind: ValueKind
    unit: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    group: str | None = None
    after: str | None = None
    hint: str = ""
    evidence: bool = False
    required: bool = True
    only_category: Category | None = None
    part_of: tuple[str, ...] = ()
    derived: Derived | None = None
    same_as: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[str, ...] | None = None
    column_labels: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()

    def column_label(self, column: Column, last_year: int) -> str:
        """The heading of `column` as it applies to this row, years filled in."""
        return year_labels(self.column_labels.get(column.key, column.label), last_year)

    @property
    def numeric(self) -> bool:
        """Whether the row holds numbers."""
        return self.kind in NUMERIC_KINDS


@dataclass(frozen=True)
class Table:
    """One table of a section.

    Attributes:
        key: name unique within the section.
        kind: `fields` (label and value side by side), `matrix` (rows by columns), `list` (free rows).
        title: heading printed above it, "" where it has none.
        rows: of a table of fields or a matrix.
        columns: of a matrix or a list.
        expected_rows: number of rows that the form asks for.
        ordered_by: key of the column by which a list ranks.
        optional_if_zero: `section/row` counts; the list may stay empty where all are zero.
        may_be_empty: the form asks for no count of these, so an empty list is an answer.
        instructions: the form's own text inside the table.
    """

    key: str
    kind: TableKind
    title: str = ""
    rows: tuple[Row, ...] = ()
    columns: tuple[Column, ...] = ()
    expected_rows: int | None = None
    ordered_by: str | None = None
    optional_if_zero: tuple[str, ...] = ()
    may_be_empty: bool = False
    instructions: tuple[str, ...] = ()

    def row(self, key: str) -> Row | None:
        """The row with `key`, or None."""
        return next((row for row in self.rows if row.key == key), None)

    def column(self, key: str) -> Column | None:
        """The column with `key`, or None."""
        return next((column for column in self.columns if column.key == key), None)

    def row_columns(self, row: Row) -> tuple[Column, ...]:
        """The columns that `row` fills."""
        if row.columns is None:
            return self.columns
        return tuple(column for column in self.columns if column.key in row.columns)


@dataclass(frozen=True, slots=True)
class Commitment:
    """One sentence of the declaration, verbatim."""

    key: str
    text: str


@dataclass(frozen=True)
class Section:
    """One numbered section of the form."""

    number: str
    title: str
    kind: SectionKind
    level: int
    tables: tuple[Table, ...] = ()
    limit: int | None = None
    instructions: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    aliases: tuple[str, ...] = ()

    def table(self, key: str) -> Table | None:
        """The table with `key`, or None."""
        return next((table for table in self.tables if table.key == key), None)

    @property
    def all_instructions(self) -> tuple[str, ...]:
        """The form's own text in the section and its tables."""
        return self.instructions + tuple(text for table in self.tables for text in table.instructions)


@dataclass(frozen=True)
class Form:
    """One of the two forms."""

    stage: Stage
    title: str
    document: str
    printed_year: int
    sections: tuple[Section, ...]

    @cached_property
    def _by_number(self) -> dict[str, Section]:
        return {section.number: section for section in self.sections}

    def section(self, number: str) -> Section | None:
        """The section with `number`, or None where this form has none."""
        return self._by_number.get(number)

    def rows(self) -> Iterator[tuple[Section, Table, Row]]:
        """All rows of tables of fields and matrices, in the form's order."""
        for section in self.sections:
            for table in section.tables:
                for row in table.rows:
                    yield section, table, row

    def find_row(self, path: str) -> tuple[Section, Table, Row] | None:
        """The row at `section/row`, or None where this form has none."""
        number, _, key = path.partition("/")
        return next(((s, t, r) for s, t, r in self.rows() if s.number == number and r.key == key), None)

    def lists(self) -> Iterator[tuple[Section, Table]]:
        """All list tables, in the form's order."""
        for section in self.sections:
            for table in section.tables:
                if table.kind == "list":
                    yield section, table

    def locator(self, section: str) -> str:
        """Citable locator of a section of this form (`初赛 2.1`)."""
        return f"{self.stage} {section}"


def year_labels(label: str, last_year: int) -> str:
    """A column label with its years filled in.

    Args:
        label: label with place holders `{y2}`, `{y1}`, `{t1}`, `{t2}`, `{t3}`.
        last_year: the last complete year ({y1}); the form's own is 2022.
    """
    years = {"y2": -1, "y1": 0, "t1": 1, "t2": 2, "t3": 3}
    for name, offset in years.items():
        label = label.replace("{" + name + "}", str(last_year + offset))
    return label
