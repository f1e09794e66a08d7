"""Proof and its page numbers, on both sides of every boundary."""

from __future__ import annotations

import pytest
from rule_cases import Case, Hit, case, parameters, picture, verify

# fmt: off
CASES: dict[str, tuple[Case, ...]] = {
    "evidence-page": (
        case("a column of pages", cells={"2.2/listed/y1": "4", "2.2/champions_national/y1": "4", "2.2/champions_provincial/y1": "4", "2.2/giants/y1": "4", "2.2/specialised/y1": "4", "2.2/integration/y1": "4"}, pages={"2.2/listed/y1": "12", "2.2/champions_national/y1": "12", "2.2/champions_provincial/y1": "12", "2.2/giants/y1": "12", "2.2/specialised/y1": "12", "2.2/integration/y1": "12"}),
        case("a column of pages without one", Hit("2.2", "国家级专精特新“小巨人”企业数量（个，需提供佐证材料）", "2022年", "warning", "4", None, "2.2 “国家级专精特新“小巨人”企业数量（个，需提供佐证材料）”填 4，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/giants/y1"), cells={"2.2/listed/y1": "4", "2.2/champions_national/y1": "4", "2.2/champions_provincial/y1": "4", "2.2/giants/y1": "4", "2.2/specialised/y1": "4", "2.2/integration/y1": "4"}, pages={"2.2/listed/y1": "12", "2.2/champions_national/y1": "12", "2.2/champions_provincial/y1": "12", "2.2/giants/y1": "", "2.2/specialised/y1": "12", "2.2/integration/y1": "12"}),
        case("a column of pages without one, listed", Hit("2.2", "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）", "2022年", "warning", "4", None, "2.2 “上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）”填 4，没有标注佐证材料所在页码，其他 5 项都已在表中标注。", "请在单元格内补注页码，如“12（佐证材料第35页）”。", "2.2/listed/y1"), cells={"2.2/listed/y1": "4", "2.2/champions_national/y1": "4", "2.2/champions_provincial/y1": "4", "2.2/giants/y1": "4", "2.2/specialised/y1": "4", "2.2/integration/y1": "4"}, pages={"2.2/listed/y1": "", "2.2/champions_national/y1": "12", "2.2/champions_provincial/y1": "12", "2.2/giants/y1": "12", "2.2/specialised/y1": "12", "2.2/integration/y1": "12"}, texts={"七": ["上市和挂牌企业、单项冠军、专精特新小巨人、两化融合管理体系贯标证明（第10—18页）"]}),
        case("two of seven forgotten, listed", Hit("2.2", "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）", "2022年", "warning", "4", None, "2.2 “上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）”填 4，没有标注佐证材料所在页码，其他 5 项都已在表中标注。", "请在单元格内补注页码，如“12（佐证材料第35页）”。", "2.2/listed/y1"), Hit("2.2", "获得两化融合管理体系贯标证书企业数量（个，需提供佐证材料）", "2022年", "warning", "4", None, "2.2 “获得两化融合管理体系贯标证书企业数量（个，需提供佐证材料）”填 4，没有标注佐证材料所在页码，其他 5 项都已在表中标注。", "请在单元格内补注页码，如“12（佐证材料第35页）”。", "2.2/integration/y1"), cells={"2.2/listed/y1": "4", "2.2/champions_national/y1": "4", "2.2/champions_provincial/y1": "4", "2.2/giants/y1": "4", "2.2/specialised/y1": "4", "2.2/integration/y1": "4", "2.4/standards/y1": "3"}, pages={"2.2/listed/y1": "", "2.2/champions_national/y1": "12", "2.2/champions_provincial/y1": "12", "2.2/giants/y1": "12", "2.2/specialised/y1": "12", "2.2/integration/y1": "", "2.4/standards/y1": "9"}, texts={"七": ["上市和挂牌企业、单项冠军、专精特新小巨人、两化融合管理体系贯标证明（第10—18页）"]}),
        case("three of eight, listed", cells={"2.2/listed/y1": "4", "2.2/champions_national/y1": "4", "2.2/champions_provincial/y1": "4", "2.2/giants/y1": "4", "2.2/specialised/y1": "4", "2.2/integration/y1": "4", "2.4/standards/y1": "3", "2.7/platforms/y1": "3"}, pages={"2.2/listed/y1": "", "2.2/champions_national/y1": "", "2.2/champions_provincial/y1": "12", "2.2/giants/y1": "12", "2.2/specialised/y1": "12", "2.2/integration/y1": "", "2.4/standards/y1": "9", "2.7/platforms/y1": "9"}, texts={"七": ["上市和挂牌企业、单项冠军、专精特新小巨人、两化融合管理体系贯标证明（第10—18页）", "国家级单项冠军第9页"]}),
        case("two of six, listed", cells={"2.2/listed/y1": "4", "2.2/champions_national/y1": "4", "2.2/champions_provincial/y1": "4", "2.2/giants/y1": "4", "2.2/specialised/y1": "4", "2.2/integration/y1": "4"}, pages={"2.2/listed/y1": "", "2.2/champions_national/y1": "12", "2.2/champions_provincial/y1": "12", "2.2/giants/y1": "12", "2.2/specialised/y1": "12", "2.2/integration/y1": ""}, texts={"七": ["上市和挂牌企业、单项冠军、专精特新小巨人、两化融合管理体系贯标证明（第10—18页）"]}),
        case("a note on all rows", cells={"2.2/listed/y1": "4", "2.2/champions_national/y1": "4", "2.2/champions_provincial/y1": "4", "2.2/giants/y1": "4", "2.2/specialised/y1": "4", "2.2/integration/y1": "4"}, texts={"2.2": ["佐证材料见第10—18页。"]}),
        case("a note that leaves one out", cells={"2.2/listed/y1": "4", "2.2/champions_national/y1": "4", "2.2/champions_provincial/y1": "4", "2.2/giants/y1": "4", "2.2/specialised/y1": "4", "2.2/integration/y1": "4"}, texts={"2.2": ["注：上市和挂牌企业见第10页；国家级单项冠军见第11页；省级单项冠军见第12页；国家级专精特新“小巨人”见第13页；两化融合管理体系贯标证书见第15页。"]}),
        case("in the annex, in other words", cells={"2.2/listed/y1": "4"}, texts={"七": ["上市及挂牌证明……第31页"]}),
        case("one only", Hit("2.2", "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）", "2022年", "warning", "1", None, "2.2 “上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）”填 1，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/listed/y1"), cells={"2.2/listed/y1": "1"}, texts={}),
        case("in the annex, next line of several", cells={"2.2/listed/y1": "4"}, texts={"七": ["上市和挂牌企业证明", "第31页", "国家级单项冠军证书"]}),
        case("page of the line before", Hit("2.2", "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）", "2022年", "warning", "4", None, "2.2 “上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）”填 4，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/listed/y1"), cells={"2.2/listed/y1": "4"}, texts={"七": ["第31页", "上市和挂牌企业证明", "国家级单项冠军证书"]}),
        case("in the cell", cells={"2.2/listed/y1": "4（第31页）"}, texts={}),
        case("in the cell, short", cells={"2.2/listed/y1": "4（P31）"}, texts={}),
        case("in the cell, range", cells={"2.2/listed/y1": "4（31-35页）"}, texts={}),
        case("in the other year", cells={"2.2/listed/y2": "3（第30页）", "2.2/listed/y1": "4"}, texts={}),
        case("in the growth cell", cells={"2.2/listed/y1": "4", "2.2/listed/growth": "33.3（见第30页）"}, texts={}),
        case("in the label", cells={"2.2/listed/y1": "4"}, texts={}, labels={"2.2/listed/y1": "上市和挂牌企业数量（个，见第31页）"}),
        case("in the annex", cells={"2.2/listed/y1": "4"}, texts={"七": ["1.上市和挂牌企业证明材料……第31页"]}),
        case("in the annex, dots", cells={"2.2/listed/y1": "4"}, texts={"七": ["1.上市和挂牌企业证明材料……31"]}),
        case("in the annex, tab", cells={"2.2/listed/y1": "4"}, texts={"七": ["上市和挂牌企业\t31"]}),
        case("in the annex, next line", cells={"2.2/listed/y1": "4"}, texts={"七": ["上市和挂牌企业证明", "第31页"]}),
        case("below the table", cells={"2.2/listed/y1": "4"}, texts={"2.2": ["上市企业证明见第31页。"]}),
        case("in 4.3", cells={"2.2/listed/y1": "4"}, texts={"4.3": ["上市和挂牌企业证明……第31页"]}),
        case("none", Hit("2.2", "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）", "2022年", "warning", "4", None, "2.2 “上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）”填 4，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/listed/y1"), cells={"2.2/listed/y1": "4"}, texts={}),
        case("annex without pages", Hit("2.2", "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）", "2022年", "warning", "4", None, "2.2 “上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）”填 4，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/listed/y1"), cells={"2.2/listed/y1": "4"}, texts={"七": ["上市和挂牌企业证明材料", "国家级专精特新小巨人企业"]}),
        case("annex of something else", Hit("2.2", "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）", "2022年", "warning", "4", None, "2.2 “上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）”填 4，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/listed/y1"), cells={"2.2/listed/y1": "4"}, texts={"七": ["绿色工厂证明……第31页"]}),
        case("two, one with a page", Hit("2.2", "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）", "2022年", "warning", "4", None, "2.2 “上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）”填 4，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/listed/y1"), cells={"2.2/listed/y1": "4", "2.2/giants/y1": "12（第44页）"}, texts={}),
        case("two of three", Hit("2.2", "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）", "2022年", "warning", "4", None, "2.2 “上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）”填 4，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/listed/y1"), Hit("2.2", "国家级专精特新“小巨人”企业数量（个，需提供佐证材料）", "2022年", "warning", "12", None, "2.2 “国家级专精特新“小巨人”企业数量（个，需提供佐证材料）”填 12，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/giants/y1"), cells={"2.2/listed/y1": "4", "2.2/giants/y1": "12", "2.2/integration/y1": "22（第112页）"}, texts={}),
        case("all of five", Hit("2.2", "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）", "2022年", "warning", "4", None, "2.2 “上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）”填 4，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/listed/y1"), Hit("2.2", "国家级专精特新“小巨人”企业数量（个，需提供佐证材料）", "2022年", "warning", "12", None, "2.2 “国家级专精特新“小巨人”企业数量（个，需提供佐证材料）”填 12，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/giants/y1"), Hit("2.4", "参与制定国际、国家、行业、团体标准（个，需提供佐证材料）", "2022年", "warning", "31", None, "2.4 “参与制定国际、国家、行业、团体标准（个，需提供佐证材料）”填 31，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.4/standards/y1"), Hit("2.5", "省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链数量（个，需提供佐证材料）", "2022年", "warning", "9", None, "2.5 “省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链数量（个，需提供佐证材料）”填 9，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.5/green/y1"), Hit("2.7", "省级及以上公共服务平台数量（个，需提供佐证材料）", "2022年", "warning", "5", None, "2.7 “省级及以上公共服务平台数量（个，需提供佐证材料）”填 5，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.7/platforms/y1"), cells={"2.2/listed/y1": "4", "2.2/giants/y1": "12", "2.7/platforms/y1": "5", "2.4/standards/y1": "31", "2.5/green/y1": "9"}, texts={}),
        case("all of six together", Hit("2.2", "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）", "2022年", "warning", "4", None, "2.2 “上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）”等 6 项都没有标注佐证材料所在页码：上市和挂牌企业数量、国家级专精特新“小巨人”企业数量、参与制定国际、国家、行业、团体标准、省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链数量、获得质量、环境、职业健康安全三体系贯标认证企业数量、省级及以上公共服务平台数量。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/listed/y1"), cells={"2.2/listed/y1": "4", "2.2/giants/y1": "12", "2.7/platforms/y1": "5", "2.4/standards/y1": "31", "2.5/green/y1": "9", "2.6/three_systems/y1": "96"}, texts={}),
        case("six of seven", Hit("2.2", "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）", "2022年", "warning", "4", None, "2.2 “上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）”填 4，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/listed/y1"), Hit("2.2", "国家级专精特新“小巨人”企业数量（个，需提供佐证材料）", "2022年", "warning", "12", None, "2.2 “国家级专精特新“小巨人”企业数量（个，需提供佐证材料）”填 12，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.2/giants/y1"), Hit("2.4", "参与制定国际、国家、行业、团体标准（个，需提供佐证材料）", "2022年", "warning", "31", None, "2.4 “参与制定国际、国家、行业、团体标准（个，需提供佐证材料）”填 31，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.4/standards/y1"), Hit("2.5", "省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链数量（个，需提供佐证材料）", "2022年", "warning", "9", None, "2.5 “省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链数量（个，需提供佐证材料）”填 9，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.5/green/y1"), Hit("2.6", "获得质量、环境、职业健康安全三体系贯标认证企业数量（个，需提供佐证材料）", "2022年", "warning", "96", None, "2.6 “获得质量、环境、职业健康安全三体系贯标认证企业数量（个，需提供佐证材料）”填 96，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.6/three_systems/y1"), Hit("2.7", "省级及以上公共服务平台数量（个，需提供佐证材料）", "2022年", "warning", "5", None, "2.7 “省级及以上公共服务平台数量（个，需提供佐证材料）”填 5，没有标注佐证材料所在页码。", "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。", "2.7/platforms/y1"), cells={"2.2/listed/y1": "4", "2.2/giants/y1": "12", "2.7/platforms/y1": "5", "2.4/standards/y1": "31", "2.5/green/y1": "9", "2.6/three_systems/y1": "96", "2.2/integration/y1": "22（第112页）"}, texts={}),
        case("zero needs no proof", cells={"2.2/listed/y1": "0"}, texts={}),
        case("nil needs no proof", cells={"2.2/listed/y1": "—"}, texts={}),
        case("not asked for", cells={"2.2/hightech/y1": "79"}, texts={}),
        case("only the year before", cells={"2.2/listed/y2": "3"}, texts={}),
        case("not asked for in the final", cells={"2.2/listed/y1": "4"}, texts={}, stage="决赛"),
    ),
    "evidence-missing": (
        case("there", cells={}, texts={"4.3": ["见后"], "七": ["目录"]}),
        case("annex empty", Hit("七", None, None, "warning", None, None, "“七 佐证材料”没有内容。", "请附上佐证材料并列出目录和页码；如另册装订，请在此注明。", "heading 七"), cells={}, texts={"4.3": ["见后"], "七": []}),
        case("both", Hit("4.3", None, None, "warning", None, None, "“4.3 相关佐证资料”没有内容。", "请附上佐证材料并列出目录和页码；如另册装订，请在此注明。", ""), Hit("七", None, None, "warning", None, None, "“七 佐证材料”没有内容。", "请附上佐证材料并列出目录和页码；如另册装订，请在此注明。", "heading 七"), headings=["七"]),
        case("pictures", texts={"七": ["目录"]}, everything={"4.3": [picture('')]}),
        case("final", Hit("六", None, None, "warning", None, None, "“六 佐证材料”没有内容。", "请附上佐证材料并列出目录和页码；如另册装订，请在此注明。", "heading 六"), stage="决赛", headings=["六"]),
    ),
    "promoter-evidence": (
        case("the head's certificate", texts={"4.3": ["登记证书；租约；秘书长的专业技术证书。"]}),
        case("an engineer's certificate", texts={"4.3": ["登记证书；租约；会长工程师证。"]}),
        case("told at the first of several lines", Hit("4.3", None, None, "warning", None, "机构负责人资历证书", "4.3 没有列出机构负责人资历证书。", "请补上该项佐证，或注明所在页码。", "text 4.3 0"), texts={"4.3": ["民办非企业单位登记证书", "办公用房租赁合同"]}),
        case("elsewhere, shown", texts={"4.3": ["营业执照，详见后页。"]}),
        case("and other proof", texts={"4.3": ["营业执照等证明材料。"]}),
        case("all three", texts={"4.3": ["登记证书、租赁合同、负责人职称证书"]}),
        case("no proof of the head", Hit("4.3", None, None, "warning", None, "机构负责人资历证书", "4.3 没有列出机构负责人资历证书。", "请补上该项佐证，或注明所在页码。", "text 4.3 0"), texts={"4.3": ["登记证书、租赁合同。"]}),
        case("no office", Hit("4.3", None, None, "warning", None, "固定的办公场所证明", "4.3 没有列出固定的办公场所证明。", "请补上该项佐证，或注明所在页码。", "text 4.3 0"), texts={"4.3": ["批文、学历证书。"]}),
        case("no registration", Hit("4.3", None, None, "warning", None, "机构成立批文或注册登记执照", "4.3 没有列出机构成立批文或注册登记执照。", "请补上该项佐证，或注明所在页码。", "text 4.3 0"), texts={"4.3": ["办公用房产权证、负责人简历。"]}),
        case("only one", Hit("4.3", None, None, "warning", None, "固定的办公场所证明、机构负责人资历证书", "4.3 没有列出固定的办公场所证明、机构负责人资历证书。", "请补上该项佐证，或注明所在页码。", "text 4.3 0"), texts={"4.3": ["营业执照复印件。"]}),
        case("none named", texts={"4.3": ["材料如下。"]}),
        case("elsewhere", texts={"4.3": ["营业执照等材料详见附件。"]}),
        case("bound apart", texts={"4.3": ["营业执照，另册装订。"]}),
        case("in lines", texts={"4.3": ["登记证书", "租赁合同", "职称证书"]}),
        case("pictures", texts={"4.3": ["营业执照"]}, everything={"4.3": ["营业执照", picture('')]}),
        case("empty", texts={"4.3": []}),
        case("absent"),
    ),
}
# fmt: on


@pytest.mark.parametrize(("rule", "each"), parameters(CASES))
def test_rule(rule, each):
    verify(rule, each)
