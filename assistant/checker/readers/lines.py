"""From characters to lines, and from lines to paragraphs, by where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from assistant.checker.readers.page import Box, Glyph, Piece, TextLine

# In sizes of the type.
_SPACE = 0.3
_WIDE_SPACE = 0.7
_GAP = 2.0
_INDENT = 1.2
_LEADING = 1.3
_FURTHER = 0.5
_SLACK = 1.0
_LITTLE_SLACK = 0.2
_RESIZED = 0.35
_LATIN_WIDTH = 0.55
_STOPS = "。；：！？;:!?"
# No line is broken after the first nor before the second; quotation marks hold on to both sides.
_OPENING = "（〔［【《〈“”‘’\"'([{"
_CLOSING = "）〕］】》〉“”‘’\"')]}，。、；：！？,.;:!?%％/／…—～-·"
_ITEM = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[、.．)）]|\d{1,2}(?:\.\d{1,2})+(?![\d%])|\d{1,2}[、.．](?!\d)|[①-⑳]"
)
# Radicals and compatibility forms, which some fonts name in the place of the characters that they draw.
_LOOKALIKES = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]")


def text_lines(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """The lines that characters make, from top to bottom.

    Args:
        glyphs: the characters of a page or of a cell, in any order; spaces may be among them.
    """
    rows: list[list[Glyph]] = []
    middle = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.middle[1], glyph.x0)):
        if rows and glyph.middle[1] - middle <= 0.5 * min(glyph.height, max(g.height for g in rows[-1][-8:])):
            rows[-1].append(glyph)
            middle += (glyph.middle[1] - middle) / len(rows[-1])
        else:
            rows.append([glyph])
            middle = glyph.middle[1]
    return [line for row in rows if (line := _line(sorted(row, key=lambda glyph: glyph.x0))) is not None]


def _line(row: Sequence[Glyph]) -> TextLine | None:
    drawn = _once([glyph for glyph in row if glyph.text.strip()])
    if not drawn:
        return None
    spaces = [glyph.middle[0] for glyph in row if not glyph.text.strip()]
    em = median(glyph.height for glyph in drawn)
    pieces: list[str] = []
    word: list[str] = []
    parts: list[Piece] = []
    words: list[Piece] = []
    before: Glyph | None = None
    start = part_start = drawn[0].x0
    for glyph in drawn:
        if before is not None:
            gap = (glyph.x0 - before.x1) / em
            spaced = any(before.middle[0] < x < glyph.middle[0] for x in spaces)
            if gap > _WIDE_SPACE:
                words.append((start, before.x1, "".join(word)))
                word, start = [], glyph.x0
            if gap > _GAP:
                parts.append((part_start, before.x1, "".join(pieces)))
                pieces, part_start = [], glyph.x0
            elif spaced or _parted(before, glyph, gap):
                pieces.append(" ")
                word += [" "] if word else []
        text = _LOOKALIKES.sub(_plain, glyph.text)
        pieces.append(text)
        word.append(text)
        before = glyph
    assert before is not None
    words.append((start, before.x1, "".join(word)))
    parts.append((part_start, before.x1, "".join(pieces)))
    return TextLine(
        text="\t".join(text for _, _, text in parts),
        parts=tuple(parts),
        words=tuple(words),
        box=Box(
            drawn[0].x0, min(g.top for g in drawn), max(g.x1 for g in drawn), max(g.bottom for g in drawn)
        ),
        em=em,
        spaced=any(x > before.middle[0] for x in spaces),
    )


def _plain(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match.group())


def _once(row: Sequence[Glyph]) -> list[Glyph]:
    """Characters without those drawn a second time a little aside, which is how some programs write bold."""
    kept: list[Glyph] = []
    for glyph in row:
        twin = any(
            other.text == glyph.text
            and abs(other.x0 - glyph.x0) < 0.25 * (glyph.x1 - glyph.x0)
            and abs(other.top - glyph.top) < 0.25 * glyph.height
            for other in kept[-3:]
        )
        if not twin:
            kept.append(glyph)
    return kept


def _parted(left: Glyph, right: Glyph, gap: float) -> bool:
    """Whether a gap (in sizes of the type) is a space: Latin words stand closer than Chinese characters."""
    latin = left.text[-1].isascii() and right.text[0].isascii()
    return gap > (_SPACE if latin else _WIDE_SPACE)


def beginning(text: str, em: float) -> float:
    """The width of what stands together at the beginning of a text: a character, a word, a number, with brackets.

    Args:
        text: the text.
        em: the size of its type.
    """
    width = _advance(text[0])
    for before, after in pairwise(text):
        if not _glued(before, after):
            break
        width += _advance(after)
    return width * em


def _advance(character: str) -> float:
    return 1.0 if _breakable(character) else _LATIN_WIDTH


def _glued(before: str, after: str) -> bool:
    """Whether no line is broken between two characters."""
    if before.isspace() or after.isspace():
        return False
    if before in _OPENING or after in _CLOSING:
        return True
    latin = not _breakable(after)
    return latin and (not _breakable(before) or before in _CLOSING)


def _breakable(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


def paragraphs_of(lines: Iterable[TextLine], left: float, right: float) -> Iterator[list[TextLine]]:
    """Groups lines that were broken only for width.

    Args:
        lines: lines from top to bottom, of one column of text.
        left, right: where the column's lines begin and end at most.
    """
    group: list[TextLine] = []
    for line in lines:
        if group and not goes_on(group, line, left, right):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def goes_on(
    group: Sequence[TextLine], line: TextLine, left: float, right: float, *, apart: bool = False
) -> bool:
    """Whether `line` continues the paragraph that `group` begins.

    Args:
        group: the paragraph's lines so far.
        line: the line below.
        left, right: where the column's lines begin and end at most.
        apart: the two stand on different pages, so that their distance says nothing.
    """
    last = group[-1]
    em = max(last.em, line.em)
    if len(last.parts) > 1 or len(line.parts) > 1 or abs(last.em - line.em) > _RESIZED * em:
        return False
    gap = line.box.top - last.box.bottom
    usual = last.box.top - group[-2].box.bottom if len(group) > 1 else gap
    if last.box.top < group[0].box.top:  # that stands on the page before
        usual = gap
    if not apart and gap > min(_LEADING * em, usual + _FURTHER * em):
        return False
    ended = last.text[-1] in _STOPS
    slack = _LITTLE_SLACK if ended else _SLACK
    if right - last.box.x1 >= beginning(line.text, em) + slack * em:  # there was room: the break was meant
        return False
    if ended and _ITEM.match(line.text):
        return False
    if line.box.x0 <= left + _INDENT * em:
        return True
    return abs(line.box.x0 - last.box.x0) < 0.5 * em and not ended


def joined_text(group: Sequence[TextLine]) -> str:
    """The text of a paragraph, its lines run together."""
    text = ""
    for before, line in zip([None, *group], group, strict=False):
        text += _glue(before, line) + line.text
    return text


def _glue(before: TextLine | None, line: TextLine) -> str:
    if before is None:
        return ""
    left, right = before.text[-1], line.text[0]
    latin = left.isascii() and right.isascii() and left.isalpha() and right.isalpha()
    return " " if latin or (before.spaced and left.isascii() and right.isascii()) else ""
