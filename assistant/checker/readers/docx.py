"""Reads Word files by walking their XML, so that nothing which Word shows is dropped.

Content controls, tracked insertions, moved text, text boxes, nested and merged tables, footnotes and endnotes
are read; tracked deletions, field codes and hidden fallbacks are not, since Word does not print them.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from assistant.checker.source import Block, Cell, Paragraph, Place, Source, Table, Where, paragraphs
from index.errors import UserError
from index.parsing.readers.archive import OfficeArchive

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
# Containers that Word shows through; everything else below a paragraph or a body is looked into as well,
# save for these, which hold no printed text.
_SKIPPED = frozenset({"del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "tblPr", "tcPr",
                      "trPr", "sectPr", "sdtPr", "sdtEndPr", "tblGrid", "Fallback"})  # fmt: skip
_MAX_DEPTH = 40


def read_docx(data: bytes, name: str) -> Source:
    """Read a Word file.

    Args:
        data: the file's bytes.
        name: its name, for messages.

    Raises:
        UserError: not a Word file, damaged, encrypted, or larger than a report can be.
    """
    archive = OfficeArchive(data, name)
    main = _main_part(archive, name)
    root = archive.xml(main)
    walker = _Walker(root)
    body = walker.find_body()
    if body is None:
        raise UserError(f"{name} 中没有正文：请用 Word 打开检查并另存后再试。")
    blocks = tuple(walker.blocks(body))
    folder = main.rpartition("/")[0]
    notes = tuple(_part_paragraphs(archive, f"{folder}/footnotes.xml", "footnote")) + tuple(
        _part_paragraphs(archive, f"{folder}/endnotes.xml", "endnote")
    )
    margins: list[Paragraph] = []
    for part in sorted(archive.names()):
        if part.startswith((f"{folder}/header", f"{folder}/footer")) and part.endswith(".xml"):
            where: Where = "header" if "/header" in part else "footer"
            margins.extend(_part_paragraphs(archive, part, where))
    return Source("docx", blocks, notes, tuple(margins))


def _main_part(archive: OfficeArchive, name: str) -> str:
    if archive.has("_rels/.rels"):
        for relation in archive.xml("_rels/.rels"):
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                target = str(relation.get("Target", "")).lstrip("/")
                if archive.has(target) and target.startswith("word/"):
                    return target
    if archive.has("word/document.xml"):
        return "word/document.xml"
    kinds = {"xl/": "Excel 表格", "ppt/": "PowerPoint 演示文稿"}
    for prefix, kind in kinds.items():
        if any(entry.startswith(prefix) for entry in archive.names()):
            raise UserError(f"{name} 是{kind}：请提供 Word（.docx）文件。")
    raise UserError(
        f"{name} 不是有效的 Word 文件（可能已损坏，"
        "或由其他格式改名而来）：请用 Word 或 WPS 另存为 .docx 后再试。"
    )


def _part_paragraphs(archive: OfficeArchive, part: str, where: Where) -> Iterator[Paragraph]:
    if not archive.has(part):
        return
    root = archive.xml(part)
    walker = _Walker(root, where=where, numbered=False)
    for paragraph in walker.paragraphs_of(root):
        if paragraph.text.strip():
            yield paragraph


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _is_word(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith((f"{{{W}}}", f"{{{_STRICT}}}"))


def _attribute(element: etree._Element | None, name: str) -> str | None:
    if element is None:
        return None
    value = element.get(f"{{{W}}}{name}")
    return value if value is not None else element.get(f"{{{_STRICT}}}{name}")


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    if element is None:
        return None
    return next((child for child in element if _is_word(child) and _local(child) == name), None)


class _Walker:
    """Turns one XML part into blocks, numbering its paragraphs and tables in document order."""

    def __init__(self, root: etree._Element, where: Where = "body", numbered: bool = True) -> None:
        self._root = root
        self._where = where
        self._numbers: dict[etree._Element, int] = {}
        if numbered:
            words = (element for element in root.iter() if _is_word(element) and _local(element) == "p")
            self._numbers = {element: number for number, element in enumerate(words)}
        self._tables = 0

    def find_body(self) -> etree._Element | None:
        return _child(self._root, "body")

    def blocks(
        self,
        container: etree._Element,
        place: Place | None = None,
        depth: int = 0,
        where: Where | None = None,
    ) -> Iterator[Block]:
        """Paragraphs and tables below `container`, whatever wraps them."""
        if depth > _MAX_DEPTH:
            raise UserError("文件中的表格或控件嵌套过深，无法读取：请用 Word 整理后另存再试。")
        for child in container:
            name = _local(child)
            if not name or name in _SKIPPED:
                continue
            if name == "p" and _is_word(child):
                yield from self._paragraph(child, place or Place(), depth, where or self._where)
            elif name == "tbl" and _is_word(child):
                table = self._table(child, depth, where)
                if table.rows:
                    yield table
            else:
                yield from self.blocks(child, place, depth + 1, where)

    def paragraphs_of(self, container: etree._Element) -> Iterator[Paragraph]:
        """All paragraphs below `container`, those in tables included."""
        yield from paragraphs(tuple(self.blocks(container)))

    def _paragraph(self, element: etree._Element, place: Place, depth: int, where: Where) -> Iterator[Block]:
        boxes: list[etree._Element] = []
        text = "".join(_texts(element, boxes))
        own = Place(self._numbers.get(element), place.table, place.row, place.cell)
        pictures = sum(1 for part in element.iter() if _local(part) in ("blip", "imagedata"))
        yield Paragraph(text, own, where, pictures)
        for box in boxes:
            yield from self.blocks(box, place, depth + 1, "textbox")

    def _table(self, element: etree._Element, depth: int, where: Where | None) -> Table:
        index = self._tables
        self._tables += 1
        rows: list[tuple[Cell, ...]] = []
        open_cells: dict[int, Cell] = {}
        for number, row in enumerate(_descend(element, "tr")):
            if _child(_child(row, "trPr"), "del") is not None:  # the row was deleted with tracking on
                continue
            cells: list[Cell] = []
            column = _integer(_attribute(_child(_child(row, "trPr"), "gridBefore"), "val"))
            for position, cell in enumerate(_descend(row, "tc")):
                read = self._cell(
                    cell, Place(None, index, number, position), column, depth, where, open_cells
                )
                cells.append(read)
                column = read.end
            rows.append(tuple(cells))
        return Table(index, tuple(rows))

    def _cell(
        self,
        element: etree._Element,
        place: Place,
        column: int,
        depth: int,
        where: Where | None,
        open_cells: dict[int, Cell],
    ) -> Cell:
        properties = _child(element, "tcPr")
        span = max(1, _integer(_attribute(_child(properties, "gridSpan"), "val")))
        merge = _child(properties, "vMerge")
        continued = merge is not None and (_attribute(merge, "val") or "continue") == "continue"
        own = tuple(self.blocks(element, place, depth + 1, where))
        above = open_cells.get(column)
        if continued and above is not None and not any(block_text(block) for block in own):
            return Cell(above.blocks, column, span, above.place, continued=True)
        first = next((block for block in own if isinstance(block, Paragraph)), None)
        anchor = first.place.paragraph if first else None
        cell = Cell(own, column, span, Place(anchor, place.table, place.row, place.cell))
        if merge is not None:
            open_cells[column] = cell
        else:
            open_cells.pop(column, None)
        return cell


def block_text(block: Block) -> str:
    """The stripped text of a block."""
    return "".join(paragraph.text for paragraph in paragraphs((block,))).strip()


def _integer(text: str | None) -> int:
    """A count of columns; Word's tables have at most 63."""
    return min(int(text[:6]), 200) if text and text.isdecimal() else 0


def _descend(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Children called `name`, looking through content controls and other wrappers."""
    for child in element:
        local = _local(child)
        if not local or local in _SKIPPED:
            continue
        if local == name and _is_word(child):
            yield child
        elif local not in ("p", "tbl", "tc", "tr"):
            yield from _descend(child, name)


def _texts(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    """The printed text of a paragraph; text boxes anchored in it are put into `boxes`."""
    for child in element:
        name = _local(child)
        if not name or name in _SKIPPED:
            continue
        if name == "txbxContent":
            boxes.append(child)
        elif name == "t":  # formulas (m:t) included
            yield child.text or ""
        elif not _is_word(child):
            yield from _texts(child, boxes)
        elif name in ("tab", "ptab"):
            yield "\t"
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        elif name == "sym":
            yield _symbol(child)
        else:
            yield from _texts(child, boxes)


def _symbol(element: etree._Element) -> str:
    """A symbol of a symbol font: ticked boxes are told from empty ones, the rest is a place holder."""
    code = (_attribute(element, "char") or "").upper()[-2:]
    return {"FE": "☑", "FD": "☒", "52": "☑", "A8": "☐", "6F": "☐", "FC": "√"}.get(code, "•")
