"""Writes sample reports and their mutations as Word files: `python -m eval.drafts.generate FOLDER`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from assistant.checker.form import CATEGORIES, STAGES
from eval.drafts.measure import cases_of, mutated_report
from eval.drafts.sample import sample_report


def write_drafts(folder: Path, seeds: Sequence[int] = (0,)) -> int:
    """Write every sample report and every mutation of it, and `expected.json` beside them.

    Args:
        folder: where to write; created where it does not exist.
        seeds: which reports; 0 is the first sample.

    Returns:
        The number of Word files written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    expected: dict[str, dict[str, object] | None] = {}
    for seed in seeds:
        mark = f"-{seed}" if seed else ""
        for stage in STAGES:
            for category in CATEGORIES:
                name = f"{stage}-{category}{mark}.docx"
                (folder / name).write_bytes(sample_report(stage, category, seed=seed))
                expected[name] = None
        for case in cases_of(seed):
            mutation = case.mutation
            name = f"{case.stage}-{case.category}{mark}-{mutation.id}.docx"
            (folder / name).write_bytes(mutated_report(case))
            expected[name] = {
                "rule": mutation.rule,
                "section": mutation.section,
                "row": mutation.row,
                "column": mutation.column,
                "severity": mutation.severity,
                **({"check_as": dict(mutation.check_as)} if mutation.check_as else {}),
            }
    text = json.dumps(expected, ensure_ascii=False, indent=2)
    (folder / "expected.json").write_text(text + "\n", encoding="utf-8")
    return len(expected)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Write sample reports and their mutations as Word files.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seeds", type=int, default=1, help="number of different clusters (1)")
    options = parser.parse_args()
    print(write_drafts(options.folder, range(options.seeds)))


if __name__ == "__main__":
    main()
