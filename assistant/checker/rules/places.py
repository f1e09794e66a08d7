"""Where a draft's cluster lies: Hunan's divisions and other place names in the draft's own fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.checker.draft import Draft
from assistant.checker.labels import flat
from assistant.registry import Division, Registry

_FIELDS = (
    "一/name",
    "一/area",
    "一/promoter_name",
    "一/park_name",
    "一/government",
    "3.1/park_name",
    "五/lead_unit",
)
# Not a name: 我县, 全市, 在各区, 报送县.
_NO_PLACE = re.compile(
    r"[我全本该各外跨邻首强两三几多个省中小级]$|[的和与及或为是有在对向从由到等]|"
    r"报送|上报|报请|提请|支持|推动|推荐|组织|联合|会同|协助|配合|经过|来自|服务|带动|助力|申报"
)


@lru_cache(maxsize=1)
def registry() -> Registry:
    """The registry of the corpus."""
    return Registry.load()


@dataclass(frozen=True)
class Home:
    """The places that a draft's own fields name.

    Attributes:
        text: all those fields, joined.
        counties: county-level divisions named, in order of appearance.
        cities: cities named, or above the counties named.
    """

    text: str
    counties: tuple[Division, ...]
    cities: tuple[Division, ...]

    def holds(self, division: Division) -> bool:
        """Whether a division is one of these places, lies in a city of theirs, or is such a city."""
        if division in self.counties or division in self.cities:
            return True
        return not self.counties and registry().city_of(division) in self.cities

    def names(self, place: str) -> bool:
        """Whether a place is named in the fields, with or without its 县 or 市."""
        return place in self.text or place.rstrip("县市区州") in self.text


def home_of(draft: Draft) -> Home:
    """The places of a draft."""
    text = flat("\n".join(draft.text_of(path) for path in _FIELDS))
    found = [match.division for match in registry().divisions_in(text)]
    counties = tuple(dict.fromkeys(division for division in found if not division.is_city))
    above = [division if division.is_city else registry().city_of(division) for division in found]
    return Home(text, counties, tuple(dict.fromkeys(above)))


def foreign_place(home: Home, text: str) -> str | None:
    """The place that `text` ends with and that is not the draft's, None where it is or is no place.

    A place that is none of Hunan's divisions counts only where the draft's own is none either.

    Args:
        home: the draft's places.
        text: words up to a place (`样板县`, `由浏阳市`).
    """
    matches = registry().divisions_in(text)
    if matches:
        last = matches[-1]
        inside = home.holds(last.division) or home.names(last.text)
        return None if inside or last.end != len(text) else last.text
    found = re.search(r"([\u4e00-\u9fff]{2})[县市区州]$", text)
    if found is None or home.cities or _NO_PLACE.search(found.group(1)) or home.names(found.group()):
        return None
    return found.group()


def begins_elsewhere(home: Home, name: str) -> bool:
    """Whether a name begins with one of Hunan's divisions that is not the draft's."""
    matches = registry().divisions_in(name)
    if not matches or matches[0].start or home.names(matches[0].text):
        return False
    return not home.holds(matches[0].division)
