"""Metamorphic: however users rework the form, the same findings at the same places, and the same score."""

from __future__ import annotations

from collections import Counter
from functools import cache
from random import Random
from typing import Any

import pytest

from assistant.checker.check import check_draft, read_draft
from assistant.checker.form import Category, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.readers.docx import read_docx
from assistant.checker.reports.blank import fill_form
from assistant.checker.reports.models import CheckReport
from assistant.checker.source import Source
from eval.drafts.layouts import Sheet, from_source, plain, to_source
from eval.drafts.mutations import MUTATIONS
from eval.drafts.relayout import GROUPS, VARIANTS
from eval.drafts.sample import sample_content

Case = tuple[Stage, Category, bool]
CASES: tuple[Case, ...] = (("初赛", "先进制造业集群", False), ("决赛", "中小企业特色产业集群", True))
DEFECTS = frozenset({
    "blank-cell", "growth-2.2", "growth-3.1", "per-10k", "rank-order", "target-base", "telephone", "pledge-altered", "long-2.8",
    "part-over-whole", "carriers", "unit-leap", "undated", "no-projects", "wrong-unit", "not-a-number",
})  # fmt: skip
# These speak of the layout itself.
OF_LAYOUT = {"extra-rows", "other-unit", "years-unstated"}


@cache
def official(case: Case, defects: frozenset[str]) -> Source:
    return read_docx(fill_form(load_form(case[0]), content(case, defects)), "draft.docx")


def content(case: Case, defects: frozenset[str]) -> Any:
    filled = sample_content(case[0], case[1])
    for mutation in MUTATIONS:
        if mutation.id in defects and case[0] in mutation.stages:
            filled = mutation.change(filled)
    return filled


def sheet(case: Case, defects: frozenset[str]) -> Sheet:
    """The draft, in the official layout or laid out plainly."""
    if case[2]:
        return plain(load_form(case[0]), content(case, defects))
    return from_source(official(case, defects))


def report(draft: Sheet) -> CheckReport:
    return check_draft(read_draft(to_source(draft)), "draft.docx")


def facts(found: CheckReport) -> tuple[Any, ...]:
    places = Counter(
        (f.rule, f.section, f.row, f.column, f.severity) for f in found.findings if f.rule not in OF_LAYOUT
    )
    statuses = [(r.id, r.status) for condition in found.conditions for r in condition.requirements]
    return places, statuses, found.score, found.stage, found.category, found.cluster


@cache
def expected(case: Case, defects: frozenset[str]) -> tuple[Any, ...]:
    return facts(report(sheet(case, defects)))


def errors(found: CheckReport) -> list[tuple[str, str, str | None]]:
    return [(f.rule, f.section, f.row) for f in found.findings if f.severity == "error"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{'plain' if case[2] else 'official'}")
def test_the_drafts_are_as_they_should_be(case: Case):
    assert errors(report(sheet(case, frozenset()))) == []
    assert len(errors(report(sheet(case, DEFECTS)))) >= 10


@pytest.mark.parametrize("name", VARIANTS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{'plain' if case[2] else 'official'}")
def test_layout_changes_nothing(case: Case, name: str):
    draft = sheet(case, DEFECTS)
    VARIANTS[name](draft, Random(name))
    assert facts(report(draft)) == expected(case, DEFECTS)


@pytest.mark.parametrize("group", GROUPS)
def test_a_complete_draft_stays_without_errors(group: str):
    random = Random(group)
    for name in GROUPS[group]:
        case = random.choice(CASES)
        draft = sheet(case, frozenset())
        VARIANTS[name](draft, random)
        assert facts(report(draft)) == expected(case, frozenset()), name


@pytest.mark.parametrize("seed", range(24))
def test_variants_may_be_combined(seed: int):
    random = Random(seed)
    case = CASES[seed % 2]
    draft = sheet(case, DEFECTS)
    groups = random.sample(sorted(set(GROUPS) - {"tables", "whole"}), 4)
    for group in sorted(groups, key=list(GROUPS).index):
        name = random.choice(sorted(GROUPS[group]))
        VARIANTS[name](draft, random)
    assert facts(report(draft)) == expected(case, DEFECTS)


@pytest.mark.parametrize("part", range(20))
def test_each_defect_is_found_in_other_layouts(part: int):
    # With its unit behind it, 0.715% is what it says and no fraction.
    defects = frozenset(mutation.id for mutation in MUTATIONS[part::20]) - {"fraction-2"}
    case: Case = ("初赛" if part % 2 else "决赛", "先进制造业集群", part % 4 > 1)
    assert expected(case, defects) != expected(case, frozenset())
    random = Random(part)
    # Without years rules of dates have nothing to go by; attached tables are proof where there was none.
    for name in random.sample(sorted(set(VARIANTS) - {"relative_years", "annexed_tables"}), 3):
        draft = sheet(case, defects)
        VARIANTS[name](draft, random)
        assert facts(report(draft)) == expected(case, defects), name


@pytest.mark.parametrize("last_year", [2019, 2025])
@pytest.mark.parametrize(
    "name", ["year_words", "reversed_years", "years_under_one_heading", "third_year", "split_tables"]
)
def test_other_years(last_year: int, name: str):
    filled = sample_content("初赛", "先进制造业集群", last_year)
    for mutation in MUTATIONS:
        if mutation.id in ("growth-2.2", "blank-cell", "target-base"):
            filled = mutation.change(filled)
    first, second = (plain(load_form("初赛"), filled) for _ in range(2))
    VARIANTS[name](second, Random(name))
    found = facts(report(first))
    assert facts(report(second)) == found
    assert ("cell-missing", "2.1", "集群总产值（亿元）", f"{last_year}年", "error") in found[0]
