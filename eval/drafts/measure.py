"""Measures the checker on sample reports and their mutations."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from assistant.checker.check import check_file
from assistant.checker.form import CATEGORIES, STAGES, Category, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.reports.blank import fill_form
from assistant.checker.reports.models import CheckReport, Finding
from eval.drafts.mutations import MUTATIONS, Mutation
from eval.drafts.sample import sample_content, sample_report

Mapper = Callable[..., Iterable[Any]]


@dataclass(frozen=True)
class Case:
    """One mutation of one sample report.

    Attributes:
        mutation: the defect.
        stage, category, seed: the report.
    """

    mutation: Mutation
    stage: Stage
    category: Category
    seed: int

    @property
    def name(self) -> str:
        """`growth-2.1 初赛 先进制造业集群 seed 0`."""
        return f"{self.mutation.id} {self.stage} {self.category} seed {self.seed}"

    def __reduce__(self) -> tuple[Any, ...]:
        """Another process gets the mutation by its id: a change of content is a function."""
        return _registered, (self.mutation.id, self.stage, self.category, self.seed)


def _registered(name: str, stage: Stage, category: Category, seed: int) -> Case:
    return Case(next(each for each in MUTATIONS if each.id == name), stage, category, seed)


@dataclass
class Measured:
    """What came out.

    Attributes:
        cases: number of mutated drafts.
        missed: those in which the defect was not found at its exact place.
        wrong_severity: those in which it was found with another severity.
        complete: number of complete drafts.
        errors, warnings: findings on complete drafts, each with the draft.
        check_seconds, open_seconds: per complete draft, the quickest of three.
    """

    cases: int = 0
    missed: list[str] = field(default_factory=list)
    wrong_severity: list[str] = field(default_factory=list)
    complete: int = 0
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    check_seconds: list[float] = field(default_factory=list)
    open_seconds: list[float] = field(default_factory=list)

    @property
    def detection(self) -> float:
        """Share of defects found at their exact place with their severity."""
        wrong = len(self.missed) + len(self.wrong_severity)
        return 1 - wrong / self.cases if self.cases else 0.0

    @property
    def time_ratio(self) -> float:
        """Time to check a complete draft, over the time to open it with python-docx; the median."""
        ratios = sorted(a / b for a, b in zip(self.check_seconds, self.open_seconds, strict=True))
        return ratios[len(ratios) // 2] if ratios else 0.0


def cases_of(seed: int, mutations: Sequence[Mutation] = MUTATIONS) -> Iterator[Case]:
    """Every mutation of the reports of a seed to which it applies."""
    for stage in STAGES:
        for category in CATEGORIES:
            for mutation in mutations:
                if stage in mutation.stages and (not mutation.categories or category in mutation.categories):
                    yield Case(mutation, stage, category, seed)


def mutated_report(case: Case) -> bytes:
    """A sample report with the defect in it, as a .docx file."""
    content = case.mutation.change(sample_content(case.stage, case.category, seed=case.seed))
    return fill_form(case.mutation.form(load_form(case.stage)), content)


def check_case(case: Case, folder: Path) -> CheckReport:
    """Check a sample report with a defect in it; `folder` holds the file meanwhile."""
    path = folder / "draft.docx"
    path.write_bytes(mutated_report(case))
    return check_file(path, **case.mutation.check_as)


def at_place(mutation: Mutation, findings: Iterable[Finding]) -> list[Finding]:
    """The findings of a mutation's rule at its place."""
    return [
        finding
        for finding in findings
        if finding.rule == mutation.rule
        and finding.section == mutation.section
        and mutation.row in (None, finding.row)
        and mutation.column in (None, finding.column)
    ]


def turns_of(seeds: Sequence[int], mutations: Sequence[Mutation] = MUTATIONS) -> Iterator[Case]:
    """Every mutation once for each seed, the stages and categories to which it applies taking turns."""
    for seed in seeds:
        by_mutation: dict[str, list[Case]] = {}
        for case in cases_of(seed, mutations):
            by_mutation.setdefault(case.mutation.id, []).append(case)
        for position, cases in enumerate(by_mutation.values()):
            yield cases[(position + seed) % len(cases)]


Outcome = Literal["found", "missed", "other severity"]


def outcome(case: Case) -> Outcome:
    """What becomes of a defect, its report checked in a folder that goes again."""
    with tempfile.TemporaryDirectory() as name:
        found = at_place(case.mutation, check_case(case, Path(name)).findings)
    if not found:
        return "missed"
    return (
        "found" if {finding.severity for finding in found} == {case.mutation.severity} else "other severity"
    )


def measure(cases: Sequence[Case], seeds: Sequence[int], each: Mapper = map) -> Measured:
    """Check the complete reports of `seeds`, and reports with a defect in each.

    Args:
        cases: the defects.
        seeds: the complete reports.
        each: applies a function to all cases; a pool's `map` does it in several processes.
    """
    result = Measured()
    with tempfile.TemporaryDirectory() as name:
        for seed in seeds:
            _complete(seed, Path(name), result)
    for case, what in zip(cases, each(outcome, cases), strict=True):
        result.cases += 1
        if what != "found":
            (result.missed if what == "missed" else result.wrong_severity).append(case.name)
    return result


def _complete(seed: int, folder: Path, result: Measured) -> None:
    for stage in STAGES:
        for category in CATEGORIES:
            path = folder / "draft.docx"
            path.write_bytes(sample_report(stage, category, seed=seed))
            report = check_file(path)
            result.complete += 1
            for finding in report.findings:
                line = f"{stage} {category} seed {seed}: {finding.rule} {finding.message}"
                if finding.severity == "error":
                    result.errors.append(line)
                elif finding.severity == "warning":
                    result.warnings.append(line)
            check_seconds, open_seconds = timed(path)
            result.check_seconds.append(check_seconds)
            result.open_seconds.append(open_seconds)


def timed(path: Path) -> tuple[float, float]:
    """(seconds to check a draft, seconds to open it with python-docx), the quickest of three by turns."""
    import docx

    checks, opens = [], []
    for _ in range(3):
        start = time.perf_counter()
        docx.Document(str(path))
        middle = time.perf_counter()
        check_file(path)
        opens.append(middle - start)
        checks.append(time.perf_counter() - middle)
    return min(checks), min(opens)
