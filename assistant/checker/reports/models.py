"""The check report (检查结果): pydantic models whose JSON is the contract's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, model_serializer

from assistant.checker.rules.registry import Kind, Severity
from assistant.checker.source import Place

Status = Literal["met", "partial", "missing", "unknown"]


class _Model(BaseModel):
    """A part of the report; fields named in `_optional` are left out of the JSON where they say nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    _optional: ClassVar[tuple[str, ...]] = ()

    @model_serializer(mode="wrap")
    def _without_absent(self, handler: Any) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        for key in self._optional:
            if not data.get(key):
                data.pop(key, None)
        return data


class _Located(_Model):
    """A place in the form; `row` and `column` are left out of the JSON where they mean nothing."""

    _optional: ClassVar[tuple[str, ...]] = ("row", "column")


class Citation(_Model):
    """Where a rule comes from: document id and locator."""

    doc: str
    locator: str


class Evidence(_Located):
    """A cell or a sentence of the draft that speaks for a requirement."""

    section: str
    row: str | None = None
    column: str | None = None
    value: str


class Requirement(_Model):
    """One requirement of a condition and what the draft shows for it."""

    id: str
    text: str
    status: Status
    evidence: tuple[Evidence, ...]
    why: str
    advice: str | None


class Condition(_Model):
    """One of the six conditions of 第六条."""

    id: str
    name: str
    score: float
    weight: float
    requirements: tuple[Requirement, ...]


class Acceptance(_Model):
    """Why a finding is accepted, who accepted it and until which day (inclusive)."""

    reason: str
    who: str
    until: date


class Finding(_Located):
    """One problem, pinned to its cell. `place` (where in the file) is not part of the JSON.

    `accepted` is in the JSON only of findings that a file of exceptions accepts.
    """

    _optional: ClassVar[tuple[str, ...]] = ("row", "column", "accepted")

    rule: str
    kind: Kind
    severity: Severity
    section: str
    row: str | None = None
    column: str | None = None
    found: str | None = None
    expected: str | None = None
    message: str
    advice: str | None = None
    citation: Citation
    accepted: Acceptance | None = None
    place: Place | None = Field(default=None, exclude=True, repr=False)


class ExceptionNote(_Model):
    """An entry of the file of exceptions that accepts nothing, and why.

    Attributes:
        entry: its number in the file, from 1.
        problem: `expired`, `unused` (no finding matches it) or `blank` (no reason, name and day filled in).
        message: the same for readers.
    """

    entry: int
    problem: Literal["expired", "unused", "blank"]
    message: str


class ExceptionsUsed(_Model):
    """What a file of exceptions did to a report on a day.

    Attributes:
        as_of: the day on which it was judged whether entries have expired.
        accepted: number of findings accepted.
        notes: the entries that accept nothing.
    """

    as_of: date
    accepted: int
    notes: tuple[ExceptionNote, ...] = ()


class Reading(_Model):
    """How well the file could be read; fields are in the JSON only where they say something.

    Attributes:
        unread: places that could not be read, in Chinese (`第3页（扫描图片）`).
        uncertain: some of the text was recognised from pictures and may be wrong.
        uncertain_pages: the pages, from 1, whose text was recognised.
        noted: what was seen but holds no text to read, in Chinese (`图片 3 张`).
    """

    _optional: ClassVar[tuple[str, ...]] = ("unread", "uncertain", "uncertain_pages", "noted")

    unread: tuple[str, ...] = ()
    uncertain: bool = False
    uncertain_pages: tuple[int, ...] = ()
    noted: tuple[str, ...] = ()


class CheckReport(_Model):
    """The result of checking one draft.

    Attributes:
        reading: how well the file could be read; in the JSON only where there is something to say.
        exceptions: what the file of exceptions did; in the JSON only where one was used.
        headings: where the sections' headings stand in the file; not part of the JSON.
        source_format: the file's format (`docx`); not part of the JSON.
    """

    _optional: ClassVar[tuple[str, ...]] = ("reading", "exceptions")

    file: str
    stage: str
    category: str | None
    cluster: str
    score: float
    conditions: tuple[Condition, ...]
    findings: tuple[Finding, ...]
    reading: Reading = Field(default_factory=Reading)
    exceptions: ExceptionsUsed | None = None
    headings: Mapping[str, Place] = Field(default_factory=dict, exclude=True, repr=False)
    source_format: str = Field(default="", exclude=True, repr=False)

    def to_json(self) -> str:
        """The contract's JSON, indented, keys in the contract's order."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that no exception accepts."""
        return tuple(finding for finding in self.findings if finding.accepted is None)

    @property
    def accepted_findings(self) -> tuple[Finding, ...]:
        """The findings that an exception accepts."""
        return tuple(finding for finding in self.findings if finding.accepted is not None)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings for which the draft would be sent back, accepted ones left out."""
        return tuple(finding for finding in self.open_findings if finding.severity == "error")

    def count(self, severity: Severity) -> int:
        """Number of findings of a severity, accepted ones left out."""
        return sum(finding.severity == severity for finding in self.open_findings)
