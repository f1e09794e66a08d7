"""What a document's front matter may tell the parser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class ParserOptions:
    """How one document departs from the usual numbering.

    Attributes:
        prefixes: other names for annexes, `{"附件1": "初赛"}`.
        sections_as_items: True where people cite `一、` of the main text as `第一项`.
    """

    prefixes: Mapping[str, str] = field(default_factory=dict)
    sections_as_items: bool = False

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any] | None) -> ParserOptions:
        """Options from the `parser` key of a front matter.

        Args:
            values: the key's mapping, or None where it is absent.
        """
        values = values or {}
        prefixes = {str(name): str(prefix) for name, prefix in dict(values.get("prefixes") or {}).items()}
        return cls(prefixes=prefixes, sections_as_items=bool(values.get("sections_as_items", False)))
