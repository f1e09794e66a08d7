"""Match running text against the names of listed clusters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.registry.folding import fold
from assistant.registry.models import Cluster
from assistant.registry.places import PlaceIndex
from assistant.registry.ways import (
    GENERIC,
    ClusterMatch,
    Entry,
    Key,
    Query,
    called,
    close,
    contained,
    pairs,
    partly,
)

_TAIL = re.compile(r"(?:(?:中小(?:工业)?企业)?特色)?(?:产业)?集群$")
_CLUSTER_WORD = re.compile(
    r"(?:特色)?(?:产业)?(?:集群|产业链)|产业(?=的?(?:促进|核心|园区))|那[个家](?=的|在|叫|是|由|归)"
)
# What stands around the product in a question: 做|有色金属循环利用, 陶瓷|方面.
_FILLERS = re.compile(
    r"^(?:.*(?:有没有|是不是|有哪些|哪些|关于|属于))?(?:做|搞|从事|生产)?|(?:方面|领域|行业|相关|有关|这类|类|这个|那个)+$"
)
_GENERAL = re.compile("|".join(sorted(GENERIC)))
_PARK_SORT = re.compile(r"高新区|经开区|产业开发区|开发区")
_SPLIT = re.compile(r"[()（）及和与、—–-]")


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
            for pair in pairs(entry.product):
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

    def _entry(self, cluster: Cluster) -> Entry:
        keys: list[Key] = []
        product = ""
        for position, name in enumerate(cluster.names):
            bare = _TAIL.sub("", _strip_bracket_tail(name))
            core, words = self._without_place(bare)
            product = product or fold(core)
            keys.append(Key(fold(name), name, "other_name" if position else "name", 98))
            if len(fold(bare)) >= 4:
                keys.append(Key(fold(bare), bare, "short_name", 96))
            if len(words) and len(fold(core)) >= 2:
                keys += [Key(fold(word + core), word + core, "short_name", 95) for word in words]
            if len(fold(core)) >= 3:
                keys.append(Key(fold(core), core, "product", 88))
            keys += [
                Key(fold(part), part, "product", 76)
                for part in _SPLIT.split(core)
                if len(fold(part)) >= 3 and fold(part) != fold(core)
            ]
        keys.append(Key(fold(cluster.organisation), cluster.organisation, "organisation", 94))
        # without the 县 or 市 of its place, as people say it (新化电子陶瓷产业服务中心)
        for match in self._places.find(cluster.organisation):
            short = cluster.organisation.replace(match.text, match.division.short_name, 1)
            if short != cluster.organisation and len(match.division.short_name) > 1:
                keys.append(Key(fold(short), cluster.organisation, "organisation", 94))
        keys.append(Key(fold(cluster.park), cluster.park, "park", 80))
        # by its own name alone, where it has one (长春经开区 in 益阳)
        own = fold(self._without_place(cluster.park)[0])
        bare = _PARK_SORT.sub("", own)
        if len(bare) > 1:
            keys += [Key(own, cluster.park, "park", 80), Key(bare, cluster.park, "park", 71)]
        places = {cluster.city, cluster.county, *cluster.home, *cluster.regions, *cluster.possible_counties}
        unique = tuple(dict.fromkeys(key for key in keys if key.text))
        helper = fold(self._without_place(re.sub(r"^湖南省?", "", cluster.organisation))[0])
        return Entry(cluster, unique, product, helper, frozenset(places - {""}))

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

    def _query(self, text: str) -> Query:
        matches = self._places.find(text)
        pieces, position = [], 0
        for match in matches:
            if match.start >= position:
                pieces.append(text[position : match.start])
                position = match.end
        rest = fold("".join((*pieces, text[position:])))
        bare = _TAIL.sub("", rest)
        phrases = (_FILLERS.sub("", part) for part in (*_CLUSTER_WORD.split(rest)[:-1], bare))
        said = frozenset(match.division.name for match in matches)
        return Query(fold(text), bare, tuple(phrase for phrase in phrases if len(phrase) > 1), said)

    def _match(self, entry: Entry, query: Query) -> ClusterMatch | None:
        here = self._agrees(entry, query.said)
        ways = (way(entry, query, here) for way in (contained, called, close, partly))
        found = [match for match in ways if match is not None]
        best = max(found, key=lambda match: match.score, default=None)
        if best is None and here:
            best = self._overlap(entry, query.rest)
        if best is not None and here is False and best.score < 94:
            # The text names a place, and it is not this cluster's.
            return replace(best, score=min(best.score, 60.0))
        return best

    def _agrees(self, entry: Entry, said: frozenset[str]) -> bool | None:
        """Whether a place that the text names is the cluster's; None where it names none."""
        if not said:
            return None
        cities = {self._above.get(place, place) for place in entry.places}
        return any(
            place in entry.places or place in cities or self._above.get(place) in entry.cluster.home
            for place in said
        )

    def _overlap(self, entry: Entry, folded: str) -> ClusterMatch | None:
        """Rare character pairs of the product that stand in a text which names the place."""
        # 黑茶制造: the seam of a product's own word and a general one tells nothing
        wanted = pairs(_GENERAL.sub("|", entry.product)) & pairs(entry.product) or pairs(entry.product)
        common = wanted & pairs(folded)
        if not common:
            return None
        weight = {pair: 1 / self._frequency[pair] for pair in wanted}
        share = sum(weight[pair] for pair in common) / sum(weight.values())
        shown = "".join(sorted(common, key=entry.product.find))
        return ClusterMatch(entry.cluster, round(66 + 16 * share, 1), shown, "product", "overlap")


def _strip_bracket_tail(name: str) -> str:
    """`常德先进装备制造产业集群(工程机械)` → `常德先进装备制造(工程机械)产业集群`."""
    found = re.fullmatch(r"(.*?)((?:特色)?产业集群)([（(].*[)）])", name)
    return f"{found[1]}{found[3]}{found[2]}" if found else name
