"""The parts of which each form consists."""

from __future__ import annotations

import re

from assistant.answering.form_told import STAGES, Question, Reply
from assistant.checker.form import Form, Section
from assistant.checker.form_loader import load_form

_HOW_MANY = re.compile(
    r"(?:几|哪些|哪几|多少|什么)(?:个|大)*(?:部分|板块|大块|章)|(?:结构|框架|目录)(?:是|有|分)?(?:什么|怎|咋|哪)?"
)
_NTH = re.compile(r"第([一二三四五六七])(?:个|大)*(?:部分|块|章)")
_KEY = re.compile(r"基本信息|总体情况|承载园区|促进组织|实施方案|真实性声明|佐证材料")
_WHAT = re.compile(r"什么|啥|哪些|哪几|内容|怎么[填写]|叫")
_OF_FORM = re.compile(r"报告|表|初赛|决赛|参赛")
_OTHER = re.compile(
    r"方案|提纲|自评|园区|促进组织|规划|办法|名单|年度|半年|字数|多少字|字的|写文字|写哪|填哪|放哪|在哪|第几|小节|第[\d一二三四五六七八]+(?:个)?节"
)


def _forms(question: Question) -> list[Form]:
    return [load_form(stage) for stage in STAGES if question.plan.contest_stage in (None, stage)]


def _parts(question: Question) -> Reply | None:
    """How many and which parts a form has."""
    text = question.text
    if (
        not _HOW_MANY.search(text)
        or not _OF_FORM.search(text)
        or _OTHER.search(text)
        or question.plan.locators
    ):
        return None
    lines = []
    for form in _forms(question):
        parts = [section for section in form.sections if section.level == 1]
        names = "、".join(f"{part.number}{part.title}" for part in parts)
        lines.append(
            f"{form.stage}参赛报告分{len(parts)}部分：{names}{question.composer.cite('report-2023', form.stage)}。"
        )
    return Reply("\n".join(lines) + "\n")


def _nth(question: Question) -> Reply | None:
    """What a part of a form is for."""
    text = question.text
    found = _NTH.search(text)
    if found is None or not _WHAT.search(text) or _OTHER.search(text):
        return None
    lines = []
    for form in _forms(question):
        part = form.section(found.group(1))
        if part is None:
            lines.append(
                f"{form.stage}参赛报告没有第{found.group(1)}部分{question.composer.cite('report-2023', form.stage)}。"
            )
            continue
        position = form.sections.index(part)
        below = []
        for section in form.sections[position + 1 :]:
            if section.level == 1:
                break
            below.append(f"{section.number} {section.title}")
        title = question.quote(part.number, part.title, (form.stage,))
        inner = f"，包括{'、'.join(below)}" if below else ""
        cells = _cells(part)
        if cells and not below:
            inner += f"，要填{'；'.join(cells)}"
        if part.kind == "text" and part.instructions:
            line = part.instructions[0]
            inner += f"：“{line}”{question.quote(part.number, line, (form.stage,))}"
        lines.append(f"{form.stage}的第{part.number}部分是“{part.title}”{title}{inner}。")
    return Reply("\n".join(lines) + "\n")


def _cells(part: Section) -> list[str]:
    """The labels of a part's fields, those of one body together (集群促进组织的单位名称、……)."""
    rows = [row for table in part.tables if table.kind == "fields" for row in table.rows]
    grouped: dict[str, list[str]] = {}
    for row in rows:
        grouped.setdefault(row.group or f"\0{row.label}", []).append(row.label)
    return [
        f"{group}的{'、'.join(dict.fromkeys(labels))}" if group[0] != "\0" else labels[0]
        for group, labels in grouped.items()
    ]


def _basics(question: Question) -> Reply | None:
    """What the first part asks for."""
    text = question.text
    if not re.search(r"基本信息|封面|首页|第一页", text) or not re.search(
        r"填(?:些)?(?:什么|哪|啥)|哪些(?:内容|栏|项|信息)|几栏|几项", text
    ):
        return None
    forms = _forms(question)
    part = forms[0].section("一")
    if part is None:
        return None
    stages = "、".join(form.stage for form in forms)
    return Reply(
        f"{stages}第一部分“{part.title}”要填{'；'.join(_cells(part))}{question.quote('一', part.title)}。\n"
    )


def _is_nth(question: Question) -> Reply | None:
    """Whether a part has the number that the question gives it."""
    text = question.text
    found = _NTH.search(text)
    if found is None or question.verdict(True) is None or "提纲" in text:
        return None
    said, right = [], False
    for form in _forms(question):
        part = next(
            (s for s in form.sections if s.level == 1 and _KEY.search(s.title) and _named_by(s, text)), None
        )
        if part is not None:
            right = right or part.number == found.group(1)
            said.append(
                f"{form.stage}的“{part.title}”是第{part.number}部分{question.quote(part.number, part.title, (form.stage,))}"
            )
    if not said:
        return None
    return Reply(f"{'是' if right else '不是'}：{'，'.join(said)}。\n", question.verdict(right))


def _named_by(part: Section, text: str) -> bool:
    """Whether the text has the word by which a part is known."""
    found = _KEY.search(part.title)
    return found is not None and found.group() in text


WAYS = (_parts, _basics, _is_nth, _nth)
