"""Writes the pages that explain the rules and the score: `python -m eval.checks`, into `corpus/checks`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from assistant.checker.reports.names import KIND_MEANINGS, KIND_NAMES, SEVERITY_NAMES
from assistant.checker.reports.rulepages import FOLDER, rule_page, scope_name
from assistant.checker.reports.scorepage import score_page
from assistant.checker.rules.registry import Rule, all_rules

ROOT = Path(__file__).resolve().parent.parent


def pages() -> dict[str, str]:
    """All pages by file name."""
    rules = all_rules()
    out = {f"{rule.id}.md": rule_page(rule) for rule in rules}
    for name, text in (("index.md", _index(rules)), ("score.md", score_page())):
        if name in out:
            raise ValueError(f"a rule has the name of a page: {name}")
        out[name] = text
    return dict(sorted(out.items()))


def _index(rules: tuple[Rule, ...]) -> str:
    parts = [
        "# 检查规则",
        f"自查共 {len(rules)} 条规则，按类别排列。六项条件怎样打分，见[评分说明](score.md)。",
    ]
    order = list(KIND_NAMES)
    ordered = sorted(rules, key=lambda rule: (order.index(rule.kind), rule.id))
    for kind, group in groupby(ordered, key=lambda rule: rule.kind):
        lines = [f"## {KIND_NAMES[kind]}\n", f"{KIND_MEANINGS[kind]}。\n"]
        lines += ["| 规则 | 级别 | 检查范围 |", "| --- | --- | --- |"]
        lines += [
            f"| [{rule.title}]({rule.id}.md) | {SEVERITY_NAMES[rule.severity]} | {scope_name(rule)} |"
            for rule in group
        ]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def write(folder: Path, wanted: Mapping[str, str]) -> list[str]:
    """Write the pages and drop those of rules that are gone.

    Args:
        folder: where to write; made if missing.
        wanted: the pages, as `pages` gives them.

    Returns:
        The names of the files that changed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for path in sorted(folder.glob("*.md")):
        if path.name not in wanted:
            path.unlink()
            changed.append(path.name)
    for name, text in wanted.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(name)
    return changed


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="Write the pages that explain the rules and the score.")
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / FOLDER)
    changed = write(parser.parse_args().folder, pages())
    print("\n".join(changed) if changed else "unchanged")
    return 0


if __name__ == "__main__":
    sys.exit(main())
