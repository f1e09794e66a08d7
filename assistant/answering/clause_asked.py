"""「哪一条规定的」「写在第几条」「是哪个文件规定的」: where it stands is told before what it says."""

from __future__ import annotations

import re

from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer

_ASKED = re.compile(
    r"(?:哪|那)一?(?:条|款)(?!产业|链|路|生产|线)|第几(?:条|款|项)|哪个条款|哪里(?:有)?(?:规定|说|写|提)|出自(?:哪|何处)|什么条款|出处(?:在|是)?|(?:依据|根据)(?:在|是)?(?:哪|第几)"
)
# Which document it is; in questions of lists and forms such words mean their own papers.
_DOCUMENT_ASKED = re.compile(
    r"(?:哪|什么)(?:一)?(?:个|份|部)?(?:文件|规定|办法)(?:里)?[^，。,？?]{0,4}(?:规定|写|说|讲|提|定|要求|来)|"
    r"(?:写|规定|讲|说|提|定|出)(?:在|自)(?:了)?(?:哪|第几|什么)|(?:有|是)(?:什么|哪条|啥)依据|依据(?:是|在)(?:什么|哪)"
)
_OF_RULES = ("eligibility", "general")
_NAMED = ("第", "附件")


def told(answer: Answer, plan: Plan) -> Answer:
    """The answer, headed by the clause that it rests on, where the question asks which clause that is."""
    if plan.locators or answer.status != "answered" or not _asks(plan):
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


def _asks(plan: Plan) -> bool:
    question = fold(plan.question)
    if _ASKED.search(question):
        return True
    return plan.kind in _OF_RULES and _DOCUMENT_ASKED.search(question) is not None
