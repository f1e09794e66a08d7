"""What is told of a label of the report forms, and the question that it is told for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answering.composer import Composer, shorten
from assistant.answering.form_labels import FORMS, STAGES, Entry
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Status, Verdict
from index.documents import Document

# 「那一栏也要填？」
_ASKS_BARE = re.compile(r"(?:要|用|需|能|可以|得|算|该)[^，。,什哪谁几多怎咋啥]{0,14}[?]$|够不够|行不行")


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
class Reply:
    """A whole answer about the forms.

    Attributes:
        text: what is said, with marks.
        verdict: yes or no where the question asks for it.
        status: answered, or no_evidence where the forms do not say.
    """

    text: str
    verdict: Verdict | None = None
    status: Status = "answered"


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

    def quote(self, section: str, words: str, stages: Iterable[str] = STAGES) -> str:
        """The marks of `words` in a section of each form that has them there."""
        return "".join(
            self.composer.cite(FORMS, f"{stage} {section}", words)
            for stage in stages
            if self.plan.contest_stage in (None, stage)
            and self.document.clause(f"{stage} {section}")
            and words in self.document.full_text(f"{stage} {section}")
        )

    def verdict(self, so: bool) -> Verdict | None:
        """Yes or no to the question as it was put, where it asks for one."""
        reading = read(self.plan.standalone)
        if not (reading.polar or _ASKS_BARE.search(self.text)):
            return None
        return "yes" if so != reading.turned else "no"

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
