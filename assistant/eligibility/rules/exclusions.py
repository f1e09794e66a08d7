"""What bars an entry: the three commitments of the declaration (初赛 6.1)."""

from __future__ import annotations

import re

from assistant.eligibility.engine import rule
from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import Conclusion, Sentence
from assistant.eligibility.wording import FORMS, ask, cite, numeral, rests_on, say
from assistant.parameters import Parameters

_INDUSTRY = cite(FORMS, "初赛 6.1", "集群主导产业不属于国家规定的禁止、限制和淘汰类产业")
_ACCIDENTS = cite(FORMS, "初赛 6.1", "近三年未发生重大安全生产、产品质量安全、环境污染事故")
_CONDUCT = cite(FORMS, "初赛 6.1", "集群企业不存在偷税漏税、违法违规、严重失信和其他重大问题的行为")
_LIABLE = cite(FORMS, "初赛 6.1", "如有不实之处，本单位愿意负相应法律责任，并承担由此产生的一切后果")
_BOTH = say("初赛、决赛的参赛报告都有这份声明，由集群促进组织和核心承载园区签字盖章。", _LIABLE)


@rule(id="exclusions.industry", topic="exclusions", basis="report-2023#初赛 6.1", title="产业类别的承诺")
def industry(facts: Facts, parameters: Parameters) -> Conclusion:
    """The leading industry is not prohibited, restricted or eliminated; not to be of one of these is not enough."""
    if facts.prohibited_industry is None and re.search("禁止|限制|淘汰", facts.lacking or ""):
        return Conclusion(
            "cannot_tell",
            "conditional",
            say(
                "要看主导产业是否属于国家规定的禁止、限制或淘汰类：三类都不属于，才能如实作出这一条承诺。",
                _INDUSTRY,
            ),
            (say("哪些产业属于这三类，收录的文件没有列出。", _INDUSTRY), _BOTH),
            missing=("主导产业是否属于国家禁止、限制或淘汰类",),
        )
    return _commitment(
        facts.prohibited_industry,
        broken="主导产业属于国家规定的禁止、限制或淘汰类",
        kept="主导产业不属于国家规定的禁止、限制和淘汰类",
        asked="主导产业是否属于国家禁止、限制或淘汰类",
        rests=say("", _INDUSTRY),
    )


@rule(id="exclusions.conduct", topic="exclusions", basis="report-2023#初赛 6.1", title="守法守信的承诺")
def conduct(facts: Facts, parameters: Parameters) -> Conclusion:
    """No tax evasion, breach of law or serious dishonesty among the firms."""
    return _commitment(
        facts.tax_or_credit_offence,
        broken="集群企业有偷税漏税、违法违规、严重失信等行为",
        kept="集群企业没有偷税漏税、违法违规、严重失信等行为",
        asked="集群企业是否有偷税漏税、违法违规、严重失信等行为",
        rests=say("", _CONDUCT),
    )


@rule(id="exclusions.accidents", topic="exclusions", basis="report-2023#初赛 6.1", title="重大事故的承诺")
def accidents(facts: Facts, parameters: Parameters) -> Conclusion:
    """No major accident within three years; the day from which the years count back is not said."""
    limit = parameters.at("contest_accident_free_years", on=facts.as_of)
    years = numeral(limit.number)
    rests = say("", *rests_on(limit))
    ago = facts.accident_years_ago
    if facts.accident_minor:
        return Conclusion(
            "conditional",
            "conditional",
            say(
                f"要看是不是“重大”事故：声明承诺的是近{years}年未发生重大事故，什么算重大，文件没有规定。",
                *rests.citations,
            ),
            (_BOTH, ask("事故是否算重大")),
        )
    old = facts.major_accident and ago is not None and ago > limit.number
    if facts.major_accident and facts.accident_graded is False and not old:
        return Conclusion(
            "cannot_tell",
            "conditional",
            say(
                f"要看算不算“重大”事故：声明承诺的是近{years}年未发生重大安全生产、产品质量安全、环境污染事故，"
                "什么算重大，文件没有规定。",
                *rests.citations,
            ),
            (_BOTH, ask("事故等级是否算重大")),
            missing=() if ago is not None else ("事故距今的年数",),
        )
    if facts.major_accident and ago is None:
        return Conclusion(
            "cannot_tell",
            "conditional",
            say(f"要看多久以前：声明承诺的是近{years}年未发生重大事故。", *rests.citations),
            (_BOTH,),
            missing=("事故距今的年数",),
        )
    if facts.major_accident and ago == limit.number:
        return Conclusion(
            "conditional",
            "conditional",
            say(f"正好在界线上：“近{years}年”从哪一天往前算，文件没有规定。", *rests.citations),
            (_BOTH, ask("起算日")),
        )
    recent = facts.major_accident and ago is not None and ago < limit.number
    return _commitment(
        recent,
        broken=f"近{years}年发生过重大安全生产、产品质量安全或环境污染事故",
        kept=f"重大事故发生在{years}年以前" if old else f"近{years}年没有重大事故",
        asked="是否发生过重大安全生产、产品质量安全、环境污染事故",
        rests=rests,
    )


def _commitment(breached: bool | None, *, broken: str, kept: str, asked: str, rests: Sentence) -> Conclusion:
    cites = rests.citations
    if breached:
        return Conclusion(
            "not_met",
            "no",
            say(f"不能，{broken}，与真实性声明承诺的内容相反，无法如实声明，因而不能参赛。", *cites),
            (_BOTH, say("声明不实的，要负相应法律责任。", _LIABLE)),
        )
    if breached is False:
        return Conclusion("met", "yes", say(f"能，{kept}，可以如实作出这一条承诺。", *cites), (_BOTH,))
    return Conclusion(
        "cannot_tell",
        None,
        say(f"参赛要在真实性声明中承诺：{cites[0].quote}。", *cites),
        (_BOTH,),
        missing=(asked,),
    )
