"""Defects of the form itself: parts left out or added, headings changed, checked as something else."""

from __future__ import annotations

from dataclasses import replace

from assistant.checker.form import Form, Row, Stage
from eval.drafts.changes import (
    Mutation,
    all_forms,
    chain,
    scale,
    set_cell,
    unchanged,
    with_headings,
    with_row,
    without_row,
    without_section,
    without_table,
)

_FIRST: tuple[Stage, ...] = ("初赛",)
_FINAL: tuple[Stage, ...] = ("决赛",)
_OUTPUT = "集群总产值（亿元）"
_ADDED = Row("added", "新产品产值（亿元）", "amount", "亿元")
_AGAIN = Row("again", _OUTPUT, "amount", "亿元")
_TITLE = "省级及以上质量奖数量（个）"
_AWARDS = Row("awards", _TITLE, "count", "个")
_YEARS = {
    "y2": "上年度",
    "y1": "本年度",
    "cluster_y2": "上年度其中：集群产业",
    "cluster_y1": "本年度其中：集群产业",
}


def _untitled(form: Form) -> Form:
    return replace(form, title="湖南省产业集群竞赛参赛报告")


def _named_on_cover(form: Form) -> Form:
    return replace(form, title=f"桂东县大数据产业集群参赛报告（{form.stage}）")


def _titled_otherwise(form: Form) -> Form:
    other = "决赛" if form.stage == "初赛" else "初赛"
    return replace(form, title=form.title.replace(form.stage, other))


def _yearless(form: Form) -> Form:
    for section in form.sections:
        for table in section.tables:
            labels = {column.key: _YEARS[column.key] for column in table.columns if column.key in _YEARS}
            if labels and table.kind == "matrix":
                form = with_headings(section.number, table.key, labels)(form)
    return all_forms(
        without_table("2.2", "top_revenue"), without_table("2.4", "rd_top"), without_section("5.1")
    )(form)


FORM_MUTATIONS: tuple[Mutation, ...] = (
    Mutation("no-section", unchanged, "section-missing", "5.1", stages=_FIRST, form=without_section("5.1")),
    Mutation("no-table", unchanged, "table-missing", "2.2", "营业收入排名前十企业发展情况", form=without_table("2.2", "top_revenue")),
    Mutation("no-row", unchanged, "row-missing", "2.1", "税金总额（亿元）", form=without_row("2.1", "indicators", "tax")),
    Mutation("added-row", chain(set_cell("2.1/added/y2", "12.5"), set_cell("2.1/added/y1", "14.1"), set_cell("2.1/added/growth", "12.8")), "extra-rows", "2.1", severity="info", form=with_row("2.1", "indicators", _ADDED)),
    Mutation("row-twice", chain(scale("2.1/output/y2", "0.9", to="2.1/again/y2"), scale("2.1/output/y1", "0.9", to="2.1/again/y1"), set_cell("2.1/again/growth", "5.0")), "row-repeated", "2.1", _OUTPUT, None, "warning", form=with_row("2.1", "indicators", _AGAIN)),
    Mutation("awards-row", chain(set_cell("2.6/awards/y2", "5"), set_cell("2.6/awards/y1", "8")), "quality-awards-listed", "2.6", severity="warning", form=with_row("2.6", "indicators", _AWARDS)),
    Mutation("other-years", unchanged, "years-differ", "2.4", severity="warning", form=with_headings("2.4", "indicators", {"y2": "2020年", "y1": "2021年"})),
    Mutation("skipped-year", unchanged, "years-not-consecutive", "2.2", severity="warning", form=with_headings("2.2", "indicators", {"y2": "2020年"})),
    Mutation("no-years", unchanged, "years-unstated", "2.1", severity="info", form=_yearless),
    Mutation("no-stage", unchanged, "stage-unstated", "一", severity="info", stages=_FIRST, form=all_forms(_untitled, without_section("四", "4.3", "五", "5.1", "5.2"))),
    Mutation("other-title", unchanged, "stage-differs", "一", form=_titled_otherwise),
    Mutation("other-cover", unchanged, "cover-name", "一", "集群名称", None, "warning", form=_named_on_cover),
    Mutation("checked-as-first", unchanged, "stage-differs", "一", severity="warning", stages=_FINAL, check_as={"stage": "初赛"}),
    Mutation("checked-as-small", unchanged, "category-differs", "一", "申报类别", None, "warning", categories=("先进制造业集群",), check_as={"category": "中小企业特色产业集群"}),
)  # fmt: skip
