"""WordprocessingML for the few things that the blank forms and the Word report are made of."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

Align = Literal["", "center", "right"]

# A4 with the margins of official documents (GB/T 9704): a text block 156 mm wide, in twentieths of a point.
GRID: Final = 24
WIDTH: Final = 8832
_PAGE: Final = (11906, 16838)
_MARGINS: Final = {"top": 1871, "bottom": 1701, "left": 1588, "right": 1474, "header": 851, "footer": 992}


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a cell."""

    text: str
    align: Align = ""
    bold: bool = False


@dataclass
class WordCell:
    """A table cell.

    Attributes:
        lines: its paragraphs.
        span: the grid columns that it covers.
        merge: `restart` or `continue` where merged downwards.
        bold, align: how its lines look, save those that say so themselves.
        diagonal: a line runs from its upper left to its lower right corner.
        middle: its text stands in the middle of its height.
    """

    lines: Sequence[str | Line]
    span: int
    merge: str = ""
    bold: bool = False
    align: Align = ""
    diagonal: bool = False
    middle: bool = True


@dataclass
class WordRow:
    """A table row.

    Attributes:
        cells: its cells.
        height: least height in twentieths of a point.
        heading: it is repeated on each page; only for the first rows of a table.
        splits: it may be cut by the end of a page.
        keep: it stays on the page of the next row.
    """

    cells: list[WordCell]
    height: int = 0
    heading: bool = False
    splits: bool = False
    keep: bool = False


def new_document(title: str) -> Any:
    """An empty `docx.Document` on A4 with Chinese fonts and numbered pages.

    Args:
        title: the title in its properties.
    """
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Pt, Twips

    document = docx.Document()
    _thin(document)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(10.5)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.15
    look = style.element.get_or_add_rPr()
    look.get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    look.append(_element("lang", val="en-US", eastAsia="zh-CN"))
    section = document.sections[0]
    section.page_width, section.page_height = (Twips(size) for size in _PAGE)
    for side, size in _MARGINS.items():
        name = f"{side}_margin" if side in ("top", "bottom", "left", "right") else f"{side}_distance"
        setattr(section, name, Twips(size))
    section.footer.is_linked_to_previous = False
    section.footer.paragraphs[0]._p.getparent().replace(section.footer.paragraphs[0]._p, _page_number())
    properties = document.core_properties
    properties.title, properties.author, properties.comments, properties.language = title, "", "", "zh-CN"
    return document


def _thin(document: Any) -> None:
    """Take out of python-docx's template what no page here needs: most of its bytes."""
    for holder in (document.part, document.part.package):
        for key, relation in list(holder.rels.items()):
            if relation.reltype.rpartition("/")[2] in ("stylesWithEffects", "customXml", "thumbnail"):
                del holder.rels[key]
    for style in list(document.styles.element.style_lst):
        if not style.default:
            style.getparent().remove(style)


def saved(document: Any) -> bytes:
    """The bytes of a document; the same content gives the same bytes."""
    from assistant.checker.reports.package import normalised

    buffer = io.BytesIO()
    document.save(buffer)
    return normalised(buffer.getvalue())


def _page_number() -> Any:
    element = paragraph("— ", align="center")
    field = _element("fldSimple", instr=" PAGE ")
    field.append(_run("1"))
    element.append(field)
    element.append(_run(" —"))
    return element


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _run(text: str, *, bold: bool = False, size: int = 0, font: str = "") -> Any:
    run = _element("r")
    look = _element("rPr")
    if font:
        look.append(_element("rFonts", eastAsia=font))
    if bold:
        look.append(_element("b"))
    if size:
        look.append(_element("sz", val=str(size)))
    if len(look):
        run.append(look)
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(_element("br"))
        words = _element("t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
    return run


def paragraph(
    text: str,
    *,
    bold: bool = False,
    align: Align = "",
    size: int = 0,
    font: str = "",
    outline: int | None = None,
    keep: bool = False,
    space: tuple[int, int] | None = None,
) -> Any:
    """A paragraph of one run; newlines become line breaks.

    Args:
        text: its text.
        bold, align: how it looks.
        size: font size in half points, 0 for the style's.
        font: Chinese font, "" for the style's.
        outline: level in the navigation pane, from 0; None for plain text.
        keep: it stays on the page of what follows.
        space: space before and after, in twentieths of a point.
    """
    element = _element("p")
    properties = _element("pPr")
    if keep:
        properties.append(_element("keepNext"))
    if space is not None:
        properties.append(_element("spacing", before=str(space[0]), after=str(space[1])))
    if align:
        properties.append(_element("jc", val=align))
    if outline is not None:
        properties.append(_element("outlineLvl", val=str(outline)))
    if len(properties):
        element.append(properties)
    if text:
        element.append(_run(text, bold=bold, size=size, font=font))
    return element


def table(rows: Sequence[WordRow], grid: int = GRID, width: int = WIDTH) -> Any:
    """A bordered table on a grid of equal columns.

    Args:
        rows: its rows; the spans of each add up to `grid`.
        grid: number of grid columns.
        width: total width in twentieths of a point.
    """
    element = _element("tbl")
    properties = _element("tblPr")
    properties.append(_element("tblW", w=str(width), type="dxa"))
    properties.append(_element("jc", val="center"))
    borders = _element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(side, val="single", sz="4", space="0", color="000000"))
    properties.append(borders)
    properties.append(_element("tblLayout", type="fixed"))
    margins = _element("tblCellMar")
    for side, size in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85)):
        margins.append(_element(side, w=str(size), type="dxa"))
    properties.append(margins)
    element.append(properties)
    columns = _element("tblGrid")
    for _ in range(grid):
        columns.append(_element("gridCol", w=str(width // grid)))
    element.append(columns)
    for row in rows:
        element.append(_row(row, width // grid))
    return element


def _row(row: WordRow, unit: int) -> Any:
    line = _element("tr")
    properties = _element("trPr")
    if not row.splits:
        properties.append(_element("cantSplit"))
    if row.height:
        properties.append(_element("trHeight", val=str(row.height), hRule="atLeast"))
    if row.heading:
        properties.append(_element("tblHeader"))
    if len(properties):
        line.append(properties)
    for cell in row.cells:
        line.append(_cell(cell, unit, row.keep or row.heading))
    return line


def _cell(cell: WordCell, unit: int, keep: bool) -> Any:
    element = _element("tc")
    properties = _element("tcPr")
    properties.append(_element("tcW", w=str(cell.span * unit), type="dxa"))
    if cell.span > 1:
        properties.append(_element("gridSpan", val=str(cell.span)))
    if cell.merge == "restart":
        properties.append(_element("vMerge", val="restart"))
    elif cell.merge:
        properties.append(_element("vMerge"))
    if cell.diagonal:
        borders = _element("tcBorders")
        borders.append(_element("tl2br", val="single", sz="4", space="0", color="000000"))
        properties.append(borders)
    if cell.middle:
        properties.append(_element("vAlign", val="center"))
    element.append(properties)
    for entry in cell.lines or [""]:
        line = entry if isinstance(entry, Line) else Line(entry, cell.align, cell.bold)
        element.append(paragraph(line.text, bold=line.bold, align=line.align, keep=keep))
    return element
