"""Papers, seals and signatures that the report form asks for (初赛 一, 4.3, 6.1, 七)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.eligibility.engine import rule
from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import Citation, Conclusion
from assistant.eligibility.wording import FORMS, ask, cite, say
from assistant.parameters import Parameters


@dataclass(frozen=True)
class _Paper:
    """Something that the form asks for.

    Attributes:
        words: how a question may speak of it.
        name: what it is.
        clause: the words of the form.
    """

    words: re.Pattern[str]
    name: str
    clause: Citation


def _paper(words: str, name: str, locator: str, quote: str) -> _Paper:
    return _Paper(re.compile(words), name, cite(FORMS, locator, quote))


_PAPERS: tuple[_Paper, ...] = (
    _paper("办公(?:场所|室|地点|用房|地址)|场地", "固定的办公场所证明", "初赛 4.3", "固定的办公场所证明"),
    _paper(
        "执照|批文|登记证|注册登记|法人证",
        "促进组织的成立批文或注册登记执照复印件",
        "初赛 4.3",
        "包括机构成立批文或注册登记执照复印件",
    ),
    _paper("资历|资质|学历|职称|履历证明", "机构负责人相关资历证书", "初赛 4.3", "机构负责人相关资历证书"),
    _paper(
        "(?:政府|县里|市里|乡镇).{0,10}(?:意见|盖|签|章)|(?:意见|盖章|公章).{0,6}政府",
        "集群所在地县以上人民政府意见（盖章）",
        "初赛 一 集群所在地县以上人民政府意见",
        "集群所在地县以上人民政府意见",
    ),
    _paper(
        "园区.{0,8}(?:签|盖|章)|两家.{0,6}(?:签|盖)|声明",
        "核心承载园区的签字盖章",
        "初赛 6.1",
        "集群核心承载园区负责人签字",
    ),
    _paper(
        "(?:促进组织|协会|我们|两家).{0,8}(?:签|盖|章)|声明",
        "促进组织的签字盖章",
        "初赛 6.1",
        "集群促进组织负责人签字",
    ),
    _paper("佐证", "佐证材料", "初赛 七", "佐证材料"),
)


# The place is there, though not one's own.
_BORROWED = re.compile(
    "(?:办公|场所|房|地点)[^，。,]{0,6}(?:借|租|挂靠|合用|共用|蹭)|(?:借|租|合用|共用|挂靠)[^，。,]{0,8}(?:办公|场所)"
)


@rule(
    id="form_papers.required",
    topic="form_papers",
    basis="report-2023#初赛 4.3",
    title="参赛报告要求的证明和盖章",
)
def form_papers(facts: Facts, parameters: Parameters) -> Conclusion:
    """What the form lists is to be there; what happens without it is not said."""
    text = facts.lacking or ""
    named = [paper for paper in _PAPERS if paper.words.search(text)]
    if not named:
        return Conclusion(
            "cannot_tell",
            "conditional",
            say(
                "要看参赛报告是否要求：促进组织部分列了成立批文或执照、办公场所证明、负责人资历证书等佐证材料。",
                cite(FORMS, "初赛 4.3", "包括机构成立批文或注册登记执照复印件"),
            ),
            (ask("所问的材料是否必须"),),
        )
    borrowed = _BORROWED.search(text)
    if borrowed and [paper.name for paper in named] == ["固定的办公场所证明"]:
        return Conclusion(
            "cannot_tell",
            "conditional",
            say("要附固定的办公场所证明；场所是自有、租用还是借用，参赛报告没有写。", named[0].clause),
            (ask("借用、租用的场所如何证明"),),
        )
    names = "、".join(dict.fromkeys(paper.name for paper in named))
    cites = tuple(dict.fromkeys(paper.clause for paper in named))
    return Conclusion(
        "not_met",
        "no",
        say(f"按参赛报告的要求不行，报告中列明了{names}。", *cites),
        (say("缺了怎么处理，参赛报告没有写明。", *cites[:1]), ask("能否补交或者变通")),
    )
