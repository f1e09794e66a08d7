"""The findings by section, and those that are accepted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from assistant.checker.form_loader import load_form
from assistant.checker.reports.html.markup import anchor, esc, quoted
from assistant.checker.reports.models import CheckReport, Finding
from assistant.checker.reports.names import (
    KIND_NAMES,
    SEVERITY_MEANINGS,
    SEVERITY_NAMES,
    basis_name,
    place_name,
    rule_title,
    stage_of,
)

_FIGURE: Final = 120  # what a cell holds; the message has more of it


def findings_list(report: CheckReport) -> str:
    """The findings that nobody has accepted, by section.

    Args:
        report: the result of a check.
    """
    if not report.open_findings:
        return (
            "<p>没有发现问题。</p>"
            if not report.accepted_findings
            else "<p>除已接受的问题外，没有发现问题。</p>"
        )
    meanings = "".join(
        f'<li><span class="tag {severity}">{SEVERITY_NAMES[severity]}</span> {esc(meaning)}</li>'
        for severity, meaning in SEVERITY_MEANINGS.items()
        if report.count(severity)
    )
    return f'<ul class="legend">{meanings}</ul>\n' + _by_section(report, report.open_findings)


def accepted_list(report: CheckReport) -> str:
    """The findings that a file of exceptions accepts; "" where none was used.

    Args:
        report: the result of a check.
    """
    if report.exceptions is None:
        return ""
    day = report.exceptions.as_of.isoformat()
    text = f"<p>以下问题列在例外清单中，按 {day} 判断仍在有效期内，不计入错误。</p>\n"
    if not report.accepted_findings:
        text = f"<p>按 {day} 判断，例外清单没有接受任何问题。</p>\n"
    return text + _by_section(report, report.accepted_findings)


def _by_section(report: CheckReport, findings: Sequence[Finding]) -> str:
    form = load_form(stage_of(report))
    blocks = []
    for number, group in groupby(findings, key=lambda finding: finding.section):
        section = form.section(number)
        title = f"{number} {section.title}" if section else number
        blocks.append(f"<h3>{esc(title)}</h3>\n{_items(group)}")
    return "\n".join(blocks)


def _items(findings: Iterable[Finding]) -> str:
    return '<ul class="findings">\n' + "\n".join(map(_finding, findings)) + "\n</ul>"


def _finding(finding: Finding) -> str:
    place = place_name("", finding.row, finding.column) or "整节"
    page = f"（第 {finding.place.page} 页）" if finding.place is not None and finding.place.page else ""
    rule = f'<a href="#rule-{anchor(finding.rule)}">{esc(rule_title(finding.rule))}</a>'
    written = [
        f"<div><dt>{name}</dt><dd>{quoted(value, _FIGURE)}</dd></div>"
        for name, value in (("报告中写的", finding.found), ("应为", finding.expected))
        if value
    ]
    figures = f"<dl>{''.join(written)}</dl>" if written else ""
    advice = f'<p class="advice"><b>建议：</b>{esc(finding.advice)}</p>' if finding.advice else ""
    return (
        f'<li class="{finding.severity}"><p class="place"><span class="tag {finding.severity}">'
        f"{SEVERITY_NAMES[finding.severity]}</span> <b>{esc(place)}</b>{page}</p>"
        f"<p>{esc(finding.message)}</p>{figures}{advice}{_acceptance(finding)}"
        f'<p class="basis">{KIND_NAMES[finding.kind]}　{rule}　依据：{esc(basis_name(finding.citation))}</p></li>'
    )


def _acceptance(finding: Finding) -> str:
    accepted = finding.accepted
    if accepted is None:
        return ""
    return (
        f'<p class="acceptance"><span class="tag accepted">已接受</span> {quoted(accepted.reason)}'
        f"（批准人：{quoted(accepted.who)}；有效期至 {accepted.until.isoformat()}）</p>"
    )
