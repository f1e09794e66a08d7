"""What a user's own documents say beside an answer that the rules gave."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.answering import general
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.plan import Plan
from assistant.models import Answer

_MARK = re.compile(r"\[(\d+)\]")


def with_added(answer: Answer, plan: Plan, context: Context, day: date) -> Answer:
    """`answer`, followed by the nearest passages of documents that a user added, where they answer too.

    The rules know the corpus' own documents only; a later notice that a user added may state what they
    leave open (a deadline, an amount).

    Args:
        answer: what the rules gave.
        plan: the question.
        context: corpus with the added documents.
        day: the day on which validity is judged.
    """
    added = tuple(document.id for document in context.corpus.documents.values() if document.added)
    if not added or any(citation.doc in added for citation in answer.citations):
        return answer
    composer = Composer(plan.question, context.corpus, day)
    extra = general.answer(replace(plan, kind="general", documents=added), composer, context, day)
    if extra is None or extra.status != "answered":
        return answer
    shift = len(answer.citations)
    text = _MARK.sub(lambda match: f"[{int(match.group(1)) + shift}]", extra.answer)
    return answer.model_copy(
        update={
            "status": "answered",
            "answer": f"{answer.answer}\n自行加入的文件另有规定：\n{text}",
            "citations": (*answer.citations, *extra.citations),
            "warnings": tuple(dict.fromkeys((*answer.warnings, *extra.warnings))),
        }
    )
