"""`python -m eval.drafts`: measures the checker on complete drafts and on drafts with a known defect.

Two sets: the project's own samples, printed on the official form and mutated, and the independent drafts in other
layouts. The figures are printed and written to `eval/drafts-report.md`.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from eval.drafts.independent.generate import generate
from eval.drafts.measure import Mapper, cases_of, measure, turns_of
from eval.drafts.mutations import MUTATIONS
from eval.drafts.report import Independent, judge, render

REPORT = Path(__file__).resolve().parents[1] / "drafts-report.md"


def build_parser() -> argparse.ArgumentParser:
    """The options."""
    parser = argparse.ArgumentParser(prog="python -m eval.drafts", description=__doc__)
    parser.add_argument("--seeds", type=int, default=2, metavar="N", help="number of different clusters (2)")
    parser.add_argument("--every", action="store_true", help="each defect in every stage and category")
    parser.add_argument("--scoring", action="store_true", help="also without the evidence of one condition")
    parser.add_argument(
        "--rule", help="only defects of this rule, without the independent drafts and the report"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a defect of an own sample was missed or a complete draft got an error."""
    options = build_parser().parse_args(argv)
    chosen = [m for m in MUTATIONS if options.rule in (None, m.rule)]
    seeds = range(options.seeds)
    whole = options.every or options.rule is not None
    cases = [c for seed in seeds for c in cases_of(seed, chosen)] if whole else list(turns_of(seeds, chosen))
    other: Independent | None = None
    if options.jobs == 1:
        own = measure(cases, seeds)
        other = None if options.rule else _independent(map, options.scoring)
    else:
        with ProcessPoolExecutor(options.jobs) as pool:
            each: Mapper = lambda function, *parts: pool.map(function, *parts, chunksize=8)  # noqa: E731
            own = measure(cases, seeds, each)
            other = None if options.rule else _independent(each, options.scoring)
    text = render(own, other, len(chosen), len({m.rule for m in MUTATIONS}))
    print(text, end="")
    if other is not None:
        REPORT.write_text(text, encoding="utf-8", newline="\n")
    wrong = own.missed or own.wrong_severity or own.errors or (other is not None and other.errors)
    return 1 if wrong else 0


def _independent(each: Mapper, scoring: bool) -> Independent:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder, scoring=scoring)
        return judge(folder, each)


if __name__ == "__main__":
    raise SystemExit(main())
