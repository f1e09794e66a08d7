"""The check report (检查结果): pydantic models whose JSON is the contract's."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_serializer

from assistant.checker.rules.registry import Kind, Severity
from assistant.checker.source import Place

Status = Literal["met", "partial", "missing", "unknown"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Located(_Model):
    """A place in the form; `row` and `column` are left out of the JSON where they mean nothing."""

    @model_serializer(mode="wrap")
    def _without_absent(self, handler: Any) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        for key in ("row", "column"):
            if data.get(key) is None:
                data.pop(key, None)
        return data


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


class Finding(_Located):
    """One problem, pinned to its cell. `place` (where in the file) is not part of the JSON."""

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
    place: Place | None = Field(default=None, exclude=True, repr=False)


class CheckReport(_Model):
    """The result of checking one draft."""

    file: str
    stage: str
    category: str | None
    cluster: str
    score: float
    conditions: tuple[Condition, ...]
    findings: tuple[Finding, ...]

    def to_json(self) -> str:
        """The contract's JSON, indented, keys in the contract's order."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=2)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings for which the draft would be sent back."""
        return tuple(finding for finding in self.findings if finding.severity == "error")
