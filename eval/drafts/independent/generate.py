"""Writes the complete, damaged, harmless and scoring drafts with their manifest."""

from __future__ import annotations

import json
from decimal import InvalidOperation
from pathlib import Path
from typing import Any
from zlib import crc32

from . import (
    defects_entries,
    defects_figures,
    defects_form,
    defects_prose,
    defects_relations,
    defects_rules,
    harmless,
)
from .case import REGISTRY, Case, Defect, Expectation, NotHereError, fresh
from .compose import compose
from .conditions import variants
from .report import Report, build
from .spec import Spec, load_all
from .word import write

_ROOMS = (
    defects_figures,
    defects_entries,
    defects_form,
    defects_rules,
    defects_relations,
    defects_prose,
)  # importing a room registers its defects


def _write(report: Report, folder: Path, name: str) -> str:
    path = folder / f"{name}.docx"
    write(compose(report), report.look, path)
    return path.name


def _line(spec: Spec, file: str, group: str, **more: Any) -> dict[str, Any]:
    return {
        "file": file,
        "base": spec.id,
        "stage": spec.stage,
        "category": spec.raw["category"],
        "group": group,
        **more,
    }


def _damage(defect: Defect, specs: list[Spec], *, everywhere: bool) -> list[tuple[Case, Expectation]]:
    """Put a defect into as many drafts as it asks for, or into all; each defect begins with another draft."""
    done: list[tuple[Case, Expectation]] = []
    start = crc32(defect.id.encode())  # stays the same when defects are added
    for turn in range((1 if everywhere else 4) * len(specs)):
        spec = specs[(start + turn) % len(specs)]
        case = fresh(spec, len(done) + turn // len(specs))
        try:
            done.append((case, defect.inject(case)))
        except (NotHereError, InvalidOperation):  # a sign for nothing may stand where a figure is needed
            continue
        if len(done) == defect.times and not everywhere:
            break
    return done


def _defect_lines(specs: list[Spec], folder: Path, *, everywhere: bool) -> list[dict[str, Any]]:
    lines = []
    for defect in REGISTRY:
        for number, (case, expectation) in enumerate(_damage(defect, specs, everywhere=everywhere), 1):
            file = _write(case.report, folder, f"x-{defect.id.replace('_', '-')}-{number}-{case.spec.id}")
            main = expectation.places[0]
            lines.append(
                _line(
                    case.spec,
                    file,
                    "defect",
                    defect=defect.id,
                    kind=defect.kind,
                    section=main.section,
                    row=expectation.row,
                    column=expectation.column,
                    severity=expectation.severity,
                    flags=case.flags,
                    places=[place.as_json() for place in expectation.places],
                )
            )
    return lines


def generate(folder: Path, *, everywhere: bool = False, scoring: bool = True) -> list[dict[str, Any]]:
    """Write every draft and `manifest.jsonl` into `folder`; return the manifest's lines.

    Args:
        folder: where the files go; made if absent.
        everywhere: put each defect and change into every draft that can hold it, not into a few.
        scoring: also the drafts without the evidence of one condition.
    """
    folder.mkdir(parents=True, exist_ok=True)
    specs = load_all()
    lines = [_line(spec, _write(build(spec), folder, spec.id), "complete") for spec in specs]
    lines += _defect_lines(specs, folder, everywhere=everywhere)
    for name, case in harmless.variants(specs, everywhere=everywhere):
        lines.append(
            _line(case.spec, _write(case.report, folder, f"h-{name}-{case.spec.id}"), "harmless", change=name)
        )
    for variant in variants(specs) if scoring else ():
        file = _write(variant.report, folder, f"s-{variant.mode}-{variant.condition}-{variant.spec.id}")
        lines.append(_line(variant.spec, file, "scoring", condition=variant.condition, mode=variant.mode))
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (folder / "manifest.jsonl").write_text(text, encoding="utf-8")
    return lines
