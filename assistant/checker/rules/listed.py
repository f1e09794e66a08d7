"""Counts against the rows listed for them, and lists in themselves (kind `consistency`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from assistant.checker.draft import Draft, ListRow, Value
from assistant.checker.labels import core, flat
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule


def level_of(text: str) -> str | None:
    """`国家级` or `省级` as a list's level column says it, None where it says neither."""
    plain = flat(text)
    if any(word in plain for word in ("国家", "国级", "部级", "工信部")) or plain == "国":
        return "国家级"
    if "省" in plain:
        return "省级"
    return None


def _count(draft: Draft, path: str) -> tuple[Value, Decimal] | None:
    value = draft.value(path, "y1")
    if value is None or value.blank:
        return None
    if value.nil:
        return value, Decimal(0)
    number = value.number
    return (value, number.value) if number is not None and not number.approximate else None


@rule(id="carriers-listed", kind="consistency", title="技术创新载体数量与清单不符")
def carriers_listed(context: Context) -> Iterator[Problem]:
    """The counts of carriers by level against the list, with or without industrial design centres."""
    draft = context.draft
    rows = draft.rows("2.4", "carriers")
    if not rows or any(level_of(row.text("level")) is None for row in rows):
        return
    for level, key, design_key in (
        ("国家级", "carriers_national", "design_national"),
        ("省级", "carriers_provincial", "design_provincial"),
    ):
        counted = _count(draft, f"2.4/{key}")
        if counted is None:
            continue
        value, count = counted
        design = _count(draft, f"2.4/{design_key}")
        listed = [row for row in rows if level_of(row.text("level")) == level]
        without = [row for row in listed if "工业设计" not in row.text("name")]
        extra = design[1] if design else Decimal(0)
        fair = {Decimal(len(listed)), Decimal(len(without)), Decimal(len(listed)) - extra}
        if count in fair:
            continue
        yield at(
            value,
            f"{cell_name(value)}填 {value.raw.strip()}，“集群技术创新载体”清单中{level}为 {len(listed)} 个。",
            "请补全清单或核对数量。",
            expected=str(len(listed)),
        )


_LISTED = (("2.5/green", "2.5", "green_list"), ("2.7/platforms", "2.7", "platform_list"))


@rule(id="count-listed", kind="consistency", title="数量与清单行数不符")
def count_listed(context: Context) -> Iterator[Problem]:
    """绿色工厂等 and 公共服务平台: the count of the last year against the rows listed."""
    draft = context.draft
    for path, section, key in _LISTED:
        counted = _count(draft, path)
        rows = draft.rows(section, key)
        if counted is None or not rows or counted[1] == len(rows):
            continue
        value = counted[0]
        # One line may name several, so that lines and count need not agree.
        if any(mark in row.text("name") for row in rows for mark in ("等", "、", "\n")):
            continue
        yield at(
            value,
            f"{cell_name(value)}填 {value.raw.strip()}，清单列出 {len(rows)} 个。",
            "请补全清单或核对数量。",
            expected=str(len(rows)),
        )


@rule(id="list-repeated", kind="consistency", title="清单中有重复的名称", severity="warning")
def list_repeated(context: Context) -> Iterator[Problem]:
    """The same firm twice in a top-ten list, or the same recognition twice."""
    for section, table in context.form.lists():
        rows = context.draft.rows(section.number, table.key)
        keys = [_identity(row) for row in rows]
        for key, times in Counter(keys).items():
            if times < 2 or not key:
                continue
            row = [row for row, own in zip(rows, keys, strict=True) if own == key][1]
            name = table.title or section.title
            yield Problem(
                section=section.number,
                row=f"{name}第{row.index}行",
                message=f"{section.number} “{name}”中“{row.text('name')}”出现 {times} 次。",
                advice="请删去重复的行。",
                found=row.text("name"),
                place=row.place,
            )


def _identity(row: ListRow) -> str:
    """What tells two rows apart: the name, and for recognitions and projects whatever else is text."""
    if row.table in ("top_revenue", "rd_top"):
        return core(row.text("name"))
    parts = [core(value.raw) for key, value in sorted(row.cells.items()) if key not in ("date",)]
    return "|".join(parts) if any(parts) else ""


@rule(id="list-level", kind="format", title="级别应填国家级或省级", severity="warning")
def list_level(context: Context) -> Iterator[Problem]:
    """A level that is neither national nor provincial in a list of 省级及以上."""
    for section, table in context.form.lists():
        for row in context.draft.rows(section.number, table.key):
            value = row.cells.get("level")
            if value is None or value.blank or level_of(value.raw) is not None:
                continue
            name = table.title or section.title
            yield Problem(
                section=section.number,
                row=f"{name}第{row.index}行",
                column=value.column_label,
                message=f"{section.number} “{name}”第{row.index}行级别填"
                f"“{value.raw.strip()}”，应为国家级或省级。",
                advice="请填“国家级”或“省级”；省级以下的不列入。",
                found=value.raw.strip(),
                place=value.place,
            )
