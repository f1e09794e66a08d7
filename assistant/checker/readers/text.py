"""Reads plain text and Markdown: paragraphs, and tables as they are drawn with characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checker.readers.assemble import assemble_text
from assistant.checker.readers.markdown import (
    html_tables,
    is_line,
    plain,
    read_table,
    text_in,
    without_comments,
)
from assistant.checker.readers.page import Box, Grid, GridCell, Item, TextLine
from assistant.checker.readers.texttables import Written, columns, table_at
from assistant.checker.source import Source
from index.errors import UserError
from index.parsing.readers.text import decode

# Text stands on a screen of character cells: a Chinese character is two wide, a line with what parts it from the next six high.
_EM = 2.0
_PITCH = 6.0
_COLUMN = 10_000.0
# Two blanks or more part the pieces of a line, unless they only set in its beginning.
_PIECE = re.compile(r"\S+(?:[ \u3000]\S+)*")
_MOST_CHARACTERS = 1_000_000
_MOST_LINES = 50_000


def read_text(data: bytes, name: str) -> Source:
    """Read a text file in UTF-8, UTF-16, UTF-32, GB18030 or Big5.

    Args:
        data: the file's bytes.
        name: its name; Markdown is told by its suffix.

    Raises:
        UserError: none of these encodings fits, or the text is far longer than a report.
    """
    text = decode(data, name)
    if len(text) > _MOST_CHARACTERS or text.count("\n") > _MOST_LINES:
        raise UserError(f"{name} 的文字过多，不像参赛报告：请去掉附件、只保留报告后再试。")
    marked = name.lower().endswith((".md", ".markdown"))
    items = list(_marked(without_comments(text)) if marked else _items(text.split("\n"), 0, False))
    return assemble_text(items, "md" if marked else "txt")


def _marked(text: str) -> Iterator[Item]:
    """The items of a Markdown text; its HTML tables are cut out first."""
    start = 0
    for begin, end, source in html_tables(text):
        yield from _items(text[start:begin].split("\n"), text.count("\n", 0, start), True)
        grid = read_table(source, text.count("\n", 0, begin) * _PITCH, _COLUMN)
        if grid is not None:
            yield grid
        start = end
    yield from _items(text[start:].split("\n"), text.count("\n", 0, start), True)


def _items(lines: Sequence[str], offset: int, marked: bool) -> Iterator[Item]:
    number = 0
    while number < len(lines):
        table = table_at(lines, number)
        if table is not None:
            yield _grid(table, offset, marked)
            number = table.end
            continue
        line = lines[number]
        if not (marked and is_line(line)):
            for part in (plain(line) if marked else line).split("\n"):
                if part.strip():
                    yield _line(part, (offset + number) * _PITCH)
        number += 1


def _grid(table: Written, offset: int, marked: bool) -> Grid:
    rows = []
    for number, pieces in table.rows:
        top = (offset + number) * _PITCH
        row = []
        for piece in pieces:
            box = Box(piece.start * _COLUMN, top, (piece.start + piece.span) * _COLUMN, top + _EM)
            row.append(GridCell(box, text_in(plain(piece.text) if marked else piece.text, box)))
        rows.append(tuple(row))
    top = rows[0][0].box.top
    return Grid(tuple(rows), Box(0, top, _COLUMN, rows[-1][0].box.bottom))


def _line(text: str, top: float) -> TextLine:
    parts = tuple(
        (float(columns(text[: match.start()])), float(columns(text[: match.end()])), match.group())
        for match in _PIECE.finditer(text)
    )
    box = Box(parts[0][0], top, parts[-1][1], top + _PITCH - 1)
    return TextLine("\t".join(part for _, _, part in parts), parts, parts, box, _EM)
