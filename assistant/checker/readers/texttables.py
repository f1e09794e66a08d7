"""Finds tables written with characters: pipes, frames of lines, tabs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_BAR = re.compile(r"(?<!\\)\|")
_FRAME = str.maketrans("│┃║｜¦", "|||||")
_RULE_ONLY = re.compile(r"[\s|+\-=:─━═┄┈╌┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛╓╥╖╟╫╢╙╨╜╭╮╰╯]+")
_MARKDOWN_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_CONTENTS = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}[、.]|\d{1,2}\.\d{1,2}).*\t\s*\d{1,3}\s*")


class Piece(NamedTuple):
    """One cell of a written table: its text and the grid columns that it covers."""

    text: str
    start: int
    span: int


@dataclass(frozen=True)
class Written:
    """A table found in lines.

    Attributes:
        rows: for each row the number of its line and its cells.
        end: the line after its last one.
    """

    rows: tuple[tuple[int, tuple[Piece, ...]], ...]
    end: int


def table_at(lines: Sequence[str], start: int) -> Written | None:
    """The table that begins on line `start`, None where none does.

    Args:
        lines: all lines of the file.
        start: number of a line.
    """
    for find in (_framed, _piped, _tabbed):
        found = find(lines, start)
        if found is not None and found.rows:
            return found
    return None


def columns(text: str) -> int:
    """How many columns of a fixed-width screen a text takes: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _is_border(line: str) -> bool:
    stripped = line.strip()
    return (
        len(stripped) >= 3
        and bool(_RULE_ONLY.fullmatch(stripped))
        and bool(re.search(r"[^\s|:\-=]", stripped))
    )


def _barred(line: str) -> bool:
    stripped = line.translate(_FRAME).strip()
    return stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 1


def _framed(lines: Sequence[str], start: int) -> Written | None:
    """A table in a frame, as `+---+` or `┌──┐` draw it; a row may take several lines."""
    if not _is_border(lines[start]):
        return None
    end = start
    while end < len(lines) and (_is_border(lines[end]) or _barred(lines[end])):
        end += 1
    groups: list[list[tuple[int, str]]] = [[]]
    for number in range(start, end):
        if _is_border(lines[number]):
            groups.append([])
        else:
            groups[-1].append((number, lines[number].translate(_FRAME)))
    groups = [group for group in groups if group]
    # A border below every row means that the lines between two of them are one row.
    bordered = len(groups) > 2
    rows: list[tuple[int, list[list[str]]]] = []
    marks: list[list[int]] = []
    for group in groups:
        for position, (number, line) in enumerate(group):
            texts, places = _parts(line)
            if position and places == marks[-1] and (bordered or not texts[0]):
                for cell, text in zip(rows[-1][1], texts, strict=True):
                    cell.append(text)
            else:
                rows.append((number, [[text] for text in texts]))
                marks.append(places)
    borders = sorted({place for places in marks for place in places})
    done = []
    for (number, cells), places in zip(rows, marks, strict=True):
        pieces = tuple(
            Piece("".join(texts), borders.index(left), borders.index(right) - borders.index(left))
            for texts, left, right in zip(cells, places, places[1:], strict=False)
        )
        done.append((number, pieces))
    return Written(tuple(done), end)


def _parts(line: str) -> tuple[list[str], list[int]]:
    """The texts between the bars of a line, and where on the screen the bars stand."""
    places = [match.start() for match in _BAR.finditer(line)]
    texts = [line[left + 1 : right].strip() for left, right in pairwise(places)]
    return texts, [columns(line[:place]) for place in places]


def _piped(lines: Sequence[str], start: int) -> Written | None:
    """A Markdown table, with or without bars at its sides."""
    first = lines[start].translate(_FRAME)
    headed = (
        start + 1 < len(lines)
        and "-" in lines[start + 1]
        and bool(_MARKDOWN_RULE.fullmatch(lines[start + 1]))
    )
    closed = first.strip().startswith("|") and len(_BAR.findall(first)) >= 2
    if not closed and not (headed and _BAR.search(first) and _BAR.search(lines[start + 1])):
        return None
    rows = []
    end = start
    while end < len(lines):
        line = lines[end].translate(_FRAME).strip()
        if not (line.startswith("|") if closed else _BAR.search(line)):
            break
        if not _MARKDOWN_RULE.fullmatch(line) or "-" not in line:
            texts = [text.strip().replace("\\|", "|") for text in _BAR.split(_unbarred(line))]
            rows.append((end, tuple(Piece(text, number, 1) for number, text in enumerate(texts))))
        end += 1
    return Written(tuple(rows), end)


def _unbarred(line: str) -> str:
    line = line.removeprefix("|")
    return line[:-1] if line.endswith("|") and not line.endswith("\\|") else line


def _tabbed(lines: Sequence[str], start: int) -> Written | None:
    """Lines of cells parted by tabs; those of a table of contents are none."""
    rows = tuple(_tab_rows(lines, start))
    return Written(rows, start + len(rows)) if rows else None


def _tab_rows(lines: Sequence[str], start: int) -> Iterator[tuple[int, tuple[Piece, ...]]]:
    for number in range(start, len(lines)):
        if "\t" not in lines[number].strip() or _CONTENTS.fullmatch(lines[number]):
            return
        texts = lines[number].split("\t")
        yield number, tuple(Piece(text.strip(), place, 1) for place, text in enumerate(texts))
