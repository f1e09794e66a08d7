"""The clusters that a question names: by name, product, organisation, park or in everyday words."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.conversation.lexicon import fold
from assistant.conversation.trade_named import NAMED, clusters_by_trade
from assistant.registry import Cluster, ClusterMatch, Registry

_ANOTHER = re.compile(r"另外?一[个家]|另外那|其他的?[是在叫]")
_PART = 70.0  # match score from which part of a product is found
# What shows that a part of a product names a cluster: 黑茶集群, 浮标产业的促进组织, 铜铅锌那个在哪.
_AS_CLUSTER = (
    "(?:[^，。？]{0,6}集群|(?:产业)?的?(?:促进组织|核心园区|承载园区)|(?:产业)?那[个家](?=的|在|叫|是|由|归))"
)
_SEVERAL = re.compile(r"、|和|与|跟|以及|及")
_COLUMN_OF = re.compile(
    r"(?P<whose>.{3,}?)的?(?:促进组织|促进机构|(?:核心)?(?:承载)?园区)(?:应该|就)?(?:是不是|是否|是|在|叫)(?![谁哪什啥怎不否])"
)
# 「湖南嘉凝公司负责啥集群」: an organisation or a park is given, its cluster is asked for.
_OF_WHICH = re.compile(r"(?:哪一?[个家些]|什么|啥)(?:产业)?集群|集群(?:是|叫)(?:哪|什么|啥)|牵头|负责")
_WORDS_BEHIND = 2  # characters of the name that must stand behind the county
_BAND = 5.0  # weaker matches than the best by more than this are not meant


def clusters_named(text: str, registry: Registry, names_a_row: bool) -> tuple[ClusterMatch, ...]:
    """The clusters that `text` names, of the best band of matches only.

    Args:
        text: a stand-alone question.
        registry: the clusters.
        names_a_row: whether it names what a row of another table is about.
    """
    # 「碳基材料的园区是长春经开区吧」: what the column is said to be names no cluster
    owner = _COLUMN_OF.match(text)
    if owner and (found := clusters_named(owner["whose"], registry, names_a_row)):
        return found
    matches = _matches(text, registry)
    by_trade = () if names_a_row else clusters_by_trade(text, registry)
    if by_trade and (not matches or matches[0].score < NAMED):
        return by_trade
    if len({match.matched for match in by_trade}) > 1 and _SEVERAL.search(text):
        named_too = {match.cluster for match in by_trade}
        return by_trade + tuple(match for match in matches if match.cluster not in named_too)
    if not matches and len(registry.divisions_in(text)) > 1 and re.search("[搞做]|的", text):
        # 「韶山搞碳基的跟益阳搞碳基的」: each by itself
        pieces = re.split(r"跟|和|与|、|以及|，|,", text)
        each = [registry.find(piece, min_score=_PART, limit=1) for piece in pieces]
        return tuple(match for one in each for match in one) if sum(map(bool, each)) > 1 else ()
    return _with_alike(matches, text, registry) if matches else ()


def _matches(text: str, registry: Registry) -> tuple[ClusterMatch, ...]:
    return tuple(
        match
        for match in registry.find(text, min_score=_PART)
        # part of a product names a cluster where 集群 follows it (黑茶集群), not in passing
        if match.score >= NAMED
        or re.search(re.escape(match.matched) + _AS_CLUSTER, text)
        or (match.field in ("organisation", "park") and _OF_WHICH.search(text))
        or _beside_its_place(text, match, registry)
    )


def _beside_its_place(text: str, match: ClusterMatch, registry: Registry) -> bool:
    """Whether words of the cluster's name stand right behind its own county (沅江船舶)."""
    own = {match.cluster.county, *match.cluster.home}
    behind = (
        text[place.end : place.end + _WORDS_BEHIND]
        for place in registry.divisions_in(text)
        if place.division.name in own
    )
    return any(
        len(words) == _WORDS_BEHIND and all(character in match.cluster.name for character in words)
        for words in behind
    )


def _with_alike(matches: tuple[ClusterMatch, ...], text: str, registry: Registry) -> tuple[ClusterMatch, ...]:
    """The best band of matches; a product alone means all that make it (做碳基材料的有两个)."""
    best = matches[0]
    alike = fold(best.matched) if best.field == "product" and not registry.divisions_in(text) else None
    meant = tuple(match for match in matches if match.score >= best.score - _BAND)
    named = {match.cluster for match in meant}
    return meant + tuple(
        replace(best, cluster=cluster)
        for cluster in registry.clusters
        if alike and alike in fold(cluster.name + cluster.organisation) and cluster not in named
    )


def other_clusters(text: str, clusters: tuple[Cluster, ...], registry: Registry) -> tuple[Cluster, ...]:
    """「一个在浏阳，另一个在哪」: those of the same product that are not the one named."""
    if not _ANOTHER.search(text):
        return ()
    bare = text
    for match in reversed(registry.divisions_in(text)):
        bare = bare[: match.start] + bare[match.end :]
    # the product stands before the first pause
    found = registry.find(re.split(r"[，,。；;]|有[两二]个", bare)[0], min_score=_PART)
    return tuple(match.cluster for match in found if match.cluster not in clusters)
