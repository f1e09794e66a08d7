"""What a damaged draft is: the draft, the one defect in it, and where a reader would look for it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from .form import find_row
from .report import Report, build, growth
from .spec import Spec


class NotHereError(Exception):
    """The defect cannot be put into this draft (a 初赛 part in a 决赛 draft, no falling row, …)."""


@dataclass(frozen=True)
class Place:
    """Where a finding is expected: its kind, section and words that its row and column must hold.

    Each entry of `words` is one word, or several separated by `|` of which one must be there.
    """

    kind: str
    section: str | None
    words: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the place as the manifest prints it."""
        return {"kind": self.kind, "section": self.section, "words": list(self.words)}


@dataclass(frozen=True)
class Expectation:
    """The main place, fair alternatives, the least severity, and the form's labels for the manifest."""

    places: tuple[Place, ...]
    severity: str = "error"
    row: str | None = None
    column: str | None = None


@dataclass
class Case:
    """One draft under damage: `spec` before it is worked out, `report` after."""

    spec: Spec
    turn: int
    flags: dict[str, str] = field(default_factory=dict)
    _report: Report | None = None

    @property
    def report(self) -> Report:
        """Work the draft out on first use; later changes of `spec` no longer count."""
        if self._report is None:
            self._report = build(self.spec)
        return self._report

    @property
    def first(self) -> bool:
        """Tell whether this is a draft for the preliminary round."""
        return self.spec.stage == "初赛"

    @property
    def small(self) -> bool:
        """Tell whether the category is the one of small and medium firms."""
        return str(self.spec.raw["category"]).startswith("中小")

    def need(self, condition: object) -> None:
        """Give up on this draft unless `condition` holds."""
        if not condition:
            raise NotHereError

    def pick(self, options: list[str]) -> str:
        """Choose one of `options`, another one at each turn."""
        self.need(options)
        return options[self.turn % len(options)]

    def row(self, key: str) -> tuple[str, str]:
        """Return section and name of a row."""
        section, row = find_row(key)
        return section, row.name

    def year(self, which: int) -> str:
        """Return the words that name a year's column: as the draft prints it or as the form does."""
        return f"{self.report.years[which]}年|{self.report.years[which]}|{2021 + which}年"

    def at(self, kind: str, key: str, column: str = "") -> Place:
        """Return the place of a row, and of one of its columns if `column` is given."""
        section, name = self.row(key)
        return Place(kind, section, (name, column) if column else (name,))

    def fill(self, key: str, first: str, second: str) -> None:
        """Set both years of a row before the draft is worked out."""
        self.spec.values[key][:2] = [first, second]

    def regrow(self, key: str) -> None:
        """Make a row's printed growth follow its printed figures."""
        cells = self.report.rows[key]
        digits = int(self.report.look.get("digits", 1))
        cells[-1] = growth(cells[0], cells[-3 if len(cells) == 5 else 1], digits) or cells[-1]


Injector = Callable[[Case], Expectation]


@dataclass(frozen=True)
class Defect:
    """A registered defect: its id, the contract's kind, on how many drafts it is tried, and the function."""

    id: str
    kind: str
    times: int
    inject: Injector


REGISTRY: list[Defect] = []


def defect(kind: str, times: int = 2) -> Callable[[Injector], Injector]:
    """Register an injector under its function's name."""

    def register(function: Injector) -> Injector:
        REGISTRY.append(Defect(function.__name__, kind, times, function))
        return function

    return register


def expect(*places: Place, severity: str = "error", column: str | None = None) -> Expectation:
    """Return an expectation; the first place is the main one."""
    row = places[0].words[0] if places[0].words else None
    return Expectation(
        places, severity, row, column or (places[0].words[1] if len(places[0].words) > 1 else None)
    )


def shifted(text: str, delta: str) -> str:
    """Return a printed number plus `delta`, to the same printed decimals."""
    number = Decimal(text)
    return str((number + Decimal(delta)).quantize(number))


def times(text: str, factor: str) -> str:
    """Return a printed number times `factor`, to the same printed decimals."""
    number = Decimal(text)
    return str((number * Decimal(factor)).quantize(Decimal(1).scaleb(number.as_tuple().exponent)))  # type: ignore[arg-type]


def fresh(spec: Spec, turn: int) -> Case:
    """Return a case on a copy of the draft."""
    return Case(copy.deepcopy(spec), turn)


_MONEY = {"output", "mainout", "rev", "revabove", "profit", "tax", "imp", "exp", "fdi", "rd", "invest"}


def scaled_all(spec: Spec, factor: Decimal) -> None:
    """Make a cluster smaller without contradiction: every sum of money of the cluster, its firms and its goals."""
    text = str(factor)
    for key in _MONEY:
        spec.values[key] = [times(value, text) for value in spec.values[key]]
    for key, cells in spec.values.items():
        if key.startswith("g_") and key != "g_above":
            spec.values[key] = [times(value, text) for value in cells]
        if key.startswith("p_") and len(cells) == 4 and key != "p_above":
            spec.values[key] = [cells[0], times(cells[1], text), cells[2], times(cells[3], text)]
    for index, line in enumerate(spec.raw["firms"]):
        fields = line.split("|")
        fields[3] = " ".join(times(value, text) for value in fields[3].split())
        spec.raw["firms"][index] = "|".join(fields)
