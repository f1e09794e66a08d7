"""The same names throughout the tables, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "name-differs": (
        case("remark inside", cells={"一/park_name": "示例（省级）高新区", "3.1/park_name": "示例高新区"}),
        case("four characters of five", Hit("四", "集群促进组织名称", None, "warning", "甲乙丁会", "甲乙丙丁会", "四 “集群促进组织名称”填“甲乙丁会”，与一 集群促进组织“单位名称”的“甲乙丙丁会”不一致。", "请统一集群促进组织的全称。", "四/promoter_name"), cells={"一/promoter_name": "甲乙丙丁会", "四/promoter_name": "甲乙丁会"}),
        case("the second unit after a blank one", Hit("3.1", "园区名称", None, "error", "样板经开区", "示例高新区", "3.1 “园区名称”填“样板经开区”，与一 集群核心承载园区“单位名称”的“示例高新区”不一致。", "请统一集群核心承载园区的全称。", "3.1/park_name"), cells={"一/promoter_name": "", "四/promoter_name": "甲", "一/park_name": "示例高新区", "3.1/park_name": "样板经开区"}),
        case("economic and technical industry", cells={"一/park_name": "示例经济技术产业开发区", "3.1/park_name": "示例经开区"}),
        case("province in two ways", cells={"一/park_name": "湖南省示例高新区", "3.1/park_name": "湖南示例高新区"}),
        case("zone of high technology", cells={"一/park_name": "示例高新技术开发区", "3.1/park_name": "示例高新区"}),
        case("the second unit", Hit("3.1", "园区名称", None, "error", "样板经开区", "示例高新区", "3.1 “园区名称”填“样板经开区”，与一 集群核心承载园区“单位名称”的“示例高新区”不一致。", "请统一集群核心承载园区的全称。", "3.1/park_name"), cells={"一/promoter_name": "甲会", "四/promoter_name": "同上", "一/park_name": "示例高新区", "3.1/park_name": "样板经开区"}),
        case("same", cells={"一/park_name": "示例高新技术产业开发区", "3.1/park_name": "示例高新技术产业开发区"}),
        case("short", cells={"一/park_name": "示例高新技术产业开发区", "3.1/park_name": "示例高新区"}),
        case("board", cells={"一/park_name": "示例高新技术产业开发区", "3.1/park_name": "示例高新技术产业开发区管委会"}),
        case("long board", cells={"一/park_name": "示例高新区管理委员会", "3.1/park_name": "示例高新区党工委"}),
        case("economic", cells={"一/park_name": "示例经济技术开发区", "3.1/park_name": "示例经开区"}),
        case("with province", cells={"一/park_name": "湖南示例高新区", "3.1/park_name": "示例高新技术产业开发区"}),
        case("with province's name", cells={"一/park_name": "湖南省示例产业开发区", "3.1/park_name": "示例产业区"}),
        case("with county", cells={"一/park_name": "示例县高新区", "3.1/park_name": "示例高新区"}),
        case("zone", cells={"一/park_name": "示例工业集中发展区", "3.1/park_name": "示例工业集中区"}),
        case("with remark", cells={"一/park_name": "示例高新区（省级）", "3.1/park_name": "示例高新区"}),
        case("punctuation", cells={"一/park_name": "“示例”高新区", "3.1/park_name": "示例高新区"}),
        case("ditto", cells={"一/park_name": "示例高新区", "3.1/park_name": "同上"}),
        case("ditto, long", cells={"一/park_name": "示例高新区", "3.1/park_name": "同基本信息"}),
        case("nil", cells={"一/park_name": "示例高新区", "3.1/park_name": ""}),
        case("first is blank", cells={"一/park_name": "", "3.1/park_name": "示例高新区"}),
        case("one of several", cells={"一/park_name": "示例高新区、东湖工业园", "3.1/park_name": "东湖工业园"}),
        case("several in another order", cells={"一/park_name": "示例高新区、东湖工业园", "3.1/park_name": "东湖工业园；示例高新区"}),
        case("several with and", cells={"一/park_name": "示例高新区和东湖工业园区", "3.1/park_name": "东湖工业园"}),
        case("one too many", Hit("3.1", "园区名称", None, "error", "示例高新区、东湖工业园", "示例高新区", "3.1 “园区名称”填“示例高新区、东湖工业园”，与一 集群核心承载园区“单位名称”的“示例高新区”不一致。", "请统一集群核心承载园区的全称。", "3.1/park_name"), cells={"一/park_name": "示例高新区", "3.1/park_name": "示例高新区、东湖工业园"}),
        case("other kind", Hit("3.1", "园区名称", None, "error", "示例经济开发区", "示例高新区", "3.1 “园区名称”填“示例经济开发区”，与一 集群核心承载园区“单位名称”的“示例高新区”不一致。", "请统一集群核心承载园区的全称。", "3.1/park_name"), cells={"一/park_name": "示例高新区", "3.1/park_name": "示例经济开发区"}),
        case("other county", Hit("3.1", "园区名称", None, "error", "样板高新区", "示例高新区", "3.1 “园区名称”填“样板高新区”，与一 集群核心承载园区“单位名称”的“示例高新区”不一致。", "请统一集群核心承载园区的全称。", "3.1/park_name"), cells={"一/park_name": "示例高新区", "3.1/park_name": "样板高新区"}),
        case("only punctuation", cells={"一/park_name": "示例高新区", "3.1/park_name": "——"}),
        case("organisation", cells={"一/promoter_name": "示例县新材料产业集群促进会", "四/promoter_name": "示例县新材料产业集群促进会"}),
        case("words left out", Hit("四", "集群促进组织名称", None, "warning", "示例县新材料促进会", "示例县新材料产业集群促进会", "四 “集群促进组织名称”填“示例县新材料促进会”，与一 集群促进组织“单位名称”的“示例县新材料产业集群促进会”不一致。", "请统一集群促进组织的全称。", "四/promoter_name"), cells={"一/promoter_name": "示例县新材料产业集群促进会", "四/promoter_name": "示例县新材料促进会"}),
        case("words left out at first", Hit("四", "集群促进组织名称", None, "warning", "示例县新材料产业集群促进会", "示例县新材料促进会", "四 “集群促进组织名称”填“示例县新材料产业集群促进会”，与一 集群促进组织“单位名称”的“示例县新材料促进会”不一致。", "请统一集群促进组织的全称。", "四/promoter_name"), cells={"一/promoter_name": "示例县新材料促进会", "四/promoter_name": "示例县新材料产业集群促进会"}),
        case("part of it", cells={"一/promoter_name": "示例县新材料产业集群促进会", "四/promoter_name": "新材料产业集群促进会"}),
        case("other organisation", Hit("四", "集群促进组织名称", None, "error", "示例县材料行业协会", "示例县新材料产业集群促进会", "四 “集群促进组织名称”填“示例县材料行业协会”，与一 集群促进组织“单位名称”的“示例县新材料产业集群促进会”不一致。", "请统一集群促进组织的全称。", "四/promoter_name"), cells={"一/promoter_name": "示例县新材料产业集群促进会", "四/promoter_name": "示例县材料行业协会"}),
        case("other ending", Hit("四", "集群促进组织名称", None, "error", "示例县新材料产业集群促进中心", "示例县新材料产业集群促进会", "四 “集群促进组织名称”填“示例县新材料产业集群促进中心”，与一 集群促进组织“单位名称”的“示例县新材料产业集群促进会”不一致。", "请统一集群促进组织的全称。", "四/promoter_name"), cells={"一/promoter_name": "示例县新材料产业集群促进会", "四/promoter_name": "示例县新材料产业集群促进中心"}),
        case("final", Hit("四", "集群促进组织名称", None, "error", "示例县材料行业协会", "示例县新材料产业集群促进会", "四 “集群促进组织名称”填“示例县材料行业协会”，与一 集群促进组织“单位名称”的“示例县新材料产业集群促进会”不一致。", "请统一集群促进组织的全称。", "四/promoter_name"), cells={"一/promoter_name": "示例县新材料产业集群促进会", "四/promoter_name": "示例县材料行业协会"}, stage="决赛"),
        case("too short to be an abbreviation", Hit("四", "集群促进组织名称", None, "error", "甲丙会", "甲乙丙丁会", "四 “集群促进组织名称”填“甲丙会”，与一 集群促进组织“单位名称”的“甲乙丙丁会”不一致。", "请统一集群促进组织的全称。", "四/promoter_name"), cells={"一/promoter_name": "甲乙丙丁会", "四/promoter_name": "甲丙会"}),
        case("only one", cells={"四/promoter_name": "示例县新材料产业集群促进会"}),
        case("only first", cells={"一/promoter_name": "示例县新材料产业集群促进会"}),
    ),
    "cover-name": (
        case("same", cells={"一/name": "安化县黑茶特色产业集群"}, front=["湖南省产业集群竞赛参赛报告（初赛）", "集群名称：安化县黑茶特色产业集群"]),
        case("特色 left out", cells={"一/name": "安化县黑茶特色产业集群"}, front=["安化县黑茶产业集群"]),
        case("in the title", cells={"一/name": "安化县黑茶特色产业集群"}, front=["安化县黑茶特色产业集群参赛报告（初赛）"]),
        case("left open", cells={"一/name": "安化县黑茶特色产业集群"}, front=["集群名称：某某产业集群", "集群名称：××县新材料产业集群"]),
        case("short", cells={"一/name": "安化县黑茶特色产业集群"}, front=["集群名称：安化黑茶集群"]),
        case("another's", Hit("一", "集群名称", None, "warning", "桂东县大数据产业集群", "安化县黑茶特色产业集群", "封面或页眉写“桂东县大数据产业集群”，一 “集群名称”填“安化县黑茶特色产业集群”，两处不是同一个集群。", "请核对并统一集群名称，可能是从其他材料复制后没有改。", "front 0"), cells={"一/name": "安化县黑茶特色产业集群"}, front=["集群名称：桂东县大数据产业集群"]),
        case("another's, twice", Hit("一", "集群名称", None, "warning", "桂东县大数据产业集群", "安化县黑茶特色产业集群", "封面或页眉写“桂东县大数据产业集群”，一 “集群名称”填“安化县黑茶特色产业集群”，两处不是同一个集群。", "请核对并统一集群名称，可能是从其他材料复制后没有改。", "front 0"), cells={"一/name": "安化县黑茶特色产业集群"}, front=["桂东县大数据产业集群", "集群名称：桂东县大数据产业集群"]),
        case("another's in the title", Hit("一", "集群名称", None, "warning", "桂东县大数据产业集群", "安化县黑茶特色产业集群", "封面或页眉写“桂东县大数据产业集群”，一 “集群名称”填“安化县黑茶特色产业集群”，两处不是同一个集群。", "请核对并统一集群名称，可能是从其他材料复制后没有改。", "front 0"), cells={"一/name": "安化县黑茶特色产业集群"}, front=["桂东县大数据产业集群参赛报告（初赛）"]),
        case("another's in the header", Hit("一", "集群名称", None, "warning", "桂东县大数据产业集群", "安化县黑茶特色产业集群", "封面或页眉写“桂东县大数据产业集群”，一 “集群名称”填“安化县黑茶特色产业集群”，两处不是同一个集群。", "请核对并统一集群名称，可能是从其他材料复制后没有改。", "margin 0"), cells={"一/name": "安化县黑茶特色产业集群"}, margins=["桂东县大数据产业集群"]),
        case("contest alone", cells={"一/name": "安化县黑茶特色产业集群"}, front=["湖南省产业集群竞赛参赛报告（初赛）", "湖南省产业集群竞赛"]),
        case("other industry of the county", Hit("一", "集群名称", None, "warning", "安化县新材料产业集群", "安化县黑茶特色产业集群", "封面或页眉写“安化县新材料产业集群”，一 “集群名称”填“安化县黑茶特色产业集群”，两处不是同一个集群。", "请核对并统一集群名称，可能是从其他材料复制后没有改。", "front 0"), cells={"一/name": "安化县黑茶特色产业集群"}, front=["集群名称：安化县新材料产业集群"]),
        case("in a sentence", cells={"一/name": "安化县黑茶特色产业集群"}, front=["本报告借鉴桂东县大数据产业集群的经验编写。"]),
        case("label alone", cells={"一/name": "安化县黑茶特色产业集群"}, front=["集群名称：", "集群名称：____"]),
        case("no name in the report", cells={}, front=["桂东县大数据产业集群"]),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
