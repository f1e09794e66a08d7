"""WordprocessingML for the few things that the blank forms are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass
class WordCell:
    """A table cell: its lines, the grid columns it spans, and `restart` or `continue` where merged downwards."""

    lines: Sequence[str]
    span: int
    merge: str = ""
    bold: bool = False


@dataclass
class WordRow:
    """A table row."""

    cells: list[WordCell]


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def paragraph(text: str, *, bold: bool = False, centred: bool = False, size: int = 0) -> Any:
    """A paragraph of one run; newlines become line breaks.

    Args:
        text: its text.
        bold, centred: how it looks.
        size: font size in half points, 0 for the style's.
    """
    element = _element("p")
    if centred:
        properties = _element("pPr")
        properties.append(_element("jc", val="center"))
        element.append(properties)
    if not text:
        return element
    run = _element("r")
    if bold or size:
        look = _element("rPr")
        if bold:
            look.append(_element("b"))
        if size:
            look.append(_element("sz", val=str(size)))
        run.append(look)
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(_element("br"))
        words = _element("t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
    element.append(run)
    return element


def table(rows: Sequence[WordRow], grid: int, width: int) -> Any:
    """A bordered table on a grid of equal columns.

    Args:
        rows: its rows; the spans of each add up to `grid`.
        grid: number of grid columns.
        width: total width in twentieths of a point.
    """
    element = _element("tbl")
    properties = _element("tblPr")
    borders = _element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(side, val="single", sz="4", space="0", color="000000"))
    properties.append(_element("tblW", w=str(width), type="dxa"))
    properties.append(borders)
    properties.append(_element("tblLayout", type="fixed"))
    element.append(properties)
    columns = _element("tblGrid")
    for _ in range(grid):
        columns.append(_element("gridCol", w=str(width // grid)))
    element.append(columns)
    for row in rows:
        line = _element("tr")
        for cell in row.cells:
            line.append(_cell(cell, width // grid))
        element.append(line)
    return element


def _cell(cell: WordCell, unit: int) -> Any:
    element = _element("tc")
    properties = _element("tcPr")
    properties.append(_element("tcW", w=str(cell.span * unit), type="dxa"))
    if cell.span > 1:
        properties.append(_element("gridSpan", val=str(cell.span)))
    if cell.merge == "restart":
        properties.append(_element("vMerge", val="restart"))
    elif cell.merge:
        properties.append(_element("vMerge"))
    element.append(properties)
    for line in cell.lines or [""]:
        element.append(paragraph(line, bold=cell.bold))
    return element
