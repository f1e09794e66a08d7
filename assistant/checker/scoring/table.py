"""The table of weights: what the score means and what counts for each requirement, made from `corpus/conditions.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.checker.conditions import (
    CellEvidence,
    ListEvidence,
    RequirementSpec,
    SentenceEvidence,
    load_conditions,
)
from assistant.checker.form import Form, Stage
from assistant.checker.form_loader import load_form
from assistant.checker.rules.registry import list_name
from assistant.checker.scoring.evidence import row_name
from assistant.checker.scoring.score import FIRST, HALF, MET


@dataclass(frozen=True, slots=True)
class Band:
    """A range of scores and what it means; `low` belongs to it."""

    low: float
    high: float
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One requirement.

    Attributes:
        condition, name: id and name of its condition (`第六条（一）`).
        condition_weight: the condition's weight in the score.
        requirement, text: id and the clause's own words.
        weight: weight in the condition.
        points: how many of the 100 points it can give.
        cells: the cells and lists that count, one line a group, with their part.
        sentences: the kinds of sentence that count, one line a kind, with their part.
    """

    condition: str
    name: str
    condition_weight: float
    requirement: str
    text: str
    weight: float
    points: float
    cells: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """What the score means and how it is worked out."""

    stage: Stage
    meaning: tuple[str, ...]
    bands: tuple[Band, ...]
    statuses: tuple[tuple[str, str], ...]
    rows: tuple[ScoreRow, ...]


_BANDS = (
    Band(90, 100, "依据充分", "六项条件的各项要求基本都有数据和事实支持。"),
    Band(75, 90, "依据较充分", "多数要求有依据，少数要求需要补充。"),
    Band(60, 75, "依据不足", "不少要求只有部分依据，报送前应当补充。"),
    Band(30, 60, "缺项较多", "许多要求没有依据，需要按建议逐项补写。"),
    Band(0, 30, "基本没有依据", "报告大部分没有填写，或只有口号、计划而没有事实。"),
)
_MEANING = (
    "得分为0至100分，衡量报告中写出的依据是否充分，不是对集群本身水平的评价，也不预示竞赛结果。",
    "总分是六项条件得分的加权平均；每项条件的得分是其各项要求得分的加权平均。表格设有指标的要求权重为2，只能靠文字说明的权重为1。",
    "每项要求按表中所列比例计分：单元格须填写且数值合理、大于零（“0”“—”“无”不算；要求增长的，须高于上一年）；"
    f"清单按填全的行数计；文字按种类计，每种一句事实给这一种的{FIRST:.0%}，再有一句不同的事实给足。",
    "一句话要算依据，须写出谁、什么、何时、多少中的具体内容：有数量、位次、文件或奖项名称，或注明时间和单位的已成之事。"
    f"只写了做法而没有这些的，按{HALF:.0%}计；问的是名称、机构、范围的，写出名称即可。"
    "否定、下降、计划、设想、转述、口号、别处的情况以及重复条款原话都不算；只有“规划目标”和实施方案两类接受带年份和数量的计划。",
    "一句话只作为一项条件的依据，即它谈得最多的那一项；每个单元格也只属于一项条件。因此删去某一项条件的依据，其他各项不变。",
    "表中某项内容本阶段的报告格式没有的，不参与计分，其余内容的比例相应放大。",
)
_STATUSES = (
    ("met", f"已有依据：达到该项要求分值的{MET:.0%}以上。"),
    ("partial", "依据不足：找到一部分依据。"),
    ("missing", "缺少依据：没有找到依据。"),
    ("unknown", "无法判断：文件中有读不出或识别不准的内容，依据可能在其中；计分时按没有依据处理。"),
)
_YEARS = {"{y2}年": "前一年", "{y1}年": "上一年", "{t1}年": "第一年", "{t2}年": "第二年", "{t3}年": "第三年"}
_TESTS = {"positive": "数值大于零", "growing": "比上一年增长", "filled": "已填写"}


def band_of(score: float) -> Band:
    """The band of a score from 0 to 100."""
    return next((band for band in _BANDS if score >= band.low), _BANDS[-1])


def score_table(stage: Stage = "初赛") -> ScoreTable:
    """What the score of a stage's draft means, and the weights.

    Args:
        stage: the stage; only what its form has is named.
    """
    form = load_form(stage)
    total = sum(condition.weight for condition in load_conditions())
    rows = []
    for condition in load_conditions():
        weight = sum(requirement.weight for requirement in condition.requirements)
        for spec in condition.requirements:
            points = 100 * condition.weight / total * spec.weight / weight
            cells, sentences = _evidence(form, spec)
            rows.append(
                ScoreRow(
                    condition.id,
                    condition.name,
                    condition.weight,
                    spec.id,
                    spec.text,
                    spec.weight,
                    points,
                    cells,
                    sentences,
                )
            )
    return ScoreTable(stage, _MEANING, _BANDS, _STATUSES, tuple(rows))


def _evidence(form: Form, spec: RequirementSpec) -> tuple[tuple[str, ...], tuple[str, ...]]:
    cells: list[tuple[str, float]] = []
    sentences: list[tuple[str, float]] = []
    for item in spec.evidence:
        if isinstance(item, SentenceEvidence):
            if not item.only or any(form.section(number) for number in item.only):
                sentences.append((item.says, item.share))
        elif isinstance(item, CellEvidence):
            if line := _cells(form, item):
                cells.append((line, item.share))
        elif line := _list(form, item):
            cells.append((line, item.share))
    whole = sum(share for _, share in (*cells, *sentences))
    return _lines(cells, whole), _lines(sentences, whole)


def _lines(entries: Iterable[tuple[str, float]], whole: float) -> tuple[str, ...]:
    return tuple(f"{line}（{share / whole:.0%}）" for line, share in entries)


def _cells(form: Form, item: CellEvidence) -> str:
    """The cells of an item by section and row, "" where the form has none of them."""
    rows: dict[str, dict[str, None]] = {}
    columns: dict[str, None] = {}
    numeric = False
    for ref in item.cells:
        found = form.find_row(f"{ref.section}/{ref.row}")
        if found is None:
            continue
        _, table, row = found
        rows.setdefault(ref.section, {})[row_name(row)] = None
        numeric = numeric or row.numeric
        column = table.column(ref.column)
        if column is not None:
            columns[_undated(row.column_labels.get(column.key, column.label))] = None
    if not rows:
        return ""
    names = "；".join(f"{section}“{'”“'.join(labels)}”" for section, labels in rows.items())
    headings = "：" + "、".join(columns) if columns else ""
    test = "，" + _TESTS[item.test] if numeric else ""
    return names + headings + test + ("，有一项即可" if item.any_one else "")


def _undated(label: str) -> str:
    """A column's heading without years."""
    for key, name in _YEARS.items():
        label = label.replace(key, name)
    return label


def _list(form: Form, item: ListEvidence) -> str:
    section = form.section(item.section)
    table = section.table(item.table) if section else None
    if section is None or table is None:
        return ""
    labels = [column.label for key in item.columns if (column := table.column(key))]
    headings = "、".join(map(_undated, labels))
    return f"{item.section}“{list_name(section, table)}”清单：{headings}填全，{item.rows}行给足"
