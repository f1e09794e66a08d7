"""Scores a draft against the six conditions of 第六条: the evidence in the draft, not the cluster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from assistant.checker.conditions import (
    CellEvidence,
    ConditionSpec,
    EvidenceItem,
    ListEvidence,
    RequirementSpec,
    SentenceEvidence,
    TextEvidence,
    load_conditions,
)
from assistant.checker.draft import Draft, Value
from assistant.checker.form import Row
from assistant.checker.reports.models import Condition, Evidence, Requirement, Status
from assistant.checker.rules.completeness import only_hint
from assistant.checker.rules.declaration import signed_text
from assistant.checker.sentences import (
    Sentence,
    has_data,
    positive_clauses,
    split_sentences,
    states_fact,
    wording,
)
from assistant.checker.wordcount import count_words

_MOST_EVIDENCE = 6
_LONGEST_QUOTE = 160
_ENOUGH = 0.999


@dataclass
class _Tally:
    """Points and evidence gathered for one requirement."""

    points: float = 0.0
    attainable: float = 0.0
    evidence: list[Evidence] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)


def score_draft(draft: Draft) -> tuple[tuple[Condition, ...], float]:
    """The six conditions with their evidence, and the score.

    Args:
        draft: the draft.

    Returns:
        The conditions, and their weighted mean from 0 to 100, to one decimal.
    """
    specs = load_conditions()
    assigned = _assign(_sentences(draft), specs)
    conditions = []
    for spec in specs:
        requirements = []
        earned = 0.0
        for requirement in spec.requirements:
            tally = _tally(draft, requirement, assigned.get(spec.id, ()))
            share = min(1.0, tally.points / min(1.0, tally.attainable)) if tally.attainable else 0.0
            earned += requirement.weight * share
            requirements.append(_result(requirement, tally, share, draft))
        weight = sum(requirement.weight for requirement in spec.requirements)
        conditions.append(
            Condition(
                id=spec.id,
                name=spec.name,
                score=round(100 * earned / weight, 1),
                weight=spec.weight,
                requirements=tuple(requirements),
            )
        )
    total = sum(condition.weight for condition in conditions)
    score = round(sum(condition.weight * condition.score for condition in conditions) / total, 1)
    return tuple(conditions), score


@cache
def _own_words() -> frozenset[str]:
    return wording(requirement.text for spec in load_conditions() for requirement in spec.requirements)


def _sentences(draft: Draft) -> list[Sentence]:
    """Sentences of free text that state a fact, each once."""
    found: dict[str, Sentence] = {}
    for section, paragraph in draft.all_paragraphs():
        described = draft.form.section(section)
        if described is None or described.kind in ("annex", "declaration"):
            continue
        for text in split_sentences(paragraph.text):
            if text not in found and states_fact(text, _own_words()):
                found[text] = Sentence(section, text)
    return list(found.values())


@lru_cache(maxsize=4096)
def _factual_part(text: str, plans: bool) -> str:
    """The positive clauses of a sentence, "" where they state no fact."""
    words = positive_clauses(text, plans)
    return words if words and states_fact(words, _own_words()) else ""


def _weight(item: SentenceEvidence, text: str) -> float:
    """How specifically a sentence's positive clauses speak of an item; 0 where a pattern is not found.

    Long matches are specific (市场占有率), short ones general (国内).
    """
    words = _factual_part(text, item.plans)
    if not words:
        return 0.0
    found = [{match.group() for match in pattern.finditer(words)} for pattern in item.about]
    if not all(found):
        return 0.0
    return sum(len(match) for matches in found for match in matches) / len(found)


def _assign(sentences: Sequence[Sentence], specs: Sequence[ConditionSpec]) -> dict[str, list[Sentence]]:
    """Each sentence to the condition that it speaks of most, the earlier one of equals."""
    out: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        weights = [
            max((_weight(item, sentence.text) for r in spec.requirements for item in _spoken(r)), default=0.0)
            for spec in specs
        ]
        best = max(weights, default=0.0)
        if best:
            out.setdefault(specs[weights.index(best)].id, []).append(sentence)
    return out


def _spoken(requirement: RequirementSpec) -> list[SentenceEvidence]:
    return [item for item in requirement.evidence if isinstance(item, SentenceEvidence)]


def _tally(draft: Draft, requirement: RequirementSpec, sentences: Sequence[Sentence]) -> _Tally:
    tally = _Tally()
    for item in requirement.evidence:
        _add(draft, item, sentences, tally)
    return tally


def _add(draft: Draft, item: EvidenceItem, sentences: Sequence[Sentence], tally: _Tally) -> None:
    if isinstance(item, CellEvidence):
        _add_cells(draft, item, tally)
    elif isinstance(item, ListEvidence):
        _add_list(draft, item, tally)
    elif isinstance(item, TextEvidence):
        _add_text(draft, item, tally)
    else:
        tally.attainable += item.points * item.times
        # Sentences with data first, each group in the draft's order.
        found = [sentence for sentence in sentences if _weight(item, sentence.text)]
        found = sorted(found, key=lambda sentence: not has_data(sentence.text))[: item.times]
        tally.points += sum(item.points if has_data(s.text) else item.points / 2 for s in found)
        tally.evidence += [Evidence(section=s.section, value=_short(s.text)) for s in found]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def _passes(value: Value, row: Row, test: str) -> bool:
    if test == "filled":
        if row.kind == "endorsement":
            return bool(signed_text(value.raw))
        return not value.blank and not value.nil and not only_hint(value.raw, row)
    number = value.number
    return number is not None and number.value > 0


def _add_cells(draft: Draft, item: CellEvidence, tally: _Tally) -> None:
    found = [(ref, draft.form.find_row(f"{ref.section}/{ref.row}")) for ref in item.cells]
    known = [(ref, entry[2]) for ref, entry in found if entry is not None]
    if not known:
        return
    tally.attainable += item.points
    passed = []
    for ref, row in known:
        value = draft.values.get(ref)
        if value is not None and _passes(value, row, item.test):
            passed.append(value)
        else:
            tally.lacking.append(f"{ref.section}“{row.label.partition('（')[0]}”")
    if item.any_one and passed:
        tally.points += item.points
    else:
        tally.points += item.points * len(passed) / len(known)
    tally.evidence += [
        Evidence(section=v.ref.section, row=v.row_label, column=v.column_label, value=_short(v.raw.strip()))
        for v in passed
    ]


def _add_list(draft: Draft, item: ListEvidence, tally: _Tally) -> None:
    section = draft.form.section(item.section)
    table = section.table(item.table) if section else None
    if section is None or table is None:
        return
    tally.attainable += item.points
    rows = draft.rows(item.section, item.table)
    name = table.title or section.title
    if not rows:
        tally.lacking.append(f"{item.section}“{name}”清单")
        return
    tally.points += item.points * min(1.0, len(rows) / item.rows)
    tally.evidence.append(
        Evidence(section=item.section, row=table.title or None, value=f"{name}共列 {len(rows)} 项")
    )


def _add_text(draft: Draft, item: TextEvidence, tally: _Tally) -> None:
    section = draft.form.section(item.section)
    if section is None:
        return
    tally.attainable += item.points
    text = draft.texts.get(item.section)
    words = count_words(text.text) if text else 0
    tally.points += item.points * min(1.0, words / item.words)
    if words:
        tally.evidence.append(Evidence(section=item.section, value=f"{section.title}共 {words} 字"))


def _result(spec: RequirementSpec, tally: _Tally, share: float, draft: Draft) -> Requirement:
    status: Status = "met" if share >= _ENOUGH else ("partial" if share > 0 else "missing")
    if status != "met" and draft.source.unread:
        status = "unknown" if status == "missing" else status
    return Requirement(
        id=spec.id,
        text=spec.text,
        status=status,
        evidence=tuple(tally.evidence[:_MOST_EVIDENCE]),
        why=_why(status, tally),
        advice=None if status == "met" else spec.advice,
    )


def _why(status: Status, tally: _Tally) -> str:
    sentences = sum(1 for item in tally.evidence if item.row is None and item.column is None)
    cells = len(tally.evidence) - sentences
    found = "、".join(
        part
        for part in (f"{cells} 处表格数据" if cells else "", f"{sentences} 处文字" if sentences else "")
        if part
    )
    lacking = f"；缺 {'、'.join(dict.fromkeys(tally.lacking[:4]))}" if tally.lacking else ""
    if status == "met":
        return f"有{found}支持。"
    if status == "partial":
        extra = lacking or "；缺少有具体事实（数量、时间、名称）的文字说明"
        return f"仅有{found}支持{extra}。"
    if status == "unknown":
        return "文件中有无法读取的内容，不能判断。"
    return f"没有找到能支持这一要求的数据或事实{lacking}。"
