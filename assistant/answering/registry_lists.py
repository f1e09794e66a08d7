"""Answers about sets of clusters: how many, which, of which trade, in which place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.registry_cards import asked_columns
from assistant.answering.registry_marks import row_mark
from assistant.conversation.lexicon import fold
from assistant.conversation.listing import claimed_number
from assistant.conversation.plan import Plan
from assistant.models import Answer
from assistant.registry import Cluster
from assistant.registry.selection import annexes_in
from assistant.registry.trades import clusters_of
from index.numerals import NUMERAL, parse_numeral

_ROW_CITATIONS = 12  # rows cited one by one; a longer list cites its annexes
# Columns that are told beside each name, where a question for several rows asks for them.
_COLUMNS: dict[str, Callable[[Cluster], str]] = {
    "促进组织": lambda cluster: cluster.organisation,
    "核心承载园区": lambda cluster: cluster.park,
    "所在地": lambda cluster: cluster.city + cluster.county,
}
# 「长沙的集群在哪里能查到」 asks for no county
_COUNTY = re.compile(r"哪[个些几]*[县区市]|分别在|各在|所在[县市]")
_CLAIM = re.compile(rf"等({NUMERAL})个集群")


# Whether the list grew after the first batch: 名单会更新吗, 现在到第几批了.
_LATER = re.compile(
    r"第几批了|(?:到|是|出到|公布到|认定到)第几批|名单.{0,4}(?:更新|变动|会变|新增|增补|再出)|(?:后续|新一|下一|后一|最近一|最新一?)批|最新(?:的)?名单|名单.{0,2}最新"
)


def of_another_batch(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Say that the list of the batch or year that the question names is not there; None where it names none."""
    text = fold(plan.standalone)
    later = re.search(r"第[一二三四五六七八九十]批|20[0-9]{2}年[^，。]{0,8}名单", text) or _LATER.search(text)
    if not later or not re.search("名单|公布|批", text) or plan.documents not in ((), ("list-2022",)):
        return None
    return answer(plan, composer, context) if _unknown_batch(plan, context) else None


def answer(plan: Plan, composer: Composer, context: Context) -> Answer | None:
    """Count and list the clusters that the question's filters leave; None where it is no list question."""
    unknown = _unknown_batch(plan, context)
    batch = "、".join(dict.fromkeys(cluster.batch for cluster in context.registry.clusters))
    if unknown:
        mark = composer.cite("list-2022", "前言", "确定了湖南省产业集群和湖南省产业集群培育对象(第一批)")
        composer.add(f"现有资料只有{batch}名单{mark}，没有{unknown}的名单。{WHOM_TO_ASK}")
        return composer.build("no_evidence")
    if plan.selection is None:
        return None
    trade, placed = plan.selection.trade, plan.selection.placed
    chosen = _sliced(fold(plan.standalone), plan.selection.clusters)
    annexes = annexes_in(plan.locators)
    inside = f"{'、'.join(annexes)}中" if annexes and plan.selection.places else "、".join(annexes)
    where = inside + "、".join(division.name for division in plan.selection.places) or (
        "符合的" if _by_column(plan, placed, context) and not trade else "全省"
    )
    about = f"与“{trade}”有关的" if trade else ""
    if not chosen and trade and placed and (plan.divisions or annexes):
        composer.add(f"{batch}名单中，{where}没有列入{about}集群。{_elsewhere(trade, composer, context)}")
        composer.add(f"{where}列入名单的有：\n")
        chosen = placed
    elif not chosen and (others := _of_the_other_stage(plan, context)):
        # 「算正式集群吗」: what is no cluster yet is on the list of trainees all the same
        composer.add(
            f"{batch}名单中，{where}没有列入{about}{_kind(plan)}，列入的是{_counted_other(others)}。\n"
        )
        chosen = others
    elif not chosen and plan.selection.left_out:
        only = "、".join(f"{c.name}{row_mark(c, composer, context)}" for c in plan.selection.left_out)
        composer.add(f"没有别的：{batch}名单中，{where}列入的只有{only}。")
        return composer.build("answered")
    elif not chosen:
        marks = "".join(composer.cite("list-2022", f"附件{number}") for number in range(1, 5))
        composer.add(f"{batch}名单中，{where}没有列入{about}{_kind(plan)}{marks}。")
        composer.add(_elsewhere(trade, composer, context))
        return composer.build("answered")
    else:
        told = _counted(plan, chosen)
        if where == "符合的":
            told = told.replace(
                f"没有{_name(plan)}，有培育对象{len(chosen)}个", f"有{len(chosen)}个，都是培育对象"
            )
        if len(chosen) < len(plan.selection.clusters):
            composer.add(f"按{batch}名单的顺序，是这{len(chosen)}个：\n")
        else:
            composer.add(f"{_confirmed(plan, chosen)}{batch}名单中，{where}{about}{told}。\n")
    columns = [name for name in asked_columns(plan, chosen) if name in _COLUMNS]
    if not _COUNTY.search(fold(plan.standalone)):
        columns = [name for name in columns if name != "所在地"]
    for members in _by_list(chosen):
        _list(members, composer, context, rows=len(chosen) <= _ROW_CITATIONS, columns=columns)
    if not plan.divisions and not trade:
        _explain_counts(chosen, composer, context)
    _tell_shared(plan, chosen, composer)
    for cluster in chosen:
        # what lies in the county asked for only perhaps
        if (
            cluster.note
            and not cluster.county
            and any(not d.is_city and d.name not in cluster.home for d in plan.divisions)
        ):
            composer.warn(f"{cluster.name}：{cluster.note}")
    return composer.build("answered")


_SLICES = (
    (
        re.compile(rf"从?第({NUMERAL})个?(?:个|家|位)?(?:往后|以后|之后|起|开始|到最后)"),
        lambda n: slice(n - 1, None),
    ),
    (re.compile(rf"(?:前|头|前面)({NUMERAL})(?:个|家|位|名|行)"), lambda n: slice(None, n)),
    (re.compile(rf"(?:后|最后|末尾)({NUMERAL})(?:个|家|位|名|行)"), lambda n: slice(-n, None)),
)


def _sliced(text: str, chosen: Sequence[Cluster]) -> Sequence[Cluster]:
    """The part of the rows that a question counts out (前三个, 从第10个往后); all where it counts none."""
    for words, part in _SLICES:
        if (match := words.search(text)) and 0 < (number := parse_numeral(match[1])) <= len(chosen):
            return chosen[part(number)]
    return chosen


def _elsewhere(trade: str, composer: Composer, context: Context) -> str:
    """Where in the province the trade is listed, where it is not in the place asked for."""
    found = [
        cluster
        for word in trade.split("、")
        for cluster in clusters_of(word, context.registry.clusters)
        if trade
    ]
    told = "、".join(f"{c.name}（{c.city}{c.county}）{row_mark(c, composer, context)}" for c in found[:3])
    return f"全省做这一行的有{told}。" if told else ""


def _tell_shared(plan: Plan, chosen: Sequence[Cluster], composer: Composer) -> None:
    """Those of the clusters in which the cities named only take part, their core park lying in another."""
    cities = {division.name for division in plan.divisions if division.is_city}
    shared = [c for c in chosen if c.cross_region and c.city not in cities]
    if cities and shared:
        names = "、".join(f"{c.name}（核心承载园区在{c.city}）" for c in shared)
        composer.add(f"其中{names}是跨市的集群；不计的话是{len(chosen) - len(shared)}个。\n")


def _by_column(plan: Plan, placed: Sequence[Cluster], context: Context) -> bool:
    """Whether the question chose the rows by what stands in one of their columns."""
    listed = context.registry.filter(category=plan.category, stage=plan.list_stage)
    return 0 < len(placed) < len(listed)


def _of_the_other_stage(plan: Plan, context: Context) -> tuple[Cluster, ...]:
    """The clusters of the places named that are on the lists of the other stage or category."""
    if not plan.divisions or not (plan.list_stage or plan.category):
        return ()
    trade = plan.selection.trade if plan.selection else ""
    pairs = [trade[place : place + 2] for place in range(len(trade) - 1)]
    found = [
        cluster
        for division in plan.divisions
        for cluster in context.registry.filter(**{"city" if division.is_city else "county": division})  # type: ignore[arg-type]
    ]
    return tuple(dict.fromkeys(c for c in found if not trade or any(pair in fold(c.name) for pair in pairs)))


def _counted_other(clusters: Sequence[Cluster]) -> str:
    """`培育对象1个`, by list."""
    names = [cluster.list_name for cluster in clusters]
    return "、".join(f"{name}{names.count(name)}个" for name in dict.fromkeys(names))


def _kind(plan: Plan) -> str:
    return (plan.category or "集群") + ("培育对象" if plan.list_stage == "培育对象" else "")


def _confirmed(plan: Plan, chosen: Sequence[Cluster]) -> str:
    """First words where the question gives a number to be confirmed; "" where it gives none."""
    claimed = claimed_number(plan.standalone)
    if claimed is None:
        return ""
    recognised = sum(cluster.stage == "集群" for cluster in chosen)
    right = claimed == len(chosen) or (not plan.list_stage and claimed == recognised)
    return "对。" if right else f"不是{claimed}个。"


def _name(plan: Plan) -> str:
    return plan.category or "集群"


def _counted(plan: Plan, chosen: Sequence[Cluster]) -> str:
    """`有集群4个，另有培育对象3个`: a trainee is no cluster yet, so the two are never added up unsaid."""
    name = _name(plan)
    clusters = sum(cluster.stage == "集群" for cluster in chosen)
    trainees = len(chosen) - clusters
    if plan.list_stage:
        return f"有{_kind(plan)}{len(chosen)}个"
    if clusters and trainees:
        return f"有{name}{clusters}个，另有培育对象{trainees}个，合计{len(chosen)}个"
    return f"有{name}{clusters}个" if clusters else f"没有{name}，有培育对象{trainees}个"


def _unknown_batch(plan: Plan, context: Context) -> str | None:
    """A batch or year that the question names and the registry does not hold."""
    text = fold(plan.standalone)
    batches = {cluster.batch for cluster in context.registry.clusters}
    years = {str(cluster.batch_year) for cluster in context.registry.clusters}
    if _LATER.search(text):
        return "以后各批"
    for name in re.findall(r"第[一二三四五六七八九十]批", text):
        if name not in batches:
            return str(name)
    # the forms of 2023 list the trainees again
    years |= {source.split(" ")[0][-4:] for cluster in plan.clusters for source in cluster.other_sources}
    for year in re.findall(r"20[0-9]{2}(?=年|认定|公布|新增|入选|评上|名单|那批)", text):
        if year not in years:
            return f"{year}年"
    return None


def _by_list(chosen: Sequence[Cluster]) -> list[list[Cluster]]:
    lists: dict[tuple[str, str], list[Cluster]] = {}
    for cluster in chosen:
        lists.setdefault((cluster.source_locator.split(" ")[0], cluster.list_name), []).append(cluster)
    return list(lists.values())


def _list(
    members: Sequence[Cluster], composer: Composer, context: Context, rows: bool, columns: Sequence[str]
) -> None:
    name = members[0].list_name
    if rows:
        names = "；".join(
            f"{_with_columns(cluster, columns)}{row_mark(cluster, composer, context)}" for cluster in members
        )
        composer.add(f"{name}{len(members)}个：{names}。\n")
        return
    annex = members[0].source_locator.split(" ")[0]
    document = context.corpus.documents.get(members[0].source_doc)
    mark = composer.cite(document.id, annex) if document and document.clause(annex) else ""
    composer.add(
        f"{name}{len(members)}个{mark}：{'、'.join(_with_columns(cluster, columns) for cluster in members)}。\n"
    )


def _with_columns(cluster: Cluster, columns: Sequence[str]) -> str:
    """The cluster's name, with the columns asked for in brackets."""
    told = "，".join(f"{column}：{_COLUMNS[column](cluster)}" for column in columns)
    return f"{cluster.name}（{told}）" if told else cluster.name


def _explain_counts(chosen: Sequence[Cluster], composer: Composer, context: Context) -> None:
    """Where the notice claims another number than its list has rows: the clusters that it treats apart."""
    for members in _by_list(chosen):
        document = context.corpus.documents.get(members[0].source_doc)
        # the notice counts whole lists
        whole = [c for c in context.registry.clusters if c.list_name == members[0].list_name]
        if document is None or len(members) < len(whole):
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
