"""Counts against the rows listed for them (kind `consistency`): 载体, 绿色工厂等, 公共服务平台, 质量奖."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.checker.draft import Draft, ListRow, Value
from assistant.checker.labels import core, flat
from assistant.checker.rules.registry import Context, Problem, at, cell_name, compact, rule, shown

_YEAR = re.compile(r"(?:19|20)\d{2}")
# One line may name several, so that lines and count need not agree.
_SEVERAL = ("等", "、", "\n", "；", ";")


def level_of(text: str) -> str | None:
    """`国家级` or `省级` as a list's level column says it, None where it says neither."""
    plain = flat(text)
    if any(word in plain for word in ("国家", "国级", "部级", "工信部")) or plain == "国":
        return "国家级"
    if "省" in plain:
        return "省级"
    return None


def approved_year(row: ListRow) -> int | None:
    """The year of 批准时间, None where it states none."""
    found = _YEAR.search(flat(row.text("date")))
    return int(found.group()) if found else None


def _count(draft: Draft, path: str) -> tuple[Value, Decimal] | None:
    value = draft.value(path, "y1")
    if value is None or value.blank:
        return None
    if value.nil:
        return value, Decimal(0)
    number = value.number
    return (value, number.value) if number is not None and not number.approximate else None


def _fair(draft: Draft, rows: Sequence[ListRow]) -> set[Decimal]:
    """The counts that a list allows: all rows, or those approved by the end of the last year."""
    by_then = [row for row in rows if (approved_year(row) or 0) <= draft.last_year]
    return {Decimal(len(rows)), Decimal(len(by_then))}


def _several(rows: Sequence[ListRow]) -> bool:
    return any(mark in row.text("name") for row in rows for mark in _SEVERAL)


@rule(id="carriers-listed", kind="consistency", title="技术创新载体数量与清单不符")
def carriers_listed(context: Context) -> Iterator[Problem]:
    """The counts of carriers by level against the list, with or without industrial design centres."""
    draft = context.draft
    rows = draft.rows("2.4", "carriers")
    if ("2.4", "carriers") not in draft.lists or _several(rows):
        return
    if any(level_of(row.text("level")) is None for row in rows):
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
        fair = _fair(draft, listed) | _fair(draft, without)
        if design is not None:
            fair |= {number - design[1] for number in fair}
        if count in fair:
            continue
        yield at(
            value,
            f"{cell_name(value)}填 {shown(value)}，“集群技术创新载体”清单中{level}为 {len(listed)} 个。",
            "请补全清单或核对数量。",
            expected=str(len(listed)),
        )


@rule(id="design-listed", kind="consistency", title="工业设计中心数量与清单不符", severity="warning")
def design_listed(context: Context) -> Iterator[Problem]:
    """The counts of design centres against a list of carriers that has such centres in it."""
    draft = context.draft
    rows = draft.rows("2.4", "carriers")
    designs = [row for row in rows if "工业设计" in row.text("name")]
    if not designs or _several(rows) or any(level_of(row.text("level")) is None for row in designs):
        return
    for level, key in (("国家级", "design_national"), ("省级", "design_provincial")):
        counted = _count(draft, f"2.4/{key}")
        listed = [row for row in designs if level_of(row.text("level")) == level]
        if counted is None or counted[1] in _fair(draft, listed):
            continue
        value = counted[0]
        yield at(
            value,
            f"{cell_name(value)}填 {shown(value)}，“集群技术创新载体”清单中{level}工业设计中心为 {len(listed)} 个。",
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
        if counted is None or (section, key) not in draft.lists or _several(rows):
            continue
        value, count = counted
        if count not in _fair(draft, rows):
            yield at(
                value,
                f"{cell_name(value)}填 {shown(value)}，清单列出 {len(rows)} 个。",
                "请补全清单或核对数量。",
                expected=str(len(rows)),
            )


# 质量奖 has no count in the form: the text, or a row that the draft adds, gives one.
_AWARDS = re.compile(
    r"(?P<level>省级?(?:及)?以上|国家级|省级|中国|省长)(?:政府)?质量奖(?:提名奖)?(?:[^\d,。;、]{0,6})(?P<after>\d+)[个项家]"
    r"|(?P<before>\d+)[个项家](?:企业)?(?:获得?|荣获)?(?P<other>省级?(?:及)?以上|国家级|省级|中国|省长)(?:政府)?质量奖"
)


@rule(id="quality-awards-listed", kind="consistency", title="质量奖数量与清单不符", severity="warning")
def quality_awards_listed(context: Context) -> Iterator[Problem]:
    """The number of 质量奖 in the text of 2.8, or in a row added to 2.6, against the list of 2.6."""
    draft = context.draft
    key = ("2.6", "quality_awards")
    rows = draft.rows(*key)
    if key not in draft.tables_seen or _several(rows):
        return
    for section, paragraph in draft.all_paragraphs():
        for match in _AWARDS.finditer(compact(paragraph.text)) if section == "2.8" else ():
            said = int(match["after"] or match["before"])
            listed = _of_level(rows, match["level"] or match["other"])
            if said != len(listed):
                yield Problem(
                    section=section,
                    message=f"{section} 文字写“{match.group()}”，2.6 “省级及以上质量奖”清单列出 {len(listed)} 个。",
                    advice="请补全清单或核对数量。",
                    found=str(said),
                    expected=str(len(listed)),
                    place=paragraph.place,
                )
    for number, texts, place in draft.extra:
        label = core(texts[0]) if texts else ""
        counts = [text for text in texts[1:] if re.fullmatch(r"\d{1,4}[个项家]?", flat(text))]
        if number == "2.6" and "质量奖" in label and counts:
            said = int(re.sub(r"\D", "", flat(counts[-1])))
            if said != len(rows):
                yield Problem(
                    section=number,
                    row="省级及以上质量奖（国家级、省级）",
                    message=f"2.6 “{texts[0].strip()}”填 {said}，“省级及以上质量奖”清单列出 {len(rows)} 个。",
                    advice="请补全清单或核对数量。",
                    found=str(said),
                    expected=str(len(rows)),
                    place=place,
                )


def _of_level(rows: Sequence[ListRow], said: str) -> Sequence[ListRow]:
    if "以上" in said:
        return rows
    wanted = "国家级" if said in ("国家级", "中国") else "省级"
    return [row for row in rows if level_of(row.text("level")) == wanted]
