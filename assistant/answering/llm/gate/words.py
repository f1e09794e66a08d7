"""Whether every word of a sentence stands in what it rests on, or asserts nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from assistant.answering.llm.gate.vocabulary import vocabulary

Source = Literal["given", "neutral", "asked", "checked", "mark", "unknown"]

_STOPS: Final = re.compile("[,;。!?]")
_LONGEST: Final = 24
_PUNCTUATION: Final = frozenset(",;。!?:、()《》|-·…/ []〔〕%+&.")
_BREAKS: Final = _PUNCTUATION - {"/"}
# What a character costs by where it comes from; each piece costs one more, so that long pieces win.
_COST: Final[dict[Source, float]] = {
    "given": 0.0,
    "checked": 0.0,
    "mark": 0.0,
    "neutral": 0.1,
    "asked": 0.9,
    "unknown": 9.0,
}


@dataclass(frozen=True)
class Piece:
    """A run of characters and where it comes from."""

    text: str
    start: int
    source: Source

    @property
    def end(self) -> int:
        """The position after it."""
        return self.start + len(self.text)


def pieces(text: str, given: str, asked: str, checked: Iterable[tuple[int, int]]) -> list[Piece]:
    """Cut `text` into the fewest runs that stand elsewhere.

    Args:
        text: canonical sentence.
        given: what it rests on.
        asked: the question.
        checked: spans that other checks account for (figures, words of modality).

    Returns:
        All of `text`, piece by piece; what stands nowhere is `unknown`.
    """
    spans = dict(checked)
    best: list[tuple[float, Piece | None]] = [(0.0, None), *[(float("inf"), None)] * len(text)]
    for start in range(len(text)):
        cost = best[start][0]
        for piece in _from(text, start, given, asked, spans):
            total = cost + 1 + _COST[piece.source] * len(piece.text)
            if total < best[piece.end][0]:
                best[piece.end] = (total, piece)
    found: list[Piece] = []
    place = len(text)
    while place:
        last = best[place][1]
        assert last is not None
        found.append(last)
        place = last.start
    return _joined(found[::-1])


def _from(text: str, start: int, given: str, asked: str, spans: dict[int, int]) -> Iterable[Piece]:
    if start in spans:
        yield Piece(text[start : spans[start]], start, "checked")
    if text[start] in _PUNCTUATION:
        yield Piece(text[start], start, "mark")
    neutral = vocabulary().neutral
    for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
        run = text[start:end]
        if run in neutral:
            yield Piece(run, start, "neutral")
        if len(run) >= 2 and not _BREAKS & set(run):
            if run in given:
                yield Piece(run, start, "given")
            elif run in asked:
                yield Piece(run, start, "asked")
    if text[start] in given and _apart(text, start):
        yield Piece(text[start], start, "given")
    yield Piece(text[start], start, "unknown")


def _apart(text: str, place: int) -> bool:
    """Whether a character stands between punctuation (吨/万元)."""
    around = (*text[max(0, place - 1) : place], *text[place + 1 : place + 2])
    return all(letter in _PUNCTUATION for letter in around)


def _joined(found: list[Piece]) -> list[Piece]:
    """Neighbouring unknown characters as one piece."""
    merged: list[Piece] = []
    for piece in found:
        if merged and piece.source == merged[-1].source == "unknown":
            merged[-1] = Piece(merged[-1].text + piece.text, merged[-1].start, "unknown")
        else:
            merged.append(piece)
    return merged


def shared(text: str, other: str, least: int = 2) -> str:
    """The longest run of at least `least` characters that both texts have; "" where there is none."""
    for size in range(min(len(text), len(other)), least - 1, -1):
        for start in range(len(text) - size + 1):
            if (run := text[start : start + size]) in other and not _PUNCTUATION & set(run):
                return run
    return ""


@lru_cache(maxsize=4096)
def bigrams(text: str) -> frozenset[str]:
    """Pairs of neighbouring characters that are no punctuation and no common word."""
    common = vocabulary().common
    return frozenset(
        pair
        for first, second in pairwise(text)
        if not _PUNCTUATION & set(pair := first + second) and pair not in common
    )


def share(text: str, other: str) -> float:
    """Share of the pairs of characters of `text` that `other` has too, 0 to 1; 0 where it has none."""
    own = bigrams(text)
    return len(own & bigrams(other)) / len(own) if own else 0.0


def likeness(one: str, other: str) -> float:
    """How alike two texts are: twice the pairs of characters they share by those they have, 0 to 1."""
    mine, theirs = bigrams(one), bigrams(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine or theirs else 0.0


@lru_cache(maxsize=4096)
def idle(text: str) -> bool:
    """Whether `text` has none but neutral words."""
    return all(piece.source in ("neutral", "mark") for piece in pieces(text, "", "", ()))


def parts(text: str) -> list[str]:
    """What stands between commas and full stops."""
    return [part for part in _STOPS.split(text) if part]
