"""Word files, read from their XML so that nothing a reader of the page sees is dropped.

Content controls, tracked insertions, text boxes, merged cells and automatic numbers are in; tracked
deletions, hidden text, field codes, headers and footers are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from index.errors import UserError
from index.parsing.markers import find_marker
from index.parsing.readers.archive import OfficeArchive
from index.parsing.readers.docx_numbering import Numbering
from index.parsing.readers.docx_xml import MC, W, attribute, is_on
from index.parsing.readers.extracted import Extracted
from index.parsing.readers.grid import Cell, write_table

_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rPr", f"{W}pPr", f"{W}rt"}


def read_docx(data: bytes, name: str) -> Extracted:
    """A .docx file's text in reading order.

    Args:
        data: the file's bytes.
        name: its name, for messages.

    Raises:
        UserError: the file is encrypted, broken, or unpacks to far more than a document.
    """
    archive = OfficeArchive(data, name)

    def part(path: str) -> etree._Element | None:
        return archive.xml(path) if archive.has(path) else None

    document = part("word/document.xml")
    if document is None:
        raise UserError(f"{name} 不是 Word 文档：请用 Word 另存为 .docx 后再试")
    numbering = Numbering(part("word/numbering.xml"), part("word/styles.xml"))
    title = _declared_title(part("docProps/core.xml"))
    body = document.find(f"{W}body")
    blocks = _Walker(numbering).blocks(body) if body is not None else []
    return Extracted("\n\n".join(block for block in blocks if block.strip()) + "\n", title)


def _declared_title(core: etree._Element | None) -> str:
    found = core.find("{http://purl.org/dc/elements/1.1/}title") if core is not None else None
    return (found.text or "").strip() if found is not None else ""


class _Walker:
    """Turns block content into lines of text and pipe tables."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering

    def blocks(self, container: etree._Element) -> list[str]:
        """The blocks of a body, a cell, a content control or a text box."""
        found: list[str] = []
        for element in _children(container):
            if element.tag == f"{W}p":
                found += self._paragraph(element)
            elif element.tag == f"{W}tbl":
                found.append(self._table(element))
        return found

    def _paragraph(self, element: etree._Element) -> list[str]:
        boxes: list[etree._Element] = []
        text = "".join(_inline(element, boxes)).strip(" \t")
        number = self._numbering.label(element) if text.strip() else ""
        line = number + text
        level = self._numbering.heading_level(element)
        if (
            level
            and 0 < len(line.strip()) <= 60
            and "\n" not in line.strip()
            and find_marker(line.strip()) is None
        ):
            line = "#" * level + " " + line.strip()
        blocks = [line]
        for box in boxes:
            blocks += self.blocks(box)
        return blocks

    def _table(self, table: etree._Element) -> str:
        rows: list[list[Cell]] = []
        for row in _children(table, f"{W}tr"):
            if row.tag != f"{W}tr" or is_on(row.find(f"{W}trPr/{W}del")):
                continue
            before = attribute(row.find(f"{W}trPr/{W}gridBefore"), "val")
            cells = [Cell("")] * (min(int(before[:6]), 200) if before.isdecimal() else 0)
            cells += [self._cell(cell) for cell in _children(row, f"{W}tc") if cell.tag == f"{W}tc"]
            if cells:
                rows.append(cells)
        return write_table(rows)

    def _cell(self, cell: etree._Element) -> Cell:
        span = attribute(cell.find(f"{W}tcPr/{W}gridSpan"), "val")
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        continues = merge is not None and attribute(merge, "val") in ("", "continue")
        blocks = [re.sub(r"^#+ ", "", block) for block in self.blocks(cell)]
        text = "\n".join(_flat(block) for block in blocks if block.strip())
        return Cell(text, max(1, int(span[:6])) if span.isdecimal() else 1, continues=continues)


def _flat(block: str) -> str:
    """A nested table inside a cell, as words."""
    if not block.startswith("|"):
        return block
    rows = [line for line in block.split("\n") if not re.fullmatch(r"[|\s-]+", line)]
    return "；".join(
        " ".join(cell.strip() for cell in row.strip("|").split("|") if cell.strip()) for row in rows
    )


def _children(container: etree._Element, wanted: str = "") -> Iterator[etree._Element]:
    """Block elements, looking through content controls, tracked insertions and alternatives."""
    for child in container:
        if child.tag in (f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"):
            yield child
        elif child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None:
                yield from _children(content, wanted)
        elif child.tag == f"{MC}AlternateContent":
            choice = child.find(f"{MC}Choice")
            chosen = choice if choice is not None else child.find(f"{MC}Fallback")
            if chosen is not None:
                yield from _children(chosen, wanted)
        elif child.tag in (f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
            yield from _children(child, wanted)


def _inline(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    """The words of a paragraph; text boxes found on the way are put into `boxes`."""
    for child in element:
        tag = child.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            continue
        if tag == f"{W}r" and is_on(child.find(f"{W}rPr/{W}vanish")):
            continue
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in (f"{W}tab", f"{W}ptab"):
            yield " "
        elif tag in (f"{W}br", f"{W}cr"):
            yield "\f" if attribute(child, "type") == "page" else "\n"
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag == f"{W}sym":
            yield _symbol(child)
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag == f"{MC}AlternateContent":
            choice = child.find(f"{MC}Choice")
            chosen = choice if choice is not None else child.find(f"{MC}Fallback")
            if chosen is not None:
                yield from _inline(chosen, boxes)
        else:
            yield from _inline(child, boxes)


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font: a tick or a box where the code is known, else nothing."""
    code = attribute(element, "char").upper()
    return {"F0FE": "☑", "F052": "☑", "F0A8": "□", "F06F": "□", "F0FC": "√", "F050": "√"}.get(code, "")
