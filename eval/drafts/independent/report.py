"""Works a draft out: every derived figure from the given ones, the lists in order, the prose with its figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from .form import COMMITMENTS, INDICATORS, WIDE_FROM, WITH_GROWTH, find_row
from .spec import Paragraph, Spec

COUNTED = {"car_n", "car_p", "des_n", "des_p", "green", "plat"}
_APPROVER = {
    ("企业技术中心", "国家级"): "国家发展改革委",
    ("企业技术中心", "省级"): "湖南省工业和信息化厅",
    ("工业设计中心", "省级"): "湖南省工业和信息化厅",
    ("重点实验室", "省级"): "湖南省科学技术厅",
    ("工程技术研究中心", "省级"): "湖南省科学技术厅",
    ("工程研究中心", "省级"): "湖南省发展和改革委员会",
    ("技术创新中心", "省级"): "湖南省科学技术厅",
    ("产品质量安全示范工厂", "省级"): "湖南省市场监督管理局",
    ("质量奖", "省级"): "湖南省人民政府",
    ("国家级科技企业孵化器", "国家级"): "科学技术部",
}


@dataclass
class Report:
    """A draft ready to be laid out; every figure is the text that will be printed."""

    id: str
    stage: str
    category: str
    years: tuple[int, int]
    basic: dict[str, str]
    org: dict[str, str]
    park: dict[str, str]
    opinion: str
    opinion_date: str
    lead: str
    rows: dict[str, list[str]]
    lists: dict[str, list[list[str]]]
    texts: dict[str, list[Paragraph]]
    pages: dict[str, str]
    look: dict[str, str]
    sign: list[str]
    evidence: list[str]
    park_name: str
    org_name: str
    commitments: list[str] = field(default_factory=lambda: list(COMMITMENTS))
    dropped: set[str] = field(default_factory=set)
    title_stage: str = ""
    cover_name: str = ""


def growth(first: str, second: str, digits: int = 1) -> str | None:
    """Return the growth in percent of two printed figures, or None where the first is zero or no number."""
    try:
        a, b = Decimal(first), Decimal(second)
    except ArithmeticError:
        return None
    if a == 0:
        return None
    value = (b - a) / abs(a) * 100
    return str(value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def _change(spec: Spec, key: str, digits: int) -> str | None:
    first, second = spec.values[key][:2]
    _, row = find_row(key)
    if row.bracket.startswith("%") and spec.raw["look"].get("share_growth", "points") == "points":
        return str(Decimal(second) - Decimal(first))
    return growth(first, second, digits)


def _ratio(top: str, bottom: str, factor: int, digits: int = 2) -> str:
    value = Decimal(top) * factor / Decimal(bottom)
    return str(value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def _date(text: str, style: str) -> str:
    year, month = text.split("-")
    if style == "cn":
        return f"{year}年{int(month)}月"
    return f"{year}.{month}" if style == "dot" else text


def approver(kind: str, level: str) -> str:
    """Return the usual approving body of a carrier, certificate or platform."""
    for (name, grade), body in _APPROVER.items():
        if name in kind and grade == level:
            return body
    return "工业和信息化部" if level == "国家级" else "湖南省工业和信息化厅"


def _awards(spec: Spec, name: str) -> list[list[str]]:
    """Return the rows of a list of approvals: name, level, then body and date in the order of the form."""
    rows = []
    full = {line.split("|")[1]: line.split("|")[0] for line in spec.raw["firms"]}
    style = spec.raw["look"].get("date", "cn")
    for line in spec.raw.get(name, []):
        owner, kind, level, date = line.split("|")
        body, when = approver(kind, level), _date(date, style)
        tail = [when, body] if name == "carriers" else [body, when]
        joined = full.get(owner, owner) + (
            f"（{kind}）" if name in {"green", "plat", "demo", "award"} else kind
        )
        rows.append([joined, level, *tail])
    return rows


def _count(spec: Spec, name: str, level: str, word: str, year: int) -> str:
    lines = [line.split("|") for line in spec.raw.get(name, [])]
    return str(
        sum(word in kind and level in grade and int(date[:4]) <= year for _, kind, grade, date in lines)
    )


def derive_counts(spec: Spec, years: tuple[int, int]) -> None:
    """Set the counts that the lists give, unless the data file sets them."""
    sources = {
        "car_n": ("carriers", "国家级", ""),
        "car_p": ("carriers", "省级", ""),
        "des_n": ("carriers", "国家级", "工业设计中心"),
        "des_p": ("carriers", "省级", "工业设计中心"),
        "green": ("green", "级", ""),
        "plat": ("plat", "级", ""),
    }
    for key, (name, level, word) in sources.items():
        spec.values.setdefault(key, [_count(spec, name, level, word, year) for year in years])


def _derive(spec: Spec, years: tuple[int, int]) -> None:
    values = spec.values
    derive_counts(spec, years)
    if values["rdgrow"][1] == ".":
        values["rdgrow"][1] = growth(*values["rd"], digits=2) or "0"
    values.setdefault("per10k", [_ratio(values["patents"][i], values["staff"][i], 10000) for i in (0, 1)])
    values.setdefault("p_mutax", [_ratio(values["p_tax"][2 * i], values["p_area"][i], 10000) for i in (0, 1)])
    values.setdefault("p_inv", [_ratio(values["p_fix"][2 * i], values["p_area"][i], 10000) for i in (0, 1)])
    if "g_output" in values and len(values["g_output"]) == 3:
        values["g_output"].insert(0, values["output"][1])


def _research(spec: Spec) -> list[list[str]]:
    rows = []
    for line in spec.raw["firms"]:
        name, _, _, revenue, _, ratio = line.split("|")
        spent = [
            (Decimal(r) * Decimal(p) * 100).quantize(Decimal(1), ROUND_HALF_UP)
            for r, p in zip(revenue.split(), ratio.split(), strict=True)
        ]
        rows.append((spent[1], [name, str(spent[0]), str(spent[1]), ""]))
    ordered = [row for _, row in sorted(rows, key=lambda pair: -pair[0])]
    nil = spec.raw["look"].get("nil", "")
    return [[*row[:3], "" if nil == "0" else nil] for row in ordered]


def _lists(spec: Spec) -> dict[str, list[list[str]]]:
    firms = [line.split("|") for line in spec.raw["firms"]]
    full = {line[1]: line[0] for line in firms}
    lists = {"top10": [[f[0], f[2], *f[3].split(), f[4]] for f in firms], "rd10": _research(spec)}
    projects = [line.split("|") for line in spec.raw["projects"]]
    lists["projects"] = [[full.get(p[0], p[0]), *p[1:]] for p in projects]
    for name in ("carriers", "green", "demo", "award", "plat"):
        lists[name] = _awards(spec, name)
    return lists


def _rows(spec: Spec) -> dict[str, list[str]]:
    look, digits = spec.raw["look"], int(spec.raw["look"].get("digits", 1))
    nil = look.get("nil", "—")
    blank = "—" if nil in {"0", "无"} else nil
    rows: dict[str, list[str]] = {}
    for section, form_rows in INDICATORS.items():
        for row in form_rows:
            if row.key not in spec.values:
                if row.key == "sme":
                    rows[row.key] = [look.get("sme_nil", blank)] * 3
                continue
            cells = list(spec.values[row.key])
            if section in WITH_GROWTH:
                change = _change(spec, row.key, digits)
                cells.append(blank if change is None or row.key == "rdgrow" else change)
            elif section == "3.1" and row.key not in _wide():
                cells.append(growth(cells[0], cells[2], digits) or blank)
            rows[row.key] = [nil if cell in {"0", "0.0", "0.00"} else cell for cell in cells]
    return rows


def _wide() -> set[str]:
    keys = [row.key for row in INDICATORS["3.1"]]
    return set(keys[keys.index(WIDE_FROM) :])


def placeholders(spec: Spec, years: tuple[int, int]) -> dict[str, str]:
    """Return what stands in the prose for each `{name}`: figures of year 1, 2, their growth, years, names."""
    found = {
        "name": spec.raw["basic"]["name"],
        "org": spec.raw["org"]["name"],
        "park": spec.raw["park"]["name"],
    }
    found |= {f"y{i}": str(years[0] + i - 1) for i in range(1, 6)}
    for key, cells in spec.values.items():
        if key.startswith("g_"):
            found |= {f"{key}{i}": cell for i, cell in enumerate(cells)}
        elif len(cells) == 4:
            found |= {f"{key}1": cells[0], f"{key}2": cells[2], f"{key}c1": cells[1], f"{key}c2": cells[3]}
            found[f"{key}g"] = growth(cells[0], cells[2]) or ""
        else:
            found |= {f"{key}1": cells[0], f"{key}2": cells[1], f"{key}g": growth(*cells) or ""}
    return found


def build(spec: Spec) -> Report:
    """Work a draft out; the spec is not changed."""
    raw = spec.raw
    years = (int(raw["years"][0]), int(raw["years"][1]))
    working = Spec(raw, spec.prose, {key: list(cells) for key, cells in spec.values.items()})
    _derive(working, years)
    names = placeholders(working, years)
    texts = {
        section: [
            Paragraph([(tag, part.format_map(names)) for tag, part in p.parts], p.heading) for p in paragraphs
        ]
        for section, paragraphs in spec.prose.items()
    }
    rows = _rows(working)
    proof = [row.key for form_rows in INDICATORS.values() for row in form_rows if row.proof]
    pages = (
        {key: str(7 + 3 * i + int(raw["seed"]) % 3) for i, key in enumerate(proof)}
        if spec.stage == "初赛"
        else {}
    )
    if raw["look"].get("evidence") == "none":
        pages = {}
    return Report(
        id=spec.id, stage=spec.stage, category=raw["category"], years=years, basic=dict(raw["basic"]),
        org=dict(raw["org"]), park=dict(raw["park"]), opinion=raw["opinion"], opinion_date=raw["opinion_date"],
        lead=raw.get("lead", ""), rows=rows, lists=_lists(working), texts=texts, pages=pages,
        look=dict(raw["look"]), sign=list(raw["sign"]), evidence=list(raw["evidence"]),
        park_name=raw["park"]["name"], org_name=raw["org"]["name"], title_stage=spec.stage,
    )  # fmt: skip
