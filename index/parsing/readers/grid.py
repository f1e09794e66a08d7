"""Tables with merged cells, written as pipe tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_NUMBER = re.compile(r"[\d.,，%％\s+-]+")
_MAX_SPAN = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as the file has it.

    Attributes:
        text: its words.
        columns: how many columns it spans.
        rows: how many rows it spans, itself included.
        continues: whether it only continues the merged cell above (Word's vMerge).
    """

    text: str
    columns: int = 1
    rows: int = 1
    continues: bool = False


def write_table(rows: Sequence[Sequence[Cell]]) -> str:
    """The rows as pipe tables; a merged cell's words stand in every place that it covers.

    A row that is one merged cell is a line of text between the tables, as forms use it for their headings.
    """
    blocks: list[str] = []
    pending: list[list[str]] = []
    grid = _resolve(rows)
    width = max((len(row) for row in grid), default=0)
    for row, cells in zip(grid, rows, strict=True):
        filled = [cell for cell in cells if not cell.continues]
        if len(filled) == 1 and len(cells) == 1 and (width == 1 or cells[0].columns > 1):
            _flush(pending, width, blocks)
            blocks.extend(line for line in cells[0].text.split("\n") if line.strip())
        else:
            pending.append(row)
    _flush(pending, width, blocks)
    return "\n\n".join(blocks)


def _resolve(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Every place's words, by row and column."""
    grid: list[list[str]] = []
    hanging: dict[int, tuple[int, str]] = {}
    for cells in rows:
        line: list[str] = []
        waiting: Iterable[Cell] = iter(cells)
        for cell in waiting:
            _take_hanging(line, hanging)
            text = cell.text
            if cell.continues and grid and len(line) < len(grid[-1]):
                text = grid[-1][len(line)]
            for _ in range(min(max(cell.columns, 1), _MAX_SPAN)):
                if cell.rows > 1:
                    hanging[len(line)] = (cell.rows - 1, text)
                line.append(text)
        _take_hanging(line, hanging)
        grid.append(line)
    width = max((len(line) for line in grid), default=0)
    return [line + [""] * (width - len(line)) for line in grid]


def _take_hanging(line: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    while len(line) in hanging:
        left, text = hanging.pop(len(line))
        if left > 1:
            hanging[len(line)] = (left - 1, text)
        line.append(text)


def _flush(pending: list[list[str]], width: int, blocks: list[str]) -> None:
    rows = [row for row in pending if any(row)]
    pending.clear()
    if not rows:
        return
    lines = [_pipe_row(row) for row in rows]
    delimiter = "|" + " --- |" * width
    head = _heads(rows)
    lines.insert(1 if head else 0, delimiter)
    if not head:
        lines.insert(0, _pipe_row([""] * width))
    blocks.append("\n".join(lines))


def _heads(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row reads like column headings."""
    first = rows[0]
    if len(rows) < 2 or not all(first):
        return False
    return all(len(cell) <= 40 and not _NUMBER.fullmatch(cell) for cell in first)


def _pipe_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_one_line(cell).replace("|", "\\|") for cell in cells) + " |"


def _one_line(text: str) -> str:
    """A cell's lines drawn together: a label broken for width without, sentences with a space."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lines = [line for line in lines if line]
    short = sum(len(line) for line in lines) <= 24
    joined = ""
    for line in lines:
        closed = joined.endswith(("。", "；", "：", "，", "、")) or line.startswith("（")
        joined += line if not joined or short or closed else f" {line}"
    return joined
