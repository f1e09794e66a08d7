from __future__ import annotations

from importlib.resources import files

import pytest

from assistant.checker.conditions import (
    CellEvidence,
    ListEvidence,
    SentenceEvidence,
    TextEvidence,
    load_conditions,
)
from assistant.checker.form_loader import load_form
from assistant.checker.sentences import positive_clauses, split_sentences, states_fact, wording
from eval.drafts.mutations import set_cell, set_text

SPECS = load_conditions()
OWN = wording(r.text for c in SPECS for r in c.requirements)


def clause_text() -> str:
    return (files("corpus") / "documents" / "measures-2021.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("requirement", [r for c in SPECS for r in c.requirements], ids=lambda r: r.id)
def test_requirements_are_in_the_clauses_own_words(requirement):
    assert requirement.text in clause_text()


def test_every_cell_named_exists_and_serves_one_condition():
    owners: dict[tuple[str, str, str], set[str]] = {}
    forms = [load_form("初赛"), load_form("决赛")]
    for condition in SPECS:
        for requirement in condition.requirements:
            for item in requirement.evidence:
                if isinstance(item, CellEvidence):
                    for ref in item.cells:
                        owners.setdefault((ref.section, ref.row, ref.column), set()).add(condition.id)
                        found = [f.find_row(f"{ref.section}/{ref.row}") for f in forms]
                        known = next(entry for entry in found if entry)
                        columns = [c.key for c in known[1].row_columns(known[2])] or ["value"]
                        assert ref.column in columns
                elif isinstance(item, ListEvidence):
                    assert forms[0].section(item.section).table(item.table)
                elif isinstance(item, TextEvidence):
                    assert forms[0].section(item.section)
    assert {key: names for key, names in owners.items() if len(names) > 1} == {}


def test_each_requirement_can_be_met_in_both_stages():
    for form in (load_form("初赛"), load_form("决赛")):
        for condition in SPECS:
            for requirement in condition.requirements:
                assert any(
                    isinstance(item, SentenceEvidence)
                    or (
                        isinstance(item, CellEvidence)
                        and form.find_row(f"{item.cells[0].section}/{item.cells[0].row}")
                    )
                    for item in requirement.evidence
                ), (form.stage, requirement.id)


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年组织银企对接会6场，发放贷款34.8亿元。",
        "示例县人民政府印发《示例县促进新材料产业集群发展若干政策措施》。",
        "集群与某大学共建联合实验室5个。",
        "促进会已设立技术服务部和市场合作部，配备检测、培训、法务等专职岗位。",
    ],
)
def test_facts(sentence):
    assert states_fact(sentence, OWN)
    assert positive_clauses(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "建立了完善的统计工作制度，能够完整、准确、及时提供数据分析。",
        "集群发展促进组织具有健全的组织架构和较完善的规章制度。",
        "集群企业能够深入嵌入全球产业链价值链分工，具有一定的国际美誉度和影响力。",
        "积极应用5G、工业互联网、人工智能等新一代信息技术。",
        "集群金融服务效率高。",
    ],
)
def test_repeated_requirements_are_no_facts(sentence):
    assert not states_fact(sentence, OWN)


@pytest.mark.parametrize(
    "sentence",
    [
        "集群尚未建立统计月报制度。",
        "缺乏高端领军人才，没有引进院士团队。",
        "拟于2024年成立产业基金10亿元。",
        "将建设公共服务平台3个。",
        "计划引进博士20名。",
        "下一步，引进领军人才10名，建设实验室2个。",
        "力争到2025年出口额突破30亿元。",
    ],
)
def test_denials_and_plans_leave_nothing(sentence):
    clauses = positive_clauses(sentence)
    assert not clauses or not states_fact(clauses, OWN)


def test_sentences_end_at_full_stops_and_semicolons():
    assert split_sentences("一是甲；二是乙。丙！\n丁") == ["一是甲；", "二是乙。", "丙！", "丁"]


def test_a_complete_draft_meets_nearly_everything(check):
    report = check()
    assert report.score > 95
    statuses = [r.status for c in report.conditions for r in c.requirements]
    assert statuses.count("missing") == 0


def scores(report) -> list[float]:
    return [condition.score for condition in report.conditions]


@pytest.mark.parametrize("number", range(6))
def test_taking_away_one_conditions_evidence_moves_that_condition_only(check, number):
    full = check()
    condition = full.conditions[number]
    changes = []
    for item in SPECS[number].requirements:
        for evidence in item.evidence:
            if isinstance(evidence, CellEvidence):
                changes += [
                    set_cell("/".join((r.section, r.row, r.column)).removesuffix("/value"), "")
                    for r in evidence.cells
                ]
    quotes = {e.value.rstrip("…") for r in condition.requirements for e in r.evidence if e.row is None}

    def without_quotes(content):
        for section in ("2.8", "3.2", "4.1", "4.2", "5.2"):
            kept = []
            for paragraph in content.texts[section]:
                pieces = [s for s in split_sentences(paragraph) if not any(s.startswith(q) for q in quotes)]
                kept.append("".join(pieces))
            content = set_text(section, kept)(content)
        return content

    less = check(*changes, without_quotes)
    before, after = scores(full), scores(less)
    assert after[number] < before[number] - 20
    for other in range(6):
        if other != number:
            assert abs(after[other] - before[other]) <= 4, (SPECS[other].id, before, after)


def test_an_empty_form_scores_nothing(tmp_path):
    from assistant.checker import blank_form, check_file

    for stage in ("初赛", "决赛"):
        path = tmp_path / "blank.docx"
        path.write_bytes(blank_form(stage))
        report = check_file(path)
        assert report.score == 0
        assert report.stage == stage


def test_the_clause_repeated_denied_or_planned_is_no_evidence(check):
    clauses = [r.text for c in SPECS for r in c.requirements]
    for words in (
        [f"本集群{text}。" for text in clauses],
        [f"集群已{text}。" for text in clauses],
        [f"集群尚未{text}。" for text in clauses],
        [f"拟于2024年{text}。" for text in clauses],
    ):
        report = check(*(set_text(section, words) for section in ("2.8", "3.2", "4.1", "4.2", "5.2")))
        sentences = [
            e.value for c in report.conditions for r in c.requirements for e in r.evidence if e.value in words
        ]
        assert sentences == []


def test_more_facts_never_lower_a_score(check):
    fact = "2022年集群促进会组织产品参加国际展会5次，签订出口合同3.2亿元。"
    before = check(set_text("2.8", ["集群概况。"]))
    after = check(set_text("2.8", ["集群概况。", fact]))
    assert all(b.score >= a.score for a, b in zip(before.conditions, after.conditions, strict=True))
