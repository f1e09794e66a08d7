"""Whether a clause says that something is so, denies it, plans it, or says nothing of the kind."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from assistant.checker.sentences.masks import for_denial, for_plan, without_names

Stance = Literal["fact", "plan", "wish", "denied", "other"]

_MEASURES = r"家个项件名人户位座所条场次期亿万%成"
_DENIED = re.compile(
    "|".join(
        (
            r"未|没(?!收)|无|不|并非|绝非|而非|非但没",
            r"缺乏|缺少|缺失|缺位|缺口|欠缺|短缺|紧缺|匮乏|空缺|空白|奇缺|缺(?:高|领|专|少|技|资|人)",
            r"薄弱|滞后|落后|分散|零散|散乱|松散|偏(?:低|小|弱|少|慢|散)|较(?:低|弱|少|差|散)|(?:过|太)(?:低|少|小|散|弱)|短板|瓶颈|弱项|差距",
            r"有待|亟待|亟需|急需|尚需|仍需|还需|尚待|待(?:建|批|完善|提高|加强|落实|补|改进|健全|突破|提升|优化|解决|引进)",
            r"难(?:以|于)|很难|较难|困难|融资难|贷款难|用工难|招工难|难度(?:较|很)?大",
            r"停止(?:运营|运行|服务|使用|办公)|停摆|停滞|停办|停工|停建|停产|已停|中断|终止|搁置|搁浅|落空|夭折|告吹|被否|驳回|"
            r"被(?:取消|撤销|摘牌|终止|淘汰|收回|通报|处罚|吊销)|取消(?:了)?资格|名存实亡|形同虚设|流于形式|停留在|虚设|流失|外流|流出|"
            r"亏损|倒闭|各自为[战政]|一盘散沙|不力|力度不|失败|落榜|落选|迁出|外迁|搬离|撤出|撤离|走了|离职|跳槽|挤占|蚕食|名义上|表面上|口头上|挂了?块牌|意见(?:很|较)?大",
            r"很少|极少|鲜有|鲜见|罕有|罕见|寥寥|屈指可数|为数不多|少之又少|所剩",
            r"存在[^,]{0,15}(?:问题|不足|短板|差距|困难|隐患)|制约|受制于|受限于|掣肘|拖后腿|堪忧",
            rf"(?<![\d.])0(?:\.0+)?(?=[{_MEASURES}]|亿元|万元|$)|为零|是零|归零|挂零|零(?=[家个项件名户])",
            r"仅(?=[有占为达剩\d一二两三四五六七八九十])|只(?=[有占剩](?![^,]*才))|不足(?=[\d一二两三四五六七八九十])|不到(?=[\d一二两三四五六七八九十])",
        )
    )
)
_FALLING = re.compile(
    r"(?:产值|收入|营收|销售额?|利润|税收?|出口额?|进出口|外资|份额|占有率|市占率|订单|会员|客户|从业人员|就业|投资|产量|增加值|"
    r"增速|效益)[^,]{0,14}(?:下降|下滑|减少|萎缩|回落|负增长|缩减|锐减|缩水|下跌|走低)|负增长|(?<!不)低于|比[^,]{2,12}低(?=\d)|(?:同比|比上年|较上年)增长-\d|跌(?:至|到|破|落|了)|连续[^,]{0,4}(?:下滑|下降|萎缩|亏损)"
)
_GOOD_WHEN_LESS = re.compile(
    r"能耗|排放|单位|成本|损耗|用水|水耗|电耗|煤耗|投诉|不良|碳|污染|库存|时限|事故|税负|负担|价格|费用|时间|周期|差错|次品|频次|停机|流程|环节|噪声|粉尘|烟尘|用工"
)
# Such a clause turns the whole sentence.
_RHETORICAL = re.compile(r"谈不上|称不上|算不上|遑论|何谈|何来|哪里(?:谈|有|算|称)|岂能|奢谈|徒有虚名")

_SUPPOSED = re.compile(
    r"是指|所谓|^就是|^也就是|如果|假如|假设|倘若|若(?!干)|一旦|除非|只要|^如(?=[^,]{0,12}(?:获批|支持|通过|成功|能|获得|需|遇|有需))"
)
_HEARSAY = re.compile(
    r"据说|据传|据悉|据了解|据(?:媒体)?报道|听说|传闻|有消息称|业内(?:人士)?(?:认为|估计|预计|传)|专家认为|有人(?:说|认为)|外界"
)
_WANTED = re.compile(
    r"必须|务必|应当|应该|(?<!原先)(?<!原来)(?<!过去)需要(?!的|\d)|亟须|须(?!知|经)|建议|希望|期待|期望|呼吁|恳请|愿景|设想|构想|"
    r"应(?:建立|加强|加快|加大|设立|引进|配备|完善|及时|逐步|予以|在|由)|"
    r"(?:^|各地|各部门|单位|企业|我们|我[县市区]|全[县市区]|园区|集群|政府|[县市省]里|都|还|也|仍|既|又|切实|更|首先|协会|促进会|部门)要"
)
_PLANNED = re.compile(
    "|".join(
        (
            r"拟|计划|打算|力争|争取|争创|预计|预期|预测|估计|有望|可望|望(?=在|于|达|突破)|或将|即将|准备|筹建|筹备|筹划|谋划|酝酿|着手|"
            r"有意|意向|意在|目标|规划(?:新|引进|建|布局\d|到|投资|打造|发展|总投资|于|在|每|年)|按照规划|提出到|初步(?:规划|计划|方案|意向)",
            r"下一步|下一阶段|下阶段|接下来|今后|未来|将来|明年|后年|明后|远期|中远期|远景|届时|[二两三四五六七八九十]年(?:之?内|后(?!备|期))",
            r"正在(?!建|投产|运|用|使用|服务)|正(?=抓紧|加紧|积极|全力|筹|申报|研究|起草|洽谈|推进|办理|论证)|"
            r"处于[^,]{0,6}(?:前期|论证|筹备|起步|规划|洽谈|谋划|探索)|在谈|洽谈(?!会)|前期(?:工作|论证|准备)|可研阶段|报批|待批|"
            r"(?:公示|评审|申报|建设|筹建|推进|办理|起草|施工|谈判|论证|编制|审批|规划|筹备)中(?!心|[国华小央])",
            r"(?:建成|投产|达产|投用|完工|竣工|满产|落成|投入使用|全部投产|运营)后,?(?=可|将|预计|能够?|年产值|达产|有望)|可实现|可新增|可带动|可达(?!性)",
            r"打造[^,]{0,4}[千百万]亿|冲刺[千百]亿|瞄准[^,]{0,10}目标",
        )
    )
)
# Such words make a wish of their own clause; what follows may well be done.
_WISHED = re.compile(
    r"着力|全力(?!保障了)|努力|逐步(?!形成了|建立了)|进一步|确保|力保|(?:推动|推进|加快|促进)[^,]{0,14}(?:突破|达到)"
)
# 将 before a noun and a verb with a result moves the object (将烟花纳入…); before a verb it is the future.
_JIANG = re.compile(r"(?<![即必])将(?P<rest>[^,]*)")
_MOVED = re.compile(
    r"^(?!进一步|继续|于|在|会|要|达|新|建|投|引进|成立|举办|开展|实现|形成|推|加|着力|重点|全面|启动|开工|组建|设立|出台|制定|突破|超|完成|打造|培育|"
    r"组织|以|力争|逐步|陆续|联合|依托|围绕|通过|为|对|从|再|每|有|扩|招|增|\d)[^,]{1,20}?(?:作为|纳入|列入|列为|转化|改造|改组|改制|改为|改建|"
    r"授予|压缩|缩短|缩减|减至|减为|减少|减到|降至|下放|降低|降到|降为|提升|提高|提至|提到|打造成|用于|用在|投向|投入|移交|融入|嵌入|整合|合并|建成|推广|分为|"
    r"划分|划为|划归|转型|变为|变成|搬|迁|连接|送|交|调整|升级|改|集中|设|放|写入|确定|细化|分解|归集|接入|翻|增加到|扩大到|扩|控制|由.*(?:到|为|成)|从.*(?:到|为))"
)
# 除3家企业外: what is excepted is neither said nor denied.
_EXCEPTED = re.compile(r"^除(?!了)[^,]*(?:以外|之外|外)$")
_PAST = re.compile(
    r"已(?!知|列入|纳入|谋划|规划|储备|立项|拟|计划)|业已|现有|目前|截至|累计|先后|相继|实际|如期|提前(?=建成|投产|完成|实现|达|竣工)|获批|获评|荣获|到位|早在|曾"
)
_ACHIEVED = re.compile(
    r"^(?:但|然而|不过|却|而是|反而|仍然?[^未无没]|依然)|建[成有立]|拥有|设[有立]|现有|获|荣获|引进|完成|达到|实现|兑现|发放|举办|组织|签[订署约]|投产|成立|出台|印发|培育|改造|入选|增长|"
    r"提[高升]|达\d|新增|带动|授信|均有|都有|全部|累计|帮助|盘活|挂牌|认定"
)
# After a plan, in the same clause: what was planned has come about.
_CAME_ABOUT = re.compile(r"已(?!知)|业已|累计|实际|如期|提前(?=建成|投产|完成|实现|达|竣工)|到位")
# A report drawn up early in the year tells of that year's first months too.
_JUST_DONE = re.compile(
    r"年[1-4一二三四]月(?!底|末|[^,]{0,6}前)[^,]*(?:完成|召开|印发|出台|获|通过|成立|举办|签[订署约]|发布|入选|认定|公布)"
)
_YEAR = re.compile(
    r"(?<!\d)(20[0-4]\d|二[〇零○O0]二[〇零○O0一二三四五六七八九])(?=年|[—\-~至到/.]|\d{1,2}月|底|末|$)"
)
_CHINESE_DIGITS = str.maketrans("〇零○O一二三四五六七八九", "0000123456789")
_PERIODS = tuple(
    (re.compile(rf"{name}[”\"」]?(?:时期|规划)?期?末"), end)
    for name, end in (("十三五", 2020), ("十四五", 2025), ("十五五", 2030))
)


def years_in(text: str) -> list[int]:
    """Years that a clause speaks of, titles and document numbers left out."""
    found = [int(match.translate(_CHINESE_DIGITS)) for match in _YEAR.findall(without_names(text))]
    ends = [end for period, end in _PERIODS if period.search(text)]
    return found + ends


def is_past(clause: str, last_year: int) -> bool:
    """Whether a clause says that its matter is over or stands now."""
    return bool(_PAST.search(clause)) or any(year <= last_year for year in years_in(clause))


def achieved(clause: str, last_year: int) -> bool:
    """Whether a clause, coming after a denial, tells of something that was achieved all the same."""
    return is_past(clause, last_year) or bool(_ACHIEVED.search(clause))


def rhetorical(clause: str) -> bool:
    """Whether a clause denies the whole of its sentence."""
    return bool(_RHETORICAL.search(clause))


def denied(clause: str) -> bool:
    """Whether a clause denies, or tells of a decline."""
    if _DENIED.search(for_denial(clause)):
        return True
    return bool(_FALLING.search(clause)) and not _GOOD_WHEN_LESS.search(clause)


def _future_jiang(masked: str) -> int | None:
    """Position of a 将 that is the future, None where there is none."""
    for match in _JIANG.finditer(masked):
        if not _MOVED.search(match["rest"]):
            return match.start()
    return None


def planned(clause: str, last_year: int) -> bool:
    """Whether a clause tells of something yet to come.

    Args:
        clause: normal form, without white space.
        last_year: the last year of which the draft can tell; what is said of a later one is planned.
    """
    years = years_in(clause)
    if any(year > last_year + 1 for year in years):
        return True
    masked = for_plan(clause)
    found = _PLANNED.search(masked)
    jiang = _future_jiang(masked)
    starts = [place for place in (found.start() if found else None, jiang) if place is not None]
    if starts:
        return not _CAME_ABOUT.search(clause, min(starts))
    if "十五五" in clause and last_year < 2026:
        return True
    return (
        any(year > last_year for year in years) and not _PAST.search(clause) and not _JUST_DONE.search(clause)
    )


@lru_cache(maxsize=8192)
def stance(clause: str, last_year: int) -> Stance:
    """What a clause does with what it speaks of; see `planned` for the arguments."""
    if _SUPPOSED.search(for_plan(clause)) or _HEARSAY.search(clause):
        return "other"
    if _EXCEPTED.search(clause):
        return "wish"
    if denied(clause):
        return "denied"
    if planned(clause, last_year):
        return "plan"
    if _WANTED.search(for_plan(clause)) and not _PAST.search(clause):
        return "other"
    if _WISHED.search(for_plan(clause)) and not is_past(clause, last_year):
        return "wish"
    return "fact"
