"""Where materials go, who vouches for them, what is made public (第八至十一条)."""

from __future__ import annotations

import re

from assistant.eligibility.engine import rule
from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import Conclusion
from assistant.eligibility.wording import FORMS, ask, cite, measures, say
from assistant.parameters import Parameters

_TO_CITY = measures("第八条", "工业和信息化局提交湖南省先进制造业集群（培育对象）申请报告")
_VIA_CITY = measures("第九条", "对初审合格者正式行文推荐至湖南省工业和信息化厅")
_TRUTH = measures("第八条", "并对申报材料真实性负责")
_REVOKED = measures(
    "第十四条", "或有弄虚作假、违反相关法律法规的，按程序撤销其湖南省先进制造业集群（培育对象）称号"
)
_SIGNED = cite(FORMS, "初赛 6.1", "集群促进组织负责人签字")
_PARK_SIGNS = cite(FORMS, "初赛 6.1", "集群核心承载园区负责人签字")
_PLEDGE = cite(FORMS, "初赛 6.1", "如有不实之处，本单位愿意负相应法律责任，并承担由此产生的一切后果")


@rule(
    id="direct_to_province.via_city",
    topic="direct_to_province",
    basis="measures-2021#第九条",
    title="须经市州初审推荐",
)
def direct_to_province(facts: Facts, parameters: Parameters) -> Conclusion:
    """Materials go to the city bureau, which examines and recommends."""
    if facts.submit_to == "市州工信局":
        return Conclusion(
            "met",
            "yes",
            say(
                "这是规定的渠道，材料提交所在市州工业和信息化局，由其初审合格后推荐到省厅。",
                _TO_CITY,
                _VIA_CITY,
            ),
        )
    if facts.submit_to == "县级工信部门":
        return Conclusion(
            "conditional",
            "conditional",
            say("《办法》写的是提交所在市州工业和信息化局，没有写县级工信部门这一环节。", _TO_CITY),
            (
                say(
                    "参赛报告上要有集群所在地县以上人民政府的意见和盖章。",
                    cite(FORMS, "初赛 一", "集群所在地县以上人民政府意见"),
                ),
                ask("是否先经县级汇总"),
            ),
        )
    return Conclusion(
        "not_met",
        "no",
        say(
            "不能直接报省厅，要先向所在市州工业和信息化局提交，由其初审合格后行文推荐。",
            _TO_CITY,
            _VIA_CITY,
        ),
        (
            say(
                "跨行政区的集群，报申报主体所在市州。",
                measures("第八条", "跨行政区的先进制造业集群由其申报主体所在市州"),
            ),
        ),
    )


@rule(id="publicity.both", topic="publicity", basis="measures-2021#第十条", title="名单公示")
def publicity(facts: Facts, parameters: Parameters) -> Conclusion:
    """Both lists are published for objections before they are fixed."""
    locator = "第十一条" if facts.stage == "决赛" else "第十条"
    where = measures(locator, "在湖南省工业和信息化厅网站公示")
    after = (
        measures("第十一条", "对公示无异议的，按程序正式认定为湖南省先进制造业集群")
        if facts.stage == "决赛"
        else measures("第十条", "对公示无异议的，按程序确定为湖南省先进制造业集群培育对象")
    )
    if re.search(r"公示.{0,6}(?:完|结束|期满|过|后|了).{0,6}(?:就|算|等于|自动|直接)", facts.lacking or ""):
        return Conclusion(
            "conditional",
            "conditional",
            say("要看有没有异议：公示无异议的，才按程序确定或者认定。", where, after),
            (say("公示几天、有异议怎样处理，《办法》没有规定。", where),),
        )
    if facts.objection:
        return Conclusion(
            "conditional",
            "conditional",
            say(
                "要看异议怎么处理：公示无异议的，才按程序确定；有异议的怎样处理，《办法》没有规定。",
                where,
                after,
            ),
            (ask("异议的受理和核查"),),
        )
    return Conclusion(
        "met",
        "yes",
        say("要，拟定的名单在湖南省工业和信息化厅网站公示，无异议的才按程序确定。", where, after),
        (
            say("公示几天、异议怎么提，《办法》没有规定。", where),
            ask("公示期和异议渠道"),
        ),
    )


@rule(
    id="truth_liability.applicant",
    topic="truth_liability",
    basis="measures-2021#第八条",
    title="谁对材料真实性负责",
)
def truth_liability(facts: Facts, parameters: Parameters) -> Conclusion:
    """The applicant answers for the materials; the city bureau examines them first."""
    details = (
        say("市州工业和信息化局负责初审和推荐。", _VIA_CITY),
        say("真实性声明由集群促进组织和核心承载园区负责人签字、单位盖章。", _SIGNED, _PARK_SIGNS),
        say("弄虚作假的，按程序撤销称号。", _REVOKED),
    )
    right = facts.blamed in (None, "集群促进组织")
    statement = "材料的真实性由申报主体负责，也就是申报的集群促进组织。"
    return Conclusion(
        "met" if right else "not_met", "yes" if right else "no", say(statement, _TRUTH), details
    )


@rule(id="truthfulness.applicant", topic="truthfulness", basis="measures-2021#第八条", title="材料真实性")
def truthfulness(facts: Facts, parameters: Parameters) -> Conclusion:
    """The applicant vouches for the materials; false ones cost the title."""
    details = (
        say("弄虚作假的，按程序撤销称号。", _REVOKED),
        say("参赛报告的真实性声明还要承诺承担法律责任。", _PLEDGE),
    )
    if facts.materials_false is False:
        return Conclusion("met", None, say("材料属实即可，真实性由申报主体负责。", _TRUTH), details)
    return Conclusion(
        "not_met" if facts.materials_false else "met",
        "no",
        say("不可以，申报主体要对申报材料的真实性负责。", _TRUTH),
        details,
    )
