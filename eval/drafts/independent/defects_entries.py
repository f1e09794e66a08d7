"""Impossible values, malformed entries, slips of units."""

from __future__ import annotations

from decimal import Decimal

from .case import Case, Expectation, Place, defect, expect, shifted

# --- range ---------------------------------------------------------------------------------------------


@defect("range", 4)
def share_over_hundred(case: Case) -> Expectation:
    """A share of a whole exceeds 100 %."""
    key = case.pick(["cloud", "iip", "water", "solid", "label", "rdstaff", "provshare"])
    cells = case.report.rows[key]
    cells[1] = "126.4"
    if len(cells) == 3:
        points = case.report.look.get("share_growth", "points") == "points"
        cells[2] = str(Decimal("126.4") - Decimal(cells[0]))
        if not points:
            case.regrow(key)
    return expect(case.at("range", key, case.year(1)))


@defect("range", 2)
def share_of_product_over_hundred(case: Case) -> Expectation:
    """A firm's share of the national market exceeds 100 %."""
    row = case.report.lists["top10"][case.turn % 5]
    row[4] = "115.0"
    return expect(Place("range", "2.2", (f"{row[0]}|营业收入排名前十", "市场占有率")))


@defect("range", 4)
def negative_count(case: Case) -> Expectation:
    """A number of things is negative."""
    key = case.pick(["twoint", "listed", "cert3", "plat", "standards", "green"])
    cells = case.report.rows[key]
    case.need(cells[1].isdigit() and cells[1] != "0")
    cells[1] = "-" + cells[1]
    return expect(case.at("range", key, case.year(1)), case.at("format", key, case.year(1)))


@defect("range", 2)
def negative_area(case: Case) -> Expectation:
    """The park's area is negative."""
    case.report.rows["p_area"][1] = "-" + case.report.rows["p_area"][1]
    return expect(case.at("range", "p_area", case.year(1)))


@defect("range", 2)
def broken_count(case: Case) -> Expectation:
    """A number of firms has a fraction."""
    key = case.pick(["hitech", "above", "cert3"])
    case.report.rows[key][1] += ".5"
    if len(case.report.rows[key]) == 3:
        case.regrow(key)
    return expect(case.at("range", key, case.year(1)), case.at("format", key, case.year(1)))


@defect("range", 2)
def negative_revenue(case: Case) -> Expectation:
    """A revenue is negative."""
    row = case.report.lists["top10"][9]
    row[2] = "-" + row[2]
    return expect(
        Place("range", "2.2", (f"{row[0]}|营业收入排名前十",)),
        Place("format", "2.2", (f"{row[0]}|营业收入排名前十",)),
    )


# --- format --------------------------------------------------------------------------------------------


@defect("format", 4)
def words_for_a_number(case: Case) -> Expectation:
    """Words stand where a number belongs."""
    key = case.pick(["share", "cloud", "fdi", "solid", "p_fdi", "co2", "twoint"])
    which = 2 if key.startswith("p_") else 1
    case.report.rows[key][which] = case.pick(["较高", "正在统计", "约占三成左右", "详见附件"])
    return expect(case.at("format", key, case.year(1)), case.at("completeness", key, case.year(1)))


@defect("format", 2)
def two_numbers_in_a_cell(case: Case) -> Expectation:
    """Two figures share one cell."""
    key = case.pick(["tax", "hitech", "cert3"])
    cells = case.report.rows[key]
    cells[1] = f"{cells[1]}、{shifted(cells[1], '7')}"
    return expect(case.at("format", key, case.year(1)), severity="warning")


@defect("format", 3)
def wrong_unit_printed(case: Case) -> Expectation:
    """The cell names a smaller unit than its row: the figure would be ten thousand times too small."""
    key = case.pick(["output", "rev", "tax", "exp"])
    case.report.rows[key][1] += "万元"
    return expect(
        case.at("format", key, case.year(1)),
        *(case.at(kind, key) for kind in ("arithmetic", "consistency", "range")),
    )


@defect("format", 3)
def unit_slip_in_both_years(case: Case) -> Expectation:
    """A row for 亿元 is filled in 万元 without saying so."""
    key = case.pick(["profit", "revabove", "mainout", "tax"])
    case.fill(key, *(str(int(Decimal(v) * 10000)) for v in case.spec.values[key][:2]))
    return expect(*(case.at(kind, key) for kind in ("format", "consistency", "range")))


@defect("format", 3)
def unit_slip_in_one_year(case: Case) -> Expectation:
    """One year of a row for 亿元 is filled in 万元."""
    key = case.pick(["output", "exp", "invest", "rd"])
    cells = case.report.rows[key]
    cells[1] = str(int(Decimal(cells[1]) * 10000))
    return expect(*(case.at(kind, key) for kind in ("format", "arithmetic", "consistency", "range")))


@defect("consistency", 2)
def research_in_wrong_unit(case: Case) -> Expectation:
    """The list of research spending is in 元, not 万元."""
    for row in case.report.lists["rd10"]:
        row[1], row[2] = row[1] + "0000", row[2] + "0000"
    return expect(
        *(Place(kind, "2.4", ("研发投入|集群研发经费",)) for kind in ("consistency", "format", "range"))
    )


@defect("format", 5)
def bad_telephone(case: Case) -> Expectation:
    """A telephone number has a digit too few or too many, or letters."""
    unit, title = ((case.report.org, "集群促进组织"), (case.report.park, "集群核心承载园区"))[case.turn % 2]
    person = case.pick(["head_tel", "contact_tel"])
    unit[person] = case.pick(["1380731002", "0731-840100", "139073100355", "待定", "O731-84O1OO21"])
    return expect(Place("format", "一", ("电话", title, "负责人" if person == "head_tel" else "联系人")),
                  Place("completeness", "一", ("电话", title)))  # fmt: skip


@defect("format", 2)
def impossible_date(case: Case) -> Expectation:
    """A date of approval has a month that does not exist."""
    row = case.report.lists["carriers"][case.turn % 2]
    row[2] = f"{row[2][:4]}年13月"
    words = (f"{row[0]}|技术创新载体", "批准时间")
    return expect(Place("format", "2.4", words), Place("range", "2.4", words), severity="warning")


@defect("range", 2)
def date_in_the_future(case: Case) -> Expectation:
    """A carrier was approved years after the report."""
    row = case.report.lists["carriers"][0]
    row[2] = "2035年6月"
    words = (f"{row[0]}|技术创新载体",)
    return expect(
        *(Place(kind, "2.4", words) for kind in ("range", "format", "consistency")), severity="warning"
    )


@defect("format", 2)
def total_in_words(case: Case) -> Expectation:
    """A project's total investment is in words."""
    row = case.report.lists["projects"][case.turn % 4]
    row[2] = "三亿元左右"
    return expect(Place("format", "2.3", (f"{row[0]}|{row[1]}|项目|总投资",)), severity="warning")
