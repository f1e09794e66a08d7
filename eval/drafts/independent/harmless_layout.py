"""Harmless changes of layout: the same report as another Word user would have typed it."""

from __future__ import annotations

from .case import Case
from .harmless_figures import change


def _look(case: Case, **features: str) -> None:
    case.report.look |= features


@change
def heads_in_table_rows(case: Case) -> None:
    """Section titles stand in the tables' first rows, long tables run over the page, digits are full-width."""
    _look(case, heading="row", boxed="true", split="true", fullwidth="true")


@change
def one_big_table(case: Case) -> None:
    """The whole report is one table."""
    _look(case, single="true")


@change
def automatic_numbers(case: Case) -> None:
    """Word numbers the headings; rows and lists have serial numbers; labels are spaced out."""
    _look(case, heading="auto", labels="numbered", serial="true", spaced="true")


@change
def word_tricks(case: Case) -> None:
    """Content controls, tracked insertions, a text box, nested tables and a footnote hold the text."""
    _look(case, tricks="sdt,cellsdt,ins,textbox,nested,footnote")


@change
def units_in_cells(case: Case) -> None:
    """Every figure has its unit and separators of thousands."""
    _look(case, units="true", thousands="true", percent="true")


@change
def short_and_broken_labels(case: Case) -> None:
    """Labels break before the bracket, heads of the ten largest firms are in one row, instructions stay."""
    _look(case, labels="broken", flat="true", instructions="true", heading="bold", numbers="wide")


@change
def page_column(case: Case) -> None:
    """Page numbers of proof have a column of their own."""
    case.need(case.first and case.report.pages)
    _look(case, evidence="column")


@change
def levels_in_short(case: Case) -> None:
    """Levels in the lists are 国家 and 省."""
    for name in ("carriers", "green", "demo", "award", "plat"):
        for row in case.report.lists[name]:
            row[1] = row[1].removesuffix("级")


@change
def firms_in_short(case: Case) -> None:
    """The list of research spending leaves the legal form out of the firms' names."""
    for row in case.report.lists["rd10"]:
        row[0] = row[0].removesuffix("有限公司").removesuffix("股份").removesuffix("有限责任公司")
