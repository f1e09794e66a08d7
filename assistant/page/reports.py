"""Check reports (the JSON of the contract) as HTML for the page."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import Any

from assistant.page.markup import details, element, esc, notice

SEVERITIES = {"error": "错误", "warning": "疑问", "info": "提示"}
KINDS = {
    "completeness": "完整性",
    "arithmetic": "计算",
    "consistency": "前后一致",
    "range": "取值范围",
    "format": "格式",
    "limit": "字数",
    "evidence": "佐证材料",
    "declaration": "签章与承诺",
    "eligibility": "申报资格",
}
STATUSES = {
    "met": ("已有依据", "good"),
    "partial": ("依据不足", "odd"),
    "missing": ("缺依据", "bad"),
    "unknown": ("未能读出", "odd"),
}
SCORE_NOTE = "得分衡量的是报告中写出的依据，不是对集群本身的评价，也不代表评审结果。"

_BAR = 100  # width of the chart's scale, one unit for each point
_ROW = 14

Report = Mapping[str, Any]


def report_head(report: Report) -> str:
    """What was checked, the total and the six scores as a chart."""
    counts = counted(report)
    facts = [report.get("stage"), report.get("category"), report.get("cluster")]
    subject = " · ".join(esc(fact) for fact in facts if fact)
    total = element("span", score_text(report["score"]), "ca-score") + element(
        "span", "分（满分100）", "ca-unit"
    )
    number = "，".join(f"{SEVERITIES[name]} {counts[name]} 处" for name in SEVERITIES)
    return element(
        "section",
        element("h2", esc(report["file"]))
        + (element("p", subject, "ca-path") if subject else "")
        + element("p", total)
        + element("p", number, "ca-count")
        + chart(report["conditions"])
        + notice(SCORE_NOTE),
        "ca-report",
    )


def chart(conditions: Sequence[Mapping[str, Any]]) -> str:
    """The scores as horizontal bars, in SVG that takes its colours from the page."""
    rows = []
    for condition in conditions:
        score = max(0.0, min(100.0, float(condition["score"])))
        bar = (
            f'<svg class="ca-bar" viewBox="0 0 {_BAR} {_ROW}" preserveAspectRatio="none" role="img" '
            f'aria-label="{esc(condition["name"])} {score_text(score)} 分">'
            f'<rect class="ca-bar-back" width="{_BAR}" height="{_ROW}"/>'
            f'<rect class="ca-bar-fill ca-{_grade(score)}" width="{score:.1f}" height="{_ROW}"/></svg>'
        )
        name = element("span", esc(condition["name"]), "ca-bar-name")
        rows.append(
            element("div", name + bar + element("span", score_text(score), "ca-bar-value"), "ca-bar-row")
        )
    return element("div", "".join(rows), "ca-chart")


def conditions_html(report: Report) -> str:
    """The six conditions, each opening its requirements with the evidence found."""
    parts = []
    for condition in report["conditions"]:
        requirements = condition["requirements"]
        met = sum(requirement["status"] == "met" for requirement in requirements)
        summary = (
            element("strong", f"{esc(condition['id'])} {esc(condition['name'])}")
            + element(
                "span",
                f"{score_text(condition['score'])} 分",
                "ca-badge ca-" + _grade(float(condition["score"])),
            )
            + element("span", f"{met}/{len(requirements)} 项有依据", "ca-count")
        )
        parts.append(details(summary, "".join(map(_requirement, requirements)), "ca-fold ca-condition"))
    return "".join(parts)


def findings_html(report: Report, severities: Collection[str] = tuple(SEVERITIES)) -> str:
    """The findings of the chosen severities, grouped by section, gravest first."""
    order = list(SEVERITIES)
    chosen = [finding for finding in report["findings"] if finding["severity"] in severities]
    if not report["findings"]:
        return notice("没有发现问题。")
    if not chosen:
        return notice("所选级别没有问题，可勾选其他级别查看。")
    sections: dict[str, list[Mapping[str, Any]]] = {}
    for section, group in groupby(chosen, key=lambda finding: str(finding.get("section") or "全文")):
        sections.setdefault(section, []).extend(group)
    parts = []
    for section, findings in sections.items():
        findings.sort(key=lambda finding: order.index(finding["severity"]))
        items = element("ul", "".join(map(_finding, findings)), "ca-findings")
        title = "全文" if section == "全文" else f"第 {section} 部分"
        parts.append(
            details(f"{element('strong', esc(title))} {len(findings)} 处", items, "ca-fold", opened=True)
        )
    return "".join(parts)


def summary_html(report: Report, limit: int = 8) -> str:
    """A report as a turn of the chat: total, six scores, the gravest findings."""
    counts = counted(report)
    scores = "".join(
        element("li", f"{esc(condition['name'])} {score_text(condition['score'])}")
        for condition in report["conditions"]
    )
    order = list(SEVERITIES)
    worst = sorted(report["findings"], key=lambda finding: order.index(finding["severity"]))[:limit]
    shown = element("ul", "".join(map(_finding, worst)), "ca-findings")
    rest = len(report["findings"]) - len(worst)
    more = element("p", f"另有 {rest} 处，请到“自查”页查看全部。", "ca-count") if rest > 0 else ""
    total = f"{element('strong', score_text(report['score']) + ' 分')}（满分100）"
    number = "，".join(f"{SEVERITIES[name]} {counts[name]} 处" for name in SEVERITIES)
    return element(
        "article",
        element("p", f"{esc(report['file'])} 自查得分 {total}：{number}。")
        + element("ul", scores, "ca-scores")
        + (shown or "")
        + more
        + notice(SCORE_NOTE),
        "ca-answer",
    )


def counted(report: Report) -> dict[str, int]:
    """Number of findings of each severity."""
    return {name: sum(finding["severity"] == name for finding in report["findings"]) for name in SEVERITIES}


def score_text(score: float) -> str:
    """A score with one decimal, without a trailing `.0`."""
    return f"{float(score):.1f}".removesuffix(".0")


def _grade(score: float) -> str:
    return "good" if score >= 80 else "odd" if score >= 60 else "bad"


def _requirement(requirement: Mapping[str, Any]) -> str:
    label, css = STATUSES.get(requirement["status"], ("未知", "odd"))
    evidence = "".join(element("li", _evidence(item)) for item in requirement.get("evidence") or ())
    advice = requirement.get("advice")
    return element(
        "div",
        element("p", element("span", label, f"ca-badge ca-{css}") + " " + esc(requirement["text"]))
        + (element("p", esc(requirement["why"]), "ca-why") if requirement.get("why") else "")
        + (element("ul", evidence, "ca-evidence") if evidence else "")
        + (element("p", "建议：" + esc(advice), "ca-advice") if advice else ""),
        "ca-requirement",
    )


def _evidence(item: Mapping[str, Any]) -> str:
    value = item.get("value")
    return esc(_place(item)) + (f"：{element('q', esc(value))}" if value else "")


def _place(item: Mapping[str, Any]) -> str:
    return " ".join(str(item[name]) for name in ("section", "row", "column") if item.get(name))


def _finding(finding: Mapping[str, Any]) -> str:
    severity = finding["severity"]
    css = {"error": "bad", "warning": "odd"}.get(severity, "calm")
    labels = element("span", SEVERITIES.get(severity, severity), f"ca-badge ca-{css}") + element(
        "span", esc(KINDS.get(finding["kind"], finding["kind"])), "ca-kind"
    )
    place = _place(finding)
    found, expected = finding.get("found"), finding.get("expected")
    figures = [
        f"报告中：{element('q', esc(found))}" if found else "",
        f"应为：{element('q', esc(expected))}" if expected else "",
    ]
    figures = [figure for figure in figures if figure]
    advice = finding.get("advice")
    return element(
        "li",
        element("p", labels + (" " + element("span", esc(place), "ca-locator") if place else ""))
        + element("p", esc(finding["message"]))
        + (element("p", "　".join(figures), "ca-figures") if figures else "")
        + (element("p", "建议：" + esc(advice), "ca-advice") if advice else ""),
    )
