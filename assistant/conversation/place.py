"""An address with its document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.corpus import Corpus

_REFERENCE = re.compile(r"(?P<doc>[a-z0-9][\w.-]*)#(?P<locator>.+)$")


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


def reference(text: str, corpus: Corpus) -> Place | None:
    """`document#locator`, as other programs write an address; None where `text` is none that exists."""
    match = _REFERENCE.search(text.strip())
    document = corpus.documents.get(match["doc"]) if match else None
    if match is None or document is None or document.clause(match["locator"]) is None:
        return None
    return Place(document.id, match["locator"])
