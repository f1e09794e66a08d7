"""Finds the form's sections in a draft by their titles, whatever their numbers."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.checker.form import Form, Section
from assistant.checker.labels import core, flat, numbering, similarity

_LONGEST_HEADING = 48
_CONTENTS_LINE = re.compile(r"(\.{3,}|…{1,}|·{3,}|_{3,}|\t)\s*\d+\s*$")
_GENERIC = 5  # titles shorter than this say too little to stand without their number


def section_number_style(number: str) -> int:
    """1 for `三`, 2 for `2.1`, 0 for no number, -1 for a number of another style."""
    if not number:
        return 0
    if number.startswith("?"):
        return -1
    return 2 if "." in number else 1


def find_heading(
    text: str, form: Form, current: Section | None, seen: Callable[[str], bool]
) -> Section | None:
    """The section whose heading `text` is.

    Args:
        text: one line of the draft.
        form: the form.
        current: the section in which the line stands; inside free text, headings must be unmistakable.
        seen: tells whether a section already has content.
    """
    line = text.strip()
    plain = flat(line)
    if (
        not plain
        or len(plain) > _LONGEST_HEADING
        or _CONTENTS_LINE.search(line)
        or plain.endswith(("。", ";", "；"))
    ):
        return None
    number, words = numbering(line), core(line)
    if not words or words[-1].isdigit():
        return None
    style = section_number_style(number)
    best: tuple[float, Section] | None = None
    for section in form.sections:
        likeness = max(similarity(words, core(title)) for title in (section.title, *section.aliases))
        # A title that only repeats its section's number is taken with more of its words changed.
        if likeness < (0.75 if number == section.number else 0.86):
            continue
        if not _acceptable(section, number, style, likeness, current, seen):
            continue
        score = likeness + (0.5 if number == section.number else 0.0)
        if best is None or score > best[0]:
            best = (score, section)
    return best[1] if best else None


def _acceptable(
    section: Section,
    number: str,
    style: int,
    likeness: float,
    current: Section | None,
    seen: Callable[[str], bool],
) -> bool:
    if number == section.number:
        return True
    inside_text = current is not None and current.kind == "text"
    if seen(section.number) or (inside_text and (style != 0 or likeness < 1) and style != section.level):
        return False
    if len(core(section.title)) < _GENERIC and style != section.level:
        return current is not None and not inside_text and _part(current.number) == _part(section.number)
    return True


def _part(number: str) -> int:
    """The part (一, 二, …) that a section belongs to, from 1."""
    first = number[:1]
    return int(first) if first.isdigit() else "一二三四五六七八九十".find(first) + 1
