"""Dates of opinions and signatures (kind `declaration`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.checker.rules.registry import Context, Problem, at, rule
from assistant.checker.rules.signed import last_date, signed_cells, signed_text, unread_picture

# By the end of March the figures of the following year are there: a later signature belongs to another report.
_LATEST = (3, 31)


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
