from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.numerals import normalise_locator, parse_numeral, to_chinese

NUMBERS = st.integers(min_value=0, max_value=99_999_999)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("二十三", 23),
        ("十六", 16),
        ("二〇二一", 2021),
        ("一百零五", 105),
        ("两千", 2000),
        ("三万零六百", 30600),
        ("１２", 12),
        ("5,000", 5000),
        ("廿五", 25),
        ("一亿二千万", 120_000_000),
        ("贰拾", 20),
    ],
)
def test_numerals_are_read(text: str, number: int) -> None:
    assert parse_numeral(text) == number


@pytest.mark.parametrize("text", ["", "十a", "第三", "条", "二三十"])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="numeral"):
        parse_numeral(text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (10, "十"),
        (16, "十六"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (10_000, "一万"),
    ],
)
def test_numbers_are_written(number: int, text: str) -> None:
    assert to_chinese(number) == text


@given(NUMBERS)
def test_written_numbers_are_read_back(number: int) -> None:
    assert parse_numeral(to_chinese(number)) == number


@given(NUMBERS)
def test_full_width_digits_are_read(number: int) -> None:
    assert parse_numeral(str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))) == number


@pytest.mark.parametrize("number", [-1, 100_000_000])
def test_numbers_out_of_range_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="range"):
        to_chinese(number)


@pytest.mark.parametrize(
    ("typed", "locator"),
    [
        ("第16条", "第十六条"),
        ("第１６条", "第十六条"),
        ("第 16 条", "第十六条"),
        ("第16条第2项", "第十六条（二）"),
        ("第六条第（二）项", "第六条（二）"),
        ("第六条(2)", "第六条（二）"),
        ("第二十条之1", "第二十条之一"),
        ("六（二）", "六（二）"),
        ("二、（三）", "二（三）"),
        ("第二部分（三）", "二（三）"),
        ("重点任务第三项", "重点任务（三）"),
        ("第1项", "第一项"),
        ("第2章", "第二章"),
        ("第三页", "第3页"),
        ("附件 1 第3行", "附件1 序号3"),
        ("附件一 序号 4", "附件1 序号4"),
        ("附件3 一 序号4", "附件3 一 序号4"),
        ("附件1省财政厅", "附件1 省财政厅"),
        ("初赛2.1", "初赛 2.1"),
        ("初赛第二部分", "初赛 二"),
        ("初赛 2.1 集群总产值(亿元)", "初赛 2.1 集群总产值（亿元）"),
        ("前言", "前言"),
    ],
)
def test_addresses_are_normalised(typed: str, locator: str) -> None:
    assert normalise_locator(typed) == locator


@given(st.integers(min_value=1, max_value=300), st.integers(min_value=1, max_value=30))
def test_article_and_item_in_any_writing(article: int, item: int) -> None:
    wanted = f"第{to_chinese(article)}条（{to_chinese(item)}）"
    for typed in (f"第{article}条第{item}项", f"第{to_chinese(article)}条第（{to_chinese(item)}）项", wanted):
        assert normalise_locator(typed) == wanted


@pytest.mark.parametrize(
    "locator",
    [
        "第六条（二）1（1）",
        "第一条 之二",
        "附件1 第三条（二）",
        "二（三）1",
        "第一章 一（二）",
        "第六条 1",
        "2.1",
        "附件",
    ],
)
def test_a_locator_stays_as_it_is(locator: str) -> None:
    assert normalise_locator(locator) == locator


@given(st.text(alphabet="第条项附件初赛（）()一二三123.、 序号章节", max_size=20))
def test_any_text_can_be_normalised(text: str) -> None:
    assert len(normalise_locator(text)) <= 3 * len(text) + 4
