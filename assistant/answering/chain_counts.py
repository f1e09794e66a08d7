"""Counts and comparisons in the table of chains and leaders: how many chains, who links most, whether it is one leader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answering import chains
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from index.clauses import Clause

_CHAIN = re.compile("产业链")
_INDUSTRY = re.compile(r"产\s*业$")
_LEADER = re.compile("领导")
_GROUP = re.compile("类型|产业$")
_COUNT = re.compile(r"几|多少|共有|总共|一共")
_OF = re.compile(r"链|联系|领导|分工表")
_MOST = re.compile(r"最多|最少")
_SAME = re.compile(r"同一|一样|相同|一个人|是不是都|都是")
_OTHERS = re.compile(r"还(?:联系|负责|管|有)[^,，。]{0,4}(?:链|别的|其他|哪)|别的链|其他链")
_TITLED = re.compile(r"([一-鿿])(?:副?省长|副?书记|主席|部长|常委|秘书长)")
_FIELD = re.compile(r"([一-鿿]{2,6})(?:这块|那块|方面|领域|这类|板块|行业)")
_INDUSTRIES = re.compile(r"(?:几|多少|哪些|哪几)个?大?产业(?!集群|链)")
_EACH = re.compile(r"分别|各|都|哪些|哪几|谁")


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Count or compare; None where the question does neither or is not about the table."""
    text = fold(plan.standalone)
    if plan.divisions or re.search("规划|联系方式|联系人", text):
        return None
    rows = [
        clause
        for document in context.corpus.documents.values()
        for clause in document.clauses
        if clause.kind == "row" and _cell(clause, _CHAIN) and _cell(clause, _LEADER)
    ]
    leaders = _leaders_in(text, rows)
    if not rows or not (leaders or _OF.search(text) or _INDUSTRIES.search(text)):
        return None
    named = sorted(chains.named(text, context), key=lambda row: row.order)
    if leaders and re.search(r"链|集群|哪|几|什么|啥|吗|还是", text):
        return _of_leaders(leaders, rows, text, composer)
    if len(named) > 1 and (_SAME.search(text) or _EACH.search(text)):
        return _of_chains(named, text, composer)
    if len(named) == 1 and (_OTHERS.search(text) or (_SAME.search(text) and re.search("哪", text))):
        return _of_leaders([_leader(named[0])], rows, text, composer)
    if _MOST.search(text) and re.search("谁|哪|领导", text):
        return _most(rows, "最少" in text, composer)
    group = _group(text, rows)
    if group and (_COUNT.search(text) or _EACH.search(text)) and re.search("链|联系|领导", text):
        return _list(group, composer, f"{_name_of(group, rows)}有{len(group)}条产业链")
    if group and _INDUSTRIES.search(text):
        return _industries(group, _name_of(group, rows), composer)
    if (
        _COUNT.search(text)
        and re.search(r"领导|链长", text)
        and re.search(r"[几多少]+(?:位|个|名|人)|多少.{0,2}领导", text)
    ):
        return _how_many_leaders(rows, composer)
    if _COUNT.search(text) and re.search(r"[几多少]+(?:条|个)?(?:产业)?链", text):
        return _list(rows, composer, f"分工表共列{len(rows)}条产业链")
    return None


def _cell(clause: Clause, heading: re.Pattern[str]) -> str:
    return next((value for name, value in clause.cells if heading.search(name)), "")


def _leader(clause: Clause) -> str:
    return re.sub(r"\s", "", _cell(clause, _LEADER))


def _chain(clause: Clause) -> str:
    return _cell(clause, _CHAIN)


def _leaders_in(text: str, rows: Sequence[Clause]) -> list[str]:
    """The leaders named, by name or by a surname with a title (毛省长) that only one of them has."""
    everyone = list(dict.fromkeys(map(_leader, rows)))
    named = [leader for leader in everyone if fold(leader) in text]
    titled = _TITLED.search(text)
    if named or titled is None:
        return named
    alike = [leader for leader in everyone if leader.startswith(titled.group(1))]
    return alike if len(alike) == 1 else []


def _group(text: str, rows: Sequence[Clause]) -> list[Clause]:
    """The rows of a type or trade that the text names (材料领域, 世界级集群)."""
    names = {
        re.sub(r"\s", "", value)
        for row in rows
        for head, value in row.cells
        if _GROUP.search(re.sub(r"\s", "", head))
    }
    meant = [name for name in names if name in text or (name.endswith("产业集群") and name[:3] in text)]
    field = _FIELD.search(text)
    if not meant and field:  # 「能源这块」 of 新能源与节能
        meant = [name for name in names if any(field.group(1)[-n:] in name for n in (3, 2))]
    if not meant:
        return []
    best = max(meant, key=len)
    return [row for row in rows if best in {re.sub(r"\s", "", value) for _, value in row.cells}]


def _name_of(group: Sequence[Clause], rows: Sequence[Clause]) -> str:
    """The narrowest name that all rows of the group share."""
    shared = set.intersection(*map(_values, group)) - {"", *map(_leader, group)}
    return f"“{min(shared, key=lambda name: sum(name in _values(row) for row in rows), default='')}”"


def _values(row: Clause) -> set[str]:
    return {re.sub(r"\s", "", value) for _, value in row.cells}


def _of_leaders(leaders: Sequence[str], rows: Sequence[Clause], text: str, composer: Composer) -> Answer:
    for leader in leaders:
        own = [row for row in rows if _leader(row) == leader]
        told = "、".join(f"{_chain(row)}{composer.cite(row.doc, row.locator)}" for row in own)
        composer.add(f"{leader}联系的产业链有{len(own)}条：{told}。\n")
    return composer.build("answered")


def _of_chains(named: Sequence[Clause], text: str, composer: Composer) -> Answer:
    if _SAME.search(text):
        same = len({_leader(row) for row in named}) == 1
        composer.add("是同一位：" if same else "不是同一位：")
    told = "，".join(
        f"“{_chain(row)}”的联系省领导是{_leader(row)}{composer.cite(row.doc, row.locator)}" for row in named
    )
    composer.add(told + "。\n")
    return composer.build("answered")


def _most(rows: Sequence[Clause], least: bool, composer: Composer) -> Answer:
    counts = {leader: [row for row in rows if _leader(row) == leader] for leader in map(_leader, rows)}
    sizes = [len(own) for own in counts.values()]
    wanted = min(sizes) if least else max(sizes)
    for leader, own in counts.items():
        if len(own) == wanted:
            told = "、".join(f"{_chain(row)}{composer.cite(row.doc, row.locator)}" for row in own)
            composer.add(f"{leader}联系{wanted}条：{told}。\n")
    return composer.build("answered")


def _list(rows: Sequence[Clause], composer: Composer, lead: str) -> Answer:
    annex = rows[0].locator.split(" ")[0]
    composer.add(f"{lead}{composer.cite(rows[0].doc, annex)}：\n")
    marks = len(rows) <= 8
    composer.add(
        "；".join(
            f"{_chain(row)}（{_leader(row)}）{composer.cite(row.doc, row.locator) if marks else ''}"
            for row in rows
        )
        + "。\n"
    )
    return composer.build("answered")


def _industries(group: Sequence[Clause], name: str, composer: Composer) -> Answer:
    """The industries of a type of clusters, each once."""
    firsts: dict[str, Clause] = {}
    for row in group:
        firsts.setdefault(_cell(row, _INDUSTRY).replace(" ", ""), row)
    told = "、".join(f"{value}{composer.cite(row.doc, row.locator)}" for value, row in firsts.items())
    composer.add(f"{name}的产业有{len(firsts)}个：{told}。\n")
    return composer.build("answered")


def _how_many_leaders(rows: Sequence[Clause], composer: Composer) -> Answer:
    leaders = list(dict.fromkeys(map(_leader, rows)))
    annex = rows[0].locator.split(" ")[0]
    composer.add(
        f"分工表中联系产业链的省领导共{len(leaders)}位{composer.cite(rows[0].doc, annex)}：{'、'.join(leaders)}。\n"
    )
    return composer.build("answered")
