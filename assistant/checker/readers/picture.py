"""Reads pictures of pages (scans, photographs) by text recognition, where it is installed."""

from __future__ import annotations

from assistant.checker.readers.assemble import assemble
from assistant.checker.readers.recognition import INSTALL, installed, recognise_picture
from assistant.checker.source import Source
from index.errors import UserError


def read_picture(data: bytes, name: str) -> Source:
    """Read a picture; one of several pages (TIFF) page by page.

    Args:
        data: the file's bytes.
        name: its name, for messages.

    Raises:
        UserError: text recognition is not installed, or the picture is broken, too large or without text.
    """
    if not installed():
        raise UserError(f"{name} 是图片，没有可读取的文字：{INSTALL}")
    pages = recognise_picture(data, name)
    if not any(page.items for page in pages):
        raise UserError(f"{name} 中没有认出文字：请用更清晰的扫描件，或改交 Word（.docx）文件。")
    return assemble(pages, "picture")
