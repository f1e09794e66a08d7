"""Lists in themselves, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "list-repeated": (
        case("the second name", Hit("2.2", "营业收入排名前十企业发展情况第3行", None, "warning", "乙公司", None, "2.2 “营业收入排名前十企业发展情况”中“乙公司”出现 2 次。", "请删去重复的行。", "2.2/top_revenue/3/name"), lists={"2.2/top_revenue": [{"name": "甲公司"}, {"name": "乙公司"}, {"name": "乙公司"}]}),
        case("different", lists={"2.2/top_revenue": [{"name": "甲公司"}, {"name": "乙公司"}]}),
        case("same firm", Hit("2.2", "营业收入排名前十企业发展情况第3行", None, "warning", "甲 公司", None, "2.2 “营业收入排名前十企业发展情况”中“甲 公司”出现 2 次。", "请删去重复的行。", "2.2/top_revenue/3/name"), lists={"2.2/top_revenue": [{"name": "甲公司", "y1": "5"}, {"name": "乙公司"}, {"name": "甲 公司", "y1": "3"}]}),
        case("three times", Hit("2.4", "集群研发投入前十位企业第2行", None, "warning", "甲公司", None, "2.4 “集群研发投入前十位企业”中“甲公司”出现 3 次。", "请删去重复的行。", "2.4/rd_top/2/name"), lists={"2.4/rd_top": [{"name": "甲公司"}, {"name": "甲公司"}, {"name": "甲公司"}]}),
        case("same project", Hit("2.3", "集群重点项目建设情况第2行", None, "warning", "一期", None, "2.3 “集群重点项目建设情况”中“一期”出现 2 次。", "请删去重复的行。", "2.3/projects/2/owner"), lists={"2.3/projects": [{"owner": "甲", "name": "一期", "investment": "5"}, {"owner": "甲", "name": "一期", "investment": "6"}]}),
        case("other builder", lists={"2.3/projects": [{"owner": "甲", "name": "一期"}, {"owner": "乙", "name": "一期"}]}),
        case("other phase", lists={"2.3/projects": [{"owner": "甲", "name": "一期"}, {"owner": "甲", "name": "二期"}]}),
        case("same carrier", Hit("2.4", "集群技术创新载体（国家级、省级）第2行", None, "warning", "甲中心", None, "2.4 “集群技术创新载体（国家级、省级）”中“甲中心”出现 2 次。", "请删去重复的行。", "2.4/carriers/2/name"), lists={"2.4/carriers": [{"name": "甲中心", "level": "省级", "date": "2020年"}, {"name": "甲中心", "level": "省级", "date": "2021年"}]}),
        case("other level", lists={"2.4/carriers": [{"name": "甲中心", "level": "省级"}, {"name": "甲中心", "level": "国家级"}]}),
        case("same recognition", Hit("2.5", "省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）第2行", None, "warning", "甲公司", None, "2.5 “省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）”中“甲公司”出现 2 次。", "请删去重复的行。", "2.5/green_list/2/name"), lists={"2.5/green_list": [{"name": "甲公司", "level": "省级", "date": "2021年"}, {"name": "甲公司", "level": "省级", "date": "2021年"}]}),
        case("same firm, other year", lists={"2.5/green_list": [{"name": "甲公司", "level": "省级", "date": "2020年"}, {"name": "甲公司", "level": "省级", "date": "2021年"}]}),
        case("nameless", lists={"2.2/top_revenue": [{"name": ""}, {"name": ""}]}),
    ),
    "list-level": (
        case("after one that is right and one that is blank", Hit("2.5", "省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）第3行", "级别", "warning", "市级", None, "2.5 “省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）”第3行级别填“市级”，应为国家级或省级。", "请填“国家级”或“省级”；省级以下的不列入。", "2.5/green_list/3/level"), lists={"2.5/green_list": [{"name": "甲", "level": "省级"}, {"name": "乙", "level": ""}, {"name": "丙", "level": "市级"}]}),
        case("provincial", lists={"2.5/green_list": [{"name": "甲", "level": "省级"}]}),
        case("national", lists={"2.5/green_list": [{"name": "甲", "level": "国家级"}]}),
        case("ministry", lists={"2.5/green_list": [{"name": "甲", "level": "工信部"}]}),
        case("national, short", lists={"2.5/green_list": [{"name": "甲", "level": "国"}]}),
        case("city", Hit("2.5", "省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）第2行", "级别", "warning", "市级", None, "2.5 “省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）”第2行级别填“市级”，应为国家级或省级。", "请填“国家级”或“省级”；省级以下的不列入。", "2.5/green_list/2/level"), lists={"2.5/green_list": [{"name": "甲", "level": "省级"}, {"name": "乙", "level": "市级"}]}),
        case("word", Hit("2.7", "省级及以上公共服务平台（国家级、省级）第1行", "级别", "warning", "重点", None, "2.7 “省级及以上公共服务平台（国家级、省级）”第1行级别填“重点”，应为国家级或省级。", "请填“国家级”或“省级”；省级以下的不列入。", "2.7/platform_list/1/level"), lists={"2.7/platform_list": [{"name": "甲", "level": "重点"}]}),
        case("blank", lists={"2.5/green_list": [{"name": "甲", "level": " "}]}),
        case("no level", lists={"2.5/green_list": [{"name": "甲"}]}),
    ),
    "level-contradicted": (
        case("national by the province alone", Hit("2.4", "集群技术创新载体（国家级、省级）第1行", "级别", "warning", "国家级", None, "2.4 “集群技术创新载体（国家级、省级）”第1行级别填“国家级”，而批准单位“省政府”是省级单位。", "请核对级别、名称和批准单位。", "2.4/carriers/1/level"), lists={"2.4/carriers": [{"name": "甲中心", "level": "国家级", "org": "省政府"}]}),
        case("national by an office", Hit("2.4", "集群技术创新载体（国家级、省级）第1行", "级别", "warning", "国家级", None, "2.4 “集群技术创新载体（国家级、省级）”第1行级别填“国家级”，而批准单位“科技厅”是省级单位。", "请核对级别、名称和批准单位。", "2.4/carriers/1/level"), lists={"2.4/carriers": [{"name": "甲中心", "level": "国家级", "org": "科技厅"}]}),
        case("national by one of Hunan", Hit("2.4", "集群技术创新载体（国家级、省级）第1行", "级别", "warning", "国家级", None, "2.4 “集群技术创新载体（国家级、省级）”第1行级别填“国家级”，而批准单位“湖南经信委”是省级单位。", "请核对级别、名称和批准单位。", "2.4/carriers/1/level"), lists={"2.4/carriers": [{"name": "甲中心", "level": "国家级", "org": "湖南经信委"}]}),
        case("after rows without a level and one that is right", Hit("2.4", "集群技术创新载体（国家级、省级）第4行", "级别", "warning", "国家级", None, "2.4 “集群技术创新载体（国家级、省级）”第4行级别填“国家级”，而批准单位“省科技厅”是省级单位。", "请核对级别、名称和批准单位。", "2.4/carriers/4/level"), lists={"2.4/carriers": [{"name": "甲"}, {"name": "乙", "level": "其他"}, {"name": "丙", "level": "省级", "org": "省科技厅"}, {"name": "丁", "level": "国家级", "org": "省科技厅"}]}),
        case("national by the ministry", lists={"2.4/carriers": [{"name": "甲中心", "level": "国家级", "org": "工业和信息化部"}]}),
        case("national by the commission", lists={"2.4/carriers": [{"name": "甲中心", "level": "国家级", "org": "国家发展改革委"}]}),
        case("national by the province", Hit("2.4", "集群技术创新载体（国家级、省级）第1行", "级别", "warning", "国家级", None, "2.4 “集群技术创新载体（国家级、省级）”第1行级别填“国家级”，而批准单位“省工业和信息化厅”是省级单位。", "请核对级别、名称和批准单位。", "2.4/carriers/1/level"), lists={"2.4/carriers": [{"name": "甲中心", "level": "国家级", "org": "省工业和信息化厅"}]}),
        case("national by Hunan", Hit("2.4", "集群技术创新载体（国家级、省级）第1行", "级别", "warning", "国家级", None, "2.4 “集群技术创新载体（国家级、省级）”第1行级别填“国家级”，而批准单位“湖南省科技厅”是省级单位。", "请核对级别、名称和批准单位。", "2.4/carriers/1/level"), lists={"2.4/carriers": [{"name": "甲中心", "level": "国家级", "org": "湖南省科技厅"}]}),
        case("national by a county", Hit("2.4", "集群技术创新载体（国家级、省级）第1行", "级别", "warning", "国家级", None, "2.4 “集群技术创新载体（国家级、省级）”第1行级别填“国家级”，而批准单位“某某县工信局”是市县单位。", "请核对级别、名称和批准单位。", "2.4/carriers/1/level"), lists={"2.4/carriers": [{"name": "甲中心", "level": "国家级", "org": "某某县工信局"}]}),
        case("national by both", lists={"2.4/carriers": [{"name": "甲中心", "level": "国家级", "org": "省工信厅、工信部"}]}),
        case("provincial by the province", lists={"2.4/carriers": [{"name": "甲中心", "level": "省级", "org": "省科技厅"}]}),
        case("provincial by a county", Hit("2.4", "集群技术创新载体（国家级、省级）第1行", "级别", "warning", "省级", None, "2.4 “集群技术创新载体（国家级、省级）”第1行级别填“省级”，而批准单位“某某县工业和信息化局”是市县单位。", "请核对级别、名称和批准单位。", "2.4/carriers/1/level"), lists={"2.4/carriers": [{"name": "甲中心", "level": "省级", "org": "某某县工业和信息化局"}]}),
        case("provincial by a city", Hit("2.4", "集群技术创新载体（国家级、省级）第1行", "级别", "warning", "省级", None, "2.4 “集群技术创新载体（国家级、省级）”第1行级别填“省级”，而批准单位“某某市人民政府”是市县单位。", "请核对级别、名称和批准单位。", "2.4/carriers/1/level"), lists={"2.4/carriers": [{"name": "甲中心", "level": "省级", "org": "某某市人民政府"}]}),
        case("provincial by a nation's body", lists={"2.4/carriers": [{"name": "甲中心", "level": "省级", "org": "国家认可委员会"}]}),
        case("not told", lists={"2.4/carriers": [{"name": "甲中心", "level": "省级", "org": "某某协会"}]}),
        case("national, not told", lists={"2.4/carriers": [{"name": "甲中心", "level": "国家级", "org": "某某协会"}]}),
        case("name says national", Hit("2.4", "集群技术创新载体（国家级、省级）第1行", "级别", "warning", "省级", None, "2.4 “集群技术创新载体（国家级、省级）”第1行级别填“省级”，而名称写明“国家级”。", "请核对级别、名称和批准单位。", "2.4/carriers/1/level"), lists={"2.4/carriers": [{"name": "甲国家级企业技术中心", "level": "省级", "org": ""}]}),
        case("name says provincial", Hit("2.4", "集群技术创新载体（国家级、省级）第1行", "级别", "warning", "国家级", None, "2.4 “集群技术创新载体（国家级、省级）”第1行级别填“国家级”，而名称写明“省级”。", "请核对级别、名称和批准单位。", "2.4/carriers/1/level"), lists={"2.4/carriers": [{"name": "甲省级企业技术中心", "level": "国家级", "org": ""}]}),
        case("name says both", lists={"2.4/carriers": [{"name": "甲国家级（省级）中心", "level": "国家级", "org": ""}]}),
        case("joint name", lists={"2.4/carriers": [{"name": "国家地方联合工程研究中心", "level": "省级", "org": ""}]}),
        case("no level", lists={"2.4/carriers": [{"name": "甲中心", "level": "其他", "org": "某某县工信局"}]}),
        case("in another list", Hit("2.7", "省级及以上公共服务平台（国家级、省级）第2行", "级别", "warning", "省级", None, "2.7 “省级及以上公共服务平台（国家级、省级）”第2行级别填“省级”，而批准单位“某某区科技局”是市县单位。", "请核对级别、名称和批准单位。", "2.7/platform_list/2/level"), lists={"2.7/platform_list": [{"name": "甲平台", "level": "省级", "org": "省科技厅"}, {"name": "乙平台", "level": "省级", "org": "某某区科技局"}]}),
        case("level not there", lists={"2.5/green_list": [{"name": "甲省级平台"}]}),
    ),
    "approval-date": (
        case("after one without a date", Hit("2.5", "省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）第3行", "批准时间", "warning", "2025年", None, "2.5 “省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）”第3行批准时间填“2025年”，晚于报告年度（最近一年为 2022 年）。", "请核对批准时间。", "2.5/green_list/3/date"), lists={"2.5/green_list": [{"name": "甲"}, {"name": "乙", "date": "第三批"}, {"name": "丙", "date": "2025年"}]}),
        case("before", lists={"2.5/green_list": [{"name": "甲", "date": "2021年6月"}]}),
        case("year of the report", lists={"2.5/green_list": [{"name": "甲", "date": "2023.02"}]}),
        case("later", Hit("2.5", "省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）第2行", "批准时间", "warning", "2024年3月", None, "2.5 “省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）”第2行批准时间填“2024年3月”，晚于报告年度（最近一年为 2022 年）。", "请核对批准时间。", "2.5/green_list/2/date"), lists={"2.5/green_list": [{"name": "甲", "date": "2021年6月"}, {"name": "乙", "date": "2024年3月"}]}),
        case("long after", Hit("2.4", "集群技术创新载体（国家级、省级）第1行", "批准时间", "warning", "2032-06", None, "2.4 “集群技术创新载体（国家级、省级）”第1行批准时间填“2032-06”，晚于报告年度（最近一年为 2022 年）。", "请核对批准时间。", "2.4/carriers/1/date"), lists={"2.4/carriers": [{"name": "甲", "date": "2032-06"}]}),
        case("no year", lists={"2.5/green_list": [{"name": "甲", "date": "第三批"}]}),
        case("years not stated", lists={"2.5/green_list": [{"name": "甲", "date": "2024年"}]}, years_stated=False),
        case("no date", lists={"2.5/green_list": [{"name": "甲"}]}),
        case("other years", lists={"2.5/green_list": [{"name": "甲", "date": "2024年"}]}, last_year=2023),
    ),
    "project-period": (
        case("three years, the last of them in time", lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "investment": "100", "period": "2019年、2020年、2023年"}]}),
        case("after one without years", Hit("2.3", "集群重点项目建设情况第4行", "建设期", "warning", "2018—2019年", None, "2.3 第4行“丁”的建设期为“2018—2019年”：2022 年以前已经结束，不属于在建或新建项目。", "请核对建设期；已建成的项目请换成在建或新建项目。", "2.3/projects/4/period"), lists={"2.3/projects": [{"name": "甲"}, {"name": "乙", "period": "两年"}, {"name": "丙", "period": "2022—2024年"}, {"name": "丁", "period": "2018—2019年"}]}),
        case("right", lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "period": "2022—2023年"}, {"owner": "甲", "name": "甲项目", "period": "2023—2025年"}]}),
        case("one year", lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "period": "2022—2023年"}, {"owner": "甲", "name": "甲项目", "period": "2022年"}]}),
        case("months", lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "period": "2022—2023年"}, {"owner": "甲", "name": "甲项目", "period": "24个月"}]}),
        case("ends in the last year", lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "period": "2022—2023年"}, {"owner": "甲", "name": "甲项目", "period": "2020—2022年"}]}),
        case("over before", Hit("2.3", "集群重点项目建设情况第2行", "建设期", "warning", "2018—2021年", None, "2.3 第2行“甲项目”的建设期为“2018—2021年”：2022 年以前已经结束，不属于在建或新建项目。", "请核对建设期；已建成的项目请换成在建或新建项目。", "2.3/projects/2/period"), lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "period": "2022—2023年"}, {"owner": "甲", "name": "甲项目", "period": "2018—2021年"}]}),
        case("one year before", lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "period": "2022—2023年"}, {"owner": "甲", "name": "甲项目", "period": "2019年"}]}),
        case("backwards", Hit("2.3", "集群重点项目建设情况第2行", "建设期", "warning", "2025—2023年", None, "2.3 第2行“甲项目”的建设期为“2025—2023年”：结束年份早于开始年份。", "请核对建设期；已建成的项目请换成在建或新建项目。", "2.3/projects/2/period"), lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "period": "2022—2023年"}, {"owner": "甲", "name": "甲项目", "period": "2025—2023年"}]}),
        case("months of one year", lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "period": "2022—2023年"}, {"owner": "甲", "name": "甲项目", "period": "2023年3月至2023年12月"}]}),
        case("years not stated", lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "period": "2022—2023年"}, {"owner": "甲", "name": "甲项目", "period": "2018—2020年"}]}, years_stated=False),
        case("backwards, years not stated", Hit("2.3", "集群重点项目建设情况第2行", "建设期", "warning", "2025—2023年", None, "2.3 第2行“甲项目”的建设期为“2025—2023年”：结束年份早于开始年份。", "请核对建设期；已建成的项目请换成在建或新建项目。", "2.3/projects/2/period"), lists={"2.3/projects": [{"owner": "甲", "name": "乙项目", "period": "2022—2023年"}, {"owner": "甲", "name": "甲项目", "period": "2025—2023年"}]}, years_stated=False),
        case("no period", lists={"2.3/projects": [{"name": "甲"}]}),
    ),
    "project-unit": (
        case("right", lists={"2.3/projects": [{"name": "项目0", "investment": "86000"}, {"name": "项目1", "investment": "52000"}, {"name": "项目2", "investment": "31500"}]}),
        case("in yi", Hit("2.3", "集群重点项目建设情况第1行", "总投资（万元）", "warning", "8.6", None, "2.3 项目总投资（万元）最大一项为 8.6 万元，疑似以“亿元”为单位。", "总投资以“万元”为单位填写，请核对。", "2.3/projects/1/investment"), lists={"2.3/projects": [{"name": "项目0", "investment": "8.6"}, {"name": "项目1", "investment": "5.2"}, {"name": "项目2", "investment": "3.15"}]}),
        case("below fifty", Hit("2.3", "集群重点项目建设情况第1行", "总投资（万元）", "warning", "49.9", None, "2.3 项目总投资（万元）最大一项为 49.9 万元，疑似以“亿元”为单位。", "总投资以“万元”为单位填写，请核对。", "2.3/projects/1/investment"), lists={"2.3/projects": [{"name": "项目0", "investment": "49.9"}, {"name": "项目1", "investment": "5.2"}, {"name": "项目2", "investment": "3.15"}]}),
        case("fifty", lists={"2.3/projects": [{"name": "项目0", "investment": "50"}, {"name": "项目1", "investment": "5.2"}, {"name": "项目2", "investment": "3.15"}]}),
        case("one in yi", Hit("2.3", "集群重点项目建设情况第2行", "总投资（万元）", "warning", "9.9", None, "2.3 项目总投资（万元）“项目1”填 9.9，不到其他项目的五百分之一，疑似以“亿元”为单位。", "总投资以“万元”为单位填写，请核对。", "2.3/projects/2/investment"), lists={"2.3/projects": [{"name": "项目0", "investment": "86000"}, {"name": "项目1", "investment": "9.9"}, {"name": "项目2", "investment": "4950"}]}),
        case("one small, others not so large", lists={"2.3/projects": [{"name": "项目0", "investment": "86000"}, {"name": "项目1", "investment": "9.9"}, {"name": "项目2", "investment": "4949"}]}),
        case("one of ten", lists={"2.3/projects": [{"name": "项目0", "investment": "86000"}, {"name": "项目1", "investment": "10"}, {"name": "项目2", "investment": "52000"}]}),
        case("one of nothing", lists={"2.3/projects": [{"name": "项目0", "investment": "86000"}, {"name": "项目1", "investment": "0"}, {"name": "项目2", "investment": "52000"}]}),
        case("two only", lists={"2.3/projects": [{"name": "项目0", "investment": "8.6"}, {"name": "项目1", "investment": "5.2"}]}),
        case("one in yuan", Hit("2.3", "集群重点项目建设情况第2行", "总投资（万元）", "warning", "520000000", None, "2.3 项目总投资（万元）“项目1”填 520000000，折合 1000 亿元以上，疑似以“元”为单位。", "总投资以“万元”为单位填写，请核对。", "2.3/projects/2/investment"), lists={"2.3/projects": [{"name": "项目0", "investment": "86000"}, {"name": "项目1", "investment": "520000000"}, {"name": "项目2", "investment": "31500"}]}),
        case("a hundred billion", lists={"2.3/projects": [{"name": "项目0", "investment": "86000"}, {"name": "项目1", "investment": "10000000"}, {"name": "项目2", "investment": "31500"}]}),
        case("over a hundred billion", Hit("2.3", "集群重点项目建设情况第1行", "总投资（万元）", "warning", "10000001", None, "2.3 项目总投资（万元）“项目0”填 10000001，折合 1000 亿元以上，疑似以“元”为单位。", "总投资以“万元”为单位填写，请核对。", "2.3/projects/1/investment"), lists={"2.3/projects": [{"name": "项目0", "investment": "10000001"}]}),
        case("no numbers", lists={"2.3/projects": [{"name": "项目0", "investment": "—"}]}),
        case("none"),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
