"""Parts within wholes, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "part-row": (
        case("right", cells={"2.1/output/y1": "452.18", "2.1/main_output/y1": "403.65"}),
        case("equal", cells={"2.1/output/y1": "452.18", "2.1/main_output/y1": "452.18"}),
        case("equal after rounding", cells={"2.1/output/y1": "452", "2.1/main_output/y1": "452.4"}),
        case("main output", Hit("2.1", "集群主导产业产值（亿元）", "2022年", "error", "463.65", "≤452.18", "2.1 “集群主导产业产值（亿元）”2022年填 463.65，大于2.1 “集群总产值（亿元）”2022年的 452.18；部分不应大于总体。", "请核对这两个数值。", "2.1/main_output/y1"), cells={"2.1/output/y1": "452.18", "2.1/main_output/y1": "463.65"}),
        case("by a digit", Hit("2.1", "集群主导产业产值（亿元）", "2022年", "error", "452.6", "≤452", "2.1 “集群主导产业产值（亿元）”2022年填 452.6，大于2.1 “集群总产值（亿元）”2022年的 452；部分不应大于总体。", "请核对这两个数值。", "2.1/main_output/y1"), cells={"2.1/output/y1": "452", "2.1/main_output/y1": "452.6"}),
        case("year before", Hit("2.1", "集群主导产业产值（亿元）", "2021年", "error", "400.00", "≤386.52", "2.1 “集群主导产业产值（亿元）”2021年填 400.00，大于2.1 “集群总产值（亿元）”2021年的 386.52；部分不应大于总体。", "请核对这两个数值。", "2.1/main_output/y2"), cells={"2.1/output/y2": "386.52", "2.1/main_output/y2": "400.00"}),
        case("growth is no part", cells={"2.1/output/growth": "17.0", "2.1/main_output/growth": "18.0"}),
        case("large revenue", Hit("2.1", "集群规上工业企业营业收入（亿元）", "2022年", "error", "402", "≤400", "2.1 “集群规上工业企业营业收入（亿元）”2022年填 402，大于2.1 “集群企业营业收入（亿元）”2022年的 400；部分不应大于总体。", "请核对这两个数值。", "2.1/large_revenue/y1"), cells={"2.1/revenue/y1": "400", "2.1/large_revenue/y1": "402"}),
        case("profit", Hit("2.1", "利润总额（亿元）", "2022年", "error", "402", "≤400", "2.1 “利润总额（亿元）”2022年填 402，大于2.1 “集群企业营业收入（亿元）”2022年的 400；部分不应大于总体。", "请核对这两个数值。", "2.1/profit/y1"), cells={"2.1/revenue/y1": "400", "2.1/profit/y1": "402"}),
        case("tax", Hit("2.1", "税金总额（亿元）", "2022年", "error", "402", "≤400", "2.1 “税金总额（亿元）”2022年填 402，大于2.1 “集群企业营业收入（亿元）”2022年的 400；部分不应大于总体。", "请核对这两个数值。", "2.1/tax/y1"), cells={"2.1/revenue/y1": "400", "2.1/tax/y1": "402"}),
        case("research", Hit("2.4", "集群研发经费（亿元）", "2022年", "error", "402", "≤400", "2.4 “集群研发经费（亿元）”2022年填 402，大于2.1 “集群企业营业收入（亿元）”2022年的 400；部分不应大于总体。", "请核对这两个数值。", "2.4/rd/y1"), cells={"2.1/revenue/y1": "400", "2.4/rd/y1": "402"}),
        case("large firms", Hit("2.2", "规上工业企业数量（个）", "2022年", "error", "319", "≤318", "2.2 “规上工业企业数量（个）”2022年填 319，大于2.2 “企业数量（个）”2022年的 318；部分不应大于总体。", "请核对这两个数值。", "2.2/large_firms/y1"), cells={"2.2/firms/y1": "318", "2.2/large_firms/y1": "319"}),
        case("all firms are large", cells={"2.2/firms/y1": "318", "2.2/large_firms/y1": "318"}),
        case("three systems", Hit("2.6", "获得质量、环境、职业健康安全三体系贯标认证企业数量（个，需提供佐证材料）", "2022年", "error", "400", "≤318", "2.6 “获得质量、环境、职业健康安全三体系贯标认证企业数量（个，需提供佐证材料）”2022年填 400，大于2.2 “企业数量（个）”2022年的 318；部分不应大于总体。", "请核对这两个数值。", "2.6/three_systems/y1"), cells={"2.2/firms/y1": "318", "2.6/three_systems/y1": "400"}),
        case("approximate", cells={"2.1/output/y1": "约452", "2.1/main_output/y1": "463.65"}),
        case("approximate part", cells={"2.1/output/y1": "452", "2.1/main_output/y1": "约463.65"}),
        case("no whole", cells={"2.1/main_output/y1": "463.65"}),
        case("whole not a number", cells={"2.1/output/y1": "—", "2.1/main_output/y1": "463.65"}),
        case("champions are not only firms", cells={"2.2/firms/y1": "3", "2.2/champions_national/y1": "4"}),
    ),
    "part-column": (
        case("right", cells={"3.1/attracted/y1": "148.00", "3.1/attracted/cluster_y1": "86.30"}),
        case("all of it", cells={"3.1/attracted/y1": "148.00", "3.1/attracted/cluster_y1": "148.00"}),
        case("more", Hit("3.1", "园区招商引资总额（亿元）", "2022年其中：集群产业", "error", "148.02", "≤148.00", "3.1 “园区招商引资总额（亿元）”2022年其中：集群产业填 148.02，大于3.1 “园区招商引资总额（亿元）”2022年园区总额的 148.00；部分不应大于总体。", "请核对这两个数值。", "3.1/attracted/cluster_y1"), cells={"3.1/attracted/y1": "148.00", "3.1/attracted/cluster_y1": "148.02"}),
        case("year before", Hit("3.1", "上交税金总额（亿元）", "2021年其中：集群产业", "error", "20.00", "≤18.62", "3.1 “上交税金总额（亿元）”2021年其中：集群产业填 20.00，大于3.1 “上交税金总额（亿元）”2021年园区总额的 18.62；部分不应大于总体。", "请核对这两个数值。", "3.1/tax/cluster_y2"), cells={"3.1/tax/y2": "18.62", "3.1/tax/cluster_y2": "20.00"}),
        case("other year", cells={"3.1/tax/y1": "18.62", "3.1/tax/cluster_y2": "20.00"}),
        case("no total", cells={"3.1/tax/cluster_y2": "20.00"}),
    ),
    "park-part": (
        case("right", cells={"2.1/large_revenue/y1": "415.73", "3.1/large_revenue/cluster_y1": "349.80"}),
        case("the park's total may be more", cells={"2.1/large_revenue/y1": "415.73", "3.1/large_revenue/y1": "549.80"}),
        case("all in the park", cells={"2.2/large_firms/y1": "132", "3.1/large_firms/cluster_y1": "132"}),
        case("revenue", Hit("3.1", "园区规上工业企业营业收入（亿元）", "2022年其中：集群产业", "error", "449.80", "≤415.73", "3.1 “园区规上工业企业营业收入（亿元）”2022年其中：集群产业填 449.80，大于2.1 “集群规上工业企业营业收入（亿元）”2022年的 415.73；部分不应大于总体。", "请核对这两个数值。", "3.1/large_revenue/cluster_y1"), cells={"2.1/large_revenue/y1": "415.73", "3.1/large_revenue/cluster_y1": "449.80"}),
        case("firms", Hit("3.1", "园区规上工业企业数（个）", "2022年其中：集群产业", "error", "133", "≤132", "3.1 “园区规上工业企业数（个）”2022年其中：集群产业填 133，大于2.2 “规上工业企业数量（个）”2022年的 132；部分不应大于总体。", "请核对这两个数值。", "3.1/large_firms/cluster_y1"), cells={"2.2/large_firms/y1": "132", "3.1/large_firms/cluster_y1": "133"}),
        case("imports", Hit("3.1", "进口总额（亿元）", "2021年其中：集群产业", "error", "3", "≤1", "3.1 “进口总额（亿元）”2021年其中：集群产业填 3，大于2.1 “进口额（亿元）”2021年的 1；部分不应大于总体。", "请核对这两个数值。", "3.1/imports/cluster_y2"), cells={"2.1/imports/y2": "1", "3.1/imports/cluster_y2": "3"}),
        case("exports", Hit("3.1", "出口总额（亿元）", "2022年其中：集群产业", "error", "3", "≤1", "3.1 “出口总额（亿元）”2022年其中：集群产业填 3，大于2.1 “出口额（亿元）”2022年的 1；部分不应大于总体。", "请核对这两个数值。", "3.1/exports/cluster_y1"), cells={"2.1/exports/y1": "1", "3.1/exports/cluster_y1": "3"}),
        case("tax asks only", Hit("3.1", "上交税金总额（亿元）", "2022年其中：集群产业", "warning", "15.00", "≤14.51", "3.1 “上交税金总额（亿元）”2022年其中：集群产业填 15.00，大于2.1 “税金总额（亿元）”2022年的 14.51；部分不应大于总体。", "请核对这两个数值。", "3.1/tax/cluster_y1"), cells={"2.1/tax/y1": "14.51", "3.1/tax/cluster_y1": "15.00"}),
        case("foreign capital asks only", Hit("3.1", "园区实际使用外资（亿元）", "2022年其中：集群产业", "warning", "1.50", "≤1.35", "3.1 “园区实际使用外资（亿元）”2022年其中：集群产业填 1.50，大于2.1 “利用外资规模（亿元）”2022年的 1.35；部分不应大于总体。", "请核对这两个数值。", "3.1/foreign/cluster_y1"), cells={"2.1/foreign_capital/y1": "1.35", "3.1/foreign/cluster_y1": "1.50"}),
        case("value added asks only", Hit("3.1", "园区生产总值（亿元）", "2022年其中：集群产业", "warning", "139.60", "≤100.00", "3.1 “园区生产总值（亿元）”2022年其中：集群产业填 139.60，大于2.1 “集群总产值（亿元）”2022年的 100.00；部分不应大于总体。", "请核对这两个数值。", "3.1/gdp/cluster_y1"), cells={"2.1/output/y1": "100.00", "3.1/gdp/cluster_y1": "139.60"}),
        case("other year", cells={"2.1/exports/y2": "1", "3.1/exports/cluster_y1": "3"}),
        case("no whole", cells={"3.1/exports/cluster_y1": "3"}),
    ),
    "park-without-cluster": (
        case("zeros", Hit("3.1", "园区规上工业企业数（个）", "2022年其中：集群产业", "warning", "0", None, "3.1 核心承载园区各项指标中“其中：集群产业”均为 0，与核心承载园区的定位不符。", "请填写园区内集群产业的数值。", "3.1/large_firms/cluster_y1"), cells={"3.1/gdp/y1": "224.80", "3.1/gdp/cluster_y1": "0", "3.1/large_firms/cluster_y1": "0", "3.1/large_revenue/cluster_y1": "0.00"}),
        case("nil", Hit("3.1", "园区规上工业企业数（个）", "2022年其中：集群产业", "warning", "—", None, "3.1 核心承载园区各项指标中“其中：集群产业”均为 0，与核心承载园区的定位不符。", "请填写园区内集群产业的数值。", "3.1/large_firms/cluster_y1"), cells={"3.1/large_firms/y1": "172", "3.1/gdp/cluster_y1": "—", "3.1/large_firms/cluster_y1": "—", "3.1/large_revenue/cluster_y1": "—"}),
        case("one is not zero", cells={"3.1/gdp/y1": "224.80", "3.1/gdp/cluster_y1": "0", "3.1/large_firms/cluster_y1": "1", "3.1/large_revenue/cluster_y1": "0"}),
        case("blank is another matter", cells={"3.1/gdp/y1": "224.80", "3.1/gdp/cluster_y1": "", "3.1/large_firms/cluster_y1": "0", "3.1/large_revenue/cluster_y1": "0"}),
        case("one is missing", cells={"3.1/gdp/y1": "224.80", "3.1/large_firms/cluster_y1": "0", "3.1/large_revenue/cluster_y1": "0"}),
        case("firms are missing", cells={"3.1/gdp/y1": "224.80", "3.1/gdp/cluster_y1": "0", "3.1/large_revenue/cluster_y1": "0"}),
        case("the park is empty too", cells={"3.1/gdp/y1": "0", "3.1/gdp/cluster_y1": "0", "3.1/large_firms/cluster_y1": "0", "3.1/large_revenue/cluster_y1": "0"}),
        case("no totals", cells={"3.1/gdp/cluster_y1": "0", "3.1/large_firms/cluster_y1": "0", "3.1/large_revenue/cluster_y1": "0"}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
