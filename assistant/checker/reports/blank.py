"""Lays out the report form as a Word file: blank for download, or filled in from given content."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.checker.form import CellRef, Form, Section, Stage, Table, year_labels
from assistant.checker.form_loader import load_form
from assistant.checker.reports.package import normalised
from assistant.checker.reports.wordxml import WordCell, WordRow, paragraph, table

_GRID = 24
_WIDTH = 9000  # twentieths of a point


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
    import docx

    document = docx.Document()
    _fonts(document)
    body = document.element.body
    end = body[-1]  # the section properties stay last
    year = content.last_year or form.printed_year
    blocks = [paragraph(form.title, bold=True, centred=True, size=36)]
    for section in form.sections:
        blocks += _section_blocks(section, content, year)
    for block in blocks:
        end.addprevious(block)
    buffer = io.BytesIO()
    document.save(buffer)
    return normalised(buffer.getvalue())


def _fonts(document: object) -> None:
    from docx.oxml.ns import qn

    style = document.styles["Normal"]  # type: ignore[attr-defined]
    style.font.name = "Times New Roman"
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")


def _section_blocks(section: Section, content: FormContent, year: int) -> list[object]:
    if section.level == 1:
        blocks = [paragraph(f"{section.number}、{section.title}", bold=True, size=28)]
        rows = _section_rows(section, content, year)
        if section.kind == "annex":
            return blocks + [paragraph(text) for text in content.texts.get(section.number, [""])]
        return blocks + ([table(rows, _GRID, _WIDTH), paragraph("")] if rows else [])
    rows = [WordRow([WordCell([f"{section.number}  {section.title}"], _GRID, bold=True)])]
    rows += _section_rows(section, content, year)
    return [table(rows, _GRID, _WIDTH), paragraph("")]


def _section_rows(section: Section, content: FormContent, year: int) -> list[WordRow]:
    rows: list[WordRow] = []
    for part in section.tables:
        if section.kind == "declaration":
            continue
        if part.title:
            rows.append(WordRow([WordCell([part.title, *part.instructions], _GRID)]))
        if part.kind == "fields":
            rows += _field_rows(section, part, content)
        elif part.kind == "matrix":
            rows += _matrix_rows(section, part, content, year)
        else:
            rows += _list_rows(section, part, content, year)
    if section.kind == "tables" and section.instructions:
        rows.insert(0, WordRow([WordCell(list(section.instructions), _GRID)]))
    if (section.kind in ("text", "annex") and section.level == 2) or section.limit:
        lines = [*section.instructions, *content.texts.get(section.number, [""])]
        rows.append(WordRow([WordCell(lines, _GRID)]))
    if section.kind == "declaration":
        rows += _declaration_rows(section, content)
    return rows


def _field_rows(section: Section, part: Table, content: FormContent) -> list[WordRow]:
    rows: list[WordRow] = []
    group: str | None = None
    for row in part.rows:
        text = content.values.get(CellRef(section.number, row.key), "")
        if row.kind == "endorsement":
            lines = text.split("\n") if text else ["", "（盖章）", "年   月   日"]
            rows.append(WordRow([WordCell([f"{row.label}：", *lines], _GRID)]))
        elif row.kind == "phone":
            rows[-1].cells[-1].span = 8
            rows[-1].cells += [WordCell([row.label], 3), WordCell([text], 5)]
        elif row.group:
            rows.append(
                WordRow(
                    [
                        WordCell(
                            [row.group] if row.group != group else [""],
                            4,
                            merge="restart" if row.group != group else "continue",
                        ),
                        WordCell([row.label], 4),
                        WordCell([text], 16),
                    ]
                )
            )
            group = row.group
        else:
            rows.append(WordRow([WordCell([row.label], 8), WordCell([text or row.hint], 16)]))
    return rows


def _matrix_rows(section: Section, part: Table, content: FormContent, year: int) -> list[WordRow]:
    rows = _matrix_heading(part, year)
    for row in part.rows:
        cells = [WordCell([row.label], _GRID - 3 * _columns(part))]
        wanted = part.row_columns(row)
        if len(wanted) < len(part.columns):  # 3.1: a cell for each year, none for the growth
            spans = [6] * len(wanted)
            spans[-1] += 3 * len(part.columns) - sum(spans)
        else:
            spans = [3] * len(wanted)
        for column, span in zip(wanted, spans, strict=True):
            text = content.values.get(CellRef(section.number, row.key, column.key), "")
            cells.append(WordCell([text], span))
        rows.append(WordRow(cells))
    return rows


def _columns(part: Table) -> int:
    return len(part.columns)


def _matrix_heading(part: Table, year: int) -> list[WordRow]:
    first = _GRID - 3 * _columns(part)
    labels = [year_labels(column.label, year) for column in part.columns]
    corner = ["近2年情况", "指标名称"] if not any("目标" in label for label in labels) else ["指标名称"]
    if not any(column.part_of for column in part.columns):
        return [WordRow([WordCell(corner, first), *(WordCell([label], 3) for label in labels)])]
    upper = [WordCell(corner, first, merge="restart")]
    lower = [WordCell([""], first, merge="continue")]
    for column, label in zip(part.columns, labels, strict=True):
        years, words = label[:5], label[5:]
        if column.role == "growth":
            upper.append(WordCell([label], 3, merge="restart"))
            lower.append(WordCell([""], 3, merge="continue"))
            continue
        if column.part_of is None:
            upper.append(WordCell([years], 6))
        lower.append(WordCell([words], 3))
    return [WordRow(upper), WordRow(lower)]


def _list_rows(section: Section, part: Table, content: FormContent, year: int) -> list[WordRow]:
    spans = _spans(len(part.columns))
    rows = _list_heading(part, spans, year)
    filled = content.lists.get((section.number, part.key), ())
    blank: Mapping[str, str] = {}
    wanted = max(len(filled), 1 if filled else (part.expected_rows or 3))
    for position in range(wanted):
        own = filled[position] if position < len(filled) else blank
        rows.append(
            WordRow(
                [WordCell([own.get(c.key, "")], span) for c, span in zip(part.columns, spans, strict=True)]
            )
        )
    return rows


def _spans(count: int) -> list[int]:
    spans = [_GRID // count] * count
    spans[0] += _GRID - sum(spans)
    return spans


def _list_heading(part: Table, spans: list[int], year: int) -> list[WordRow]:
    labels = [year_labels(column.label, year) for column in part.columns]
    if not any(column.role == "year-1" for column in part.columns):
        return [WordRow([WordCell([label], span) for label, span in zip(labels, spans, strict=True)])]
    upper: list[WordCell] = []
    lower: list[WordCell] = []
    for column, label, span in zip(part.columns, labels, spans, strict=True):
        if column.role == "year-2":
            upper.append(WordCell([label[:-5]], span))
            lower.append(WordCell([label[-5:]], span))
        elif column.role == "year-1":
            upper[-1].span += span
            lower.append(WordCell([label[-5:]], span))
        else:
            upper.append(WordCell([label], span, merge="restart"))
            lower.append(WordCell([""], span, merge="continue"))
    return [WordRow(upper), WordRow(lower)]


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
        rest = text.split("\n") if text else ["（单位盖章）", "", "年    月    日"]
        cells.append(
            WordCell(
                [f"{row.label}：{rest[0]}", *rest[1:]] if text else [f"{row.label}：", *rest], _GRID // 2
            )
        )
    return [WordRow([WordCell(lines, _GRID)]), WordRow(cells)]
