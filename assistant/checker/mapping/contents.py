"""Leaves out tables of contents (目录), whose lines repeat the report's headings without what stands below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checker.labels import core, flat
from assistant.checker.mapping.lines import Line
from assistant.checker.source import Paragraph

_ENTRY_END = re.compile(r"(?:[.…·_\-—\s]{2,}|\t|\s)\s*\d{1,3}\s*$")
CONTENTS_LINE = re.compile(r"(\.{3,}|…{1,}|·{3,}|_{3,}|\t)\s*\d+\s*$")
_LONGEST_ENTRY = 60


def without_contents(lines: Sequence[Line]) -> list[Line]:
    """`lines` without the table of contents that stands before the report.

    It runs from its title to the line that repeats its first entry; without such a line nothing is left out. A list
    of the proof handed in, which comes after the report's first table, is no table of contents.
    """
    title = next(
        (n for n, line in enumerate(lines) if isinstance(line, Paragraph) and core(line.text) == "目录"), None
    )
    if title is None or any(
        not isinstance(line, Paragraph) and len(line.cells) > 2 for line in lines[:title]
    ):
        return list(lines)
    entries = [
        n
        for n in range(title + 1, len(lines))
        if not isinstance(line := lines[n], Paragraph) or flat(line.text)
    ]
    if not entries:
        return list(lines)
    first = _entry(lines[entries[0]])
    for n in entries[1:]:
        words = _entry(lines[n])
        if not words:
            return list(lines)
        if words == first:
            return [*lines[:title], *lines[n:]]
    return list(lines)


def _entry(line: Line) -> str:
    """The words of an entry; "" for a line that is none."""
    if not isinstance(line, Paragraph):
        return "\t".join(core(cell.text) for cell in line.cells[:1]) if len(line.cells) <= 2 else ""
    text = line.text.strip()
    if len(text) > _LONGEST_ENTRY:
        return ""
    return core(line.number + _ENTRY_END.sub("", text))
