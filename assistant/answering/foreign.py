"""Whether a question has nothing to do with this programme, by its words and by what known questions have in common."""

from __future__ import annotations

from assistant.answering import form_help, tables, topics
from assistant.answering.context import Context
from assistant.conversation.kinds import is_foreign
from assistant.conversation.plan import Plan

# Chosen on the tuning questions of eval/ and on questions written afresh: leaning to other things from which a question
# in words that the documents lack is foreign, and the higher one from which a few such words are enough.
_LEANS = 0.3
_LEANS_FAR = 0.6
_SOME_UNKNOWN = 0.15  # share of the question's weight in words that no document has
_UNLIKE_ANY = 0.12  # leaning to all that is ours below which a question of nothing but such words is foreign


def foreign(plan: Plan, context: Context) -> bool:
    """Whether `plan`, whose wording does not tell what programme it is about, is about something else."""
    if not _leans_away(plan, context):
        return False
    return (
        not form_help.names_a_row(plan)
        and not tables.names_a_key(plan, context)
        and not topics.sure(plan, context)
    )


def _leans_away(plan: Plan, context: Context) -> bool:
    retriever = context.retriever
    worded = is_foreign(plan, lambda: retriever.terms(plan))
    leanings = retriever.leanings(plan)
    if not leanings:
        return worded and not retriever.familiar(plan)
    terms = retriever.terms(plan)
    unknown = terms.unknown / terms.total if terms.total else 0.0
    if worded and unknown == 1 and leanings.inside < _UNLIKE_ANY:
        return True
    return (
        leanings.outside >= _LEANS if worded else leanings.outside >= _LEANS_FAR and unknown >= _SOME_UNKNOWN
    )
