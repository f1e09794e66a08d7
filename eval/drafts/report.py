"""The figures on the drafts as one page of Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from eval.drafts.independent.score import checked, false_errors, hits, manifest, scored
from eval.drafts.measure import Mapper, Measured, timed


@dataclass(frozen=True)
class Independent:
    """What came out on the independent drafts.

    Attributes:
        complete, harmless: number of complete drafts, and of variants that change nothing of substance.
        errors: errors claimed on those, and drafts that were refused.
        warnings: warnings on the complete drafts.
        defects: drafts with a defect, by its kind: (found at its place, in all).
        missed: drafts whose defect was not found at its place.
        scoring: drafts in which the evidence of one condition was taken away or replaced: (as expected, in all).
        unexpected: those that did not score as expected.
        time_ratio: time to check a complete draft over the time to open it with python-docx; the median.
    """

    complete: int
    harmless: int
    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    defects: dict[str, tuple[int, int]]
    missed: tuple[str, ...]
    scoring: tuple[int, int]
    unexpected: tuple[str, ...]
    time_ratio: float


def judge(folder: Path, each: Mapper = map) -> Independent:
    """Check the independent drafts in a folder.

    Args:
        folder: where `eval.drafts.independent.generate` wrote them.
        each: applies a function to all; a pool's `map` does it in several processes.
    """
    wanted = manifest(folder)
    complete = [line for line in wanted if line["group"] == "complete"]
    times = [timed(folder / line["file"]) for line in complete]
    ratios = sorted(check / opened for check, opened in times)
    lines: list[dict[str, Any]] = list(each(partial(checked, folder), wanted))
    damaged = [line for line in lines if line["group"] == "defect"]
    kinds = sorted({line["kind"] for line in damaged})
    by_kind = {kind: [line for line in damaged if line["kind"] == kind] for kind in kinds}
    results = scored(lines)
    return Independent(
        complete=len(complete),
        harmless=sum(line["group"] == "harmless" for line in lines),
        errors=(
            *(
                f"{line['file']}: {finding['rule']} {finding['message']}"
                for line, finding in false_errors(lines)
            ),
            *(
                f"{line['file']}: {line['report']['refused']}"
                for line in lines
                if "refused" in line["report"]
            ),
        ),
        warnings=tuple(
            f"{line['file']}: {finding['rule']} {finding['message']}"
            for line in lines
            if line["group"] == "complete"
            for finding in line["report"]["findings"]
            if finding["severity"] == "warning"
        ),
        defects={kind: (sum(bool(hits(line)) for line in own), len(own)) for kind, own in by_kind.items()},
        missed=tuple(
            f"{line['file']} ({line['kind']}, {line['section']})" for line in damaged if not hits(line)
        ),
        scoring=(sum(fine for _, fine, _, _ in results), len(results)),
        unexpected=tuple(
            f"{line['file']}: {before} → {now}" for line, fine, before, now in results if not fine
        ),
        time_ratio=ratios[len(ratios) // 2] if ratios else 0.0,
    )


def render(own: Measured, other: Independent | None, mutations: int, rules: int) -> str:
    """The page.

    Args:
        own: figures on the samples and their mutations.
        other: figures on the independent drafts, None where they were not checked.
        mutations: number of kinds of defect put into the samples.
        rules: number of rules that these are for.
    """
    parts = [
        "# How good the checker is",
        "Measured by `python -m eval.drafts`. A defect counts as found only with a finding of its rule (independent "
        "drafts: of its kind) in its section, row and column.",
        "## Own samples on the official form",
        _table(
            (
                (
                    f"defects ({mutations} kinds, {rules} rules): found at the exact place",
                    _rate(own.detection, own.cases),
                ),
                (f"errors on {own.complete} complete drafts", str(len(own.errors))),
                (f"warnings on {own.complete} complete drafts", str(len(own.warnings))),
                ("time to check over time to open with python-docx (median)", f"{own.time_ratio:.1f}"),
            )
        ),
        *_lists(
            ("Missed", own.missed),
            ("Found with another severity", own.wrong_severity),
            ("Errors on complete drafts", own.errors),
            ("Warnings on complete drafts", own.warnings),
        ),
    ]
    if other is not None:
        parts += _independent(other)
    return "\n\n".join(parts) + "\n"


def _independent(other: Independent) -> list[str]:
    found, cases = (sum(pair[i] for pair in other.defects.values()) for i in (0, 1))
    clean = f"{other.complete} complete drafts and {other.harmless} harmless variants"
    by_kind = "".join(f"| {kind} | {a}/{b} |\n" for kind, (a, b) in other.defects.items())
    return [
        "## Independent drafts in other layouts",
        _table(
            (
                ("defects: found at the exact place", _rate(found / cases if cases else 0, cases)),
                (f"errors on {clean}", str(len(other.errors))),
                (f"warnings on {other.complete} complete drafts", str(len(other.warnings))),
                *_scoring(other),
                ("time to check over time to open with python-docx (median)", f"{other.time_ratio:.1f}"),
            )
        ),
        f"| kind of defect | found |\n| --- | ---: |\n{by_kind}".strip(),
        *_lists(
            ("Missed in the independent drafts", other.missed),
            ("Errors on independent drafts", other.errors),
            ("Warnings on independent drafts", other.warnings),
            ("Scored otherwise than expected (conditions before → after)", other.unexpected),
        ),
    ]


def _scoring(other: Independent) -> list[tuple[str, str]]:
    good, cases = other.scoring
    return [("evidence taken away or replaced: scored as expected", f"{good}/{cases}")] if cases else []


def _rate(share: float, cases: int) -> str:
    return f"{share:.1%} of {cases} drafts"


def _table(rows: Sequence[tuple[str, str]]) -> str:
    return "\n".join(
        ["| figure | value |", "| --- | ---: |", *(f"| {name} | {value} |" for name, value in rows)]
    )


def _lists(*lists: tuple[str, Sequence[str]]) -> list[str]:
    return [f"{title}:\n\n" + "\n".join(f"- {line}" for line in lines) for title, lines in lists if lines]
