"""Whether a question says that the leading industry is a prohibited, restricted or eliminated one."""

from __future__ import annotations

import re

_CLASSES = frozenset(["禁止", "限制", "淘汰"])
_CLASS = re.compile(
    r"(?:禁止|限制|淘汰)(?:(?:、|和|或者?|及|与|,)?(?:禁止|限制|淘汰))*(?:类|(?:产业)?目录|产业|名录|发展的?)"
    r"|落后产能|(?:明令|国家)(?:禁止|限制|淘汰)"
)
_DENIED = re.compile(
    r"(?:(?<!是)不(?!过|但|仅|管|论)|没(?:有)?|未|非)(?:再)?(?:被)?(?:在|属于?|算(?:是|作)?|是|列入|列进|列|归(?:入|到)?|涉及|进|落入?)?"
    r"[^,。;?！!、]{0,6}$"
)
_ASKED = re.compile(
    r"(?:算不算|是不是|是否|属不属于|属于不属于|会不会(?:被)?(?:算|列|归)|会(?:被)?(?:算|列|归))[^,。;?]{0,8}$"
)
_ASKED_AFTER = re.compile(r"^(?:的|产业|里|中|内)*(?:吗|么|不|没有|没|嘛)(?=\W|$)")
_ONCE = re.compile("以前|从前|过去|曾经?|原来|原先|之前|早年|[前去]年")
_LIKEWISE = re.compile(r"(?:也|又|都|并|更)不(?:是|属于?|算|在)?[^,。;?]{0,4}$")
_BOTH = re.compile(r"(?:、|和|或者?|及|与|以及|还是)$")
_CLAUSE = re.compile(r"[,，。;；?？!！]")


def prohibited_in(text: str) -> bool | None:
    """Whether the industry is said to be of a class that bars it; None where that is not told, or is asked.

    Each class named is judged by itself, since the declaration (初赛 6.1 第1项) names 禁止、限制和淘汰类 alike: one
    that is owned to bars, whatever others are denied. A denial binds to the classes that follow it in its own
    clause, up to a word that turns (而是, 但是, 却); none bars only where all three are denied.

    Args:
        text: a question, folded.
    """
    owned = False
    denied: set[str] = set()
    for clause in _CLAUSE.split(text):
        previous: bool | None = None
        end = 0
        for match in _CLASS.finditer(clause):
            before = re.split("而是|但是?|却|只是|仅是", clause[end : match.start()])[-1]
            if _ONCE.search(before) or _ASKED.search(before) or _ASKED_AFTER.match(clause[match.end() :]):
                previous, end = None, match.end()
                continue
            if end and _BOTH.search(clause[: match.start()]):
                said = previous
            else:
                said = not (_DENIED.search(before) or _LIKEWISE.search(before))
            owned = owned or said is True
            if said is False:
                denied |= {name for name in _CLASSES if name in match.group()}
            previous, end = said, match.end()
    if owned:
        return True
    return False if denied == _CLASSES else None
