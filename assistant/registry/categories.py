"""The spellings of the two categories and of the two stages."""

from __future__ import annotations

from assistant.registry.models import CATEGORIES, STAGES, Category, Stage

_ADVANCED, _SPECIAL = CATEGORIES
# Longest first, so that a long name is not read as the short one inside it. None: looks like a
# category and is none (第十六条 speaks of 县域特色产业集群, meaning clusters in counties at large).
_SPELLINGS: tuple[tuple[str, Category | None], ...] = (
    ("县域特色产业集群", None),
    ("中小工业企业特色产业集群", _SPECIAL),
    ("中小企业特色产业集群", _SPECIAL),
    ("中小工业企业特色集群", _SPECIAL),
    ("中小企业特色集群", _SPECIAL),
    ("中小企业集群", _SPECIAL),
    ("中小企业特色", _SPECIAL),
    ("中小企业类", _SPECIAL),
    ("特色产业集群", _SPECIAL),
    ("特色集群", _SPECIAL),
    ("特色类", _SPECIAL),
    ("先进制造业产业集群", _ADVANCED),
    ("先进制造业集群", _ADVANCED),
    ("先进制造集群", _ADVANCED),
    ("先进制造类", _ADVANCED),
    ("先进制造业类", _ADVANCED),
)


def parse_categories(text: str) -> tuple[Category, ...]:
    """Categories that `text` names, in order of appearance, each once.

    Args:
        text: running text.
    """
    found: list[Category] = []
    for position in range(len(text)):
        category = _category_at(text, position)
        if category is not None and category not in found:
            found.append(category)
    return tuple(found)


def parse_stages(text: str) -> tuple[Stage, ...]:
    """The list stages that `text` names: 培育对象 where it says so, 集群 where it speaks of recognition."""
    found: list[Stage] = []
    if "培育对象" in text:
        found.append(STAGES[1])
    if any(word in text for word in ("认定的", "已认定", "正式集群", "正式认定")):
        found.append(STAGES[0])
    return tuple(found)


def _category_at(text: str, position: int) -> Category | None:
    for start in range(max(0, position - 12), position + 1):
        # A longer spelling that began earlier owns this position.
        for spelling, category in _SPELLINGS:
            if text.startswith(spelling, start) and start + len(spelling) > position:
                return category if start == position else None
    return None
