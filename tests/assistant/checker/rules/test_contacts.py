"""Persons and telephone numbers of section 一, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "telephone": (
        case("right 13800001234", cells={"一/promoter_contact_phone": "13800001234"}),
        case("right 0731-82345678", cells={"一/promoter_contact_phone": "0731-82345678"}),
        case("right （0731）82345678", cells={"一/promoter_contact_phone": "（0731）82345678"}),
        case("right 0731 8234 5678", cells={"一/promoter_contact_phone": "0731 8234 5678"}),
        case("right 82345678", cells={"一/promoter_contact_phone": "82345678"}),
        case("right 8234567", cells={"一/promoter_contact_phone": "8234567"}),
        case("right two, wide stroke", cells={"一/promoter_contact_phone": "0731-82345678／13800001234"}),
        case("right abroad's way", cells={"一/promoter_contact_phone": "+86-731-82345678"}),
        case("right 010-82345678", cells={"一/promoter_contact_phone": "010-82345678"}),
        case("wrong 0731-823456", Hit("一", "电话", "集群促进组织 联系人", "error", "0731-823456", None, "一 集群促进组织 联系人的电话“0731-823456”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "0731-823456"}),
        case("right 0731-82345678转801", cells={"一/promoter_contact_phone": "0731-82345678转801"}),
        case("right 0731-82345678-801", cells={"一/promoter_contact_phone": "0731-82345678-801"}),
        case("right 0731-82345678分机801", cells={"一/promoter_contact_phone": "0731-82345678分机801"}),
        case("right 0731-82345678 x12", cells={"一/promoter_contact_phone": "0731-82345678 x12"}),
        case("right 13800001234、0731-82345678", cells={"一/promoter_contact_phone": "13800001234、0731-82345678"}),
        case("right 0731-82345678/13800001234", cells={"一/promoter_contact_phone": "0731-82345678/13800001234"}),
        case("right 0739-8234567/8234568", cells={"一/promoter_contact_phone": "0739-8234567/8234568"}),
        case("right 400-123-4567", cells={"一/promoter_contact_phone": "400-123-4567"}),
        case("right 800-123-4567", cells={"一/promoter_contact_phone": "800-123-4567"}),
        case("right +86 138 0000 1234", cells={"一/promoter_contact_phone": "+86 138 0000 1234"}),
        case("right 138-0000-1234", cells={"一/promoter_contact_phone": "138-0000-1234"}),
        case("right 手机：13800001234", cells={"一/promoter_contact_phone": "手机：13800001234"}),
        case("right 李某13800001234", cells={"一/promoter_contact_phone": "李某13800001234"}),
        case("right 13800001234（李某）", cells={"一/promoter_contact_phone": "13800001234（李某）"}),
        case("right 13800001234或13900001234", cells={"一/promoter_contact_phone": "13800001234或13900001234"}),
        case("right 13800001234 0731-82345678", cells={"一/promoter_contact_phone": "13800001234 0731-82345678"}),
        case("right 同上", cells={"一/promoter_contact_phone": "同上"}),
        case("right 同左", cells={"一/promoter_contact_phone": "同左"}),
        case("blank", cells={"一/promoter_contact_phone": "\u3000"}),
        case("wrong 1380000123", Hit("一", "电话", "集群促进组织 联系人", "error", "1380000123", None, "一 集群促进组织 联系人的电话“1380000123”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "1380000123"}),
        case("wrong 138000012345", Hit("一", "电话", "集群促进组织 联系人", "error", "138000012345", None, "一 集群促进组织 联系人的电话“138000012345”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "138000012345"}),
        case("wrong 12345", Hit("一", "电话", "集群促进组织 联系人", "error", "12345", None, "一 集群促进组织 联系人的电话“12345”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "12345"}),
        case("wrong 张某", Hit("一", "电话", "集群促进组织 联系人", "error", "张某", None, "一 集群促进组织 联系人的电话“张某”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "张某"}),
        case("wrong 23800001234", Hit("一", "电话", "集群促进组织 联系人", "error", "23800001234", None, "一 集群促进组织 联系人的电话“23800001234”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "23800001234"}),
        case("wrong 0731-823456789012", Hit("一", "电话", "集群促进组织 联系人", "error", "0731-823456789012", None, "一 集群促进组织 联系人的电话“0731-823456789012”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "0731-823456789012"}),
        case("wrong 12800001234", Hit("一", "电话", "集群促进组织 联系人", "error", "12800001234", None, "一 集群促进组织 联系人的电话“12800001234”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "12800001234"}),
        case("wrong 0731-12345678", Hit("一", "电话", "集群促进组织 联系人", "error", "0731-12345678", None, "一 集群促进组织 联系人的电话“0731-12345678”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "0731-12345678"}),
        case("wrong 82345", Hit("一", "电话", "集群促进组织 联系人", "error", "82345", None, "一 集群促进组织 联系人的电话“82345”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "82345"}),
        case("wrong 无", Hit("一", "电话", "集群促进组织 联系人", "error", "无", None, "一 集群促进组织 联系人的电话“无”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "无"}),
        case("wrong 400-123-456", Hit("一", "电话", "集群促进组织 联系人", "error", "400-123-456", None, "一 集群促进组织 联系人的电话“400-123-456”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "400-123-456"}),
        case("wrong 0731-82345678-801234", Hit("一", "电话", "集群促进组织 联系人", "error", "0731-82345678-801234", None, "一 集群促进组织 联系人的电话“0731-82345678-801234”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "0731-82345678-801234"}),
        case("wrong 13800001234、123", Hit("一", "电话", "集群促进组织 联系人", "error", "13800001234、123", None, "一 集群促进组织 联系人的电话“13800001234、123”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/promoter_contact_phone"), cells={"一/promoter_contact_phone": "13800001234、123"}),
        case("head of the park", Hit("一", "电话", "集群核心承载园区 负责人", "error", "1390000567", None, "一 集群核心承载园区 负责人的电话“1390000567”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/park_head_phone"), cells={"一/park_head_phone": "1390000567"}),
        case("not a telephone field", cells={"一/name": "12345"}),
        case("right with a long dash", cells={"一/promoter_contact_phone": "0731—82345678"}),
        case("right with a short dash", cells={"一/promoter_contact_phone": "0731–82345678"}),
        case("after one that is right", Hit("一", "电话", "集群核心承载园区 联系人", "error", "123", None, "一 集群核心承载园区 联系人的电话“123”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/park_contact_phone"), cells={"一/promoter_head_phone": "13800001234", "一/park_contact_phone": "123"}),
        case("after a ditto", Hit("一", "电话", "集群核心承载园区 联系人", "error", "123", None, "一 集群核心承载园区 联系人的电话“123”不是有效的电话号码。", "请填写 11 位手机号，或“区号-号码”形式的固定电话。", "一/park_contact_phone"), cells={"一/promoter_head_phone": "13800001234", "一/promoter_contact_phone": "同上", "一/park_contact_phone": "123"}),
    ),
    "telephone-shared": (
        case("the second", Hit("一", "电话", "集群核心承载园区 联系人", "info", "13800001234", None, "一 集群核心承载园区 联系人的电话与集群促进组织 负责人的电话相同（13800001234）。", "请核对；确由同一人负责的，可不改。", "一/park_contact_phone"), cells={"一/promoter_head_phone": "13800001234", "一/park_head_phone": "13900001234", "一/park_contact_phone": "13800001234"}),
        case("different", cells={"一/promoter_head_phone": "0731-82345678", "一/park_head_phone": "0731-82345600"}),
        case("heads", Hit("一", "电话", "集群核心承载园区 负责人", "info", "0731 8234 5678", None, "一 集群核心承载园区 负责人的电话与集群促进组织 负责人的电话相同（0731 8234 5678）。", "请核对；确由同一人负责的，可不改。", "一/park_head_phone"), cells={"一/promoter_head_phone": "0731-82345678", "一/park_head_phone": "0731 8234 5678"}),
        case("contacts", Hit("一", "电话", "集群核心承载园区 联系人", "info", "13800001234", None, "一 集群核心承载园区 联系人的电话与集群促进组织 联系人的电话相同（13800001234）。", "请核对；确由同一人负责的，可不改。", "一/park_contact_phone"), cells={"一/promoter_contact_phone": "13800001234", "一/park_contact_phone": "13800001234"}),
        case("head and contact", Hit("一", "电话", "集群核心承载园区 负责人", "info", "13800001234", None, "一 集群核心承载园区 负责人的电话与集群促进组织 联系人的电话相同（13800001234）。", "请核对；确由同一人负责的，可不改。", "一/park_head_phone"), cells={"一/promoter_contact_phone": "13800001234", "一/park_head_phone": "13800001234"}),
        case("within one unit", cells={"一/promoter_head_phone": "13800001234", "一/promoter_contact_phone": "13800001234", "一/park_head_phone": "13800005678", "一/park_contact_phone": "13800005678"}),
        case("blank", cells={"一/promoter_head_phone": "", "一/park_head_phone": ""}),
        case("ditto", cells={"一/promoter_head_phone": "同上", "一/park_head_phone": "同上"}),
        case("seven digits", Hit("一", "电话", "集群核心承载园区 负责人", "info", "8234567", None, "一 集群核心承载园区 负责人的电话与集群促进组织 负责人的电话相同（8234567）。", "请核对；确由同一人负责的，可不改。", "一/park_head_phone"), cells={"一/promoter_head_phone": "8234567", "一/park_head_phone": "8234567"}),
        case("six digits", cells={"一/promoter_head_phone": "823456", "一/park_head_phone": "823456"}),
        case("only one", cells={"一/promoter_head_phone": "8234567"}),
    ),
    "person-title": (
        case("with title", cells={"一/promoter_head": "张某，会长"}),
        case("two characters", Hit("一", "负责人姓名、职务", "集群促进组织", "warning", "张某", None, "一 集群促进组织的“负责人姓名、职务”只填了“张某”。", "请同时填写姓名和职务。", "一/promoter_head"), cells={"一/promoter_head": "张某"}),
        case("three characters", Hit("一", "联系人姓名、职务", "集群核心承载园区", "warning", "李某某", None, "一 集群核心承载园区的“联系人姓名、职务”只填了“李某某”。", "请同时填写姓名和职务。", "一/park_contact"), cells={"一/park_contact": "李某某"}),
        case("four characters", cells={"一/park_contact": "欧阳某某"}),
        case("one character", cells={"一/park_contact": "李"}),
        case("title alone", cells={"一/park_contact": "李主任"}),
        case("title without comma", cells={"一/park_contact": "李某会长"}),
        case("separated", cells={"一/park_contact": "李某/长"}),
        case("ditto", cells={"一/park_contact": "同上"}),
        case("blank", cells={"一/park_contact": ""}),
        case("not a person", cells={"一/field": "新材料"}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
