import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.conversation.addresses import find_addresses, without_addresses
from index.numerals import to_chinese


def locators(text: str) -> list[str]:
    return [address.locator for address in find_addresses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第十四条", ["第十四条"]),
        ("第 十 四 条", ["第十四条"]),
        ("第１４条", ["第十四条"]),
        ("十六条", ["第十六条"]),
        ("办法16条是啥", ["第十六条"]),
        ("第十四條", ["第十四条"]),
        ("§14", ["第十四条"]),
        ("Article 14", ["第十四条"]),
        ("第六条（二）", ["第六条（二）"]),
        ("第六条(2)", ["第六条（二）"]),
        ("第六条第二项", ["第六条（二）"]),
        ("六条二项", ["第六条（二）"]),
        ("第六条第（三）款", ["第六条（三）"]),
        ("第二十条之一", ["第二十条之一"]),
        ("第八条到第十条", ["第八条", "第九条", "第十条"]),
        ("第十条、第十一条", ["第十条", "第十一条"]),
        ("第二章", ["第二章"]),
        ("二（三）", ["二（三）"]),
        ("三、（二）", ["三（二）"]),
        ("第二部分第三点", ["二（三）"]),
        ("附件1", ["附件1"]),
        ("附件二", ["附件2"]),
        ("附件1第3个", ["附件1 序号3"]),
        ("附件3里排第11的", ["附件3 序号11"]),
        ("附件2一共有多少", ["附件2"]),
        ("附件3第二部分第4个", ["附件3 二 序号4"]),
        ("初赛2.8", ["初赛 2.8"]),
        ("决赛报告3.2那一栏", ["决赛 3.2"]),
        ("决赛第四部分", ["决赛 四"]),
        ("2.8", ["2.8"]),
        ("第六项", ["第六项"]),
        ("第拾陸條", ["第十六条"]),
        ("第5、6条", ["第五条", "第六条"]),
        ("办法7到9条", ["第七条", "第八条", "第九条"]),
        ("第六条第一项和第三项", ["第六条（一）", "第六条（三）"]),
        ("第六条第1、3项", ["第六条（一）", "第六条（三）"]),
        ("附件1第3个、第5个", ["附件1 序号3", "附件1 序号5"]),
        ("附件2第七、第八行", ["附件2 序号7", "附件2 序号8"]),
        ("附件4-6", ["附件4 序号6"]),
        ("决赛那张表的3点2", ["决赛 3.2"]),
        ("初赛表格第二点八", ["初赛 2.8"]),
        ("第3页", ["第3页"]),
    ],
)
def test_addresses_as_people_type_them(text: str, expected: list[str]) -> None:
    assert locators(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "有16条产业链",
        "提出三条措施",
        "2.5亿元",
        "增长2.8%",
        "这一条",
        "哪一条",
        "最后一条",
        "第一批名单",
        "第三方机构",
        "项目投资2.3亿",
    ],
)
def test_quantities_are_no_addresses(text: str) -> None:
    assert locators(text) == []


@given(st.integers(1, 199), st.sampled_from(["第{}条", "第 {} 条", "管理办法第{}条内容是什么"]))
def test_every_article_number_in_both_numerals(number: int, frame: str) -> None:
    wanted = [f"第{to_chinese(number)}条"]
    assert locators(frame.format(number)) == wanted
    assert locators(frame.format(to_chinese(number))) == wanted


@given(st.text(max_size=60))
def test_any_text_is_survived_and_addresses_are_cut_out(text: str) -> None:
    for address in find_addresses(text):
        assert 0 <= address.start < address.end
        assert address.locator
    without_addresses(text)
