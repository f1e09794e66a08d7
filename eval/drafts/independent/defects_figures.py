"""Wrong derived figures, impossible values, malformed entries, slips of units."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from .case import Case, Expectation, defect, expect, shifted, times

_SCALED = ["output", "mainout", "rev", "revabove", "tax", "exp", "invest"]
_COUNTS = ["firms", "above", "hitech", "spec", "twoint"]


def _numeric(case: Case, keys: list[str]) -> list[str]:
    def good(text: str) -> bool:
        return text.replace(".", "").replace("-", "").isdigit()

    return [key for key in keys if all(good(cell) for cell in case.report.rows[key][:3])]


def _possible(first: str, second: str, value: str) -> bool:
    """Tell whether figures that round to the printed ones could give the printed growth."""
    a, b, rate = Decimal(first), Decimal(second), Decimal(value)
    half = Decimal(5).scaleb(min(int(a.as_tuple().exponent), int(b.as_tuple().exponent)) - 1)
    low, high = (b - half - a - half) / (a + half) * 100, (b + half - a + half) / (a - half) * 100
    return low - 1 <= rate <= high + 1


def _growth(case: Case, key: str, value: str) -> Expectation:
    cells = case.report.rows[key]
    first, second = (cells[0], cells[2]) if len(cells) == 5 else cells[:2]
    case.need(not _possible(first, second, value))
    cells[-1] = value
    return expect(case.at("arithmetic", key, "增幅"))


def _transposed(text: str) -> str:
    digits = [i for i, c in enumerate(text) if c.isdigit()]
    for i, j in pairwise(digits):
        if text[i] != text[j] and not (i == 0 and text[j] == "0"):
            return text[:i] + text[j] + text[i + 1 : j] + text[i] + text[j + 1 :]
    return shifted(text, "3")


@defect("arithmetic", 4)
def growth_transposed(case: Case) -> Expectation:
    """The growth rate's digits are exchanged."""
    key = case.pick(_numeric(case, _SCALED))
    return _growth(case, key, _transposed(case.report.rows[key][2]))


@defect("arithmetic", 3)
def growth_sign(case: Case) -> Expectation:
    """The growth rate has the wrong sign."""
    key = case.pick(_numeric(case, ["imp", "output", "profit", "fdi", "staff"]))
    value = case.report.rows[key][2]
    case.need(Decimal(value) != 0)
    return _growth(case, key, value[1:] if value.startswith("-") else "-" + value)


@defect("arithmetic", 4)
def growth_decimal_slip(case: Case) -> Expectation:
    """The decimal point slipped by one place."""
    key = case.pick(_numeric(case, [*_SCALED, *_COUNTS]))
    value = Decimal(case.report.rows[key][2])
    case.need(abs(value) > 2)
    return _growth(case, key, str(value / 10 if case.turn % 2 else value * 10))


@defect("arithmetic", 3)
def growth_on_second_year(case: Case) -> Expectation:
    """The difference was divided by the second year."""
    keys = [
        k
        for k in _numeric(case, [*_SCALED, *_COUNTS, "rd", "patents"])
        if abs(Decimal(case.report.rows[k][2])) > 12
    ]
    key = case.pick(keys)
    a, b = (Decimal(cell) for cell in case.report.rows[key][:2])
    return _growth(case, key, str(((b - a) / b * 100).quantize(Decimal("0.1"))))


@defect("arithmetic", 3)
def growth_as_difference(case: Case) -> Expectation:
    """The column holds the difference, not a rate."""
    key = case.pick(_numeric(case, ["above", "hitech", "patents", "firms"]))
    a, b, rate = (Decimal(cell) for cell in case.report.rows[key][:3])
    case.need(abs((b - a) - rate) > 1)
    return _growth(case, key, str(b - a))


@defect("arithmetic", 2)
def growth_as_fraction(case: Case) -> Expectation:
    """A fraction stands where a percentage belongs."""
    key = case.pick(_numeric(case, _SCALED))
    value = Decimal(case.report.rows[key][2])
    return _growth(case, key, str((value / 100).quantize(Decimal("0.001"))))


@defect("arithmetic", 3)
def growth_innovation(case: Case) -> Expectation:
    """A growth rate of 2.4 is plainly wrong."""
    key = case.pick(_numeric(case, ["rd", "patents", "standards", "car_p"]))
    return _growth(case, key, shifted(case.report.rows[key][2], "4.0"))


@defect("arithmetic", 3)
def growth_park(case: Case) -> Expectation:
    """A growth rate of 3.1 is plainly wrong."""
    key = case.pick(["p_gdp", "p_rev", "p_tax", "p_fix", "p_exp", "p_above"])
    return _growth(case, key, shifted(case.report.rows[key][4], "-3.7"))


@defect("arithmetic", 2)
def growth_of_share(case: Case) -> Expectation:
    """The change of a share fits neither points nor relative growth."""
    key = case.pick(["provshare", "cloud", "iip"])
    a, b = (Decimal(cell) for cell in case.report.rows[key][:2])
    return _growth(case, key, str((b - a) + Decimal("31.5")))


@defect("arithmetic", 4)
def figure_transposed(case: Case) -> Expectation:
    """A year's figure has two digits exchanged; the growth rate is that of the right figure."""
    key = case.pick(_numeric(case, ["output", "rev", "tax", "exp", "staff", "patents", "hitech"]))
    which = case.turn % 2
    case.report.rows[key][which] = _transposed(case.report.rows[key][which])
    return expect(case.at("arithmetic", key), case.at("consistency", key))


@defect("arithmetic", 4)
def years_swapped(case: Case) -> Expectation:
    """The figures of the two years changed places."""
    keys = [
        k
        for k in _numeric(case, ["output", "rev", "profit", "exp", "above", "spec", "patents", "rd"])
        if "-" not in case.report.rows[k][2]
    ]
    key = case.pick(keys)
    cells = case.report.rows[key]
    cells[0], cells[1] = cells[1], cells[0]
    return expect(case.at("arithmetic", key), case.at("consistency", key))


@defect("arithmetic", 3)
def patents_per_10k(case: Case) -> Expectation:
    """Patents per ten thousand employees is not patents over employees."""
    cells = case.report.rows["per10k"]
    cells[1] = times(cells[1], "1.30")
    case.regrow("per10k")
    return expect(case.at("arithmetic", "per10k", case.year(1)), case.at("consistency", "per10k"))


@defect("arithmetic", 3)
def tax_per_mu(case: Case) -> Expectation:
    """Tax per mu is not the park's tax over its area."""
    cells = case.report.rows["p_mutax"]
    cells[1] = times(cells[1], "1.45" if case.turn % 2 else "0.1")
    return expect(case.at("arithmetic", "p_mutax", case.year(1)), case.at("consistency", "p_mutax"))


@defect("arithmetic", 3)
def research_growth_rate(case: Case) -> Expectation:
    """The row of the research growth rate contradicts the growth of research spending."""
    cells = case.report.rows["rdgrow"]
    cells[1] = shifted(cells[1], "-5.35")
    return expect(
        case.at("arithmetic", "rdgrow"), case.at("consistency", "rdgrow"), case.at("arithmetic", "rd", "增幅")
    )
