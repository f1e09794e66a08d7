"""Slots that a question fills: addresses, documents, category, stage, quantities."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from assistant.conversation.addresses import find_addresses
from assistant.conversation.lexicon import fold
from index.documents import Document
from index.numerals import parse_numeral

_NUMERAL = r"(?:[0-9]+|[〇零一二三四五六七八九十百两]+)"
_NOUN = re.compile(
    r"((?<!产业)(?<!园区)(?<!用地)(?<!空间)规划|办法|工作方案|通知|参赛报告)》?(?=里|中|的|提|对|怎么|要|有|说|是|分|把|明确|规定|从|什么|哪|现在|还(?!没|未|在)|放|给|列|总共|一共|共|打算|希望|想|安排|\s|第|$)"
)
# ... and where what is said of it, or before it, shows that no plan yet to be made is meant (编规划, 产业规划).
_NOUN_TOLD = re.compile(
    r"(?<!发展)(?<!产业)(?<!园区)(?<!用地)(?<!空间)(?<!制定)(?<!编制)(?<![编出做定写年有])(规划)》?(?=协同|让|支持|写|讲|点名|涉及|重点|保障|主攻|原文|鼓励|规定|要求|准备|计划|主要|整体|能不能|是不是|会不会)|"
    r"(?:那个|那份|这个|这份|工信厅的|省里的)(规划)|"
    r"(?<!实施)(?<!培育)(?<!发展)(?<!个)(?<!份)(?<![编写报])(方案)(?=对园区|对企业|对市|对部门|规定|发下来|出来以后)"
)
_PROPOSED = re.compile(r"(?:集群|培育对象)?名单(?=(?:要|得|会|一般|需要)?公示)")
# The notice of each year's contest is not the one that announced the list.
_YEARLY = re.compile(r"(?:[今当明去每]年|竞赛|申报|工作|参赛|比赛)(?:度)?(?:的)?(?:那个|那份)?通知")
_BRACKETS = re.compile(r"[〔〕()\[\]【】{}〈〉<>年\s]")
_QUANTITY = re.compile(rf"({_NUMERAL})\s*(个|家|次|年|条|批|亿元|万元|字|人|项)")
_CONTEST_STAGES = (("决赛", re.compile("决赛|终赛|第二轮")), ("初赛", re.compile("初赛|预赛|第一轮|海选")))
_SME = re.compile(
    r"中小特色|中小(?:工业)?企业特色|(?:中小|特色)(?:那|这|一)?类|中小(?:工业)?企业(?:特色)?(?:产业)?集群|特色产业集群|特色集群"
)
_NOT_SME = re.compile(r"(?:不是|不属于|不算|非)(?:报)?(?:中小(?:工业)?企业)?特色(?:产业)?集群")
_ADVANCED = re.compile(r"先进制造业(?:产业)?集群")


def locators_in(text: str) -> tuple[str, ...]:
    """Addresses named in `text`, as CONTRACT.md writes them."""
    return tuple(dict.fromkeys(address.locator for address in find_addresses(text)))


# What is left out when a document is named: 「…细则（试行）」 is 「…细则」.
_TRIAL = re.compile(r"[（(](?:试行|暂行|修订稿?|修正案?|征求意见稿|送审稿)[)）]$")


def documents_in(text: str, documents: Iterable[Document]) -> tuple[str, ...]:
    """Ids of the documents that `text` names by title, number, id or a usual short name.

    A name that is part of a longer name found at the same place does not count.
    """
    # a list on public notice is only proposed, it is not the one that was issued
    folded, documents = _YEARLY.sub("", _PROPOSED.sub("", fold(text))), tuple(documents)
    spans: list[tuple[int, int, str]] = []
    for document in documents:
        plain = _TRIAL.sub("", document.title)
        for name in dict.fromkeys((document.title, plain, document.number, document.id, *document.aliases)):
            wanted = fold(name)
            position = folded.find(wanted) if wanted else -1
            if position >= 0:
                spans.append((position, position + len(wanted), document.id))
    spans += _by_noun(folded, documents)
    spans += _by_number(folded, documents)
    chosen = []
    for start, end, identifier in spans:
        covered = any(s <= start and end <= e and (e - s) > (end - start) for s, e, _ in spans)
        if not covered and identifier not in chosen:
            chosen.append(identifier)
    return tuple(chosen)


def _by_noun(folded: str, documents: tuple[Document, ...]) -> list[tuple[int, int, str]]:
    """「规划里」, 「办法的」: the noun that a title ends with, where it points to one document only."""
    spans = []
    for match in (*_NOUN.finditer(folded), *_NOUN_TOLD.finditer(folded)):
        noun = next(filter(None, match.groups()))
        named = [document for document in documents if fold(document.title).endswith(noun)]
        if len(named) == 1:
            spans.append((match.start(), match.end(), named[0].id))
    return spans


def _by_number(folded: str, documents: tuple[Document, ...]) -> list[tuple[int, int, str]]:
    """A document number in other brackets or with 年 (湘工信产业集聚2021年82号)."""
    bare = _BRACKETS.sub("", folded)
    return [
        (0, 1, document.id)
        for document in documents
        if document.number and _BRACKETS.sub("", fold(document.number)) in bare
    ]


def contest_stage_in(text: str) -> str | None:
    """初赛 or 决赛; None where neither or both are named."""
    folded = fold(text)
    named = [stage for stage, pattern in _CONTEST_STAGES if pattern.search(folded)]
    return named[0] if len(named) == 1 else None


def list_stage_in(text: str) -> Literal["集群", "培育对象"] | None:
    """培育对象 where named, 集群 where it is set against it, else None."""
    if re.search(
        r"集群(?:和|及|以及|、|与)(?:其)?培育对象|培育对象(?:和|及|以及|、|与)[^，。]{0,6}集群", text
    ):
        return None
    if re.search(
        r"(?:(?<!是)不是|除了|除|不含|不算|不包括|非)[^，。,]{0,4}培育对象|培育(?:对象)?的?(?:先|都|就)?(?:不算|不要|不含|不管|不看|别算|别管|除外)",
        text,
    ):
        return "集群"
    if re.search("培育对象|培育名单|培育库", text):
        return "培育对象"
    if re.search("正式(?:认定|集群)|已认定|认定的|(?:制造业|特色(?:产业)?)集群名单(?!.*培育)", text):
        return "集群"
    return None


def category_in(text: str) -> str | None:
    """The category named; None where neither or both are."""
    if _NOT_SME.search(text):
        return "先进制造业集群"
    sme, advanced = bool(_SME.search(text)), bool(_ADVANCED.search(text))
    if sme and not advanced:
        return "中小企业特色产业集群"
    # 「先进制造业集群」 is also the name of the whole programme; only the list tells them apart.
    return "先进制造业集群" if advanced and not sme else None


def quantities_in(text: str) -> tuple[tuple[int, str], ...]:
    """Quantities with their unit, `(2, "个")`; ordinals (第二条) are not quantities."""
    found = []
    for match in _QUANTITY.finditer(fold(text)):
        if match.start() and fold(text)[match.start() - 1] == "第":
            continue
        try:
            found.append((parse_numeral(match.group(1)), match.group(2)))
        except ValueError:
            continue  # 「十十个」 and the like
    return tuple(found)
