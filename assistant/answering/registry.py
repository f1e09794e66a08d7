"""Answers from the lists: who is on which list, how many, where, with the rows cited."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering import registry_cards, registry_lists, registry_places
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer

# A column of every row is asked for: 都在哪些园区, 促进组织各是谁.
_EACH = re.compile(
    r"(?:都|各自?|分别)?在?(?:哪些|什么|哪个|哪几个|哪家)(?:核心)?(?:承载)?(?:园区|开发区|促进组织|单位|组织)|(?:园区|促进组织)(?:都|各|分别)?(?:是|叫|有)?(?:谁|哪些|什么|啥|哪个|哪几)"
)
_COUNTS = re.compile("(?:几|多少)[个家]")
_FEW = 5  # rows of which a column asked for is told one by one


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Answer a question about the lists; None where it names nothing that the lists know."""
    if plan.clusters:
        return registry_cards.about(plan.clusters, plan, composer, context)
    if plan.documents and "list-2022" not in plan.documents:
        return None
    if compared := registry_places.answer(plan, composer, context):
        return compared
    chosen = plan.selection.clusters if plan.selection else ()
    text = fold(plan.standalone)
    # a question that counts too is told the number first, the column beside each name
    if 0 < len(chosen) <= registry_cards.MOST and _EACH.search(text) and not _COUNTS.search(text):
        return registry_cards.about(chosen, plan, composer, context)
    if len(chosen) == 1 or (0 < len(chosen) <= _FEW and plan.expected not in ("count", "yes_no", "list")):
        named = any(division.is_city for division in plan.divisions)
        wanted = set(registry_cards.asked_columns(plan, chosen)) - ({"所在地"} if named else set())
        if wanted:
            return registry_cards.about(chosen, plan, composer, context)
    return registry_lists.answer(plan, composer, context)
