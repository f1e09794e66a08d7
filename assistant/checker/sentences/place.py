"""Sentences about other places: they say nothing of the cluster."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_LEAD = re.compile(
    r"^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]|[一二三四五六七八九十]是|其[一二三四]|首先|其次|同时|此外|另外|目前|例如|比如|如|以|像|作为对比|相比之下|"
    r"(?:截至|到)?(?:19|20)\d{2}年(?:\d{1,2}月)?(?:底|末|度)?|近[两三五几]年|近年来?|,|:|·)+"
)
_WIDER = re.compile(
    r"^(?:全国|我国|中国(?!驰名|名牌|[^,]{0,12}(?:之[都乡]|基地)|[^,]{0,20}(?:协会|学会|联合会|商会))|国内|全球|世界|国际上|国外|全省|省内|湖南省?(?=共|全省|现有|已有)|全行业|长株潭(?=共|现有)|"
    r"发达(?:地区|国家|省份|县市)|先进(?:地区|省份|县市)|标杆(?:地区|县市|园区)|沿海(?:地区|省份|发达)?|外[省地国]|其[他它](?:省|市|县|地|园|集群)|别的|"
    r"兄弟(?:县|市|园|单位)|(?:周边|附近|相邻|邻近)(?:的|县|市|地区|园)|邻[近省市县]|毗邻|相邻|国家(?=出台|制定|印发|安排|发布|实施|启动|规定|层面)|中央|省委|省政府(?=出台|印发)|省(?:里|级)?出台|某(?:地|省|国|发达|先进|沿海))"
)
# Words after which a wider place is only the yardstick of the cluster's own standing.
_YARDSTICK = re.compile(
    r"第[一二三四五六七八九十\d]|首[位个家台批创次]|前[三五十列茅\d]|唯一|最[大高早多]|领先|率先|百强|名列|位[居列于]|排名|每\d+|产自|出自|来自|之一|份额|占有率|市占率|销量占|"
    r"(?:全国|全省|国内|省内)(?:市场|技术能手|劳动?模范?|五一|人大|优秀|质量|示范|知名|名牌|销量|同行业?领先)|占|首"
)
_LEADING_STANDING = re.compile(r"居|占|位")
_OWN = re.compile(
    r"本(?:集群|县|市|区|地|园|镇)|我[县市区园们]|[该]集群|县内|市内|园内|区内|当地|落户|来[县园]|入驻|园区(?:内|引|建|与|和|设)|(?<![江浙闽粤鲁皖])集群企业|与集群|集群内|在园区|在集群"
)
_NAMES = (
    "北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|"
    "内蒙古|广西|西藏|宁夏|新疆|香港|澳门|深圳|广州|东莞|佛山|中山|珠海|惠州|苏州|无锡|常州|南京|徐州|南通|扬州|杭州|宁波|温州|义乌|绍兴|台州|嘉兴|安吉|"
    "合肥|芜湖|福州|厦门|泉州|晋江|德化|南昌|景德镇|赣州|萍乡|上栗|宜春|济南|青岛|潍坊|临沂|淄博|郑州|洛阳|武汉|襄阳|成都|绵阳|西安|宝鸡|昆明|贵阳|南宁|柳州|"
    "美国|日本|德国|英国|法国|意大利|韩国|印度|越南|俄罗斯|欧洲|欧盟|欧美|东南亚|瑞士|荷兰|西班牙|巴西|泰国|硅谷"
)
_NAMED = re.compile(
    rf"^(?:在(?=(?:{_NAMES})[省市]?,))?(?:{_NAMES})(?!市场|等(?:市场|国|地))(?:省|市|县|自治区)?"
)
_AUTHORITY = re.compile(
    r"[市州]?(?:人民政府|政府|委|人大|(?:工业和信息化|工信|财政|科技|商务|统计|发展和?改革)[局委])"
)
_PAUSE = re.compile(r"[,:;]")
_SOME = re.compile(r"某[县市区镇]")
_PARTNER = re.compile(r"^[^,\d有]{0,12}?(?:大学|学院|研究院|研究所|交易会|博览会|展)")


@dataclass(frozen=True, slots=True)
class Home:
    """The draft's own places, by which others are told.

    Attributes:
        names: short names of Hunan's cities and counties that the draft's basics name.
        above: those of the cities over the counties among them: what their authorities do, they do for the cluster.
    """

    names: frozenset[str] = frozenset()
    above: frozenset[str] = frozenset()


@cache
def _table() -> tuple[list[str], ...]:
    text = (files("corpus") / "divisions.csv").read_text(encoding="utf-8")
    return tuple(row for line in text.splitlines()[1:] if len(row := line.split(",")) > 4)


@cache
def _divisions() -> tuple[str, ...]:
    return tuple(sorted({row[2] for row in _table() if row[3] != "区" and len(row[2]) > 1}))


def _cities_above(text: str) -> frozenset[str]:
    """The cities of the counties and districts that a text names in full."""
    names = {row[0]: row[2] for row in _table()}
    return frozenset(names[row[4]] for row in _table() if row[1] in text and row[4] in names)


def home_of(text: str) -> Home:
    """The places that a draft's basics name.

    Args:
        text: the cluster's name, area, park and organisation, joined.
    """
    return Home(frozenset(name for name in _divisions() if name in text), _cities_above(text))


@lru_cache(maxsize=8192)
def elsewhere(sentence: str, home: Home) -> bool:
    """Whether a sentence speaks of another place, or of the whole province or country, and not of the cluster.

    Args:
        sentence: in normal form.
        home: the draft's own places.
    """
    body = _LEAD.sub("", sentence)
    if _OWN.search(body) or any(name in body for name in home.names):
        return False
    if any(body.startswith(city) and _AUTHORITY.match(body[len(city) :]) for city in home.above):
        return False
    first = _PAUSE.split(body, maxsplit=1)[0]
    wider = _WIDER.match(body)
    if wider is not None:
        return not _YARDSTICK.search(first) and not _LEADING_STANDING.match(first[wider.end() :])
    if _NAMED.match(body):
        return not _PARTNER.match(body)
    if not home.names:
        return False
    if _SOME.match(body):
        return True
    return any(body.startswith(name) for name in _divisions())
