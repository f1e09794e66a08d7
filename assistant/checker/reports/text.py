"""The check report as plain text for a terminal."""

from __future__ import annotations

from assistant.checker.reports.docx import SEVERITY_NAMES
from assistant.checker.reports.models import CheckReport

_STATUS = {"met": "已有依据", "partial": "依据不足", "missing": "缺少依据", "unknown": "无法判断"}


def render_text(report: CheckReport) -> str:
    """The report in lines: score, conditions with what is lacking, findings.

    Args:
        report: the result of a check.
    """
    lines = [
        f"{report.cluster or report.file}（{report.stage}，{report.category or '类别未能识别'}）",
        f"总分 {report.score:.1f}（满分 100；衡量报告中写出的依据，不是对集群本身的评价）",
        "",
    ]
    for condition in report.conditions:
        lines.append(f"{condition.id}{condition.name}　{condition.score:.1f}")
        for requirement in condition.requirements:
            if requirement.status != "met":
                lines.append(
                    f"  - {requirement.id} {requirement.text}："
                    f"{_STATUS[requirement.status]}。{requirement.why}"
                )
                if requirement.advice:
                    lines.append(f"    建议：{requirement.advice}")
    lines += ["", f"发现问题 {len(report.findings)} 处" if report.findings else "没有发现问题"]
    for finding in report.findings:
        lines.append(f"  [{SEVERITY_NAMES[finding.severity]}] {finding.message}{finding.advice or ''}")
    return "\n".join(lines)
