"""Questions for places, not for clusters: which counties have none, which cities have just one, who has most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.conversation.lexicon import fold, without_function_words, words_in
from assistant.registry.selection import LIST_TALK
from index.numerals import NUMERAL, parse_numeral

Condition = Literal["none", "some", "number", "order"]

_COUNTY_LEVELS = ("区", "县级市", "县", "自治县")
# What a question calls the places → levels of divisions; longest first.
_LEVELS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("县级市", ("县级市",)),
    ("市州|地级市|地市", ("市州",)),
    ("县市区|区县市|市县区|县区|区县", _COUNTY_LEVELS),
    ("县市|市县|县", ("县级市", "县", "自治县")),
    ("市辖区", ("区",)),
    ("市", ("市州",)),
    ("区", ("区",)),
)
_PLACE = "(?P<level>县级市|市州|地级市|地市|县市区|区县市|市县区|县区|区县|县市|市县|市辖区|县(?![域级里委政])|市(?![场级里局面值委政])|区(?![域划别位]))"
_WHICH = re.compile(rf"(?:哪|那)(?:些|几个?|一些|个|一个)?(?:个)?(?:的)?{_PLACE}")
_COUNT = re.compile(rf"(?:多少|几)个?{_PLACE}")
_OF = re.compile(rf"(?:的|零集群|无集群)(?:那些|那个|所有)?{_PLACE}(?=有|是|都|名单|列|给|\W|$)")
_NONE = re.compile(
    r"没有?(?!超过|关系)|一个(?:都|也)[没无]|为零|是零|零(?:个)?集群|空白|未(?:上榜|入选|列入|进)|不在|无(?:一)?(?:个)?集群|没份|落榜"
)
_NUMBER = re.compile(
    rf"(?P<only>只有?|仅有?|才有?|就|刚好)(?:上了?)?(?P<n>{NUMERAL})个|(?P<from>{NUMERAL})个(?:及|或|和)?以上|(?:不止|超过|多于)(?:有|了)?(?P<over>{NUMERAL})个|(?:有|上了?|占了?|拿了?|评了?)(?P<has>{NUMERAL})个(?:集群)?"
)
_ORDER = re.compile(r"最多|最少|第一(?!批)|最后|多于|少于|排名|排行|谁[多少]")
_SOME = re.compile(
    r"的(?:产业)?集群|上(?:了|过)?(?:榜|名单)|有(?:省级)?集群|有(?:没有)?(?:上榜|入选)|入选|入围|列入|进(?:了|入)?(?:名单|榜)|在(?:名单|榜)|榜上|所在|分布|落在|坐落|位于|有份|评(?:上|了)|拿(?:到|了)|承载|覆盖|涉及|(?:集群|园区|对象)(?:都|主要|分别)*在|有(?:\W*$|的\W*$)|名单(?:里|上|中)有"
)
_RULED = re.compile(
    r"能|可以|可否|申报|报名|推荐|条件|要求|规定|奖|钱|复核|负责|原则|不超过|名额|怎么|如何|扶持|政策"
)
# Words of such a question that say nothing of a trade.
_TALK = re.compile(
    r"核心|一览|情况|发|列|看|查|数|报|给|我|请|帮|麻烦|里|中|内|上|个|些|家|都|还|就|也|及|或|以上|以下|的|了|有|是|在|吗|呢|啊|呀|吧|谁|哪|多少|几|分别|主要|所有"
)
_MOST_LEFT = 2  # characters that may be left over: more name a trade
_ABOUT = re.compile(r"第一批|集群|培育对象|榜|名单|入选|入围|列入|园区|评上")


@dataclass(frozen=True)
class ByPlace:
    """What is asked of places.

    Attributes:
        levels: levels of the divisions meant (`市州`, or some of 区, 县级市, 县, 自治县).
        called: what the question calls them.
        condition: none, some or a number of clusters; `order` where they are only set in order.
        least, most: the number, for `number`.
    """

    levels: tuple[str, ...]
    called: str
    condition: Condition
    least: int = 0
    most: int | None = None

    @property
    def cities(self) -> bool:
        """Whether cities are meant."""
        return self.levels == ("市州",)


def asked_by_place(text: str, places: Sequence[str] = ()) -> ByPlace | None:
    """What `text` asks of places; None where it asks of none, or for a rule.

    Args:
        text: a stand-alone question that names no cluster.
        places: wordings of the counties and cities in it.
    """
    folded = re.sub(r"没有?的话", "", fold(text))
    if _RULED.search(folded):
        return None
    found = _WHICH.search(folded) or _COUNT.search(folded) or _OF.search(folded)
    if found is None:
        return None
    called = found["level"]
    levels = next(levels for words, levels in _LEVELS if re.fullmatch(words, called))
    rest = folded[: found.start()] + " " + folded[found.end() :]
    told = (
        _ABOUT.search(folded) or _NUMBER.search(rest) or "一个都" in rest or (places and _SOME.search(rest))
    )
    if not told or _names_a_trade(rest, places):
        return None
    if _ORDER.search(rest):
        return ByPlace(levels, called, "order")
    # 「哪个市」 alone asks where one thing is; of several things it says so
    several = not re.match("[哪那]一?个", found.group())
    if number := _NUMBER.search(rest):
        return _numbered(levels, called, number)
    if _NONE.search(rest):
        return ByPlace(levels, called, "none")
    if several and _SOME.search(rest):
        return ByPlace(levels, called, "some")
    return None


def _names_a_trade(rest: str, places: Sequence[str]) -> bool:
    """Whether more is said than places, numbers and the words of any list question (哪些市有陶瓷集群)."""
    for place in places:
        rest = rest.replace(fold(place), " ")
    for words in (_NUMBER, _ORDER, _NONE, _SOME, LIST_TALK):
        rest = words.sub(" ", rest)
    left = "".join(words_in(_TALK.sub(" ", without_function_words(rest))))
    return len(left) > _MOST_LEFT


def _numbered(levels: tuple[str, ...], called: str, number: re.Match[str]) -> ByPlace:
    told = {
        name: parse_numeral(value) for name, value in number.groupdict().items() if value and name != "only"
    }
    if "from" in told:
        return ByPlace(levels, called, "number", told["from"])
    if "over" in told:
        return ByPlace(levels, called, "number", told["over"] + 1)
    exact = told.get("n", told.get("has", 0))
    return ByPlace(levels, called, "number", exact, exact)
