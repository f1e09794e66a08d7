"""Reads the data files: what one draft says, before it is worked out and laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"
_TAG = re.compile(r"\[(\d)\]")


@dataclass
class Paragraph:
    """A paragraph of prose: its parts, each with the condition of 第六条 (1–6) that it is evidence of, or 0."""

    parts: list[tuple[int, str]]
    heading: bool = False

    @property
    def text(self) -> str:
        """Return the paragraph as read."""
        return "".join(part for _, part in self.parts)


@dataclass
class Spec:
    """One draft as its author knows it: figures by key, lists, prose with tags and placeholders."""

    raw: dict[str, Any]
    prose: dict[str, list[Paragraph]]
    values: dict[str, list[str]] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the draft's identifier."""
        return str(self.raw["id"])

    @property
    def stage(self) -> str:
        """Return 初赛 or 决赛."""
        return str(self.raw["stage"])


def scaled(text: str, factor: Decimal) -> str:
    """Return a printed number times `factor`, to the same printed decimals."""
    number = Decimal(text)
    return str(
        (number * factor).quantize(number if number.as_tuple().exponent else Decimal(1), ROUND_HALF_UP)
    )


def _paragraph(line: str) -> Paragraph:
    if line.startswith("## "):
        return Paragraph([(0, line[3:].strip())], heading=True)
    pieces = _TAG.split(line)
    parts = [(0, pieces[0])] if pieces[0] else []
    parts += [(int(tag), text) for tag, text in zip(pieces[1::2], pieces[2::2], strict=True)]
    return Paragraph(parts)


def _prose(text: str) -> dict[str, list[Paragraph]]:
    sections: dict[str, list[Paragraph]] = {}
    current: list[Paragraph] = []
    for line in text.splitlines():
        if line.startswith("# "):
            current = sections.setdefault(line[2:].strip(), [])
        elif line.strip():
            current.append(_paragraph(line.strip()))
    return sections


def load(path: Path) -> Spec:
    """Read one draft: the YAML file `path` and the Markdown file of the same name."""
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    tables = [raw[name] for name in ("t", "t31", "t51") if name in raw]
    values = {key: str(line).split() for table in tables for key, line in table.items()}
    prose = _prose(path.with_suffix(".md").read_text(encoding="utf-8"))
    return Spec(raw, prose, values)


def load_all() -> list[Spec]:
    """Read every draft of the data folder, in the order of the identifiers."""
    return [load(path) for path in sorted(DATA.glob("*.yaml"))]
