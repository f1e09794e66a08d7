"""Answers from the lists: who is on which list, how many, where, with the rows cited."""

from __future__ import annotations

from datetime import date

from assistant.answering import registry_cards, registry_lists
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.plan import Plan
from assistant.models import Answer

_FEW = 5  # rows of which a column asked for is told one by one


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Answer a question about the lists; None where it names nothing that the lists know."""
    if plan.clusters:
        return registry_cards.about(plan.clusters, plan, composer, context)
    if plan.documents and "list-2022" not in plan.documents:
        return None
    chosen = plan.selection.clusters if plan.selection else ()
    if len(chosen) == 1 or (0 < len(chosen) <= _FEW and plan.expected not in ("count", "yes_no", "list")):
        named = any(division.is_city for division in plan.divisions)
        wanted = set(registry_cards.asked_columns(plan, chosen)) - ({"所在地"} if named else set())
        if wanted:
            return registry_cards.about(chosen, plan, composer, context)
    return registry_lists.answer(plan, composer, context)
