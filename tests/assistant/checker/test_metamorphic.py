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
@pytest.mark.parametrize("defects", [frozenset(), DEFECTS], ids=["complete", "defects"])
def test_layout_changes_nothing(case: Case, name: str, defects: frozenset[str]):
    draft = sheet(case, defects)
    VARIANTS[name](draft, Random(name))
    assert facts(report(draft)) == expected(case, defects)


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


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.id)
def test_each_defect_is_found_in_other_layouts(mutation: Any):
    case: Case = (mutation.stages[0], "先进制造业集群", False)
    random = Random(mutation.id)
    for name in random.sample(sorted(VARIANTS), 2):
        draft = sheet(case, frozenset({mutation.id}))
        VARIANTS[name](draft, random)
        assert facts(report(draft)) == expected(case, frozenset({mutation.id})), name
