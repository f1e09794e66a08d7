"""Text recognition (OCR) of scanned pages and pictures; optional, done in a process of its own."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from assistant.checker.readers.isolate import Task, run_apart
from assistant.checker.readers.page import Page

INSTALL = '请先安装文字识别组件（pip install "cluster-assistant[ocr]"），或改交 Word（.docx）文件。'
# A report has some forty pages; what is scanned behind it is evidence, which nobody checks figure by figure.
MOST_PAGES = 60
_HINT = "请减少扫描页数、降低扫描分辨率，或改交 Word（.docx）文件。"
_MODULE = "assistant.checker.readers.ocr"
_MEGABYTES = 3000
_SECONDS = 60
_SECONDS_PER_PAGE = 40


def installed() -> bool:
    """Whether text recognition is installed."""
    return find_spec("rapidocr") is not None


def recognise_pages(data: bytes, name: str, numbers: Sequence[int]) -> dict[int, Page]:
    """Recognise pages of a PDF file.

    Args:
        data: the file's bytes.
        name: its name, for messages.
        numbers: the pages, from 1; those beyond the first `MOST_PAGES` are told as unread.

    Returns:
        The pages by number; one that is too many is missing.
    """
    wanted = list(numbers[:MOST_PAGES])
    return {page.number: page for page in _run("recognise_pdf", data, name, wanted, pages=len(wanted))}


def recognise_picture(data: bytes, name: str) -> list[Page]:
    """Recognise a picture, of several pages where its format has them.

    Args:
        data: the file's bytes.
        name: its name, for messages.
    """
    return _run("recognise_picture", data, name, MOST_PAGES, pages=MOST_PAGES)


def _run(function: str, data: bytes, name: str, *arguments: object, pages: int) -> list[Page]:
    task = Task(_MODULE, function, _MEGABYTES, _HINT)
    found: list[Page] = run_apart(task, data, name, *arguments, seconds=_SECONDS + _SECONDS_PER_PAGE * pages)
    return found
