"""Two claims in one question (必须政府出面，协会报不了，对吧): each is judged by itself, one that is false decides."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.answering.context import Context
from assistant.conversation.agents import agent_in
from assistant.conversation.facts import facts_of
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read, verdict_for
from assistant.eligibility.engine import evaluate
from assistant.eligibility.outcome import Outcome

_TAG = re.compile(r"[,，]\s*(?:是这样|这样|这么说)?(?:对|是|没错|说得对)(?:的)?(?:吧|吗|不对|不是|么)\W*$")
_CLAUSE = re.compile(r"[,，;；。]")


def false_claim(topic: str, plan: Plan, context: Context, day: date) -> tuple[Plan, list[Outcome]] | None:
    """The first claim of the question that the rules deny, as a question of its own.

    Args:
        topic: topic of the rules; only who may apply is claimed of several bodies.
        plan: the question.
        context: rules and registry.
        day: the day on which validity is judged.

    Returns:
        The claim with its outcome first and those of the others after it; None where there are not
        two claims about two bodies, or none is false.
    """
    text = fold(plan.standalone)
    tag = _TAG.search(text)
    if topic != "subject" or tag is None:
        return None
    claims = [clause for clause in _CLAUSE.split(text[: tag.start()]) if agent_in(clause)]
    if len({agent.kind for clause in claims if (agent := agent_in(clause))}) < 2:
        return None
    plans = [replace(plan, standalone=f"{clause}，对吗") for clause in claims]
    outcomes = [
        evaluate(facts_of(claim, context.registry, day), context.parameters, (topic,))[0] for claim in plans
    ]
    for claim, outcome in zip(plans, outcomes, strict=True):
        if outcome.verdict and verdict_for(topic, outcome.verdict, read(claim.standalone)) == "no":
            return claim, [outcome, *(other for other in outcomes if other is not outcome)]
    return None
