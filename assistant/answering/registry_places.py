"""Answers that set places against one another: how many listed clusters each has, which has most, which none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.registry_marks import row_mark
from assistant.conversation.by_place import ByPlace, asked_by_place
from assistant.conversation.lexicon import fold
from assistant.conversation.listing import DISTRIBUTION, MORE
from assistant.conversation.plan import Plan
from assistant.models import Answer
from assistant.registry import Cluster, Division

_ROWS_CITED = 12  # rows cited one by one; more rest on their annexes
_CALLED = {
    ("区", "县级市", "县", "自治县"): "县（市、区）",
    ("县级市", "县", "自治县"): "县（市）",
}

Counts = Mapping[Division, Sequence[Cluster]]


def answer(plan: Plan, composer: Composer, context: Context) -> Answer | None:
    """Compare the places that the question names, or tell which places have as many as it asks; None for others."""
    text = fold(plan.standalone)
    registry = context.registry
    listed = [c for c in registry.clusters if _wanted(c, plan)]
    if len(plan.divisions) > 1 and MORE.search(text):
        return _compared(_counts(plan.divisions, listed), listed, composer, context)
    asked = asked_by_place(text, [match.text for match in registry.divisions_in(text)])
    if asked is None and not DISTRIBUTION.search(text):
        return None
    levels = asked.levels if asked else ("市州",)
    within = [d.code for d in plan.divisions]
    places = [d for d in registry.divisions if d.level in levels and d.parent in within] or [
        d for d in registry.divisions if d.level in levels
    ]
    if asked is None or asked.condition == "order":
        named = [d for d in plan.divisions if d.level in levels]
        counts = _counts(named or places, listed)
        if asked and not asked.cities:
            counts = {place: clusters for place, clusters in counts.items() if clusters}
        return _compared(counts, listed, composer, context)
    return _meeting(asked, _counts(places, listed), listed, plan, composer, context)


def _counts(places: Sequence[Division], listed: Sequence[Cluster]) -> Counts:
    return {place: [c for c in listed if _lies_in(c, place)] for place in places}


def _compared(counts: Counts, listed: Sequence[Cluster], composer: Composer, context: Context) -> Answer:
    """The places in order, with the number of clusters of each."""
    batch, marks = _source(listed, composer, context)
    ordered = sorted(counts.items(), key=lambda item: -len(item[1]))
    most, least = len(ordered[0][1]), len(ordered[-1][1])
    if most == least:
        composer.add(f"{batch}名单中一样多，都是{most}个{marks}。\n")
    else:
        first = [place.name for place, clusters in ordered if len(clusters) == most]
        told = f"各{most}个" if len(first) > 1 else _told(ordered[0][1])
        composer.add(f"{batch}名单中最多的是{'、'.join(first)}，{told}{marks}。\n")
    some = [f"{place.name}{_told(clusters)}" for place, clusters in ordered if clusters]
    composer.add("；".join(some) + "。\n")
    if none := [place.name for place, clusters in ordered if not clusters]:
        composer.add(f"没有列入的是{'、'.join(none)}。\n")
    _tell_cross_region(counts, composer)
    return composer.build("answered")


def _meeting(
    asked: ByPlace,
    counts: Counts,
    listed: Sequence[Cluster],
    plan: Plan,
    composer: Composer,
    context: Context,
) -> Answer:
    """The places with as many clusters as the question asks for."""
    batch, marks = _source(listed, composer, context)
    chosen = {place: clusters for place, clusters in counts.items() if _meets(asked, len(clusters))}
    kind = _kind(plan)
    which = {
        "none": f"没有{kind}的",
        "some": f"有{kind}的",
        "number": f"{kind}有{_range(asked)}的",
    }[asked.condition]
    within = "、".join(d.name for d in plan.divisions if d.is_city and not asked.cities)
    called = _CALLED.get(asked.levels, asked.levels[0])
    if not chosen:
        composer.add(f"{batch}名单中，{within}{which}{called}一个也没有{marks}。\n")
    else:
        composer.add(f"{batch}名单中，{within}{which}{called}有{len(chosen)}个{marks}：\n")
        composer.add(_by_city(chosen, asked, composer, context) + "。\n")
    if asked.condition == "number":
        _tell_cross_region(counts, composer)
    _tell_open(counts, listed, composer)
    return composer.build("answered")


def _meets(asked: ByPlace, number: int) -> bool:
    if asked.condition == "none":
        return number == 0
    if asked.condition == "some":
        return number > 0
    return asked.least <= number and (asked.most is None or number <= asked.most)


def _range(asked: ByPlace) -> str:
    return f"{asked.least}个" if asked.most == asked.least else f"{asked.least}个以上"


def _kind(plan: Plan) -> str:
    name = plan.category or "集群"
    if plan.list_stage == "培育对象":
        return f"{name}培育对象"
    return name if plan.list_stage else f"{name}（含培育对象）"


def _by_city(chosen: Counts, asked: ByPlace, composer: Composer, context: Context) -> str:
    """`永州市：江华县（智能小家电电机…）、道县；郴州市：…`; of cities their clusters."""
    few = sum(map(len, chosen.values())) <= _ROWS_CITED
    by_city: dict[str, list[str]] = {}
    for place, clusters in chosen.items():
        marks = [row_mark(cluster, composer, context) if few else "" for cluster in clusters]
        names = "、".join(f"{cluster.name}{mark}" for cluster, mark in zip(clusters, marks, strict=True))
        told = f"{place.name}（{names}）" if clusters else place.name
        by_city.setdefault(context.registry.city_of(place).name, []).append(told)
    if asked.cities:
        return "；".join(told for names in by_city.values() for told in names)
    return "；".join(f"{city}：{'、'.join(names)}" for city, names in by_city.items())


def _tell_cross_region(counts: Counts, composer: Composer) -> None:
    cross = [c for place, clusters in counts.items() if place.is_city for c in clusters if c.cross_region]
    if cross:
        names = "、".join(dict.fromkeys(c.name for c in cross))
        composer.add(f"跨市的集群（{names}）按核心承载园区所在的市只计一次。\n")


def _tell_open(counts: Counts, listed: Sequence[Cluster], composer: Composer) -> None:
    """The clusters that may lie in one of the counties, where the list leaves open in which."""
    settled = {cluster.id for clusters in counts.values() for cluster in clusters}
    counties = {place.name for place in counts if not place.is_city}
    open_ = [
        c for c in listed if c.id not in settled and not c.county and counties & set(c.possible_counties)
    ]
    if open_:
        composer.add(
            f"另有{len(open_)}个的园区由市级管理或跨区，名单没有写在哪个县（市、区），没有计入："
            f"{'、'.join(f'{c.name}（{c.park}）' for c in open_)}。\n"
        )


def _wanted(cluster: Cluster, plan: Plan) -> bool:
    return plan.category in (None, cluster.category) and plan.list_stage in (None, cluster.stage)


def _lies_in(cluster: Cluster, place: Division) -> bool:
    return place.name == cluster.city if place.is_city else place.name in (cluster.county, *cluster.home)


def _told(clusters: Sequence[Cluster]) -> str:
    """`7个（集群6个、培育对象1个）`."""
    trainees = sum(cluster.stage == "培育对象" for cluster in clusters)
    if not clusters or trainees in (0, len(clusters)):
        return f"{len(clusters)}个" + ("培育对象" if trainees else "集群" if clusters else "")
    return f"{len(clusters)}个（集群{len(clusters) - trainees}个、培育对象{trainees}个）"


def _source(listed: Sequence[Cluster], composer: Composer, context: Context) -> tuple[str, str]:
    """The batches of the lists, and the marks of the annexes that the clusters stand in."""
    batch = "、".join(dict.fromkeys(cluster.batch for cluster in listed))
    documents = context.corpus.documents
    found = dict.fromkeys((c.source_doc, c.source_locator.split(" ")[0]) for c in listed)
    marks = (
        composer.cite(doc, annex) for doc, annex in found if doc in documents and documents[doc].clause(annex)
    )
    return batch, "".join(marks)
