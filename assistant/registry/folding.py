"""Fold names so that two spellings of the same thing compare equal."""

from __future__ import annotations

import re
import unicodedata

_DROP = re.compile(r"[\W_的]+")
_PARK_WORDS = (
    ("高新技术产业开发区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("高新技术产业园区", "高新区"),
    ("高新技术园区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
)


def fold(text: str) -> str:
    """`text` without width variants, letter case, spaces, punctuation, 的, and long park words.

    >>> fold("临湘市钓具（浮标） 特色产业集群") == fold("临湘市钓具(浮标)特色产业集群")
    True
    """
    folded = _DROP.sub("", unicodedata.normalize("NFKC", text).casefold())
    for long, short in _PARK_WORDS:
        folded = folded.replace(long, short)
    return folded
