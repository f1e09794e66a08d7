"""What the province gives: awards, project funds, recommendation; and city contests (第十六、十七条)."""

from __future__ import annotations

import re

from assistant.eligibility.engine import rule
from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import Conclusion
from assistant.eligibility.wording import LIST, ask, cite, measures, row, say
from assistant.parameters import Parameters

_AWARD = measures(
    "第十七条",
    "对新确定的湖南省先进制造业集群培育对象和认定的湖南省先进制造业集群按规定分别给予一定财政资金奖励",
)
_AMOUNT = measures("第十七条", "按规定分别给予一定财政资金奖励")
_USE = measures("第十七条", "奖励资金主要用于产业集群促进组织自身条件建设、公共服务活动等方面")
_FUNDS = measures(
    "第十七条",
    "通过湖南省制造强省专项资金、中小企业发展专项资金、移动互联网产业发展专项资金等重点对湖南省先进制造业集群项目给予支持",
)
_NATIONAL = measures("第十七条", "并择优推荐其申报国家级先进制造业集群")
_LIKE_CLUSTERS = measures("第十三条", "湖南省先进制造业集群培育对象参照湖南省先进制造业集群进行管理")
_RECOMMENDED = cite(
    LIST, "第二项", "湖南省输变电产业集群为重点推荐代表我省参加国家先进制造业集群竞赛的产业集群"
)
_CITY_CONTEST = measures("第十六条", "鼓励市州开展先进制造业集群竞赛")

_NAMED_USES = ("公共服务", "条件建设", "自身建设")


@rule(id="award.granted", topic="award", basis="measures-2021#第十七条", title="财政资金奖励")
def award(facts: Facts, parameters: Parameters) -> Conclusion:
    """There is an award at each stage; how much is not said."""
    amount = say("奖励多少，《办法》没有写，只说“按规定”给予“一定财政资金奖励”。", _AMOUNT)
    use = say("奖励资金主要用于促进组织自身条件建设、公共服务活动等。", _USE)
    if facts.already_national:
        return Conclusion(
            "conditional",
            "conditional",
            say(
                "已是国家级集群的能否再得省里的奖励，文件没有规定；奖励对象是新确定的培育对象和认定的集群。",
                _AWARD,
            ),
            (amount, ask("能否再得奖励")),
        )
    if facts.applicant_kind in ("企业", "个人"):
        return Conclusion(
            "conditional",
            "conditional",
            say(
                f"文件没有规定奖励发给{facts.applicant_kind}：奖励对象是新确定的培育对象和认定的集群。",
                _AWARD,
            ),
            (use, amount, ask("奖励的申领")),
        )
    return Conclusion(
        "met",
        "yes",
        say("有，新确定的培育对象和认定的集群分别给予一定财政资金奖励。", _AWARD),
        (amount, use, ask("奖励标准")),
    )


@rule(id="award_use.named", topic="award_use", basis="measures-2021#第十七条", title="奖励资金的用途")
def award_use(facts: Facts, parameters: Parameters) -> Conclusion:
    """Two named uses, and 等方面."""
    use = facts.award_use
    if use is None:
        return Conclusion(
            "cannot_tell",
            None,
            say("奖励资金主要用于产业集群促进组织自身条件建设、公共服务活动等方面。", _USE),
            missing=("奖励资金拟作何用",),
        )
    if any(named in use for named in _NAMED_USES):
        return Conclusion("met", "yes", say(f"能，“{use}”在列明的用途之内。", _USE))
    return Conclusion(
        "conditional",
        "conditional",
        say(
            f"“{use}”不是列明的用途：奖励资金“主要用于产业集群促进组织自身条件建设、公共服务活动等方面”。",
            _USE,
        ),
        (
            say("条款用了“主要”和“等方面”，没有列举禁止的用途，能否列支文件没有规定。", _USE),
            ask("能否列支"),
        ),
    )


@rule(
    id="project_support.funds",
    topic="project_support",
    basis="measures-2021#第十七条",
    title="专项资金支持",
)
def project_support(facts: Facts, parameters: Parameters) -> Conclusion:
    """Three named provincial funds give priority to cluster projects."""
    details = [say("怎样申请、支持多少，《办法》没有规定。", _FUNDS), ask("专项资金的申报指南")]
    if facts.on_trainee_list:
        details.insert(0, say("条文写的是集群项目；培育对象参照集群管理。", _LIKE_CLUSTERS))
    return Conclusion(
        "met",
        "yes",
        say("能，制造强省、中小企业发展、移动互联网产业发展等专项资金重点支持集群项目。", _FUNDS),
        tuple(details),
    )


@rule(id="national.selected", topic="national", basis="measures-2021#第十七条", title="推荐申报国家级集群")
def national(facts: Facts, parameters: Parameters) -> Conclusion:
    """Recommendation is by merit: possible, not promised."""
    details = [
        say("怎样算“优”、推荐几个，《办法》没有规定。", _NATIONAL),
        say("2022年的名单通知明确，重点推荐湖南省输变电产业集群代表我省参加国家竞赛。", _RECOMMENDED),
    ]
    of_trainees = say("条文推荐的是湖南省先进制造业集群，培育对象能否被推荐，没有写明。", _NATIONAL)
    if "培育对象" in (facts.lacking or "") and facts.cluster is None:
        return Conclusion("cannot_tell", "conditional", of_trainees, (*details[:1], ask("能否推荐")))
    if facts.on_trainee_list:
        details.append(of_trainees)
    cluster = facts.cluster
    if cluster is not None and "国家初赛胜出" in cluster.note:
        details.append(say(f"名单注明{cluster.name}“国家初赛胜出”。", *row(cluster)))
    return Conclusion(
        "conditional",
        "conditional",
        say("有机会但不是必然：由湖南省工业和信息化厅“择优推荐”。", _NATIONAL),
        (*details, ask("推荐的条件")),
    )


# 「没参加市里的竞赛，能报省里吗」, 「报省里必须先在市里赢吗」
_ENTRY_WITHOUT = (
    "(?:没|不|未|必须|一定|先|得|要)[^，。,]{0,8}市[^，。,]{0,5}(?:竞赛|比赛|选拔|初选|赛)[^。？?]*(?:省|申报|报名|推荐)|"
    "(?:报|申报|参加|推荐到?)省[^。？?]{0,8}(?:必须|一定|先|得|要)[^，。,]{0,8}市[^，。,]{0,5}(?:竞赛|比赛|选拔|初选|赛)"
)


@rule(id="city_contest.encouraged", topic="city_contest", basis="measures-2021#第十六条", title="市州竞赛")
def city_contest(facts: Facts, parameters: Parameters) -> Conclusion:
    """Cities are encouraged, not obliged, to hold contests; of counties nothing is said."""
    if (
        facts.county is not None
        or facts.level == "县"
        or re.search("县(?:里|级(?!市))|区里", facts.lacking or "")
    ):
        return Conclusion(
            "cannot_tell",
            "conditional",
            say("条款鼓励的是市州开展竞赛，县（市、区）能不能办，文件没有规定。", _CITY_CONTEST),
            (ask(),),
        )
    if re.search(
        "(?:直接|就|自动|当)[^，。,]{0,4}(?:算|是|成|认定|当|作为)[^，。,]{0,4}省", facts.lacking or ""
    ):
        by_province = measures("第三条", "由湖南省工业和信息化厅会同有关部门通过组织竞赛的方式认定公布")
        return Conclusion(
            "not_met",
            "no",
            say("不能，省级集群由湖南省工业和信息化厅会同有关部门组织竞赛认定。", by_province),
            (say("市州可以开展自己的竞赛，这是鼓励的。", _CITY_CONTEST),),
        )
    if re.search(_ENTRY_WITHOUT, facts.lacking or ""):
        return Conclusion(
            "met",
            "yes",
            say("能，条款只是鼓励市州开展竞赛，没有把参加市州竞赛列为申报省级集群的条件。", _CITY_CONTEST),
            (
                say(
                    "报省里要经所在市州工业和信息化局初审、行文推荐。",
                    measures("第九条", "对初审合格者正式行文推荐至湖南省工业和信息化厅"),
                ),
            ),
        )
    return Conclusion(
        "met",
        "yes",
        say("能，鼓励市州开展先进制造业集群竞赛。", _CITY_CONTEST),
        (say("用的是“鼓励”，没有规定必须办，也没有规定怎么办。", _CITY_CONTEST),),
    )
