"""Which topic of the rules a question belongs to: its wording and the nearest known questions decide together."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answering.context import Context
from assistant.conversation.agents import agent_in
from assistant.conversation.compound import asks
from assistant.conversation.kinds import of_the_chains
from assistant.conversation.lexicon import concepts_in, content_words, fold, read_yaml
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import asking_clause, is_polar
from assistant.conversation.topics import ELSEWHERE, cues_in, strengths
from assistant.retrieval.retriever import Known
from index.known import UNSTATED, groups

# Chosen on the tuning questions of eval/ and on the known questions themselves, each left out in turn.
_PER_POINT = (
    0.06  # what a point of the wording's strength adds to the similarity of the nearest known question
)
_MOST_POINTS = 5.0
_OTHER = 0.08  # what speaks for questions of no topic, so that in doubt the clauses answer
_OTHER_POLAR = 0.03  # … where a yes or no is asked, which only a rule gives
_ALONE = 0.88  # similarity from which the known questions decide without a word of the topic
_ALONE_POLAR = 0.84  # … where a yes or no is asked
_LEAST = 0.74  # similarity below which the wording counts only where it is strong
_STRONG = 3.0
_SAYS_SOMETHING = 4  # characters of content that a question needs to be like another one
_CLEAR = 2.0
# Topics that only this programme has; any administrative matter has conditions, materials, dates.
_OWN = frozenset(
    [
        "direct_to_province",
        "joint",
        "final_entry",
        "stage_order",
        "quota",
        "voluntary",
        "trainee_management",
        "reports",
        "review",
        "after_listing",
        "national",
        "city_contest",
        "exclusions",
        "truthfulness",
        "requirement",
        "form_papers",
        "subject",
    ]
)
_ASKED = 1.5  # points for a topic that the asking clause alone gives
_TOLD = 1.0  # points off a topic of the clauses before, where the asking one tells enough
# What the known questions of a topic have in common adds to the similarity of the nearest one; chosen on questions
# written afresh.
_LEANING = 0.2
_NEAREST = 40  # known questions looked at
# Without a model similarity is a share of bigrams, which is lower and tells less.
_ALONE_LEXICAL = 0.62
_LEAST_LEXICAL = 0.12
_MORE_LEXICAL = 4  # times as many are looked at, since everyday wordings do not count then
# ... from which a question says the same as the known one.
_SETTLED = 0.9
_SETTLED_LEXICAL = 0.7


@lru_cache(maxsize=1)
def topic_of_question() -> dict[str, str]:
    """The topic of every question of `corpus/questions/topics.yaml` and `spoken.yaml`."""
    return {question: group for question, group in groups().items() if not group.startswith(UNSTATED)}


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    """The questions of `corpus/questions/spoken.yaml`."""
    spoken = read_yaml("questions", "spoken.yaml").values()
    return frozenset(
        question for addresses in spoken for questions in addresses.values() for question in questions
    )


def choose(plan: Plan, context: Context, *, polar: bool) -> tuple[str, ...]:
    """The topics that the question may belong to, the likeliest first; empty where clauses answer better.

    Args:
        plan: the question.
        context: where to search.
        polar: the question asks yes or no.
    """
    if ELSEWHERE in cues_in(plan.standalone) or of_the_chains(plan.standalone):
        return ()
    worded = _worded(plan.standalone, polar=polar)
    lexical = not context.retriever.has_model()
    known = context.retriever.known(plan, _NEAREST * (_MORE_LEXICAL if lexical else 1))
    if lexical:  # shared characters of everyday wordings say little about what is meant
        known = [near for near in known if near.question not in _everyday()][:_NEAREST]
    near = _nearest(known)
    farthest = known[-1].similarity if known else 0.0  # what is not among them is no nearer
    alone = _ALONE_LEXICAL if lexical else _ALONE_POLAR if polar else _ALONE
    least = _LEAST_LEXICAL if lexical else _LEAST
    other = near.pop("", farthest) + (_OTHER_POLAR if polar else _OTHER)
    if not worded and len(content_words(plan.standalone)) < _SAYS_SOMETHING:
        return ()
    leanings = context.retriever.leanings(plan).topics
    other += _LEANING * leanings.get("", 0.0)
    scores = {}
    told = (
        lexical and max(worded.values(), default=0.0) >= _CLEAR
    )  # shared characters alone decide nothing then
    for topic in worded.keys() if told else worded.keys() | near.keys():
        strength, similarity = worded.get(topic, 0.0), near.get(topic, farthest)
        if similarity >= alone or strength >= _STRONG or (strength > 0 and similarity >= least):
            leaning = _LEANING * leanings.get(topic, 0.0)
            scores[topic] = similarity + _PER_POINT * min(strength, _MOST_POINTS) + leaning
    first = None if polar else _only_asked(plan.standalone)
    ranked = sorted(scores, key=lambda topic: (topic != first, -scores[topic], topic))
    return tuple(topic for topic in ranked if told or scores[topic] > other)


def _only_asked(question: str) -> str | None:
    """The one topic of the clause that asks, where what was told before it is of others (我们是衡东县，……要什么条件)."""
    clauses = [clause for clause in re.split("[，,。；;]", question) if clause.strip("？?！! ")]
    if len(clauses) < 2 or not asks(clauses[-1]):
        return None
    asked = strengths(clauses[-1])
    if not asked and "condition" in concepts_in(clauses[-1]):
        return "conditions"
    if len(asked) != 1:
        return None
    topic, strength = next(iter(asked.items()))
    return topic if strength >= _CLEAR else None


def _worded(question: str, *, polar: bool) -> dict[str, float]:
    """Strengths by wording; a topic that the asking clause alone gives counts for more."""
    worded = strengths(question, polar=polar)
    clause = asking_clause(question)
    asked = {topic: strength for topic, strength in strengths(clause, polar=polar).items() if topic in worded}
    if not asked or set(asked) == set(worded):
        return worded
    enough = max(asked.values()) >= _STRONG
    return {
        topic: strength + (_ASKED if topic in asked else -_TOLD if enough else 0.0)
        for topic, strength in worded.items()
    }


def sure(plan: Plan, context: Context) -> bool:
    """Whether the question is surely of this programme: of a topic that no other programme has."""
    chosen = choose(plan, context, polar=True)
    return (
        bool(chosen)
        and chosen[0] in _OWN
        and _worded(plan.standalone, polar=True).get(chosen[0], 0.0) >= _CLEAR
    )


def asks_leave(plan: Plan) -> bool:
    """Whether a yes or no is asked on a topic that the wording makes sure: who does what is no answer to that."""
    if not plan.topics or plan.topics[0] not in _OWN or not is_polar(plan.standalone):
        return False
    return strengths(plan.standalone, polar=True).get(plan.topics[0], 0.0) >= _CLEAR


def asks_who_may(plan: Plan) -> bool:
    """Whether it is asked if a body may apply, or must, or by which way: how it is made up (会员, 人数) or how papers
    are bound is told only beside that. The clause that asks must ask it, and of another body than the promotion
    organisation, who may of course."""
    if not asks_leave(plan) or plan.topics[0] not in ("subject", "voluntary", "direct_to_province"):
        return False
    asking = asking_clause(plan.standalone)
    agent = agent_in(fold(plan.standalone)) if plan.topics[0] == "subject" else None
    if agent is not None and agent.kind == "集群促进组织":
        return False
    return agent_in(fold(asking)) is not None or plan.topics[0] in strengths(asking, polar=True)


def settled(plan: Plan, context: Context) -> bool:
    """Whether wording and nearest known question agree on a topic so well that its rule is to answer."""
    if not plan.topics:
        return False
    known = context.retriever.known(plan, 1)
    least = _SETTLED if context.retriever.has_model() else _SETTLED_LEXICAL
    return (
        bool(known)
        and known[0].similarity >= least
        and (topic_of_question().get(known[0].question) in strengths(plan.standalone, polar=True))
    )


def _nearest(known: list[Known]) -> dict[str, float]:
    """The similarity of the nearest known question of each topic; "" for questions of none."""
    topics = topic_of_question()
    found: dict[str, float] = {}
    for near in known:
        found.setdefault(topics.get(near.question, ""), near.similarity)
    return found
