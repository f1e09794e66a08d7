"""「为什么」 after an answer: the documents lay rules down and give hardly any reasons."""

from __future__ import annotations

from assistant.conversation.ellipsis import asks_why
from assistant.conversation.plan import Plan
from assistant.models import Answer

_NO_REASON = "文件没有另外说明理由，能看到的只有规定本身。\n"


def told(answer: Answer, plan: Plan) -> Answer:
    """The answer, headed by a word that no reason is given where nothing but the reason of a rule is asked for."""
    if not asks_why(plan.question) or answer.status != "answered" or plan.kind != "eligibility":
        return answer
    return answer.model_copy(update={"answer": _NO_REASON + answer.answer, "verdict": None})
