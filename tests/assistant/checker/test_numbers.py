from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checker.numbers import Interval, Number, conversion, growth, parse, rounded

D = Decimal


@pytest.mark.parametrize(
    ("text", "unit", "value", "step"),
    [
        ("452.18", "亿元", "452.18", "0.01"),
        ("１，２３４．５", "亿元", "1234.5", "0.1"),
        ("1,234,567", "亿元", "1234567", "1"),
        ("452.18亿元", "亿元", "452.18", "0.01"),
        ("4521800万元", "亿元", "452.18", "0.0001"),
        ("12.5%", "%", "12.5", "0.1"),
        ("１２．５％", "%", "12.5", "0.1"),
        ("增长12.5%", "%", "12.5", "0.1"),
        ("下降3.2%", "%", "-3.2", "0.1"),
        ("-3.2", "%", "-3.2", "0.1"),
        ("−3.2", "%", "-3.2", "0.1"),
        ("3.1个百分点", "%", "3.1", "0.1"),
        ("12（佐证材料第35页）", "个", "12", "1"),
        ("8.8平方公里", "亩", "13200.0", "150.0"),
    ],
)
def test_numbers_as_people_write_them(text, unit, value, step):
    number = parse(text, "amount", unit).number
    assert number is not None
    assert (number.value, number.step) == (D(value), D(step))


@pytest.mark.parametrize(
    ("text", "value"), [("12家", "12"), ("12 个", "12"), ("3.2万人", "32000"), ("1,286", "1286")]
)
def test_counts(text, value):
    number = parse(text, "count", "人" if "人" in text else "个").number
    assert number is not None
    assert number.value == D(value)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("", "blank"),
        ("　 ", "blank"),
        ("—", "nil"),
        ("/", "nil"),
        ("无", "nil"),
        ("－", "nil"),
        ("较好", "text"),
        ("12—15", "text"),
        ("约12", "number"),
    ],
)
def test_what_a_cell_holds(text, shape):
    assert parse(text, "count", "个").form == shape


def test_about_is_approximate_and_other_dimensions_are_wrong():
    approximate = parse("约12亿元", "amount", "亿元").number
    assert approximate is not None
    assert approximate.approximate
    assert parse("12人", "amount", "亿元").wrong_unit


@given(st.decimals("-1e9", "1e9", places=2), st.sampled_from(["亿元", "万元", "%", "亩"]))
def test_a_printed_decimal_is_read_back(value, unit):
    for text in (f"{value}", f"{value:,}", f" {value}{unit}"):
        number = parse(text, "amount", unit).number
        assert number is not None
        assert number.value == value


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(0, 3), st.integers(0, 3), st.integers(0, 2))
def test_a_rate_taken_from_unrounded_figures_is_never_wrong(a, b, a_places, b_places, rate_places):
    """However the figures and the rate are rounded, the true rate stays possible."""
    true_a, true_b = D(a) / 1000, D(b) / 1000
    printed = [D(rounded(true_a, D(1).scaleb(-a_places))), D(rounded(true_b, D(1).scaleb(-b_places)))]
    steps = [D(1).scaleb(-a_places), D(1).scaleb(-b_places)]
    true_rate = (true_b / true_a - 1) * 100
    rate = Number(D(rounded(true_rate, D(1).scaleb(-rate_places))), D(1).scaleb(-rate_places))
    reading = growth(Number(printed[0], steps[0]), Number(printed[1], steps[1]))
    assert reading is None or reading.overlaps(rate.interval)


@given(st.decimals("0.01", "1000", places=2), st.decimals("0.01", "1000", places=2))
def test_division_holds_the_quotient(a, b):
    quotient = Interval(a, a).over(Interval(b, b))
    assert quotient is not None
    assert quotient.low <= Fraction(a) / Fraction(b) <= quotient.high
    assert Interval(a, a).over(Interval(D(-1), D(1))) is None


@pytest.mark.parametrize(
    ("value", "like", "text"),
    [("16.985", "1.0", "17.0"), ("12.25", "0.1", "12.3"), ("-0.04", "0.1", "0.0"), ("7", "1", "7")],
)
def test_rounding_as_printed(value, like, text):
    assert rounded(D(value), D(like)) == text


def test_units_convert_within_a_dimension_only():
    assert conversion("亿元", "万元") == 10000
    assert conversion("亿元", "人") is None


@given(
    st.text("0123456789.,-%亿万元家约增长下降 ", max_size=60), st.sampled_from(["amount", "count", "percent"])
)
def test_no_text_stops_the_reading_of_numbers(text, kind):
    number = parse(text, kind, "亿元").number
    if number is not None:
        assert number.interval.low <= number.value <= number.interval.high
        assert rounded(number.value, D("0.01"))


@given(st.decimals(allow_nan=False, allow_infinity=False), st.integers(min_value=0, max_value=40))
def test_any_value_can_be_rounded(value, places):
    printed = D(rounded(value, D(1).scaleb(-places)))
    assert abs(printed - value) <= D(1).scaleb(-places)


def test_a_row_of_digits_too_long_for_a_figure_is_no_number():
    assert parse("1" * 20, unit="亿元").form == "number"
    assert parse("1" * 21, unit="亿元").form == "text"
