"""Units of the rows and columns of the report forms."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.form_labels import FORMS, STAGES, Entry, column_named, core, entries, named
from assistant.answering.form_told import Question, Told, together, where
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer

_UNIT = re.compile(
    r"亿?吨/万元|万元/亩|(?:亿|百万|千万|万)?(?:美元|欧元|港元|港币|人民币)|(?:亿|千万|百万|万|千)元|百分比|百分数|%|"
    r"平方公里|平方米|公顷|[万千亿][人家吨亩]|(?<=[填按用是])(?:元|亿|万|个|人|家|件|项|亩|吨)(?=吗|么|嘛|$|[?？])"
)
# 「填万还是填亿」「填百分比还是金额」
_EITHER_UNIT = re.compile(
    r"(?:填|用|写|按|是)?(?:的是)?(?:万|亿|千|百万|万元|亿元|元|百分比|百分数|绝对值|金额|数字|比例|人|万人|个|亩|平方公里|公顷|吨|美元|人民币)(?:还是|或者?|或是)(?:填|用|写|按|是)?(?:万|亿|千|百万|万元|亿元|元|百分比|百分数|绝对值|金额|数字|比例|人|万人|个|亩|平方公里|公顷|吨|美元|人民币)"
)
_PLAIN = re.compile(
    r"^(?:集群企业|集群主导产业|集群内|集群|园区)?(?:总|开发|规上工业企业)?(?=..)|(?:总额|数量|规模|拥有量)$"
)
_ALLOWED = re.compile(r"能|可以|可否")
_SAME_UNIT = {"百分比": "%", "百分数": "%", "亿": "亿元", "万": "万元"}
UNIT_ASKED = re.compile(r"单位(?!名称|意见|盖章|负责)|多少元|什么钱|币种")
_SHOWN = 3  # labels told in one answer


def asks_unit(text: str) -> bool:
    """Whether a folded question asks for a unit or names one."""
    return bool(_UNIT.search(text) or UNIT_ASKED.search(text))


def of_units(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """The unit of a row of figures called by its plain word (产值填万还是填亿); None where no unit is asked for."""
    text = fold(plan.standalone)
    if not _EITHER_UNIT.search(text) or (plan.documents and FORMS not in plan.documents) or plan.clusters:
        return None
    stages = [stage for stage in STAGES if plan.contest_stage in (None, stage)]
    rows = [entry for stage in stages for entry in entries(stage) if entry.kind == "row" and entry.unit]
    plain = {entry: _PLAIN.sub("", core(entry.label)) for entry in rows}
    words = [word for word in plain.values() if len(word) > 1 and word in text]
    if not words:
        return None
    longest = max(words, key=len)
    best, others = named((entry for stage in stages for entry in entries(stage)), text)
    if best is not None and best.length >= len(longest) and any(entry.kind == "list" for entry in others):
        return None  # a list is named, whose columns have units of their own
    found = tuple(entry for entry, word in plain.items() if word == longest)
    question = Question(plan, text, composer, context.corpus.documents[FORMS])
    for group in together(found)[:_SHOWN]:
        if told := unit(question, group):
            composer.add(told.sentence + "\n")
    return composer.build("answered")


def unit(question: Question, group: tuple[Entry, ...]) -> Told | None:
    """The unit of what the entries hold; None where they have none."""
    entry = group[0]
    units = {entry.name: entry.unit} if entry.unit else _column_units(entry, question.text)
    if not units:
        return None
    asked = _UNIT.search(question.text)
    lead = ""
    if asked and question.plan.expected == "yes_no" and "还是" not in question.text:
        wanted = _SAME_UNIT.get(asked.group(), asked.group())
        # the forms name no currency, so 人民币 is neither right nor wrong
        if "人民币" not in wanted:
            yes, no = ("可以", "不能") if _ALLOWED.search(question.text) else ("是", "不是")
            right = "、".join(dict.fromkeys(units.values()))
            lead = yes if right == wanted else f"{no}，单位是{right}" if wanted not in units.values() else ""
    if entry.kind == "list":
        said = "、".join(f"“{heading}”的单位是{unit}" for heading, unit in units.items())
        marks = "".join(
            question.cite(item, next(h for h in item.columns if h.startswith(heading)).split("2")[0])
            for item in group
            for heading in list(units)[:1]
        )
        return Told(lead, f"{where(group)}“{entry.name}”表中，{said}{marks}。")
    if entry.unit in lead:
        return Told(lead, f"“{entry.label}”在{where(group)}{question.cite_all(group)}。")
    said = f"“{entry.name}”在{where(group)}，单位是{entry.unit}"
    return Told(lead, f"{said}{question.cite_all(group)}。")


def _column_units(entry: Entry, text: str) -> dict[str, str]:
    """Unit of each column that the question names, or of all that have one, by heading without year and unit."""
    units = {heading: unit for heading, unit in zip(entry.columns, entry.units, strict=False) if unit}
    chosen = [heading for heading in column_named(entry, text) if heading in units] or list(units)
    return {re.split(r"[（(]|20\d\d", heading)[0]: units[heading] for heading in chosen}
