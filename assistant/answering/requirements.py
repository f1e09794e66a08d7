"""What 第六条 asks for, where a question wants to know whether or what, not whether one may do without it."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import Reading
from assistant.eligibility.rules.requirement import requirements_in
from assistant.models import Answer

# 「有要求没」, 「有没有规定」, 「看不看」, 「卡不卡」: whether anything is asked at all.
_WHETHER = re.compile(
    r"有(?:没有|无)?(?:什么|啥|哪些|任何|硬性|明确|具体|专门|没有)*的?(?:要求|规定|限制|说法|讲究)|"
    r"(?:要求|规定|限制|讲究)(?:了)?(?:没有?|吗|么|不)|(看|卡|管|考虑|考察|要求)不(?:看|卡|管|考虑|考察|要求)|作不作要求|纳入考察"
)
_HOW_MUCH = re.compile(
    r"多少|几[个家项名件]|多高|多大|多强|什么程度|哪一级|什么级别|量化|具体标准|怎么才算|算达标"
)
_MARKED = re.compile("[加扣减]分")
_MOST = 3


def answer(plan: Plan, reading: Reading, composer: Composer, context: Context, day: date) -> Answer | None:
    """State what the clause asks for; None where the question asks whether one may do without it.

    Args:
        plan: a question of the topic `requirement`.
        reading: how it is put.
        composer: collects the answer.
        context: parameters.
        day: the day on which validity is judged.
    """
    text = fold(plan.standalone)
    whether = _WHETHER.search(text) is not None
    if reading.polar and not whether and not _MARKED.search(text):
        return None
    named = requirements_in(text)[:_MOST]
    if not named:
        return None
    marked = _MARKED.search(text) is not None
    lead = "文件没有写加分、扣分。" if marked else "有要求：" if reading.polar else ""
    told = "；".join(
        f"{cite.locator}要求「{cite.quote}」{composer.cite(cite.doc, cite.locator, cite.quote)}"
        for cite in named
    )
    composer.add(f"{lead}{told}。\n")
    together = composer.cite("measures-2021", "第六条", "需同时满足以下基本条件")
    composer.add(f"这是申报培育对象的基本条件之一，各项要同时满足{together}。\n")
    if reading.polar or _HOW_MUCH.search(text):
        composer.add(f"做到什么程度、有多少才算满足，《办法》没有量化。{WHOM_TO_ASK}")
    if marked:
        return composer.build("no_evidence")
    return composer.build("answered", "yes" if reading.polar else None)
