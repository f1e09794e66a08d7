"""What a question is about, by vote of the nearest known questions: each counts by how like it is."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.answering.context import Context
from assistant.answering.topics import topic_of_question
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import is_polar
from assistant.conversation.topics import strengths
from assistant.retrieval.retriever import Known
from index.analysis import bigrams
from index.known import UNSTATED as OF_A_MATTER
from index.known import groups

# Chosen on the known questions themselves, each left out in turn, and on the tuning questions of eval/.
_VOTERS = 25  # nearest questions that vote
_WORDS = 0.2  # what shared words (share of bigrams) add to the model's similarity
_SOFT = 0.06  # similarity by which a question must be less like for its vote to count e times less
_LOOKED_AT = 40
_AHEAD = 0.07  # lead over all that is stated from which a matter is held not to be laid down
_PER_POINT = 0.005  # ... and what each point of a topic's wording adds to it
_MOST_POINTS = 5.0
_LEAST = 0.84  # standing below which too little is like the question
_LEAST_LEXICAL = 0.6  # ... where there is no model: one phrase in common (没入选的集群) is not enough
UNSTATED = "unstated"  # the side of all questions that no document answers


@lru_cache(maxsize=1)
def matter_of_question() -> dict[str, str]:
    """The matter of every question of `corpus/questions/unstated.yaml`, which no document lays down."""
    return {
        question: group.removeprefix(OF_A_MATTER)
        for question, group in groups().items()
        if group.startswith(OF_A_MATTER)
    }


def standings(
    question: str, known: Sequence[Known], sides: Mapping[str, str], soft: float = _SOFT
) -> dict[str, float]:
    """How strongly the nearest known questions speak for each side, on the scale of similarities.

    A side stands as high as its nearest question, and a little higher for each further one that is about as near.

    Args:
        question: the words asked.
        known: the nearest known questions.
        sides: the side of a known question; "" for one that has none.
        soft: similarity by which a question must be less like for its vote to count e times less.
    """
    pairs = frozenset(bigrams(question))
    ranked = sorted(((_alike(pairs, near), sides.get(near.question, "")) for near in known), reverse=True)[
        :_VOTERS
    ]
    votes: dict[str, float] = {}
    for alike, side in ranked:
        votes[side] = votes.get(side, 0.0) + math.exp((alike - ranked[0][0]) / soft)
    return {side: ranked[0][0] + soft * math.log(vote) for side, vote in votes.items()}


def _alike(pairs: frozenset[str], near: Known) -> float:
    other = frozenset(bigrams(near.question))
    return near.similarity + _WORDS * 2 * len(pairs & other) / max(1, len(pairs) + len(other))


def matter(plan: Plan, context: Context) -> str | None:
    """The matter that no document lays down and on which a yes or no is asked; None where clauses or rules answer.

    Args:
        plan: the question.
        context: where to search.
    """
    if not is_polar(
        plan.standalone
    ):  # what is asked openly is answered by what comes nearest; a yes or no must not be guessed from it
        return None
    known = context.retriever.known(plan, _LOOKED_AT)
    matters = matter_of_question()
    sides = topic_of_question() | dict.fromkeys(matters, UNSTATED)
    votes = standings(plan.standalone, known, sides)
    lexical = not context.retriever.has_model()
    unstated = votes.pop(UNSTATED, 0.0)
    worded = max(strengths(plan.standalone, polar=True).values(), default=0.0)
    margin = _AHEAD + _PER_POINT * min(worded, _MOST_POINTS)
    if (
        unstated < (_LEAST_LEXICAL if lexical else _LEAST)
        or unstated - max(votes.values(), default=0.0) < margin
    ):
        return None
    among = standings(plan.standalone, [near for near in known if near.question in matters], matters)
    return max(among, key=lambda name: (among[name], name))
