"""What shows that a question asks the published lists, where no cluster is named by name."""

from __future__ import annotations

import re

from assistant.conversation.by_place import asked_by_place
from assistant.conversation.lexicon import fold, without_function_words, words_in
from assistant.registry.selection import LIST_TALK
from index.numerals import NUMERAL, parse_numeral

# One place set against another, or all places in order.
DISTRIBUTION = re.compile(
    r"(?:哪|那)(?:一?个|几个|些)?(?:市州|地级市|市|州|地方|地区)[^，。,]{0,10}(?:最多|最少|没有|没|为零|空白|一个都|第一|最后|[多少]于)|"
    r"(?:各|每个?)(?:个)?(?:市州|地级市|市|州|地区|地方)[^，。,]{0,10}(?:多少|几个|数量|分布|排|各有|情况|统计|都有)|"
    r"(?:各|每个?)(?:个)?(?:市州|市|州)(?:的)?(?:集群)?(?:数量|分布|个数)|(?:集群|名单)[^，。,]{0,6}(?:分布|在各市|按市州?)|"
    r"(?:市州|市)(?:里|中)?(?:排名|排行|排第|排一下)"
)
MORE = re.compile(
    r"谁[^，。,]{0,6}多|谁[^，。,]{0,6}少|哪(?:个|边|里|市|家)[^，。,]{0,6}[多少](?!少)|(?:比|和)[^，。,]{1,8}[多少](?:几|多|吗|么)|对比|比较|比一比"
)
# A column of the lists by which rows are chosen.
_PARK_SORTS = (
    r"(?:国家级|省级)?(?:高新区|经开区|开发区|产业开发区|高新技术产业开发区|经济技术开发区|工业集中区)"
)
COLUMN = re.compile(
    rf"(?:园区|载体)[^，。？?]{{0,6}}(?:不带|不是|不叫|不含|没带|不属于)[^，。？?]{{0,3}}(?:高新|经开|开发区)|(?:园区|载体)[^，。？?]{{0,4}}(?:是|属于|为|叫|带|设在|放在){_PARK_SORTS}|由?{_PARK_SORTS}(?:当|做|作为?|担任|承载|承接)[^，。？?]{{0,4}}(?:园区|集群)|"
    r"(?:促进组织|促进机构)(?:的)?(?:名称|名字)?(?:里|中)?(?:带|含|有)[^，。？?]{1,6}(?:字|的)|(?:促进组织|促进机构)[^，。？?]{0,12}(?:协会|联盟|公司|企业|研究院|研究所|研究会|学会|商会|服务中心|促进会|国企)|"
    r"(?:协会|联盟|公司|企业|研究院|研究所|研究会|学会|商会|服务中心|促进会|国企)[^，。？?]{0,8}(?:作为?|当|做|担任)[^，。？?]{0,4}促进组织"
)
_MANY = re.compile(r"的\W*$|哪些|哪几|哪个|哪家|谁|几个|多少|几家|有没有|名单|吗|的集群|分别|列")
_REMARKED = re.compile(
    r"(?:冠|只写|就写|写的?是?|写着|带|叫)[“\"]?湖南省?[^，。,？?]{0,6}(?:集群|的)|国家(?:竞赛)?初赛(?:里|中)?(?:胜出|入围|获胜|过关|晋级)|跨(?:市|区域|地区|行政区|市州)[^，。,？?]{0,6}集群|集群[^，。,？?]{0,6}跨(?:市|区域|地区)"
)
_LISTED = re.compile(
    r"上(?:了|过)?榜|在榜|榜上|入选|入围|列入|名单(?:上|里|中|内)|在册|算上|算进|评(?:了|上|到)|(?:拿|得)(?:了|到)(?:牌|称号)|进(?:了|入)?名单"
)
# 「食品的集群有吗」「名单里有没有新能源汽车的」: whether a trade is on the lists.
_EXISTS = re.compile(
    r"集群[^，。,？?]{0,4}(?:有没有|有吗|有无|有几个|有哪些)|(?:有没有|有无)[^，。,？?]{1,12}(?:的(?:产业)?集群|上榜|入选|入围|列入|的\W*$)|"
    r"有[做搞造产][^，。,？?]{1,6}的(?:集群)?(?:吗|没|不|么)?\W*$|[做搞造产][^，。,？?]{1,6}的(?:集群)?(?:有没有|有吗|有无|有几个|有哪)|"
    r"名单(?:里|上|中|里面)[^，。,？?]{0,4}(?:有没有|有无|有)[^，。,？?]{1,12}|(?:有没有|是否|有无)(?:上榜|入选|入围|列入|进名单)"
)
_RULED = re.compile(
    r"(?<![智功性储节动产电热潜])能(?![源量耗力])|可以|可否|条件|要求|规定|奖|钱|复核|期限|好处|资格|义务|材料|报告|填|升级|转正|必须|怎么|如何|联系|电话|领导"
)
_MEMBERS = re.compile(r"(?:培育对象|集群)[^，。,？?]{0,8}(?:分别|都|各)?(?:是|有)(?:谁|哪些|哪几)")
# 「一共7个对吧」「是不是有15个」: a number of clusters that is only to be confirmed.
_CLAIM = re.compile(
    rf"(?P<n>{NUMERAL})(?:个|家)(?:先进制造业)?(?:产业)?(?:集群|培育对象)?[,，]?(?:对吧|对吗|对不对|对么|是吧|是吗|没错吧|没错|吧|吗|么)\W*$|"
    rf"(?:是不是|是否)(?:只|一共|总共|共|就|有)*(?P<m>{NUMERAL})(?:个|家)"
)
_LATER = re.compile(
    r"第([二三四五六七八九十])批|(20[0-9]{2})年?(?:度)?[^，。,？?]{0,8}(?:认定|公布|入选|新增|评上|名单|那[一]?批|这[一]?批|发布)"
)
_ASKED = frozenset({"count", "list", "text", "organisation", "place", "yes_no"})
_ANNEXES = re.compile(
    r"(?:[两三四24]|几|各)(?:张|个|份)(?:名单|附件|表)[^，。,]{0,6}(?:多少|几|各)|(?:名单|附件)(?:各|分别)(?:有)?(?:多少|几)"
)
_BARE = 1  # characters of its own that a question about a place may have beside the place


def asks_the_lists(text: str, expected: str, places: tuple[str, ...], ruled: bool) -> bool:
    """Whether a question that names no cluster is one for the lists.

    Args:
        text: stand-alone question.
        expected: kind of answer expected.
        places: wordings of the counties and cities in it.
        ruled: whether it names an act or a topic of the rules.
    """
    folded = fold(text)
    if expected not in _ASKED:
        return False
    if DISTRIBUTION.search(folded) or _ANNEXES.search(folded) or (len(places) > 1 and MORE.search(folded)):
        return True
    if asked_by_place(folded, places):
        return True
    if COUNTED_OUT.search(folded) and re.search("集群|培育对象|名单", folded) and not _RULED.search(folded):
        return True
    if (_BOTH.search(folded) or inside_the_lists(folded)) and not _RULED.search(folded):
        return True
    if _REMARKED.search(folded) and not re.search(r"能|可以|怎么|如何|材料", folded):
        return True
    if _by_column(folded):
        return True
    if (_EXISTS.search(folded) or _MEMBERS.search(folded)) and not _RULED.search(folded):
        return True
    if re.search(r"(?:名称|名字)[^，。,？?]{0,3}(?:带|含|有)", folded) and re.search(
        "集群|名单|第[一二三]批|的", folded
    ):
        return True
    if _later(folded) and not re.search(r"怎么|如何|条件|流程|通知|什么时候", folded):
        return True
    if _LISTED.search(folded) and (places or "名单" in folded or "榜" in folded) and not ruled:
        return True
    return bool(places) and not ruled and len(rest_of(folded, places)) <= _BARE


# 「第一批里花炮算上了吗」: whether something is on the lists, whatever rule its words share.
_INSIDE = re.compile(
    r"(?:第一批|首批|名单)(?:名单)?(?:里头?|里面|中|上|内)[^，。？?]{0,12}(?:有没有|有|算|在|上榜|进|还写|写着|列|几个|哪)"
)
# Two categories set against each other.
_BOTH = re.compile(
    r"(?:中小|特色)[^，。？?]{0,14}先进制造[^，。？?]{0,10}(?:多|少|几|谁)|先进制造[^，。？?]{0,14}(?:中小|特色)[^，。？?]{0,12}(?:多|少|几|谁)"
)


# 「附件3前5个」「培育对象最后两个」: some of the rows, in their order.
COUNTED_OUT = re.compile(
    rf"(?:前|前面|头|最后|末尾)(?!{NUMERAL}年){NUMERAL}(?:个|家|行|位)|第{NUMERAL}个?(?:往后|以后|之后|开始)"
)


def inside_the_lists(text: str) -> bool:
    """Whether a question asks what stands in the list, in so many words."""
    folded = fold(text)
    return _INSIDE.search(folded) is not None and not _RULED.search(folded)


def claimed_number(text: str) -> int | None:
    """The number of clusters that a question wants confirmed (一共7个对吧); None where it claims none."""
    match = _CLAIM.search(fold(text))
    return parse_numeral(match["n"] or match["m"]) if match else None


def claims_a_number(text: str, placed: bool) -> bool:
    """Whether a question wants a number of listed clusters confirmed, which is none that a rule sets.

    Args:
        text: stand-alone question.
        placed: whether it names a county or city.
    """
    folded = fold(text)
    if claimed_number(folded) is None or _RULED.search(folded) or re.search(r"(?:每|一)个?[县市区]", folded):
        return False
    listed = re.search("培育对象|名单|上榜|第一批|特色|先进制造业集群|全省", folded)
    return bool(listed or (placed and "集群" in folded))


def surely_the_lists(text: str, places: tuple[str, ...]) -> bool:
    """Whether places or a column of the lists are set in order, which no rule does, whatever words it shares.

    Args:
        text: stand-alone question.
        places: wordings of the counties and cities in it.
    """
    folded = fold(text)
    return bool(asked_by_place(folded, places) or DISTRIBUTION.search(folded) or _by_column(folded))


def _by_column(folded: str) -> bool:
    return bool(
        COLUMN.search(folded)
        and (_MANY.search(folded) or re.search(r"(?:集群|培育对象)\W*$", folded))
        and not re.search(r"能|可以|可否|必须|要求", folded)
    )


def _later(folded: str) -> bool:
    """A batch or a year of lists that is not the first."""
    match = _LATER.search(folded)
    return match is not None and (match[1] is not None or match[2] not in ("2021", "2022"))


def rest_of(folded: str, places: tuple[str, ...]) -> str:
    """What a question says beside its places and the words of any list question."""
    for place in places:
        folded = folded.replace(fold(place), " ")
    return "".join(
        word.strip("的了呢吗吧啊呀有那么")
        for word in words_in(without_function_words(LIST_TALK.sub(" ", folded)))
    )
