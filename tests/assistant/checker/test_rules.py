"""Rules through a whole file: nothing right is flagged, however it is written; nothing stops the check."""

from __future__ import annotations

import random

import pytest

from assistant.checker.check import check_file
from assistant.checker.form_loader import load_form
from assistant.checker.rules.signed import signed_text
from assistant.checker.wordcount import count_words
from eval.drafts.mutations import set_cell, set_text
from eval.drafts.sample import sample_content, sample_report


def ids(report) -> list[str]:
    return [finding.rule for finding in report.findings]


# Cells that are right, however they are written.
RIGHT = [
    ("2.1/output/growth", "17.0"),
    ("2.1/output/growth", "17"),
    ("2.1/output/growth", "16.99%"),
    ("2.1/output/growth", "增长17.0%"),
    ("2.1/output/growth", "约17"),
    ("2.1/output/y1", "452.18亿元"),
    ("2.1/output/y1", "４５２．１８"),
    ("2.2/cloud/growth", "9.5"),
    ("2.2/cloud/growth", "15.3"),
    ("2.2/cloud/growth", "9.5个百分点"),
    ("2.4/awards_national/growth", ""),
    ("2.4/awards_national/growth", "/"),
    ("2.4/awards_national/growth", "—"),
    ("2.4/design_national/growth", "0"),
    ("2.4/patents_per_10k/y1", "187.2"),
    ("2.4/patents_per_10k/y1", "187"),
    ("3.1/tax_per_mu/y1", "16.2"),
    ("3.1/intensity/y1", "1.0"),  # undefined in the form
    ("2.1/foreign_capital/y1", "无"),
    ("2.5/water/y1", "90.20"),
    ("2.2/listed/y1", "4（见佐证材料第31页）"),
    ("5.1/output/y1", "452.2"),
    ("一/category", "☑先进制造业集群 □中小企业特色产业集群"),
    ("一/category", "先进制造业集群（√） 中小企业特色产业集群（ ）"),
    ("3.1/park_name", "示例高新技术产业开发区管委会"),
]


@pytest.mark.parametrize(("path", "text"), RIGHT)
def test_right_cells_are_not_flagged(check, path, text):
    assert check(set_cell(path, text)).findings == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("集群 2022 年GDP增长12.5%", 8),
        ("你好，world！", 5),
        ("", 0),
        ("　\n", 0),
        ("R&D经费", 3),
        ("“小巨人”", 5),
    ],
)
def test_words_are_counted_as_word_does(text, count):
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("raw", "signed"),
    [
        ("（单位盖章）\n\n   年   月   日", ""),
        ("张某\n（单位盖章）\n2023年3月1日", "张某"),
        ("同意申报（盖章）年 月 日", "同意申报"),
        ("____年__月__日", ""),
        ("待签字", ""),
        ("张某，会长", "张某会长"),
    ],
)
def test_what_counts_as_signed(raw, signed):
    assert signed_text(raw) == signed


def test_flags_win_over_the_file(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(sample_report("决赛", "先进制造业集群"))
    report = check_file(path, stage="初赛", category="中小企业特色产业集群", name="甲.docx")
    assert (report.file, report.stage, report.category) == ("甲.docx", "初赛", "中小企业特色产业集群")
    assert "stage-differs" in ids(report)
    assert {f.section for f in report.findings if f.rule == "section-missing"} >= {"5.1", "5.2", "4.1"}


def test_pages_in_a_table_of_the_annex_are_found(check):
    """Entries with their pages in the cells themselves also count."""
    assert "evidence-page" in ids(check(set_text("七", ["佐证材料另册装订。"])))
    rows = [
        line.replace("……第", "\t").removesuffix("页")
        for line in sample_content("初赛", "先进制造业集群").texts["七"]
    ]
    assert "evidence-page" not in ids(check(set_text("七", rows)))


def test_a_list_answered_with_none_is_no_problem(check):
    """“无” in the only row of a list that may be empty."""

    def only_none(content):
        from dataclasses import replace

        row = {"name": "无", "level": "/", "org": "", "date": ""}
        return replace(content, lists={**content.lists, ("2.6", "quality_sites"): [row]})

    assert check(only_none).findings == ()


def test_a_draft_that_is_a_third_blank_is_told_briefly(check):
    """Three in ten figures left out: few findings, and every blank row is named in one of them."""
    content = sample_content("初赛", "先进制造业集群")
    figures = sorted(
        (ref for ref in content.values if ref.column != "value" and content.values[ref] != "—"), key=str
    )
    blank = random.Random(7).sample(figures, len(figures) * 3 // 10)
    changes = [set_cell(f"{ref.section}/{ref.row}/{ref.column}", "") for ref in blank]
    report = check(*changes)
    missing = [f for f in report.findings if f.rule == "cell-missing"]
    assert len(blank) > 50
    assert 3 < len(missing) < 35
    told = "".join(f.message for f in missing)
    form = load_form("初赛")
    for ref in blank:
        row = form.find_row(f"{ref.section}/{ref.row}")
        assert row is not None
        if ref.column != "growth":
            assert row[2].label.partition("（")[0] in told


HUGE = [
    "9" * 28,
    "9" * 5000,
    "1" + "0" * 19,
    "0." + "0" * 19,
    "0." + "0" * 60 + "1",
    "-" + "9" * 19,
    "1,000" + ",000" * 30,
]


@pytest.mark.parametrize("number", HUGE)
def test_no_number_stops_the_check(check, number):
    """Every numeric cell in turn would take long: all of one column at a time do as well."""
    form = load_form("初赛")  # whose rows are those of the other form and more
    for wanted in ("y2", "y1", "growth") if len(number) < 1000 else ("y1",):
        changes = [
            set_cell(f"{section.number}/{row.key}/{column.key}", number)
            for section, table, row in form.rows()
            if row.numeric
            for column in table.row_columns(row)
            if column.key == wanted
        ]
        changes.append(set_text("2.8", [f"集群总产值{number}亿元，同比增长{number}%。"]))
        assert check(*changes).findings


def test_a_row_of_digits_too_long_for_a_figure_is_a_format_finding(check):
    report = check(set_cell("2.1/output/y1", "9" * 28))
    assert ("not-a-number", "2.1", "9" * 28) in {(f.rule, f.section, f.found) for f in report.findings}
