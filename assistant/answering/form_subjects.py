"""Which rows, lists and sections of the report forms a question names, in the everyday words of those who fill them in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.answering.form_labels import STAGES, Entry, entries
from assistant.conversation.lexicon import read_yaml

Sort = Literal["rows", "lists", "sections", "prose"]
_SORTS: tuple[Sort, ...] = ("rows", "lists", "sections", "prose")
_PARK = "3.1"  # the section whose rows repeat those of 2.1 for the park
_TARGETS = "5.1"  # ... and the one that repeats them for the years to come
_TWINS = {"2.1/revenue": "main_revenue"}  # rows that tell of the same under another key
_OF_TARGETS = re.compile(r"目标|未来三年|5\.1|上一年实际")


@dataclass(frozen=True)
class Subject:
    """Something in the forms that a question names.

    Attributes:
        key: section and row or list (`2.1/output`), or a section's number.
        start, end: where the question names it.
    """

    key: str
    start: int
    end: int

    @property
    def section(self) -> str:
        """Number of its section."""
        return self.key.partition("/")[0]

    def inside(self, other: Subject) -> bool:
        """Whether it is named only as a part of a longer name."""
        return (
            other.start <= self.start
            and self.end <= other.end
            and other.end - other.start > self.end - self.start
        )


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, re.Pattern[str]]]:
    """The wordings of `corpus/lexicon/form_words.yaml`, by sort and key."""
    data = read_yaml("lexicon", "form_words.yaml")
    return {
        sort: {str(key): re.compile(words) for key, words in data[sort].items()}
        for sort in (*_SORTS, "aspects", "columns")
    }


@lru_cache(maxsize=1)
def members() -> dict[str, dict[str, re.Pattern[str]]]:
    """For lists and rows whose text says what belongs there: each item, verbatim, with its everyday words."""
    data = read_yaml("lexicon", "form_words.yaml")["members"]
    return {key: {item: re.compile(words) for item, words in items.items()} for key, items in data.items()}


@lru_cache(maxsize=1)
def absent_columns() -> re.Pattern[str]:
    """What is asked for and no list of the forms has a column for."""
    return re.compile(read_yaml("lexicon", "form_words.yaml")["no_columns"])


@lru_cache(maxsize=1)
def absent_rows() -> re.Pattern[str]:
    """Titles and things that are asked for and the forms have no row for."""
    return re.compile(read_yaml("lexicon", "form_words.yaml")["no_rows"])


def subjects(text: str, sorts: Iterable[Sort] = _SORTS) -> list[Subject]:
    """What `text`, folded, names, the longest name first; names that are part of a longer one are left out."""
    found = [
        Subject(key, match.start(), match.end())
        for sort in sorts
        for key, pattern in _words()[sort].items()
        for match in pattern.finditer(text)
        if match.group()
    ]
    found = [item for item in found if not any(item.inside(other) for other in found)]
    found.sort(key=lambda item: (item.start - item.end, item.key))
    return list({item.key: item for item in reversed(found)}.values())[::-1]


def rows_meant(text: str) -> list[Subject]:
    """The rows that `text` names best: those of the park or of the targets only where it speaks of them."""
    found = subjects(text, ("rows",))
    if "园区" in text and (of_park := [item for item in found if item.section == _PARK]):
        found = of_park
    elif _OF_TARGETS.search(text):
        found = [item for item in found if item.section == _TARGETS] or _twins(found, _TARGETS) or found
    else:
        found = [item for item in found if item.section != _TARGETS] or found
    return [item for item in found if item.end - item.start == found[0].end - found[0].start]


def _twins(found: list[Subject], section: str) -> list[Subject]:
    """The rows of `section` that tell of the same as the rows found in another."""
    keys = [(f"{section}/{_TWINS.get(item.key, item.key.partition('/')[2])}", item) for item in found]
    return [Subject(key, item.start, item.end) for key, item in keys if key in _words()["rows"]]


def aspects_named(text: str) -> list[str]:
    """The aspects that the self-assessment is to treat (2.8) and `text` names."""
    return [name for name, pattern in _words()["aspects"].items() if pattern.search(text)]


def columns_called(entry: Entry, text: str) -> list[str]:
    """The columns of a list that `text` calls by an everyday word, without their years."""
    headings = dict.fromkeys(bare_heading(column) for column in entry.columns)
    words = _words()["columns"]
    return [heading for heading in headings if heading in words and words[heading].search(text)]


def bare_heading(column: str) -> str:
    """A column's heading without the year printed below it."""
    return re.sub(r"20\d\d年$", "", column)


def in_forms(key: str, stage: str | None = None) -> tuple[Entry, ...]:
    """The row, list or section of that key in each form, or in that of `stage`."""
    return tuple(
        entry for one in STAGES if stage in (None, one) for entry in entries(one) if entry.key == key
    )
