"""The province's divisions, as they are written in running text."""

from __future__ import annotations

import re
from functools import cache

from assistant.registry import Registry


@cache
def places() -> re.Pattern[str]:
    """Pattern of the names of cities and counties, with and without 市, 县, 区."""
    names = {name for division in Registry.load().divisions for name in (division.name, division.name[:-1])}
    return re.compile("|".join(sorted((name for name in names if len(name) >= 2), key=len, reverse=True)))
