"""How a row, a list or a section of the report forms is to be filled in, read off the form description."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from assistant.answering import form_sections
from assistant.answering.composer import Composer, shorten
from assistant.answering.context import Context
from assistant.answering.form_labels import (
    FORMS,
    STAGES,
    Entry,
    column_named,
    common,
    core,
    entries,
    match,
    named,
)
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
_EVIDENCE = re.compile(r"佐证|证明|附.{0,4}材料|页码")
_YEARS = re.compile(
    r"20\d\d年?(?:和|与|、|到|至|跟|还有)20\d\d|(?:两|2|几|三|一)年(?:的|都|吗|数)|哪[几两一]?个?年|年份|哪些年|几年的?数据|到.{0,3}年"
)
_ROWS = re.compile(r"哪些(?:指标|数据)|填(?:什么|哪些|啥)|什么指标")
_FILLED = re.compile(
    r"(?:要|用|必须|需要|需|得|应|该)[^，。,]{0,6}填|填[吗不么]|填不填|不填|谁.{0,4}填|哪[类种个].{0,6}填|可以空"
)
_UNIT = re.compile(
    r"亿?吨/万元|万元/亩|(?:亿|百万|千万|万)?(?:美元|欧元|港元|港币|人民币)|(?:亿|千万|百万|万|千)元|百分比|百分数|%|"
    r"平方公里|平方米|公顷|[万千亿][人家吨亩]|(?<=[填按用是])(?:元|亿|万|个|人|家|件|项|亩|吨)(?=吗|么|嘛|$|[?？])"
)
_UNIT_ASKED = re.compile(r"单位(?!名称|意见|盖章|负责)|多少元|什么钱|币种")
_ALLOWED = re.compile(r"能|可以|可否")
_SAME_UNIT = {"百分比": "%", "百分数": "%", "亿": "亿元", "万": "万元"}
_PAGES = re.compile(r"页码[^）)]*下同")
_WHOLE = 4  # characters of a row's label that name it whatever the kind of question
_SHOWN = 3  # labels told in one answer
_NAMED_ALONE = 6  # characters of a label that show by themselves that the forms are meant


@dataclass(frozen=True)
class _Told:
    """What is said of one label.

    Attributes:
        lead: the plain answer (要, 不是), "" where the question asks for none.
        sentence: what it rests on, with marks.
    """

    lead: str
    sentence: str


@dataclass(frozen=True)
class _Question:
    plan: Plan
    text: str
    composer: Composer
    document: Document

    def cite(self, entry: Entry, words: str | None = None) -> str:
        """The mark of an entry, quoting `words` or its label."""
        row = f"{entry.stage} {entry.section} {f'{entry.context} ' if entry.context else ''}{entry.label}"
        locator = row if self.document.clause(row) else f"{entry.stage} {entry.section}"
        words = words or shorten(entry.label)
        return self.composer.cite(
            FORMS, locator, words if words in self.document.full_text(locator) else None
        )

    def cite_all(self, group: tuple[Entry, ...]) -> str:
        """The marks of the same label in each form."""
        return "".join(self.cite(entry) for entry in group)


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
    question = _Question(plan, text, composer, document)
    told = [_way(question)(question, group) for group in _together(best)[:_SHOWN]]
    lead = told[0].lead if len({item.lead for item in told}) == 1 else ""
    if lead:
        composer.add(f"{lead}：" if len(told) == 1 else f"{lead}。\n")
    for item in told:
        composer.add(item.sentence + "\n")
    return composer.build("answered")


def of_a_row(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """As `answer`, for a question of another kind that names a row whole and asks for its unit or its years."""
    text = fold(plan.standalone)
    asked = (
        _UNIT_ASKED.search(text)
        or _YEARS.search(text)
        or re.search("填(?:写|成|为|的)?|[这那]一?[行栏]", text)
    )
    if asked is None or plan.kind == "form":
        return None
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
        found is not None and (found.share == 1.0 or found.length >= _NAMED_ALONE)
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


def _together(found: tuple[Entry, ...]) -> list[tuple[Entry, ...]]:
    """The entries grouped: what both forms have alike is told once; the printed notes may differ."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in found:
        groups.setdefault((entry.section, entry.context, entry.name, entry.columns, entry.unit), []).append(
            entry
        )
    return [tuple(group) for group in groups.values()]


def _way(question: _Question) -> Callable[[_Question, tuple[Entry, ...]], _Told]:
    """How the question wants its label told."""
    text = question.text
    if _PLACE.search(text):
        return _place
    if _EVIDENCE.search(text):
        return _evidence
    if _UNIT.search(text) or _UNIT_ASKED.search(text):
        return _unit
    if _YEARS.search(text):
        return _years
    return _filled if _FILLED.search(text) and question.plan.expected != "list" else _whole


def _where(group: tuple[Entry, ...]) -> str:
    return f"{'、'.join(entry.stage for entry in group)}参赛报告的{_numbered(group[0].section)}"


def _numbered(section: str) -> str:
    """A section's number as one says it (2.1, 第六部分)."""
    return section if "." in section else f"第{section}部分"


def _place(question: _Question, group: tuple[Entry, ...]) -> _Told:
    entry = group[0]
    inside = f"“{entry.context}”" if entry.context else ""
    return _Told("", f"“{entry.name}”在{_where(group)}{inside}{question.cite_all(group)}。")


def _evidence(question: _Question, group: tuple[Entry, ...]) -> _Told:
    if group[0].kind != "row":
        return _whole(question, group)
    wanted = tuple(entry for entry in group if entry.evidence)
    others = tuple(entry for entry in group if not entry.evidence)
    name = f"“{group[0].name}”"
    said = []
    if wanted:
        said.append(f"{name}在{_where(wanted)}注明“需提供佐证材料”{question.cite_all(wanted)}")
        said += _pages(question, wanted)
    if others:
        begin = "" if wanted else name
        said.append(f"{begin}在{_where(others)}没有注明需提供佐证材料{question.cite_all(others)}")
    if not others:
        return _Told("要", "；".join(said) + "。")
    if not wanted:
        return _Told("不用", "；".join(said) + "。")
    lead = f"{'、'.join(e.stage for e in wanted)}要，{'、'.join(e.stage for e in others)}不用"
    return _Told(lead, "；".join(said) + "。")


def _pages(question: _Question, wanted: tuple[Entry, ...]) -> list[str]:
    """That page numbers are to be given, where a row before says so for all below it (下同)."""
    said = []
    for entry in wanted:
        rows = [row for row in entries(entry.stage) if row.kind == "row"]
        rule = next((row for row in rows if _PAGES.search(row.label)), None)
        if rule is not None and rows.index(rule) <= rows.index(entry):
            said.append(f"{entry.stage}还要标注所在页码{question.cite(rule)}")
    return said


def _unit(question: _Question, group: tuple[Entry, ...]) -> _Told:
    entry = group[0]
    units = {entry.name: entry.unit} if entry.unit else _column_units(entry, question.text)
    if not units:
        return _whole(question, group)
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
        return _Told(lead, f"{_where(group)}“{entry.name}”表中，{said}{marks}。")
    if entry.unit in lead:
        return _Told(lead, f"“{entry.label}”在{_where(group)}{question.cite_all(group)}。")
    said = f"“{entry.name}”在{_where(group)}，单位是{entry.unit}"
    return _Told(lead, f"{said}{question.cite_all(group)}。")


def _column_units(entry: Entry, text: str) -> dict[str, str]:
    """Unit of each column that the question names, or of all that have one, by heading without year and unit."""
    units = {heading: unit for heading, unit in zip(entry.columns, entry.units, strict=False) if unit}
    chosen = [heading for heading in column_named(entry, text) if heading in units] or list(units)
    return {re.split(r"[（(]|20\d\d", heading)[0]: units[heading] for heading in chosen}


def _filled(question: _Question, group: tuple[Entry, ...]) -> _Told:
    entry = group[0]
    marks = question.cite_all(group)
    if not entry.only_category:
        if question.plan.expected != "yes_no":
            return _whole(question, group)
        return _Told("要填", f"“{entry.name}”列在{_where(group)}，没有注明可以不填{marks}。")
    rule = f"“{entry.name}”在{_where(group)}注明仅{entry.only_category}填报{marks}。"
    category = question.plan.category
    if category is None:
        return _Told("", rule + f"其他类别的集群不用填{marks}。")
    return _Told("要填" if category == entry.only_category else "不用填", rule)


def _years(question: _Question, group: tuple[Entry, ...]) -> _Told:
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
    return _Told(lead, f"“{entry.name}”（{_where(group)}）填{'、'.join(years)}的数据{also}{marks}。")


def _heading_line(document: Document, entry: Entry) -> str | None:
    """The line of a section's table that names the years."""
    lines = document.full_text(f"{entry.stage} {entry.section}").splitlines()
    found = next((line for line in lines if "|" in line and re.search(r"20\d\d年", line)), None)
    return found.strip("| ") if found else None


def _whole(question: _Question, group: tuple[Entry, ...]) -> _Told:
    entry = group[0]
    parts = [f"“{entry.label}”在{_where(group)}"]
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
    if entry.only_category:
        parts.append(f"仅{entry.only_category}填报")
    return _Told("", "，".join(parts) + f"{question.cite_all(group)}。")
