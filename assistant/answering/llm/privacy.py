"""What of a question may leave the machine."""

from __future__ import annotations

import re
from typing import Final

QUESTION_LIMIT: Final = 300  # characters; what is longer is text of a draft, not a question

_PERSONAL: Final = (
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "（邮箱）"),
    (re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)"), "（证件号）"),
    (re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"), "（电话）"),
    (re.compile(r"(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)"), "（电话）"),
    (re.compile(r"(?<!\d)\d{12,}(?!\d)"), "（号码）"),
    (re.compile(r"https?://\S+"), "（网址）"),
)


def without_personal(text: str) -> str:
    """`text` without telephone numbers, addresses of mail and web, and numbers of persons and accounts."""
    for pattern, instead in _PERSONAL:
        text = pattern.sub(instead, text)
    return text
