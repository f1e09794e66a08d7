"""Dates of opinions and signatures, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "date-impossible": (
        case("after one that is right", Hit("6.1", "集群核心承载园区负责人签字", None, "error", "2023年2月30日", None, "6.1 “集群核心承载园区负责人签字”的日期 2023年2月30日 不存在。", "请改为实际签署日期。", "6.1/park_sign"), cells={"一/government": "同意。（盖章）2023年3月10日", "6.1/park_sign": "王某 2023年2月30日"}),
        case("right", cells={"6.1/park_sign": "王某\n（单位盖章）\n2023年3月10日"}),
        case("leap day", cells={"6.1/park_sign": "王某\n（单位盖章）\n2024年2月29日"}),
        case("no leap year", Hit("6.1", "集群核心承载园区负责人签字", None, "error", "2023年2月29日", None, "6.1 “集群核心承载园区负责人签字”的日期 2023年2月29日 不存在。", "请改为实际签署日期。", "6.1/park_sign"), cells={"6.1/park_sign": "王某\n（单位盖章）\n2023年2月29日"}),
        case("thirteenth month", Hit("6.1", "集群核心承载园区负责人签字", None, "error", "2023年13月1日", None, "6.1 “集群核心承载园区负责人签字”的日期 2023年13月1日 不存在。", "请改为实际签署日期。", "6.1/park_sign"), cells={"6.1/park_sign": "王某\n（单位盖章）\n2023年13月1日"}),
        case("month nought", Hit("6.1", "集群核心承载园区负责人签字", None, "error", "2023年0月10日", None, "6.1 “集群核心承载园区负责人签字”的日期 2023年0月10日 不存在。", "请改为实际签署日期。", "6.1/park_sign"), cells={"6.1/park_sign": "王某\n（单位盖章）\n2023.0.10"}),
        case("day 31", Hit("6.1", "集群促进组织负责人签字", None, "error", "2023年4月31日", None, "6.1 “集群促进组织负责人签字”的日期 2023年4月31日 不存在。", "请改为实际签署日期。", "6.1/promoter_sign"), cells={"6.1/promoter_sign": "王某\n（单位盖章）\n2023-04-31"}),
        case("Chinese numerals", Hit("6.1", "集群核心承载园区负责人签字", None, "error", "2023年2月30日", None, "6.1 “集群核心承载园区负责人签字”的日期 2023年2月30日 不存在。", "请改为实际签署日期。", "6.1/park_sign"), cells={"6.1/park_sign": "王某\n（单位盖章）\n二〇二三年二月三十日"}),
        case("Chinese numerals right", cells={"6.1/park_sign": "王某\n（单位盖章）\n二〇二三年三月十日"}),
        case("in the opinion", Hit("一", "集群所在地县以上人民政府意见", None, "error", "2023年6月31日", None, "一 “集群所在地县以上人民政府意见”的日期 2023年6月31日 不存在。", "请改为实际签署日期。", "一/government"), cells={"一/government": "同意申报。（盖章）2023年6月31日"}),
        case("none", cells={"6.1/park_sign": "王某\n（单位盖章）\n年   月   日"}),
        case("last of several", cells={"一/government": "经2023年2月30日会议研究，同意。（盖章）2023年3月10日"}),
        case("not a signature", cells={"一/area": "2023年2月30日"}),
    ),
    "date-implausible": (
        case("late, after an odd year", Hit("6.1", "集群核心承载园区负责人签字", None, "warning", "2026年3月10日", "2024年", "6.1 “集群核心承载园区负责人签字”的日期为 2026年3月10日，而报告最近一年为2023年：此时应填报2024年的数据。", "请核对签署日期和表头年度。", "6.1/park_sign"), last_year=2023, cells={"6.1/park_sign": "王某\n（单位盖章）\n2026年3月10日"}),
        case("after one that is right", Hit("6.1", "集群核心承载园区负责人签字", None, "warning", "2022年2月10日", "2023年", "6.1 “集群核心承载园区负责人签字”的日期为 2022年2月10日，而报告最近一年为2022年：2022年尚未结束，全年数据还没有形成。", "请核对签署日期和表头年度。", "6.1/park_sign"), cells={"一/government": "同意。（盖章）2023年3月10日", "6.1/promoter_sign": "张某", "6.1/park_sign": "王某 2022年2月10日"}),
        case("right", cells={"6.1/park_sign": "王某\n（单位盖章）\n2023年3月10日"}),
        case("first day", cells={"6.1/park_sign": "王某\n（单位盖章）\n2023年1月1日"}),
        case("last day of the year", Hit("6.1", "集群核心承载园区负责人签字", None, "warning", "2022年12月31日", "2023年", "6.1 “集群核心承载园区负责人签字”的日期为 2022年12月31日，而报告最近一年为2022年：2022年尚未结束，全年数据还没有形成。", "请核对签署日期和表头年度。", "6.1/park_sign"), cells={"6.1/park_sign": "王某\n（单位盖章）\n2022年12月31日"}),
        case("in the year", Hit("6.1", "集群核心承载园区负责人签字", None, "warning", "2022年6月1日", "2023年", "6.1 “集群核心承载园区负责人签字”的日期为 2022年6月1日，而报告最近一年为2022年：2022年尚未结束，全年数据还没有形成。", "请核对签署日期和表头年度。", "6.1/park_sign"), cells={"6.1/park_sign": "王某\n（单位盖章）\n2022年6月1日"}),
        case("last day possible", cells={"6.1/park_sign": "王某\n（单位盖章）\n2024年3月31日"}),
        case("a day later", Hit("6.1", "集群核心承载园区负责人签字", None, "warning", "2024年4月1日", "2023年", "6.1 “集群核心承载园区负责人签字”的日期为 2024年4月1日，而报告最近一年为2022年：此时应填报2023年的数据。", "请核对签署日期和表头年度。", "6.1/park_sign"), cells={"6.1/park_sign": "王某\n（单位盖章）\n2024年4月1日"}),
        case("opinion", Hit("一", "集群所在地县以上人民政府意见", None, "warning", "2026年3月10日", "2023年", "一 “集群所在地县以上人民政府意见”的日期为 2026年3月10日，而报告最近一年为2022年：此时应填报2023年的数据。", "请核对签署日期和表头年度。", "一/government"), cells={"一/government": "同意申报。（盖章）2026年3月10日"}),
        case("no years stated", cells={"6.1/park_sign": "王某\n（单位盖章）\n2022年6月1日"}, years_stated=False),
        case("other years", Hit("6.1", "集群核心承载园区负责人签字", None, "warning", "2023年3月10日", "2024年", "6.1 “集群核心承载园区负责人签字”的日期为 2023年3月10日，而报告最近一年为2023年：2023年尚未结束，全年数据还没有形成。", "请核对签署日期和表头年度。", "6.1/park_sign"), cells={"6.1/park_sign": "王某\n（单位盖章）\n2023年3月10日"}, last_year=2023),
        case("impossible is another matter", cells={"6.1/park_sign": "王某\n（单位盖章）\n2022年13月1日"}),
        case("undated", cells={"6.1/park_sign": "王某\n（单位盖章）\n年  月  日"}),
    ),
    "endorsement-undated": (
        case("after one that is dated", Hit("6.1", "集群核心承载园区负责人签字", None, "error", "王某", None, "6.1 “集群核心承载园区负责人签字”没有填写日期。", "请填写年、月、日。", "6.1/park_sign"), cells={"一/government": "同意。（盖章）2023年3月10日", "6.1/promoter_sign": "（单位盖章）", "6.1/park_sign": "王某"}),
        case("half a date", Hit("6.1", "集群核心承载园区负责人签字", None, "error", "王某 2023年 月 日", None, "6.1 “集群核心承载园区负责人签字”没有填写日期。", "请填写年、月、日。", "6.1/park_sign"), cells={"6.1/park_sign": "王某 2023年 月 日"}),
        case("dated", cells={"6.1/park_sign": "王某\n（单位盖章）\n2023年3月10日"}),
        case("dotted", cells={"6.1/park_sign": "王某\n（单位盖章）\n2023.3.10"}),
        case("slashed", cells={"6.1/park_sign": "王某\n（单位盖章）\n2023/3/10"}),
        case("spaced", cells={"6.1/park_sign": "王某\n（单位盖章）\n2023 年 3 月 10 日"}),
        case("undated", Hit("6.1", "集群核心承载园区负责人签字", None, "error", "王某\n（单位盖章）\n年  月  日", None, "6.1 “集群核心承载园区负责人签字”没有填写日期。", "请填写年、月、日。", "6.1/park_sign"), cells={"6.1/park_sign": "王某\n（单位盖章）\n年  月  日"}),
        case("no day", Hit("6.1", "集群核心承载园区负责人签字", None, "error", "王某\n（单位盖章）\n2023年3月", None, "6.1 “集群核心承载园区负责人签字”没有填写日期。", "请填写年、月、日。", "6.1/park_sign"), cells={"6.1/park_sign": "王某\n（单位盖章）\n2023年3月"}),
        case("opinion", Hit("一", "集群所在地县以上人民政府意见", None, "error", "同意申报。（盖章）", None, "一 “集群所在地县以上人民政府意见”没有填写日期。", "请填写年、月、日。", "一/government"), cells={"一/government": "同意申报。（盖章）"}),
        case("unsigned is another matter", cells={"6.1/park_sign": "（单位盖章）年 月 日"}),
        case("picture", cells={"6.1/park_sign": "［图片］"}),
        case("picture over a blank date", Hit("6.1", "集群核心承载园区负责人签字", None, "error", "［图片］\n年  月  日", None, "6.1 “集群核心承载园区负责人签字”没有填写日期。", "请填写年、月、日。", "6.1/park_sign"), cells={"6.1/park_sign": "［图片］\n年  月  日"}),
        case("absent", headings=["6.1"]),
    ),
    "date-not-real": (
        case("2021年12月", lists={"2.4/carriers": [{"name": "甲技术中心", "level": "省级", "date": "2020年11月", "org": "省工信厅"}, {"name": "乙技术中心", "level": "省级", "date": "2021年12月", "org": "省工信厅"}]}),
        case("2021年13月", Hit("2.4", "集群技术创新载体（国家级、省级）第2行", "批准时间", "warning", "2021年13月", None, "2.4 “集群技术创新载体（国家级、省级）”第2行批准时间填“2021年13月”，没有这个日期。", "请核对月份和日期。", "2.4/carriers/2/date"), lists={"2.4/carriers": [{"name": "甲技术中心", "level": "省级", "date": "2020年11月", "org": "省工信厅"}, {"name": "乙技术中心", "level": "省级", "date": "2021年13月", "org": "省工信厅"}]}),
        case("2021年0月", Hit("2.4", "集群技术创新载体（国家级、省级）第2行", "批准时间", "warning", "2021年0月", None, "2.4 “集群技术创新载体（国家级、省级）”第2行批准时间填“2021年0月”，没有这个日期。", "请核对月份和日期。", "2.4/carriers/2/date"), lists={"2.4/carriers": [{"name": "甲技术中心", "level": "省级", "date": "2020年11月", "org": "省工信厅"}, {"name": "乙技术中心", "level": "省级", "date": "2021年0月", "org": "省工信厅"}]}),
        case("2021.13", Hit("2.4", "集群技术创新载体（国家级、省级）第2行", "批准时间", "warning", "2021.13", None, "2.4 “集群技术创新载体（国家级、省级）”第2行批准时间填“2021.13”，没有这个日期。", "请核对月份和日期。", "2.4/carriers/2/date"), lists={"2.4/carriers": [{"name": "甲技术中心", "level": "省级", "date": "2020年11月", "org": "省工信厅"}, {"name": "乙技术中心", "level": "省级", "date": "2021.13", "org": "省工信厅"}]}),
        case("2021.12", lists={"2.4/carriers": [{"name": "甲技术中心", "level": "省级", "date": "2020年11月", "org": "省工信厅"}, {"name": "乙技术中心", "level": "省级", "date": "2021.12", "org": "省工信厅"}]}),
        case("2021-13-05", Hit("2.4", "集群技术创新载体（国家级、省级）第2行", "批准时间", "warning", "2021-13-05", None, "2.4 “集群技术创新载体（国家级、省级）”第2行批准时间填“2021-13-05”，没有这个日期。", "请核对月份和日期。", "2.4/carriers/2/date"), lists={"2.4/carriers": [{"name": "甲技术中心", "level": "省级", "date": "2020年11月", "org": "省工信厅"}, {"name": "乙技术中心", "level": "省级", "date": "2021-13-05", "org": "省工信厅"}]}),
        case("2021年2月30日", Hit("2.4", "集群技术创新载体（国家级、省级）第2行", "批准时间", "warning", "2021年2月30日", None, "2.4 “集群技术创新载体（国家级、省级）”第2行批准时间填“2021年2月30日”，没有这个日期。", "请核对月份和日期。", "2.4/carriers/2/date"), lists={"2.4/carriers": [{"name": "甲技术中心", "level": "省级", "date": "2020年11月", "org": "省工信厅"}, {"name": "乙技术中心", "level": "省级", "date": "2021年2月30日", "org": "省工信厅"}]}),
        case("2020年2月29日", lists={"2.4/carriers": [{"name": "甲技术中心", "level": "省级", "date": "2020年11月", "org": "省工信厅"}, {"name": "乙技术中心", "level": "省级", "date": "2020年2月29日", "org": "省工信厅"}]}),
        case("2021/4/31", Hit("2.4", "集群技术创新载体（国家级、省级）第2行", "批准时间", "warning", "2021/4/31", None, "2.4 “集群技术创新载体（国家级、省级）”第2行批准时间填“2021/4/31”，没有这个日期。", "请核对月份和日期。", "2.4/carriers/2/date"), lists={"2.4/carriers": [{"name": "甲技术中心", "level": "省级", "date": "2020年11月", "org": "省工信厅"}, {"name": "乙技术中心", "level": "省级", "date": "2021/4/31", "org": "省工信厅"}]}),
        case("2021", lists={"2.4/carriers": [{"name": "甲技术中心", "level": "省级", "date": "2020年11月", "org": "省工信厅"}, {"name": "乙技术中心", "level": "省级", "date": "2021", "org": "省工信厅"}]}),
        case("2020-2021", lists={"2.4/carriers": [{"name": "甲技术中心", "level": "省级", "date": "2020年11月", "org": "省工信厅"}, {"name": "乙技术中心", "level": "省级", "date": "2020-2021", "org": "省工信厅"}]}),
        case("2019.5.31", lists={"2.4/carriers": [{"name": "甲技术中心", "level": "省级", "date": "2020年11月", "org": "省工信厅"}, {"name": "乙技术中心", "level": "省级", "date": "2019.5.31", "org": "省工信厅"}]}),
        case("待定", lists={"2.4/carriers": [{"name": "甲技术中心", "level": "省级", "date": "2020年11月", "org": "省工信厅"}, {"name": "乙技术中心", "level": "省级", "date": "待定", "org": "省工信厅"}]}),
        case("period 2022.1-2023.12", lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "investment": "100", "period": "2022.1-2023.12"}]}),
        case("period 2022.1-2023.14", Hit("2.3", "集群重点项目建设情况第1行", "建设期", "warning", "2023.14", None, "2.3 “集群重点项目建设情况”第1行建设期填“2022.1-2023.14”，没有这个日期。", "请核对月份和日期。", "2.3/projects/1/period"), lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "investment": "100", "period": "2022.1-2023.14"}]}),
        case("period 2022年3月至2023年15月", Hit("2.3", "集群重点项目建设情况第1行", "建设期", "warning", "2023年15月", None, "2.3 “集群重点项目建设情况”第1行建设期填“2022年3月至2023年15月”，没有这个日期。", "请核对月份和日期。", "2.3/projects/1/period"), lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "investment": "100", "period": "2022年3月至2023年15月"}]}),
        case("period 2022—2024年", lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "investment": "100", "period": "2022—2024年"}]}),
        case("period 2022.06—2024.06", lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "investment": "100", "period": "2022.06—2024.06"}]}),
        case("in the text", Hit("2.8", None, None, "warning", "2022年13月", None, "2.8 文字中的日期“2022年13月”不存在。", "请核对月份和日期。", "text 2.8 1"), texts={"2.8": ["园区", "2022年13月，项目投产。"]}),
        case("in the text, day", Hit("2.8", None, None, "warning", "2022年6月31日", None, "2.8 文字中的日期“2022年6月31日”不存在。", "请核对月份和日期。", "text 2.8 0"), texts={"2.8": ["2022年6月31日，项目投产。"]}),
        case("in the text, right", texts={"2.8": ["2022年6月30日，2020年2月29日，产值2022.15亿元。"]}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
