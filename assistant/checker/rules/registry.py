"""The register of rules, and what a rule gets and gives."""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from assistant.checker.draft import Draft, ListRow, Value
from assistant.checker.form import Column, Form, Row, Section, Table
from assistant.checker.mapping.collect import field_column
from assistant.checker.numbers import Number
from assistant.checker.rules.texts import RuleText, rule_texts
from assistant.checker.source import Place

Kind = Literal[
    "completeness",
    "arithmetic",
    "consistency",
    "range",
    "format",
    "limit",
    "evidence",
    "declaration",
    "eligibility",
]
Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule sees: the draft, its form, and the day for which dated parameters are taken."""

    draft: Draft
    form: Form
    as_of: date


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found wrong.

    Attributes:
        section: the form's section number.
        row, column: the form's own labels, None where they mean nothing.
        message: names the cell, the figures and what is wrong.
        advice: how to mend it.
        found, expected: the figure written and the one that would be right.
        place: where in the file.
        severity: where it differs from the rule's.
        basis: (document id, locator) where it is more exact than the rule's.
    """

    section: str
    message: str
    advice: str
    row: str | None = None
    column: str | None = None
    found: str | None = None
    expected: str | None = None
    place: Place = field(default_factory=Place)
    severity: Severity | None = None
    basis: tuple[str, str] | None = None


RuleFunction = Callable[[Context], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A registered rule.

    Attributes:
        id: stable name (`growth-rate`).
        kind: finding kind of the contract.
        severity: severity of its problems unless they say otherwise.
        title: what it checks, in Chinese.
        basis: (document id, locator); a locator of None means the section of the form that the problem is in.
        check: the function.

    `explanation`, `example`, `remedy`, `sections` and `stages` are those of `RuleText`.
    """

    id: str
    kind: Kind
    severity: Severity
    title: str
    basis: tuple[str, str | None]
    check: RuleFunction

    @property
    def text(self) -> RuleText:
        """What a reader is told about the rule."""
        return rule_texts().get(self.id, RuleText())

    @property
    def explanation(self) -> str:
        """How it judges, in Chinese."""
        return self.text.explanation

    @property
    def example(self) -> str:
        """What it reports, in Chinese."""
        return self.text.example

    @property
    def remedy(self) -> str:
        """How to mend the example, in Chinese."""
        return self.text.remedy

    @property
    def sections(self) -> tuple[str, ...]:
        """Sections of the form that it looks at; empty for all of them."""
        return self.text.sections

    @property
    def stages(self) -> tuple[str, ...]:
        """Forms that it applies to."""
        return self.text.stages


_RULES: dict[str, Rule] = {}


def rule(
    *,
    id: str,
    kind: Kind,
    title: str,
    severity: Severity = "error",
    basis: tuple[str, str | None] = ("report-2023", None),
) -> Callable[[RuleFunction], RuleFunction]:
    """Register a function as a rule; see `Rule` for the arguments.

    Raises:
        ValueError: the id is taken.
    """

    def register(function: RuleFunction) -> RuleFunction:
        if id in _RULES:
            raise ValueError(f"rule id used twice: {id}")
        _RULES[id] = Rule(id, kind, severity, title, basis, function)
        return function

    return register


def all_rules() -> tuple[Rule, ...]:
    """All rules of this package, by id."""
    package = importlib.import_module("assistant.checker.rules")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
    return tuple(_RULES[key] for key in sorted(_RULES))


def run(context: Context) -> Iterator[tuple[Rule, Problem]]:
    """Run all rules."""
    for item in all_rules():
        for problem in item.check(context):
            yield item, problem


def at(
    value: Value,
    message: str,
    advice: str,
    *,
    found: str | None = None,
    expected: str | None = None,
    severity: Severity | None = None,
    basis: tuple[str, str] | None = None,
) -> Problem:
    """A problem at a cell of the draft; `found` where it is only a part of the cell's text."""
    return Problem(
        section=value.ref.section,
        row=value.row_label,
        column=value.column_label,
        message=message,
        advice=advice,
        found=found or value.raw.strip() or None,
        expected=expected,
        place=value.place,
        severity=severity,
        basis=basis,
    )


def missing(
    context: Context, section: str, row: Row, column: Column | None, message: str, advice: str
) -> Problem:
    """A problem at a cell that the draft does not have or that is blank."""
    draft = context.draft
    value = draft.value(f"{section}/{row.key}", column.key if column else "value")
    place = value.place if value else draft.headings.get(section, Place())
    label = row.column_label(column, draft.last_year) if column else field_column(row)
    return Problem(section=section, row=row.label, column=label, message=message, advice=advice, place=place)


def in_list(problem: Problem, index: int) -> Problem:
    """The problem of a list's cell, its row named by the list and its position."""
    return replace(problem, row=f"{problem.row}第{index}行")


def at_row(
    section: Section, table: Table, row: ListRow, message: str, advice: str, *, found: str | None = None
) -> Problem:
    """A problem of a whole row of a list."""
    name = list_name(section, table)
    return Problem(section.number, message, advice, f"{name}第{row.index}行", found=found, place=row.place)


def list_name(section: Section, table: Table) -> str:
    """How messages call a table: its title, or its section's where it has none."""
    return table.title or section.title


def cell_name(value: Value) -> str:
    """How a message names a cell: `2.1 “集群总产值（亿元）”2022年`, `一 集群促进组织“单位名称”`."""
    row = f"“{value.row_label}”" if value.row_label else ""
    if value.ref.column == "value":  # a field is told from its namesakes by its group
        return f"{value.ref.section} {value.column_label or ''}{row}"
    listed = re.search(r"\[(\d+)\]$", value.ref.row)
    if listed and not (value.row_label or "").endswith("行"):
        row += f"第{listed.group(1)}行"
    return f"{value.ref.section} {row}{value.column_label or ''}"


def shown(value: Value) -> str:
    """A cell's text as messages quote it."""
    return value.raw.strip()


def with_unit(value: Value) -> str:
    """A cell's text with its unit, where it does not state one itself."""
    number = value.number
    return shown(value) + (number.unit if number is not None and not number.written_unit else "")


def reliable(value: Value | None) -> Number | None:
    """The number of a cell, None where there is none or it is only approximate (约, 左右)."""
    number = value.number if value else None
    return None if number is None or number.approximate else number


@lru_cache(maxsize=1024)
def compact(text: str) -> str:
    """`text` in the writer's own characters (NFKC) without white space, to be searched and quoted."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def short_label(label: str) -> str:
    """A row's label without the remark in brackets."""
    return label.partition("（")[0]
