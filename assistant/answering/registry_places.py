"""Answers that set places against one another: how many listed clusters each city has, which has most, which none."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.listing import DISTRIBUTION, MORE
from assistant.conversation.plan import Plan
from assistant.models import Answer
from assistant.registry import Cluster, Division


def answer(plan: Plan, composer: Composer, context: Context) -> Answer | None:
    """Compare the places that the question names, or all cities; None where it compares none."""
    text = fold(plan.standalone)
    if len(plan.divisions) > 1 and MORE.search(text):
        places: Sequence[Division] = plan.divisions
    elif DISTRIBUTION.search(text):
        cities = [division for division in context.registry.divisions if division.is_city]
        places = [city for city in cities if city in plan.divisions] or cities
    else:
        return None
    listed = [c for c in context.registry.clusters if _wanted(c, plan)]
    counts = {place.name: [c for c in listed if _lies_in(c, place)] for place in places}
    batch = "、".join(dict.fromkeys(cluster.batch for cluster in listed))
    marks = "".join(composer.cite(doc, annex) for doc, annex in _annexes(listed, context))
    ordered = sorted(counts.items(), key=lambda item: -len(item[1]))
    most, least = len(ordered[0][1]), len(ordered[-1][1])
    if most == least:
        composer.add(f"{batch}名单中一样多，都是{most}个{marks}。\n")
    else:
        first = "、".join(name for name, clusters in ordered if len(clusters) == most)
        composer.add(f"{batch}名单中最多的是{first}，{_told(ordered[0][1])}{marks}。\n")
    some = [f"{name}{_told(clusters)}" for name, clusters in ordered if clusters]
    composer.add("；".join(some) + "。\n")
    if none := [name for name, clusters in ordered if not clusters]:
        composer.add(f"没有列入的是{'、'.join(none)}。\n")
    if cross := [c for clusters in counts.values() for c in clusters if c.cross_region]:
        names = "、".join(dict.fromkeys(c.name for c in cross))
        composer.add(f"跨市的集群（{names}）按核心承载园区所在的市只计一次。\n")
    return composer.build("answered")


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


def _annexes(clusters: Sequence[Cluster], context: Context) -> list[tuple[str, str]]:
    """The annexes that the clusters stand in."""
    found = dict.fromkeys((c.source_doc, c.source_locator.split(" ")[0]) for c in clusters)
    documents = context.corpus.documents
    return [(doc, annex) for doc, annex in found if doc in documents and documents[doc].clause(annex)]
