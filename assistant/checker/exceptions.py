"""Accepted exceptions (例外清单): findings that somebody answers for until a day, matched to a report.

What a file of exceptions looks like: `assistant.checker.exceptions_file`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.checker.labels import flat
from assistant.checker.reports.models import (
    Acceptance,
    CheckReport,
    ExceptionNote,
    ExceptionsUsed,
    Finding,
)
from assistant.checker.reports.names import place_name

ANY = "*"
"""Stands for any row, column or value."""


@dataclass(frozen=True, slots=True)
class AcceptedException:
    """One entry of a file of exceptions.

    Attributes:
        number: its number in the file, from 1.
        rule, section: of the finding.
        row, column: as in the finding; None matches only a finding without one, `*` any.
        found: the value written in the draft; None where any will do.
        message: the finding's whole message, where several findings share all of the above; else None.
        acceptance: why, by whom, until when; None for an entry of a template that nobody has filled in.
    """

    number: int
    rule: str
    section: str
    row: str | None = None
    column: str | None = None
    found: str | None = None
    message: str | None = None
    acceptance: Acceptance | None = None

    def matches(self, finding: Finding) -> bool:
        """Whether the entry is about `finding`; white space and full-width writing make no difference."""
        return (
            self.rule == finding.rule
            and flat(self.section) == flat(finding.section)
            and _same(self.row, finding.row)
            and _same(self.column, finding.column)
            and (self.found is None or _same(self.found, finding.found))
            and (self.message is None or _same(self.message, finding.message))
        )

    @property
    def where(self) -> str:
        """What it is about, in one line."""
        return f"{self.rule}，{place_name(self.section, self.row, self.column)}"


def accept(report: CheckReport, entries: Sequence[AcceptedException], as_of: date) -> CheckReport:
    """The report with what `entries` accept marked as accepted.

    The result depends on the report, the entries and the day alone; `report` itself on no day.

    Args:
        report: the result of a check.
        entries: the file of exceptions.
        as_of: the day; an entry applies through the last day of its term.
    """
    valid = [entry for entry in entries if _state(entry, as_of) == "valid"]
    findings = tuple(_accepted(finding, valid) for finding in report.findings)
    notes = [note for entry in entries if (note := _note(entry, report, as_of)) is not None]
    used = ExceptionsUsed(
        as_of=as_of,
        accepted=sum(finding.accepted is not None for finding in findings),
        notes=tuple(notes),
    )
    return report.model_copy(update={"findings": findings, "exceptions": used})


def _same(wanted: str | None, actual: str | None) -> bool:
    if wanted == ANY:
        return True
    return flat(wanted or "") == flat(actual or "")


def _state(entry: AcceptedException, as_of: date) -> Literal["valid", "expired", "blank"]:
    if entry.acceptance is None:
        return "blank"
    return "expired" if entry.acceptance.until < as_of else "valid"


def _accepted(finding: Finding, entries: Sequence[AcceptedException]) -> Finding:
    entry = next((entry for entry in entries if entry.matches(finding)), None)
    # A report that was accepted before, by other entries, starts anew.
    return finding.model_copy(update={"accepted": entry.acceptance if entry else None})


def _note(entry: AcceptedException, report: CheckReport, as_of: date) -> ExceptionNote | None:
    state = _state(entry, as_of)
    head = f"例外清单第{entry.number}条（{entry.where}）"
    if state == "blank":
        text = f"{head}没有填写理由、批准人和有效期，没有采用。"
        return ExceptionNote(entry=entry.number, problem="blank", message=text)
    if state == "expired":
        assert entry.acceptance is not None
        text = f"{head}已于{entry.acceptance.until.isoformat()}到期，不再采用：请重新审定后改有效期，或删去。"
        return ExceptionNote(entry=entry.number, problem="expired", message=text)
    if any(entry.matches(finding) for finding in report.findings):
        return None
    from assistant.checker.rules.registry import all_rules

    known = entry.rule in {rule.id for rule in all_rules()}
    why = (
        "没有对应的问题（可能已改正，或位置、填写值已变）：请核对后删去"
        if known
        else "的规则不存在：请从检查结果中抄写规则编号"
    )
    return ExceptionNote(entry=entry.number, problem="unused", message=f"{head}{why}。")
