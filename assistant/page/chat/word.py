"""A conversation as a Word file."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from assistant.answering.validity import chinese_date
from assistant.page.chat.memory import PRIVATE_NOTE
from assistant.page.chat.reply import cited
from assistant.page.chat.turns import Turn

if TYPE_CHECKING:
    from docx.document import Document

TITLE: Final = "政策问答记录"
_SONG, _HEI = "宋体", "黑体"
_NOTE: Final = "由湖南省先进制造业集群申报助手根据所载文件整理，供工作参考；引用前请核对文件原件。"
_VERDICTS: Final = {"yes": "可以", "no": "不可以", "conditional": "视情况而定"}
_MARK: Final = re.compile(r"((?:\[\d{1,3}\])+)")
_CONTROL: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
)  # XML has no place for them


def transcript(turns: Sequence[Turn], day: date) -> bytes:
    """The questions with their answers, sources and warnings.

    Args:
        turns: the conversation.
        day: the day named in it, on which validity was judged.

    Returns:
        A `.docx` file; the same for the same arguments.
    """
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    document = docx.Document()
    _prepare(document, day)
    heading = document.add_paragraph(style="Title")
    heading.add_run(TITLE)
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    facts = document.add_paragraph(style="Caption")
    facts.add_run(f"{chinese_date(day)}　共 {len(turns)} 问")
    facts.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for number, turn in enumerate(turns, 1):
        _turn(document, number, turn)
    document.add_paragraph(_NOTE, style="Caption")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _prepare(document: Document, day: date) -> None:
    from docx.shared import Cm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.6)
    section.top_margin = section.bottom_margin = Cm(2.5)
    for name, font, size, bold in (
        ("Normal", _SONG, 11, False),
        ("Title", _HEI, 20, True),
        ("Heading 2", _HEI, 13, True),
        ("List Number", _SONG, 10.5, False),
        ("Caption", _SONG, 9.5, False),
    ):
        style = document.styles[name]
        _font(style, font)
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
        style.font.color.rgb = RGBColor(0x22, 0x22, 0x22)
    for border in document.styles["Title"].element.xpath(".//w:pBdr"):
        border.getparent().remove(border)
    body = document.styles["Normal"].paragraph_format
    body.line_spacing, body.space_after = 1.4, Pt(4)
    heading = document.styles["Heading 2"].paragraph_format
    heading.space_before, heading.space_after = Pt(16), Pt(4)
    properties = document.core_properties
    properties.title, properties.author, properties.language = TITLE, "", "zh-CN"
    properties.created = properties.modified = datetime(day.year, day.month, day.day)


def _font(style: Any, name: str) -> None:
    from docx.oxml.ns import qn

    style.font.name = "Times New Roman"
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), name)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _turn(document: Document, number: int, turn: Turn) -> None:
    heading = document.add_paragraph(style="Heading 2")
    heading.add_run(f"{number}．{_clean(' '.join(turn.question.split()))}")
    answer = turn.answer
    if answer is None:
        document.add_paragraph(_without(turn))
        return
    if answer.verdict:
        document.add_paragraph().add_run(f"结论：{_VERDICTS[answer.verdict]}").bold = True
    for line in answer.answer.splitlines():
        if line.strip():
            _marked(document.add_paragraph(), _clean(line.strip()))
    if turn.kind == "stopped":
        document.add_paragraph("（回答已停止，以上不完整。）")
    if answer.citations:
        _label(document, "依据")
        for place, citation in enumerate(answer.citations, 1):
            line = document.add_paragraph(_clean(f"[{place}] {cited(citation)}"))
            line.paragraph_format.left_indent = _hanging(28)
            line.paragraph_format.first_line_indent = _hanging(-22)
    if answer.warnings:
        _label(document, "注意")
        for warning in answer.warnings:
            line = document.add_paragraph(_clean(warning))
            line.paragraph_format.left_indent = _hanging(6)


def _hanging(points: int) -> Any:
    from docx.shared import Pt

    return Pt(points)


def _without(turn: Turn) -> str:
    if turn.kind == "stopped":
        return "（回答已停止。）"
    if turn.kind == "check" and turn.html:
        return "（报告草稿已核对，结果见带批注的 Word 文件。）"
    return f"（{PRIVATE_NOTE}）" if turn.private else "（没有得到回答。）"


def _label(document: Document, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = True
    paragraph.paragraph_format.keep_with_next = True


def _marked(paragraph: Any, text: str) -> None:
    """`text` with its source numbers raised."""
    for piece in _MARK.split(text):
        if piece:
            paragraph.add_run(piece).font.superscript = bool(_MARK.fullmatch(piece)) or None


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)
