"""Puts questions to the assistant and judges what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from assistant.models import Answer
from eval.judge import Judgement, crashed, judge
from eval.question import Question
from index.corpus import Corpus
from index.errors import UserError

# A question that the product cannot digest is a failure of that question, not of the run.
_CRASHES: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    ImportError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    UserError,
    ValueError,
)


class Asker(Protocol):
    """What is measured: `assistant.answering.service.Assistant` or something with its `ask`."""

    def ask(self, question: str, history: Sequence[str] = (), as_of: date | None = None) -> Answer:
        """The answer to `question`."""
        ...


@dataclass(frozen=True)
class Outcome:
    """A judged answer; None where the product crashed."""

    judgement: Judgement
    answer: Answer | None


def run(
    questions: Sequence[Question],
    asker: Asker,
    corpus: Corpus,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Outcome]:
    """Ask every question, with its earlier turns as history, and judge the answers."""
    outcomes = []
    for done, question in enumerate(questions, 1):
        *history, last = question.turns
        try:
            answer = asker.ask(last, history=history, as_of=question.as_of)
        except _CRASHES as error:
            outcomes.append(Outcome(crashed(question, error), None))
        else:
            outcomes.append(Outcome(judge(question, answer, corpus), answer))
        progress(done, len(questions))
    return outcomes
