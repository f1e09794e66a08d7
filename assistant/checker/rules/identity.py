"""Stage and category (kind `eligibility`)."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checker.mapping.identify import category_of, stage_written
from assistant.checker.rules.completeness import only_hint
from assistant.checker.rules.registry import Context, Problem, at, rule, shown


@rule(id="category-unclear", kind="eligibility", title="申报类别不明确")
def category_unclear(context: Context) -> Iterator[Problem]:
    """申报类别 names neither category, or both."""
    value = context.draft.value("一/category")
    found = context.form.find_row("一/category")
    if context.draft.category is not None or value is None or value.blank:
        return
    if found is not None and only_hint(value.raw, found[2]):  # a blank cell, reported as such
        return
    yield at(
        value,
        f"一 “申报类别”填“{shown(value)}”，无法判断申报哪一类。",
        "请填“先进制造业集群”或“中小企业特色产业集群”。",
    )


@rule(id="category-differs", kind="eligibility", title="申报类别与所选类别不同", severity="warning")
def category_differs(context: Context) -> Iterator[Problem]:
    """The file states another category than the one it was checked for."""
    value = context.draft.value("一/category")
    stated = category_of(value.raw) if value is not None else None
    chosen = context.draft.category
    if value is None or stated is None or chosen is None or stated == chosen:
        return
    yield at(
        value,
        f"一 “申报类别”为{stated}，本次按{chosen}检查。",
        f"请确认申报类别；如为{stated}，请按{stated}重新检查。",
        expected=chosen,
    )


@rule(id="stage-differs", kind="eligibility", title="报告阶段与所选阶段不同", severity="warning")
def stage_differs(context: Context) -> Iterator[Problem]:
    """The file states another stage than the one it was checked for."""
    stated = context.draft.stage_stated
    if stated is None or stated == context.draft.stage:
        return
    if stage_written(context.draft.source) == context.draft.stage:
        yield Problem(
            section="一",
            message=f"标题写{stated}，章节却是{context.draft.stage}格式，本次按{context.draft.stage}格式检查。",
            advice=f"请更正标题；确为{stated}报告的，请改用{stated}格式填报。",
            found=stated,
            expected=context.draft.stage,
            severity="error",
        )
        return
    yield Problem(
        section="一",
        message=f"文件标明为{stated}报告，本次按{context.draft.stage}格式检查。",
        advice=f"请确认报送阶段；如为{stated}，请按{stated}重新检查。",
        found=stated,
        expected=context.draft.stage,
    )


@rule(id="stage-unstated", kind="eligibility", title="没有标明初赛或决赛", severity="info")
def stage_unstated(context: Context) -> Iterator[Problem]:
    """Neither the title nor the sections tell which form it is."""
    if context.draft.stage_stated is None:
        yield Problem(
            section="一",
            message=f"文件没有标明初赛或决赛，本次按{context.draft.stage}格式检查。",
            advice="请在标题中写明，如“湖南省产业集群竞赛参赛报告（初赛）”。",
            expected="初赛、决赛",
        )


@rule(
    id="sme-share-other-category",
    kind="eligibility",
    title="仅中小企业特色产业集群填报的指标",
    severity="warning",
)
def sme_share_other_category(context: Context) -> Iterator[Problem]:
    """A row for one category only is filled in by the other."""
    draft = context.draft
    for section, table, row in context.form.rows():
        if row.only_category is None or draft.category in (None, row.only_category):
            continue
        values = [draft.value(f"{section.number}/{row.key}", column.key) for column in table.row_columns(row)]
        filled = [value for value in values if value is not None and value.number is not None]
        if filled and any(value.number and value.number.value for value in filled):
            yield at(
                filled[0],
                f"{section.number} “{row.label}”仅由{row.only_category}填报，"
                f"本报告申报类别为{draft.category}。",
                "请清空或填“—”；如申报类别填错，请更正。",
            )
