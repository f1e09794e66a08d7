"""What is told of a label of the report forms, and the question that it is told for."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answering.composer import Composer, shorten
from assistant.answering.form_labels import FORMS, Entry
from assistant.conversation.plan import Plan
from index.documents import Document


@dataclass(frozen=True)
class Told:
    """What is said of one label.

    Attributes:
        lead: the plain answer (要, 不是), "" where the question asks for none.
        sentence: what it rests on, with marks.
    """

    lead: str
    sentence: str


@dataclass(frozen=True)
class Question:
    """A question about the forms, with what its answer is made of.

    Attributes:
        plan: the question's plan.
        text: the question, folded.
        composer: collects the answer.
        document: the document of the forms.
    """

    plan: Plan
    text: str
    composer: Composer
    document: Document

    def cite(self, entry: Entry, words: str | None = None) -> str:
        """The mark of an entry, quoting `words` or its label."""
        row = f"{entry.stage} {entry.section} {f'{entry.context} ' if entry.context else ''}{entry.label}"
        locator = row if self.document.clause(row) else f"{entry.stage} {entry.section}"
        words = words or shorten(entry.label)
        return self.composer.cite(
            FORMS, locator, words if words in self.document.full_text(locator) else None
        )

    def cite_all(self, group: tuple[Entry, ...]) -> str:
        """The marks of the same label in each form."""
        return "".join(self.cite(entry) for entry in group)


def together(found: tuple[Entry, ...]) -> list[tuple[Entry, ...]]:
    """The entries grouped: what both forms have alike is told once; the printed notes may differ."""
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in found:
        groups.setdefault((entry.section, entry.context, entry.name, entry.columns, entry.unit), []).append(
            entry
        )
    return [tuple(group) for group in groups.values()]


def where(group: tuple[Entry, ...]) -> str:
    """Where entries stand: `初赛、决赛参赛报告的2.1`."""
    return f"{'、'.join(entry.stage for entry in group)}参赛报告的{numbered(group[0].section)}"


def numbered(section: str) -> str:
    """A section's number as one says it (2.1, 第六部分)."""
    return section if "." in section else f"第{section}部分"
