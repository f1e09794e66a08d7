"""What the forms tell of a row, a list or a section: where it stands, its unit, years, evidence, and who fills it in."""

from __future__ import annotations

import re

from assistant.answering.form_labels import Entry, entries
from assistant.answering.form_told import Question, Told, where
from index.documents import Document

_PAGES = re.compile(r"页码[^）)]*下同")


def place(question: Question, group: tuple[Entry, ...]) -> Told:
    """Where it stands."""
    entry = group[0]
    inside = f"“{entry.context}”" if entry.context else ""
    return Told("", f"“{entry.name}”在{where(group)}{inside}{question.cite_all(group)}。")


def evidence(question: Question, group: tuple[Entry, ...]) -> Told:
    """Whether proof is to be given, in each form."""
    if group[0].kind != "row":
        return whole(question, group)
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


def filled(question: Question, group: tuple[Entry, ...]) -> Told:
    """Whether it is to be filled in, and by which category."""
    entry = group[0]
    marks = question.cite_all(group)
    if not entry.only_category:
        if question.plan.expected != "yes_no":
            return whole(question, group)
        return Told("要填", f"“{entry.name}”列在{where(group)}，没有注明可以不填{marks}。")
    rule = f"“{entry.name}”在{where(group)}注明仅{entry.only_category}填报{marks}。"
    category = question.plan.category
    if category is None:
        return Told("", rule + f"其他类别的集群不用填{marks}。")
    return Told("要填" if category == entry.only_category else "不用填", rule)


def years(question: Question, group: tuple[Entry, ...]) -> Told:
    """Which years its figures are of."""
    entry = group[0]
    if not entry.columns:
        return whole(question, group)
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


def whole(question: Question, group: tuple[Entry, ...]) -> Told:
    """All that the form prints of it."""
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
