"""Answers about single clusters: what the lists say of each, with its row cited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering import registry_names
from assistant.answering.composer import Composer, shorten
from assistant.answering.context import Context
from assistant.answering.registry_marks import other_mark, row_mark
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from assistant.registry import Cluster
from assistant.registry.folding import fold as folded_name
from index.parsing.markers import without_marker

MOST = 15  # clusters described one by one

# What a question may ask of a cluster: concept or words → (what it is called, how to read it).
_ASKED = (
    (re.compile("促进组织|促进中心|促进会|促进机构|牵头|哪个单位|哪个组织|负责"), "促进组织"),
    (re.compile("园区|高新区|经开区|开发区|承载|哪个园|什么园"), "核心承载园区"),
    (
        re.compile(
            "在哪|哪几?个市|哪些[市县]|哪几个县|哪个县|哪里|什么地方|位于|属于哪个?[市县区州里]|哪个地|哪个区|为主体"
        ),
        "所在地",
    ),
    (re.compile("第几批|哪一批|批次|什么时候|哪年|何时"), "批次"),
    (
        re.compile(
            "类别|类型|哪一?类|什么类|哪种|什么级别|哪个名单|哪张名单|附件几|哪个附件|哪一?张表|序号几|第几[号位个名]|排第几|排几|身份|称号|"
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
_LEADER = re.compile(r"主体|哪个?[市州][^，。？?]{0,4}(?:牵头|为主|打头|领头)")
_SAME_LIST = re.compile(r"同一?[类种]|一[类种]的|类别一样|同类")
_COUNTY = re.compile(r"哪[个些几]*[市县区州]|什么地方|位于|哪个地|(?<!园)区里")
# 「促进组织是不是黑茶协会」: what stands in a column, only to be confirmed.
_COLUMN_CLAIMED = re.compile(
    r"(?P<column>促进组织|促进机构|牵头(?:单位|的)?|(?:核心)?(?:承载)?园区)(?:应该|就)?(?:是不是|是否|是|叫|为)(?P<value>[一-鿿]{2,24}?)(?:吗|吧|对吗|对吧|么|的吗|的吧|\W*$)"
)
_ON_LIST = re.compile(r"在(?:不在)?(?:名单|榜)(?:里|上|中)?(?:吗|没|不|么|呢|\W*$)")


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
    asked = [name for pattern, name in _ASKED if pattern.search(text)]
    # 「放在哪个园区」「园区在哪」 ask for the park, not for the county
    if "核心承载园区" in asked and "所在地" in asked and not _COUNTY.search(text):
        asked.remove("所在地")
    return asked


def about(clusters: Sequence[Cluster], plan: Plan, composer: Composer, context: Context) -> Answer:
    """What the question asks of each of `clusters`, or all that the lists say of them."""
    asked = asked_columns(plan, clusters)
    if plan.clusters and registry_names.asked(plan):
        registry_names.tell(plan.clusters, plan, composer, context)
        return composer.build("answered")
    if plan.clusters and plan.expected == "yes_no" and not plan.asks_permission:
        _confirm(plan, composer, context)
    elif plan.clusters and _ON_LIST.search(fold(plan.standalone)):
        composer.add("在。")
    elif plan.clusters and plan.expected == "count" and "名单" not in asked:
        composer.add(f"名单中有{len(clusters)}个。\n")
    for cluster in clusters[:MOST]:
        if _LEADER.search(fold(plan.standalone)) and (told := _leader(cluster, composer, context)):
            composer.add(told)
            continue
        mark = row_mark(cluster, composer, context)
        if asked:
            told = "，".join(
                _value(cluster, name).removeprefix("的" if place else "") for place, name in enumerate(asked)
            )
            composer.add(f"{cluster.name}{told}{mark}。\n")
        else:
            composer.add(
                f"{cluster.name}是{cluster.batch}“{cluster.list_name}”，促进组织是{cluster.organisation}，"
                f"核心承载园区是{cluster.park}{mark}。\n"
            )
        _remark(cluster, composer, context, asked)
    return composer.build("answered")


def _leader(cluster: Cluster, composer: Composer, context: Context) -> str:
    """Which city leads a cluster of several, in the notice's own words; "" where it says so of none."""
    document = context.corpus.documents.get(cluster.source_doc)
    for clause in document.clauses if document else ():
        said = re.search(rf"以[^，,。以]{{2,8}}为主体[^。]*?(?=的?{re.escape(cluster.name)})", clause.text)
        if said and clause.kind != "row":
            words = said.group().rstrip("的")
            return f"{cluster.name}{words}{composer.cite(clause.doc, clause.locator, words)}。\n"
    return ""


def _remark(cluster: Cluster, composer: Composer, context: Context, asked: Sequence[str]) -> None:
    document = context.corpus.documents.get(cluster.source_doc)
    for clause in document.clauses if document and (not asked or "所在地" in asked) else ():
        # the notice itself may say more of a cluster than its row (第二项 on 输变电)
        if clause.kind != "row" and cluster.name in clause.text and cluster.cross_region:
            mark = composer.cite(clause.doc, clause.locator)
            composer.add(f"{without_marker(shorten(clause.text)).rstrip('。')}{mark}。\n")
    # that another list leaves 特色 out is worth a word only where the name itself is told
    plain = [name.replace("特色", "") for name in cluster.names]
    if cluster.other_names and (not asked or len(set(map(fold, plain))) > 1):
        marks = "".join(other_mark(source, composer, context) for source in cluster.other_sources)
        composer.add(f"另一份名单写作“{'、'.join(cluster.other_names)}”，指同一集群{marks}。\n")
    if cluster.note:
        composer.warn(f"{cluster.name}：{cluster.note}")


def _confirm(plan: Plan, composer: Composer, context: Context) -> None:
    """First words of the answer to “X是不是培育对象？”, “X在Y市吗？”."""
    cluster = plan.clusters[0]
    checks = []
    recognised = not plan.list_stage and not plan.category and _RECOGNISED.search(fold(plan.standalone))
    if recognised:
        _tell_recognised(plan.clusters, composer)
        return
    if len(plan.clusters) > 1 and _SAME_LIST.search(fold(plan.standalone)):
        composer.add("是同一类。\n" if len({c.list_name for c in plan.clusters}) == 1 else "不是同一类。\n")
        return
    if plan.list_stage and len(plan.clusters) > 1:
        alike = {c.stage == plan.list_stage for c in plan.clusters}
        composer.add("不都是。" if len(alike) > 1 else "是。" if alike == {True} else "不是。")
        return
    if plan.list_stage:
        checks.append(cluster.stage == plan.list_stage)
    if plan.category == "中小企业特色产业集群" or (plan.category and not plan.list_stage):
        # a trainee is no cluster of that name yet
        checks.append(
            cluster.category == plan.category and (bool(plan.list_stage) or cluster.stage == "集群")
        )
    places = {cluster.city, cluster.county, *cluster.regions, *cluster.home}
    # where the list leaves the county open it is no lie
    left_open = {*cluster.home, *cluster.possible_counties}
    checks += [division.name in places for division in plan.divisions if division.name not in left_open]
    if (claimed := _COLUMN_CLAIMED.search(fold(plan.standalone))) and len(plan.clusters) == 1:
        park = claimed["column"].endswith(("园区", "园", "区"))
        checks.append(_is_named(claimed["value"], cluster.park if park else cluster.organisation))
    if checks:
        composer.add("是。" if all(checks) else "不是。")


def _tell_recognised(clusters: Sequence[Cluster], composer: Composer) -> None:
    """Whether the clusters are recognised or still trainees."""
    stages = {cluster.stage for cluster in clusters}
    if stages == {"集群"}:
        composer.add("是。" if len(clusters) == 1 else "都是。")
        return
    won = composer.cite("measures-2021", "第三条", "在决赛中胜出的先进制造业集群认定为湖南省先进制造业集群")
    lead = "不都是，有的还是培育对象" if len(stages) > 1 else "不是，还是培育对象"
    composer.add(f"{lead}；在决赛中胜出的才认定为集群{won}。\n")


def _is_named(said: str, value: str) -> bool:
    """Whether a park or an organisation is what the question calls it, by its whole name or a part of it."""
    return folded_name(said) in folded_name(value) or folded_name(value) in folded_name(said)
