"""「是哪个文件规定的」, 「写在第几条」 beside a question: where it stands is told before what it says."""

from __future__ import annotations

import re

from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer

_ASKS = re.compile(
    r"(?:哪|什么)(?:一)?(?:个|份|部)?(?:文件|规定|办法)(?:里)?[^，。,？?]{0,4}(?:规定|写|说|讲|提|定|要求|来)|"
    r"(?:哪一?条|第几条|哪一?款|哪一?项|哪一?章)(?:里|中|上)?(?:是|有)?[^，。,？?]{0,4}(?:规定|写|说|讲|提|定|要求|管)|"
    r"(?:写|规定|讲|说|提|定|出)(?:在|自)(?:了)?(?:哪|第几|什么)|(?:有|是)(?:什么|哪条|啥)依据|依据(?:是|在)(?:什么|哪)|出处(?:是|在)?(?:哪|什么)?\W*$"
)
_KINDS = ("eligibility", "general")
_MOST = 2


def told(answer: Answer, plan: Plan) -> Answer:
    """The answer, headed by the places that it rests on where the question asks for them and it does not name them."""
    if plan.kind not in _KINDS or answer.status != "answered" or not _ASKS.search(fold(plan.question)):
        return answer
    first = answer.answer.split("\n")[0]
    places: list[str] = []
    for number, citation in enumerate(answer.citations, 1):
        place = f"《{citation.title}》{citation.locator}"
        if place in first:
            return answer
        if len(places) < _MOST and not any(known.startswith(f"{place}[") for known in places):
            places.append(f"{place}[{number}]")
    if not places:
        return answer
    return answer.model_copy(update={"answer": f"规定在{'、'.join(places)}。\n{answer.answer}"})
