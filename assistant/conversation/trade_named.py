"""Clusters that a question names by their trade, in everyday words: 做假发的, 搞茶叶的集群."""

from __future__ import annotations

import re

from assistant.conversation.kinds import ACTS
from assistant.conversation.lexicon import concepts_in, content_words, fold
from assistant.registry import ClusterMatch, Registry
from assistant.registry.selection import LIST_TALK
from assistant.registry.trades import clusters_of, trades_in

NAMED = 80.0  # match score from which a question is held to name a cluster
# What shows that a trade is asked for among the clusters, or elsewhere than in the lists.
_OF_CLUSTERS = frozenset({"cluster", "trainee", "organisation", "park", "list", "where", "batch"})
_LISTED = re.compile(
    r"上(?:了|过)?榜|入选|进(?:了)?名单|评(?:上|了)|哪个?[市县园]|牵头|那一?[片块家]|省级|转正|认定|正式|培育"
)
_ELSEWHERE = re.compile(
    r"产业链|链长|领导|布局|格局|规划|方案|世界级|国家级|万亿|千亿|支撑|核心区|专班|展会?|博览会|行动"
)
_TRADE_TALK = re.compile(
    r"是?同一?类?|一类|是不是|类别|做|搞|造|产|卖|制|种|弄|生产|加工|开|厂|企业|公司|行当|行业|的|那个|这块|那块|业|老家|谁|有|在|呢|吗|啊|呀"
)


def clusters_by_trade(text: str, registry: Registry) -> tuple[ClusterMatch, ...]:
    """The clusters whose trade `text` gives in everyday words, where it asks for clusters.

    Args:
        text: a stand-alone question in which no row of another table is named.
        registry: the clusters.
    """
    concepts = concepts_in(text).keys()
    trades = trades_in(text) if not concepts & ACTS and not _ELSEWHERE.search(text) else ()
    if not trades:
        return ()
    placed = registry.divisions_in(text)
    rest = fold(text)
    for word in (*trades, *(fold(match.text) for match in placed)):
        rest = rest.replace(word, " ")
    left = content_words(_TRADE_TALK.sub(" ", LIST_TALK.sub(" ", rest)))
    places = {match.division.name for match in placed}
    if not (places or concepts & _OF_CLUSTERS or _LISTED.search(text)) and len(left) > 1:
        return ()
    return tuple(
        ClusterMatch(cluster, NAMED, trade, "product", "contained")
        for trade in trades
        for cluster in clusters_of(trade, registry.clusters)
        if not places or places & {cluster.city, cluster.county, *cluster.home, *cluster.regions}
    )
