"""Questions to go on with, once a draft was checked."""

from __future__ import annotations

from assistant.page.about.places import Report
from assistant.page.about.selecting import lacking, open_findings


def suggestions(report: Report) -> list[str]:
    """Questions about the report that it has an answer to, most useful first.

    Args:
        report: the check report's JSON.
    """
    questions = []
    findings = open_findings(report)
    if findings:
        questions.append("有几处错误，怎么改？")
        rows = [finding for finding in findings if finding.get("row")]
        if rows:
            told = next((finding for finding in rows if finding["section"][0].isdigit()), rows[0])
            questions.append(f"为什么说{told['section']}“{told['row']}”不对？")
    weak = [condition for condition in report["conditions"] if lacking(condition)]
    if weak:
        lowest = min(weak, key=lambda condition: float(condition["score"]))
        questions += ["得分为什么不是满分？", f"{lowest['id']}缺什么？"]
    return questions
