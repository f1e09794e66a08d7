"""The facts of a case, as far as a question states them."""

from __future__ import annotations

import re
from datetime import date

from assistant.conversation.agents import Agent, agent_in
from assistant.conversation.blame import blamed_in
from assistant.conversation.figures import figures_in, years_since
from assistant.conversation.incidents import GRADED, MINOR, accident, misconduct
from assistant.conversation.industries import prohibited_in
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import acts, asking_clause
from assistant.conversation.quota import ASSURED, EXCEPTION, cluster_count, counted
from assistant.conversation.spending import award_use
from assistant.conversation.topics import cues_in
from assistant.eligibility.facts import (
    ApplicantKind,
    Facts,
    Level,
    PreviousResult,
    Sector,
    SubmitTo,
    with_registry,
)
from assistant.registry import Category, Registry
from index.numerals import parse_numeral

_TWICE = re.compile(r"([一-鿿]{1,3}?)不(?=\1)")  # 算不算 states nothing
_N = r"[一二两三四五六七八九十\d]+"
_PREVIOUS: tuple[tuple[re.Pattern[str], PreviousResult], ...] = (
    (
        re.compile(
            r"撤销|被撤|撤(?:了|掉|牌)|摘(?:了|掉)|(?:弄虚作假|造假|作假|虚报)[^，。,]{0,8}(?:被查|查处|查实|处理过|通报|抓|发现)|取消.{0,4}称号|被取消|摘牌|除名|收回.{0,4}(?:称号|牌)"
        ),
        "称号被撤销",
    ),
    (re.compile(r"复[核查审评].{0,6}(?:没|未|不(?!参加))|(?:没|未).{0,4}通过复核"), "复核未通过"),
    (re.compile(r"决赛.{0,4}(?:没|未|落|失败|淘汰|输|不(?!参加))|(?:输|败)(?:在|了)决赛"), "决赛未胜出"),
    (
        re.compile(
            r"(?:初赛|竞赛|比赛|去年|上次|上届|今年|前年|申报).{0,6}(?:没|未|落|失败|淘汰|输|刷)|"
            r"落选|没选上|没评上|没报上|未胜出|没胜出|被?淘汰(?!类|产业|目录)|刷下|名落|失败过|错过"
        ),
        "初赛未胜出",
    ),
)
_SECTORS: tuple[tuple[re.Pattern[str], Sector], ...] = (
    (re.compile("茶叶|农产品|农副产品|食品|粮油|预制菜|竹木|茶油"), "农产品加工"),
    (
        re.compile(
            "农业(?!机械)|种植|养殖|畜牧|水产|合作社|果园|水果|脐橙|柑橘|水稻|稻米|蔬菜|生猪|药材|林下|渔业|"
            "(?<![品各两几多一这])种(?!类|子选手)[^，。]{1,4}的|养(?!老|成|活|护)[^，。]{1,4}的"
        ),
        "农业",
    ),
    (re.compile("软件|数据中心|人工智能服务|游戏"), "软件"),
    (
        re.compile(
            "民宿|农家乐|康养|会展|教培|影视|动漫|电竞|旅游|文旅|服务业|物流|仓储|商贸|电商|直播|餐饮|金融业|房地产|建筑业|文化产业|非制造"
        ),
        "服务业",
    ),
    (
        re.compile(
            "制造|陶瓷|机械|电子|化工|纺织|服装|钢铁|有色|医药|装备|材料|烟花|花炮|家具|五金|家电|传统"
        ),
        "制造业",
    ),
)
_LACKS_ORGANISATION = re.compile(
    r"(?:没有?|未|尚未|还没|缺|不用|无需|不需要|不要|不必|免).{0,5}(?:成立|组建|设立|建立|注册|搭建?|弄)?.{0,6}促进(?:组织|中心|会|机构)|"
    r"促进(?:组织|中心|会|机构).{0,8}(?:没|未|还没)(?:有)?(?:成立|组建|设立|注册|建|搭)|"
    r"促进(?:组织|中心|会|机构)(?:还|正|尚)?在?(?:筹备|筹建|组建(?:中|当中)|拟成立)"
)
_NOT_ON_LIST = re.compile(
    r"(?:不是|不在|没(?:有)?(?:列入|进|入选|当过|拿到|评上|做过)?|未(?:列入|入选|进)?|非|还没成为).{0,6}培育(?:对象|名单|库)|"
    r"(?:没有?|未|不)(?:列入|进|上|在|入选).{0,3}名单|没(?:有)?(?:评上|入选|上榜|被?认定)的|"
    r"(?:没|未|不|跳过|免|没有)(?:有)?(?:参加|打|过|进|经|经过|参|通过|比)?.{0,3}初赛"
)
_ON_LIST = re.compile(
    r"(?:已经?是|已列入|我们是|现在是|刚(?:成为|评上|入选)|进了|列入了|拿到了?|作为|身为|成了|评上(?:了)?|入选(?:了)?).{0,8}培育(?:对象|名单|库)|"
    r"(?:名单上的|现有的?)培育对象|^培育对象"
)
_RECOGNISED = r"(?:已经?|都|早就?)(?:是|评上|被?认定(?:为|成)?|成(?:了|为)?|当上)(?:了)?[^，。,培]{0,8}(?:集群|省级)(?!培育|的培育)"
_UNREGISTERED = r"(?:没|未|没有|还没|尚未|从没)(?:有)?(?:去|在民政)?(?:正式)?(?:登记|注册)(?:过)?(?!资)|(?:民间|自发|松散)(?:的)?(?:组织|联盟|团体)"
_CHANGES_CATEGORY = (
    r"(?:改|转|升|换)(?:报|成|为|到|投|升)[^，。,]{0,8}(?:特色|先进|中小)|(?:特色|先进|中小)[^，。]{0,14}(?:升|转|改|换)(?:报|成|为|到|级)?[^，。]{0,6}(?:先进|特色|中小)|"
    r"(?:改|换|变更|调整)(?:报|一?下|个|成)?(?:另一?个?)?(?:申报)?类别|类别[^，。,]{0,6}(?:改|换|变更)"
)
_FAR = re.compile(
    r"不相邻|不挨|不接壤|不邻近|隔得?(?:远|着|老远)|隔(?:着|了)|离得(?:远|老远)|老远|相距|中间隔|两头|不在一起|不连片"
)
_NEAR = re.compile(r"相邻|邻近|挨着|邻[县市区]|隔壁|紧邻|接壤|交界|毗邻|连成一片|靠着|挨得近|紧挨")
_NEAR_ASKED = re.compile(r"(?:必须|一定|非|得|才|要).{0,6}(?:相邻|邻近|挨着|接壤)")
_MATERIALS_FALSE = re.compile(
    r"造假|作假|弄虚|虚假|虚报|瞒报|谎报|编造|注水|掺水|水分|假(?:材料|数据|的|数字)|伪造|拔高|往高|夸大|高估|估|凑(?:数|出)|美化|不真实|不实|失真|借用"
)
_TWICE_A_YEAR = re.compile(r"(?:一|同一?|1)(?:年|届).{0,8}(?:[两二三四五2-5]|几|多)(?:次|回|遍|趟|轮)")


def facts_of(plan: Plan, registry: Registry, as_of: date) -> Facts:
    """Facts stated in the question, completed from the registry.

    Args:
        plan: the question.
        registry: lists and divisions.
        as_of: day on which validity is judged.
    """
    text = _TWICE.sub("", fold(plan.standalone))
    cues = cues_in(text)
    # 「能纳入几个」 asks for the limit, not for one more
    counts = plan.expected == "count" and re.search("再|另|又|还|第二|新增|追加", text) is None
    over_again = "has_one" in cues and re.search("重新(?:申)?报|换(?:个|一个)(?:产业|方向|行业)", text)
    more = ("more" in cues or cues >= {"still", "has_one"} or bool(over_again)) and not counts
    counties = [division for division in plan.divisions if not division.is_city]
    cities = [division for division in plan.divisions if division.is_city]
    # 「那由谁来报」 asks for the applicant, whoever was named before
    agent = None if plan.expected == "organisation" else _agent(text)
    facts = Facts(
        as_of=as_of,
        applicant_kind=agent.kind if agent else _recipient(text),
        applicant_words=agent.words if agent else None,
        # whether it must be there is asked as whether one may do without it
        has_organisation=False
        if _LACKS_ORGANISATION.search(text) or acts()["subject"].undone.search(text)
        else None,
        unregistered=_true(_UNREGISTERED, text),
        county=counties[0] if counties else None,
        city=cities[0] if cities and not counties else None,
        places=plan.divisions,
        cluster_count=cluster_count(text),
        wants_another=True if more else None,
        asks_limit=True if counts or ("limit" in cues and not more) else None,
        counted=counted(text),
        assured=_true(ASSURED, text),
        asks_exception=_true(EXCEPTION, text),
        cluster=plan.clusters[0] if len(plan.clusters) == 1 else None,
        category=_category(plan, text),
        both_categories=_both_categories(text),
        changes_category=_true(_CHANGES_CATEGORY, text),
        stage=plan.contest_stage,  # type: ignore[arg-type]
        on_trainee_list=_on_trainee_list(text),
        recognised=_true(_RECOGNISED, text),
        declines_final=_true(
            r"(?:必须|一定(?:要)?|都得|都要|非得?)[^，。,才]{0,12}(?:参加|打|进|去)[^，。,才]{0,3}(?:决赛)?吗?$|决赛[^，。,]{0,6}(?:必须|一定|非得?|都得|都要)[^，。,才]{0,12}(?:参加|打)(?![^，。,]{0,4}才)|"
            r"不(?:参加|打|报|去|想参加|想打)决赛|(?:弃权|放弃|退出).{0,4}决赛|决赛.{0,6}(?:弃权|放弃|不参加|不去)",
            text,
        ),
        cross_region=True if {"cross_region", "joint"} & cues else None,
        adjacent=_adjacent(text),
        outside_hunan=True if "outside_province" in cues else None,
        submit_to=_submit_to(text, cues),
        previous_result=next((result for pattern, result in _PREVIOUS if pattern.search(text)), None),
        objection=_objection(text),
        review_passed=_false(r"复[核查审评].{0,6}(?:没|未|不(?!参加))|(?:没|未|不).{0,3}通过复核", text),
        blamed=blamed_in(text),
        materials_false=_true(_MATERIALS_FALSE, text),
        prohibited_industry=prohibited_in(fold(plan.standalone)),
        major_accident=accident(text),
        accident_minor=_true(MINOR, text),
        accident_graded=re.search(GRADED, text) is not None,
        accident_years_ago=years_since(text, as_of),
        tax_or_credit_offence=misconduct(text),
        already_national=_true(
            r"(?:已经?|都)(?:是|评上|拿到|入选|成为)(?:了)?.{0,4}国家(?:级|队)|国家级(?:集群)?(?:了|的)?.{0,4}还(?:能|可以)",
            text,
        ),
        award_use=award_use(text),
        sector=next((sector for pattern, sector in _SECTORS if pattern.search(text)), None),
        lacking=text,
        level=_level(text),
        conditions_met=_conditions_met(text),
        attempts_this_year=2 if _TWICE_A_YEAR.search(text) else None,
        relaxed_area=True if "relaxed" in cues else None,
        leading_firm_in_park=_in_park(text),
        **figures_in(text),  # type: ignore[arg-type]
    )
    return with_registry(facts, registry)


_QUALIFIES = re.compile("够格|资格|(?<!审)报|够不够|行|可以|能|算|报不了|成")


# 「企业总部迁走了，集群还能报吗」: the cluster would apply, not the firm that was told of.
_CLUSTER_ASKED = re.compile(
    r"^(?:那|我们?|咱们?|整个|这个)*集群(?:还|也|就|今年|再)*(?:能|可以|报|可否|有资格|够格|行)"
)


def _agent(text: str) -> Agent | None:
    """The body that would apply: the one whose leave is asked for, before those told of."""
    asking = asking_clause(text)
    if _QUALIFIES.search(asking) and (asked := agent_in(asking)):
        return asked
    return None if _CLUSTER_ASKED.search(asking) else agent_in(text)


_RECIPIENT = re.compile(
    r"(企业|公司|厂家?|老板|员工|职工|个人).{0,8}(?:分|拿|领|得到|享受|有份)|(?:发|给|分|拨)(?:给|到)?.{0,4}(企业|公司|厂|老板|员工|职工|个人)"
)


def _recipient(text: str) -> ApplicantKind | None:
    """Who is to have the award, where it is somebody else than the cluster."""
    match = _RECIPIENT.search(text)
    if match is None:
        return None
    return "个人" if (match.group(1) or match.group(2)) in ("员工", "职工", "个人") else "企业"


def _true(pattern: str | re.Pattern[str], text: str) -> bool | None:
    return True if re.search(pattern, text) else None


def _false(pattern: str, text: str) -> bool | None:
    return False if re.search(pattern, text) else None


def _objection(text: str) -> bool | None:
    """Whether somebody objects; False where it is said that nobody does."""
    if re.search(
        r"(?:没有?|无|未)(?:任何)?(?:人|谁)?(?:提|有|吱|出)?[^，。,]{0,3}(?:异议|意见|举报|投诉|反对|声)",
        text,
    ):
        return False
    return _true("异议|举报|投诉|反对|有意见|提意见", text)


def _in_park(text: str) -> bool | None:
    """Whether the leading firm is said to be registered in the core park."""
    if re.search(
        r"龙头[^？?]{0,14}(?:不在|没在|不是在|未在|外|总部)[^？?]{0,8}(?:园区|注册|$)|注册在[^，。,]{0,6}总部",
        text,
    ):
        return False
    return _true(r"(?:在|于).{0,8}园区.{0,3}注册", text)


def _category(plan: Plan, text: str) -> Category | None:
    if plan.category == "中小企业特色产业集群" or re.search("特色(?:产业)?(?:集群)?", text):
        return "中小企业特色产业集群"
    # 「先进制造业集群」 names the whole programme too; beside figures it is the category
    return "先进制造业集群" if plan.category and re.search(r"\d.{0,4}亿|亿", text) else None


def _both_categories(text: str) -> bool | None:
    both = r"同时.{0,8}(?:两|二)(?:个)?类|两类.{0,4}都|(?:先进|特色)[^，。]{0,12}(?:再|又|也|同时|还)[^，。]{0,4}(?:报|选|填)[^，。]{0,3}(?:特色|先进)|(?:两|2)个?都(?:填|报|选|勾|要|写|打)|类别.{0,6}(?:两|2)个|都报|兼报|既.{0,14}又|(?:两|二)(?:个)?类.{0,4}(?:一起|同时)"
    return True if re.search(both, text) else None


def _on_trainee_list(text: str) -> bool | None:
    if _NOT_ON_LIST.search(text):
        return False
    return True if _ON_LIST.search(text) else None


def _adjacent(text: str) -> bool | None:
    # whoever asks if they must be neighbours asks about those who are not
    if _FAR.search(text) or _NEAR_ASKED.search(text):
        return False
    return True if _NEAR.search(text) else None


def _submit_to(text: str, cues: frozenset[str]) -> SubmitTo | None:
    if "bypass" in cues:
        return "省工信厅"
    if "county_step" in cues or re.search(r"(?:交|报|递|送|寄|提交).{0,4}(?:县|区)(?:里|局|工信|级)", text):
        return "县级工信部门"
    if re.search(r"(?:交|报|递|送|寄|提交).{0,4}(?:省|厅)", text):
        return "省工信厅"
    return None


def _level(text: str) -> Level | None:
    if re.search(
        "市辖区|(?<!园)是区(?!域)|(?<!园)(?<!开发)(?<!新)(?<!地)(?<!辖)(?:我们?|本|一个|每个|城)区(?!域|别)",
        text,
    ):
        return "区"
    if re.search(
        "市里|设区的?市|^市(?:最多|能|可以|有)|(?:全|我们?|本|一个|整个)市(?!场|级|州工|辖)|市州(?:能|可以|有|最多)|地级市|是个?(?:市|州)(?!场|级|里|辖|州?工)",
        text,
    ) and not re.search("县", text):
        return "市州"
    return "县" if re.search("(?:我们?|本|一个|每个|咱们?)县", text) else None


def _conditions_met(text: str) -> int | None:
    # 「必须都满足吗」 asks for all, 「都满足了」 tells it
    all_met = re.search(
        "(?:全部(?:都)?|都|全)(?:满足|符合|达到|具备|够)(?:了)?(?!.{0,3}(?:才|吗$|不$|么$))", text
    )
    if all_met and not re.search("必须|要|得|需|应|是不是|是否|一定|没|不|未", text[: all_met.start()][-8:]):
        return 6
    match = re.search(
        rf"(?:只|仅|才|光)?(?:满足|符合|达到|具备|够)了?[^，。]{{0,6}}?({_N})(?:项|条|个)(?!都|一|条件都)",
        text,
    )
    if match:
        return parse_numeral(match.group(1))
    short = re.search(rf"(?:差|缺|少)(?:了)?({_N})(?:项|条|个)", text)
    return max(0, 6 - parse_numeral(short.group(1))) if short else None
