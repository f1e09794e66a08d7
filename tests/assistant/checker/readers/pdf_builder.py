"""Writes small PDF files by hand: text, lines, pictures, fields, so that tests need no program for it."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842


@dataclass
class Sheet:
    """One page; coordinates are in points from the upper left corner."""

    commands: list[str] = field(default_factory=list)
    pictures: list[tuple[bytes, int, int]] = field(default_factory=list)
    annotations: list[bytes] = field(default_factory=list)
    rotate: int = 0

    def text(
        self, x: float, y: float, words: str, size: float = 11, mode: int = 0, matrix: str = "1 0 0 1"
    ) -> None:
        """Text whose base line is at `y`; `mode` 3 is unseen."""
        code = words.encode("utf-16-be").hex()
        self.commands.append(f"BT {mode} Tr /F1 {size} Tf {matrix} {x} {HEIGHT - y} Tm <{code}> Tj ET")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A straight line."""
        self.commands.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")

    def picture(self, x: float, y: float, width: float, height: float, side: int = 40) -> None:
        """A grey picture with its upper left corner at (x, y)."""
        self.pictures.append((zlib.compress(b"\x99" * side * side), side, side))
        name = f"/I{len(self.pictures)}"
        self.commands.append(f"q {width} 0 0 {height} {x} {HEIGHT - y - height} cm {name} Do Q")

    def table(
        self, x: float, y: float, widths: list[float], rows: list[list[str]], height: float = 22
    ) -> float:
        """A ruled table, a line of text in each cell; gives the y below it."""
        right = x + sum(widths)
        for number, row in enumerate(rows):
            top = y + number * height
            self.line(x, top, right, top)
            left = x
            for width, words in zip(widths, row, strict=True):
                self.line(left, top, left, top + height)
                for step, part in enumerate(words.split("\n")):
                    self.text(left + 5, top + 14 + 13 * step, part)
                left += width
            self.line(right, top, right, top + height)
        bottom = y + len(rows) * height
        self.line(x, bottom, right, bottom)
        return bottom


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(data), entries, data)


_FONTS = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
    b"/Supplement 2>>/FontDescriptor 5 0 R/DW 1000/W[1[500] 814[500] 815 939 500]>>",
    b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
    b"/Descent -120/CapHeight 880/StemV 93>>",
)


def build(*sheets: Sheet, catalog: bytes = b"") -> bytes:
    """A PDF file of these pages."""
    objects = [b"", b"", *_FONTS]
    pages = []
    for sheet in sheets:
        names = b""
        for number, (data, width, height) in enumerate(sheet.pictures, start=1):
            head = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % (width, height)
            objects.append(_stream(data, head + b"/ColorSpace/DeviceGray/Filter/FlateDecode"))
            names += b"/I%d %d 0 R" % (number, len(objects))
        references = b""
        for annotation in sheet.annotations:
            objects.append(annotation)
            references += b"%d 0 R " % len(objects)
        objects.append(_stream("\n".join(sheet.commands).encode()))
        content = len(objects)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Rotate %d/Contents %d 0 R/Annots[%s]"
            b"/Resources<</Font<</F1 3 0 R>>/XObject<<%s>>>>>>"
            % (WIDTH, HEIGHT, sheet.rotate, content, references, names)
        )
        pages.append(b"%d 0 R" % len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R %s>>" % catalog
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(pages), len(pages))
    return assembled(objects)


def assembled(objects: list[bytes]) -> bytes:
    """A file of these objects, the first of which is the catalog."""
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
