"""Shows figures: in the terminal, and as eval/report.md."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from eval.baselines import Baseline
from eval.figures import Figures, by_kind, figures
from eval.judge import CHECKS
from eval.runner import Outcome

_HEAD = ("kind", "n", "success", *CHECKS, "hit@1", "hit@3", "quotes", "abst.P", "abst.R")


@dataclass(frozen=True)
class Result:
    """One run: the sets measured and on what.

    Attributes:
        sets: for each set, its judged answers.
        corpus: hash of the corpus.
        model: name of the embedding model, None for lexical search.
        baselines: for each set, what simpler searches find; may be empty.
    """

    sets: Mapping[str, Sequence[Outcome]]
    corpus: str
    model: str | None
    baselines: Mapping[str, Sequence[Baseline]] = field(default_factory=dict)


def rows(outcomes: Sequence[Outcome]) -> list[tuple[str, ...]]:
    """The table of a set: a row for each kind, then one for all."""
    judgements = [outcome.judgement for outcome in outcomes]
    table = [_row(kind, value) for kind, value in by_kind(judgements).items()]
    return [*table, _row("all", figures(judgements))]


def _row(name: str, value: Figures) -> tuple[str, ...]:
    checks = (str(value.checks[check]) for check in CHECKS)
    hits = (str(value.hit1), str(value.hit3), str(value.faithful))
    abstention = (str(value.abstention_precision), str(value.abstention_recall))
    return (name, str(value.success.total), str(value.success), *checks, *hits, *abstention)


def terminal(result: Result) -> str:
    """All tables in columns of even width."""
    parts = [f"model {result.model or 'none (lexical)'}, corpus {result.corpus[:12]}; rates in percent"]
    for name, outcomes in result.sets.items():
        parts.append(f"\n{name}\n{_columns([_HEAD, *rows(outcomes)])}")
        if name in result.baselines:
            parts.append(f"\nsearch alone, {name}\n{_columns(_baseline_rows(result.baselines[name]))}")
    return "\n".join(parts)


def _baseline_rows(baselines: Sequence[Baseline]) -> list[tuple[str, ...]]:
    head = ("search", "n", "hit@1", "hit@3")
    return [head, *((item.name, str(item.hit1.total), str(item.hit1), str(item.hit3)) for item in baselines)]


def _columns(table: Sequence[Sequence[str]]) -> str:
    widths = [max(_width(row[number]) for row in table) for number in range(len(table[0]))]
    return "\n".join(
        "  ".join(
            cell + " " * (width - _width(cell)) if number == 0 else " " * (width - _width(cell)) + cell
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in table
    )


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def failures(outcomes: Sequence[Outcome]) -> str:
    """Every question that failed, with what was wrong and what was answered. Not for sealed sets."""
    blocks = []
    for outcome in outcomes:
        judgement = outcome.judgement
        if judgement.success:
            continue
        question = judgement.question
        lines = [f"{question.id}  {' → '.join(question.turns)}"]
        lines += [f"    {line}" for line in judgement.failed]
        lines += [f"    quote not found at {place}" for place in judgement.unfaithful]
        if outcome.answer is not None:
            answer = outcome.answer
            cited = ", ".join(f"{item.doc}#{item.locator}" for item in answer.citations)
            first = " ".join(answer.answer.split())[:160]
            lines.append(f"    → [{answer.status}/{answer.verdict}] {first} ({cited or 'no citations'})")
        blocks.append("\n".join(lines))
    return "\n".join(blocks)


def markdown(result: Result, day: date) -> str:
    """The page eval/report.md."""
    parts = [
        "# How good the answers are",
        "",
        f"Measured on {day.isoformat()} by `python -m eval`; corpus {result.corpus[:12]}, "
        f"embedding model {result.model or 'none (lexical search only)'}, no LLM. Rates in percent.",
        "",
        "Success is strict: status, verdict, required citations, required and forbidden wording and "
        "warnings all hold, and every quote stands in the document at its address. hit@k: one of the first "
        "k citations is one that the key names. abst.P and abst.R: precision and recall of abstention.",
    ]
    for name, outcomes in result.sets.items():
        parts += ["", f"## Questions: {name}", "", *_pipes([_HEAD, *rows(outcomes)])]
        if name in result.baselines:
            parts += ["", f"Search alone, {name}:", "", *_pipes(_baseline_rows(result.baselines[name]))]
    if result.baselines:
        parts += [
            "",
            "A chunk of the plain pipeline (512 characters, top 3, same model) names no address; it is "
            "credited with every address of which it holds half the text.",
        ]
    return "\n".join(parts) + "\n"


def _pipes(table: Sequence[Sequence[str]]) -> list[str]:
    head, *body = ("| " + " | ".join(row) + " |" for row in table)
    return [head, "| --- |" + " ---: |" * (len(table[0]) - 1), *body]
