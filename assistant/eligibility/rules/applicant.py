"""Who may apply, whether one must, and with whom (第五条, 第八条)."""

from __future__ import annotations

from assistant.eligibility.engine import rule
from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import Citation, Conclusion, Sentence
from assistant.eligibility.wording import FORMS, LIST, ask, cite, measures, say
from assistant.parameters import Parameters

_APPLICANT = measures("第五条", "湖南省先进制造业集群由产业集群发展促进组织作为申报主体")
_VOLUNTARY = measures("第五条", "湖南省先进制造业集群申报遵循自愿原则")
_CHANG_ZHU_TAN = measures("第十六条", "重点支持三市协同打造产业集群")
_JOINT = measures("第五条", "鼓励地理相邻，跨行政区的先进制造业集群联合申报")
_OWN_CITY = measures("第八条", "跨行政区的先进制造业集群由其申报主体所在市州")
_GOVERNMENT_OPINION = cite(FORMS, "初赛 一", "集群所在地县以上人民政府意见")
_GOVERNMENT_PLAN = cite(FORMS, "初赛 5.2", "《实施方案》由集群所在地地方政府牵头")
_PARK_SIGNS = cite(FORMS, "初赛 6.1", "集群核心承载园区负责人签字")
_FOUNDED = cite(FORMS, "初赛 4.3", "包括机构成立批文或注册登记执照复印件")
_HELD_BY = measures("第六条（四）", "集群发展促进组织具有健全的组织架构和较完善的规章制度")

# What each kind of body does in an application, instead of applying itself.
_INSTEAD: dict[str, tuple[str, tuple[Citation, ...]]] = {
    "园区": ("园区作为核心承载园区参与，由负责人在真实性声明上签字盖章。", (_PARK_SIGNS,)),
    "县级政府": (
        "县级人民政府在参赛报告上签署意见并盖章，并牵头编制培育发展实施方案。",
        (_GOVERNMENT_OPINION, _GOVERNMENT_PLAN),
    ),
    "市州政府": ("县以上人民政府在参赛报告上签署意见并盖章。", (_GOVERNMENT_OPINION,)),
    "企业": (
        "企业作为集群成员，由集群发展促进组织带领参加。",
        (measures("第六条（四）", "带领集群成员发起集群动议、采取集群集体行动"),),
    ),
}

# Bodies that are the promotion organisation of a listed cluster: the name says little about who may be one.
_PRECEDENTS: dict[str, Citation] = {
    "企业": cite(LIST, "附件4 序号4", "汨罗园创高新技术产业发展有限公司"),
    "行业协会": cite(LIST, "附件3 序号8", "衡阳市化工协会"),
    "科研院所": cite(LIST, "附件1 序号8", "双峰县丘陵农机研究院"),
    "园区": cite(LIST, "附件1 序号9", "益阳龙岭工业集中区创业服务中心"),
}


@rule(id="subject.applicant", topic="subject", basis="measures-2021#第五条", title="谁是申报主体")
def applicant(facts: Facts, parameters: Parameters) -> Conclusion:
    """The promotion organisation applies; associations and institutes may be one."""
    kind = facts.applicant_kind
    if facts.has_organisation is False and kind in (None, "集群促进组织"):
        return _without_organisation()
    if facts.unregistered and kind in (None, "集群促进组织", "行业协会"):
        return _unregistered()
    if kind is None:
        return Conclusion(
            "cannot_tell",
            None,
            say("申报主体是产业集群发展促进组织。", _APPLICANT),
            (say("《办法》没有限定促进组织必须是哪一类单位，但要求它组织健全、制度完善。", _HELD_BY),),
            missing=("申报人是什么单位",),
        )
    if kind == "集群促进组织":
        return Conclusion("met", "yes", say("能，申报主体正是产业集群发展促进组织。", _APPLICANT))
    if kind in ("行业协会", "科研院所"):
        return Conclusion(
            "conditional",
            "conditional",
            say(
                f"要看它是不是该集群的促进组织：{kind}本身不是申报主体，担任促进组织的才能申报。",
                _APPLICANT,
            ),
            (
                say(f"第一批名单上就有这样的促进组织：{_PRECEDENTS[kind].quote}。", _PRECEDENTS[kind]),
                say("促进组织要有健全的组织架构和较完善的规章制度。", _HELD_BY),
            ),
        )
    name = facts.applicant_words or kind
    details = [Sentence(*_INSTEAD[kind])] if kind in _INSTEAD else []
    if facts.has_organisation is False:
        details.insert(0, say("还没有促进组织的，要先成立，再由它申报。", _APPLICANT))
    if kind in _PRECEDENTS:
        details.append(
            say(
                f"第一批名单上有{_PRECEDENTS[kind].quote}担任促进组织的例子，它是以促进组织的身份申报的。",
                _PRECEDENTS[kind],
            )
        )
    return Conclusion(
        "not_met",
        "no",
        say(f"不能，{name}不能直接作为申报主体，要由产业集群发展促进组织申报。", _APPLICANT),
        tuple(details),
    )


def _without_organisation() -> Conclusion:
    return Conclusion(
        "not_met",
        "no",
        say("不能，要先有产业集群发展促进组织，由它作为申报主体。", _APPLICANT),
        (
            say("促进组织要有健全的组织架构和较完善的规章制度。", _HELD_BY),
            say("申报时要附促进组织的成立批文或注册登记执照复印件。", _FOUNDED),
        ),
    )


def _unregistered() -> Conclusion:
    return Conclusion(
        "not_met",
        "no",
        say(
            "按参赛报告的要求不行，要附促进组织的成立批文或注册登记执照复印件，没有登记也没有批文的拿不出来。",
            _FOUNDED,
        ),
        (
            say(
                "申报主体是产业集群发展促进组织，要有健全的组织架构和较完善的规章制度。", _APPLICANT, _HELD_BY
            ),
        ),
    )


@rule(id="voluntary.free", topic="voluntary", basis="measures-2021#第五条", title="是否必须申报")
def voluntary(facts: Facts, parameters: Parameters) -> Conclusion:
    """Applying is voluntary."""
    return Conclusion(
        "met",
        "no",
        say("不是必须，申报遵循自愿原则。", _VOLUNTARY),
        (say("不申报有什么后果，文件没有规定；条款写的是“自愿”，没有下达任务。", _VOLUNTARY),),
    )


@rule(id="joint.application", topic="joint", basis="measures-2021#第五条", title="跨行政区联合申报")
def joint(facts: Facts, parameters: Parameters) -> Conclusion:
    """Joint applications of neighbours are encouraged and go to the applicant's own city."""
    details = [say("材料报申报主体所在的市州工业和信息化局。", _OWN_CITY)]
    cities = {place.short_name for place in facts.places if place.is_city}
    if cities and cities <= {"长沙", "株洲", "湘潭"}:
        details.append(say("长株潭三市协同打造产业集群是重点支持的。", _CHANG_ZHU_TAN))
    details.append(
        say(
            "第一批名单有先例：湖南省输变电产业集群以衡阳市为主体，联合长株潭三市打造。",
            cite(LIST, "第二项", "联合长株潭三市打造的湖南省输变电产业集群"),
        )
    )
    if facts.outside_hunan:
        return Conclusion(
            "cannot_tell",
            "conditional",
            say("与省外联合申报，文件没有规定。", _JOINT),
            (*details[:1], ask()),
        )
    if facts.adjacent is False:
        return Conclusion(
            "conditional",
            "conditional",
            say("条款鼓励的是“地理相邻”的联合申报；怎样算相邻、不相邻的能否联合，文件没有规定。", _JOINT),
            (*details, ask()),
        )
    statement = say("可以，条款鼓励地理相邻、跨行政区的集群联合申报。", _JOINT)
    return Conclusion("met", "yes", statement, tuple(details))


@rule(
    id="joint_route.own_city",
    topic="joint_route",
    basis="measures-2021#第八条",
    title="跨行政区的集群报到哪里",
)
def joint_route(facts: Facts, parameters: Parameters) -> Conclusion:
    """Materials of a joint application go to the city of the applicant, and to no other."""
    return Conclusion(
        "met",
        "yes",
        say("跨行政区的集群，材料报申报主体所在的市州工业和信息化局。", _OWN_CITY),
        (
            say("条款只写了申报主体所在的市州，没有要求各地分别提交。", _OWN_CITY),
            say("联合申报本身是鼓励的。", _JOINT),
        ),
    )


@rule(id="region.hunan", topic="region", basis="measures-2021#第八条", title="省外的集群能否申报")
def region(facts: Facts, parameters: Parameters) -> Conclusion:
    """Applications go through a Hunan city bureau, so the applicant must be in one."""
    route = measures(
        "第九条", "各市州工业和信息化局对申报材料进行初审，对初审合格者正式行文推荐至湖南省工业和信息化厅"
    )
    if facts.outside_hunan is False:
        return Conclusion("not_applicable", None, say("在湖南省内，按所在市州的渠道申报。", route))
    return Conclusion(
        "not_met" if facts.outside_hunan else "cannot_tell",
        "no",
        say("不能，认定的是湖南省先进制造业集群，申报要经省内所在市州工业和信息化局初审推荐。", route),
    )
