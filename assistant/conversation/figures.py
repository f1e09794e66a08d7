"""Figures that a question states of a case: revenue, output, shares, how long ago."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from index.numerals import parse_numeral

_N = r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+)"
_GAP = r"[^\d，,。；;一二两三四五六七八九十百千]{0,8}?"
_FIGURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "leading_firm_revenue",
        re.compile(rf"龙头(?:企业)?(?:的)?(?:营业收入|营收|收入|产值)?{_GAP}({_N})\s*(?:多|来|几)?(?:个)?亿"),
    ),
    (
        "revenue",
        re.compile(
            rf"(?<!企业)(?<!龙头)(?:营业收入|主营收入|营收|收入|销售额|规模){_GAP}({_N})\s*(?:多|来|几)?(?:个)?亿"
        ),
    ),
    ("output", re.compile(rf"产值{_GAP}({_N})\s*(?:多|来|几)?(?:个)?亿")),
    (
        "sme_share",
        re.compile(
            rf"(?:中小企业|占比|比重|比例){_GAP}(?:百分之)?(?!一[定半些])({_N})\s*(?:%|$|[^\d亿家个])"
        ),
    ),
)
_QUALITY_FIRMS = re.compile(
    rf"({_N})\s*家[^，。]{{0,8}}(?:单项冠军|专精特新|小巨人)|(?:单项冠军|专精特新|小巨人)[^\d，。]{{0,8}}?({_N})\s*家"
)
_TENTHS = re.compile(r"(?:占比|比重|比例|中小企业)[^，。]{0,8}([一二三四五六七八九])成")
_AND_MONTHS = re.compile(rf"({_N})年(?:零|又|过)?({_N})个月(?:以前|之前|前)")
_YEARS_AGO = (
    re.compile(rf"({_N})年(?:多|半)?(?:以前|之前|前|了(?=[，,。]|$))"),
    re.compile(rf"(?:过去|过了|已经|距今|至今)(?:有|都)?(?:了)?(?:快)?({_N})年"),
)
_RECENT = re.compile(
    r"今年|上个?月|上周|前几天|最近|刚刚?(?:出|发)|上半年|本月|年初|昨天|(?:\d+|几|[一二两三四五六七八九十]+)个月前"
)
_IN_YEAR = re.compile(r"(20\d\d)年")


def figures_in(text: str) -> dict[str, object]:
    """The figures of the contest's thresholds that a folded question states, by the name of the fact."""
    found: dict[str, object] = {}
    for name, pattern in _FIGURES:
        if match := pattern.search(text):
            found[name] = _number(match.group(1))
    if match := _TENTHS.search(text):
        found["sme_share"] = Decimal(10 * parse_numeral(match.group(1)))
    if match := _QUALITY_FIRMS.search(text):
        found["quality_firms"] = int(_number(match.group(1) or match.group(2)))
    return found


def _number(numeral: str) -> Decimal:
    return Decimal(numeral) if re.fullmatch(r"\d+(?:\.\d+)?", numeral) else Decimal(parse_numeral(numeral))


def years_since(text: str, today: date) -> Decimal | None:
    """Years since what a folded question tells of: 去年 → 1, 三年前 → 3, 上个月 → 0; None where it does not say.

    Args:
        text: the question.
        today: the day on which it is asked.
    """
    if match := _AND_MONTHS.search(text):
        return _number(match.group(1)) + (_number(match.group(2)) / 12).quantize(Decimal("0.1"))
    for pattern in _YEARS_AGO:
        if match := pattern.search(text):
            more = Decimal("0.5") if re.search(r"年(?:多|半)", match.group()) else Decimal(0)
            return _number(match.group(1)) + more
    for word, years in (("大前年", 3), ("前年", 2), ("去年", 1)):
        if word in text:
            return Decimal(years)
    if match := _IN_YEAR.search(text):
        return Decimal(max(0, today.year - int(match.group(1))))
    return Decimal(0) if _RECENT.search(text) and re.search("事故|污染|出事|出了|发生", text) else None
