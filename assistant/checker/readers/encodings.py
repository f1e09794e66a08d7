"""The encoding of a text file, by its marks and by how likely its characters are."""

from __future__ import annotations

from index.parsing.readers.text import decode as decode_marked

# The characters in daily use come first in both national sets, in rows of their own.
_COMMON_GB = range(0xB0, 0xD8)
_COMMON_BIG5 = range(0xA4, 0xC7)
_LIKELY = 0.9


def decode(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16, UTF-32, GB18030 or Big5; line breaks made `\n`.

    Big5 is taken only where nearly all characters are common ones in it and not in GB18030.

    Raises:
        UserError: it is in none of these, or no text at all.
    """
    if _is_big5(data):
        return data.decode("big5hkscs").replace("\r\n", "\n").replace("\r", "\n")
    return decode_marked(data, name)


def _is_big5(data: bytes) -> bool:
    try:
        data.decode("utf-8")
        return False
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("big5hkscs")
    except UnicodeDecodeError:
        return False
    if _share(text, "big5hkscs", _COMMON_BIG5) < _LIKELY:
        return False
    try:
        return _share(data.decode("gb18030"), "gb18030", _COMMON_GB) < _LIKELY
    except UnicodeDecodeError:
        return True


def _share(text: str, encoding: str, common: range) -> float:
    """The share of the Chinese characters that are common ones."""
    found = [character.encode(encoding) for character in text if "\u4e00" <= character <= "\u9fff"]
    return sum(len(code) == 2 and code[0] in common for code in found) / len(found) if found else 0.0
