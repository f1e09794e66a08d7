"""The draft with native Word comments at the places of the findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.checker.reports.anchors import Comment
from assistant.checker.reports.comments import add_comments, is_macro_enabled
from assistant.checker.reports.models import CheckReport, Finding
from assistant.checker.reports.names import SEVERITY_NAMES, basis_name, clipped, notes, printable, rule_title
from assistant.checker.source import Place
from assistant.outputs import check_outputs, write_outputs
from index.errors import UserError

AUTHOR: Final = "参赛报告自查"
INITIALS: Final = "自查"
_LONGEST: Final = 600  # characters of a line of a comment; Word shows comments in a narrow margin


@dataclass(frozen=True, slots=True)
class WordResult:
    """A Word file for the user.

    Attributes:
        content: its bytes.
        suffix: the suffix under which Word opens it.
        instead: why it is a report of its own and not the draft with comments; "" where it is the draft.
    """

    content: bytes
    suffix: str = ".docx"
    instead: str = ""


def write_commented_docx(source: Path, report: CheckReport, out: Path) -> None:
    """Write a copy of a Word draft with one comment for each finding.

    Args:
        source: the draft that was checked.
        report: its result, as `check_file` gave it (a result read back from JSON has lost the places).
        out: where to write; the same draft and result give the same bytes.

    Raises:
        UserError: the draft is no .docx file, `out` is the draft itself, or the copy cannot be written.
    """
    check_outputs(source, [out])
    write_outputs({out: commented_docx(source.read_bytes(), report)})


def word_result(data: bytes, report: CheckReport) -> WordResult:
    """The draft with comments; where it can carry none, the findings as a Word report.

    Args:
        data: the draft's bytes.
        report: its result, as `check_file` gave it.
    """
    from assistant.checker.reports.worddoc import report_docx

    if report.source_format != "docx":
        return WordResult(
            report_docx(report), instead=f"{report.file} 不是 Word（.docx）文件，无法写入批注。"
        )
    try:
        content = commented_docx(data, report)
    except UserError as error:
        return WordResult(report_docx(report), instead=str(error))
    return WordResult(content, ".docm" if is_macro_enabled(data, report.file) else ".docx")


def commented_docx(data: bytes, report: CheckReport) -> bytes:
    """The bytes of a Word draft with a comment for each finding; see `write_commented_docx`."""
    if not data.startswith(b"PK"):
        raise UserError(f"{report.file} 不是 Word（.docx）文件，无法写入批注：请改用 --html 输出检查结果。")
    comments = [_comment(finding, report.headings) for finding in report.findings]
    comments += [Comment(None, (clipped(printable(line), _LONGEST),)) for line in notes(report)]
    return add_comments(data, report.file, comments, AUTHOR, INITIALS)


def comment_text(finding: Finding) -> str:
    """What the comment on a finding says: severity and title, the problem; the mend; the basis."""
    return "\n".join(_lines(finding))


def _lines(finding: Finding) -> tuple[str, ...]:
    accepted = finding.accepted
    severity = SEVERITY_NAMES[finding.severity]
    head = f"【{'已接受·' if accepted else ''}{severity}】{rule_title(finding.rule)}：{finding.message}"
    lines = [head]
    if accepted:
        lines.append(
            f"已接受：{accepted.reason}（批准人：{accepted.who}；有效期至 {accepted.until.isoformat()}）"
        )
    if finding.advice:
        lines.append(f"建议：{finding.advice}")
    lines.append(f"依据：{basis_name(finding.citation)}（规则 {finding.rule}）")
    return tuple(clipped(printable(line), _LONGEST) for line in lines)


def _comment(finding: Finding, headings: Mapping[str, Place]) -> Comment:
    place = finding.place
    if place is not None and place.paragraph is not None:
        about_cell = finding.row is not None and place.cell is not None
        return Comment(place.paragraph, _lines(finding), cell=about_cell, words=finding.found or "")
    return Comment(_heading(finding.section, headings), _lines(finding))


def _heading(section: str, headings: Mapping[str, Place]) -> int | None:
    """The paragraph of the section's heading, else of the part's that it belongs to, else of the title."""
    for number in (section, "一二三四五六七八九"[int(section[0]) - 1] if section[:1].isdecimal() else ""):
        place = headings.get(number)
        if place is not None and place.paragraph is not None:
            return place.paragraph
    return None
