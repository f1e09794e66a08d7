"""Figures that a reviewer would ask about, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "rd-ratio-high": (
        case("right", cells={"2.4/rd_ratio/y1": "3.35", "5.1/main_revenue/y1": "392.40", "2.4/rd/y1": "14.42"}),
        case("all of it", cells={"2.4/rd_ratio/y1": "10.00", "5.1/main_revenue/y1": "100.00", "2.4/rd/y1": "10.00"}),
        case("all after rounding", cells={"2.4/rd_ratio/y1": "10.01", "5.1/main_revenue/y1": "100.00", "2.4/rd/y1": "10.00"}),
        case("just more", Hit("2.4", "集群主导产业规上企业R&D经费支出占集群主导产业营业收入比重（%）", "2022年", "warning", "10.02", None, "2.4 “集群主导产业规上企业R&D经费支出占集群主导产业营业收入比重（%）”2022年填 10.02，按 5.1 主导产业营业收入 100.00亿元 推算研发经费约 10.02亿元，超过 2.4 的集群研发经费 10.00亿元。", "请核对比重、主导产业营业收入和研发经费的口径。", "2.4/rd_ratio/y1"), cells={"2.4/rd_ratio/y1": "10.02", "5.1/main_revenue/y1": "100.00", "2.4/rd/y1": "10.00"}),
        case("more", Hit("2.4", "集群主导产业规上企业R&D经费支出占集群主导产业营业收入比重（%）", "2022年", "warning", "8.35", None, "2.4 “集群主导产业规上企业R&D经费支出占集群主导产业营业收入比重（%）”2022年填 8.35，按 5.1 主导产业营业收入 392.40亿元 推算研发经费约 32.77亿元，超过 2.4 的集群研发经费 14.42亿元。", "请核对比重、主导产业营业收入和研发经费的口径。", "2.4/rd_ratio/y1"), cells={"2.4/rd_ratio/y1": "8.35", "5.1/main_revenue/y1": "392.40", "2.4/rd/y1": "14.42"}),
        case("with its unit", Hit("2.4", "集群主导产业规上企业R&D经费支出占集群主导产业营业收入比重（%）", "2022年", "warning", "8.35", None, "2.4 “集群主导产业规上企业R&D经费支出占集群主导产业营业收入比重（%）”2022年填 8.35，按 5.1 主导产业营业收入 392.40亿元 推算研发经费约 32.77亿元，超过 2.4 的集群研发经费 14.42亿元。", "请核对比重、主导产业营业收入和研发经费的口径。", "2.4/rd_ratio/y1"), cells={"2.4/rd_ratio/y1": "8.35", "5.1/main_revenue/y1": "392.40", "2.4/rd/y1": "14.42亿元"}),
        case("approximate ratio", cells={"2.4/rd_ratio/y1": "约8.35", "5.1/main_revenue/y1": "392.40", "2.4/rd/y1": "14.42"}),
        case("approximate revenue", cells={"2.4/rd_ratio/y1": "8.35", "5.1/main_revenue/y1": "约392.40", "2.4/rd/y1": "14.42"}),
        case("approximate spending", cells={"2.4/rd_ratio/y1": "8.35", "5.1/main_revenue/y1": "392.40", "2.4/rd/y1": "约14.42"}),
        case("no revenue", cells={"2.4/rd_ratio/y1": "8.35", "2.4/rd/y1": "14.42"}),
        case("no spending", cells={"2.4/rd_ratio/y1": "8.35", "5.1/main_revenue/y1": "392.40"}),
        case("no ratio", cells={"5.1/main_revenue/y1": "392.40", "2.4/rd/y1": "1.42"}),
    ),
    "employees-scale": (
        case("one worker", Hit("2.1", "集群从业人员数量（人）", "2022年", "warning", "1", None, "2.1 “集群从业人员数量（人）”2022年填 1，少于企业数量 318 家。", "请核对人数、企业数和单位。", "2.1/employees/y1"), cells={"2.1/employees/y1": "1", "2.2/firms/y1": "318"}),
        case("the year after one that is not known", Hit("2.1", "集群从业人员数量（人）", "2022年", "warning", "34", None, "2.1 “集群从业人员数量（人）”2022年填 34，少于企业数量 318 家。", "请核对人数、企业数和单位。", "2.1/employees/y1"), cells={"2.1/employees/y2": "约5", "2.1/employees/y1": "34", "2.2/firms/y1": "318"}),
        case("little revenue", Hit("2.1", "集群从业人员数量（人）", "2022年", "warning", "20001", None, "2.1 “集群从业人员数量（人）”2022年填 20001，人均营业收入为 0.45 万元，疑似单位错误。", "请核对人数、企业数和单位。", "2.1/employees/y1"), cells={"2.1/employees/y1": "20001", "2.1/revenue/y1": "0.9"}),
        case("right", cells={"2.1/employees/y1": "33860", "2.2/firms/y1": "318", "2.1/revenue/y1": "436.90"}),
        case("one each", cells={"2.1/employees/y1": "318", "2.2/firms/y1": "318"}),
        case("fewer than firms", Hit("2.1", "集群从业人员数量（人）", "2022年", "warning", "317", None, "2.1 “集群从业人员数量（人）”2022年填 317，少于企业数量 318 家。", "请核对人数、企业数和单位。", "2.1/employees/y1"), cells={"2.1/employees/y1": "317", "2.2/firms/y1": "318", "2.1/revenue/y1": "436.90"}),
        case("year before", Hit("2.1", "集群从业人员数量（人）", "2021年", "warning", "34", None, "2.1 “集群从业人员数量（人）”2021年填 34，少于企业数量 286 家。", "请核对人数、企业数和单位。", "2.1/employees/y2"), cells={"2.1/employees/y2": "34", "2.2/firms/y2": "286"}),
        case("most that one earns", cells={"2.1/employees/y1": "100", "2.1/revenue/y1": "50"}),
        case("more than one earns", Hit("2.1", "集群从业人员数量（人）", "2022年", "warning", "100", None, "2.1 “集群从业人员数量（人）”2022年填 100，人均营业收入为 5001.00 万元，疑似单位错误。", "请核对人数、企业数和单位。", "2.1/employees/y1"), cells={"2.1/employees/y1": "100", "2.1/revenue/y1": "50.01"}),
        case("least that one earns", cells={"2.1/employees/y1": "20000", "2.1/revenue/y1": "1"}),
        case("less than one earns", Hit("2.1", "集群从业人员数量（人）", "2022年", "warning", "20001", None, "2.1 “集群从业人员数量（人）”2022年填 20001，人均营业收入为 0.50 万元，疑似单位错误。", "请核对人数、企业数和单位。", "2.1/employees/y1"), cells={"2.1/employees/y1": "20001", "2.1/revenue/y1": "1"}),
        case("no revenue yet", cells={"2.1/employees/y1": "20001", "2.1/revenue/y1": "0"}),
        case("no workers", cells={"2.1/employees/y1": "0", "2.2/firms/y1": "318"}),
        case("approximate", cells={"2.1/employees/y1": "约34", "2.2/firms/y1": "318"}),
        case("other year", cells={"2.1/employees/y1": "34", "2.2/firms/y2": "286"}),
        case("in ten thousands", cells={"2.1/employees/y1": "3.4万人", "2.2/firms/y1": "318", "2.1/revenue/y1": "436.90"}),
    ),
    "exports-high": (
        case("right", cells={"2.1/exports/y1": "22.05", "2.1/revenue/y1": "436.90"}),
        case("all", cells={"2.1/exports/y1": "436.90", "2.1/revenue/y1": "436.90"}),
        case("more", Hit("2.1", "出口额（亿元）", "2022年", "warning", "436.92", "≤436.90", "2.1 “出口额（亿元）”2022年填 436.92，大于集群企业营业收入 436.90。", "请核对单位（美元应折算为人民币亿元）和统计范围。", "2.1/exports/y1"), cells={"2.1/exports/y1": "436.92", "2.1/revenue/y1": "436.90"}),
        case("year before", Hit("2.1", "出口额（亿元）", "2021年", "warning", "500", "≤371.26", "2.1 “出口额（亿元）”2021年填 500，大于集群企业营业收入 371.26。", "请核对单位（美元应折算为人民币亿元）和统计范围。", "2.1/exports/y2"), cells={"2.1/exports/y2": "500", "2.1/revenue/y2": "371.26"}),
        case("no revenue", cells={"2.1/exports/y2": "500"}),
    ),
    "large-firm-average": (
        case("none with little revenue", Hit("2.1", "集群规上工业企业营业收入（亿元）", "2022年", "warning", "0.8", None, "2.1 “集群规上工业企业营业收入（亿元）”2022年填 0.8，而规上工业企业数为 0。", "请核对营业收入的单位和规上工业企业数。", "2.1/large_revenue/y1"), cells={"2.1/large_revenue/y1": "0.8", "2.2/large_firms/y1": "0"}),
        case("the year after one that is right", Hit("2.1", "集群规上工业企业营业收入（亿元）", "2022年", "warning", "5", None, "2.1 “集群规上工业企业营业收入（亿元）”2022年填 5，132 家规上工业企业平均 379 万元，低于规上标准 2000 万元。", "请核对营业收入的单位和规上工业企业数。", "2.1/large_revenue/y1"), cells={"2.1/large_revenue/y2": "400", "2.2/large_firms/y2": "132", "2.1/large_revenue/y1": "5", "2.2/large_firms/y1": "132"}),
        case("the year after one that is not known", Hit("2.1", "集群规上工业企业营业收入（亿元）", "2022年", "warning", "5", None, "2.1 “集群规上工业企业营业收入（亿元）”2022年填 5，132 家规上工业企业平均 379 万元，低于规上标准 2000 万元。", "请核对营业收入的单位和规上工业企业数。", "2.1/large_revenue/y1"), cells={"2.1/large_revenue/y1": "5", "2.2/large_firms/y1": "132", "2.1/large_revenue/y2": "5"}),
        case("right", cells={"2.1/large_revenue/y1": "415.73", "2.2/large_firms/y1": "132"}),
        case("least", cells={"2.1/large_revenue/y1": "26.40", "2.2/large_firms/y1": "132"}),
        case("least after rounding", cells={"2.1/large_revenue/y1": "26", "2.2/large_firms/y1": "132"}),
        case("less", Hit("2.1", "集群规上工业企业营业收入（亿元）", "2022年", "warning", "26.39", None, "2.1 “集群规上工业企业营业收入（亿元）”2022年填 26.39，132 家规上工业企业平均 1999 万元，低于规上标准 2000 万元。", "请核对营业收入的单位和规上工业企业数。", "2.1/large_revenue/y1"), cells={"2.1/large_revenue/y1": "26.39", "2.2/large_firms/y1": "132"}),
        case("year before", Hit("2.1", "集群规上工业企业营业收入（亿元）", "2021年", "warning", "3.52", None, "2.1 “集群规上工业企业营业收入（亿元）”2021年填 3.52，118 家规上工业企业平均 298 万元，低于规上标准 2000 万元。", "请核对营业收入的单位和规上工业企业数。", "2.1/large_revenue/y2"), cells={"2.1/large_revenue/y2": "3.52", "2.2/large_firms/y2": "118"}),
        case("park", Hit("3.1", "园区规上工业企业营业收入（亿元）", "2022年园区总额", "warning", "5.51", None, "3.1 “园区规上工业企业营业收入（亿元）”2022年园区总额填 5.51，172 家规上工业企业平均 320 万元，低于规上标准 2000 万元。", "请核对营业收入的单位和规上工业企业数。", "3.1/large_revenue/y1"), cells={"3.1/large_revenue/y1": "5.51", "3.1/large_firms/y1": "172"}),
        case("cluster in the park", Hit("3.1", "园区规上工业企业营业收入（亿元）", "2021年其中：集群产业", "warning", "2.98", None, "3.1 “园区规上工业企业营业收入（亿元）”2021年其中：集群产业填 2.98，92 家规上工业企业平均 324 万元，低于规上标准 2000 万元。", "请核对营业收入的单位和规上工业企业数。", "3.1/large_revenue/cluster_y2"), cells={"3.1/large_revenue/cluster_y2": "2.98", "3.1/large_firms/cluster_y2": "92"}),
        case("none with revenue", Hit("2.1", "集群规上工业企业营业收入（亿元）", "2022年", "warning", "5", None, "2.1 “集群规上工业企业营业收入（亿元）”2022年填 5，而规上工业企业数为 0。", "请核对营业收入的单位和规上工业企业数。", "2.1/large_revenue/y1"), cells={"2.1/large_revenue/y1": "5", "2.2/large_firms/y1": "0"}),
        case("none without revenue", cells={"2.1/large_revenue/y1": "0", "2.2/large_firms/y1": "0"}),
        case("none, rounded revenue", cells={"2.1/large_revenue/y1": "0.0", "2.2/large_firms/y1": "0"}),
        case("no firms known", cells={"2.1/large_revenue/y1": "5"}),
        case("a count out of range", cells={"2.1/large_revenue/y1": "-5", "2.2/large_firms/y1": "-3"}),
        case("approximate", cells={"2.1/large_revenue/y1": "约5", "2.2/large_firms/y1": "132"}),
        case("other year", cells={"2.1/large_revenue/y1": "5", "2.2/large_firms/y2": "132"}),
    ),
    "sme-share-zero": (
        case("right", cells={"2.1/sme_share/y1": "71.2", "2.2/giants/y1": "12"}),
        case("zero", Hit("2.1", "集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）", "2022年", "warning", "0", None, "2.1 “集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）”2022年填 0，而 2.2 中专精特新企业共 68 家，都是中小企业。", "请填写中小企业产值占集群总产值的比重。", "2.1/sme_share/y1"), cells={"2.1/sme_share/y1": "0", "2.2/giants/y1": "12", "2.2/specialised/y1": "56"}),
        case("one firm", Hit("2.1", "集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）", "2021年", "warning", "0.0", None, "2.1 “集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）”2021年填 0.0，而 2.2 中专精特新企业共 1 家，都是中小企业。", "请填写中小企业产值占集群总产值的比重。", "2.1/sme_share/y2"), cells={"2.1/sme_share/y2": "0.0", "2.2/specialised/y2": "1"}),
        case("none", cells={"2.1/sme_share/y1": "0", "2.2/giants/y1": "0", "2.2/specialised/y1": "0"}),
        case("nil", cells={"2.1/sme_share/y1": "—", "2.2/giants/y1": "12"}),
        case("not known", cells={"2.1/sme_share/y1": "0"}),
        case("other year", cells={"2.1/sme_share/y1": "0", "2.2/giants/y2": "12"}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
