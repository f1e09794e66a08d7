"""Puts together what the model worded and what stays as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from assistant.answering.llm.gate.operators import operators
from assistant.answering.llm.gate.quantities import quantities
from assistant.answering.llm.gate.statements import MARK
from assistant.answering.llm.gate.wording import canonical
from assistant.answering.llm.gate.words import likeness, share
from index.numerals import parse_numeral

_LONG: Final = 160  # characters: a longer line is a clause quoted at length
_MOST_MARKS: Final = 3  # a line with more is a list
_LISTED: Final = re.compile(r"^\s*(?:\d{1,2}[.、]|[（(][一二三四五六七八九十]+[）)])|[:：]$")
_CHINESE_FIGURE: Final = re.compile(
    "(?<![第一二三四五六七八九十百千])([一二三四五六七八九十百]+)(个|年|家|项|月|字|亿|次|类|名|条|行)"
)
_COVERED: Final = 0.4
_SAME: Final = 0.9
# What a line says with reserve must be said with reserve.
_RESERVES: Final = frozenset({"principle", "selective", "mostly", "unspecified", "together", "maybe"})


@dataclass
class Line:
    """One line of the decided answer.

    Attributes:
        text: as it stands.
        kind: `plain` may be replaced, `clause` may be led up to, `list` stays alone.
        marks: numbers of the citations that it rests on.
        worded: the sentences that passed and belong to it.
    """

    text: str
    kind: str
    marks: frozenset[int]
    worded: list[str] = field(default_factory=list)

    def covered(self, everything: str) -> bool:
        """Whether its sentences say what the line says.

        Args:
            everything: all that the model's sentences say, in canonical form; a figure or reserve of this
                line that is said elsewhere is not lost.
        """
        line = canonical(MARK.sub("", self.text))
        figures = {item.key for item in quantities(line)} <= {item.key for item in quantities(everything)}
        reserve = {item.kind for item in operators(line)} & _RESERVES
        kept = reserve <= {item.kind for item in operators(everything)}
        return bool(self.worded) and figures and kept and share(line, _bare(self.worded)) >= _COVERED

    def repeated(self) -> bool:
        """Whether its sentences are but the line over again."""
        return share(canonical(MARK.sub("", self.text)), _bare(self.worded)) >= _SAME


def _bare(sentences: Sequence[str]) -> str:
    return canonical(MARK.sub("", "".join(sentences)))


def as_written(sentence: str, text: str) -> str:
    """`sentence` with the figures of `text` in the digits that `text` has (七个: 7个)."""

    def written(match: re.Match[str]) -> str:
        digits = str(parse_numeral(match.group(1)))
        figure = re.compile(rf"(?<![\d.]){digits}{re.escape(match.group(2))}")
        return digits + match.group(2) if figure.search(text) and match.group() not in text else match.group()

    return _CHINESE_FIGURE.sub(written, sentence)


class Draft:
    """The answer while it is worded.

    Args:
        answer: the decided answer's text.
    """

    def __init__(self, answer: str) -> None:
        self.lines: list[Line] = []
        inside = ""  # of a clause shown over several lines, or of what a colon announces
        for text in answer.splitlines():
            if not text.strip():
                continue
            marks = frozenset(int(mark) for mark in MARK.findall(text))
            kind = inside or _kind(text)
            if marks and kind != "list":
                inside = ""
            elif kind != "plain":
                inside = kind
            if marks and inside == "list" and not _LISTED.search(text):
                kind, inside = _kind(text), ""
            self.lines.append(Line(text, kind, marks))
        for line, following in reversed(list(pairwise(self.lines))):
            if line.kind == following.kind == "clause" and not line.marks:
                line.marks = following.marks  # a clause over several lines cites once, at its end

    @property
    def open_lines(self) -> list[Line]:
        """The lines that a model may word."""
        return [line for line in self.lines if line.kind != "list"]

    def add(self, sentence: str) -> None:
        """Take a sentence that passed the gate."""
        text = canonical(MARK.sub("", sentence))
        if any(
            likeness(text, canonical(MARK.sub("", known))) >= _SAME
            for line in self.lines
            for known in line.worded
        ):
            return  # said before
        sentence = as_written(sentence, "".join(line.text for line in self.lines))
        marks = frozenset(int(mark) for mark in MARK.findall(sentence))
        near = [line for line in self.open_lines if line.marks & marks or not line.marks or not marks]
        best = max(near, key=lambda line: _fit(text, line), default=None)
        if best is not None:
            best.worded.append(sentence)

    def clear(self) -> None:
        """Forget the sentences taken so far."""
        for line in self.lines:
            line.worded.clear()

    def sofar(self) -> str:
        """The sentences taken so far, in the order of the answer."""
        return "".join(sentence for line in self.lines for sentence in line.worded)

    def finished(self) -> tuple[str, bool, bool]:
        """The text, whether any of it is the model's, and whether any plain line stayed as it was."""
        blocks: list[tuple[str, bool]] = []
        worded = kept = False
        everything = _bare([sentence for line in self.lines for sentence in line.worded])
        for line in self.lines:
            take = line.worded and (
                not line.repeated() if line.kind == "clause" else line.covered(everything)
            )
            if take:
                worded = True
                blocks.append(("".join(line.worded), True))
            if not take or line.kind == "clause":
                blocks.append((line.text, False))
                kept = kept or line.kind == "plain"
        return _joined(blocks), worded, kept


def _fit(text: str, line: Line) -> float:
    return share(text, _bare([line.text]))


def _kind(text: str) -> str:
    if len(MARK.findall(text)) > _MOST_MARKS or _LISTED.search(text):
        return "list"
    return "clause" if len(text) > _LONG or text.startswith("《") else "plain"


def _joined(blocks: Sequence[tuple[str, bool]]) -> str:
    """The model's sentences run on; what stayed has a line of its own."""
    text, running = "", False
    for block, worded in blocks:
        text += block if worded and running else f"\n{block}"
        running = worded
    return text.strip()
