"""Collects sentences and their verified quotes into an `Answer`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from assistant.answering.validity import warnings_for
from assistant.models import Answer, Citation, Status, Verdict
from index.corpus import Corpus

QUOTE_LIMIT = 120  # characters: what can be read at a glance
_SENTENCE_END = re.compile(r"[。！？；;\n]")
_EDGE = re.compile(r"^[\s|#]+|(?:\s*\|\s*)+$|\s+$")
_BARE_NUMBER = 4  # characters: 「附件1」, 「第六条」 alone say nothing
_PAUSE = re.compile(r"[，,、：:）)]")


def shorten(text: str, limit: int = QUOTE_LIMIT) -> str:
    """The beginning of `text`, at most `limit` characters, ending where a reader may pause.

    The result is a contiguous piece of `text`, so it can be quoted.
    """
    text = text.strip()
    if len(text) <= limit:
        return text
    head = text[:limit]
    for pattern in (_SENTENCE_END, _PAUSE):
        ends = [match.end() for match in pattern.finditer(head)]
        if ends and ends[-1] > limit // 3:
            return head[: ends[-1]].strip().rstrip("，,、：:；;")
    return head


def _opening(text: str) -> str:
    """What to quote of a passage that is cited as a whole: its first line that is more than a number."""
    lines = [_EDGE.sub("", line) for line in text.splitlines()]
    telling = [line for line in lines if len(line) > _BARE_NUMBER and not line.startswith("---")]
    return shorten(telling[0] if telling else text)


class Composer:
    """Builds one answer.

    Sentences are added in reading order; `cite` verifies that a quote stands in the document and
    returns its mark `[n]`. A quote that stands inside one cited before, of the same clause, shares its mark.
    """

    def __init__(self, question: str, corpus: Corpus, as_of: date) -> None:
        self._question = question
        self._corpus = corpus
        self._as_of = as_of
        self._parts: list[str] = []
        self._citations: list[Citation] = []
        self._warnings: list[str] = []

    def blank(self) -> Composer:
        """An empty composer for the same question."""
        return Composer(self._question, self._corpus, self._as_of)

    def has(self, doc: str, locator: str) -> bool:
        """Whether the document has such an address."""
        return self._corpus.documents[doc].clause(locator) is not None

    def cite(self, doc: str, locator: str, quote: str | None = None) -> str:
        """Register a citation and return its mark.

        Args:
            doc: document id.
            locator: address in it.
            quote: verbatim words of the clause; its beginning when None.

        Raises:
            ValueError: the quote does not stand at that address. That is a fault of the program, and
                better no answer than a false quotation.
        """
        document = self._corpus.documents[doc]
        full = document.full_text(locator)
        quote = _opening(full) if quote is None else quote
        if not quote or quote not in full:
            raise ValueError(f"quote not found at {doc}#{locator}: {quote!r}")
        for number, known in enumerate(self._citations, 1):
            if (known.doc, known.locator) == (doc, locator) and quote in known.quote:
                return f"[{number}]"
        self._citations.append(
            Citation(doc=doc, title=document.title, number=document.number, locator=locator, quote=quote)
        )
        return f"[{len(self._citations)}]"

    def add(self, sentence: str) -> None:
        """Append a sentence (or a paragraph, when it ends with a line break)."""
        self._parts.append(sentence)

    def warn(self, warning: str) -> None:
        """Add a warning, once."""
        if warning not in self._warnings:
            self._warnings.append(warning)

    def warn_all(self, warnings: Iterable[str]) -> None:
        """Add several warnings."""
        for warning in warnings:
            self.warn(warning)

    def build(self, status: Status = "answered", verdict: Verdict | None = None) -> Answer:
        """The finished answer, with the warnings of every document cited."""
        for doc in dict.fromkeys(citation.doc for citation in self._citations):
            document = self._corpus.documents[doc]
            self.warn_all(warnings_for(document, self._as_of))
            cited = {citation.locator for citation in self._citations if citation.doc == doc}
            for locator in sorted(cited):
                for doubt in document.doubts_at(locator):
                    self.warn(f"{locator}的“{doubt.get('text', '')}”一处：{doubt.get('why', '')}。")
        return Answer(
            question=self._question,
            status=status,
            verdict=verdict,
            answer="".join(self._parts).strip(),
            citations=tuple(self._citations),
            warnings=tuple(self._warnings),
        )
