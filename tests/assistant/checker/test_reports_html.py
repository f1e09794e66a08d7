"""The HTML page: whole, escaped, self-contained, every link of it leads somewhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from assistant.checker.check import check_file
from assistant.checker.form_loader import load_form
from assistant.checker.reports.blank import fill_form
from assistant.checker.reports.evidence import evidence_lines
from assistant.checker.reports.html import render_html
from assistant.checker.reports.models import CheckReport, Evidence, Reading
from eval.drafts.mutations import MUTATIONS, set_cell
from eval.drafts.sample import sample_content

H = "{http://www.w3.org/1999/xhtml}"
HOSTILE = "<script>alert(1)</script>&\"'<!--\u202eabc\u0007😀مرحبا"


def _report(path: Path, name: str = "示例县新材料产业集群", **cells: str) -> CheckReport:
    content = sample_content("初赛", "先进制造业集群")
    for mutation in MUTATIONS:
        if mutation.id in ("growth-2.1", "blank-growth", "no-5.2", "rank-order"):
            content = mutation.change(content)
    content = set_cell("一/name", name)(content)
    for place, text in cells.items():
        content = set_cell(place.replace("__", "/"), text)(content)
    path.write_bytes(fill_form(load_form("初赛"), content))
    return check_file(path)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> CheckReport:
    return _report(tmp_path_factory.mktemp("html") / "draft.docx")


def _tree(page: str) -> etree._Element:
    """The page as XML: it is written so that this, too, can read it."""
    return etree.fromstring(page.replace("<!DOCTYPE html>", "").encode())


def test_every_link_leads_to_a_place_of_the_page(report):
    root = _tree(render_html(report))
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(names) == len(set(names))
    targets = {element.get("href") for element in root.iter() if element.get("href")}
    assert targets
    assert all(target.startswith("#") for target in targets)
    assert {target[1:] for target in targets} <= set(names)
    for finding in report.findings:
        assert f"rule-{finding.rule}" in names
        assert f"#rule-{finding.rule}" in targets
    for reference in ("aria-labelledby", "aria-describedby"):
        for element in root.iter():
            assert set((element.get(reference) or "").split()) <= set(names)


def test_nothing_comes_from_outside_and_nothing_runs(report):
    page = render_html(report)
    assert set(re.findall(r"(?:https?:)?//[^\s\"'<;]+", page)) <= {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<(script|link|img|iframe|object|form)\b|@import|url\(|\bon\w+=", page)


def test_the_chart_is_told_to_those_who_cannot_see_it(report):
    root = _tree(render_html(report))
    svg = next(element for element in root.iter() if etree.QName(element).localname == "svg")
    assert svg.get("role") == "img"
    title, described = (svg.find(f"{{*}}{name}") for name in ("title", "desc"))
    assert title is not None
    for condition in report.conditions:
        assert f"{condition.name} {condition.score:.1f} 分" in described.text
    bars = [r.get("width") for r in svg.iter("{*}rect") if r.get("class") == "bar"]
    assert bars == [f"{condition.score:.1f}%" for condition in report.conditions]


def test_everything_that_was_found_is_on_the_page(report):
    text = " ".join(_tree(render_html(report)).itertext())
    for finding in report.findings:
        for part in (finding.message, finding.advice, finding.found, finding.expected):
            assert part is None or part in text
    for condition in report.conditions:
        for requirement in condition.requirements:
            assert requirement.why in text
            assert requirement.advice is None or requirement.advice in text
    assert "评分说明" in text
    assert "不是对集群本身水平的评价" in text


def test_what_to_add_comes_from_every_requirement_that_is_not_met(report):
    root = _tree(render_html(report))
    items = root.findall(".//ol[@class='additions']/li")
    unmet = [r for c in report.conditions for r in c.requirements if r.status != "met"]
    assert len(items) == len(unmet)


def test_what_could_not_be_read_stands_before_the_score(report):
    reading = Reading(
        unread=("第3页（扫描图片）",), uncertain=True, uncertain_pages=(2, 5), noted=("图片 3 张",)
    )
    page = render_html(report.model_copy(update={"reading": reading}))
    for text in ("第3页（扫描图片）", "第 2、5 页文字由图片识别", "图片 3 张"):
        assert text in page
        assert page.index(text) < page.index('class="total"')
    assert "使用前请注意" not in render_html(report)


def test_a_hostile_draft_stays_text(tmp_path):
    report = _report(
        tmp_path / "draft.docx",
        HOSTILE.replace("\u0007", ""),
        **{"2.1__profit__y1": "<img src=x onerror=1>" + "长" * 10_000},
    )
    page = render_html(report.model_copy(update={"file": f"{HOSTILE}.docx"}))
    root = _tree(page)
    assert not root.findall(".//script")
    assert not root.findall(".//img")
    assert "\u202e" not in page
    assert "\u0007" not in page
    assert "😀مرحبا" in page
    assert "共 10021 字" in page
    assert page.count("长" * 500) == 0
    assert json.loads(report.to_json())["cluster"] == HOSTILE.replace("\u0007", "")


@settings(max_examples=25)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_name_gives_a_page_that_can_be_written_and_read(report, file, cluster):
    changed = report.model_copy(update={"file": file, "cluster": cluster})
    _tree(render_html(changed).encode("utf-8").decode("utf-8"))


def test_cells_of_one_row_are_one_line_of_evidence():
    items = [
        Evidence(section="5.1", row="产值", column="2023年", value="1"),
        Evidence(section="5.1", row="产值", column="2024年", value="2"),
        Evidence(section="2.2", row="企业", column="名称", value="甲"),
        Evidence(section="2.2", row="企业", column="名称", value="乙"),
        Evidence(section="2.8", value="一句。"),
        Evidence(section="2.8", value="两句。"),
    ]
    assert evidence_lines(items) == [
        ("5.1 产值", "2023年 1；2024年 2"),
        ("2.2 企业 名称", "甲；乙"),
        ("2.8", "一句。"),
        ("2.8", "两句。"),
    ]
