"""Sentences that a language model may write about a decided answer, right and wrong, and what the gate makes of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

from assistant.answering.llm.gate.evidence import Finding
from assistant.answering.llm.gate.gate import Gate
from assistant.models import Answer, Citation

Half = Literal["tuning", "sealed"]
HALVES: Final[tuple[Half, ...]] = ("tuning", "sealed")


@dataclass(frozen=True)
class Case:
    """One sentence.

    Attributes:
        id: unique over both halves.
        question: the stand-alone question.
        answer: the decided answer that the sentence words.
        right: whether it may be shown.
        category: what is wrong with it (`figure`, `polarity`, `modality`, `name`, `date`, `number`,
            `citation`, `condition`, `swap`, `added`), or `reworded`.
        sentence: the sentence, with its marks.
    """

    id: str
    question: str
    answer: Answer
    right: bool
    category: str
    sentence: str


@dataclass(frozen=True)
class Outcome:
    """A case and what the gate found; None where it let the sentence pass."""

    case: Case
    finding: Finding | None

    @property
    def success(self) -> bool:
        """A right sentence passed, or a wrong one stopped."""
        return (self.finding is None) == self.case.right


def _lines(name: str) -> Iterator[dict[str, Any]]:
    text = files("eval").joinpath("llm", "sentences", f"{name}.jsonl").read_text(encoding="utf-8")
    return (json.loads(line) for line in text.splitlines() if line.strip())


@cache
def _contexts() -> dict[str, tuple[str, Answer]]:
    return {
        row["id"]: (
            row["question"],
            Answer(
                question=row["question"],
                status="answered",
                verdict=row["verdict"],
                answer=row["answer"],
                citations=tuple(Citation(**citation) for citation in row["citations"]),
            ),
        )
        for row in _lines("contexts")
    }


def load_cases(half: Half) -> tuple[Case, ...]:
    """The sentences of one half; the halves share no answer."""
    return tuple(
        Case(row["id"], *_contexts()[row["context"]], row["right"], row["category"], row["sentence"])
        for row in _lines(half)
    )


def run_cases(cases: Iterable[Case]) -> list[Outcome]:
    """Put every sentence through the gate of its answer."""
    gates: dict[int, Gate] = {}
    outcomes = []
    for case in cases:
        if id(case.answer) not in gates:
            gates[id(case.answer)] = Gate(case.question, case.answer)
        outcomes.append(Outcome(case, gates[id(case.answer)].check(case.sentence)))
    return outcomes


@cache
def measured(half: Half) -> tuple[Outcome, ...]:
    """What the gate makes of one half."""
    return tuple(run_cases(load_cases(half)))


def rate(outcomes: Iterable[Outcome], right: bool) -> tuple[int, int]:
    """(successes, cases) among the right or the wrong sentences."""
    chosen = [outcome for outcome in outcomes if outcome.case.right is right]
    return sum(outcome.success for outcome in chosen), len(chosen)


def table(outcomes: Mapping[str, Sequence[Outcome]]) -> str:
    """The figures as a table in Markdown: one row for each half and category."""
    lines = ["| 句子 | 类别 | 句数 | 结果 |", "| --- | --- | ---: | ---: |"]
    for half, found in outcomes.items():
        categories = dict.fromkeys(outcome.case.category for outcome in found if not outcome.case.right)
        for category in sorted(categories):
            some = [outcome for outcome in found if outcome.case.category == category]
            lines.append(f"| {half} | {category} | {len(some)} | 拦下 {_share(*rate(some, False))} |")
        lines.append(f"| {half} | 错误合计 | {rate(found, False)[1]} | 拦下 {_share(*rate(found, False))} |")
        lines.append(f"| {half} | 正确改写 | {rate(found, True)[1]} | 放行 {_share(*rate(found, True))} |")
    return "\n".join(lines)


def _share(count: int, total: int) -> str:
    return f"{100 * count / total:.1f} %" if total else "–"
