"""Places named only for orientation: one's own (我们在沅江，隔壁的南县有没有集群), the city of a county (永州江华)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest

from assistant.registry import DivisionMatch

# What leads from one's own place to the neighbour that is asked about, and who speaks of it.
_NEIGHBOUR = re.compile(r"(?:隔壁|旁边|挨着|紧挨|周边|边上|对面|相邻|邻近|附近|那边)(?:的|是|那个)*\W*$")
_OWN = re.compile(r"我们?|咱们?|本[县市区]|这边|家在|住在|来自")
# What both places do together is asked of both.
_TOGETHER = re.compile(r"一起|一块|共同|联合|合[作报并]|跟|和我们|同我们|抱团|比|能|可以|报|跨")


def without_own_place(question: str, places: Callable[[str], Sequence[DivisionMatch]]) -> str:
    """The question about the neighbour alone; itself where it asks of both places, or names just one.

    Args:
        question: as typed.
        places: finds the counties and cities in a text.
    """
    found = places(question)
    if len(found) < 2 or _TOGETHER.search(question):
        return question
    second = next((match for match in found[1:] if match.division != found[0].division), None)
    if second is None:
        return question
    before = question[: second.start]
    if _OWN.search(question[: found[0].start]) and _NEIGHBOUR.search(before):
        return question[second.start :]
    return question


def innermost(text: str, matches: Sequence[DivisionMatch]) -> list[DivisionMatch]:
    """The places named, without a city that only says where the county right after it lies (永州江华)."""
    kept = []
    for match, following in zip_longest(matches, matches[1:]):
        leads = (
            following is not None
            and match.division.is_city
            and following.division.parent == match.division.code
            and text[match.end : following.start] in ("", "的", "市", "市的")
        )
        if not leads:
            kept.append(match)
    return kept
