"""Pipe tables: which lines belong to one, which of them are headings, and what each row is called."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.numerals import full_width_brackets
from index.parsing.lines import Line

_DELIMITER = re.compile(r"\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?")
_PIPE = re.compile(r"(?<!\\)\|")
_SPACED_PAIR = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)
_SERIAL = {"序号", "编号", "项次"}


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row.

    Attributes:
        line: index of its line in the document.
        label: last part of its locator, `序号3` or the words of its key cells; "" for an empty row.
        cells: (column heading, cell text) pairs.
    """

    line: int
    label: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A run of pipe lines: lines `start` to `end` (exclusive), the rows among them below the headings."""

    start: int
    end: int
    rows: tuple[TableRow, ...]


def is_table_line(line: Line) -> bool:
    """Whether `line` reads like a row: cells parted by pipes."""
    pipes = len(_PIPE.findall(line.words))
    return pipes >= 2 or (pipes == 1 and (line.words.startswith("|") or line.words.endswith("|")))


def split_cells(words: str) -> list[str]:
    """The cells of one row, stripped, with Markdown escapes undone."""
    cells = _PIPE.split(words.strip())
    if words.startswith("|"):
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].strip():
        cells = cells[:-1]
    return [clean_cell(cell) for cell in cells]


def clean_cell(text: str) -> str:
    """A cell's words; a pair of characters spread for the eye (`陈 飞`, `产 业`) is drawn together."""
    text = re.sub(r"<br\s*/?>", "\n", text.replace("\\|", "|")).strip()
    return _SPACED_PAIR.sub(r"\1\2", text)


def find_tables(lines: list[Line]) -> list[Table]:
    """All tables in `lines`: two or more neighbouring rows."""
    tables: list[Table] = []
    start: int | None = None
    for index in range(len(lines) + 1):
        inside = index < len(lines) and is_table_line(lines[index])
        if inside and start is None:
            start = index
        elif not inside and start is not None:
            if index - start > 1:
                tables.append(_read_table(lines, start, index))
            start = None
    return tables


def _read_table(lines: list[Line], start: int, end: int) -> Table:
    grid = [split_cells(lines[index].words) for index in range(start, end)]
    heads = _heading_rows(lines, grid, start)
    headings = _headings(grid, heads)
    body = [
        (start + offset, cells)
        for offset, cells in enumerate(grid)
        if offset not in heads and not _DELIMITER.fullmatch(lines[start + offset].words)
    ]
    labels = _labels(headings, [cells for _, cells in body])
    rows = tuple(
        TableRow(line, label, _pairs(headings, cells))
        for (line, cells), label in zip(body, labels, strict=True)
    )
    return Table(start, end, rows)


def _heading_rows(lines: list[Line], grid: list[list[str]], start: int) -> set[int]:
    """Offsets of the rows that hold column headings."""
    delimiter = next(
        (offset for offset in range(1, len(grid)) if _DELIMITER.fullmatch(lines[start + offset].words)), None
    )
    if delimiter is not None:
        heads = {offset for offset in range(delimiter) if any(grid[offset])}
        after = delimiter + 1
    elif all(grid[0]) and not any(re.fullmatch(r"[\d.%％]+", cell) for cell in grid[0]):
        heads, after = {0}, 1
    else:
        return set()
    if heads and after < len(grid) and _continues_headings(grid[min(heads)], grid[after]):
        heads.add(after)
    return heads


def _continues_headings(first: list[str], second: list[str]) -> bool:
    """Whether `second` tells apart the columns that a merged cell of `first` gave one heading."""
    if len(first) != len(second):
        return False
    merged = {i for i, cell in enumerate(first) if cell and first.count(cell) > 1}
    if not merged or not all(second[i] for i in merged):
        return False
    return all(second[i] in ("", first[i]) for i in range(len(first)) if i not in merged)


def _headings(grid: list[list[str]], heads: set[int]) -> list[str]:
    width = max((len(cells) for cells in grid), default=0)
    headings = []
    for column in range(width):
        parts: list[str] = []
        for offset in sorted(heads):
            cell = grid[offset][column] if column < len(grid[offset]) else ""
            if cell and cell not in parts:
                parts.append(cell)
        headings.append(" ".join(parts).replace("\n", ""))
    return headings


def _pairs(headings: list[str], cells: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (headings[column] if column < len(headings) else "", cell) for column, cell in enumerate(cells)
    )


def _labels(headings: list[str], rows: list[list[str]]) -> list[str]:
    """The last part of each row's locator."""
    filled = [row for row in rows if any(row)]
    if headings and re.sub(r"\s", "", headings[0]) in _SERIAL and all(row[0] for row in filled):
        return [f"序号{_plain(row[0])}" if any(row) else "" for row in rows]
    column = _key_column(filled)
    if column is not None:
        return [_plain(row[column]) if any(row) else "" for row in rows]
    return [_prefix_key(row, filled) for row in rows]


def _key_column(rows: list[list[str]]) -> int | None:
    """The first column in which every row has its own words, none of them a bare number."""
    for column in range(max((len(row) for row in rows), default=0)):
        values = [row[column] if column < len(row) else "" for row in rows]
        if all(values) and len(set(values)) == len(values) and not any(_is_number(value) for value in values):
            return column
    return None


def _is_number(value: str) -> bool:
    return bool(re.fullmatch(r"[\d.,，%％\s年月日-]+", value))


def _prefix_key(row: list[str], rows: list[list[str]]) -> str:
    """As many of the row's leading words as it takes to tell it from the other rows."""
    words = [cell for cell in dict.fromkeys(row) if cell]
    others = [[cell for cell in dict.fromkeys(other) if cell] for other in rows if other is not row]
    for length in range(1, len(words) + 1):
        if all(other[:length] != words[:length] for other in others):
            return " ".join(_plain(word) for word in words[:length])
    return " ".join(_plain(word) for word in words[:2])


def _plain(cell: str) -> str:
    return full_width_brackets(re.sub(r"\s+", "", cell))[:60]
