"""The listed clusters as a table with filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from assistant.page.markup import element, esc, marked, matches, notice
from assistant.page.places import goto_link
from assistant.registry import CATEGORIES, STAGES, Cluster, Registry

ALL: Final = "全部"
_EMPTY: Final = "名单中没有符合条件的集群，可放宽筛选。"


@dataclass(frozen=True)
class Query:
    """What is shown of the list.

    Attributes:
        text: words that name, organisation, park, city or county must contain, each of them.
        city: official name or `全部`; cross-region clusters count for each of their cities.
        county: official name or `全部`.
        category: one of the two or `全部`.
        stage: 集群, 培育对象 or `全部`.
        batch: `第一批`, or `全部`.
        column: the column by which the rows are sorted, "" for the order of the list.
        falling: sorted the other way round.
    """

    text: str = ""
    city: str = ALL
    county: str = ALL
    category: str = ALL
    stage: str = ALL
    batch: str = ALL
    column: str = ""
    falling: bool = False

    def by(self, column: str) -> Query:
        """Sorted by a column: rising first, then falling, then in the order of the list again."""
        if column != self.column:
            return replace(self, column=column, falling=False)
        if self.falling:
            return replace(self, column="", falling=False)
        return replace(self, falling=True)


@dataclass(frozen=True)
class Choices:
    """What the filters offer, `全部` first."""

    cities: tuple[str, ...]
    counties: tuple[str, ...]
    categories: tuple[str, ...]
    stages: tuple[str, ...]
    batches: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A column of the table.

    Attributes:
        key: its name for sorting.
        title: its heading.
        value: what stands in it.
    """

    key: str
    title: str
    value: Callable[[Cluster], str]


COLUMNS: Final = (
    Column("name", "集群名称", lambda cluster: cluster.name),
    Column("category", "类别", lambda cluster: cluster.category_as_listed or cluster.category),
    Column("stage", "阶段", lambda cluster: cluster.stage),
    Column("batch", "批次", lambda cluster: cluster.batch),
    Column("organisation", "促进组织", lambda cluster: cluster.organisation),
    Column("park", "核心承载园区", lambda cluster: cluster.park),
    Column("city", "市州", lambda cluster: "、".join(cluster.regions) or cluster.city),
    Column("county", "县市区", lambda cluster: cluster.county),
    Column("source", "来源", lambda cluster: cluster.source_locator),
)


def choices(registry: Registry, city: str = ALL) -> Choices:
    """The values that occur: cities and counties in official order, the counties of `city` where one is chosen."""
    cities = {place for cluster in registry.clusters for place in (cluster.city, *cluster.regions)}
    counties = {place for cluster in registry.clusters for place in (cluster.county, *cluster.home)}
    chosen = registry.division(city)
    return Choices(
        (ALL, *(each.name for each in registry.divisions if each.is_city and each.name in cities)),
        (
            ALL,
            *(
                each.name
                for each in registry.divisions
                if not each.is_city and each.name in counties and chosen in (None, registry.city_of(each))
            ),
        ),
        (ALL, *CATEGORIES),
        (ALL, *STAGES),
        (ALL, *dict.fromkeys(cluster.batch for cluster in registry.clusters)),
    )


def select(registry: Registry, query: Query) -> tuple[Cluster, ...]:
    """The clusters that meet every filter, in the order asked for."""
    found = registry.filter(
        city=_given(query.city),
        county=_given(query.county),
        category=_given(query.category),
        stage=next((known for known in STAGES if known == query.stage), None),
        batch=_given(query.batch),
        include_regions=True,
    )
    words = query.text.split()
    rows = [cluster for cluster in found if all(word in _searched(cluster) for word in words)]
    column = next((column for column in COLUMNS if column.key == query.column), None)
    if column is not None:
        rows.sort(key=lambda cluster: _sort_key(column, cluster, registry), reverse=query.falling)
    return tuple(rows)


def table_html(clusters: Sequence[Cluster], query: Query, download: str = "") -> str:
    """The clusters as a table; the words looked for are marked.

    Args:
        clusters: what `select` gave.
        query: by which it was selected.
        download: HTML of the link that downloads the rows.
    """
    if not clusters:
        return notice(_EMPTY)
    head = "".join(_heading(column, query) for column in COLUMNS)
    rows = "".join(_row(cluster, query.text) for cluster in clusters)
    table = element(
        "table", element("thead", element("tr", head)) + element("tbody", rows), "ca-wide ca-list"
    )
    count = element("span", f"共 {len(clusters)} 个", "ca-count", role="status")
    return element("div", count + download, "ca-list-head") + element("div", table, "ca-table")


def coverage(registry: Registry) -> str:
    """Which lists the table covers, in one line."""
    batches = "、".join(dict.fromkeys(cluster.batch for cluster in registry.clusters))
    return (
        f"名单只收录{batches}（第一批于2022年9月2日公布）；以后各批请看省工业和信息化厅的公布。"
        "县市区按核心承载园区所在地；名单看不出的留空。"
    )


def _given(value: str) -> Any:
    return None if value in ("", ALL) else value


def _searched(cluster: Cluster) -> str:
    places = (cluster.city, cluster.county, *cluster.regions, *cluster.home)
    return " ".join((*cluster.names, cluster.organisation, cluster.park, *places))


def _sort_key(column: Column, cluster: Cluster, registry: Registry) -> tuple[Any, ...]:
    value = column.value(cluster)
    if column.key in ("city", "county"):
        order = {division.name: number for number, division in enumerate(registry.divisions)}
        return not value, order.get(value.split("、")[0], len(order))
    if column.key == "source":
        return (cluster.source_doc, registry.clusters.index(cluster))
    from pypinyin import lazy_pinyin

    return not value, [syllable.lower() for syllable in lazy_pinyin(value)]


def _heading(column: Column, query: Query) -> str:
    sorted_by = column.key == query.column
    arrow = ("▼" if query.falling else "▲") if sorted_by else ""
    button = element(
        "button",
        f"{column.title}{element('span', arrow, 'ca-arrow')}",
        "ca-sort",
        type="button",
        data_ca_sort=column.key,
    )
    state = ("descending" if query.falling else "ascending") if sorted_by else "none"
    return element("th", button, scope="col", aria_sort=state)


def _row(cluster: Cluster, text: str) -> str:
    cells = []
    for column in COLUMNS:
        value = column.value(cluster)
        shown = marked(value, matches(value, text)) if text.strip() else esc(value)
        if column.key == "name" and cluster.other_names:
            shown += element("span", f"又名：{esc('、'.join(cluster.other_names))}", "ca-aka")
        if column.key == "source":
            shown = goto_link((cluster.source_doc, cluster.source_locator), value)
        cells.append(element("td", shown, f"ca-col-{column.key}", data_label=column.title))
    return element("tr", "".join(cells))
