"""Proof and its page numbers (kind `evidence`): rows marked 需提供佐证材料，并标注所在页码, and 4.3."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from assistant.checker.draft import Draft, Value
from assistant.checker.form import Row
from assistant.checker.labels import core, flat
from assistant.checker.rules.registry import Context, Problem, at, rule, short_label, shown
from assistant.checker.source import Place

_PAGE = re.compile(r"第?\d+(?:[-—–~、至]\d+)*页|[pP]{1,2}\.?\d+|页码[:：]?\d+|[.…·]{2,}\s*\d+$|\t\s*\d+$")
_DIGIT = re.compile(r"\d")
_NAMED_ENOUGH = 80
# More rows than this without any page are told together.
_MANY = 5
# So few rows without a page, where all others have theirs in the table, were forgotten.
_FEW = 2


def _annex_lines(draft: Draft) -> list[str]:
    lines = []
    for section in draft.form.sections:
        text = draft.texts.get(section.number) if section.kind == "annex" else None
        lines += [paragraph.text for paragraph in text.paragraphs] if text else []
    return lines


def _topic(row: Row) -> str:
    return re.sub(r"数量|获得|企业|需提供.*", "", core(row.label))


def _marked(draft: Draft, section: str, row: Row) -> bool:
    """Whether a row itself states pages, in its cells, its label or a column for them."""
    for column in ("y2", "y1", "growth"):
        value = draft.value(f"{section}/{row.key}", column)
        if value and (
            _PAGE.search(flat(value.raw)) or _PAGE.search(flat(value.label_raw)) or _DIGIT.search(value.pages)
        ):
            return True
    return False


def _noted(draft: Draft, section: str, row: Row) -> bool:
    """Whether a note below the table states the pages of a row, or of all rows without naming one."""
    notes = draft.texts.get(section)
    found = draft.form.section(section)
    topics = [_topic(own) for table in found.tables for own in table.rows if own.evidence] if found else []
    for note in notes.paragraphs if notes else ():
        parts = [part for part in re.split(r"[;；。]", note.text) if _PAGE.search(flat(part))]
        if any(_names(part, _topic(row)) for part in parts):
            return True
        if parts and not any(_names(part, topic) for part in parts for topic in topics):
            return True
    return False


def _names(line: str, topic: str) -> bool:
    return fuzz.partial_ratio(topic, core(line)) >= _NAMED_ENOUGH


def pages_stated(draft: Draft, section: str, row: Row) -> bool:
    """Whether page numbers of the proof for a row are given: in the row, in a note below its table or in the annex."""
    if _marked(draft, section, row) or _noted(draft, section, row):
        return True
    lines = _annex_lines(draft)
    for position, line in enumerate(lines):
        if _names(line, _topic(row)):
            near = f"{line}\n{lines[position + 1]}" if position + 1 < len(lines) else line
            if _PAGE.search(line) or _PAGE.search(flat(near)):
                return True
    return False


@rule(id="evidence-page", kind="evidence", title="没有标注佐证材料所在页码", severity="warning")
def evidence_page(context: Context) -> Iterator[Problem]:
    """A positive count that needs proof, without the page of its proof; the preliminary form asks for pages.

    Where no row at all has its pages, this is told once, at the row that asks for them. Where all others have them
    beside their figures, one that has not is told although the annex lists its proof.
    """
    draft = context.draft
    if draft.stage != "初赛":
        return
    asked: list[tuple[Row, Value, str]] = []
    for section, _table, row in context.form.rows():
        value = draft.value(f"{section.number}/{row.key}", "y1")
        number = value.number if value else None
        if row.evidence and value is not None and number is not None and number.value > 0:
            asked.append((row, value, section.number))
    without = [entry for entry in asked if not pages_stated(draft, entry[2], entry[0])]
    unmarked = [entry for entry in asked if not _marked(draft, entry[2], entry[0])]
    if not without and len(unmarked) <= _FEW and len(asked) - len(unmarked) >= _MANY:
        for row, value, number_ in unmarked:
            message = (
                f"{number_} “{row.label}”填 {shown(value)}，没有标注佐证材料所在页码，其他 "
                f"{len(asked) - len(unmarked)} 项都已在表中标注。"
            )
            yield at(value, message, "请在单元格内补注页码，如“12（佐证材料第35页）”。")
        return
    advice = "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。"
    if len(without) > _MANY and len(without) == len(asked):
        row, value, number_ = without[0]
        names = "、".join(short_label(other.label) for other, _, _ in without)
        message = f"{number_} “{row.label}”等 {len(without)} 项都没有标注佐证材料所在页码：{names}。"
        yield at(value, message, advice)
        return
    for row, value, number_ in without:
        message = f"{number_} “{row.label}”填 {shown(value)}，没有标注佐证材料所在页码。"
        yield at(value, message, advice)


@rule(id="evidence-missing", kind="evidence", title="没有佐证材料", severity="warning")
def evidence_missing(context: Context) -> Iterator[Problem]:
    """An annex of proof with nothing in it."""
    draft = context.draft
    for section in context.form.sections:
        text = draft.texts.get(section.number)
        pictures = text is not None and any(paragraph.pictures for paragraph in text.everything)
        if section.kind != "annex" or pictures or (text is not None and text.paragraphs):
            continue
        yield Problem(
            section=section.number,
            message=f"“{section.number} {section.title}”没有内容。",
            advice="请附上佐证材料并列出目录和页码；如另册装订，请在此注明。",
            place=draft.headings.get(section.number, Place()),
        )


# What 4.3 asks for, and how each may be called.
_PROMOTER_PROOF = (
    ("机构成立批文或注册登记执照", r"批文|批复|登记|执照|注册|法人证|章程|成立文件|许可"),
    ("固定的办公场所证明", r"场所|办公|租赁|租约|租房|承租|房产|产权|不动产|用房|场地"),
    (
        "机构负责人资历证书",
        r"资历|职称|学历|学位|资格|简历|任职|聘书|荣誉|工程师|经济师|会计师|证件|(?:负责人|会长|主任|秘书长|理事长|院长|法人代表|主席)[^;；。,，、]{0,12}证",
    ),
)
_ELSEWHERE = re.compile(r"详见|另附|另册|见附|附后|见第|见佐证|见七|等(?:佐证)?(?:证明)?材料")


@rule(id="promoter-evidence", kind="evidence", title="促进组织佐证资料不全", severity="warning")
def promoter_evidence(context: Context) -> Iterator[Problem]:
    """4.3 names some of the three proofs that the form asks for and leaves one out."""
    text = context.draft.texts.get("4.3")
    if text is None or not text.paragraphs or any(paragraph.pictures for paragraph in text.everything):
        return
    plain = flat(text.text)
    absent = [name for name, pattern in _PROMOTER_PROOF if not re.search(pattern, plain)]
    if not absent or len(absent) == len(_PROMOTER_PROOF) or _ELSEWHERE.search(plain):
        return
    yield Problem(
        section="4.3",
        message=f"4.3 没有列出{'、'.join(absent)}。",
        advice="请补上该项佐证，或注明所在页码。",
        found=None,
        expected="、".join(absent),
        place=text.paragraphs[0].place,
    )
