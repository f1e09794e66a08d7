"""Stage and category, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "category-unclear": (
        case("clear", cells={"一/category": "先进制造业集群"}),
        case("chosen by flag", cells={"一/category": "优势产业集群"}),
        case("neither", Hit("一", "申报类别", None, "error", "优势产业集群", None, "一 “申报类别”填“优势产业集群”，无法判断申报哪一类。", "请填“先进制造业集群”或“中小企业特色产业集群”。", "一/category"), cells={"一/category": "优势产业集群"}, category=None),
        case("both", Hit("一", "申报类别", None, "error", "先进制造业集群、中小企业特色产业集群", None, "一 “申报类别”填“先进制造业集群、中小企业特色产业集群”，无法判断申报哪一类。", "请填“先进制造业集群”或“中小企业特色产业集群”。", "一/category"), cells={"一/category": "先进制造业集群、中小企业特色产业集群"}, category=None),
        case("blank is another matter", cells={"一/category": ""}, category=None),
        case("hint is another matter", cells={"一/category": "（先进制造业集群或中小企业特色产业集群）"}, category=None),
        case("absent", category=None),
    ),
    "category-differs": (
        case("same", cells={"一/category": "先进制造业集群"}),
        case("other", Hit("一", "申报类别", None, "warning", "中小企业特色产业集群", "先进制造业集群", "一 “申报类别”为中小企业特色产业集群，本次按先进制造业集群检查。", "请确认申报类别；如为中小企业特色产业集群，请按中小企业特色产业集群重新检查。", "一/category"), cells={"一/category": "中小企业特色产业集群"}),
        case("the other way", Hit("一", "申报类别", None, "warning", "先进制造业集群", "中小企业特色产业集群", "一 “申报类别”为先进制造业集群，本次按中小企业特色产业集群检查。", "请确认申报类别；如为先进制造业集群，请按先进制造业集群重新检查。", "一/category"), cells={"一/category": "先进制造业集群"}, category="中小企业特色产业集群"),
        case("not stated", cells={"一/category": "优势产业集群"}),
        case("not chosen", cells={"一/category": "中小企业特色产业集群"}, category=None),
        case("absent"),
    ),
    "stage-differs": (
        case("same"),
        case("other", Hit("一", None, None, "warning", "决赛", "初赛", "文件标明为决赛报告，本次按初赛格式检查。", "请确认报送阶段；如为决赛，请按决赛重新检查。", ""), stage="初赛", stated="决赛"),
        case("the other way", Hit("一", None, None, "warning", "初赛", "决赛", "文件标明为初赛报告，本次按决赛格式检查。", "请确认报送阶段；如为初赛，请按初赛重新检查。", ""), stage="决赛", stated="初赛"),
        case("not stated", stated=None),
    ),
    "stage-unstated": (
        case("stated"),
        case("not stated", Hit("一", None, None, "info", None, "初赛、决赛", "文件没有标明初赛或决赛，本次按初赛格式检查。", "请在标题中写明，如“湖南省产业集群竞赛参赛报告（初赛）”。", ""), stated=None),
        case("checked as final", Hit("一", None, None, "info", None, "初赛、决赛", "文件没有标明初赛或决赛，本次按决赛格式检查。", "请在标题中写明，如“湖南省产业集群竞赛参赛报告（初赛）”。", ""), stated=None, stage="决赛"),
        case("stated otherwise", stage="初赛", stated="决赛"),
    ),
    "sme-share-other-category": (
        case("own category", cells={"2.1/sme_share/y1": "71.2"}, category="中小企业特色产业集群"),
        case("other category", Hit("2.1", "集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）", "2021年", "warning", "68.5", None, "2.1 “集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）”仅由中小企业特色产业集群填报，本报告申报类别为先进制造业集群。", "请清空或填“—”；如申报类别填错，请更正。", "2.1/sme_share/y2"), cells={"2.1/sme_share/y2": "68.5", "2.1/sme_share/y1": "71.2"}),
        case("last year only", Hit("2.1", "集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）", "2022年", "warning", "71.2", None, "2.1 “集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）”仅由中小企业特色产业集群填报，本报告申报类别为先进制造业集群。", "请清空或填“—”；如申报类别填错，请更正。", "2.1/sme_share/y1"), cells={"2.1/sme_share/y2": "—", "2.1/sme_share/y1": "71.2"}),
        case("nil", cells={"2.1/sme_share/y2": "—", "2.1/sme_share/y1": "—"}),
        case("zero", cells={"2.1/sme_share/y2": "0", "2.1/sme_share/y1": "0"}),
        case("zero and more", Hit("2.1", "集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）", "2021年", "warning", "0", None, "2.1 “集群内中小企业产值占集群总产值的比重（%，仅中小企业特色产业集群填报）”仅由中小企业特色产业集群填报，本报告申报类别为先进制造业集群。", "请清空或填“—”；如申报类别填错，请更正。", "2.1/sme_share/y2"), cells={"2.1/sme_share/y2": "0", "2.1/sme_share/y1": "5"}),
        case("blank", cells={"2.1/sme_share/y1": ""}),
        case("category not known", cells={"2.1/sme_share/y1": "71.2"}, category=None),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
