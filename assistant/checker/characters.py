"""Traditional characters (繁体字) in simplified form."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[int, str]:
    lines = (files("corpus") / "lexicon" / "traditional.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line.strip() and not line.startswith("#"))
    return {ord(pair[0]): pair[1] for pair in pairs if not _is_simplified(pair[0])}


def _is_simplified(character: str) -> bool:
    """Whether simplified texts use the character too (覆盖), so that it must stay."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def simplified(text: str) -> str:
    """`text` with its traditional characters replaced by simplified ones."""
    return text.translate(_table())
