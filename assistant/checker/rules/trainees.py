"""The lists and the stage (kind `eligibility`): the final is for trainees (培育对象), the preliminary for others.

The corpus holds the lists of the first batch, whose trainees met in the final of 2023. For that contest a cluster of a
known place that resembles no trainee is an error. It is a warning where the place is not known or a trainee has a
similar name (the cluster may be listed under another name), and for later contests (their lists are not here).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from assistant.checker.rules.names import likeness, name_parts, plain_name
from assistant.checker.rules.places import home_of, registry
from assistant.checker.rules.registry import Context, Problem, at, cell_name, rule, shown
from assistant.registry import Cluster
from assistant.registry.folding import fold

# Scores of a name match: from the first on it is the same cluster; from the second on it is worth showing.
_SAME, _NEAR = 90, 50


@lru_cache(maxsize=64)
def listed_as(name: str) -> tuple[Cluster | None, Cluster | None]:
    """The cluster of the lists that a name is, and the trainee whose name is nearest; None where there is none.

    A cluster that is on the list of trainees and on that of clusters is given as a trainee.
    """
    matches = registry().find(name, min_score=_NEAR)
    same = [match.cluster for match in matches if match.score >= _SAME]
    trainees = [match.cluster for match in matches if match.cluster.stage == "培育对象"]
    trainee = next((cluster for cluster in same if cluster.stage == "培育对象"), None)
    return trainee or (same[0] if same else None), trainees[0] if trainees else None


def _first_batch(context: Context, year: int) -> bool:
    """Whether the draft is for the contest to which the trainees of that list go: the year after it."""
    return context.draft.years_stated and context.as_of.year == year + 1


@rule(
    id="trainee-list",
    kind="eligibility",
    title="决赛限培育对象参加",
    severity="warning",
    basis=("measures-2021", "第三条"),
)
def trainee_list(context: Context) -> Iterator[Problem]:
    """The final is for trainees; a name that only resembles one on the list is shown with its match."""
    value = context.draft.value("一/name")
    if context.draft.stage != "决赛" or value is None or value.blank:
        return
    cluster, nearest = listed_as(value.raw)
    advice = "请核对是否与公布名单的名称一致；如属后续批次的培育对象，请以该批次名单为准。"
    if cluster is not None and cluster.stage == "培育对象":
        if not _written_as(value.raw, cluster):
            message = f"一 “集群名称”填“{shown(value)}”，名单中为“{cluster.name}”（{where(cluster)}）。"
            yield at(value, message, "请改为名单所用名称。", expected=cluster.name, severity="info")
        return
    if cluster is not None:
        message = f"一 “集群名称”填“{shown(value)}”，名单中已是{cluster.list_name}（{where(cluster)}），不必参加决赛。"
        yield at(value, message, "请核对报送的阶段和集群名称。")
        return
    near = f"名称最接近的是“{nearest.name}”（{where(nearest)}）。" if nearest is not None else ""
    batch = max((each.batch_year or 0 for each in registry().clusters), default=0)
    certain = _first_batch(context, batch) and bool(home_of(context.draft).cities)
    yield at(
        value,
        f"一 “集群名称”填“{shown(value)}”，不在已收录的培育对象名单中；决赛由初赛胜出的培育对象参加。{near}",
        advice,
        expected=nearest.name if nearest is not None else None,
        severity="error" if nearest is None and certain else None,
    )


def where(cluster: Cluster) -> str:
    """The list and the row on which a cluster is."""
    year = f"{cluster.batch_year}年" if cluster.batch_year else ""
    return f"{year}{cluster.batch}，{cluster.source_locator}"


def _row(cluster: Cluster) -> tuple[str, str]:
    """The row of the list as a citation."""
    return cluster.source_doc, cluster.source_locator


def _written_as(name: str, cluster: Cluster) -> bool:
    """Whether a name is one of the cluster's, 特色 apart, which the two lists of 2022 and 2023 write differently."""
    wanted = {fold(each).replace("特色", "") for each in cluster.names}
    return fold(name).replace("特色", "") in wanted


@rule(
    id="trainee-category",
    kind="eligibility",
    title="申报类别与名单不同",
    severity="warning",
    basis=("list-2022", "第四项"),
)
def trainee_category(context: Context) -> Iterator[Problem]:
    """In the final the category is that under which the cluster is on the list."""
    draft = context.draft
    value = draft.value("一/category")
    cluster, _ = listed_as(draft.cluster) if draft.stage == "决赛" and draft.cluster else (None, None)
    if value is None or cluster is None or draft.category in (None, cluster.category):
        return
    yield at(
        value,
        f"一 “申报类别”为{draft.category}，而“{cluster.name}”在名单中是{cluster.list_name}（{where(cluster)}）。",
        "请核对申报类别。",
        expected=cluster.category,
        basis=_row(cluster),
    )


_UNITS = (("一/promoter_name", "organisation", "促进组织"), ("一/park_name", "park", "核心承载园区"))


@rule(
    id="trainee-units",
    kind="eligibility",
    title="促进组织或园区与名单不同",
    severity="warning",
    basis=("list-2022", "第四项"),
)
def trainee_units(context: Context) -> Iterator[Problem]:
    """In the final the organisation and the core park are those that the list fixed for the trainee."""
    draft = context.draft
    cluster, _ = listed_as(draft.cluster) if draft.stage == "决赛" and draft.cluster else (None, None)
    if cluster is None:
        return
    for path, key, what in _UNITS:
        value, listed = draft.value(path), getattr(cluster, key)
        if value is None or value.blank or not listed:
            continue
        if any(likeness(part, plain_name(listed)) != "other" for part in name_parts(value.raw)):
            continue
        yield at(
            value,
            f"{cell_name(value)}填“{shown(value)}”，名单确定的{what}为“{listed}”（{where(cluster)}）。",
            f"请核对；{what}已变更的，请附变更说明。",
            expected=listed,
            basis=_row(cluster),
        )


@rule(
    id="already-listed",
    kind="eligibility",
    title="集群已在名单上",
    severity="info",
    basis=("measures-2021", "第三条"),
)
def already_listed(context: Context) -> Iterator[Problem]:
    """A cluster that an earlier list already holds enters the preliminary, which is for those that are on none."""
    draft = context.draft
    value = draft.value("一/name")
    if draft.stage != "初赛" or value is None or value.blank or not draft.years_stated:
        return
    cluster, _ = listed_as(value.raw)
    if cluster is None or (cluster.batch_year or 0) >= context.as_of.year:
        return
    if draft.category not in (None, cluster.category):  # a cluster may go in for the other category
        return
    yield at(
        value,
        f"一 “集群名称”填“{shown(value)}”，与名单中的“{cluster.name}”相同，已是{cluster.list_name}"
        f"（{where(cluster)}）；初赛用于确定培育对象。",
        "请核对报送的阶段；已是培育对象的，参加决赛。",
    )
