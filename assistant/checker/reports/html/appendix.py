"""The appendices of the page: how the score comes about, and the rules that found something."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from assistant.checker.form import Stage
from assistant.checker.reports.html.markup import anchor, esc
from assistant.checker.reports.models import CheckReport
from assistant.checker.reports.names import (
    KIND_MEANINGS,
    KIND_NAMES,
    SEVERITY_NAMES,
    STATUS_NAMES,
    stage_of,
)
from assistant.checker.reports.rulepages import basis_text, page_path, scope_name
from assistant.checker.rules.registry import Rule, all_rules

if TYPE_CHECKING:
    from assistant.checker.scoring import ScoreRow


def score_appendix(report: CheckReport) -> str:
    """What the score means, and what each requirement weighs.

    Args:
        report: the result of a check; its stage decides which form's cells are named.
    """
    from assistant.checker.scoring import score_table

    table = score_table(stage_of(report))
    meaning = "".join(f"<p>{esc(text)}</p>" for text in table.meaning)
    bands = "".join(
        f"<tr><td>{band.low:g}—{band.high:g}</td><td>{esc(band.name)}</td><td>{esc(band.meaning)}</td></tr>"
        for band in table.bands
    )
    statuses = "".join(f"<dt>{_status(key)}</dt><dd>{_after(key, text)}</dd>" for key, text in table.statuses)
    rows = "\n".join(
        _condition_row(first) + "\n".join(map(_score_row, (first, *group)))
        for _, (first, *group) in groupby(table.rows, key=lambda row: row.condition)
    )
    return (
        f"{meaning}\n{_table('分数段的含义', ('分数', '含义', '说明'), bands)}\n<h3>每项要求的判断</h3>\n"
        f'<dl class="statuses">{statuses}</dl>\n'
        + _table(
            "各项要求的分值，以及什么算依据",
            ("要求", "权重", "满分", "看哪些数据、什么文字"),
            rows,
            " weights",
        )
    )


def _name(key: str) -> str:
    names: dict[str, str] = dict(STATUS_NAMES)  # type: ignore[arg-type]
    return names.get(key, key)


def _status(key: str) -> str:
    return f'<span class="tag {esc(key)}">{esc(_name(key))}</span>'


def _after(key: str, text: str) -> str:
    """What a status means, without its name, which stands before it."""
    return esc(text.removeprefix(f"{_name(key)}："))


def _table(caption: str, heads: tuple[str, ...], rows: str, kind: str = "") -> str:
    cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
    return (
        f'<div class="scroll{kind}" role="region" aria-label="{caption}" tabindex="0"><table><caption>{caption}</caption>'
        f"<thead><tr>{cells}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>"
    )


def _condition_row(row: ScoreRow) -> str:
    name = f"{esc(row.condition)}{esc(row.name)}（在总分中的权重 {row.condition_weight:g}）"
    return f'<tr class="condition"><th scope="colgroup" colspan="4">{name}</th></tr>\n'


def _score_row(row: ScoreRow) -> str:
    looked_at = "".join(f"<li>{esc(text)}</li>" for text in (*row.cells, *row.sentences))
    return (
        f'<tr><th scope="row">{esc(row.requirement)} {esc(row.text)}</th>'
        f"<td>{row.weight:g}</td><td>{row.points:.1f}</td><td><ul>{looked_at}</ul></td></tr>"
    )


def rules_appendix(report: CheckReport) -> str:
    """The rules that found something, with explanation, clause, example and mend; "" where none did.

    Args:
        report: the result of a check.
    """
    used = {finding.rule for finding in report.findings}
    rules = "\n".join(_rule(rule, stage_of(report)) for rule in all_rules() if rule.id in used)
    return (
        f"<p>只列出本次查出问题的规则；全部规则的说明在程序的 corpus/checks 文件夹中。</p>\n{rules}"
        if rules
        else ""
    )


def _rule(rule: Rule, stage: Stage) -> str:
    facts = (
        f"{KIND_NAMES[rule.kind]}（{KIND_MEANINGS[rule.kind]}）；级别：{SEVERITY_NAMES[rule.severity]}；"
        f"检查范围：{scope_name(rule)}；编号 {rule.id}（{page_path(rule.id)}）"
    )
    parts = [
        f"<p><b>{name}：</b>{esc(text)}</p>"
        for name, text in (
            ("怎么判", rule.explanation),
            ("依据", basis_text(rule, stage)),
            ("例子", rule.example),
            ("怎么改", rule.remedy),
        )
        if text
    ]
    return (
        f'<article class="rule" id="rule-{anchor(rule.id)}"><h3>{esc(rule.title)}</h3>'
        f'<p class="basis">{esc(facts)}</p>{"".join(parts)}</article>'
    )
