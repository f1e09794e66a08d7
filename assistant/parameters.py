"""Dated figures of the programme: quota, intervals, months, thresholds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from index.errors import UserError

Value = int | date | tuple[int, ...]


class NotInForceError(UserError):
    """A parameter has no value yet on the day asked for."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value comes from.

    Attributes:
        doc: document id, "" where the source is not in the corpus.
        locator: locator of the clause.
        quote: verbatim words of the clause that state the value, "" where there are none.
        title: name of a source that is not in the corpus, or a remark on one that is.
        official: False for public copies and press reports.
    """

    doc: str = ""
    locator: str = ""
    quote: str = ""
    title: str = ""
    official: bool = True


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter as it stands on a day.

    Attributes:
        name: identifier (`county_quota`).
        title: what it is, in Chinese.
        unit: unit of the value (`个`, `年`, `亿元`, `%`, `月`, `日`).
        value: an int, a date, or several ints.
        start: first day of this value.
        until: last day of this value, None while it lasts.
        source: where it is laid down.
    """

    name: str
    title: str
    unit: str
    value: Value
    start: date
    until: date | None
    source: Source

    @property
    def number(self) -> int:
        """The value where it is one number.

        Raises:
            TypeError: the value is a date or several numbers.
        """
        if not isinstance(self.value, int):
            raise TypeError(f"{self.name} is not one number: {self.value!r}")
        return self.value

    @property
    def day(self) -> date:
        """The value where it is a date.

        Raises:
            TypeError: the value is a number.
        """
        if not isinstance(self.value, date):
            raise TypeError(f"{self.name} is not a date: {self.value!r}")
        return self.value

    @property
    def numbers(self) -> tuple[int, ...]:
        """The value as a series of numbers; one number gives a series of one.

        Raises:
            TypeError: the value is a date.
        """
        if isinstance(self.value, date):
            raise TypeError(f"{self.name} is a date: {self.value!r}")
        return self.value if isinstance(self.value, tuple) else (self.value,)


class Parameters:
    """All parameters with all their values.

    Args:
        parameters: one entry for each value; values of one name must not overlap in time.
    """

    def __init__(self, parameters: Iterable[Parameter]) -> None:
        self._values: dict[str, list[Parameter]] = {}
        for parameter in parameters:
            self._values.setdefault(parameter.name, []).append(parameter)
        for name, values in self._values.items():
            values.sort(key=lambda value: value.start)
            for earlier, later in pairwise(values):
                if earlier.start == later.start or (earlier.until and earlier.until >= later.start):
                    raise ValueError(f"values of {name} overlap on {later.start}")

    def at(self, name: str, *, on: date) -> Parameter:
        """The parameter as it stands on a day.

        Args:
            name: identifier.
            on: the day.

        Raises:
            KeyError: there is no such parameter (a slip in the program, not of the user).
            NotInForceError: the day lies before the first value or in a gap (a `UserError`).
        """
        values = [value for value in self._values[name] if value.start <= on]
        if values and (values[-1].until is None or on <= values[-1].until):
            return values[-1]
        title = self._values[name][0].title
        raise NotInForceError(
            f"{on.year}年{on.month}月{on.day}日没有“{title}”的规定：最早一项自"
            f"{self._values[name][0].start}起，请改用其后的日期"
        )

    def history(self, name: str) -> tuple[Parameter, ...]:
        """Every value of a parameter, oldest first.

        Raises:
            KeyError: there is no such parameter.
        """
        return tuple(self._values[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __contains__(self, name: object) -> bool:
        return name in self._values

    def __len__(self) -> int:
        return len(self._values)


@lru_cache(maxsize=1)
def load_parameters() -> Parameters:
    """The parameters of `corpus/parameters/*.yaml`."""
    import yaml

    folder = files("corpus") / "parameters"
    entries: list[Parameter] = []
    for name in sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml")):
        for record in yaml.safe_load((folder / name).read_text(encoding="utf-8")):
            entries.extend(_values(record))
    return Parameters(entries)


def _values(record: Mapping[str, Any]) -> Iterator[Parameter]:
    values: Sequence[Mapping[str, Any]] = record["values"]
    for value in values:
        raw = value["value"]
        yield Parameter(
            name=record["name"],
            title=record["title"],
            unit=record["unit"],
            value=tuple(raw) if isinstance(raw, list) else raw,
            start=value["from"],
            until=value.get("until"),
            source=Source(**{key: _text(item) for key, item in value["source"].items()}),
        )


def _text(item: Any) -> Any:
    # YAML reads an unquoted Chinese date as text already; only booleans keep their type.
    return item if isinstance(item, bool) else str(item)
