import pytest

from assistant.page import reports

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


def test_head_has_total_scores_counts_and_what_the_score_means():
    html = reports.report_head(report())
    assert "78.5" in html
    assert 'width="80.0"' in html
    assert "错误 1 处，疑问 0 处，提示 1 处" in html
    assert reports.SCORE_NOTE in html


def test_findings_are_filtered_by_severity():
    assert "只是提示" in reports.findings_html(report())
    html = reports.findings_html(report(), ["error"])
    assert "增幅不对" in html
    assert "应为：<q>12.5</q>" in html
    assert "只是提示" not in html
    assert "勾选" in reports.findings_html(report(), ["warning"])
    assert reports.findings_html(report(findings=[])).count("没有发现问题") == 1


def test_requirements_show_their_evidence():
    html = reports.conditions_html(report())
    assert "5.1 集群总产值（亿元） 2025年发展目标：<q>980</q>" in html
    assert "1/1 项有依据" in html


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


def test_text_of_the_draft_is_escaped():
    spoiled = report(file=EVIL, cluster=EVIL)
    for finding in spoiled["findings"]:
        finding.update(found=EVIL, message=EVIL, row=EVIL, advice=EVIL)
    spoiled["conditions"][0]["requirements"][0]["evidence"][0]["value"] = EVIL
    for render in (reports.report_head, reports.findings_html, reports.conditions_html, reports.summary_html):
        html = render(spoiled)
        assert "<script" not in html
