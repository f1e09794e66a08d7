"""Rows that follow from others, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "derived-ratio": (
        case("cut off", Hit("2.4", "集群从业人员每万人发明专利拥有量（个）", "2022年", "warning", "131.2", "131.3", "2.4 “集群从业人员每万人发明专利拥有量（个）”2022年填 131.2，按“发明专利数量（个）”351 与“集群从业人员数量（人）”26740 计算应为 131.3。", "请改为 131.3，或核对这两个数值。", "2.4/patents_per_10k/y1"), cells={"2.4/patents/y1": "351", "2.1/employees/y1": "26740", "2.4/patents_per_10k/y1": "131.2"}),
        case("too low to be cut off", Hit("2.4", "集群从业人员每万人发明专利拥有量（个）", "2022年", "error", "131.1", "131.3", "2.4 “集群从业人员每万人发明专利拥有量（个）”2022年填 131.1，按“发明专利数量（个）”351 与“集群从业人员数量（人）”26740 计算应为 131.3。", "请改为 131.3，或核对这两个数值。", "2.4/patents_per_10k/y1"), cells={"2.4/patents/y1": "351", "2.1/employees/y1": "26740", "2.4/patents_per_10k/y1": "131.1"}),
        case("one worker", Hit("2.4", "集群从业人员每万人发明专利拥有量（个）", "2022年", "error", "5", "30000", "2.4 “集群从业人员每万人发明专利拥有量（个）”2022年填 5，按“发明专利数量（个）”3 与“集群从业人员数量（人）”1 计算应为 30000。", "请改为 30000，或核对这两个数值。", "2.4/patents_per_10k/y1"), cells={"2.4/patents/y1": "3", "2.1/employees/y1": "1", "2.4/patents_per_10k/y1": "5"}),
        case("the row after one that is not known", Hit("3.1", "亩均税收（万元/亩）", "2021年", "error", "5", "15", "3.1 “亩均税收（万元/亩）”2021年填 5，按“上交税金总额（亿元）”18.62 与“园区开发面积（亩）”12600 计算应为 15。", "请改为 15，或核对这两个数值。", "3.1/tax_per_mu/y2"), Hit("3.1", "亩均税收（万元/亩）", "2022年", "error", "6", "16", "3.1 “亩均税收（万元/亩）”2022年填 6，按“上交税金总额（亿元）”21.35 与“园区开发面积（亩）”13200 计算应为 16。", "请改为 16，或核对这两个数值。", "3.1/tax_per_mu/y1"), cells={"2.4/patents_per_10k/y2": "5", "2.4/patents_per_10k/y1": "约5", "3.1/tax/y2": "18.62", "3.1/land/y2": "12600", "3.1/tax_per_mu/y2": "5", "3.1/tax/y1": "21.35", "3.1/land/y1": "13200", "3.1/tax_per_mu/y1": "6"}),
        case("right", cells={"2.4/patents/y1": "634", "2.1/employees/y1": "33860", "2.4/patents_per_10k/y1": "187.24"}),
        case("right with fewer digits", cells={"2.4/patents/y1": "634", "2.1/employees/y1": "33860", "2.4/patents_per_10k/y1": "187"}),
        case("right for rounded workers", cells={"2.4/patents/y1": "634", "2.1/employees/y1": "3.4万人", "2.4/patents_per_10k/y1": "187.24"}),
        case("wrong", Hit("2.4", "集群从业人员每万人发明专利拥有量（个）", "2022年", "error", "18.72", "187.24", "2.4 “集群从业人员每万人发明专利拥有量（个）”2022年填 18.72，按“发明专利数量（个）”634 与“集群从业人员数量（人）”33860 计算应为 187.24。", "请改为 187.24，或核对这两个数值。", "2.4/patents_per_10k/y1"), cells={"2.4/patents/y1": "634", "2.1/employees/y1": "33860", "2.4/patents_per_10k/y1": "18.72"}),
        case("last digit", Hit("2.4", "集群从业人员每万人发明专利拥有量（个）", "2022年", "error", "187.26", "187.24", "2.4 “集群从业人员每万人发明专利拥有量（个）”2022年填 187.26，按“发明专利数量（个）”634 与“集群从业人员数量（人）”33860 计算应为 187.24。", "请改为 187.24，或核对这两个数值。", "2.4/patents_per_10k/y1"), cells={"2.4/patents/y1": "634", "2.1/employees/y1": "33860", "2.4/patents_per_10k/y1": "187.26"}),
        case("year before", Hit("2.4", "集群从业人员每万人发明专利拥有量（个）", "2021年", "error", "16.38", "163.84", "2.4 “集群从业人员每万人发明专利拥有量（个）”2021年填 16.38，按“发明专利数量（个）”512 与“集群从业人员数量（人）”31250 计算应为 163.84。", "请改为 163.84，或核对这两个数值。", "2.4/patents_per_10k/y2"), cells={"2.4/patents/y2": "512", "2.1/employees/y2": "31250", "2.4/patents_per_10k/y2": "16.38"}),
        case("no workers", cells={"2.4/patents/y1": "634", "2.1/employees/y1": "0", "2.4/patents_per_10k/y1": "187.24"}),
        case("approximate workers", cells={"2.4/patents/y1": "634", "2.1/employees/y1": "约33860人", "2.4/patents_per_10k/y1": "100"}),
        case("approximate ratio", cells={"2.4/patents/y1": "634", "2.1/employees/y1": "33860", "2.4/patents_per_10k/y1": "约100"}),
        case("approximate patents", cells={"2.4/patents/y1": "约634", "2.1/employees/y1": "33860", "2.4/patents_per_10k/y1": "100"}),
        case("no patents cell", cells={"2.1/employees/y1": "33860", "2.4/patents_per_10k/y1": "1"}),
        case("no workers cell", cells={"2.4/patents/y1": "634", "2.4/patents_per_10k/y1": "1"}),
        case("growth of the ratio is not one", cells={"2.4/patents/growth": "23.8", "2.1/employees/growth": "8.4", "2.4/patents_per_10k/growth": "14.3"}),
        case("tax of the park", cells={"3.1/tax/y1": "21.35", "3.1/land/y1": "13200", "3.1/tax_per_mu/y1": "16.17", "3.1/tax/cluster_y1": "11.46"}),
        case("tax of the cluster", cells={"3.1/tax/y1": "21.35", "3.1/land/y1": "13200", "3.1/tax_per_mu/y1": "8.68", "3.1/tax/cluster_y1": "11.46"}),
        case("tax of neither", Hit("3.1", "亩均税收（万元/亩）", "2022年", "error", "18.62", "16.17", "3.1 “亩均税收（万元/亩）”2022年填 18.62，按“上交税金总额（亿元）”21.35 与“园区开发面积（亩）”13200 计算应为 16.17。", "请改为 16.17，或核对这两个数值。", "3.1/tax_per_mu/y1"), cells={"3.1/tax/y1": "21.35", "3.1/land/y1": "13200", "3.1/tax_per_mu/y1": "18.62", "3.1/tax/cluster_y1": "11.46"}),
        case("only the park's tax known", Hit("3.1", "亩均税收（万元/亩）", "2022年", "error", "8.68", "16.17", "3.1 “亩均税收（万元/亩）”2022年填 8.68，按“上交税金总额（亿元）”21.35 与“园区开发面积（亩）”13200 计算应为 16.17。", "请改为 16.17，或核对这两个数值。", "3.1/tax_per_mu/y1"), cells={"3.1/tax/y1": "21.35", "3.1/land/y1": "13200", "3.1/tax_per_mu/y1": "8.68"}),
        case("only the cluster's tax known", cells={"3.1/tax/cluster_y1": "11.46", "3.1/land/y1": "13200", "3.1/tax_per_mu/y1": "8.68"}),
        case("only the cluster's tax known, wrong", Hit("3.1", "亩均税收（万元/亩）", "2022年", "error", "16.17", "8.68", "3.1 “亩均税收（万元/亩）”2022年填 16.17，按“上交税金总额（亿元）”11.46 与“园区开发面积（亩）”13200 计算应为 8.68。", "请改为 8.68，或核对这两个数值。", "3.1/tax_per_mu/y1"), cells={"3.1/tax/cluster_y1": "11.46", "3.1/land/y1": "13200", "3.1/tax_per_mu/y1": "16.17"}),
        case("year before, cluster", Hit("3.1", "亩均税收（万元/亩）", "2021年", "error", "11.00", "14.78", "3.1 “亩均税收（万元/亩）”2021年填 11.00，按“上交税金总额（亿元）”18.62 与“园区开发面积（亩）”12600 计算应为 14.78。", "请改为 14.78，或核对这两个数值。", "3.1/tax_per_mu/y2"), cells={"3.1/tax/y2": "18.62", "3.1/land/y2": "12600", "3.1/tax_per_mu/y2": "11.00", "3.1/tax/cluster_y2": "9.85"}),
        case("year before, cluster right", cells={"3.1/tax/y2": "18.62", "3.1/land/y2": "12600", "3.1/tax_per_mu/y2": "7.82", "3.1/tax/cluster_y2": "9.85"}),
    ),
    "derived-growth": (
        case("cut off", Hit("2.4", "集群研发经费增速（%）", "2022年", "warning", "17.0", "17.1", "2.4 “集群研发经费增速（%）”2022年填 17.0，按“集群研发经费（亿元）”2021年 11.000、2022年 12.877 计算应为 17.1。", "请改为 17.1，或核对研发经费。", "2.4/rd_growth/y1"), cells={"2.4/rd/y2": "11.000", "2.4/rd/y1": "12.877", "2.4/rd_growth/y1": "17.0"}),
        case("cut", Hit("2.4", "集群研发经费增速（%）", "2022年", "warning", "16.9", "17.0", "2.4 “集群研发经费增速（%）”2022年填 16.9，按“集群研发经费（亿元）”2021年 11.000、2022年 12.868 计算应为 17.0。", "请改为 17.0，或核对研发经费。", "2.4/rd_growth/y1"), cells={"2.4/rd/y2": "11.000", "2.4/rd/y1": "12.868", "2.4/rd_growth/y1": "16.9"}),
        case("not cut", Hit("2.4", "集群研发经费增速（%）", "2022年", "error", "16.8", "17.0", "2.4 “集群研发经费增速（%）”2022年填 16.8，按“集群研发经费（亿元）”2021年 11.000、2022年 12.868 计算应为 17.0。", "请改为 17.0，或核对研发经费。", "2.4/rd_growth/y1"), cells={"2.4/rd/y2": "11.000", "2.4/rd/y1": "12.868", "2.4/rd_growth/y1": "16.8"}),
        case("right", cells={"2.4/rd/y2": "11.85", "2.4/rd/y1": "14.42", "2.4/rd_growth/y1": "21.7"}),
        case("right, short", cells={"2.4/rd/y2": "11.85", "2.4/rd/y1": "14.42", "2.4/rd_growth/y1": "22"}),
        case("wrong", Hit("2.4", "集群研发经费增速（%）", "2022年", "error", "27.1", "21.7", "2.4 “集群研发经费增速（%）”2022年填 27.1，按“集群研发经费（亿元）”2021年 11.85、2022年 14.42 计算应为 21.7。", "请改为 21.7，或核对研发经费。", "2.4/rd_growth/y1"), cells={"2.4/rd/y2": "11.85", "2.4/rd/y1": "14.42", "2.4/rd_growth/y1": "27.1"}),
        case("wrong by one digit", Hit("2.4", "集群研发经费增速（%）", "2022年", "error", "21.5", "21.7", "2.4 “集群研发经费增速（%）”2022年填 21.5，按“集群研发经费（亿元）”2021年 11.85、2022年 14.42 计算应为 21.7。", "请改为 21.7，或核对研发经费。", "2.4/rd_growth/y1"), cells={"2.4/rd/y2": "11.85", "2.4/rd/y1": "14.42", "2.4/rd_growth/y1": "21.5"}),
        case("from zero", cells={"2.4/rd/y2": "0.00", "2.4/rd/y1": "14.42", "2.4/rd_growth/y1": "21.7"}),
        case("approximate", cells={"2.4/rd/y2": "约11.85", "2.4/rd/y1": "14.42", "2.4/rd_growth/y1": "27.1"}),
        case("approximate later", cells={"2.4/rd/y2": "11.85", "2.4/rd/y1": "约14.42", "2.4/rd_growth/y1": "27.1"}),
        case("approximate rate", cells={"2.4/rd/y2": "11.85", "2.4/rd/y1": "14.42", "2.4/rd_growth/y1": "约27.1"}),
        case("no earlier", cells={"2.4/rd/y1": "14.42", "2.4/rd_growth/y1": "27.1"}),
        case("no later", cells={"2.4/rd/y2": "14.42", "2.4/rd_growth/y1": "27.1"}),
        case("year before is not checked", cells={"2.4/rd/y2": "11.85", "2.4/rd/y1": "14.42", "2.4/rd_growth/y2": "27.1"}),
    ),
    "intensity-scale": (
        case("little investment", Hit("3.1", "投资强度（万元/亩）", "2022年", "warning", "3925000", None, "3.1 “投资强度（万元/亩）”2022年填 3925000，与固定资产投资 ÷ 开发面积（约 50.0 万元/亩）相差千倍以上，疑似单位错误。", "请以“万元/亩”为单位填写。", "3.1/intensity/y1"), cells={"3.1/intensity/y1": "3925000", "3.1/fixed_investment/y1": "0.5", "3.1/land/y1": "100"}),
        case("the year after one that is not known", Hit("3.1", "投资强度（万元/亩）", "2022年", "warning", "3925000", None, "3.1 “投资强度（万元/亩）”2022年填 3925000，与固定资产投资 ÷ 开发面积（约 79.4 万元/亩）相差千倍以上，疑似单位错误。", "请以“万元/亩”为单位填写。", "3.1/intensity/y1"), cells={"3.1/intensity/y2": "5", "3.1/intensity/y1": "3925000", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200"}),
        case("the year after one that is right", Hit("3.1", "投资强度（万元/亩）", "2022年", "warning", "3925000", None, "3.1 “投资强度（万元/亩）”2022年填 3925000，与固定资产投资 ÷ 开发面积（约 79.4 万元/亩）相差千倍以上，疑似单位错误。", "请以“万元/亩”为单位填写。", "3.1/intensity/y1"), cells={"3.1/intensity/y2": "79", "3.1/fixed_investment/y2": "104.75", "3.1/land/y2": "13200", "3.1/intensity/y1": "3925000", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200"}),
        case("exactly a thousandfold", cells={"3.1/intensity/y1": "5000", "3.1/fixed_investment/y1": "5", "3.1/land/y1": "10000"}),
        case("exactly a thousandth", cells={"3.1/intensity/y1": "0.005", "3.1/fixed_investment/y1": "5", "3.1/land/y1": "10000"}),
        case("a year's investment", cells={"3.1/intensity/y1": "79.4", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200"}),
        case("all investment", cells={"3.1/intensity/y1": "392.5", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200"}),
        case("of the cluster", cells={"3.1/intensity/y1": "0.05", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200", "3.1/fixed_investment/cluster_y1": "56.20"}),
        case("in yuan", Hit("3.1", "投资强度（万元/亩）", "2022年", "warning", "3925000", None, "3.1 “投资强度（万元/亩）”2022年填 3925000，与固定资产投资 ÷ 开发面积（约 79.4 万元/亩）相差千倍以上，疑似单位错误。", "请以“万元/亩”为单位填写。", "3.1/intensity/y1"), cells={"3.1/intensity/y1": "3925000", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200"}),
        case("in yi", Hit("3.1", "投资强度（万元/亩）", "2022年", "warning", "0.03925", None, "3.1 “投资强度（万元/亩）”2022年填 0.03925，与固定资产投资 ÷ 开发面积（约 79.4 万元/亩）相差千倍以上，疑似单位错误。", "请以“万元/亩”为单位填写。", "3.1/intensity/y1"), cells={"3.1/intensity/y1": "0.03925", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200"}),
        case("year before", Hit("3.1", "投资强度（万元/亩）", "2021年", "warning", "3680000", None, "3.1 “投资强度（万元/亩）”2021年填 3680000，与固定资产投资 ÷ 开发面积（约 73.3 万元/亩）相差千倍以上，疑似单位错误。", "请以“万元/亩”为单位填写。", "3.1/intensity/y2"), cells={"3.1/intensity/y2": "3680000", "3.1/fixed_investment/y2": "92.40", "3.1/land/y2": "12600"}),
        case("a thousandfold", cells={"3.1/intensity/y1": "79356", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200"}),
        case("over a thousandfold", Hit("3.1", "投资强度（万元/亩）", "2022年", "warning", "79358", None, "3.1 “投资强度（万元/亩）”2022年填 79358，与固定资产投资 ÷ 开发面积（约 79.4 万元/亩）相差千倍以上，疑似单位错误。", "请以“万元/亩”为单位填写。", "3.1/intensity/y1"), cells={"3.1/intensity/y1": "79358", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200"}),
        case("a thousandth", cells={"3.1/intensity/y1": "0.0794", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200"}),
        case("under a thousandth", Hit("3.1", "投资强度（万元/亩）", "2022年", "warning", "0.0793", None, "3.1 “投资强度（万元/亩）”2022年填 0.0793，与固定资产投资 ÷ 开发面积（约 79.4 万元/亩）相差千倍以上，疑似单位错误。", "请以“万元/亩”为单位填写。", "3.1/intensity/y1"), cells={"3.1/intensity/y1": "0.0793", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200"}),
        case("no investment", cells={"3.1/intensity/y1": "3925000", "3.1/land/y1": "13200"}),
        case("zero investment", cells={"3.1/intensity/y1": "3925000", "3.1/fixed_investment/y1": "0", "3.1/land/y1": "13200"}),
        case("no land", cells={"3.1/intensity/y1": "3925000", "3.1/fixed_investment/y1": "104.75"}),
        case("zero land", cells={"3.1/intensity/y1": "3925000", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "0"}),
        case("approximate", cells={"3.1/intensity/y1": "约3925000", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200"}),
        case("no intensity", cells={"3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200"}),
        case("only the cluster's investment", Hit("3.1", "投资强度（万元/亩）", "2022年", "warning", "3925000", None, "3.1 “投资强度（万元/亩）”2022年填 3925000，与固定资产投资 ÷ 开发面积（约 42.6 万元/亩）相差千倍以上，疑似单位错误。", "请以“万元/亩”为单位填写。", "3.1/intensity/y1"), cells={"3.1/intensity/y1": "3925000", "3.1/land/y1": "13200", "3.1/fixed_investment/cluster_y1": "56.20"}),
        case("within a thousandth of the smaller", cells={"3.1/intensity/y1": "0.045", "3.1/fixed_investment/y1": "104.75", "3.1/land/y1": "13200", "3.1/fixed_investment/cluster_y1": "56.20"}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
