"""Mutations: each puts one known defect into a sample report and says where it must be found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.checker.form import CellRef, Stage
from assistant.checker.reports.blank import FormContent

Change = Callable[[FormContent], FormContent]


@dataclass(frozen=True, slots=True)
class Mutation:
    """One defect.

    Attributes:
        id: name.
        stages: stages to whose form it applies.
        change: puts it into the content of a report.
        rule, section, row, column: the finding that must result.
        severity: of that finding.
    """

    id: str
    change: Change
    rule: str
    section: str
    row: str | None = None
    column: str | None = None
    severity: str = "error"
    stages: tuple[Stage, ...] = ("初赛", "决赛")


def set_cell(path: str, text: str) -> Change:
    """Write `text` at `section/row[/column]`."""
    section, row, *column = path.split("/")
    ref = CellRef(section, row, column[0] if column else "value")
    return lambda content: replace(content, values={**content.values, ref: text})


def set_list(section: str, table: str, index: int, column: str, text: str) -> Change:
    """Write `text` into a row of a list."""

    def change(content: FormContent) -> FormContent:
        rows = [dict(row) for row in content.lists[(section, table)]]
        rows[index][column] = text
        return _with_list(content, (section, table), rows)

    return change


def drop_rows(section: str, table: str, keep: int) -> Change:
    """Keep the first rows of a list only."""
    return lambda content: _with_list(content, (section, table), content.lists[(section, table)][:keep])


def _with_list(content: FormContent, key: tuple[str, str], rows: Sequence[Mapping[str, str]]) -> FormContent:
    return replace(content, lists={**content.lists, key: rows})


def set_text(section: str, paragraphs: Sequence[str]) -> Change:
    """Replace a free text."""
    return lambda content: replace(content, texts={**content.texts, section: paragraphs})


_OUTPUT = "集群总产值（亿元）"
_LISTED = "上市和挂牌企业数量（个，需提供佐证材料，并标注所在页码，下同）"
_TOP = "营业收入排名前十企业发展情况"
_RD_TOP = "集群研发投入前十位企业"
_FILLER = "集群企业围绕主导产业开展协作。"
_PLEDGES = (
    "本单位承诺此次参加省级产业集群竞赛所填报的信息真实、合法。承诺：",
    "1、集群主导产业不属于国家规定的禁止、限制和淘汰类产业；",
    "2、近三年未发生重大安全生产、产品质量安全、环境污染事故；",
    "3、集群企业不存在偷税漏税、违法违规、严重失信和其他重大问题的行为。",
    "如有不实之处，本单位愿意负相应法律责任，并承担由此产生的一切后果。",
)

MUTATIONS: tuple[Mutation, ...] = (
    Mutation("blank-cell", set_cell("2.1/output/y1", ""), "cell-missing", "2.1", _OUTPUT, "2022年"),
    Mutation("blank-growth", set_cell("2.1/revenue/growth", ""), "cell-missing", "2.1", "集群企业营业收入（亿元）", "增幅（%）"),
    Mutation("blank-field", set_cell("一/area", ""), "cell-missing", "一", "集群地域范围"),
    Mutation("blank-target", set_cell("5.1/tax/t2", ""), "cell-missing", "5.1", "集群主导产业上交税金（亿元）", "2024年发展目标", stages=("初赛",)),
    Mutation("growth-2.1", set_cell("2.1/output/growth", "15.0"), "growth-rate", "2.1", _OUTPUT, "增幅（%）"),
    Mutation("growth-2.2", set_cell("2.2/firms/growth", "12.2"), "growth-rate", "2.2", "企业数量（个）", "增幅（%）"),
    Mutation("growth-2.4", set_cell("2.4/patents/growth", "32.8"), "growth-rate", "2.4", "发明专利数量（个）", "增幅（%）"),
    Mutation("growth-3.1", set_cell("3.1/gdp/growth", "15.3"), "growth-rate", "3.1", "园区生产总值（亿元）", "总额增幅（%）"),
    Mutation("growth-percent-row", set_cell("2.2/cloud/growth", "12.0"), "growth-rate", "2.2", "企业上云比例（%）", "增幅（%）"),
    Mutation("per-10k", set_cell("2.4/patents_per_10k/y1", "18.72"), "derived-ratio", "2.4", None, "2022年"),
    Mutation("rd-growth", set_cell("2.4/rd_growth/y1", "27.1"), "derived-growth", "2.4", "集群研发经费增速（%）", "2022年"),
    Mutation("tax-per-mu", set_cell("3.1/tax_per_mu/y1", "18.62"), "derived-ratio", "3.1", "亩均税收（万元/亩）", "2022年"),
    Mutation("share-over-100", set_cell("2.5/water/y1", "109.2"), "out-of-range", "2.5", "工业用水重复利用率（%）", "2022年"),
    Mutation("negative", set_cell("2.1/exports/y2", "-18.74"), "out-of-range", "2.1", "出口额（亿元）", "2021年"),
    Mutation("part-over-whole", set_cell("2.1/main_output/y1", "463.65"), "part-row", "2.1", "集群主导产业产值（亿元）", "2022年"),
    Mutation("more-large-firms", set_cell("2.2/large_firms/y1", "332"), "part-row", "2.2", "规上工业企业数量（个）", "2022年"),
    Mutation("park-part", set_cell("3.1/attracted/cluster_y1", "186.30"), "part-column", "3.1", "园区招商引资总额（亿元）", "2022年其中：集群产业"),
    Mutation("park-over-cluster", set_cell("3.1/large_revenue/cluster_y1", "449.80"), "park-part", "3.1", "园区规上工业企业营业收入（亿元）", "2022年其中：集群产业"),
    Mutation("target-base", set_cell("5.1/output/y1", "425.18"), "target-base", "5.1", _OUTPUT, "上一年实际值", stages=("初赛",)),
    Mutation("top-ten-total", set_list("2.2", "top_revenue", 0, "y1", "358.62"), "list-total", "2.2", _TOP, "营业收入（亿元）2022年"),
    Mutation("rd-total-in-yuan", set_list("2.4", "rd_top", 0, "y1", "117600"), "list-total", "2.4", _RD_TOP, "研发投入（万元）2022年"),
    Mutation("rank-order", set_list("2.2", "top_revenue", 1, "y1", "36.35"), "rank-order", "2.2", f"{_TOP}第3行", "营业收入（亿元）2022年", "warning"),
    Mutation("list-cell", set_list("2.2", "top_revenue", 3, "product", ""), "list-cell-missing", "2.2", f"{_TOP}第4行", "主要产品"),
    Mutation("short-top-ten", drop_rows("2.2", "top_revenue", 8), "list-length", "2.2", _TOP, None, "warning"),
    Mutation("few-projects", drop_rows("2.3", "projects", 4), "list-length", "2.3", None, None, "warning"),
    Mutation("no-projects", drop_rows("2.3", "projects", 0), "list-missing", "2.3"),
    Mutation("carriers", drop_rows("2.4", "carriers", 11), "carriers-listed", "2.4", "省级技术创新载体数量（个，需提供佐证材料）", "2022年"),
    Mutation("platforms", drop_rows("2.7", "platform_list", 3), "count-listed", "2.7", "省级及以上公共服务平台数量（个，需提供佐证材料）", "2022年"),
    Mutation("level", set_list("2.5", "green_list", 0, "level", "市级"), "list-level", "2.5", None, "级别", "warning"),
    Mutation("not-a-number", set_cell("2.1/profit/y1", "较好"), "not-a-number", "2.1", "利润总额（亿元）", "2022年"),
    Mutation("wrong-unit", set_cell("2.1/employees/y1", "33860亿元"), "wrong-unit", "2.1", "集群从业人员数量（人）", "2022年"),
    Mutation("half-a-firm", set_cell("2.2/giants/y1", "12.5"), "fractional-count", "2.2", None, "2022年"),
    Mutation("unit-leap", set_cell("2.1/imports/y1", "35800"), "unit-leap", "2.1", "进口额（亿元）", "2022年", "warning"),
    Mutation("telephone", set_cell("一/promoter_contact_phone", "1380000123"), "telephone", "一", "电话", "集群促进组织 联系人"),
    Mutation("placeholder", set_cell("一/park_head", "XXX"), "placeholder", "一", "负责人姓名、职务", "集群核心承载园区", "warning"),
    Mutation("long-2.8", set_text("2.8", [_FILLER * 170]), "word-limit", "2.8"),
    Mutation("long-3.2", set_text("3.2", [_FILLER * 170]), "word-limit", "3.2"),
    Mutation("long-4.2", set_text("4.2", [_FILLER * 67]), "word-limit", "4.2", stages=("初赛",)),
    Mutation("long-四", set_text("四", [_FILLER * 101]), "word-limit", "四", stages=("决赛",)),
    Mutation("no-2.8", set_text("2.8", [""]), "text-missing", "2.8"),
    Mutation("no-5.2", set_text("5.2", [""]), "text-missing", "5.2", stages=("初赛",)),
    Mutation("pledge-altered", set_text("6.1", [t.replace("近三年", "近一年") for t in _PLEDGES]), "commitment", "6.1"),
    Mutation("pledge-dropped", set_text("6.1", [*_PLEDGES[:3], _PLEDGES[4]]), "commitment", "6.1"),
    Mutation("unsigned", set_cell("6.1/park_sign", ""), "endorsement-blank", "6.1", "集群核心承载园区负责人签字"),
    Mutation("undated", set_cell("6.1/promoter_sign", "张某\n（单位盖章）\n年  月  日"), "endorsement-undated", "6.1", "集群促进组织负责人签字"),
    Mutation("no-opinion", set_cell("一/government", ""), "endorsement-blank", "一", "集群所在地县以上人民政府意见"),
    Mutation("prose-output", set_text("2.8", ["2022年集群实现总产值425.18亿元，同比增长17.0%。", "集群现有发明专利634件。" * 20]), "prose-differs", "2.8", severity="warning"),
    Mutation("prose-count", set_text("2.8", ["集群高新技术企业97家，发明专利634件。" * 20]), "prose-differs", "2.8", severity="warning"),
    Mutation("fraction-2", lambda c: set_cell("2.2/cloud/y1", "0.715")(set_cell("2.2/cloud/y2", "0.62")(c)), "percent-as-fraction", "2.2", "企业上云比例（%）", "2022年", "warning"),
    Mutation("target-falls", set_cell("5.1/profit/t2", "23.00"), "targets-fall", "5.1", "集群主导产业利润（亿元）", "2024年发展目标", "warning", ("初赛",)),
    Mutation("rd-over-revenue", set_list("2.4", "rd_top", 9, "y1", "139000"), "rd-over-revenue", "2.4", f"{_RD_TOP}第10行", "研发投入（万元）2022年"),
    Mutation("rd-ratio", set_cell("2.4/rd_ratio/y1", "8.35"), "rd-ratio-high", "2.4", None, "2022年", "warning", ("初赛",)),
    Mutation("no-title", set_cell("一/promoter_head", "张某"), "person-title", "一", "负责人姓名、职务", "集群促进组织", "warning"),
    Mutation("profit-over-revenue", set_cell("2.1/profit/y1", "528.62"), "part-row", "2.1", "利润总额（亿元）", "2022年"),
    Mutation("no-pages", set_text("七", ["佐证材料另册装订。"]), "evidence-page", "2.2", _LISTED, "2022年", "warning", ("初赛",)),
    Mutation("category", set_cell("一/category", "优势产业集群"), "category-unclear", "一", "申报类别"),
    Mutation("promoter-name", set_cell("四/promoter_name", "示例县材料行业协会"), "name-differs", "四", "集群促进组织名称"),
    Mutation("park-name", set_cell("3.1/park_name", "示例经济开发区"), "name-differs", "3.1", "园区名称"),
)  # fmt: skip
