"""Runs the product on the generated drafts and tells what it missed and what it claimed without cause."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_ORDER = {"info": 0, "warning": 1, "error": 2}
_FALL, _DRIFT = 15.0, 3.0  # the least fall of the blanked condition, the largest change of another


def _plain(text: object) -> str:
    return re.sub(r"[\s（）()：:，,、%]", "", str(text or ""))


def at_place(finding: dict[str, Any], place: dict[str, Any], severity: str) -> bool:
    """Tell whether a finding is of the expected kind at the expected place and severe enough."""
    if finding["kind"] != place["kind"] or _ORDER[finding["severity"]] < _ORDER[severity]:
        return False
    if place["section"] is not None and finding.get("section") != place["section"]:
        return False
    there = _plain(finding.get("row")) + "|" + _plain(finding.get("column"))
    return all(any(_plain(word) in there for word in words.split("|") if word) for words in place["words"])


def _brief(finding: dict[str, Any]) -> str:
    keys = ("severity", "kind", "section", "row", "column", "found", "expected", "message")
    return " | ".join(str(finding.get(key) or "-") for key in keys)


def manifest(folder: Path, only: str = "") -> list[dict[str, Any]]:
    """The manifest's lines, those whose file name matches `only`."""
    lines = [json.loads(raw) for raw in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if not only or re.search(only, line["file"])]


def checked(folder: Path, line: dict[str, Any]) -> dict[str, Any]:
    """A manifest's line with the report on its draft and the seconds taken."""
    from assistant.checker import check_file
    from index.errors import UserError

    start = time.perf_counter()
    try:
        report = json.loads(check_file(folder / line["file"], **line.get("flags", {})).model_dump_json())
    except UserError as error:
        report = {"findings": [], "conditions": [], "refused": str(error)}
    return {**line, "report": report, "seconds": time.perf_counter() - start}


def run(folder: Path, only: str = "") -> list[dict[str, Any]]:
    """Check every draft of the manifest; return its lines with the report and the seconds taken."""
    return [checked(folder, line) for line in manifest(folder, only)]


def false_errors(lines: Sequence[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Errors found on complete drafts and on harmless variants of them, each with its draft."""
    clean = [line for line in lines if line["group"] in {"complete", "harmless"}]
    return [(line, f) for line in clean for f in line["report"]["findings"] if f["severity"] == "error"]


def hits(line: dict[str, Any]) -> list[dict[str, Any]]:
    """The findings on a damaged draft that are its defect's, at its place."""
    findings = line["report"]["findings"]
    return [f for f in findings if any(at_place(f, place, line["severity"]) for place in line["places"])]


def _claims(lines: list[dict[str, Any]]) -> None:
    clean = [line for line in lines if line["group"] in {"complete", "harmless"}]
    wrong = false_errors(lines)
    refused = [line for line in lines if "refused" in line["report"]]
    print(f"完整稿与无害变体 {len(clean)} 份：误报错误 {len(wrong)} 条")
    for line, finding in wrong:
        print(f"  {line['file']}: {_brief(finding)}")
    for line in refused:
        print(f"  拒收 {line['file']}: {line['report']['refused']}")
    print("完整稿的警告：")
    for line in lines:
        if line["group"] == "complete":
            found = [f for f in line["report"]["findings"] if f["severity"] == "warning"]
            print(f"  {line['file']}: {len(found)}")
            for finding in found:
                print(f"    {_brief(finding)}")


def _more_warnings(lines: list[dict[str, Any]]) -> None:
    """Print the warnings that a harmless change adds to those of the draft it was made from."""
    base = {
        line["base"]: {f["message"] for f in line["report"]["findings"]}
        for line in lines
        if line["group"] == "complete"
    }
    more = [
        (line["file"], finding)
        for line in lines
        if line["group"] == "harmless" and line["base"] in base
        for finding in line["report"]["findings"]
        if finding["severity"] == "warning" and finding["message"] not in base[line["base"]]
    ]
    print(f"无害变体比原稿多出的警告：{len(more)} 条")
    for file, finding in more:
        print(f"    {file}: {_brief(finding)}")


def _detection(lines: list[dict[str, Any]], *, extra: bool) -> None:
    damaged = [line for line in lines if line["group"] == "defect"]
    number_found, by_kind, total = 0, Counter[str](), Counter[str]()
    for line in damaged:
        findings = line["report"]["findings"]
        found = hits(line)
        total[line["kind"]] += 1
        if found:
            number_found += 1
            by_kind[line["kind"]] += 1
        else:
            print(
                f"  漏报 {line['file']}（{line['kind']}，{line['section']}，{line['row']}，{line['column']}，≥{line['severity']}）"
            )
        rest = [f for f in findings if f not in found]
        if not found or extra:
            for finding in rest:
                print(
                    f"      {'另有' if found else '只有'}：{_brief(finding)}"
                    + (f" [{line['file']}]" if found else "")
                )
    print(
        f"缺陷稿 {len(damaged)} 份：按位置命中 {number_found} 份，{100 * number_found / max(1, len(damaged)):.1f}%"
    )
    for kind, number in sorted(total.items()):
        print(f"  {kind}: {by_kind[kind]}/{number}")


def _conditions(report: dict[str, Any]) -> list[float]:
    return [condition["score"] for condition in report["conditions"]]


def _without_goals(report: dict[str, Any], index: int) -> float:
    """Return a condition's score without 产业发展规划目标明确, for which a goal is evidence and a plan may be."""
    points = {"met": 1.0, "partial": 0.5}
    requirements = [r for r in report["conditions"][index]["requirements"] if r["id"] != "6.1.1"]
    return sum(points.get(r["status"], 0.0) for r in requirements)


def scored(lines: Sequence[dict[str, Any]]) -> list[tuple[dict[str, Any], bool, list[float], list[float]]]:
    """For each scoring draft: the line, whether it scores as expected, the base's conditions and its own."""
    base = {line["base"]: _conditions(line["report"]) for line in lines if line["group"] == "complete"}
    blank: dict[tuple[str, int], dict[str, Any]] = {}
    results = []
    for line in lines:
        if line["group"] != "scoring" or line["base"] not in base:
            continue
        index, now, before = line["condition"] - 1, _conditions(line["report"]), base[line["base"]]
        change = [round(a - b, 1) for a, b in zip(now, before, strict=True)]
        if line["mode"] == "blank":
            blank[line["base"], index] = line["report"]
            fine = change[index] <= -_FALL and all(
                abs(c) <= _DRIFT for i, c in enumerate(change) if i != index
            )
        else:
            empty = blank.get((line["base"], index))
            fine = empty is None or _without_goals(line["report"], index) <= _without_goals(empty, index)
        results.append((line, fine, before, now))
    return results


def _scoring(lines: list[dict[str, Any]]) -> None:
    results = scored(lines)
    for line, fine, before, now in results:
        if not fine:
            change = [round(a - b, 1) for a, b in zip(now, before, strict=True)]
            print(
                f"  评分 {line['file']}（第{line['condition']}项，{line['mode']}）：{before} → {now}，变化 {change}"
            )
    print(f"评分稿 {len(results)} 份：符合预期 {sum(fine for _, fine, _, _ in results)} 份")


def score(folder: Path, *, only: str = "", extra: bool = False) -> None:
    """Print how the product does on the drafts of `folder`."""
    lines = run(folder, only)
    _claims(lines)
    _more_warnings(lines)
    _detection(lines, extra=extra)
    _scoring(lines)
    seconds = sorted(line["seconds"] for line in lines)
    if seconds:
        print(f"每份用时：中位 {seconds[len(seconds) // 2]:.2f} 秒，最长 {seconds[-1]:.2f} 秒")
