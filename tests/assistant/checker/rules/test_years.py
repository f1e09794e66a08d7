"""The years of the tables, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "years-differ": (
        case("three years", years={"2.1/indicators": (2021, 2022), "2.2/indicators": (2020, 2021, 2022)}),
        case("after one that is right", Hit("2.4", None, None, "warning", "2020年、2021年", None, "2.4 “集群创新情况”的年度为2020年、2021年，与其他表（最近一年为 2022 年）不一致。", "请核对表头年度。", ""), Hit("3.1", None, None, "warning", "2019年、2020年", None, "3.1 “园区主要经济指标”的年度为2019年、2020年，与其他表（最近一年为 2022 年）不一致。", "请核对表头年度。", ""), years={"2.1/indicators": (2021, 2022), "2.4/indicators": (2020, 2021), "3.1/indicators": (2019, 2020)}),
        case("same", years={"2.1/indicators": (2021, 2022), "2.2/indicators": (2021, 2022)}),
        case("earlier", Hit("2.4", None, None, "warning", "2020年、2021年", None, "2.4 “集群创新情况”的年度为2020年、2021年，与其他表（最近一年为 2022 年）不一致。", "请核对表头年度。", "heading 2.4"), years={"2.1/indicators": (2021, 2022), "2.4/indicators": (2020, 2021)}, headings=["2.4"]),
        case("later", Hit("2.2", "营业收入排名前十企业发展情况", None, "warning", "2022年、2023年", None, "2.2 “营业收入排名前十企业发展情况”的年度为2022年、2023年，与其他表（最近一年为 2022 年）不一致。", "请核对表头年度。", ""), years={"2.1/indicators": (2021, 2022), "2.2/top_revenue": (2022, 2023)}),
        case("targets", years={"2.1/indicators": (2021, 2022), "5.1/targets": (2023, 2024, 2025)}),
        case("targets with their base", years={"2.1/indicators": (2021, 2022), "5.1/targets": (2022, 2023, 2024, 2025)}),
        case("targets of other years", Hit("5.1", None, None, "warning", "2022年、2023年、2024年", None, "5.1 “未来三年集群主要经济指标发展目标”的年度为2022年、2023年、2024年，与其他表（最近一年为 2022 年）不一致。", "请核对表头年度。", ""), years={"2.1/indicators": (2021, 2022), "5.1/targets": (2022, 2023, 2024)}),
        case("none stated", years={"2.4/indicators": (2020, 2021)}, years_stated=False),
        case("no years", cells={"2.1/output/y1": "1"}),
    ),
    "years-not-consecutive": (
        case("after one that is right", Hit("2.4", None, None, "warning", "2020年、2022年", None, "2.4 “集群创新情况”的年度为2020年、2022年，中间缺年。", "请核对表头年度，填写相邻的年份。", ""), years={"2.1/indicators": (2021, 2022), "2.4/indicators": (2020, 2022)}),
        case("consecutive", years={"2.1/indicators": (2021, 2022)}),
        case("three", years={"2.1/indicators": (2020, 2021, 2022)}),
        case("one", years={"2.1/indicators": (2022,)}),
        case("gap", Hit("2.1", None, None, "warning", "2020年、2022年", None, "2.1 “集群主要经济指标”的年度为2020年、2022年，中间缺年。", "请核对表头年度，填写相邻的年份。", "heading 2.1"), years={"2.1/indicators": (2020, 2022)}, headings=["2.1"]),
        case("gap in targets", Hit("5.1", None, None, "warning", "2023年、2025年、2026年", None, "5.1 “未来三年集群主要经济指标发展目标”的年度为2023年、2025年、2026年，中间缺年。", "请核对表头年度，填写相邻的年份。", ""), years={"5.1/targets": (2023, 2025, 2026)}),
        case("gap in a list", Hit("2.4", "集群研发投入前十位企业", None, "warning", "2019年、2022年", None, "2.4 “集群研发投入前十位企业”的年度为2019年、2022年，中间缺年。", "请核对表头年度，填写相邻的年份。", ""), years={"2.4/rd_top": (2019, 2022)}),
    ),
    "years-unstated": (
        case("stated", cells={"2.1/output/y1": "1"}),
        case("not stated", Hit("2.1", None, None, "info", None, None, "表头没有写明年度，检查时按格式所印年度（2021年、2022年）处理。", "请在表头写明年度。", "heading 2.1"), cells={"2.1/output/y1": "1"}, years_stated=False),
        case("not stated, no heading of 2.1", Hit("2.1", None, None, "info", None, None, "表头没有写明年度，检查时按格式所印年度（2021年、2022年）处理。", "请在表头写明年度。", ""), cells={"3.1/gdp/y1": "1"}, years_stated=False),
        case("no tables", years_stated=False),
    ),
    "years-identical": (
        case("after rows that do not count", Hit("2.2", None, None, "warning", "5", None, "2.2 “集群企业培育情况”5 行中有 5 行两年数值完全相同（规上工业企业数量、高新技术企业数量、国家级专精特新“小巨人”企业数量、省级专精特新企业数量、获得两化融合管理体系贯标证书企业数量）。", "请核对是否把一年的数值照抄到了另一年。", "2.2/large_firms/y1"), cells={"2.2/listed/y2": "3", "2.2/listed/y1": "3", "2.2/hightech/y2": "20", "2.2/hightech/y1": "20", "2.2/giants/y2": "20", "2.2/giants/y1": "20", "2.2/specialised/y2": "20", "2.2/specialised/y1": "20", "2.2/integration/y2": "20", "2.2/integration/y1": "20", "2.2/large_firms/y2": "20", "2.2/large_firms/y1": "20"}),
        case("after a table of fields", Hit("2.1", None, None, "warning", "6", None, "2.1 “集群主要经济指标”6 行中有 6 行两年数值完全相同（集群主导产业产值、集群企业营业收入、集群规上工业企业营业收入、利润总额、税金总额等）。", "请核对是否把一年的数值照抄到了另一年。", "2.1/main_output/y1"), cells={"一/name": "甲", "2.1/output/y2": "0", "2.1/output/y1": "0", "2.1/main_output/y2": "20.5", "2.1/main_output/y1": "20.5", "2.1/revenue/y2": "20.5", "2.1/revenue/y1": "20.5", "2.1/large_revenue/y2": "20.5", "2.1/large_revenue/y1": "20.5", "2.1/profit/y2": "20.5", "2.1/profit/y1": "20.5", "2.1/tax/y2": "20.5", "2.1/tax/y1": "20.5", "2.1/imports/y2": "20.5", "2.1/imports/y1": "20.5"}),
        case("all", Hit("2.1", None, None, "warning", "10", None, "2.1 “集群主要经济指标”10 行中有 10 行两年数值完全相同（集群总产值、集群主导产业产值、集群企业营业收入、集群规上工业企业营业收入、利润总额等）。", "请核对是否把一年的数值照抄到了另一年。", "2.1/output/y1"), cells={"2.1/output/y2": "10.5", "2.1/output/y1": "10.5", "2.1/main_output/y2": "10.5", "2.1/main_output/y1": "10.5", "2.1/revenue/y2": "10.5", "2.1/revenue/y1": "10.5", "2.1/large_revenue/y2": "10.5", "2.1/large_revenue/y1": "10.5", "2.1/profit/y2": "10.5", "2.1/profit/y1": "10.5", "2.1/tax/y2": "10.5", "2.1/tax/y1": "10.5", "2.1/imports/y2": "10.5", "2.1/imports/y1": "10.5", "2.1/exports/y2": "10.5", "2.1/exports/y1": "10.5", "2.1/foreign_capital/y2": "10.5", "2.1/foreign_capital/y1": "10.5", "2.1/investment/y2": "10.5", "2.1/investment/y1": "10.5"}),
        case("five of five", Hit("2.1", None, None, "warning", "5", None, "2.1 “集群主要经济指标”5 行中有 5 行两年数值完全相同（集群总产值、集群主导产业产值、集群企业营业收入、集群规上工业企业营业收入、利润总额）。", "请核对是否把一年的数值照抄到了另一年。", "2.1/output/y1"), cells={"2.1/output/y2": "10.5", "2.1/output/y1": "10.5", "2.1/main_output/y2": "10.5", "2.1/main_output/y1": "10.5", "2.1/revenue/y2": "10.5", "2.1/revenue/y1": "10.5", "2.1/large_revenue/y2": "10.5", "2.1/large_revenue/y1": "10.5", "2.1/profit/y2": "10.5", "2.1/profit/y1": "10.5"}),
        case("four of four", cells={"2.1/output/y2": "10.5", "2.1/output/y1": "10.5", "2.1/main_output/y2": "10.5", "2.1/main_output/y1": "10.5", "2.1/revenue/y2": "10.5", "2.1/revenue/y1": "10.5", "2.1/large_revenue/y2": "10.5", "2.1/large_revenue/y1": "10.5"}),
        case("six of ten", Hit("2.1", None, None, "warning", "6", None, "2.1 “集群主要经济指标”10 行中有 6 行两年数值完全相同（集群总产值、集群主导产业产值、集群企业营业收入、集群规上工业企业营业收入、利润总额等）。", "请核对是否把一年的数值照抄到了另一年。", "2.1/output/y1"), cells={"2.1/output/y2": "10.5", "2.1/output/y1": "10.5", "2.1/main_output/y2": "10.5", "2.1/main_output/y1": "10.5", "2.1/revenue/y2": "10.5", "2.1/revenue/y1": "10.5", "2.1/large_revenue/y2": "10.5", "2.1/large_revenue/y1": "10.5", "2.1/profit/y2": "10.5", "2.1/profit/y1": "10.5", "2.1/tax/y2": "10.5", "2.1/tax/y1": "10.5", "2.1/imports/y2": "9.5", "2.1/imports/y1": "10.5", "2.1/exports/y2": "9.5", "2.1/exports/y1": "10.5", "2.1/foreign_capital/y2": "9.5", "2.1/foreign_capital/y1": "10.5", "2.1/investment/y2": "9.5", "2.1/investment/y1": "10.5"}),
        case("five of ten", cells={"2.1/output/y2": "10.5", "2.1/output/y1": "10.5", "2.1/main_output/y2": "10.5", "2.1/main_output/y1": "10.5", "2.1/revenue/y2": "10.5", "2.1/revenue/y1": "10.5", "2.1/large_revenue/y2": "10.5", "2.1/large_revenue/y1": "10.5", "2.1/profit/y2": "10.5", "2.1/profit/y1": "10.5", "2.1/tax/y2": "9.5", "2.1/tax/y1": "10.5", "2.1/imports/y2": "9.5", "2.1/imports/y1": "10.5", "2.1/exports/y2": "9.5", "2.1/exports/y1": "10.5", "2.1/foreign_capital/y2": "9.5", "2.1/foreign_capital/y1": "10.5", "2.1/investment/y2": "9.5", "2.1/investment/y1": "10.5"}),
        case("zeros", cells={"2.1/output/y2": "0", "2.1/output/y1": "0", "2.1/main_output/y2": "0", "2.1/main_output/y1": "0", "2.1/revenue/y2": "0", "2.1/revenue/y1": "0", "2.1/large_revenue/y2": "0", "2.1/large_revenue/y1": "0", "2.1/profit/y2": "0", "2.1/profit/y1": "0", "2.1/tax/y2": "0", "2.1/tax/y1": "0", "2.1/imports/y2": "0", "2.1/imports/y1": "0", "2.1/exports/y2": "0", "2.1/exports/y1": "0", "2.1/foreign_capital/y2": "0", "2.1/foreign_capital/y1": "0", "2.1/investment/y2": "0", "2.1/investment/y1": "0"}),
        case("approximate", cells={"2.1/output/y2": "约10", "2.1/output/y1": "约10", "2.1/main_output/y2": "约10", "2.1/main_output/y1": "约10", "2.1/revenue/y2": "约10", "2.1/revenue/y1": "约10", "2.1/large_revenue/y2": "约10", "2.1/large_revenue/y1": "约10", "2.1/profit/y2": "约10", "2.1/profit/y1": "约10", "2.1/tax/y2": "约10", "2.1/tax/y1": "约10", "2.1/imports/y2": "约10", "2.1/imports/y1": "约10", "2.1/exports/y2": "约10", "2.1/exports/y1": "约10", "2.1/foreign_capital/y2": "约10", "2.1/foreign_capital/y1": "约10", "2.1/investment/y2": "约10", "2.1/investment/y1": "约10"}),
        case("counts of ten", Hit("2.2", None, None, "warning", "5", None, "2.2 “集群企业培育情况”5 行中有 5 行两年数值完全相同（企业数量、规上工业企业数量、高新技术企业数量、上市和挂牌企业数量、国家级专精特新“小巨人”企业数量）。", "请核对是否把一年的数值照抄到了另一年。", "2.2/firms/y1"), cells={"2.2/firms/y2": "10", "2.2/firms/y1": "10", "2.2/large_firms/y2": "10", "2.2/large_firms/y1": "10", "2.2/hightech/y2": "10", "2.2/hightech/y1": "10", "2.2/listed/y2": "10", "2.2/listed/y1": "10", "2.2/giants/y2": "10", "2.2/giants/y1": "10"}),
        case("small counts", cells={"2.2/firms/y2": "9", "2.2/firms/y1": "9", "2.2/large_firms/y2": "9", "2.2/large_firms/y1": "9", "2.2/hightech/y2": "9", "2.2/hightech/y1": "9", "2.2/listed/y2": "9", "2.2/listed/y1": "9", "2.2/giants/y2": "9", "2.2/giants/y1": "9", "2.2/specialised/y2": "9", "2.2/specialised/y1": "9"}),
        case("year labels in 3.1", Hit("3.1", None, None, "warning", "6", None, "3.1 “园区主要经济指标”6 行中有 6 行两年数值完全相同（园区生产总值、园区规上工业企业营业收入、上交税金总额、进口总额、出口总额等）。", "请核对是否把一年的数值照抄到了另一年。", "3.1/gdp/y1"), cells={"3.1/gdp/y2": "5.5", "3.1/gdp/y1": "5.5", "3.1/large_revenue/y2": "5.5", "3.1/large_revenue/y1": "5.5", "3.1/tax/y2": "5.5", "3.1/tax/y1": "5.5", "3.1/imports/y2": "5.5", "3.1/imports/y1": "5.5", "3.1/exports/y2": "5.5", "3.1/exports/y1": "5.5", "3.1/attracted/y2": "5.5", "3.1/attracted/y1": "5.5"}),
        case("shares and ratios may stay", cells={"2.1/market_share/y2": "5.5", "2.1/market_share/y1": "5.5", "2.1/province_share/y2": "5.5", "2.1/province_share/y1": "5.5", "2.5/co2/y2": "5.5", "2.5/co2/y1": "5.5", "2.5/water/y2": "5.5", "2.5/water/y1": "5.5", "2.5/solid_waste/y2": "5.5", "2.5/solid_waste/y1": "5.5", "2.6/certificates/y2": "5.5", "2.6/certificates/y1": "5.5"}),
        case("one year only", cells={"2.1/output/y1": "5.5", "2.1/main_output/y1": "5.5", "2.1/revenue/y1": "5.5", "2.1/large_revenue/y1": "5.5", "2.1/profit/y1": "5.5", "2.1/tax/y1": "5.5", "2.1/imports/y1": "5.5", "2.1/exports/y1": "5.5", "2.1/foreign_capital/y1": "5.5", "2.1/investment/y1": "5.5"}),
        case("targets", cells={"5.1/output/y1": "5.5", "5.1/output/t1": "5.5", "5.1/main_revenue/y1": "5.5", "5.1/main_revenue/t1": "5.5", "5.1/large_firms/y1": "5.5", "5.1/large_firms/t1": "5.5", "5.1/profit/y1": "5.5", "5.1/profit/t1": "5.5", "5.1/tax/y1": "5.5", "5.1/tax/t1": "5.5"}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
