"""Names in the free text: the draft's own, and those of others."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, verify

# fmt: off
OWN = {
    "一/name": "安化县新材料产业集群",
    "一/area": "安化县全域，含东湖工业园",
    "一/promoter_name": "安化县新材料产业集群促进会",
    "一/park_name": "安化高新技术产业开发区",
    "五/lead_unit": "安化县人民政府",
}

UNKNOWN = {
    "一/name": "示例县新材料产业集群",
    "一/area": "示例县",
    "一/promoter_name": "示例县新材料产业集群促进会",
    "一/park_name": "示例高新技术产业开发区",
}

CASES: dict[str, tuple[Case, ...]] = {
    "prose-name": (
        case("founded by several", Hit("4.1", None, None, "warning", "桂东县皮革行业协会", "安化县新材料产业集群促进会", "4.1 文字写“桂东县皮革行业协会”，而集群促进组织为“安化县新材料产业集群促进会”。", "请核对是否写错，或从其他材料复制后没有改。", "text 4.1 0"), cells=OWN, texts={"4.1": ["桂东县皮革行业协会2017年由县工信局和甲公司等9家企业共建，登记为民办非企业单位。"]}),
        case("founded together with", cells=OWN, texts={"4.1": ["桂东县皮革行业协会与本会共建检测平台。"]}),
        case("works park", Hit("3.2", None, None, "warning", "桂东工业园", "安化工业园", "3.2 文字写“桂东工业园”，而集群核心承载园区为“安化工业园”。", "请核对是否写错，或从其他材料复制后没有改。", "text 3.2 0"), cells={"一/name": "安化县新材料产业集群", "一/area": "安化县全域，含东湖工业园", "一/promoter_name": "安化县新材料产业集群促进会", "一/park_name": "安化工业园", "五/lead_unit": "安化县人民政府"}, texts={"3.2": ["桂东工业园成立于2006年。"]}),
        case("partner, in one word", cells=OWN, texts={"3.2": ["加强合作，桂东高新区规划面积8平方公里。"]}),
        case("partner, in touch", cells=OWN, texts={"3.2": ["保持联系，桂东高新区规划面积8平方公里。"]}),
        case("organisation though no park is given", Hit("4.1", None, None, "warning", "桂东县新材料产业集群促进会", "安化县新材料产业集群促进会", "4.1 文字写“桂东县新材料产业集群促进会”，而集群促进组织为“安化县新材料产业集群促进会”。", "请核对是否写错，或从其他材料复制后没有改。", "text 4.1 0"), cells={"一/promoter_name": "安化县新材料产业集群促进会"}, texts={"4.1": ["桂东县新材料产业集群促进会成立于2020年。"]}),
        case("alike but in the area", cells={"一/name": "安化县新材料产业集群", "一/area": "安化县，含江南高新区", "一/promoter_name": "安化县新材料产业集群促进会", "一/park_name": "安化高新技术产业开发区", "五/lead_unit": "安化县人民政府"}, texts={"3.2": ["江南高新区规划面积8平方公里。"]}),
        case("half alike", Hit("3.2", None, None, "warning", "江南西高新区", "安化东高新区", "3.2 文字写“江南西高新区”，而集群核心承载园区为“安化东高新区”。", "请核对是否写错，或从其他材料复制后没有改。", "text 3.2 0"), cells={"一/name": "安化县新材料产业集群", "一/area": "安化县全域，含东湖工业园", "一/promoter_name": "安化县新材料产业集群促进会", "一/park_name": "安化东高新区", "五/lead_unit": "安化县人民政府"}, texts={"3.2": ["江南西高新区规划面积8平方公里。"]}),
        case("organisation of part four", Hit("4.1", None, None, "warning", "桂东县新材料产业集群促进会", "安化县新材料产业集群促进会", "4.1 文字写“桂东县新材料产业集群促进会”，而集群促进组织为“安化县新材料产业集群促进会”。", "请核对是否写错，或从其他材料复制后没有改。", "text 4.1 0"), cells={"四/promoter_name": "安化县新材料产业集群促进会"}, texts={"4.1": ["桂东县新材料产业集群促进会成立于2020年。"]}),
        case("park of 3.1", Hit("3.2", None, None, "warning", "桂东高新区", "安化高新区", "3.2 文字写“桂东高新区”，而集群核心承载园区为“安化高新区”。", "请核对是否写错，或从其他材料复制后没有改。", "text 3.2 0"), cells={"3.1/park_name": "安化高新区"}, texts={"3.2": ["桂东高新区规划面积8平方公里。"]}),
        case("own park", cells=OWN, texts={"3.2": ["安化高新技术产业开发区成立于2006年。"]}),
        case("own park, short", cells=OWN, texts={"3.2": ["安化高新区成立于2006年，集中了全县工业。"]}),
        case("own park, with county", cells=OWN, texts={"3.2": ["安化县高新区位于县城东部。"]}),
        case("other park", Hit("3.2", None, None, "warning", "桂东高新技术产业开发区", "安化高新技术产业开发区", "3.2 文字写“桂东高新技术产业开发区”，而集群核心承载园区为“安化高新技术产业开发区”。", "请核对是否写错，或从其他材料复制后没有改。", "text 3.2 0"), cells=OWN, texts={"3.2": ["桂东高新技术产业开发区成立于2006年。"]}),
        case("other kind of park", Hit("3.2", None, None, "warning", "安化经济开发区", "安化高新技术产业开发区", "3.2 文字写“安化经济开发区”，而集群核心承载园区为“安化高新技术产业开发区”。", "请核对是否写错，或从其他材料复制后没有改。", "text 3.2 0"), cells=OWN, texts={"3.2": ["安化经济开发区成立于2006年。"]}),
        case("other park opens a paragraph and a list", Hit("3.2", None, None, "warning", "桂东高新区", "安化高新技术产业开发区", "3.2 文字写“桂东高新区”，而集群核心承载园区为“安化高新技术产业开发区”。", "请核对是否写错，或从其他材料复制后没有改。", "text 3.2 0"), cells=OWN, texts={"3.2": ["桂东高新区与乡镇相连，由三个片区组成，合作企业多。"]}),
        case("later in the text", Hit("3.2", None, None, "warning", "桂东高新区", "安化高新技术产业开发区", "3.2 文字写“桂东高新区”，而集群核心承载园区为“安化高新技术产业开发区”。", "请核对是否写错，或从其他材料复制后没有改。", "text 3.2 0"), cells=OWN, texts={"3.2": ["园区基础良好。桂东高新区规划面积8平方公里。"]}),
        case("after a comma", Hit("3.2", None, None, "warning", "桂东高新区", "安化高新技术产业开发区", "3.2 文字写“桂东高新区”，而集群核心承载园区为“安化高新技术产业开发区”。", "请核对是否写错，或从其他材料复制后没有改。", "text 3.2 0"), cells=OWN, texts={"3.2": ["近年来，桂东高新区规划面积扩大。"]}),
        case("partner", cells=OWN, texts={"3.2": ["园区加强合作，桂东高新区为共建单位。"]}),
        case("partner opens", cells=OWN, texts={"3.2": ["桂东高新区合作共建产业园。"]}),
        case("beside another", cells=OWN, texts={"3.2": ["近年来，桂东高新区和园区的差距缩小。"]}),
        case("model", cells=OWN, texts={"3.2": ["对标先进，长沙高新区为标杆。"]}),
        case("predecessor", cells=OWN, texts={"3.2": ["园区前身为安化工业集中区，安化工业集中区设立于2003年。"]}),
        case("in the area", cells=OWN, texts={"3.2": ["东湖工业园入驻企业18家。"]}),
        case("not a name", cells=OWN, texts={"3.2": ["全县园区经济稳步发展，国家级高新区创建有力推进，省级经济开发区考核进位。"]}),
        case("inside a sentence", cells=OWN, texts={"3.2": ["2022年以来桂东高新区发展很快。"]}),
        case("other section", cells=OWN, texts={"2.8": ["桂东高新区规划面积8平方公里。"]}),
        case("no park given", cells={}, texts={"3.2": ["桂东高新区规划面积8平方公里。"]}),
        case("unlike", cells=OWN, texts={"3.2": ["铁路物流产业园占地320亩。"]}),
        case("unlike, but of another place", Hit("3.2", None, None, "warning", "桂东工业集中区", "安化高新技术产业开发区", "3.2 文字写“桂东工业集中区”，而集群核心承载园区为“安化高新技术产业开发区”。", "请核对是否写错，或从其他材料复制后没有改。", "text 3.2 0"), cells=OWN, texts={"3.2": ["桂东工业集中区成立于2012年。"]}),
        case("of another place, later", cells=OWN, texts={"3.2": ["近年来，桂东工业集中区扩容。"]}),
        case("own organisation", cells=OWN, texts={"4.1": ["安化县新材料产业集群促进会于2020年登记。"]}),
        case("own organisation, short", cells=OWN, texts={"4.1": ["促进会由38家企业发起。"]}),
        case("other organisation", Hit("4.1", None, None, "warning", "安化县新材料产业集群服务中心", "安化县新材料产业集群促进会", "4.1 文字写“安化县新材料产业集群服务中心”，而集群促进组织为“安化县新材料产业集群促进会”。", "请核对是否写错，或从其他材料复制后没有改。", "text 4.1 0"), cells=OWN, texts={"4.1": ["安化县新材料产业集群服务中心由38家企业和3家院所发起，有会员单位97家。"]}),
        case("other county's organisation", Hit("4.2", None, None, "warning", "桂东县新材料产业集群促进会", "安化县新材料产业集群促进会", "4.2 文字写“桂东县新材料产业集群促进会”，而集群促进组织为“安化县新材料产业集群促进会”。", "请核对是否写错，或从其他材料复制后没有改。", "text 4.2 0"), cells=OWN, texts={"4.2": ["桂东县新材料产业集群促进会举办活动12场。"]}),
        case("unlike organisation", cells=OWN, texts={"4.2": ["县总商会举办活动12场。"]}),
        case("final", Hit("四", None, None, "warning", "桂东县新材料产业集群促进会", "安化县新材料产业集群促进会", "四 文字写“桂东县新材料产业集群促进会”，而集群促进组织为“安化县新材料产业集群促进会”。", "请核对是否写错，或从其他材料复制后没有改。", "text 四 0"), cells={"一/name": "安化县新材料产业集群", "一/area": "安化县全域，含东湖工业园", "一/promoter_name": "安化县新材料产业集群促进会", "一/park_name": "安化高新技术产业开发区"}, texts={"四": ["桂东县新材料产业集群促进会举办活动12场。"]}, stage="决赛"),
        case("one of several parks", cells={"一/name": "安化县新材料产业集群", "一/area": "安化县全域，含东湖工业园", "一/promoter_name": "安化县新材料产业集群促进会", "一/park_name": "安化高新区、东坪工业园", "五/lead_unit": "安化县人民政府"}, texts={"3.2": ["东坪工业园入驻企业18家。"]}),
    ),
    "prose-cluster": (
        case("other city's without its word", Hit("2.8", None, None, "warning", "长沙新型合金材料产业集群", "安化县新材料产业集群", "2.8 文字写“长沙新型合金材料产业集群”，而本报告的集群为“安化县新材料产业集群”。", "请核对是否写错，或从其他材料复制后没有改。", "text 2.8 0"), cells=OWN, texts={"2.8": ["长沙新型合金材料产业集群连续三年入选全国十大基地。"]}),
        case("own county without its word", cells=OWN, texts={"2.8": ["安化新材料产业集群初具规模。"]}),
        case("own city without its word", cells=OWN, texts={"2.8": ["益阳新材料产业集群初具规模。"]}),
        case("other city's, a partner", cells=OWN, texts={"2.8": ["长沙新型合金材料产业集群为配套单位。"]}),
        case("other city's beside another", cells=OWN, texts={"2.8": ["长沙和益阳新材料产业集群各具特色。"]}),
        case("no place at all", cells=OWN, texts={"2.8": ["新型合金材料产业集群初具规模。"]}),
        case("after a sentence on a partner", Hit("2.8", None, None, "warning", "桃江县新材料产业集群", "安化县新材料产业集群", "2.8 文字写“桃江县新材料产业集群”，而本报告的集群为“安化县新材料产业集群”。", "请核对是否写错，或从其他材料复制后没有改。", "text 2.8 0"), cells=OWN, texts={"2.8": ["加强合作，桃源县竹木产业集群有优势。桃江县新材料产业集群初具规模。"]}),
        case("own", cells=OWN, texts={"2.8": ["安化县新材料产业集群初具规模。"]}),
        case("own, called so", cells=OWN, texts={"2.8": ["我县新材料产业集群初具规模，全县特色产业集群加快发展。"]}),
        case("other county's", Hit("2.8", None, None, "warning", "桃江县新材料产业集群", "安化县新材料产业集群", "2.8 文字写“桃江县新材料产业集群”，而本报告的集群为“安化县新材料产业集群”。", "请核对是否写错，或从其他材料复制后没有改。", "text 2.8 0"), cells=OWN, texts={"2.8": ["桃江县新材料产业集群初具规模。"]}),
        case("other city's", Hit("5.2", None, None, "warning", "常德市新材料产业集群", "安化县新材料产业集群", "5.2 文字写“常德市新材料产业集群”，而本报告的集群为“安化县新材料产业集群”。", "请核对是否写错，或从其他材料复制后没有改。", "text 5.2 0"), cells=OWN, texts={"5.2": ["到2025年，常德市新材料产业集群产值翻番。"]}),
        case("of its city", cells=OWN, texts={"2.8": ["益阳市新材料产业集群由多个县区组成。"]}),
        case("partner", cells=OWN, texts={"2.8": ["与上下游协作，桃江县竹木产业集群为配套单位。"]}),
        case("inside a sentence", cells=OWN, texts={"2.8": ["我们学的是桃江县竹木产业集群。"]}),
        case("beside another", cells=OWN, texts={"2.8": ["桃江县和益阳市新材料产业集群各具特色。"]}),
        case("no county", cells=OWN, texts={"2.8": ["工程机械产业集群是全省支柱。"]}),
        case("levels", cells=OWN, texts={"2.8": ["推动市级特色产业集群发展，支持县域特色产业集群。"]}),
        case("own name not given", cells={}, texts={"2.8": ["桃江县新材料产业集群初具规模。"]}),
        case("other place in a draft of no known place", Hit("2.8", None, None, "warning", "样板县新材料产业集群", "示例县新材料产业集群", "2.8 文字写“样板县新材料产业集群”，而本报告的集群为“示例县新材料产业集群”。", "请核对是否写错，或从其他材料复制后没有改。", "text 2.8 0"), cells=UNKNOWN, texts={"2.8": ["样板县新材料产业集群初具规模。"]}),
        case("not a place in a draft of no known place", cells=UNKNOWN, texts={"2.8": ["支持县新材料产业集群发展，推动市新材料产业集群升级。"]}),
        case("own place in a draft of no known place", cells=UNKNOWN, texts={"2.8": ["示例县新材料产业集群初具规模。"]}),
        case("unknown place in a draft of a known place", cells=OWN, texts={"2.8": ["样板县新材料产业集群初具规模。"]}),
    ),
    "prose-government": (
        case("no place, every county", cells={"一/name": "示例县新材料产业集群", "一/area": "示例县"}, texts={"2.8": ["辖区各县人民政府出台政策。"]}),
        case("two places in one breath", Hit("2.8", None, None, "warning", "桂东县人民政府", None, "2.8 文字写“桂东县人民政府”，不是本报告集群所在地的人民政府。", "请核对是否写错，或从其他材料复制后没有改。", "text 2.8 0"), cells={"一/name": "安化县黑茶产业集群", "一/area": "安化县"}, texts={"2.8": ["安化县桂东县人民政府印发规划。"]}),
        case("after a sentence on a partner", Hit("2.8", None, None, "warning", "桃江县人民政府", None, "2.8 文字写“桃江县人民政府”，不是本报告集群所在地的人民政府。", "请核对是否写错，或从其他材料复制后没有改。", "text 2.8 0"), cells=OWN, texts={"2.8": ["与桃源县人民政府加强合作。桃江县人民政府印发了规划。"]}),
        case("after one's own", Hit("2.8", None, None, "warning", "桃江县人民政府", None, "2.8 文字写“桃江县人民政府”，不是本报告集群所在地的人民政府。", "请核对是否写错，或从其他材料复制后没有改。", "text 2.8 0"), cells=OWN, texts={"2.8": ["安化县人民政府印发规划，桃江县人民政府印发方案。"]}),
        case("place in 一/area", cells={"一/name": "竹木产业集群", "一/area": "桃源县某某"}, texts={"2.8": ["桃源县人民政府印发了规划。"]}),
        case("place in 一/promoter_name", cells={"一/name": "竹木产业集群", "一/promoter_name": "桃源县某某"}, texts={"2.8": ["桃源县人民政府印发了规划。"]}),
        case("place in 一/park_name", cells={"一/name": "竹木产业集群", "一/park_name": "桃源县某某"}, texts={"2.8": ["桃源县人民政府印发了规划。"]}),
        case("place in 一/government", cells={"一/name": "竹木产业集群", "一/government": "桃源县某某"}, texts={"2.8": ["桃源县人民政府印发了规划。"]}),
        case("place in 3.1/park_name", cells={"一/name": "竹木产业集群", "3.1/park_name": "桃源县某某"}, texts={"2.8": ["桃源县人民政府印发了规划。"]}),
        case("place in 五/lead_unit", cells={"一/name": "竹木产业集群", "五/lead_unit": "桃源县某某"}, texts={"2.8": ["桃源县人民政府印发了规划。"]}),
        case("place in no field", Hit("2.8", None, None, "warning", "桃源县人民政府", None, "2.8 文字写“桃源县人民政府”，不是本报告集群所在地的人民政府。", "请核对是否写错，或从其他材料复制后没有改。", "text 2.8 0"), cells={"一/name": "竹木产业集群"}, texts={"2.8": ["桃源县人民政府印发了规划。"]}),
        case("our county, no known place", cells=UNKNOWN, texts={"2.8": ["由我县人民政府印发，经申报县人民政府同意。"]}),
        case("short name of the own place, no known place", cells={"一/name": "示例新材料产业集群"}, texts={"2.8": ["示例县人民政府印发。"]}),
        case("own", cells=OWN, texts={"2.8": ["安化县人民政府印发了规划。"]}),
        case("own, short", cells=OWN, texts={"2.8": ["县人民政府印发了规划，县委常委会研究部署。"]}),
        case("of its city", cells=OWN, texts={"2.8": ["益阳市人民政府支持集群发展。"]}),
        case("other county", Hit("2.8", None, None, "warning", "桃源县人民政府", None, "2.8 文字写“桃源县人民政府”，不是本报告集群所在地的人民政府。", "请核对是否写错，或从其他材料复制后没有改。", "text 2.8 0"), cells=OWN, texts={"2.8": ["桃源县人民政府印发了规划。"]}),
        case("other committee", Hit("5.2", None, None, "warning", "桃江县委", None, "5.2 文字写“桃江县委”，不是本报告集群所在地的人民政府。", "请核对是否写错，或从其他材料复制后没有改。", "text 5.2 0"), cells=OWN, texts={"5.2": ["成立由桃江县委书记任组长的领导小组。"]}),
        case("other city", Hit("2.8", None, None, "warning", "常德市政府", None, "2.8 文字写“常德市政府”，不是本报告集群所在地的人民政府。", "请核对是否写错，或从其他材料复制后没有改。", "text 2.8 0"), cells=OWN, texts={"2.8": ["常德市政府出台了意见。"]}),
        case("partner", cells=OWN, texts={"2.8": ["与桃江县人民政府签订了合作协议。"]}),
        case("committee member of none", cells=OWN, texts={"2.8": ["受桃江县委托开展检测，县委派干部驻企。"]}),
        case("reported to", cells=OWN, texts={"4.2": ["报送县人民政府和市工信局。"]}),
        case("reported to, no known place", cells=UNKNOWN, texts={"4.2": ["报送县人民政府和市工信局。"]}),
        case("other place in a draft of no known place", Hit("2.8", None, None, "warning", "样板县人民政府", None, "2.8 文字写“样板县人民政府”，不是本报告集群所在地的人民政府。", "请核对是否写错，或从其他材料复制后没有改。", "text 2.8 0"), cells=UNKNOWN, texts={"2.8": ["样板县人民政府印发了规划。"]}),
        case("no fields", cells={}, texts={"2.8": ["桃源县人民政府印发了规划。"]}),
        case("several counties", cells={"一/name": "安化县新材料产业集群", "一/area": "安化县、桃江县", "一/promoter_name": "安化县新材料产业集群促进会", "一/park_name": "安化高新技术产业开发区", "五/lead_unit": "安化县人民政府"}, texts={"2.8": ["桃江县人民政府印发了规划。"]}),
        case("city's cluster", cells={"一/name": "益阳市新材料产业集群", "一/area": "益阳市"}, texts={"2.8": ["桃江县人民政府印发了规划。"]}),
        case("city's cluster, other city", Hit("2.8", None, None, "warning", "双峰县人民政府", None, "2.8 文字写“双峰县人民政府”，不是本报告集群所在地的人民政府。", "请核对是否写错，或从其他材料复制后没有改。", "text 2.8 0"), cells={"一/name": "益阳市新材料产业集群", "一/area": "益阳市"}, texts={"2.8": ["双峰县人民政府印发了规划。"]}),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
