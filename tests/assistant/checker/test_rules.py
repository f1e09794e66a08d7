"""Each rule on both sides of its boundary; nothing right is flagged."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import replace

import pytest

import assistant.checker.rules as rules
from assistant.checker.form_loader import load_form
from assistant.checker.rules.declaration import signed_text
from assistant.checker.rules.formats import is_telephone
from assistant.checker.rules.registry import all_rules
from assistant.checker.wordcount import count_words
from eval.drafts.mutations import set_cell, set_list, set_text
from eval.drafts.sample import sample_content


def ids(report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_no_rule_is_left_out():
    """Every function marked as a rule, in every module, is registered, and ids are unique."""
    marked = 0
    for info in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{info.name}")
        marked += inspect.getsource(module).count("\n@rule(")
    registered = all_rules()
    assert len(registered) == marked
    assert len({item.id for item in registered}) == marked
    assert all(item.title and item.check.__doc__ for item in registered)


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
    ("3.1/tax_per_mu/y1", "8.68"),  # the cluster's own tax per mu
    ("3.1/intensity/y1", "1.0"),  # undefined in the form
    ("2.1/foreign_capital/y1", "无"),
    ("2.1/main_output/y1", "452.18"),
    ("2.5/water/y1", "100"),
    ("2.2/listed/y1", "4（见佐证材料第31页）"),
    ("5.1/output/y1", "452.2"),
    ("一/category", "☑先进制造业集群 □中小企业特色产业集群"),
    ("一/category", "先进制造业集群（√） 中小企业特色产业集群（ ）"),
    ("3.1/park_name", "示例高新技术产业开发区管委会"),
]


@pytest.mark.parametrize(("path", "text"), RIGHT)
def test_right_cells_are_not_flagged(check, path, text):
    report = check(set_cell(path, text))
    bad = [f for f in report.findings if f.severity == "error"]
    if path == "2.1/main_output/y1":  # the part equals its whole; its growth no longer fits
        bad = [f for f in bad if f.rule != "growth-rate"]
    assert bad == []


WRONG = [
    ("2.1/output/growth", "17.1", "growth-rate"),
    ("2.1/output/growth", "0.17", "growth-rate"),
    ("2.1/output/growth", "-17.0", "growth-rate"),
    ("2.2/cloud/growth", "9.7", "growth-rate"),
    ("2.2/cloud/growth", "15.3个百分点", "growth-rate"),
    ("2.4/patents_per_10k/y1", "187.3", "derived-ratio"),
    ("3.1/tax_per_mu/y1", "16.5", "derived-ratio"),
    ("2.5/water/y1", "100.1", "out-of-range"),
    ("5.1/output/y1", "452.1", "target-base"),
    ("2.1/revenue/y1", "约4人", "wrong-unit"),
    ("2.4/awards_national/growth", "100", "growth-from-zero"),
]


@pytest.mark.parametrize(("path", "text", "rule"), WRONG)
def test_wrong_cells_are_flagged(check, path, text, rule):
    assert rule in ids(check(set_cell(path, text)))


@pytest.mark.parametrize(("units", "over"), [(2500, False), (2501, True)])
def test_word_limit_boundary(check, units, over):
    report = check(set_text("2.8", ["链" * 1200, "群" * (units - 1200)]))
    found = [f for f in report.findings if f.rule == "word-limit"]
    assert bool(found) is over
    assert [f.found for f in found] == (["2501"] if over else [])


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
    "text",
    [
        "13800001234",
        "0731-82345678",
        "（0731）82345678",
        "0731 8234 5678",
        "82345678",
        "0731-82345678转801",
        "13800001234、0731-82345678",
        "0731-82345678/13800001234",
        "400-123-4567",
        "+86 138 0000 1234",
        "138-0000-1234",
        "手机：13800001234",
    ],
)
def test_telephones(text):
    assert is_telephone(text)


@pytest.mark.parametrize(
    "text", ["1380000123", "12345", "张某", "23800001234", "0731-823456789012", "138000012345"]
)
def test_not_telephones(text):
    assert not is_telephone(text)


@pytest.mark.parametrize(
    ("raw", "signed"),
    [
        ("（单位盖章）\n\n   年   月   日", ""),
        ("张某\n（单位盖章）\n2023年3月1日", "张某"),
        ("同意申报（盖章）年 月 日", "同意申报"),
        ("____年__月__日", ""),
    ],
)
def test_what_counts_as_signed(raw, signed):
    assert signed_text(raw) == signed


def test_rows_of_one_category_only(check):
    small = "中小企业特色产业集群"
    assert "cell-missing" in ids(check(set_cell("2.1/sme_share/y1", ""), category=small))
    assert check(set_cell("2.1/sme_share/y1", "")).findings == ()
    filled = check(set_cell("2.1/sme_share/y1", "71.2"))
    assert ids(filled) == ["sme-share-other-category"]


@pytest.mark.parametrize(
    ("path", "text", "category", "rule"),
    [
        ("2.1/revenue/y1", "99.4", "先进制造业集群", "threshold-revenue"),
        ("2.1/output/y1", "29.4", "中小企业特色产业集群", "threshold-output"),
        ("2.1/sme_share/y1", "59.9", "中小企业特色产业集群", "threshold-sme-share"),
    ],
)
def test_contest_thresholds(check, path, text, category, rule):
    assert rule in ids(check(set_cell(path, text), category=category))
    assert rule not in ids(check(category=category))
    assert rule not in ids(
        check(set_cell(path, {"99.4": "100", "29.4": "30", "59.9": "60"}[text]), category=category)
    )


def test_leading_firm_threshold(check):
    small = [set_list("2.2", "top_revenue", i, "y1", f"{9.9 - i / 10:.2f}") for i in range(10)]
    assert "threshold-leading-firm" in ids(check(*small))
    assert "threshold-leading-firm" not in ids(
        check(*small, set_list("2.2", "top_revenue", 0, "y1", "10.00"))
    )


def test_evidence_pages_are_asked_for_in_the_preliminary_only(check):
    bare = set_text("六", ["佐证材料另册装订。"])
    assert "evidence-page" not in ids(check(bare, stage="决赛"))


def test_trainee_list_in_the_final(check):
    assert ids(check(stage="决赛")) == ["trainee-list"]
    assert ids(check(set_cell("一/name", "长沙市新型合金材料产业集群"), stage="决赛")) == []
    assert ids(check(set_cell("一/name", "临湘市钓具（浮标）特色产业集群"), stage="决赛")) == []


def test_carriers_may_or_may_not_include_design_centres(check):
    for count in ("12", "15"):
        found = ids(
            check(
                set_cell("2.4/carriers_provincial/y1", count),
                set_cell("2.4/carriers_provincial/growth", "约1"),
            )
        )
        assert "carriers-listed" not in found
    assert "carriers-listed" in ids(check(set_cell("2.4/carriers_provincial/y1", "14")))


def test_flags_win_over_the_file(tmp_path):
    from assistant.checker.check import check_file
    from eval.drafts.sample import sample_report

    path = tmp_path / "a.docx"
    path.write_bytes(sample_report("决赛", "先进制造业集群"))
    report = check_file(path, stage="初赛", category="中小企业特色产业集群", name="甲.docx")
    assert (report.file, report.stage, report.category) == ("甲.docx", "初赛", "中小企业特色产业集群")
    assert "stage-differs" in ids(report)
    assert {f.section for f in report.findings if f.rule == "section-missing"} >= {"5.1", "5.2", "4.1"}


def test_missing_list_of_a_zero_count_is_no_problem(check):
    def none(content):
        lists = {**content.lists, ("2.7", "platform_list"): ()}
        return replace(content, lists=lists)

    zero = [set_cell("2.7/platforms/y1", "0"), none]
    assert "list-missing" not in ids(check(*zero))
    assert "list-missing" in ids(check(none))


def test_a_list_answered_with_none_is_no_problem(check):
    """“无” in a list that may be empty, and one blank row beside it."""
    none = set_list("2.6", "quality_sites", 0, "name", "无")

    def only_none(content):
        row = {"name": "无", "level": "/", "org": "", "date": ""}
        return replace(content, lists={**content.lists, ("2.6", "quality_sites"): [row]})

    assert check(only_none).findings == ()
    assert ids(check(none)) == []


def test_pages_in_a_table_of_the_annex_are_found(check):
    """Entries with their pages in the cells themselves also count."""
    assert "evidence-page" in ids(check(set_text("七", ["佐证材料另册装订。"])))
    rows = [
        line.replace("……第", "\t").removesuffix("页")
        for line in sample_content("初赛", "先进制造业集群").texts["七"]
    ]
    assert "evidence-page" not in ids(check(set_text("七", rows)))


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
@pytest.mark.parametrize("stage", ["初赛", "决赛"])
def test_no_number_stops_the_check(check, stage, number):
    """Every numeric cell in turn would take long: all of one column at a time do as well."""
    form = load_form(stage)
    for wanted in ("y2", "y1", "growth"):
        changes = [
            set_cell(f"{section.number}/{row.key}/{column.key}", number)
            for section, table, row in form.rows()
            if row.numeric
            for column in table.row_columns(row)
            if column.key == wanted
        ]
        assert check(*changes, stage=stage).findings
    assert check(set_text("2.8", [f"集群总产值{number}亿元，同比增长{number}%。"]), stage=stage).findings


def test_a_row_of_digits_too_long_for_a_figure_is_a_format_finding(check):
    report = check(set_cell("2.1/output/y1", "9" * 28))
    assert ("not-a-number", "2.1", "9" * 28) in {(f.rule, f.section, f.found) for f in report.findings}
