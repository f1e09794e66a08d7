"""Reads PDF files: text and ruled tables as they are, scanned pages by text recognition where it is installed."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checker.readers.assemble import assemble
from assistant.checker.readers.isolate import Task, run_apart
from assistant.checker.readers.page import Page
from assistant.checker.readers.recognition import INSTALL, installed, recognise_pages
from assistant.checker.source import Source
from index.errors import UserError

_TASK = Task(
    "assistant.checker.readers.pdfpages",
    "read_pages",
    megabytes=900,
    hint="请用 PDF 阅读器另存，或改交 Word（.docx）文件。",
)
_SECONDS = 120


def read_pdf(data: bytes, name: str) -> Source:
    """Read a PDF file.

    Args:
        data: the file's bytes.
        name: its name, for messages.

    Raises:
        UserError: encrypted, damaged, too large, or nothing but scans that cannot be read here.
    """
    pages: Sequence[Page] = run_apart(_TASK, data, name, seconds=_SECONDS)
    wanted = [page.number for page in pages if page.unread]
    if wanted and installed():
        read = recognise_pages(data, name, wanted)
        pages = [read.get(page.number, page) for page in pages]
    if not any(page.items for page in pages):
        if wanted and not installed():
            raise UserError(f"{name} 是扫描件，没有可读取的文字：{INSTALL}")
        raise UserError(f"{name} 中没有可读取的文字：请改交 Word（.docx）文件。")
    return assemble(pages, "pdf")
