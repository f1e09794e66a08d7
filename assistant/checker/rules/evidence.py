"""Proof and its page numbers (kind `evidence`): rows marked 需提供佐证材料，并标注所在页码."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from assistant.checker.draft import Draft
from assistant.checker.form import Row
from assistant.checker.labels import core, flat
from assistant.checker.rules.registry import Context, Problem, at, rule
from assistant.checker.source import Place

_PAGE = re.compile(r"第?\d+(?:[-—–~、至]\d+)*页|[pP]{1,2}\.?\d+|页码[:：]?\d+|[.…·]{2,}\s*\d+$|\t\s*\d+$")
_NAMED_ENOUGH = 80


def _annex_numbers(draft: Draft) -> list[str]:
    return [section.number for section in draft.form.sections if section.kind == "annex"]


def _annex_lines(draft: Draft) -> list[str]:
    lines = []
    for number in _annex_numbers(draft):
        text = draft.texts.get(number)
        lines += [paragraph.text for paragraph in text.paragraphs] if text else []
    return lines


def _topic(row: Row) -> str:
    return re.sub(r"数量|获得|企业|需提供.*", "", core(row.label))


def pages_stated(draft: Draft, section: str, row: Row) -> bool:
    """Whether page numbers of the proof for a row are given, in its cells, its label or the annex."""
    for column in ("y2", "y1", "growth"):
        value = draft.value(f"{section}/{row.key}", column)
        if value and (_PAGE.search(flat(value.raw)) or _PAGE.search(flat(value.label_raw))):
            return True
    topic = _topic(row)
    lines = _annex_lines(draft)
    for position, line in enumerate(lines):
        if fuzz.partial_ratio(topic, core(line)) >= _NAMED_ENOUGH:
            near = line if position + 1 >= len(lines) else f"{line}\n{lines[position + 1]}"
            if _PAGE.search(line) or _PAGE.search(flat(near)):
                return True
    notes = draft.texts.get(section)
    return bool(notes and any(_PAGE.search(flat(p.text)) for p in notes.paragraphs))


@rule(id="evidence-page", kind="evidence", title="没有标注佐证材料所在页码", severity="warning")
def evidence_page(context: Context) -> Iterator[Problem]:
    """A positive count that needs proof, without the page of its proof; the preliminary form asks for pages."""
    draft = context.draft
    if draft.stage != "初赛":
        return
    for section, _table, row in context.form.rows():
        value = draft.value(f"{section.number}/{row.key}", "y1")
        number = value.number if value else None
        if not row.evidence or value is None or number is None or number.value <= 0:
            continue
        if pages_stated(draft, section.number, row):
            continue
        yield at(
            value,
            f"{section.number} “{row.label}”填 {value.raw.strip()}，没有标注佐证材料所在页码。",
            "请在单元格内注明页码，如“12（佐证材料第35页）”，或在佐证材料目录中列出。",
        )


@rule(id="evidence-missing", kind="evidence", title="没有佐证材料", severity="warning")
def evidence_missing(context: Context) -> Iterator[Problem]:
    """An annex of proof with nothing in it."""
    draft = context.draft
    for section in context.form.sections:
        text = draft.texts.get(section.number)
        if section.kind != "annex" or (
            text and (text.paragraphs or any(p.pictures for p in text.everything))
        ):
            continue
        yield Problem(
            section=section.number,
            message=f"“{section.number} {section.title}”没有内容。",
            advice="请附上佐证材料并列出目录和页码；如另册装订，请在此注明。",
            place=draft.headings.get(section.number, Place()),
        )
