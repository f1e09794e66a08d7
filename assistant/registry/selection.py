"""Which rows of the lists a question means: by place, kind, annex, a column's words, and trade."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.conversation.lexicon import fold, without_function_words, words_in
from assistant.registry.models import Cluster, Division
from assistant.registry.registry import Registry

_ABOUT = 0.5  # share of the trade's character pairs that a row must have
_KNOWN = 0.4  # share of the leftover words that must be in some row for them to be a trade at all
_LONG = 4  # characters: leftover words that long, and in no row, are another question

# Words of a list question that say nothing of a cluster's trade.
_LIST_TALK = re.compile(
    r"中小(?:工业)?企业|特色产业集群|先进制造业|产业集群|集群|培育对象|促进组织|核心承载园区|承载园区|核心园区|园区|省级|省里|正式|"
    r"名单|第[一二三四五六七八九十]批|批次|全部|所有|一共|总共|共有|列出|列一下|入选|列入|进入|进了|上榜|认定|公布|分别|清单|"
    r"全省|本市|本县|方面|领域|行业|类别|类型|个数|数量|总数|名字|名称|不是|那种|没有|已经|地区|各市州|市州|完整|一览|统计|"
    r"分布|现在|目前|属于|20\d\d年?|位于|产业|多少|几个|[一二三四两]类|阶段|级别|哪个市|哪个县|哪个|什么|评上|两批|几批"
)
# 「促进组织是公司的」: rows are chosen by what stands in that column.
_COLUMN = re.compile(
    r"(促进组织|促进机构|牵头单位|申报主体|园区)(?:名称)?(?:里|中)?(?:就?是|为|叫|属于|带有?|含有?)(?!什么|啥|谁|哪|何|怎|不|否)([一-鿿]{2,6}?)(?=的|有|$|[，。？,?])"
)
# 「花炮集群」: what stands right before 集群 is what the cluster makes.
_BEFORE_CLUSTER = re.compile(r"([一-鿿]{2,6}?)(?:特色|产业|制造)*集群")


@dataclass(frozen=True)
class Wanted:
    """What a question says of the rows that it means.

    Attributes:
        text: the stand-alone question.
        divisions: counties and cities named; any of them.
        category, stage: as named, None for both.
        annexes: annexes of the list named as a whole (`附件4`).
    """

    text: str
    divisions: tuple[Division, ...] = ()
    category: str | None = None
    stage: str | None = None
    annexes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Selection:
    """The rows meant.

    Attributes:
        clusters: those that everything said leaves, in list order.
        placed: those that place, kind and annex leave, whatever the trade.
        trade: the words about what they make, "" for none.
    """

    clusters: tuple[Cluster, ...]
    placed: tuple[Cluster, ...]
    trade: str


def annexes_in(locators: Sequence[str]) -> tuple[str, ...]:
    """The annexes among `locators` that are named as a whole."""
    return tuple(locator for locator in locators if re.fullmatch(r"附件\d", locator))


def select(registry: Registry, wanted: Wanted) -> Selection | None:
    """The rows that a question means; None where its words are about something else than the lists."""
    placed = _placed(registry, wanted)
    found = _of_trade(registry, wanted, placed)
    return None if found is None else Selection(tuple(found[1]), tuple(placed), found[0])


def _placed(registry: Registry, wanted: Wanted) -> list[Cluster]:
    listed = registry.filter(category=wanted.category, stage=wanted.stage)  # type: ignore[arg-type]
    if wanted.annexes:
        listed = tuple(c for c in listed if c.source_locator.split(" ")[0] in wanted.annexes)
    column = _COLUMN.search(fold(wanted.text))
    if column:
        told = tuple(cluster for cluster in listed if column.group(2) in _cell(cluster, column.group(1)))
        listed = told or listed  # words that stand in no such cell were no condition
    chosen: list[Cluster] = []
    for division in wanted.divisions or (None,):
        chosen += [cluster for cluster in listed if _lies_in(cluster, division) and cluster not in chosen]
    return chosen


def _cell(cluster: Cluster, column: str) -> str:
    return fold(cluster.park if column == "园区" else cluster.organisation)


def _lies_in(cluster: Cluster, division: Division | None) -> bool:
    if division is None:
        return True
    if division.is_city:
        return cluster.city == division.name or division.name in cluster.regions
    possible = () if cluster.county else cluster.possible_counties
    return division.name in (cluster.county, *cluster.home, *possible)


def _row_text(cluster: Cluster) -> str:
    return fold(" ".join((*cluster.names, cluster.organisation, cluster.park, cluster.note)))


def _of_trade(registry: Registry, wanted: Wanted, placed: list[Cluster]) -> tuple[str, list[Cluster]] | None:
    """What the clusters are asked to be about, and those that are; None where it is no list question."""
    text = _COLUMN.sub(" ", fold(wanted.text))
    for locator in wanted.annexes:
        text = text.replace(fold(locator), " ")
    for match in reversed(registry.divisions_in(text)):
        text = text[: match.start] + " " + text[match.end :]
    runs = [run for run in words_in(without_function_words(_LIST_TALK.sub(" ", text))) if len(run) > 1]
    pairs = [run[i : i + 2] for run in runs for i in range(len(run) - 1)]
    rows = {cluster.id: _row_text(cluster) for cluster in registry.clusters}
    known = [pair for pair in pairs if any(pair in row for row in rows.values())]
    left = "".join(runs)
    if not known or len(known) < _KNOWN * len(pairs):
        made = _BEFORE_CLUSTER.search(text)
        if made and (product := made.group(1).lstrip("的")) in left and product:
            return product, _alike(placed, product)
        # where place, kind or column already choose the rows, what is left over is only talk
        narrowed = wanted.divisions or wanted.stage or wanted.category or len(placed) < len(rows)
        return None if len(left) >= _LONG and not narrowed else ("", placed)
    return left, _most(placed, known, lambda cluster: rows[cluster.id])


def _most(placed: Sequence[Cluster], pairs: Sequence[str], row: Callable[[Cluster], str]) -> list[Cluster]:
    shares = {cluster.id: sum(pair in row(cluster) for pair in pairs) / len(pairs) for cluster in placed}
    best = max(shares.values(), default=0.0)
    return [cluster for cluster in placed if shares[cluster.id] >= max(_ABOUT, best - 0.2)]


def _alike(placed: Sequence[Cluster], made: str) -> list[Cluster]:
    """「鞋业」 for 制鞋: clusters of the place whose name shares the telling character."""
    telling = made.rstrip("业品类")
    return [c for c in placed if len(telling) == 1 and telling in c.name]
