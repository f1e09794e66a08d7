"""What the draft has beyond the form: rows that the form does not ask for, and rows given twice."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checker.draft import Draft
from assistant.checker.form import Row, Section, Table
from assistant.checker.labels import core, flat
from assistant.checker.rules.registry import Context, Problem, rule, short_label
from assistant.checker.source import Place

_MOST_NAMED = 5
_LONGEST_NAME = 30


def own_row(section: Section, label: str) -> tuple[Table, Row] | None:
    """The row of the form with exactly this label, None where the section has none."""
    words = core(label)
    found = [
        (table, row)
        for table in section.tables
        for row in table.rows
        if words and words in [core(name) for name in (row.label, *row.aliases)]
    ]
    return found[0] if len(found) == 1 else None


def _kept(draft: Draft, section: Section, table: Table, row: Row) -> list[str]:
    keys = [column.key for column in table.row_columns(row)] or ["value"]
    values = [draft.value(f"{section.number}/{row.key}", key) for key in keys]
    return [flat(value.raw) for value in values if value is not None and not value.blank]


@rule(id="row-repeated", kind="consistency", title="同一行指标出现两次且数值不同", severity="warning")
def row_repeated(context: Context) -> Iterator[Problem]:
    """A row of the form is given twice in its section, with different values."""
    for number, texts, place in context.draft.extra:
        section = context.form.section(number)
        found = own_row(section, texts[0]) if section is not None and len(texts) > 1 else None
        if section is None or found is None:
            continue
        table, row = found
        kept = _kept(context.draft, section, table, row)
        other = [text for text in texts[1:] if flat(text) not in kept]
        if not kept or not other:
            continue
        used, again = "、".join(kept), "、".join(other)
        yield Problem(
            section=number,
            row=row.label,
            message=f"{number} “{row.label}”出现两次：检查时采用 {used}，另一处填 {again}。",
            advice="请删去多余的一行，只保留一组数值。",
            found=again,
            expected=used,
            place=place,
        )


@rule(id="extra-rows", kind="format", title="格式之外的行，未参与检查", severity="info")
def extra_rows(context: Context) -> Iterator[Problem]:
    """Rows of tables that the form does not have: nothing is judged by them."""
    draft = context.draft
    for section in context.form.sections:
        rows = [
            (texts, place)
            for number, texts, place in draft.extra
            if number == section.number and len(texts) > 1 and own_row(section, texts[0]) is None
        ]
        if rows:
            yield _beyond(section, rows)


def _beyond(section: Section, rows: list[tuple[tuple[str, ...], Place]]) -> Problem:
    names = [short_label(texts[0])[:_LONGEST_NAME] for texts, _ in rows]
    more = "等" if len(names) > _MOST_NAMED else ""
    listed = "、".join(f"“{name}”" for name in names[:_MOST_NAMED])
    return Problem(
        section=section.number,
        message=f"{section.number} 有 {len(rows)} 行不在报告格式之内：{listed}{more}，未参与检查。",
        advice="自行增加的内容可以保留；如是格式中的指标，请改用格式的指标名称。",
        found=str(len(rows)),
        place=rows[0][1],
    )
