"""The top of the page: what was checked, what could not be read, the score and its chart."""

from __future__ import annotations

from assistant.checker.reports.html.markup import esc, quoted
from assistant.checker.reports.models import CheckReport, Condition
from assistant.checker.reports.names import SCORE_NOTE, SEVERITY_NAMES, notes

_ROW, _BAR = 44, 14  # heights in pixels


def head(report: CheckReport) -> str:
    """The header of the page.

    Args:
        report: the result of a check.
    """
    from assistant.checker.scoring import band_of

    band = band_of(report.score)
    facts = "".join(
        f"<div><dt>{name}</dt><dd>{quoted(value)}</dd></div>"
        for name, value in (
            ("文件", report.file),
            ("阶段", report.stage),
            ("类别", report.category or "未能识别"),
        )
    )
    return "\n".join(
        [
            f'<header id="score">\n<h1>{quoted(report.cluster or "参赛报告")} 自查结果</h1>',
            f'<dl class="facts">{facts}</dl>',
            _notices(report),
            '<div class="top">',
            f'<div class="total"><p><strong>{report.score:.1f}</strong> <span>分（满分 100）</span></p>'
            f'<p class="band">{esc(band.name)}</p><p class="meaning">{esc(band.meaning)}</p>{_counts(report)}</div>',
            chart(report.conditions),
            "</div>",
            f'<p class="note">{esc(SCORE_NOTE)}各项要求的分值和算法见<a href="#scoring">评分说明</a>。</p>\n</header>',
        ]
    )


def _notices(report: CheckReport) -> str:
    """What the reader must know first; nothing where there is nothing."""
    warned = "".join(f"<li>{esc(line)}</li>" for line in notes(report))
    seen = "".join(f"<li>{esc(line)}</li>" for line in report.reading.noted)
    out = (
        f'<div class="warn" role="note"><strong>使用前请注意</strong><ul>{warned}</ul></div>'
        if warned
        else ""
    )
    return out + (
        f'<div class="seen" role="note">文件中还有（不含可读文字，没有检查）：<ul>{seen}</ul></div>'
        if seen
        else ""
    )


def _counts(report: CheckReport) -> str:
    items = [
        f'<li class="{severity}"><b>{report.count(severity)}</b> {name}</li>'
        for severity, name in SEVERITY_NAMES.items()
    ]
    accepted = len(report.accepted_findings)
    if report.exceptions is not None:
        day = report.exceptions.as_of.isoformat()
        items.append(f'<li class="accepted"><b>{accepted}</b> 已接受（以 {day} 为准）</li>')
    return f'<ul class="counts">{"".join(items)}</ul>'


def chart(conditions: tuple[Condition, ...]) -> str:
    """The six scores as bars in SVG; widths are shares of the page's, letters keep their size.

    Args:
        conditions: of the report.
    """
    rows = []
    for number, condition in enumerate(conditions):
        y = number * _ROW
        score = max(0.0, min(100.0, condition.score))
        rows.append(
            f'<a href="#{condition_anchor(number)}">'
            f'<text x="0" y="{y + 16}">{esc(condition.name)}</text>'
            f'<text x="100%" y="{y + 16}" text-anchor="end">{condition.score:.1f}</text>'
            f'<rect class="track" x="0" y="{y + 22}" width="100%" height="{_BAR}"/>'
            f'<rect class="bar" x="0" y="{y + 22}" width="{score:.1f}%" height="{_BAR}"/></a>'
        )
    described = "；".join(f"{condition.name} {condition.score:.1f} 分" for condition in conditions)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="chart-title chart-desc" width="100%" '
        f'height="{_ROW * len(conditions)}"><title id="chart-title">六项条件得分（满分 100）</title>'
        f'<desc id="chart-desc">{esc(described)}</desc>{"".join(rows)}</svg>'
    )


def condition_anchor(number: int) -> str:
    """The `id` of the condition at a position."""
    return f"condition-{number + 1}"
