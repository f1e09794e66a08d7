"""Realistic, complete, fictional reports for either stage and category, as many as there are seeds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from random import Random
from typing import Protocol

from assistant.checker.form import Category, CellRef, Form, Row, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.reports.blank import FormContent, fill_form
from eval.drafts import prose, prose_plain
from eval.drafts.facts import Facts, facts_of


class _Style(Protocol):
    SELF_REPORT: tuple[str, ...]
    PARK_REPORT: tuple[str, ...]
    PROMOTER_BASICS: tuple[str, ...]
    PROMOTER_WORK: tuple[str, ...]
    PLAN: tuple[str, ...]
    FINAL_PROMOTER: tuple[str, ...]


_STYLES: tuple[_Style, ...] = (prose, prose_plain)  # type: ignore[assignment]
# Numbers of the texts that are in no table: they differ from report to report.
_FREE = re.compile(r"(?<![\d.{〔A-Za-z])(\d{1,4})(?=[家个名项件次场篇份所条户人套台期批])")


def sample_content(stage: Stage, category: Category, last_year: int = 2022, seed: int = 0) -> FormContent:
    """Content for a complete report.

    Args:
        stage, category: of the report.
        last_year: the last complete year.
        seed: which report; 0 is the first sample, every other number another cluster.
    """
    facts = facts_of(stage, category, last_year, seed)
    form = load_form(stage)
    values = dict(_fields(facts))
    for section, _table, row in form.rows():
        for column, text in _row_values(section.number, row, facts).items():
            values[CellRef(section.number, row.key, column)] = text
    wanted = {(section.number, row.key) for section, _table, row in form.rows()}
    values = {ref: text for ref, text in values.items() if (ref.section, ref.row) in wanted}
    return FormContent(values=values, lists=_lists(facts), texts=_texts(form, facts), last_year=last_year)


def sample_report(stage: Stage, category: Category, last_year: int = 2022, seed: int = 0) -> bytes:
    """A complete report as a .docx file; see `sample_content`."""
    return fill_form(load_form(stage), sample_content(stage, category, last_year, seed))


def _fields(facts: Facts) -> Mapping[CellRef, str]:
    day = f"{facts.last_year + 1}年3月10日"
    fields = {
        "一/name": facts.cluster,
        "一/field": facts.industry.field,
        "一/category": facts.category,
        "一/industry": f"{facts.industry.main}制造业" if facts.seed == 0 else facts.industry.main,
        "一/area": facts.area,
        "一/promoter_name": facts.org,
        "一/promoter_head": "张某，会长",
        "一/promoter_head_phone": "0731-82345678",
        "一/promoter_contact": "李某，秘书长",
        "一/promoter_contact_phone": "13800001234",
        "一/park_name": facts.park,
        "一/park_head": "王某，党工委书记",
        "一/park_head_phone": "0731-82345600",
        "一/park_contact": "赵某，产业发展局局长",
        "一/park_contact_phone": "13900005678",
        "一/government": f"情况属实，同意申报。\n{facts.place}人民政府（盖章）\n{day}",
        "3.1/park_name": facts.park,
        "3.1/park_industry": "新材料、先进装备制造" if facts.seed == 0 else facts.industry.field,
        "四/promoter_name": facts.org,
        "五/lead_unit": f"{facts.place}人民政府",
        "6.1/promoter_sign": f"张某\n（单位盖章）\n{day}",
        "6.1/park_sign": f"王某\n（单位盖章）\n{day}",
    }
    return {CellRef(*path.split("/")): text for path, text in fields.items()}


def _row_values(section: str, row: Row, facts: Facts) -> dict[str, str]:
    if row.only_category not in (None, facts.category):
        return dict.fromkeys(("y2", "y1", "growth"), "—")
    values = dict(facts.figures.cells.get(section, {}).get(row.key, {}))
    if facts.pages_in_cells and row.evidence and values and values["y1"] != "0":
        page = Random(f"{facts.seed}-{row.key}").randint(3, 320)
        values["y1"] = f"{values['y1']}（第{page}页）"
    return values


def _lists(facts: Facts) -> dict[tuple[str, str], list[dict[str, str]]]:
    recognised = {"org": "省级主管部门", "date": "2021年6月"}
    figures, industry = facts.figures, facts.industry
    firms = [facts.firm(position) for position in range(10)]
    ranked = firms if facts.seed == 0 else Random(f"rd-{facts.seed}").sample(firms, 10)
    platforms = ("检验检测", "研发设计", "创业孵化", "人力资源", "管理咨询", "知识产权")
    return {
        ("2.2", "top_revenue"): [
            {"name": firm, "product": product, "y2": y2, "y1": y1, "share": share}
            for firm, product, (y2, y1), share in zip(
                firms, industry.products, figures.revenue, figures.shares, strict=True
            )
        ],
        ("2.3", "projects"): [
            {"owner": firm, "name": f"{project}项目", "investment": amount, "period": _period(facts)}
            for firm, project, amount in zip(firms, industry.projects, figures.investments, strict=True)
        ],
        ("2.4", "carriers"): _carriers(facts, firms),
        ("2.4", "rd_top"): [
            {"name": firm, "y2": y2, "y1": y1, "note": ""}
            for firm, (y2, y1) in zip(ranked, figures.research, strict=True)
        ],
        ("2.5", "green_list"): [
            {"name": f"{_name(firms, position)}绿色工厂", "level": "省级", **recognised}
            for position in range(int(figures.cell("2.5", "green")))
        ],
        ("2.6", "quality_sites"): [
            {"name": f"{firm}质量安全示范工厂", "level": "省级", **recognised} for firm in firms[:2]
        ],
        ("2.6", "quality_awards"): [
            {"name": firm, "level": "省级", "org": "省人民政府", "date": date}
            for firm, date in zip(firms[: figures.awards], ("2021年12月", "2019年12月", "2017年11月"), strict=False)
        ],
        ("2.7", "platform_list"): [
            {"name": f"{facts.place}{industry.material}{kind}公共服务平台", "level": "省级", **recognised}
            for kind in platforms[: int(figures.cell("2.7", "platforms"))]
        ],
    }  # fmt: skip


def _period(facts: Facts) -> str:
    return f"{facts.last_year + 1}—{facts.last_year + 3}年"


def _name(firms: list[str], position: int) -> str:
    return firms[position] if position < 10 else f"{firms[position - 10]}第二分公司"


def _carriers(facts: Facts, firms: list[str]) -> list[dict[str, str]]:
    (national, provincial), (design, design_provincial) = facts.figures.carriers, facts.figures.designs
    last = min(2022, facts.last_year)
    rows = [
        {"name": f"{firms[i]}企业技术中心", "level": "国家级", "date": "2021年9月", "org": "国家发展改革委"}
        for i in range(national)
    ]
    rows += [
        {
            "name": f"{firms[i % 10]}{'' if i < 10 else '精密分厂'}企业技术中心",
            "level": "省级",
            "date": "2021年9月",
            "org": "省工业和信息化厅",
        }
        for i in range(provincial)
    ]
    for level, org, count in (
        ("国家级", "工业和信息化部", design),
        ("省级", "省工业和信息化厅", design_provincial),
    ):
        rows += [
            {"name": f"{firms[i]}工业设计中心", "level": level, "date": f"{last}年11月", "org": org}
            for i in range(count)
        ]
    return rows


def _texts(form: Form, facts: Facts) -> dict[str, list[str]]:
    style, words = _STYLES[facts.style], _words(facts)
    rng = Random(f"prose-{facts.seed}")

    def written(paragraphs: tuple[str, ...]) -> list[str]:
        return [_varied(rng, text, facts.seed).format_map(words) for text in paragraphs]

    if form.stage == "决赛":
        parts = {"2.8": style.SELF_REPORT, "3.2": style.PARK_REPORT, "四": style.FINAL_PROMOTER}
    else:
        parts = {
            "2.8": style.SELF_REPORT,
            "3.2": style.PARK_REPORT,
            "4.1": style.PROMOTER_BASICS,
            "4.2": style.PROMOTER_WORK,
            "5.2": style.PLAN,
        }
    texts = {number: written(paragraphs) for number, paragraphs in parts.items()}
    if form.stage == "初赛":
        texts["4.3"] = ["社会团体法人登记证书、办公场所租赁合同、负责人资历证书复印件附后（第2页至第12页）。"]
    annex = next(
        section.number for section in form.sections if section.kind == "annex" and section.level == 1
    )
    texts[annex] = list(prose.ANNEX if not facts.pages_in_cells else prose_plain.ANNEX)
    return texts


def _varied(rng: Random, text: str, seed: int) -> str:
    if seed == 0:
        return text
    return _FREE.sub(lambda match: str(max(1, round(int(match[1]) * rng.uniform(0.7, 1.3)))), text)


def _words(facts: Facts) -> dict[str, object]:
    """The words and figures that the texts name in braces."""
    cell, year, industry = facts.figures.cell, facts.last_year, facts.industry
    words: dict[str, object] = {
        "y": year, "y2": year - 1, "t1": year + 1, "t2": year + 2, "t3": year + 3,
        "cluster": facts.cluster, "short_cluster": f"{industry.field}产业集群", "org": facts.org, "helper": facts.helper,
        "park": facts.park, "park_short": facts.park_short, "county": facts.place, "short": facts.short,
        "level": facts.level, "government": facts.government, "mark": facts.short[0], "area_short": facts.place,
        "brand": f"{facts.short}{industry.brand}", "loan": "新材贷" if facts.seed == 0 else "集群贷",
        "product0": industry.products[0], "share0": facts.figures.shares[0],
        "revenue0": facts.figures.revenue[0][1],
        "carriers": sum(facts.figures.carriers) + sum(facts.figures.designs),
        "target_output_round": int(Decimal(cell("5.1", "output", "t3"))),
    }  # fmt: skip
    words |= {name: getattr(industry, name) for name in industry.__dataclass_fields__ if name not in words}
    words |= {f"firm{position}": facts.firm(position) for position in range(10)}
    words |= {f"project{position}": name for position, name in enumerate(industry.projects)}
    for position in (0, 6, 8):
        words[f"project{position}_wan"] = facts.figures.investments[position]
        words[f"project{position}_yi"] = _plain(Decimal(facts.figures.investments[position]) / 10_000)
    total = sum(Decimal(amount) for amount in facts.figures.investments)
    words["projects_total"] = _plain((total / 10_000).quantize(Decimal("0.1")))
    for section in ("2.1", "2.2", "2.4", "2.5", "2.7"):
        words |= {key: row["y1"] for key, row in facts.figures.cells[section].items()}
    growth = facts.figures.cells["2.1"]["output"]["growth"]
    words |= {
        "output_growth": re.sub(r"[^\d.-]", "", growth),
        "co2_before": cell("2.5", "co2", "y2"),
        "park_firms": cell("3.1", "large_firms", "cluster_y1"),
        "park_large_firms": cell("3.1", "large_firms"),
        "park_large_revenue": cell("3.1", "large_revenue"),
        "park_cluster_revenue": cell("3.1", "large_revenue", "cluster_y1"),
        "park_gdp": cell("3.1", "gdp"),
        "park_tax": cell("3.1", "tax"),
        "park_fixed": cell("3.1", "fixed_investment"),
        "park_cluster_fixed": cell("3.1", "fixed_investment", "cluster_y1"),
        "park_attracted": _plain(Decimal(cell("3.1", "attracted"))),
        "park_cluster_attracted": cell("3.1", "attracted", "cluster_y1"),
        "park_foreign": cell("3.1", "foreign"),
        "tax_per_mu": cell("3.1", "tax_per_mu"),
        "tax_per_mu_more": Decimal(cell("3.1", "tax_per_mu")) - Decimal(cell("3.1", "tax_per_mu", "y2")),
        "land": cell("3.1", "land"),
        "target_output": _plain(Decimal(cell("5.1", "output", "t3"))),
        "target_revenue": _plain(Decimal(cell("5.1", "main_revenue", "t3"))),
        "target_firms": cell("5.1", "large_firms", "t3"),
    }
    part = Decimal(cell("3.1", "large_revenue", "cluster_y1")) / Decimal(cell("3.1", "large_revenue")) * 100
    return words | {"park_part": part.quantize(Decimal("0.1"))}


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
