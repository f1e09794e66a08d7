"""Complete drafts pass; every mutation is found at its exact place, and nothing else is found wrong elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assistant.checker.check import check_file
from assistant.checker.form import CATEGORIES, STAGES
from assistant.checker.wordcount import count_words
from eval.drafts.__main__ import main
from eval.drafts.measure import at_place, check_case, measure, turns_of
from eval.drafts.mutations import MUTATIONS
from eval.drafts.sample import sample_content, sample_report

SEEDS = (1, 2, 3, 5, 8)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("category", CATEGORIES)
def test_complete_draft_has_no_findings(check, stage, category):
    report = check(stage=stage, category=category)
    # The sample's name is fictional, so that the final is told that it is on no list.
    expected = ["trainee-list"] if stage == "决赛" else []
    assert [finding.rule for finding in report.findings] == expected
    assert report.errors == ()
    assert (report.stage, report.category, report.cluster) == (stage, category, "示例县新材料产业集群")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("stage", STAGES)
def test_complete_drafts_of_other_clusters_have_no_findings(tmp_path, stage, seed):
    category = CATEGORIES[seed % 2]
    path = tmp_path / "draft.docx"
    path.write_bytes(sample_report(stage, category, seed=seed))
    report = check_file(path)
    assert [(finding.rule, finding.message) for finding in report.findings] == []
    assert (report.stage, report.category) == (stage, category)


def test_other_years_are_read_from_the_headings(check):
    report = check(last_year=2025)
    assert not report.findings
    targets = [item.column for item in report.conditions[0].requirements[0].evidence]
    assert "2026年发展目标" in targets


CASES = list(turns_of([0]))


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_mutation_is_found_at_its_place(tmp_path, case):
    report = check_case(case, tmp_path)
    hits = at_place(case.mutation, report.findings)
    assert hits, [(f.rule, f.section, f.row, f.column, f.message) for f in report.findings]
    assert {f.severity for f in hits} == {case.mutation.severity}
    assert all(f.place is not None for f in hits)


def test_mutations_have_names_of_their_own():
    names = [mutation.id for mutation in MUTATIONS]
    assert len(names) == len(set(names))
    assert len(CASES) == len(names)


def test_a_wrong_growth_rate_is_the_only_finding(check):
    growth = next(m for m in MUTATIONS if m.id == "growth-2.1")
    report = check(growth.change)
    assert [(f.rule, f.found, f.expected) for f in report.findings] == [("growth-rate", "15.0", "17.0")]


@pytest.mark.parametrize("name", ["tax-per-mu", "rd-growth"])
def test_a_contradicted_year_is_not_a_wrong_growth_rate_too(check, name):
    mutation = next(m for m in MUTATIONS if m.id == name)
    assert {f.rule for f in check(mutation.change).findings} <= {mutation.rule, "prose-differs"}


@pytest.mark.parametrize("seed", [0, *SEEDS])
@pytest.mark.parametrize("stage", STAGES)
def test_samples_are_of_real_length(stage, seed):
    """Texts fill a good part of what the form allows, and nothing is left of the templates."""
    content = sample_content(stage, CATEGORIES[0], seed=seed)
    limits = {"2.8": 2500, "3.2": 2500, "4.2": 1000, "四": 1500}
    for section, limit in limits.items():
        if section in content.texts:
            assert limit * 0.25 < count_words("\n".join(content.texts[section])) <= limit
    assert not re.search(r"[{}<>]", "".join("".join(lines) for lines in content.texts.values()))


def test_samples_differ_by_seed_and_not_by_chance():
    first, again, other = (sample_content("初赛", CATEGORIES[0], seed=seed) for seed in (4, 4, 5))
    assert first == again
    assert first.values != other.values
    assert first.texts["2.8"] != other.texts["2.8"]


def test_measure_tells_what_it_found(capsys):
    chosen = [m for m in MUTATIONS if m.id in ("growth-2.1", "targets-flat")]
    missing = replace(chosen[0], id="elsewhere", row="进口额（亿元）")
    severe = replace(chosen[1], id="milder", severity="error")
    cases = list(turns_of([0], [*chosen, missing, severe]))
    result = measure(cases, [])
    assert result.cases == 4
    assert [name.partition(" ")[0] for name in result.missed + result.wrong_severity] == [
        "elsewhere",
        "milder",
    ]
    assert result.detection == 0.5
    assert main(["--seeds", "1", "--rule", "targets-flat", "--jobs", "1"]) == 0
    out = capsys.readouterr().out
    assert "found at the exact place | 100.0% of 2 drafts" in out
    assert "errors on 4 complete drafts | 0 |" in out
    assert "Warnings on complete drafts:\n\n- 决赛" in out


def test_every_combination_is_measured_in_turn():
    seeds = range(4)
    turns = [case for case in turns_of(seeds) if case.mutation.id == "growth-2.1"]
    assert {(case.stage, case.category) for case in turns} == {(s, c) for s in STAGES for c in CATEGORIES}
    assert len(list(turns_of([0]))) == len(MUTATIONS)
