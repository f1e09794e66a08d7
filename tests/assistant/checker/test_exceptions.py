"""Accepted exceptions: which findings they match, until when, and what a malformed file is told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checker.check import check_file
from assistant.checker.exceptions import AcceptedException, accept
from assistant.checker.exceptions_file import exceptions_template, load_exceptions, parse_exceptions
from assistant.checker.form_loader import load_form
from assistant.checker.reports.blank import fill_form
from assistant.checker.reports.docx import comment_text
from assistant.checker.reports.html import render_html
from assistant.checker.reports.models import Acceptance, CheckReport, Citation, Finding
from assistant.checker.reports.text import render_text
from eval.drafts.mutations import MUTATIONS
from eval.drafts.sample import sample_content
from index.errors import UserError

FAULTS = ("growth-2.1", "blank-growth", "no-5.2", "pledge-altered", "rank-order", "telephone", "prose-output")
DAY = date(2026, 3, 1)
FILLED = {
    "理由: ''": "理由: 统计口径调整",
    "批准人: ''": "批准人: 张某",
    "有效期至: ''": "有效期至: 2026-03-01",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> CheckReport:
    content = sample_content("初赛", "先进制造业集群")
    for mutation in MUTATIONS:
        if mutation.id in FAULTS:
            content = mutation.change(content)
    path = tmp_path_factory.mktemp("exceptions") / "draft.docx"
    path.write_bytes(fill_form(load_form("初赛"), content))
    return check_file(path)


def _filled(text: str) -> str:
    for blank, value in FILLED.items():
        text = text.replace(blank, value)
    return text


def _entry(**fields: str) -> AcceptedException:
    until = date.fromisoformat(fields.pop("until", "2026-03-01"))
    acceptance = Acceptance(reason="统计口径调整", who="张某", until=until)
    return AcceptedException(1, **{"rule": "growth-rate", "section": "2.1", **fields}, acceptance=acceptance)


def _accepted(report: CheckReport, *entries: AcceptedException, day: date = DAY) -> list[str]:
    return [finding.rule for finding in accept(report, entries, day).accepted_findings]


GROWTH = {"row": "集群总产值（亿元）", "column": "增幅（%）"}


@pytest.mark.parametrize(
    ("fields", "accepted"),
    [
        (GROWTH, 1),
        ({**GROWTH, "found": "15.0"}, 1),
        ({**GROWTH, "found": "１５．０"}, 1),
        ({"row": " 集群总产值 (亿元)", "column": "增幅(%)"}, 1),
        ({"row": "*", "column": "*"}, 1),
        ({**GROWTH, "found": "15"}, 0),
        ({**GROWTH, "column": "2022年"}, 0),
        ({"row": "集群总产值（亿元）"}, 0),
        ({}, 0),
        ({**GROWTH, "section": "2.2"}, 0),
        ({**GROWTH, "rule": "derived-ratio"}, 0),
        ({**GROWTH, "until": "2026-02-28"}, 0),
        ({**GROWTH, "until": "2026-03-02"}, 1),
    ],
)
def test_an_entry_accepts_exactly_its_finding(report, fields, accepted):
    assert _accepted(report, _entry(**fields)) == ["growth-rate"] * accepted


def test_a_finding_on_a_section_is_matched_without_row_and_column(report):
    assert _accepted(report, _entry(rule="text-missing", section="5.2")) == ["text-missing"]


def test_accepted_findings_do_not_count(report):
    result = accept(report, [_entry(**GROWTH)], DAY)
    assert len(result.errors) == len(report.errors) - 1
    assert result.count("error") == report.count("error") - 1
    assert len(result.findings) == len(report.findings)
    assert result.score == report.score


def test_the_day_decides_and_the_day_alone(report):
    entry = _entry(**GROWTH)
    assert accept(report, [entry], DAY).to_json() == accept(report, [entry], DAY).to_json()
    late = accept(report, [entry], date(2026, 3, 2))
    assert late.accepted_findings == ()
    (note,) = late.exceptions.notes
    assert note.problem == "expired"
    assert "2026-03-01" in note.message


@pytest.mark.parametrize(
    ("entry", "problem", "said"),
    [
        (_entry(rule="telephone", section="一", row="没有这一行"), "unused", "没有对应的问题"),
        (_entry(rule="no-such-rule"), "unused", "规则不存在"),
        (AcceptedException(4, "growth-rate", "2.1", **GROWTH), "blank", "没有填写"),
        (_entry(**GROWTH, until="2020-01-01"), "expired", "到期"),
    ],
)
def test_entries_that_accept_nothing_are_told_everywhere(report, entry, problem, said):
    result = accept(report, [entry], DAY)
    assert [note.problem for note in result.exceptions.notes] == [problem]
    assert said in result.exceptions.notes[0].message
    assert f"第{entry.number}条" in result.exceptions.notes[0].message
    assert json.loads(result.to_json())["exceptions"]["notes"][0]["problem"] == problem
    for text in (render_text(result), render_html(result)):
        assert said in text


def test_accepted_findings_are_shown_with_reason_name_and_day(report):
    result = accept(report, [_entry(**GROWTH)], DAY)
    (finding,) = result.accepted_findings
    for text in (render_text(result), render_html(result), comment_text(finding), result.to_json()):
        for part in ("统计口径调整", "张某", "2026-03-01"):
            assert part in text
    assert "2026-03-01" in render_html(result)
    assert "【已接受·错误】" in comment_text(finding)


def test_json_without_exceptions_has_the_contracts_fields_alone(report):
    data = json.loads(report.to_json())
    assert "exceptions" not in data
    assert not [finding for finding in data["findings"] if "accepted" in finding]
    used = json.loads(accept(report, [_entry(**GROWTH)], DAY).to_json())
    assert list(used) == [*data, "exceptions"]
    assert used["exceptions"] == {"as_of": "2026-03-01", "accepted": 1, "notes": []}
    growth = next(finding for finding in used["findings"] if finding["rule"] == "growth-rate")
    assert list(growth)[-2:] == ["citation", "accepted"]
    assert growth["accepted"] == {"reason": "统计口径调整", "who": "张某", "until": "2026-03-01"}


def test_the_template_has_one_entry_for_each_finding(report):
    entries = parse_exceptions(exceptions_template(report), "x.yaml")
    assert len(entries) == len(report.findings)
    assert all(entry.acceptance is None for entry in entries)
    for entry, finding in zip(entries, report.findings, strict=True):
        assert [other for other in report.findings if entry.matches(other)] == [finding]
    assert accept(report, entries, DAY).accepted_findings == ()


def test_the_template_filled_in_accepts_everything(report):
    entries = parse_exceptions(_filled(exceptions_template(report)), "x.yaml")
    result = accept(report, entries, DAY)
    assert result.open_findings == ()
    assert result.exceptions.notes == ()
    assert result.errors == ()


def test_a_template_keeps_what_was_filled_in_before(report):
    earlier = (_entry(**GROWTH, until="2020-01-01"),)
    entries = parse_exceptions(exceptions_template(report, earlier), "x.yaml")
    assert len(entries) == len(report.findings)
    assert entries[0].acceptance == earlier[0].acceptance


def _finding(**fields: str) -> Finding:
    common = {"rule": "commitment", "kind": "declaration", "severity": "error", "section": "6.1"}
    return Finding(**{**common, **fields}, citation=Citation(doc="report-2023", locator="初赛 6.1"))


def test_findings_that_share_their_place_are_told_apart_by_their_message():
    found = (_finding(message="第一句被改动。"), _finding(message="第二句被改动。"))
    report = CheckReport(
        file="x", stage="初赛", category=None, cluster="", score=0, conditions=(), findings=found
    )
    first, second = parse_exceptions(_filled(exceptions_template(report)), "x.yaml")
    assert accept(report, [first], DAY).open_findings == found[1:]
    assert accept(report, [second], DAY).open_findings == found[:1]


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
findings = st.builds(
    lambda row, column, found, message: _finding(
        message=message or "x", **{k: v for k, v in (("row", row), ("column", column), ("found", found)) if v.strip()}
    ),
    texts, texts, texts, texts,
)  # fmt: skip


@given(st.lists(findings, max_size=5))
def test_any_finding_survives_the_template(found):
    report = CheckReport(
        file="x", stage="初赛", category=None, cluster="", score=0, conditions=(), findings=tuple(found)
    )
    text = _filled(exceptions_template(report))
    entries = parse_exceptions(text, "x.yaml")
    assert accept(report, entries, DAY).open_findings == ()


def test_english_names_and_a_bare_list_are_understood():
    text = (
        "exceptions:\n- {rule: growth-rate, section: 2.10, row: a, reason: b, who: c, until: 2026年12月1日}\n"
    )
    (entry,) = parse_exceptions(text, "x.yaml")
    assert (entry.section, entry.row, entry.column) == ("2.10", "a", None)
    assert entry.acceptance == Acceptance(reason="b", who="c", until=date(2026, 12, 1))
    (bare,) = parse_exceptions("- 规则: growth-rate\n  章节: '2.1'\n", "x.yaml")
    assert bare.acceptance is None


@pytest.mark.parametrize("text", ["", "例外:\n", "例外: []", "# 只有说明\n"])
def test_an_empty_file_accepts_nothing(text):
    assert parse_exceptions(text, "x.yaml") == ()


GOOD = "- 规则: growth-rate\n  章节: '2.1'\n  理由: a\n  批准人: b\n  有效期至: 2026-12-31\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("例外\n", "逐条列出"),
        ("规则: growth-rate\n", "应以“例外:”开头"),
        ("例外: {规则: x}\n", "逐条列出"),
        ("- 规则：growth-rate\n", "第1条不是"),
        (GOOD + "- 规则\n", "第2条不是"),
        (GOOD.replace("批准人: b", "批准人: ''"), "第1条没有写“批准人”"),
        (GOOD.replace("章节: '2.1'", "章节:"), "第1条没有写“章节”"),
        (GOOD.replace("2026-12-31", "2026-02-30"), "不是日期"),
        (GOOD.replace("2026-12-31", "明年底"), "不是日期"),
        (GOOD + "  备注: x\n", "不认识的项“备注”"),
        (GOOD + "  规则: x\n", "“规则”重复"),
        (GOOD + "  rule: x\n", "“规则”重复"),
        (GOOD.replace("理由: a", "理由: [a]"), "“理由”应为一个值"),
        (GOOD + "\t- x\n", "第6行不符合 YAML 写法"),
        ("- {规则: a", "不符合 YAML 写法"),
        ("- 规则: !!python/object:os.system x\n", "没有写“章节”"),
        ("&a [*a]\n", "YAML"),
        ("[" * 3000, "例外清单"),
        ("- " * 3000 + "x", "例外清单"),
        ("- 规则: \0x\n", "YAML"),
    ],
)
def test_a_malformed_file_is_told_in_one_line(text, said):
    with pytest.raises(UserError) as told:
        parse_exceptions(text, "清单.yaml")
    assert said in str(told.value)
    assert "清单.yaml" in str(told.value)
    assert "\n" not in str(told.value)


@given(st.text(max_size=60) | st.text("-:{}[]&*!'\"# \n规则章节ab", max_size=60))
def test_any_text_is_read_or_refused_in_one_line(text):
    lines = []
    try:
        parse_exceptions(text, "x")
    except UserError as error:
        lines = str(error).splitlines()
    assert len(lines) <= 1


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path):
    with pytest.raises(UserError, match="文件不存在"):
        load_exceptions(tmp_path / "没有.yaml")
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * (1024 * 1024 + 1))
    with pytest.raises(UserError, match="1 MB"):
        load_exceptions(large)
    binary = tmp_path / "x.yaml"
    binary.write_bytes(bytes(range(256)))
    with pytest.raises(UserError, match="另存为 UTF-8"):
        load_exceptions(binary)


def test_gb18030_is_read(tmp_path: Path):
    path = tmp_path / "x.yaml"
    path.write_bytes(GOOD.encode("gb18030"))
    (entry,) = load_exceptions(path)
    assert entry.acceptance is not None
