"""Which body a question would have apply: the one that acts, not those that are merely mentioned."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.eligibility.facts import ApplicantKind

# Longest wordings first: 科研院所 before 院所, 平台公司 before 公司.
_BODIES: tuple[tuple[str, ApplicantKind], ...] = (
    (
        r"集群(?:发展)?促进(?:组织|中心|会|机构)|促进(?:组织|中心|会|机构)|集群(?:服务|运营)组织",
        "集群促进组织",
    ),
    (r"个体工商户|个体户|个体|自然人|私人|农户|个人", "个人"),
    (r"行业协会|行业商会|产业联盟|协会|商会|学会|联盟|行业组织", "行业协会"),
    (
        r"(?:院士|博士后?)?(?:专家)?工作站|科研院所|研究院|研究所|科研机构|高等院校|高校|大学|学院|学校|实验室",
        "科研院所",
    ),
    (
        r"(?:园区|开发区|高新区|经开区)管委会|管委会|产业园区|工业园区|园区|开发区|高新区|经开区|工业集中区|产业园|工业园",
        "园区",
    ),
    (
        r"龙头企业|链主企业|行业(?:龙头|老大|巨头)|外资企业|民营企业|国有企业|规上企业|中小企业(?!特色)|企业(?!特色)|平台公司|有限公司|公司|工厂|厂家|厂子|国企|民企|外企|老板|集团|链主|合作社",
        "企业",
    ),
    (r"(?:市|州)(?:州)?(?:人民)?政府|市委", "市州政府"),
    (r"(?:县|区)(?:级)?(?:人民)?政府|县委|乡镇政府|乡镇|街道|镇政府|当地政府|地方政府|政府", "县级政府"),
    (
        r"(?:省|市|州|县|区)?(?:[招商科技发改工信农业务财政文旅]{2}局|工信部门)|部门|事业单位|社会组织|社会团体|民非",
        "其他单位",
    ),
)
_PATTERN = re.compile("|".join(f"(?P<k{number}>{words})" for number, (words, _) in enumerate(_BODIES)))
_APPLY = r"(?:申[报请]|报名|参[赛评选]|竞报|牵头|当|做|作为|出面|报(?!告|送))"
# What stands before the one that acts, and before one that does not.
_ACTS_BEFORE = re.compile(
    r"(?:我(?:们)?是.{0,8}|由|让|以|用|靠|请|叫|委托|拿|凭|是|我们(?:是)?(?:一?家)?.{0,6}|除了.{0,8}[，,])$"
)
_PASSIVE_BEFORE = re.compile(
    r"(?:向|给|到|报|交|送|寄|递|跟|找|帮|替|把|对|往|经|经过|通过|不过|支持|没有?|未|缺|成立|组建|设立|注册|建立?|还没|尚未|代替|除了|绕开|不通过|不由|不是|不靠|有|在|位于)(?:同)?(?:.{0,2}(?:个|家|一些|自己的))?$"
)
_ACTS_AFTER = re.compile(
    rf"^.{{0,6}}(?:自己|单独|独自|直接|自行|来|去|出面|出头|牵头|代替|代为|独立|联名|能|可以|有资格|够格|要|想|应该|名义|名字|名头|身份){{1,3}}.{{0,14}}{_APPLY}|^.{{0,4}}{_APPLY}|^的?[，,].{{0,6}}(?:想|要|打算|能|可以).{{0,14}}{_APPLY}"
)
# 「成立一个联盟来报」: what is founded applies.
_FOUNDED = re.compile(r"(?:成立|组建|设立|注册|新建|建|搞)(?:了)?(?:一?[个家])?(?:产业|行业)?$")
_TO_APPLY = re.compile(rf"^(?:来|去|出面|牵头|再){_APPLY}|^(?:来|去){{1,2}}.{{0,4}}{_APPLY}")
_PLACE_AFTER = re.compile(
    r"^(?:里|内|中|所在|各|都有|(?:都|全|也)?(?:不在|不集中|分散|散)|有(?:一|两|几|个)|的(?!名义|名字|身份|名头)|数|之间|出(?![面头])|发生|被|有(?!资格)|没|因|违|偷|失信|上了|正|办公室)"
)


@dataclass(frozen=True)
class Agent:
    """The body that would apply.

    Attributes:
        kind: what sort of body it is.
        words: how the question calls it.
    """

    kind: ApplicantKind
    words: str


def agent_in(text: str) -> Agent | None:
    """The body that `text`, folded, would have apply; None where it names none in that part."""
    best: tuple[int, int, Agent] | None = None
    for match in _PATTERN.finditer(text):
        kind = _BODIES[int((match.lastgroup or "k0")[1:])][1]
        before, after = text[: match.start()], text[match.end() :]
        score = 0
        if _ACTS_BEFORE.search(before):
            score += 3
        if _ACTS_AFTER.search(after):
            score += 2
        founded_to_apply = _FOUNDED.search(before) and _TO_APPLY.match(after)
        if (
            _PASSIVE_BEFORE.search(before)
            and not re.search(r"(?:不是|是|由)$", before)
            and not founded_to_apply
        ):
            score -= 3
        if _PLACE_AFTER.search(after):
            score -= 3
        words = match.group()
        if kind == "集群促进组织" and re.search(r"(?:不是|除了|不由|不通过|绕开)$", before):
            kind, words, score = "其他单位", "其他单位", 1
        if score < 0:
            continue
        place = (score, -match.start(), Agent(kind, words))
        if best is None or place[:2] > best[:2]:
            best = place
    return best[2] if best else None
