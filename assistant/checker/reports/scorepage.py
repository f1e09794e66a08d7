"""The page that explains the score (评分说明), as Markdown."""

from __future__ import annotations

from itertools import groupby

from assistant.checker.form import STAGES
from assistant.checker.scoring import ScoreRow, ScoreTable, score_table


def score_page() -> str:
    """The Markdown of the page on the score, for both stages."""
    first = score_table(STAGES[0])
    parts = ["# 评分说明", *first.meaning, _bands(first), _statuses(first)]
    parts += [f"## {stage}：各项要求的分值和依据\n\n{_rows(score_table(stage))}" for stage in STAGES]
    return "\n\n".join(parts) + "\n"


def _bands(table: ScoreTable) -> str:
    rows = [f"| {band.low:g}—{band.high:g} | {band.name} | {_cell(band.meaning)} |" for band in table.bands]
    return "\n".join(["## 分数段的含义\n", "| 分数 | 含义 | 说明 |", "| --- | --- | --- |", *rows])


def _statuses(table: ScoreTable) -> str:
    rows = [f"- {text}" for _, text in table.statuses]
    return "\n".join(["## 每项要求的判断\n", *rows])


def _rows(table: ScoreTable) -> str:
    parts = []
    for _, group in groupby(table.rows, key=lambda row: row.condition):
        rows = list(group)
        head = f"### {rows[0].condition}{rows[0].name}（在总分中的权重 {rows[0].condition_weight:g}）\n"
        lines = ["| 要求 | 权重 | 满分 | 看哪些数据、什么文字 |", "| --- | ---: | ---: | --- |"]
        parts.append("\n".join([head, *lines, *map(_row, rows)]))
    return "\n\n".join(parts)


def _row(row: ScoreRow) -> str:
    looked_at = "<br>".join(_cell(text) for text in (*row.cells, *row.sentences))
    return f"| {row.requirement} {_cell(row.text)} | {row.weight:g} | {row.points:.1f} | {looked_at} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
