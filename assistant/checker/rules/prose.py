"""Figures in the free text against the tables (kind `consistency`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checker.draft import Value
from assistant.checker.form import Row
from assistant.checker.numbers import Interval, Number
from assistant.checker.rules.growth import growth_readings
from assistant.checker.rules.registry import Context, Problem, cell_name, reliable, rule, short_label, shown
from assistant.checker.rules.spoken import (
    Spoken,
    spoken_of_cluster,
    spoken_of_park,
    spoken_rates,
    spoken_sums,
    spoken_targets,
)
from assistant.checker.rules.spoken_rows import SUM_ROWS

# 5.2 is left out of the first two: most of its figures are targets, said so only in its headings.
_CLUSTER_SECTIONS = ("2.8", "4.1", "4.2", "四")
_PARK_SECTIONS = ("3.2",)
_ALIGN = "请统一文字与表格的数据；如口径不同，请在文字中说明。"
_TARGET_SECTIONS = ("2.8", "5.2")


def _all_spoken(context: Context) -> Iterator[Spoken]:
    yield from spoken_of_cluster(context.draft, _CLUSTER_SECTIONS)
    yield from spoken_of_park(context.draft, _PARK_SECTIONS)


def _cells(context: Context, spoken: Spoken) -> list[tuple[Value, Number]]:
    """The cells that a figure may repeat, the last year's total first."""
    keys = ("y1", "y2", "cluster_y1", "cluster_y2")
    values = [context.draft.value(spoken.path, key) for key in keys]
    return [
        (value, number) for value in values if value is not None and (number := reliable(value)) is not None
    ]


@rule(id="prose-differs", kind="consistency", title="文字中的数据与表格不一致", severity="warning")
def prose_differs(context: Context) -> Iterator[Problem]:
    """A figure of the whole cluster, or of its park, in the text that is in no year's cell of its row."""
    for spoken in _all_spoken(context):
        cells = _cells(context, spoken)
        earlier = spoken.year is not None and spoken.year < context.draft.last_year
        cell = context.draft.value(spoken.path, "y2" if earlier else "y1")
        if cell is None or reliable(cell) is None:
            continue
        if any(number.interval.overlaps(spoken.interval) for _, number in cells):
            continue
        yield _differs(spoken, cell, _ALIGN)
    yield from _sums(context)


def _sums(context: Context) -> Iterator[Problem]:
    """Figures of the text for a national and a provincial row together."""
    others = {rows[0]: (rows[1], more) for rows, more, _ in SUM_ROWS}
    for spoken in spoken_sums(context.draft, _CLUSTER_SECTIONS):
        second, more = others[spoken.path]
        sums = [_sum(context, (spoken.path, second), year) for year in ("y1", "y2")]
        wider = [_sum(context, (spoken.path, second, *more), year) for year in ("y1", "y2")]
        if sums[0] is None or any(
            total is not None and spoken.interval.low <= total <= spoken.interval.high
            for total in (*sums, *wider)
        ):
            continue
        names = [
            short_label(found[2].label)
            for path in (spoken.path, second)
            if (found := context.form.find_row(path))
        ]
        yield Problem(
            section=spoken.section,
            message=f"{spoken.section} 文字写“{spoken.words}”，与{spoken.path.partition('/')[0]}"
            f" “{names[0]}”“{names[1]}”之和 {sums[0]:f} 不一致。",
            advice=_ALIGN,
            found=spoken.figure,
            expected=f"{sums[0]:f}",
            place=spoken.paragraph.place,
        )


def _sum(context: Context, paths: tuple[str, ...], year: str) -> Decimal | None:
    numbers = [reliable(context.draft.value(path, year)) for path in paths]
    values = [number.value for number in numbers if number is not None]
    return sum(values, Decimal(0)) if len(values) == len(paths) else None


def _differs(spoken: Spoken, cell: Value, advice: str) -> Problem:
    return Problem(
        section=spoken.section,
        message=f"{spoken.section} 文字写“{spoken.words}”，与{cell_name(cell)}的 {shown(cell)} 不一致。",
        advice=advice,
        found=spoken.figure,
        expected=shown(cell),
        place=spoken.paragraph.place,
    )


_RATE = re.compile(
    r"^[,(]?(?:同比|比上年|较上年|[比较](?P<base>20\d{2})年)?(?P<way>增长|增加|提高|提升|上升|下降|减少|降低)(?P<rate>\d+(?:\.\d+)?)(?P<unit>%|个?百分点)"
)


@rule(id="prose-growth", kind="consistency", title="文字中的增幅与表格不一致", severity="warning")
def prose_growth(context: Context) -> Iterator[Problem]:
    """The growth that the text adds to a figure is not that of the table's two years."""
    for spoken in (*_all_spoken(context), *spoken_rates(context.draft, _CLUSTER_SECTIONS)):
        match = _RATE.match(spoken.after)
        found = context.form.find_row(spoken.path)
        last, before = context.draft.value(spoken.path, "y1"), context.draft.value(spoken.path, "y2")
        later, earlier = reliable(last), reliable(before)
        if (
            match is None
            or match["base"] not in (None, str(context.draft.last_year - 1))
            or found is None
            or last is None
            or before is None
            or later is None
            or earlier is None
        ):
            continue
        if not later.interval.overlaps(spoken.interval):  # not the last year's figure
            continue
        said = _rate(match)
        readings = growth_readings(found[2], earlier, later, said)
        if readings and not any(reading.overlaps(said.interval) for reading in readings):
            yield _wrong_growth(spoken, match, found[2], before, last, readings)


def _rate(match: re.Match[str]) -> Number:
    value = Decimal(match["rate"])
    step = Decimal(1).scaleb(-len(match["rate"].partition(".")[2]))
    sign = -1 if match["way"] in ("下降", "减少", "降低") else 1
    return Number(sign * value, step, "%", points=match["unit"] != "%")


def _wrong_growth(
    spoken: Spoken, match: re.Match[str], row: Row, before: Value, last: Value, readings: list[Interval]
) -> Problem:
    right = "或".join(f"{(reading.low + reading.high) / 2:.1f}" for reading in readings)
    return Problem(
        section=spoken.section,
        message=f"{spoken.section} 文字写“{spoken.words}{match.group()}”，按{spoken.path.partition('/')[0]}"
        f" “{row.label}”{before.column_label} {shown(before)}、{last.column_label} {shown(last)} 计算为 {right}。",
        advice="请统一文字与表格的增幅。",
        found=match["rate"],
        expected=right,
        place=spoken.paragraph.place,
    )


@rule(id="prose-target", kind="consistency", title="文字中的目标与 5.1 不一致", severity="warning")
def prose_target(context: Context) -> Iterator[Problem]:
    """A target of the text for a year of 5.1 is not the one of its table."""
    for year, spoken in spoken_targets(context.draft, _TARGET_SECTIONS):
        cell = context.draft.value(spoken.path, f"t{year - context.draft.last_year}")
        number = reliable(cell)
        if cell is None or number is None or number.interval.overlaps(spoken.interval):
            continue
        if _of_more(context, spoken):
            continue
        yield _differs(spoken, cell, "请统一实施方案与 5.1 的目标。")


def _of_more(context: Context, spoken: Spoken) -> bool:
    """Whether firms that the text counts are the whole cluster's, of which those of 5.1 are but a part."""
    if spoken.path != "5.1/large_firms" or "主导产业" in spoken.words:
        return False
    part, whole = (reliable(context.draft.value(path, "y1")) for path in (spoken.path, "2.2/large_firms"))
    return part is not None and whole is not None and not part.interval.overlaps(whole.interval)
