"""The registry: who is on which list, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from assistant.registry.categories import parse_categories
from assistant.registry.folding import fold
from assistant.registry.matching import ClusterMatcher
from assistant.registry.models import Category, Cluster, Division, Stage
from assistant.registry.places import DivisionMatch, PlaceIndex
from assistant.registry.tables import load_clusters, load_divisions
from assistant.registry.ways import ClusterMatch


class Registry:
    """Listed clusters and Hunan's divisions, with the look-ups that answers need.

    Args:
        clusters: rows of the lists, in order.
        divisions: cities and county-level divisions.

    Example:
        >>> registry = Registry.load()
        >>> registry.find("邵东的小五金集群")[0].cluster.park
        '邵东经开区'
    """

    def __init__(self, clusters: Iterable[Cluster], divisions: Iterable[Division]) -> None:
        self.clusters = tuple(clusters)
        self.divisions = tuple(divisions)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Registry:
        """The registry of the corpus, with the rows of `extra` CSV files added.

        Args:
            extra: CSV files of later batches, as `import_csv` reads them.

        Raises:
            UserError: a file cannot be used; the message names the line and the column.
        """
        registry = cls(load_clusters(), load_divisions())
        for path in extra:
            registry = registry.import_csv(path)
        return registry

    def import_csv(self, path: Path) -> Registry:
        """A registry with the rows of a CSV file added; this one stays as it is.

        Args:
            path: UTF-8, UTF-16 or GB18030; headings in Chinese (集群名称, 类别, 批次, 年份, 促进组织名称,
                核心承载园区 …) or English (name, category, batch, batch_year, organisation, park …).

        Raises:
            UserError: the file cannot be used; the message names the line and the column.
        """
        from assistant.registry.importing import read_clusters

        return Registry((*self.clusters, *read_clusters(path, self)), self.divisions)

    # Divisions

    @cached_property
    def _places(self) -> PlaceIndex:
        return PlaceIndex(self.divisions)

    @cached_property
    def _by_name(self) -> dict[str, Division]:
        named: dict[str, Division] = {}
        for division in self.divisions:
            for name in (division.name, division.code, *division.other_names, *division.former_codes):
                named.setdefault(name, division)
        return named

    def divisions_in(self, text: str) -> tuple[DivisionMatch, ...]:
        """Divisions named in running text, in order of appearance; the longest spelling wins."""
        return self._places.find(text)

    def division(self, name: str) -> Division | None:
        """The division with this official name, former name, code or unambiguous short name."""
        if name in self._by_name:
            return self._by_name[name]
        found = [match.division for match in self._places.find(name) if match.text == name]
        return found[0] if len(found) == 1 else None

    def city_of(self, division: Division) -> Division:
        """The city that a division belongs to; a city belongs to itself."""
        return division if division.is_city else self._by_name[division.parent]

    def counties_of(self, city: Division) -> tuple[Division, ...]:
        """The county-level divisions of a city."""
        return tuple(division for division in self.divisions if division.parent == city.code)

    # Clusters

    @cached_property
    def _matcher(self) -> ClusterMatcher:
        by_code = {division.code: division.name for division in self.divisions}
        above = {d.name: by_code[d.parent] for d in self.divisions if not d.is_city}
        return ClusterMatcher(self.clusters, self._places, above)

    def find(
        self, text: str, *, limit: int | None = None, min_score: float = 70.0
    ) -> tuple[ClusterMatch, ...]:
        """Clusters that a text names, best first, through typos and missing 市, 县, 特色, 产业.

        Args:
            text: a name or a whole question.
            limit: at most so many.
            min_score: matches below it are left out; see `ClusterMatch.score` for the bands.
        """
        return self._matcher.find(text, min_score=min_score)[:limit]

    def filter(
        self,
        *,
        city: Division | str | None = None,
        county: Division | str | None = None,
        category: Category | str | None = None,
        stage: Stage | None = None,
        batch: str | None = None,
        batch_year: int | None = None,
        park: str | None = None,
        organisation: str | None = None,
        include_regions: bool = False,
        include_possible: bool = False,
    ) -> tuple[Cluster, ...]:
        """Clusters that meet every condition given, in list order.

        Args:
            city: the 市州, by Division or any of its names.
            county: the county-level division of the core park or of the cluster's own name.
            category: in today's or in the list's wording.
            stage: 集群 or 培育对象.
            batch: `第一批`.
            batch_year: year of the list.
            park: part of the park's name, in any of its spellings.
            organisation: part of the organisation's name.
            include_regions: with `city`, also cross-region clusters in which it takes part.
            include_possible: with `county`, also clusters whose park may lie there.
        """
        city_name, county_name = self._official(city), self._official(county)
        category = next(iter(parse_categories(category or "")), category)
        wanted: list[Cluster] = []
        for cluster in self.clusters:
            in_city = cluster.city == city_name or (include_regions and city_name in cluster.regions)
            in_county = county_name in (cluster.county, *cluster.home) or (
                include_possible and county_name in cluster.possible_counties
            )
            conditions = (
                city is None or in_city,
                county is None or in_county,
                category is None or cluster.category == category,
                stage is None or cluster.stage == stage,
                batch is None or cluster.batch == batch,
                batch_year is None or cluster.batch_year == batch_year,
                park is None or fold(park) in fold(cluster.park),
                organisation is None or fold(organisation) in fold(cluster.organisation),
            )
            if all(conditions):
                wanted.append(cluster)
        return tuple(wanted)

    def parse_categories(self, text: str) -> tuple[Category, ...]:
        """Categories that a text names, in order of appearance."""
        return parse_categories(text)

    def listed_in(self, county: Division) -> tuple[tuple[Cluster, ...], tuple[Cluster, ...]]:
        """Clusters on a list that belong to a county, and those that may belong to it.

        Args:
            county: a county-level division.

        Returns:
            First the clusters whose own name is the county's and whose park lies there. Second those
            of which only one of the two holds, or whose park may lie there: the list leaves open
            whose they are. A cluster that is on several lists is given once, by its latest row.
        """
        certain: dict[str, Cluster] = {}
        open_: dict[str, Cluster] = {}
        for cluster in self.clusters:
            names_it, lies_there = county.name in cluster.home, county.name == cluster.county
            group = certain if names_it and lies_there else open_
            if names_it or lies_there or county.name in cluster.possible_counties:
                group[fold(cluster.name)] = cluster
        return tuple(certain.values()), tuple(open_.values())

    def _official(self, place: Division | str | None) -> str | None:
        if place is None or isinstance(place, Division):
            return place.name if place else None
        division = self.division(place)
        return division.name if division else place
