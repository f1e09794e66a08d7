from __future__ import annotations

from collections import Counter

import pytest

from assistant.registry import CATEGORIES, Registry
from index.corpus import load_corpus


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


def test_hunan_has_14_cities_and_122_county_level_divisions(registry: Registry) -> None:
    levels = Counter(division.level for division in registry.divisions)
    assert levels == {"市州": 14, "区": 36, "县级市": 19, "县": 60, "自治县": 7}


def test_division_codes_are_unique_and_lie_under_their_parents(registry: Registry) -> None:
    codes = [division.code for division in registry.divisions]
    assert len(set(codes)) == len(codes) == 136
    cities = {division.code for division in registry.divisions if division.is_city}
    for division in registry.divisions:
        assert len(division.code) == 6
        assert division.code.isdigit()
        if division.is_city:
            assert division.parent == "430000"
        else:
            assert division.parent in cities
            assert division.code[:4] == division.parent[:4]


@pytest.mark.parametrize(
    ("name", "code", "former"),
    [
        ("祁阳市", "431181", "祁阳县"),
        ("邵东市", "430582", "邵东县"),
        ("宁乡市", "430182", "宁乡县"),
        ("浏阳市", "430181", None),
        ("望城区", "430112", "望城县"),
        ("渌口区", "430212", "株洲县"),
        ("永定区", "430802", None),
        ("江华瑶族自治县", "431129", "江华县"),
        ("吉首市", "433101", None),
    ],
)
def test_codes_and_former_names(registry: Registry, name: str, code: str, former: str | None) -> None:
    division = registry.division(name)
    assert division is not None
    assert division.code == code
    if former:
        assert registry.division(former) == division


def test_every_name_is_found_as_itself(registry: Registry) -> None:
    for division in registry.divisions:
        matches = registry.divisions_in(division.name)
        assert [match.division for match in matches] == [division], division.name


def test_the_table_of_clusters_is_the_four_annexes(registry: Registry) -> None:
    groups = Counter((cluster.category, cluster.stage) for cluster in registry.clusters)
    assert groups == {
        (CATEGORIES[0], "集群"): 15,
        (CATEGORIES[1], "集群"): 7,
        (CATEGORIES[0], "培育对象"): 11,
        (CATEGORIES[1], "培育对象"): 15,
    }
    assert len({cluster.id for cluster in registry.clusters}) == 48


def test_every_cluster_stands_in_the_row_that_it_cites(registry: Registry) -> None:
    corpus = load_corpus()
    for cluster in registry.clusters:
        clause = corpus.clause(cluster.source_doc, cluster.source_locator)
        assert clause is not None, cluster.source_locator
        for cell in (cluster.name, cluster.organisation, cluster.park):
            assert cell in clause.text, (cluster.source_locator, cell)


def test_every_row_of_the_annexes_is_a_cluster(registry: Registry) -> None:
    document = load_corpus().document("list-2022")
    assert document is not None
    rows = {clause.locator for clause in document.clauses if clause.kind == "row"}
    assert rows == {cluster.source_locator for cluster in registry.clusters}


def test_other_names_stand_where_they_are_said_to(registry: Registry) -> None:
    corpus = load_corpus()
    checked = 0
    for cluster in registry.clusters:
        assert len(cluster.other_names) == len(cluster.other_sources)
        for name, source in zip(cluster.other_names, cluster.other_sources, strict=True):
            doc, locator = source.split(" ", 1)
            clause = corpus.clause(doc, locator)
            assert clause is not None, source
            assert name in clause.text
            checked += 1
    assert checked == 16


def test_places_of_clusters_are_official_names(registry: Registry) -> None:
    names = {division.name: division for division in registry.divisions}
    for cluster in registry.clusters:
        assert names[cluster.city].is_city
        assert bool(cluster.county) == cluster.county_certain
        for county in (cluster.county, *cluster.possible_counties):
            if county:
                assert registry.city_of(names[county]).name == cluster.city, cluster.name
        assert all(place in names for place in (*cluster.home, *cluster.regions))
        if not cluster.county_certain:
            assert cluster.note, cluster.name


def test_the_cross_region_cluster_and_the_one_under_item_two(registry: Registry) -> None:
    cluster = registry.find("湖南省输变电产业集群")[0].cluster
    assert cluster.regions == ("衡阳市", "长沙市", "株洲市", "湘潭市")
    assert cluster.cross_region
    assert "第二项" in cluster.note
