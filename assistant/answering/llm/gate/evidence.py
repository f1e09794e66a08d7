"""The evidence that a sentence may draw on, given the marks it carries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from assistant.answering.llm.gate.operators import Operator
from assistant.answering.llm.gate.quantities import Quantity, quantities
from assistant.answering.llm.gate.statements import Statement, answer_statements, quote_statements
from assistant.answering.llm.gate.wording import canonical
from assistant.models import Answer, Citation

_CONTACT: Final = re.compile("咨询|确认|核实|询问|答得更准")


@dataclass(frozen=True)
class Finding:
    """Why a sentence is not shown.

    Attributes:
        check: which check it failed (`citation`, `figure`, `word`, `modality`, `condition`, `relation`, `verdict`).
        why: the words at fault, for the record.
        contradicts: the sentence says the opposite of what was decided, so that none of the draft is shown.
    """

    check: str
    why: str
    contradicts: bool = False


@dataclass(frozen=True)
class Given:
    """What one sentence may rest on.

    Attributes:
        statements: statements of the answer and quotes that share a mark with it, and those without marks.
        citations: the citations it names.
        question: the question in canonical form.
        open_question: the question asks who, what or how much, so that its own words are taken for granted.
    """

    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    question: str
    open_question: bool

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """Canonical titles of the documents cited."""
        return tuple(canonical(citation.title) for citation in self.citations)

    @cached_property
    def about(self) -> tuple[str, ...]:
        """Title, number and address of each citation."""
        return tuple(
            canonical(item)
            for citation in self.citations
            for item in (citation.title, citation.number, citation.locator)
            if item
        )

    @cached_property
    def text(self) -> str:
        """Everything given, in canonical form, once more without 的 (新的办法: 新办法)."""
        whole = "\n".join([*(statement.text for statement in self.statements), *self.about])
        return f"{whole}\n{whole.replace('的', '')}"

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The quantities given."""
        own = [quantity for statement in self.statements for quantity in statement.quantities]
        return own + [quantity for text in self.about for quantity in quantities(text)]

    def with_operator(self, *kinds: str) -> list[tuple[Statement, Operator]]:
        """The operators of these classes, with the statements they stand in."""
        return [
            (statement, operator)
            for statement in self.statements
            for operator in statement.operators
            if operator.kind in kinds
        ]


class Evidence:
    """The decided answer as evidence.

    Args:
        question: the stand-alone question.
        answer: the decided answer.
    """

    def __init__(self, question: str, answer: Answer) -> None:
        self.answer = answer
        self.question = canonical(question)
        self.units = answer_statements(answer)
        self.quotes = quote_statements(answer)

    def given(self, text: str, marks: frozenset[int], open_question: bool) -> Given:
        """What a sentence may rest on.

        Args:
            text: the sentence in canonical form.
            marks: its marks.
            open_question: see `Given`.
        """
        contact = _CONTACT.search(text) is not None  # 请向市州工信局确认 lends its names to nothing else
        units = [
            unit
            for unit in self.units
            if unit.marks & marks or (not unit.marks and (contact or not _CONTACT.search(unit.text)))
        ]
        quotes = [quote for quote in self.quotes if quote.marks & marks]
        citations = [item for number, item in enumerate(self.answer.citations, 1) if number in marks]
        return Given((*units, *quotes), tuple(citations), self.question, open_question)
