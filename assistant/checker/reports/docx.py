"""The draft with native Word comments at the places of the findings."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from assistant.checker.reports.models import CheckReport, Finding
from assistant.checker.reports.package import normalised
from assistant.outputs import check_outputs, write_outputs
from index.errors import UserError

AUTHOR = "产业集群报告检查"
_INITIALS = "检查"
SEVERITY_NAMES = {"error": "错误", "warning": "提醒", "info": "提示"}


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


def commented_docx(data: bytes, report: CheckReport) -> bytes:
    """The bytes of a Word draft with a comment for each finding; see `write_commented_docx`."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    try:
        document = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError):
        raise UserError(
            f"{report.file} 不是 Word（.docx）文件，无法写入批注：请改用 --html 输出检查结果。"
        ) from None
    paragraphs = list(document.element.iter(qn("w:p")))
    written: set[str] = set()
    for finding in report.findings:
        element = _anchor(paragraphs, finding)
        if element is None:
            continue
        paragraph = Paragraph(element, document._body)
        runs = paragraph.runs or [paragraph.add_run()]
        comment = document.add_comment(runs, text=comment_text(finding), author=AUTHOR, initials=_INITIALS)
        written.add(str(comment.comment_id))
    _undate(document, written)
    buffer = io.BytesIO()
    document.save(buffer)
    return normalised(buffer.getvalue())


def comment_text(finding: Finding) -> str:
    """What the comment on a finding says."""
    lines = [f"【{SEVERITY_NAMES[finding.severity]}】{finding.message}"]
    if finding.advice:
        lines.append(f"建议：{finding.advice}")
    lines.append(f"依据：{finding.citation.doc} {finding.citation.locator}（规则 {finding.rule}）")
    return "\n".join(lines)


def _anchor(paragraphs: list[Any], finding: Finding) -> Any | None:
    """The paragraph that a comment is hung on: the finding's own, else the first of the file."""
    if not paragraphs:
        return None
    number = finding.place.paragraph if finding.place is not None else None
    element = paragraphs[number if number is not None and number < len(paragraphs) else 0]
    # Word allows no comments inside text boxes: take the paragraph that holds the box.
    for ancestor in element.iterancestors():
        if ancestor.tag.endswith("}txbxContent"):
            holder = next((up for up in ancestor.iterancestors() if up.tag == element.tag), None)
            element = holder if holder is not None else element
    return element


def _undate(document: Any, written: set[str]) -> None:
    """Take the time of writing off the new comments, so that the bytes depend on the draft alone."""
    from docx.oxml.ns import qn

    for comment in document.part._comments_part.element.iter(qn("w:comment")):
        if comment.get(qn("w:id")) in written and comment.get(qn("w:date")) is not None:
            del comment.attrib[qn("w:date")]
