"""Documents: front matter, body and clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from index.clauses import Clause
from index.numerals import CHINESE, normalise_locator


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
        errata: corrections made to the digitised text: `locator`, `was`, `now`, `why`.
        added: True for a document that a user added.
        body: the text, verbatim.
        clauses: the body cut into clauses, in order.
        doubts: readings that the digitised text leaves open: `locator`, `text`, `why`, for a cell `column`.
        parser: options for the parser, as in the front matter.
        questions: by locator, questions that the clause answers, in users' words (document expansion, doc2query);
            they are searched, never shown or cited.
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
    doubts: tuple[Mapping[str, str], ...] = ()
    parser: Mapping[str, Any] = field(default_factory=dict)
    questions: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def _by_locator(self) -> dict[str, Clause]:
        return {clause.locator: clause for clause in self.clauses}

    def clause(self, locator: str) -> Clause | None:
        """The clause at `locator`, written as CONTRACT.md does, or None."""
        return self._by_locator.get(locator)

    def find(self, address: str) -> Clause | None:
        """The clause at `address`, however a person writes it, or None.

        `第16条`, `六（二）` for 第六条（二）, `第一条` for 第一项 and `附件 1 第3行` are understood. Where
        only a part of the address exists (第六条第二款), the clause that encloses it is returned.

        Args:
            address: an address within this document.
        """
        if address in self._by_locator:
            return self._by_locator[address]
        wanted = normalise_locator(address)
        for annex, name in dict(self.parser.get("prefixes") or {}).items():
            if wanted == annex or wanted.startswith(f"{annex} "):
                wanted = f"{name}{wanted[len(annex) :]}"
        for locator in _readings(wanted):
            clause = self.clause(locator)
            if clause is not None:
                return clause
        return None

    def doubts_at(self, locator: str) -> tuple[Mapping[str, str], ...]:
        """What is doubtful in the clause at `locator`."""
        return tuple(doubt for doubt in self.doubts if doubt.get("locator") == locator)

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


def _readings(locator: str) -> Iterator[str]:
    """`locator`, then what else it may mean, then what encloses it."""
    yield locator
    plain = re.fullmatch(rf"第?([{CHINESE}]+)([条项章]?)(（.+)?", locator)
    if plain:
        number, tail = plain.group(1), plain.group(3) or ""
        for form in (f"第{number}条", f"第{number}项", number, f"第{number}章"):
            yield form + tail
        yield f"（{number}）{tail}"
    shorter = re.sub(r"(第[^第（）]+[款句段]|（[^（）]*）\d*|\d+| [^ ]+)$", "", locator)
    if shorter and shorter != locator:
        yield from _readings(shorter)
