"""The county quota of 第十六条, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "county-quota": (
        case("county without a cluster", cells={"一/name": "安乡县低空经济产业集群"}),
        case("county with a cluster", Hit("一", "集群名称", None, "warning", "双峰县不锈钢产业集群", "≤1", "一 “集群名称”填“双峰县不锈钢产业集群”：双峰县已有1个集群在名单上：“双峰县农机产业集群”（先进制造业集群，2022年第一批，附件1 序号8）；每个县（市）纳入省级支持的先进制造业集群原则上不超过1个。", "“原则上”留有余地：申报前请向市州工业和信息化局确认名额。", "一/name"), cells={"一/name": "双峰县不锈钢产业集群"}),
        case("county in the area", Hit("一", "集群名称", None, "warning", "不锈钢产业集群", "≤1", "一 “集群名称”填“不锈钢产业集群”：双峰县已有1个集群在名单上：“双峰县农机产业集群”（先进制造业集群，2022年第一批，附件1 序号8）；每个县（市）纳入省级支持的先进制造业集群原则上不超过1个。", "“原则上”留有余地：申报前请向市州工业和信息化局确认名额。", "一/name"), cells={"一/name": "不锈钢产业集群", "一/area": "双峰县全域"}),
        case("county with a trainee", Hit("一", "集群名称", None, "warning", "桃江县不锈钢产业集群", "≤1", "一 “集群名称”填“桃江县不锈钢产业集群”：桃江县已有1个集群在名单上：“桃江县生态竹木制造特色产业集群”（中小工业企业特色产业集群培育对象，2022年第一批，附件4 序号10）；每个县（市）纳入省级支持的先进制造业集群原则上不超过1个。《办法》第二条把特色产业集群也列为先进制造业集群；培育对象是否同样占名额，条款没有写明。", "“原则上”留有余地：申报前请向市州工业和信息化局确认名额。", "一/name"), cells={"一/name": "桃江县不锈钢产业集群"}),
        case("county with a special cluster", Hit("一", "集群名称", None, "warning", "邵东市打火机产业集群", "≤1", "一 “集群名称”填“邵东市打火机产业集群”：邵东市已有1个集群在名单上：“邵东市小五金特色产业集群”（中小工业企业特色产业集群，2022年第一批，附件2 序号4）；每个县（市）纳入省级支持的先进制造业集群原则上不超过1个。《办法》第二条把特色产业集群也列为先进制造业集群。", "“原则上”留有余地：申报前请向市州工业和信息化局确认名额。", "一/name"), cells={"一/name": "邵东市打火机产业集群"}),
        case("the listed cluster itself", cells={"一/name": "双峰县农机产业集群"}),
        case("the trainee itself", cells={"一/name": "桃江县生态竹木制造产业集群"}),
        case("the trainee under a longer name", cells={"一/name": "桃江县生态竹木制造特色产业集群"}),
        case("district", cells={"一/name": "雨湖区不锈钢产业集群"}),
        case("city", cells={"一/name": "娄底市不锈钢产业集群"}),
        case("two counties", cells={"一/name": "双峰县新化县不锈钢产业集群"}),
        case("two counties in the area", cells={"一/name": "不锈钢产业集群", "一/area": "双峰县、新化县"}),
        case("one in the name, two in the area", cells={"一/name": "双峰县不锈钢产业集群", "一/area": "双峰县、新化县"}),
        case("place not known", cells={"一/name": "示例县新材料产业集群"}),
        case("before the lists", cells={"一/name": "双峰县不锈钢产业集群"}, last_year=2021),
        case("before the measures", cells={"一/name": "双峰县不锈钢产业集群"}, last_year=2019),
        case("later contests too", Hit("一", "集群名称", None, "warning", "双峰县不锈钢产业集群", "≤1", "一 “集群名称”填“双峰县不锈钢产业集群”：双峰县已有1个集群在名单上：“双峰县农机产业集群”（先进制造业集群，2022年第一批，附件1 序号8）；每个县（市）纳入省级支持的先进制造业集群原则上不超过1个。", "“原则上”留有余地：申报前请向市州工业和信息化局确认名额。", "一/name"), cells={"一/name": "双峰县不锈钢产业集群"}, last_year=2024),
        case("special cluster too", Hit("一", "集群名称", None, "warning", "双峰县不锈钢特色产业集群", "≤1", "一 “集群名称”填“双峰县不锈钢特色产业集群”：双峰县已有1个集群在名单上：“双峰县农机产业集群”（先进制造业集群，2022年第一批，附件1 序号8）；每个县（市）纳入省级支持的先进制造业集群原则上不超过1个。", "“原则上”留有余地：申报前请向市州工业和信息化局确认名额。", "一/name"), cells={"一/name": "双峰县不锈钢特色产业集群"}, category="中小企业特色产业集群"),
        case("only open claims", cells={"一/name": "沅陵县不锈钢产业集群"}),
        case("no name", cells={"一/area": "双峰县"}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
