"""The county quota (kind `eligibility`), 第十六条."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.checker.draft import Draft
from assistant.checker.rules.places import registry
from assistant.checker.rules.registry import Context, Problem, at, rule, shown
from assistant.checker.rules.trainees import listed_as, where
from assistant.parameters import NotInForceError, load_parameters
from assistant.registry import Cluster, Division


def county_of(draft: Draft) -> Division | None:
    """The one 县（市） that name and area speak of; None for districts, cities and several counties."""
    text = f"{draft.cluster}\n{draft.text_of('一/area')}"
    found = [match.division for match in registry().divisions_in(text)]
    counties = list(dict.fromkeys(division for division in found if not division.is_city))
    return counties[0] if len(counties) == 1 and counties[0].is_county_or_county_city else None


def _others(draft: Draft, county: Division) -> list[Cluster]:
    """Clusters that certainly belong to the county, the draft's own and what it grew out of apart."""
    own, _ = listed_as(draft.cluster)
    certain, _ = registry().listed_in(county)
    return [cluster for cluster in certain if cluster != own]


@rule(
    id="county-quota",
    kind="eligibility",
    title="县（市）已有集群在名单上",
    severity="warning",
    basis=("measures-2021", "第十六条"),
)
def county_quota(context: Context) -> Iterator[Problem]:
    """原则上 one cluster a county: another one on the lists is shown, never an error.

    A cluster that is listed itself goes on under its own place. Clusters of several counties are left
    out: the clause does not say whose place they take.
    """
    draft = context.draft
    value = draft.value("一/name")
    county = county_of(draft)
    if value is None or county is None:
        return
    own, _ = listed_as(draft.cluster)
    try:
        quota = load_parameters().at("county_quota", on=context.as_of)
    except NotInForceError:
        return
    others = [each for each in _others(draft, county) if (each.batch_year or 0) < context.as_of.year]
    if own is not None or len(others) < quota.number:
        return
    names = "、".join(f"“{each.name}”（{each.list_name}，{where(each)}）" for each in others)
    yield at(
        value,
        f"一 “集群名称”填“{shown(value)}”：{county.name}已有{len(others)}个集群在名单上：{names}；"
        f"每个县（市）纳入省级支持的先进制造业集群原则上不超过{quota.number}个。{_open(others)}",
        "“原则上”留有余地：申报前请向市州工业和信息化局确认名额。",
        expected=f"≤{quota.number}",
    )


def _open(others: list[Cluster]) -> str:
    """What the clause leaves open for these clusters."""
    notes = []
    if any(each.category == "中小企业特色产业集群" for each in others):
        notes.append("《办法》第二条把特色产业集群也列为先进制造业集群")
    if any(each.stage == "培育对象" for each in others):
        notes.append("培育对象是否同样占名额，条款没有写明")
    return f"{'；'.join(notes)}。" if notes else ""
