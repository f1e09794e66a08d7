"""Writes sample reports and their mutations as Word files: `python -m eval.drafts.generate FOLDER`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from assistant.checker.form import CATEGORIES, STAGES
from assistant.checker.form_loader import load_form
from assistant.checker.reports.blank import fill_form
from eval.drafts.mutations import MUTATIONS
from eval.drafts.sample import sample_content, sample_report


def write_drafts(folder: Path) -> int:
    """Write every sample report and every mutation of it, and `expected.json` beside them.

    Args:
        folder: where to write; created where it does not exist.

    Returns:
        The number of Word files written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    expected: dict[str, dict[str, str | None] | None] = {}
    for stage in STAGES:
        for category in CATEGORIES:
            name = f"{stage}-{category}.docx"
            (folder / name).write_bytes(sample_report(stage, category))
            expected[name] = None
            for mutation in MUTATIONS:
                if stage not in mutation.stages:
                    continue
                content = mutation.change(sample_content(stage, category))
                name = f"{stage}-{category}-{mutation.id}.docx"
                (folder / name).write_bytes(fill_form(load_form(stage), content))
                expected[name] = {
                    "rule": mutation.rule,
                    "section": mutation.section,
                    "row": mutation.row,
                    "column": mutation.column,
                    "severity": mutation.severity,
                }
    text = json.dumps(expected, ensure_ascii=False, indent=2)
    (folder / "expected.json").write_text(text + "\n", encoding="utf-8")
    return len(expected)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Write sample reports and their mutations as Word files.")
    parser.add_argument("folder", type=Path)
    print(write_drafts(parser.parse_args().folder))


if __name__ == "__main__":
    main()
