"""Checks one draft: read, map to the form, run the rules, score, report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from assistant.checker.caution import with_caution
from assistant.checker.draft import Draft
from assistant.checker.form import CATEGORIES, STAGES, Category, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.mapping.identify import stage_written
from assistant.checker.mapping.mapper import map_source
from assistant.checker.readers.dispatch import read_source
from assistant.checker.readers.load import shown_name
from assistant.checker.reports.models import CheckReport, Citation, Finding, Reading
from assistant.checker.rules.registry import Context, Problem, Rule, run
from assistant.checker.scoring import score_draft
from assistant.checker.source import Source, paragraphs
from index.errors import UserError

# Some twenty times a full report with all its texts at their limits; more is no draft report.
MAX_CHARACTERS = 500_000
_SEVERITIES = ("error", "warning", "info")


def check_file(
    path: Path, *, stage: str | None = None, category: str | None = None, name: str | None = None
) -> CheckReport:
    """Check a draft report.

    Args:
        path: the file.
        stage: `初赛` or `决赛`; None to read it from the file.
        category: one of the two categories; None to read it from the file.
        name: the file's name in the report, where that is not `path.name` (an upload's temporary path).

    Raises:
        UserError: the file cannot be read or is no report; the message says what to do.
    """
    return check_draft(open_draft(path, stage=stage, category=category, name=name), _shown(path, name))


def open_draft(
    path: Path, *, stage: str | None = None, category: str | None = None, name: str | None = None
) -> Draft:
    """Read a draft report and map it to the form of its stage; parameters and errors as for `check_file`."""
    if stage is not None and stage not in STAGES:
        raise UserError(f"阶段“{stage}”无效：请选择 {'、'.join(STAGES)}。")
    if category is not None and category not in CATEGORIES:
        raise UserError(f"类别“{category}”无效：请选择 {'、'.join(CATEGORIES)}。")
    shown = _shown(path, name)
    source = read_source(path, shown)
    if sum(len(paragraph.text) for paragraph in paragraphs(source.blocks)) > MAX_CHARACTERS:
        raise UserError(
            f"{shown} 的文字超过 {MAX_CHARACTERS // 10000} 万字，不像参赛报告：请去掉附件、只保留报告后再试。"
        )
    draft = read_draft(source, stage, category)
    if not draft.values and not draft.lists and not any(text.paragraphs for text in draft.texts.values()):
        raise UserError(f"{shown} 中没有找到参赛报告的章节或表格：请使用参赛报告格式填写后再试。")
    return draft


def _shown(path: Path, name: str | None) -> str:
    return shown_name(name or path.name or str(path))


def read_draft(source: Source, stage: str | None = None, category: str | None = None) -> Draft:
    """Map a file to the form of its stage.

    Args:
        source: the file, read.
        stage, category: as chosen by flags; None to read them from the file.
    """
    chosen: Stage = stage or stage_written(source) or "初赛"  # type: ignore[assignment]
    kind: Category | None = category  # type: ignore[assignment]
    return map_source(source, load_form(chosen), kind)


def check_draft(draft: Draft, file: str) -> CheckReport:
    """Run all rules on a draft and score it.

    Args:
        draft: the draft.
        file: its name in the report.
    """
    # Thresholds are those of the contest for which the draft's figures are due: the year after the last one.
    context = Context(draft, draft.form, date(draft.last_year + 1, 2, 1))
    findings = [with_caution(_finding(rule, problem, draft), draft) for rule, problem in run(context)]
    order = {section.number: number for number, section in enumerate(draft.form.sections)}
    findings.sort(key=lambda finding: _sort_key(finding, order))
    conditions, score = score_draft(draft)
    return CheckReport(
        file=file,
        stage=draft.stage,
        category=draft.category,
        cluster=draft.cluster,
        score=score,
        conditions=conditions,
        findings=tuple(findings),
        reading=_reading(draft.source),
        headings=draft.headings,
        source_format=draft.source.format,
    )


def _reading(source: Source) -> Reading:
    return Reading(
        unread=source.unread,
        uncertain=source.uncertain,
        uncertain_pages=tuple(sorted(source.uncertain_pages)),
        noted=source.noted,
    )


def _sort_key(finding: Finding, order: dict[str, int]) -> tuple[int, int, int, str, str, str, str]:
    place = finding.place
    where = place.paragraph if place is not None and place.paragraph is not None else -1
    return (
        order.get(finding.section, len(order)),
        where,
        _SEVERITIES.index(finding.severity),
        finding.rule,
        finding.row or "",
        finding.column or "",
        finding.message,
    )


def _finding(rule: Rule, problem: Problem, draft: Draft) -> Finding:
    doc, locator = problem.basis or rule.basis
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        severity=problem.severity or rule.severity,
        section=problem.section,
        row=problem.row,
        column=problem.column,
        found=problem.found,
        expected=problem.expected,
        message=problem.message,
        advice=problem.advice,
        citation=Citation(doc=doc, locator=locator or draft.form.locator(problem.section)),
        place=problem.place,
    )
