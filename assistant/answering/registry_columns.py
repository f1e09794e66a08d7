"""How many different parks or promotion organisations the lists have, and which of them stand more than once."""

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

_NOUN = r"(?P<noun>(?:核心)?(?:承载)?园区|促进组织|促进机构)"
_HOW_MANY = re.compile(rf"(?:多少|几)(?:个|家)?(?:不同的?)?{_NOUN}(?!是|叫|带)")
_SEVERAL = re.compile(
    rf"(?:哪|有没有)(?:一?个|家|些|几个|几家)?{_NOUN}[^，。？?]{{0,8}}(?:最多|[两二多2几]个|不止一个|不只一个|重复|多个)|{_NOUN.replace('noun', 'two')}[^，。？?]{{0,4}}(?:重复|有没有一样)|(?:同一个|一个){_NOUN.replace('noun', 'one')}[^，。？?]{{0,6}}(?:[两二多几]个|多个)"
)
_RULED = re.compile(r"(?<![智功性])能(?!源)|可以|申报|必须|要求|规定|几家单位|多报")


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Count the parks or organisations on the lists, or name those of several clusters; None for other questions."""
    text = fold(plan.standalone)
    several = _SEVERAL.search(text)
    asked = several or _HOW_MANY.search(text)
    if asked is None or plan.clusters or plan.locators or plan.documents not in ((), ("list-2022",)):
        return None
    if _RULED.search(text) or not (
        several or re.search("一共|总共|共|涉及|名单|第一批|全省|有(?:几|多少)", text)
    ):
        return None
    groups = asked.groupdict()
    park = "园区" in (groups.get("noun") or groups.get("one") or groups.get("two") or "")
    placed = [c for c in context.registry.clusters if _placed(c, plan)]
    by_value: dict[str, list[Cluster]] = {}
    for cluster in placed:
        by_value.setdefault(cluster.park if park else cluster.organisation, []).append(cluster)
    shared = {value: clusters for value, clusters in by_value.items() if len(clusters) > 1}
    noun = "核心承载园区" if park else "促进组织"
    where = "、".join(division.name for division in plan.divisions)
    if not several:
        marks = _annexes(placed, composer, context)
        composer.add(
            f"第一批名单{where}共有{len(placed)}个集群和培育对象，{noun}有{len(by_value)}个{marks}。\n"
        )
    for value, clusters in sorted(shared.items(), key=lambda item: -len(item[1])):
        names = "、".join(f"{c.name}{row_mark(c, composer, context)}" for c in clusters)
        composer.add(f"{value}{'承载' if park else '对应'}{len(clusters)}个：{names}。\n")
    if several:
        marks = _annexes(placed, composer, context)
        rest = f"其余每个{noun}只有1个" if shared else f"没有：名单上每个{noun}都只对应1个集群"
        composer.add(f"{rest}{marks}。")
    return composer.build("answered")


def _annexes(clusters: list[Cluster], composer: Composer, context: Context) -> str:
    """The marks of the annexes in which the clusters stand."""
    found = dict.fromkeys((c.source_doc, c.source_locator.split(" ")[0]) for c in clusters)
    return "".join(composer.cite(doc, annex) for doc, annex in found if context.corpus.documents.get(doc))


def _placed(cluster: Cluster, plan: Plan) -> bool:
    if plan.category not in (None, cluster.category) or plan.list_stage not in (None, cluster.stage):
        return False
    places = {cluster.city, cluster.county, *cluster.home}
    return not plan.divisions or any(division.name in places for division in plan.divisions)
