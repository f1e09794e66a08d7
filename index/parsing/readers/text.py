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


def decode(data: bytes, name: str) -> str:
    """The text of `data`: by its byte order mark, else UTF-8, else GB18030; line breaks made `\\n`.

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
    raise UserError(f"{name} 不是能识别的文本（支持 UTF-8、GB18030、UTF-16）：请另存为 UTF-8 后再试")


def _without_mark(data: bytes) -> list[str]:
    sample = data[:2000]
    if sample.count(0) * 5 > len(sample) > 1:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        return ["utf-16-be" if even > odd else "utf-16-le"]
    return ["utf-8", "gb18030"]


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
