"""Numbers as printed: decimals with their precision and unit, and arithmetic that allows for rounding.

A printed figure stands for every value that rounds to it. Arithmetic is done on those intervals, so
that a derived figure counts as wrong only when no values that round to the printed ones give it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import Literal

from assistant.checker.figures import Figure, is_nil, read_figure
from assistant.checker.form import ValueKind
from assistant.checker.units import canonical_unit, conversion

__all__ = [
    "Interval",
    "Number",
    "Parsed",
    "canonical_unit",
    "conversion",
    "growth",
    "is_nil",
    "parse",
    "rounded",
]

# Ends of intervals are rounded outwards, so that no value which is possible falls out of one.
_DOWN = Context(prec=40, rounding=ROUND_FLOOR, Emax=MAX_EMAX, Emin=MIN_EMIN)
_UP = Context(prec=40, rounding=ROUND_CEILING, Emax=MAX_EMAX, Emin=MIN_EMIN)

Shape = Literal["blank", "nil", "number", "unclear", "text"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of decimals."""

    low: Decimal
    high: Decimal

    def overlaps(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(_DOWN.add(self.low, other.low), _UP.add(self.high, other.high))

    def scaled(self, factor: Decimal) -> Interval:
        """The interval times a positive factor."""
        return Interval(_DOWN.multiply(self.low, factor), _UP.multiply(self.high, factor))

    def minus(self, other: Interval) -> Interval:
        """All differences of a value of this and a value of the other."""
        return Interval(_DOWN.subtract(self.low, other.high), _UP.subtract(self.high, other.low))

    def over(self, other: Interval) -> Interval | None:
        """All quotients of a value of this by a value of the other; None where the other holds zero."""
        if other.low <= 0 <= other.high:
            return None
        pairs = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(_DOWN.divide(a, b) for a, b in pairs), max(_UP.divide(a, b) for a, b in pairs))


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number.

    Attributes:
        value: in `unit`.
        step: the size of the last printed digit, in `unit`; zero where the number is exact.
        unit: the unit that the value is in (the form's unit where it could be converted).
        written_unit: the unit as written in the cell or its label, "" where none was.
        approximate: marked 约, 左右, …; nothing is derived from it.
        points: written as 百分点.
    """

    value: Decimal
    step: Decimal
    unit: str = ""
    written_unit: str = ""
    approximate: bool = False
    points: bool = False

    @property
    def interval(self) -> Interval:
        """Every value that rounds to the printed one."""
        half = self.step / 2
        return Interval(_DOWN.subtract(self.value, half), _UP.add(self.value, half))

    def is_cut_from(self, value: Decimal) -> bool:
        """Whether the printed number is left of `value` when its further digits are dropped and not rounded."""
        beyond = value - self.value if self.value >= 0 else self.value - value
        return 0 <= beyond < self.step


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a cell that should hold a number holds.

    Attributes:
        form: `blank`; `nil` (—, /, 无); `number`; `unclear`, where there are digits of which no one figure can be
            made for certain (12—15, 国家级3个省级9个); or `text`, anything else, a row of digits too long for
            any figure among it.
        number: the number, where there is one.
        wrong_unit: the unit written cannot be converted to the form's unit.
    """

    form: Shape
    number: Number | None = None
    wrong_unit: bool = False


def parse(text: str, kind: ValueKind = "amount", unit: str = "", label_unit: str = "") -> Parsed:
    """Read a cell that should hold a number.

    Args:
        text: the cell's text, raw.
        kind: kind of the row; counts are exact.
        unit: the form's unit, to which the value is converted.
        label_unit: the unit in the draft's own row or column label, "" where it is the form's.
    """
    figure = read_figure(text)
    if not isinstance(figure, Figure):
        return Parsed(figure)
    written = figure.unit
    written_unit = canonical_unit(written, behind_figure=True)
    if (
        written
        and not written_unit
        and not (kind == "count" and re.fullmatch(r"[\u4e00-\u9fff]{1,4}", written))
    ):
        return Parsed("unclear")
    source = written_unit or label_unit or unit
    # A bare 万 behind a count means 万个, not 万元.
    if unicodedata.normalize("NFKC", written) in ("万", "亿") and unit in ("个", "人"):
        source = "万个" if written == "万" else ""
    value, step = figure.value, figure.step
    points = bool(re.search(r"百分点|个点|pct|pp", written.lower()))
    factor = conversion(source, unit) if unit and source else Decimal(1)
    if factor is None:
        number = Number(value, step, source, written_unit, figure.approximate, points)
        return Parsed("number", number, wrong_unit=True)
    if kind == "count" and factor == 1 and step == 1:
        step = Decimal(0)
    return Parsed(
        "number", Number(value * factor, step * factor, unit, written_unit, figure.approximate, points)
    )


def growth(earlier: Number, later: Number) -> Interval | None:
    """The growth rate in per cent, as an interval; None where the earlier value may be zero."""
    quotient = later.interval.over(earlier.interval)
    if quotient is None:
        return None
    one = Interval(Decimal(1), Decimal(1))
    return quotient.minus(one).scaled(Decimal(100))


def rounded(value: Decimal, like: Decimal) -> str:
    """`value` printed with as many decimals as `like` has, halves rounded up."""
    exponent = like.as_tuple().exponent
    places = min(0, exponent) if isinstance(exponent, int) else 0
    wide = Context(prec=max(28, value.adjusted() - places + 2), Emax=MAX_EMAX, Emin=MIN_EMIN)
    result = value.quantize(Decimal((0, (1,), places)), rounding=ROUND_HALF_UP, context=wide)
    return f"{result:f}" if result else f"{abs(result):f}"
