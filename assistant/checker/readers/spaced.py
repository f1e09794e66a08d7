"""Finds tables that are drawn without lines: rows whose pieces stand below one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.checker.readers.lines import beginning
from assistant.checker.readers.page import Box, Grid, GridCell, Item, Piece, TextLine

# Fewer rows of two pieces than this may be chance: a line of signatures, a label and its value.
_LEAST_ROWS = 4
_LEAST_WIDE_ROWS = 3
_LEAST_PART = 2
_LEADING = 2.5
# Columns stand this far apart at least, and what could have stood on leaves more room than this (sizes of type).
_APART = 0.5
_SLACK = 0.6
_TOUCHING = 0.3
_NUMBER = re.compile(r"[-+—–]?[\d.,]*[%％]?")
_LABELLED = re.compile(r"[：:]\s*\S")
_PAGE = re.compile(r"[-—–\s]*\d{1,3}[-—–\s]*")

Column = tuple[float, float]


def with_tables(lines: Sequence[TextLine], *, top: bool = False, bottom: bool = False) -> list[Item]:
    """The lines with those that make tables put together.

    Args:
        lines: consecutive lines outside ruled tables, from top to bottom.
        top, bottom: they begin or end the page, so that a table may go on there and show one row only.
    """
    regions: list[tuple[int, int, list[Column]]] = []
    start = 0
    while start < len(lines):
        end, columns = _region(lines, start)
        end = max(end, start + 1)
        regions.append((start, end, columns))
        start = end
    found = [_is_table(lines[start:end], columns) for start, end, columns in regions]
    items: list[Item] = []
    for number, (start, end, columns) in enumerate(regions):
        part = (top and start == 0) or (bottom and end == len(lines))
        part = part or (number > 0 and found[number - 1] and _near(lines[start - 1].box, lines[start]))
        part = part or (
            number + 1 < len(found) and found[number + 1] and _near(lines[end - 1].box, lines[end])
        )
        if found[number] or (part and _is_table(lines[start:end], columns, part=True)):
            items.append(_grid(lines[start:end], columns))
        else:
            items += lines[start:end]
    return items


def _near(box: Box, line: TextLine) -> bool:
    return line.box.top - box.bottom <= _LEADING * line.em


def _region(lines: Sequence[TextLine], start: int) -> tuple[int, list[Column]]:
    """The lines from `start` on that leave the same gaps free, and the columns between these."""
    columns: list[Column] = []
    end = start
    while end < len(lines):
        line = lines[end]
        if end > start and not _near(lines[end - 1].box, line):
            break
        widened = _with_words(columns, line)
        if widened is None or (end == start and len(line.words) == 1):
            break
        columns = widened
        end += 1
    while end > start and len(lines[end - 1].words) == 1 and not _rest(lines, end - 1, columns):
        end -= 1
    return end, columns


def _with_words(columns: Sequence[Column], line: TextLine) -> list[Column] | None:
    """The columns with a line's pieces; None where the line runs across them, as text does, or parts one of them.

    A piece over several columns (a heading above two years) is left out, if it is not all of its line.
    """
    found = list(columns)
    parted: list[Column] = []
    for x0, x1, _ in line.words:
        met = [
            column
            for column in found
            if column[0] < x1 + _APART * line.em and x0 < column[1] + _APART * line.em
        ]
        if len(met) > 1:
            if len(line.words) == 1:
                return None
            continue
        if met and met[0] in parted:
            return None
        if met:
            found.remove(met[0])
            x0, x1 = min(x0, met[0][0]), max(x1, met[0][1])
        found.append((x0, x1))
        parted.append((x0, x1))
    return sorted(found)


def _rest(lines: Sequence[TextLine], number: int, columns: Sequence[Column]) -> bool:
    """Whether a line of one piece may be the rest of a cell above it."""
    place = _column(columns, lines[number].words[0])
    above = [word for word in lines[number - 1].words if _column(columns, word) == place] if number else []
    return bool(above) and _full(above[-1], columns[place], lines[number].words[0][2], lines[number].em)


def _column(columns: Sequence[Column], word: Piece) -> int:
    """The column that a piece stands in, the first of those that it runs over."""
    middle = (word[0] + word[1]) / 2
    starts = [number for number, column in enumerate(columns) if column[0] <= word[0] + 1]
    return next(
        (number for number, column in enumerate(columns) if column[0] - 1 <= word[0] <= column[1]),
        starts[-1] if starts and middle >= columns[starts[-1]][0] else 0,
    )


def _full(word: Piece, column: Column, rest: str, em: float) -> bool:
    """Whether a piece leaves no room in its column for what begins `rest`."""
    return column[1] - word[1] <= beginning(rest, em) + _SLACK * em


def _rows(
    lines: Sequence[TextLine], columns: Sequence[Column]
) -> tuple[list[list[list[TextLine]]], list[dict[int, int]]]:
    """For each row the lines in each column, and over how many columns they run."""
    rows: list[list[list[TextLine]]] = []
    spans: list[dict[int, int]] = []
    for line in lines:
        places = {_column(columns, word): word for word in line.words}
        last = rows[-1] if rows else None
        if last is None or not _goes_on(last, places, line, columns):
            last = [[] for _ in columns]
            rows.append(last)
            spans.append({})
        for word in line.words:
            place = _column(columns, word)
            last[place].append(_piece(word, line))
            over = [n for n, column in enumerate(columns) if n > place and column[0] < word[1] - 1]
            spans[-1][place] = max(spans[-1].get(place, 1), 1 + len(over))
    return rows, spans


def _grid(lines: Sequence[TextLine], columns: Sequence[Column]) -> Grid:
    rows, spans = _rows(lines, columns)
    borders = [
        columns[0][0],
        *((a[1] + b[0]) / 2 for a, b in pairwise(columns)),
        columns[-1][1],
    ]
    done = []
    for row, wide in zip(rows, spans, strict=True):
        top = min(line.box.top for cell in row for line in cell)
        bottom = max(line.box.bottom for cell in row for line in cell)
        cells = []
        place = 0
        while place < len(columns):
            over = wide.get(place, 1)
            cells.append(GridCell(Box(borders[place], top, borders[place + over], bottom), tuple(row[place])))
            place += over
        done.append(tuple(cells))
    return Grid(tuple(done), Box(borders[0], lines[0].box.top, borders[-1], lines[-1].box.bottom))


def _goes_on(
    row: Sequence[Sequence[TextLine]], places: dict[int, Piece], line: TextLine, columns: Sequence[Column]
) -> bool:
    """Whether a line holds the rests of cells of the row above it, or cells beside them set a little lower."""
    filled = [number for number, cell in enumerate(row) if cell]
    shared = set(places) & set(filled)
    if not shared:
        return line.box.top - max(row[number][-1].box.bottom for number in filled) <= _TOUCHING * line.em
    if any(
        _NUMBER.fullmatch(row[place][-1].text) and _NUMBER.fullmatch(places[place][2]) for place in shared
    ):
        return False  # figures are not broken
    return len(places) < max(2, len(filled)) and all(
        place in filled and _full(row[place][-1].words[-1], columns[place], word[2], line.em)
        for place, word in places.items()
    )


def _is_table(lines: Sequence[TextLine], columns: Sequence[Column], *, part: bool = False) -> bool:
    """Whether lines that leave gaps free are a table, or may be a part of one."""
    if len(columns) < 2:
        return False
    rows, _ = _rows(lines, columns)
    filled = [[cell[0].text for cell in row if cell] for row in rows]
    labelled = sum(any(_LABELLED.search(text) for text in texts) for texts in filled)
    if labelled * 2 >= len(filled):
        return False
    if sum(len(texts) >= 3 for texts in filled) >= (1 if part else _LEAST_WIDE_ROWS):
        return True
    pairs = [texts for texts in filled if len(texts) >= 2]
    if len(pairs) < (_LEAST_PART if part else _LEAST_ROWS) or len(pairs) * 2 < len(rows):
        return False
    numbered = sum(bool(_PAGE.fullmatch(texts[-1])) for texts in pairs)
    return numbered * 10 <= 7 * len(pairs)  # else a table of contents


def _piece(word: Piece, line: TextLine) -> TextLine:
    box = Box(word[0], line.box.top, word[1], line.box.bottom)
    return replace(line, text=word[2], parts=(word,), words=(word,), box=box)
