"""The printed text of a Word paragraph: runs, fields, symbols, ticked boxes, and what is anchored in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from assistant.checker.readers.ooxml import NAMESPACES, attribute, child, is_on, is_word, local, shown
from assistant.checker.readers.symbols import UNKNOWN, drawn, is_private, is_symbol_font, symbol

_PROMPT = re.compile(r"单击|点击|輕觸|轻触|选择一项|在此处?输入|[Cc]lick|[Cc]hoose an item|[Tt]ap ")
_OBJECTS = (("Excel", "Excel 表格"), ("Word", "Word 文档"), ("PowerPoint", "演示文稿"), ("Visio", "Visio 图"))


@dataclass
class Anchored:
    """What a paragraph holds beside its text.

    Attributes:
        boxes: contents of the text boxes (`txbxContent`).
        pictures: number of pictures.
        charts: number of charts.
        diagrams: relationship ids of the data of SmartArt graphics.
        objects: kinds of embedded objects whose content is not on the page as text, in Chinese.
    """

    boxes: list[etree._Element] = field(default_factory=list)
    pictures: int = 0
    charts: int = 0
    diagrams: list[str] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)


class PartText:
    """Reads paragraphs of one XML part; complex fields (`fldChar`) may run over several of them.

    Args:
        root: the part's root element.
    """

    def __init__(self, root: etree._Element) -> None:
        codes, self._with_result = _fields(root)
        self._hidden = codes | _prompts(root)

    def of(self, paragraph: etree._Element) -> tuple[str, Anchored]:
        """The printed text of a paragraph, and what is anchored in it."""
        anchored = Anchored()
        return "".join(self._printed(paragraph, anchored)), anchored

    def _printed(self, element: etree._Element, anchored: Anchored) -> Iterator[str]:
        for found in shown(element):
            name = local(found)
            if name == "txbxContent":
                anchored.boxes.append(found)
            elif name == "t":  # formulas (m:t) and drawings (a:t) included
                if found not in self._hidden:
                    yield _in_font(found)
            elif not is_word(found):
                yield from self._foreign(found, name, anchored)
            elif name == "r":
                if not is_on(child(found, "rPr", "vanish")):
                    yield from self._printed(found, anchored)
            elif name == "fldChar":
                if found not in self._with_result:
                    yield _form_field(found)
            elif name == "object":
                yield from self._object(found, anchored)
            else:
                yield _FIXED.get(name, "")
                if name == "sym":
                    yield _symbol(attribute(found, "font") or "", attribute(found, "char") or "")
                yield from self._printed(found, anchored)

    def _foreign(self, element: etree._Element, name: str, anchored: Anchored) -> Iterator[str]:
        if name in ("blip", "imagedata"):
            anchored.pictures += 1
        elif name == "chart":
            anchored.charts += 1
        elif name == "relIds":
            anchored.diagrams += [value for key, value in element.items() if key.endswith("}dm")]
        yield from self._printed(element, anchored)

    def _object(self, element: etree._Element, anchored: Anchored) -> Iterator[str]:
        """An embedded object: its picture shows what the text of this file does not hold."""
        inner = Anchored()
        text = "".join(self._printed(element, inner))
        anchored.boxes += inner.boxes
        program = next(
            (found.get("ProgID") or "" for found in element.iter() if local(found) == "OLEObject"), ""
        )
        if program.startswith("Equation"):
            anchored.pictures += 1
        else:
            kind = next((kind for prefix, kind in _OBJECTS if program.startswith(prefix)), "对象")
            anchored.objects.append(kind)
        yield text


_FIXED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _prompts(root: etree._Element) -> set[etree._Element]:
    """The texts of content controls that still show their prompt (单击此处输入文字): nothing was filled in."""
    found: set[etree._Element] = set()
    for control in root.iter(*(f"{space}sdt" for space in NAMESPACES)):
        if is_on(child(control, "sdtPr", "showingPlcHdr")):
            texts = list(control.iter(*(f"{space}t" for space in NAMESPACES)))
            if _PROMPT.search("".join(text.text or "" for text in texts)):
                found.update(texts)
    return found


def _fields(root: etree._Element) -> tuple[set[etree._Element], set[etree._Element]]:
    """Texts that belong to field codes (a field inside another's code), and field starts that have a result.

    A field that is never ended hides nothing.
    """
    codes: set[etree._Element] = set()
    with_result: set[etree._Element] = set()
    # Per open field: its start, whether its result has begun, the texts in its code.
    open_fields: list[tuple[etree._Element, bool, list[etree._Element]]] = []
    names = [f"{space}{name}" for space in NAMESPACES for name in ("fldChar", "t")]
    for element in root.iter(*names):
        if local(element) == "t":
            if not open_fields:
                continue
            if open_fields[-1][1] and (element.text or "").strip():
                with_result.add(open_fields[-1][0])
            for _, in_result, texts in open_fields:
                if not in_result:
                    texts.append(element)
            continue
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            open_fields.append((element, False, []))
        elif kind == "separate" and open_fields:
            start, _, texts = open_fields[-1]
            open_fields[-1] = (start, True, texts)
        elif kind == "end" and open_fields:
            codes.update(open_fields.pop()[2])
    return codes, with_result


def _form_field(start: etree._Element) -> str:
    """What Word shows for a form field without text: a box ticked or not, the chosen entry of a list."""
    data = child(start, "ffData")
    box = child(data, "checkBox")
    if box is not None:
        state = child(box, "checked")
        return "☑" if is_on(state if state is not None else child(box, "default")) else "☐"
    entries = child(data, "ddList")
    if entries is None:
        return ""
    texts = [attribute(entry, "val") or "" for entry in entries if local(entry) == "listEntry"]
    chosen = attribute(child(entries, "result"), "val") or attribute(child(entries, "default"), "val") or "0"
    number = int(chosen) if chosen.isdecimal() and len(chosen) < 4 else 0
    return texts[number] if number < len(texts) else ""


def _in_font(element: etree._Element) -> str:
    """The text of a run; in a symbol font its letters are symbols."""
    text = element.text or ""
    if not text:
        return ""
    fonts = child(element.getparent(), "rPr", "rFonts")
    font = next((value for side in ("ascii", "hAnsi") if (value := attribute(fonts, side))), "")
    if not is_symbol_font(font) and not any(map(is_private, text)):
        return text
    return "".join(drawn(character, font) for character in text)


def _symbol(font: str, code: str) -> str:
    """A character given by its code in a font (w:sym)."""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,6}", code):
        return UNKNOWN
    number = int(code, 16)
    if is_symbol_font(font) or 0xF000 <= number <= 0xF0FF:
        return symbol(font, number)
    return chr(number) if 0x20 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else UNKNOWN
