"""Places that disagree: parts and wholes, counts and lists, tables and prose, names from section to section."""

from __future__ import annotations

from decimal import Decimal

from .case import Case, Expectation, Place, defect, expect, times


def _over(case: Case, part: str, whole: str, factor: str = "1.12") -> Expectation:
    """Fill the row `part` in both years with more than the row `whole`."""
    case.fill(part, *(times(value, factor) for value in case.spec.values[whole][:2]))
    return expect(case.at("consistency", part), case.at("consistency", whole), case.at("range", part))


@defect("consistency", 3)
def main_industry_over_total(case: Case) -> Expectation:
    """The main industry produces more than the cluster."""
    return _over(case, "mainout", "output")


@defect("consistency", 2)
def large_firms_over_all(case: Case) -> Expectation:
    """The larger firms' revenue exceeds that of all firms."""
    return _over(case, "revabove", "rev")


@defect("consistency", 2)
def profit_over_revenue(case: Case) -> Expectation:
    """Profit exceeds revenue."""
    return _over(case, "profit", "rev", "1.30")


@defect("consistency", 4)
def kinds_over_firms(case: Case) -> Expectation:
    """Firms of one kind outnumber all firms."""
    key = case.pick(["above", "hitech", "spec", "twoint", "cert3"])
    factor = Decimal("1.2")
    case.fill(key, *(str(int(Decimal(v) * factor)) for v in case.spec.values["firms"][:2]))
    return expect(case.at("consistency", key), case.at("consistency", "firms"), case.at("range", key))


@defect("consistency", 2)
def research_over_revenue(case: Case) -> Expectation:
    """Research spending exceeds revenue."""
    case.fill("rd", *(times(v, "1.5") for v in case.spec.values["rev"][:2]))
    return expect(case.at("consistency", "rd"), case.at("range", "rd"), case.at("consistency", "rev"))


@defect("consistency", 3)
def top_ten_over_total(case: Case) -> Expectation:
    """The ten largest firms together earn more than the cluster."""
    line = case.spec.raw["firms"][0].split("|")
    line[3] = " ".join(case.spec.values["rev"][:2])
    line[5] = "0.1 0.1"
    case.spec.raw["firms"][0] = "|".join(line)
    return expect(Place("consistency", "2.2", ("排名前十|营业收入",)), case.at("consistency", "rev"))


@defect("consistency", 3)
def research_list_over_total(case: Case) -> Expectation:
    """The ten listed firms spend more on research than the cluster."""
    for row in case.report.lists["rd10"]:
        row[1], row[2] = (str(int(Decimal(cell) * 4)) for cell in row[1:3])
    return expect(Place("consistency", "2.4", ("研发投入|研发经费",)))


@defect("consistency", 4)
def carriers_not_as_listed(case: Case) -> Expectation:
    """The number of provincial carriers is not the number of those listed."""
    cells = case.report.rows["car_p"]
    cells[1] = str(int(cells[1]) + 4)
    case.regrow("car_p")
    return expect(
        case.at("consistency", "car_p", case.year(1)), Place("consistency", "2.4", ("技术创新载体",))
    )


@defect("consistency", 3)
def listed_carrier_lost(case: Case) -> Expectation:
    """Carriers are missing in the list."""
    rows = case.report.lists["carriers"]
    lost = [row for row in rows if row[1] == "省级" and "设计" not in row[0]][:2]
    case.need(len(lost) == 2)
    case.report.lists["carriers"] = [row for row in rows if row not in lost]
    return expect(
        Place("consistency", "2.4", ("技术创新载体",)), Place("completeness", "2.4", ("技术创新载体",))
    )


@defect("consistency", 3)
def green_not_as_listed(case: Case) -> Expectation:
    """The number of green factories is not the number of those listed."""
    case.report.rows["green"][1] = str(int(case.report.rows["green"][1]) + 3)
    return expect(case.at("consistency", "green"))


@defect("consistency", 3)
def platforms_not_as_listed(case: Case) -> Expectation:
    """Fewer platforms are listed than counted."""
    case.report.lists["plat"].pop()
    words = ("公共服务平台",)
    return expect(
        case.at("consistency", "plat"),
        *(Place(kind, "2.7", words) for kind in ("consistency", "completeness")),
    )


@defect("consistency", 3)
def cluster_over_park(case: Case) -> Expectation:
    """The cluster's part of a park figure exceeds the park's total."""
    key = case.pick(["p_rev", "p_tax", "p_exp", "p_fix", "p_above"])
    cells = case.report.rows[key]
    whole = key == "p_above"
    cells[3] = str(int(Decimal(cells[2]) * 2)) if whole else times(cells[2], "1.2")
    return expect(case.at("consistency", key, case.year(1)), case.at("range", key, case.year(1)))


@defect("consistency", 3)
def park_part_over_cluster(case: Case) -> Expectation:
    """The cluster's exports or revenue in the park exceed those of the whole cluster."""
    key, whole = (("p_exp", "exp"), ("p_rev", "revabove"), ("p_tax", "tax"), ("p_above", "above"))[
        case.turn % 4
    ]
    cells, total = case.spec.values[key], case.spec.values[whole]
    for place, value in ((1, total[0]), (3, total[1])):
        cells[place] = str(int(Decimal(value) * Decimal("1.4"))) if whole == "above" else times(value, "1.4")
        case.need(Decimal(cells[place]) < Decimal(cells[place - 1]))
    return expect(case.at("consistency", key), case.at("consistency", whole), severity="warning")


@defect("consistency", 4)
def base_year_of_goals(case: Case) -> Expectation:
    """Last year's value in 5.1 is not that of 2.1."""
    case.need(case.first)
    cells = case.report.rows["g_output"]
    cells[0] = times(cells[0], "0.93" if case.turn % 2 else "1.06")
    return expect(
        Place("consistency", "5.1", ("集群总产值", "上一年|实际值")), case.at("consistency", "output")
    )


@defect("consistency", 3)
def goals_over_actuals(case: Case) -> Expectation:
    """Last year's value of a part in 5.1 exceeds the cluster's in chapter two."""
    case.need(case.first)
    key, whole = (("g_rev", "rev"), ("g_profit", "profit"), ("g_tax", "tax"), ("g_above", "above"))[
        case.turn % 4
    ]
    value = case.spec.values[whole][1]
    cells = case.report.rows[key]
    cells[0] = str(int(Decimal(value) * Decimal("1.25"))) if whole == "above" else times(value, "1.25")
    cells[1:] = [
        str(int(Decimal(cells[0]) * factor)) if whole == "above" else times(cells[0], str(factor))
        for factor in (Decimal("1.1"), Decimal("1.2"), Decimal("1.3"))
    ]
    return expect(case.at("consistency", key), case.at("consistency", whole), severity="warning")


@defect("consistency", 2)
def wrong_order(case: Case) -> Expectation:
    """The ten largest firms are not in order of revenue."""
    rows = case.report.lists["top10"]
    rows[1], rows[6] = rows[6], rows[1]
    return expect(
        *(Place(kind, "2.2", ("排名前十|营业收入",)) for kind in ("consistency", "format", "completeness")),
        severity="warning",
    )


@defect("consistency", 2)
def firm_listed_twice(case: Case) -> Expectation:
    """One firm stands twice among the ten largest."""
    rows = case.report.lists["top10"]
    rows[5] = [rows[4][0], *rows[5][1:]]
    return expect(Place("consistency", "2.2", (f"排名前十|{rows[4][0]}",)), severity="warning")


@defect("consistency", 2)
def firm_research_over_revenue(case: Case) -> Expectation:
    """A firm spends more on research than it earns."""
    name, revenue = case.report.lists["top10"][8][0], case.report.lists["top10"][8][3]
    for row in case.report.lists["rd10"]:
        if row[0] == name:
            row[2] = str(int(Decimal(revenue) * 10000 * 2))
    return expect(Place("consistency", "2.4", (f"研发投入|{name}",)), Place("range", "2.4", (f"研发投入|{name}",)),
                  Place("consistency", "2.2", (name,)), Place("consistency", "2.4", ("研发经费",)), severity="warning")  # fmt: skip


@defect("consistency", 2)
def design_centres_not_as_listed(case: Case) -> Expectation:
    """More provincial design centres are counted than listed."""
    cells = case.report.rows["des_p"]
    case.need(cells[1].isdigit())
    cells[1] = str(int(cells[1]) + 5)
    case.need(cells[0].isdigit() and cells[0] != "0")
    case.regrow("des_p")
    return expect(
        case.at("consistency", "des_p"), Place("consistency", "2.4", ("技术创新载体",)), severity="warning"
    )


@defect("consistency", 2)
def national_level_lost(case: Case) -> Expectation:
    """A carrier counted as national is listed as provincial."""
    rows = [row for row in case.report.lists["carriers"] if row[1] == "国家级"]
    case.need(rows)
    rows[0][1] = "省级"
    return expect(
        case.at("consistency", "car_n"),
        case.at("consistency", "car_p"),
        Place("consistency", "2.4", ("技术创新载体",)),
    )
