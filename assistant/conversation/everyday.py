"""Everyday matters that have nothing to do with this programme, whatever of it the question names beside them."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.conversation.lexicon import fold, read_yaml


@lru_cache(maxsize=1)
def _matters() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Name, words and contrary words of each matter of `corpus/lexicon/outside.yaml`."""
    raw = read_yaml("lexicon", "outside.yaml")

    def contrary(entry: dict[str, str]) -> str:
        parts = [entry.get("none"), None if entry.get("always") else raw["ours"]]
        return "|".join(part for part in parts if part) or "(?!)"

    return tuple(
        (entry["name"], re.compile(entry["words"]), re.compile(contrary(entry))) for entry in raw["matters"]
    )


def everyday_matter(text: str) -> str | None:
    """The everyday matter that `text` is about, None where it is about none.

    >>> everyday_matter("宁乡高新区旁边房价涨了没")
    '房产租房'
    """
    folded = fold(text)
    return next(
        (name for name, words, none in _matters() if words.search(folded) and not none.search(folded)), None
    )
