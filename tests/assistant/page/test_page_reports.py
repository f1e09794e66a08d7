from datetime import date

import pytest

from assistant.page import reports
from assistant.page.cells import Excerpt
from assistant.page.changed import changes_html
from assistant.page.changes import compare
from assistant.page.conditions import conditions_html
from assistant.page.excerpts import excerpt_html
from assistant.page.findings import Filter, facets, findings_html
from index.corpus import load_corpus

DAY = date(2025, 6, 1)

EVIL = "<script>alert(1)</script>"


def report(**changes):
    finding = {
        "rule": "growth", "kind": "arithmetic", "severity": "error", "section": "2.1", "row": "集群总产值（亿元）",
        "column": "增幅（%）", "found": "15.0", "expected": "12.5", "message": "增幅不对", "advice": "改为12.5",
        "citation": {"doc": "report-2023", "locator": "初赛 2.1"},
    }  # fmt: skip
    hint = {
        **finding,
        "severity": "info",
        "section": "6.1",
        "message": "只是提示",
        "found": None,
        "expected": None,
    }
    evidence = [{"section": "5.1", "row": "集群总产值（亿元）", "column": "2025年发展目标", "value": "980"}]
    requirement = {
        "id": "6.1.1",
        "text": "目标明确",
        "status": "met",
        "evidence": evidence,
        "why": "有",
        "advice": None,
    }
    condition = {
        "id": "第六条（一）",
        "name": "产业特色明显",
        "score": 80.0,
        "weight": 1.0,
        "requirements": [requirement],
    }
    return {
        "file": "a.docx", "stage": "初赛", "category": "先进制造业集群", "cluster": "甲产业集群", "score": 78.5,
        "conditions": [condition], "findings": [hint, finding], **changes,
    }  # fmt: skip


@pytest.fixture(scope="module")
def corpus():
    return load_corpus()


def shown(given, corpus, excerpts=(), **chosen):
    return findings_html(given, excerpts, Filter(**chosen), corpus, DAY)


def test_head_has_total_scores_counts_and_what_the_score_means():
    html = reports.report_head(report())
    assert "78.5" in html
    assert "依据较充分" in html  # the band from 75
    assert 'width="80.0"' in html
    assert "错误 1 处" in html
    assert "提醒 0 处" in html
    assert reports.SCORE_NOTE in html
    assert "90—100 分" in html


def test_head_says_what_could_not_be_read_and_why_word_is_no_draft():
    html = reports.report_head(report(reading={"unread": ["第3页（扫描图片）"]}), "草稿.pdf 不是 Word 文件。")
    assert "第3页（扫描图片）" in html
    assert "不是原稿" in html


def test_findings_are_filtered_by_severity_section_and_kind(corpus):
    assert "只是提示" in shown(report(), corpus)
    errors = shown(report(), corpus, severities=("error",))
    assert "增幅不对" in errors
    assert "12.5</q>" in errors
    assert "只是提示" not in errors
    assert "增幅不对" not in shown(report(), corpus, section="6.1")
    assert "只是提示" not in shown(report(), corpus, section="2.1")
    assert "放宽" in shown(report(), corpus, kind="format")
    assert "放宽" in shown(report(), corpus, severities=())
    assert "都通过了" in shown(report(findings=[]), corpus)


def test_where_something_could_not_be_read_nothing_is_said_to_be_in_order(corpus):
    html = shown(report(findings=[], reading={"unread": ["第3页（扫描图片）"]}), corpus)
    assert "都通过了" not in html
    assert "没有检查" in html


def test_each_filter_counts_what_it_would_show_with_the_others_as_they_are():
    offered = facets(report(), Filter(severities=("error",)))
    assert offered.severities == [("错误（1）", "error"), ("提醒（0）", "warning"), ("提示（1）", "info")]
    assert [label for label, _ in offered.sections] == [
        "全部部分（1）",
        "6.1 集群符合参赛条件的真实性声明（0）",
        "2.1 集群主要经济指标（1）",
    ]
    assert offered.kinds == [("全部类型（1）", "全部"), ("计算（1）", "arithmetic")]
    assert facets(report(), Filter(section="6.1")).severities[0] == ("错误（0）", "error")


def test_a_finding_shows_the_row_of_the_draft_and_opens_its_clause_once(corpus):
    row = Excerpt(("项目", "2021年", "增幅（%）"), ("集群总产值（亿元）", "386.52", "15.0"), 2)
    html = shown(report(), corpus, (None, row))
    assert '<td class="ca-meant">15.0</td>' in html
    assert "<td>386.52</td>" in html
    assert "2.1 › 集群总产值（亿元） › 增幅（%）" in html
    assert html.count('<dialog class="ca-dialog" id="ca-basis-report-2023-初赛-2.1"') == 1
    assert html.count('data-ca-dialog="ca-basis-report-2023-初赛-2.1"') == 2


def test_long_cells_and_paragraphs_are_cut_around_the_words_meant():
    long = Excerpt((), ("前" * 500 + "发明专利634件" + "后" * 500,), 0)
    html = excerpt_html(long, "发明专利634件")
    first = html[: html.index("<details")]
    assert "<mark>发明专利634件</mark>" in first
    assert len(first) < 400
    wide = excerpt_html(Excerpt(("甲", "乙"), ("长" * 20_000, ""), 1))
    assert len(wide) < 7_000
    assert "20000" not in wide[:100]
    assert "（空）" in wide


def test_requirements_show_their_evidence(corpus):
    html = conditions_html(report(), corpus, DAY)
    assert "5.1 › 集群总产值（亿元） › 2025年发展目标" in html
    assert "<q>980</q>" in html
    assert "1 项：已有依据 1" in html
    assert 'id="ca-basis-measures-2021-第六条（一）"' in html


def test_chat_summary_shows_the_gravest_first():
    html = reports.summary_html(report(), limit=1)
    assert "增幅不对" in html
    assert "只是提示" not in html
    assert "另有 1 处" in html


@pytest.mark.parametrize("score", [-3.0, 0.0, 100.0, 140.0])
def test_bars_stay_inside_the_scale(score):
    condition = {**report()["conditions"][0], "score": score}
    html = reports.chart([condition])
    assert f'width="{min(100.0, max(0.0, score)):.1f}"' in html


def test_text_of_the_draft_is_escaped(corpus):
    spoiled = report(file=EVIL, cluster=EVIL)
    for finding in spoiled["findings"]:
        finding.update(found=EVIL, message=EVIL, row=EVIL, advice=EVIL)
    spoiled["conditions"][0]["requirements"][0]["evidence"][0]["value"] = EVIL
    excerpts = (Excerpt((EVIL,), (EVIL,), 0), Excerpt((), (EVIL,), 0))
    for html in (
        reports.report_head(spoiled, EVIL),
        shown(spoiled, corpus, excerpts),
        conditions_html(spoiled, corpus, DAY),
        reports.summary_html(spoiled),
        changes_html(compare(report(), spoiled), corpus, DAY),
    ):
        assert "alert(1)" in html
        assert "<script" not in html
