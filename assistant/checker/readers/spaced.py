"""Finds tables that are drawn without lines: rows whose pieces stand below one another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from assistant.checker.readers.page import Box, Grid, GridCell, Item, TextLine

# Fewer rows of two pieces than this may be chance: a line of signatures, a label and its value.
_LEAST_ROWS = {2: 4}
_LEAST_WIDE_ROWS = 3
_LEADING = 2.5
_PAGE = re.compile(r"[-—–\s]*\d{1,3}[-—–\s]*")


def with_tables(lines: Sequence[TextLine]) -> list[Item]:
    """The lines with those that make tables put together.

    Args:
        lines: consecutive lines outside ruled tables, from top to bottom.
    """
    items: list[Item] = []
    run: list[TextLine] = []
    for line in lines:
        apart = len(line.parts) > 1
        # One line without gaps may be the rest of a cell above it; two are text.
        if run and _near(run[-1], line) and (apart or len(run[-1].parts) > 1):
            run.append(line)
            continue
        items += _finished(run)
        run = [line] if apart else []
        if not apart:
            items.append(line)
    return items + _finished(run)


def _finished(run: list[TextLine]) -> list[Item]:
    tail = run[-1:] if run and len(run[-1].parts) == 1 else []
    rows = run[: len(run) - len(tail)]
    grid = _grid(rows) if rows else None
    return [grid, *tail] if grid is not None else [*rows, *tail]


def _near(line: TextLine, following: TextLine) -> bool:
    return following.box.top - line.box.bottom <= _LEADING * max(line.em, following.em)


def _grid(lines: Sequence[TextLine]) -> Grid | None:
    edges = _columns(lines)
    if edges is None:
        return None
    rows: list[tuple[GridCell, ...]] = []
    for line in lines:
        if len(line.parts) == 1 and rows and len(rows[-1]) > 1:
            rest = _column(edges, line.box.x0)
            if rest == _column(edges, line.box.x1 - 1e-3) and not rows[-1][rest].blank:
                rows[-1] = tuple(
                    GridCell(cell.box, (*cell.lines, line)) if number == rest else cell
                    for number, cell in enumerate(rows[-1])
                )
                continue
        rows.append(_row(line, edges))
    box = Box(edges[0], lines[0].box.top, edges[-1], lines[-1].box.bottom)
    return Grid(tuple(rows), box)


def _columns(lines: Sequence[TextLine]) -> list[float] | None:
    """The borders of the columns, None where the pieces do not stand below one another."""
    counts = Counter(len(line.parts) for line in lines if len(line.parts) > 1)
    number, rows = max(counts.items(), key=lambda item: (item[1], item[0]))
    if sum(counts.values()) < _LEAST_ROWS.get(number, _LEAST_WIDE_ROWS) or rows * 2 < sum(counts.values()):
        return None
    usual = [line for line in lines if len(line.parts) == number]
    if number == 2 and sum(bool(_PAGE.fullmatch(line.parts[-1][2])) for line in usual) * 10 > 7 * rows:
        return None  # a table of contents
    spans = [
        (min(line.parts[k][0] for line in usual), max(line.parts[k][1] for line in usual))
        for k in range(number)
    ]
    if any(left[1] > right[0] for left, right in pairwise(spans)):
        return None
    outer_left = min(line.box.x0 for line in lines)
    outer_right = max(line.box.x1 for line in lines)
    inner = [(left[1] + right[0]) / 2 for left, right in pairwise(spans)]
    return [outer_left, *inner, outer_right + 1]


def _column(edges: Sequence[float], x: float) -> int:
    return min(max(bisect_right(edges, x) - 1, 0), len(edges) - 2)


def _row(line: TextLine, edges: Sequence[float]) -> tuple[GridCell, ...]:
    """One row: pieces in their columns, a piece over several of them in a cell of that width."""
    if len(line.parts) == 1:
        return (GridCell(Box(edges[0], line.box.top, edges[-1], line.box.bottom), (line,)),)
    cells: list[GridCell] = []
    column = 0
    for x0, x1, text in line.parts:
        start = max(column, _column(edges, x0))
        end = max(start, _column(edges, x1 - 1e-3))
        if start >= len(edges) - 1 or (cells and start < column):
            start = end = len(edges) - 2
        for blank in range(column, start):
            cells.append(GridCell(Box(edges[blank], line.box.top, edges[blank + 1], line.box.bottom)))
        box = Box(edges[start], line.box.top, edges[end + 1], line.box.bottom)
        piece = TextLine(
            text, ((x0, x1, text),), Box(x0, line.box.top, x1, line.box.bottom), line.em, line.first
        )
        if start < column:  # two pieces in one column
            cells[-1] = GridCell(cells[-1].box, (*cells[-1].lines, piece))
            continue
        cells.append(GridCell(box, (piece,)))
        column = end + 1
    for blank in range(column, len(edges) - 1):
        cells.append(GridCell(Box(edges[blank], line.box.top, edges[blank + 1], line.box.bottom)))
    return tuple(cells)
