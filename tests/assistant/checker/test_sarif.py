"""SARIF 2.1.0 against the official schema.

`schemas/sarif-2.1.0-rtm.5.json` is the schema of the OASIS standard as `@microsoft/jest-sarif` 1.0.0-beta.0 (MIT) carries it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from assistant.checker.check import check_file
from assistant.checker.exceptions import AcceptedException, accept
from assistant.checker.form_loader import load_form
from assistant.checker.reports.blank import fill_form
from assistant.checker.reports.models import Acceptance, CheckReport
from assistant.checker.reports.sarif import fingerprints, render_sarif
from assistant.checker.rules.registry import all_rules
from assistant.checker.source import Place
from eval.drafts.mutations import MUTATIONS, drop_rows, set_cell
from eval.drafts.sample import sample_content

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
)
FAULTS = ("growth-2.1", "blank-growth", "no-5.2", "pledge-altered", "rank-order", "telephone")


@pytest.fixture
def report(tmp_path: Path) -> CheckReport:
    return _checked(tmp_path / "a.docx")


def _checked(path: Path, *more: Any) -> CheckReport:
    content = sample_content("初赛", "先进制造业集群")
    for change in (*(m.change for m in MUTATIONS if m.id in FAULTS), *more):
        content = change(content)
    path.write_bytes(fill_form(load_form("初赛"), content))
    return check_file(path)


def _run(report: CheckReport) -> Mapping[str, Any]:
    log = json.loads(render_sarif(report))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


def test_the_log_is_valid_and_says_what_the_report_says(report: CheckReport) -> None:
    run = _run(report)
    levels = {"error": "error", "warning": "warning", "info": "note"}
    assert [(r["ruleId"], r["level"]) for r in run["results"]] == [
        (f.rule, levels[f.severity]) for f in report.findings
    ]
    for result, finding in zip(run["results"], report.findings, strict=True):
        assert finding.message in result["message"]["text"]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == finding.rule
        assert "suppressions" not in result
    assert run["properties"]["score"] == report.score
    assert len(run["properties"]["conditions"]) == 6


def test_every_rule_is_described(report: CheckReport) -> None:
    described = _run(report)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == [rule.id for rule in all_rules()]
    for entry, rule in zip(described, all_rules(), strict=True):
        assert entry["shortDescription"]["text"] == rule.title
        assert entry["help"]["markdown"].startswith(f"# {rule.title}\n")
        assert entry["properties"]["page"] == f"corpus/checks/{rule.id}.md"


def test_cells_are_logical_locations(report: CheckReport) -> None:
    growth = next(r for r in _run(report)["results"] if r["ruleId"] == "growth-rate")
    (location,) = growth["locations"]
    assert location["logicalLocations"] == [
        {
            "name": "增幅（%）",
            "fullyQualifiedName": "2.1/集群总产值（亿元）/增幅（%）",
            "decoratedName": "2.1 集群总产值（亿元） 增幅（%）",
            "kind": "cell",
        }
    ]
    section = next(r for r in _run(report)["results"] if r["ruleId"] == "text-missing")
    assert section["locations"][0]["logicalLocations"][0]["kind"] == "section"


@pytest.mark.parametrize("name", ["参赛 报告%20#1?.docx", "c:稿.docx", "..docx", "😀&<稿>.docx"])
def test_the_file_name_is_a_relative_reference(name: str, report: CheckReport) -> None:
    run = _run(report.model_copy(update={"file": name}))
    uri = run["artifacts"][0]["location"]["uri"]
    assert unquote(uri) == name
    assert not set(uri) & set(" #?:/<>\\")
    assert {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]} == {uri}


def test_the_page_of_a_paged_file_is_told(report: CheckReport) -> None:
    paged = report.findings[0].model_copy(update={"place": Place(page=7)})
    (result,) = _run(report.model_copy(update={"findings": (paged,)}))["results"]
    assert result["locations"][0]["physicalLocation"]["properties"] == {"page": 7}


def _identities(report: CheckReport) -> dict[tuple[str, str, str | None, str | None], str]:
    found = report.findings
    return {
        (f.rule, f.section, f.row, f.column): identity
        for f, identity in zip(found, fingerprints(found), strict=True)
    }


def test_identities_stay_under_unrelated_edits(tmp_path: Path, report: CheckReport) -> None:
    edited = _checked(
        tmp_path / "b.docx",
        set_cell("2.2/firms/y1", "319"),
        set_cell("一/area", ""),
        drop_rows("2.3", "projects", 4),
    )
    before, after = _identities(report), _identities(edited)
    assert before.items() <= after.items()
    assert len(set(after.values())) == len(edited.findings) > len(report.findings)


def test_a_value_that_is_still_wrong_is_the_same_finding(tmp_path: Path, report: CheckReport) -> None:
    edited = _checked(tmp_path / "b.docx", set_cell("2.1/output/growth", "16.0"))
    key = ("growth-rate", "2.1", "集群总产值（亿元）", "增幅（%）")
    assert _identities(report)[key] == _identities(edited)[key]


def test_accepted_findings_are_suppressed_and_the_rest_is_told(report: CheckReport) -> None:
    acceptance = Acceptance(reason="统计口径调整", who="张某", until=date(2026, 6, 30))
    entries = (
        AcceptedException(1, "growth-rate", "2.1", "*", "*", acceptance=acceptance),
        AcceptedException(2, "telephone", "9.9", acceptance=acceptance),
    )
    run = _run(accept(report, entries, date(2026, 6, 30)))
    suppressed = [r for r in run["results"] if r.get("suppressions")]
    assert [r["ruleId"] for r in suppressed] == ["growth-rate"]
    (suppression,) = suppressed[0]["suppressions"]
    assert suppression["status"] == "accepted"
    assert suppression["justification"] == "统计口径调整（批准人：张某；有效期至 2026-06-30）"
    told = [n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]]
    assert len(told) == 1
    assert "第2条" in told[0]


def test_what_could_not_be_read_is_told(report: CheckReport) -> None:
    reading = report.reading.model_copy(update={"unread": ("第3页（扫描图片）",), "uncertain": True})
    told = _run(report.model_copy(update={"reading": reading}))["invocations"][0][
        "toolExecutionNotifications"
    ]
    assert ["第3页（扫描图片）" in told[0]["message"]["text"], "识别" in told[1]["message"]["text"]] == [
        True,
        True,
    ]
