"""Sections, texts, tables, rows and lists that must be there, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, picture, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "section-missing": (
        case("all there", headings=["一", "二", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "三", "3.1", "3.2", "四", "4.1", "4.2", "4.3", "五", "5.1", "5.2", "六", "6.1", "七"], stage="初赛"),
        case("all there in the final", headings=["一", "二", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "三", "3.1", "3.2", "四", "五", "6.1", "六"], stage="决赛"),
        case("no targets", Hit("5.1", None, None, "error", None, None, "没有找到“5.1 未来三年集群主要经济指标发展目标”。", "请按初赛报告格式补上“5.1 未来三年集群主要经济指标发展目标”；如已填写，请检查标题是否与格式一致。", ""), headings=["一", "二", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "三", "3.1", "3.2", "四", "4.1", "4.2", "4.3", "五", "5.2", "六", "6.1", "七"], stage="初赛"),
        case("no text", Hit("2.8", None, None, "error", None, None, "没有找到“2.8 集群发展总体情况自评报告”。", "请按初赛报告格式补上“2.8 集群发展总体情况自评报告”；如已填写，请检查标题是否与格式一致。", ""), headings=["一", "二", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "三", "3.1", "3.2", "四", "4.1", "4.2", "4.3", "五", "5.1", "5.2", "六", "6.1", "七"], stage="初赛"),
        case("no declaration in the final", Hit("6.1", None, None, "error", None, None, "没有找到“6.1 集群符合参赛条件的真实性声明”。", "请按决赛报告格式补上“6.1 集群符合参赛条件的真实性声明”；如已填写，请检查标题是否与格式一致。", ""), headings=["一", "二", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "三", "3.1", "3.2", "四", "五", "六"], stage="决赛"),
        case("parts and annexes may be missing", headings=["一", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "3.1", "3.2", "四", "4.1", "4.2", "五", "5.1", "5.2", "6.1"], stage="初赛"),
        case("no promoter part", Hit("四", None, None, "error", None, None, "没有找到“四 集群发展促进组织运营情况”。", "请按决赛报告格式补上“四 集群发展促进组织运营情况”；如已填写，请检查标题是否与格式一致。", ""), headings=["一", "二", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "三", "3.1", "3.2", "五", "6.1", "六"], stage="决赛"),
        case("found by its table", headings=["一", "二", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.8", "三", "3.1", "3.2", "四", "4.1", "4.2", "4.3", "五", "5.1", "5.2", "六", "6.1", "七"], cells={"2.7/platforms/y1": "1"}),
    ),
    "text-missing": (
        case("text", texts={"2.8": ["有"]}),
        case("heading only", Hit("2.8", None, None, "error", None, None, "“2.8 集群发展总体情况自评报告”没有填写内容。", "请按该节填写说明补充文字。", "heading 2.8"), headings=["2.8"]),
        case("nothing but instructions", Hit("2.8", None, None, "error", None, None, "“2.8 集群发展总体情况自评报告”没有填写内容。", "请按该节填写说明补充文字。", "heading 2.8"), texts={"2.8": []}, everything={"2.8": ["2500字以内。"]}),
        case("pictures only", Hit("3.2", None, None, "warning", None, None, "“3.2 集群核心承载园区推进集群发展自评报告”只有图片，无法检查文字内容。", "请以文字填写，图片内容无法核对。", "heading 3.2"), texts={"3.2": []}, everything={"3.2": ["2500字以内。", picture('')]}),
        case("text and pictures", texts={"3.2": ["有"]}, everything={"3.2": ["有", picture('')]}),
        case("missing section is another matter"),
        case("tables need no text", headings=["2.1"]),
        case("final", Hit("四", None, None, "error", None, None, "“四 集群发展促进组织运营情况”没有填写内容。", "请按该节填写说明补充文字。", "heading 四"), headings=["四"], stage="决赛"),
    ),
    "text-short": (
        case("a tenth", texts={"2.8": ["字" * 250]}),
        case("less than a tenth", Hit("2.8", None, None, "warning", "249", None, "“2.8 集群发展总体情况自评报告”只有 249 字（上限 2500 字），内容可能过于简略。", "请对照填写说明逐项补充事实和数据。", "text 2.8 0"), texts={"2.8": ["字" * 249]}),
        case("4.2", Hit("4.2", None, None, "warning", "99", None, "“4.2 集群发展促进组织运营情况”只有 99 字（上限 1000 字），内容可能过于简略。", "请对照填写说明逐项补充事实和数据。", "text 4.2 0"), texts={"4.2": ["字" * 50, "字" * 49]}),
        case("4.2 enough", texts={"4.2": ["字" * 100]}),
        case("no limit", Hit("5.2", None, None, "warning", "49", None, "“5.2 培育发展省级产业集群实施方案”只有 49 字，内容可能过于简略。", "请对照填写说明逐项补充事实和数据。", "text 5.2 0"), texts={"5.2": ["字" * 49]}),
        case("no limit, enough", texts={"5.2": ["字" * 50]}),
        case("final", Hit("四", None, None, "warning", "149", None, "“四 集群发展促进组织运营情况”只有 149 字（上限 1500 字），内容可能过于简略。", "请对照填写说明逐项补充事实和数据。", "text 四 0"), texts={"四": ["字" * 149]}, stage="决赛"),
        case("annexes may be short", texts={"4.3": ["见附件"], "七": ["另册"]}),
        case("empty is another matter", texts={"2.8": []}),
    ),
    "table-missing": (
        case("there", seen=["2.1/indicators"], headings=["2.1"]),
        case("matrix", Hit("2.1", None, None, "error", None, None, "2.1 没有找到“集群主要经济指标”表。", "请按报告格式补上该表并逐项填写。", "heading 2.1"), headings=["2.1"]),
        case("top ten", Hit("2.2", "营业收入排名前十企业发展情况", None, "error", None, None, "2.2 没有找到“营业收入排名前十企业发展情况”表。", "请按报告格式补上该表并逐项填写。", "heading 2.2"), seen=["2.2/indicators"]),
        case("list of a count of zero", cells={"2.7/platforms/y1": "0"}),
        case("list of a nil count", cells={"2.7/platforms/y1": "—"}),
        case("list of a count", Hit("2.7", "省级及以上公共服务平台（国家级、省级）", None, "error", None, None, "2.7 没有找到“省级及以上公共服务平台（国家级、省级）”表。", "请按报告格式补上该表并逐项填写。", "heading 2.7"), cells={"2.7/platforms/y1": "1"}),
        case("list of a blank count", cells={"2.7/platforms/y1": ""}),
        case("one of four counts", Hit("2.4", "集群技术创新载体（国家级、省级）", None, "error", None, None, "2.4 没有找到“集群技术创新载体（国家级、省级）”表。", "请按报告格式补上该表并逐项填写。", "heading 2.4"), cells={"2.4/carriers_national/y1": "0", "2.4/design_provincial/y1": "2"}, seen=["2.4/rd_top"]),
        case("lists without counts may be missing", seen=["2.6/indicators"]),
        case("section missing is another matter"),
        case("fields that are checked by themselves", headings=["6.1"]),
        case("promoter's name", Hit("四", None, None, "error", None, None, "四 没有找到“集群发展促进组织情况”表。", "请按报告格式补上该表并逐项填写。", "heading 四"), headings=["四"]),
    ),
    "row-missing": (
        case("all there", cells={"2.1/output/y1": "1", "2.1/main_output/y1": "1", "2.1/province_share/y1": "1", "2.1/market_share/y1": "1", "2.1/revenue/y1": "1", "2.1/large_revenue/y1": "1", "2.1/profit/y1": "1", "2.1/tax/y1": "1", "2.1/imports/y1": "1", "2.1/exports/y1": "1", "2.1/foreign_capital/y1": "1", "2.1/investment/y1": "1", "2.1/employees/y1": "1"}),
        case("one missing", Hit("2.1", "税金总额（亿元）", None, "error", None, None, "2.1 没有找到“税金总额（亿元）”一行。", "请按报告格式补上该行；如改动过指标名称，请改回原名称。", "heading 2.1"), cells={"2.1/output/y1": "1", "2.1/main_output/y1": "1", "2.1/province_share/y1": "1", "2.1/market_share/y1": "1", "2.1/revenue/y1": "1", "2.1/large_revenue/y1": "1", "2.1/profit/y1": "1", "2.1/imports/y1": "1", "2.1/exports/y1": "1", "2.1/foreign_capital/y1": "1", "2.1/investment/y1": "1", "2.1/employees/y1": "1"}),
        case("two missing", Hit("2.1", "集群总产值（亿元）", None, "error", None, None, "2.1 没有找到“集群总产值（亿元）”一行。", "请按报告格式补上该行；如改动过指标名称，请改回原名称。", "heading 2.1"), Hit("2.1", "集群从业人员数量（人）", None, "error", None, None, "2.1 没有找到“集群从业人员数量（人）”一行。", "请按报告格式补上该行；如改动过指标名称，请改回原名称。", "heading 2.1"), cells={"2.1/main_output/y1": "1", "2.1/province_share/y1": "1", "2.1/market_share/y1": "1", "2.1/revenue/y1": "1", "2.1/large_revenue/y1": "1", "2.1/profit/y1": "1", "2.1/tax/y1": "1", "2.1/imports/y1": "1", "2.1/exports/y1": "1", "2.1/foreign_capital/y1": "1", "2.1/investment/y1": "1"}),
        case("row of the other category", cells={"2.1/output/y1": "1", "2.1/main_output/y1": "1", "2.1/province_share/y1": "1", "2.1/market_share/y1": "1", "2.1/revenue/y1": "1", "2.1/large_revenue/y1": "1", "2.1/profit/y1": "1", "2.1/tax/y1": "1", "2.1/imports/y1": "1", "2.1/exports/y1": "1", "2.1/foreign_capital/y1": "1", "2.1/investment/y1": "1", "2.1/employees/y1": "1"}, category="先进制造业集群"),
        case("row of this category", Hit("2.1", "集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）", None, "error", None, None, "2.1 没有找到“集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）”一行。", "请按报告格式补上该行；如改动过指标名称，请改回原名称。", "heading 2.1"), cells={"2.1/output/y1": "1", "2.1/main_output/y1": "1", "2.1/province_share/y1": "1", "2.1/market_share/y1": "1", "2.1/revenue/y1": "1", "2.1/large_revenue/y1": "1", "2.1/profit/y1": "1", "2.1/tax/y1": "1", "2.1/imports/y1": "1", "2.1/exports/y1": "1", "2.1/foreign_capital/y1": "1", "2.1/investment/y1": "1", "2.1/employees/y1": "1"}, category="中小企业特色产业集群"),
        case("category not known", cells={"2.1/output/y1": "1", "2.1/main_output/y1": "1", "2.1/province_share/y1": "1", "2.1/market_share/y1": "1", "2.1/revenue/y1": "1", "2.1/large_revenue/y1": "1", "2.1/profit/y1": "1", "2.1/tax/y1": "1", "2.1/imports/y1": "1", "2.1/exports/y1": "1", "2.1/foreign_capital/y1": "1", "2.1/investment/y1": "1", "2.1/employees/y1": "1"}, category=None),
        case("one column is enough", cells={"2.1/output/growth": "", "2.1/main_output/growth": "", "2.1/province_share/growth": "", "2.1/market_share/growth": "", "2.1/revenue/growth": "", "2.1/large_revenue/growth": "", "2.1/profit/growth": "", "2.1/tax/growth": "", "2.1/imports/growth": "", "2.1/exports/growth": "", "2.1/foreign_capital/growth": "", "2.1/investment/growth": "", "2.1/employees/growth": ""}),
        case("field of a group", Hit("一", "电话", "集群核心承载园区 联系人", "error", None, None, "一 没有找到“电话”（集群核心承载园区）一行。", "请按报告格式补上该行；如改动过指标名称，请改回原名称。", "heading 一"), cells={"一/name": "某", "一/field": "某", "一/category": "某", "一/industry": "某", "一/area": "某", "一/promoter_name": "某", "一/promoter_head": "某", "一/promoter_head_phone": "某", "一/promoter_contact": "某", "一/promoter_contact_phone": "某", "一/park_name": "某", "一/park_head": "某", "一/park_head_phone": "某", "一/park_contact": "某"}),
        case("opinion is another matter", cells={"一/name": "某", "一/field": "某", "一/category": "某", "一/industry": "某", "一/area": "某", "一/promoter_name": "某", "一/promoter_head": "某", "一/promoter_head_phone": "某", "一/promoter_contact": "某", "一/promoter_contact_phone": "某", "一/park_name": "某", "一/park_head": "某", "一/park_head_phone": "某", "一/park_contact": "某", "一/park_contact_phone": "某"}),
        case("table missing is another matter", headings=["2.1"]),
    ),
    "list-missing": (
        case("filled", lists={"2.3/projects": [{"name": "甲0"}]}),
        case("headings only", Hit("2.3", None, None, "error", None, None, "2.3 “集群重点项目建设情况”一行也没有填写。", "请逐行填写。", "heading 2.3"), seen=["2.3/projects"]),
        case("nothing but none", Hit("2.3", None, None, "error", None, None, "2.3 “集群重点项目建设情况”一行也没有填写。", "请逐行填写。", "heading 2.3"), lists={"2.3/projects": []}),
        case("none of a count of zero", seen=["2.7/platform_list"], cells={"2.7/platforms/y1": "0"}),
        case("headings only though counted", Hit("2.7", "省级及以上公共服务平台（国家级、省级）", None, "error", None, None, "2.7 “省级及以上公共服务平台（国家级、省级）”一行也没有填写。", "请逐行填写。", "heading 2.7"), seen=["2.7/platform_list"], cells={"2.7/platforms/y1": "3"}),
        case("said to be none though counted is another matter", lists={"2.7/platform_list": []}, cells={"2.7/platforms/y1": "3"}),
        case("no count", seen=["2.6/quality_awards"]),
        case("top ten said to be none", Hit("2.2", "营业收入排名前十企业发展情况", None, "error", None, None, "2.2 “营业收入排名前十企业发展情况”一行也没有填写。", "请逐行填写。", "heading 2.2"), lists={"2.2/top_revenue": []}),
        case("table missing is another matter", headings=["2.3"]),
    ),
    "list-length": (
        case("ten", lists={"2.2/top_revenue": [{"name": "甲0"}, {"name": "甲1"}, {"name": "甲2"}, {"name": "甲3"}, {"name": "甲4"}, {"name": "甲5"}, {"name": "甲6"}, {"name": "甲7"}, {"name": "甲8"}, {"name": "甲9"}]}),
        case("nine", Hit("2.2", "营业收入排名前十企业发展情况", None, "warning", "9", "10家", "2.2 “营业收入排名前十企业发展情况”填了 9 行，格式要求10家。", "请补齐或精简。", "2.2/top_revenue/1/name"), lists={"2.2/top_revenue": [{"name": "甲0"}, {"name": "甲1"}, {"name": "甲2"}, {"name": "甲3"}, {"name": "甲4"}, {"name": "甲5"}, {"name": "甲6"}, {"name": "甲7"}, {"name": "甲8"}]}),
        case("eleven", Hit("2.4", "集群研发投入前十位企业", None, "warning", "11", "10家", "2.4 “集群研发投入前十位企业”填了 11 行，格式要求10家。", "请补齐或精简。", "2.4/rd_top/1/name"), lists={"2.4/rd_top": [{"name": "甲0"}, {"name": "甲1"}, {"name": "甲2"}, {"name": "甲3"}, {"name": "甲4"}, {"name": "甲5"}, {"name": "甲6"}, {"name": "甲7"}, {"name": "甲8"}, {"name": "甲9"}, {"name": "甲10"}]}),
        case("all of few firms", lists={"2.2/top_revenue": [{"name": "甲0"}, {"name": "甲1"}, {"name": "甲2"}, {"name": "甲3"}, {"name": "甲4"}, {"name": "甲5"}]}, cells={"2.2/firms/y1": "6"}),
        case("not all of few firms", Hit("2.2", "营业收入排名前十企业发展情况", None, "warning", "5", "10家", "2.2 “营业收入排名前十企业发展情况”填了 5 行，格式要求10家。", "请补齐或精简。", "2.2/top_revenue/1/name"), lists={"2.2/top_revenue": [{"name": "甲0"}, {"name": "甲1"}, {"name": "甲2"}, {"name": "甲3"}, {"name": "甲4"}]}, cells={"2.2/firms/y1": "6"}),
        case("nine of ten firms", Hit("2.2", "营业收入排名前十企业发展情况", None, "warning", "9", "10家", "2.2 “营业收入排名前十企业发展情况”填了 9 行，格式要求10家。", "请补齐或精简。", "2.2/top_revenue/1/name"), lists={"2.2/top_revenue": [{"name": "甲0"}, {"name": "甲1"}, {"name": "甲2"}, {"name": "甲3"}, {"name": "甲4"}, {"name": "甲5"}, {"name": "甲6"}, {"name": "甲7"}, {"name": "甲8"}]}, cells={"2.2/firms/y1": "10"}),
        case("all of nine firms", lists={"2.2/top_revenue": [{"name": "甲0"}, {"name": "甲1"}, {"name": "甲2"}, {"name": "甲3"}, {"name": "甲4"}, {"name": "甲5"}, {"name": "甲6"}, {"name": "甲7"}, {"name": "甲8"}]}, cells={"2.2/firms/y1": "9"}),
        case("eight projects", lists={"2.3/projects": [{"name": "甲0"}, {"name": "甲1"}, {"name": "甲2"}, {"name": "甲3"}, {"name": "甲4"}, {"name": "甲5"}, {"name": "甲6"}, {"name": "甲7"}]}),
        case("twelve projects", lists={"2.3/projects": [{"name": "甲0"}, {"name": "甲1"}, {"name": "甲2"}, {"name": "甲3"}, {"name": "甲4"}, {"name": "甲5"}, {"name": "甲6"}, {"name": "甲7"}, {"name": "甲8"}, {"name": "甲9"}, {"name": "甲10"}, {"name": "甲11"}]}),
        case("seven projects", Hit("2.3", None, None, "warning", "7", "10个左右", "2.3 “集群重点项目建设情况”填了 7 行，格式要求10个左右。", "请补齐或精简。", "2.3/projects/1/name"), lists={"2.3/projects": [{"name": "甲0"}, {"name": "甲1"}, {"name": "甲2"}, {"name": "甲3"}, {"name": "甲4"}, {"name": "甲5"}, {"name": "甲6"}]}),
        case("thirteen projects", Hit("2.3", None, None, "warning", "13", "10个左右", "2.3 “集群重点项目建设情况”填了 13 行，格式要求10个左右。", "请补齐或精简。", "2.3/projects/1/name"), lists={"2.3/projects": [{"name": "甲0"}, {"name": "甲1"}, {"name": "甲2"}, {"name": "甲3"}, {"name": "甲4"}, {"name": "甲5"}, {"name": "甲6"}, {"name": "甲7"}, {"name": "甲8"}, {"name": "甲9"}, {"name": "甲10"}, {"name": "甲11"}, {"name": "甲12"}]}),
        case("few firms have projects all the same", Hit("2.3", None, None, "warning", "4", "10个左右", "2.3 “集群重点项目建设情况”填了 4 行，格式要求10个左右。", "请补齐或精简。", "2.3/projects/1/name"), lists={"2.3/projects": [{"name": "甲0"}, {"name": "甲1"}, {"name": "甲2"}, {"name": "甲3"}]}, cells={"2.2/firms/y1": "4"}),
        case("none is another matter", lists={"2.2/top_revenue": []}),
        case("lists of any length", lists={"2.7/platform_list": [{"name": "甲0"}, {"name": "甲1"}, {"name": "甲2"}]}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
