"""Growth rates: 增幅 of 2.1, 2.2, 2.4 and 3.1, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "growth-rate": (
        case("cut off", Hit("2.1", "集群从业人员数量（人）", "增幅（%）", "warning", "7.5", "7.6", "2.1 “集群从业人员数量（人）”增幅（%）填 7.5，按2021年 24860、2022年 26740 计算应为 7.6。疑似直接舍去了后面的位数，应四舍五入。", "请将增幅改为 7.6，或核对两年数值。", "2.1/employees/growth"), cells={"2.1/employees/y2": "24860", "2.1/employees/y1": "26740", "2.1/employees/growth": "7.5"}),
        case("cut off, falling", cells={"2.1/employees/y2": "26740", "2.1/employees/y1": "24860", "2.1/employees/growth": "-7.0"}),
        case("rounded up", Hit("2.1", "集群从业人员数量（人）", "增幅（%）", "error", "-7.1", "-7.0", "2.1 “集群从业人员数量（人）”增幅（%）填 -7.1，按2021年 26740、2022年 24860 计算应为 -7.0。", "请将增幅改为 -7.0，或核对两年数值。", "2.1/employees/growth"), cells={"2.1/employees/y2": "26740", "2.1/employees/y1": "24860", "2.1/employees/growth": "-7.1"}),
        case("too low to be cut off", Hit("2.1", "集群从业人员数量（人）", "增幅（%）", "error", "7.4", "7.6", "2.1 “集群从业人员数量（人）”增幅（%）填 7.4，按2021年 24860、2022年 26740 计算应为 7.6。", "请将增幅改为 7.6，或核对两年数值。", "2.1/employees/growth"), cells={"2.1/employees/y2": "24860", "2.1/employees/y1": "26740", "2.1/employees/growth": "7.4"}),
        case("a small rise told as a fall", Hit("2.1", "利润总额（亿元）", "增幅（%）", "error", "-20.0", "20.0", "2.1 “利润总额（亿元）”增幅（%）填 -20.0，按2021年 0.50、2022年 0.60 计算应为 20.0。", "请将增幅改为 20.0，或核对两年数值。", "2.1/profit/growth"), cells={"2.1/profit/y2": "0.50", "2.1/profit/y1": "0.60", "2.1/profit/growth": "-20.0"}),
        case("the row after one that is contradicted", Hit("3.1", "园区生产总值（亿元）", "总额增幅（%）", "error", "15.3", "13.3", "3.1 “园区生产总值（亿元）”总额增幅（%）填 15.3，按2021年园区总额 198.40、2022年园区总额 224.80 计算应为 13.3。", "请将增幅改为 13.3，或核对两年数值。", "3.1/gdp/growth"), cells={"2.4/patents/y1": "634", "2.1/employees/y1": "33860", "2.4/patents_per_10k/y1": "18.72", "2.4/patents_per_10k/y2": "163.84", "2.4/patents_per_10k/growth": "14.3", "3.1/gdp/y2": "198.40", "3.1/gdp/y1": "224.80", "3.1/gdp/growth": "15.3"}),
        case("the row after one from zero", Hit("3.1", "园区生产总值（亿元）", "总额增幅（%）", "error", "15.3", "13.3", "3.1 “园区生产总值（亿元）”总额增幅（%）填 15.3，按2021年园区总额 198.40、2022年园区总额 224.80 计算应为 13.3。", "请将增幅改为 13.3，或核对两年数值。", "3.1/gdp/growth"), cells={"2.1/output/y2": "0", "2.1/output/y1": "5.00", "2.1/output/growth": "3.0", "3.1/gdp/y2": "198.40", "3.1/gdp/y1": "224.80", "3.1/gdp/growth": "15.3"}),
        case("the row after one without a rate", Hit("3.1", "园区生产总值（亿元）", "总额增幅（%）", "error", "15.3", "13.3", "3.1 “园区生产总值（亿元）”总额增幅（%）填 15.3，按2021年园区总额 198.40、2022年园区总额 224.80 计算应为 13.3。", "请将增幅改为 13.3，或核对两年数值。", "3.1/gdp/growth"), cells={"2.1/output/y1": "5.00", "2.1/output/growth": "3.0", "3.1/gdp/y2": "198.40", "3.1/gdp/y1": "224.80", "3.1/gdp/growth": "15.3"}),
        case("share from zero", cells={"2.2/cloud/y2": "0", "2.2/cloud/y1": "5.0", "2.2/cloud/growth": "100"}),
        case("right to one decimal", cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "17.0"}),
        case("right without decimals", cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "17"}),
        case("right with sign", cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "16.99%"}),
        case("only what the rounding allows", cells={"2.1/output/y2": "1.0", "2.1/output/y1": "1.1", "2.1/output/growth": "21.0"}),
        case("the most that rounding allows", cells={"2.1/output/y2": "100", "2.1/output/y1": "110", "2.1/output/growth": "11.0"}),
        case("more than rounding allows", Hit("2.1", "集群总产值（亿元）", "增幅（%）", "error", "11.2", "10.0", "2.1 “集群总产值（亿元）”增幅（%）填 11.2，按2021年 100、2022年 110 计算应为 10.0。", "请将增幅改为 10.0，或核对两年数值。", "2.1/output/growth"), cells={"2.1/output/y2": "100", "2.1/output/y1": "110", "2.1/output/growth": "11.2"}),
        case("less than rounding allows", Hit("2.1", "集群总产值（亿元）", "增幅（%）", "error", "8.8", "10.0", "2.1 “集群总产值（亿元）”增幅（%）填 8.8，按2021年 100、2022年 110 计算应为 10.0。", "请将增幅改为 10.0，或核对两年数值。", "2.1/output/growth"), cells={"2.1/output/y2": "100", "2.1/output/y1": "110", "2.1/output/growth": "8.8"}),
        case("wrong", Hit("2.1", "集群总产值（亿元）", "增幅（%）", "error", "15.0", "17.0", "2.1 “集群总产值（亿元）”增幅（%）填 15.0，按2021年 386.52、2022年 452.18 计算应为 17.0。", "请将增幅改为 17.0，或核对两年数值。", "2.1/output/growth"), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "15.0"}),
        case("as a fraction", Hit("2.1", "集群总产值（亿元）", "增幅（%）", "error", "0.17", "16.99", "2.1 “集群总产值（亿元）”增幅（%）填 0.17，按2021年 386.52、2022年 452.18 计算应为 16.99。疑似以小数代替百分数。", "请将增幅改为 16.99，或核对两年数值。", "2.1/output/growth"), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "0.17"}),
        case("years reversed", Hit("2.1", "集群总产值（亿元）", "增幅（%）", "error", "-14.5", "17.0", "2.1 “集群总产值（亿元）”增幅（%）填 -14.5，按2021年 386.52、2022年 452.18 计算应为 17.0。疑似两年数值颠倒。", "请将增幅改为 17.0，或核对两年数值。", "2.1/output/growth"), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "-14.5"}),
        case("ratio of the years", Hit("2.1", "集群总产值（亿元）", "增幅（%）", "error", "117.0", "17.0", "2.1 “集群总产值（亿元）”增幅（%）填 117.0，按2021年 386.52、2022年 452.18 计算应为 17.0。疑似填成了两年之比。", "请将增幅改为 17.0，或核对两年数值。", "2.1/output/growth"), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "117.0"}),
        case("without its sign", Hit("2.1", "集群总产值（亿元）", "增幅（%）", "error", "14.5", "-14.5", "2.1 “集群总产值（亿元）”增幅（%）填 14.5，按2021年 452.18、2022年 386.52 计算应为 -14.5。", "请将增幅改为 -14.5，或核对两年数值。", "2.1/output/growth"), cells={"2.1/output/y2": "452.18", "2.1/output/y1": "386.52", "2.1/output/growth": "14.5"}),
        case("fall said in words", cells={"2.1/output/y2": "452.18", "2.1/output/y1": "386.52", "2.1/output/growth": "下降14.5%"}),
        case("approximate rate", cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "约15"}),
        case("approximate year", cells={"2.1/output/y2": "约386", "2.1/output/y1": "452.18", "2.1/output/growth": "15"}),
        case("no rate", cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "—"}),
        case("no earlier year", cells={"2.1/output/y1": "452.18", "2.1/output/growth": "15.0"}),
        case("no later year", cells={"2.1/output/y2": "452.18", "2.1/output/growth": "15.0"}),
        case("no growth cell", cells={"2.1/output/y2": "452.18", "2.1/output/y1": "15.0"}),
        case("zero last year", cells={"2.2/listed/y2": "0", "2.2/listed/y1": "3", "2.2/listed/growth": "100"}),
        case("may be zero last year", cells={"2.1/output/y2": "0.0", "2.1/output/y1": "3.2", "2.1/output/growth": "100"}),
        case("percentage points", cells={"2.2/cloud/y2": "62.0", "2.2/cloud/y1": "71.5", "2.2/cloud/growth": "9.5"}),
        case("percentage points said", cells={"2.2/cloud/y2": "62.0", "2.2/cloud/y1": "71.5", "2.2/cloud/growth": "9.5个百分点"}),
        case("relative growth of a share", cells={"2.2/cloud/y2": "62.0", "2.2/cloud/y1": "71.5", "2.2/cloud/growth": "15.3"}),
        case("neither points nor relative", Hit("2.2", "企业上云比例（%）", "增幅（%）", "error", "12.0", "15.3", "2.2 “企业上云比例（%）”增幅（%）填 12.0，按2021年 62.0、2022年 71.5 计算应为 15.3（或增减 9.5 个百分点）。", "请将增幅改为 15.3，或核对两年数值。", "2.2/cloud/growth"), cells={"2.2/cloud/y2": "62.0", "2.2/cloud/y1": "71.5", "2.2/cloud/growth": "12.0"}),
        case("relative said as points", Hit("2.2", "企业上云比例（%）", "增幅（%）", "error", "15.3个百分点", "9.5", "2.2 “企业上云比例（%）”增幅（%）填 15.3个百分点，按2021年 62.0、2022年 71.5 计算应为 9.5。", "请将增幅改为 9.5，或核对两年数值。", "2.2/cloud/growth"), cells={"2.2/cloud/y2": "62.0", "2.2/cloud/y1": "71.5", "2.2/cloud/growth": "15.3个百分点"}),
        case("points of an amount are not judged", cells={"2.1/output/y2": "386.52", "2.1/output/y1": "452.18", "2.1/output/growth": "15.0个百分点"}),
        case("from a loss, on its size", cells={"2.1/profit/y2": "-5.00", "2.1/profit/y1": "-3.00", "2.1/profit/growth": "40.0"}),
        case("from a loss, by sign", cells={"2.1/profit/y2": "-5.00", "2.1/profit/y1": "-3.00", "2.1/profit/growth": "-40.0"}),
        case("from a loss, wrong", Hit("2.1", "利润总额（亿元）", "增幅（%）", "error", "30.0", "40.0", "2.1 “利润总额（亿元）”增幅（%）填 30.0，按2021年 -5.00、2022年 -3.00 计算应为 40.0。", "请将增幅改为 40.0，或核对两年数值。", "2.1/profit/growth"), cells={"2.1/profit/y2": "-5.00", "2.1/profit/y1": "-3.00", "2.1/profit/growth": "30.0"}),
        case("into a loss", cells={"2.1/profit/y2": "5.00", "2.1/profit/y1": "-3.00", "2.1/profit/growth": "-160.0"}),
        case("park total", Hit("3.1", "园区生产总值（亿元）", "总额增幅（%）", "error", "15.3", "13.3", "3.1 “园区生产总值（亿元）”总额增幅（%）填 15.3，按2021年园区总额 198.40、2022年园区总额 224.80 计算应为 13.3。", "请将增幅改为 13.3，或核对两年数值。", "3.1/gdp/growth"), cells={"3.1/gdp/y2": "198.40", "3.1/gdp/y1": "224.80", "3.1/gdp/growth": "15.3"}),
        case("count", Hit("2.2", "企业数量（个）", "增幅（%）", "error", "12.2", "11.2", "2.2 “企业数量（个）”增幅（%）填 12.2，按2021年 286、2022年 318 计算应为 11.2。", "请将增幅改为 11.2，或核对两年数值。", "2.2/firms/growth"), cells={"2.2/firms/y2": "286", "2.2/firms/y1": "318", "2.2/firms/growth": "12.2"}),
        case("count right", cells={"2.2/firms/y2": "286", "2.2/firms/y1": "318", "2.2/firms/growth": "11.2"}),
        case("the year is the slip", cells={"2.4/patents/y1": "634", "2.1/employees/y1": "33860", "2.4/patents_per_10k/y1": "18.72", "2.4/patents_per_10k/y2": "163.84", "2.4/patents_per_10k/growth": "14.3"}),
        case("the earlier year is the slip", cells={"2.4/patents/y2": "512", "2.1/employees/y2": "31250", "2.4/patents_per_10k/y2": "16.38", "2.4/patents_per_10k/y1": "187.24", "2.4/patents_per_10k/growth": "14.3"}),
        case("the growth of R&D is the slip", cells={"2.4/rd/y2": "11.85", "2.4/rd/y1": "14.42", "2.4/rd_growth/y2": "17.3", "2.4/rd_growth/y1": "27.1", "2.4/rd_growth/growth": "4.4"}),
        case("zero for a real rate", Hit("2.1", "集群总产值（亿元）", "增幅（%）", "error", "0.0", "3.5", "2.1 “集群总产值（亿元）”增幅（%）填 0.0，按2021年 386.52、2022年 400.18 计算应为 3.5。", "请将增幅改为 3.5，或核对两年数值。", "2.1/output/growth"), cells={"2.1/output/y2": "386.52", "2.1/output/y1": "400.18", "2.1/output/growth": "0.0"}),
    ),
    "growth-from-zero": (
        case("the row after one that is not from zero", Hit("2.2", "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）", "增幅（%）", "warning", "50", "—", "2.2 “上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）”增幅（%）填 50，但2021年为 0，没有增幅可算。", "请将增幅填为“—”。", "2.2/listed/growth"), cells={"2.2/firms/y2": "3", "2.2/firms/y1": "5", "2.2/firms/growth": "66.7", "2.2/listed/y2": "0", "2.2/listed/y1": "3", "2.2/listed/growth": "50"}),
        case("count", Hit("2.4", "获得国家科技进步奖数量（个，需提供佐证材料）", "增幅（%）", "warning", "100", "—", "2.4 “获得国家科技进步奖数量（个，需提供佐证材料）”增幅（%）填 100，但2021年为 0，没有增幅可算。", "请将增幅填为“—”。", "2.4/awards_national/growth"), cells={"2.4/awards_national/y2": "0", "2.4/awards_national/y1": "1", "2.4/awards_national/growth": "100"}),
        case("amount", Hit("2.1", "进口额（亿元）", "增幅（%）", "warning", "100", "—", "2.1 “进口额（亿元）”增幅（%）填 100，但2021年为 0，没有增幅可算。", "请将增幅填为“—”。", "2.1/imports/growth"), cells={"2.1/imports/y2": "0", "2.1/imports/y1": "3.58", "2.1/imports/growth": "100"}),
        case("no rate", cells={"2.4/awards_national/y2": "0", "2.4/awards_national/y1": "1", "2.4/awards_national/growth": "—"}),
        case("zero rate", cells={"2.4/awards_national/y2": "0", "2.4/awards_national/y1": "1", "2.4/awards_national/growth": "0"}),
        case("still zero", cells={"2.4/awards_national/y2": "0", "2.4/awards_national/y1": "0", "2.4/awards_national/growth": "100"}),
        case("may still be zero", cells={"2.1/imports/y2": "0", "2.1/imports/y1": "0.4", "2.1/imports/growth": "100"}),
        case("from one", cells={"2.4/awards_national/y2": "1", "2.4/awards_national/y1": "2", "2.4/awards_national/growth": "100"}),
        case("as points", cells={"2.4/awards_national/y2": "0", "2.4/awards_national/y1": "1", "2.4/awards_national/growth": "1个百分点"}),
        case("share", cells={"2.2/cloud/y2": "0", "2.2/cloud/y1": "71.5", "2.2/cloud/growth": "100"}),
    ),
    "growth-impossible": (
        case("the row after one that may be", Hit("2.1", "进口额（亿元）", "增幅（%）", "error", "-130", "≥-100", "2.1 “进口额（亿元）”增幅（%）填 -130，降幅不可能超过 100%。", "请核对两年数值后重新计算增幅。", "2.1/imports/growth"), cells={"2.1/profit/growth": "-130", "2.1/imports/growth": "-130"}),
        case("no earlier year", Hit("2.1", "进口额（亿元）", "增幅（%）", "error", "-130", "≥-100", "2.1 “进口额（亿元）”增幅（%）填 -130，降幅不可能超过 100%。", "请核对两年数值后重新计算增幅。", "2.1/imports/growth"), cells={"2.1/imports/y1": "3.58", "2.1/imports/growth": "-130"}),
        case("just beyond", Hit("2.1", "进口额（亿元）", "增幅（%）", "error", "-100.1", "≥-100", "2.1 “进口额（亿元）”增幅（%）填 -100.1，降幅不可能超过 100%。", "请核对两年数值后重新计算增幅。", "2.1/imports/growth"), cells={"2.1/imports/y1": "3.58", "2.1/imports/growth": "-100.1"}),
        case("all gone", cells={"2.1/imports/y1": "3.58", "2.1/imports/growth": "-100.0"}),
        case("beyond, without decimals", Hit("2.1", "进口额（亿元）", "增幅（%）", "error", "-101", "≥-100", "2.1 “进口额（亿元）”增幅（%）填 -101，降幅不可能超过 100%。", "请核对两年数值后重新计算增幅。", "2.1/imports/growth"), cells={"2.1/imports/growth": "-101"}),
        case("may be negative", cells={"2.1/profit/y1": "3.58", "2.1/profit/growth": "-130"}),
        case("told by the years", cells={"2.1/imports/y2": "3.00", "2.1/imports/y1": "3.58", "2.1/imports/growth": "-130"}),
        case("a year itself", cells={"2.1/imports/y1": "-130"}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
