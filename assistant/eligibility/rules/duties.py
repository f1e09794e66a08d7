"""Duties after being listed: reports, review, loss of the title, announcement (第十二至十四条)."""

from __future__ import annotations

from datetime import date

from assistant.eligibility.engine import rule
from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import Conclusion
from assistant.eligibility.rules.validity import last_day
from assistant.eligibility.wording import LIST, ask, cite, measures, numeral, rests_on, say
from assistant.parameters import Parameters

_LIKE_CLUSTERS = measures("第十三条", "湖南省先进制造业集群培育对象参照湖南省先进制造业集群进行管理")
_REPORT = measures("第十三条", "分别将上一年度、半年度发展情况报告报湖南省工业和信息化厅")
_REVOKED = measures(
    "第十四条",
    "未通过复核，或有弄虚作假、违反相关法律法规的，按程序撤销其湖南省先进制造业集群（培育对象）称号",
)


def _unlisted(facts: Facts) -> bool:
    return facts.cluster is None and facts.on_trainee_list is False


@rule(id="reports.half_yearly", topic="reports", basis="measures-2021#第十三条", title="报送发展情况报告")
def reports(facts: Facts, parameters: Parameters) -> Conclusion:
    """Two reports a year, trainees like clusters."""
    months = parameters.at("report_months", on=facts.as_of)
    year, half = months.numbers
    when = f"每年{year}月底前报上一年度、{half}月底前报半年度发展情况报告"
    if _unlisted(facts):
        return Conclusion(
            "not_applicable",
            "no",
            say("还没有列入名单的，文件没有要求报送；列入后才报。", _REPORT),
        )
    if facts.on_trainee_list:
        statement = say(f"要，培育对象参照集群管理，同样{when}。", _LIKE_CLUSTERS, *rests_on(months), _REPORT)
    else:
        statement = say(f"要，{when}，报湖南省工业和信息化厅；培育对象也一样。", *rests_on(months), _REPORT)
    details = [say("没有按时报送有什么后果、报告用什么格式，《办法》没有规定。", _REPORT)]
    if facts.as_of <= last_day(facts, parameters):
        due = _next_due(facts.as_of, (year, half))
        details.insert(
            0, say(f"从{_day(facts.as_of)}算起，最近的一次是{due[0]}年{due[1]}月底前。", *rests_on(months))
        )
    return Conclusion("met", "yes", statement, tuple(details))


def _next_due(day: date, months: tuple[int, ...]) -> tuple[int, int]:
    """Year and month of the first deadline on or after `day`; deadlines fall on a month's last day."""
    dues = [(year, month) for year in (day.year, day.year + 1) for month in sorted(months)]
    return next(due for due in dues if due >= (day.year, day.month))


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@rule(id="reports_late.due", topic="reports_late", basis="measures-2021#第十三条", title="报告能否晚报、少报")
def reports_late(facts: Facts, parameters: Parameters) -> Conclusion:
    """The months are fixed; no extension is provided for."""
    months = parameters.at("report_months", on=facts.as_of)
    year, half = months.numbers
    return Conclusion(
        "not_met",
        "no",
        say(
            f"不能，年度报告要在{year}月底前、半年度报告要在{half}月底前报，两份都要报。",
            *rests_on(months),
            _REPORT,
        ),
        (
            say("能否延期、逾期有什么后果，《办法》没有规定。", _REPORT),
            ask("确有困难的"),
        ),
    )


@rule(
    id="trainee_management.like_clusters",
    topic="trainee_management",
    basis="measures-2021#第十三条",
    title="培育对象的管理",
)
def trainee_management(facts: Facts, parameters: Parameters) -> Conclusion:
    """Trainees are managed like clusters."""
    return Conclusion(
        "met",
        "yes",
        say("是，培育对象参照集群进行管理。", _LIKE_CLUSTERS),
        (
            say("用的是“参照”，哪些方面可以不同，《办法》没有列明。", _LIKE_CLUSTERS),
            say("撤销称号的规定写明也适用于培育对象。", _REVOKED),
        ),
    )


@rule(id="review.interval", topic="review", basis="measures-2021#第十四条", title="复核的间隔")
def review(facts: Facts, parameters: Parameters) -> Conclusion:
    """A review every three years; from when it counts is not said."""
    interval = parameters.at("review_interval_years", on=facts.as_of)
    years = numeral(interval.number)
    again = cite(LIST, "第六项", f"每{years}年开展一次复核")
    details = [
        say("复核的具体要求看当年的工作通知。", measures("第十四条", "复核的具体要求以当年的工作通知为准")),
        say("培育对象参照集群管理；未通过复核撤销的也包括培育对象称号。", _LIKE_CLUSTERS, _REVOKED),
    ]
    cluster = facts.cluster
    if cluster is not None and cluster.batch_year:
        due = cluster.batch_year + interval.number
        details.append(
            say(
                f"{cluster.name}是{cluster.batch_year}年公布的，按{years}年一次推算在{due}年；"
                "从何时起算，文件没有写明。",
                *rests_on(interval),
            )
        )
    if _unlisted(facts):
        return Conclusion("not_applicable", "no", say("还没有列入名单的不涉及复核。", *rests_on(interval)))
    return Conclusion(
        "met", "yes", say(f"要，集群每{years}年复核一次。", *rests_on(interval), again), tuple(details)
    )


@rule(id="revocation.grounds", topic="revocation", basis="measures-2021#第十四条", title="撤销称号的情形")
def revocation(facts: Facts, parameters: Parameters) -> Conclusion:
    """Three grounds: review failed, falsification, breach of law."""
    grounds = []
    if facts.review_passed is False or facts.previous_result == "复核未通过":
        grounds.append("未通过复核")
    if facts.materials_false:
        grounds.append("弄虚作假")
    if facts.tax_or_credit_offence:
        grounds.append("违反相关法律法规")
    details = (
        say("集群和培育对象的称号都适用。", _REVOKED),
        say("撤销的具体程序、已得奖励是否退回，文件没有规定。", _REVOKED),
    )
    if grounds:
        statement = say(f"会，{'、'.join(grounds)}的，按程序撤销称号。", _REVOKED)
        return Conclusion("not_met", "yes", statement, details)
    if facts.review_passed and facts.materials_false is False and facts.tax_or_credit_offence is False:
        return Conclusion("met", "no", say("不会，文件列出的三种撤销情形都不沾。", _REVOKED), details)
    return Conclusion(
        "conditional",
        "conditional",
        say("有三种情形会被撤销称号：未通过复核、弄虚作假、违反相关法律法规。", _REVOKED),
        (*details, ask("个案")),
        missing=tuple(
            title
            for known, title in (
                (facts.review_passed, "是否通过复核"),
                (facts.materials_false, "材料是否不实"),
                (facts.tax_or_credit_offence, "是否违反相关法律法规"),
            )
            if known is None
        ),
    )


@rule(
    id="after_listing.duties",
    topic="after_listing",
    basis="measures-2021#第十四条",
    title="评上以后的要求",
)
def after_listing(facts: Facts, parameters: Parameters) -> Conclusion:
    """Listed is not done: two reports a year, a review, and a title that can be lost."""
    months = parameters.at("report_months", on=facts.as_of)
    interval = parameters.at("review_interval_years", on=facts.as_of)
    year, half = months.numbers
    return Conclusion(
        "met",
        "yes",
        say(
            f"评上以后实行动态管理：每{numeral(interval.number)}年复核一次，"
            f"每年{year}月底前、{half}月底前还要报发展情况报告。",
            measures(
                "第十四条", f"湖南省先进制造业集群实行动态管理，每{numeral(interval.number)}年开展一次复核"
            ),
            *rests_on(months),
        ),
        (
            say("未通过复核、弄虚作假、违反相关法律法规的，按程序撤销称号。", _REVOKED),
            say("培育对象参照集群管理。", _LIKE_CLUSTERS),
        ),
    )


@rule(id="announcement.yearly", topic="announcement", basis="measures-2021#第十二条", title="集中公告、授牌")
def announcement(facts: Facts, parameters: Parameters) -> Conclusion:
    """Announcement and plaques once a year."""
    yearly = parameters.at("announcements_per_year", on=facts.as_of)
    return Conclusion(
        "met",
        "yes",
        say(
            f"每年{numeral(yearly.number)}次，由湖南省工业和信息化厅集中公告、授牌，集群和培育对象都在内。",
            *rests_on(yearly),
        ),
        (say("在哪个月公告，《办法》没有写明。", *rests_on(yearly)),),
    )
