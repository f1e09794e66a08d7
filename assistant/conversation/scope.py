"""What is no question to the documents: small talk, other programmes, and what does not say what it is about."""

from __future__ import annotations

import re

from assistant.conversation.clues import Clues
from assistant.conversation.everyday import everyday_matter
from assistant.conversation.lexicon import FUNCTION_CHARACTERS, fold

# Words that point at something said before. With 办法, 竞赛 and the like they mean this programme's own.
_QUOTED = re.compile(
    r"[“\"「『‘《][^”\"」』’》]{4,}[”\"」』’》]"
)  # words that are quoted say what it is about
_OPENING = r"(?:^|[，,。？?；;、\s]|我们|咱们|我说的是|我是说|请问|关于|[是对把在按跟和从给向])"
# 「集群…它…」 has its noun in the question itself
_PRONOUN = re.compile(_OPENING + r"(?:它们?|他们?|她)(?=的|[是有在要属归])")
# Words that point at something said before. After a noun they only repeat it (上市企业那一栏); with 办法, 竞赛 and the
# like they mean this programme's own.
_POINTS_BACK = re.compile(
    _OPENING + r"[这那该]\s*(?:一|两|几|些)?\s*[个家条份位张项次段句行列栏块]?\s*"
    r"(?:园区|县|市|区|行动|领导|部门|单位|企业|公司|文件|表格?|栏|行|列|话|名单|链|产业链|指标|地方|数)|"
    r"^\W*[这那]个(?=要|是|得|怎|能|可|该|在|还|有|会|多|什|的|归|属|算|何|几|写|填|现在|目前|到底)|"
    r"刚才|刚刚|上面[说提那]|前面[说提那]|你[刚才]*说的|^\W*(?:然后|接下来|后来|下一步)(?!的?工作)|"
    r"^\W*(?:那么?|请问|嗯|哎|还有)?\W*(?:它们?|[这那]样|[这那](?:个|种|些)?(?:东西|玩意儿?|事儿?|情况))(?!子?的?集群)|"
    r"^\W*(?:请问)?(?:办|弄|搞|做|处理)[这那]个(?:事情?)?(?=$|[一要得怎多能可会的了，,])|^\W*[这那]个(?=空|不|没|漏|算|删|改)"
)
# 「没有上市公司，那一行空着行不行」: the row is named by what was said before it.
_OF_A_NOUN = re.compile(r"(?<=[^，。,？?；;]{5}[，,])(?:那|这)一?[行栏列格项](?=[^，。,？?]{2})")
# 「这个集群在哪个园区」: what is asked of a cluster that nobody named.
_THIS_CLUSTER = re.compile(r"^\W*(?:那|请问)?[这那该]个?(?:产业)?集群(?!竞赛|培育|发展规划|办法|政策|名单)")
# 「这事归哪个厅管」: the programme itself is the matter.
_IN_CHARGE = re.compile(r"(?:归|由|是)?(?:谁|哪).{0,6}(?:主管|在管|管的?\W*$)|主管(?:部门|单位)")
# A title is sought for a firm (评小巨人, 小巨人怎么申报), not counted among a cluster's.
_TITLES = (
    r"(?:小巨人|专精特新|单项冠军|高新技术企业|绿色工厂|企业技术中心|工业设计中心|首台套|技改项目|质量奖|科技进步奖|"
    r"科技型中小企业|创新型中小企业|智能工厂|数字化车间|智能制造标杆|制造业创新中心|工程研究中心|重点实验室|众创空间|孵化器)"
)
_TITLE_SOUGHT = re.compile(
    rf"(?:申报|申请|认定|评选?|评上|报名|想报|要报|拿|争取|冲刺?)[^，。,？?没有无]{{0,10}}{_TITLES}|"
    rf"{_TITLES}(?:中小)?(?:企业|称号|资格|项目)?(?:的)?(?:保险|保费)?(?:[怎如]|要|能|可以|在|向|由|是)?[^，。,？?]{{0,3}}(?:申报|申请|认定|评选|评定|流程|条件|标准|补贴|补偿|奖励|奖多少|有什么好处|几年一|怎么(?:报|评|领|拿)|入库|评价入|(?:在)?哪个网站)"
)
# 「没有绿色工厂能不能申报」: a title that the cluster lacks is not the one applied for.
_TITLE_LACKING = re.compile(rf"(?:没有?|无|缺少?|一[个家]|只有)[^，。,?]{{0,4}}{_TITLES}(?!怎|如何|想|要)")
# 「有家厂拖欠社保」: what a member did is told for the application's sake.
_OF_A_MEMBER = re.compile(r"(?:企业|公司|厂)[^，。,?]{0,8}(?:拖欠|欠|没交|漏缴|少缴|没缴)")
# 「和江西的县一起报」: another province as a partner, not as the place of the programme.
_WITH_OTHERS = re.compile(
    r"(?:和|跟|与|同|联合|拉上?|带上?)[^，。,?]{1,14}(?:一起|一块|联合|共同|合|搭伙|抱团|联手)|跨省"
)
# 「总部搬到上海」, 「注册在深圳」: where a member or its papers are, not where the programme is.
_LIES_ELSEWHERE = re.compile(
    r"(?:注册|登记|总部|户头|上市|挂牌|搬|迁|落户|办公|纳税|交税|(?:母|子|分)公司|分厂)[^，。,?]{0,4}(?:在|到|去|往|至|于)|"
    r"(?:在|去|到)[^，。,?]{2,6}(?:上市|挂牌|注册|登记|设(?:了|有)?总部|交税|纳税)"
)
# 「可以吗？还是不行？」 names neither who nor what.
_ONLY_ASKS = re.compile(
    r"^(?:可以|能|行|成|对|是|要|得|还是|到底|这样|那样|不|吗|么|吧|呢|的|啊|有没有|\W)+$"
)
_PUNCTUATION = re.compile(r"[\W_]+")
_NAMES_A_ROW = 8  # characters of its own
_FILLED_IN = re.compile(r"怎么填|填什么|填在?哪|哪一?栏|哪张表|表里|佐证|页码|增幅|算[进入]|计入|数量里")


def is_small_talk(clues: Clues) -> bool:
    """Whether it is a greeting, thanks or a question about the assistant, and little else."""
    talk = {"greeting", "thanks", "identity"} & clues.concepts.keys()
    if not talk:
        return False
    rest = fold(clues.text)
    for concept in talk:
        for word in clues.concepts[concept]:
            rest = rest.replace(word, "")
    return len(_PUNCTUATION.sub("", rest)) <= 4


def is_outside(clues: Clues) -> bool:
    """Whether it names an everyday matter, another province, another programme or a title of single firms."""
    asks_sector = clues.topics[:1] == ("sector",) and clues.mentions("cluster", "apply")
    if everyday_matter(clues.text) and not asks_sector and not _OF_A_MEMBER.search(clues.text):
        return True
    if clues.names_cluster:
        return False
    ours = clues.topics and re.search("湖南|我省|本省|我们", clues.text)
    if (
        clues.mentions("other_region")
        and not clues.mentions("national", "province_office", "outside_province")
        and not ours
        and not _WITH_OTHERS.search(fold(clues.text))
        and not (clues.mentions("organisation", "enterprise") and _LIES_ELSEWHERE.search(fold(clues.text)))
    ):
        return True
    if clues.documents or clues.locators:
        return False
    # a licence that the applicant lacks is asked about for the application's sake
    lacks = clues.topics[:1] in (("form_papers",), ("requirement",)) or _OF_A_MEMBER.search(clues.text)
    if clues.mentions("other_programme") and not clues.mentions("organisation", "form") and not lacks:
        return True
    # a national title has its own rules; the measures only say that clusters may be recommended for it
    ours = clues.topics and re.search("省里|省级|我省|省的", clues.text)
    if (
        clues.mentions("national")
        and clues.mentions("condition", "threshold", "money", "deadline")
        and not ours
        and clues.topics[:1] in ((), ("national",))
    ):
        return not clues.mentions("recommend")
    # titles of single firms are another programme's; here they only count as figures in the form
    if not _TITLE_SOUGHT.search(clues.text):
        return False
    if clues.topics[:1] == ("requirement",) and _TITLE_LACKING.search(clues.text):
        return False
    return not clues.mentions("cluster", "trainee", "figure") and not _FILLED_IN.search(clues.text)


def is_vague(clues: Clues) -> bool:
    """Nothing says what it is about, and no turn before does."""
    if not clues.first or clues.names_cluster or clues.names_division or clues.locators or clues.documents:
        return False
    text = fold(clues.text)
    if _QUOTED.search(text) or clues.expected == "telephone":
        return False
    if _ONLY_ASKS.match(text):
        return True
    if _FILLED_IN.search(text) and len(clues.content) >= _NAMES_A_ROW:
        return False  # 「我们这个园区招商引资的数填哪张表」 names the row, whichever the park
    if _THIS_CLUSTER.search(text) and not clues.topics and not clues.mentions("how_to"):
        return True
    if _IN_CHARGE.search(text):
        return False
    if _POINTS_BACK.search(_OF_A_NOUN.sub("", text)) or (
        _PRONOUN.search(text) and not clues.mentions("cluster")
    ):
        return True
    if clues.topics:
        return False
    return len(clues.content.strip("".join(FUNCTION_CHARACTERS))) < 2 and not clues.mentions("greeting")
