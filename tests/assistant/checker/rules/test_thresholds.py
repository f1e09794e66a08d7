"""Contest thresholds, on both sides of every boundary and for other contests."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "threshold-revenue": (
        case("enough", cells={"2.1/revenue/y1": "100"}, category="先进制造业集群"),
        case("a hair less", Hit("2.1", "集群企业营业收入（亿元）", "2022年", "error", "99.99", "≥100", "2.1 “集群企业营业收入（亿元）”2022年填 99.99，低于先进制造业集群的参赛门槛 100亿元（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对数值与申报类别；确未达到的，不符合参赛条件。", "2.1/revenue/y1"), cells={"2.1/revenue/y1": "99.99"}, category="先进制造业集群"),
        case("without decimals", Hit("2.1", "集群企业营业收入（亿元）", "2022年", "error", "99", "≥100", "2.1 “集群企业营业收入（亿元）”2022年填 99，低于先进制造业集群的参赛门槛 100亿元（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对数值与申报类别；确未达到的，不符合参赛条件。", "2.1/revenue/y1"), cells={"2.1/revenue/y1": "99"}, category="先进制造业集群"),
        case("too little", Hit("2.1", "集群企业营业收入（亿元）", "2022年", "error", "99.94", "≥100", "2.1 “集群企业营业收入（亿元）”2022年填 99.94，低于先进制造业集群的参赛门槛 100亿元（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对数值与申报类别；确未达到的，不符合参赛条件。", "2.1/revenue/y1"), cells={"2.1/revenue/y1": "99.94"}, category="先进制造业集群"),
        case("a little less", Hit("2.1", "集群企业营业收入（亿元）", "2022年", "error", "99.4", "≥100", "2.1 “集群企业营业收入（亿元）”2022年填 99.4，低于先进制造业集群的参赛门槛 100亿元（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对数值与申报类别；确未达到的，不符合参赛条件。", "2.1/revenue/y1"), cells={"2.1/revenue/y1": "99.4"}, category="先进制造业集群"),
        case("next contest asks only", Hit("2.1", "集群企业营业收入（亿元）", "2023年", "warning", "99.4", "≥100", "2.1 “集群企业营业收入（亿元）”2023年填 99.4，低于先进制造业集群的参赛门槛 100亿元（2023年2月省级产业集群竞赛通知（公开文本）；2024年竞赛的门槛未收录，请以当年通知为准）。", "请核对数值与申报类别；确未达到的，不符合参赛条件。", "2.1/revenue/y1"), cells={"2.1/revenue/y1": "99.4"}, category="先进制造业集群", last_year=2023),
        case("years not stated asks only", Hit("2.1", "集群企业营业收入（亿元）", "2022年", "warning", "99.4", "≥100", "2.1 “集群企业营业收入（亿元）”2022年填 99.4，低于先进制造业集群的参赛门槛 100亿元（2023年2月省级产业集群竞赛通知（公开文本）；报告没有写明年度，请以当年通知为准）。", "请核对数值与申报类别；确未达到的，不符合参赛条件。", "2.1/revenue/y1"), cells={"2.1/revenue/y1": "99.4"}, category="先进制造业集群", years_stated=False),
        case("before the thresholds", cells={"2.1/revenue/y1": "99.4"}, category="先进制造业集群", last_year=2021),
        case("other category", cells={"2.1/revenue/y1": "99.4"}, category="中小企业特色产业集群"),
        case("category not known", cells={"2.1/revenue/y1": "99.4"}, category=None),
        case("approximate", cells={"2.1/revenue/y1": "约99.4"}, category="先进制造业集群"),
        case("nil", cells={"2.1/revenue/y1": "—"}, category="先进制造业集群"),
        case("absent", category="先进制造业集群"),
    ),
    "threshold-output": (
        case("enough", cells={"2.1/output/y1": "30"}, category="中小企业特色产业集群"),
        case("a hair less", Hit("2.1", "集群总产值（亿元）", "2022年", "error", "29.99", "≥30", "2.1 “集群总产值（亿元）”2022年填 29.99，低于中小企业特色产业集群的参赛门槛 30亿元（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对数值与申报类别；确未达到的，不符合参赛条件。", "2.1/output/y1"), cells={"2.1/output/y1": "29.99"}, category="中小企业特色产业集群"),
        case("too little", Hit("2.1", "集群总产值（亿元）", "2022年", "error", "29.4", "≥30", "2.1 “集群总产值（亿元）”2022年填 29.4，低于中小企业特色产业集群的参赛门槛 30亿元（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对数值与申报类别；确未达到的，不符合参赛条件。", "2.1/output/y1"), cells={"2.1/output/y1": "29.4"}, category="中小企业特色产业集群"),
        case("next contest asks only", Hit("2.1", "集群总产值（亿元）", "2024年", "warning", "20", "≥30", "2.1 “集群总产值（亿元）”2024年填 20，低于中小企业特色产业集群的参赛门槛 30亿元（2023年2月省级产业集群竞赛通知（公开文本）；2025年竞赛的门槛未收录，请以当年通知为准）。", "请核对数值与申报类别；确未达到的，不符合参赛条件。", "2.1/output/y1"), cells={"2.1/output/y1": "20"}, category="中小企业特色产业集群", last_year=2024),
        case("other category", cells={"2.1/output/y1": "20"}, category="先进制造业集群"),
    ),
    "threshold-sme-share": (
        case("enough", cells={"2.1/sme_share/y1": "60"}, category="中小企业特色产业集群"),
        case("a hair less", Hit("2.1", "集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）", "2022年", "error", "59.99", "≥60", "2.1 “集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）”2022年填 59.99，低于中小企业特色产业集群的参赛门槛 60%（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对数值与申报类别；确未达到的，不符合参赛条件。", "2.1/sme_share/y1"), cells={"2.1/sme_share/y1": "59.99"}, category="中小企业特色产业集群"),
        case("too little", Hit("2.1", "集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）", "2022年", "error", "59.8", "≥60", "2.1 “集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）”2022年填 59.8，低于中小企业特色产业集群的参赛门槛 60%（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对数值与申报类别；确未达到的，不符合参赛条件。", "2.1/sme_share/y1"), cells={"2.1/sme_share/y1": "59.8"}, category="中小企业特色产业集群"),
        case("next contest asks only", Hit("2.1", "集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）", "2025年", "warning", "50", "≥60", "2.1 “集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）”2025年填 50，低于中小企业特色产业集群的参赛门槛 60%（2023年2月省级产业集群竞赛通知（公开文本）；2026年竞赛的门槛未收录，请以当年通知为准）。", "请核对数值与申报类别；确未达到的，不符合参赛条件。", "2.1/sme_share/y1"), cells={"2.1/sme_share/y1": "50"}, category="中小企业特色产业集群", last_year=2025),
        case("other category", cells={"2.1/sme_share/y1": "50"}, category="先进制造业集群"),
    ),
    "threshold-leading-firm": (
        case("enough", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "10"}, {"name": "甲1公司", "y1": "9"}]}, category="先进制造业集群"),
        case("a hair less", Hit("2.2", "营业收入排名前十企业发展情况第1行", "营业收入（亿元）2022年", "error", "9.99", "≥10", "2.2 营业收入最高的企业“甲0公司”为 9.99亿元，低于龙头企业门槛 10亿元（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对单位和数值；核心承载园区内应有达到门槛的龙头企业。", "2.2/top_revenue/1/y1"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "9.99"}, {"name": "甲1公司", "y1": "9"}]}, category="先进制造业集群"),
        case("too little", Hit("2.2", "营业收入排名前十企业发展情况第2行", "营业收入（亿元）2022年", "error", "9", "≥10", "2.2 营业收入最高的企业“甲1公司”为 9亿元，低于龙头企业门槛 10亿元（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对单位和数值；核心承载园区内应有达到门槛的龙头企业。", "2.2/top_revenue/2/y1"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "9.4"}, {"name": "甲1公司", "y1": "9"}]}, category="先进制造业集群"),
        case("the largest is not the first", Hit("2.2", "营业收入排名前十企业发展情况第2行", "营业收入（亿元）2022年", "error", "9.9", "≥10", "2.2 营业收入最高的企业“甲1公司”为 9.9亿元，低于龙头企业门槛 10亿元（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对单位和数值；核心承载园区内应有达到门槛的龙头企业。", "2.2/top_revenue/2/y1"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "5.0"}, {"name": "甲1公司", "y1": "9.9"}, {"name": "甲2公司", "y1": "8.0"}]}, category="先进制造业集群"),
        case("the largest is not the first, enough", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "5.0"}, {"name": "甲1公司", "y1": "10.0"}]}, category="先进制造业集群"),
        case("with its unit", Hit("2.2", "营业收入排名前十企业发展情况第1行", "营业收入（亿元）2022年", "error", "9.4亿元", "≥10", "2.2 营业收入最高的企业“甲0公司”为 9.4亿元，低于龙头企业门槛 10亿元（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对单位和数值；核心承载园区内应有达到门槛的龙头企业。", "2.2/top_revenue/1/y1"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "9.4亿元"}]}, category="先进制造业集群"),
        case("one cannot be read", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "9.4"}, {"name": "甲1公司", "y1": "—"}]}, category="先进制造业集群"),
        case("approximate", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "约9.4"}, {"name": "甲1公司", "y1": "9"}]}, category="先进制造业集群"),
        case("other category", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "9.4"}]}, category="中小企业特色产业集群"),
        case("next contest asks only", Hit("2.2", "营业收入排名前十企业发展情况第1行", "营业收入（亿元）2023年", "warning", "9.4", "≥10", "2.2 营业收入最高的企业“甲0公司”为 9.4亿元，低于龙头企业门槛 10亿元（2023年2月省级产业集群竞赛通知（公开文本）；2024年竞赛的门槛未收录，请以当年通知为准）。", "请核对单位和数值；核心承载园区内应有达到门槛的龙头企业。", "2.2/top_revenue/1/y1"), lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "9.4"}]}, category="先进制造业集群", last_year=2023),
        case("before the thresholds", lists={"2.2/top_revenue": [{"name": "甲0公司", "y1": "9.4"}]}, category="先进制造业集群", last_year=2021),
        case("no list", category="先进制造业集群"),
        case("no year in the list", category="先进制造业集群", lists={"2.2/top_revenue": [{"name": "甲", "y2": "3"}]}),
    ),
    "threshold-firms": (
        case("enough", cells={"2.2/champions_national/y1": "0", "2.2/champions_provincial/y1": "1", "2.2/giants/y1": "2", "2.2/specialised/y1": "2"}, category="中小企业特色产业集群"),
        case("enough in one row", cells={"2.2/champions_national/y1": "—", "2.2/champions_provincial/y1": "0", "2.2/giants/y1": "0", "2.2/specialised/y1": "5"}, category="中小企业特色产业集群"),
        case("too few", Hit("2.2", "省级专精特新企业数量（个，需提供佐证材料）", "2022年", "warning", "2", "≥5", "2.2 省级及以上单项冠军、专精特新企业合计 4 家，少于门槛 5 家（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对数量；革命老区、民族地区、贫困地区可放宽，请注明所属地区。", "2.2/specialised/y1"), cells={"2.2/champions_national/y1": "0", "2.2/champions_provincial/y1": "1", "2.2/giants/y1": "1", "2.2/specialised/y1": "2"}, category="中小企业特色产业集群"),
        case("none", Hit("2.2", "省级专精特新企业数量（个，需提供佐证材料）", "2022年", "warning", "0", "≥5", "2.2 省级及以上单项冠军、专精特新企业合计 0 家，少于门槛 5 家（2023年2月省级产业集群竞赛通知（公开文本））。", "请核对数量；革命老区、民族地区、贫困地区可放宽，请注明所属地区。", "2.2/specialised/y1"), cells={"2.2/champions_national/y1": "—", "2.2/champions_provincial/y1": "无", "2.2/giants/y1": "0", "2.2/specialised/y1": "0"}, category="中小企业特色产业集群"),
        case("one is blank", cells={"2.2/champions_national/y1": "0", "2.2/champions_provincial/y1": "1", "2.2/giants/y1": "", "2.2/specialised/y1": "2"}, category="中小企业特色产业集群"),
        case("one is approximate", cells={"2.2/champions_national/y1": "0", "2.2/champions_provincial/y1": "1", "2.2/giants/y1": "约1", "2.2/specialised/y1": "2"}, category="中小企业特色产业集群"),
        case("one is not there", category="中小企业特色产业集群", cells={"2.2/giants/y1": "1"}),
        case("other category", cells={"2.2/champions_national/y1": "0", "2.2/champions_provincial/y1": "1", "2.2/giants/y1": "1", "2.2/specialised/y1": "2"}, category="先进制造业集群"),
        case("next contest", Hit("2.2", "省级专精特新企业数量（个，需提供佐证材料）", "2023年", "warning", "2", "≥5", "2.2 省级及以上单项冠军、专精特新企业合计 4 家，少于门槛 5 家（2023年2月省级产业集群竞赛通知（公开文本）；2024年竞赛的门槛未收录，请以当年通知为准）。", "请核对数量；革命老区、民族地区、贫困地区可放宽，请注明所属地区。", "2.2/specialised/y1"), cells={"2.2/champions_national/y1": "0", "2.2/champions_provincial/y1": "1", "2.2/giants/y1": "1", "2.2/specialised/y1": "2"}, category="中小企业特色产业集群", last_year=2023),
        case("before the thresholds", cells={"2.2/champions_national/y1": "0", "2.2/champions_provincial/y1": "1", "2.2/giants/y1": "1", "2.2/specialised/y1": "2"}, category="中小企业特色产业集群", last_year=2021),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
