"""Questions about the forms in everyday words: the row, list or part is named as people call it, and one thing is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from assistant.answering import (
    form_cells,
    form_declaration,
    form_levels,
    form_lists,
    form_members,
    form_parts,
    form_people,
    form_prose,
    form_tables,
    form_whereabouts,
)
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.form_labels import FORMS
from assistant.answering.form_told import Question, Reply
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer

# What shows that the forms are spoken of ...
_OF_FORMS = re.compile(
    r"填|表(?!现|明|示|达|态|彰|扬|决|率)|[这那哪一几]一?[栏格](?!局)|[这那一几哪]一?[行列](?!业|动|政|为|举|入|出|车|情|程)|佐[证正政]|左证|页码|"
    r"单位(?!名称|意见|牵头)|参赛报告|申报[书表]|报告里|自评|增幅|增长率|(?<!\d)[2-6]\.[1-9](?!\d)|[万亿]元|美元|人民币|公顷|平方公里|口径|证明|附(?!近|件[1-4一二三四])|"
    r"清单|登记(?!执照|证|机关|注册)|批文|执照|现价|不变价|可比价|含税|前十|前10|充数|凑数|字数|多少字|几个字|20\d\d年的|含不含|包不包[括含]|扣不扣|剔除|包[括含][^，。,什哪啥]{1,12}[吗不么]|审计|总量|逐[个一项]|(?:额|率|数|指标)(?:怎么办|咋办)|(?:分开|合并)报|方案[里中]|还是|证书|日期|[几哪第][一二三四五六七几]?(?:个|大)*部分|[写讲放归]|[\d一二三四五六七八九十几]个重点项目|(?:要不要|用不用|需不需要)报(?!告|名|送)|"
    r"(?:什么|哪些|哪类|哪种)[^，。,]{0,8}算|列(?:进|入|上|出|到)|写|算(?:进|入|数|不算)|计入|算[^，。,]{1,14}[吗不么]|名单|报告|声明|提纲|实施方案|分母|除以|盖章|[的个]章|排"
)
# ... and what shows that something else is.
_ELSEWHERE = re.compile(
    r"奖(?:励|金|多少)|补[助贴]|(?<!流动)资金(?!来源)|复核|撤销|摘牌|评上|入选|上榜|第一批|省领导|链长|哪个部门|条件|门槛|资格|申报主体|"
    r"[能可想]以?(?:不能)?(?:申报|报名|参赛|参评)|达标|够格|十四五|月底|半年度?|年度报告|发展情况报告|公示|推荐|初审|工作方案|行动"
)
_SURELY = re.compile(r"填|佐证|[这那]一?[栏格行]|表[里上中格]|自评|实施方案|提纲|声明")
# Which values a cell may have is told elsewhere.
_OF_VALUES = re.compile(
    r"负(?:数|值|的|增)|小数|保留.{0,3}位|整数|超过?(?:了)?(?:100|百分之百|一百)(?!字|家|个)|填(?:个)?[0零](?!\d)"
)
_CATEGORIES = re.compile(r"特色.{0,16}先进制造|先进制造.{0,16}特色")
_POINTING = re.compile(r"(?<=[一-鿿a-z])[那这]个(?=[一-鿿])")  # r&d那个占比
# What only a question that plainly is about the forms is told: all that the form prints of the row.
_PLAINLY = re.compile(r"填|[这那]一?[栏格行列]|表[里上中格]|佐证|填报")
_WAYS = (
    *form_declaration.WAYS,
    *form_parts.WAYS,
    *form_people.WAYS,
    form_levels.level,
    *form_whereabouts.FIRST,
    *form_prose.WAYS,
    *form_whereabouts.WAYS,
    form_lists.WAYS[0],
    *form_members.WAYS,
    *form_lists.WAYS[1:],
    *form_tables.WAYS,
    *form_levels.WAYS,
    *form_cells.WAYS,
)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell what is asked of a row, a list or a part of the forms; None where nothing of them is."""
    text = _POINTING.sub("", fold(plan.standalone))
    if (plan.documents and FORMS not in plan.documents) or plan.clusters or _OF_VALUES.search(text):
        return None
    if _CATEGORIES.search(text) and re.search("多填|少填|不同|区别|一样", text):
        return None  # the rows of one category alone are told elsewhere
    if not (_OF_FORMS.search(text) or form_cells.asks_least(text)) or (
        _ELSEWHERE.search(text) and not _SURELY.search(text)
    ):
        return None
    return _first(_WAYS, plan, text, composer, context)


def otherwise(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """All that the form prints of the row or list named, where a question plainly is about it; else None."""
    text = _POINTING.sub("", fold(plan.standalone))
    if (plan.documents and FORMS not in plan.documents) or plan.clusters or "页码" in text:
        return None
    if not _PLAINLY.search(text) or (_ELSEWHERE.search(text) and not _SURELY.search(text)):
        return None
    return _first((form_cells.otherwise, form_lists.otherwise), plan, text, composer, context)


def _first(
    ways: Iterable[Callable[[Question], Reply | None]],
    plan: Plan,
    text: str,
    composer: Composer,
    context: Context,
) -> Answer | None:
    """What the first way that has anything to say says."""
    for way in ways:
        own = composer.blank()
        if told := way(Question(plan, text, own, context.corpus.documents[FORMS])):
            own.add(told.text)
            return own.build(told.status, told.verdict)
    return None
