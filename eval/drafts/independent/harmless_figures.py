"""Harmless changes of figures: rounding, signs for nothing, signs of change."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Decimal

from .case import Case

Change = Callable[[Case], None]
CHANGES: dict[str, Change] = {}


def change(function: Change) -> Change:
    """Register a change under its function's name."""
    CHANGES[function.__name__.replace("_", "-")] = function
    return function


def _round(case: Case, mode: str) -> None:
    for key in ("output", "rev", "exp", "staff", "firms", "patents", "rd"):
        cells = case.report.rows[key]
        a, b = Decimal(cells[0]), Decimal(cells[1])
        cells[2] = str(((b - a) / a * 100).quantize(Decimal("0.1"), mode))


@change
def rounded_to_even(case: Case) -> None:
    """Growth rates are rounded as spreadsheets in other settings do."""
    _round(case, ROUND_HALF_EVEN)


@change
def rounded_down(case: Case) -> None:
    """Growth rates are cut."""
    _round(case, ROUND_DOWN)


@change
def whole_percent(case: Case) -> None:
    """Growth rates are rounded to whole percent."""
    for key in ("output", "rev", "exp", "above", "hitech"):
        case.report.rows[key][2] = str(Decimal(case.report.rows[key][2]).quantize(Decimal(1)))


@change
def growth_of_unrounded(case: Case) -> None:
    """The growth rate was worked out from figures with more decimals than printed."""
    case.fill("fdi", "0.3", "0.4")
    case.report.rows["fdi"][2] = "24.6"
    case.report.rows["p_fdi"][:4] = ["2.0", "0.2", "2.1", "0.3"]
    case.report.rows["p_fdi"][4] = "3.8"


@change
def shares_in_points(case: Case) -> None:
    """Changes of shares are percentage points, and say so."""
    for key in ("provshare", "share", "cloud", "iip", "rdstaff", "rdratio"):
        cells = case.report.rows[key]
        cells[2] = f"{Decimal(cells[1]) - Decimal(cells[0])}个百分点"


@change
def shares_relative(case: Case) -> None:
    """Changes of shares are relative growth."""
    for key in ("provshare", "share", "cloud", "iip", "rdstaff", "rdratio"):
        case.regrow(key)


@change
def percent_signs(case: Case) -> None:
    """Every percentage has its sign."""
    for key in ("output", "cloud", "iip", "provshare", "exp", "rev"):
        cells = case.report.rows[key]
        cells[2] += "%"
        if key in {"cloud", "iip", "provshare"}:
            cells[:2] = [cells[0] + "%", cells[1] + "%"]


@change
def plus_signs(case: Case) -> None:
    """Growth rates have a sign in front."""
    for key in ("output", "rev", "exp", "tax"):
        if not case.report.rows[key][2].startswith("-"):
            case.report.rows[key][2] = "+" + case.report.rows[key][2]


@change
def arrows(case: Case) -> None:
    """A falling figure says 下降."""
    cells = case.report.rows["imp"]
    case.need(Decimal(case.spec.values["p_imp"][0]) > 1)
    cells[:] = ["5.00", "4.50", "下降10.0%"] if Decimal(cells[1]) < 9 else ["9.80", "9.31", "下降5.0%"]
    case.report.rows["p_imp"][1], case.report.rows["p_imp"][3] = "0.90", "0.80"
    drop_figures(case, "进口")


def drop_figures(case: Case, word: str) -> None:
    """Drop every sentence of the prose that holds `word`."""
    for paragraphs in case.report.texts.values():
        for paragraph in paragraphs:
            paragraph.parts = [(tag, text) for tag, text in paragraph.parts if word not in text]


@change
def minus_typed_wide(case: Case) -> None:
    """A falling figure has a full-width minus."""
    cells = case.report.rows["imp"]
    case.need(Decimal(case.spec.values["p_imp"][0]) > 1)
    cells[:] = ["5.00", "4.50", "－10.0"]
    case.report.rows["p_imp"][1], case.report.rows["p_imp"][3] = "0.90", "0.80"
    drop_figures(case, "进口")


def _nil(case: Case, sign: str) -> None:
    for key in ("champ_n", "prize_n", "fdi"):
        case.report.rows[key] = [sign, sign, sign if sign in {"—", "/"} else "—"]
    case.report.lists["award"] = []
    case.report.rows["p_fdi"][1] = case.report.rows["p_fdi"][3] = sign
    drop_figures(case, "外资")
    drop_figures(case, "国家级单项冠军")


@change
def nil_dash(case: Case) -> None:
    """Nothing is a dash."""
    _nil(case, "—")


@change
def nil_slash(case: Case) -> None:
    """Nothing is a slash."""
    _nil(case, "/")


@change
def nil_word(case: Case) -> None:
    """Nothing is 无."""
    _nil(case, "无")


@change
def nil_zero(case: Case) -> None:
    """Nothing is 0."""
    _nil(case, "0")


@change
def nothing_before(case: Case) -> None:
    """Last year's figure is zero, so that there is no growth rate."""
    for key in ("prize_n", "champ_n", "fdi"):
        case.report.rows[key] = ["0", "1" if key != "fdi" else "0.05", ""]
    case.report.rows["p_fdi"][1] = "0"
    case.report.rows["p_fdi"][3] = "0.05"
    drop_figures(case, "外资")
    drop_figures(case, "国家级单项冠军")
