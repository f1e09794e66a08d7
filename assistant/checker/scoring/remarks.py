"""What a report says of a requirement: why it has its status, and what to add."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.checker.conditions import CellEvidence, ListEvidence, SentenceEvidence
from assistant.checker.form import Form
from assistant.checker.reports.models import Status
from assistant.checker.scoring.evidence import NIL, ZERO, Found, Lack
from assistant.checker.scoring.topics import Topics
from assistant.checker.sentences import FULL

if TYPE_CHECKING:
    from assistant.checker.scoring.score import Said

Items = Sequence[tuple[CellEvidence | ListEvidence, Found]]
Spoken = Sequence[tuple[SentenceEvidence, "tuple[Said, ...]"]]

_MOST = 4
_LONGEST_QUOTE = 24
_INNER = str.maketrans("“”", "‘’")
_REASONS = {
    "denied": "否定或不足的说法",
    "plan": "计划",
    "other": "设想或转述",
    "elsewhere": "别处的情况",
    "question": "问句",
    "instruction": "填写说明",
    "vague": "没有具体数量、时间、名称的概述",
}


def why(
    status: Status, items: Items, spoken: Spoken, told: Sequence[Topics], unread: str, sentences: int
) -> str:
    """Why a requirement has its status, in a sentence that agrees with the evidence listed.

    Args:
        status: the status.
        items: what cells and lists gave.
        spoken: what sentences gave.
        told: all sentences of the draft.
        unread: what could not be read, "" where nothing was in the way.
        sentences: number of distinct sentences that count.
    """
    if status == "unknown":
        return f"{unread}，依据可能在其中，无法判断。"
    support = _support(items, sentences)
    lacking = _lacking(items, spoken)
    if status == "met":
        return f"有{support}支持{f'；还可补充：{lacking}' if lacking else ''}。"
    if status == "partial":
        return f"有{support}支持，但还不充分{f'：{lacking}' if lacking else ''}。"
    rejected = _rejected(spoken, told)
    return "。".join(part for part in (f"没有找到依据：{lacking}", rejected) if part) + "。"


def _support(items: Items, sentences: int) -> str:
    counts = (
        (sum(len(found.evidence) for item, found in items if isinstance(item, CellEvidence)), "{}格表格内容"),
        (sum(len(found.evidence) for item, found in items if isinstance(item, ListEvidence)), "{}行清单"),
        (sentences, "{}句文字"),
    )
    return "、".join(form.format(count) for count, form in counts if count)


def _lacking(items: Items, spoken: Spoken) -> str:
    parts = []
    for because, lacks in _grouped(lack for _, found in items for lack in found.lacks).items():
        more = f"等{len(lacks)}格" if len(lacks) > _MOST else ""
        parts.append(_cells(lacks[:_MOST]) + more + because)
    parts += [f"没有写明“{kind.says}”的句子" for kind, said in spoken if not said]
    parts += [f"写明“{kind.says}”的句子没有数量、时间或文件名称" for kind in _vague(spoken)]
    return "；".join(parts)


def _cells(lacks: Sequence[Lack]) -> str:
    """Cells by section and column: `2.1“利润总额”“税金总额”（2022年）`."""
    columns: dict[tuple[str, str], list[str]] = {}
    for lack in lacks:
        columns.setdefault((lack.section, lack.name.translate(_INNER)), []).append(lack.column)
    names: dict[tuple[str, str], list[str]] = {}
    for (section, name), headings in columns.items():
        names.setdefault((section, "、".join(filter(None, headings))), []).append(f"“{name}”")
    return "、".join(
        f"{section}{''.join(rows)}{f'（{headings}）' if headings else ''}"
        for (section, headings), rows in names.items()
    )


def _grouped(lacks: Iterable[Lack]) -> Mapping[str, list[Lack]]:
    out: dict[str, list[Lack]] = {}
    for lack in lacks:
        out.setdefault(lack.because, []).append(lack)
    return out


def _vague(spoken: Spoken) -> list[SentenceEvidence]:
    """The kinds of which only sentences without figures were found, where figures are asked for."""
    return [
        kind
        for kind, said in spoken
        if said and not kind.plain and all(one.match.grade < FULL for one in said)
    ]


def _rejected(spoken: Spoken, told: Sequence[Topics]) -> str:
    """The first sentence that speaks of the matter and cannot count, and why."""
    for kind, _ in spoken:
        for topics in told:
            statement = topics.statement
            reason = statement.judged.reason
            if reason and topics.mentions(kind):
                text = statement.text.rstrip("。；;")
                quote = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
                return f"{statement.section}中的“{quote.translate(_INNER)}”是{_REASONS[reason]}，不算依据"
    return ""


def advice(form: Form, items: Items, spoken: Spoken) -> str:
    """What to add, naming sections, cells and sentences that the stage's form has.

    Args:
        form: the stage's form.
        items: what cells and lists gave.
        spoken: what sentences gave.
    """
    parts = _to_fill(items)
    for item, found in items:
        if isinstance(item, ListEvidence):
            parts += [f"在{_cells([lack])}补填到{item.rows}行，各栏填全" for lack in found.lacks]
    for kind, said in spoken:
        if not said:
            parts.append(f"在{_place(form, kind)}写明{kind.says}{_like(kind)}")
    parts += [
        f"在{_place(form, kind)}给这句话补上数量、时间或文件名称{_like(kind)}" for kind in _vague(spoken)
    ]
    if not parts:
        parts = [f"在{_place(form, kind)}再写一句{kind.says}{_like(kind)}" for kind, _ in spoken]
    parts += _to_review(items)
    return "；".join(parts) + "。"


def _faults(items: Items, *, blank: bool) -> list[Lack]:
    """The cells that are no evidence, either because they are blank or for another reason."""
    return [
        lack
        for item, found in items
        if isinstance(item, CellEvidence)
        for lack in found.lacks
        if lack.blank == blank
    ]


def _to_fill(items: Items) -> list[str]:
    blank = _faults(items, blank=True)
    return [f"填写{_cells(blank)}"] if blank else []


def _to_review(items: Items) -> list[str]:
    groups = _grouped(_faults(items, blank=False)).items()
    return [
        f"{_cells(lacks)}{because}，{'如有请填写数值' if because in (NIL, ZERO) else '请核对'}"
        for because, lacks in groups
    ]


def _like(kind: SentenceEvidence) -> str:
    return f"，如“{kind.like.translate(_INNER)}”"


def _place(form: Form, kind: SentenceEvidence) -> str:
    """The first of a kind's sections that the form has."""
    section = next((found for number in kind.where if (found := form.section(number))), None)
    if section is None:
        return "文字部分"
    return section.number if section.number[0].isdigit() else f"“{section.number}、{section.title}”"
