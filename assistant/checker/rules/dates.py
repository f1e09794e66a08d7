"""Dates of opinions and signatures (kind `declaration`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.checker.labels import flat
from assistant.checker.rules.registry import (
    Context,
    Problem,
    at,
    compact,
    in_list,
    list_name,
    rule,
    shown,
)
from assistant.checker.rules.signed import last_date, signed_cells, signed_text, unread_picture

# By the end of March the figures of the following year are there: a later signature belongs to another report.
_LATEST = (3, 31)

_WRITTEN = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号])?")
# Shorter forms stand for dates only in cells that are for dates.
_IN_CELLS = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2})[./年-](?P<month>\d{1,2})(?![\d亿万%])(?:[./月-](?P<day>\d{1,2})(?!\d)日?|月)?"
)


def _calendar(written: tuple[int, int, int]) -> date | None:
    try:
        return date(*written)
    except ValueError:
        return None


@rule(id="date-impossible", kind="declaration", title="日期不存在")
def date_impossible(context: Context) -> Iterator[Problem]:
    """A date that no calendar has (13月, 2月30日)."""
    for section, row, value in signed_cells(context):
        written = last_date(value.raw) if value is not None else None
        if value is None or written is None or _calendar(written) is not None:
            continue
        day = "{}年{}月{}日".format(*written)
        message = f"{section.number} “{row.label}”的日期 {day} 不存在。"
        yield at(value, message, "请改为实际签署日期。", found=day)


@rule(id="date-implausible", kind="declaration", title="签署日期与报告年度不合", severity="warning")
def date_implausible(context: Context) -> Iterator[Problem]:
    """Signed before the last year of the figures was over, or when figures of a later year were due."""
    last_year = context.draft.last_year
    if not context.draft.years_stated:
        return
    for section, row, value in signed_cells(context):
        written = last_date(value.raw) if value is not None else None
        day = _calendar(written) if written is not None else None
        if value is None or day is None:
            continue
        if day.year <= last_year:
            why = f"{last_year}年尚未结束，全年数据还没有形成"
        elif day > date(last_year + 2, *_LATEST):
            why = f"此时应填报{last_year + 1}年的数据"
        else:
            continue
        said = f"{day.year}年{day.month}月{day.day}日"
        yield at(
            value,
            f"{section.number} “{row.label}”的日期为 {said}，而报告最近一年为{last_year}年：{why}。",
            "请核对签署日期和表头年度。",
            found=said,
            expected=f"{last_year + 1}年",
        )


@rule(id="endorsement-undated", kind="declaration", title="意见或签字没有日期")
def endorsement_undated(context: Context) -> Iterator[Problem]:
    """An opinion or signature without a date; a scan may carry its date in the picture."""
    for section, row, value in signed_cells(context):
        if value is None or not signed_text(value.raw) or last_date(value.raw) is not None:
            continue
        if not unread_picture(value):
            yield at(value, f"{section.number} “{row.label}”没有填写日期。", "请填写年、月、日。")


def _no_day(text: str, pattern: re.Pattern[str]) -> str | None:
    """The first date in a text that no calendar has, None where there is none."""
    for match in pattern.finditer(text):
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"] or 1)
        if _calendar((year, month, day)) is None:
            return match.group()
    return None


@rule(id="date-not-real", kind="format", title="文字或清单中的日期不存在", severity="warning")
def date_not_real(context: Context) -> Iterator[Problem]:
    """A date of approval, a period or a date in the text that no calendar has (2022年13月)."""
    draft = context.draft
    for section, table in context.form.lists():
        for row in draft.rows(section.number, table.key):
            for key in ("date", "period"):
                value = row.cells.get(key)
                wrong = _no_day(flat(value.raw), _IN_CELLS) if value is not None else None
                if value is not None and wrong is not None:
                    message = (
                        f"{section.number} “{list_name(section, table)}”第{row.index}行"
                        f"{value.column_label}填“{shown(value)}”，没有这个日期。"
                    )
                    yield in_list(at(value, message, "请核对月份和日期。", found=wrong), row.index)
    for number, paragraph in draft.all_paragraphs():
        wrong = _no_day(compact(paragraph.text), _WRITTEN)
        if wrong is not None:
            yield Problem(
                section=number,
                message=f"{number} 文字中的日期“{wrong}”不存在。",
                advice="请核对月份和日期。",
                found=wrong,
                place=paragraph.place,
            )
