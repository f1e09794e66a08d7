"""The check report as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checker.reports.models import CheckReport, Condition, Finding
from assistant.checker.reports.names import SEVERITY_NAMES, STATUS_NAMES, clipped, notes

_LONGEST = 400


def render_text(report: CheckReport) -> str:
    """The report in lines: score, conditions with what is lacking, findings.

    Args:
        report: the result of a check.
    """
    lines = [
        f"{report.cluster or report.file}（{report.stage}，{report.category or '类别未能识别'}）",
        f"总分 {report.score:.1f}（满分 100；衡量报告中写出的依据，不是对集群本身的评价）",
        *(f"注意：{note}" for note in notes(report)),
        *(f"说明：{noted}" for noted in report.reading.noted),
        "",
    ]
    for condition in report.conditions:
        lines += _condition(condition)
    found = len(report.open_findings)
    lines += ["", f"发现问题 {found} 处" if found else "没有发现问题"]
    for finding in report.open_findings:
        lines.append(f"  [{SEVERITY_NAMES[finding.severity]}] {_said(finding)}")
    if report.exceptions is not None:
        lines += ["", *_accepted(report)]
    return "\n".join(lines)


def _condition(condition: Condition) -> Iterator[str]:
    yield f"{condition.id}{condition.name}　{condition.score:.1f}"
    for requirement in condition.requirements:
        if requirement.status == "met":
            continue
        status = STATUS_NAMES[requirement.status]
        yield f"  - {requirement.id} {requirement.text}：{status}。{requirement.why}"
        if requirement.advice:
            yield f"    建议：{requirement.advice}"


def _said(finding: Finding) -> str:
    page = f"第{finding.place.page}页 " if finding.place is not None and finding.place.page else ""
    message = clipped(finding.message, _LONGEST)
    return " ".join(f"{page}{message}{finding.advice or ''}（规则 {finding.rule}）".split("\n"))


def _accepted(report: CheckReport) -> Iterator[str]:
    assert report.exceptions is not None
    yield f"已接受 {report.exceptions.accepted} 处（例外清单，以 {report.exceptions.as_of.isoformat()} 为准）"
    for finding in report.accepted_findings:
        accepted = finding.accepted
        assert accepted is not None
        yield f"  [{SEVERITY_NAMES[finding.severity]}，已接受] {_said(finding)}"
        yield f"    理由：{accepted.reason}（批准人：{accepted.who}；有效期至 {accepted.until.isoformat()}）"
