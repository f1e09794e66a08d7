"""Reads the pages of a PDF file that hold text; runs in a process of its own (`isolate`).

PDFium opens and repairs the file, and draws what was filled in or noted on its pages into them; pdfplumber gives
the characters and lines.
"""

from __future__ import annotations

import io
import logging
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any

from assistant.checker.readers.page import Box, Glyph, Page, Rule
from assistant.checker.readers.sheet import lay_out
from assistant.checker.readers.symbols import drawn
from index.errors import UserError

MAX_PAGES = 1_000
_MOST_CHARACTERS = 600_000
# A page of which pictures cover this share, and that has fewer characters, is a scan.
_SCAN_SHARE = 0.4
_SCAN_CHARACTERS = 100
_OUTLINES = 200
_GARBLED_SHARE = 0.1
_SMALLEST_PICTURE = 10.0
_GARBLED = re.compile("\\(cid:\\d+\\)|[\ue000-\uefff\uf100-\uf8ff\ufffd\0]")
_MISSING = "〓"

SCANNED = "扫描图片"
GARBLED = "文字编码无法识别"
OUTLINED = "文字已转成图形"


def read_pages(data: bytes, name: str) -> list[Page]:
    """Read a PDF file page by page; a page without readable text says why in `unread`.

    Args:
        data: the file's bytes.
        name: its name, for messages.

    Raises:
        UserError: encrypted, damaged, or far longer than a report.
    """
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    logging.disable(logging.CRITICAL)  # the libraries' remarks on broken files are not for users
    document = open_pdf(data, name)
    layered = _check(document, name)
    try:
        if _flattened(document):
            return _read(_saved(document), layered)
        return _read(data, layered)
    except (MalformedPDFException, PdfminerException):
        try:
            return _read(_saved(document), layered)  # as PDFium repaired it
        except (MalformedPDFException, PdfminerException):
            raise damaged(name) from None


def _pdfium() -> tuple[Any, Any]:
    return import_module("pypdfium2"), import_module("pypdfium2.raw")


def open_pdf(data: bytes, name: str) -> Any:
    """Open a PDF file with PDFium.

    Raises:
        UserError: it needs a password, is damaged, has no page or too many.
    """
    pdfium, raw = _pdfium()

    if b"startxref" not in data[-8192:]:  # its end is missing
        raise damaged(name)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise UserError(f"{name} 已加密，打开需要密码：请去掉密码另存后再试。") from None
        raise damaged(name) from None
    if raw.FPDF_GetFormType(document) == raw.FORMTYPE_XFA_FULL:
        raise UserError(
            f"{name} 是动态表单（XFA），内容无法读取：请打印成普通 PDF 或改交 Word（.docx）文件。"
        )
    if not 1 <= len(document) <= MAX_PAGES:
        if not len(document):
            raise damaged(name)
        raise UserError(f"{name} 有 {len(document)} 页，不像参赛报告：请去掉附件、只保留报告后再试。")
    return document


def damaged(name: str) -> UserError:
    """The error for a file that is no whole PDF."""
    return UserError(f"{name} 已损坏或不是完整的 PDF：请重新下载或另存，或改交 Word（.docx）文件。")


def _check(document: Any, name: str) -> frozenset[int]:
    """The numbers of the pages whose text lies unseen over a picture, as text recognition puts it there.

    Raises:
        UserError: the text is far longer than a report, or a page cannot be opened.
    """
    pdfium, raw = _pdfium()

    characters = 0
    layered = set()
    try:
        for number, page in enumerate(document, start=1):
            characters += page.get_textpage().count_chars()
            if characters > _MOST_CHARACTERS:
                raise UserError(f"{name} 的文字过多，不像参赛报告：请去掉附件、只保留报告后再试。")
            kinds = [raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE]
            objects = list(page.get_objects(filter=kinds, max_depth=4))
            texts = [item for item in objects if item.type == raw.FPDF_PAGEOBJ_TEXT]
            if len(texts) < len(objects):
                modes = [raw.FPDFTextObj_GetTextRenderMode(item) for item in texts]
                if modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) * 2 > len(modes):
                    layered.add(number)
            page.close()
    except pdfium.PdfiumError:
        raise damaged(name) from None
    return frozenset(layered)


def _flattened(document: Any) -> bool:
    """Draw filled-in fields, typed notes and stamps into the pages; whether there were any."""
    _, raw = _pdfium()

    kinds = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)
    document.init_forms()
    changed = False
    for page in document:
        found = set()
        for number in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, number)
            found.add(raw.FPDFAnnot_GetSubtype(annotation))
            raw.FPDFPage_CloseAnnot(annotation)
        if found.intersection(kinds):
            changed = raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS or changed
        page.close()
    return changed


def _saved(document: Any) -> bytes:
    _, raw = _pdfium()

    out = io.BytesIO()
    document.save(out, flags=raw.FPDF_REMOVE_SECURITY)
    return out.getvalue()


def _read(data: bytes, layered: frozenset[int]) -> list[Page]:
    import pdfplumber

    pages = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            read = _page(page)
            pages.append(replace(read, recognised=True) if page.page_number in layered else read)
            page.close()
    return pages


def _page(page: Any) -> Page:
    size = (float(page.width), float(page.height))
    number = int(page.page_number)
    bounds = Box(*map(float, page.bbox))
    pictures = list(_pictures(page, bounds))
    chars = [char for char in page.chars if _seen(char, bounds)]
    garbled = sum(1 for char in chars if _GARBLED.search(char["text"]))
    count = sum(1 for char in chars if char["text"].strip())
    why = ""
    if count < _SCAN_CHARACTERS and sum(box.area for box in pictures) >= _SCAN_SHARE * bounds.area:
        why = SCANNED
    elif count and garbled >= _GARBLED_SHARE * count:
        return Page(number, *size, unread=GARBLED)
    elif not count and len(page.curves) > _OUTLINES:
        why = OUTLINED
    quarter = _quarter(chars)
    straight = [char for char in chars if not _slanted(char)]
    read = lay_out(
        number,
        size if quarter % 2 == 0 else (size[1], size[0]),
        [_turned_glyph(_glyph(char), quarter, size) for char in straight],
        [_turned_rule(rule, quarter, size) for rule in _rules(page)],
        [_turned(box, quarter, size) for box in pictures],
        tuple(_words(chars)),
    )
    return replace(read, unread=why, doubtful=garbled)


def _seen(char: dict[str, Any], bounds: Box) -> bool:
    return bounds.holds((char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)


def _pictures(page: Any, bounds: Box) -> Iterator[Box]:
    for image in page.images:
        box = Box(
            max(image["x0"], bounds.x0),
            max(image["top"], bounds.top),
            min(image["x1"], bounds.x1),
            min(image["bottom"], bounds.bottom),
        )
        if box.x1 - box.x0 >= _SMALLEST_PICTURE and box.bottom - box.top >= _SMALLEST_PICTURE:
            yield box


def _rules(page: Any) -> Iterator[Rule]:
    for edge in page.edges:
        yield Rule(float(edge["x0"]), float(edge["top"]), float(edge["x1"]), float(edge["bottom"]))


def _glyph(char: dict[str, Any]) -> Glyph:
    text = str(char["text"])
    font = str(char.get("fontname", ""))
    text = _MISSING if _GARBLED.search(text) else "".join(drawn(character, font) for character in text)
    return Glyph(text, char["x0"], char["top"], char["x1"], char["bottom"])


def _angle(char: dict[str, Any]) -> float:
    a, b, *_ = char["matrix"]
    return math.degrees(math.atan2(b, a)) % 360


def _slanted(char: dict[str, Any]) -> bool:
    """Whether a character is drawn neither level nor upright, as watermarks are."""
    off = _angle(char) % 90
    return min(off, 90 - off) > 5


def _words(chars: Sequence[dict[str, Any]]) -> Iterator[str]:
    words = "".join(char["text"] for char in chars if _slanted(char)).strip()
    if words:
        yield words


def _quarter(chars: Sequence[dict[str, Any]]) -> int:
    """By how many quarter turns, against the clock, most of the page's text is turned."""
    votes = [round(_angle(char) / 90) % 4 for char in chars if not _slanted(char) and char["text"].strip()]
    return max(range(4), key=votes.count) if votes else 0


def _turned(box: Box, quarter: int, size: tuple[float, float]) -> Box:
    """A rectangle on the page turned so that its text is level."""
    width, height = size
    x0, top, x1, bottom = box
    if quarter == 1:
        return Box(height - bottom, x0, height - top, x1)
    if quarter == 2:
        return Box(width - x1, height - bottom, width - x0, height - top)
    if quarter == 3:
        return Box(top, width - x1, bottom, width - x0)
    return box


def _turned_glyph(glyph: Glyph, quarter: int, size: tuple[float, float]) -> Glyph:
    return Glyph(glyph.text, *_turned(Box(*glyph[1:]), quarter, size)) if quarter else glyph


def _turned_rule(rule: Rule, quarter: int, size: tuple[float, float]) -> Rule:
    return Rule(*_turned(Box(*rule), quarter, size)) if quarter else rule
