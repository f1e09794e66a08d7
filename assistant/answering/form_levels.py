"""Which level and which of two things a row or list takes: of the state, the province or the city; at home or worldwide."""

from __future__ import annotations

import re

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.form_choice import choice_in, nearer
from assistant.answering.form_labels import Entry, entries
from assistant.answering.form_subjects import in_forms, subjects
from assistant.answering.form_tables import WORKED_OUT, row_groups
from assistant.answering.form_told import Question, Reply, together, where
from assistant.answering.form_units import asks_unit
from assistant.models import Verdict

_BELOW = re.compile(
    r"市级|县级|区级|(?:我们|本|咱们?)(?:市|县|区)的?(?=科技|质量|重点|工程|企业技术|绿色|公共|单项|专精)|州级|市州|地市|市一级|(?:市|县|区)里(?:面)?[^，。,]{0,3}(?:评|批|认|授|发|给|挂)|乡镇|市长|县长|区长|(?:市|县|区)(?:科技|工信|发改|经信|政府|质监|市场监管)?局?(?:评|认定|批|授|发|给|认)|市(?:科技局|工信局|发改委)"
)
_COUNTS = re.compile(r"能|可以|算|列|填|写|计入|行|作数|认")
_SPLIT = re.compile(r"分开|分别|合(?:在一起|并|计)|一起填|加起来|各(?:填|一)|两行")
_NOUN = re.compile(r"(?:产值|营业收入|利润|税金|企业数量?|投资|外资|[进出]口额)$")
_ABOUT = 4  # characters at the end of a label that say what it is about (营业收入)
_NATIONAL = re.compile(r"国家|全国|国")
_PROVINCIAL = re.compile(r"省")
_LEVELS = re.compile(r"省级及以上|省级以上|国家级|省级")


def _all_rows(question: Question) -> list[tuple[Entry, ...]]:
    """All rows that the question names, however long their names."""
    found = [
        entry
        for item in subjects(question.text, ("rows",))
        for entry in in_forms(item.key, question.plan.contest_stage)
    ]
    return together(tuple(found))


def level(question: Question) -> Reply | None:
    """That what a city or county recognised is not asked for where the form names the province and the state."""
    text = question.text
    if not _BELOW.search(text) or not _COUNTS.search(text):
        return None
    groups = [
        (item.end - item.start, group)
        for item in subjects(text, ("lists", "rows"))
        if (group := in_forms(item.key, question.plan.contest_stage)) and _LEVELS.search(group[0].label)
    ]
    if not groups:
        return None
    chosen = [group for length, group in groups if length >= groups[0][0] - 2][:2]
    names = "、".join(f"“{group[0].name}”" for group in chosen)
    marks = "".join(question.cite_all(group) for group in chosen)
    return Reply(
        f"不能：{where(chosen[0])}只收省级和国家级的，写的是{names}{marks}；市县认定的不填。\n",
        question.verdict(False),
    )


def _choice(question: Question) -> Reply | None:
    """Which of two things the row takes (国内还是全球), as far as its label tells."""
    text = question.text
    split = _SPLIT.search(text)
    groups = row_groups(question)
    if split and len(groups) == 1:
        groups = _all_rows(question)
    chosen = choice_in(text)
    if not groups or (not chosen and not split) or asks_unit(text) or WORKED_OUT.search(text):
        return None
    sides = "".join(chosen or ())
    both_levels = len(groups) > 1 and bool(split or (_NATIONAL.search(sides) and _PROVINCIAL.search(sides)))
    if both_levels:
        names = "、".join(f"“{group[0].name}”" for group in groups)
        marks = "".join(question.cite_all(group) for group in groups)
        return Reply(f"分开填：{where(groups[0])}有{names}，各占一行{marks}。\n", _split_verdict(question))
    if chosen is None or (groups[0][0].section == "3.1" and "集群" in sides):
        return None  # the park's total and the cluster's part of it have a cell each
    group = groups[0]
    printed = group[0].label + "".join(group[0].columns)
    marks = question.cite_all(group)
    if twins := _other_rows(question, group[0], chosen):
        names = "、".join(f"“{entry.label}”" for entry in (group[0], *twins))
        both = "".join(question.cite(entry) for entry in twins)
        return Reply(f"两样都填：{where(group)}各有一行，{names}{marks}{both}。\n")
    if has := nearer(*chosen, printed):
        return Reply(f"填{has}的：{where(group)}这一行是“{group[0].label}”{marks}。\n")
    return Reply(
        f"参赛报告没有写明是{chosen[0]}还是{chosen[1]}：{where(group)}只写“{group[0].label}”{marks}。\n{WHOM_TO_ASK}",
        status="no_evidence",
    )


def _other_rows(question: Question, row: Entry, sides: tuple[str, str]) -> list[Entry]:
    """Other rows of the section that are about the same for the other side of a choice (规上企业营业收入)."""
    found = [entry for entry in entries(row.stage) if entry.section == row.section and entry.kind == "row"]
    noun = _NOUN.search(row.name)
    about = noun.group() if noun else row.name[-_ABOUT:]
    return [
        entry
        for entry in found
        if entry.key != row.key
        and entry.name.endswith(about)
        and any(len(side) > 1 and side.removesuffix("企业") in entry.name for side in sides)
        and not all(side.removesuffix("企业") in row.name for side in sides)
    ]


def _split_verdict(question: Question) -> Verdict | None:
    return question.verdict(not re.search(r"合|一起|加起来", question.text))


WAYS = (_choice,)
