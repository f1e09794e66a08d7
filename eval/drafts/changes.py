"""What a mutation is made of: changes of a report's content, and of the form that it is printed on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from assistant.checker.form import CellRef, Form, Row, Section, Stage, Table
from assistant.checker.reports.blank import FormContent

Change = Callable[[FormContent], FormContent]
FormChange = Callable[[Form], Form]
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def _same_form(form: Form) -> Form:
    return form


@dataclass(frozen=True, slots=True)
class Mutation:
    """One defect.

    Attributes:
        id: name.
        change: puts it into the content of a report.
        rule, section, row, column: the finding that must result; None for any row or column.
        severity: of that finding.
        stages: stages to whose form it applies.
        categories: categories to whose reports it applies; empty for both.
        form: changes the form that the report is printed on.
        check_as: stage or category by which the file is checked, where they are not the file's own.
    """

    id: str
    change: Change
    rule: str
    section: str
    row: str | None = None
    column: str | None = None
    severity: str = "error"
    stages: tuple[Stage, ...] = ("初赛", "决赛")
    categories: tuple[str, ...] = ()
    form: FormChange = _same_form
    check_as: Mapping[str, str] = field(default_factory=dict)


def unchanged(content: FormContent) -> FormContent:
    """The content as it is, where only the form changes."""
    return content


def chain(*changes: Change) -> Change:
    """One change after the other."""

    def change(content: FormContent) -> FormContent:
        for each in changes:
            content = each(content)
        return content

    return change


# --- cells ---------------------------------------------------------------------------------


def _ref(path: str) -> CellRef:
    section, row, *column = path.split("/")
    return CellRef(section, row, column[0] if column else "value")


def set_cell(path: str, text: str) -> Change:
    """Write `text` at `section/row[/column]`."""
    return lambda content: replace(content, values={**content.values, _ref(path): text})


def number_at(content: FormContent, path: str) -> Decimal:
    """The number printed at `section/row/column`, zero where there is none."""
    found = _NUMBER.search(content.values.get(_ref(path), ""))
    return Decimal(found.group()) if found else Decimal(0)


def scale(path: str, factor: str, to: str | None = None, places: int | None = None) -> Change:
    """Write the number at `path`, times `factor`, at `to` (at `path` itself by default), as precisely printed."""

    def change(content: FormContent) -> FormContent:
        text = content.values[_ref(path)]
        found = _NUMBER.search(text)
        digits = found.group() if found else "0"
        decimals = len(digits.partition(".")[2]) if places is None else places
        value = (Decimal(digits) * Decimal(factor)).quantize(
            Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP
        )
        return set_cell(to or path, text.replace(digits, str(value), 1) if found else str(value))(content)

    return change


def shift(path: str, delta: str) -> Change:
    """Add `delta` to the number at `path`."""

    def change(content: FormContent) -> FormContent:
        value = number_at(content, path)
        return set_cell(path, str(value + Decimal(delta)))(content)

    return change


def copy_cell(path: str, to: str) -> Change:
    """Write the text of one cell into another."""
    return lambda content: set_cell(to, content.values[_ref(path)])(content)


def off_growth(path: str, delta: str) -> Change:
    """Write the growth rate of a row's two years, off by `delta`."""

    def change(content: FormContent) -> FormContent:
        earlier, later = number_at(content, f"{path}/y2"), number_at(content, f"{path}/y1")
        rate = (later / earlier - 1) * 100 + Decimal(delta)
        return set_cell(f"{path}/growth", str(rate.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)))(content)

    return change


# --- lists ---------------------------------------------------------------------------------


def set_list(section: str, table: str, index: int, column: str, text: str) -> Change:
    """Write `text` into a row of a list."""

    def change(content: FormContent) -> FormContent:
        rows = [dict(row) for row in content.lists[(section, table)]]
        rows[index][column] = text
        return with_list(content, (section, table), rows)

    return change


def scale_list(section: str, table: str, column: str, factor: str, index: int | None = None) -> Change:
    """Multiply a list's column, or its cell in one row."""

    def change(content: FormContent) -> FormContent:
        rows = [dict(row) for row in content.lists[(section, table)]]
        for position, row in enumerate(rows):
            if index in (None, position):
                row[column] = f"{(Decimal(row[column]) * Decimal(factor)).normalize():f}"
        return with_list(content, (section, table), rows)

    return change


def drop_rows(section: str, table: str, keep: int) -> Change:
    """Keep the first rows of a list only; a negative number drops that many from its end."""
    return lambda content: with_list(content, (section, table), content.lists[(section, table)][:keep])


def repeat_row(section: str, table: str, index: int, of: int) -> Change:
    """Put a copy of row `of` in the place of row `index`."""

    def change(content: FormContent) -> FormContent:
        rows = [dict(row) for row in content.lists[(section, table)]]
        rows[index] = dict(rows[of])
        return with_list(content, (section, table), rows)

    return change


def with_list(content: FormContent, key: tuple[str, str], rows: Sequence[Mapping[str, str]]) -> FormContent:
    """The content with a list replaced."""
    return replace(content, lists={**content.lists, key: rows})


# --- texts ---------------------------------------------------------------------------------


def set_text(section: str, paragraphs: Sequence[str]) -> Change:
    """Replace a free text."""
    return lambda content: replace(content, texts={**content.texts, section: paragraphs})


def change_text(section: str, pattern: str, new: str | Callable[[re.Match[str]], str]) -> Change:
    """Replace the first match of `pattern` in a free text.

    Raises:
        ValueError: (from the change) the text has no match.
    """

    def change(content: FormContent) -> FormContent:
        paragraphs = list(content.texts[section])
        for position, text in enumerate(paragraphs):
            if re.search(pattern, text):
                paragraphs[position] = re.sub(pattern, new, text, count=1)
                return set_text(section, paragraphs)(content)
        raise ValueError(f"no {pattern} in {section}")

    return change


def add_text(section: str, paragraph: str, position: int = 0) -> Change:
    """Put a paragraph in front of the others."""

    def change(content: FormContent) -> FormContent:
        paragraphs = list(content.texts[section])
        return set_text(section, [*paragraphs[:position], paragraph, *paragraphs[position:]])(content)

    return change


def scaled_figure(section: str, before: str, after: str, factor: str) -> Change:
    """Multiply the figure that stands between two patterns in a free text."""

    def times(match: re.Match[str]) -> str:
        value = Decimal(match[2]) * Decimal(factor)
        places = len(match[2].partition(".")[2])
        return f"{match[1]}{value.quantize(Decimal(1).scaleb(-places))}{match[3]}"

    return change_text(section, rf"({before})(\d+(?:\.\d+)?)({after})", times)


# --- the form ------------------------------------------------------------------------------


def without_section(*numbers: str) -> FormChange:
    """The form without some sections."""
    return lambda form: replace(form, sections=tuple(s for s in form.sections if s.number not in numbers))


def _with_section(form: Form, number: str, change: Callable[[Section], Section]) -> Form:
    return replace(form, sections=tuple(change(s) if s.number == number else s for s in form.sections))


def with_table(number: str, key: str, change: Callable[[Table], Table]) -> FormChange:
    """The form with one table changed."""

    def on_section(section: Section) -> Section:
        return replace(section, tables=tuple(change(t) if t.key == key else t for t in section.tables))

    return lambda form: _with_section(form, number, on_section)


def without_table(number: str, key: str) -> FormChange:
    """The form without a table."""
    return lambda form: _with_section(
        form,
        number,
        lambda section: replace(section, tables=tuple(t for t in section.tables if t.key != key)),
    )


def without_row(number: str, key: str, row_key: str) -> FormChange:
    """The form without a row of a table."""
    return with_table(
        number, key, lambda table: replace(table, rows=tuple(r for r in table.rows if r.key != row_key))
    )


def with_row(number: str, key: str, row: Row) -> FormChange:
    """The form with a row more at the end of a table."""
    return with_table(number, key, lambda table: replace(table, rows=(*table.rows, row)))


def with_headings(number: str, key: str, labels: Mapping[str, str]) -> FormChange:
    """The form with other column headings."""

    def on_table(table: Table) -> Table:
        return replace(
            table, columns=tuple(replace(c, label=labels.get(c.key, c.label)) for c in table.columns)
        )

    return with_table(number, key, on_table)


def all_forms(*changes: FormChange) -> FormChange:
    """One change of the form after the other."""

    def change(form: Form) -> Form:
        for each in changes:
            form = each(form)
        return form

    return change
