"""What the draft has beyond the form, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "row-repeated": (
        case("other value", Hit("2.1", "集群总产值（亿元）", None, "warning", "425.18", "386.52、452.18、17.0", "2.1 “集群总产值（亿元）”出现两次：检查时采用 386.52、452.18、17.0，另一处填 425.18。", "请删去多余的一行，只保留一组数值。", "extra 0"), extra=(("2.1", ("集群总产值（亿元）", "425.18")),), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "17.0"}),
        case("same value", extra=(("2.1", ("集群总产值（亿元）", "452.18")),), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "17.0"}),
        case("same value, full width", extra=(("2.1", ("集群总产值（亿元）", "４５２.１８")),), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "17.0"}),
        case("whole row", Hit("2.1", "集群总产值（亿元）", None, "warning", "425.18、10.0", "386.52、452.18、17.0", "2.1 “集群总产值（亿元）”出现两次：检查时采用 386.52、452.18、17.0，另一处填 425.18、10.0。", "请删去多余的一行，只保留一组数值。", "extra 0"), extra=(("2.1", ("集群总产值", "386.52", "425.18", "10.0")),), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "17.0"}),
        case("row not kept", extra=(("2.1", ("税金总额（亿元）", "425.18")),), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "17.0"}),
        case("kept row is blank", extra=(("2.1", ("集群总产值（亿元）", "425.18")),), cells={"2.1/output/y1": ""}),
        case("row that the form does not have", extra=(("2.1", ("新产品产值", "425.18")),), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "17.0"}),
        case("label only", extra=(("2.1", ("集群总产值（亿元）",)),), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "17.0"}),
        case("outside the sections", extra=(("", ("集群总产值（亿元）", "425.18")),), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "17.0"}),
        case("other section", extra=(("5.2", ("集群总产值（亿元）", "425.18")),), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "17.0"}),
        case("telephones have one label", extra=(("一", ("电话", "123")),), cells={"一/park_head_phone": "456"}),
        case("field", Hit("一", "集群名称", None, "warning", "乙集群", "甲集群", "一 “集群名称”出现两次：检查时采用 甲集群，另一处填 乙集群。", "请删去多余的一行，只保留一组数值。", "extra 0"), extra=(("一", ("集群名称", "乙集群")),), cells={"一/name": "甲集群"}),
    ),
    "extra-rows": (
        case("none", cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "17.0"}),
        case("one", Hit("2.1", None, None, "info", "1", None, "2.1 有 1 行不在报告格式之内：“新产品产值”，未参与检查。", "自行增加的内容可以保留；如是格式中的指标，请改用格式的指标名称。", "extra 0"), extra=(("2.1", ("新产品产值（亿元）", "12.5", "14.1")),)),
        case("five", Hit("2.1", None, None, "info", "5", None, "2.1 有 5 行不在报告格式之内：“新指标0”、“新指标1”、“新指标2”、“新指标3”、“新指标4”，未参与检查。", "自行增加的内容可以保留；如是格式中的指标，请改用格式的指标名称。", "extra 0"), extra=(("2.1", ("新指标0", "1")), ("2.1", ("新指标1", "1")), ("2.1", ("新指标2", "1")), ("2.1", ("新指标3", "1")), ("2.1", ("新指标4", "1")))),
        case("six", Hit("2.1", None, None, "info", "6", None, "2.1 有 6 行不在报告格式之内：“新指标0”、“新指标1”、“新指标2”、“新指标3”、“新指标4”等，未参与检查。", "自行增加的内容可以保留；如是格式中的指标，请改用格式的指标名称。", "extra 0"), extra=(("2.1", ("新指标0", "1")), ("2.1", ("新指标1", "1")), ("2.1", ("新指标2", "1")), ("2.1", ("新指标3", "1")), ("2.1", ("新指标4", "1")), ("2.1", ("新指标5", "1")))),
        case("two sections", Hit("2.1", None, None, "info", "1", None, "2.1 有 1 行不在报告格式之内：“新指标”，未参与检查。", "自行增加的内容可以保留；如是格式中的指标，请改用格式的指标名称。", "extra 1"), Hit("2.2", None, None, "info", "1", None, "2.2 有 1 行不在报告格式之内：“新指标”，未参与检查。", "自行增加的内容可以保留；如是格式中的指标，请改用格式的指标名称。", "extra 0"), extra=(("2.2", ("新指标", "1")), ("2.1", ("新指标", "1")))),
        case("long label", Hit("2.1", None, None, "info", "1", None, "2.1 有 1 行不在报告格式之内：“很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很”，未参与检查。", "自行增加的内容可以保留；如是格式中的指标，请改用格式的指标名称。", "extra 0"), extra=(("2.1", ("很" * 40, "1")),)),
        case("note", extra=(("2.1", ("注：数据来自统计局",)),)),
        case("repeated row is another matter", extra=(("2.1", ("集群总产值（亿元）", "1")),)),
        case("outside the sections", extra=(("", ("申报单位", "某某")),)),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
