"""「哪一条规定的」「在第几条」: the answer begins with the address that is asked for."""

from __future__ import annotations

import re

from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer

_ASKED = re.compile(
    r"(?:哪|那)一?(?:条|款)(?!产业|链|路|生产|线)|第几(?:条|款|项)|哪个条款|哪里(?:有)?(?:规定|说|写|提)|出自(?:哪|何处)|什么条款|出处(?:在|是)?|(?:依据|根据)(?:在|是)?(?:哪|第几)"
)
_NAMED = ("第", "附件")


def told(answer: Answer, plan: Plan) -> Answer:
    """The answer, headed by the clause that it rests on, where the question asks which clause that is."""
    if plan.locators or answer.status != "answered" or not _ASKED.search(fold(plan.question)):
        return answer
    of_document = [c for c in answer.citations if not plan.documents or c.doc in plan.documents]
    first = next(iter(of_document or answer.citations), None)
    if first is None or first.locator in answer.answer.split("\n")[0]:
        return answer
    mark = answer.citations.index(first) + 1
    where = first.locator if first.locator.startswith(_NAMED) else f"“{first.locator}”"
    found = f"在《{first.title}》{where}[{mark}]。"
    lines = answer.answer.split("\n")
    # a yes or no comes first
    lines.insert(1 if answer.verdict else 0, found)
    return answer.model_copy(update={"answer": "\n".join(lines)})
