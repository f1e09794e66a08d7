"""Scores a draft: what its cells, lists and sentences show for each requirement of 第六条."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.checker.conditions import (
    CellEvidence,
    ConditionSpec,
    ListEvidence,
    RequirementSpec,
    SentenceEvidence,
    load_conditions,
)
from assistant.checker.draft import Draft
from assistant.checker.labels import flat
from assistant.checker.reports.models import Condition, Evidence, Requirement, Status
from assistant.checker.scoring import remarks
from assistant.checker.scoring.evidence import Found, cells, rows
from assistant.checker.scoring.statements import Statement, statements
from assistant.checker.scoring.topics import Match, Topics, kinds_of
from assistant.checker.scoring.unread import hidden
from assistant.checker.sentences import FULL

# One sentence that states a fact gives this part of its share, a second one the rest.
FIRST = 0.8
SECOND = 0.2
# A deed told in words of its own, without figure, date or name.
HALF = 0.5
# A requirement is met from this part of its points on.
MET = 0.8
_SKELETON = re.compile(r"[\d\W_]+|[一二三四五六七八九十]是")
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that counts for a kind."""

    statement: Statement
    match: Match


@dataclass
class Tally:
    """What was found for one requirement."""

    points: float = 0.0
    attainable: float = 0.0
    items: list[tuple[CellEvidence | ListEvidence, Found]] = field(default_factory=list)
    said: list[tuple[SentenceEvidence, tuple[Said, ...]]] = field(default_factory=list)

    @property
    def part(self) -> float:
        """Points reached of those that the stage's form allows, from 0 to 1."""
        return self.points / self.attainable if self.attainable else 0.0


def score_draft(draft: Draft) -> tuple[tuple[Condition, ...], float]:
    """The six conditions with their evidence, and the score.

    Args:
        draft: the draft.

    Returns:
        The conditions, and their weighted mean from 0 to 100, to one decimal.
    """
    told = [Topics(statement) for statement in statements(draft)]
    spoken = _assign(told)
    conditions = tuple(_condition(draft, spec, spoken, told) for spec in load_conditions())
    total = sum(condition.weight for condition in conditions)
    score = round(sum(condition.weight * condition.score for condition in conditions) / total, 1)
    return conditions, score


def _assign(told: Sequence[Topics]) -> Mapping[SentenceEvidence, tuple[Said, ...]]:
    """Each sentence to the kinds that it is evidence of, all in one condition."""
    out: dict[SentenceEvidence, list[Said]] = {}
    for topics in told:
        for kind, match in kinds_of(topics).items():
            out.setdefault(kind, []).append(Said(topics.statement, match))
    return {kind: tuple(said) for kind, said in out.items()}


def _condition(
    draft: Draft,
    spec: ConditionSpec,
    spoken: Mapping[SentenceEvidence, tuple[Said, ...]],
    told: Sequence[Topics],
) -> Condition:
    requirements = []
    earned = 0.0
    for requirement in spec.requirements:
        tally = _tally(draft, requirement, spoken)
        earned += requirement.weight * tally.part
        requirements.append(_requirement(draft, requirement, tally, told))
    weight = sum(requirement.weight for requirement in spec.requirements)
    return Condition(
        id=spec.id,
        name=spec.name,
        score=round(100 * earned / weight, 1),
        weight=spec.weight,
        requirements=tuple(requirements),
    )


def _tally(
    draft: Draft, requirement: RequirementSpec, spoken: Mapping[SentenceEvidence, tuple[Said, ...]]
) -> Tally:
    tally = Tally()
    for item in requirement.evidence:
        if isinstance(item, SentenceEvidence):
            if item.only and not any(draft.form.section(number) for number in item.only):
                continue
            said = spoken.get(item, ())
            part: float | None = _part(item, said)
            tally.said.append((item, said))
        else:
            found = cells(draft, item) if isinstance(item, CellEvidence) else rows(draft, item)
            part = found.part
            tally.items.append((item, found))
        if part is not None:
            tally.attainable += item.share
            tally.points += item.share * part
    return tally


def _part(kind: SentenceEvidence, said: Sequence[Said]) -> float:
    """What sentences give: the same sentence told again, be it with other figures, gives nothing more."""
    best: dict[str, float] = {}
    for one in said:
        key = _SKELETON.sub("", flat(one.statement.text))
        best[key] = max(best.get(key, 0.0), 1.0 if kind.plain or one.match.grade >= FULL else HALF)
    first, second, *_ = [*sorted(best.values(), reverse=True), 0.0, 0.0]
    return FIRST * first + SECOND * second


def _requirement(draft: Draft, spec: RequirementSpec, tally: Tally, told: Sequence[Topics]) -> Requirement:
    status: Status = "met" if tally.part >= MET - _ROUNDING else ("partial" if tally.part > 0 else "missing")
    unread = hidden(draft, spec) if status == "missing" else ""
    if unread:
        status = "unknown"
    evidence = [piece for _, found in tally.items for piece in found.evidence]
    quoted = {(one.statement.section, one.statement.text): None for _, said in tally.said for one in said}
    evidence += [Evidence(section=section, value=text) for section, text in quoted]
    return Requirement(
        id=spec.id,
        text=spec.text,
        status=status,
        evidence=tuple(evidence),
        why=remarks.why(status, tally.items, tally.said, told, unread, len(quoted)),
        advice=None if status == "met" else remarks.advice(draft.form, tally.items, tally.said),
    )
