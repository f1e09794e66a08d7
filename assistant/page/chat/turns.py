"""The turns of a conversation."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from assistant.models import Answer

Kind = Literal[
    "policy",  # a question answered from the documents
    "draft",  # a question answered from the report on the user's draft
    "check",  # a draft that was handed in
    "stopped",  # broken off by the user
    "failed",  # an error that was told
]


@dataclass(frozen=True)
class Turn:
    """A question and what came of it.

    Attributes:
        question: the user's words, or the name of the file handed in.
        kind: what the turn is.
        answer: the answer, where there is one.
        html: what the chat shows in its place, of a turn without an answer.
        file: a download that belongs to it.
        handed_in: whether it began with a file.
        understood: what the question was taken to mean, given the turns before; "" where it stands for itself.
        alone: whether it was asked without regard to what came before.
        rating: `up`, `down` or "" where the user said nothing.
        id: tells turns apart, also after a reload.
    """

    question: str
    kind: Kind
    answer: Answer | None = None
    html: str = ""
    file: Path | None = None
    handed_in: bool = False
    understood: str = ""
    alone: bool = False
    rating: str = ""
    id: str = field(default_factory=lambda: f"t{secrets.token_hex(5)}")

    @property
    def private(self) -> bool:
        """Whether it shows what stands in the user's draft."""
        return self.kind in ("draft", "check")


def questions(turns: Sequence[Turn]) -> list[str]:
    """What a follow-up is understood from: the questions put to the documents, oldest first.

    A question that was asked alone begins anew.
    """
    asked: list[str] = []
    for turn in turns:
        if turn.alone:
            asked.clear()
        if turn.kind != "draft" and not turn.handed_in:
            asked.append(turn.question)
    return asked
