"""The kind of answer that a question expects, read off its interrogative words."""

from __future__ import annotations

import re

from assistant.conversation.lexicon import Concepts, fold
from assistant.conversation.plan import Expected

_YES_NO = re.compile(
    r"吗|(?<!干)嘛|(?<![什怎多那这])么[?？]?$|能否|是否|可否|能不能|可不可以|行不行|是不是|会不会|要不要|有没有|对不对|需不需要|算不算|"
    r"(?<![怎什])不[?？。]?$|吧[?？。]?$|没[?？。]?$|好不好|行不|成不|允许不|能行|允不允许|该不该|用不用|可以不|行吗|对吧|是吧|^can |^may |^is |^are |^does |^do "
)
_PERMISSION = re.compile(
    r"(?<![智功性储节动产电热潜])能(?![源量耗力])|可以|可否|允许|行不行|行吗|有没有资格|是否有资格|够格|够不够|必须|一定要|需要|要不要|非要|得先|应不应|"
    r"用得着|可不可|会不会|会被|会取消|算违规|违规吗|合规|符合|满足|有资格|有奖|有没有奖|有补|有没有补|还有效|"
    r"有效吗|是否有效|过期|强制|够条件|达标|行不|成不|can |may |allow|eligible|must |should "
)
_AMOUNT = re.compile(
    r"(?:几|多少)档|分档|每档|(?:几十|几百|上百)万(?!亩|人|吨|平|头|只|株|斤|户|家)|多少钱|多少(?:万|亿)?元|金额|奖(?:励|金)?多少|补(?:贴|助)?多少|几万|几百万|多少万|多大力度|钱有多少|how much"
)
_TELEPHONE = re.compile(
    r"电话|热线|联系方式|(?:怎么|如何|咋)联系(?!集群|产业链)|手机号?|邮箱|邮编|传真|号码|网址|微信(?!群)|qq(?!群)|e-?mail|phone"
)
_COUNT = re.compile(
    r"几[个家条项章类批次步名位份部分页天字行]|多少[个家条项章类批次字人名位页份种天分亿万行]|多少(?=产业|集群|企业|园区|项目|小巨人|单项冠军)|"
    r"(?:数量|总数)(?:是|有|为)?(?:多少|几)|几多|多少[?？]?$|how many|不超过多少|上限"
)
_FILL_IN = re.compile(r"填|写|表")  # 「电话填哪里」 asks about the form, not for a number
_WHICH = re.compile(r"哪几|哪些|分别|由哪|是哪")
_LIST = re.compile(r"哪些|有哪几|都有谁|列出|列一下|名单|一览|哪几[个家项条类]|分别是|which .*clusters|list ")
_PLACE = re.compile(
    r"在哪(?!一?[条章款项句份页]|个文件)|哪个市|哪个县|什么地方|位于|(?<!出自)哪里(?!(?:说|写|提|规定))|哪个地[方区]|属于哪个?[市县区州]|where"
)
# 「能拿来发几个人的工资不」, 「可以晚几天不」: the figure is no part of what is asked.
_ASKED_LAST = re.compile(r"(?:能|可以|可否|会)[^，,。？?]*[^要还都][不没][?？。]*$")
# 「……，可以申报吗」, 「……，够格不」, but not 「……，能告诉我吗」
_LEAVE = re.compile(
    r"(?:能|可以|可否|够|行|成|报得了|允许|影响|要紧|有资格|算)(?!.{0,2}(?:说|告诉|讲|查|列|发|给我|看))[^哪谁啥怎几多什]{0,10}(?:吗|么|不|没)$"
)
_ASKED_BEFORE = re.compile(r"谁|哪|什么|啥|怎|如何|多少|几(?![十百千万个家年])|多久|何时|吗|呢")
_EITHER = re.compile(r"还是")


def expected_answer(text: str, concepts: Concepts) -> Expected:
    """What sort of answer `text` asks for; `text` where no interrogative word tells.

    Args:
        text: the question.
        concepts: its concepts, from `concepts_in`.
    """
    folded = fold(text)
    if _asks_leave_last(folded):
        return "yes_no"
    for kind, pattern in (("telephone", _TELEPHONE), ("amount", _AMOUNT)):
        if pattern.search(folded) and not (kind == "telephone" and _FILL_IN.search(folded)):
            return kind  # type: ignore[return-value]
    if "how_often" in concepts:
        return "frequency"
    if "who" in concepts and _WHICH.search(folded):
        return "organisation"
    if _ASKED_LAST.search(folded):
        return "yes_no"
    if _COUNT.search(folded) and not _WHICH.search(folded):
        return "count"
    if _LIST.search(folded):
        return "list"
    if "when" in concepts:
        return "date"
    if "who" in concepts:
        return "organisation"
    if _PLACE.search(folded) and not _FILL_IN.search(folded):
        return "place"
    if _YES_NO.search(folded):
        return "yes_no"
    return "text"


def _asks_leave_last(folded: str) -> bool:
    """Whether the last clause asks for leave, whatever figures or means the clauses before it tell of."""
    *before, last = re.split(r"[，,。；;]", folded.rstrip("？?。! "))
    asked = _LEAVE.search(last) and not any(
        p.search(last) for p in (_COUNT, _AMOUNT, _LIST, _PLACE, _TELEPHONE)
    )
    return bool(before and asked) and not _ASKED_BEFORE.search("".join(before))


def asks_permission(text: str) -> bool:
    """Whether `text` asks if something is allowed, possible or required (能…吗, 可以…吗, 必须…吗)."""
    folded = fold(text)
    return bool(_YES_NO.search(folded) and _PERMISSION.search(folded)) and not _EITHER.search(folded)


_MODAL = re.compile(
    r"(?:能不能|可不可以|能否|可否|是否可以|是否能|可以|能够|能|允许|会被|会)([^?？,，。吗]{1,14})"
)


def asked_act(text: str) -> str:
    """The words after the modal verb: what the question asks to be allowed; "" where it has none."""
    match = _MODAL.search(fold(text))
    return match.group(1) if match else ""
