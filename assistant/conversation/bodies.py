"""Official names of the bodies (部门、单位) that a text names by a short form."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.conversation.lexicon import fold, read_yaml

# 「人社负责啥」「商务口在里面干什么」: a stem alone names the body only as the one that acts.
_ACTS = r"(?=(?:[^，。,？?谁哪归由]{0,6})(?:负责|干[啥嘛什]|做[啥些什]|管[啥什哪些]|任务|职责|承担|参与|牵头|分工|出力|出面|有份|配合|的活))"
_LOOSE = "(?:部门|系统|口子?|听|那边|那块|这边|这块|那头)?"
_OTHERS_BUREAU = re.compile(r"(?:市州?|州|县|区|市级|县级)$")
_ORDINARY = frozenset({"组织", "宣传"})  # words that mostly name something else (促进组织)
_STEM = (2, 4)  # characters of a stem
_LONG_NAME = 4  # characters of a name that can be told through a slip
_NEAR = 79.0  # similarity, 0 to 100: one wrong character of five


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, str], ...]:
    pairs = [(fold(official), official) for official in read_yaml("lexicon", "bodies.yaml")]
    for official, shorts in read_yaml("lexicon", "bodies.yaml").items():
        pairs += [(fold(short), official) for short in shorts]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=1)
def _stems() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of names without their last character (人社 of 人社厅), which stand for a body that acts."""
    stems: dict[str, str] = {}
    for wording, official in _names():
        stem = wording.removeprefix("省")
        if stem[-1:] in "厅局委办部" and _STEM[0] <= len(stem) - 1 <= _STEM[1] and stem[:-1] not in _ORDINARY:
            stems.setdefault(stem[:-1], official)
    ordered = sorted(stems.items(), key=lambda item: -len(item[0]))
    return tuple((re.compile(rf"{re.escape(stem)}{_LOOSE}{_ACTS}"), official) for stem, official in ordered)


def bodies_in(text: str) -> tuple[str, ...]:
    """Official names of the bodies named in `text`, in its order; each place counts once, the longest wording first."""
    return tuple(dict.fromkeys(official for _, _, official in _places(fold(text))))


def without_bodies(text: str) -> str:
    """`text`, folded, without the wordings that name bodies."""
    rest = fold(text)
    for start, end, _ in reversed(_places(rest)):
        rest = rest[:start] + rest[end:]
    return rest


def _places(rest: str) -> list[tuple[int, int, str]]:
    """Start, end and official name of each body in a folded text, in its order."""
    found = []
    for wording, official in _names():
        position = rest.find(wording)
        if position >= 0:
            rest = rest.replace(wording, "\0" * len(wording))
            found.append((position, position + len(wording), official))
    for pattern, official in _stems():
        match = pattern.search(rest)
        if match and not _OTHERS_BUREAU.search(rest[: match.start()]):
            rest = rest[: match.start()] + "\0" * (match.end() - match.start()) + rest[match.end() :]
            found.append((match.start(), match.end(), official))
    return sorted(found)


def body_swapped(before: str, core: str) -> str | None:
    """`before` with its one body replaced by the one that `core` is (统计局 after 财政厅管什么), None where it is none."""
    now, then = _places(fold(core)), _places(fold(before))
    if len(now) != 1 or len(then) != 1 or len(fold(core)) - (now[0][1] - now[0][0]) > 1:
        return None
    start, end, _ = then[0]
    return fold(before)[:start] + now[0][2] + fold(before)[end:]


def body_like(name: str) -> str | None:
    """The body whose official name or short form `name` misspells (省生太环境厅), None where it is near none."""
    from rapidfuzz import fuzz  # imported here: reading a question must stay cheap

    folded = fold(name)
    if len(folded) < _LONG_NAME:
        return None
    scored = [
        (fuzz.ratio(folded, wording), official) for wording, official in _names() if wording[-1] == folded[-1]
    ]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] >= _NEAR else None
