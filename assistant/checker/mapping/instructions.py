"""Takes the form's own text out of a draft's free text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from assistant.checker.labels import flat

_SHORTEST_PIECE = 8


def without_instructions(text: str, instructions: Iterable[str]) -> str:
    """`text` without what it has in common with the form's instructions.

    Args:
        text: one paragraph of the draft.
        instructions: the form's own paragraphs for that section.
    """
    plain = flat(text)
    if not plain:
        return ""
    for instruction in instructions:
        own = flat(instruction)
        if plain == own or (len(plain) >= _SHORTEST_PIECE and plain in own):
            return ""
        if len(own) >= _SHORTEST_PIECE and Levenshtein.normalized_similarity(plain, own) >= 0.9:
            return ""
        if len(own) >= _SHORTEST_PIECE and plain.startswith(own):
            return without_instructions(_cut(text, len(own)), instructions)
    return text


def _cut(text: str, count: int) -> str:
    """`text` without its first `count` characters other than white space."""
    seen = 0
    for position, character in enumerate(text):
        seen += len("".join(unicodedata.normalize("NFKC", character).split()))
        if seen >= count:
            return text[position + 1 :]
    return ""
