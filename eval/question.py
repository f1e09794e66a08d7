"""Questions with the key that an answer is judged by."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any, Final, Literal, get_args

SetName = Literal["tuning", "tuning-2", "tuning-3", "tuning-4", "tuning-5", "tuning-6", "sealed", "sealed-3"]
SETS: Final[tuple[SetName, ...]] = get_args(SetName)

# Measured for reports only: no question, answer or failure of theirs is ever shown.
SEALED: Final[frozenset[SetName]] = frozenset({"sealed", "sealed-3"})

KINDS: Final = (
    "address",
    "list",
    "eligibility",
    "procedure",
    "form",
    "duty",
    "plan",
    "validity",
    "general",
    "outside",
)

# A day on which measures-2021 was in force, so that figures do not depend on the day of the run.
DEFAULT_DAY: Final = date(2025, 6, 1)

_QUICK_SEED: Final = 82
_QUICK_SHARE: Final = 4


@dataclass(frozen=True)
class Question:
    """One question and what a right answer to it has.

    Attributes:
        id: unique over all sets.
        kind: one of `KINDS`.
        turns: the user's turns; the last one is judged.
        statuses: the statuses that are right; empty where status is not judged.
        verdicts: the verdicts that are right, None among them where there may be none.
        cite: for each address that must be cited, the alternatives, as `document#locator`.
        must: regular expressions found in answer or citations.
        must_not: regular expressions not found in the answer.
        warn: regular expressions found in the warnings.
        as_of: the day on which validity is judged.
    """

    id: str
    kind: str
    turns: tuple[str, ...]
    statuses: frozenset[str] = frozenset({"answered"})
    verdicts: frozenset[str | None] = frozenset({None})
    cite: tuple[tuple[str, ...], ...] = ()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    warn: tuple[str, ...] = ()
    as_of: date = DEFAULT_DAY

    @property
    def must_answer(self) -> bool:
        """Only an answer from the corpus is right."""
        return self.statuses == {"answered"}

    @property
    def must_abstain(self) -> bool:
        """Only saying that the corpus does not answer, or asking back, is right."""
        return bool(self.statuses) and "answered" not in self.statuses


def parse_question(row: Mapping[str, Any]) -> Question:
    """One line of a question file, as eval/questions/README.md describes it."""
    status = row["status"]
    statuses = [] if status is None else [status] if isinstance(status, str) else status
    return Question(
        id=row["id"],
        kind=row["kind"],
        turns=tuple(row["turns"]),
        statuses=frozenset(statuses),
        verdicts=frozenset(row.get("verdict_any") or [row.get("verdict")]),
        cite=tuple(tuple(alternatives) for alternatives in row.get("cite", ())),
        must=tuple(row.get("must", ())),
        must_not=tuple(row.get("must_not", ())),
        warn=tuple(row.get("warn", ())),
        as_of=date.fromisoformat(row["as_of"]) if row.get("as_of") else DEFAULT_DAY,
    )


def load_questions(name: SetName) -> tuple[Question, ...]:
    """The questions of a set, in the order of the file."""
    text = files("eval").joinpath("questions", f"{name}.jsonl").read_text(encoding="utf-8")
    return tuple(parse_question(json.loads(line)) for line in text.splitlines() if line.strip())


def quick_sample(questions: Sequence[Question]) -> tuple[Question, ...]:
    """About a quarter of the questions of each kind, always the same ones."""
    generator = random.Random(_QUICK_SEED)
    chosen: set[str] = set()
    for kind in KINDS:
        ids = [question.id for question in questions if question.kind == kind]
        chosen.update(generator.sample(ids, -(-len(ids) // _QUICK_SHARE)))
    return tuple(question for question in questions if question.id in chosen)
