"""How many clusters a county may have (第十六条)."""

from __future__ import annotations

from assistant.eligibility.engine import rule
from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import Conclusion, Sentence
from assistant.eligibility.wording import ask, measures, rests_on, row, say
from assistant.parameters import Parameter, Parameters
from assistant.registry import Cluster, Division

_DEFINITION = measures("第二条", "包括规模效益突出的优势产业集群和专业化细分领域竞争力强的特色产业集群")
_NATIONAL = measures("第十七条", "并择优推荐其申报国家级先进制造业集群")
_PRELIMINARY = measures("第三条", "在初赛中胜出的先进制造业集群确定为湖南省先进制造业集群培育对象")
_FINAL = measures("第三条", "在决赛中胜出的先进制造业集群认定为湖南省先进制造业集群")
_TRAINEES = measures("第十三条", "湖南省先进制造业集群培育对象参照湖南省先进制造业集群进行管理")


@rule(
    id="quota.county",
    topic="quota",
    basis="measures-2021#第十六条",
    title="每个县（市）纳入省级支持的集群个数",
)
def county_quota(facts: Facts, parameters: Parameters) -> Conclusion:
    """原则上不超过1个: over it is conditional, within it is free; districts and cities are not named."""
    quota = parameters.at("county_quota", on=facts.as_of)
    county = facts.county
    if facts.counted is not None:
        return _counted(facts.counted, quota)
    if facts.assured and not facts.wants_another:
        return _not_assured(quota)
    if facts.asks_exception:
        return _exception(quota)
    if facts.level == "区" or (county is not None and county.level == "区"):
        return _district(county.name if county is not None else "市辖区", quota)
    if (
        "县级市" in (facts.lacking or "")
        and "市辖区" not in (facts.lacking or "")
        and not facts.wants_another
        and county is None
    ):
        text = f"条款写的是“每个县（市）”，县级市和县一样，原则上不超过{quota.number}个。"
        return Conclusion("met", "yes", say(text, *rests_on(quota)), (ask("其他方面有没有分别"),))
    if county is None and facts.cluster is None and (facts.city is not None or facts.level == "市州"):
        return _city(facts.city.name if facts.city is not None else "", quota)
    if facts.cluster is not None and facts.cluster.stage == "集群" and "报培育对象" in (facts.lacking or ""):
        return _recognised(facts.cluster)
    listed = _listed(facts)
    wanted = max(facts.cluster_count or 0, 1)
    another = facts.wants_another and (bool(listed) or county is None)
    if another or wanted > quota.number:
        return _over(facts, quota, listed, wanted)
    if facts.cluster is not None and facts.cluster in listed and not facts.wants_another:
        return _itself(facts.cluster, quota)
    if listed:
        return _over(facts, quota, listed, wanted)
    if facts.cross_region:
        return _cross_region(quota)
    if county is None and facts.asks_limit:
        return _limit(quota)
    unsure = tuple(cluster for cluster in facts.possibly_listed or () if cluster != facts.cluster)
    return _within(county, quota, unsure)


def _listed(facts: Facts) -> tuple[Cluster, ...]:
    """The county's clusters on a list, the one that the question names with them."""
    named = (facts.cluster,) if facts.cluster is not None and _is_countys(facts) else ()
    return tuple(dict.fromkeys((*(facts.already_listed or ()), *named)))


def _is_countys(facts: Facts) -> bool:
    cluster, county = facts.cluster, facts.county
    return cluster is not None and (county is None or county.name in (*cluster.home, cluster.county))


def _limit(quota: Parameter) -> Conclusion:
    return Conclusion(
        "conditional",
        "conditional",
        say(
            f"每个县（市）纳入省级支持的先进制造业集群原则上不超过{quota.number}个。",
            *rests_on(quota),
        ),
        (
            say(
                "“原则上”留有余地，但什么情形可以例外，文件没有规定。",
                measures("第十六条", f"原则上不超过{quota.number}个"),
            ),
            say(
                "条款限的是县（市）纳入省级支持的个数，没有提到市辖区，也没有写能递交几份申报材料。",
                measures("第十六条", "纳入省级支持的先进制造业集群"),
            ),
            ask("能否作为例外"),
        ),
    )


def _counted(what: str, quota: Parameter) -> Conclusion:
    """Whether trainees, special clusters or joint applications use up the county's place."""
    if what == "联合申报":
        return _cross_region(quota)
    basis = {
        "培育对象": say("培育对象参照集群管理，但是否占名额没有写明。", _TRAINEES),
        "国家级集群": say("国家级集群由省工业和信息化厅从省级集群中择优推荐申报。", _NATIONAL),
        "特色产业集群": say("《办法》所说的先进制造业集群把特色产业集群也包括在内。", _DEFINITION),
    }[what]
    return Conclusion(
        "conditional",
        "conditional",
        say(
            f"{what}占不占名额，条款没有写明；条款只说每个县（市）纳入省级支持的先进制造业集群原则上不超过{quota.number}个。",
            *rests_on(quota),
        ),
        (basis, ask("名额如何计算")),
    )


def _not_assured(quota: Parameter) -> Conclusion:
    """The quota is a ceiling, no share of each county's own."""
    return Conclusion(
        "not_met",
        "no",
        say(
            f"不是，文件没有保证每个县（市）都有：“原则上不超过{quota.number}个”是上限，不是分给每个县（市）的名额。",
            *rests_on(quota),
        ),
        (
            say(
                "能不能进名单，看竞赛：初赛胜出的确定为培育对象，决赛胜出的认定为集群。", _PRELIMINARY, _FINAL
            ),
        ),
    )


def _exception(quota: Parameter) -> Conclusion:
    return Conclusion(
        "conditional",
        "conditional",
        say(
            f"“原则上”留有余地，但什么情形可以例外、由谁决定，文件没有规定；条款只写每个县（市）原则上不超过{quota.number}个。",
            *rests_on(quota),
        ),
        (ask("能否作为例外"),),
    )


def _recognised(cluster: Cluster) -> Conclusion:
    """A recognised cluster is past the stage of a trainee."""
    return Conclusion(
        "not_met",
        "no",
        say(
            f"不用再报培育对象：{cluster.name}已经在集群名单上；培育对象是初赛胜出、还没有在决赛中认定的。",
            *row(cluster),
            _PRELIMINARY,
        ),
    )


def _over(facts: Facts, quota: Parameter, listed: tuple[Cluster, ...], wanted: int) -> Conclusion:
    limit = f"“原则上不超过{quota.number}个”"
    if listed:
        names = "、".join(cluster.name for cluster in listed)
        place = facts.county.name if facts.county else "本县（市）"
        statement = say(
            f"原则上不行：{place}已有{len(listed)}个集群在名单上（{names}），"
            f"而每个县（市）纳入省级支持的先进制造业集群{limit}。",
            *rests_on(quota),
            *(cite for cluster in listed for cite in row(cluster)),
        )
    else:
        beyond = f"{wanted}个超出了这个数" if not facts.wants_another else "已有的再加一个就超出了这个数"
        statement = say(
            f"原则上不行：每个县（市）纳入省级支持的先进制造业集群{limit}，{beyond}。",
            *rests_on(quota),
        )
    details = [
        say(
            "“原则上”留有余地，但什么情形可以例外，文件没有规定。",
            measures("第十六条", f"原则上不超过{quota.number}个"),
        ),
        say(
            "条款限的是纳入省级支持的个数，没有写一个县（市）能递交几份申报材料。",
            measures("第十六条", "纳入省级支持的先进制造业集群"),
        ),
    ]
    if any(cluster.category == "中小企业特色产业集群" for cluster in listed):
        details.append(say("《办法》所说的先进制造业集群把特色产业集群也包括在内。", _DEFINITION))
    if any(cluster.stage == "培育对象" for cluster in listed):
        details.append(say("培育对象参照集群管理；是否同样占名额，条款没有写明。", _TRAINEES))
    if facts.cross_region:
        details.append(_cross_region(quota).statement)
    return Conclusion("conditional", "conditional", statement, (*details, ask("能否作为例外")))


def _within(county: Division | None, quota: Parameter, unsure: tuple[Cluster, ...]) -> Conclusion:
    limit = f"每个县（市）纳入省级支持的先进制造业集群“原则上不超过{quota.number}个”"
    if county is None:
        return Conclusion(
            "met",
            "yes",
            say(f"可以申报{quota.number}个：{limit}。", *rests_on(quota)),
            (
                say(
                    "前提是本县（市）还没有集群纳入省级支持；已有的话，再报就超过了这个数。",
                    *rests_on(quota),
                ),
            ),
            missing=("所在县（市、区）",),
        )
    if unsure:
        cluster = unsure[0]
        lies = "在" if cluster.county == county.name else "可能在"
        statement = say(
            f"要先确认名额：{limit}，{cluster.name}的核心承载园区（{cluster.park}）{lies}{county.name}，"
            "它是否占用本县（市）名额，文件没有规定。",
            *rests_on(quota),
            *row(cluster),
        )
        return Conclusion("conditional", "conditional", statement, (ask("名额是否已用"),))
    return Conclusion(
        "met",
        "yes",
        say(f"可以：{limit}，已收录的名单上还没有{county.name}的集群。", *rests_on(quota)),
        (Sentence("名单之后如有新的批次，请先核对其中有没有本县（市）的集群。"),),
    )


def _itself(cluster: Cluster, quota: Parameter) -> Conclusion:
    return Conclusion(
        "met",
        "yes",
        say(f"{cluster.name}本身就在名单上，它继续参赛或受管理不另占名额。", *row(cluster), *rests_on(quota)),
    )


def _district(name: str, quota: Parameter) -> Conclusion:
    return Conclusion(
        "conditional",
        "conditional",
        say(
            f"条款没有写明：“原则上不超过{quota.number}个”限的是每个县（市），没有提到市辖区，"
            f"{name}是否同样受限，文件没有规定。",
            *rests_on(quota),
        ),
        (ask("市辖区的名额"),),
    )


def _city(name: str, quota: Parameter) -> Conclusion:
    return Conclusion(
        "met",
        "yes",
        say(
            f"文件没有限制{name}全市（州）的申报个数：“原则上不超过{quota.number}个”限的是每个县（市）。",
            *rests_on(quota),
        ),
        (say(f"市（州）内的每个县（市）仍分别按原则上不超过{quota.number}个掌握。", *rests_on(quota)),),
    )


def _cross_region(quota: Parameter) -> Conclusion:
    return Conclusion(
        "conditional",
        "conditional",
        say("跨行政区联合申报的集群占用哪个县（市）的名额，文件没有规定。", *rests_on(quota)),
        (
            say(
                "联合申报本身是鼓励的。",
                measures("第五条", "鼓励地理相邻，跨行政区的先进制造业集群联合申报"),
            ),
            ask("名额如何计算"),
        ),
    )
