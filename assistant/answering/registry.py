"""Answers from the lists: who is on which list, how many, where, with the rows cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer, shorten
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold, without_function_words, words_in
from assistant.conversation.plan import Plan
from assistant.models import Answer
from assistant.registry import Cluster, Division
from index.parsing.markers import without_marker

_CARDS = 5  # clusters described one by one; more are listed
_ROW_CITATIONS = 12  # rows cited one by one; a longer list cites its annexes

_FEW = 6  # clusters
_SUBJECT = 6  # characters
_ABOUT = 0.5  # share of the subject's character pairs that a row must have
# Words of a list question that say nothing of a cluster's trade.
_LIST_TALK = re.compile(
    r"中小(?:工业)?企业|特色产业集群|先进制造业|产业集群|集群|培育对象|促进组织|核心承载园区|承载园区|核心园区|园区|省级|省里|正式|"
    r"名单|第[一二三四五六七八九十]批|批次|全部|所有|一共|总共|共有|列出|列一下|入选|列入|进入|进了|上榜|认定|公布|分别|清单|"
    r"全省|本市|本县|方面|领域|行业|类别|类型|类|做|搞|个数|数量|总数|叫|名字|名称|不是|那种|没|已|经|地区|各|市州|市|县|"
    r"多少|几|[一二三四]类|阶段|哪个市|哪个县|哪个|什么|各|不|那|种|条|家|都|把|里|的|了|吗|呢|有|在|是|和|与|及|个|几|出|来|给|我|谁|该|请|其中|完整|一览|统计|分布|现在|目前|属于|20\d\d|年|多|来着|些|请|列|位于|产业|哈|的话|进"
)
# What a question may ask of a cluster: concept or words → (what it is called, how to read it).
_ASKED = (
    (re.compile("促进组织|促进中心|促进会|促进机构|牵头单位|哪个单位|哪个组织|负责"), "促进组织"),
    (re.compile("园区|高新区|经开区|开发区|承载"), "核心承载园区"),
    (
        re.compile("在哪|哪个市|哪个县|哪里|什么地方|位于|属于哪个?[市县区州里]|哪个地|哪个区|为主体"),
        "所在地",
    ),
    (re.compile("第几批|哪一批|批次|什么时候|哪年|何时"), "批次"),
    (re.compile("类别|类型|哪一?类|什么类|哪种|什么级别|哪个名单|哪张名单|附件几|身份|称号"), "名单"),
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
    if plan.list_stage:
        checks.append(cluster.stage == plan.list_stage)
    if plan.category == "中小企业特色产业集群" or (plan.category and not plan.list_stage):
        checks.append(cluster.category == plan.category)
    places = {cluster.city, cluster.county, *cluster.regions, *cluster.home}
    checks += [division.name in places for division in plan.divisions if division.name not in cluster.home]
    if checks:
        composer.add("是。" if all(checks) else "不是。")


def _select(plan: Plan, context: Context) -> list[Cluster]:
    """The clusters that the question's place, category and stage leave."""
    listed = context.registry.filter(category=plan.category, stage=plan.list_stage)
    chosen: list[Cluster] = []
    for division in plan.divisions or (None,):
        chosen += [cluster for cluster in _in_division(listed, division) if cluster not in chosen]
    return chosen


def _subject(plan: Plan) -> str:
    """What the question asks the clusters to be about (陶瓷, 有限公司), less all words that filter otherwise."""
    text = fold(plan.standalone)
    for division in plan.divisions:
        for name in sorted(
            {division.name, division.short_name, *division.other_names}, key=len, reverse=True
        ):
            text = text.replace(fold(name), " ")
    return "".join(words_in(without_function_words(_LIST_TALK.sub(" ", text))))


def _about(clusters: Sequence[Cluster], subject: str) -> list[Cluster]:
    """The clusters whose row has most of `subject`."""
    pairs = {subject[i : i + 2] for i in range(len(subject) - 1)}
    if not pairs:
        return list(clusters)
    shares = []
    for cluster in clusters:
        row = fold(" ".join((*cluster.names, cluster.organisation, cluster.park)))
        shares.append(sum(pair in row for pair in pairs) / len(pairs))
    best = max(shares, default=0.0)
    if best < _ABOUT:
        # 「鞋业」 for 制鞋: in a single place, characters are enough to tell its few clusters apart
        alike = [c for c in clusters if any(char in c.name for char in subject if char not in "业品类产集群")]
        return alike if len(clusters) <= _FEW else []
    return [
        cluster for cluster, share in zip(clusters, shares, strict=True) if share >= max(_ABOUT, best - 0.2)
    ]


def _unknown_batch(plan: Plan, context: Context) -> str | None:
    """A batch or year that the question names and the registry does not hold."""
    text = fold(plan.standalone)
    batches = {cluster.batch for cluster in context.registry.clusters}
    years = {str(cluster.batch_year) for cluster in context.registry.clusters}
    for name in re.findall(r"第[一二三四五六七八九十]批", text):
        if name not in batches:
            return str(name)
    for year in re.findall(r"20[0-9]{2}(?=年)", text):
        if year not in years:
            return f"{year}年"
    return None


def _in_division(clusters: Sequence[Cluster], division: Division | None) -> list[Cluster]:
    if division is None:
        return list(clusters)
    if division.is_city:
        return [c for c in clusters if c.city == division.name or division.name in c.regions]
    return [
        c
        for c in clusters
        if division.name in (c.county, *c.home) or (not c.county and division.name in c.possible_counties)
    ]


def _about_sets(plan: Plan, composer: Composer, context: Context) -> Answer | None:
    batch = "、".join(dict.fromkeys(cluster.batch for cluster in context.registry.clusters))
    unknown = _unknown_batch(plan, context)
    if unknown:
        marks = composer.cite("list-2022", "前言", "确定了湖南省产业集群和湖南省产业集群培育对象(第一批)")
        composer.add(f"现有资料只有{batch}名单{marks}，没有{unknown}的名单。{WHOM_TO_ASK}")
        return composer.build("no_evidence")
    placed = _select(plan, context)
    subject = _subject(plan)
    chosen = _about(placed, subject)
    if not chosen and len(subject) >= _SUBJECT:
        return None  # so long a subject is no trade: the question is about something else
    where = "、".join(division.name for division in plan.divisions)
    lists: dict[tuple[str, str], list[Cluster]] = {}
    for cluster in chosen:
        lists.setdefault((cluster.source_locator.split(" ")[0], cluster.list_name), []).append(cluster)
    scope = f"{batch}名单中，{where or '全省'}"
    if plan.list_stage or plan.category:
        scope += f"的{plan.category or '集群'}" + ("培育对象" if plan.list_stage == "培育对象" else "")
    if subject:
        scope += f"与“{subject}”有关的"
    if not chosen and subject and plan.divisions and placed:
        composer.add(f"{scope}没有列入。{where}列入名单的有：\n")
        chosen = placed
        for cluster in placed:
            lists.setdefault((cluster.source_locator.split(" ")[0], cluster.list_name), []).append(cluster)
    elif not chosen:
        marks = "".join(composer.cite("list-2022", f"附件{number}") for number in range(1, 5))
        composer.add(f"{scope}没有列入{marks}。")
        return composer.build("answered")
    else:
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
