"""The lists and the stage, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "trainee-list": (
        case("named special though it is not", stage="决赛", cells={"一/name": "长沙新型合金材料特色产业集群"}),
        case("on the list", stage="决赛", cells={"一/name": "长沙新型合金材料产业集群"}),
        case("without 特色", stage="决赛", cells={"一/name": "临湘市钓具（浮标）产业集群"}, category="中小企业特色产业集群"),
        case("with 特色", stage="决赛", cells={"一/name": "临湘市钓具（浮标）特色产业集群"}, category="中小企业特色产业集群"),
        case("written otherwise", Hit("一", "集群名称", None, "info", "长沙市新型合金材料产业集群", "长沙新型合金材料产业集群", "一 “集群名称”填“长沙市新型合金材料产业集群”，名单中为“长沙新型合金材料产业集群”（2022年第一批，附件3 序号1）。", "请改为名单所用名称。", "一/name"), stage="决赛", cells={"一/name": "长沙市新型合金材料产业集群"}),
        case("already a cluster", Hit("一", "集群名称", None, "warning", "双峰县农机产业集群", None, "一 “集群名称”填“双峰县农机产业集群”，名单中已是先进制造业集群（2022年第一批，附件1 序号8），不必参加决赛。", "请核对报送的阶段和集群名称。", "一/name"), stage="决赛", cells={"一/name": "双峰县农机产业集群"}),
        case("like one on the list", Hit("一", "集群名称", None, "warning", "益阳碳基新材料集群", "益阳先进碳基材料产业集群", "一 “集群名称”填“益阳碳基新材料集群”，不在已收录的培育对象名单中；决赛由初赛胜出的培育对象参加。名称最接近的是“益阳先进碳基材料产业集群”（2022年第一批，附件3 序号10）。", "请核对是否与公布名单的名称一致；如属后续批次的培育对象，请以该批次名单为准。", "一/name"), stage="决赛", cells={"一/name": "益阳碳基新材料集群"}, last_year=2022),
        case("of no known place", Hit("一", "集群名称", None, "warning", "示例县新材料产业集群", None, "一 “集群名称”填“示例县新材料产业集群”，不在已收录的培育对象名单中；决赛由初赛胜出的培育对象参加。", "请核对是否与公布名单的名称一致；如属后续批次的培育对象，请以该批次名单为准。", "一/name"), stage="决赛", cells={"一/name": "示例县新材料产业集群"}),
        case("of a known place, like none", Hit("一", "集群名称", None, "error", "安乡县低空经济产业集群", None, "一 “集群名称”填“安乡县低空经济产业集群”，不在已收录的培育对象名单中；决赛由初赛胜出的培育对象参加。", "请核对是否与公布名单的名称一致；如属后续批次的培育对象，请以该批次名单为准。", "一/name"), stage="决赛", cells={"一/name": "安乡县低空经济产业集群"}),
        case("of a known place in its area", Hit("一", "集群名称", None, "error", "低空经济产业集群", None, "一 “集群名称”填“低空经济产业集群”，不在已收录的培育对象名单中；决赛由初赛胜出的培育对象参加。", "请核对是否与公布名单的名称一致；如属后续批次的培育对象，请以该批次名单为准。", "一/name"), stage="决赛", cells={"一/name": "低空经济产业集群", "一/area": "安乡县"}),
        case("later contest", Hit("一", "集群名称", None, "warning", "安乡县低空经济产业集群", None, "一 “集群名称”填“安乡县低空经济产业集群”，不在已收录的培育对象名单中；决赛由初赛胜出的培育对象参加。", "请核对是否与公布名单的名称一致；如属后续批次的培育对象，请以该批次名单为准。", "一/name"), stage="决赛", cells={"一/name": "安乡县低空经济产业集群"}, last_year=2023),
        case("years not stated", Hit("一", "集群名称", None, "warning", "安乡县低空经济产业集群", None, "一 “集群名称”填“安乡县低空经济产业集群”，不在已收录的培育对象名单中；决赛由初赛胜出的培育对象参加。", "请核对是否与公布名单的名称一致；如属后续批次的培育对象，请以该批次名单为准。", "一/name"), stage="决赛", cells={"一/name": "安乡县低空经济产业集群"}, years_stated=False),
        case("preliminary", stage="初赛", cells={"一/name": "安乡县低空经济产业集群"}),
        case("blank", stage="决赛", cells={"一/name": ""}),
        case("absent", stage="决赛"),
    ),
    "trainee-category": (
        case("same", stage="决赛", cells={"一/name": "衡阳盐卤化工产业集群", "一/category": "先进制造业集群"}),
        case("other", Hit("一", "申报类别", None, "warning", "中小企业特色产业集群", "先进制造业集群", "一 “申报类别”为中小企业特色产业集群，而“衡阳盐卤化工产业集群”在名单中是先进制造业集群培育对象（2022年第一批，附件3 序号8）。", "请核对申报类别。", "一/category", basis=("list-2022", "附件3 序号8")), stage="决赛", cells={"一/name": "衡阳盐卤化工产业集群", "一/category": "中小企业特色产业集群"}, category="中小企业特色产业集群"),
        case("other way", Hit("一", "申报类别", None, "warning", "先进制造业集群", "中小企业特色产业集群", "一 “申报类别”为先进制造业集群，而“道县光电显示及电子元器件特色产业集群”在名单中是中小工业企业特色产业集群培育对象（2022年第一批，附件4 序号13）。", "请核对申报类别。", "一/category", basis=("list-2022", "附件4 序号13")), stage="决赛", cells={"一/name": "道县光电显示及电子元器件产业集群", "一/category": "先进制造业集群"}),
        case("not known", stage="决赛", cells={"一/name": "衡阳盐卤化工产业集群", "一/category": "优势"}, category=None),
        case("not on the list", stage="决赛", cells={"一/name": "安乡县低空经济产业集群", "一/category": "中小企业特色产业集群"}, category="中小企业特色产业集群"),
        case("preliminary", stage="初赛", cells={"一/name": "衡阳盐卤化工产业集群", "一/category": "中小企业特色产业集群"}, category="中小企业特色产业集群"),
        case("no name", stage="决赛", category="中小企业特色产业集群", cells={"一/category": "中小企业特色产业集群"}),
        case("no field", stage="决赛", cells={"一/name": "衡阳盐卤化工产业集群"}, category="中小企业特色产业集群"),
    ),
    "trainee-units": (
        case("the second unit", Hit("一", "单位名称", "集群核心承载园区", "warning", "岳麓高新区", "衡阳松木经开区", "一 集群核心承载园区“单位名称”填“岳麓高新区”，名单确定的核心承载园区为“衡阳松木经开区”（2022年第一批，附件3 序号8）。", "请核对；核心承载园区已变更的，请附变更说明。", "一/park_name", basis=("list-2022", "附件3 序号8")), stage="决赛", cells={"一/name": "衡阳盐卤化工产业集群", "一/promoter_name": "", "一/park_name": "岳麓高新区"}),
        case("same", stage="决赛", cells={"一/name": "衡阳盐卤化工产业集群", "一/promoter_name": "衡阳市化工协会", "一/park_name": "衡阳松木经开区"}),
        case("full park name", stage="决赛", cells={"一/name": "衡阳盐卤化工产业集群", "一/park_name": "湖南衡阳松木经济开发区管委会"}),
        case("one of several", stage="决赛", cells={"一/name": "衡阳盐卤化工产业集群", "一/park_name": "岳麓高新区、松木经开区"}),
        case("other park", Hit("一", "单位名称", "集群核心承载园区", "warning", "岳麓高新区", "衡阳松木经开区", "一 集群核心承载园区“单位名称”填“岳麓高新区”，名单确定的核心承载园区为“衡阳松木经开区”（2022年第一批，附件3 序号8）。", "请核对；核心承载园区已变更的，请附变更说明。", "一/park_name", basis=("list-2022", "附件3 序号8")), stage="决赛", cells={"一/name": "衡阳盐卤化工产业集群", "一/park_name": "岳麓高新区"}),
        case("other organisation", Hit("一", "单位名称", "集群促进组织", "warning", "衡阳市盐业促进中心", "衡阳市化工协会", "一 集群促进组织“单位名称”填“衡阳市盐业促进中心”，名单确定的促进组织为“衡阳市化工协会”（2022年第一批，附件3 序号8）。", "请核对；促进组织已变更的，请附变更说明。", "一/promoter_name", basis=("list-2022", "附件3 序号8")), stage="决赛", cells={"一/name": "衡阳盐卤化工产业集群", "一/promoter_name": "衡阳市盐业促进中心"}),
        case("both", Hit("一", "单位名称", "集群促进组织", "warning", "某某商会", "道县高新区电子信息产业促进中心", "一 集群促进组织“单位名称”填“某某商会”，名单确定的促进组织为“道县高新区电子信息产业促进中心”（2022年第一批，附件4 序号13）。", "请核对；促进组织已变更的，请附变更说明。", "一/promoter_name", basis=("list-2022", "附件4 序号13")), Hit("一", "单位名称", "集群核心承载园区", "warning", "某某物流园", "道县高新区", "一 集群核心承载园区“单位名称”填“某某物流园”，名单确定的核心承载园区为“道县高新区”（2022年第一批，附件4 序号13）。", "请核对；核心承载园区已变更的，请附变更说明。", "一/park_name", basis=("list-2022", "附件4 序号13")), stage="决赛", cells={"一/name": "道县光电显示及电子元器件产业集群", "一/promoter_name": "某某商会", "一/park_name": "某某物流园"}, category="中小企业特色产业集群"),
        case("blank", stage="决赛", cells={"一/name": "衡阳盐卤化工产业集群", "一/park_name": ""}),
        case("not on the list", stage="决赛", cells={"一/name": "安乡县低空经济产业集群", "一/park_name": "岳麓高新区"}),
        case("preliminary", stage="初赛", cells={"一/name": "衡阳盐卤化工产业集群", "一/park_name": "岳麓高新区"}),
        case("no name", stage="决赛", cells={"一/park_name": "岳麓高新区"}),
    ),
    "already-listed": (
        case("on no list", stage="初赛", cells={"一/name": "安乡县低空经济产业集群"}),
        case("a cluster", Hit("一", "集群名称", None, "info", "双峰县农机产业集群", None, "一 “集群名称”填“双峰县农机产业集群”，与名单中的“双峰县农机产业集群”相同，已是先进制造业集群（2022年第一批，附件1 序号8）；初赛用于确定培育对象。", "请核对报送的阶段；已是培育对象的，参加决赛。", "一/name"), stage="初赛", cells={"一/name": "双峰县农机产业集群"}),
        case("a trainee", Hit("一", "集群名称", None, "info", "衡阳盐卤化工产业集群", None, "一 “集群名称”填“衡阳盐卤化工产业集群”，与名单中的“衡阳盐卤化工产业集群”相同，已是先进制造业集群培育对象（2022年第一批，附件3 序号8）；初赛用于确定培育对象。", "请核对报送的阶段；已是培育对象的，参加决赛。", "一/name"), stage="初赛", cells={"一/name": "衡阳盐卤化工产业集群"}),
        case("for the other category", stage="初赛", cells={"一/name": "双峰县农机产业集群"}, category="中小企业特色产业集群"),
        case("category not known", Hit("一", "集群名称", None, "info", "双峰县农机产业集群", None, "一 “集群名称”填“双峰县农机产业集群”，与名单中的“双峰县农机产业集群”相同，已是先进制造业集群（2022年第一批，附件1 序号8）；初赛用于确定培育对象。", "请核对报送的阶段；已是培育对象的，参加决赛。", "一/name"), stage="初赛", cells={"一/name": "双峰县农机产业集群"}, category=None),
        case("the contest of that list", stage="初赛", cells={"一/name": "双峰县农机产业集群"}, last_year=2021),
        case("years not stated", stage="初赛", cells={"一/name": "双峰县农机产业集群"}, years_stated=False),
        case("final", stage="决赛", cells={"一/name": "衡阳盐卤化工产业集群"}),
        case("blank", stage="初赛", cells={"一/name": ""}),
        case("absent"),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
