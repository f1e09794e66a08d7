"""Numbers as people write them in forms: decimals with printed precision, units and intervals.

A printed figure stands for every value that rounds to it. Arithmetic is done on those intervals, so
that a derived figure counts as wrong only when no values that round to the printed ones give it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal
from typing import Literal

from assistant.checker.form import ValueKind

# Factor to the base unit of each dimension (元, 人 or 个, %, 亩).
_UNITS: dict[str, tuple[str, Decimal]] = {
    "元": ("money", Decimal(1)),
    "千元": ("money", Decimal(1000)),
    "万元": ("money", Decimal(10) ** 4),
    "百万元": ("money", Decimal(10) ** 6),
    "千万元": ("money", Decimal(10) ** 7),
    "亿元": ("money", Decimal(10) ** 8),
    "人": ("count", Decimal(1)),
    "万人": ("count", Decimal(10) ** 4),
    "个": ("count", Decimal(1)),
    "万个": ("count", Decimal(10) ** 4),
    "%": ("percent", Decimal(1)),
    "‰": ("percent", Decimal("0.1")),
    "亩": ("area", Decimal(1)),
    "万亩": ("area", Decimal(10) ** 4),
    "公顷": ("area", Decimal(15)),
    "平方公里": ("area", Decimal(1500)),
    "万元/亩": ("money/area", Decimal(10) ** 4),
    "亿元/亩": ("money/area", Decimal(10) ** 8),
    "元/亩": ("money/area", Decimal(1)),
    "亿元/平方公里": ("money/area", Decimal(10) ** 8 / Decimal(1500)),
    "吨/万元": ("emission", Decimal(1)),
    "吨/亿元": ("emission", Decimal("0.0001")),
    "千克/万元": ("emission", Decimal("0.001")),
}
_ALIASES = {
    "亿": "亿元",
    "万": "万元",
    "亿元人民币": "亿元",
    "万元人民币": "万元",
    "人民币亿元": "亿元",
    "个百分点": "%",
    "百分点": "%",
    "个点": "%",
    "pct": "%",
    "pp": "%",
    "km2": "平方公里",
    "km²": "平方公里",
    "平方千米": "平方公里",
    "吨每万元": "吨/万元",
    "万元每亩": "万元/亩",
    "t/万元": "吨/万元",
    "吨co2/万元": "吨/万元",
    "tco2/万元": "吨/万元",
}
_COUNTERS = tuple("家个件项名人户款种座张条次位所")
_NIL = frozenset(
    {"-", "--", "---", "—", "——", "–", "―", "/", "//", "无", "\\", "n/a", "na", "不适用", "暂无", "没有", "*"}
)
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+")
_NOTE = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_APPROX = re.compile(r"约|左右|近|大约|超过?|逾|多|余|以上|不低于|[≈>≥~]")
_DOWN = re.compile(r"下降|减少|降低|下滑|负增长|↓")
_UP = re.compile(r"增长|上升|提高|提升|增加|同比|↑|较上年|比上年|增幅")

# Figures of a cluster have fewer than twenty digits; Python's decimals count exactly to 28.
_MAX_DIGITS = 20

Shape = Literal["blank", "nil", "number", "text"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of decimals."""

    low: Decimal
    high: Decimal

    def overlaps(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def scaled(self, factor: Decimal) -> Interval:
        """The interval times a positive factor."""
        return Interval(self.low * factor, self.high * factor)

    def minus(self, other: Interval) -> Interval:
        """All differences of a value of this and a value of the other."""
        return Interval(self.low - other.high, self.high - other.low)

    def over(self, other: Interval) -> Interval | None:
        """All quotients of a value of this by a value of the other; None where the other holds zero."""
        if other.low <= 0 <= other.high:
            return None
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))


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
        return Interval(self.value - half, self.value + half)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a cell that should hold a number holds.

    Attributes:
        form: `blank`, `nil` (—, /, 无), `number`, or `text` (anything else, a row of digits too long
            for any figure among it).
        number: the number, where there is one.
        wrong_unit: the unit written cannot be converted to the form's unit.
    """

    form: Shape
    number: Number | None = None
    wrong_unit: bool = False


def canonical_unit(text: str) -> str:
    """A unit in the spelling of this module; "" where `text` is none."""
    unit = unicodedata.normalize("NFKC", text).replace(" ", "").replace("/每", "/").lower()
    unit = unit.strip(",，。;；")
    if unit in _UNITS:
        return unit
    if unit in _ALIASES:
        return _ALIASES[unit]
    if unit in _COUNTERS:
        return "人" if unit in ("人", "名", "位") else "个"
    if len(unit) == 2 and unit[0] == "万" and unit[1] in _COUNTERS:
        return "万人" if unit[1] in ("人", "名", "位") else "万个"
    return ""


def conversion(source: str, target: str) -> Decimal | None:
    """Factor from one unit to another, None where they measure different things."""
    if source == target:
        return Decimal(1)
    if source not in _UNITS or target not in _UNITS:
        return None
    (from_dimension, a), (to_dimension, b) = _UNITS[source], _UNITS[target]
    return a / b if from_dimension == to_dimension else None


def is_nil(text: str) -> bool:
    """Whether a cell says that there is none (无, —, /)."""
    compact = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()
    return bool(compact) and (compact in _NIL or not compact.strip("-—–―_"))


def parse(text: str, kind: ValueKind = "amount", unit: str = "", label_unit: str = "") -> Parsed:
    """Read a cell that should hold a number.

    Args:
        text: the cell's text, raw.
        kind: kind of the row; counts are exact.
        unit: the form's unit, to which the value is converted.
        label_unit: the unit in the draft's own row or column label, "" where it is the form's.
    """
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").replace("﹣", "-")
    compact = re.sub(r"\s+", "", plain)
    if not compact:
        return Parsed("blank")
    if is_nil(compact):
        return Parsed("nil")
    body = _NOTE.sub("", compact) or compact
    if body in ("持平", "不变"):
        return Parsed("number", Number(Decimal(0), Decimal(1), unit))
    matches = list(_NUMBER.finditer(body))
    if len(matches) != 1:
        return Parsed("nil") if body.lower() in _NIL else Parsed("text")
    match = matches[0]
    if sum(character.isdigit() for character in match.group()) > _MAX_DIGITS:
        return Parsed("text")
    before, after = body[: match.start()], body[match.end() :]
    return _number(match.group(), before, after, kind, unit, label_unit)


def _number(digits: str, before: str, after: str, kind: ValueKind, unit: str, label_unit: str) -> Parsed:
    approximate = bool(_APPROX.search(before) or _APPROX.search(after))
    negative = bool(_DOWN.search(before)) and not digits.startswith("-")
    rest_before = _DOWN.sub("", _UP.sub("", _APPROX.sub("", before))).strip(":：,，")
    written = _APPROX.sub("", after).strip("。;；,，")
    points = bool(re.search(r"百分点|个点|pct|pp", written.lower()))
    written_unit = canonical_unit(written) if written else ""
    if rest_before or (written and not written_unit):
        return Parsed("text")
    value = Decimal(digits.replace(",", ""))
    if negative:
        value = -value
    places = len(digits.partition(".")[2])
    step = Decimal(1).scaleb(-places)
    source = written_unit or label_unit or unit
    # 家, 人 and 个 are all plain counts; a bare 万 in a count row means 万个, not 万元.
    if written in ("万", "亿") and kind == "count":
        source = "万个" if written == "万" else ""
    factor = conversion(source, unit) if unit and source else Decimal(1)
    if factor is None:
        number = Number(value, step, source, written_unit, approximate, points)
        return Parsed("number", number, wrong_unit=True)
    if kind == "count" and factor == 1 and places == 0:
        step = Decimal(0)
    number = Number(value * factor, step * factor, unit, written_unit, approximate, points)
    return Parsed("number", number)


def growth(earlier: Number, later: Number) -> Interval | None:
    """The growth rate in per cent, as an interval; None where the earlier value may be zero."""
    quotient = later.interval.over(earlier.interval)
    if quotient is None:
        return None
    return Interval((quotient.low - 1) * 100, (quotient.high - 1) * 100)


def rounded(value: Decimal, like: Decimal) -> str:
    """`value` printed with as many decimals as `like` has, halves rounded up."""
    exponent = like.as_tuple().exponent
    places = min(0, exponent) if isinstance(exponent, int) else 0
    wide = Context(prec=max(28, value.adjusted() - places + 2), Emax=MAX_EMAX, Emin=MIN_EMIN)
    result = value.quantize(Decimal((0, (1,), places)), rounding=ROUND_HALF_UP, context=wide)
    return f"{result:f}" if result else f"{abs(result):f}"
