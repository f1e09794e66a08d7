"""Defects in the tables of fields and indicators."""

from __future__ import annotations

from assistant.checker.form import Stage
from eval.drafts.changes import Mutation, chain, copy_cell, off_growth, scale, set_cell

_OUTPUT = "集群总产值（亿元）"
_ADVANCED, _SMALL = ("先进制造业集群",), ("中小企业特色产业集群",)
_EMPLOYEES, _GROWTH = "集群从业人员数量（人）", "增幅（%）"
_CLOUD = "企业上云比例（%）"
_FIRST: tuple[Stage, ...] = ("初赛",)
_FINAL: tuple[Stage, ...] = ("决赛",)
_NAME, _HEAD = "集群名称", "负责人姓名、职务"
_PARK_FIRMS = "园区规上工业企业数（个）"
# Rows of 2.1 of which one year is copied into the other.
_COPIED = (
    "output",
    "main_output",
    "revenue",
    "large_revenue",
    "tax",
    "imports",
    "exports",
    "investment",
    "employees",
)
_COUNTS = ("firms", "large_firms", "hightech", "listed", "champions_national", "champions_provincial", "giants",
           "specialised", "integration", "cloud", "platform")  # fmt: skip
_EMPTY = [
    set_cell(f"3.1/{row}/cluster_{year}", "0")
    for row in ("gdp", "large_firms", "large_revenue")
    for year in ("y2", "y1")
]


TABLE_MUTATIONS: tuple[Mutation, ...] = (
    # blanks
    Mutation("blank-cell", set_cell("2.1/output/y1", ""), "cell-missing", "2.1", _OUTPUT, "2022年"),
    Mutation("blank-growth", set_cell("2.1/revenue/growth", ""), "cell-missing", "2.1", "集群企业营业收入（亿元）", _GROWTH),
    Mutation("blank-field", set_cell("一/area", ""), "cell-missing", "一", "集群地域范围"),
    Mutation("blank-target", set_cell("5.1/tax/t2", ""), "cell-missing", "5.1", "集群主导产业上交税金（亿元）", "2024年发展目标", stages=_FIRST),
    Mutation("blank-many", chain(*(set_cell(f"2.2/{row}/y2", "") for row in _COUNTS)), "cell-missing", "2.2"),
    Mutation("blank-share", set_cell("2.1/sme_share/y2", ""), "cell-missing", "2.1", None, "2021年", categories=_SMALL),
    Mutation("placeholder", set_cell("一/park_head", "XXX"), "placeholder", "一", _HEAD, "集群核心承载园区", "warning"),
    # arithmetic
    Mutation("growth-2.1", off_growth("2.1/output", "-2"), "growth-rate", "2.1", _OUTPUT, _GROWTH),
    Mutation("growth-2.2", off_growth("2.2/firms", "1.5"), "growth-rate", "2.2", "企业数量（个）", _GROWTH),
    Mutation("growth-2.4", off_growth("2.4/patents", "9"), "growth-rate", "2.4", "发明专利数量（个）", _GROWTH),
    Mutation("growth-3.1", off_growth("3.1/gdp", "2"), "growth-rate", "3.1", "园区生产总值（亿元）", "总额增幅（%）"),
    Mutation("growth-percent-row", off_growth("2.2/cloud", "27"), "growth-rate", "2.2", _CLOUD, _GROWTH),
    Mutation("growth-from-zero", chain(set_cell("2.4/awards_national/y2", "0"), set_cell("2.4/awards_national/y1", "1"), set_cell("2.4/awards_national/growth", "100")), "growth-from-zero", "2.4", None, _GROWTH, "warning"),
    Mutation("growth-impossible", chain(set_cell("2.1/imports/y2", ""), set_cell("2.1/imports/growth", "-130")), "growth-impossible", "2.1", "进口额（亿元）", _GROWTH),
    Mutation("per-10k", scale("2.4/patents_per_10k/y1", "0.1"), "derived-ratio", "2.4", None, "2022年"),
    Mutation("rd-growth", scale("2.4/rd_growth/y1", "1.6"), "derived-growth", "2.4", "集群研发经费增速（%）", "2022年"),
    Mutation("tax-per-mu", scale("3.1/tax_per_mu/y1", "2.5"), "derived-ratio", "3.1", "亩均税收（万元/亩）", "2022年"),
    Mutation("intensity", scale("3.1/intensity/y1", "10000"), "intensity-scale", "3.1", "投资强度（万元/亩）", "2022年", "warning"),
    # ranges and formats
    Mutation("share-over-100", set_cell("2.5/water/y1", "109.2"), "out-of-range", "2.5", "工业用水重复利用率（%）", "2022年"),
    Mutation("negative", scale("2.1/exports/y2", "-1"), "out-of-range", "2.1", "出口额（亿元）", "2021年"),
    Mutation("unit-leap", scale("2.1/imports/y1", "10000"), "unit-leap", "2.1", "进口额（亿元）", "2022年", "warning"),
    Mutation("fraction", chain(scale("2.2/cloud/y1", "0.01", places=3), scale("2.2/cloud/y2", "0.01", places=3)), "percent-as-fraction", "2.2", _CLOUD, "2022年", "warning"),
    Mutation("co2", scale("2.5/co2/y1", "10000"), "co2-scale", "2.5", "集群单位产值二氧化碳排放量（吨/万元）", "2022年", "warning"),
    Mutation("not-a-number", set_cell("2.1/profit/y1", "较好"), "not-a-number", "2.1", "利润总额（亿元）", "2022年"),
    Mutation("wrong-unit", set_cell("2.1/employees/y1", "33860亿元"), "wrong-unit", "2.1", _EMPLOYEES, "2022年"),
    Mutation("other-unit", set_cell("2.1/output/y1", "4521800万元"), "other-unit", "2.1", _OUTPUT, "2022年", "info"),
    Mutation("half-a-firm", set_cell("2.2/giants/y1", "12.5"), "fractional-count", "2.2", None, "2022年"),
    Mutation("telephone", set_cell("一/promoter_contact_phone", "1380000123"), "telephone", "一", "电话", "集群促进组织 联系人"),
    Mutation("telephone-shared", copy_cell("一/promoter_head_phone", "一/park_head_phone"), "telephone-shared", "一", "电话", "集群核心承载园区 负责人", "info"),
    Mutation("no-title", set_cell("一/promoter_head", "张某"), "person-title", "一", _HEAD, "集群促进组织", "warning"),
    # parts and wholes
    Mutation("part-over-whole", scale("2.1/output/y1", "1.03", to="2.1/main_output/y1"), "part-row", "2.1", "集群主导产业产值（亿元）", "2022年"),
    Mutation("more-large-firms", scale("2.2/firms/y1", "1.05", to="2.2/large_firms/y1"), "part-row", "2.2", "规上工业企业数量（个）", "2022年"),
    Mutation("profit-over-revenue", scale("2.1/revenue/y1", "1.2", to="2.1/profit/y1"), "part-row", "2.1", "利润总额（亿元）", "2022年"),
    Mutation("park-part", scale("3.1/attracted/y1", "1.26", to="3.1/attracted/cluster_y1"), "part-column", "3.1", "园区招商引资总额（亿元）", "2022年其中：集群产业"),
    Mutation("park-over-cluster", scale("2.1/large_revenue/y1", "1.08", to="3.1/large_revenue/cluster_y1"), "park-part", "3.1", "园区规上工业企业营业收入（亿元）", "2022年其中：集群产业"),
    Mutation("park-tax-over-cluster", scale("2.1/tax/y1", "1.3", to="3.1/tax/cluster_y1", places=2), "park-part", "3.1", "上交税金总额（亿元）", "2022年其中：集群产业", "warning"),
    Mutation("park-empty", chain(*_EMPTY), "park-without-cluster", "3.1", _PARK_FIRMS, "2022年其中：集群产业", "warning"),
    Mutation("exports-high", chain(scale("2.1/revenue/y1", "1.2", to="2.1/exports/y1")), "exports-high", "2.1", "出口额（亿元）", "2022年", "warning"),
    Mutation("large-firms-small", scale("2.1/large_revenue/y1", "0.01", places=2), "large-firm-average", "2.1", "集群规上工业企业营业收入（亿元）", "2022年", "warning"),
    Mutation("workers", set_cell("2.1/employees/y1", "34"), "employees-scale", "2.1", _EMPLOYEES, "2022年", "warning"),
    Mutation("years-copied", chain(*(copy_cell(f"2.1/{row}/y2", f"2.1/{row}/y1") for row in _COPIED)), "years-identical", "2.1", None, None, "warning"),
    Mutation("rd-ratio", scale("2.4/rd_ratio/y1", "2.5"), "rd-ratio-high", "2.4", None, "2022年", "warning", stages=_FIRST),
    Mutation("few-firms", set_cell("2.2/firms/y1", "8"), "list-over-firms", "2.2", "企业数量（个）", "2022年"),
    Mutation("sme-share-zero", set_cell("2.1/sme_share/y1", "0"), "sme-share-zero", "2.1", None, "2022年", "warning", categories=_SMALL),
    # targets
    Mutation("target-base", scale("5.1/output/y1", "0.94"), "target-base", "5.1", _OUTPUT, "上一年实际值", stages=_FIRST),
    Mutation("target-base-part", scale("2.1/revenue/y1", "1.1", to="5.1/main_revenue/y1"), "target-base-part", "5.1", "集群主导产业营业收入（亿元）", "上一年实际值", stages=_FIRST),
    Mutation("target-part", scale("5.1/main_revenue/t2", "1.05", to="5.1/profit/t2"), "target-part", "5.1", "集群主导产业利润（亿元）", "2024年发展目标", stages=_FIRST),
    Mutation("target-falls", scale("5.1/profit/t1", "0.8", to="5.1/profit/t2", places=2), "targets-fall", "5.1", "集群主导产业利润（亿元）", "2024年发展目标", "warning", stages=_FIRST),
    Mutation("target-leaps", scale("5.1/output/t2", "10", to="5.1/output/t3"), "targets-leap", "5.1", _OUTPUT, "2025年发展目标", "warning", stages=_FIRST),
    Mutation("targets-flat", chain(*(copy_cell("5.1/large_firms/y1", f"5.1/large_firms/{year}") for year in ("t1", "t2", "t3"))), "targets-flat", "5.1", "集群主导产业规模工业企业数（个）", "上一年实际值", "info", stages=_FIRST),
    # names, stage and category, thresholds
    Mutation("promoter-name", set_cell("四/promoter_name", "某某材料检测研究院"), "name-differs", "四", "集群促进组织名称"),
    Mutation("park-name", set_cell("3.1/park_name", "某某物流园"), "name-differs", "3.1", "园区名称"),
    Mutation("category", set_cell("一/category", "优势产业集群"), "category-unclear", "一", "申报类别"),
    Mutation("sme-share-filled", set_cell("2.1/sme_share/y1", "71.2"), "sme-share-other-category", "2.1", None, "2022年", "warning", categories=_ADVANCED),
    Mutation("revenue-threshold", set_cell("2.1/revenue/y1", "99.4"), "threshold-revenue", "2.1", "集群企业营业收入（亿元）", "2022年", categories=_ADVANCED),
    Mutation("output-threshold", set_cell("2.1/output/y1", "29.4"), "threshold-output", "2.1", _OUTPUT, "2022年", categories=_SMALL),
    Mutation("share-threshold", set_cell("2.1/sme_share/y1", "59.4"), "threshold-sme-share", "2.1", None, "2022年", categories=_SMALL),
    Mutation("firms-threshold", chain(*(set_cell(f"2.2/{row}/y1", "1") for row in ("champions_national", "champions_provincial", "giants", "specialised"))), "threshold-firms", "2.2", None, "2022年", "warning", categories=_SMALL),
    Mutation("county-quota", chain(set_cell("一/name", "双峰县不锈钢制品产业集群"), set_cell("一/area", "双峰县全域")), "county-quota", "一", _NAME, None, "warning", stages=_FIRST),
    Mutation("already-listed", set_cell("一/name", "双峰县农机产业集群"), "already-listed", "一", _NAME, None, "info", stages=_FIRST, categories=_ADVANCED),
    Mutation("not-a-trainee", chain(set_cell("一/name", "安乡县低空经济产业集群"), set_cell("一/area", "安乡县全域")), "trainee-list", "一", _NAME, stages=_FINAL),
    Mutation("trainee-category", set_cell("一/name", "衡阳盐卤化工产业集群"), "trainee-category", "一", "申报类别", None, "warning", stages=_FINAL, categories=_SMALL),
    Mutation("trainee-park", chain(set_cell("一/name", "衡阳盐卤化工产业集群"), set_cell("一/park_name", "岳麓高新区")), "trainee-units", "一", "单位名称", "集群核心承载园区", "warning", stages=_FINAL),
    # opinion and signatures
    Mutation("unsigned", set_cell("6.1/park_sign", ""), "endorsement-blank", "6.1", "集群核心承载园区负责人签字"),
    Mutation("undated", set_cell("6.1/promoter_sign", "张某\n（单位盖章）\n年  月  日"), "endorsement-undated", "6.1", "集群促进组织负责人签字"),
    Mutation("no-opinion", set_cell("一/government", ""), "endorsement-blank", "一", "集群所在地县以上人民政府意见"),
    Mutation("opinion-negative", set_cell("一/government", "经研究，暂缓申报。\n（盖章）\n2023年3月10日"), "opinion-negative", "一", "集群所在地县以上人民政府意见"),
    Mutation("opinion-of-an-office", set_cell("一/government", "情况属实，同意申报。\n某县工业和信息化局（盖章）\n2023年3月10日"), "opinion-authority", "一", "集群所在地县以上人民政府意见", None, "warning"),
    Mutation("lead-unit", set_cell("五/lead_unit", "某县工业和信息化局"), "lead-unit", "五", "编制牵头单位", None, "warning", stages=_FIRST),
    Mutation("no-seal", set_cell("6.1/park_sign", "王某\n2023年3月10日"), "seal-missing", "6.1", "集群核心承载园区负责人签字", None, "warning"),
    Mutation("signer", set_cell("6.1/park_sign", "刘某\n（单位盖章）\n2023年3月10日"), "signer-differs", "6.1", "集群核心承载园区负责人签字", None, "warning"),
    Mutation("date-impossible", set_cell("6.1/park_sign", "王某\n（单位盖章）\n2023年2月30日"), "date-impossible", "6.1", "集群核心承载园区负责人签字"),
    Mutation("date-early", set_cell("6.1/park_sign", "王某\n（单位盖章）\n2022年6月1日"), "date-implausible", "6.1", "集群核心承载园区负责人签字", None, "warning"),
)  # fmt: skip
