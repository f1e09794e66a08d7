"""How a row, a list or a section of the report forms is to be filled in, read off the form description."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.answering import form_sections
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.form_labels import (
    FORMS,
    LEAST,
    STAGES,
    Entry,
    common,
    core,
    entries,
    match,
    named,
)
from assistant.answering.form_told import Question, Told, together
from assistant.answering.form_units import UNIT_ASKED, asks_unit, unit
from assistant.answering.form_ways import evidence, filled, place, whole, years
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer

# What shows that a question is about filling in the forms, where it does not name them.
_ASKS = re.compile(
    r"填|(?<![条里款件])写(?!明)|[亿万美]元|单位(?:是|用|填|写|为|呢|[?？]|$)|什么单位|栏|佐证|证明|哪[几两]年|哪一?年的|年份|口径|怎么算|"
    r"参赛报告|报告里|表[里中格]|页码|指标|第几个?部分|哪个?部分"
)
_PLACE = re.compile(
    r"第几个?(?:部分|章|节|项)|哪一?个?(?:部分|章节|张表|栏)|(?:填|写|放|附)[在到]?哪(?![几两一些年种类])|哪里填|哪儿填"
)
_EVIDENCE = re.compile(r"佐证|证明|附.{0,4}(?:材料|证)|证书|复印件|页码")
_YEARS = re.compile(
    r"20\d\d年?(?:和|与|、|到|至|跟|还有)20\d\d|(?:两|2|几|三|一)年(?:的|都|吗|数)|哪[几两一]?个?年|年份|哪些年|几年的?数据|到.{0,3}年"
)
_ROWS = re.compile(r"哪些(?:指标|数据)|填(?:什么|哪些|啥)|什么指标")
_FILLED = re.compile(
    r"(?:要|用|必须|需要|需|得|应|该)[^，。,]{0,6}填|填[吗不么]|填不填|不填|谁.{0,4}填|哪[类种个].{0,6}填|可以空"
)
_LEFT_OUT = re.compile(r"不[^，。,？?]{0,2}填|空着|空白")
_WHOLE = 4  # characters of a row's label that name it whatever the kind of question
_SHOWN = 3  # labels told in one answer
_NAMED_ALONE = 6  # characters of a label that show by themselves that the forms are meant


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell how to fill in what the question names; None where it names nothing of the forms."""
    text = fold(plan.standalone)
    if plan.documents and FORMS not in plan.documents:
        return None
    if {"money", "review", "revoke"} & plan.concepts.keys():
        return None
    document = context.corpus.documents[FORMS]
    best = _meant(plan, text)
    if not best:
        return None
    question = Question(plan, text, composer, document)
    told = [_way(question)(question, group) for group in together(best)[:_SHOWN]]
    lead = told[0].lead if len({item.lead for item in told}) == 1 else ""
    if lead:
        composer.add(f"{lead}：" if len(told) == 1 else f"{lead}。\n")
    for item in told:
        composer.add(item.sentence + "\n")
    # a row that another category alone fills in is denied; that a row is to be filled in allows nothing
    return composer.build("answered", "no" if lead == "不用填" and not _LEFT_OUT.search(text) else None)


def of_a_row(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """As `answer`, for a question of another kind that names a row whole and asks for its unit or its years."""
    text = fold(plan.standalone)
    asked = (
        UNIT_ASKED.search(text)
        or _YEARS.search(text)
        or _EVIDENCE.search(text)
        or re.search("填(?:写|成|为|的)?|[这那]一?[行栏]", text)
    )
    if asked is None or plan.kind == "form":
        return None
    if plan.topics[:1] == ("category",) and plan.asks_permission:
        return None  # whether both may be filled in is no question of how
    named_whole = any(
        entry.kind == "row"
        and (found := match(entry.label, text)) is not None
        and found.share == 1.0
        and found.length >= _WHOLE
        for stage in STAGES
        for entry in entries(stage)
    )
    return answer(replace(plan, kind="form"), composer, context, day) if named_whole else None


def names_a_row(plan: Plan) -> bool:
    """Whether the question plainly names a row or a list of the forms, or the forms themselves."""
    text = fold(plan.standalone)
    return form_sections.asks_for_forms(plan, text) or any(
        found is not None
        and (
            found.share == 1.0
            or found.length >= _NAMED_ALONE
            or (found.pairs >= LEAST and _EVIDENCE.search(text) is not None)
        )
        for stage in STAGES
        for entry in entries(stage)
        if entry.kind != "section" and (found := match(entry.label, text)) is not None
    )


def _meant(plan: Plan, text: str) -> tuple[Entry, ...]:
    """The entries that the question is about, of the form and the section that it names."""
    stages = [stage for stage in STAGES if plan.contest_stage in (None, stage)]
    known = [entry for stage in stages for entry in entries(stage)]
    numbers = set(plan.locators)
    here = [entry for entry in known if {entry.section, f"{entry.stage} {entry.section}"} & numbers]
    for pool in (here, known):
        best, found = named(pool, text)
        # the words that name the label ask for nothing (牵头单位 is no question for a unit)
        rest = text.replace(common(core(found[0].label), text), " ") if found else text
        if best is not None and (pool is here or plan.kind == "form" or _ASKS.search(rest)):
            # a section that is named for its prose is told from its text, not from here
            return tuple(entry for entry in found if entry.kind != "section" or _wide(entry, text))
    return tuple(entry for entry in here if entry.kind == "section" and _wide(entry, text))


def _wide(entry: Entry, text: str) -> bool:
    """Whether the question can mean a whole section: where it stands, which years or rows it has."""
    years = bool(re.search(r"20\d\d年", "".join(entry.columns)))
    return bool(_PLACE.search(text) or (years and _YEARS.search(text)) or (entry.rows and _ROWS.search(text)))


def _way(question: Question) -> Callable[[Question, tuple[Entry, ...]], Told]:
    """How the question wants its label told."""
    text = question.text
    if _PLACE.search(text):
        return place
    if _EVIDENCE.search(text):
        return evidence
    if asks_unit(text):
        return lambda asked, group: unit(asked, group) or whole(asked, group)
    if _YEARS.search(text):
        return years
    return filled if _FILLED.search(text) and question.plan.expected != "list" else whole
