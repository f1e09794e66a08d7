from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from assistant.checker import blank_form, check_file, commented_docx, render_html, write_commented_docx
from assistant.checker.form_loader import load_form
from assistant.checker.readers.docx import read_docx
from assistant.checker.reports.blank import fill_form
from assistant.checker.reports.text import render_text
from assistant.checker.source import paragraphs
from eval.drafts.mutations import MUTATIONS, set_cell
from eval.drafts.sample import sample_content


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    content = sample_content("初赛", "先进制造业集群")
    for mutation in MUTATIONS:
        if mutation.id in ("growth-2.1", "blank-growth", "blank-field", "no-5.2", "unsigned"):
            content = mutation.change(content)
    content = set_cell("一/name", "示例<b>&产业集群")(content)
    path = tmp_path / "draft.docx"
    path.write_bytes(fill_form(load_form("初赛"), content))
    return path


def test_json_is_the_contracts(draft):
    data = json.loads(check_file(draft).to_json())
    assert list(data) == ["file", "stage", "category", "cluster", "score", "conditions", "findings"]
    assert [c["id"] for c in data["conditions"]] == [f"第六条（{n}）" for n in "一二三四五六"]
    condition = data["conditions"][0]
    assert list(condition) == ["id", "name", "score", "weight", "requirements"]
    assert list(condition["requirements"][0]) == ["id", "text", "status", "evidence", "why", "advice"]
    growth = next(f for f in data["findings"] if f["rule"] == "growth-rate")
    assert list(growth) == [
        "rule", "kind", "severity", "section", "row", "column", "found", "expected", "message", "advice", "citation",
    ]  # fmt: skip
    assert growth["citation"] == {"doc": "report-2023", "locator": "初赛 2.1"}
    text = next(f for f in data["findings"] if f["rule"] == "text-missing")
    assert "row" not in text
    assert "column" not in text
    sentence = next(
        e
        for c in data["conditions"]
        for r in c["requirements"]
        for e in r["evidence"]
        if e["section"] == "2.8"
    )
    assert list(sentence) == ["section", "value"]


def test_locators_of_all_findings_exist_in_the_corpus(draft):
    body = {s.number for s in load_form("初赛").sections}
    for finding in check_file(draft).findings:
        if finding.citation.doc == "report-2023":
            assert finding.citation.locator.removeprefix("初赛 ") in body


def test_same_file_same_bytes(draft, tmp_path):
    first, second = check_file(draft), check_file(draft)
    assert first.to_json() == second.to_json()
    assert render_html(first) == render_html(second)
    assert render_text(first) == render_text(second)
    assert commented_docx(draft.read_bytes(), first) == commented_docx(draft.read_bytes(), second)
    assert blank_form("初赛") == blank_form("初赛")


def test_html_is_whole_escaped_and_needs_nothing_from_outside(draft):
    page = render_html(check_file(draft))
    root = etree.fromstring(
        page.replace("<!DOCTYPE html>", "")
        .replace('<meta charset="utf-8">', '<meta charset="utf-8"/>')
        .replace('initial-scale=1">', 'initial-scale=1"/>')
        .encode()
    )
    assert root.find(".//svg") is not None or root.find(".//{http://www.w3.org/2000/svg}svg") is not None
    assert "示例&lt;b&gt;&amp;产业集群" in page
    assert "<script" not in page
    addresses = set(re.findall(r"https?://[^\s\"'<]+", page))
    assert addresses <= {"http://www.w3.org/2000/svg"}
    for finding in check_file(draft).findings:
        assert finding.rule
    assert "不是对集群本身水平的评价" in page


def test_word_comments_stand_at_their_cells_and_the_text_is_untouched(draft, tmp_path):
    report = check_file(draft)
    out = tmp_path / "out.docx"
    write_commented_docx(draft, report, out)
    document = docx.Document(str(out))
    comments = {c.comment_id: c.text for c in document.comments}
    assert len(comments) == len(report.findings)
    growth = next(i for i, text in comments.items() if "集群总产值" in text and "17.0" in text)
    start = next(
        e for e in document.element.iter(qn("w:commentRangeStart")) if e.get(qn("w:id")) == str(growth)
    )
    cell = next(a for a in start.iterancestors() if a.tag == qn("w:tc"))
    assert "".join(t.text for t in cell.iter(qn("w:t"))) == "15.0"

    def words(data: bytes) -> list[str]:
        return [p.text for p in paragraphs(read_docx(data, "x").blocks)]

    assert words(out.read_bytes()) == words(draft.read_bytes())
    assert check_file(out, name="draft.docx").to_json() == report.to_json()
    xml = zipfile.ZipFile(out).read("word/comments.xml").decode()
    assert "w:date=" not in xml
    assert {info.date_time for info in zipfile.ZipFile(out).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_blank_form_carries_every_label_and_instruction():
    for stage in ("初赛", "决赛"):
        text = "".join(p.text for p in paragraphs(read_docx(blank_form(stage), "x").blocks))
        form = load_form(stage)
        for section, _table, row in form.rows():
            assert row.label in text, (section.number, row.label)
        for section in form.sections:
            for instruction in section.all_instructions:
                assert instruction in text
            for commitment in section.commitments:
                assert commitment.text in text


@pytest.mark.parametrize("stage", ["初赛", "决赛"])
def test_blank_form_is_laid_out_for_print(stage):
    data = blank_form(stage)
    document = docx.Document(io.BytesIO(data))
    (section,) = document.sections
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.2)
    text = section.page_width - section.left_margin - section.right_margin
    (field,) = section.footer._element.iter(qn("w:fldSimple"))
    assert field.get(qn("w:instr")).strip() == "PAGE"
    for table in document.element.iter(qn("w:tbl")):
        columns = [int(c.get(qn("w:w"))) for c in table.iter(qn("w:gridCol"))]
        assert sum(columns) * 635 <= text  # 635 EMU are a twentieth of a point
        sides = {border.tag for border in table.find(f".//{qn('w:tblBorders')}")}
        assert sides == {qn(f"w:{side}") for side in ("top", "left", "bottom", "right", "insideH", "insideV")}
        for row in table.iter(qn("w:tr")):
            spans = [cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for cell in row.iter(qn("w:tc"))]
            assert sum(1 if span is None else int(span.get(qn("w:val"))) for span in spans) == len(columns)
    repeated = [
        row for row in document.element.iter(qn("w:tr")) if row.find(f".//{qn('w:tblHeader')}") is not None
    ]
    assert any("2.1" in "".join(row.itertext()) for row in repeated)
    assert not any("2.2" in "".join(row.itertext()) for row in repeated)  # it holds tables of several kinds
    assert len(data) < 300_000


def test_checking_stays_light(draft):
    """No model, page or vector library is imported, and none that reads images or charts."""
    code = (
        "import sys, pathlib\n"
        "from assistant.checker import check_file, render_html\n"
        "render_html(check_file(pathlib.Path(sys.argv[1])))\n"
        "heavy = {'torch', 'gradio', 'chromadb', 'llama_index', 'onnxruntime', 'jieba', 'transformers', 'numpy', 'docx'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(draft)], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


def test_a_broken_word_file_cannot_be_commented(draft):
    from index.errors import UserError

    report = check_file(draft)
    with pytest.raises(UserError, match="批注"):
        commented_docx(io.BytesIO(b"PK\x05\x06" + b"\0" * 18).getvalue(), report)
