"""Polarity and modality: what a text denies, allows, demands or hedges, and of what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.answering.llm.gate.vocabulary import vocabulary

_SCOPE: Final = 16  # characters that an operator reaches at most
_END: Final = re.compile(
    r"[,;。!?:()]|但|而(?!且)|则|(?<=.)才|(?<=.)的(?=[,;。]|按|将|会|应|可|能|才|也|先|要|须|由|$)|(?<=.)也(?=可|能|不|要|适)"
)
_STOP: Final = re.compile(r"[,;。!?:()]")
_FOLLOWED: Final = re.compile(r"(?:以下|下列)?\d+(?:个|项|类|种|条|家|方面)[^,;。:]{0,6}:")
# What does not end a reach at once: 不得将…, 应由….
_LEAD: Final = re.compile(
    r"^(?:的是|在|将|把|被|由|对|向|以|按|于|就|再(?!次)|先|会|同时|直接|都|是|有|其|它)+"
)


@dataclass(frozen=True)
class Operator:
    """A word of polarity or modality.

    Attributes:
        kind: its class, as in `vocabulary.yaml`.
        word: the word itself.
        scope: the words it bears on; "" where it stands alone.
        start: where the word begins in its text.
        end: where its scope ends.
    """

    kind: str
    word: str
    scope: str
    start: int
    end: int

    def covers(self, place: int) -> bool:
        """Whether the position lies within the reach."""
        return self.start <= place < self.end


def operators(text: str) -> list[Operator]:
    """The operators of a canonical text, in order."""
    words = vocabulary()
    hidden = words.plain.sub(lambda match: "□" * len(match.group()), text)
    found: list[Operator] = []
    for match in words.operators.finditer(hidden):
        end = _reach(text, match.end(), whole=match.lastgroup == "whether")
        if _FOLLOWED.fullmatch(text[match.end() : end + 1]):
            start, end = end + 1, _reach(text, end + 1)  # 参与实施两个行动：甲和乙
        else:
            start = match.end()
        scope = _LEAD.sub("", text[start:end])
        if not scope:
            # 原则上不行, 不能直接报: what stands before, up to the last stop
            before = re.split(r"[,;。!?:]", text[: match.start()])[-1]
            scope = "" if found and found[-1].end >= match.start() else before[-8:]
        kind = "permit" if match.lastgroup == "free" else str(match.lastgroup)  # 没有限制再次申报
        found.append(Operator(kind, match.group(), scope, match.start(), end))
    return found


def _reach(text: str, start: int, whole: bool = False) -> int:
    """Where a reach that begins at `start` ends; that of 是否 takes in the whole part (是否也要占用名额)."""
    stop = (_STOP if whole else _END).search(text, start)
    end = stop.start() if stop else len(text)
    return min(end, start + _SCOPE)
