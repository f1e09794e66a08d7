"""The two top-ten lists, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "list-total": (
        case("right", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "30.00"}, {"name": "甲1公司", "y1": "20.00"}]}, cells={"2.1/revenue/y1": "436.90"}),
        case("all of it", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "30.00"}, {"name": "甲1公司", "y1": "20.00"}]}, cells={"2.1/revenue/y1": "50.00"}),
        case("all of it after rounding", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "30.00"}, {"name": "甲1公司", "y1": "20.01"}]}, cells={"2.1/revenue/y1": "50.00"}),
        case("more", Hit("2.2", "营业收入排名前十企业发展情况", "营业收入（亿元）2022年", "error", "50.02", "≤50.00", "2.2 “营业收入排名前十企业发展情况”营业收入（亿元）2022年合计 50.02亿元，大于2.1 “集群企业营业收入（亿元）”2022年的 50.00。", "请核对各企业数值、单位与总数。", "2.2/top_revenue/1/y1"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "30.00"}, {"name": "甲1公司", "y1": "20.02"}]}, cells={"2.1/revenue/y1": "50.00"}),
        case("year before", Hit("2.2", "营业收入排名前十企业发展情况", "营业收入（亿元）2021年", "error", "478.62", "≤436.90", "2.2 “营业收入排名前十企业发展情况”营业收入（亿元）2021年合计 478.62亿元，大于2.1 “集群企业营业收入（亿元）”2021年的 436.90。", "请核对各企业数值、单位与总数。", "2.2/top_revenue/1/y2"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y2": "358.62"}, {"name": "甲1公司", "y2": "120.00"}]}, cells={"2.1/revenue/y2": "436.90"}),
        case("research, converted", Hit("2.4", "集群研发投入前十位企业", "研发投入（万元）2022年", "error", "14.76", "≤14.42", "2.4 “集群研发投入前十位企业”研发投入（万元）2022年合计 14.76亿元，大于2.4 “集群研发经费（亿元）”2022年的 14.42。", "请核对各企业数值、单位与总数。", "2.4/rd_top/1/y1"), lists={"2.4/rd_top": [{"name": "甲0公司", "y1": "117600"}, {"name": "甲1公司", "y1": "30000"}]}, cells={"2.4/rd/y1": "14.42"}),
        case("research right", lists={"2.4/rd_top": [{"name": "甲0公司", "y1": "17600"}, {"name": "甲1公司", "y1": "30000"}]}, cells={"2.4/rd/y1": "14.42"}),
        case("approximate row", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "约358.62"}, {"name": "甲1公司", "y1": "120.00"}]}, cells={"2.1/revenue/y1": "36.90"}),
        case("approximate total", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "358.62"}, {"name": "甲1公司", "y1": "120.00"}]}, cells={"2.1/revenue/y1": "约36.90"}),
        case("no total", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "358.62"}, {"name": "甲1公司", "y1": "120.00"}]}, cells={}),
        case("some rows without numbers", Hit("2.2", "营业收入排名前十企业发展情况", "营业收入（亿元）2022年", "error", "478.62", "≤436.90", "2.2 “营业收入排名前十企业发展情况”营业收入（亿元）2022年合计 478.62亿元，大于2.1 “集群企业营业收入（亿元）”2022年的 436.90。", "请核对各企业数值、单位与总数。", "2.2/top_revenue/1/y1"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "358.62"}, {"name": "甲1公司", "y1": "—"}, {"name": "甲2公司", "y1": "120.00"}]}, cells={"2.1/revenue/y1": "436.90"}),
        case("no number", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "—"}]}, cells={"2.1/revenue/y1": "0"}),
        case("no list", lists={}, cells={"2.1/revenue/y1": "436.90"}),
        case("other year", lists={"2.2/top_revenue": [{"name": "甲0公司", "y2": "358.62"}, {"name": "甲1公司", "y2": "120.00"}]}, cells={"2.1/revenue/y1": "36.90"}),
    ),
    "list-total-low": (
        case("the year after one that is right", Hit("2.2", "营业收入排名前十企业发展情况", "营业收入（亿元）2022年", "warning", "0.5", "≥2.75", "2.2 “营业收入排名前十企业发展情况”营业收入（亿元）2022年合计 0.5亿元，明显偏低，对比2.1 “集群企业营业收入（亿元）”2022年的 436.90。", "按 318 家企业平均，2 家也有约 2.75亿元；请核对单位和企业。", "2.2/top_revenue/1/y1"), lists={"2.2/top_revenue": [{"name": "甲", "y2": "30", "y1": "0.30"}, {"name": "乙", "y2": "30", "y1": "0.20"}]}, cells={"2.1/revenue/y2": "436.90", "2.2/firms/y2": "318", "2.1/revenue/y1": "436.90", "2.2/firms/y1": "318"}),
        case("the year after one that is not known", Hit("2.2", "营业收入排名前十企业发展情况", "营业收入（亿元）2022年", "warning", "0.5", "≥2.75", "2.2 “营业收入排名前十企业发展情况”营业收入（亿元）2022年合计 0.5亿元，明显偏低，对比2.1 “集群企业营业收入（亿元）”2022年的 436.90。", "按 318 家企业平均，2 家也有约 2.75亿元；请核对单位和企业。", "2.2/top_revenue/1/y1"), lists={"2.2/top_revenue": [{"name": "甲", "y2": "0.3", "y1": "0.30"}, {"name": "乙", "y2": "—", "y1": "0.20"}]}, cells={"2.1/revenue/y2": "436.90", "2.2/firms/y2": "318", "2.1/revenue/y1": "436.90", "2.2/firms/y1": "318"}),
        case("right", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "30.00"}, {"name": "甲1公司", "y1": "20.00"}]}, cells={"2.1/revenue/y1": "436.90", "2.2/firms/y1": "318"}),
        case("average", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "10"}, {"name": "甲1公司", "y1": "10"}]}, cells={"2.1/revenue/y1": "100", "2.2/firms/y1": "20"}),
        case("average after rounding", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "4.75"}, {"name": "甲1公司", "y1": "4.75"}]}, cells={"2.1/revenue/y1": "100", "2.2/firms/y1": "21"}),
        case("below average", Hit("2.2", "营业收入排名前十企业发展情况", "营业收入（亿元）2022年", "warning", "9.4", "≥9.48", "2.2 “营业收入排名前十企业发展情况”营业收入（亿元）2022年合计 9.4亿元，明显偏低，对比2.1 “集群企业营业收入（亿元）”2022年的 100。", "按 21 家企业平均，2 家也有约 9.48亿元；请核对单位和企业。", "2.2/top_revenue/1/y1"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "4.70"}, {"name": "甲1公司", "y1": "4.70"}]}, cells={"2.1/revenue/y1": "100", "2.2/firms/y1": "21"}),
        case("unit", Hit("2.4", "集群研发投入前十位企业", "研发投入（万元）2022年", "warning", "0.000328", "≥0.09", "2.4 “集群研发投入前十位企业”研发投入（万元）2022年合计 0.000328亿元，明显偏低，对比2.4 “集群研发经费（亿元）”2022年的 14.42。", "按 318 家企业平均，2 家也有约 0.09亿元；请核对单位和企业。", "2.4/rd_top/1/y1"), lists={"2.4/rd_top": [{"name": "甲0公司", "y1": "1.76"}, {"name": "甲1公司", "y1": "1.52"}]}, cells={"2.4/rd/y1": "14.42", "2.2/firms/y1": "318"}),
        case("year before", Hit("2.2", "营业收入排名前十企业发展情况", "营业收入（亿元）2021年", "warning", "0.5", "≥2.75", "2.2 “营业收入排名前十企业发展情况”营业收入（亿元）2021年合计 0.5亿元，明显偏低，对比2.1 “集群企业营业收入（亿元）”2021年的 436.90。", "按 318 家企业平均，2 家也有约 2.75亿元；请核对单位和企业。", "2.2/top_revenue/1/y2"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y2": "0.30"}, {"name": "甲1公司", "y2": "0.20"}]}, cells={"2.1/revenue/y2": "436.90", "2.2/firms/y2": "318"}),
        case("a row without a number", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "0.30"}, {"name": "甲1公司", "y1": "—"}]}, cells={"2.1/revenue/y1": "436.90", "2.2/firms/y1": "318"}),
        case("all firms", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "0.30"}, {"name": "甲1公司", "y1": "0.20"}]}, cells={"2.1/revenue/y1": "436.90", "2.2/firms/y1": "2"}),
        case("all but one firm", Hit("2.2", "营业收入排名前十企业发展情况", "营业收入（亿元）2022年", "warning", "0.5", "≥291.26", "2.2 “营业收入排名前十企业发展情况”营业收入（亿元）2022年合计 0.5亿元，明显偏低，对比2.1 “集群企业营业收入（亿元）”2022年的 436.90。", "按 3 家企业平均，2 家也有约 291.26亿元；请核对单位和企业。", "2.2/top_revenue/1/y1"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "0.30"}, {"name": "甲1公司", "y1": "0.20"}]}, cells={"2.1/revenue/y1": "436.90", "2.2/firms/y1": "3"}),
        case("firms not known", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "0.30"}, {"name": "甲1公司", "y1": "0.20"}]}, cells={"2.1/revenue/y1": "436.90"}),
        case("firms approximate", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "0.30"}, {"name": "甲1公司", "y1": "0.20"}]}, cells={"2.1/revenue/y1": "436.90", "2.2/firms/y1": "约318"}),
    ),
    "top-ten-over-output": (
        case("the year after one that is not known", Hit("2.2", "营业收入排名前十企业发展情况", "营业收入（亿元）2022年", "warning", "500", "≤452.18", "2.2 “营业收入排名前十企业发展情况”营业收入（亿元）2022年合计 500亿元，大于2.1 “集群总产值（亿元）”2022年的 452.18。", "请核对；营业收入含集群以外业务的，应只填集群部分。", "2.2/top_revenue/1/y1"), lists={"2.2/top_revenue": [{"name": "甲", "y2": "500", "y1": "500"}]}, cells={"2.1/output/y1": "452.18"}),
        case("right", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "300.00"}, {"name": "甲1公司", "y1": "120.00"}]}, cells={"2.1/output/y1": "452.18"}),
        case("all", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "300.00"}, {"name": "甲1公司", "y1": "152.18"}]}, cells={"2.1/output/y1": "452.18"}),
        case("more", Hit("2.2", "营业收入排名前十企业发展情况", "营业收入（亿元）2022年", "warning", "452.2", "≤452.18", "2.2 “营业收入排名前十企业发展情况”营业收入（亿元）2022年合计 452.2亿元，大于2.1 “集群总产值（亿元）”2022年的 452.18。", "请核对；营业收入含集群以外业务的，应只填集群部分。", "2.2/top_revenue/1/y1"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "300.00"}, {"name": "甲1公司", "y1": "152.20"}]}, cells={"2.1/output/y1": "452.18"}),
        case("year before", Hit("2.2", "营业收入排名前十企业发展情况", "营业收入（亿元）2021年", "warning", "452.2", "≤386.52", "2.2 “营业收入排名前十企业发展情况”营业收入（亿元）2021年合计 452.2亿元，大于2.1 “集群总产值（亿元）”2021年的 386.52。", "请核对；营业收入含集群以外业务的，应只填集群部分。", "2.2/top_revenue/1/y2"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y2": "300.00"}, {"name": "甲1公司", "y2": "152.20"}]}, cells={"2.1/output/y2": "386.52"}),
        case("research is not revenue", lists={"2.4/rd_top": [{"name": "甲0公司", "y1": "5000000"}]}, cells={"2.1/output/y1": "4.18"}),
        case("approximate output", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "300.00"}, {"name": "甲1公司", "y1": "152.20"}]}, cells={"2.1/output/y1": "约52.18"}),
        case("no output", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "300.00"}, {"name": "甲1公司", "y1": "152.20"}]}, cells={}),
    ),
    "list-over-firms": (
        case("right", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "10"}, {"name": "甲1公司", "y1": "10"}, {"name": "甲2公司", "y1": "10"}, {"name": "甲3公司", "y1": "10"}, {"name": "甲4公司", "y1": "10"}, {"name": "甲5公司", "y1": "10"}, {"name": "甲6公司", "y1": "10"}, {"name": "甲7公司", "y1": "10"}, {"name": "甲8公司", "y1": "10"}, {"name": "甲9公司", "y1": "10"}]}, cells={"2.2/firms/y1": "10"}),
        case("one more", Hit("2.2", "企业数量（个）", "2022年", "error", "9", "≥10", "2.2 “企业数量（个）”2022年填 9，而“营业收入排名前十企业发展情况”列出 10 家企业。", "请核对企业数量。", "2.2/firms/y1"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "10"}, {"name": "甲1公司", "y1": "10"}, {"name": "甲2公司", "y1": "10"}, {"name": "甲3公司", "y1": "10"}, {"name": "甲4公司", "y1": "10"}, {"name": "甲5公司", "y1": "10"}, {"name": "甲6公司", "y1": "10"}, {"name": "甲7公司", "y1": "10"}, {"name": "甲8公司", "y1": "10"}, {"name": "甲9公司", "y1": "10"}]}, cells={"2.2/firms/y1": "9"}),
        case("research", Hit("2.2", "企业数量（个）", "2022年", "error", "8", "≥10", "2.2 “企业数量（个）”2022年填 8，而“集群研发投入前十位企业”列出 10 家企业。", "请核对企业数量。", "2.2/firms/y1"), lists={"2.4/rd_top": [{"name": "甲0公司", "y1": "10"}, {"name": "甲1公司", "y1": "10"}, {"name": "甲2公司", "y1": "10"}, {"name": "甲3公司", "y1": "10"}, {"name": "甲4公司", "y1": "10"}, {"name": "甲5公司", "y1": "10"}, {"name": "甲6公司", "y1": "10"}, {"name": "甲7公司", "y1": "10"}, {"name": "甲8公司", "y1": "10"}, {"name": "甲9公司", "y1": "10"}]}, cells={"2.2/firms/y1": "8"}),
        case("the same firm twice", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "10"}, {"name": "甲1公司", "y1": "10"}, {"name": "甲0公司", "y1": "10"}, {"name": "甲1公司", "y1": "10"}]}, cells={"2.2/firms/y1": "2"}),
        case("nameless rows", lists={"2.2/top_revenue": [{"name": "", "y1": "3"}, {"name": "甲", "y1": "2"}]}, cells={"2.2/firms/y1": "1"}),
        case("approximate", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "10"}, {"name": "甲1公司", "y1": "10"}, {"name": "甲2公司", "y1": "10"}, {"name": "甲3公司", "y1": "10"}, {"name": "甲4公司", "y1": "10"}, {"name": "甲5公司", "y1": "10"}, {"name": "甲6公司", "y1": "10"}, {"name": "甲7公司", "y1": "10"}, {"name": "甲8公司", "y1": "10"}, {"name": "甲9公司", "y1": "10"}]}, cells={"2.2/firms/y1": "约9"}),
        case("projects may share a builder", lists={"2.3/projects": [{"owner": "甲", "name": "一"}, {"owner": "乙", "name": "二"}]}, cells={"2.2/firms/y1": "1"}),
        case("the year before", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "10"}, {"name": "甲1公司", "y1": "10"}, {"name": "甲2公司", "y1": "10"}, {"name": "甲3公司", "y1": "10"}, {"name": "甲4公司", "y1": "10"}, {"name": "甲5公司", "y1": "10"}, {"name": "甲6公司", "y1": "10"}, {"name": "甲7公司", "y1": "10"}, {"name": "甲8公司", "y1": "10"}, {"name": "甲9公司", "y1": "10"}]}, cells={"2.2/firms/y2": "8"}),
    ),
    "rank-order": (
        case("research after an unranked list", Hit("2.4", "集群研发投入前十位企业第2行", "研发投入（万元）2022年", "warning", "4850", None, "2.4 “集群研发投入前十位企业”第2行（甲1公司）4850，大于上一行（甲0公司）的 3900。", "请按最近一年数值从高到低排列。", "2.4/rd_top/2/y1"), lists={"2.3/projects": [{"name": "一", "investment": "5"}, {"name": "二", "investment": "9"}], "2.4/rd_top": [{"name": "甲0公司", "y1": "3900"}, {"name": "甲1公司", "y1": "4850"}]}, cells={}),
        case("falling", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "58.62"}, {"name": "甲1公司", "y1": "46.35"}, {"name": "甲2公司", "y1": "38.90"}]}, cells={}),
        case("equal", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "58.62"}, {"name": "甲1公司", "y1": "46.35"}, {"name": "甲2公司", "y1": "46.35"}]}, cells={}),
        case("equal after rounding", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "58.62"}, {"name": "甲1公司", "y1": "46.35"}, {"name": "甲2公司", "y1": "46.4"}]}, cells={}),
        case("second and third changed", Hit("2.2", "营业收入排名前十企业发展情况第3行", "营业收入（亿元）2022年", "warning", "38.90", None, "2.2 “营业收入排名前十企业发展情况”第3行（甲2公司）38.90，大于上一行（甲1公司）的 36.35。", "请按最近一年数值从高到低排列。", "2.2/top_revenue/3/y1"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "58.62"}, {"name": "甲1公司", "y1": "36.35"}, {"name": "甲2公司", "y1": "38.90"}]}, cells={}),
        case("research", Hit("2.4", "集群研发投入前十位企业第2行", "研发投入（万元）2022年", "warning", "4850", None, "2.4 “集群研发投入前十位企业”第2行（甲1公司）4850，大于上一行（甲0公司）的 3900。", "请按最近一年数值从高到低排列。", "2.4/rd_top/2/y1"), lists={"2.4/rd_top": [{"name": "甲0公司", "y1": "3900"}, {"name": "甲1公司", "y1": "4850"}]}, cells={}),
        case("the year before need not fall", lists={"2.2/top_revenue": [{"name": "甲", "y2": "3", "y1": "9"}, {"name": "乙", "y2": "7", "y1": "5"}]}, cells={}),
        case("approximate", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "58.62"}, {"name": "甲1公司", "y1": "36.35"}, {"name": "甲2公司", "y1": "约38.90"}]}, cells={}),
        case("not a ranking", lists={"2.3/projects": [{"name": "一", "investment": "5"}, {"name": "二", "investment": "9"}]}, cells={}),
        case("gap", lists={"2.2/top_revenue": [{"name": "甲"}, {"name": "乙", "y1": "5"}]}, cells={}),
    ),
    "rd-over-revenue": (
        case("the year after one that is not known", Hit("2.4", "集群研发投入前十位企业第1行", "研发投入（万元）2022年", "error", "139000", None, "2.4 “集群研发投入前十位企业”第1行研发投入（万元）2022年“甲公司”填 139000万元，大于 2.2 中该企业同年营业收入 10.18亿元。", "请核对数值和单位。", "2.4/rd_top/1/y1"), lists={"2.2/top_revenue": [{"name": "甲公司", "y2": "—", "y1": "10.18"}], "2.4/rd_top": [{"name": "甲公司", "y2": "1", "y1": "139000"}]}, cells={}),
        case("right", lists={"2.2/top_revenue": [{"name": "甲公司", "y2": "9.02", "y1": "10.18"}], "2.4/rd_top": [{"name": "甲公司", "y2": "3300", "y1": "3900"}]}, cells={}),
        case("all of it", lists={"2.2/top_revenue": [{"name": "甲公司", "y1": "10.18"}], "2.4/rd_top": [{"name": "甲公司", "y1": "101800"}]}, cells={}),
        case("more", Hit("2.4", "集群研发投入前十位企业第2行", "研发投入（万元）2022年", "error", "139000", None, "2.4 “集群研发投入前十位企业”第2行研发投入（万元）2022年“甲公司”填 139000万元，大于 2.2 中该企业同年营业收入 10.18亿元。", "请核对数值和单位。", "2.4/rd_top/2/y1"), lists={"2.2/top_revenue": [{"name": "甲公司", "y1": "10.18"}], "2.4/rd_top": [{"name": "乙公司", "y1": "1"}, {"name": "甲公司", "y1": "139000"}]}, cells={}),
        case("year before", Hit("2.4", "集群研发投入前十位企业第1行", "研发投入（万元）2021年", "error", "93300", None, "2.4 “集群研发投入前十位企业”第1行研发投入（万元）2021年“甲公司”填 93300万元，大于 2.2 中该企业同年营业收入 9.02亿元。", "请核对数值和单位。", "2.4/rd_top/1/y2"), lists={"2.2/top_revenue": [{"name": "甲公司", "y2": "9.02"}], "2.4/rd_top": [{"name": "甲公司", "y2": "93300"}]}, cells={}),
        case("with its unit", Hit("2.4", "集群研发投入前十位企业第1行", "研发投入（万元）2022年", "error", "139000万元", None, "2.4 “集群研发投入前十位企业”第1行研发投入（万元）2022年“甲公司”填 139000万元，大于 2.2 中该企业同年营业收入 10.18亿元。", "请核对数值和单位。", "2.4/rd_top/1/y1"), lists={"2.2/top_revenue": [{"name": "甲公司", "y1": "10.18亿元"}], "2.4/rd_top": [{"name": "甲公司", "y1": "139000万元"}]}, cells={}),
        case("other firm", lists={"2.2/top_revenue": [{"name": "甲公司", "y1": "10.18"}], "2.4/rd_top": [{"name": "乙公司", "y1": "139000"}]}, cells={}),
        case("other year", lists={"2.2/top_revenue": [{"name": "甲公司", "y2": "1.18", "y1": "—"}], "2.4/rd_top": [{"name": "甲公司", "y1": "139000"}]}, cells={}),
        case("approximate", lists={"2.2/top_revenue": [{"name": "甲公司", "y1": "10.18"}], "2.4/rd_top": [{"name": "甲公司", "y1": "约139000"}]}, cells={}),
    ),
    "share-sum": (
        case("the second product", Hit("2.2", "营业收入排名前十企业发展情况", "国内市场占有率（%）", "warning", "121", "≤100", "2.2 “营业收入排名前十企业发展情况”中 2 家企业主要产品相同，国内市场占有率合计 121%，超过 100%。", "请核对市场占有率，或把主要产品写具体。", "2.2/top_revenue/2/share"), lists={"2.2/top_revenue": [{"name": "甲", "product": "铜带", "share": "10"}, {"name": "乙", "product": "钛板", "share": "60"}, {"name": "丙", "product": "钛板", "share": "61"}]}, cells={}),
        case("different products", lists={"2.2/top_revenue": [{"name": "甲", "product": "钛板", "share": "60"}, {"name": "乙", "product": "铜带", "share": "60"}]}, cells={}),
        case("all of one market", lists={"2.2/top_revenue": [{"name": "甲", "product": "钛板", "share": "60"}, {"name": "乙", "product": "钛板", "share": "40"}]}, cells={}),
        case("all after rounding", lists={"2.2/top_revenue": [{"name": "甲", "product": "钛板", "share": "60"}, {"name": "乙", "product": "钛板", "share": "41"}]}, cells={}),
        case("more", Hit("2.2", "营业收入排名前十企业发展情况", "国内市场占有率（%）", "warning", "102", "≤100", "2.2 “营业收入排名前十企业发展情况”中 2 家企业主要产品相同，国内市场占有率合计 102%，超过 100%。", "请核对市场占有率，或把主要产品写具体。", "2.2/top_revenue/1/share"), lists={"2.2/top_revenue": [{"name": "甲", "product": "钛板", "share": "60"}, {"name": "乙", "product": "钛 板", "share": "42"}]}, cells={}),
        case("three", Hit("2.2", "营业收入排名前十企业发展情况", "国内市场占有率（%）", "warning", "105.0", "≤100", "2.2 “营业收入排名前十企业发展情况”中 3 家企业主要产品相同，国内市场占有率合计 105.0%，超过 100%。", "请核对市场占有率，或把主要产品写具体。", "2.2/top_revenue/1/share"), lists={"2.2/top_revenue": [{"name": "甲", "product": "钛板", "share": "40.0"}, {"name": "丙", "product": "铜带", "share": "90"}, {"name": "乙", "product": "钛板", "share": "35.0"}, {"name": "丁", "product": "钛板", "share": "30.0"}]}, cells={}),
        case("one firm is another matter", lists={"2.2/top_revenue": [{"name": "甲", "product": "钛板", "share": "160"}]}, cells={}),
        case("no product", lists={"2.2/top_revenue": [{"name": "甲", "product": "", "share": "60"}, {"name": "乙", "product": "", "share": "60"}]}, cells={}),
        case("approximate", lists={"2.2/top_revenue": [{"name": "甲", "product": "钛板", "share": "60"}, {"name": "乙", "product": "钛板", "share": "约60"}]}, cells={}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
