"""Complete drafts pass; every mutation is found at its exact place, and nothing else is found wrong elsewhere."""

from __future__ import annotations

import pytest

from assistant.checker.form import CATEGORIES, STAGES
from eval.drafts.mutations import MUTATIONS


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("category", CATEGORIES)
def test_complete_draft_has_no_findings(check, stage, category):
    report = check(stage=stage, category=category)
    # The sample's name is fictional, so that the final is told that it is on no list.
    expected = ["trainee-list"] if stage == "决赛" else []
    assert [finding.rule for finding in report.findings] == expected
    assert report.errors == ()
    assert (report.stage, report.category, report.cluster) == (stage, category, "示例县新材料产业集群")


def test_other_years_are_read_from_the_headings(check):
    report = check(last_year=2025)
    assert not report.findings
    targets = [item.column for item in report.conditions[0].requirements[0].evidence]
    assert "2026年发展目标" in targets


CASES = [(stage, mutation) for mutation in MUTATIONS for stage in mutation.stages]


@pytest.mark.parametrize(("stage", "mutation"), CASES, ids=[f"{m.id}-{s}" for s, m in CASES])
def test_mutation_is_found_at_its_place(check, stage, mutation):
    report = check(mutation.change, stage=stage)
    hits = [f for f in report.findings if f.rule == mutation.rule and f.section == mutation.section]
    if mutation.row is not None:
        hits = [f for f in hits if f.row == mutation.row]
    if mutation.column is not None:
        hits = [f for f in hits if f.column == mutation.column]
    assert hits, [(f.rule, f.section, f.row, f.column, f.message) for f in report.findings]
    assert {f.severity for f in hits} == {mutation.severity}
    assert all(f.place is not None for f in hits)


def test_a_wrong_growth_rate_is_the_only_finding(check):
    growth = next(m for m in MUTATIONS if m.id == "growth-2.1")
    report = check(growth.change)
    assert [(f.rule, f.found, f.expected) for f in report.findings] == [("growth-rate", "15.0", "17.0")]


@pytest.mark.parametrize("name", ["per-10k", "tax-per-mu", "rd-growth"])
def test_a_contradicted_year_is_reported_once(check, name):
    mutation = next(m for m in MUTATIONS if m.id == name)
    assert [f.rule for f in check(mutation.change).findings] == [mutation.rule]
