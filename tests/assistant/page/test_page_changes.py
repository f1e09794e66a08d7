from datetime import date

from assistant.page.changed import changes_html
from assistant.page.changes import compare
from index.corpus import load_corpus


def finding(
    rule="growth-rate", section="2.1", row="利润总额（亿元）", column="增幅（%）", found="8.5", **more
):
    return {
        "rule": rule, "kind": "arithmetic", "severity": "error", "section": section, "row": row, "column": column,
        "found": found, "expected": None, "message": f"填 {found}", "advice": None,
        "citation": {"doc": "report-2023", "locator": "初赛 2.1"}, **more,
    }  # fmt: skip


def report(*findings, score=80.0, condition=70.0, **more):
    conditions = [
        {"id": "第六条（一）", "name": "产业特色明显", "score": condition, "weight": 1.0, "requirements": []}
    ]
    return {"stage": "初赛", "category": None, "score": score, "conditions": conditions, "findings": list(findings), **more}  # fmt: skip


def rows(findings):
    return [each["row"] for each in findings]


def test_mended_new_and_remaining_are_told_apart():
    changes = compare(
        report(finding(row="甲"), finding(row="乙")), report(finding(row="乙"), finding(row="丙"), score=85.0)
    )
    assert (rows(changes.mended), rows(changes.remaining), rows(changes.new)) == (["甲"], ["乙"], ["丙"])
    assert (changes.total.before, changes.total.after) == (80.0, 85.0)


def test_a_finding_whose_figures_moved_is_the_same_one():
    changes = compare(report(finding(found="8.5")), report(finding(found="9.9")))
    assert not changes.new
    assert not changes.mended
    assert changes.remaining[0]["found"] == "9.9"  # as it stands now


def test_of_several_at_one_place_those_with_the_same_figures_belong_together():
    one, two, three = (finding(row=None, column=None, found=word) for word in ("甲", "乙", "丙"))
    changes = compare(report(one, two, three), report(two, three))
    assert [each["found"] for each in changes.mended] == ["甲"]
    assert not changes.new


def test_a_row_of_a_list_is_known_after_a_row_was_put_before_it():
    changes = compare(
        report(finding(row="项目第5行", found="x")), report(finding(row="项目第6行", found="x"))
    )
    assert not changes.new
    assert rows(changes.remaining) == ["项目第6行"]


def test_another_rule_at_the_same_cell_is_another_finding():
    changes = compare(report(finding(rule="a")), report(finding(rule="b")))
    assert len(changes.new) == len(changes.mended) == 1


def test_the_page_shows_scores_before_and_after_and_warns_of_another_form():
    corpus, day = load_corpus(), date(2025, 6, 1)
    changes = compare(report(finding(row="甲")), report(score=91.5, condition=66.0, stage="决赛"))
    html = changes_html(changes, corpus, day)
    assert "改好 1 处，新出现 0 处，还在 0 处" in html
    assert "＋11.5" in html
    assert "－4" in html
    assert "只供参考" in html
    assert "只供参考" not in changes_html(compare(report(), report()), corpus, day)
