"""World-class and national clusters: what the documents say of these levels, which no list of cities has."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.registry_marks import row_mark
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from assistant.registry import Cluster
from index.clauses import Clause

_LEVEL = re.compile(
    r"(世界级|国家级|世界|国家)(?:的)?(?:先进)?(?:制造业)?(?:产业)?集群|(世界级|国家级)(?:的)?(?:有|是|名单|都|几)"
)
_WHO = re.compile(
    r"有没有|有无|有几|几个|多少|哪[些几个]|哪里|在哪|名单|谁|是不是|是否|算不算|有吗|评上|入选"
)
_ELSE = re.compile(
    r"申[报请]|推荐|参加|竞赛|条件|门槛|怎么|如何|奖|补|冲刺|争取|打造|建设|领导|链长|联系|规划|方案|布局|还能|还可以|名额|占[不了着]"
)
_ANNEX = "附件2"
_WORK, _LIST = "workplan-2021", "list-2022"
_WON = "国家初赛胜出"


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Whether a place has clusters of a level beyond the province's; None where something else is asked."""
    text = fold(plan.standalone)
    level = _LEVEL.search(text)
    if level is None or not _WHO.search(text) or _ELSE.search(text) or plan.documents or plan.clusters:
        return None
    asks_place = plan.divisions or re.search("城市|地市|市州|哪[个些]?[市县]|县", text)
    if not asks_place:
        return None
    name = f"{(level.group(1) or level.group(2)).removesuffix('级')}级"
    places = "、".join(division.name for division in plan.divisions)
    rows = _industries(name, context)
    won = _won(plan, context) if name == "国家级" else []
    head = composer.cite(_LIST, "附件1", "湖南省先进制造业集群名单(第一批)")
    subject = (
        f"{places}有没有{name}集群，收录的文件没有写" if places else f"收录的文件没有按城市列出{name}集群"
    )
    composer.add(f"{subject}：第一批名单列的都是省级的集群和培育对象，没有“{name}”这一级{head}。\n")
    if won:
        names = "、".join(f"{cluster.name}{row_mark(cluster, composer, context)}" for cluster in won)
        composer.add(f"名单中注明“{_WON}”的有{names}。\n")
    if name == "国家级":
        _recommended(plan, composer, context)
    industries = "、".join(dict.fromkeys(_chain(row) for row in rows))
    marks = composer.cite(_WORK, _ANNEX, f"{name}产业集群") if rows else ""
    composer.add(
        f"《工作方案》附件2把“{name}产业集群”写作产业方向，不是按市县认定的名单：{industries}{marks}。\n"
    )
    return composer.build("answered")


def _industries(level: str, context: Context) -> list[Clause]:
    document = context.corpus.documents[_WORK]
    return [
        clause
        for clause in document.subtree(_ANNEX)
        if clause.kind == "row" and any(value == f"{level}产业集群" for _, value in clause.cells)
    ]


def _chain(row: Clause) -> str:
    return next((value for heading, value in row.cells if "产业链" in heading), "")


def _won(plan: Plan, context: Context) -> list[Cluster]:
    """The rows marked as winners of the national preliminary, of the places named."""
    names = {division.name for division in plan.divisions}
    return [
        cluster
        for cluster in context.registry.clusters
        if _WON in (cluster.note or "")
        and (not names or names & {cluster.city, cluster.county, *cluster.regions, *cluster.home})
    ]


def _recommended(plan: Plan, composer: Composer, context: Context) -> None:
    """The cluster that the notice recommends for the national contest, where the place takes part in it."""
    clause = context.corpus.documents[_LIST].clause("第二项")
    names = {division.name for division in plan.divisions}
    for cluster in context.registry.clusters:
        if clause and cluster.name in clause.text and (not names or names & {cluster.city, *cluster.regions}):
            quote = f"{cluster.name}为重点推荐代表我省参加国家先进制造业集群竞赛的产业集群"
            composer.add(f"{cluster.name}是重点推荐参加国家竞赛的{composer.cite(_LIST, '第二项', quote)}。\n")
