"""Answers questions about the checked draft: which there are, and what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.models import Answer
from assistant.page.about.composing import compose
from assistant.page.about.places import Places, Report, places_in
from assistant.page.about.selecting import Selected, select
from assistant.page.about.wording import Wording, read, residue
from assistant.page.chat.turns import Turn

_FOREIGN: Final = 1  # characters that a question may have besides
_FOREIGN_OWN: Final = 4  # where it points at the draft
_ASKS: Final = re.compile(
    r"哪|几|多少|什么|怎|如何|咋|为何|列|有没有|没有|吗|呢|还|缺|改|得分|总分|分数|看|说|原因|理由|补"
)
_DISPUTES: Final = re.compile(r"不对|错")
_BARE: Final = re.compile(r"哪|几|多少|列|改|有什么|有没有|问题|得分|分数|总分")
_PLACE_ONLY: Final = re.compile(r"^(?:那么?|还有)?(?![它他她其])(.{1,24}?)(?:呢|怎么样)[？?。！!]*$")
_WISH_ONLY: Final = re.compile(
    r"^(?:那么?|请问|具体)?(?:该|要|又|应该?)*(?:怎么|如何|咋)?(?:改|补|填|写|修改|更正|处理|办)(?:才对|呢|啊|呀)*[？?。]*$"
    r"|^(?:那么?|请问)?(?:应该?|该)(?:是|为|填|写|改成)(?:多少|什么)(?:呢|啊)*[？?。]*$"
    r"|^(?:这是|那是|那|具体)?(?:为什么|为何|为啥|什么原因|原因呢|理由呢|怎么回事|怎么算的|怎么来的)(?:呢|啊)*[？?。]*$"
)
_ITEM: Final = re.compile(r"^第?[（(]?([一二三四五六])[)）]?[项个条款]?$")


def about_draft(
    question: str, report: Report | None, turns: Sequence[Turn], context: Context, day: date
) -> Answer | None:
    """The answer to a question about the draft checked last; None where it asks about something else.

    Args:
        question: the user's words.
        report: the check report's JSON, None where no draft was checked.
        turns: the conversation before.
        context: the documents, for what the findings rest on.
        day: the day on which validity is judged.
    """
    if report is None:
        return None
    last = turns[-1] if turns else None
    for text in _readings(question, last):
        wording = read(text)
        places = places_in(wording.text, report)
        selected = select(report, places)
        meant = text == question or (places.named and selected)
        if meant and _concerns(wording, places, selected, last):
            composer = Composer(question, context.corpus, day)
            return compose(composer, report, wording, places, selected)
    return None


def _readings(question: str, last: Turn | None) -> list[str]:
    """What the question may mean: after a turn about the draft also the same of another place, or more of it."""
    if last is None or last.kind != "draft":
        return [question]
    if _WISH_ONLY.match(question.strip()):
        return [f"{last.question.rstrip('？?。！!')}，{question}", question]
    named = _PLACE_ONLY.match(question.strip())
    if named is None:
        return [question]
    item = _ITEM.match(named[1])
    place = f"第六条（{item[1]}）" if item and "第六条" in last.question else named[1]
    return [question, f"{place}哪里错"]


def _concerns(wording: Wording, places: Places, selected: Selected, last: Turn | None) -> bool:
    """Whether the question is about the draft."""
    about_cell = wording.wish == "why" and places.numbers
    about_mend = wording.wish == "mend" and (places.sections or places.kinds or places.numbers)
    if not (wording.fault or wording.score or about_cell or about_mend):
        return False
    anchored = places.named or bool(places.kinds or places.severities)
    left = residue(wording, places.spans)
    if len(left) > (_FOREIGN_OWN if wording.own else _FOREIGN):
        return False
    if wording.general and not (wording.own and places.named and selected):
        return False
    if anchored and places.named:
        return bool(selected or places.sections or places.article) or wording.strong or wording.own
    if last is not None and last.kind == "policy" and not wording.own and _DISPUTES.search(wording.text):
        return bool(_BARE.search(wording.text))  # 不对吧 disputes the answer before
    return bool(_ASKS.search(wording.text)) or wording.own
