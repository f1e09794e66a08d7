"""The yes or no that an answer of the rules begins with, in the words that fit the question."""

from __future__ import annotations

import re

from assistant.conversation.polarity import Reading, acts
from assistant.eligibility.outcome import Sentence
from assistant.models import Verdict

# 「能，…」, 「要复核，…」: the yes or no that a statement begins with.
_OPENING = re.compile(
    r"^(?:有机会但不是必然|按(?:条件|参赛报告的要求)不行|原则上不行|不能|不可以|不必|不是必须|不会|不用|可以|能|要|有(?=[，：])|会|是)[^，：。]{0,10}[，：]"
)
_MUST_SAID = re.compile("必须|一定|非得|非要|只能|强制|硬性|才能|才行|缺一不可|用不着|必要|不用|不必|不需")
_CERTAIN = re.compile(
    "一定(?:能|会|可以|被|评|推)|肯定|必然|必定|百分之?百|保证|都(?:能|会|可以|被)|稳(?:了|妥|当)|板上钉钉|十拿九稳|等着拿|"
    "(?:条件|要求|满足|符合|达标).{0,6}就(?:能|可以|会|算)"
)
# 「过了初赛就是集群了吧」 asks what is so, not what one may do.
_ASKS_WHAT_IS = re.compile(r"(?:就|便|也|还|都|算|等于|是不|正式)(?:是|算)|等于|等同")
_UNCERTAIN = "不一定："
_TELLING = 6  # characters: what is left must still say something
_DENIED: dict[str, str] = {"yes": "是的：", "no": "不是这样："}
_LEADS: dict[tuple[str, str], str] = {
    ("may", "yes"): "可以：",
    ("may", "no"): "不可以：",
    ("must", "yes"): "是的，这是要求：",
    ("must", "no"): "不是必须：",
    ("need", "no"): "不用：",
    ("needless", "yes"): "是的，不用：",
    ("needless", "no"): "要的：",
    ("is", "yes"): "是的：",
    ("is", "no"): "不是：",
    ("harm", "yes"): "有影响：",
    ("harm", "no"): "没有影响：",
    ("confirms", "yes"): "是的：",
    ("confirms", "no"): "不是这样：",
}


def lead_of(topic: str, reading: Reading, verdict: Verdict | None) -> str:
    """The yes or no to the question, in its own words (可以, 不用, 是的); "" where the answer depends.

    Args:
        topic: topic of the rules.
        reading: how the question is put.
        verdict: the answer to it.
    """
    if verdict is None or verdict == "conditional":
        return ""
    if reading.mood == "is" and re.search("有没有|有无", reading.asked):
        return "有：" if verdict == "yes" else "没有："
    if verdict == "no" and _CERTAIN.search(reading.asked) and topic in ("national", "stage_order"):
        return _UNCERTAIN
    if verdict == "no" and topic == "exclusions" and re.search("还算|算数|算在内", reading.asked):
        return "不算："
    # 「是不是必须联合」 of what is free: 不是必须
    states = reading.confirms and reading.mood != "may"
    free = reading.mood == "must" and acts()[topic].norm == "free"
    way: str = "harm" if reading.harm else "confirms" if states and not free else reading.mood
    asks_need = re.search("要不要|用不用|需不需要", reading.asked) is not None and way == "is"
    of_another = (
        way == "must"
        and acts()[topic].norm != "free"
        and not (_MUST_SAID.search(reading.asked) or reading.needless)
    )
    if verdict == "no" and (asks_need or of_another):
        way = "need"  # 「市局要担责吗」 asks of no duty of the applicant's
    if way == "must" and reading.needless:
        way = "needless" if acts()[topic].norm != "free" or verdict == "yes" else way
    return _LEADS[way, verdict]


def begun(statement: Sentence, lead: str, reading: Reading, verdict: Verdict | None) -> Sentence:
    """The statement with the yes or no that fits the question before it."""
    if lead and _denies(reading, verdict):
        # what was denied is told with the statement's own yes or no: 不是这样：可以，……
        return Sentence(_DENIED[verdict or "no"] + statement.text, statement.citations)
    own = lead and lead != _UNCERTAIN and _says_so(statement, reading, verdict)
    return statement if own else led(statement, lead)


def _denies(reading: Reading, verdict: Verdict | None) -> bool:
    """Whether the question states a denial (是不是不能…) and asks whether that is right."""
    return verdict in _DENIED and reading.confirms and reading.turned and not reading.harm


def _says_so(statement: Sentence, reading: Reading, verdict: Verdict | None) -> bool:
    """Whether the statement's own yes or no is the one to the question, and the fitter word for it (会, 不能)."""
    opening = _OPENING.match(statement.text)
    if opening is None or reading.harm or reading.confirms or reading.mood == "may":
        return False
    if (
        reading.mood == "is"
        and opening.group().startswith(("不能", "能"))
        and _ASKS_WHAT_IS.search(reading.asked)
    ):
        return False
    if reading.mood == "must" and not opening.group().startswith(("要", "不必", "不是必须", "不用")):
        return False
    return opening.group().startswith(("不", "按条件不", "按参赛报告的要求不", "原则上不")) == (
        verdict == "no"
    )


def led(statement: Sentence, lead: str) -> Sentence:
    """The statement after `lead` in place of its own yes or no; bare for an open question."""
    opening = _OPENING.match(statement.text)
    conditional = opening is not None and opening.group().startswith(("原则上", "要看", "有机会"))
    if opening is None or (not lead and conditional):
        return Sentence(lead + statement.text, statement.citations)
    rest = statement.text[opening.end() :]
    if len(rest) < _TELLING:
        return Sentence(lead + statement.text, statement.citations) if lead else statement
    return Sentence(lead + rest, statement.citations)
