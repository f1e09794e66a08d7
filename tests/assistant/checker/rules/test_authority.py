"""Who signs, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "opinion-authority": (
        case("county", cells={"一/government": "同意申报。\n某某县人民政府（盖章）\n2023年3月10日"}),
        case("no signatory", cells={"一/government": "同意申报。（盖章）2023年3月10日"}),
        case("an office as addressee", cells={"一/government": "同意申报，请报市工业和信息化局审定。（盖章）2023年3月10日"}),
        case("office", Hit("一", "集群所在地县以上人民政府意见", None, "warning", "某某县工业和信息化局", None, "一 “集群所在地县以上人民政府意见”由“某某县工业和信息化局”出具，格式要求集群所在地县以上人民政府。", "请由县（市、区）或以上人民政府签署意见并盖章。", "一/government"), cells={"一/government": "情况属实，同意申报。\n某某县工业和信息化局（盖章）\n2023年3月10日"}),
        case("township", Hit("一", "集群所在地县以上人民政府意见", None, "warning", "某某镇人民政府", None, "一 “集群所在地县以上人民政府意见”由“某某镇人民政府”出具，格式要求集群所在地县以上人民政府。", "请由县（市、区）或以上人民政府签署意见并盖章。", "一/government"), cells={"一/government": "同意。某某镇人民政府（盖章）2023年3月10日"}),
        case("township, short", Hit("一", "集群所在地县以上人民政府意见", None, "warning", "某某乡政府", None, "一 “集群所在地县以上人民政府意见”由“某某乡政府”出具，格式要求集群所在地县以上人民政府。", "请由县（市、区）或以上人民政府签署意见并盖章。", "一/government"), cells={"一/government": "同意。某某乡政府（公章）2023年3月10日"}),
        case("street", Hit("一", "集群所在地县以上人民政府意见", None, "warning", "某某街道办事处", None, "一 “集群所在地县以上人民政府意见”由“某某街道办事处”出具，格式要求集群所在地县以上人民政府。", "请由县（市、区）或以上人民政府签署意见并盖章。", "一/government"), cells={"一/government": "同意；某某街道办事处（盖章）2023年3月10日"}),
        case("park", Hit("一", "集群所在地县以上人民政府意见", None, "warning", "某某高新区管委会", None, "一 “集群所在地县以上人民政府意见”由“某某高新区管委会”出具，格式要求集群所在地县以上人民政府。", "请由县（市、区）或以上人民政府签署意见并盖章。", "一/government"), cells={"一/government": "同意。某某高新区管委会（盖章）2023年3月10日"}),
        case("administrative area", cells={"一/government": "同意。某某管理区管理委员会（盖章）2023年3月10日"}),
        case("association", Hit("一", "集群所在地县以上人民政府意见", None, "warning", "某某产业集群促进会", None, "一 “集群所在地县以上人民政府意见”由“某某产业集群促进会”出具，格式要求集群所在地县以上人民政府。", "请由县（市、区）或以上人民政府签署意见并盖章。", "一/government"), cells={"一/government": "同意。某某产业集群促进会（盖章）2023年3月10日"}),
        case("one line without stop", Hit("一", "集群所在地县以上人民政府意见", None, "warning", "某某园区管理委员会", None, "一 “集群所在地县以上人民政府意见”由“某某园区管理委员会”出具，格式要求集群所在地县以上人民政府。", "请由县（市、区）或以上人民政府签署意见并盖章。", "一/government"), cells={"一/government": "某某园区管理委员会（盖章）"}),
        case("a signature is no opinion", cells={"6.1/park_sign": "某某高新区管委会"}),
        case("blank", cells={"一/government": ""}),
        case("only seal and date", cells={"一/government": "（盖章）\n年 月 日"}),
    ),
    "lead-unit": (
        case("county", cells={"五/lead_unit": "某某县人民政府"}),
        case("county, short", cells={"五/lead_unit": "某某县政府"}),
        case("with its office", cells={"五/lead_unit": "某某县人民政府（县工业和信息化局承办）"}),
        case("place only", cells={"五/lead_unit": "某某县"}),
        case("administrative area", cells={"五/lead_unit": "某某管理区管理委员会"}),
        case("office", Hit("五", "编制牵头单位", None, "warning", "某某县工业和信息化局", None, "五 “编制牵头单位”填“某某县工业和信息化局”，格式要求集群所在地县以上人民政府。", "请填牵头编制实施方案的县（市、区）或以上人民政府。", "五/lead_unit"), cells={"五/lead_unit": "某某县工业和信息化局"}),
        case("park", Hit("五", "编制牵头单位", None, "warning", "某某高新技术产业开发区", None, "五 “编制牵头单位”填“某某高新技术产业开发区”，格式要求集群所在地县以上人民政府。", "请填牵头编制实施方案的县（市、区）或以上人民政府。", "五/lead_unit"), cells={"五/lead_unit": "某某高新技术产业开发区"}),
        case("park board", Hit("五", "编制牵头单位", None, "warning", "某某经开区管委会", None, "五 “编制牵头单位”填“某某经开区管委会”，格式要求集群所在地县以上人民政府。", "请填牵头编制实施方案的县（市、区）或以上人民政府。", "五/lead_unit"), cells={"五/lead_unit": "某某经开区管委会"}),
        case("association", Hit("五", "编制牵头单位", None, "warning", "某某产业集群促进中心", None, "五 “编制牵头单位”填“某某产业集群促进中心”，格式要求集群所在地县以上人民政府。", "请填牵头编制实施方案的县（市、区）或以上人民政府。", "五/lead_unit"), cells={"五/lead_unit": "某某产业集群促进中心"}),
        case("blank", cells={"五/lead_unit": ""}),
        case("absent"),
    ),
    "signer-differs": (
        case("same", cells={"6.1/park_sign": "王某\n（单位盖章）\n2023年3月10日", "一/park_head": "王某，党工委书记"}),
        case("other", Hit("6.1", "集群核心承载园区负责人签字", None, "warning", "刘某", "王某，党工委书记", "6.1 “集群核心承载园区负责人签字”为“刘某”，一 中集群核心承载园区的负责人为“王某，党工委书记”。", "请由负责人签字；负责人已变更的，请更正“集群基本信息”。", "6.1/park_sign"), cells={"6.1/park_sign": "刘某\n（单位盖章）\n2023年3月10日", "一/park_head": "王某，党工委书记"}),
        case("promoter", Hit("6.1", "集群促进组织负责人签字", None, "warning", "刘某某", "王某，会长", "6.1 “集群促进组织负责人签字”为“刘某某”，一 中集群促进组织的负责人为“王某，会长”。", "请由负责人签字；负责人已变更的，请更正“集群基本信息”。", "6.1/promoter_sign"), cells={"6.1/promoter_sign": "刘某某", "一/promoter_head": "王某，会长"}),
        case("picture", cells={"6.1/park_sign": "［图片］", "一/park_head": "王某"}),
        case("signed, somehow", cells={"6.1/park_sign": "已签字", "一/park_head": "王某"}),
        case("title only", cells={"6.1/park_sign": "会长", "一/park_head": "王某"}),
        case("long", cells={"6.1/park_sign": "刘某某、王某、张某", "一/park_head": "王某"}),
        case("head not given", cells={"6.1/park_sign": "刘某", "一/park_head": ""}),
        case("no head", cells={"6.1/park_sign": "刘某"}),
        case("not signed", cells={"6.1/park_sign": "", "一/park_head": "王某"}),
        case("one character", cells={"6.1/park_sign": "刘", "一/park_head": "王某"}),
        case("same above its unit", cells={"6.1/park_sign": "王某\n示例经济开发区（单位盖章）\n2023年3月10日", "一/park_head": "王某", "一/park_name": "示例经济开发区"}),
        case("other above its unit", Hit("6.1", "集群核心承载园区负责人签字", None, "warning", "刘某", "王某", "6.1 “集群核心承载园区负责人签字”为“刘某”，一 中集群核心承载园区的负责人为“王某”。", "请由负责人签字；负责人已变更的，请更正“集群基本信息”。", "6.1/park_sign"), cells={"6.1/park_sign": "刘某\n示例经济开发区（单位盖章）\n2023年3月10日", "一/park_head": "王某", "一/park_name": "示例经济开发区"}),
        case("same before its unit on one line", cells={"6.1/park_sign": "王某示例经济开发区（单位盖章）", "一/park_head": "王某", "3.1/park_name": "示例经济开发区"}),
        case("same unit", cells={"6.1/promoter_sign": "王某\n示例县材料产业促进会（单位盖章）\n2023年3月10日", "一/promoter_name": "示例县材料产业促进会"}),
        case("other unit", Hit("6.1", "集群促进组织负责人签字", None, "warning", "样板县陶瓷协会", "示例县材料产业促进会", "6.1 “集群促进组织负责人签字”写“样板县陶瓷协会”，而集群促进组织为“示例县材料产业促进会”。", "请由集群促进组织盖章；名称有误的，请统一全称。", "6.1/promoter_sign"), cells={"6.1/promoter_sign": "王某\n样板县陶瓷协会（单位盖章）\n2023年3月10日", "一/promoter_name": "示例县材料产业促进会"}),
        case("other, its seal before it", Hit("6.1", "集群促进组织负责人签字", None, "warning", "样板县陶瓷协会", "示例县材料产业促进会", "6.1 “集群促进组织负责人签字”写“样板县陶瓷协会”，而集群促进组织为“示例县材料产业促进会”。", "请由集群促进组织盖章；名称有误的，请统一全称。", "6.1/promoter_sign"), cells={"6.1/promoter_sign": "王某   （盖章）样板县陶瓷协会", "一/promoter_name": "示例县材料产业促进会"}),
        case("the park's committee", cells={"6.1/park_sign": "王某\n示例经济开发区管委会（盖章）", "一/park_name": "示例经济开发区"}),
        case("named in 3.1", cells={"6.1/park_sign": "王某\n示例高新区（盖章）", "一/park_name": "样板园", "3.1/park_name": "示例高新区"}),
        case("the park's other name", Hit("6.1", "集群核心承载园区负责人签字", None, "warning", "样板工业园", "示例高新区", "6.1 “集群核心承载园区负责人签字”写“样板工业园”，而集群核心承载园区为“示例高新区”。", "请由集群核心承载园区盖章；名称有误的，请统一全称。", "6.1/park_sign"), cells={"6.1/park_sign": "王某\n样板工业园（盖章）", "3.1/park_name": "示例高新区"}),
        case("a government", cells={"6.1/park_sign": "王某\n示例县人民政府（盖章）", "一/park_name": "样板园"}),
        case("no unit named", cells={"6.1/park_sign": "王某\n（单位盖章）", "一/park_name": "样板园"}),
        case("not known", cells={"6.1/park_sign": "王某\n示例高新区（盖章）"}),
        case("no signature", cells={"一/park_name": "样板园"}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
