"""The same names throughout the tables (kind `consistency`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from assistant.checker.labels import flat
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule, shown
from assistant.registry.folding import fold

Likeness = Literal["same", "short", "other"]

# (field, its first mention, what both name)
_SAME = (
    ("四/promoter_name", "一/promoter_name", "集群促进组织"),
    ("3.1/park_name", "一/park_name", "集群核心承载园区"),
)
_DITTO = re.compile(r"同上|同前|见前|见上|同基本信息|同第?一(?:部分)?")
_SEPARATORS = re.compile(r"[、,，;；/\n]|(?<=[区园会心])和")
_PARK_WORDS = (
    ("经济技术产业开发区", "经开区"),
    ("工业集中发展区", "工业集中区"),
    ("产业开发区", "产业区"),
)
_PLACE_WORDS = re.compile(r"(?<=[\u4e00-\u9fff]{2})[县市州](?=[\u4e00-\u9fff])")
_ORDER: tuple[Likeness, ...] = ("same", "short", "other")
_BOARD = re.compile(r"党工委|管委会|管理委员会")


def plain_name(name: str) -> str:
    """A name by which two spellings compare equal: brackets, 管委会 and long park words taken away."""
    plain = fold(re.sub(r"\([^()]*\)", "", flat(name)))
    for long, short in _PARK_WORDS:
        plain = plain.replace(long, short)
    return _BOARD.sub("", plain).removeprefix("湖南省").removeprefix("湖南")


def likeness(a: str, b: str) -> Likeness:
    """How two plain names are related.

    Returns:
        `same` where one is within the other, 县 and 市 apart (示例高新区, 示例县高新区); `short` where one
        leaves characters of the other out (示例县材料促进会); `other` else.
    """
    short, long = sorted((_PLACE_WORDS.sub("", a) or a, _PLACE_WORDS.sub("", b) or b), key=len)
    if short in long:
        return "same"
    rest = iter(long)
    return "short" if len(short) >= 4 and all(character in rest for character in short) else "other"


def name_parts(raw: str) -> list[str]:
    """The plain names in a cell that may hold several."""
    return [plain for part in _SEPARATORS.split(raw) if (plain := plain_name(part))]


@rule(id="name-differs", kind="consistency", title="前后名称不一致")
def name_differs(context: Context) -> Iterator[Problem]:
    """The promotion organisation and the core park are called the same throughout.

    A park and its management committee count as the same; so do a name within the other and one of
    several. A name with words left out is a warning.
    """
    for path, first_path, what in _SAME:
        here, there = context.draft.value(path), context.draft.value(first_path)
        if here is None or there is None or here.blank or there.blank or here.nil:
            continue
        names, firsts = name_parts(here.raw), name_parts(there.raw)
        if not names or not firsts or _DITTO.fullmatch(flat(here.raw)):
            continue
        found = {min((likeness(a, b) for b in firsts), key=_ORDER.index) for a in names}
        if found == {"same"}:
            continue
        yield at(
            here,
            f"{cell_name(here)}填“{shown(here)}”，与{cell_name(there)}的“{shown(there)}”不一致。",
            f"请统一{what}的全称。",
            expected=shown(there),
            severity=None if "other" in found else "warning",
        )
