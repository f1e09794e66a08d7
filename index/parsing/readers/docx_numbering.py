"""Word's automatic numbers as text, and which paragraphs are headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from index.numerals import to_chinese
from index.parsing.readers.docx_xml import W, attribute, is_on

_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "ideographDigital",
    "koreanCounting",
}
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    legal: bool


class Numbering:
    """Counts numbered paragraphs in the order in which they are asked for.

    Args:
        numbering: root of word/numbering.xml, None where the file has none.
        styles: root of word/styles.xml, None where the file has none.
    """

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()
        self._styles = {}
        if numbering is not None:
            self._read(numbering)
        if styles is not None:
            self._styles = {attribute(style, "styleId"): style for style in styles.findall(f"{W}style")}

    def _read(self, numbering: etree._Element) -> None:
        for abstract in numbering.findall(f"{W}abstractNum"):
            levels = {}
            for level in abstract.findall(f"{W}lvl"):
                levels[_number(attribute(level, "ilvl"))] = _Level(
                    _number(attribute(level.find(f"{W}start"), "val"), 1),
                    attribute(level.find(f"{W}numFmt"), "val") or "decimal",
                    attribute(level.find(f"{W}lvlText"), "val"),
                    is_on(level.find(f"{W}isLgl")),
                )
            self._levels[attribute(abstract, "abstractNumId")] = levels
        for num in numbering.findall(f"{W}num"):
            identifier = attribute(num, "numId")
            self._lists[identifier] = attribute(num.find(f"{W}abstractNumId"), "val")
            self._restarts[identifier] = {
                _number(attribute(override, "ilvl")): _number(attribute(start, "val"), 1)
                for override in num.findall(f"{W}lvlOverride")
                if (start := override.find(f"{W}startOverride")) is not None
            }

    def label(self, paragraph: etree._Element) -> str:
        """The number that Word shows before this paragraph, with the space after it; "" for none."""
        numbered = self._numbered(paragraph)
        if numbered is None:
            return ""
        identifier, depth = numbered
        abstract = self._lists.get(identifier, "")
        levels = self._levels.get(abstract, {})
        level = levels.get(depth)
        if level is None or level.form in ("bullet", "none"):
            return ""
        counts = self._counts.setdefault(abstract, {})
        if identifier not in self._started:
            self._started.add(identifier)
            for deep, start in self._restarts.get(identifier, {}).items():
                counts[deep] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]
        text = re.sub(
            r"%(\d)", lambda found: _shown(levels, counts, int(found.group(1)) - 1, level.legal), level.text
        )
        return text if not text or text[-1] in "、.．）)" else f"{text} "

    def _numbered(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """List and level of a paragraph, from itself or its style."""
        direct = paragraph.find(f"{W}pPr/{W}numPr")
        identifier = attribute(direct.find(f"{W}numId"), "val") if direct is not None else ""
        depth = attribute(direct.find(f"{W}ilvl"), "val") if direct is not None else ""
        for style in self._chain(paragraph):
            if identifier and depth:
                break
            inherited = style.find(f"{W}pPr/{W}numPr")
            if inherited is not None:
                identifier = identifier or attribute(inherited.find(f"{W}numId"), "val")
                depth = depth or attribute(inherited.find(f"{W}ilvl"), "val")
        return (identifier, _number(depth)) if identifier and identifier != "0" else None

    def _chain(self, paragraph: etree._Element) -> list[etree._Element]:
        """The paragraph's style and those it is based on."""
        chain: list[etree._Element] = []
        name = attribute(paragraph.find(f"{W}pPr/{W}pStyle"), "val")
        while name in self._styles and len(chain) < 20:
            chain.append(self._styles[name])
            name = attribute(self._styles[name].find(f"{W}basedOn"), "val")
        return chain

    def heading_level(self, paragraph: etree._Element) -> int:
        """1 to 6 for a heading by style or outline level, else 0."""
        outline = attribute(paragraph.find(f"{W}pPr/{W}outlineLvl"), "val")
        for style in self._chain(paragraph):
            name = attribute(style.find(f"{W}name"), "val").lower()
            if not outline:
                outline = attribute(style.find(f"{W}pPr/{W}outlineLvl"), "val")
            named = re.fullmatch(r"(?:heading|标题)\s*(\d)", name)
            if named:
                return min(int(named.group(1)), 6)
        return int(outline) + 1 if re.fullmatch(r"[0-5]", outline) else 0


def _shown(levels: dict[int, _Level], counts: dict[int, int], depth: int, legal: bool) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    value = counts.get(depth, level.start)
    form = "decimal" if legal else level.form
    if form in _CHINESE and 0 <= value < 100_000_000:
        return to_chinese(value)
    if form in _CIRCLED and 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    if form in ("lowerLetter", "upperLetter") and value >= 1:
        letter = chr(ord("a") + (value - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(value)
        return roman.lower() if form == "lowerRoman" else roman
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _roman(value: int) -> str:
    text = ""
    steps = (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    for number, letters in steps:
        while value >= number:
            text, value = text + letters, value - number
    return text


def _number(text: str, default: int = 0) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,5}", text) else default
