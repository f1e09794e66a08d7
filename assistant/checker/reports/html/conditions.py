"""The six conditions with their requirements, and what to add to the draft."""

from __future__ import annotations

from assistant.checker.reports.evidence import evidence_lines
from assistant.checker.reports.html.head import condition_anchor
from assistant.checker.reports.html.markup import anchor, esc, quoted
from assistant.checker.reports.models import CheckReport, Condition, Requirement
from assistant.checker.reports.names import STATUS_NAMES, stage_of


def additions(report: CheckReport) -> str:
    """What to add, what brings most points first; "" where every requirement is met.

    Args:
        report: the result of a check.
    """
    points = _points(report)
    wanted = [
        (requirement, points.get(requirement.id))
        for condition in report.conditions
        for requirement in condition.requirements
        if requirement.status != "met" and requirement.advice
    ]
    if not wanted:
        return ""
    wanted.sort(key=lambda item: (item[0].status == "partial", -(item[1] or 0)))
    items = "\n".join(_addition(requirement, worth) for requirement, worth in wanted)
    return (
        "<p>缺少依据的在前，再按分值从高到低排列。只补充真实的情况：写出谁、什么时间、做了什么、数量多少，并准备佐证材料。</p>\n"
        f'<ol class="additions">\n{items}\n</ol>'
    )


def _points(report: CheckReport) -> dict[str, float]:
    """Points of the 100 that each requirement can give."""
    from assistant.checker.scoring import score_table

    return {row.requirement: row.points for row in score_table(stage_of(report)).rows}


def _addition(requirement: Requirement, worth: float | None) -> str:
    share = f'<span class="worth">满分 {worth:.1f} 分</span>' if worth else ""
    return (
        f'<li><p><a href="#req-{anchor(requirement.id)}">{esc(requirement.id)} {esc(requirement.text)}</a> '
        f"{_status(requirement)} {share}</p><p>{esc(requirement.advice or '')}</p></li>"
    )


def _status(requirement: Requirement) -> str:
    return f'<span class="tag {requirement.status}">{STATUS_NAMES[requirement.status]}</span>'


def conditions(report: CheckReport) -> str:
    """The six conditions.

    Args:
        report: the result of a check.
    """
    return "\n".join(_condition(condition, number) for number, condition in enumerate(report.conditions))


def _condition(condition: Condition, number: int) -> str:
    met = sum(requirement.status == "met" for requirement in condition.requirements)
    rows = "\n".join(map(_requirement, condition.requirements))
    return (
        f'<h3 id="{condition_anchor(number)}">{esc(condition.id)}　{esc(condition.name)}　'
        f"<small>{condition.score:.1f} 分，{met}/{len(condition.requirements)} 项有依据</small></h3>\n"
        f'<div class="requirements">\n{rows}\n</div>'
    )


def _requirement(requirement: Requirement) -> str:
    found = "".join(
        f'<li><span class="where">{esc(where)}</span> {quoted(what)}</li>'
        for where, what in evidence_lines(requirement.evidence)
    )
    evidence = f"<ul>{found}</ul>" if found else ""
    advice = f'<p class="advice"><b>建议：</b>{esc(requirement.advice)}</p>' if requirement.advice else ""
    return (
        f'<article id="req-{anchor(requirement.id)}"><h4>{esc(requirement.id)} {esc(requirement.text)} '
        f"{_status(requirement)}</h4><p>{esc(requirement.why)}</p>{evidence}{advice}</article>"
    )
