"""Metamorphic: however a draft is laid out, the same findings and the same score."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from assistant.checker.check import check_file
from assistant.checker.form import year_labels
from assistant.checker.form_loader import load_form
from assistant.checker.reports.blank import fill_form
from assistant.checker.reports.models import CheckReport
from eval.drafts.mutations import MUTATIONS
from eval.drafts.sample import sample_content

DEFECTS = (
    "blank-cell",
    "growth-2.2",
    "growth-3.1",
    "per-10k",
    "rank-order",
    "target-base",
    "telephone",
    "pledge-altered",
)
Change = Callable[[Any], None]


def text_of(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def draft() -> bytes:
    content = sample_content("初赛", "先进制造业集群")
    for mutation in MUTATIONS:
        if mutation.id in DEFECTS:
            content = mutation.change(content)
    return fill_form(load_form("初赛"), content)


def changed(data: bytes, change: Change) -> bytes:
    document = docx.Document(io.BytesIO(data))
    change(document.element.body)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def facts(report: CheckReport) -> tuple[Any, ...]:
    findings = sorted(
        (f.rule, f.section, f.row or "", f.column or "", f.found or "") for f in report.findings
    )
    return (findings, report.score, report.stage, report.category, report.cluster)


def table_with(body: Any, words: str) -> Any:
    return next(table for table in body.iter(qn("w:tbl")) if words in text_of(table))


def rows_of(table: Any) -> list[Any]:
    return [row for row in table if row.tag == qn("w:tr")]


def shuffle_rows(body: Any) -> None:
    """Indicator rows of 2.1, 2.2, 2.4 and 5.1 in another order."""
    for words in ("2.1  集群主要", "2.4  集群创新", "5.1  未来三年"):
        rows = rows_of(table_with(body, words))
        end = next((i for i, row in enumerate(rows) if "集群技术创新载体（" in text_of(row)), len(rows))
        own = rows[2:end]
        places = [deepcopy(row) for row in own]
        random.Random(7).shuffle(places)
        for old, new in zip(own, places, strict=True):
            old.getparent().replace(old, new)


def renumber(body: Any) -> None:
    for node in body.iter(qn("w:t")):
        for old, new in (
            ("2.1  集群主要", "3.1  集群主要"),
            ("3.1  园区主要", "2.9  园区主要"),
            ("5.1  未来", "（一）未来"),
            ("三、集群核心", "集群核心"),
        ):
            if node.text and node.text.startswith(old):
                node.text = node.text.replace(old, new)


def split_runs(body: Any) -> None:
    for run in list(body.iter(qn("w:r"))):
        node = run.find(qn("w:t"))
        if node is not None and len(node.text or "") > 1 and len(run.findall(qn("w:t"))) == 1:
            second = deepcopy(run)
            middle = len(node.text) // 2
            second.find(qn("w:t")).text = node.text[middle:]
            node.text = node.text[:middle]
            run.addnext(second)


def wrap_in_controls(body: Any) -> None:
    """Each table into a content control, each run into a tracked insertion."""
    for table in list(body.iter(qn("w:tbl"))):
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        table.addprevious(control)
        control.append(content)
        content.append(table)
    for run in list(body.iter(qn("w:r"))):
        inserted = OxmlElement("w:ins")
        run.addprevious(inserted)
        inserted.append(run)


def full_width(body: Any) -> None:
    wide = str.maketrans("0123456789.", "０１２３４５６７８９．")
    for cell in body.iter(qn("w:tc")):
        nodes = list(cell.iter(qn("w:t")))
        if len(nodes) == 1 and nodes[0].text and nodes[0].text.replace(".", "").isdigit():
            nodes[0].text = nodes[0].text.translate(wide)


def one_table(body: Any) -> None:
    """All tables of section 二 in one."""
    tables = [t for t in body if t.tag == qn("w:tbl") and text_of(t).startswith("2.")]
    first = tables[0]
    for table in tables[1:]:
        for row in rows_of(table):
            first.append(row)
        body.remove(table)


def table_per_block(body: Any) -> None:
    """Every table cut in two after its fifth row, without repeated headings."""
    for table in list(body.iter(qn("w:tbl"))):
        rows = rows_of(table)
        if len(rows) < 9 or "单位名称" in text_of(table):
            continue
        second = deepcopy(table)
        for row in rows_of(second)[:5]:
            second.remove(row)
        for row in rows[5:]:
            table.remove(row)
        table.addnext(second)
        table.addnext(OxmlElement("w:p"))


def nest(body: Any) -> None:
    """The whole report inside one cell of an outer table."""
    table, row, cell = OxmlElement("w:tbl"), OxmlElement("w:tr"), OxmlElement("w:tc")
    for child in [c for c in body if c.tag in (qn("w:p"), qn("w:tbl"))]:
        cell.append(child)
    row.append(cell)
    table.append(row)
    body.insert(0, table)


def headings_outside(body: Any) -> None:
    """Section headings as paragraphs above their tables instead of rows in them."""
    for table in list(body.iter(qn("w:tbl"))):
        row = rows_of(table)[0]
        if text_of(row)[:1].isdigit() and len(row.findall(qn("w:tc"))) == 1:
            for paragraph in list(row.iter(qn("w:p"))):
                table.addprevious(paragraph)
            table.remove(row)


def serial_column(body: Any) -> None:
    """A column 序号 before the indicators of 2.1."""
    for number, row in enumerate(rows_of(table_with(body, "2.1  集群主要"))):
        if number == 0:
            continue
        cell, paragraph = OxmlElement("w:tc"), OxmlElement("w:p")
        run, node = OxmlElement("w:r"), OxmlElement("w:t")
        node.text = "序号" if number == 1 else str(number - 1)
        run.append(node)
        paragraph.append(run)
        cell.append(paragraph)
        row.insert(0, cell)


def without_spans(body: Any) -> None:
    """A grid as converters leave it: no cell spans several columns in 2.1 and 5.1."""
    for words in ("2.1  集群主要", "5.1  未来三年"):
        for span in list(table_with(body, words).iter(qn("w:gridSpan"))):
            span.getparent().remove(span)


def swap_years(body: Any) -> None:
    """The later year before the earlier one in 2.2's indicators."""
    for row in rows_of(table_with(body, "2.2  集群企业"))[1:13]:
        cells = row.findall(qn("w:tc"))
        cells[1].addprevious(cells[2])


CHANGES = [
    shuffle_rows, renumber, split_runs, wrap_in_controls, full_width, one_table, table_per_block, nest,
    headings_outside, serial_column, without_spans, swap_years,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_layout_does_not_change_the_findings(change: Change, tmp_path: Path):
    plain, other = tmp_path / "a.docx", tmp_path / "b.docx"
    data = draft()
    plain.write_bytes(data)
    other.write_bytes(changed(data, change))
    first = check_file(plain)
    assert {f.rule for f in first.findings} >= {"growth-rate", "derived-ratio", "telephone", "commitment"}
    found = {f.rule: f.found for f in first.findings}
    wide = str.maketrans("０１２３４５６７８９．", "0123456789.")
    second = check_file(other)
    if change is full_width:
        second = second.model_copy(
            update={
                "findings": tuple(
                    f.model_copy(update={"found": f.found and f.found.translate(wide)})
                    for f in second.findings
                )
            }
        )
    assert facts(second) == facts(first), found


def test_contents_page_is_not_taken_for_headings(tmp_path: Path):
    def contents(body: Any) -> None:
        for line in (
            "2.1 集群主要经济指标........2",
            "2.8 集群发展总体情况自评报告\t9",
            "五、培育发展产业集群实施方案 …… 20",
        ):
            paragraph, run, node = OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:t")
            node.text = line
            run.append(node)
            paragraph.append(run)
            body.insert(0, paragraph)

    path = tmp_path / "a.docx"
    path.write_bytes(
        changed(fill_form(load_form("初赛"), sample_content("初赛", "先进制造业集群")), contents)
    )
    assert check_file(path).findings == ()


@pytest.mark.parametrize(("label", "text"), [("{t1}年发展目标", "2026年发展目标"), ("{y2}年", "2024年")])
def test_years_of_labels(label, text):
    assert year_labels(label, 2025) == text
