"""What a rule concludes, and how it came to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["met", "not_met", "conditional", "cannot_tell", "not_applicable"]
Verdict = Literal["yes", "no", "conditional"]


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a clause that a sentence rests on.

    Attributes:
        doc: document id.
        locator: locator of the clause.
        quote: verbatim fragment of it.
    """

    doc: str
    locator: str
    quote: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One Chinese sentence with what it rests on; no citations where it says that nothing is laid down."""

    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What a rule returns.

    Attributes:
        status: `met` the requirement holds; `not_met` it does not; `conditional` it depends on something
            that the clause leaves open (原则上, 择优); `cannot_tell` facts are missing; `not_applicable`
            the rule does not concern the case.
        verdict: answer to the topic's own yes/no question (see `engine.TOPICS`), None where it has none.
        statement: the direct answer.
        details: why, and what to watch out for.
        missing: names of the facts that are needed and not known, in Chinese.
        official: False where it rests on a source that is not official.
    """

    status: Status
    verdict: Verdict | None
    statement: Sentence
    details: tuple[Sentence, ...] = ()
    missing: tuple[str, ...] = ()
    official: bool = True


@dataclass(frozen=True, slots=True)
class Read:
    """One thing that a rule looked at.

    Attributes:
        kind: fact or parameter.
        name: identifier (`cluster_count`, `county_quota`).
        title: its name in Chinese.
        value: what it was, in words a reader understands; 未知 where it was not known.
    """

    kind: Literal["fact", "parameter"]
    name: str
    title: str
    value: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A conclusion with the rule it came from and the trace of what the rule read.

    Attributes:
        rule: id of the rule (`quota.county`).
        topic: topic of the rule (`quota`).
        basis: node id of the clause it rests on (`measures-2021#第十六条`).
        title: what the rule decides, in Chinese.
        conclusion: what it concluded.
        trace: facts and parameters it read, in the order of first reading.
    """

    rule: str
    topic: str
    basis: str
    title: str
    conclusion: Conclusion
    trace: tuple[Read, ...]

    @property
    def status(self) -> Status:
        """Status of the conclusion."""
        return self.conclusion.status

    @property
    def verdict(self) -> Verdict | None:
        """Answer to the topic's own question."""
        return self.conclusion.verdict

    @property
    def statement(self) -> str:
        """The direct answer, one Chinese sentence."""
        return self.conclusion.statement.text

    @property
    def details(self) -> tuple[Sentence, ...]:
        """The further sentences."""
        return self.conclusion.details

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of missing facts."""
        return self.conclusion.missing

    @property
    def official(self) -> bool:
        """Whether every source is official."""
        return self.conclusion.official

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The direct answer and the further sentences."""
        return (self.conclusion.statement, *self.conclusion.details)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations, in order, each once."""
        return tuple(dict.fromkeys(cite for sentence in self.sentences for cite in sentence.citations))
