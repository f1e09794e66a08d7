"""Impossible values, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "out-of-range": (
        case("all", cells={"2.5/water/y1": "100"}),
        case("none", cells={"2.5/water/y1": "0"}),
        case("rounds to all", cells={"2.5/water/y1": "100.0"}),
        case("over all", Hit("2.5", "工业用水重复利用率（%）", "2022年", "error", "100.1", "0—100", "2.5 “工业用水重复利用率（%）”2022年填 100.1，应在 0—100 之间。", "请核对数值；比重、比例以百分数填写，不超过 100。", "2.5/water/y1"), cells={"2.5/water/y1": "100.1"}),
        case("year before", Hit("2.5", "工业用水重复利用率（%）", "2021年", "error", "109.2", "0—100", "2.5 “工业用水重复利用率（%）”2021年填 109.2，应在 0—100 之间。", "请核对数值；比重、比例以百分数填写，不超过 100。", "2.5/water/y2"), cells={"2.5/water/y2": "109.2"}),
        case("negative share", Hit("2.5", "工业用水重复利用率（%）", "2022年", "error", "-0.1", "≥0", "2.5 “工业用水重复利用率（%）”2022年填 -0.1，不应小于 0。", "请核对数值和正负号。", "2.5/water/y1"), cells={"2.5/water/y1": "-0.1"}),
        case("negative amount", Hit("2.1", "出口额（亿元）", "2021年", "error", "-18.74", "≥0", "2.1 “出口额（亿元）”2021年填 -18.74，不应小于 0。", "请核对数值和正负号。", "2.1/exports/y2"), cells={"2.1/exports/y2": "-18.74"}),
        case("negative count", Hit("2.2", "企业数量（个）", "2022年", "error", "-1", "≥0", "2.2 “企业数量（个）”2022年填 -1，不应小于 0。", "请核对数值和正负号。", "2.2/firms/y1"), cells={"2.2/firms/y1": "-1"}),
        case("nought", cells={"2.1/exports/y1": "0"}),
        case("large amount", cells={"2.1/exports/y1": "99999"}),
        case("a loss", cells={"2.1/profit/y1": "-18.74"}),
        case("a tax refund", cells={"2.1/tax/y1": "-0.74"}),
        case("growth over 100", cells={"2.5/water/y1": "90"}),
        case("growth is not a share", cells={"2.2/cloud/growth": "150"}),
        case("negative growth", cells={"2.2/cloud/growth": "-50"}),
        case("nil", cells={"2.5/water/y1": "—"}),
        case("park part", Hit("3.1", "园区生产总值（亿元）", "2022年其中：集群产业", "error", "-3", "≥0", "3.1 “园区生产总值（亿元）”2022年其中：集群产业填 -3，不应小于 0。", "请核对数值和正负号。", "3.1/gdp/cluster_y1"), cells={"3.1/gdp/cluster_y1": "-3"}),
        case("approximate too", Hit("2.5", "工业用水重复利用率（%）", "2022年", "error", "约105", "0—100", "2.5 “工业用水重复利用率（%）”2022年填 约105，应在 0—100 之间。", "请核对数值；比重、比例以百分数填写，不超过 100。", "2.5/water/y1"), cells={"2.5/water/y1": "约105"}),
    ),
    "list-out-of-range": (
        case("right", lists={"2.2/top_revenue": [{"name": "甲", "y1": "3", "share": "100"}]}),
        case("share", Hit("2.2", "营业收入排名前十企业发展情况第2行", "国内市场占有率（%）", "error", "100.1", "0—100", "2.2 “营业收入排名前十企业发展情况”第2行国内市场占有率（%）填 100.1，应在 0—100 之间。", "请核对数值；比重、比例以百分数填写，不超过 100。", "2.2/top_revenue/2/share"), lists={"2.2/top_revenue": [{"name": "甲", "share": "30"}, {"name": "乙", "share": "100.1"}]}),
        case("negative share", Hit("2.2", "营业收入排名前十企业发展情况第1行", "国内市场占有率（%）", "error", "-1", "≥0", "2.2 “营业收入排名前十企业发展情况”第1行国内市场占有率（%）填 -1，不应小于 0。", "请核对数值和正负号。", "2.2/top_revenue/1/share"), lists={"2.2/top_revenue": [{"name": "甲", "share": "-1"}]}),
        case("negative revenue", Hit("2.2", "营业收入排名前十企业发展情况第1行", "营业收入（亿元）2021年", "error", "-5.00", "≥0", "2.2 “营业收入排名前十企业发展情况”第1行营业收入（亿元）2021年填 -5.00，不应小于 0。", "请核对数值和正负号。", "2.2/top_revenue/1/y2"), lists={"2.2/top_revenue": [{"name": "甲", "y2": "-5.00"}]}),
        case("negative project", Hit("2.3", "集群重点项目建设情况第1行", "总投资（万元）", "error", "-5", "≥0", "2.3 “集群重点项目建设情况”第1行总投资（万元）填 -5，不应小于 0。", "请核对数值和正负号。", "2.3/projects/1/investment"), lists={"2.3/projects": [{"name": "甲", "investment": "-5"}]}),
        case("nought", lists={"2.4/rd_top": [{"name": "甲", "y1": "0"}]}),
        case("text", lists={"2.2/top_revenue": [{"name": "甲", "share": "领先"}]}),
    ),
    "unit-leap": (
        case("later", Hit("2.1", "进口额（亿元）", "2022年", "warning", "35800", None, "2.1 “进口额（亿元）”2022年填 35800，与2021年 3.26 相差千倍以上。", "请核对两年是否都以“亿元”为单位。", "2.1/imports/y1"), cells={"2.1/imports/y2": "3.26", "2.1/imports/y1": "35800"}),
        case("earlier", Hit("2.1", "进口额（亿元）", "2022年", "warning", "3.26", None, "2.1 “进口额（亿元）”2022年填 3.26，与2021年 35800 相差千倍以上。", "请核对两年是否都以“亿元”为单位。", "2.1/imports/y1"), cells={"2.1/imports/y2": "35800", "2.1/imports/y1": "3.26"}),
        case("a thousandfold", Hit("2.1", "进口额（亿元）", "2022年", "warning", "3000", None, "2.1 “进口额（亿元）”2022年填 3000，与2021年 3 相差千倍以上。", "请核对两年是否都以“亿元”为单位。", "2.1/imports/y1"), cells={"2.1/imports/y2": "3", "2.1/imports/y1": "3000"}),
        case("less than a thousandfold", cells={"2.1/imports/y2": "3", "2.1/imports/y1": "2999"}),
        case("from zero", cells={"2.1/imports/y2": "0", "2.1/imports/y1": "2999"}),
        case("to zero", cells={"2.1/imports/y2": "2999", "2.1/imports/y1": "0"}),
        case("count", Hit("2.1", "集群从业人员数量（人）", "2022年", "warning", "33860", None, "2.1 “集群从业人员数量（人）”2022年填 33860，与2021年 33 相差千倍以上。", "请核对两年是否都以“人”为单位。", "2.1/employees/y1"), cells={"2.1/employees/y2": "33", "2.1/employees/y1": "33860"}),
        case("ratio", Hit("2.5", "集群单位产值二氧化碳排放量（吨/万元）", "2022年", "warning", "420", None, "2.5 “集群单位产值二氧化碳排放量（吨/万元）”2022年填 420，与2021年 0.42 相差千倍以上。", "请核对两年是否都以“吨/万元”为单位。", "2.5/co2/y1"), cells={"2.5/co2/y2": "0.42", "2.5/co2/y1": "420"}),
        case("share", cells={"2.1/market_share/y2": "0.01", "2.1/market_share/y1": "17.8"}),
        case("profit turned", cells={"2.1/profit/y2": "-0.001", "2.1/profit/y1": "17.8"}),
        case("one year only", cells={"2.1/imports/y1": "35800"}),
        case("targets are not years", cells={"5.1/output/y1": "3", "5.1/output/t1": "30000"}),
        case("park", Hit("3.1", "园区开发面积（亩）", "2022年", "warning", "13200", None, "3.1 “园区开发面积（亩）”2022年填 13200，与2021年 13 相差千倍以上。", "请核对两年是否都以“亩”为单位。", "3.1/land/y1"), cells={"3.1/land/y2": "13", "3.1/land/y1": "13200"}),
    ),
    "percent-as-fraction": (
        case("below nought", cells={"2.2/cloud/y2": "62.0", "2.2/cloud/y1": "-0.5"}),
        case("both years", Hit("2.2", "企业上云比例（%）", "2022年", "warning", "0.715", None, "2.2 “企业上云比例（%）”2022年填 0.715，疑似以小数代替百分数。", "请以百分数填写，如 71.5。", "2.2/cloud/y1"), cells={"2.2/cloud/y2": "0.62", "2.2/cloud/y1": "0.715"}),
        case("one", Hit("2.2", "企业上云比例（%）", "2022年", "warning", "1", None, "2.2 “企业上云比例（%）”2022年填 1，疑似以小数代替百分数。", "请以百分数填写，如 71.5。", "2.2/cloud/y1"), cells={"2.2/cloud/y2": "1", "2.2/cloud/y1": "1"}),
        case("last beside a large one", Hit("2.2", "企业上云比例（%）", "2022年", "warning", "0.715", None, "2.2 “企业上云比例（%）”2022年填 0.715，疑似以小数代替百分数。", "请以百分数填写，如 71.5。", "2.2/cloud/y1"), cells={"2.2/cloud/y2": "62.0", "2.2/cloud/y1": "0.715"}),
        case("first beside a large one", Hit("2.2", "企业上云比例（%）", "2021年", "warning", "0.62", None, "2.2 “企业上云比例（%）”2021年填 0.62，疑似以小数代替百分数。", "请以百分数填写，如 71.5。", "2.2/cloud/y2"), cells={"2.2/cloud/y2": "0.62", "2.2/cloud/y1": "71.5"}),
        case("beside ten", cells={"2.2/cloud/y2": "0.62", "2.2/cloud/y1": "10"}),
        case("beside more than ten", Hit("2.2", "企业上云比例（%）", "2021年", "warning", "0.62", None, "2.2 “企业上云比例（%）”2021年填 0.62，疑似以小数代替百分数。", "请以百分数填写，如 71.5。", "2.2/cloud/y2"), cells={"2.2/cloud/y2": "0.62", "2.2/cloud/y1": "10.1"}),
        case("above one", cells={"2.2/cloud/y2": "0.9", "2.2/cloud/y1": "1.1"}),
        case("zero", cells={"2.2/cloud/y2": "0", "2.2/cloud/y1": "0"}),
        case("zero and a fraction", cells={"2.2/cloud/y2": "0", "2.2/cloud/y1": "0.5"}),
        case("right", cells={"2.2/cloud/y2": "62.0", "2.2/cloud/y1": "71.5"}),
        case("said in per cent", cells={"2.2/cloud/y2": "0.62%", "2.2/cloud/y1": "0.715%"}),
        case("one year only", cells={"2.2/cloud/y1": "0.715"}),
        case("may be small", cells={"2.1/market_share/y2": "0.62", "2.1/market_share/y1": "0.715"}),
        case("waste", Hit("2.5", "大宗工业固废综合利用率（%）", "2022年", "warning", "0.94", None, "2.5 “大宗工业固废综合利用率（%）”2022年填 0.94，疑似以小数代替百分数。", "请以百分数填写，如 71.5。", "2.5/solid_waste/y1"), cells={"2.5/solid_waste/y2": "0.92", "2.5/solid_waste/y1": "0.94"}),
        case("water", Hit("2.5", "工业用水重复利用率（%）", "2022年", "warning", "0.94", None, "2.5 “工业用水重复利用率（%）”2022年填 0.94，疑似以小数代替百分数。", "请以百分数填写，如 71.5。", "2.5/water/y1"), cells={"2.5/water/y2": "0.92", "2.5/water/y1": "0.94"}),
        case("platform", Hit("2.2", "集群企业工业互联网平台普及率（%）", "2022年", "warning", "0.94", None, "2.2 “集群企业工业互联网平台普及率（%）”2022年填 0.94，疑似以小数代替百分数。", "请以百分数填写，如 71.5。", "2.2/platform/y1"), cells={"2.2/platform/y2": "0.92", "2.2/platform/y1": "0.94"}),
        case("certificates", Hit("2.6", "落实产品合格证管理制度，产品合格证覆盖率（%）", "2022年", "warning", "0.94", None, "2.6 “落实产品合格证管理制度，产品合格证覆盖率（%）”2022年填 0.94，疑似以小数代替百分数。", "请以百分数填写，如 71.5。", "2.6/certificates/y1"), cells={"2.6/certificates/y2": "0.92", "2.6/certificates/y1": "0.94"}),
        case("sme", Hit("2.1", "集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）", "2022年", "warning", "0.74", None, "2.1 “集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）”2022年填 0.74，疑似以小数代替百分数。", "请以百分数填写，如 71.5。", "2.1/sme_share/y1"), cells={"2.1/sme_share/y2": "0.62", "2.1/sme_share/y1": "0.74"}),
    ),
    "co2-scale": (
        case("right", cells={"2.5/co2/y2": "0.42", "2.5/co2/y1": "0.38"}),
        case("high", cells={"2.5/co2/y2": "100", "2.5/co2/y1": "100"}),
        case("last year", Hit("2.5", "集群单位产值二氧化碳排放量（吨/万元）", "2022年", "warning", "100.1", None, "2.5 “集群单位产值二氧化碳排放量（吨/万元）”2022年填 100.1，远高于任何行业的水平，疑似单位错误。", "请以“吨/万元”为单位填写。", "2.5/co2/y1"), cells={"2.5/co2/y2": "0.42", "2.5/co2/y1": "100.1"}),
        case("year before", Hit("2.5", "集群单位产值二氧化碳排放量（吨/万元）", "2021年", "warning", "4200", None, "2.5 “集群单位产值二氧化碳排放量（吨/万元）”2021年填 4200，远高于任何行业的水平，疑似单位错误。", "请以“吨/万元”为单位填写。", "2.5/co2/y2"), cells={"2.5/co2/y2": "4200", "2.5/co2/y1": "0.38"}),
        case("approximate", cells={"2.5/co2/y2": "0.42", "2.5/co2/y1": "约3800"}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
