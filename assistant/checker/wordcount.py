"""Counts words as Word does (字数).

What is known: Word's 字数 is 中文字符和朝鲜语单词 plus 非中文单词: each Han character and each full-width mark is one, each
run of other characters between them or white space is one. Marks that both scripts use (“ ” — … · ① ℃) go by the
script of the text they were typed in, which Word keeps as a hint of the run (ECMA-376 part 1, 17.3.2.26); typed with
a Chinese input method they count one each. LibreOffice counts alike, save that a dash is no word and a run of dots one.
So the count of a text with such marks may differ by their number, which `word_range` tells.
"""

from __future__ import annotations

import re

# Han and kana, CJK and full-width punctuation: East Asian whatever the font.
_EAST_ASIAN = (
    "\u2e80-\u2fff\u3001-\u303f\u3040-\u30ff\u3100-\u312f\u3200-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
_DASHES = "\u2013\u2014"
# Marks that a Chinese text has as its own: quotation marks, dashes, dots, numbers in circles.
_SHARED = _DASHES + "\u2018\u2019\u201c\u201d\u2026\u00b7\u2460-\u24ff"
# All that Word takes by the hint of the run.
_BY_HINT = "\u00a7\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u205e\u2100-\u2bff"

_USUAL = re.compile(rf"[{_EAST_ASIAN}{_SHARED}]|[^\s{_EAST_ASIAN}{_SHARED}]+")
_LEAST = re.compile(rf"[{_EAST_ASIAN}]|[^\s{_EAST_ASIAN}{_DASHES}]+")
_MOST = re.compile(rf"[{_EAST_ASIAN}{_SHARED}{_BY_HINT}]|[^\s{_EAST_ASIAN}{_SHARED}{_BY_HINT}]+")


def count_words(text: str) -> int:
    """Number of words as Word's 字数 for a text typed in Chinese.

    Args:
        text: any text; white space, the ideographic space included, is not counted.
    """
    return sum(1 for _ in _USUAL.finditer(text))


def word_range(text: str) -> tuple[int, int]:
    """The fewest and the most words that Word or LibreOffice may count, by the fonts' hints.

    Args:
        text: any text.
    """
    return sum(1 for _ in _LEAST.finditer(text)), sum(1 for _ in _MOST.finditer(text))
