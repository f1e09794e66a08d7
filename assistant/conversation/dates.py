"""Days that a question names, beside today."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from index.numerals import parse_numeral

_N = r"(\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(20\d\d)年|(今年|去年|明年|后年|前年|大前年))"
_SHIFT = {"今年": 0, "去年": -1, "明年": 1, "后年": 2, "前年": -2, "大前年": -3}
_DAY = re.compile(rf"{_YEAR}?(?:的)?{_N}月(?:份)?{_N}[日号]")
_MONTH = re.compile(rf"{_YEAR}?(?:的)?{_N}月(?:份)?(?!底前|前报|报|底报)(初|上旬|中旬|下旬|底|末)?")
_PART = re.compile(rf"{_YEAR}?(?:的)?(年初|年底|年末|岁末|上半年|下半年|元旦)|(20\d\d)(年初|年底|年末)")
_WHOLE = re.compile(
    r"(20\d\d)年(?!(?:的|第)?\d+号|.{0,8}(?:办法|文件|版|印发|出台|发布|公布|名单|规划|方案|通知|意见|评上|认定的|入选|那个|那份|\d+月))"
)
_RELATIVE = re.compile(r"(去年|明年|后年|前年)(这个?时候|今天|同期|这会儿)?")
_DAYS = {"昨天": -1, "明天": 1, "后天": 2, "大后天": 3, "前天": -2}
_NEAR = re.compile("大后天|昨天|明天|后天|前天")
_ISO = re.compile(r"(20\d\d)[-./](\d{1,2})[-./](\d{1,2})")
_SPANS = {"年初": (1, 1), "元旦": (1, 1), "年底": (12, 12), "年末": (12, 12), "岁末": (12, 12)}
_THIRDS = {"初": (1, 10), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (25, 31), "末": (25, 31)}


def days_named(text: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of the time that a folded question names; None where it names none.

    Years that only say which document is meant (2021年那个办法) are no such time.

    Args:
        text: the question.
        today: the day on which it is asked, for 去年 and the like.

    >>> days_named("2026年4月1号还有效吗", date(2025, 6, 1))
    (datetime.date(2026, 4, 1), datetime.date(2026, 4, 1))
    >>> days_named("2026年3月还有效吗", date(2025, 6, 1))
    (datetime.date(2026, 3, 1), datetime.date(2026, 3, 31))
    """
    if match := _NEAR.search(text):
        near = today + timedelta(days=_DAYS[match.group()])
        return near, near
    if match := _ISO.search(text):
        day = _day(*(int(part) for part in match.groups()))
        return (day, day) if day else None
    if match := _DAY.search(text):
        day = _day(
            _year(match.group(1), match.group(2), today), _number(match.group(3)), _number(match.group(4))
        )
        return (day, day) if day else None
    if match := _PART.search(text):
        part = match.group(3) or match.group(5)
        year = int(match.group(4)) if match.group(4) else _year(match.group(1), match.group(2), today)
        first, last = _SPANS.get(part, (1, 6) if part == "上半年" else (7, 12))
        return date(year, first, 1), _end(year, last)
    if match := _MONTH.search(text):
        month = _number(match.group(3))
        if 1 <= month <= 12:
            year = _year(match.group(1), match.group(2), today)
            first, last = _THIRDS.get(match.group(4) or "", (1, 31))
            return date(year, month, first), min(
                _end(year, month), date(year, month, min(last, _end(year, month).day))
            )
    if match := _WHOLE.search(text):
        year = int(match.group(1))
        return date(year, 1, 1), date(year, 12, 31)
    if match := _RELATIVE.search(text):
        year = today.year + _SHIFT[match.group(1)]
        if match.group(2):
            same = _day(year, today.month, today.day) or date(year, 2, 28)
            return same, same
        return date(year, 1, 1), date(year, 12, 31)
    return None


def _year(number: str | None, word: str | None, today: date) -> int:
    return int(number) if number else today.year + _SHIFT.get(word or "", 0)


def _number(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else parse_numeral(numeral)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
