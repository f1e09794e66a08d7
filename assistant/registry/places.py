"""Find Hunan's administrative divisions in running Chinese text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.registry.models import Division

MatchKind = Literal["official", "former", "alias", "short", "variant"]

# Words that hold a division's name by accident, or a higher place; consumed without a match.
_SWALLOWED = (
    "省会同",
    "省会议",
    "省会计",
    "湖南省",
    "湖南",
    "天津市",
    "天津",
    "渠道",
    "通道",
    "中方",
    "会同",
)

# What follows a suffix character and takes it away from the name: 长沙|市场, 湘潭|县域, 永定|区域.
_TAKES_SUFFIX = {
    "市": ("场", "级", "州", "县", "域", "占", "值"),
    "县": ("域", "级", "区", "市", "（市", "(市", "、市"),
    "区": ("域", "块", "位", "间", "别"),
}
# What follows a bare short name and makes it the name of something else: 韶山路, 芙蓉镇.
_OTHER_THING = ("路", "街", "大道", "桥", "镇", "乡", "村", "站")
_SUFFIXES = "县市区"


@dataclass(frozen=True, slots=True)
class DivisionMatch:
    """A division found in a text.

    Attributes:
        division: what was found.
        text: the words as they stand.
        start: offset of the first character.
        end: offset after the last character.
        kind: official, former (祁阳县), alias (湘西州), short (邵东), or variant (wrong suffix: 双峰市).
    """

    division: Division
    text: str
    start: int
    end: int
    kind: MatchKind


class PlaceIndex:
    """All spellings of all divisions, for longest-match look-up.

    Args:
        divisions: the divisions to find.
    """

    def __init__(self, divisions: Iterable[Division]) -> None:
        self._forms: dict[str, list[tuple[Division, MatchKind]]] = {}
        divisions = tuple(divisions)
        cities = {division.short_name for division in divisions if division.is_city}
        for division in divisions:
            for form, kind in _spellings(division, cities):
                self._forms.setdefault(form, []).append((division, kind))
        self._longest = max((len(form) for form in self._forms), default=0)

    def find(self, text: str) -> tuple[DivisionMatch, ...]:
        """Every division named in `text`, in order of appearance, longest spelling first.

        Args:
            text: running text, any length.

        Returns:
            Matches that do not overlap; a name shared by several (长株潭) gives one match for each.
        """
        found: list[DivisionMatch] = []
        position, previous_end = 0, -1
        while position < len(text):
            end, matches = self._at(text, position, glued=previous_end == position)
            if end is None:
                position += 1
                continue
            found.extend(matches)
            position = previous_end = end
        return tuple(found)

    def _at(self, text: str, start: int, *, glued: bool) -> tuple[int | None, list[DivisionMatch]]:
        longest = max(self._longest, max(map(len, _SWALLOWED)))
        for length in range(min(longest, len(text) - start), 1, -1):
            end = start + length
            form = text[start:end]
            candidates = [
                DivisionMatch(division, form, start, end, kind)
                for division, kind in self._forms.get(form, ())
                if _stands_alone(text, start, end, division, kind, glued=glued)
            ]
            if candidates:
                return end, candidates
            if form in _SWALLOWED:
                return end, []
        return None, []


def _spellings(division: Division, cities: set[str]) -> Iterator[tuple[str, MatchKind]]:
    yield division.name, "official"
    taken = {division.name}
    for name in division.other_names:
        yield name, "former"
        taken.add(name)
    for name in division.aliases:
        if name not in taken:
            yield name, "alias"
            taken.add(name)
    bare = division.short_name
    # A county that shares its stem with a city (邵阳县, 邵阳市) is only meant when the suffix is there.
    if division.is_city:
        if bare not in taken:
            yield bare, "short"
        return
    if division.suffix_required or bare in cities:
        return
    if bare not in taken:
        yield bare, "short"
    for suffix in _SUFFIXES:
        if bare + suffix not in taken:
            yield bare + suffix, "variant"


def _stands_alone(
    text: str, start: int, end: int, division: Division, kind: MatchKind, *, glued: bool
) -> bool:
    if not glued and start and text[start - 1] in division.not_after:
        return False
    if kind == "short":
        return not text.startswith(_OTHER_THING, end)
    takers = _TAKES_SUFFIX.get(text[end - 1])
    return takers is None or not text.startswith(takers, end)
