from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.registry import Registry, parse_categories, parse_stages

REGISTRY = Registry.load()
CLUSTERS = st.sampled_from(REGISTRY.clusters)


def best(text: str) -> str | None:
    found = REGISTRY.find(text)
    return found[0].cluster.name if found else None


@given(CLUSTERS)
def test_every_name_finds_its_cluster_with_full_score(cluster) -> None:
    for name in cluster.names:
        match = REGISTRY.find(name)[0]
        assert match.cluster == cluster
        assert (match.score, match.way) == (100, "exact")


@given(CLUSTERS)
def test_width_brackets_and_missing_suffixes_do_not_matter(cluster) -> None:
    for name in cluster.names:
        wide = name.replace("(", "（").replace(")", "）").replace("-", "－")
        assert REGISTRY.find(f" {wide}？ ")[0].cluster == cluster
        bare = name.replace("特色", "").replace("产业集群", "集群").replace("县", "", 1)
        assert REGISTRY.find(bare)[0].cluster == cluster, bare


@given(CLUSTERS, st.data())
def test_one_wrong_character_is_forgiven(cluster, data) -> None:
    name = cluster.name
    place = data.draw(st.integers(0, len(name) - 1))
    spoiled = name[:place] + "口" + name[place + 1 :]
    assert cluster in [match.cluster for match in REGISTRY.find(spoiled)[:2]], spoiled


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("邵东的小五金集群的促进组织是谁", "邵东市小五金特色产业集群"),
        ("邵东小五斤集群", "邵东市小五金特色产业集群"),
        ("绍东小五金", "邵东市小五金特色产业集群"),
        ("江华电机集群", "江华县智能小家电电机特色产业集群"),
        ("娄底的钢材集群", "娄底精品钢材及薄板深加工产业集群"),
        ("湘潭的钢材集群", "湘潭精品钢材深加工特色产业集群"),
        ("临湘市钓具集群", "临湘市钓具(浮标)特色产业集群"),
        ("临湘浮标", "临湘市钓具(浮标)特色产业集群"),
        ("桃源人机交互显示屏", "桃源县人机交互智能显示屏特色产业集群"),
        ("蓝山皮具玩具", "蓝山县轻工轻纺-皮具玩具类特色产业集群"),
        ("功率半导体集群是培育对象吗", "湖南省功率半导体产业集群"),
        ("储能材料集群", "长沙先进储能材料产业集群"),
        ("祁阳制鞋集群", "祁阳县轻纺制鞋-纺织产业集群"),
        ("张家界植物提取", "张家界生物医药(植物提取)特色产业集群"),
        ("岳阳临港智能打印及应用系统", "岳阳临港智能打印机及系统应用特色产业集群"),
        ("双峰县丘陵农机研究院是哪个集群的促进组织", "双峰县农机产业集群"),
        ("输变电集群为什么也在名单里", "湖南省输变电产业集群"),
    ],
)
def test_questions_find_their_cluster(question: str, name: str) -> None:
    assert best(question) == name


@pytest.mark.parametrize(
    "question",
    [
        "申报主体是谁",
        "每年什么时候报送发展情况报告",
        "初赛有哪些条件",
        "奖励资金怎么用",
        "申报材料报到哪里",
        "先进制造业集群多久复核一次",
        "县域特色产业集群",
        "今天天气怎么样",
        "邵阳的生物医药集群",
        "",
    ],
)
def test_questions_that_name_no_cluster_find_none(question: str) -> None:
    assert best(question) is None


def test_an_ambiguous_product_finds_all_its_clusters() -> None:
    found = {match.cluster.name for match in REGISTRY.find("生物医药集群有哪些")}
    assert found == {"浏阳市生物医药特色产业集群", "张家界生物医药(植物提取)特色产业集群"}
    assert best("浏阳的生物医药集群") == "浏阳市生物医药特色产业集群"
    assert best("张家界的生物医药集群") == "张家界生物医药(植物提取)特色产业集群"


def test_a_park_finds_its_clusters_in_its_long_name_too() -> None:
    for text in ("长沙高新区有哪些集群", "长沙高新技术产业开发区有哪些集群"):
        matches = REGISTRY.find(text)
        assert {match.cluster.park for match in matches} == {"长沙高新区"}
        assert len(matches) == 2


@given(st.text(max_size=40))
def test_scores_are_ordered_and_bounded(text: str) -> None:
    scores = [match.score for match in REGISTRY.find(text, min_score=0)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)


def test_filter_by_place_category_and_stage() -> None:
    assert len(REGISTRY.filter(city="株洲")) == 6
    assert len(REGISTRY.filter(city="株洲", include_regions=True)) == 7
    assert [c.name for c in REGISTRY.filter(county="道县")] == ["道县光电显示及电子元器件特色产业集群"]
    assert len(REGISTRY.filter(category="中小工业企业特色产业集群", stage="培育对象")) == 15
    assert len(REGISTRY.filter(batch="第一批")) == 48
    assert REGISTRY.filter(batch="第二批") == ()
    assert len(REGISTRY.filter(park="高新技术产业开发区", city="长沙市")) == 4
    assert [c.city for c in REGISTRY.filter(organisation="化工协会")] == ["衡阳市"]
    assert [c.name for c in REGISTRY.filter(county="洪江市", include_possible=True)] == [
        "怀化洪江区精细化工新材料特色产业集群"
    ]


def test_listed_in_tells_the_certain_from_the_open() -> None:
    certain, open_ = REGISTRY.listed_in(REGISTRY.division("邵东市"))
    assert ([c.name for c in certain], open_) == (["邵东市小五金特色产业集群"], ())
    certain, open_ = REGISTRY.listed_in(REGISTRY.division("醴陵市"))
    assert (certain, [c.name for c in open_]) == ((), ["株洲先进陶瓷产业集群"])
    assert REGISTRY.listed_in(REGISTRY.division("南县")) == ((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("先进制造业集群和中小企业特色产业集群", ("先进制造业集群", "中小企业特色产业集群")),
        ("中小工业企业特色产业集群", ("中小企业特色产业集群",)),
        ("特色产业集群名单", ("中小企业特色产业集群",)),
        ("支持县域特色产业集群发展", ()),
        ("湖南省先进制造业集群培育对象", ("先进制造业集群",)),
        ("产业集群", ()),
        ("", ()),
    ],
)
def test_parse_categories(text: str, expected: tuple[str, ...]) -> None:
    assert parse_categories(text) == expected
    assert REGISTRY.parse_categories(text) == expected


def test_parse_stages() -> None:
    assert parse_stages("培育对象名单") == ("培育对象",)
    assert parse_stages("先进制造业集群名单") == ()
    assert parse_stages("正式认定的集群和培育对象") == ("培育对象", "集群")
