"""The contest: conditions, order of stages, entry to the final, trying again (第三、六、七、十、十一条)."""

from __future__ import annotations

from assistant.eligibility.engine import rule
from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import Conclusion
from assistant.eligibility.wording import FORMS, LIST, ask, cite, measures, numeral, rests_on, row, say
from assistant.parameters import Parameters

_PRELIMINARY = measures("第三条", "在初赛中胜出的先进制造业集群确定为湖南省先进制造业集群培育对象")
_FINAL = measures("第三条", "在决赛中胜出的先进制造业集群认定为湖南省先进制造业集群")
_FINAL_FOR_TRAINEES = measures("第十一条", "定期对省先进制造业集群培育对象组织决赛")
_REVIEW = measures("第十四条", "湖南省先进制造业集群实行动态管理，每三年开展一次复核")
_NOTICE = measures("第七条", "具体竞赛时间及要求以当年工作通知为准")


@rule(id="conditions.all", topic="conditions", basis="measures-2021#第六条", title="基本条件须同时满足")
def conditions(facts: Facts, parameters: Parameters) -> Conclusion:
    """All six conditions at once."""
    count = parameters.at("conditions", on=facts.as_of)
    number = numeral(count.number)
    together = rests_on(count)
    met = facts.conditions_met
    details = [
        say(
            "这是申报培育对象的条件；决赛另有什么条件，《办法》没有单列，以当年通知为准。",
            *together,
            _NOTICE,
        )
    ]
    if met is not None and met >= count.number:
        return Conclusion("met", "yes", say(f"能，{number}项基本条件已同时满足。", *together), tuple(details))
    if met is not None:
        text = f"不能，{number}项基本条件要同时满足，只满足{met}项不够。"
        return Conclusion("not_met", "no", say(text, *together), tuple(details))
    return Conclusion(
        "cannot_tell",
        "no",
        say(f"不能只满足一部分，{number}项基本条件要同时满足。", *together),
        tuple(details),
        missing=("已满足的基本条件数",),
    )


@rule(id="stage_order.both", topic="stage_order", basis="measures-2021#第三条", title="先初赛后决赛")
def stage_order(facts: Facts, parameters: Parameters) -> Conclusion:
    """初赛 → 培育对象 → 决赛 → 集群; nothing is skipped."""
    cluster = facts.cluster
    if cluster is not None and cluster.stage == "集群":
        return Conclusion(
            "not_applicable",
            None,
            say(f"{cluster.name}已在{cluster.batch}集群名单上，不用再参赛认定。", *row(cluster)),
        )
    between = measures("第三条", "经过一段时间的培育和建设")
    if facts.on_trainee_list:
        return Conclusion(
            "conditional",
            "no",
            say("不能直接认定：已是培育对象的，还要在决赛中胜出才认定为集群。", _FINAL),
            (say("培育多长时间，《办法》只说“一段时间”，没有规定年限。", between),),
        )
    return Conclusion(
        "not_met",
        "no",
        say("不能跳过初赛：先在初赛中胜出成为培育对象，再在决赛中胜出才认定为集群。", _PRELIMINARY, _FINAL),
        (say("两赛之间要“经过一段时间的培育和建设”，多长时间没有规定。", between),),
    )


@rule(id="final_entry.trainees", topic="final_entry", basis="measures-2021#第十一条", title="谁能参加决赛")
def final_entry(facts: Facts, parameters: Parameters) -> Conclusion:
    """The final is held among the trainees."""
    cluster = facts.cluster
    if cluster is not None and cluster.stage == "集群":
        return Conclusion(
            "not_applicable", "no", say(f"不必参加：{cluster.name}已经在集群名单上。", *row(cluster))
        )
    if facts.recognised:
        return Conclusion(
            "not_met",
            "no",
            say(
                "不用参加，决赛面向培育对象；已经认定为集群的，以后是每三年复核一次。",
                _FINAL_FOR_TRAINEES,
                _REVIEW,
            ),
        )
    if facts.declines_final:
        return Conclusion(
            "conditional",
            "conditional",
            say(
                "文件没有规定培育对象必须参加决赛；但不在决赛中胜出，就不能认定为集群。",
                _FINAL_FOR_TRAINEES,
                _FINAL,
            ),
            (ask("不参加决赛是否保留培育对象称号"),),
        )
    when = say("决赛“定期”组织，何时举行《办法》没有写明，以当年通知为准。", _FINAL_FOR_TRAINEES, _NOTICE)
    if facts.on_trainee_list:
        listed = row(cluster) if cluster is not None else ()
        name = cluster.name if cluster is not None else "本集群"
        return Conclusion(
            "met",
            "yes",
            say(f"能，{name}是培育对象，决赛面向培育对象组织。", _FINAL_FOR_TRAINEES, *listed),
            (when,),
        )
    if facts.on_trainee_list is False:
        return Conclusion(
            "not_met",
            "no",
            say(
                "不能，决赛只面向培育对象；先参加初赛，胜出后成为培育对象。",
                _FINAL_FOR_TRAINEES,
                _PRELIMINARY,
            ),
            (when,),
        )
    return Conclusion(
        "cannot_tell",
        "conditional",
        say("要看是不是培育对象：在培育对象名单上的能参加决赛，不在的先参加初赛。", _FINAL_FOR_TRAINEES),
        (
            say(
                "第一批培育对象名单随参赛报告一并印发，可查附件3。",
                cite(FORMS, "附件3", "省级产业集群培育对象名单（第一批）"),
            ),
            when,
        ),
        missing=("是否已列入培育对象名单",),
    )


@rule(id="repeat.next_year", topic="repeat", basis="measures-2021#第七条", title="能否再次申报")
def repeat(facts: Facts, parameters: Parameters) -> Conclusion:
    """One contest a year; losing it bars nobody, losing the title is not dealt with."""
    yearly = parameters.at("contests_per_year", on=facts.as_of)
    rests = rests_on(yearly)
    attempts, before = facts.attempts_this_year, facts.previous_result
    if attempts is not None and attempts > yearly.number:
        return Conclusion(
            "not_met",
            "no",
            say(f"不能，竞赛每年只组织{numeral(yearly.number)}次。", *rests),
            (say(_SEE, _NOTICE),),
        )
    if before in ("复核未通过", "称号被撤销"):
        return Conclusion(
            "cannot_tell",
            "conditional",
            say(
                "称号撤销后能否重新申报、要隔多久，文件没有规定。",
                measures("第十四条", "按程序撤销其湖南省先进制造业集群（培育对象）称号"),
            ),
            (ask(),),
        )
    if before is None:
        statement = say(f"可以按年参加：竞赛每年组织{numeral(yearly.number)}次。", *rests)
    else:
        statement = say("可以，文件没有限制落选后再次申报，可报下一次竞赛；竞赛每年组织一次。", *rests)
    details = [say(_SEE, _NOTICE)]
    if before == "决赛未胜出":
        details.append(say("决赛未胜出的是否保留培育对象称号，文件没有规定。", _FINAL_FOR_TRAINEES))
    return Conclusion("met", "yes", statement, tuple(details))


_SEE = "具体时间和要求看当年的工作通知。"


@rule(id="notice.yearly", topic="notice", basis="measures-2021#第七条", title="申报时间和要求")
def notice(facts: Facts, parameters: Parameters) -> Conclusion:
    """Dates are in the year's notice, which the corpus does not hold."""
    yearly = parameters.at("contests_per_year", on=facts.as_of)
    final = (
        (say("决赛对培育对象定期组织，没有写几年一次。", _FINAL_FOR_TRAINEES),)
        if facts.stage == "决赛"
        else ()
    )
    return Conclusion(
        "conditional" if facts.stage == "决赛" else "met",
        "conditional" if facts.stage == "决赛" else "yes",
        say("《办法》没有写具体日期，时间和要求“以当年工作通知为准”。", _NOTICE),
        (
            *final,
            say(f"竞赛每年组织{numeral(yearly.number)}次。", *rests_on(yearly)),
            ask("当年通知是否已发"),
        ),
    )


@rule(id="category.two", topic="category", basis="list-2022#第三项", title="两个类别")
def category(facts: Facts, parameters: Parameters) -> Conclusion:
    """Two categories; a report names one."""
    on_form = cite(FORMS, "初赛 一", "先进制造业集群或中小企业特色产业集群")
    names = cite(LIST, "附件2", "湖南省中小工业企业特色产业集群名单")
    wording = say(
        "第一批名单写作“中小工业企业特色产业集群”，参赛报告写作“中小企业特色产业集群”。", names, on_form
    )
    if facts.changes_category:
        return Conclusion(
            "cannot_tell",
            "conditional",
            say(
                "文件没有规定能不能换一类再报；参赛报告的“申报类别”填先进制造业集群或中小企业特色产业集群中的一类。",
                on_form,
            ),
            (ask("换类别申报"),),
        )
    if facts.both_categories:
        return Conclusion(
            "cannot_tell",
            "conditional",
            say("文件没有规定能否同时报两类；参赛报告的“申报类别”是两者选一。", on_form),
            (ask(),),
        )
    return Conclusion(
        "met",
        None,
        say("分两类：先进制造业集群，中小企业特色产业集群；一份参赛报告填其中一类。", on_form),
        (
            say(
                "《办法》第二条也分优势产业集群和特色产业集群两种。",
                measures("第二条", "包括规模效益突出的优势产业集群和专业化细分领域竞争力强的特色产业集群"),
            ),
            wording,
        ),
    )
