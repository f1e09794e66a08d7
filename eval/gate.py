"""The gate: what a change must not fall below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from eval.figures import Share, by_kind, figures
from eval.judge import CHECKS, Judgement


def load_thresholds() -> dict[str, Any]:
    """The thresholds of eval/gate.yaml, in percent."""
    import yaml

    thresholds: dict[str, Any] = yaml.safe_load(files("eval").joinpath("gate.yaml").read_text("utf-8"))
    return thresholds


def shortfalls(judgements: Sequence[Judgement], thresholds: Mapping[str, Any]) -> list[str]:
    """A line for each figure below its threshold.

    Raises:
        KeyError: a threshold names no figure or no kind.
    """
    total = figures(judgements)
    kinds = by_kind(judgements)
    lines = []
    for name, least in thresholds.items():
        if name == "kinds":
            for kind, value in least.items():
                lines += _short(f"success of {kind}", kinds[kind].success, value)
        elif name in CHECKS:
            lines += _short(name, total.checks[name], least)
        elif hasattr(total, name):
            lines += _short(name, getattr(total, name), least)
        else:
            raise KeyError(f"eval/gate.yaml: no such figure: {name}")
    return lines


def _short(name: str, share: Share, least: float) -> list[str]:
    if share.rate is None or share.count * 100 >= least * share.total:
        return []
    return [f"{name}: {share} < {least}"]
