"""The same names and years throughout (kind `consistency`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checker.labels import flat
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule

# (field, its first mention, what both name)
_SAME = (
    ("四/promoter_name", "一/promoter_name", "集群促进组织"),
    ("3.1/park_name", "一/park_name", "集群核心承载园区"),
)


def _plain(name: str) -> str:
    return re.sub(r"[()\[\]\"“”·,，、。]|管委会|管理委员会|（.*）", "", flat(name))


@rule(id="name-differs", kind="consistency", title="前后名称不一致")
def name_differs(context: Context) -> Iterator[Problem]:
    """The promotion organisation and the core park are called the same throughout.

    A park and its management committee count as the same; so does a name within the other.
    """
    for path, first_path, what in _SAME:
        here, there = context.draft.value(path), context.draft.value(first_path)
        if here is None or there is None or here.blank or there.blank:
            continue
        a, b = _plain(here.raw), _plain(there.raw)
        if not a or not b or a in b or b in a:
            continue
        yield at(
            here,
            f"{cell_name(here)}填“{here.raw.strip()}”，与{cell_name(there)}的“{there.raw.strip()}”不一致。",
            f"请统一{what}的全称。",
            expected=there.raw.strip(),
        )


@rule(id="years-differ", kind="consistency", title="各表年度不一致", severity="warning")
def years_differ(context: Context) -> Iterator[Problem]:
    """The headings of a table state other years than most tables of the draft."""
    draft = context.draft
    if not draft.years_stated:
        return
    for section in context.form.sections:
        for table in section.tables:
            years = draft.table_years.get((section.number, table.key), ())
            targets = any(column.role == "target-1" for column in table.columns)
            last = years[-1] - 3 if years and targets else (years[-1] if years else draft.last_year)
            if last == draft.last_year:
                continue
            name = table.title or section.title
            found = "、".join(f"{year}年" for year in years)
            yield Problem(
                section=section.number,
                row=table.title or None,
                message=f"{section.number} “{name}”的年度为{found}，与其他表"
                f"（最近一年为 {draft.last_year} 年）不一致。",
                advice="请核对表头年度。",
                found=found,
            )
