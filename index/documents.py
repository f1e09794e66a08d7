"""Documents: front matter, body and clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from index.clauses import Clause


@dataclass(frozen=True)
class Document:
    """A policy document, parsed.

    Attributes:
        id: document id (`measures-2021`).
        title: title without 《》.
        number: document number (`湘工信产业集聚〔2021〕82号`), "" where it has none.
        issuer: issuing bodies.
        issued: date of issue (成文日期).
        published: date of publication on the web, where known.
        expires: last day of validity, None where the text states none.
        status: `现行`, `失效` … as its source says; validity on a day is judged by `assistant.answering`.
        repeals: titles or numbers of what it repeals.
        source: where the text was taken from.
        official: False for press reports and digests of them.
        aliases: other names by which people refer to it (`管理办法`).
        errata: corrections made to the digitised text.
        added: True for a document that a user added.
        body: the text, verbatim.
        clauses: the body cut into clauses, in order.
    """

    id: str
    title: str
    number: str
    issuer: str
    issued: date | None
    published: date | None
    expires: date | None
    status: str
    repeals: tuple[str, ...]
    source: str
    official: bool
    aliases: tuple[str, ...]
    errata: tuple[Mapping[str, str], ...]
    added: bool
    body: str
    clauses: tuple[Clause, ...] = field(repr=False)

    @cached_property
    def _by_locator(self) -> dict[str, Clause]:
        return {clause.locator: clause for clause in self.clauses}

    def clause(self, locator: str) -> Clause | None:
        """The clause at `locator`, or None."""
        return self._by_locator.get(locator)

    def children(self, locator: str) -> tuple[Clause, ...]:
        """The clauses directly below `locator`, in order."""
        return tuple(clause for clause in self.clauses if clause.parent == locator)

    def subtree(self, locator: str) -> Iterator[Clause]:
        """The clause at `locator` and all clauses below it, in document order."""
        inside: set[str] = set()
        for clause in self.clauses:
            if clause.locator == locator or clause.parent in inside:
                inside.add(clause.locator)
                yield clause

    def full_text(self, locator: str) -> str:
        """Text of the clause at `locator` with everything below it, verbatim."""
        return "".join(clause.text for clause in self.subtree(locator)).strip()
