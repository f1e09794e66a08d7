"""Defects in the free texts."""

from __future__ import annotations

from assistant.checker.form import Stage
from assistant.checker.reports.blank import FormContent
from eval.drafts.changes import (
    Change,
    Mutation,
    add_text,
    chain,
    change_text,
    scaled_figure,
    set_cell,
    set_text,
)

_FIRST: tuple[Stage, ...] = ("初赛",)
_FINAL: tuple[Stage, ...] = ("决赛",)
_LISTED = "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）"
_FILLER = "集群企业围绕主导产业开展协作。"
_PLEDGES = (
    "本单位承诺此次参加省级产业集群竞赛所填报的信息真实、合法。承诺：",
    "1、集群主导产业不属于国家规定的禁止、限制和淘汰类产业；",
    "2、近三年未发生重大安全生产、产品质量安全、环境污染事故；",
    "3、集群企业不存在偷税漏税、违法违规、严重失信和其他重大问题的行为。",
    "如有不实之处，本单位愿意负相应法律责任，并承担由此产生的一切后果。",
)
_PAGES = ("listed", "champions_national", "champions_provincial", "giants", "specialised", "integration")


def _without_pages(content: FormContent) -> FormContent:
    """Page numbers are neither in the annex nor in any cell."""
    bare = {ref: text.partition("（第")[0] for ref, text in content.values.items() if text.endswith("页）")}
    for ref, text in bare.items():
        content = set_cell(f"{ref.section}/{ref.row}/{ref.column}", text)(content)
    return set_text("七", ["佐证材料另册装订。"])(content)


def _no_green(content: FormContent) -> FormContent:
    """A self-assessment of real length without a word on green development."""
    text = "集群主导产业产值稳定增长，规上企业、专利、人才、上云、促进会、出口、政策和规划都有新的进展。" * 6
    return set_text("2.8", [text])(content)


def _copied(content: FormContent) -> FormContent:
    return set_text("3.2", list(content.texts["2.8"])[:3])(content)


def _repeated(section: str) -> Change:
    return lambda content: set_text(section, [*content.texts[section], content.texts[section][1]])(content)


TEXT_MUTATIONS: tuple[Mutation, ...] = (
    Mutation("long-2.8", set_text("2.8", [_FILLER * 170]), "word-limit", "2.8"),
    Mutation("long-3.2", set_text("3.2", [_FILLER * 170]), "word-limit", "3.2"),
    Mutation("long-4.2", set_text("4.2", [_FILLER * 67]), "word-limit", "4.2", stages=_FIRST),
    Mutation("long-四", set_text("四", [_FILLER * 101]), "word-limit", "四", stages=_FINAL),
    Mutation("short-2.8", set_text("2.8", [_FILLER * 3]), "text-short", "2.8", severity="warning"),
    Mutation("no-2.8", set_text("2.8", [""]), "text-missing", "2.8"),
    Mutation("no-5.2", set_text("5.2", [""]), "text-missing", "5.2", stages=_FIRST),
    Mutation("text-placeholder", add_text("3.2", "园区年营业收入××亿元。", 1), "placeholder", "3.2", severity="warning"),
    Mutation("no-green", _no_green, "aspects-missing", "2.8", severity="info"),
    Mutation("copied", _copied, "text-copied", "3.2", severity="warning"),
    Mutation("paragraph-twice", _repeated("3.2"), "paragraph-repeated", "3.2", severity="warning"),
    Mutation("numbering", set_text("4.2", ["一是搭建平台，服务企业。", "二是组织活动，促进交流。", "四是加强监测，分析运行。" * 8]), "numbering-gap", "4.2", severity="info", stages=_FIRST),
    # figures
    Mutation("prose-output", scaled_figure("2.8", "总产值", "亿元", "0.94"), "prose-differs", "2.8", severity="warning"),
    Mutation("prose-count", scaled_figure("2.8", "小巨人”企业", "家", "3"), "prose-differs", "2.8", severity="warning"),
    Mutation("prose-park", scaled_figure("3.2", "生产总值", "亿元", "1.1"), "prose-differs", "3.2", severity="warning"),
    Mutation("prose-growth", change_text("2.8", r"(总产值[\d.]+亿元，(?:同比|较上年)增长)[\d.]+%", r"\g<1>47.3%"), "prose-growth", "2.8", severity="warning"),
    Mutation("prose-target", scaled_figure("5.2", "总产值达到", "亿元", "1.07"), "prose-target", "5.2", severity="warning", stages=_FIRST),
    Mutation("quality-awards", add_text("2.8", "集群企业获得省级及以上质量奖9项。"), "quality-awards-listed", "2.8", severity="warning"),
    # names
    Mutation("prose-park-name", add_text("3.2", "桂东高新技术产业开发区成立于2012年，规划面积8平方公里。"), "prose-name", "3.2", severity="warning"),
    Mutation("prose-cluster-name", add_text("2.8", "桂东县新材料产业集群经过多年发展，已初具规模。"), "prose-cluster", "2.8", severity="warning"),
    Mutation("prose-government", add_text("2.8", "桂东县人民政府出台了支持政策，安排了专项资金。"), "prose-government", "2.8", severity="warning"),
    # declaration and proof
    Mutation("pledge-altered", set_text("6.1", [t.replace("近三年", "近一年") for t in _PLEDGES]), "commitment", "6.1"),
    Mutation("pledge-dropped", set_text("6.1", [*_PLEDGES[:3], _PLEDGES[4]]), "commitment", "6.1"),
    Mutation("pledge-qualified", set_text("6.1", [*_PLEDGES, "以上承诺不含正在整改的两家企业。"]), "commitment-qualified", "6.1", severity="warning"),
    Mutation("no-pages", _without_pages, "evidence-page", "2.2", None, "2022年", "warning", stages=_FIRST),
    Mutation("no-proof", set_text("七", [""]), "evidence-missing", "七", severity="warning", stages=_FIRST),
    Mutation("promoter-proof", set_text("4.3", ["附民办非企业单位登记证书、办公用房租赁合同。"]), "promoter-evidence", "4.3", severity="warning", stages=_FIRST),
    Mutation("thin-plan", chain(set_text("5.2", ["按上级要求编制实施方案。"])), "text-short", "5.2", severity="warning", stages=_FIRST),
)  # fmt: skip
