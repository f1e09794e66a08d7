"""Which way round a yes/no question is put, compared with the question that a topic's rules decide."""

from __future__ import annotations

import re

from assistant.conversation.lexicon import fold

_BYPASS = re.compile(
    r"直接|跳过|绕过|越过|越级|不经|不通过市|不用经|一步到位|不参加初赛|没参加初赛|没有参加初赛|免初赛"
)
_MUST = re.compile(
    r"必须|一定要|非要|得先|要先|需要先|才能|要不要先|需不需要|是不是要|是否需要|是否要|需要经过|要经过"
)
_NEED_NOT = re.compile(
    r"可以不(?!可以)|能不(?!能)|能不能不|可不可以不|可否不|能否不|不用|无需|不需要|是不是不|不.{0,6}(?:行|可以|没关系)[吗么]"
)
_KEEP = re.compile(r"保留|保住|留着|还算|继续(?:享有|使用|保留)|还能(?:用|留|挂)")
_HARM = re.compile(r"影响|会不会被(?:取消|拒|否)|被(?:取消|拒绝)|取消.*资格|不能申报|不得申报|会被")
_OVER = re.compile(r"过期|失效|作废|废止|到期|不能用|没用了")
_TRUE = re.compile(r"必须真实|要真实|真实.*(?:负责|要求)|属实")

# Topics by what the rules' verdict says yes to (assistant.eligibility.engine.TOPICS).
_ABOUT_BYPASSING = frozenset({"direct_to_province", "stage_order"})
_ABOUT_DUTY = frozenset({"voluntary", "reports", "review", "publicity"})


def turned_round(topic: str, question: str) -> bool:
    """Whether yes to `question` is no to the topic's own question.

    Args:
        topic: topic of the rules.
        question: stand-alone question.
    """
    text = fold(question)
    if topic in _ABOUT_BYPASSING:
        return bool(_MUST.search(text)) and not _BYPASS.search(text)
    if topic in _ABOUT_DUTY:
        return bool(_NEED_NOT.search(text))
    if topic == "revocation":
        return bool(_KEEP.search(text))
    if topic == "exclusions":
        return bool(_HARM.search(text))
    if topic == "validity":
        return bool(_OVER.search(text))
    if topic == "truthfulness":
        return bool(_TRUE.search(text))
    return False


def requires(question: str) -> bool:
    """Whether the question asks if something is a precondition (必须是…才能…吗)."""
    text = fold(question)
    return bool(_MUST.search(text)) and not _BYPASS.search(text)
