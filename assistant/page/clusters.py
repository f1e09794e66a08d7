"""The listed clusters as a table with filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.page.markup import element, esc, marked, matches, notice
from assistant.registry import CATEGORIES, STAGES, Cluster, Registry

ALL = "全部"

_COLUMNS = ("集群名称", "类别", "阶段", "促进组织", "核心承载园区", "市州", "批次")


@dataclass(frozen=True)
class Choices:
    """What the filters offer, `全部` first."""

    cities: tuple[str, ...]
    categories: tuple[str, ...]
    stages: tuple[str, ...]


def choices(registry: Registry) -> Choices:
    """The values that occur, cities in official order."""
    present = {city for cluster in registry.clusters for city in (cluster.city, *cluster.regions)}
    cities = tuple(
        division.name for division in registry.divisions if division.is_city and division.name in present
    )
    return Choices((ALL, *cities), (ALL, *CATEGORIES), (ALL, *STAGES))


def select(
    registry: Registry, text: str = "", city: str = ALL, category: str = ALL, stage: str = ALL
) -> tuple[Cluster, ...]:
    """The clusters that meet every filter.

    Args:
        registry: the lists.
        text: words that name, organisation, park, city or county must contain, each of them.
        city: official name or `全部`; cross-region clusters count for each of their cities.
        category: one of the two or `全部`.
        stage: 集群, 培育对象 or `全部`.
    """
    found = registry.filter(
        city=None if city == ALL else city,
        category=None if category == ALL else category,
        stage=next((known for known in STAGES if known == stage), None),
        include_regions=True,
    )
    words = text.split()
    return tuple(cluster for cluster in found if all(word in _searched(cluster) for word in words))


def table_html(clusters: Sequence[Cluster], text: str = "") -> str:
    """The clusters as a table; the words looked for are marked."""
    if not clusters:
        return notice(
            "名单中没有符合条件的集群。名单只含第一批（2022年9月公布），以后各批请看省工业和信息化厅的公布。"
        )
    head = "".join(element("th", name, scope="col") for name in _COLUMNS)
    rows = "".join(_row(cluster, text) for cluster in clusters)
    table = element("table", element("thead", element("tr", head)) + element("tbody", rows), "ca-wide")
    return element("p", f"共 {len(clusters)} 个", "ca-count") + element("div", table, "ca-table")


def _searched(cluster: Cluster) -> str:
    return " ".join((*cluster.names, cluster.organisation, cluster.park, cluster.city, cluster.county))


def _row(cluster: Cluster, text: str) -> str:
    place = "、".join(cluster.regions) or cluster.city
    values = (
        cluster.name,
        cluster.category_as_listed or cluster.category,
        cluster.stage,
        cluster.organisation,
        cluster.park,
        place,
        cluster.batch,
    )
    cells = [
        element("td", marked(value, matches(value, text)) if text.strip() else esc(value), data_label=name)
        for name, value in zip(_COLUMNS, values, strict=True)
    ]
    return element("tr", "".join(cells))
