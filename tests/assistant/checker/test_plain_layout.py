"""A draft laid out otherwise than the official file: plain tables, paragraph headings, one heading row, and Markdown."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from assistant.checker.check import check_file
from assistant.checker.form import CATEGORIES, STAGES, CellRef, Form, Row, Section, Table, year_labels
from assistant.checker.form_loader import load_form
from assistant.checker.mapping.collect import field_column
from assistant.checker.reports.blank import FormContent
from eval.drafts.mutations import set_cell
from eval.drafts.sample import sample_content, sample_report

Piece = tuple[str, list[list[str]] | str]


def field_label(row: Row) -> str:
    return f"{field_column(row) or ''}{row.label}".replace(" ", "")


def pieces(form: Form, content: FormContent) -> Iterator[Piece]:
    yield "heading", form.title
    for section in form.sections:
        yield (
            "heading",
            f"{section.number}、{section.title}"
            if section.level == 1
            else f"{section.number} {section.title}",
        )
        for table in section.tables if section.kind != "declaration" else ():
            if table.title:
                yield "line", table.title
            yield "table", cells(section, table, content)
        for line in content.texts.get(section.number, ()):
            yield "line", line
        for item in section.commitments:
            yield "line", item.text
        for row in section.tables[0].rows if section.kind == "declaration" else ():
            text = content.values.get(CellRef(section.number, row.key), "")
            yield "line", f"{row.label}：" + text.replace("\n", "  ")


def cells(section: Section, table: Table, content: FormContent) -> list[list[str]]:
    def value(row: str, column: str = "value") -> str:
        return content.values.get(CellRef(section.number, row, column), "").replace("\n", "  ")

    if table.kind == "fields":
        return [[field_label(row), value(row.key)] for row in table.rows]
    labels = [year_labels(column.label, 2022) for column in table.columns]
    if table.kind == "matrix":
        rows = [[row.label, *(value(row.key, column.key) for column in table.columns)] for row in table.rows]
        return [["指标名称", *labels], *rows]
    listed = content.lists.get((section.number, table.key), ())
    return [
        ["序号", *labels],
        *([str(n), *(row[c.key] for c in table.columns)] for n, row in enumerate(listed, 1)),
    ]


def as_word(form: Form, content: FormContent) -> bytes:
    document = docx.Document()
    for kind, what in pieces(form, content):
        if isinstance(what, list):
            table = document.add_table(rows=len(what), cols=len(what[0]))
            for row, texts in zip(table.rows, what, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
        elif kind == "heading":
            document.add_heading(what, 1)
        else:
            document.add_paragraph(what)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_markdown(form: Form, content: FormContent) -> bytes:
    lines = []
    for kind, what in pieces(form, content):
        if isinstance(what, list):
            lines += ["", *("| " + " | ".join(row) + " |" for row in what)]
            lines.insert(len(lines) - len(what) + 1, "|" + " --- |" * len(what[0]))
            lines.append("")
        else:
            lines.append(f"## {what}" if kind == "heading" else what)
    return "\n".join(lines).encode("gb18030")


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("write", [as_word, as_markdown])
def test_a_plain_layout_is_read_in_full(stage, category, write, tmp_path: Path):
    path = tmp_path / ("draft.docx" if write is as_word else "draft.md")
    path.write_bytes(write(load_form(stage), sample_content(stage, category)))
    report = check_file(path)
    assert [f.message for f in report.findings if f.rule != "trainee-list"] == []
    official = tmp_path / "official.docx"
    official.write_bytes(sample_report(stage, category))
    assert report.score == check_file(official).score
    assert (report.stage, report.category) == (stage, category)


def test_defects_are_found_in_a_plain_layout(tmp_path: Path):
    content = set_cell("3.1/gdp/growth", "15.3")(sample_content("初赛", "先进制造业集群"))
    content = set_cell("一/park_contact_phone", "139")(set_cell("3.1/tax/cluster_y1", "")(content))
    path = tmp_path / "draft.docx"
    path.write_bytes(as_word(load_form("初赛"), content))
    found = {(f.rule, f.section, f.row, f.column) for f in check_file(path).findings}
    assert found == {
        ("growth-rate", "3.1", "园区生产总值（亿元）", "总额增幅（%）"),
        ("telephone", "一", "电话", "集群核心承载园区 联系人"),
        ("cell-missing", "3.1", "上交税金总额（亿元）", "2022年其中：集群产业"),
    }


def test_a_scanned_signature_counts_as_signed(tmp_path: Path):
    """A picture in the signature cell: nothing is said about a missing signature, but the date is asked for."""
    from assistant.checker.reports.blank import fill_form

    content = set_cell("6.1/park_sign", "")(sample_content("初赛", "先进制造业集群"))
    document = docx.Document(io.BytesIO(fill_form(load_form("初赛"), content)))
    cell = next(c for c in document.element.iter(qn("w:tc")) if "园区负责人签字" in "".join(c.itertext()))
    picture = docx.text.paragraph.Paragraph(cell.findall(qn("w:p"))[0], document._body).add_run()
    picture.add_picture(io.BytesIO(png()))
    path = tmp_path / "draft.docx"
    document.save(str(path))
    assert [(f.rule, f.row) for f in check_file(path).findings] == [
        ("endorsement-undated", "集群核心承载园区负责人签字")
    ]


def png() -> bytes:
    """A picture of one white pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0\xff"))
        + chunk(b"IEND", b"")
    )
