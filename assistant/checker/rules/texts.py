"""What a reader is told about each rule: how it judges, an example, the mend."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.checker.form import STAGES


@dataclass(frozen=True, slots=True)
class RuleText:
    """The page of a rule, in Chinese.

    Attributes:
        explanation: how it judges, and what it lets pass.
        example: what it reports.
        remedy: how to mend the example.
        sections: sections of the form that it looks at; empty for all of them.
        stages: forms that it applies to.
    """

    explanation: str = ""
    example: str = ""
    remedy: str = ""
    sections: tuple[str, ...] = ()
    stages: tuple[str, ...] = STAGES


@cache
def rule_texts() -> dict[str, RuleText]:
    """The texts of `texts.yaml` by rule id."""
    import yaml

    raw = yaml.safe_load((files(__package__) / "texts.yaml").read_text(encoding="utf-8"))
    return {
        key: RuleText(
            explanation=entry["explanation"],
            example=entry["example"],
            remedy=entry["remedy"],
            sections=tuple(str(number) for number in entry.get("sections", ())),
            stages=tuple(entry.get("stages", STAGES)),
        )
        for key, entry in raw.items()
    }
