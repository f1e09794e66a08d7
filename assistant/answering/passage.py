"""A clause as a reader wants it: without its number, tables told row by row, long ones cut at the point."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.composer import shorten
from assistant.answering.extract import Extract, extract
from assistant.conversation.plan import Expected
from assistant.conversation.terms import Terms
from index.clauses import Clause
from index.documents import Document
from index.parsing.markers import without_marker

PASSAGE_LIMIT = 420  # characters of one clause shown in an answer
_ROWS_NAMED = 16
_GAP = "　"  # between the cells of a row that is read in a line
_EMPTY_CELLS = re.compile(r"(?:\s*\|\s*)+$")
_HEADING = 30  # characters: a first sentence no longer than this, with more to follow, is a heading


def _is_table(line: str) -> bool:
    """Whether a line is a row of a table, or the rule below its heading."""
    return "|" in line


def row_words(clause: Clause) -> str:
    """A row's text without its outer bars and its empty cells: still words of the document."""
    return _EMPTY_CELLS.sub("", clause.text.strip()).lstrip("| ").strip()


def label_of(clause: Clause) -> str:
    """What a row is about: its first cell that is neither empty nor a running number; the name of “name：text”."""
    if len(clause.cells) == 1 and clause.cells[0][0]:
        return clause.cells[0][0]
    cells = [value for _, value in clause.cells if value and not value.isdigit()]
    return cells[0] if cells else row_words(clause)


def own_words(document: Document, clause: Clause) -> str:
    """The clause's words; with those below it where it is but a heading or introduces a list."""
    own = clause.text.strip()
    children = document.children(clause.locator)
    if (
        clause.kind == "row"
        or not children
        or (len(without_marker(own)) > _HEADING and not own.endswith(("：", ":")))
    ):
        return own
    return document.full_text(clause.locator)


def quote_from(document: Document, clause: Clause, terms: Terms, expected: Expected) -> Extract | None:
    """The words of the clause that answer best, short enough to quote."""
    if clause.kind == "row":
        words = row_words(clause)
        return Extract(shorten(words), terms.coverage(words), True) if words else None
    words = own_words(document, clause)
    prose = "\n".join(line for line in words.splitlines() if not _is_table(line))
    found = extract(without_marker(prose), terms, expected)
    if found is not None:
        return found
    # of a bare table the best line, without its rules and empty cells
    lines = [_EMPTY_CELLS.sub("", line.strip()).lstrip("| ").strip() for line in words.splitlines()]
    told = [Extract(shorten(line), terms.coverage(line), True) for line in lines if line.strip("-| ")]
    return max(told, key=lambda piece: piece.score, default=None)


def printed(document: Document, clause: Clause) -> str:
    """The clause with all below it, for reading: prose as it stands, tables one row a line.

    A form's empty rows are shown by their labels, the headings of a table in one line.
    """
    whole = document.full_text(clause.locator)
    if "|" not in whole:
        return whole
    lines: list[str] = []
    for item in document.subtree(clause.locator):
        if item.kind == "row" and item.cells:
            values = list(dict.fromkeys(value for _, value in item.cells if value))
            lines.append(_GAP.join(values))
            continue
        heading: list[list[str]] = []
        for line in item.text.splitlines():
            if _is_table(line):
                heading.append([cell.strip() for cell in line.strip().strip("|").split("|")])
                continue
            lines += [_columns(heading), line.strip()]
            heading = []
        lines.append(_columns(heading))
    return "\n".join(line for line in lines if line)


def _columns(heading: list[list[str]]) -> str:
    """The headings of a table, those of two lines joined; "" for an empty heading."""
    rows = [cells for cells in heading if any(cell.strip("-: ") for cell in cells)]
    if not rows:
        return ""
    width = max(len(cells) for cells in rows)
    names = [
        "".join(dict.fromkeys(cells[place] for cells in rows if place < len(cells) and cells[place]))
        for place in range(width)
    ]
    return "（各列：" + "、".join(dict.fromkeys(name for name in names if name)) + "）"


@dataclass(frozen=True)
class Table:
    """The rows below a clause."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]


def table_of(document: Document, clause: Clause) -> Table | None:
    """Column headings and row labels below a clause, None where there are no rows."""
    rows = [item for item in document.subtree(clause.locator) if item.kind == "row" and item.cells]
    header = next(
        (line for item in document.subtree(clause.locator) for line in item.text.splitlines() if "|" in line),
        "",
    )
    if not rows:
        blank = tuple(cell.strip() for cell in header.strip("| ").split("|") if cell.strip())
        return Table(blank, ()) if clause.kind == "table" and blank else None
    columns = tuple(dict.fromkeys(heading for item in rows for heading, _ in item.cells if heading))
    labels = tuple(dict.fromkeys(label_of(item) for item in rows))
    return Table(columns, labels)


def readable(document: Document, clause: Clause, quote: str, limit: int = PASSAGE_LIMIT) -> str:
    """The clause for reading in an answer.

    Args:
        document: its document.
        clause: the clause.
        quote: the words that answer best; a long clause is shown from there on.
        limit: characters at most.
    """
    if clause.kind == "row":
        empty = tuple(dict.fromkeys(heading for heading, value in clause.cells if heading and not value))
        if empty:
            return f"{row_words(clause)}，要填{'、'.join(empty)}"
        cells = [
            f"{heading}：{value}" if heading else value
            for heading, value in clause.cells
            if value and not value.isdigit()
        ]
        return "；".join(cells) if len(cells) > 1 else row_words(clause)
    words = own_words(document, clause)
    # the marks of headings of an added Markdown file are no words of it
    lines = [line.strip().lstrip("#").lstrip() for line in words.splitlines() if not _is_table(line)]
    lines = [line for line in lines if line]
    text = without_marker("\n".join(lines))
    if len(text) > limit:
        start = max(text.find(quote), 0)
        text = ("……" if start else "") + shorten(text[start:], limit)
    table = table_of(document, clause)
    if table is not None and len(text) < limit:
        named = "、".join(table.rows[:_ROWS_NAMED]) + ("等" if len(table.rows) > _ROWS_NAMED else "")
        parts = [f"各列为{'、'.join(table.columns)}"] if table.columns else []
        parts += [f"各行为{named}"] if named else []
        text += f"\n表格{'；'.join(parts)}。"
    return text
