"""Takes the form's own text out of a draft's free text, whichever of the two forms it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from rapidfuzz.distance import Levenshtein

from assistant.checker.form import STAGES, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.labels import flat

_SHORTEST_PIECE = 8
# A shorter sentence of the form may also be one of the author's.
_SHORTEST_FOREIGN = 16
_NEAR = 0.9
_SENTENCE = re.compile(r"[^。；;!?！？\n]*[。；;!?！？\n]?")
_LIMIT = re.compile(r"^[(（]?(?:不超过|控制在|限)?\d{3,5}字(?:以内|左右|以下)?[)）]?[。.]?$")
_PREFIX = re.compile(r"^(?:填写|填报|编写)?(?:说明|要求|提示|注)[:：]")


@cache
def instructions_for(stage: Stage, number: str) -> tuple[str, ...]:
    """What either form prints in a section, flat: all of the same section, and long sentences of any other."""
    own: dict[str, None] = {}
    for other in (stage, *(other for other in STAGES if other != stage)):
        for section in load_form(other).sections:
            for text in section.all_instructions:
                for piece in (text, *_SENTENCE.findall(text)):
                    plain = flat(piece)
                    if plain and (section.number == number or len(plain) >= _SHORTEST_FOREIGN):
                        own.setdefault(plain)
    return tuple(own)


def without_instructions(text: str, instructions: Iterable[str]) -> str:
    """`text` without what it has in common with the form's instructions.

    Args:
        text: one paragraph of the draft.
        instructions: the form's own sentences for that section, flat.
    """
    known = tuple(instructions)
    if flat(text) in known:
        return ""
    pieces = [piece for piece in _SENTENCE.findall(text) if piece]
    kept = [piece for piece in pieces if not _is_instruction(flat(piece), known)]
    return text if len(kept) == len(pieces) else "".join(kept).strip()


def _is_instruction(plain: str, known: tuple[str, ...]) -> bool:
    plain = _PREFIX.sub("", plain)
    if not plain:
        return False
    if plain in known or _LIMIT.match(plain):
        return True
    bare = plain.strip("()（）。;；")
    if len(bare) < _SHORTEST_PIECE:
        return False
    return any(
        (bare in own and 2 * len(bare) >= len(own)) or (len(own) >= _SHORTEST_PIECE and _near(bare, own))
        for own in known
    )


def _near(plain: str, own: str) -> bool:
    return (
        abs(len(plain) - len(own)) <= len(own) // 5 and Levenshtein.normalized_similarity(plain, own) >= _NEAR
    )
