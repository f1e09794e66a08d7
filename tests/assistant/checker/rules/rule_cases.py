"""Small drafts built directly, and what a rule must say about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assistant.checker.draft import Draft, FreeText, ListRow, Value
from assistant.checker.form import Category, CellRef, Form, Section, Stage, Table, year_labels
from assistant.checker.form_loader import load_form
from assistant.checker.mapping.collect import field_column
from assistant.checker.numbers import parse
from assistant.checker.rules.registry import Context, Problem, Rule, all_rules
from assistant.checker.source import Paragraph, Place, Source

Texts = Mapping[str, Sequence[str | Paragraph]]


class _Places:
    """Gives every cell and paragraph a place of its own, and remembers it."""

    def __init__(self) -> None:
        self.known: dict[str, Place] = {}

    def new(self, name: str) -> Place:
        self.known[name] = Place(paragraph=100 + len(self.known))
        return self.known[name]


def _row_value(
    form: Form, path: str, raw: str, year: int, places: _Places, label: str
) -> tuple[CellRef, Value]:
    section, key, *rest = path.split("/")
    found = form.find_row(f"{section}/{key}")
    assert found is not None, path
    _, table, row = found
    column = table.column(rest[0]) if rest else None
    parsed = None
    if row.numeric:
        growth = column is not None and column.role == "growth"
        parsed = parse(raw, "percent", "%") if growth else parse(raw, row.kind, row.unit)
    shown = row.column_label(column, year) if column else field_column(row)
    ref = CellRef(section, key, column.key if column else "value")
    return ref, Value(ref, row.label, shown, raw, parsed, places.new(path), label)


def _list_row(
    section: Section, table: Table, index: int, cells: Mapping[str, str], year: int, places: _Places
) -> ListRow:
    values = {}
    for column in table.columns:
        if column.key not in cells:
            continue
        raw = cells[column.key]
        numeric = column.kind in ("amount", "count", "percent", "decimal")
        parsed = parse(raw, column.kind or "text", column.unit) if numeric else None
        name = f"{section.number}/{table.key}/{index}/{column.key}"
        ref = CellRef(section.number, f"{table.key}[{index}]", column.key)
        label = table.title or section.title
        values[column.key] = Value(
            ref, label, year_labels(column.label, year), raw, parsed, places.new(name), label
        )
    return ListRow(section.number, table.key, index, values, next(iter(values.values())).place)


def build(
    *,
    stage: Stage = "初赛",
    category: Category | None = "先进制造业集群",
    stated: Stage | str | None = "same",
    last_year: int = 2022,
    years_stated: bool = True,
    cells: Mapping[str, str] | None = None,
    lists: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
    texts: Texts | None = None,
    everything: Texts | None = None,
    headings: Sequence[str] = (),
    seen: Sequence[str] = (),
    years: Mapping[str, tuple[int, ...]] | None = None,
    extra: Sequence[tuple[str, tuple[str, ...]]] = (),
    labels: Mapping[str, str] | None = None,
    pages: Mapping[str, str] | None = None,
    front: Sequence[str] = (),
    margins: Sequence[str] = (),
) -> tuple[Draft, dict[str, Place]]:
    """A draft with nothing but what is given, and the place of each part.

    Args:
        stated: stage that the file states; `same` for `stage`.
        cells: text by `section/row[/column]`.
        lists: rows by `section/table`.
        texts: free text by section, the form's instructions taken out.
        everything: paragraphs below a heading, where they are more than the text.
        headings, seen: sections and `section/table` found beside those of the content.
        years: years in the headings by `section/table`.
        extra: rows that the form does not have.
        labels: the draft's own row labels by path.
        pages: what a column of page numbers says, by path.
        front, margins: what stands before the first section, and in headers and footers.
    """
    form, places = load_form(stage), _Places()
    own_labels = labels or {}
    values = dict(
        _row_value(form, path, raw, last_year, places, own_labels.get(path, ""))
        for path, raw in (cells or {}).items()
    )
    for ref, value in values.items():
        if stated_pages := (pages or {}).get("/".join((ref.section, ref.row, ref.column))):
            values[ref] = replace(value, pages=stated_pages)
    tables = {tuple(name.split("/")) for name in seen}
    filled: dict[tuple[str, str], tuple[ListRow, ...]] = {}
    for name, rows in (lists or {}).items():
        number, _, key = name.partition("/")
        section = form.section(number)
        table = section.table(key) if section else None
        assert section is not None, name
        assert table is not None, name
        filled[(number, key)] = tuple(
            _list_row(section, table, index, row, last_year, places)
            for index, row in enumerate(rows, start=1)
        )
        tables.add((number, key))
    for ref in values:
        found = form.find_row(f"{ref.section}/{ref.row}")
        if found is not None:
            tables.add((ref.section, found[1].key))
    written = _texts(texts or {}, everything or {}, places)
    numbers = [*headings, *written, *(number for number, _ in tables), *(number for number, _ in filled)]
    found_headings = {number: places.new(f"heading {number}") for number in dict.fromkeys(numbers)}
    draft = Draft(
        form=form,
        stage_stated=stage if stated == "same" else stated,  # type: ignore[arg-type]
        category=category,
        last_year=last_year,
        years_stated=years_stated,
        values=values,
        lists=filled,
        texts=written,
        headings=found_headings,
        tables_seen=frozenset(tables),  # type: ignore[arg-type]
        table_years={tuple(name.split("/")): each for name, each in (years or {}).items()},  # type: ignore[misc]
        extra=tuple(
            (number, each, places.new(f"extra {position}")) for position, (number, each) in enumerate(extra)
        ),
        source=Source(
            "docx",
            (),
            margins=tuple(_paragraph(text, places.new(f"margin {n}")) for n, text in enumerate(margins)),
        ),
        front=tuple(_paragraph(text, places.new(f"front {n}")) for n, text in enumerate(front)),
    )
    return draft, places.known


def _texts(texts: Texts, everything: Texts, places: _Places) -> dict[str, FreeText]:
    result = {}
    for number in dict.fromkeys([*texts, *everything]):
        own = [
            _paragraph(text, places.new(f"text {number} {position}"))
            for position, text in enumerate(texts.get(number, ()))
        ]
        whole = [
            _paragraph(text, places.new(f"all {number} {position}"))
            for position, text in enumerate(everything.get(number, ()))
        ]
        result[number] = FreeText(number, tuple(own), None, tuple(whole or own))
    return result


def _paragraph(text: str | Paragraph, place: Place) -> Paragraph:
    if isinstance(text, Paragraph):
        return Paragraph(text.text, place, text.where, text.pictures)
    return Paragraph(text, place)


def without(cells: Mapping[str, str], *paths: str) -> dict[str, str]:
    """Some cells without a few of them."""
    return {path: text for path, text in cells.items() if path not in paths}


def without_section(cells: Mapping[str, str], section: str) -> dict[str, str]:
    """Some cells without those of a section."""
    return {path: text for path, text in cells.items() if not path.startswith(f"{section}/")}


def picture(text: str = "") -> Paragraph:
    """A paragraph with a picture in it."""
    return Paragraph(text, Place(), pictures=1)


@dataclass(frozen=True)
class Hit:
    """A finding that must result.

    Attributes:
        section, row, column, found, expected, severity, message, advice, basis: of the problem; `severity` is
            the rule's where the problem has none of its own.
        at: the part of the draft whose place it has, as `build` names it; "" for no place.
    """

    section: str
    row: str | None
    column: str | None
    severity: str
    found: str | None
    expected: str | None
    message: str
    advice: str
    at: str
    basis: tuple[str, str] | None = None


@dataclass(frozen=True)
class Case:
    """A draft and the findings of one rule on it."""

    name: str
    draft: Mapping[str, Any]
    hits: tuple[Hit, ...]


def case(name: str, *hits: Hit, **draft: Any) -> Case:
    """A case; without hits the draft is right."""
    return Case(name, draft, hits)


RULES: dict[str, Rule] = {rule.id: rule for rule in all_rules()}


def found_by(rule_id: str, arguments: Mapping[str, Any]) -> list[Hit]:
    """What a rule says about a draft."""
    draft, places = build(**arguments)
    context = Context(draft, draft.form, date(draft.last_year + 1, 2, 1))
    rule = RULES[rule_id]
    return [_hit(problem, rule, places) for problem in rule.check(context)]


def _hit(problem: Problem, rule: Rule, places: Mapping[str, Place]) -> Hit:
    names = [name for name, place in places.items() if place == problem.place]
    assert names or problem.place == Place(), problem.place
    return Hit(
        section=problem.section,
        row=problem.row,
        column=problem.column,
        severity=problem.severity or rule.severity,
        found=problem.found,
        expected=problem.expected,
        message=problem.message,
        advice=problem.advice,
        at=names[0] if names else "",
        basis=problem.basis,
    )


def parameters(cases: Mapping[str, Sequence[Case]]) -> list[Any]:
    """pytest parameters of a module's table."""
    import pytest

    return [
        pytest.param(rule, each, id=f"{rule}-{each.name}") for rule, table in cases.items() for each in table
    ]


def verify(rule: str, each: Case) -> None:
    """The rule says exactly what the case expects, in its order."""
    assert tuple(found_by(rule, each.draft)) == each.hits
