import pytest

from assistant.page.clusters import ALL, choices, select, table_html
from assistant.registry import Registry


@pytest.fixture(scope="module")
def registry():
    return Registry.load()


def test_without_filters_every_cluster_is_there(registry):
    assert len(select(registry)) == len(registry.clusters) == 48
    assert table_html(select(registry)).count("<tr>") == 49


def test_each_filter_narrows(registry):
    offered = choices(registry)
    assert offered.cities[0] == offered.categories[0] == offered.stages[0] == ALL
    for category in offered.categories[1:]:
        for stage in offered.stages[1:]:
            found = select(registry, category=category, stage=stage)
            assert found
            assert {(c.category, c.stage) for c in found} == {(category, stage)}


def test_every_city_offered_has_clusters(registry):
    for city in choices(registry).cities[1:]:
        assert all(city in (cluster.city, *cluster.regions) for cluster in select(registry, city=city))
        assert select(registry, city=city)


def test_words_are_all_looked_for_and_marked(registry):
    found = select(registry, "邵东 五金")
    assert [cluster.name for cluster in found] == ["邵东市小五金特色产业集群"]
    assert "<mark>邵东</mark>" in table_html(found, "邵东 五金")


def test_nothing_found_says_that_the_list_is_of_one_batch(registry):
    assert "第一批" in table_html(select(registry, "没有这样的集群"))
