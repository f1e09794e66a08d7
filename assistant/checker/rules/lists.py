"""Lists in themselves: repeated rows, levels, dates of approval."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from statistics import median

from assistant.checker.draft import ListRow
from assistant.checker.labels import core, flat
from assistant.checker.rules.listed import approved_year, level_of
from assistant.checker.rules.registry import Context, Problem, at, at_row, in_list, list_name, rule, shown

# What tells two rows of a list apart; for the others all of the row does.
_IDENTITY = {
    "top_revenue": ("name",),
    "rd_top": ("name",),
    "projects": ("owner", "name"),
    "carriers": ("name", "level"),
}


@rule(id="list-repeated", kind="consistency", title="清单中有重复的名称", severity="warning")
def list_repeated(context: Context) -> Iterator[Problem]:
    """The same firm twice in a top-ten list, the same project, or the same recognition twice."""
    for section, table in context.form.lists():
        rows = context.draft.rows(section.number, table.key)
        keys = [_identity(row) for row in rows]
        for key, times in Counter(keys).items():
            if times < 2 or not key:
                continue
            row = [row for row, own in zip(rows, keys, strict=True) if own == key][1]
            name = row.text("name")
            message = f"{section.number} “{list_name(section, table)}”中“{name}”出现 {times} 次。"
            yield at_row(section, table, row, message, "请删去重复的行。", found=name)


def _identity(row: ListRow) -> str:
    keys = _IDENTITY.get(row.table, tuple(sorted(row.cells)))
    parts = [core(row.text(key)) for key in keys]
    return "|".join(parts) if core(row.text("name")) else ""


@rule(id="list-level", kind="format", title="级别应填国家级或省级", severity="warning")
def list_level(context: Context) -> Iterator[Problem]:
    """A level that is neither national nor provincial in a list of 省级及以上."""
    for section, table in context.form.lists():
        for row in context.draft.rows(section.number, table.key):
            value = row.cells.get("level")
            if value is None or value.blank or level_of(value.raw) is not None:
                continue
            name = list_name(section, table)
            message = f"{section.number} “{name}”第{row.index}行级别填“{shown(value)}”，应为国家级或省级。"
            advice = "请填“国家级”或“省级”；省级以下的不列入。"
            yield in_list(at(value, message, advice), row.index)


_NATIONAL = re.compile(
    r"国家|国务院|工业和信息化部|工信部|科技部|科学技术部|教育部|财政部|农业农村部|总局|中国|全国|中华"
)
_PROVINCIAL = re.compile(r"省|厅|湖南")
_LOCAL = re.compile(r"[\u4e00-\u9fff]{2,}[市县区](?:工|科|发|市|人民|经|农|商|委|政)")


def _contradiction(level: str, name: str, org: str) -> str:
    """Why a level cannot be right, "" where it can."""
    if level == "国家级" and not _NATIONAL.search(org):
        if _PROVINCIAL.search(org):
            return f"批准单位“{org}”是省级单位"
        if _LOCAL.search(org):
            return f"批准单位“{org}”是市县单位"
    if level == "省级" and not _PROVINCIAL.search(org) and not _NATIONAL.search(org) and _LOCAL.search(org):
        return f"批准单位“{org}”是市县单位"
    other = "省级" if level == "国家级" else "国家级"
    if other in name and level not in name:
        return f"名称写明“{other}”"
    return ""


@rule(id="level-contradicted", kind="consistency", title="级别与批准单位或名称矛盾", severity="warning")
def level_contradicted(context: Context) -> Iterator[Problem]:
    """国家级 approved by a provincial office, 省级 by a county's, or a name that says the other level."""
    for section, table in context.form.lists():
        for row in context.draft.rows(section.number, table.key):
            value = row.cells.get("level")
            level = level_of(value.raw) if value is not None else None
            if value is None or level is None:
                continue
            why = _contradiction(level, flat(row.text("name")), flat(row.text("org")))
            if why:
                name = list_name(section, table)
                message = f"{section.number} “{name}”第{row.index}行级别填“{shown(value)}”，而{why}。"
                yield in_list(at(value, message, "请核对级别、名称和批准单位。"), row.index)


@rule(id="approval-date", kind="consistency", title="批准时间晚于报告年度", severity="warning")
def approval_date(context: Context) -> Iterator[Problem]:
    """Approved in a year after the one in which the report is written."""
    draft = context.draft
    for section, table in context.form.lists():
        for row in draft.rows(section.number, table.key):
            value = row.cells.get("date")
            year = approved_year(row)
            if value is None or year is None or not draft.years_stated or year <= draft.last_year + 1:
                continue
            name = list_name(section, table)
            message = (
                f"{section.number} “{name}”第{row.index}行批准时间填“{shown(value)}”，"
                f"晚于报告年度（最近一年为 {draft.last_year} 年）。"
            )
            yield in_list(at(value, message, "请核对批准时间。"), row.index)


_PERIOD_YEAR = re.compile(r"20\d{2}")


@rule(id="project-period", kind="consistency", title="项目建设期有误", severity="warning")
def project_period(context: Context) -> Iterator[Problem]:
    """A period that ends before it begins, or before the last year though the projects are 在建及新建."""
    draft = context.draft
    for row in draft.rows("2.3", "projects"):
        value = row.cells.get("period")
        years = [int(year) for year in _PERIOD_YEAR.findall(flat(value.raw))] if value is not None else []
        if value is None or not years:
            continue
        if years[-1] < years[0]:
            why = "结束年份早于开始年份"
        elif len(years) > 1 and years[-1] < draft.last_year and draft.years_stated:
            why = f"{draft.last_year} 年以前已经结束，不属于在建或新建项目"
        else:
            continue
        message = f"2.3 第{row.index}行“{row.text('name')}”的建设期为“{shown(value)}”：{why}。"
        yield in_list(at(value, message, "请核对建设期；已建成的项目请换成在建或新建项目。"), row.index)


# In 万元: every project below the first is probably in 亿元, one above the second in 元.
_ALL_BELOW, _ANY_ABOVE = 50, 10_000_000
# So is one below the first that is this many times less than the middle one.
_ONE_BELOW, _TIMES_LESS = 10, 500


@rule(id="project-unit", kind="range", title="项目总投资疑似单位错误", severity="warning")
def project_unit(context: Context) -> Iterator[Problem]:
    """Every project costs less than 50万元, one a five-hundredth of the others, or one over 1000亿元: not in 万元."""
    cells = [
        (row, value, value.number.value)
        for row in context.draft.rows("2.3", "projects")
        if (value := row.cells.get("investment")) is not None and value.number is not None
    ]
    if not cells:
        return
    row, value, most = max(cells, key=lambda cell: cell[2])
    advice = "总投资以“万元”为单位填写，请核对。"
    if most > _ANY_ABOVE:
        why = f"“{row.text('name')}”填 {shown(value)}，折合 1000 亿元以上，疑似以“元”为单位"
    elif most < _ALL_BELOW and len(cells) > 2:
        why = f"最大一项为 {shown(value)} 万元，疑似以“亿元”为单位"
    else:
        row, value, least = min(cells, key=lambda cell: cell[2])
        middle = median(cell[2] for cell in cells)
        if not 0 < least < _ONE_BELOW or middle < least * _TIMES_LESS:
            return
        why = f"“{row.text('name')}”填 {shown(value)}，不到其他项目的五百分之一，疑似以“亿元”为单位"
    yield in_list(at(value, f"2.3 项目总投资（万元）{why}。", advice), row.index)
