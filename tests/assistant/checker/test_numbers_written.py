"""Figures as people write them, and arithmetic on what they may stand for."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.checker.numbers import Interval, Number, growth, parse, rounded
from assistant.checker.units import canonical_unit, conversion, units_in

D = Decimal
WIDE = str.maketrans("0123456789.-%", "０１２３４５６７８９．－％")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("425.18①", "亿元", "425.18"),
        ("425.18*", "亿元", "425.18"),
        ("425.18[1]", "亿元", "425.18"),
        ("425.18²", "亿元", "425.18"),
        ("①425.18", "亿元", "425.18"),
        ("425\n.18", "亿元", "425.18"),
        ("425.\n18", "亿元", "425.18"),
        ("425。18", "亿元", "425.18"),
        ("4 2 5 . 1 8", "亿元", "425.18"),
        ("4251800（万元）", "亿元", "425.18"),
        ("4,251,800万元", "亿元", "425.18"),
        ("4，251，800万元", "亿元", "425.18"),
        ("4\u2009251\u2009800万元", "亿元", "425.18"),
        ("4、251、800万元", "亿元", "425.18"),
        ("425.18億元", "亿元", "425.18"),
        ("￥425.18", "亿元", "425.18"),
        ("2022年：425.18亿元", "亿元", "425.18"),
        ("425.18亿元，同比增长17%", "亿元", "425.18"),
        ("425.18（2022年）", "亿元", "425.18"),
        ("1.2万人", "人", "12000"),
        ("1.2万", "人", "12000"),
        ("12家企业", "个", "12"),
        ("12台（套）", "个", "12"),
        ("12 P35", "个", "12"),
        ("12\n第35页", "个", "12"),
        ("12，见佐证材料第35-37页", "个", "12"),
        ("12家，其中国家级3家", "个", "12"),
        ("12（国家级3个，省级9个）", "个", "12"),
        ("12（见附件", "个", "12"),
        ("零", "个", "0"),
        ("187.24件/万人", "个", "187.24"),
        ("0.42吨CO2/万元", "吨/万元", "0.42"),
        ("26.8km²", "亩", "40200"),
        ("↓3.2%", "%", "-3.2"),
        ("3.2↓", "%", "-3.2"),
        ("同比下降3.2个百分点", "%", "-3.2"),
        ("百分之12.5", "%", "12.5"),
        ("增长1.5倍", "%", "150"),
        ("持平", "%", "0"),
    ],
)
def test_one_figure(text: str, unit: str, value: str):
    kind = "count" if unit in ("个", "人") else "amount"
    number = parse(text, kind, unit).number
    assert number is not None
    assert number.value == D(value)
    assert not number.approximate


@pytest.mark.parametrize(
    "text",
    [
        "约12",
        "近12家",
        "超过12",
        "≥12",
        "12余家",
        "12以上",
        "12左右",
        "不足12",
        "12+",
        "（预计）12",
        "12（估算）",
        "▲12",
    ],
)
def test_marked_as_about(text: str):
    number = parse(text, "count", "个").number
    assert number is not None
    assert (number.value, number.approximate) == (12, True)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        *((text, "nil") for text in ("—", "——", "-", "/", "无", "不涉及", "无此项", "暂无", "N/A", "……", "无（新建）", "（无）")),
        *((text, "unclear") for text in ("425，18", "1,23", "42\n5.18", "12 15", "国家级3个", "(3.2)", "1、234", "12吨标煤", "1:2")),
        *((text, "text") for text in ("较好", "12—15", "12至15家", "112、119", "三亿元", "1" * 21)),
        *((text, "blank") for text in ("", " \n　")),
    ],
)  # fmt: skip
def test_what_is_no_figure(text: str, shape: str):
    assert parse(text, "amount", "亿元").form == shape


def test_another_currency_cannot_be_converted():
    assert parse("3.2亿美元", "amount", "亿元").wrong_unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("亿元人民币", "亿元"), ("万元每亩", "万元/亩"), ("个百分点", "%"), ("家", "个"), ("万人次", "万人"), ("名", "人"), ("吨CO2/万元", "吨/万元"),
        ("名称", ""), ("项目", ""), ("部分", ""), ("条件", ""),
    ],
)  # fmt: skip
def test_units_by_name(text: str, unit: str):
    assert canonical_unit(text) == unit


def test_several_units_of_a_table():
    assert units_in("单位：亿元、万人、%") == ("亿元", "万人", "%")
    assert units_in("填报单位") == ()


UNITS = ["亿元", "万元", "%", "亩", "万元/亩", "吨/万元"]
WRITINGS = {
    "plain": lambda v, u: f"{v}",
    "commas": lambda v, u: f"{v:,}",
    "full-width commas": lambda v, u: f"{v:,}".replace(",", "，"),
    "thin spaces": lambda v, u: f"{v:,}".replace(",", "\u2009"),
    "full width": lambda v, u: f"{v}".translate(WIDE),
    "unit": lambda v, u: f"{v}{u}",
    "unit in brackets": lambda v, u: f"{v:,}（{u}）",
    "space and unit": lambda v, u: f" {v} {u}\n",
    "note": lambda v, u: f"{v}{u}①",
    "page": lambda v, u: f"{v}（佐证材料第12—15页）",
    "broken": lambda v, u: f"{v}".replace(".", "\n."),
}


@given(
    st.integers(0, 10**12),
    st.integers(0, 4),
    st.booleans(),
    st.sampled_from(UNITS),
    st.sampled_from(sorted(WRITINGS)),
)
def test_what_was_printed_is_read_back(digits: int, places: int, negative: bool, unit: str, writing: str):
    value = D(digits).scaleb(-places) * (-1 if negative else 1)
    parsed = parse(WRITINGS[writing](value, unit), "amount", unit)
    assert parsed.form == "number"
    assert parsed.number is not None
    assert (parsed.number.value, parsed.number.step) == (value, D(1).scaleb(-places))


@given(
    st.integers(1, 10**9),
    st.integers(0, 3),
    st.sampled_from([("亿元", "万元"), ("万元", "亿元"), ("人", "万人"), ("亩", "平方公里")]),
)
def test_another_unit_gives_the_same_quantity(digits: int, places: int, units: tuple[str, str]):
    """A value written in another unit, in the cell or in the label, is the same value with the same precision."""
    form, written = units
    value = D(digits).scaleb(-places)
    factor = conversion(written, form)
    assert factor is not None
    for parsed in (parse(f"{value}{written}", "amount", form), parse(f"{value}", "amount", form, written)):
        assert parsed.number is not None
        assert parsed.number.value == value * factor
        assert parsed.number.interval.low <= value * factor <= parsed.number.interval.high
        assert parsed.number.step == D(1).scaleb(-places) * factor


@given(st.integers(0, 10**6), st.integers(2, 6))
def test_a_count_is_exact_and_a_rounded_one_is_not(count: int, places: int):
    exact = parse(f"{count}家", "count", "个").number
    about = parse(f"{D(count) / 10000:.{places - 2}f}万家", "count", "个").number
    assert exact is not None
    assert about is not None
    assert exact.interval == Interval(D(count), D(count))
    assert about.interval.low <= count <= about.interval.high


PLACES = st.integers(0, 3)
TRUE = st.integers(1, 10**9).map(lambda n: D(n) / 1000)


def printed(value: D, places: int) -> Number:
    return Number(D(rounded(value, D(1).scaleb(-places))), D(1).scaleb(-places))


@given(TRUE, TRUE, PLACES, PLACES, PLACES, st.sampled_from([1, 100, 10000]))
def test_a_ratio_of_unrounded_figures_is_never_wrong(a: D, b: D, pa: int, pb: int, pr: int, scale: int):
    """However numerator, denominator and ratio are rounded, the true ratio stays possible."""
    top, bottom = printed(a, pa), printed(b, pb)
    quotient = top.interval.over(bottom.interval)
    assume(quotient is not None)
    assert quotient is not None
    true = Fraction(a) / Fraction(b) * scale
    shown = D(rounded(D(true.numerator) / D(true.denominator), D(1).scaleb(-pr)))
    assert quotient.scaled(D(scale)).overlaps(Number(shown, D(1).scaleb(-pr)).interval)


@given(TRUE, TRUE, PLACES, PLACES)
def test_a_difference_of_unrounded_figures_is_never_wrong(a: D, b: D, pa: int, pb: int):
    points = printed(b, pb).interval.minus(printed(a, pa).interval)
    assert points.low <= b - a <= points.high
    total = printed(b, pb).interval + printed(a, pa).interval
    assert total.low <= a + b <= total.high


@given(
    st.decimals("-1e15", "1e15", places=3),
    st.decimals("1e-3", "1e15", places=3),
    st.decimals("0", "1e3", places=3),
)
def test_ends_of_intervals_are_rounded_outwards(a: D, b: D, width: D):
    quotient = Interval(a, a + width).over(Interval(b, b + width))
    assert quotient is not None
    exact = [Fraction(x) / Fraction(y) for x in (a, a + width) for y in (b, b + width)]
    assert Fraction(quotient.low) <= min(exact)
    assert Fraction(quotient.high) >= max(exact)


@given(TRUE, TRUE)
def test_a_wrong_rate_is_told_where_the_figures_are_precise(a: D, b: D):
    """The interval is no excuse: with three decimals of both years, a rate ten points off is impossible."""
    assume(a > 10)
    reading = growth(Number(a, D("0.001")), Number(b, D("0.001")))
    assert reading is not None
    true = (b / a - 1) * 100
    wrong = Number(D(rounded(true + 10 + abs(true) / 50, D("0.1"))), D("0.1"))
    assert not reading.overlaps(wrong.interval)
