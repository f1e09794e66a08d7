"""The targets of 5.1, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "targets-fall": (
        case("rising", cells={"5.1/profit/y1": "25.70", "5.1/profit/t1": "29.00", "5.1/profit/t2": "33.00", "5.1/profit/t3": "37.50"}),
        case("level", cells={"5.1/profit/y1": "25.70", "5.1/profit/t1": "25.70", "5.1/profit/t2": "25.70", "5.1/profit/t3": "25.71"}),
        case("level after rounding", cells={"5.1/profit/y1": "25.70", "5.1/profit/t1": "26", "5.1/profit/t2": "25.7", "5.1/profit/t3": "26"}),
        case("falls once", Hit("5.1", "集群主导产业利润（亿元）", "2024年发展目标", "warning", "23.00", None, "5.1 “集群主导产业利润（亿元）”2024年发展目标填 23.00，低于2023年发展目标的 29.00。", "请核对；确为下降的，请在实施方案中说明原因。", "5.1/profit/t2"), cells={"5.1/profit/y1": "25.70", "5.1/profit/t1": "29.00", "5.1/profit/t2": "23.00", "5.1/profit/t3": "37.50"}),
        case("falls twice", Hit("5.1", "集群主导产业利润（亿元）", "2023年发展目标", "warning", "24.00", None, "5.1 “集群主导产业利润（亿元）”2023年发展目标填 24.00，低于上一年实际值的 25.70。", "请核对；确为下降的，请在实施方案中说明原因。", "5.1/profit/t1"), Hit("5.1", "集群主导产业利润（亿元）", "2024年发展目标", "warning", "23.00", None, "5.1 “集群主导产业利润（亿元）”2024年发展目标填 23.00，低于2023年发展目标的 24.00。", "请核对；确为下降的，请在实施方案中说明原因。", "5.1/profit/t2"), cells={"5.1/profit/y1": "25.70", "5.1/profit/t1": "24.00", "5.1/profit/t2": "23.00", "5.1/profit/t3": "37.50"}),
        case("below the last year", Hit("5.1", "集群总产值（亿元）", "2023年发展目标", "warning", "440.00", None, "5.1 “集群总产值（亿元）”2023年发展目标填 440.00，低于上一年实际值的 452.18。", "请核对；确为下降的，请在实施方案中说明原因。", "5.1/output/t1"), cells={"5.1/output/y1": "452.18", "5.1/output/t1": "440.00", "5.1/output/t2": "500", "5.1/output/t3": "600"}),
        case("gap", cells={"5.1/profit/y1": "25.70", "5.1/profit/t2": "23.00", "5.1/profit/t3": "37.50"}),
    ),
    "targets-leap": (
        case("after one that is not known", Hit("5.1", "集群总产值（亿元）", "2024年发展目标", "warning", "500", None, "5.1 “集群总产值（亿元）”2024年发展目标填 500，是2023年发展目标 150 的两倍以上。", "请核对数值和单位；确有依据的，请在实施方案中说明。", "5.1/output/t2"), cells={"5.1/output/y1": "约100", "5.1/output/t1": "150", "5.1/output/t2": "500", "5.1/output/t3": "600"}),
        case("from half", Hit("5.1", "集群总产值（亿元）", "2023年发展目标", "warning", "1.2", None, "5.1 “集群总产值（亿元）”2023年发展目标填 1.2，是上一年实际值 0.5 的两倍以上。", "请核对数值和单位；确有依据的，请在实施方案中说明。", "5.1/output/t1"), cells={"5.1/output/y1": "0.5", "5.1/output/t1": "1.2", "5.1/output/t2": "1.3", "5.1/output/t3": "1.4"}),
        case("doubled", cells={"5.1/output/y1": "100", "5.1/output/t1": "200", "5.1/output/t2": "200", "5.1/output/t3": "200"}),
        case("doubled after rounding", cells={"5.1/output/y1": "100", "5.1/output/t1": "201", "5.1/output/t2": "300", "5.1/output/t3": "400"}),
        case("more than doubled", Hit("5.1", "集群总产值（亿元）", "2023年发展目标", "warning", "202", None, "5.1 “集群总产值（亿元）”2023年发展目标填 202，是上一年实际值 100 的两倍以上。", "请核对数值和单位；确有依据的，请在实施方案中说明。", "5.1/output/t1"), cells={"5.1/output/y1": "100", "5.1/output/t1": "202", "5.1/output/t2": "300", "5.1/output/t3": "400"}),
        case("tenfold", Hit("5.1", "集群主导产业营业收入（亿元）", "2024年发展目标", "warning", "5020", None, "5.1 “集群主导产业营业收入（亿元）”2024年发展目标填 5020，是2023年发展目标 443.00 的两倍以上。", "请核对数值和单位；确有依据的，请在实施方案中说明。", "5.1/main_revenue/t2"), cells={"5.1/main_revenue/y1": "392.40", "5.1/main_revenue/t1": "443.00", "5.1/main_revenue/t2": "5020", "5.1/main_revenue/t3": "5680"}),
        case("firms", Hit("5.1", "集群主导产业规模工业企业数（个）", "2023年发展目标", "warning", "101", None, "5.1 “集群主导产业规模工业企业数（个）”2023年发展目标填 101，是上一年实际值 50 的两倍以上。", "请核对数值和单位；确有依据的，请在实施方案中说明。", "5.1/large_firms/t1"), cells={"5.1/large_firms/y1": "50", "5.1/large_firms/t1": "101", "5.1/large_firms/t2": "102", "5.1/large_firms/t3": "103"}),
        case("profit may", cells={"5.1/profit/y1": "1.0", "5.1/profit/t1": "5.0", "5.1/profit/t2": "6.0", "5.1/profit/t3": "7.0"}),
        case("from nothing", cells={"5.1/output/y1": "0", "5.1/output/t1": "5.0", "5.1/output/t2": "6.0", "5.1/output/t3": "7.0"}),
        case("approximate", cells={"5.1/output/y1": "100", "5.1/output/t1": "约500", "5.1/output/t2": "600", "5.1/output/t3": "700"}),
        case("from about", cells={"5.1/output/y1": "约100", "5.1/output/t1": "500", "5.1/output/t2": "600", "5.1/output/t3": "700"}),
    ),
    "targets-flat": (
        case("copied", Hit("5.1", "集群主导产业规模工业企业数（个）", "上一年实际值", "info", "121", None, "5.1 “集群主导产业规模工业企业数（个）”三年目标都与上一年实际值相同（121）。", "请核对是否照抄；确实不变的，请在实施方案中说明。", "5.1/large_firms/y1"), cells={"5.1/large_firms/y1": "121", "5.1/large_firms/t1": "121", "5.1/large_firms/t2": "121", "5.1/large_firms/t3": "121"}),
        case("one differs", cells={"5.1/large_firms/y1": "121", "5.1/large_firms/t1": "121", "5.1/large_firms/t2": "121", "5.1/large_firms/t3": "122"}),
        case("zero", cells={"5.1/tax/y1": "0", "5.1/tax/t1": "0", "5.1/tax/t2": "0", "5.1/tax/t3": "0"}),
        case("one is missing", cells={"5.1/large_firms/y1": "121", "5.1/large_firms/t1": "121", "5.1/large_firms/t2": "121"}),
        case("one is no number", cells={"5.1/large_firms/y1": "121", "5.1/large_firms/t1": "121", "5.1/large_firms/t2": "121", "5.1/large_firms/t3": "—"}),
        case("first is missing", cells={"5.1/large_firms/t1": "121", "5.1/large_firms/t2": "121", "5.1/large_firms/t3": "121"}),
    ),
    "target-base-part": (
        case("profit", Hit("5.1", "集群主导产业利润（亿元）", "上一年实际值", "warning", "21.9", "≤17.5", "5.1 “集群主导产业利润（亿元）”上一年实际值填 21.9，大于2.1 “利润总额（亿元）”2022年的 17.5；部分不应大于总体。", "请核对这两个数值。", "5.1/profit/y1"), cells={"5.1/profit/y1": "21.9", "2.1/profit/y1": "17.5"}),
        case("all profit", cells={"5.1/profit/y1": "17.5", "2.1/profit/y1": "17.5"}),
        case("right", cells={"5.1/main_revenue/y1": "392.40", "2.1/revenue/y1": "436.90"}),
        case("all", cells={"5.1/large_firms/y1": "132", "2.2/large_firms/y1": "132"}),
        case("revenue", Hit("5.1", "集群主导产业营业收入（亿元）", "上一年实际值", "error", "437.00", "≤436.90", "5.1 “集群主导产业营业收入（亿元）”上一年实际值填 437.00，大于2.1 “集群企业营业收入（亿元）”2022年的 436.90；部分不应大于总体。", "请核对这两个数值。", "5.1/main_revenue/y1"), cells={"5.1/main_revenue/y1": "437.00", "2.1/revenue/y1": "436.90"}),
        case("firms", Hit("5.1", "集群主导产业规模工业企业数（个）", "上一年实际值", "error", "133", "≤132", "5.1 “集群主导产业规模工业企业数（个）”上一年实际值填 133，大于2.2 “规上工业企业数量（个）”2022年的 132；部分不应大于总体。", "请核对这两个数值。", "5.1/large_firms/y1"), cells={"5.1/large_firms/y1": "133", "2.2/large_firms/y1": "132"}),
        case("tax asks only", Hit("5.1", "集群主导产业上交税金（亿元）", "上一年实际值", "warning", "14.60", "≤14.51", "5.1 “集群主导产业上交税金（亿元）”上一年实际值填 14.60，大于2.1 “税金总额（亿元）”2022年的 14.51；部分不应大于总体。", "请核对这两个数值。", "5.1/tax/y1"), cells={"5.1/tax/y1": "14.60", "2.1/tax/y1": "14.51"}),
        case("targets are not bound", cells={"5.1/main_revenue/t1": "537.00", "2.1/revenue/y1": "436.90"}),
        case("nothing to compare", cells={"5.1/main_revenue/y1": "537.00"}),
    ),
    "target-part": (
        case("right", cells={"5.1/main_revenue/y1": "392.40", "5.1/profit/y1": "25.70", "5.1/tax/y1": "12"}),
        case("profit", Hit("5.1", "集群主导产业利润（亿元）", "2024年发展目标", "error", "529", "≤502.00", "5.1 “集群主导产业利润（亿元）”2024年发展目标填 529，大于5.1 “集群主导产业营业收入（亿元）”2024年发展目标的 502.00；部分不应大于总体。", "请核对这两个数值。", "5.1/profit/t2"), cells={"5.1/main_revenue/t2": "502.00", "5.1/profit/t2": "529"}),
        case("tax", Hit("5.1", "集群主导产业上交税金（亿元）", "2025年发展目标", "error", "5680", "≤568.00", "5.1 “集群主导产业上交税金（亿元）”2025年发展目标填 5680，大于5.1 “集群主导产业营业收入（亿元）”2025年发展目标的 568.00；部分不应大于总体。", "请核对这两个数值。", "5.1/tax/t3"), cells={"5.1/main_revenue/t3": "568.00", "5.1/tax/t3": "5680"}),
        case("last year", Hit("5.1", "集群主导产业利润（亿元）", "上一年实际值", "error", "25.70", "≤5.00", "5.1 “集群主导产业利润（亿元）”上一年实际值填 25.70，大于5.1 “集群主导产业营业收入（亿元）”上一年实际值的 5.00；部分不应大于总体。", "请核对这两个数值。", "5.1/profit/y1"), cells={"5.1/main_revenue/y1": "5.00", "5.1/profit/y1": "25.70"}),
        case("first target", Hit("5.1", "集群主导产业上交税金（亿元）", "2023年发展目标", "error", "25.70", "≤5.00", "5.1 “集群主导产业上交税金（亿元）”2023年发展目标填 25.70，大于5.1 “集群主导产业营业收入（亿元）”2023年发展目标的 5.00；部分不应大于总体。", "请核对这两个数值。", "5.1/tax/t1"), cells={"5.1/main_revenue/t1": "5.00", "5.1/tax/t1": "25.70"}),
        case("no revenue", cells={"5.1/profit/t2": "529"}),
    ),
    "target-base": (
        case("same", cells={"5.1/output/y1": "452.18", "2.1/output/y1": "452.18"}),
        case("same after rounding", cells={"5.1/output/y1": "452.2", "2.1/output/y1": "452.18"}),
        case("same as a whole number", cells={"5.1/output/y1": "452", "2.1/output/y1": "452.18"}),
        case("other", Hit("5.1", "集群总产值（亿元）", "上一年实际值", "error", "425.18", "452.18", "5.1 “集群总产值（亿元）”上一年实际值填 425.18，与2.1 “集群总产值（亿元）”2022年的 452.18 不一致。", "请核对并改为同一数值。", "5.1/output/y1"), cells={"5.1/output/y1": "425.18", "2.1/output/y1": "452.18"}),
        case("by a digit", Hit("5.1", "集群总产值（亿元）", "上一年实际值", "error", "452.1", "452.18", "5.1 “集群总产值（亿元）”上一年实际值填 452.1，与2.1 “集群总产值（亿元）”2022年的 452.18 不一致。", "请核对并改为同一数值。", "5.1/output/y1"), cells={"5.1/output/y1": "452.1", "2.1/output/y1": "452.18"}),
        case("approximate", cells={"5.1/output/y1": "约450", "2.1/output/y1": "452.18"}),
        case("about in the table", cells={"5.1/output/y1": "450", "2.1/output/y1": "约452.18"}),
        case("only here", cells={"5.1/output/y1": "452.1"}),
        case("only there", cells={"2.1/output/y1": "452.1"}),
        case("the year before does not count", cells={"5.1/output/y1": "452.18", "2.1/output/y2": "386.52"}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
