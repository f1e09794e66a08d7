from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.registry import Registry

REGISTRY = Registry.load()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("永州市道县有哪些集群", ["永州市", "道县"]),
        ("永州的道县", ["永州市", "道县"]),
        ("我们道县", ["道县"]),
        ("渠道县级部门", []),
        ("湖南县域特色产业集群", []),
        ("湖南省南县", ["南县"]),
        ("湖南南县", ["南县"]),
        ("长沙县域经济", ["长沙市"]),
        ("长沙县经开区", ["长沙县"]),
        ("湘潭市场占有率", ["湘潭市"]),
        ("邵东市场", ["邵东市"]),
        ("衡阳县和衡阳市", ["衡阳县", "衡阳市"]),
        ("衡阳县（市）", ["衡阳市"]),
        ("邵阳", ["邵阳市"]),
        ("邵阳县高新区", ["邵阳县"]),
        ("祁阳县轻纺", ["祁阳市"]),
        ("双峰市", ["双峰县"]),
        ("江华的电机", ["江华瑶族自治县"]),
        ("江华县", ["江华瑶族自治县"]),
        ("湘西州", ["湘西土家族苗族自治州"]),
        ("长株潭三市", ["长沙市", "株洲市", "湘潭市"]),
        ("湖南省工业和信息化厅会同有关部门", []),
        ("省工信厅会同县里", []),
        ("怀化市会同县", ["怀化市", "会同县"]),
        ("中方企业", []),
        ("中方县", ["中方县"]),
        ("投资兴建园区", []),
        ("更新化工装置", []),
        ("西安化工", []),
        ("天津市", []),
        ("津市市", ["津市市"]),
        ("面临湘江", []),
        ("临湘的浮标", ["临湘市"]),
        ("韶山路", []),
        ("永定区域", []),
        ("永定区", ["永定区"]),
        ("资阳市", []),
        ("芙蓉镇", []),
        ("", []),
    ],
)
def test_divisions_in_running_text(text: str, expected: list[str]) -> None:
    assert [match.division.name for match in REGISTRY.divisions_in(text)] == expected


@given(st.lists(st.sampled_from([d.name for d in REGISTRY.divisions]), min_size=1, max_size=5))
def test_official_names_in_a_list_are_all_found(names: list[str]) -> None:
    matches = REGISTRY.divisions_in("、".join(names))
    assert [match.division.name for match in matches] == names


@given(st.text(max_size=60))
def test_matches_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    matches = REGISTRY.divisions_in(text)
    for match in matches:
        assert text[match.start : match.end] == match.text
    spans = sorted({(match.start, match.end) for match in matches})
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def test_a_bare_stem_shared_by_city_and_county_means_the_city() -> None:
    for stem in ("长沙", "湘潭", "衡阳", "邵阳", "岳阳"):
        assert [m.division.name for m in REGISTRY.divisions_in(stem)] == [stem + "市"]


def test_the_divisions_of_a_city() -> None:
    city = REGISTRY.division("益阳")
    assert city is not None
    names = {division.name for division in REGISTRY.counties_of(city)}
    assert names == {"资阳区", "赫山区", "南县", "桃江县", "安化县", "沅江市"}
    assert all(REGISTRY.city_of(division) == city for division in REGISTRY.counties_of(city))
