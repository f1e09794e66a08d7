"""What a cluster may be made of: its line of business, its members, its park (第二条)."""

from __future__ import annotations

from assistant.eligibility.engine import rule
from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import Conclusion
from assistant.eligibility.wording import FORMS, LIST, ask, cite, measures, say
from assistant.parameters import Parameters

_DEFINITION = measures("第二条", "本办法所称先进制造业集群是指基于先进技术、工艺和产业领域")
_NEIGHBOURS = measures("第二条", "由若干地理相邻的企业、机构集聚")
_SUMMARY = cite(FORMS, "初赛 一", "集群地域范围")
_BANNED = cite(FORMS, "初赛 6.1", "集群主导产业不属于国家规定的禁止、限制和淘汰类产业")
_TEA = cite(LIST, "附件2 序号5", "安化县黑茶制造特色产业集群")
_COMPUTING = cite(LIST, "附件1 序号1", "长沙新一代自主安全计算系统产业集群")
_ZHUZHOU_PARK = (
    cite(LIST, "附件1 序号2", "株洲高新区"),
    cite(LIST, "附件2 序号1", "株洲高新区"),
    cite(LIST, "附件3 序号4", "株洲高新区"),
)


@rule(id="sector.manufacturing", topic="sector", basis="measures-2021#第二条", title="什么行业的集群能申报")
def sector(facts: Facts, parameters: Parameters) -> Conclusion:
    """Manufacturing; processing of farm products has a precedent; pure services have none."""
    silent = say("哪些行业算先进制造业，《办法》没有列目录。", _DEFINITION)
    if facts.sector == "制造业":
        return Conclusion(
            "conditional",
            "conditional",
            say("制造业可以，但主导产业不能是国家禁止、限制和淘汰类。", _DEFINITION, _BANNED),
            (silent, ask("本行业是否属于先进制造业")),
        )
    precedent = {
        "农产品加工": say("名单上有农产品加工的例子：安化县黑茶制造特色产业集群。", _TEA),
        "农业": say("名单上有农产品加工的例子：安化县黑茶制造特色产业集群；单纯种养的没有。", _TEA),
        "软件": say("名单上有相近的例子：长沙新一代自主安全计算系统产业集群。", _COMPUTING),
    }
    if facts.sector in precedent:
        return Conclusion(
            "conditional",
            "conditional",
            say("要看是不是制造环节：认定的是先进制造业集群。", _DEFINITION),
            (precedent[facts.sector], silent, ask("本行业能否申报")),
        )
    if facts.sector == "服务业":
        return Conclusion(
            "not_met",
            "no",
            say("不在范围内，认定的是先进制造业集群。", _DEFINITION),
            (silent, ask("有疑问的")),
        )
    return Conclusion(
        "cannot_tell",
        None,
        say("申报的要是先进制造业集群。", _DEFINITION),
        (silent,),
        missing=("集群属于什么行业",),
    )


@rule(id="membership.neighbours", topic="membership", basis="measures-2021#第二条", title="企业加入集群")
def membership(facts: Facts, parameters: Parameters) -> Conclusion:
    """Who may be a member is not laid down; the definition speaks of neighbours."""
    where = "省外企业" if facts.outside_hunan else "企业"
    return Conclusion(
        "cannot_tell",
        "conditional",
        say(f"{where}能否加入集群，文件没有规定；定义里说的是“地理相邻”的企业、机构集聚。", _NEIGHBOURS),
        (
            say("参赛报告要填写集群地域范围，成员以此为限还是可以在外，没有写明。", _SUMMARY),
            ask("成员范围"),
        ),
    )


@rule(id="park_many.precedent", topic="park_many", basis="list-2022#附件1", title="一个园区承载几个集群")
def park_many(facts: Facts, parameters: Parameters) -> Conclusion:
    """No limit is laid down, and one park of the first batch carries three."""
    return Conclusion(
        "met",
        "yes",
        say("能，文件没有限制一个园区承载几个集群，株洲高新区在第一批名单上就承载了3个。", *_ZHUZHOU_PARK),
        (
            say(
                "园区在县（市）的，还要看每个县（市）的名额。",
                measures("第十六条", "每个县（市）纳入省级支持的先进制造业集群原则上不超过1个"),
            ),
        ),
    )


@rule(id="many_parks.one_each", topic="many_parks", basis="list-2022#附件1", title="一个集群的核心承载园区数")
def many_parks(facts: Facts, parameters: Parameters) -> Conclusion:
    """The number is not laid down; the lists and the form give one for each cluster."""
    return Conclusion(
        "cannot_tell",
        "conditional",
        say(
            "文件没有规定一个集群的核心承载园区最多几个；参赛报告只有一处填写核心承载园区，第一批名单也是一个集群对应一个。",
            cite(FORMS, "初赛 一 集群核心承载园区 单位名称", "集群核心承载园区"),
            cite(LIST, "附件1", "核心承载园区"),
        ),
        (ask("涉及几个园区或者没有园区的怎么填"),),
    )


@rule(
    id="organisation_many.silent",
    topic="organisation_many",
    basis="measures-2021#第五条",
    title="一个促进组织申报几个集群",
)
def organisation_many(facts: Facts, parameters: Parameters) -> Conclusion:
    """How many clusters one organisation may apply for is not laid down."""
    return Conclusion(
        "cannot_tell",
        "conditional",
        say(
            "文件没有规定一个促进组织能申报几个集群，也没有规定一个集群能有几个促进组织；只写明由促进组织作为申报主体。",
            measures("第五条", "湖南省先进制造业集群由产业集群发展促进组织作为申报主体"),
        ),
        (
            say("第一批名单上每个集群对应一个促进组织，没有重复的。", cite(LIST, "附件1", "促进组织名称")),
            ask("能否兼任"),
        ),
    )
