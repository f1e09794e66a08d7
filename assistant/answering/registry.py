"""Answers from the lists: who is on which list, how many, where, with the rows cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from assistant.registry import Cluster, Division

_CARDS = 5  # clusters described one by one; more are listed
_ROW_CITATIONS = 12  # rows cited one by one; a longer list cites its annexes

# What a question may ask of a cluster: concept or words → (what it is called, how to read it).
_ASKED = (
    (re.compile("促进组织|促进中心|促进会|促进机构|牵头单位|哪个单位|哪个组织|负责"), "促进组织"),
    (re.compile("园区|高新区|经开区|开发区|承载"), "核心承载园区"),
    (re.compile("在哪|哪个市|哪个县|哪里|什么地方|位于|属于哪|哪个地|哪个区"), "所在地"),
    (re.compile("第几批|哪一批|批次|什么时候|哪年|何时"), "批次"),
    (re.compile("类别|类型|哪类|什么级别|哪个名单|哪张名单|附件几|身份|称号"), "名单"),
)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Answer a question about the lists; None where it names nothing that the lists know."""
    if plan.clusters:
        return _about_clusters(plan, composer, context)
    if plan.documents and "list-2022" not in plan.documents:
        return None
    return _about_sets(plan, composer, context)


def _row(cluster: Cluster, composer: Composer, context: Context) -> str:
    """The mark of the row of `cluster`; "" for a list that is not a document of the corpus."""
    document = context.corpus.documents.get(cluster.source_doc)
    if document is None or document.clause(cluster.source_locator) is None:
        return ""
    return composer.cite(cluster.source_doc, cluster.source_locator)


def _place(cluster: Cluster) -> str:
    if cluster.cross_region:
        return "、".join(cluster.regions)
    if cluster.county:
        return cluster.city + cluster.county
    return cluster.city


def _value(cluster: Cluster, asked: str) -> str:
    if asked == "所在地":
        return f"在{_place(cluster)}（核心承载园区：{cluster.park}）"
    values = {
        "促进组织": cluster.organisation,
        "核心承载园区": cluster.park,
        "批次": f"{cluster.batch}（{cluster.batch_year}年公布）" if cluster.batch_year else cluster.batch,
        "名单": f"“{cluster.list_name}”",
    }
    return f"的{asked}是{values[asked]}" if asked in ("促进组织", "核心承载园区") else f"属于{values[asked]}"


def _about_clusters(plan: Plan, composer: Composer, context: Context) -> Answer:
    text = fold(plan.standalone)
    for cluster in plan.clusters:
        text = text.replace(fold(cluster.name), "")
    asked = [name for pattern, name in _ASKED if pattern.search(text)]
    if plan.expected == "yes_no" and not plan.asks_permission:
        _confirm(plan, composer, context)
    for cluster in plan.clusters[:_CARDS]:
        mark = _row(cluster, composer, context)
        if asked:
            composer.add("，".join(f"{cluster.name}{_value(cluster, name)}" for name in asked) + f"{mark}。\n")
        else:
            composer.add(
                f"{cluster.name}是{cluster.batch}“{cluster.list_name}”，促进组织是{cluster.organisation}，"
                f"核心承载园区是{cluster.park}{mark}。\n"
            )
        _remark(cluster, plan, composer)
    return composer.build("answered")


def _remark(cluster: Cluster, plan: Plan, composer: Composer) -> None:
    if cluster.other_names:
        composer.add(f"另一份名单写作“{'、'.join(cluster.other_names)}”，指同一集群。\n")
    if cluster.note:
        composer.warn(f"{cluster.name}：{cluster.note}")


def _confirm(plan: Plan, composer: Composer, context: Context) -> None:
    """First words of the answer to “X是不是培育对象？”, “X在Y市吗？”."""
    cluster = plan.clusters[0]
    checks = []
    if plan.list_stage:
        checks.append(cluster.stage == plan.list_stage)
    if plan.category == "中小企业特色产业集群" or (plan.category and not plan.list_stage):
        checks.append(cluster.category == plan.category)
    places = {cluster.city, cluster.county, *cluster.regions, *cluster.home}
    checks += [division.name in places for division in plan.divisions if division.name not in cluster.home]
    if checks:
        composer.add("是。" if all(checks) else "不是。")


def _select(plan: Plan, context: Context) -> tuple[list[Cluster], str]:
    """The clusters that the question's filters leave, and the filters in words."""
    registry = context.registry
    words = [division.name for division in plan.divisions]
    chosen: list[Cluster] = []
    for division in plan.divisions or (None,):
        for cluster in _in_division(registry.filter(category=plan.category, stage=plan.list_stage), division):
            if cluster not in chosen:
                chosen.append(cluster)
    return chosen, "、".join(words)


def _in_division(clusters: Sequence[Cluster], division: Division | None) -> list[Cluster]:
    if division is None:
        return list(clusters)
    if division.is_city:
        return [c for c in clusters if c.city == division.name or division.name in c.regions]
    return [
        c for c in clusters
        if division.name in (c.county, *c.home) or (not c.county and division.name in c.possible_counties)
    ]


def _about_sets(plan: Plan, composer: Composer, context: Context) -> Answer | None:
    chosen, where = _select(plan, context)
    lists: dict[tuple[str, str], list[Cluster]] = {}
    for cluster in chosen:
        lists.setdefault((cluster.source_locator.split(" ")[0], cluster.list_name), []).append(cluster)
    batch = "、".join(dict.fromkeys(cluster.batch for cluster in context.registry.clusters))
    scope = f"{batch}名单中，{where or '全省'}"
    if plan.list_stage or plan.category:
        scope += f"的{plan.category or '集群'}" + ("培育对象" if plan.list_stage == "培育对象" else "")
    if not chosen:
        marks = "".join(composer.cite("list-2022", f"附件{number}") for number in range(1, 5))
        composer.add(f"{scope}没有列入{marks}。")
        return composer.build("answered")
    composer.add(f"{scope}共{len(chosen)}个。\n")
    for (annex, name), members in lists.items():
        _list(annex, name, members, composer, context, rows=len(chosen) <= _ROW_CITATIONS)
    if any(cluster.note for cluster in chosen) and not plan.divisions:
        for cluster in chosen:
            if "第二项" in cluster.note:
                composer.add(f"说明：{cluster.note}{composer.cite('list-2022', '第二项')}。\n")
    return composer.build("answered")


def _list(
    annex: str, name: str, members: Sequence[Cluster], composer: Composer, context: Context, rows: bool
) -> None:
    if rows:
        names = "；".join(f"{cluster.name}{_row(cluster, composer, context)}" for cluster in members)
        composer.add(f"{name}{len(members)}个：{names}。\n")
    else:
        document = context.corpus.documents.get(members[0].source_doc)
        mark = composer.cite(document.id, annex) if document and document.clause(annex) else ""
        composer.add(f"{name}{len(members)}个{mark}：{'、'.join(cluster.name for cluster in members)}。\n")
