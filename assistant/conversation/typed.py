"""A question in simplified characters, without what copying and pasting leaves in it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from index.analysis import simplified

_HAN: Final = "\u3400-\u9fff"
# Each character by itself, as copied from a PDF with wide spacing; single spaces between words stay.
_SPACED: Final = re.compile(rf"(?<![{_HAN}])[{_HAN}](?:[ \u3000]+[{_HAN}0-9]{{1,3}}(?![{_HAN}])){{3,}}")


def as_typed(text: str) -> str:
    """`text` in simplified characters, without invisible ones and without the spaces of a spaced-out line.

    >>> as_typed("复\u200b核 多 久 一 次")
    '复核多久一次'
    """
    visible = simplified("".join(char for char in text if unicodedata.category(char) != "Cf"))
    return _SPACED.sub(lambda match: re.sub(r"[ \u3000]+", "", match.group()), visible)
