"""Brings home rows that stand outside their section, because its heading is lost or two tables were made one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from assistant.checker.form import CellRef, Form, Row, Section, Table
from assistant.checker.labels import core, gist
from assistant.checker.mapping.collect import Collected, RawValue, raw_value
from assistant.checker.mapping.layout import Layout, build_layout, place_cells
from assistant.checker.mapping.lines import RowLine
from assistant.checker.source import Cell, Paragraph

# Likeness from which a row without a home is taken for the row that its own section lacks.
_ALIKE = 0.72
_CLEARLY = 0.1
_COMPANY = 2
_FIELD_CELLS = 3
_KINDS_OF_ROWS = ("国家级", "省级", "市级", "县级", "区级", "进口", "出口", "新增", "累计", "其中", "人均", "户均", "每", "不", "非", "占")  # fmt: skip


@dataclass(frozen=True)
class Stray:
    """A table row that is none of the section in which it stands.

    Attributes:
        line: the row.
        section: number of the section in which it stands, "" before the first.
        heads: the heading rows above it in its table.
        units: units stated above its table.
        texts: the paragraphs of free text that it was taken for.
        in_text: it stands in free text.
        heading: it heads a table of indicators.
    """

    line: RowLine
    section: str
    heads: tuple[Sequence[Cell], ...] = ()
    units: tuple[str, ...] = ()
    texts: tuple[Paragraph, ...] = ()
    in_text: bool = False
    heading: bool = False


@dataclass(frozen=True)
class _Home:
    section: Section
    table: Table
    row: Row
    position: int


def bring_home(strays: Sequence[Stray], form: Form, collected: Collected) -> None:
    """Put strays where the form asks for them; what has no place in the form is kept as extra.

    A row goes to another section only with company: where several rows of its table do and, for tables in free text,
    nothing of that section's own table was found. No value that was found in its own section is replaced.
    """
    known = set(collected.tables)
    options = [_options(stray, form, collected) for stray in strays]
    votes = Counter(
        (s.line.table, h[0].section.number) for s, h in zip(strays, options, strict=True) if len(h) == 1
    )
    homes = [_chosen(stray, own, votes) for stray, own in zip(strays, options, strict=True)]
    company = Counter((s.line.table, h.section.number) for s, h in zip(strays, homes, strict=True) if h)
    settled: set[int] = set()
    for stray, home in zip(strays, homes, strict=True):
        if home is not None and not _vacant(home.section, home.row, collected):
            home = None
        needed = min(_COMPANY, len(home.table.rows)) if home is not None else _COMPANY
        if home is not None and company[stray.line.table, home.section.number] >= needed:
            lost = (home.section.number, home.table.key) not in known
            if lost or not stray.in_text:
                _settle(stray, home, collected)
                settled.add(stray.line.table)
                continue
        if stray.heading:
            continue
        if _settle_field(stray, form, collected) or stray.in_text:
            continue
        near = _lookalike(stray, form, collected)
        if near is not None:
            _settle(stray, near, collected)
        else:
            texts = tuple(cell.text.strip() for cell in stray.line.cells if cell.text.strip())
            collected.extra.append((stray.section, texts, stray.line.cells[0].place))
    for stray in strays:
        if stray.heading and stray.line.table in settled:
            _take_out(stray, collected)


def _vacant(section: Section, row: Row, collected: Collected) -> bool:
    return not any(ref.section == section.number and ref.row == row.key for ref in collected.values)


def _labels(stray: Stray) -> list[tuple[int, str]]:
    """The first cells, any of which may be the label: (position, text)."""
    return [(n, cell.own_text) for n, cell in enumerate(stray.line.cells[:3]) if cell.own_text.strip()]


def _options(stray: Stray, form: Form, collected: Collected) -> list[_Home]:
    """All vacant rows of the form that have the stray's label."""
    if len(stray.line.cells) < 2:
        return []
    found = []
    for section, table, row in form.rows():
        names = {gist(label) for label in (row.label, *row.aliases)}
        position = next((n for n, text in _labels(stray) if gist(text) in names), None)
        if table.kind == "matrix" and position is not None and _vacant(section, row, collected):
            found.append(_Home(section, table, row, position))
    return found


def _chosen(stray: Stray, options: Sequence[_Home], votes: Counter[tuple[int, str]]) -> _Home | None:
    """The one of several homes to which most of the table's rows go, or whose columns the headings fit."""
    if len(options) < 2:
        return options[0] if options else None
    scored = []
    for home in options:
        layout = (
            build_layout(stray.heads, home.section, home.table, stray.line.table) if stray.heads else None
        )
        fits = layout.known if layout is not None and layout.table is home.table else 0
        scored.append((votes[stray.line.table, home.section.number], fits))
    top = max(scored)
    return options[scored.index(top)] if top > (0, 0) and scored.count(top) == 1 else None


def _lookalike(stray: Stray, form: Form, collected: Collected) -> _Home | None:
    """The vacant row of its own section that the stray's label, much misspelt, may be; None where none clearly is."""
    section = form.section(stray.section)
    if section is None or len(stray.line.cells) < 2:
        return None
    position, text = next(iter(_labels(stray)), (0, ""))
    words = core(text)
    scored = sorted(
        (
            (
                max(
                    Levenshtein.normalized_similarity(words, core(label))
                    for label in (row.label, *row.aliases)
                ),
                n,
                row,
                table,
            )
            for table in section.tables
            if table.kind == "matrix"
            for n, row in enumerate(table.rows)
            if _vacant(section, row, collected)
            and all((word in words) == (word in core(row.label)) for word in _KINDS_OF_ROWS)
        ),
        key=lambda item: (-item[0], item[1]),
    )
    if not scored or scored[0][0] < _ALIKE or (len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEARLY):
        return None
    return _Home(section, scored[0][3], scored[0][2], position)


def _settle_field(stray: Stray, form: Form, collected: Collected) -> bool:
    """Put a field that has its name in no other section (编制牵头单位) where it belongs; False where it is none."""
    cells = [cell for cell in stray.line.cells if not cell.continued]
    if not 2 <= len(cells) <= _FIELD_CELLS:
        return False
    for section, table, row in form.rows():
        same = core(cells[0].own_text) == core(row.label)
        if table.kind == "fields" and row.group is None and same and _vacant(section, row, collected):
            collected.tables.add((section.number, table.key))
            raw = RawValue(row, None, cells[1].text.strip(), cells[1].place, cells[0].own_text, "")
            collected.put(section.number, row, None, raw)
            _take_out(stray, collected)
            return True
    return False


def _take_out(stray: Stray, collected: Collected) -> None:
    """Take the row's paragraphs out of the free text in which it stands."""
    if stray.texts:
        own = {id(paragraph) for paragraph in stray.texts}
        kept = [paragraph for paragraph in collected.texts.get(stray.section, []) if id(paragraph) not in own]
        collected.texts[stray.section] = kept


def _settle(stray: Stray, home: _Home, collected: Collected) -> None:
    layout = _layout(stray, home)
    number = home.section.number
    collected.tables.add((number, home.table.key))
    if layout is not None:
        collected.note_layout(number, layout)
    label = stray.line.cells[home.position].own_text
    unit, cells = place_cells(layout, home.table.row_columns(home.row), stray.line.cells, home.position)
    for placed in cells:
        raw = raw_value(
            placed.cell, home.row, placed.column, label=label, units=(unit, placed.unit),
            common=(*(layout.units if layout else ()), *stray.units),
        )  # fmt: skip
        collected.values.setdefault(CellRef(number, home.row.key, placed.column.key), raw)
    _take_out(stray, collected)


def _layout(stray: Stray, home: _Home) -> Layout | None:
    if not stray.heads:
        return None
    layout = build_layout(stray.heads, home.section, home.table, stray.line.table)
    return layout if layout is not None and layout.table is home.table else None
