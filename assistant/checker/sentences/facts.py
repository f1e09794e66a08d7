"""How much a clause states: who, what, when, how many."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.checker.labels import flat
from assistant.checker.sentences.masks import without_titles

# What looks like a figure and counts nothing.
_NO_FIGURE = re.compile(
    r"[2-6]G(?![a-zA-Z])|\d+\.0版?|[1-5]A级?|第[一二三四五六七八九十百\d]+[条章节款部项]|十[三四五]五|[A-Za-z]+[-\s]?\d[\d.]*(?::\d{4})?|"
    r"(?:19|20)\d{2}(?:年度?|[—\-~至到](?:19|20)?\d{2,4}年?)|\d{1,2}月(?:份|底|初|末)?(?:\d{1,2}[日号])?|"
    r"^\(?[一二三四五六七八九十\d]{1,3}(?:\)|[、.](?!\d))|\d{1,2}\.\d{1,2}(?=[^\d%亿万个家名项元人次吨米亩倍])|〔\d{4}〕\d+号"
)
_DIGITS = re.compile(
    r"\d[\d,.]*(?:[—\-~至到]\d[\d.]*)?(?:余|多|来|约)?(?=[\u4e00-\u9fff%‰℃㎡]|(?:k|M|G)?[WV]|km|m2|t(?![a-z])|kg|mm)"
)
_CLASSIFIERS = (
    r"家|名|位|项|次|场|所|座|条|亿|万|届|台|套|人|倍|户|件|款|款|栋|幢|间|亩|吨|元|天|小时|工作日|个?百分点|个?月|轮|季|份|篇|张|站|类|支|"
    r"大(?=板块|组团|园区|功能区|基地|片区|中心|平台|体系|产业|环节)|级|部|个(?!人|体|性)|批(?!准|复|量|评|发|示)|期(?!间|待|望|末)|"
    r"层(?!次|面)|方面?(?=联)|镇|村|县|国|省|市(?=州)|桩|宗|起|成|段(?!时)|片(?!面)|区(?!域)|园(?!区)|头|线|核|轴|主|副|翼|廊|环节|心(?!的|得|事)|极|点(?!的|建议)|带(?!动|来)|院|校|企|网|类"
)
_CHINESE = re.compile(
    rf"(?:[二两三四五六七八九]|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九十百千]+[百千万亿]|数[十百千])(?:余|多)?(?:{_CLASSIFIERS})(?!化|体化|流|方面)"
    r"|一(?=天|小时|个(?:月|工作日)|[家名位所座条栋幢期届](?!化|体|流|系列|批|些|定))|[一二三四五六七八九两]成|过半|半数|一半|翻(?:了)?[一两]番|[一二三四五六七八九十百千万]+分之[一二三四五六七八九十]+|两倍|[二三四五]倍"
)
_RANK = re.compile(
    r"(?:全国|全省|国内|省内|全球|世界|中国|行业|亚洲|中部|全市|同行业?|同类产[区品])[^,]{0,14}?(?:第[一二三四五六七八九十\d]|首[位个家台批创]|前[三五十茅\d]|唯一|最[大高多早长强]|独有|独家|之首)"
    r"|(?:第[一二三四五六七八九十\d]+(?:位|名|强)|首位|榜首)|(?:百|[五三]?十)强"
)
# Boundaries, and lists of three and more things of a kind, name what there is as a figure would.
_LISTED = re.compile(
    r"[东西南北](?:至|到|起|临|接|抵|以)[^,]{2,}?[、,和][东西南北]|"
    r"(?:[^、,和及与]{2,12}?(片区|园区?|组团|板块|功能区|部|科|股室?|中心|委员会|专委会|环节|制度|办法|平台|车间|镇|街道|乡)(?:[、和及与]|以及)){2,}[^、,]{2,12}?\1"
)
_AWARD = re.compile(r"[特一二三]等奖|[金银铜]奖|大奖|质量奖|(?:国际|国内)(?:领先|先进)水平|称号|殊荣")
# 人才引进100、专利授权200: a number of nothing.
_UNCOUNTED = re.compile(r"[\u4e00-\u9fff]\d+(?:、|$)")
_TITLE = re.compile(r"《[^》]{3,}》|〔\d{4}〕\d+号|[\u4e00-\u9fff]{2,6}字?\[\d{4}\]\d+号")
_DATE = re.compile(
    r"(?:19|20)\d{2}年|二[〇零○O]二[〇零○O一二三四五六七八九]年|近[一二两三四五十\d]+年|[一二两三四五\d]+年来|十三五|十四五|\d{1,2}月(?:份|底|初|\d)"
)
_ORGANISATIONS = (
    "大学|学院|研究院|研究所|院校|有限公司|股份|集团|重机|瓷业|药业|银行|支行|商会|协会|学会|促进会|联合会|联盟|博览会|展览会|交易会|实验室|"
    "理事会|监事会|会员大会|会员代表大会|秘书处|专家委员会|专业委员会|领导小组|办公室|工信局|工业和信息化局|发改委|发改局|财政局|商务局|统计局|税务局|海关|"
    "人民政府|县委|市委|常委会|常务会议|技术服务部|市场部|综合部|人大|政协|管委会|工信部|科技厅|工信厅|国家标准委|联合国|奥运|亚运|世博会|峰会|孵化器|产业园"
)
_NAMED = re.compile(rf"(?:{_ORGANISATIONS})|[A-Z]{{2,}}[A-Za-z\d]*[^,]{{0,8}}(?:认证|标准|体系|奖)")
# Something was done, or stands.
_DONE = re.compile(
    r"已|建成|建有|建起|建厂|设厂|办厂|建立|共建|组建|新建|成立|设立|设有|开设|获得?[批评奖认]?|荣获|夺得|当选|举办|承办|召开|组织|引进|引入|签订|签署|签约|签下|签了|发布|印发|出台|"
    r"投产|投用|投运|完成|实现|达到|拥有|具有|承担|牵头|培育|制[定订]|修[订编]|搭建|入选|入围|通过|覆盖|开展|形成|落户|吸引|聚集|集聚|集中|配备|配有|配建|推行|推出|推广|"
    r"实施|运行|开通|授予|认定|命名|评为|列为|纳入|编制|批复|批准|审[议定]|聘请|研制|开发|攻克|攻关|打破|填补|转化|合作|销往|出口|进入|应用|部署|上线|接入|采用|使用|改造|"
    r"更新|投入|安排|兑[现付]|拨付|奖励|补助|减[免负]|发放|放款|授信|融资|登记|注册|发起|参加|参展|参与|主持|起草|主导|写入|设|分布|布局|承接|下放|压缩|缩短|办理|设在|"
    r"协调|调解|走访|收取|服务|提供|供应|建设|定位|主攻|主打|主营|专[做注攻]|确定|确立|明确|划定|公布|公告|核定|派驻|抽调|包联|联系|担任|任|调度|督办|通车|贯通|联合|合资|收购|投资|执行|实行|"
    r"加入|评价|起步|保障|招聘|培养|输送|毕业|接待|来访|到会|为"
)
_FILLER = re.compile(
    r"集群|企业|产业|本县|本市|本园区?|我[县市区省]|全[县市省国]|园区|目前|已经?|积极|不断|持续|进一步|大力|充分|有效|切实|全面|显著|明显|良好|完善|健全|高度|"
    r"重视|加强|提升|推进|推动|促进|构建|打造|营造|形成|实现|发展|建设|工作|水平|能力|体系|机制|环境|氛围|格局|局面|优势|特色|较[大高强好]|突出|领先|先进|较|具有|拥有|"
    r"达到|建立|制定|的|了|和|与|及|等|并|在|为|对|以|将|从|由|年底?|月|截至|\d"
)
_PRAISE = re.compile(
    r"意义|前景|潜力|氛围|新局面|新台阶|新篇章|新格局|坚实基础|有力(?:支撑|保障)|良好(?:基础|局面|态势)|重要作用|桥梁纽带|纽带作用|广泛好评|坚强|有力|紧密|高效|便捷|齐全|蓬勃|旺盛|强劲|雄厚|广阔|优良|优越|充沛|有序|旺|喜人|可观|不凡|卓著|斐然|多样|丰富多彩"
)
_SHORTEST = 6
_EAGER = re.compile(
    r"大力|积极|不断|切实|着力|努力|充分|全面|深入|扎实|有效|显著|明显|日益|逐步|更加|进一步|持续|高度|坚持|牢固|始终|较[好大高强]|良好|浓厚|一流的|健全|完善"
)
NOVEL = 4
_NOVEL_LISTED = 8
_NOVEL_ALONE = 12

_NO_WORD = re.compile(r"[^\w]")

FULL = 3
PART = 2
BARE = 1
NONE = 0


@lru_cache(maxsize=8192)
def _pairs(text: str) -> frozenset[str]:
    plain = _NO_WORD.sub("", flat(text))
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1))


def wording(texts: Iterable[str]) -> frozenset[str]:
    """The pairs of characters in texts, by which `novelty` knows what only repeats them."""
    out: set[str] = set()
    for text in texts:
        out |= _pairs(text)
    return frozenset(out)


def novelty(text: str, repeated: frozenset[str]) -> int:
    """Number of characters that are neither in the repeated wording nor filling words."""
    plain = _NO_WORD.sub("", flat(text))
    covered = [False] * len(plain)
    for i in range(len(plain) - 1):
        if plain[i : i + 2] in repeated:
            covered[i] = covered[i + 1] = True
    for match in _FILLER.finditer(plain):
        covered[match.start() : match.end()] = [True] * (match.end() - match.start())
    return covered.count(False)


@lru_cache(maxsize=8192)
def has_figure(clause: str) -> bool:
    """Whether a clause counts or measures something."""
    plain = _NO_FIGURE.sub("·", without_titles(clause))
    return bool(_DIGITS.search(plain) or (len(plain) >= _SHORTEST and _CHINESE.search(plain)))


def has_name(clause: str) -> bool:
    """Whether a clause names a document or an organisation."""
    return bool(_TITLE.search(clause) or _NAMED.search(clause))


def tells_deed(clause: str) -> bool:
    """Whether a clause says that something was done, or stands."""
    return bool(_DONE.search(clause))


def has_date(clause: str) -> bool:
    """Whether a clause says when."""
    return bool(_DATE.search(clause))


def grade(clause: str, repeated: frozenset[str]) -> int:
    """How much a clause states.

    Args:
        clause: in normal form.
        repeated: wording that is no fact when it is merely repeated; see `wording`.

    Returns:
        `FULL` for a figure, a rank, a boundary, a list of named things, a named document or award, or a deed with its date and
        the organisation that did it;
        `PART` for a deed told at some length in words of its own; `BARE` for one told in a few; `NONE` otherwise.
    """
    if has_figure(clause):
        return FULL
    if len(clause) < _SHORTEST:
        return NONE
    if (_RANK.search(clause) or _LISTED.search(clause)) and novelty(clause, repeated) >= NOVEL:
        return FULL
    if not _DONE.search(clause) or _PRAISE.search(clause):
        return NONE
    if _UNCOUNTED.search(clause):
        return NONE
    fresh = novelty(clause, repeated)
    if (_TITLE.search(clause) or _AWARD.search(clause)) and fresh >= NOVEL:
        return FULL
    if (has_date(clause) or _NAMED.search(clause)) and fresh >= NOVEL:
        return FULL if has_date(clause) and _NAMED.search(clause) else PART
    if _EAGER.search(clause):
        return NONE
    if fresh >= (_NOVEL_LISTED if "、" in clause else _NOVEL_ALONE):
        return PART
    return BARE if fresh >= NOVEL else NONE
