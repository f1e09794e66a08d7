import base64
import csv
import io
import re
from dataclasses import replace

import pytest

from assistant.page.clusters import ALL, COLUMNS, Query, choices, coverage, select, table_html
from assistant.page.export import clusters_csv, download_html
from assistant.registry import Registry


@pytest.fixture(scope="module")
def registry():
    return Registry.load()


def test_without_filters_every_cluster_is_there_with_its_source(registry):
    found = select(registry, Query())
    assert len(found) == len(registry.clusters) == 48
    html = table_html(found, Query())
    assert html.count("<tr>") == 49
    assert html.count('data-ca-goto="list-2022/附件') == 48


@pytest.mark.parametrize("name", ["city", "county", "category", "stage", "batch"])
def test_each_filter_offers_what_occurs_and_narrows(registry, name):
    field = {
        "city": "cities",
        "county": "counties",
        "category": "categories",
        "stage": "stages",
        "batch": "batches",
    }
    offered = getattr(choices(registry), field[name])
    assert offered[0] == ALL
    assert len(offered) > 1
    for value in offered[1:]:
        found = select(registry, replace(Query(), **{name: value}))
        assert found
        for cluster in found:
            near = {"city": (cluster.city, *cluster.regions), "county": (cluster.county, *cluster.home)}
            assert value in near.get(name, (getattr(cluster, name),))


def test_the_counties_offered_are_those_of_the_city_chosen(registry):
    inside = choices(registry, "邵阳市").counties
    assert "邵东市" in inside
    assert "浏阳市" not in inside
    assert len(inside) < len(choices(registry).counties)


def test_words_are_all_looked_for_and_marked(registry):
    query = Query(text="邵东 五金")
    found = select(registry, query)
    assert [cluster.name for cluster in found] == ["邵东市小五金特色产业集群"]
    assert "<mark>邵东</mark>" in table_html(found, query)


def test_columns_sort_up_down_and_back(registry):
    up = Query().by("name")
    down = up.by("name")
    assert select(registry, up)[0].name == "安化县黑茶制造特色产业集群"
    assert select(registry, down)[-1] == select(registry, up)[0]
    assert down.by("name") == Query()
    assert 'aria-sort="descending"' in table_html(select(registry, down), down)
    cities = [cluster.city for cluster in select(registry, Query().by("city")) if not cluster.regions]
    official = [division.name for division in registry.divisions if division.is_city]
    assert cities == sorted(cities, key=official.index)
    for column in COLUMNS:
        assert len(select(registry, Query().by(column.key))) == 48


def test_the_download_has_what_is_shown_and_opens_in_excel(registry):
    found = select(registry, Query(city="邵阳市").by("name"))
    link = download_html(found)
    data = base64.b64decode(re.search(r"base64,([^\"]+)", link).group(1))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data == clusters_csv(found)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0][0] == "集群名称"
    assert [row[0] for row in rows[1:]] == [cluster.name for cluster in found]
    assert f"下载这 {len(found)} 条" in link


def test_a_cell_is_never_a_formula(registry):
    cluster = replace(registry.clusters[0], name='=HYPERLINK("x")', organisation="@a", park="+1", note="-2")
    row = list(csv.reader(io.StringIO(clusters_csv([cluster]).decode("utf-8-sig"))))[1]
    assert not [cell for cell in row if cell.startswith(("=", "@", "+", "-"))]


def test_what_the_list_does_not_cover_is_said(registry):
    assert "放宽" in table_html((), Query())
    assert "第一批" in coverage(registry)
    assert "以后各批" in coverage(registry)


def test_markup_in_names_stays_text(registry):
    cluster = replace(registry.clusters[0], name="<script>", other_names=("<img>",), source_locator="<b>")
    html = table_html([cluster], Query(text="<script>"))
    assert not re.search(r"<(script|img|b)>", html)
