"""Follow-ups that count among what the turn before showed: 第8个是谁, 最后一行呢, （三）呢."""

from __future__ import annotations

import re

from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from index.numerals import parse_numeral

# One of the rows that the turn before listed: 第8个是谁, 其中最后一个放在哪个园区.
_NTH = re.compile(
    r"(?:其中|里面|里头|那|排)*(?:第([一二三四五六七八九十\d]{1,3})(?:个集群|个|家|名|位|行|号)|(最后|倒数第([一二三四五六七八九十\d]+))一?(?:个|家|名|位))(?:集群)?"
)
# 「（三）呢」 after 二（一）; 「最后一行呢」 after a row of an annex.
_ITEM_ALONE = re.compile(
    r"^\W*?(?:那|请问|再看)?[（(]([一二三四五六七八九十\d]+)[)）](?:呢|是什么|是啥|讲什么|说什么|怎么说|内容|原文)*\W*$"
)
_LAST_OF = re.compile(
    r"^\W*(?:那|再看|请问)?(?:最后|末尾|倒数第[一二三四五\d]+)的?那?一?(?:行|个|家|位|名|条|项)"
)


def asks_for_the_last(question: str) -> bool:
    """Whether nothing but the last of something is asked for."""
    return _LAST_OF.match(fold(question)) is not None


def item_alone(question: str, previous: Plan) -> int | None:
    """The number of an item named alone after a turn about an item; None for all other questions."""
    match = _ITEM_ALONE.match(fold(question)) if "（" in "".join(previous.locators) else None
    return parse_numeral(match[1]) if match else None


def at_the_end(question: str, previous: Plan) -> str:
    """「最后一行是谁」 with the annex or the document of the turn before."""
    inside = previous.locators[-1].split(" 序号")[0] if previous.locators[-1].startswith("附件") else ""
    return " ".join((*previous.documents[:1], f"{inside}{question.strip()}"))


def nth_listed(question: str, previous: Plan) -> str | None:
    """The question with the cluster named that it counts out of those listed before; None where it counts none."""
    listed = previous.clusters or (previous.selection.clusters if previous.selection else ())
    match = _NTH.search(fold(question))
    if match is None or len(listed) < 2:
        return None
    by_list: dict[str, list[str]] = {}
    for cluster in listed:
        by_list.setdefault(cluster.list_name, []).append(cluster.name)
    names = [name for of_list in by_list.values() for name in of_list]  # as the answer showed them
    number = parse_numeral(match[1] or match[3] or "一")
    if not 0 < number <= len(names):
        return None
    name = names[-number if match[2] else number - 1]
    return _NTH.sub(name, fold(question), count=1)
