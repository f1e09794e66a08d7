"""Turns an XML part of a Word file into paragraphs and tables with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from assistant.checker.readers.ooxml import NAMESPACES, attribute, child, is_word, local, shown
from assistant.checker.readers.wordtext import Anchored, PartText
from assistant.checker.source import Block, Cell, Paragraph, Place, Table, Where, paragraphs
from index.errors import UserError

_MAX_DEPTH = 40
_MOST_PARAGRAPHS = 200_000
_QUOTED = 16

Label = Callable[[etree._Element], str]
Diagram = Callable[[str], list[str]]


class Walker:
    """Reads one part, numbering its paragraphs and tables in document order.

    Args:
        root: the part's root element.
        name: the file's name, for messages.
        where: what kind of part it is; only the body's paragraphs are numbered.
        label: gives a paragraph's automatic number.
        diagram: gives the texts of a SmartArt graphic by the relationship id of its data.

    Attributes:
        unread: contents that this file holds as something else than text.
        charts: number of charts.
    """

    def __init__(
        self,
        root: etree._Element,
        name: str,
        where: Where = "body",
        label: Label = lambda paragraph: "",
        diagram: Diagram = lambda relationship: [],
    ) -> None:
        self._name = name
        self._where = where
        self._label = label
        self._diagram = diagram
        self._text = PartText(root)
        self._numbers: dict[etree._Element, int] = {}
        if where == "body":
            words = root.iter(*(f"{space}p" for space in NAMESPACES))
            self._numbers = {element: number for number, element in enumerate(words)}
        if len(self._numbers) > _MOST_PARAGRAPHS:
            raise UserError(f"{name} 的内容过多，不像参赛报告：请去掉附件、只保留报告后再试。")
        self._tables = 0
        self._before = ""
        self.unread: list[str] = []
        self.charts = 0

    def blocks(
        self,
        container: etree._Element,
        place: Place | None = None,
        depth: int = 0,
        where: Where | None = None,
    ) -> Iterator[Block]:
        """Paragraphs and tables below `container`, whatever wraps them."""
        if depth > _MAX_DEPTH:
            raise UserError(f"{self._name} 中的表格或控件嵌套过深，无法读取：请用 Word 整理后另存再试。")
        joined: Paragraph | None = None
        for found in shown(container):
            name = local(found)
            if name == "p" and is_word(found):
                first, *boxed = self._paragraph(found, place or Place(), depth, where or self._where)
                if joined is not None and isinstance(first, Paragraph):
                    first = replace(
                        first, text=joined.text + first.text, pictures=joined.pictures + first.pictures
                    )
                # A paragraph whose mark was deleted with tracking on goes on in the next one.
                joined = first if isinstance(first, Paragraph) and _mark_deleted(found) else None
                yield from (block for block in (first, *boxed) if block is not joined)
                continue
            if joined is not None:
                yield joined
                joined = None
            if name == "tbl" and is_word(found):
                table = self._table(found, depth, where)
                if table.rows:
                    yield table
            elif name in ("altChunk", "subDoc") and is_word(found):
                self._cannot_read("插入的外部文件")
            else:
                yield from self.blocks(found, place, depth + 1, where)
        if joined is not None:
            yield joined

    def _paragraph(self, element: etree._Element, place: Place, depth: int, where: Where) -> Iterator[Block]:
        text, anchored = self._text.of(element)
        own = Place(self._numbers.get(element), place.table, place.row, place.cell)
        yield Paragraph(text, own, where, anchored.pictures, self._label(element))
        self._before = text.strip() or self._before
        self._note(anchored)
        for box in anchored.boxes:
            yield from self.blocks(box, place, depth + 1, "textbox")
        for relationship in anchored.diagrams:
            for line in self._diagram(relationship):
                yield Paragraph(line, own, "textbox")

    def _note(self, anchored: Anchored) -> None:
        self.charts += anchored.charts
        for kind in anchored.objects:
            self._cannot_read(f"嵌入的{kind}")

    def _cannot_read(self, what: str) -> None:
        after = self._before[:_QUOTED]
        self.unread.append(
            f"“{after}{'…' if len(self._before) > _QUOTED else ''}”之后{what}" if after else what
        )

    def _table(self, element: etree._Element, depth: int, where: Where | None) -> Table:
        index = self._tables
        self._tables += 1
        rows: list[tuple[Cell, ...]] = []
        above: dict[int, Cell] = {}
        for number, row in enumerate(_descend(element, "tr")):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:  # the row was deleted with tracking on
                continue
            cells: list[Cell] = []
            merged: dict[int, Cell] = {}
            column = _count(attribute(child(properties, "gridBefore"), "val"))
            for position, cell in enumerate(_descend(row, "tc")):
                own = child(cell, "tcPr")
                if child(own, "cellDel") is not None:
                    continue
                place = Place(None, index, number, position)
                read = self._cell(cell, place, column, depth, where)
                column = read.end
                if cells and _merge(own, "hMerge") == "continue":
                    cells[-1] = _widened(cells[-1], read)
                    continue
                if merge := _merge(own, "vMerge"):
                    read = _continued(read, above.get(read.start)) if merge == "continue" else read
                    merged[read.start] = read
                cells.append(read)
            above = merged
            rows.append(tuple(cells))
        return Table(index, tuple(rows))

    def _cell(
        self, element: etree._Element, place: Place, column: int, depth: int, where: Where | None
    ) -> Cell:
        span = max(1, _count(attribute(child(element, "tcPr", "gridSpan"), "val")))
        own = tuple(self.blocks(element, place, depth + 1, where))
        first = next((block for block in own if isinstance(block, Paragraph)), None)
        anchor = first.place.paragraph if first else None
        return Cell(own, column, span, Place(anchor, place.table, place.row, place.cell))


def _merge(properties: etree._Element | None, name: str) -> str:
    """`restart` or `continue` for a merged cell, "" for another."""
    merge = child(properties, name)
    return "" if merge is None else attribute(merge, "val") or "continue"


def _widened(cell: Cell, more: Cell) -> Cell:
    """A cell merged with the one to its right."""
    blocks = cell.blocks + tuple(block for block in more.blocks if _filled(block))
    return replace(cell, blocks=blocks, span=more.end - cell.start)


def _continued(cell: Cell, above: Cell | None) -> Cell:
    """A cell merged with the one above, unless it has a content of its own."""
    if above is None or any(_filled(block) for block in cell.blocks):
        return cell
    return Cell(above.blocks, cell.start, cell.span, above.place, continued=True)


def _filled(block: Block) -> bool:
    return any(paragraph.text.strip() or paragraph.pictures for paragraph in paragraphs((block,)))


def _mark_deleted(paragraph: etree._Element) -> bool:
    marks = child(paragraph, "pPr", "rPr")
    return child(marks, "del") is not None or child(marks, "moveFrom") is not None


def _count(text: str | None) -> int:
    """A count of columns; Word's tables have at most 63."""
    return min(int(text[:6]), 200) if text and text.isdecimal() else 0


def _descend(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Children called `name`, looking through content controls and other wrappers."""
    for found in shown(element):
        if local(found) == name and is_word(found):
            yield found
        elif not is_word(found) or local(found) not in ("p", "tbl", "tc", "tr"):
            yield from _descend(found, name)
