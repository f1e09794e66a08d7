"""Changes that a fair reader would not send a draft back for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import InvalidOperation
from zlib import crc32

from . import harmless_layout, harmless_text
from .case import Case, NotHereError, fresh
from .harmless_figures import CHANGES
from .spec import Spec

_ROOMS = (harmless_text, harmless_layout)  # importing a room registers its changes


def variants(specs: list[Spec], *, everywhere: bool = False) -> Iterator[tuple[str, Case]]:
    """Yield each change on two drafts, or on all."""
    for name, apply in CHANGES.items():
        done = 0
        for turn in range(len(specs)):
            case = fresh(specs[(crc32(name.encode()) + turn * 5) % len(specs)], done)
            try:
                apply(case)
            except (NotHereError, InvalidOperation):  # a sign for nothing may stand where a figure is needed
                continue
            yield name, case
            done += 1
            if done == 2 and not everywhere:
                break
