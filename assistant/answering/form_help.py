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
from assistant.answering.form_told import Question, Told, together, where
from assistant.answering.form_units import UNIT_ASKED, asks_unit, unit
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from index.documents import Document

# What shows that a question is about filling in the forms, where it does not name them.
_ASKS = re.compile(
    r"填|写(?!明)|[亿万美]元|单位(?:是|用|填|写|为|呢|[?？]|$)|什么单位|栏|佐证|证明|哪[几两]年|哪一?年的|年份|口径|怎么算|"
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
_PAGES = re.compile(r"页码[^）)]*下同")
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
        return _place
    if _EVIDENCE.search(text):
        return _evidence
    if asks_unit(text):
        return lambda asked, group: unit(asked, group) or _whole(asked, group)
    if _YEARS.search(text):
        return _years
    return _filled if _FILLED.search(text) and question.plan.expected != "list" else _whole


def _place(question: Question, group: tuple[Entry, ...]) -> Told:
    entry = group[0]
    inside = f"“{entry.context}”" if entry.context else ""
    return Told("", f"“{entry.name}”在{where(group)}{inside}{question.cite_all(group)}。")


def _evidence(question: Question, group: tuple[Entry, ...]) -> Told:
    if group[0].kind != "row":
        return _whole(question, group)
    wanted = tuple(entry for entry in group if entry.evidence)
    others = tuple(entry for entry in group if not entry.evidence)
    name = f"“{group[0].name}”"
    said = []
    if wanted:
        said.append(f"{name}在{where(wanted)}注明“需提供佐证材料”{question.cite_all(wanted)}")
        said += _pages(question, wanted)
    if others:
        begin = "" if wanted else name
        said.append(f"{begin}在{where(others)}没有注明需提供佐证材料{question.cite_all(others)}")
    if not others:
        return Told("要", "；".join(said) + "。")
    if not wanted:
        return Told("不用", "；".join(said) + "。")
    lead = f"{'、'.join(e.stage for e in wanted)}要，{'、'.join(e.stage for e in others)}不用"
    return Told(lead, "；".join(said) + "。")


def _pages(question: Question, wanted: tuple[Entry, ...]) -> list[str]:
    """That page numbers are to be given, where a row before says so for all below it (下同)."""
    said = []
    for entry in wanted:
        rows = [row for row in entries(entry.stage) if row.kind == "row"]
        rule = next((row for row in rows if _PAGES.search(row.label)), None)
        if rule is not None and rows.index(rule) <= rows.index(entry):
            said.append(f"{entry.stage}还要标注所在页码{question.cite(rule)}")
    return said


def _filled(question: Question, group: tuple[Entry, ...]) -> Told:
    entry = group[0]
    marks = question.cite_all(group)
    if not entry.only_category:
        if question.plan.expected != "yes_no":
            return _whole(question, group)
        return Told("要填", f"“{entry.name}”列在{where(group)}，没有注明可以不填{marks}。")
    rule = f"“{entry.name}”在{where(group)}注明仅{entry.only_category}填报{marks}。"
    category = question.plan.category
    if category is None:
        return Told("", rule + f"其他类别的集群不用填{marks}。")
    return Told("要填" if category == entry.only_category else "不用填", rule)


def _years(question: Question, group: tuple[Entry, ...]) -> Told:
    entry = group[0]
    if not entry.columns:
        return _whole(question, group)
    years = list(dict.fromkeys(re.findall(r"20\d\d年", "".join(entry.columns))))
    others = [heading for heading in entry.columns if not re.search(r"20\d\d年", heading)]
    marks = "".join(question.cite(item, _heading_line(question.document, item)) for item in group)
    asked = [f"{year}年" for year in re.findall(r"20\d\d", question.text)]
    lead = ""
    if question.plan.expected == "yes_no" and asked:
        lead = "是" if set(asked) <= set(years) else "不是"
    also = f"，另有{'、'.join(others)}" if others else ""
    return Told(lead, f"“{entry.name}”（{where(group)}）填{'、'.join(years)}的数据{also}{marks}。")


def _heading_line(document: Document, entry: Entry) -> str | None:
    """The line of a section's table that names the years."""
    lines = document.full_text(f"{entry.stage} {entry.section}").splitlines()
    found = next((line for line in lines if "|" in line and re.search(r"20\d\d年", line)), None)
    return found.strip("| ") if found else None


def _noted(document: Document, entry: Entry) -> str:
    """What the cell to be filled in has printed in brackets (先进制造业集群或中小企业特色产业集群)."""
    clause = document.clause(f"{entry.stage} {entry.section} {entry.label}")
    cells = [value for _, value in clause.cells] if clause else []
    found = [
        match.group(1) for value in cells if (match := re.fullmatch(r"[（(]([^（）()]+)[)）]", value.strip()))
    ]
    return found[0] if found else ""


def _whole(question: Question, group: tuple[Entry, ...]) -> Told:
    entry = group[0]
    parts = [f"“{entry.label}”在{where(group)}"]
    if entry.unit:
        parts.append(f"单位是{entry.unit}")
    if entry.kind == "section" and entry.rows:
        parts.append(f"要填的指标有{'、'.join(dict.fromkeys(entry.rows))}")
    if entry.columns:
        parts.append(f"{'各列为' if entry.kind == 'section' else '要填'}{'、'.join(entry.columns)}")
    if entry.evidence:
        parts.append("须提供佐证材料")
    if entry.count:
        parts.append(f"{entry.count}个左右")
    if noted := _noted(question.document, entry):
        parts.append(f"表内注明“{noted}”")
    if entry.only_category:
        parts.append(f"仅{entry.only_category}填报")
    return Told("", "，".join(parts) + f"{question.cite_all(group)}。")
