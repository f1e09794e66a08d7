"""Something that 第六条 asks for is lacking."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.eligibility.engine import rule
from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import Citation, Conclusion
from assistant.eligibility.wording import ask, measures, numeral, rests_on, say
from assistant.parameters import Parameters


@dataclass(frozen=True)
class _Requirement:
    """A requirement of 第六条.

    Attributes:
        words: how a question may speak of it.
        clause: the words of the clause.
        example: the clause gives it as one of several (等), so another may do.
        kin: words for what the clause does not name, though it is of that sort (出口 for 全球分工).
    """

    words: re.Pattern[str]
    clause: Citation
    example: bool = False
    kin: re.Pattern[str] = re.compile("(?!)")

    def only_kin(self, text: str) -> bool:
        """Whether `text` speaks of nothing that the clause itself names."""
        return self.words.search(self.kin.sub("", text)) is None


def _named(words: str, item: str, quote: str, *, example: bool = False, kin: str = "(?!)") -> _Requirement:
    return _Requirement(re.compile(words), measures(f"第六条（{item}）", quote), example, re.compile(kin))


_DENIAL = re.compile(
    "各(?:干|搞|顾|做|管|玩)各|单打独斗|一般|普通|小(?!巨人|企业|微)|没|无|缺|未|不|差|少|只有|仅|欠|弱|低|问题"
)

_REQUIREMENTS: tuple[_Requirement, ...] = (
    _named(
        "发展规划|产业规划|规划目标|没有规划|没规划|缺规划|(?<!有)规划(?:还|也|都)?(?:没|未|不)",
        "一",
        "产业发展规划目标明确",
    ),
    _named(
        "空间布局|产业布局|散(?!热|装)|园区",
        "一",
        "有相对集聚的产业空间布局",
        kin="(?:像样的|成片的)?园区",
    ),
    _named("功能定位", "一", "功能定位科学合理"),
    _named("边界", "一", "发展边界清晰"),
    _named(
        "环保|绿色|低碳|节能|排放|污染",
        "一",
        "符合绿色、低碳、节能、环保要求",
        kin="(?:高)?污染|排放|绿色(?:工厂|园区|产品|供应链)",
    ),
    _named("影响力(?!强)|(?<!产品)知名度|名气|名声|口碑|同行业", "一", "在国内同行业有较大影响力"),
    _named(
        "小巨人|单项冠军|专精特新|优质企业",
        "二",
        "拥有一批专精特新“小巨人”中小企业、制造业单项冠军企业等较强成长性的优质企业",
        example=True,
    ),
    _named(
        "产业规模|市场份额|规模(?:太|比较|偏)?(?:小|不大|不够)",
        "二",
        "围绕主导产业形成了较大的产业规模和市场份额",
    ),
    _named("市场占有率|市占率", "二", "主要产品市场占有率国内领先"),
    _named("品牌|牌子|(?:产品|牌号)[^，。]{0,3}(?:知名度|名气|出名|名声)", "二", "具有较强的品牌影响力"),
    _named("统计|报数", "二", "建立完善的统计工作制度"),
    _named(
        "分工协作|协作机制|上下游|各(?:干|搞|顾|做|管|玩)各|不(?:怎么)?(?:合作|来往|往来|协作)|单打独斗|抱不成团|产供销",
        "三",
        "形成了紧密高效的分工协作机制",
    ),
    _named("产学研|科研院所|高校|院校", "三", "积极开展产学研协同创新"),
    _named(
        "领军人才|高端人才|人才|带头人|博士|专家|院士|教授",
        "三",
        "拥有一批高端产业领军人才",
        kin="人才(?:条件|方面|这)|带头人|博士|院士|专家(?:团队)?|教授",
    ),
    _named("工业设计能力|技术装备|创新能力", "三", "自主创新能力突出"),
    _named(
        "5g|工业互联网|人工智能|云计算|大数据|物联网|上云|信息技术",
        "三",
        "积极应用5G、工业互联网、人工智能、云计算、大数据、物联网等新一代信息技术",
        example=True,
    ),
    _named("数字化|智能化|网络化|智能工厂", "三", "产业数字化、网络化、智能化程度高"),
    _named("组织架构|规章制度|章程|专职|健全", "四", "具有健全的组织架构和较完善的规章制度"),
    _named("造血|养活|自收自支|自负盈亏", "四", "具有一定的自我造血功能和可持续服务水平"),
    _named("集群动议|集体行动", "四", "带领集群成员发起集群动议、采取集群集体行动"),
    _named(
        "创新载体|(?:国家|省)级[^，。,]{0,6}平台|研发中心|工程中心|创新中心|技术中心|设计中心|重点实验室|公共服务平台|服务平台|创新平台",
        "五",
        "拥有国家和湖南省企业创新中心、企业技术中心、工业设计中心、重点实验室等公共服务平台",
        example=True,
    ),
    _named("产业特色", "一", "产业特色明显"),
    _named("规模效益", "二", "产业规模效益突出"),
    _named("协同创新|创新(?:上|方面|这)", "三", "协同创新能力强"),
    _named("治理", "四", "集群治理机制高效"),
    _named("要素", "五", "要素集聚程度高"),
    _named("开放合作|开放(?:上|方面)", "六", "开放合作水平高"),
    _named("基础设施|水电|路网|交通|通水|通电|道路|污水|管网", "五", "区域内基础设施条件良好"),
    _named(
        "公共配套|生活配套|配套(?:设施|服务)|宿舍|住宿|食堂|学校|医院|看病|上学|吃住",
        "五",
        "公共配套服务完善",
        kin="宿舍|住宿|食堂|学校|医院|看病|上学|吃住",
    ),
    _named("金融|融资|贷款", "五", "集群金融服务效率高"),
    _named(
        "出口|外贸|外资|外销|国际|海外|境外|全球",
        "六",
        "集群企业能够深入嵌入全球产业链价值链分工",
        kin="出口|外贸|外资|外销|海外|境外",
    ),
    _named("营商环境", "六", "集群拥有良好的营商环境、投资贸易便利化水平高"),
    _named("对外交流|对外合作|对外开放", "六", "对外交流合作活跃"),
    _named(
        "(?:政府|县里|市里|领导|书记|县长|口头).{0,6}支持|重视",
        "六",
        "所在地人民政府积极支持培育发展产业集群",
    ),
    _named("实施方案|政策|扶持措施|文件", "六", "制定切实可行的培育发展集群相关政策措施和实施方案"),
    _named("组织领导|领导小组|工作机制|专班", "六", "建立统筹促进集群发展的组织领导和协同工作机制"),
)


def requirements_in(text: str) -> tuple[Citation, ...]:
    """The words of 第六条 on each thing that `text`, folded, names, in the order of the clause; none twice."""
    return tuple(dict.fromkeys(entry.clause for entry in _REQUIREMENTS if entry.words.search(text)))


def _denied(text: str) -> str:
    """The parts of a text that deny something; all of it where none does."""
    parts = [part for part in re.split("[，,。；;？?！!]", text) if _DENIAL.search(part)]
    return "，".join(parts) or text


@rule(id="requirement.named", topic="requirement", basis="measures-2021#第六条", title="缺某一项基本条件")
def requirement(facts: Facts, parameters: Parameters) -> Conclusion:
    """What 第六条 names must be there; of what it gives as examples (等), another may do."""
    count = parameters.at("conditions", on=facts.as_of)
    together = say(f"{numeral(count.number)}项基本条件要同时满足。", *rests_on(count))
    if facts.lacking is None:
        return Conclusion(
            "cannot_tell",
            None,
            say("要看缺的是不是第六条写明的内容，写明的都要满足。", *rests_on(count)),
            missing=("缺少哪些条件",),
        )
    lacking = _denied(facts.lacking)
    named = [entry for entry in _REQUIREMENTS if entry.words.search(lacking)]
    if not named:
        lacking = facts.lacking
        named = [entry for entry in _REQUIREMENTS if entry.words.search(lacking)]
    if not named:
        return Conclusion(
            "cannot_tell",
            "conditional",
            say("第六条没有单独写明这一项，是否影响申报没有规定。", *rests_on(count)),
            (together, ask()),
        )
    cites = tuple(entry.clause for entry in named)
    items = "、".join(dict.fromkeys(cite.locator for cite in cites))
    quotes = "；".join(f"「{cite.quote}」" for cite in cites)
    if all(entry.example for entry in named):
        return Conclusion(
            "conditional",
            "conditional",
            say(
                f"要看整体：{items}要求{quotes}，用的是“等”，没有规定每一样都要有、要有几个。",
                *cites,
            ),
            (together, ask("够不够条件")),
        )
    if all(entry.only_kin(lacking) for entry in named):
        words = "、".join(dict.fromkeys(m.group() for e in named for m in e.kin.finditer(facts.lacking)))
        return Conclusion(
            "conditional",
            "conditional",
            say(f"要看整体：{items}要求{quotes}，没有单独写“{words}”。", *cites),
            (together, ask("够不够条件")),
        )
    return Conclusion(
        "not_met",
        "no",
        say(f"按条件不行：{items}要求{quotes}。", *cites),
        (together, say("做到什么程度算满足，《办法》没有量化。", *rests_on(count)), ask("够不够条件")),
    )
