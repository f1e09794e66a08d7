"""The marks of Markdown: taken off the text, and its HTML tables read."""

from __future__ import annotations

import re

from lxml import etree

from assistant.checker.readers.page import Box, Grid, GridCell, TextLine

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$")
_LINE = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)\s*")
_STRONG = re.compile(r"(\*\*|__|~~|`+)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TABLE = re.compile(r"<table\b.*?</table\s*>", re.IGNORECASE | re.DOTALL)
_CELLS = ("td", "th")


def without_comments(text: str) -> str:
    """The text without HTML comments; each line keeps its number."""
    return _COMMENT.sub(lambda match: "\n" * match.group().count("\n"), text)


def is_line(line: str) -> bool:
    """Whether a line is only drawn: a rule, or the underlining of a heading."""
    return bool(_LINE.fullmatch(line))


def plain(line: str) -> str:
    """A line or cell without its marks; breaks become newlines."""
    heading = _HEADING.match(line)
    text = heading.group(1) if heading else line
    text = _LINK.sub(r"\1", _BREAK.sub("\n", text))
    previous = None
    while previous != text:
        previous = text
        text = _STRONG.sub(r"\2", text)
    return _ESCAPED.sub(r"\1", text.replace("&nbsp;", " "))


def html_tables(text: str) -> list[tuple[int, int, str]]:
    """The HTML tables of a text: where each begins and ends, and its source."""
    return [(match.start(), match.end(), match.group()) for match in _TABLE.finditer(text)]


def read_table(source: str, top: float, width: float) -> Grid | None:
    """An HTML table; None where it has no cell.

    Args:
        source: from `<table` to `</table>`.
        top: where it stands, `width` apart its columns.
        width: how wide its columns are taken to be.
    """
    root = etree.HTML(source)
    table = next(iter(root.iter("table")), None) if root is not None else None
    if table is None:
        return None
    taken: dict[tuple[int, int], GridCell] = {}
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    for y, row in enumerate(rows):
        x = 0
        for cell in (found for found in row if found.tag in _CELLS):
            while (y, x) in taken:
                x += 1
            across, down = _span(cell, "colspan"), min(_span(cell, "rowspan"), len(rows) - y)
            box = Box(x * width, top + y, (x + across) * width, top + y + down)
            made = GridCell(box, text_in("".join(cell.itertext()), box))
            for covered in ((y + i, x + j) for i in range(down) for j in range(across)):
                taken.setdefault(covered, made)
            x += across
    lines = [
        tuple({id(cell): cell for (row, _), cell in sorted(taken.items()) if row == y}.values())
        for y in range(len(rows))
    ]
    return Grid(tuple(row for row in lines if row), Box(0, top, width, top + len(rows))) if taken else None


def text_in(text: str, box: Box) -> tuple[TextLine, ...]:
    """The lines of a cell's text; the cell is wide enough for each."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    place = Box(box.x0, box.top, box.x0, box.top)
    pieces = [((box.x0, box.x0, line),) for line in lines]
    return tuple(TextLine(line, piece, piece, place, 1.0) for line, piece in zip(lines, pieces, strict=True))


def _span(cell: etree._Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(1, int(value[:4])), 200) if value.isdecimal() else 1
