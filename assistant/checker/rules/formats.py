"""How values are written (kind `format`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.checker.draft import Value
from assistant.checker.labels import flat
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule

_EXPLAINED = re.compile(r"扭亏为盈|由亏转盈|由盈转亏|减亏|增亏|新增|翻番|持平|不可比|无法计算|未统计|不涉及")
_MOBILE = re.compile(r"(?:\+?86)?1[3-9]\d{9}")
_LANDLINE = re.compile(r"(?:\+?86)?(?:0\d{2,3})?[2-9]\d{6,7}(?:(?:转|x|ext\.?|#)\d{1,6})?")
_SERVICE = re.compile(r"(?:400|800)\d{7}")


def _cells(context: Context) -> Iterator[tuple[Value, str]]:
    """All numeric cells of the draft with their units, those of lists with the row named."""
    draft = context.draft
    for section, table, row in context.form.rows():
        if not row.numeric:
            continue
        for column in table.row_columns(row):
            value = draft.value(f"{section.number}/{row.key}", column.key)
            if value is not None:
                yield value, "%" if column.of else row.unit
    for section, table in context.form.lists():
        for row_ in draft.rows(section.number, table.key):
            for value in row_.cells.values():
                column_ = table.column(value.ref.column)
                if value.parsed is not None and column_ is not None:
                    yield replace(value, row_label=f"{value.row_label}第{row_.index}行"), column_.unit


@rule(id="not-a-number", kind="format", title="应填数字")
def not_a_number(context: Context) -> Iterator[Problem]:
    """A numeric cell that holds something else."""
    for value, unit in _cells(context):
        if value.parsed is None or value.parsed.form != "text" or _EXPLAINED.search(value.raw):
            continue
        yield at(
            value, f"{cell_name(value)}填“{value.raw.strip()}”，不是数字。", f"请填写以“{unit}”为单位的数字。"
        )


@rule(id="wrong-unit", kind="format", title="单位不符")
def wrong_unit(context: Context) -> Iterator[Problem]:
    """A unit that measures something else than the row."""
    for value, unit in _cells(context):
        if value.parsed is not None and value.parsed.wrong_unit:
            yield at(
                value,
                f"{cell_name(value)}填“{value.raw.strip()}”，单位与“{unit}”不符。",
                f"请换算为“{unit}”后填写数字。",
            )


@rule(id="other-unit", kind="format", title="单位与表头不同，已换算", severity="info")
def other_unit(context: Context) -> Iterator[Problem]:
    """A unit that could be converted but is not the form's."""
    for value, unit in _cells(context):
        number = value.number
        if number is None or not number.written_unit or number.written_unit == unit or unit in ("个", "人"):
            continue
        yield at(
            value,
            f"{cell_name(value)}填“{value.raw.strip()}”，格式以“{unit}”为单位，"
            f"检查时已按 {number.value.normalize():f}{unit} 换算。",
            f"请改以“{unit}”为单位填写。",
            expected=f"{number.value.normalize():f}",
        )


@rule(id="fractional-count", kind="format", title="个数应为整数")
def fractional_count(context: Context) -> Iterator[Problem]:
    """A count of things that is no whole number."""
    draft = context.draft
    for section, table, row in context.form.rows():
        if row.kind != "count":
            continue
        for column in table.row_columns(row):
            value = draft.value(f"{section.number}/{row.key}", column.key)
            number = value.number if value else None
            if (
                value is None
                or number is None
                or column.of
                or number.value == number.value.to_integral_value()
            ):
                continue
            yield at(value, f"{cell_name(value)}填 {value.raw.strip()}，个数应为整数。", "请核对数值和单位。")


def is_telephone(text: str) -> bool:
    """Whether `text` is one or more Chinese telephone numbers and nothing else but names of them."""
    parts = [
        part
        for part in re.split(r"[,，、;；\n]|(?<=\d)/(?=[01])|(?<=\d{7})\s+(?=[01])|或", text)
        if part.strip()
    ]
    if not parts:
        return False
    return all(_one_telephone(part) for part in parts)


def _one_telephone(part: str) -> bool:
    digits = re.sub(r"^(?:手机|电话|办公|座机|办公电话|联系电话|传真)[:：]?", "", flat(part))
    digits = re.sub(r"[-—–()\s.]", "", digits)
    return any(pattern.fullmatch(digits) for pattern in (_MOBILE, _LANDLINE, _SERVICE))


@rule(id="telephone", kind="format", title="电话号码格式不对")
def telephone(context: Context) -> Iterator[Problem]:
    """A telephone number that cannot be dialled."""
    for section, _table, row in context.form.rows():
        value = context.draft.value(f"{section.number}/{row.key}")
        if row.kind != "phone" or value is None or value.blank or is_telephone(value.raw):
            continue
        yield at(
            value,
            f"{section.number} {value.column_label}的电话“{value.raw.strip()}”不是有效的电话号码。",
            "请填写 11 位手机号，或“区号-号码”形式的固定电话。",
        )
