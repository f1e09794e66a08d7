"""Defects in the lists."""

from __future__ import annotations

from eval.drafts.changes import Mutation, chain, drop_rows, repeat_row, scale_list, set_list, shift

_TOP = "营业收入排名前十企业发展情况"
_RD_TOP = "集群研发投入前十位企业"
_CARRIERS = "集群技术创新载体（国家级、省级）"
_GREEN = "省级及以上绿色工厂、绿色产品、绿色园区、绿色供应链（国家级、省级）"
_PROJECTS = "集群重点项目建设情况"
_REVENUE, _RESEARCH = "营业收入（亿元）2022年", "研发投入（万元）2022年"

LIST_MUTATIONS: tuple[Mutation, ...] = (
    Mutation("top-ten-total", scale_list("2.2", "top_revenue", "y1", "12", 0), "list-total", "2.2", _TOP, _REVENUE),
    Mutation("rd-total", scale_list("2.4", "rd_top", "y1", "12", 0), "list-total", "2.4", _RD_TOP, _RESEARCH),
    Mutation("rd-in-yi", scale_list("2.4", "rd_top", "y1", "0.0001"), "list-total-low", "2.4", _RD_TOP, _RESEARCH, "warning"),
    Mutation("top-ten-over-output", scale_list("2.2", "top_revenue", "y1", "12", 0), "top-ten-over-output", "2.2", _TOP, _REVENUE, "warning"),
    Mutation("rank-order", scale_list("2.2", "top_revenue", "y1", "0.3", 1), "rank-order", "2.2", f"{_TOP}第3行", _REVENUE, "warning"),
    Mutation("rd-over-revenue", chain(set_list("2.4", "rd_top", 9, "y1", "9990000")), "rd-over-revenue", "2.4", f"{_RD_TOP}第10行", _RESEARCH),
    Mutation("small-leader", chain(*(set_list("2.2", "top_revenue", i, "y1", f"{9.9 - i / 10:.2f}") for i in range(10))), "threshold-leading-firm", "2.2", f"{_TOP}第1行", _REVENUE, categories=("先进制造业集群",)),
    Mutation("market-shares", chain(*(set_list("2.2", "top_revenue", i, column, text) for i in (0, 1) for column, text in (("product", "同一种产品"), ("share", "60")))), "share-sum", "2.2", _TOP, "国内市场占有率（%）", "warning"),
    Mutation("list-share", set_list("2.2", "top_revenue", 4, "share", "121.5"), "list-out-of-range", "2.2", f"{_TOP}第5行", "国内市场占有率（%）"),
    Mutation("list-cell", set_list("2.2", "top_revenue", 3, "product", ""), "list-cell-missing", "2.2", f"{_TOP}第4行", "主要产品"),
    Mutation("list-cells", chain(*(set_list("2.3", "projects", i, "period", "") for i in range(6))), "list-cell-missing", "2.3"),
    Mutation("list-placeholder", set_list("2.2", "top_revenue", 2, "name", "XX公司"), "placeholder", "2.2", f"{_TOP}第3行", "企业名称", "warning"),
    Mutation("short-top-ten", drop_rows("2.2", "top_revenue", 8), "list-length", "2.2", _TOP, None, "warning"),
    Mutation("few-projects", drop_rows("2.3", "projects", 4), "list-length", "2.3", None, None, "warning"),
    Mutation("no-projects", drop_rows("2.3", "projects", 0), "list-missing", "2.3"),
    Mutation("same-firm", repeat_row("2.2", "top_revenue", 6, of=5), "list-repeated", "2.2", f"{_TOP}第7行", None, "warning"),
    Mutation("same-project", repeat_row("2.3", "projects", 9, of=2), "list-repeated", "2.3", f"{_PROJECTS}第10行", None, "warning"),
    Mutation("carriers", drop_rows("2.4", "carriers", 1), "carriers-listed", "2.4", "省级技术创新载体数量（个，需提供佐证材料）", "2022年"),
    Mutation("platforms", shift("2.7/platforms/y1", "2"), "count-listed", "2.7", "省级及以上公共服务平台数量（个，需提供佐证材料）", "2022年"),
    Mutation("green", drop_rows("2.5", "green_list", -1), "count-listed", "2.5", None, "2022年"),
    Mutation("level", set_list("2.5", "green_list", 0, "level", "市级"), "list-level", "2.5", f"{_GREEN}第1行", "级别", "warning"),
    Mutation("level-and-office", chain(set_list("2.4", "carriers", 0, "level", "国家级"), set_list("2.4", "carriers", 0, "org", "省工业和信息化厅")), "level-contradicted", "2.4", f"{_CARRIERS}第1行", "级别", "warning"),
    Mutation("approved-later", set_list("2.5", "green_list", 0, "date", "2026年3月"), "approval-date", "2.5", f"{_GREEN}第1行", "批准时间", "warning"),
    Mutation("no-such-month", set_list("2.4", "carriers", 1, "date", "2021年13月"), "date-not-real", "2.4", f"{_CARRIERS}第2行", "批准时间", "warning"),
    Mutation("design-centres", shift("2.4/design_provincial/y1", "5"), "design-listed", "2.4", "省级工业设计中心数量（个，需提供佐证材料）", "2022年", "warning"),
    Mutation("project-over", set_list("2.3", "projects", 1, "period", "2018—2020年"), "project-period", "2.3", f"{_PROJECTS}第2行", "建设期", "warning"),
    Mutation("projects-in-yi", scale_list("2.3", "projects", "investment", "0.0001"), "project-unit", "2.3", None, "总投资（万元）", "warning"),
)  # fmt: skip
