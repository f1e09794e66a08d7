"""A realistic, complete, fictional report for either stage and category."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from assistant.checker.form import Category, CellRef, Form, Row, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.reports.blank import FormContent, fill_form
from eval.drafts import figures, prose


def rate(earlier: str, later: str, *, points: bool = False) -> str:
    """The growth rate of two printed values to one decimal, `—` where the earlier one is zero."""
    a, b = Decimal(earlier), Decimal(later)
    if points:
        return str((b - a).quantize(Decimal("0.1")))
    if a == 0:
        return "—" if b else "0"
    return str(((b - a) / abs(a) * 100).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def sample_content(stage: Stage, category: Category, last_year: int = 2022) -> FormContent:
    """Content for a complete report.

    Args:
        stage, category: of the report.
        last_year: the last complete year; the free text speaks of 2022 whatever it is.
    """
    form = load_form(stage)
    values = dict(_fields(category, last_year))
    for section, _table, row in form.rows():
        for column, text in _row_values(section.number, row, category).items():
            values[CellRef(section.number, row.key, column)] = text
    wanted = {(section.number, row.key) for section, _table, row in form.rows()}
    values = {ref: text for ref, text in values.items() if (ref.section, ref.row) in wanted}
    return FormContent(values=values, lists=_lists(), texts=_texts(form), last_year=last_year)


def sample_report(stage: Stage, category: Category, last_year: int = 2022) -> bytes:
    """A complete report as a .docx file; see `sample_content`."""
    return fill_form(load_form(stage), sample_content(stage, category, last_year))


def _fields(category: Category, last_year: int) -> Mapping[CellRef, str]:
    day = f"{last_year + 1}年3月10日"
    fields = {
        "一/name": "示例县新材料产业集群",
        "一/field": "新材料",
        "一/category": category,
        "一/industry": "先进金属材料制造业",
        "一/area": "示例县行政区域，以示例高新技术产业开发区为核心，含东湖、南江两个配套园，共26.8平方公里",
        "一/promoter_name": "示例县新材料产业集群促进会",
        "一/promoter_head": "张某，会长",
        "一/promoter_head_phone": "0731-82345678",
        "一/promoter_contact": "李某，秘书长",
        "一/promoter_contact_phone": "13800001234",
        "一/park_name": "示例高新技术产业开发区",
        "一/park_head": "王某，党工委书记",
        "一/park_head_phone": "0731-82345600",
        "一/park_contact": "赵某，产业发展局局长",
        "一/park_contact_phone": "13900005678",
        "一/government": f"情况属实，同意申报。\n示例县人民政府（盖章）\n{day}",
        "3.1/park_name": "示例高新技术产业开发区",
        "3.1/park_industry": "新材料、先进装备制造",
        "四/promoter_name": "示例县新材料产业集群促进会",
        "五/lead_unit": "示例县人民政府",
        "6.1/promoter_sign": f"张某\n（单位盖章）\n{day}",
        "6.1/park_sign": f"王某\n（单位盖章）\n{day}",
    }
    return {CellRef(*path.split("/")): text for path, text in fields.items()}


def _row_values(section: str, row: Row, category: Category) -> dict[str, str]:
    if row.only_category not in (None, category):
        return dict.fromkeys(("y2", "y1", "growth"), "—")
    if row.key in figures.TWO_YEARS.get(section, {}):
        earlier, later = figures.TWO_YEARS[section][row.key]
        # Rows of per cents alternate between the two readings of 增幅, which are equally fair.
        points = row.kind == "percent" and row.key in ("cloud", "platform", "rd_growth", "rd_ratio")
        return {"y2": earlier, "y1": later, "growth": rate(earlier, later, points=points)}
    if section == "3.1" and row.key in figures.PARK:
        total2, part2, total1, part1 = figures.PARK[row.key]
        return {
            "y2": total2,
            "cluster_y2": part2,
            "y1": total1,
            "cluster_y1": part1,
            "growth": rate(total2, total1),
        }
    if section == "3.1" and row.key in figures.PARK_YEARS:
        return dict(zip(("y2", "y1"), figures.PARK_YEARS[row.key], strict=True))
    if section == "5.1":
        return dict(zip(("y1", "t1", "t2", "t3"), figures.TARGETS[row.key], strict=True))
    return {}


def _lists() -> dict[tuple[str, str], list[dict[str, str]]]:
    recognised = {"org": "省级主管部门", "date": "2021年6月"}
    firms = figures.FIRMS
    carriers = [
        {"name": f"{firm}企业技术中心", "level": level, "date": "2021年9月", "org": org}
        for firm, level, org in [
            (firms[0], "国家级", "国家发展改革委"),
            (firms[1], "国家级", "国家发展改革委"),
        ]
        + [(firm, "省级", "省工业和信息化厅") for firm in firms]
        + [(f"{firm}精密分厂", "省级", "省工业和信息化厅") for firm in firms[:2]]
    ] + [
        {"name": f"{firm}工业设计中心", "level": "省级", "date": "2022年11月", "org": "省工业和信息化厅"}
        for firm in firms[:3]
    ]
    return {
        ("2.2", "top_revenue"): [
            {"name": firm, "product": product, "y2": y2, "y1": y1, "share": share}
            for firm, product, (y2, y1), share in zip(
                firms, figures.PRODUCTS, figures.REVENUE, figures.SHARES, strict=True
            )
        ],
        ("2.3", "projects"): [
            {"owner": firm, "name": f"{project}项目", "investment": amount, "period": "2023—2025年"}
            for firm, project, amount in zip(firms, figures.PROJECTS, figures.INVESTMENTS, strict=True)
        ],
        ("2.4", "carriers"): carriers,
        ("2.4", "rd_top"): [
            {"name": firm, "y2": y2, "y1": y1, "note": ""}
            for firm, (y2, y1) in zip(firms, figures.RESEARCH, strict=True)
        ],
        ("2.5", "green_list"): [
            {"name": f"{firm}绿色工厂", "level": "省级", **recognised} for firm in firms[:9]
        ],
        ("2.6", "quality_sites"): [
            {"name": f"{firm}质量安全示范工厂", "level": "省级", **recognised} for firm in firms[:2]
        ],
        ("2.6", "quality_awards"): [
            {"name": firms[0], "level": "省级", "org": "省人民政府", "date": "2021年12月"},
            {"name": firms[1], "level": "省级", "org": "省人民政府", "date": "2019年12月"},
        ],
        ("2.7", "platform_list"): [
            {"name": f"示例县金属材料{kind}公共服务平台", "level": "省级", **recognised}
            for kind in ("检验检测", "研发设计", "创业孵化", "人力资源", "管理咨询")
        ],
    }


def _texts(form: Form) -> dict[str, list[str]]:
    texts = {
        "2.8": list(prose.SELF_REPORT),
        "3.2": list(prose.PARK_REPORT),
        "4.1": list(prose.PROMOTER_BASICS),
        "4.2": list(prose.PROMOTER_WORK),
        "4.3": ["社会团体法人登记证书、办公场所租赁合同、负责人资历证书复印件附后（第2页至第12页）。"],
        "5.2": list(prose.PLAN),
    }
    if form.stage == "决赛":
        texts = {"2.8": texts["2.8"], "3.2": texts["3.2"], "四": list(prose.FINAL_PROMOTER)}
    annex = next(
        section.number for section in form.sections if section.kind == "annex" and section.level == 1
    )
    texts[annex] = list(prose.ANNEX)
    return texts
