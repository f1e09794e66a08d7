"""Labels: what counts as the same row, what never does, and the units that labels carry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checker.form import STAGES, Row
from assistant.checker.form_loader import load_form
from assistant.checker.labels import best, core, flat, gist, unit_in_label

ROWS = {
    (stage, section.number): [(row, (row.label, *row.aliases)) for row in table.rows]
    for stage in STAGES
    for section, table, _ in load_form(stage).rows()
    if table.kind == "matrix"
}


def row_key(section: str, label: str) -> str | None:
    found: Row | None = best(label, ROWS["初赛", section])
    return found.key if found else None


@pytest.mark.parametrize(
    ("section", "label", "key"),
    [
        ("2.1", "1.集群总产值", "output"),
        ("2.1", "（1）集群总产值（万元）", "output"),
        ("2.1", "1 集群总产值", "output"),
        ("2.1", "①集群总产值", "output"),
        ("2.1", "集群总产值①", "output"),
        ("2.1", "集群总产值*", "output"),
        ("2.1", "集群总产值/亿元", "output"),
        ("2.1", "集群总产值，单位：亿元", "output"),
        ("2.1", "集群產值（億元）", "output"),
        ("2.1", "税收总额", "tax"),
        ("2.1", "利润", "profit"),
        ("2.1", "出口总额", "exports"),
        ("2.1", "规模以上工业企业营业收入", "large_revenue"),
        ("2.1", "集群主导产业产值占全省该产业比例（％）", "province_share"),
        ("2.1", "从业人员数", "employees"),
        ("2.2", "规模工业企业数", "large_firms"),
        ("2.2", "企业上云率", "cloud"),
        ("2.2", "国家级专精特新小巨人企业数", "giants"),
        ("2.4", "集群研发经费增长率", "rd_growth"),
        ("2.4", "集群主导产业规上企业研发经费支出占集群主导产业营业收入的比重", "rd_ratio"),
        ("2.4", "参与制定国际、国家、行业、团体标准数量", "standards"),
        ("3.1", "上缴税金总额", "tax"),
        ("5.1", "集群主导产业规模以上工业企业数", "large_firms"),
        # slips of the pen
        ("2.1", "集群从业员数量", "employees"),
        ("2.4", "集群研发人员占集群从业人员的的比例", "rd_staff"),
        ("2.2", "获得两化融合管理体系贯证标书企业数量", "integration"),
    ],
)
def test_the_same_row(section: str, label: str, key: str):
    assert row_key(section, label) == key


@pytest.mark.parametrize(
    ("section", "label"),
    [
        ("2.1", "新增进口额"),
        ("2.1", "人均营业收入"),
        ("2.1", "集群主导产业利润率"),
        ("2.2", "市级单项冠军数量"),
        ("2.2", "县级专精特新企业数量"),
        ("2.2", "新增规上工业企业数量"),
        ("2.4", "市级技术创新载体数量"),
        ("2.4", "实用新型专利数量"),
        ("3.1", "园区规上工业企业利润"),
        ("2.1", "合计"),
        ("2.1", "2022年"),
        ("2.1", ""),
    ],
)
def test_another_row(section: str, label: str):
    assert row_key(section, label) is None


@pytest.mark.parametrize("place", ROWS)
def test_the_forms_own_rows_are_told_apart(place):
    for row, labels in ROWS[place]:
        for label in labels:
            assert best(label, ROWS[place]) is row
        words = core(row.label)
        for at in range(
            2, len(words) - 1
        ):  # a character lost is a slip, or tells nothing; it is no other row
            assert best(words[:at] + words[at + 1 :], ROWS[place]) in (row, None)


@pytest.mark.parametrize(
    ("label", "like", "unit"),
    [
        ("集群总产值（亿元）", "亿元", "亿元"),
        ("集群总产值(万元)", "亿元", "万元"),
        ("集群总产值【单位：万元】", "亿元", "万元"),
        ("集群总产值/万元", "亿元", "万元"),
        ("集群总产值，万元", "亿元", "万元"),
        ("比重（%，仅中小企业填报）", "%", "%"),
        ("数量（个，需提供佐证材料，并标注所在页码，下同）", "个", "个"),
        ("投资强度（万元/亩）", "万元/亩", "万元/亩"),
        ("投资强度（万\n元/亩）", "万元/亩", "万元/亩"),
        ("指标（亿元、人、%）", "人", "人"),
        ("集群总产值（含园区外）", "亿元", ""),
        ("获得证书的单位名称", "个", ""),
    ],
)
def test_units_in_labels(label: str, like: str, unit: str):
    assert unit_in_label(label, like) == unit


def test_characters_of_simplified_texts_stay():
    assert flat("产品合格证覆盖率") == "产品合格证覆盖率"
    assert flat("產品合格證") == "产品合格证"


@given(st.text(max_size=40))
def test_any_text_is_a_label_of_some_kind(text: str):
    assert gist(text) == gist(flat(text)) or not text.isascii()
    assert best(text, ROWS["初赛", "2.1"]) is None or core(text)
