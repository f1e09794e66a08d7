"""What a column heading of a draft stands for in a table of the form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checker.form import Column, Table
from assistant.checker.labels import best, core, flat, gist, unmarked
from assistant.checker.units import units_in

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
# Years named from the day of writing, by their distance to the current one.
_RELATIVE = (
    (re.compile(r"前年|上上年|前一年度?(?!度?实际)"), -2),
    (re.compile(r"上一?年|去年|上期|同期"), -1),
    (re.compile(r"本年|今年|当年|本期|报告期"), 0),
)
_BEHIND_YEAR = r"(?:年|度|末|底|全年|实际|完成|发展|值|数据?|情况|统计|快报|合计|\d{1,2}[-—~至]\d{1,2}月份?|\d{1,2}月\d{1,2}日|\(.*\))*"
_YEAR_HEADING = re.compile(
    rf"\(?(?:近[2两二]年情况)?(?:(?:19|20)\d{{2}}|前年|上上年|上一?年|去年|本年|今年|当年|上期|本期|去年同期|上年同期){_BEHIND_YEAR}\)?"
)
_TARGET = re.compile(r"目标|规划|计划|预期|预计|预测")
_PREVIOUS = re.compile(r"实际|基期|现状|完成")
_GROWTH = re.compile(r"增幅|增长率|增速|增减|同比|增长|涨幅|变化率")
_PART = re.compile(r"其中|集群产业|集群部分")
_LABEL_COLUMN = frozenset({
    "指标名称", "近2年情况", "近两年情况", "近2年情况指标名称", "指标名称近2年情况", "指标", "指标项", "项目指标", "主要指标", "经济指标", "序号", "编号", "行号",
    "企业名称近2年情况", "近2年情况企业名称", "年份", "年度", "备注", "排名", "单位", "计量单位", "数据来源", "佐证页码", "页码", "佐证材料页码",
    "佐证材料", "所在页码", "佐证材料所在页码", "类别", "指标类别", "说明", "填报说明", "责任单位", "填报单位", "数据口径",
})  # fmt: skip
_UNIT_COLUMN = frozenset({"单位", "计量单位", "指标单位"})
_NUMERIC = re.compile(r"^[-+]?[\d,.]+[%‰]?$")


def year_of(text: str) -> int | None:
    """The year that a heading names; 0, -1 or -2 for this, the last and the year before last; None for none."""
    plain = flat(unmarked(text))
    found = _YEAR.search(plain)
    if found:
        return int(found.group())
    return next((distance for pattern, distance in _RELATIVE if pattern.search(plain)), None)


def years_of(texts: Sequence[str], table: Table) -> tuple[int, ...]:
    """The years that the headings of a table name, ascending; those named by number where there are any.

    Args:
        texts: headings.
        table: the form's table; years that are only planned for count in a table of targets alone.
    """
    targets = any(column.role == "target-1" for column in table.columns)
    named = {
        year
        for text in texts
        if (year := year_of(text)) is not None and (targets or not _TARGET.search(flat(text)))
    }
    return tuple(sorted({year for year in named if year > 0} or named))


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure and no year."""
    plain = flat(text)
    return bool(_NUMERIC.match(plain)) and not _YEAR_HEADING.fullmatch(plain)


def is_unit_column(text: str) -> bool:
    """Whether a heading stands above units (计量单位)."""
    return core(text) in _UNIT_COLUMN


def is_label_column(text: str) -> bool:
    """Whether a heading stands above labels, serial numbers or remarks, none of which is a value."""
    return core(text) in _LABEL_COLUMN or "指标" in core(text)[:8]


def is_page_column(text: str) -> bool:
    """Whether a heading stands above page numbers of proof (佐证材料页码, 所在页)."""
    return bool(re.search(r"页码|页次|所在页|页数", core(text)))


def heading_kind(text: str, tables: Sequence[Table]) -> bool | None:
    """Whether `text` can be a column heading of one of `tables`; None for a blank."""
    plain = flat(unmarked(text))
    if not plain:
        return None
    words = core(text)
    if _YEAR_HEADING.fullmatch(plain) or words in _LABEL_COLUMN or plain in _LABEL_COLUMN:
        return True
    if (len(words) <= 12 and ("指标" in words or is_page_column(text))) or (
        plain.startswith(("单位:", "(单位:")) and units_in(plain)
    ):
        return True
    if len(plain) > 30 or _NUMERIC.match(plain):
        return False
    return any(
        _matrix_heading(plain, table) if table.kind == "matrix" else _is_list_heading(text, table)
        for table in tables
        if table.kind != "fields"
    )


def _matrix_heading(plain: str, table: Table) -> bool:
    roles = {column.role for column in table.columns}
    words = _YEAR.sub("", plain, count=1).lstrip("年度") if _YEAR.match(plain) else plain
    words = re.sub(r"^(?:上一?年|去年|本年|今年)度?", "", words).strip("()")
    if "target-1" in roles and re.fullmatch(
        r"(上一?年)?(度)?(实际|完成)?(发展|规划|计划|预期)?(目标|值|情况|数)*|基期值?|现状值?", words
    ):
        return bool(words) or words != plain
    if any(role.startswith("part") for role in roles) and re.fullmatch(
        r"园区(?:总额|合计|整体)?|其中[:,]?(?:集群(?:产业|部分)?)?|集群(?:产业|部分)|总额", words
    ):
        return True
    return bool(
        re.fullmatch(
            r"(总额)?(同比)?(增幅|增长率|增长速度|增速|增减|增长|同比)(\(.*\)?|%)?|%|(实际|完成)(值|数)?",
            words,
        )
    )


def _is_list_heading(text: str, table: Table) -> bool:
    """Whether `text` heads a column of a list: by its label, or by its measure with a year (2022年营业收入)."""
    if year_of(text) is None:
        return _list_column(text, table, ()) is not None
    rest = gist(re.sub(r"(?:(?:19|20)\d{2}|上一?年|去年|本年|今年)(?:年?度?)?", "", text))
    measures = [c.label for c in table.columns if c.role in ("year-1", "year-2")]
    return any(rest == gist(re.sub(r"\{.*?\}年?", "", label)) for label in measures)


def column_of(text: str, table: Table, years: tuple[int, ...]) -> Column | None:
    """The form's column that a heading stands for, None where it is none.

    Args:
        text: all headings above a column, top down.
        table: the form's table.
        years: the years in the headings of the draft's table, as `years_of` gives them.
    """
    if is_unit_column(text):
        return None
    if table.kind == "list":
        return _list_column(text, table, years)
    return _by_role(table, _matrix_role(flat(text), table, years))


def _by_role(table: Table, role: str) -> Column | None:
    return next((column for column in table.columns if column.role == role), None)


def _matrix_role(plain: str, table: Table, years: tuple[int, ...]) -> str:
    year = year_of(plain)
    if any(column.role == "target-1" for column in table.columns):
        return _target_role(plain, year, years)
    if _GROWTH.search(plain) or plain == "%":
        return "growth"
    role = _year_role(year, years)
    part = any(column.role.startswith("part") for column in table.columns) and bool(_PART.search(plain))
    return f"part-{role}" if part and role else role


def _year_role(year: int | None, years: tuple[int, ...]) -> str:
    if year is None or year not in years[-2:]:
        return ""
    return "year-1" if year == years[-1] else "year-2"


def _target_role(plain: str, year: int | None, years: tuple[int, ...]) -> str:
    planned = bool(_TARGET.search(plain))
    if not planned and (_PREVIOUS.search(plain) or (year is not None and (year <= 0 or year == years[0]))):
        return "year-1" if len(years) != 3 or year != years[0] or _PREVIOUS.search(plain) else "target-1"
    future = [known for known in years if known > 0][-3:]
    return f"target-{future.index(year) + 1}" if year in future else ""


def _list_column(text: str, table: Table, years: tuple[int, ...]) -> Column | None:
    text = re.sub(r"近[2两二]年情况", "", text)
    has_years = any(column.role == "year-1" for column in table.columns)
    year = year_of(text) if has_years else None
    if year is not None:
        return _by_role(table, _year_role(year, years or (year,)))
    candidates = [
        (column, (column.label, *column.aliases)) for column in table.columns if "{" not in column.label
    ]
    column = best(text, candidates, at_least=0.75)
    if column is None and has_years:
        # The upper of two heading rows names the measure only (营业收入 above 2021年 and 2022年).
        above = [c for c in table.columns if c.role == "year-1"]
        if gist(text) == gist(re.sub(r"\{.*", "", above[0].label)):
            return above[0]
    return column
