"""What other programs receive: the JSON of CONTRACT.md as pydantic models."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, SerializerFunctionWrapHandler, model_serializer

Status = Literal["answered", "no_evidence", "out_of_scope", "needs_clarification"]
Verdict = Literal["yes", "no", "conditional"]
Wording = Literal["extractive", "llm", "mixed"]


class Citation(BaseModel):
    """A passage that a sentence of the answer rests on.

    `quote` stands in the document character for character.
    """

    model_config = ConfigDict(frozen=True)

    doc: str
    title: str
    number: str
    locator: str
    quote: str


class Answer(BaseModel):
    """The answer to one question.

    `citations` come in the order in which the text refers to them: `[1]` is the first. `wording` tells
    whose words `answer` is in: composed from the clauses, a language model's, or some of each.
    """

    model_config = ConfigDict(frozen=True)

    question: str
    status: Status
    verdict: Verdict | None = None
    answer: str
    citations: tuple[Citation, ...] = ()
    warnings: tuple[str, ...] = ()
    wording: Wording = "extractive"

    @model_serializer(mode="wrap")
    def _as_contracted(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """The keys of the contract; `wording` only where a language model had a hand in it."""
        data: dict[str, Any] = serialize(self)
        if self.wording == "extractive":
            data.pop("wording", None)
        return data


class Passage(BaseModel):
    """A ranked passage; `score` is the fused score, 0 to 1, 1 for an exact address."""

    model_config = ConfigDict(frozen=True)

    doc: str
    locator: str
    text: str
    score: float
