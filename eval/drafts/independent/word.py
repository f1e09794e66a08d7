"""Writes blocks as a Word file, straight into the XML, with the habits of different Word users."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from .blocks import Block, Box, Break, Cell, Heading, Para, Table

_NS = (
    nsdecls("w")
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    + ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_MARK = 'w:id="{id}" w:author="审稿" w:date="2023-03-01T09:00:00Z"'
_GRID = 60  # divides by every number of columns that the forms have


class Writer:
    """Writes one document."""

    def __init__(self, look: dict[str, str]) -> None:
        self.look = look
        self.font = look.get("font", "仿宋")
        self.size = int(look.get("size", 12)) * 2
        self.document = Document()
        self.body = self.document.element.body
        self.end = self.body[-1]  # the section's properties stay last
        self.footnotes: list[str] = []
        self.serial = 10
        self.single: list[str] | None = [] if look.get("single") == "true" else None
        self.numbering = self._numbering() if look.get("heading") == "auto" else None
        self.pending = ""  # headings that the author puts into the next table's first row

    # --- runs and paragraphs -----------------------------------------------------------------------------

    def _run(self, text: str, *, bold: bool = False, size: int = 0, deleted: bool = False) -> str:
        tag = "w:delText" if deleted else "w:t"
        weight = "<w:b/>" if bold else ""
        fonts = f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{self.font}"/>'
        points = size * 2 or self.size
        inner = f'<{tag} xml:space="preserve">{escape(text)}</{tag}>'
        return f'<w:r><w:rPr>{fonts}{weight}<w:sz w:val="{points}"/></w:rPr>{inner}</w:r>'

    def _mark(self) -> str:
        self.serial += 1
        return _MARK.format(id=self.serial)

    def _runs(self, text: str, *, bold: bool = False, trick: str = "", size: int = 0) -> str:
        run = self._run(text, bold=bold, size=size)
        if trick == "sdt":
            self.serial += 1
            return f'<w:sdt><w:sdtPr><w:id w:val="{self.serial}"/><w:text/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>'
        if trick == "ins":
            old = self._run("待核", deleted=True)
            return f"<w:del {self._mark()}>{old}</w:del><w:ins {self._mark()}>{run}</w:ins>"
        if trick.startswith("footnote:"):
            self.footnotes.append(trick.partition(":")[2])
            return run + f'<w:r><w:footnoteReference w:id="{len(self.footnotes)}"/></w:r>'
        return run

    def _p(self, runs: str, *, align: str = "", style: str = "", number: str = "") -> str:
        properties = f'<w:pStyle w:val="{style}"/>' if style else ""
        properties += number + (f'<w:jc w:val="{align}"/>' if align else "")
        return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"

    def _paragraphs(self, text: str, *, bold: bool = False, trick: str = "") -> str:
        lines = text.split("\n")
        if trick == "textbox":
            return self._textbox(lines)
        return "".join(self._p(self._runs(line, bold=bold, trick=trick)) for line in lines)

    def _textbox(self, lines: list[str]) -> str:
        content = "".join(self._p(self._runs(line)) for line in lines)
        shape = (
            '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="4800000" cy="900000"/>'
            '<wp:docPr id="7" name="文本框 7"/><a:graphic><a:graphicData '
            'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
            f"<wps:spPr/><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
            "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape "
            f'style="width:380pt;height:70pt"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape>'
            "</w:pict></mc:Fallback></mc:AlternateContent>"
        )
        return f"<w:p><w:r>{shape}</w:r></w:p>"

    # --- tables ------------------------------------------------------------------------------------------

    def _cell(self, cell: Cell, units: int) -> str:
        merge = {"start": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}.get(cell.merge, "")
        trick = cell.trick
        if trick == "nested":
            inner = self._p("") + self._tbl([_GRID], [[Cell(cell.text)]]) + self._p("")
        else:
            inner = self._paragraphs(cell.text, bold=cell.bold, trick="" if trick == "cellsdt" else trick)
        made = f'<w:tc><w:tcPr><w:tcW w:w="{units * 150}" w:type="dxa"/><w:gridSpan w:val="{units}"/>{merge}</w:tcPr>{inner}</w:tc>'
        if trick == "cellsdt":
            self.serial += 1
            return f'<w:sdt><w:sdtPr><w:id w:val="{self.serial}"/></w:sdtPr><w:sdtContent>{made}</w:sdtContent></w:sdt>'
        return made

    def _row(self, row: list[Cell], edges: list[int]) -> str:
        cells, column = "", 0
        for cell in row:
            last = min(column + cell.span, len(edges) - 1)
            cells += self._cell(cell, edges[last] - edges[column])
            column = last
        return f"<w:tr>{cells}</w:tr>"

    def _tbl(self, widths: list[int], rows: list[list[Cell]]) -> str:
        edges = _edges(widths)
        body = "".join(self._row(row, edges) for row in rows)
        return _tbl(body)

    # --- blocks ------------------------------------------------------------------------------------------

    def write(self, blocks: list[Block]) -> None:
        """Write every block in order."""
        for block in blocks:
            self._block(block)
        if self.single:
            self._add(_tbl("".join(self.single)))
        self._flush()
        if self.footnotes:
            self._footnote_part()

    def _block(self, block: Block) -> None:
        if isinstance(block, Break):
            self._add('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        elif isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Table):
            if block.name.endswith("续"):
                self._flush()
            self._table(block.widths, block.rows)
        elif isinstance(block, Box):
            text = [[Cell("\n".join(p.text for p in block.paragraphs))]]
            self._table([1], text, [p.trick for p in block.paragraphs][-1:])
        elif block.trick == "toc":
            self._toc(block)
        else:
            self._para(block)

    def _para(self, block: Para) -> None:
        if self.single is not None and not block.size:
            self._full_row(block.text)
            return
        runs = self._runs(block.text, bold=block.bold, trick=block.trick, size=block.size)
        self._add(self._p(runs, align=block.align))

    def _heading(self, block: Heading) -> None:
        kind = self.look.get("heading", "style")
        if self.single is not None:
            self._full_row(block.text)
        elif kind == "row" and block.level == 2:
            self._flush()
            self.pending = block.text
        elif kind == "auto" and self.numbering:
            number = (
                f'<w:numPr><w:ilvl w:val="{block.level - 1}"/><w:numId w:val="{self.numbering}"/></w:numPr>'
            )
            self._add(
                self._p(self._runs(block.title, bold=True), style=f"Heading{block.level}", number=number)
            )
        else:
            style = f"Heading{block.level}" if kind == "style" else ""
            self._add(self._p(self._runs(block.text, bold=True), style=style))

    def _full_row(self, text: str) -> None:
        assert self.single is not None
        self.single.append(self._row([Cell(text)], [0, _GRID]))

    def _table(self, widths: list[int], rows: list[list[Cell]], tricks: list[str] | None = None) -> None:
        edges = _edges(widths)
        made = [self._row(row, edges) for row in rows]
        if self.pending:
            made.insert(0, self._row([Cell(self.pending, bold=True)], [0, _GRID]))
            self.pending = ""
        if self.single is not None:
            self.single += made
            return
        self._add(_tbl("".join(made)))
        self._add(self._p(""))

    def _flush(self) -> None:
        if self.pending:
            self._add(self._p(self._runs(self.pending, bold=True)))
            self.pending = ""

    def _toc(self, block: Para) -> None:
        lines = [
            "一、集群基本信息\t2",
            "二、集群发展总体情况\t4",
            "三、集群核心承载园区情况\t15",
            "四、集群发展促进组织情况\t20",
        ]
        if self.look.get("stage") == "决赛":
            lines[-1] = "四、集群发展促进组织运营情况\t20"
        content = self._p(self._runs(block.text, bold=True), align="center")
        content += "".join(self._p(self._runs(line), style="") for line in lines)
        self._add(
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def _add(self, xml: str) -> None:
        if self.pending and xml.startswith("<w:p>"):
            text, self.pending = self.pending, ""
            self._add(self._p(self._runs(text, bold=True)))
        tag = re.match(r"<([\w:]+)", xml)
        assert tag
        self.end.addprevious(parse_xml(xml.replace(f"<{tag[1]}", f"<{tag[1]} {_NS}", 1)))

    # --- parts of the package ----------------------------------------------------------------------------

    def _numbering(self) -> str:
        part = self.document.part.numbering_part.element
        levels = (
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>'
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>'
        )
        part.insert(
            0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>')
        )
        part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
        return "77"

    def _footnote_part(self) -> None:
        notes = "".join(
            f'<w:footnote w:id="{i}">{self._p(self._runs(text))}</w:footnote>'
            for i, text in enumerate(self.footnotes, 1)
        )
        xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{notes}</w:footnotes>'
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), self.document.part.package)
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def save(self, path: Path) -> None:
        """Save with a fixed time stamp: the same blocks give the same bytes."""
        raw = io.BytesIO()
        self.document.save(raw)
        with zipfile.ZipFile(raw) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                target.writestr(
                    zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), source.read(name), zipfile.ZIP_DEFLATED
                )


def _edges(widths: list[int]) -> list[int]:
    total, edges, done = sum(widths), [0], 0
    for width in widths:
        done += width
        edges.append(max(edges[-1] + 1, round(done * _GRID / total)))
    return edges


def _tbl(rows: str) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = '<w:gridCol w:w="150"/>' * _GRID
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_GRID * 150}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def write(blocks: list[Block], look: dict[str, str], path: Path) -> None:
    """Write `blocks` to the Word file `path`."""
    writer = Writer(look)
    writer.write(blocks)
    writer.save(path)
