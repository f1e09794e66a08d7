"""Variants of a draft without the evidence of one condition of 第六条, or with denials in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .report import Report, build
from .spec import Paragraph, Spec

# The cells that are evidence of one condition and of no other, as 第六条 and the form read.
CELLS = {
    1: ["provshare", "green", "co2", "solid", "water", "g_output", "g_rev", "g_above", "g_profit", "g_tax"],
    2: ["share", "champ_n", "champ_p", "giant", "spec", "listed", "hitech", "p_area", "p_inv", "p_mutax", "cert3", "label",
        "mainout", "rev", "revabove"],
    3: ["rd", "rdratio", "rdgrow", "rdstaff", "patents", "standards", "per10k", "prize_n", "prize_p", "des_n", "des_p",
        "twoint", "cloud", "iip"],
    4: [],
    5: ["plat", "firms", "above", "staff", "p_attract", "car_n", "car_p"],
    6: ["imp", "exp", "fdi", "p_imp", "p_exp", "p_fdi"],
}  # fmt: skip
LISTS = {1: ["green"], 2: ["demo", "award", "top10"], 3: ["rd10"], 5: ["plat", "carriers"]}

# What an applicant would write who has none of it: plans and denials, per condition.
INSTEAD = {
    1: (
        "集群目前尚未编制产业发展规划，空间布局和发展边界都没有划定，绿色工厂也还是空白。",
        "下一步拟委托编制集群规划，计划到2026年划定“一核两区”，力争建成绿色工厂8家、国内影响力进入前五。",
    ),
    2: (
        "集群没有建立统计工作制度，没有获得驰名商标和质量奖，也没有国家级“小巨人”企业。",
        "今后准备培育单项冠军5家，争取主要产品市场占有率达到20%，计划2025年建立月度统计直报制度、注册区域品牌3个。",
    ),
    3: (
        "集群未与任何高校、院所开展产学研合作，没有引进领军人才，企业也没有应用5G和工业互联网。",
        "拟于2025年与3所高校共建联合实验室2个，计划引进院士团队1个，力争60家企业上云、建成智能工厂6个。",
    ),
    4: (
        "集群促进组织尚未设立理事会，没有制定章程和管理制度，没有服务收入，从未组织过会员集体行动。",
        "下一步将设立理事会和专家委员会，计划制定制度12项，拟在2025年开展集中采购3次、调解纠纷20起，争取服务收入300万元。",
    ),
    5: (
        "集群没有省级以上公共服务平台和企业技术中心，园区污水厂、公寓、学校均未建成，银行没有推出专属产品。",
        "计划2025年建成污水处理厂2座、人才公寓800套，拟与6家银行开办“集群贷”10亿元，争取引进技术人才500名。",
    ),
    6: (
        "集群没有出口，没有参加过境外展会，县政府未出台扶持政策，也没有成立领导小组。",
        "下一步将成立由县长任组长的领导小组，拟出台扶持政策8条，计划组织30家企业参加广交会，力争出口5亿元、通关时间缩短一半。",
    ),
}


@dataclass(frozen=True)
class Variant:
    """One scoring draft: the condition (1–6) it is about and what was done: blank, denial or plan."""

    spec: Spec
    report: Report
    condition: int
    mode: str


def without(spec: Spec, condition: int) -> Report:
    """Return the draft without the cells, lists and sentences that are evidence of `condition`."""
    report = build(spec)
    for key in CELLS[condition]:
        if key in report.rows:
            report.rows[key] = [""] * len(report.rows[key])
    for name in LISTS.get(condition, []):
        report.lists[name] = []
    if condition == 1:
        report.basic["area"] = report.basic["main"] = report.basic["field"] = report.park["main"] = ""
    if condition == 4:
        report.org = dict.fromkeys(report.org, "")
        report.org_name = ""
    if condition == 6:
        report.opinion = report.opinion_date = report.lead = ""
    for paragraphs in report.texts.values():
        for paragraph in paragraphs:
            paragraph.parts = [(tag, text) for tag, text in paragraph.parts if tag != condition]
        paragraphs[:] = [p for p in paragraphs if p.parts]
    return report


def _planned(text: str) -> str:
    """Turn each sentence that states a fact into one that only plans it."""
    done = re.compile(r"(19|20)\d\d年(\d+月)?(以来|起|底|末)?，?|已经|已|累计")
    return "".join(
        f"下一步，力争做到{done.sub('', sentence)}。" for sentence in text.split("。") if sentence.strip()
    )


def with_plans(spec: Spec, condition: int) -> Report:
    """Return the draft without the cells of `condition`, each of its sentences turned into a plan."""
    report, empty = build(spec), without(spec, condition)
    for section, paragraphs in report.texts.items():
        for paragraph in paragraphs:
            paragraph.parts = [
                (tag, _planned(text) if tag == condition else text) for tag, text in paragraph.parts
            ]
        empty.texts[section] = paragraphs
    return empty


def variants(specs: list[Spec]) -> Iterator[Variant]:
    """Yield for every draft and condition the blanked draft, one with denials and two with plans."""
    for spec in specs:
        for condition in CELLS:
            yield Variant(spec, without(spec, condition), condition, "blank")
            for mode, sentence in zip(("denial", "plan"), INSTEAD[condition], strict=True):
                report = without(spec, condition)
                section = {4: "4.2" if report.stage == "初赛" else "四", 5: "3.2"}.get(condition, "2.8")
                report.texts.setdefault(section, []).append(Paragraph([(0, sentence)]))
                yield Variant(spec, report, condition, mode)
            yield Variant(spec, with_plans(spec, condition), condition, "planned")
