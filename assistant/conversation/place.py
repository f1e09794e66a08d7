"""An address with its document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """An address in a document.

    Attributes:
        doc: id of the document.
        locator: as CONTRACT.md writes it; it need not exist.
    """

    doc: str
    locator: str

    def __str__(self) -> str:
        return f"{self.doc}#{self.locator}"
