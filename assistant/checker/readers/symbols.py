"""Characters of symbol fonts: ticks and boxes by their looks."""

from __future__ import annotations

# Symbol fonts put ticks and boxes in the places of letters.
_WINGDINGS = {
    0xFC: "√",
    0xFE: "☑",
    0xFD: "☒",
    0xFB: "×",
    0xA8: "☐",
    0x6F: "☐",
    0x71: "☐",
    0x6E: "■",
    0x6C: "●",
}
_WINGDINGS_2 = {
    0x50: "√",
    0x52: "☑",
    0x51: "☒",
    0x53: "☒",
    0x54: "☒",
    0x4F: "×",
    0xA3: "☐",
    0x2A: "☐",
    0xA2: "■",
}
_FONTS = ("wingdings", "webdings", "symbol")
UNKNOWN = "•"


def is_private(character: str) -> bool:
    """Whether a character is in the area where symbol fonts keep theirs."""
    return "\uf000" <= character <= "\uf0ff"


def is_symbol_font(font: str) -> bool:
    """Whether a font (by its name) draws symbols in the place of letters."""
    return font.rpartition("+")[2].lower().startswith(_FONTS)


def symbol(font: str, code: int) -> str:
    """The character that a symbol font draws for a code; a dot where it is neither tick nor box.

    Args:
        font: the font's name, "" where it is not known.
        code: the code, with or without the private area's 0xF000.
    """
    return _table(font).get(code & 0xFF, UNKNOWN)


def drawn(character: str, font: str) -> str:
    """A character as its font draws it; one of a symbol font that is neither tick nor box is kept."""
    if is_private(character):
        return symbol(font, ord(character))
    if font.rpartition("+")[2].lower().startswith("wingdings"):
        return _table(font).get(ord(character), character)
    return character


def _table(font: str) -> dict[int, str]:
    name = font.rpartition("+")[2].lower().replace(" ", "").replace("-", "")
    return _WINGDINGS_2 if name.startswith("wingdings2") else {**_WINGDINGS_2, **_WINGDINGS}
