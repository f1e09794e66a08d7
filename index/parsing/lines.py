"""A document's body as lines, each with the white space and Markdown marks around its words set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.numerals import CHINESE, parse_numeral

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_HEADING = re.compile(r"(#{1,6})[ \t\u3000]+(.*)", re.DOTALL)
_ITEM = re.compile(rf"(?<=[：:；;。])[ \u3000]*[（(]([{CHINESE}]+)[）)](?![项款至、和])")
_EMPHASIS = re.compile(r"(\*\*|__)(.*?)\1")


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        text: the line, verbatim, with its line break.
        words: the same without surrounding white space, heading marks and emphasis marks.
        level: level of a Markdown heading, 0 for other lines.
    """

    text: str
    words: str
    level: int

    @property
    def blank(self) -> bool:
        """Whether the line holds white space only."""
        return not self.words


def split_lines(body: str) -> list[Line]:
    """Cut `body` at its line breaks, and before items that run on in one line (`：（一）…；（二）…`).

    The lines' `text`, joined, is `body`.
    """
    return [_line(part) for text in _LINE.findall(body) for part in _split_items(text)]


def _split_items(text: str) -> list[str]:
    """A line cut before each of the items （一）, （二） … that it lists after a colon."""
    cuts: list[int] = []
    for found in _ITEM.finditer(text):
        if _value(found.group(1)) == len(cuts) + 1 and (cuts or text[found.start() - 1] in "：:"):
            cuts.append(found.start())
    if len(cuts) < 2 or text.count("|") > 1:
        return [text]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _value(numeral: str) -> int:
    try:
        return parse_numeral(numeral)
    except ValueError:
        return 0


def _line(text: str) -> Line:
    words = text.strip(" \t\r\n\f\v\u3000\u00a0\u200b\ufeff")
    level = 0
    heading = _HEADING.fullmatch(words)
    if heading:
        level, words = len(heading.group(1)), heading.group(2).strip().rstrip("#").strip()
    if words.startswith(("**", "__")):
        words = _EMPHASIS.sub(r"\2", words, count=1).strip()
    return Line(text, words, level)
