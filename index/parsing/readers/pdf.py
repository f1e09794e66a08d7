"""PDF files that hold text."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence

from index.errors import UserError
from index.parsing.markers import find_marker
from index.parsing.readers.extracted import Extracted

_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*\d+|\s*共\s*\d+\s*页)?[-—–－·\s]*"
)
_FULL = 0.85
_STOPS = "。；：！？;:!?"


def read_pdf(data: bytes, name: str) -> Extracted:
    """A PDF's text, page by page; lines broken for width are joined, page numbers and running heads dropped.

    Raises:
        UserError: the file is encrypted, broken, or holds pictures of pages only.
    """
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    for library in ("pypdf", "pdfminer"):  # their remarks on broken files are not for users
        logging.getLogger(library).setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UserError(f"{name} 已加密：请去掉密码后再试")
        try:
            pages = _by_position(data)
        except (MalformedPDFException, PdfminerException):
            pages = [page.extract_text() or "" for page in reader.pages]
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError):
        raise UserError(f"{name} 已损坏或不是完整的 PDF：请重新下载或另存后再试") from None
    except ImportError:
        raise UserError(f"{name} 的加密方式无法打开：请去掉密码后再试") from None
    cleaned = _clean(pages)
    if not any(any(lines) for lines in cleaned):
        raise UserError(f"{name} 里没有文字，像是扫描件：请先做文字识别（OCR），或改用 Word 文本")
    return Extracted("\n\f".join("\n".join(_join(lines)) for lines in cleaned) + "\n", title.strip())


def _by_position(data: bytes) -> list[str]:
    """The pages' text as it lies on the page.

    A file may draw its characters in any order, the quotation marks of another font last, and what looks like a
    space between Chinese and digits is none.
    """
    import pdfplumber

    pages = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            pages.append(page.dedupe_chars().extract_text())  # bold may be drawn as the same characters twice
            page.close()
    return pages


def _clean(pages: Sequence[str]) -> list[list[str]]:
    """The pages' lines without page numbers and without what stands at the head or foot of most pages."""
    split = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    edges = Counter(edge for lines in split for edge in {*lines[:1], *lines[-1:]})
    running = {line for line, count in edges.items() if count >= 3 and count * 2 > len(split)}
    cleaned = []
    for lines in split:
        while lines and (lines[0] in running or _PAGE_NUMBER.fullmatch(lines[0])):
            lines = lines[1:]
        while lines and (lines[-1] in running or _PAGE_NUMBER.fullmatch(lines[-1])):
            lines = lines[:-1]
        cleaned.append(lines)
    return cleaned


def _join(lines: Sequence[str]) -> list[str]:
    """Paragraphs: a line that fills the width and does not end a sentence goes on in the next."""
    width = max((_width(line) for line in lines), default=0)
    joined: list[str] = []
    full = False
    for line in lines:
        if full and joined and not _begins_part(line):
            space = " " if joined[-1][-1].isascii() and joined[-1][-1].isalnum() and line[0].isascii() else ""
            joined[-1] += space + line
        else:
            joined.append(line)
        full = width > 20 and _width(line) >= _FULL * width and line[-1] not in _STOPS
    return joined


def _begins_part(line: str) -> bool:
    """Whether a numbered part begins with `line`, which then goes on from no line before."""
    marker = find_marker(line)
    if marker is None or not marker.rest:
        return False
    if marker.kind in ("chapter", "article", "division"):
        return marker.apart  # “第六条的规定” is prose
    return marker.kind in ("section", "item") and find_marker(marker.rest) is None  # “一、二级” is prose


def join_pages(text: str) -> str:
    """The text with its pages run together, a paragraph that goes on over the page joined."""
    pages = [page.strip("\n") for page in text.split("\f")]
    width = max((_width(line) for page in pages for line in page.split("\n")), default=0)
    joined = pages[0] if pages else ""
    for page in pages[1:]:
        last = joined.rsplit("\n", 1)[-1]
        goes_on = last and last[-1] not in _STOPS and _width(last) >= 0.5 * min(width, 80)
        joined += page if goes_on else f"\n{page}"
    return joined + "\n"


def _width(line: str) -> int:
    return sum(1 if character.isascii() else 2 for character in line)
