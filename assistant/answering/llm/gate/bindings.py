"""Which figure, stage or list belongs to what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.answering.llm.gate.evidence import Finding, Given
from assistant.answering.llm.gate.quantities import quantities
from assistant.answering.llm.gate.statements import under_heads
from assistant.answering.llm.gate.vocabulary import vocabulary
from assistant.answering.llm.gate.words import bigrams, parts, shared

_BECAME: Final = re.compile("(?:是|为|成|算)[^,;。是为]*?(?P<what>培育对象|集群(?!培育对象))[^,;。]{0,2}$")
_BRIEF: Final = 60  # characters: a longer statement speaks of several things
_LISTING: Final = re.compile("(?:先进制造业集群|中小企业特色产业集群)(?:培育对象)?|培育对象")
_NAMED: Final = ("merit", "category", "level", "office", "flow", "frequency", "direction", "reach")
_VERBS: Final = frozenset({"frequency", "direction"})
_ITEM: Final = 6
_TAIL: Final = 6  # characters: 牵头实施开放合作促进行动, 负责实施开放合作促进行动
_SAID: Final = 5  # characters: a shorter run is shared by chance


def _typed(part: str) -> list[tuple[str, str, int, int]]:
    """(type, word, begin, end) of the words of `part` that exclude others of their type."""
    words = vocabulary()
    found = [
        (f"figure {item.unit}", f"{item.kind}:{item.value}", item.start, item.end)
        for item in quantities(part)
        if item.kind in ("count", "date") and item.unit not in ("次", "")
    ]
    rivals = [(name, pattern) for name, pattern in words.rivals.items() if name != "frequency"]
    for name, pattern in (*rivals, ("name", words.measures)):
        found += [(name, match.group(), match.start(), match.end()) for match in pattern.finditer(part)]
    became = _BECAME.search(part)
    if became:  # 初赛中胜出的集群确定为培育对象: what it is called before says nothing
        found = [item for item in found if item[0] != "stage" or item[2] >= became.start("what")]
    return found


def _nearest(part: str, kind: str, start: int, end: int) -> str | None:
    words = [
        (at - end if at >= end else start - until, word)
        for other, word, at, until in _typed(part)
        if other == kind
    ]
    return min(words)[1] if words else None


def check_bindings(text: str, given: Given) -> Iterator[Finding]:
    """A word stands beside another of some type than it does in the evidence (初赛 with 认定)."""
    pieces = [piece for part in parts(text) for piece in re.split("、", part)]
    evidence = [
        piece for statement in given.statements for part in statement.segments for piece in part.split("、")
    ]
    known: dict[tuple[str, str, str], set[str]] = {}
    for part in evidence:
        typed = _typed(part)
        for kind, word, *_ in typed:
            for other, near, *_ in typed:
                if other != kind:
                    known.setdefault((kind, word, other), set()).add(near)
    figures = {(item.kind, item.value) for item in given.quantities}
    asked = {f"{item.kind}:{item.value}" for item in quantities(given.question)}
    for kind, word, other, beside in _told_together(text, pieces):
        if other.startswith("figure") and (beside in asked or tuple(beside.split(":", 1)) not in figures):
            continue  # a figure of the question, judged as a figure
        there = known.get((kind, word, other), set())
        if there and not any(_same_name(beside, near) for near in there):
            yield Finding("relation", f"{word} with {beside}, not {'/'.join(sorted(there))}")
    whole = [statement.text for statement in given.statements if len(statement.text) <= _BRIEF]
    yield from _with_rival(pieces, [*evidence, *whole])
    yield from _listed(text, given)


def _told_together(text: str, pieces: list[str]) -> Iterator[tuple[str, str, str, str]]:
    """(type, word, other type, other word) of words that the sentence puts together.

    Of two lists joined by 分别 the words belong together in their order.
    """
    if "分别" in text:
        lists: dict[str, list[str]] = {}
        for kind, word, *_ in _typed(text):
            lists.setdefault(kind, []).append(word)
        long = {kind: words for kind, words in lists.items() if len(words) == len(set(words)) > 1}
        for kind, words in long.items():
            for other, others in long.items():
                if kind != other and len(words) == len(others):
                    yield from (
                        (kind, word, other, beside) for word, beside in zip(words, others, strict=True)
                    )
        return
    for piece in pieces:
        typed = _typed(piece)
        for kind, word, start, end in typed:
            for other in {name for name, *_ in typed if name != kind}:
                if beside := _nearest(piece, other, start, end):
                    yield kind, word, other, beside


def _with_rival(pieces: list[str], evidence: list[str]) -> Iterator[Finding]:
    """What the evidence says of a rival only (规模效益突出 of the 优势产业集群)."""
    split = [item for part in evidence for item in re.split("和|与|及", part)]
    for name in _NAMED:
        pattern = vocabulary().rivals[name]
        for piece in pieces:
            own = set(pattern.findall(piece))
            for part in split:
                theirs = set(pattern.findall(part))
                if not own or not theirs or own & theirs:
                    continue
                least = _SAID - 1 if name in _VERBS else _SAID
                run = shared(pattern.sub(" ", piece), pattern.sub(" ", part), least=least)
                if len(bigrams(run)) >= least - 2 and not any(
                    run in other and own & set(pattern.findall(other)) for other in split
                ):
                    yield Finding("relation", f"{run}: said of {'/'.join(theirs)}")


def _listed(text: str, given: Given) -> Iterator[Finding]:
    """A cluster put on another list than the one that it is on."""
    for piece in under_heads(re.split("[、;]|和(?!信息)|以及", text)):
        own = set(_LISTING.findall(piece))
        about = _LISTING.sub(" ", piece)
        known = [
            (
                set(_LISTING.findall(statement.text)),
                len(shared(about, _LISTING.sub(" ", statement.text), least=_ITEM)),
            )
            for statement in given.statements
        ]
        longest = max((length for lists, length in known if lists), default=0)
        lists = set().union(*(lists for lists, length in known if lists and length == longest and longest))
        if own and lists and not any(_compatible(one, other) for one in own for other in lists):
            yield Finding("relation", f"{piece}: {'/'.join(sorted(lists))}")


def _compatible(one: str, other: str) -> bool:
    """Whether two names of lists may mean one list."""
    stage = "培育对象"
    categories = {name.removesuffix(stage) for name in (one, other)} - {""}
    return one.endswith(stage) == other.endswith(stage) and len(categories) < 2


def _same_name(one: str, other: str) -> bool:
    tail = next((size for size in range(min(len(one), len(other)), 0, -1) if one[-size:] == other[-size:]), 0)
    return tail in (len(one), len(other)) or (tail >= _TAIL and tail >= 0.7 * min(len(one), len(other)))
