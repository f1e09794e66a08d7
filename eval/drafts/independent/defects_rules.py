"""Broken declarations, missing proof, too long texts, unmet thresholds."""

from __future__ import annotations

from decimal import Decimal

from .case import Case, Expectation, Place, defect, expect, scaled_all, times
from .spec import Paragraph

_PROVEN = ["listed", "champ_p", "giant", "spec", "twoint", "standards", "car_p", "green", "cert3", "plat"]


# --- declaration -----------------------------------------------------------------------------------------


@defect("declaration", 4)
def commitment_lost(case: Case) -> Expectation:
    """One of the commitments is gone."""
    case.report.commitments.pop(1 + case.turn % 4)
    return expect(Place("declaration", "6.1"))


@defect("declaration", 7)
def commitment_altered(case: Case) -> Expectation:
    """One word of a commitment is not the form's."""
    old, new = (
        ("近三年", "近一年"), ("不属于", "属于"), ("未发生重大", "未发生特别重大"), ("不存在", "基本不存在"),
        ("真实、合法", "真实"), ("禁止、限制和淘汰类", "淘汰类"), ("愿意负相应法律责任", "愿意负相应责任"),
    )[case.turn % 7]  # fmt: skip
    case.report.commitments = [line.replace(old, new) for line in case.report.commitments]
    return expect(Place("declaration", "6.1"))


@defect("declaration", 3)
def signature_missing(case: Case) -> Expectation:
    """One of the two signatures is missing."""
    side = case.turn % 2
    case.report.sign[side] = ""
    return expect(Place("declaration", "6.1", (("促进组织", "承载园区")[side],)))


@defect("declaration", 3)
def signature_undated(case: Case) -> Expectation:
    """One of the two signatures has no date."""
    side = case.turn % 2
    case.report.dropped.add(f"date {side}")
    return expect(Place("declaration", "6.1", (("促进组织", "承载园区")[side],)))


@defect("declaration", 3)
def opinion_missing(case: Case) -> Expectation:
    """The government's opinion is blank."""
    case.report.opinion, case.report.opinion_date = "", "年   月   日"
    return expect(
        Place("declaration", "一", ("人民政府意见",)), Place("completeness", "一", ("人民政府意见",))
    )


@defect("declaration", 2)
def opinion_undated(case: Case) -> Expectation:
    """The government's opinion has no date."""
    case.report.opinion_date = "    年    月    日"
    return expect(Place("declaration", "一", ("人民政府意见",)), severity="warning")


@defect("declaration", 2)
def declaration_lost(case: Case) -> Expectation:
    """The whole declaration is gone."""
    case.report.dropped.add("6.1")
    return expect(Place("declaration", "6.1"), Place("completeness", "6.1"))


# --- evidence --------------------------------------------------------------------------------------------


@defect("evidence", 4)
def page_missing(case: Case) -> Expectation:
    """One row lacks the page number of its proof."""
    case.need(case.first and case.report.pages)
    key = case.pick([k for k in _PROVEN if case.report.rows[k][1] not in {"0", "—", "/", "无"}])
    del case.report.pages[key]
    return expect(case.at("evidence", key), severity="warning")


@defect("evidence", 3)
def pages_missing(case: Case) -> Expectation:
    """No page number of proof is given at all."""
    case.need(case.first)
    case.report.pages.clear()
    return expect(case.at("evidence", "listed"), Place("evidence", "2.2"), severity="warning")


@defect("evidence", 3)
def proof_lost(case: Case) -> Expectation:
    """The chapter of proof is empty or gone."""
    ordinal = "七" if case.first else "六"
    case.report.evidence = []
    if case.turn % 2:
        case.report.dropped.add(f"chapter {ordinal}")
    return expect(Place("evidence", ordinal), Place("completeness", ordinal), severity="warning")


@defect("evidence", 2)
def organisation_proof_lost(case: Case) -> Expectation:
    """4.3 is empty."""
    case.need(case.first)
    case.report.texts["4.3"] = []
    return expect(Place("evidence", "4.3"), Place("completeness", "4.3"), severity="warning")


# --- limit -----------------------------------------------------------------------------------------------


def _lengthen(case: Case, section: str, limit: int) -> Expectation:
    """Write on, with sentences about one firm after the other, until the limit is passed by a fifth."""
    paragraphs = case.report.texts[section]
    names = [row[0] for row in case.report.lists["top10"]]
    products = [row[1] for row in case.report.lists["top10"]]
    turns = ("走访了{}的车间，了解{}的排产、库存和用工，记录困难并逐条回复。", "帮助{}梳理{}的工艺文件，组织工程师到现场查看设备状态。",
             "请{}介绍{}的质量控制做法，与会人员围绕检验频次展开讨论。", "会同{}核对{}的能耗台账，提出照明和空压机改造建议。")  # fmt: skip
    made = 0
    while sum(len(p.text) for p in paragraphs) < limit * 1.2:
        text = turns[made % 4].format(names[made % 10], products[(made + made // 10) % 10])
        paragraphs.append(Paragraph([(0, f"第{made + 1}次，{text}")]))
        made += 1
    return expect(Place("limit", section))


@defect("limit", 3)
def self_report_too_long(case: Case) -> Expectation:
    """2.8 has more than 2500 characters."""
    return _lengthen(case, "2.8", 2500)


@defect("limit", 2)
def park_report_too_long(case: Case) -> Expectation:
    """3.2 has more than 2500 characters."""
    return _lengthen(case, "3.2", 2500)


@defect("limit", 3)
def organisation_report_too_long(case: Case) -> Expectation:
    """4.2 has more than 1000 characters, or chapter four of the final more than 1500."""
    return _lengthen(case, "4.2", 1000) if case.first else _lengthen(case, "四", 1500)


# --- eligibility -----------------------------------------------------------------------------------------


@defect("eligibility", 3)
def category_not_chosen(case: Case) -> Expectation:
    """The category is blank, or the form's hint still stands there."""
    case.report.category = (
        "",
        "（先进制造业集群或中小企业特色产业集群）",
        "先进制造业集群、中小企业特色产业集群",
    )[case.turn % 3]
    return expect(Place("eligibility", "一", ("申报类别",)), Place("completeness", "一", ("申报类别",)))


@defect("eligibility", 2)
def category_unknown(case: Case) -> Expectation:
    """The category is none of the two."""
    case.report.category = case.pick(["战略性新兴产业集群", "创新型产业集群"])
    return expect(Place("eligibility", "一", ("申报类别",)), Place("format", "一", ("申报类别",)))


@defect("eligibility", 3)
def wrong_stage(case: Case) -> Expectation:
    """The title names one round, the chapters are those of the other."""
    case.report.title_stage = "决赛" if case.first else "初赛"
    return expect(Place("eligibility", None), severity="warning")


@defect("eligibility", 2)
def stage_asked_for(case: Case) -> Expectation:
    """The file is handed in for the other round than its form is for."""
    case.flags["stage"] = "决赛" if case.first else "初赛"
    return expect(Place("eligibility", None), severity="warning")


@defect("eligibility", 3)
def no_trainee(case: Case) -> Expectation:
    """A cluster that is on no list of trainees enters the final."""
    case.need(not case.first)
    case.report.basic["name"] = case.pick(
        ["桂东县药用玻璃产业集群", "炎陵县特色装备产业集群", "泸溪县铝系新材料产业集群"]
    )
    for paragraphs in case.report.texts.values():
        for paragraph in paragraphs:
            paragraph.parts = [
                (t, s.replace(case.spec.raw["basic"]["name"], "集群")) for t, s in paragraph.parts
            ]
    return expect(Place("eligibility", "一", ("集群名称",)), Place("eligibility", None), severity="warning")


def _of_year(case: Case) -> str:
    """Return how severe an unmet threshold must be: those known are of the contest on the figures of 2022."""
    return "error" if int(case.spec.raw["years"][1]) == 2022 else "warning"


@defect("eligibility", 3)
def revenue_too_small(case: Case) -> Expectation:
    """The cluster earns less than 100亿元, or produces less than 30亿元 in the small category."""
    limit = Decimal(28) if case.small else Decimal(86)
    whole = Decimal(case.spec.values["output" if case.small else "rev"][1])
    scaled_all(case.spec, min(Decimal(1), limit / whole))
    return expect(
        case.at("eligibility", "output" if case.small else "rev"),
        Place("eligibility", "2.1"),
        severity=_of_year(case),
    )


@defect("eligibility", 3)
def leading_firm_too_small(case: Case) -> Expectation:
    """No firm of an advanced cluster earns 10亿元."""
    case.need(not case.small)
    firms = [line.split("|") for line in case.spec.raw["firms"]]
    factor = Decimal("8.6") / Decimal(firms[0][3].split()[1])
    for line in firms:
        line[3] = " ".join(times(value, str(factor)) for value in line[3].split())
    case.spec.raw["firms"] = ["|".join(line) for line in firms]
    return expect(Place("eligibility", "2.2"), Place("eligibility", None), severity=_of_year(case))


@defect("eligibility", 3)
def small_share_too_small(case: Case) -> Expectation:
    """Small firms produce less than 60 %."""
    case.need(case.small)
    case.fill("sme", "52.4", "54.1")
    return expect(case.at("eligibility", "sme"), severity=_of_year(case))


@defect("eligibility", 3)
def too_few_special_firms(case: Case) -> Expectation:
    """Fewer than five firms are champions or specialised."""
    case.need(case.small)
    for key, cells in {"champ_n": "0 0", "champ_p": "0 1", "giant": "0 0", "spec": "2 3"}.items():
        case.fill(key, *cells.split())
    return expect(
        case.at("eligibility", "spec"),
        Place("eligibility", "2.2"),
        Place("eligibility", None),
        severity="warning",
    )


@defect("eligibility", 2)
def share_in_wrong_category(case: Case) -> Expectation:
    """The row that only small clusters fill is filled by an advanced one."""
    case.need(not case.small)
    case.report.rows["sme"] = ["61.0", "62.3", "1.3"]
    return expect(
        *(case.at(kind, "sme") for kind in ("eligibility", "consistency", "completeness", "format")),
        severity="info",
    )
