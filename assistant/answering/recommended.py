"""Which cluster the notice recommends for the national contest, a question of fact and of no rule."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.registry_marks import row_mark
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer

_WHICH = re.compile(r"哪一?[个家]|是谁|谁(?=代表|被|去|能?参加)|什么集群|哪些集群|哪几个")
_NATIONAL = re.compile(
    r"国家(?:级)?(?:先进制造业)?(?:集群)?(?:的)?(?:竞赛|比赛|赛)|国赛|打国家|全国(?:性)?(?:竞赛|比赛|赛)"
)
_SENT = re.compile(r"推荐|代表|派|选送|参加|出战|[去打]")
_WON = re.compile(r"胜出|入围|获胜|晋级|过关|初赛")
_CLAUSE = re.compile(r"[^，,。]*重点推荐[^，,。]*")


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Name the cluster; None where something else is asked of the national contest."""
    text = fold(plan.standalone)
    if not (_WHICH.search(text) and _NATIONAL.search(text) and _SENT.search(text)) or _WON.search(text):
        return None
    if plan.clusters or plan.locators or re.search("部门|单位|条件|办法|流程|厅", text):
        return None
    for document in context.corpus.documents.values():
        for clause in document.clauses:
            said = _CLAUSE.search(clause.text) if clause.kind != "row" else None
            cluster = next((c for c in context.registry.clusters if said and c.name in said.group()), None)
            if said and cluster:
                mark = composer.cite(document.id, clause.locator, said.group().strip())
                composer.add(
                    f"是{cluster.name}：名单通知{clause.locator}把它列为重点推荐、代表我省参加国家竞赛的集群{mark}。\n"
                    f"它在名单{cluster.source_locator}{row_mark(cluster, composer, context)}。"
                )
                return composer.build("answered")
    return None
