"""Reads plain text and Markdown: lines are paragraphs, pipe and tab tables are tables."""

from __future__ import annotations

import re

from assistant.checker.source import Block, Cell, Paragraph, Place, Source, Table
from index.errors import UserError

_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")


def read_text(data: bytes, name: str) -> Source:
    """Read a text file in UTF-8 (with or without BOM), UTF-16 with BOM, or GB18030.

    Raises:
        UserError: none of these encodings fits.
    """
    lines = _decode(data, name).splitlines()
    blocks: list[Block] = []
    pending: list[tuple[int, list[str]]] = []
    tables = 0
    for number, line in enumerate([*lines, ""]):
        cells = _cells(line)
        if cells is not None:
            if not _RULE.match(line):
                pending.append((number, cells))
            continue
        if pending:
            blocks.append(_table(pending, tables))
            tables += 1
            pending = []
        if number < len(lines):
            blocks.append(Paragraph(re.sub(r"^#+\s*", "", line), Place(number)))
    return Source("txt", tuple(blocks))


def _decode(data: bytes, name: str) -> str:
    encodings = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UserError(f"{name} 的文字编码无法识别：请另存为 UTF-8 编码的文本或 .docx 后再试。")


def _cells(line: str) -> list[str] | None:
    stripped = line.strip()
    if stripped.startswith("|") and stripped.count("|") >= 2:
        return [cell.strip() for cell in stripped.strip("|").split("|")]
    if "\t" in stripped:
        return [cell.strip() for cell in line.rstrip("\n").split("\t")]
    return None


def _table(rows: list[tuple[int, list[str]]], index: int) -> Table:
    out = []
    for number, (line, cells) in enumerate(rows):
        places = [Place(line, index, number, position) for position in range(len(cells))]
        out.append(
            tuple(
                Cell((Paragraph(text, at),), at.cell or 0, 1, at)
                for text, at in zip(cells, places, strict=True)
            )
        )
    return Table(index, tuple(out))
