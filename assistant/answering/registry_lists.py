"""Answers about sets of clusters: how many, which, of which trade, in which place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold, without_function_words, words_in
from assistant.conversation.plan import Plan
from assistant.models import Answer
from assistant.registry import Cluster, Division
from index.numerals import NUMERAL, parse_numeral

_ROW_CITATIONS = 12  # rows cited one by one; a longer list cites its annexes
_ABOUT = 0.5  # share of the trade's character pairs that a row must have
_KNOWN = 0.4  # share of the leftover words that must be in some row for them to be a trade at all
_LONG = 4  # characters: leftover words that long, and in no row, are another question

# Words of a list question that say nothing of a cluster's trade.
_LIST_TALK = re.compile(
    r"中小(?:工业)?企业|特色产业集群|先进制造业|产业集群|集群|培育对象|促进组织|核心承载园区|承载园区|核心园区|园区|省级|省里|正式|"
    r"名单|第[一二三四五六七八九十]批|批次|全部|所有|一共|总共|共有|列出|列一下|入选|列入|进入|进了|上榜|认定|公布|分别|清单|"
    r"全省|本市|本县|方面|领域|行业|类别|类型|个数|数量|总数|名字|名称|不是|那种|没有|已经|地区|各市州|市州|完整|一览|统计|"
    r"分布|现在|目前|属于|20\d\d年?|位于|产业|多少|几个|[一二三四两]类|阶段|级别|哪个市|哪个县|哪个|什么|评上|两批|几批"
)
# 「花炮集群」: what stands right before 集群 is what the cluster makes.
_BEFORE_CLUSTER = re.compile(r"([一-鿿]{2,6}?)(?:特色|产业|制造)*集群")
_CLAIM = re.compile(rf"等({NUMERAL})个集群")


def answer(plan: Plan, composer: Composer, context: Context) -> Answer | None:
    """Count and list the clusters that the question's filters leave; None where it is no list question."""
    unknown = _unknown_batch(plan, context)
    batch = "、".join(dict.fromkeys(cluster.batch for cluster in context.registry.clusters))
    if unknown:
        mark = composer.cite("list-2022", "前言", "确定了湖南省产业集群和湖南省产业集群培育对象(第一批)")
        composer.add(f"现有资料只有{batch}名单{mark}，没有{unknown}的名单。{WHOM_TO_ASK}")
        return composer.build("no_evidence")
    placed = _placed(plan, context)
    trade, chosen = _of_trade(plan, placed, context)
    if chosen is None:
        return None
    where = "、".join(division.name for division in plan.divisions) or "全省"
    about = f"与“{trade}”有关的" if trade else ""
    if not chosen and trade and placed and plan.divisions:
        composer.add(f"{batch}名单中，{where}没有列入{about}集群。{where}列入名单的有：\n")
        chosen = placed
    elif not chosen:
        marks = "".join(composer.cite("list-2022", f"附件{number}") for number in range(1, 5))
        composer.add(f"{batch}名单中，{where}没有列入{about}{_kind(plan)}{marks}。")
        return composer.build("answered")
    else:
        composer.add(f"{batch}名单中，{where}{about}{_counted(plan, chosen)}。\n")
    for members in _by_list(chosen):
        _list(members, composer, context, rows=len(chosen) <= _ROW_CITATIONS)
    if not plan.divisions and not trade:
        _explain_counts(chosen, composer, context)
    return composer.build("answered")


def _kind(plan: Plan) -> str:
    return (plan.category or "集群") + ("培育对象" if plan.list_stage == "培育对象" else "")


def _counted(plan: Plan, chosen: Sequence[Cluster]) -> str:
    """`有集群4个，另有培育对象3个`: a trainee is no cluster yet, so the two are never added up unsaid."""
    name = plan.category or "集群"
    clusters = sum(cluster.stage == "集群" for cluster in chosen)
    trainees = len(chosen) - clusters
    if plan.list_stage:
        return f"有{_kind(plan)}{len(chosen)}个"
    if clusters and trainees:
        return f"有{name}{clusters}个，另有培育对象{trainees}个，合计{len(chosen)}个"
    return f"有{name}{clusters}个" if clusters else f"没有{name}，有培育对象{trainees}个"


def _placed(plan: Plan, context: Context) -> list[Cluster]:
    """The clusters that the question's place, category and stage leave."""
    listed = context.registry.filter(category=plan.category, stage=plan.list_stage)
    chosen: list[Cluster] = []
    for division in plan.divisions or (None,):
        chosen += [cluster for cluster in listed if _lies_in(cluster, division) and cluster not in chosen]
    return chosen


def _lies_in(cluster: Cluster, division: Division | None) -> bool:
    if division is None:
        return True
    if division.is_city:
        return cluster.city == division.name or division.name in cluster.regions
    possible = () if cluster.county else cluster.possible_counties
    return division.name in (cluster.county, *cluster.home, *possible)


def _row_text(cluster: Cluster) -> str:
    return fold(" ".join((*cluster.names, cluster.organisation, cluster.park)))


def _of_trade(plan: Plan, placed: list[Cluster], context: Context) -> tuple[str, list[Cluster] | None]:
    """What the clusters are asked to be about, and those that are; None where it is no list question."""
    text = fold(plan.standalone)
    for match in reversed(context.registry.divisions_in(text)):
        text = text[: match.start] + " " + text[match.end :]
    runs = [run for run in words_in(without_function_words(_LIST_TALK.sub(" ", text))) if len(run) > 1]
    pairs = [run[i : i + 2] for run in runs for i in range(len(run) - 1)]
    rows = {cluster.id: _row_text(cluster) for cluster in context.registry.clusters}
    known = [pair for pair in pairs if any(pair in row for row in rows.values())]
    left = "".join(runs)
    if not known or len(known) < _KNOWN * len(pairs):
        made = _BEFORE_CLUSTER.search(text)
        if made and (product := made.group(1).lstrip("的")) in left and product:
            return product, _alike(placed, product)
        return "", None if len(left) >= _LONG else placed
    return left, _most(placed, known, lambda cluster: rows[cluster.id])


def _most(placed: Sequence[Cluster], pairs: Sequence[str], row: Callable[[Cluster], str]) -> list[Cluster]:
    shares = {cluster.id: sum(pair in row(cluster) for pair in pairs) / len(pairs) for cluster in placed}
    best = max(shares.values(), default=0.0)
    return [cluster for cluster in placed if shares[cluster.id] >= max(_ABOUT, best - 0.2)]


def _alike(placed: Sequence[Cluster], made: str) -> list[Cluster]:
    """「鞋业」 for 制鞋: clusters of the place whose name shares the telling character."""
    telling = made.rstrip("业品类")
    return [c for c in placed if len(telling) == 1 and telling in c.name]


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


def _by_list(chosen: Sequence[Cluster]) -> list[list[Cluster]]:
    lists: dict[tuple[str, str], list[Cluster]] = {}
    for cluster in chosen:
        lists.setdefault((cluster.source_locator.split(" ")[0], cluster.list_name), []).append(cluster)
    return list(lists.values())


def _list(members: Sequence[Cluster], composer: Composer, context: Context, rows: bool) -> None:
    from assistant.answering.registry import row_mark

    name = members[0].list_name
    if rows:
        names = "；".join(f"{cluster.name}{row_mark(cluster, composer, context)}" for cluster in members)
        composer.add(f"{name}{len(members)}个：{names}。\n")
        return
    annex = members[0].source_locator.split(" ")[0]
    document = context.corpus.documents.get(members[0].source_doc)
    mark = composer.cite(document.id, annex) if document and document.clause(annex) else ""
    composer.add(f"{name}{len(members)}个{mark}：{'、'.join(cluster.name for cluster in members)}。\n")


def _explain_counts(chosen: Sequence[Cluster], composer: Composer, context: Context) -> None:
    """Where the notice claims another number than its list has rows: the clusters that it treats apart."""
    for members in _by_list(chosen):
        document = context.corpus.documents.get(members[0].source_doc)
        if document is None:
            continue
        for clause in document.clauses:
            claim = _CLAIM.search(clause.text)
            if (
                claim is None
                or clause.kind == "row"
                or members[0].list_name not in clause.text[: claim.end() + 30]
            ):
                continue
            stated = parse_numeral(claim.group(1))
            # the clusters that another paragraph of the notice deals with by name
            others = [item.text for item in document.clauses if item.kind != "row" and item is not clause]
            apart = [c for c in members if c.note and any(c.name in text for text in others)]
            if clause.text.count(f"省{members[0].list_name}") and stated != len(members) and apart:
                mark = composer.cite(clause.doc, clause.locator, claim.group())
                names = "、".join(cluster.name for cluster in apart)
                reasons = "；".join(cluster.note for cluster in apart)
                composer.add(
                    f"通知{clause.locator}写的是{stated}个{mark}，名单有{len(members)}个，差在{names}：{reasons}。\n"
                )
                return
