"""A check report (the JSON of the contract) at a glance: total, six scores, counts; short for the chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from assistant.checker.reports.names import KIND_NAMES, SCORE_NOTE, SEVERITY_MEANINGS, SEVERITY_NAMES
from assistant.page.markup import details, element, esc, notice

SEVERITIES: Final[dict[str, str]] = {str(name): said for name, said in SEVERITY_NAMES.items()}
KINDS: Final[dict[str, str]] = {str(name): said for name, said in KIND_NAMES.items()}

_BAR: Final = 100  # width of the chart's scale, one unit for each point
_ROW: Final = 14
_GOOD: Final = 75.0  # where the bands of the score begin that are called 依据较充分 and 依据不足
_FAIR: Final = 60.0

Report = Mapping[str, Any]


def report_head(report: Report, instead: str = "") -> str:
    """What was checked, the total and what it means, the six scores as a chart, what could not be read.

    Args:
        report: the check report.
        instead: why the Word download is no draft with comments; "" where it is one.
    """
    facts = [report.get("stage"), report.get("category") or "类别未写明", report.get("cluster")]
    subject = " · ".join(esc(fact) for fact in facts if fact)
    total = element("span", score_text(report["score"]), "ca-score") + element(
        "span", "分（满分100）", "ca-unit"
    )
    return element(
        "section",
        element("h2", esc(report["file"]))
        + (element("p", subject, "ca-path") if subject else "")
        + element("p", total + _band(float(report["score"])))
        + _counts(report)
        + chart(report["conditions"])
        + notice(SCORE_NOTE)
        + "".join(notice(line, "warn") for line in _reading(report))
        + (notice(f"{instead}下载的 Word 是检查结果，不是原稿。") if instead else "")
        + _meaning(report),
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
            f'<rect class="ca-bar-fill ca-{grade(score)}" width="{score:.1f}" height="{_ROW}"/></svg>'
        )
        name = element("span", esc(condition["name"]), "ca-bar-name")
        rows.append(
            element("div", name + bar + element("span", score_text(score), "ca-bar-value"), "ca-bar-row")
        )
    return element("div", "".join(rows), "ca-chart")


def summary_html(report: Report, limit: int = 8) -> str:
    """A report as a turn of the chat: total, six scores, the gravest findings."""
    scores = "".join(
        element("li", f"{esc(condition['name'])} {score_text(condition['score'])}")
        for condition in report["conditions"]
    )
    order = list(SEVERITIES)
    worst = sorted(report["findings"], key=lambda finding: order.index(finding["severity"]))[:limit]
    shown = element("ul", "".join(map(_line, worst)), "ca-findings")
    rest = len(report["findings"]) - len(worst)
    more = element("p", f"另有 {rest} 处，请到“自查”页查看全部。", "ca-count") if rest > 0 else ""
    total = f"{element('strong', score_text(report['score']) + ' 分')}（满分100）"
    number = "，".join(f"{SEVERITIES[name]} {count} 处" for name, count in counted(report).items())
    return element(
        "article",
        element("p", f"{esc(report['file'])} 自查得分 {total}：{number}。")
        + element("ul", scores, "ca-scores")
        + (shown if worst else "")
        + more
        + notice(SCORE_NOTE),
        "ca-answer",
    )


def counted(report: Report) -> dict[str, int]:
    """Number of findings of each severity, gravest first."""
    return {
        str(name): sum(finding["severity"] == name for finding in report["findings"]) for name in SEVERITIES
    }


def score_text(score: float) -> str:
    """A score with one decimal, without a trailing `.0`."""
    return f"{float(score):.1f}".removesuffix(".0")


def grade(score: float) -> str:
    """The colour of a score."""
    return "good" if score >= _GOOD else "odd" if score >= _FAIR else "bad"


def _counts(report: Report) -> str:
    css = {"error": "bad", "warning": "odd"}
    parts = [
        element(
            "span",
            f"{SEVERITIES[name]} {count} 处",
            f"ca-badge ca-{css.get(name, 'calm') if count else 'calm'}",
            title=meaning,
        )
        for (name, count), meaning in zip(counted(report).items(), SEVERITY_MEANINGS.values(), strict=True)
    ]
    return element("p", "".join(parts), "ca-tally")


def _band(score: float) -> str:
    from assistant.checker.scoring.table import band_of

    band = band_of(score)
    label = element("span", esc(band.name), f"ca-badge ca-{grade(score)}")
    return label + element("span", esc(band.meaning), "ca-count")


def _meaning(report: Report) -> str:
    """How the score comes about, folded up."""
    from assistant.checker.scoring.table import score_table

    table = score_table("决赛" if report.get("stage") == "决赛" else "初赛")
    lines = "".join(element("p", esc(line)) for line in table.meaning)
    bands = "".join(
        element("li", f"{band.low:g}—{band.high:g} 分 {esc(band.name)}：{esc(band.meaning)}")
        for band in table.bands
    )
    return details("得分怎么来的", lines + element("ul", bands, "ca-scores"), "ca-fold")


def _reading(report: Report) -> list[str]:
    """What could not be read, or may be read wrongly; the wording of all renderings of a report."""
    from assistant.checker.reports.models import CheckReport
    from assistant.checker.reports.names import notes

    return list(notes(CheckReport.model_validate(report))) if report.get("reading") else []


def _line(finding: Mapping[str, Any]) -> str:
    """A finding as a list item of the chat."""
    severity = finding["severity"]
    css = {"error": "bad", "warning": "odd"}.get(severity, "calm")
    place = " › ".join(str(finding[name]) for name in ("section", "row", "column") if finding.get(name))
    label = element("span", SEVERITIES.get(severity, severity), f"ca-badge ca-{css}")
    advice = finding.get("advice")
    return element(
        "li",
        element("p", f"{label} {element('span', esc(place), 'ca-locator')}")
        + element("p", esc(finding["message"]))
        + (element("p", "建议：" + esc(advice), "ca-advice") if advice else ""),
    )
