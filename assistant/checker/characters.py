"""Traditional characters (繁体字) in simplified form."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[int, str]:
    lines = (files("corpus") / "lexicon" / "traditional.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line.strip() and not line.startswith("#"))
    return {ord(pair[0]): pair[1] for pair in pairs}


def simplified(text: str) -> str:
    """`text` with its traditional characters replaced by simplified ones."""
    return text.translate(_table())
