"""Units of measurement as people write them, and the factors between them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

# Factor to the base unit of each dimension (元, 人 or 个, %, 亩).
_UNITS: dict[str, tuple[str, Decimal]] = {
    "元": ("money", Decimal(1)),
    "千元": ("money", Decimal(1000)),
    "万元": ("money", Decimal(10) ** 4),
    "十万元": ("money", Decimal(10) ** 5),
    "百万元": ("money", Decimal(10) ** 6),
    "千万元": ("money", Decimal(10) ** 7),
    "亿元": ("money", Decimal(10) ** 8),
    "十亿元": ("money", Decimal(10) ** 9),
    "百亿元": ("money", Decimal(10) ** 10),
    "千亿元": ("money", Decimal(10) ** 11),
    "万亿元": ("money", Decimal(10) ** 12),
    "人": ("count", Decimal(1)),
    "万人": ("count", Decimal(10) ** 4),
    "个": ("count", Decimal(1)),
    "千个": ("count", Decimal(10) ** 3),
    "万个": ("count", Decimal(10) ** 4),
    "%": ("percent", Decimal(1)),
    "‰": ("percent", Decimal("0.1")),
    "倍": ("percent", Decimal(100)),
    "亩": ("area", Decimal(1)),
    "万亩": ("area", Decimal(10) ** 4),
    "公顷": ("area", Decimal(15)),
    "平方公里": ("area", Decimal(1500)),
    "平方米": ("area", Decimal("0.0015")),
    "万平方米": ("area", Decimal(15)),
    "万元/亩": ("money/area", Decimal(10) ** 4),
    "亿元/亩": ("money/area", Decimal(10) ** 8),
    "元/亩": ("money/area", Decimal(1)),
    "亿元/平方公里": ("money/area", Decimal(10) ** 8 / Decimal(1500)),
    "吨/万元": ("emission", Decimal(1)),
    "吨/亿元": ("emission", Decimal("0.0001")),
    "千克/万元": ("emission", Decimal("0.001")),
    # Other currencies have no fixed factor: each is a dimension of its own.
    "美元": ("usd", Decimal(1)),
    "万美元": ("usd", Decimal(10) ** 4),
    "亿美元": ("usd", Decimal(10) ** 8),
    "万欧元": ("eur", Decimal(10) ** 4),
    "亿欧元": ("eur", Decimal(10) ** 8),
    "万港元": ("hkd", Decimal(10) ** 4),
    "亿港元": ("hkd", Decimal(10) ** 8),
}
_ALIASES = {
    "亿": "亿元",
    "万": "万元",
    "个百分点": "%",
    "百分点": "%",
    "个点": "%",
    "百分比": "%",
    "pct": "%",
    "pp": "%",
    "km2": "平方公里",
    "平方千米": "平方公里",
    "m2": "平方米",
    "万m2": "万平方米",
    "亿美金": "亿美元",
    "万美金": "万美元",
    "kg/万元": "千克/万元",
    "公斤/万元": "千克/万元",
}
# What is counted one by one; 人 and 个 may stand for one another.
_COUNTERS = frozenset("家个件项人名户款种座张条次位所只类台套间处支批期场份枚口栋篇部")
_PEOPLE = frozenset("人名位")


@lru_cache(maxsize=2048)
def canonical_unit(text: str, *, behind_figure: bool = False) -> str:
    """A unit in the spelling of this module; "" where `text` is none.

    Args:
        text: a unit as written (`亿元人民币`, `吨CO₂每万元`).
        behind_figure: it stands behind a figure, where what is counted may follow the counter (`家企业`).
    """
    unit = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()
    unit = unit.strip(",，。;；:：()[]").replace("每", "/").replace("//", "/")
    unit = unit.removeprefix("人民币").removesuffix("人民币").replace("圆", "元")
    unit = re.sub(r"^(?:t|吨)(?:标准?煤|ce)?(?:二氧化碳|co2?e?|碳)?(?:当量)?/", "吨/", unit)
    if unit in _UNITS:
        return unit
    if unit in _ALIASES:
        return _ALIASES[unit]
    unit = re.sub(r"/(?:1万|万)(?:名|个)?(?:人|从业人员)$", "", unit).replace("(套)", "").replace("/套", "")
    match = re.fullmatch(r"([千万]?)(\S)([\u4e00-\u9fff]{0,4})", unit)
    if (
        match is None
        or match.group(2) not in _COUNTERS
        or (match.group(3) not in ("", "次") and not behind_figure)
    ):
        return ""
    return f"{match.group(1)}{'人' if match.group(2) in _PEOPLE and match.group(1) != '千' else '个'}"


def conversion(source: str, target: str) -> Decimal | None:
    """Factor from one unit to another, None where they measure different things."""
    if source == target:
        return Decimal(1)
    if source not in _UNITS or target not in _UNITS:
        return None
    (from_dimension, a), (to_dimension, b) = _UNITS[source], _UNITS[target]
    return a / b if from_dimension == to_dimension else None


def units_in(text: str) -> tuple[str, ...]:
    """The units that a remark names (`单位：亿元、人、%`), in order.

    Args:
        text: what stands in brackets or behind 单位.
    """
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub(r"^\s*(?:计量|数据|金额)?单位\s*(?:为|:)?", "", plain)
    found = [canonical_unit(part) for part in re.split(r"[,，、;；:\s]|和|或", plain) if part.strip()]
    return tuple(unit for unit in found if unit)
