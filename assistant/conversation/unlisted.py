"""What may be asked of a listed cluster and no list has a column for."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.conversation.lexicon import fold, read_yaml


@lru_cache(maxsize=1)
def _columns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """The columns that no list has: name, words that ask for it, words that mean something else."""
    return tuple(
        (entry["name"], re.compile(entry["words"]), re.compile(entry.get("none", "(?!)")))
        for entry in read_yaml("lexicon", "unlisted.yaml")
    )


def column_asked(text: str) -> str | None:
    """The column that `text` asks for and no list has; None where it asks for none."""
    folded = fold(text)
    for name, words, none in _columns():
        if words.search(folded) and not none.search(folded):
            return name
    return None
