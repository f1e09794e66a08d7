"""`python -m eval.drafts`: measures the checker on sample reports and their mutations."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from eval.drafts.measure import Measured, measure
from eval.drafts.mutations import MUTATIONS


def build_parser() -> argparse.ArgumentParser:
    """The options."""
    parser = argparse.ArgumentParser(prog="python -m eval.drafts", description=__doc__)
    parser.add_argument("--seeds", type=int, default=3, help="number of different clusters (3)")
    parser.add_argument("--rule", help="only mutations of this rule")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a defect was missed or a complete draft got an error."""
    options = build_parser().parse_args(argv)
    chosen = [m for m in MUTATIONS if options.rule in (None, m.rule)]
    result = measure(range(options.seeds), chosen)
    print("\n".join(_lines(result, len(chosen))))
    return 1 if result.missed or result.wrong_severity or result.errors else 0


def _lines(result: Measured, mutations: int) -> list[str]:
    rules = len({mutation.rule for mutation in MUTATIONS})
    lines = [
        f"mutations: {mutations} of {rules} rules, {result.cases} drafts",
        f"found at the exact place: {result.detection:.1%}",
        f"complete drafts: {result.complete}, errors on them: {len(result.errors)}, "
        f"warnings: {len(result.warnings)}",
        f"time to check over time to open with python-docx (median): {result.time_ratio:.1f}",
    ]
    for title, found in (
        ("missed", result.missed),
        ("found with another severity", result.wrong_severity),
        ("errors on complete drafts", result.errors),
        ("warnings on complete drafts", result.warnings),
    ):
        lines += [f"{title}:", *(f"  {line}" for line in found)] if found else []
    return lines


if __name__ == "__main__":
    raise SystemExit(main())
