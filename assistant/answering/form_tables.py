"""What is asked of whole tables of figures: whether they have a column for growth, and how many rows and tables there are."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.answering.form_labels import STAGES, Entry, entries
from assistant.answering.form_subjects import Subject, absent_rows, in_forms, rows_meant, subjects
from assistant.answering.form_told import Question, Reply, together, where
from assistant.answering.form_units import asks_unit
from assistant.checker.form_loader import load_form

_PART = re.compile(r"其中.{0,2}集群|集群产业(?:那|这)?(?:一)?[栏列格]?|集群那一?[栏列格]")
_EVERY = re.compile(r"每[个一]|都要|都填|所有|全部|哪[些几]")
_HAS = re.compile(
    r"有没有|有无|是否有|有[^，。,]{1,10}(?:吗|么|不)|包[括含][^，。,]{1,10}(?:吗|么|不)|要不要填|要填[^，。,]{1,8}(?:吗|么|不)"
)
_PROOF = re.compile(r"佐[证正政]|证明|附材料")
_WHICH = re.compile(r"哪[些几]|什么(?:指标|数据|行)|有几[个行项]")
_INTO = re.compile(r"填|列|算|计入|哪一?行|哪里|哪儿|写")
_TWO_FIGURES = re.compile(r"2021年?[^\d]{0,6}(\d+(?:\.\d+)?)[^\d]{1,6}2022年?[^\d]{0,6}(\d+(?:\.\d+)?)")
_ACTUAL = re.compile(r"上一?年(?:的)?实际|上年实际|实际值")
GROWTH = re.compile(r"增幅|增长率|增速|涨幅|增长(?:比例|百分比|多少|情况)|同比")
WORKED_OUT = re.compile(r"怎么算|如何算|怎么计算|公式|算法|咋算|除以|分母|百分点|负")
_ROWS = re.compile(
    r"几行|多少行|几[个项条](?:指标|数据|数)|多少[个项]?(?:指标|数据)|哪些(?:指标|数据|行|项)|什么指标|指标(?:有|都有)哪些|几项"
)
_TABLES = re.compile(r"[几多]少?张表|[几多]少?个表|有哪些表|哪几张表")


def row_groups(question: Question) -> list[tuple[Entry, ...]]:
    """The rows that the question names, each with its twin in the other form."""
    found = [
        entry
        for item in rows_meant(question.text)
        for entry in in_forms(item.key, question.plan.contest_stage)
    ]
    return together(tuple(found))


def _tables_meant(question: Question) -> list[tuple[Entry, ...]]:
    """The sections with tables that the question names, by number or by title."""
    numbers = [locator.split(" ")[-1] for locator in question.plan.locators]
    keys = [*numbers, *(item.key for item in subjects(question.text, ("sections",)))]
    return [group for key in dict.fromkeys(keys) if (group := in_forms(key, question.plan.contest_stage))]


def _growth(question: Question) -> Reply | None:
    """Whether a row or a table has a column for the growth."""
    text = question.text
    if not GROWTH.search(text) or WORKED_OUT.search(text):
        return None
    rows = [group for group in row_groups(question) if group[0].key != "2.4/rd_growth"]
    tables = _tables_meant(question)
    found = rows[:1] or [group for group in tables if group and group[0].columns][:1]
    if not found or (asks_unit(text) and "单位" in text):
        return None
    group = found[0]
    heading = next((column for column in group[0].columns if "增幅" in column), None)
    marks = "".join(question.cite(entry, _printed(entry, heading)) for entry in group)
    if heading is None:
        shown = "、".join(group[0].columns) + ("两列" if len(group[0].columns) == 2 else "")
        return Reply(
            f"不用算增幅：{where(group)}“{group[0].name}”只有{shown}，没有增幅一列{marks}。\n",
            question.verdict(False),
        )
    whose = "，按园区总额算" if heading.startswith("总额") else ""
    return Reply(
        f"要填增幅：{where(group)}“{group[0].name}”有“{heading}”一列{whose}{marks}。\n",
        question.verdict(True),
    )


def _printed(entry: Entry, heading: str | None) -> str | None:
    """What to quote for a heading: the section's own heading line holds it; a row is quoted by its label."""
    return heading if entry.kind == "section" else None


def _rows(question: Question) -> Reply | None:
    """How many and which rows or tables a section has."""
    text = question.text
    sections = [item.key for item in subjects(text, ("sections",))]
    numbers = [locator.split(" ")[-1] for locator in question.plan.locators]
    for key in (*numbers, *sections):
        group = in_forms(key, question.plan.contest_stage)
        if not group or not group[0].rows:
            continue
        if _TABLES.search(text):
            return _tables(question, group)
        if _ROWS.search(text):
            rows = list(dict.fromkeys(group[0].rows))
            marks = question.cite_all(group)
            return Reply(f"{where(group)} {group[0].name}的指标有{len(rows)}行：{'、'.join(rows)}{marks}。\n")
    return None


def _tables(question: Question, group: tuple[Entry, ...]) -> Reply:
    section = load_form(group[0].stage).section(group[0].section)
    names = [
        f"“{table.title}”清单（{'、'.join(column.label for column in table.columns)}）"
        if table.title
        else f"指标表（{'、'.join(re.sub('[（(].*', '', row.label) for row in table.rows)}）"
        for table in (section.tables if section else ())
    ]
    return Reply(
        f"{where(group)} {group[0].name}有{len(names)}张表：{'、'.join(names)}{question.cite_all(group)}。\n"
    )


def _proved(question: Question) -> Reply | None:
    """Which rows of a table need proof."""
    text = question.text
    if not _PROOF.search(text) or not _WHICH.search(text):
        return None
    table = next((group for group in _tables_meant(question) if group[0].rows), None)
    if table is None or row_groups(question):
        return None
    lines = []
    for head in table:
        rows = [entry for entry in entries(head.stage) if entry.section == head.section and entry.evidence]
        names = "、".join(entry.name for entry in rows) or "没有哪一行"
        lines.append(
            f"{head.stage}{head.section}注明“需提供佐证材料”的：{names}{''.join(map(question.cite, rows or [head]))}。"
        )
    return Reply("\n".join(lines) + "\n")


def _part_column(question: Question) -> Reply | None:
    """Which rows of the park's table have a cell for the cluster's part."""
    text = question.text
    if not _PART.search(text) or not _EVERY.search(text):
        return None
    stage = question.plan.contest_stage or STAGES[0]
    rows = [entry for entry in entries(stage) if entry.key.startswith("3.1/") and entry.unit]
    single = [entry for entry in rows if not any("集群产业" in column for column in entry.columns)]
    names = "、".join(entry.name for entry in single)
    marks = question.quote("3.1", "其中：集群产业")
    return Reply(
        f"不是每个都要：{names}每年只有一格，没有分园区总额和集群产业；其余{len(rows) - len(single)}个指标都要填{marks}。\n",
        question.verdict(False),
    )


def _has_row(question: Question) -> Reply | None:
    """Whether a table has a row for what is asked."""
    text = question.text
    if not _HAS.search(text):
        return None
    tables = _tables_meant(question)
    table = next((group for group in tables if group and group[0].rows), None)
    if table is None:
        return None
    rest = text
    for item in subjects(text, ("sections",))[:1]:
        rest = text[: item.start] + "\0" + text[item.end :]
    named = {item.key: item for item in subjects(rest, ("rows",))}
    here = [
        entry
        for entry in entries(table[0].stage)
        if entry.section == table[0].section and entry.kind == "row"
    ]
    twins = {entry.key for entry in here}
    inside = [entry for entry in here if entry.key in named or _twin(entry, named)]
    if not named or not twins:
        return None
    marks = question.cite_all(table)
    if inside:
        names = "、".join(f"“{entry.label}”" for entry in inside)
        return Reply(f"有：{where(table)}{table[0].name}有{names}{marks}。\n", question.verdict(True))
    rows = "、".join(entry.name for entry in here)
    return Reply(f"没有：{where(table)}{table[0].name}的指标只有{rows}{marks}。\n", question.verdict(False))


def _twin(entry: Entry, named: dict[str, Subject]) -> bool:
    """Whether a row is named by the word that also names its like in another table (利润, 税金)."""
    return any(key.partition("/")[2] == entry.key.partition("/")[2] for key in named)


def _last_year(question: Question) -> Reply | None:
    """Which year the column of the last actual figures is for."""
    if not _ACTUAL.search(question.text):
        return None
    words = "上一年实际值"
    return Reply(
        f"参赛报告没有写明是哪一年：初赛5.1只写“{words}”{question.quote('5.1', words, STAGES[:1])}。"
        "按表上的目标从2023年起，上一年就是2022年；以后各年的以当年通知为准。\n"
    )


def _absent(question: Question) -> Reply | None:
    """That the forms have no row for a title that the question would fill in."""
    found = absent_rows().search(question.text)
    if found is None or not _INTO.search(question.text) or row_groups(question):
        return None
    return Reply(
        f"表里没有“{found.group()}”这一行：2.2列的是{question.quote('2.2', '集群企业培育情况')}上市和挂牌、单项冠军、专精特新等企业数量，"
        f"2.4列的是{question.quote('2.4', '集群创新情况')}发明专利、标准、科技进步奖和创新载体等；能不能写进自评报告，参赛报告没有限制。\n",
        question.verdict(False),
    )


def _computed(question: Question) -> Reply | None:
    """The growth between two figures that the question gives."""
    found = _TWO_FIGURES.search(question.text)
    if found is None or not GROWTH.search(question.text):
        return None
    before, after = Decimal(found.group(1)), Decimal(found.group(2))
    if not before:
        return None
    growth = ((after - before) / before * 100).quantize(Decimal("0.1"))
    return Reply(
        f"按（2022年－2021年）÷2021年×100算，是{growth.normalize():f}%；参赛报告只印了“增幅（%）”一列，没有写算法"
        f"{question.quote('2.1', '增幅（%）')}。\n"
    )


WAYS = (_computed, _absent, _last_year, _proved, _part_column, _growth, _has_row, _rows)
