"""Whether a question asks about the checked draft, by its wording alone.

A question about the draft names a fault, a mend or the score, and nothing besides that is not a place of the
report. Whatever else stands in it (认定, 补助, 如果……) belongs to another subject: then the documents answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

Wish = Literal["why", "mend", "count", "score", "list"]

_POLITE: Final = re.compile(
    r"请问|麻烦(?:您|你)?|谢谢|(?:你|您)?(?:能不能|能否|可不可以|可以|能)(?:再|帮我|给我|帮忙|具体|详细)*"
    r"(?:说说|说一下|说明|解释|告诉|看看|看一下|列出|列一下|列举|讲讲|讲一下|指出)(?:一下|吗)?|帮我|给我"
    r"|我想(?:知道|问|看)|告诉我"
)
_OWN: Final = re.compile(
    r"(?:我|我们|咱们)(?:县|市|区|园区|单位|集群)?(?:的|这份|那份|写的|填的|这个)+(?:参赛|初赛|决赛|申报)?(?:报告|草稿|稿子|初稿|材料|文档)?"
    r"|这(?:份|篇|个)(?:参赛|初赛|决赛|申报)?(?:报告|草稿|稿子|初稿|材料|文档)|草稿|稿子|初稿"
    r"|(?:报告|材料)(?:里|中)(?:面|头)?|自查(?:结果|报告|发现|得分)?|(?:检查|核对|审核|核查)(?:结果|意见|出来?的?)"
    r"|刚才|刚刚|上面|上述|(?:你|您|系统|助手|程序)(?:们)?(?:说|提示|指出|标|判|认为|给|报|查|列|提到?)(?:出|的|了)*|批注|标红|标黄"
    r"|(?:为什么|为何|为啥|怎么|凭什么)(?:会|要|还|都)*(?:说|提示|判|认为|标|报|算)"
)
# Words of a reviewer: what has them is about something that was written.
_STRONG: Final = (
    r"(?<!没)错|不对|有误|不正确|不准确|毛病|扣分|扣[了掉在]|失分|丢分|丢了|没得满分|没有?满分"
    r"|标红|报错|警告|不一致|对不上|矛盾|不符(?!合)|超(?:了|出|过)?字数?|超长|漏填|漏写|没有?填写?|没有?写|未填|未写|空着|空的|有(?:没有)?依据(?:吗|没有|了)|找到依据|缺页码|没盖章|没签字|没有?日期"
)
_WEAK: Final = (
    r"问题|疑问|提示|缺陷|不足|不够|薄弱|偏低|较低|太低|最低|低|缺少|欠缺|缺|漏|少了|没有?(?:依据|证据|支撑|分|得分)|怎么了|怎么回事|咋回事|不合适|不规范|没有?(?:找到|达到|满足)|未(?:达到|满足)|不满足|不符合|达不到|不达标"
    r"|修改|改正|更正|改成|改为|改|补充|补齐|补上|补写|补|加分|通过|达标"
    r"|(?:应该?|该)(?:是|为|填|写)(?:多少)?|应当(?:是|为|填|写)|正确(?:的|值|数)*|错的"
)
_SCORE: Final = r"(?:提高|提升|增加)(?=得分|分数|总分|分)|得分|分数|总分|几分|多少分|打分|得了?多少分?|得了?几|评了?多少|\d+(?:\.\d+)?分|分(?=这么|那么|太|很|低|不高|少)|满分"
_FAULT: Final = re.compile(f"(?:{_STRONG}|{_WEAK})")
_STRONG_FAULT: Final = re.compile(_STRONG)
_SCORED: Final = re.compile(_SCORE)
_MEND: Final = re.compile(
    r"怎么(?:改|处理)|如何(?:改|处理)|怎样改|咋改|改成|改为|怎么补|如何补|怎样补|补什么|怎么(?:修改|更正|改正|完善|提高|提升|写才)|如何(?:修改|更正|完善|提高|提升)|应?该(?:是|为|填|写)|应当|正确"
)
_COUNT: Final = re.compile(r"几(?:处|个|条|项|种)|多少(?:处|个|条|项)|一共|总共|共有|数量是多少")
_WHY: Final = re.compile(r"为什么|为何|为啥|凭什么|怎么会|原因|理由|怎么(?:来|算|得出)|哪来|依据什么")
_DEMANDS: Final = re.compile(r"条件|要求|依据")
# Asks what holds in general, or what would follow: for the documents, not for the report.
_GENERAL: Final = re.compile(
    r"还是(?:空|留空|不填)|^\W*没(?:有)?(?:通过|过)呢|如果|要是|万一|假如|假设|一旦|的话|情况下|情形|情况会|会不会|会被|会怎|会扣|会影响|后果|怎么办|咋办|能不能|可不可以|可否|能否|是否可以|可以吗|行吗|行不行"
    r"|允许|准许|能.{0,8}吗|可以.{0,8}吗|要不要|需不需要|必须|规定|政策|文件|办法|通知|哪一?条规|第几条|标准|评审|专家|评委|怎么填|如何填|怎样填|什么意思|指什么|是指|定义|口径"
    r"|及格|合格线|分数线|多少分(?:算|才|能|可以|以上)|打(?:什么|哪个)?电话|联系|什么时候|何时|期限|截止|几年|多久|找谁|问谁|谁|哪个部门|哪个单位|申诉|复议|更正公告"
)
_FILLER: Final = re.compile(
    r"为什么|为何|为啥|凭什么|啥|的事|处理|依据|证据|怎么样|怎么|怎样|如何|咋|什么|哪里|哪儿|哪些|哪个|哪处|哪几|哪|几|多少|到底|究竟|原因|理由|具体|详细|主要|所有|全部|一共|总共|共有|分别"
    r"|条件|要求|地方|部分|位置|数字|数据|数值|内容|情况|方面|单元格|格|栏|表格|表|列|行|节|处|个|条|项|点|种|报告|材料|参赛|初赛|决赛|集群"
    r"|应该|应当|该|需要|还要|要|想|知道|列出|列举|列|说明|解释|说|看|讲|给|帮|有没有|没有|没|有|是|会|就|都|还|才|只|又|也|太|很|最|先|更|再|被|把|让|使|从|到"
    r"|严重|重要|明显|较|比较|这么|那么|这样|那样|这|那|哪|我们|咱们|我|你|您|他|它|的|地|得|了|着|过|吗|呢|啊|呀|吧|嘛|里面|里|中|上|下|在|和|与|及|跟|或|对|于|按|请|来|出|成|做|做到"
    r"|填|写|算|认为|判|标|报|查|检查|核对|自查|发现|存在|一下|第|评|拿|扣|丢|失|达到|满足"
)
_PUNCTUATION: Final = re.compile(r"[\s\W_]+")


@dataclass(frozen=True)
class Wording:
    """What the words of a question show.

    Attributes:
        text: the question without polite phrases.
        own: it points at the draft or at what the check said.
        strong: it names a fault as a reviewer does.
        fault: it names a fault, a lack or a mend.
        score: it asks about points.
        general: it asks what holds in general.
    demands: it asks about conditions, requirements or the evidence for them.
        wish: what is wanted.
    """

    text: str
    own: bool
    strong: bool
    fault: bool
    score: bool
    general: bool
    demands: bool
    wish: Wish


def read(question: str) -> Wording:
    """The wording of a question."""
    text = _POLITE.sub("", question)
    fault, score = bool(_FAULT.search(text)), bool(_SCORED.search(text))
    wish: Wish = "list"
    if _MEND.search(text):
        wish = "mend"
    elif _COUNT.search(text) and not score:
        wish = "count"
    elif score:
        wish = "score"
    elif _WHY.search(text):
        wish = "why"
    return Wording(
        text=text,
        own=bool(_OWN.search(text)),
        strong=bool(_STRONG_FAULT.search(text)),
        fault=fault,
        score=score,
        general=bool(_GENERAL.search(text)),
        demands=bool(_DEMANDS.search(text)),
        wish=wish,
    )


def residue(wording: Wording, places: Iterable[str]) -> str:
    """What is left of a question without places of the report, words of review and filling words.

    Args:
        wording: the question's wording.
        places: words of it that name a place of the report.
    """
    text = wording.text
    for place in sorted(places, key=len, reverse=True):
        text = text.replace(place, " ")
    for pattern in (_OWN, _SCORED, _FAULT, _FILLER):
        text = pattern.sub(" ", text)
    return re.sub(r"[\d.]+", "", _PUNCTUATION.sub("", text))
