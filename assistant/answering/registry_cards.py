"""Answers about single clusters: what the lists say of each, with its row cited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.composer import Composer, shorten
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from assistant.registry import Cluster
from index.parsing.markers import without_marker

MOST = 15  # clusters described one by one

# What a question may ask of a cluster: concept or words → (what it is called, how to read it).
_ASKED = (
    (re.compile("促进组织|促进中心|促进会|促进机构|牵头|哪个单位|哪个组织|负责"), "促进组织"),
    (re.compile("园区|高新区|经开区|开发区|承载"), "核心承载园区"),
    (
        re.compile("在哪|哪个市|哪个县|哪里|什么地方|位于|属于哪个?[市县区州里]|哪个地|哪个区|为主体"),
        "所在地",
    ),
    (re.compile("第几批|哪一批|批次|什么时候|哪年|何时"), "批次"),
    (
        re.compile(
            "类别|类型|哪一?类|什么类|哪种|什么级别|哪个名单|哪张名单|附件几|哪个附件|哪一?张表|序号几|第几号|身份|称号|"
            "(?:正式|培育)[^，。,?]{0,6}还是[^，。,?]{0,4}(?:正式|培育)"
        ),
        "名单",
    ),
)


# 「算省级集群了没」: whether the cluster is recognised, not only a trainee.
_RECOGNISED = re.compile(
    r"(?:是不是|算不算|算|成了?|成为|已经是|就是|是)(?:了|个|一个)?(?:正式的?|正牌的?)?(?:省级?的?|省里的?|湖南省的?)?(?:先进制造业|(?:中小(?:工业)?企业)?特色)?(?:产业)?集群(?!培育|名单|促进)|"
    r"(?:是不是|算不算|算)(?:正式|正牌|认定)|(?:认定|转正|评上|拿到牌子?)(?:了)?(?:吗|没|不)|正式的?(?:吗|么|不|没)"
)
_ON_LIST = re.compile(r"在(?:不在)?(?:名单|榜)(?:里|上|中)?(?:吗|没|不|么|呢|\W*$)")


def row_mark(cluster: Cluster, composer: Composer, context: Context) -> str:
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
        "名单": f"“{cluster.list_name}”（{cluster.source_locator}）",
    }
    return f"的{asked}是{values[asked]}" if asked in ("促进组织", "核心承载园区") else f"属于{values[asked]}"


def asked_columns(plan: Plan, clusters: Sequence[Cluster]) -> list[str]:
    """What the question asks of `clusters`: 促进组织, 核心承载园区, 所在地, 批次, 名单; in that order."""
    text = fold(plan.standalone)
    for cluster in clusters:
        # the park by which the cluster is named is not asked for
        text = text.replace(fold(cluster.name), "").replace(fold(cluster.park), "")
    return [name for pattern, name in _ASKED if pattern.search(text)]


def about(clusters: Sequence[Cluster], plan: Plan, composer: Composer, context: Context) -> Answer:
    """What the question asks of each of `clusters`, or all that the lists say of them."""
    asked = asked_columns(plan, clusters)
    if plan.clusters and plan.expected == "yes_no" and not plan.asks_permission:
        _confirm(plan, composer, context)
    elif plan.clusters and _ON_LIST.search(fold(plan.standalone)):
        composer.add("在。")
    elif plan.clusters and plan.expected == "count":
        composer.add(f"名单中有{len(clusters)}个。\n")
    for cluster in clusters[:MOST]:
        mark = row_mark(cluster, composer, context)
        if asked:
            composer.add(
                "，".join(f"{cluster.name}{_value(cluster, name)}" for name in asked) + f"{mark}。\n"
            )
        else:
            composer.add(
                f"{cluster.name}是{cluster.batch}“{cluster.list_name}”，促进组织是{cluster.organisation}，"
                f"核心承载园区是{cluster.park}{mark}。\n"
            )
        _remark(cluster, composer, context, named="所在地" in asked or not asked)
    return composer.build("answered")


def _remark(cluster: Cluster, composer: Composer, context: Context, named: bool) -> None:
    document = context.corpus.documents.get(cluster.source_doc)
    for clause in document.clauses if document and named else ():
        # the notice itself may say more of a cluster than its row (第二项 on 输变电)
        if clause.kind != "row" and cluster.name in clause.text and cluster.cross_region:
            mark = composer.cite(clause.doc, clause.locator)
            composer.add(f"{without_marker(shorten(clause.text)).rstrip('。')}{mark}。\n")
    if cluster.other_names:
        marks = "".join(_other_source(source, composer, context) for source in cluster.other_sources)
        composer.add(f"另一份名单写作“{'、'.join(cluster.other_names)}”，指同一集群{marks}。\n")
    if cluster.note:
        composer.warn(f"{cluster.name}：{cluster.note}")


def _other_source(source: str, composer: Composer, context: Context) -> str:
    """The mark of the row of another list, given as `document locator`."""
    doc, _, locator = source.partition(" ")
    document = context.corpus.documents.get(doc)
    return composer.cite(doc, locator) if document and document.clause(locator) else ""


def _confirm(plan: Plan, composer: Composer, context: Context) -> None:
    """First words of the answer to “X是不是培育对象？”, “X在Y市吗？”."""
    cluster = plan.clusters[0]
    checks = []
    recognised = not plan.list_stage and not plan.category and _RECOGNISED.search(fold(plan.standalone))
    if recognised and cluster.stage == "集群":
        composer.add("是。")
        return
    if recognised:
        won = composer.cite(
            "measures-2021", "第三条", "在决赛中胜出的先进制造业集群认定为湖南省先进制造业集群"
        )
        composer.add(f"不是，还是培育对象；在决赛中胜出的才认定为集群{won}。\n")
        return
    if plan.list_stage:
        checks.append(cluster.stage == plan.list_stage)
    if plan.category == "中小企业特色产业集群" or (plan.category and not plan.list_stage):
        # a trainee is no cluster of that name yet
        checks.append(
            cluster.category == plan.category and (bool(plan.list_stage) or cluster.stage == "集群")
        )
    places = {cluster.city, cluster.county, *cluster.regions, *cluster.home}
    checks += [division.name in places for division in plan.divisions if division.name not in cluster.home]
    if checks:
        composer.add("是。" if all(checks) else "不是。")
