"""Chooses the reader by what the file holds, not by its name."""

from __future__ import annotations

from pathlib import Path

from assistant.checker.readers.kinds import kind_of
from assistant.checker.readers.load import load, shown_name
from assistant.checker.source import Source


def read_source(path: Path, name: str | None = None) -> Source:
    """Read a draft.

    Args:
        path: the file.
        name: its name as the user knows it, where that is not `path.name`.

    Raises:
        UserError: the file cannot be read; the message says why and what to do.
    """
    shown = shown_name(name or path.name or str(path))
    data = load(path, shown)
    kind = kind_of(data, shown)
    if kind == "docx":
        from assistant.checker.readers.docx import read_docx

        return read_docx(data, shown)
    if kind == "pdf":
        from assistant.checker.readers.pdf import read_pdf

        return read_pdf(data, shown)
    if kind == "picture":
        from assistant.checker.readers.picture import read_picture

        return read_picture(data, shown)
    if kind in ("md", "txt"):
        from assistant.checker.readers.text import read_text

        return read_text(data, shown)
    from assistant.checker.readers.office import read_office

    return read_office(data, shown, kind)
