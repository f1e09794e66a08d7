"""The ways in which a text can name a cluster, each with its score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.registry.models import Cluster

MatchedField = Literal["name", "other_name", "short_name", "product", "organisation", "park"]
MatchWay = Literal["exact", "contained", "fuzzy", "overlap"]

# Words that many product names share and that say nothing about which is meant.
GENERIC = frozenset(re.findall("..", "产业集群特色制造先进材料加工装备系统应用综合利用资源企业中小"))
# Words of which the names of promotion organisations are made.
_ORDINARY = re.compile(
    r"产业|集群|发展|促进|服务|中心|研究|协会|学会|联盟|技术|创新|战略|有限公司|公司|中小企业|公共|平台|"
    r"先进|材料|制造|装备|应用|设计|行业|经济|开发区|工业|集中区|高新区|综合|利用|创业|资产|运营|国有"
)
_BEFORE_PRODUCT = "做搞造产卖制有这那个个的在是和跟县市区省我他它办"
_BODY = r"[^，。？]{0,2}(?:公司|中心|协会|联盟|研究院|研究所|研究会|促进会|学会)"
_WHOLE_NAMES = ("name", "other_name", "short_name", "organisation")


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
class Key:
    """A folded string that stands for a cluster, and the score of finding it as a whole."""

    text: str
    shown: str
    field: MatchedField
    score: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A cluster, prepared: its keys, its product, its organisation's name without places, its places."""

    cluster: Cluster
    keys: tuple[Key, ...]
    product: str
    organisation: str
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Query:
    """A text, prepared: folded; without the places it names; and what it calls a cluster."""

    folded: str
    rest: str
    phrases: tuple[str, ...]
    said: frozenset[str]


def contained(entry: Entry, query: Query, here: bool | None) -> ClusterMatch | None:
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


def called(entry: Entry, query: Query, here: bool | None) -> ClusterMatch | None:
    """What the text calls a cluster (钓具 in 钓具集群) is a part of the product."""
    longest = ""
    for phrase in query.phrases:
        for start in range(max(0, len(phrase) - 12), len(phrase) - 1):
            word = phrase[start:]
            # three characters are mostly one word: 无人机 is no 人机交互
            if start == 1 and len(phrase) == 3 and phrase[0] not in _BEFORE_PRODUCT:
                continue
            if word in entry.product and word not in GENERIC and len(word) > len(longest):
                longest = word
                break
    if not longest:
        return _covered(entry, query, here)
    score = 70.0 + 2 * min(len(longest), 5) + (9 if here else 0)
    return ClusterMatch(entry.cluster, score, longest, "product", "contained")


def _covered(entry: Entry, query: Query, here: bool | None) -> ClusterMatch | None:
    """Most character pairs of what the text calls a cluster stand in the product (有色金属循环利用)."""
    for phrase in query.phrases:
        wanted = pairs(phrase)
        if 3 <= len(wanted) <= 10:
            share = len(wanted & pairs(entry.product)) / len(wanted)
            if share >= 0.6:
                score = round(68 + 8 * share + (9 if here else 0), 1)
                return ClusterMatch(entry.cluster, score, phrase, "product", "overlap")
    return None


def partly(entry: Entry, query: Query, here: bool | None) -> ClusterMatch | None:
    """A telling part of the organisation's name stands in the text."""
    # a name of its own before the sort of body (嘉凝公司, 湘雁中心)
    brand = entry.organisation[:2]
    own = brand not in entry.product and not _ORDINARY.search(brand) and len(brand) > 1
    if own and re.search(re.escape(brand) + _BODY, query.rest):
        return ClusterMatch(entry.cluster, 72.0, brand, "organisation", "overlap")
    needed = 3 if here else 4
    for run in _runs(entry.organisation, needed):
        if run in query.rest:
            return ClusterMatch(entry.cluster, 73.0 if here else 71.0, run, "organisation", "overlap")
    return None


def _runs(name: str, length: int) -> Iterator[str]:
    for part in _ORDINARY.split(name):
        for start in range(len(part) - length + 1):
            yield part[start : start + length]


def close(entry: Entry, query: Query, here: bool | None) -> ClusterMatch | None:
    """The text is spelled nearly like the product (where it names the place) or like the whole name."""
    from rapidfuzz import fuzz  # imported here: loading a registry must stay cheap

    best: ClusterMatch | None = None
    for key in entry.keys:
        ratio, needed = 0.0, 100.0
        if key.field in _WHOLE_NAMES and len(key.text) > 3:
            # A text shorter than the name is easily found inside it, so it is compared as a whole.
            shorter = here or len(query.folded) < len(key.text)
            compare = fuzz.ratio if shorter else fuzz.partial_ratio
            ratio, needed = compare(key.text, query.folded), 85.0 if here else 80.0
        elif here and key.field == "product" and key.score > 76 and len(key.text) > 2 and len(query.rest) > 1:
            ratio, needed = fuzz.partial_ratio(key.text, query.rest), 62.0
        if ratio < needed:
            continue
        score = round(min(84.0, 70 + (ratio - needed) * 14 / (100.1 - needed)), 1)
        if best is None or score > best.score:
            best = ClusterMatch(entry.cluster, score, key.shown, key.field, "fuzzy")
    return best


def pairs(text: str) -> set[str]:
    """The character pairs of a text that are not generic words."""
    return {text[i : i + 2] for i in range(len(text) - 1)} - GENERIC
