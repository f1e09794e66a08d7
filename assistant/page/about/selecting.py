"""Findings and requirements of a report that a question means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from assistant.page.about.places import Places, Report, kind_name
from assistant.page.reports import SEVERITIES
from index.analysis import fold
from index.numerals import parse_numeral

Finding = dict[str, Any]
Requirement = dict[str, Any]

_CONDITION: Final = re.compile(r"（([一二三四五六])）")
_LACKING: Final = ("missing", "partial", "unknown")


@dataclass(frozen=True)
class Selected:
    """What a question means.

    Attributes:
        findings: gravest first.
        requirements: (condition, requirement) of those without full evidence.
        conditions: the conditions named.
    """

    findings: tuple[Finding, ...]
    requirements: tuple[tuple[dict[str, Any], Requirement], ...]
    conditions: tuple[dict[str, Any], ...]

    def __bool__(self) -> bool:
        return bool(self.findings or self.requirements or self.conditions)


def open_findings(report: Report) -> list[Finding]:
    """The findings that no exception accepts, gravest first."""
    order = list(SEVERITIES)
    found = [finding for finding in report["findings"] if not finding.get("accepted")]
    return sorted(found, key=lambda finding: order.index(finding["severity"]))


def number_of(condition: dict[str, Any]) -> int:
    """Which of the six conditions it is."""
    match = _CONDITION.search(condition["id"])
    return parse_numeral(match[1]) if match else 0


def lacking(condition: dict[str, Any]) -> list[Requirement]:
    """The requirements of a condition that lack evidence."""
    return [requirement for requirement in condition["requirements"] if requirement["status"] in _LACKING]


def select(report: Report, places: Places) -> Selected:
    """The findings and requirements at the places named; all findings where none is named.

    A figure, a section and the words of labels narrow; a kind or severity narrows only where something is left.
    """
    conditions = [
        condition
        for condition in report["conditions"]
        if number_of(condition) in places.conditions
        or any(word in condition["name"] for word in places.words)
    ]
    found = open_findings(report)
    if places.conditions or places.article:
        found = []
    if places.sections:
        found = [finding for finding in found if _inside(finding["section"], places.sections)]
    if places.numbers:
        found = [finding for finding in found if any(_says(finding, number) for number in places.numbers)]
    exact = [finding for finding in found if _is_at(finding, places.quoted)]
    found = exact or _by_words(found, places.words)
    for chosen, key in ((places.kinds, "kind"), (places.severities, "severity")):
        narrowed = [finding for finding in found if finding[key] in chosen]
        alone = not (places.sections or places.numbers or places.words)
        if chosen and (narrowed or alone):
            found = narrowed
    requirements = [] if exact else _requirements(report, places, conditions)
    return Selected(tuple(found), tuple(requirements), tuple(conditions))


def _inside(section: str, wanted: Sequence[str]) -> bool:
    return any(section == number or section.startswith(f"{number}.") for number in wanted)


def _is_at(finding: Finding, quoted: Sequence[str]) -> bool:
    row, column = finding.get("row"), finding.get("column")
    return row in quoted and (column is None or column in quoted)


def _says(finding: Finding, number: str) -> bool:
    texts = (finding.get("found") or "", finding.get("expected") or "", finding["message"])
    return any(re.search(rf"(?<![\d.]){re.escape(number)}(?:\.?0*)(?![\d.]*\d)", text) for text in texts)


def _by_words(found: list[Finding], words: Sequence[str]) -> list[Finding]:
    """Those that have all words in them, or else as many of them as any has."""
    if not words:
        return found
    counted = [(sum(fold(word) in _text(finding) for word in words), finding) for finding in found]
    most = max((count for count, _ in counted), default=0)
    return [finding for count, finding in counted if count == most] if most else []


def _text(finding: Finding) -> str:
    parts = [finding.get(name) or "" for name in ("row", "column", "message", "expected")]
    return fold(" ".join((*parts, kind_name(finding["kind"]))))


def _requirements(
    report: Report, places: Places, conditions: Sequence[dict[str, Any]]
) -> list[tuple[dict[str, Any], Requirement]]:
    if conditions:
        return [(condition, requirement) for condition in conditions for requirement in lacking(condition)]
    if places.sections or places.numbers or not places.words:
        return []
    pairs = [
        (condition, requirement) for condition in report["conditions"] for requirement in lacking(condition)
    ]
    counted = [
        (sum(fold(word) in _said(requirement) for word in places.words), pair)
        for pair in pairs
        for requirement in (pair[1],)
    ]
    most = max((count for count, _ in counted), default=0)
    return [pair for count, pair in counted if count == most] if most else []


def evidenced(report: Report, places: Places) -> list[tuple[dict[str, Any], Requirement]]:
    """The requirements with full evidence whose words the question names, best first."""
    pairs = [
        (sum(fold(word) in fold(requirement["text"]) for word in places.words), condition, requirement)
        for condition in report["conditions"]
        for requirement in condition["requirements"]
        if requirement["status"] not in _LACKING
    ]
    most = max((count for count, _, _ in pairs), default=0)
    return (
        [(condition, requirement) for count, condition, requirement in pairs if count == most] if most else []
    )


def _said(requirement: Requirement) -> str:
    return fold(
        " ".join((requirement["text"], requirement.get("why") or "", requirement.get("advice") or ""))
    )
