"""Plain text and Markdown in the encodings that Chinese offices use."""

from __future__ import annotations

import codecs

from index.errors import UserError
from index.parsing.readers.extracted import Extracted

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# The characters in daily use come first in both national sets, in rows of their own.
_COMMON_GB = range(0xB0, 0xD8)
_COMMON_BIG5 = range(0xA4, 0xC7)
_LIKELY = 0.9


def decode(data: bytes, name: str) -> str:
    """The text of `data`: by its byte order mark, else UTF-8, Big5 or GB18030; line breaks made `\\n`.

    Big5 is taken only where nearly all characters are common ones in it and not in GB18030.

    Raises:
        UserError: it is in none of these, or no text at all.
    """
    encodings = [encoding for mark, encoding in _MARKS if data.startswith(mark)] or _without_mark(data)
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _is_binary(text):
            return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    raise UserError(f"{name} 不是能识别的文本（支持 UTF-8、GB18030、Big5、UTF-16）：请另存为 UTF-8 后再试")


def _without_mark(data: bytes) -> list[str]:
    sample = data[:2000]
    if sample.count(0) * 5 > len(sample) > 1:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        return ["utf-16-be" if even > odd else "utf-16-le"]
    return ["utf-8", "big5hkscs" if _is_big5(data) else "gb18030"]


def _is_big5(data: bytes) -> bool:
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
    lowest = 0xA1 if encoding == "gb18030" else 0x40  # below are GBK's rare characters, in the same rows
    likely = sum(len(code) == 2 and code[0] in common and code[1] >= lowest for code in found)
    return likely / len(found) if found else 0.0


def _is_binary(text: str) -> bool:
    controls = sum(1 for character in text if character < " " and character not in "\t\n\r\f\v\x1a")
    return controls * 100 > len(text)


def read_text(data: bytes, name: str) -> Extracted:
    """A .txt or .md file.

    Args:
        data: the file's bytes.
        name: its name, for messages.
    """
    return Extracted(decode(data, name))
