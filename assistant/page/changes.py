"""What an edit changed: two reports of one draft, before and after, side by side."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Report = Mapping[str, Any]
Found = Mapping[str, Any]
_Key = Callable[[Found], Hashable]


@dataclass(frozen=True)
class Score:
    """A score before and after; `before` is None where the earlier report lacks it."""

    name: str
    before: float | None
    after: float


@dataclass(frozen=True)
class Changes:
    """What changed between two checks.

    Attributes:
        total: the total score.
        conditions: the six conditions.
        mended: findings of the first report that the second has no more.
        new: findings of the second report that the first did not have.
        remaining: findings of both, as the second has them.
        other_form: the two were read by different forms or categories, so that less can be compared.
    """

    total: Score
    conditions: tuple[Score, ...]
    mended: tuple[Found, ...]
    new: tuple[Found, ...]
    remaining: tuple[Found, ...]
    other_form: bool


def compare(before: Report, after: Report) -> Changes:
    """Compare two check reports (the JSON of the contract).

    A finding is the same where rule, section, row and column are, whatever figures its message names. Of
    several at one place (long texts have many) those with the same figures are paired first, then those in the
    order of the text. A row of a list that moved is known by its rule, column and figure.

    Args:
        before: the earlier report.
        after: the later report.
    """
    old, new = list(before["findings"]), list(after["findings"])
    remaining: list[Found] = []
    for key in (_exact, _same_figures, _place, _moved):
        remaining += _pair(old, new, key)
    order = {id(finding): number for number, finding in enumerate(after["findings"])}
    remaining.sort(key=lambda finding: order[id(finding)])
    earlier = {condition["id"]: float(condition["score"]) for condition in before["conditions"]}
    return Changes(
        total=Score("总分", float(before["score"]), float(after["score"])),
        conditions=tuple(
            Score(condition["name"], earlier.get(condition["id"]), float(condition["score"]))
            for condition in after["conditions"]
        ),
        mended=tuple(old),
        new=tuple(new),
        remaining=tuple(remaining),
        other_form=any(before.get(name) != after.get(name) for name in ("stage", "category")),
    )


def _pair(old: list[Found], new: list[Found], key: _Key) -> list[Found]:
    """Take the findings that `key` pairs out of both lists; returns the later ones."""
    waiting: dict[Hashable, list[Found]] = {}
    for finding in old:
        if key(finding) is not None:
            waiting.setdefault(key(finding), []).append(finding)
    paired: list[Found] = []
    for finding in tuple(new):
        partners = waiting.get(key(finding))
        if partners:
            _remove(old, partners.pop(0))
            _remove(new, finding)
            paired.append(finding)
    return paired


def _remove(findings: list[Found], finding: Found) -> None:
    findings[:] = [other for other in findings if other is not finding]


def _exact(finding: Found) -> Hashable:
    return (*_where(finding), finding.get("found"), finding.get("message"))


def _same_figures(finding: Found) -> Hashable:
    return (*_where(finding), finding.get("found"), finding.get("expected"))


def _place(finding: Found) -> Hashable:
    return _where(finding)


def _moved(finding: Found) -> Hashable:
    """For a row of a list that stands at another number now; the number is left out."""
    row = str(finding.get("row") or "")
    if not finding.get("found") or not any(character.isdigit() for character in row):
        return None
    plain = "".join(character for character in row if not character.isdigit())
    return (finding["rule"], finding.get("section"), plain, finding.get("column"), finding["found"])


def _where(finding: Found) -> tuple[Hashable, ...]:
    return (finding["rule"], finding.get("section"), finding.get("row"), finding.get("column"))


def by_gravity(findings: Sequence[Found]) -> list[Found]:
    """Findings, gravest first, else in their order."""
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(findings, key=lambda finding: order.get(finding["severity"], len(order)))
