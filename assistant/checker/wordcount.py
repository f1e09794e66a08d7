"""Counts words as Word does (字数)."""

from __future__ import annotations

import re

# Han and kana, CJK and full-width punctuation, and the quotation marks, dashes and dots that Word counts
# one by one in Chinese text.
_EAST_ASIAN = (
    "\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u3200-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff\u2014\u2018\u2019\u201c\u201d\u2026\u00b7"
)
_TOKEN = re.compile(rf"[{_EAST_ASIAN}]|[^\s{_EAST_ASIAN}]+")
_IDEOGRAPHIC_SPACE = "\u3000"


def count_words(text: str) -> int:
    """Number of words as Word's 字数: each East Asian character one, each run of others one.

    Args:
        text: any text; white space, the ideographic space included, is not counted.
    """
    return sum(1 for _ in _TOKEN.finditer(text.replace(_IDEOGRAPHIC_SPACE, " ")))
