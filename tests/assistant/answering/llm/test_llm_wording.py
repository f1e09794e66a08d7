"""Texts in one form: figures and names compare whatever way they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.llm.gate.quantities import matches, quantities
from assistant.answering.llm.gate.wording import canonical
from index.numerals import to_chinese


def figures(text: str) -> list[tuple[str, str, str, str]]:
    return [(item.kind, item.value, item.unit, item.bound) for item in quantities(canonical(text))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("三年", "3年"),
        ("三年", "３年"),
        ("百分之六十", "60%"),
        ("百分之六十", "60％"),
        ("六成以上", "60%以上"),
        ("100亿元", "一百亿元"),
        ("1.5亿元", "15000万元"),
        ("1,000字以内", "1000字以内"),
        ("二〇二一年三月十五日", "2021年3月15日"),
        ("2021-03-15", "2021年3月15日"),
        ("湘工信产业集聚〔2021〕82号", "湘工信产业集聚[2021]82号"),
        ("第十六条", "第16条"),
        ("附件一", "附件1"),
        ("每隔三年一次", "每三年一次"),
        ("一年组织一次", "每年组织一次"),
        ("不超过1个", "至多一个"),
        ("不低于60%", "至少60%"),
        ("1月底前", "一月底之前"),
        ("2500字以内", "不超过2500字"),
    ],
)
def test_the_same_figure_however_it_is_written(one: str, other: str) -> None:
    assert figures(one)
    assert figures(one) == figures(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("不超过1个", "不少于1个"),
        ("不超过1个", "超过1个"),
        ("1月底前", "1月底后"),
        ("半年内", "6个月内"),
        ("100亿元", "100万元"),
        ("第十六条", "第六条"),
        ("82号", "28号"),
        ("每三年", "每年"),
        ("2500字以内", "2500字以上"),
        ("10个左右", "10个"),
    ],
)
def test_other_figures_stay_apart(one: str, other: str) -> None:
    assert figures(one) != figures(other)


@pytest.mark.parametrize(
    "text", ["一定", "一般", "统一", "进一步", "一体化", "之一", "十四五", "一带一路", "这一条"]
)
def test_words_that_count_nothing_are_no_figures(text: str) -> None:
    assert figures(f"集群{text}发展") == []


@given(
    st.integers(min_value=1, max_value=9999),
    st.sampled_from(["年", "个", "家", "字", "万元", "亿元", "人", "%"]),
)
def test_chinese_and_arabic_numerals_are_one(number: int, unit: str) -> None:
    assert figures(f"共{to_chinese(number)}{unit}") == figures(f"共{number}{unit}")


@given(st.integers(1, 9998), st.integers(1, 9999))
def test_only_equal_figures_match(one: int, other: int) -> None:
    claimed, given_ = quantities(f"{one}家")[0], quantities(f"{other}家")[0]
    assert matches(claimed, given_) is (one == other)


def test_an_interval_bears_out_its_length_but_not_a_deadline() -> None:
    interval = quantities(canonical("每三年开展一次复核"))
    assert any(matches(quantities(canonical("周期是三年"))[0], item) for item in interval)
    assert not any(matches(quantities(canonical("三年内"))[0], item) for item in interval)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("湖南省工业和信息化厅", "省工信厅"),
        ("各市州工业和信息化局", "各市州工信局"),
        ("每个县（市）", "每个县(市)"),
        ("省人社厅", "省人力资源社会保障厅"),
        ("弄虛作假", "弄虚作假"),
        ("县级人民政府", "县政府"),
        ("“原则上不超过１个”", "原则上不超过1个"),
    ],
)
def test_one_name_for_one_thing(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("省工信厅", "市州工信局"), ("县（市）", "市州"), ("培育对象", "集群"), ("初赛", "决赛")],
)
def test_different_things_keep_different_names(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)
