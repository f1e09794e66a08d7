"""Lays out the report form as a Word file: blank for download, or filled in from given content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from assistant.checker.form import CellRef, Form, Row, Section, Stage, Table, year_labels
from assistant.checker.form_loader import load_form
from assistant.checker.reports.wordxml import (
    GRID,
    Line,
    WordCell,
    WordRow,
    new_document,
    paragraph,
    saved,
    table,
)

# Least heights in twentieths of a point: a line to write on, a seal, a text of some hundred characters.
_LINE: Final = 454
_SEAL: Final = 2200
_TEXT: Final = 3600
_SHORT: Final = 8  # rows of a table that is kept on one page


@dataclass(frozen=True)
class FormContent:
    """What a form is filled in with.

    Attributes:
        values: text by cell.
        lists: rows of list tables by (section, table key), each row column key to text.
        texts: paragraphs of free text by section.
        last_year: the last complete year, printed in the headings.
    """

    values: Mapping[CellRef, str] = field(default_factory=dict)
    lists: Mapping[tuple[str, str], Sequence[Mapping[str, str]]] = field(default_factory=dict)
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    last_year: int | None = None


def blank_form(stage: Stage) -> bytes:
    """The blank form of a stage as a .docx file.

    Args:
        stage: `初赛` or `决赛`.
    """
    return fill_form(load_form(stage), FormContent())


def fill_form(form: Form, content: FormContent) -> bytes:
    """The form as a .docx file, with `content` filled in; the same content gives the same bytes."""
    document = new_document(form.title)
    end = document.element.body[-1]  # the section properties stay last
    year = content.last_year or form.printed_year
    blocks = [paragraph(form.title, bold=True, align="center", size=36, font="黑体", space=(120, 240))]
    for section in form.sections:
        blocks += _section_blocks(section, content, year)
    for block in blocks:
        end.addprevious(block)
    return saved(document)


def _section_blocks(section: Section, content: FormContent, year: int) -> list[Any]:
    if section.level == 1:
        heading = f"{section.number}、{section.title}"
        blocks = [paragraph(heading, bold=True, size=28, font="黑体", outline=0, keep=True, space=(200, 120))]
        rows = _section_rows(section, content, year)
        if section.kind == "annex":
            return blocks + [paragraph(text) for text in content.texts.get(section.number, [""])]
        return blocks + ([table(rows), paragraph("")] if rows else [])
    title = WordRow([WordCell([f"{section.number}  {section.title}"], GRID, bold=True)], _LINE, keep=True)
    rows = [title, *_section_rows(section, content, year)]
    if len(section.tables) == 1 and section.tables[0].kind != "fields":
        title.heading = True  # with one table only, what is repeated is right for all of its rows
    else:
        for row in rows:
            row.heading = False
    if len(rows) <= _SHORT:
        for row in rows[:-1]:
            row.keep = True
    return [table(rows), paragraph("")]


def _section_rows(section: Section, content: FormContent, year: int) -> list[WordRow]:
    rows: list[WordRow] = []
    for part in section.tables:
        if section.kind == "declaration":
            continue
        if part.title:
            rows.append(WordRow([WordCell([part.title, *part.instructions], GRID)], _LINE, keep=True))
        if part.kind == "fields":
            rows += _field_rows(section, part, content)
        elif part.kind == "matrix":
            rows += _matrix_rows(section, part, content, year)
        else:
            rows += _list_rows(section, part, content, year)
    if section.kind == "tables" and section.instructions:
        rows.insert(0, WordRow([WordCell(list(section.instructions), GRID)], _LINE, keep=True))
    if (section.kind in ("text", "annex") and section.level == 2) or section.limit:
        lines = [*section.instructions, *content.texts.get(section.number, [""])]
        rows.append(WordRow([WordCell(lines, GRID, middle=False)], _TEXT, splits=True))
    if section.kind == "declaration":
        rows += _declaration_rows(section, content)
    return rows


def _field_rows(section: Section, part: Table, content: FormContent) -> list[WordRow]:
    rows: list[WordRow] = []
    group: str | None = None
    for row in part.rows:
        text = content.values.get(CellRef(section.number, row.key), "")
        if row.kind == "endorsement":
            signed = text.split("\n") if text else ["", "", "（盖章）", "年   月   日"]
            lines = [Line(f"{row.label}："), *_sealed(signed)]
            rows.append(WordRow([WordCell(lines, GRID, middle=False)], _SEAL))
        elif row.kind == "phone":
            rows[-1].cells[-1].span = 7
            rows[-1].cells += [WordCell([row.label], 2, align="center"), WordCell([text], 5)]
        elif row.group:
            rows.append(
                WordRow([_group_cell(row, group), WordCell([row.label], 6), WordCell([text], 14)], _LINE)
            )
            group = row.group
        else:
            rows.append(WordRow([WordCell([row.label], 9), WordCell([text or row.hint], 15)], _LINE))
    return rows


def _group_cell(row: Row, group: str | None) -> WordCell:
    first = row.group != group
    return WordCell([row.group or ""] if first else [""], 4, merge="restart" if first else "continue")


def _sealed(lines: Sequence[str]) -> list[Line]:
    """The lines of an opinion or a signature: seal and date stand at the right."""
    return [
        Line(text, "right" if number >= len(lines) - 2 and number else "")
        for number, text in enumerate(lines)
    ]


def _matrix_rows(section: Section, part: Table, content: FormContent, year: int) -> list[WordRow]:
    rows = _matrix_heading(part, year)
    for row in part.rows:
        cells = [WordCell([row.label], GRID - 3 * len(part.columns))]
        wanted = part.row_columns(row)
        if len(wanted) < len(part.columns):  # 3.1: a cell for each year, none for the growth
            spans = [6] * len(wanted)
            spans[-1] += 3 * len(part.columns) - sum(spans)
        else:
            spans = [3] * len(wanted)
        for column, span in zip(wanted, spans, strict=True):
            text = content.values.get(CellRef(section.number, row.key, column.key), "")
            cells.append(WordCell([text], span, align="center"))
        rows.append(WordRow(cells, _LINE))
    return rows


def _matrix_heading(part: Table, year: int) -> list[WordRow]:
    first = GRID - 3 * len(part.columns)
    labels = [year_labels(column.label, year) for column in part.columns]
    yearly = not any("目标" in label for label in labels)
    corner = [Line("近2年情况", "right"), Line("指标名称")] if yearly else [Line("指标名称", "center")]
    if not any(column.part_of for column in part.columns):
        cells = [WordCell(corner, first, diagonal=yearly)]
        cells += [WordCell([label], 3, align="center") for label in labels]
        return [WordRow(cells, _LINE, heading=True)]
    upper = [WordCell(corner, first, merge="restart", diagonal=yearly)]
    lower = [WordCell([""], first, merge="continue", diagonal=yearly)]
    for column, label in zip(part.columns, labels, strict=True):
        years, words = label[:5], label[5:]
        if column.role == "growth":
            upper.append(WordCell([label], 3, merge="restart", align="center"))
            lower.append(WordCell([""], 3, merge="continue"))
            continue
        if column.part_of is None:
            upper.append(WordCell([years], 6, align="center"))
        lower.append(WordCell([words], 3, align="center"))
    return [WordRow(upper, _LINE, heading=True), WordRow(lower, _LINE, heading=True)]


def _list_rows(section: Section, part: Table, content: FormContent, year: int) -> list[WordRow]:
    spans = _spans(len(part.columns))
    rows = _list_heading(part, spans, year)
    filled = content.lists.get((section.number, part.key), ())
    blank: Mapping[str, str] = {}
    wanted = max(len(filled), 1 if filled else (part.expected_rows or 3))
    for position in range(wanted):
        own = filled[position] if position < len(filled) else blank
        cells = [
            WordCell([own.get(column.key, "")], span, align="" if column.role == "name" else "center")
            for column, span in zip(part.columns, spans, strict=True)
        ]
        rows.append(WordRow(cells, _LINE))
    return rows


def _spans(count: int) -> list[int]:
    spans = [GRID // count] * count
    spans[0] += GRID - sum(spans)
    return spans


def _list_heading(part: Table, spans: list[int], year: int) -> list[WordRow]:
    labels = [year_labels(column.label, year) for column in part.columns]
    if not any(column.role == "year-1" for column in part.columns):
        cells = [WordCell([label], span, align="center") for label, span in zip(labels, spans, strict=True)]
        return [WordRow(cells, _LINE, heading=True, keep=True)]
    upper: list[WordCell] = []
    lower: list[WordCell] = []
    for column, label, span in zip(part.columns, labels, spans, strict=True):
        if column.role == "year-2":
            upper.append(WordCell([label[:-5]], span, align="center"))
            lower.append(WordCell([label[-5:]], span, align="center"))
        elif column.role == "year-1":
            upper[-1].span += span
            lower.append(WordCell([label[-5:]], span, align="center"))
        else:
            upper.append(WordCell([label], span, merge="restart", align="center"))
            lower.append(WordCell([""], span, merge="continue"))
    return [WordRow(upper, _LINE, heading=True, keep=True), WordRow(lower, _LINE, heading=True, keep=True)]


def _declaration_rows(section: Section, content: FormContent) -> list[WordRow]:
    lines = []
    numbered = 0
    for item in section.commitments:
        if item.key in ("pledge", "liability"):
            lines.append(item.text)
        else:
            numbered += 1
            lines.append(f"{numbered}、{item.text}")
    lines = list(content.texts.get(section.number, lines))
    cells = []
    for row in section.tables[0].rows:
        text = content.values.get(CellRef(section.number, row.key), "")
        name, *rest = text.split("\n") if text else ["", "", "（单位盖章）", "", "年    月    日"]
        cells.append(
            WordCell([Line(f"{row.label}：{name}"), *_sealed(["", *rest])[1:]], GRID // 2, middle=False)
        )
    return [
        WordRow([WordCell(lines, GRID)], keep=True),
        WordRow(cells, _SEAL),
    ]
