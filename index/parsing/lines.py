"""A document's body as lines, each with the white space and Markdown marks around its words set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_HEADING = re.compile(r"(#{1,6})[ \t\u3000]+(.*)", re.DOTALL)
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
    """Cut `body` at its line breaks; the lines' `text`, joined, is `body`."""
    return [_line(text) for text in _LINE.findall(body)]


def _line(text: str) -> Line:
    words = text.strip(" \t\r\n\f\v\u3000\u00a0\u200b\ufeff")
    level = 0
    heading = _HEADING.fullmatch(words)
    if heading:
        level, words = len(heading.group(1)), heading.group(2).strip().rstrip("#").strip()
    if words.startswith(("**", "__")):
        words = _EMPHASIS.sub(r"\2", words, count=1).strip()
    return Line(text, words, level)
