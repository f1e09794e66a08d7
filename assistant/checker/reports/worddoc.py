"""The check report as a Word file of its own, for drafts that are no Word files and can carry no comments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from assistant.checker.form_loader import load_form
from assistant.checker.reports.models import CheckReport, Condition, Finding
from assistant.checker.reports.names import (
    SCORE_NOTE,
    SEVERITY_NAMES,
    STATUS_NAMES,
    basis_name,
    clipped,
    notes,
    place_name,
    printable,
    stage_of,
)
from assistant.checker.reports.wordxml import (
    Line,
    WordCell,
    WordRow,
    new_document,
    paragraph,
    saved,
    table,
)

_LONGEST: Final = 600
_FINDING: Final = (2, 6, 16)
_REQUIREMENT: Final = (8, 3, 13)


def report_docx(report: CheckReport) -> bytes:
    """The report as a .docx file; the same report gives the same bytes.

    Args:
        report: the result of a check.
    """
    title = f"{report.cluster or report.file} 自查结果"
    document = new_document(printable(title))
    end = document.element.body[-1]  # the section properties stay last
    for block in _blocks(report, title):
        end.addprevious(block)
    return saved(document)


def _text(text: str, **look: Any) -> Any:
    return paragraph(clipped(printable(text), _LONGEST), **look)


def _heading(text: str, level: int = 0) -> Any:
    return _text(
        text,
        bold=True,
        size=28 if level == 0 else 24,
        font="黑体",
        outline=level,
        keep=True,
        space=(240, 100),
    )


def _blocks(report: CheckReport, title: str) -> Iterator[Any]:
    yield _text(title, bold=True, align="center", size=36, font="黑体", space=(120, 160))
    yield _text("这是检查结果，不是参赛报告原稿。", align="center")
    yield _text(f"文件：{report.file}　阶段：{report.stage}　类别：{report.category or '未能识别'}")
    counts = "，".join(f"{name} {report.count(severity)} 处" for severity, name in SEVERITY_NAMES.items())
    accepted = len(report.accepted_findings)
    yield _text(
        f"总分 {report.score:.1f}（满分 100）；{counts}{f'；已接受 {accepted} 处' if accepted else ''}。",
        bold=True,
    )
    yield _text(SCORE_NOTE)
    for line in notes(report):
        yield _text(f"注意：{line}")
    for line in report.reading.noted:
        yield _text(f"说明：{line}")
    yield from _findings(report)
    yield _heading("六项条件")
    for condition in report.conditions:
        yield from _condition(condition)


def _findings(report: CheckReport) -> Iterator[Any]:
    yield _heading("问题清单")
    if not report.findings:
        yield _text("没有发现问题。")
        return
    form = load_form(stage_of(report))
    for number, group in groupby(report.findings, key=lambda finding: finding.section):
        section = form.section(number)
        yield _heading(f"{number} {section.title}" if section else number, 1)
        yield table([_head(("级别", "位置", "问题与建议"), _FINDING), *map(_finding, group)])


def _head(labels: tuple[str, ...], spans: tuple[int, ...]) -> WordRow:
    cells = [WordCell([label], span, bold=True) for label, span in zip(labels, spans, strict=True)]
    return WordRow(cells, heading=True)


def _row(cells: list[list[Line]], spans: tuple[int, ...]) -> WordRow:
    shown = [
        WordCell(
            [Line(clipped(printable(line.text), _LONGEST), bold=line.bold) for line in lines],
            span,
            middle=False,
        )
        for lines, span in zip(cells, spans, strict=True)
    ]
    return WordRow(shown, splits=True)


def _finding(finding: Finding) -> WordRow:
    level = [Line(SEVERITY_NAMES[finding.severity], bold=finding.severity == "error")]
    said = [Line(finding.message)]
    if finding.accepted is not None:
        accepted = finding.accepted
        level.append(Line("已接受"))
        until = accepted.until.isoformat()
        said.append(Line(f"已接受：{accepted.reason}（批准人：{accepted.who}；有效期至 {until}）"))
    if finding.advice:
        said.append(Line(f"建议：{finding.advice}"))
    said.append(Line(f"依据：{basis_name(finding.citation)}（规则 {finding.rule}）"))
    where = [Line(place_name("", finding.row, finding.column) or "整节")]
    if finding.place is not None and finding.place.page:
        where.append(Line(f"第 {finding.place.page} 页"))
    return _row([level, where, said], _FINDING)


def _condition(condition: Condition) -> Iterator[Any]:
    yield _heading(f"{condition.id}　{condition.name}　{condition.score:.1f} 分", 1)
    rows = [_head(("要求", "判断", "报告中的依据与补充建议"), _REQUIREMENT)]
    for requirement in condition.requirements:
        found = [Line(requirement.why)]
        found += [
            Line(f"{place_name(item.section, item.row, item.column)}：{item.value}")
            for item in requirement.evidence
        ]
        if requirement.advice:
            found.append(Line(f"建议：{requirement.advice}"))
        name = [Line(f"{requirement.id} {requirement.text}")]
        rows.append(_row([name, [Line(STATUS_NAMES[requirement.status])], found], _REQUIREMENT))
    yield table(rows)
