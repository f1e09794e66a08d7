"""Blanks, missing parts, broken declarations, missing proof, too long texts, unmet thresholds."""

from __future__ import annotations

from .case import Case, Expectation, Place, defect, expect

# --- completeness ----------------------------------------------------------------------------------------


def _blank(case: Case, keys: list[str], which: int) -> Expectation:
    key = case.pick(keys)
    case.report.rows[key][which] = ""
    column = case.year(which) if which < 2 else "增幅"
    return expect(case.at("completeness", key, column))


@defect("completeness", 3)
def blank_21(case: Case) -> Expectation:
    """A figure of 2.1 is missing."""
    return _blank(case, ["provshare", "revabove", "tax", "invest", "staff"], case.turn % 2)


@defect("completeness", 3)
def blank_22(case: Case) -> Expectation:
    """A figure of 2.2 is missing."""
    return _blank(case, ["firms", "hitech", "spec", "cloud", "iip"], 1)


@defect("completeness", 2)
def blank_24(case: Case) -> Expectation:
    """A figure of 2.4 is missing."""
    return _blank(case, ["rdratio", "rdstaff", "patents", "standards"], 1)


@defect("completeness", 4)
def blank_25_27(case: Case) -> Expectation:
    """A figure of 2.5, 2.6 or 2.7 is missing."""
    return _blank(case, ["co2", "solid", "cert3", "label", "plat", "water"], case.turn % 2)


@defect("completeness", 2)
def blank_growth(case: Case) -> Expectation:
    """A growth rate is missing."""
    return _blank(case, ["rev", "exp", "above"], 2)


@defect("completeness", 3)
def blank_31(case: Case) -> Expectation:
    """A figure of 3.1 is missing."""
    key = case.pick(["p_rev", "p_tax", "p_fix", "p_area", "p_attract"])
    case.report.rows[key][1 if key == "p_area" else 2 + case.turn % 2] = ""
    return expect(case.at("completeness", key, case.year(1)))


@defect("completeness", 3)
def blank_51(case: Case) -> Expectation:
    """A goal of 5.1 is missing."""
    case.need(case.first)
    key = case.pick(["g_output", "g_rev", "g_profit"])
    case.report.rows[key][3] = ""
    return expect(case.at("completeness", key, f"{case.report.years[1] + 3}年|2025年"))


@defect("completeness", 4)
def blank_basic(case: Case) -> Expectation:
    """An entry of chapter one is missing."""
    key = case.pick(["field", "main", "area", "name"])
    case.report.basic[key] = ""
    word = {"field": "产业领域", "main": "集群主导产业", "area": "集群地域范围", "name": "集群名称"}[key]
    return expect(Place("completeness", "一", (word,)))


@defect("completeness", 3)
def blank_person(case: Case) -> Expectation:
    """A responsible person or telephone is missing."""
    unit, title = ((case.report.org, "集群促进组织"), (case.report.park, "集群核心承载园区"))[case.turn % 2]
    key = case.pick(["head", "contact_tel", "contact"])
    unit[key] = ""
    words = {"head": ("负责人", title), "contact": ("联系人", title), "contact_tel": ("电话", title)}[key]
    return expect(Place("completeness", "一", words))


@defect("completeness", 3)
def row_lost(case: Case) -> Expectation:
    """A row of the form is gone."""
    key = case.pick(["profit", "twoint", "patents", "water", "label", "p_fix"])
    case.report.dropped.add(f"row {key}")
    return expect(case.at("completeness", key))


@defect("completeness", 3)
def section_lost(case: Case) -> Expectation:
    """A whole section with its table is gone."""
    number = case.pick(["2.6", "2.7", "2.3", "2.5"])
    case.report.dropped.add(number)
    return expect(Place("completeness", number))


@defect("completeness", 2)
def goals_lost(case: Case) -> Expectation:
    """The table of goals is gone."""
    case.need(case.first)
    case.report.dropped.add("5.1")
    return expect(Place("completeness", "5.1"))


@defect("completeness", 5)
def prose_lost(case: Case) -> Expectation:
    """A section's heading stands there without any text."""
    number = case.pick(["2.8", "3.2", "4.1", "4.2", "5.2"] if case.first else ["2.8", "3.2", "四"])
    case.report.texts[number] = []
    return expect(Place("completeness", number))


@defect("completeness", 2)
def projects_too_few(case: Case) -> Expectation:
    """Three projects stand where about ten are asked for."""
    case.report.lists["projects"] = case.report.lists["projects"][:3]
    return expect(Place("completeness", "2.3"), Place("eligibility", "2.3"), severity="warning")


@defect("completeness", 2)
def top_ten_empty(case: Case) -> Expectation:
    """The list of the ten largest firms is empty."""
    case.report.lists["top10"] = [[""] * 5 for _ in range(10)]
    return expect(Place("completeness", "2.2", ("排名前十",)))


@defect("completeness", 2)
def top_ten_short(case: Case) -> Expectation:
    """Only six of the ten largest firms are listed, though the cluster has more."""
    case.report.lists["top10"] = case.report.lists["top10"][:6]
    return expect(
        Place("completeness", "2.2", ("排名前十",)),
        Place("consistency", "2.2", ("排名前十",)),
        severity="warning",
    )


@defect("completeness", 2)
def carriers_empty(case: Case) -> Expectation:
    """Carriers are counted, none is listed."""
    case.report.lists["carriers"] = []
    return expect(
        Place("completeness", "2.4", ("技术创新载体",)), Place("consistency", "2.4", ("技术创新载体",))
    )


@defect("completeness", 3)
def list_cell_blank(case: Case) -> Expectation:
    """One cell of a list is blank."""
    name, column, word, section, title = (
        ("carriers", 2, "批准时间", "2.4", "技术创新载体"),
        ("top10", 3, "营业收入", "2.2", "排名前十"),
        ("projects", 3, "建设期", "2.3", "项目"),
        ("plat", 1, "级别", "2.7", "公共服务平台"),
    )[case.turn % 4]
    row = case.report.lists[name][1]
    row[column] = ""
    second = case.year(1) + f"|{word}"
    return expect(Place("completeness", section, (f"{row[0]}|{row[1] or row[0]}|{title}|第2行", second)))


@defect("completeness", 2)
def blank_names(case: Case) -> Expectation:
    """The promotion organisation's or the leading author's name is missing in its chapter."""
    if case.first and case.turn % 2:
        case.report.lead = ""
        return expect(Place("completeness", "五", ("编制牵头单位",)))
    case.report.org_name = ""
    return expect(Place("completeness", "四", ("促进组织",)))


@defect("completeness", 2)
def small_share_blank(case: Case) -> Expectation:
    """The share of small firms is missing where it is asked for."""
    case.need(case.small)
    case.report.rows["sme"] = ["", "", ""]
    return expect(case.at("completeness", "sme"), case.at("eligibility", "sme"))


@defect("completeness", 2)
def park_name_blank(case: Case) -> Expectation:
    """3.1 does not name the park."""
    case.report.park_name = ""
    return expect(Place("completeness", "3.1", ("园区名称",)))
