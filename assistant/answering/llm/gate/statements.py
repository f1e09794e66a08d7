"""What a sentence may rest on: the decided answer and the quotes, cut into statements."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from assistant.answering.llm.gate.operators import Operator, operators
from assistant.answering.llm.gate.quantities import Quantity, quantities
from assistant.answering.llm.gate.wording import canonical
from assistant.models import Answer

_HEAD: Final = re.compile("[^，,；;。：:]{2,24}[：:](?=.)")
MARK: Final = re.compile(r"\[(\d{1,3})\]")
_STATEMENT: Final = re.compile(r"[^。；;！？!?\n]+[。；;！？!?]?")
LIST_NUMBER: Final = re.compile(
    r"^\s*(?:[-*•]\s+|\d{1,2}[.、](?!\d)|[（(]?[一二三四五六七八九十]{1,2}[）)、])\s*"
)
_CLAUSE: Final = re.compile("《[^《》]+》[^，。：]{0,40}：")  # a clause that begins with its address
_ROW: Final = re.compile(r"^\s*\d+\s*\|")  # the number of a table's row, told by the address
_PARTS: Final = re.compile(r"[,、;。!?]|和(?=\d|半|年度)|(?<=\d)及")


@dataclass(frozen=True)
class Statement:
    """One sentence of the answer or of a quote.

    Attributes:
        text: in canonical form, without marks.
        marks: numbers of the citations it rests on; empty for a sentence of the answer without any.
        quoted: whether it is a quote.
        line: the line of the answer it stands in; -1 for a quote.
    """

    text: str
    marks: frozenset[int]
    quoted: bool
    line: int

    @cached_property
    def operators(self) -> list[Operator]:
        """Its words of polarity and modality."""
        return operators(self.text)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """Its figures, dates and addresses."""
        return quantities(self.text)

    @cached_property
    def segments(self) -> list[str]:
        """Its parts between commas."""
        return [part for part in re.split(r"[,;。!?]", self.text) if part]

    @cached_property
    def parts(self) -> list[str]:
        """Its parts between commas and enumeration commas."""
        return [part for part in _PARTS.split(self.text) if part]


def line_statements(line: str, number: int) -> list[Statement]:
    """The statements of one line of an answer; one without a mark shares that of the next in its line."""
    pieces = [match.group() for match in _STATEMENT.finditer(LIST_NUMBER.sub("", line))]
    marked = [frozenset(int(mark) for mark in MARK.findall(piece)) for piece in pieces]
    pieces = under_heads(pieces)
    found: list[Statement] = []
    following: frozenset[int] = frozenset()
    for piece, marks in zip(reversed(pieces), reversed(marked), strict=True):
        following = marks or following
        text = canonical(MARK.sub("", piece)).strip("。;!?")
        if text:
            found.append(Statement(text, following, quoted=False, line=number))
    return found[::-1]


def under_heads(pieces: list[str]) -> list[str]:
    """Each item of a list with the head that stands before the first one only (先进制造业集群2个：甲；乙)."""
    head = ""
    result = []
    for piece in pieces:
        own = _HEAD.match(piece)
        if own:
            head = own.group()
        result.append(piece if own or not head else f"{head}{piece}")
        if piece.rstrip().endswith(("。", "！", "？")):
            head = ""
    return result


def answer_statements(answer: Answer) -> list[Statement]:
    """The statements of the answer's text, line by line; a clause over several lines has its last line's marks."""
    found: list[Statement] = []
    clause: list[Statement] = []
    lines = [line for line in answer.answer.splitlines() if line.strip()]
    for number, line in enumerate(lines):
        statements = line_statements(line, number)
        marked = bool(MARK.search(line))
        if not marked and (clause or _CLAUSE.match(line)):
            clause += statements
            continue
        marks = frozenset().union(*(statement.marks for statement in statements))
        found += [replace(statement, marks=marks) for statement in clause] + statements
        clause = []
    return found + clause


def quote_statements(answer: Answer) -> list[Statement]:
    """The statements of its quotes."""
    return [
        Statement(text, frozenset({number}), quoted=True, line=-1)
        for number, citation in enumerate(answer.citations, 1)
        for match in _STATEMENT.finditer(_ROW.sub("", citation.quote))
        if (text := canonical(LIST_NUMBER.sub("", match.group())).strip("。;!?|"))
    ]
