"""Match running text against the names of listed clusters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from assistant.registry.folding import fold
from assistant.registry.models import Cluster
from assistant.registry.places import PlaceIndex

MatchedField = Literal["name", "other_name", "short_name", "product", "organisation", "park"]
MatchWay = Literal["exact", "contained", "fuzzy", "overlap"]

_TAIL = re.compile(r"(?:(?:中小(?:工业)?企业)?特色)?(?:产业)?集群$")
_SPLIT = re.compile(r"[()（）及和与、—–-]")
_WHOLE_NAMES = ("name", "other_name", "short_name", "organisation")
# Words that many product names share and that say nothing about which is meant.
_GENERIC = frozenset(re.findall("..", "产业集群特色制造先进材料加工装备系统应用综合利用资源企业"))


@dataclass(frozen=True, slots=True)
class ClusterMatch:
    """A cluster found in a text.

    Attributes:
        cluster: what was found.
        score: 0 to 100. 100: the text is its name; 95 and up: its name or its short name with the place
            stands in the text; 85 to 94: its product or organisation does; 70 to 84: part of the
            product, its park, or a spelling close to the name.
        matched: the name, or the part of it, that was matched.
        field: which of the cluster's fields that is.
        way: how it was matched.
    """

    cluster: Cluster
    score: float
    matched: str
    field: MatchedField
    way: MatchWay


@dataclass(frozen=True, slots=True)
class _Key:
    text: str
    shown: str
    field: MatchedField
    score: float


@dataclass(frozen=True, slots=True)
class _Entry:
    cluster: Cluster
    keys: tuple[_Key, ...]
    product: str
    places: frozenset[str]
    place_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Query:
    """A text, prepared: folded; without the places it names; and what it calls a cluster."""

    folded: str
    rest: str
    phrases: tuple[str, ...]
    said: frozenset[str]


class ClusterMatcher:
    """Names of clusters, prepared for matching.

    Args:
        clusters: the clusters to find.
        places: finds the places named in a text.
        above: official name of a county-level division → official name of its city.
    """

    def __init__(self, clusters: Iterable[Cluster], places: PlaceIndex, above: dict[str, str]) -> None:
        self._places = places
        self._above = above
        self._entries = tuple(self._entry(cluster) for cluster in clusters)
        self._frequency: dict[str, int] = {}
        for entry in self._entries:
            for pair in _pairs(entry.product):
                self._frequency[pair] = self._frequency.get(pair, 0) + 1

    def find(self, text: str, *, min_score: float = 70.0) -> tuple[ClusterMatch, ...]:
        """Clusters that `text` names, best first; equal scores in list order.

        Args:
            text: a name or a whole question.
            min_score: matches below it are left out.
        """
        query = self._query(text)
        if not query.folded:
            return ()
        matches = [self._match(entry, query) for entry in self._entries]
        kept = [match for match in matches if match is not None and match.score >= min_score]
        return tuple(sorted(kept, key=lambda match: -match.score))

    def _entry(self, cluster: Cluster) -> _Entry:
        keys: list[_Key] = []
        place_words: list[str] = []
        product = ""
        for position, name in enumerate(cluster.names):
            bare = _TAIL.sub("", _strip_bracket_tail(name))
            core, words = self._without_place(bare)
            place_words += words
            product = product or fold(core)
            keys.append(_Key(fold(name), name, "other_name" if position else "name", 98))
            if len(fold(bare)) >= 4:
                keys.append(_Key(fold(bare), bare, "short_name", 96))
            if len(words) and len(fold(core)) >= 2:
                keys += [_Key(fold(word + core), word + core, "short_name", 95) for word in words]
            if len(fold(core)) >= 3:
                keys.append(_Key(fold(core), core, "product", 88))
            keys += [
                _Key(fold(part), part, "product", 76)
                for part in _SPLIT.split(core)
                if len(fold(part)) >= 3 and fold(part) != fold(core)
            ]
        keys.append(_Key(fold(cluster.organisation), cluster.organisation, "organisation", 94))
        keys.append(_Key(fold(cluster.park), cluster.park, "park", 80))
        places = {cluster.city, cluster.county, *cluster.home, *cluster.regions, *cluster.possible_counties}
        unique = tuple(dict.fromkeys(key for key in keys if key.text))
        return _Entry(cluster, unique, product, frozenset(places - {""}), tuple(dict.fromkeys(place_words)))

    def _without_place(self, name: str) -> tuple[str, list[str]]:
        """`name` without the places that it begins with, and those places' spellings."""
        core = re.sub(r"^湖南省?", "", name)
        words: list[str] = []
        for match in self._places.find(core):
            start = core.find(match.text)
            if start < 0 or fold(core[:start]):
                continue
            division = match.division
            words += [division.short_name, match.text] if len(division.short_name) > 1 else [match.text]
            core = re.sub(r"^\W+", "", core[start + len(match.text) :])
        return core, words

    def _query(self, text: str) -> _Query:
        matches = self._places.find(text)
        pieces, position = [], 0
        for match in matches:
            if match.start >= position:
                pieces.append(text[position : match.start])
                position = match.end
        rest = fold("".join((*pieces, text[position:])))
        phrases = [part for part in re.split(r"(?:特色)?(?:产业)?(?:集群|产业链)", rest)[:-1] if part]
        bare = _TAIL.sub("", rest)
        return _Query(fold(text), bare, (*phrases, bare), frozenset(match.division.name for match in matches))

    def _match(self, entry: _Entry, query: _Query) -> ClusterMatch | None:
        here = self._agrees(entry, query.said)
        ways = (_contained(entry, query, here), _called(entry, query, here), _close(entry, query, here))
        found = [match for match in ways if match is not None]
        best = max(found, key=lambda match: match.score, default=None)
        if best is None and here:
            best = self._overlap(entry, query.rest)
        if best is not None and here is False and best.score < 94:
            # The text names a place, and it is not this cluster's.
            return replace(best, score=min(best.score, 60.0))
        return best

    def _agrees(self, entry: _Entry, said: frozenset[str]) -> bool | None:
        """Whether a place that the text names is the cluster's; None where it names none."""
        if not said:
            return None
        cities = {self._above.get(place, place) for place in entry.places}
        return any(
            place in entry.places or place in cities or self._above.get(place) in entry.cluster.home
            for place in said
        )

    def _overlap(self, entry: _Entry, folded: str) -> ClusterMatch | None:
        """Rare character pairs of the product that stand in a text which names the place."""
        wanted = _pairs(entry.product)
        common = wanted & _pairs(folded)
        if not common:
            return None
        weight = {pair: 1 / self._frequency[pair] for pair in wanted}
        share = sum(weight[pair] for pair in common) / sum(weight.values())
        shown = "".join(sorted(common, key=entry.product.find))
        return ClusterMatch(entry.cluster, round(66 + 16 * share, 1), shown, "product", "overlap")


def _contained(entry: _Entry, query: _Query, here: bool | None) -> ClusterMatch | None:
    """A name, the product, the organisation or the park stands in the text as a whole."""
    best: ClusterMatch | None = None
    for key in entry.keys:
        if key.text == query.folded and key.field in ("name", "other_name"):
            return ClusterMatch(entry.cluster, 100.0, key.shown, key.field, "exact")
        if key.text not in query.folded:
            continue
        score = key.score
        if key.field == "product" and here:
            score = min(94.0, score + 6)
        if best is None or score > best.score:
            best = ClusterMatch(entry.cluster, score, key.shown, key.field, "contained")
    return best


def _called(entry: _Entry, query: _Query, here: bool | None) -> ClusterMatch | None:
    """What the text calls a cluster (钓具 in 钓具集群) is a part of the product."""
    longest = ""
    for phrase in query.phrases:
        for start in range(max(0, len(phrase) - 12), len(phrase) - 1):
            word = phrase[start:]
            if word in entry.product and word not in _GENERIC and len(word) > len(longest):
                longest = word
                break
    if not longest:
        return None
    score = 70.0 + 2 * min(len(longest), 5) + (9 if here else 0)
    return ClusterMatch(entry.cluster, score, longest, "product", "contained")


def _close(entry: _Entry, query: _Query, here: bool | None) -> ClusterMatch | None:
    """The text is spelled nearly like the product (where it names the place) or like the whole name."""
    from rapidfuzz import fuzz  # imported here: loading a registry must stay cheap

    best: ClusterMatch | None = None
    for key in entry.keys:
        if here:
            usable = key.field == "product" and key.score > 76 and len(key.text) > 2
            said, needed = query.rest, 62
        else:
            usable = key.field in _WHOLE_NAMES and len(key.text) > 3
            said, needed = query.folded, 80
        if not usable or len(said) < 2:
            continue
        shorter = len(said) < len(key.text)
        # A short text is easily found inside a long name: where it is not the name's end, ask for more.
        ratio = fuzz.ratio(key.text, said) if shorter and not here else fuzz.partial_ratio(key.text, said)
        if ratio < needed:
            continue
        score = round(min(84.0, 70 + (ratio - needed) * 14 / (100 - needed)), 1)
        if best is None or score > best.score:
            best = ClusterMatch(entry.cluster, score, key.shown, key.field, "fuzzy")
    return best


def _strip_bracket_tail(name: str) -> str:
    """`常德先进装备制造产业集群(工程机械)` → `常德先进装备制造(工程机械)产业集群`."""
    found = re.fullmatch(r"(.*?)((?:特色)?产业集群)([（(].*[)）])", name)
    return f"{found[1]}{found[3]}{found[2]}" if found else name


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)} - _GENERIC
