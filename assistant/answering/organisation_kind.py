"""What sort of body may be a promotion organisation: no clause limits it, and the lists show which have been."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.registry_marks import row_mark
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import Reading, read
from assistant.models import Answer, Verdict
from assistant.registry import Cluster

_ORGANISATION = r"促进(?:组织|机构|中心)"
_BECOME = r"(?:当|做|担任|充当|作为|成为|兼任|兼|代替|顶替|代行|代|算作?|注册成|登记为|办成|直接做)"
_BODY = (
    r"(?:[\w、]{0,6}(?:管委会|管理委员会|开发区|园区|公司|国企|民企|企业|协会|商会|联盟|学会|研究院|研究所|高校|大学|学院|院所|"
    r"事业单位|社会组织|社会团体|社团|民非|民办非企业|服务中心|平台|局|政府|部门|个人|自然人|个体户|工商户|合作社|基金会|机构))"
)
_MAY_BE = re.compile(
    rf"{_BODY}[^，。,]{{0,8}}{_BECOME}[^，。,]{{0,8}}{_ORGANISATION}|{_ORGANISATION}[^，。,]{{0,6}}(?:由|让|用|请|找){_BODY}[^，。,]{{0,4}}{_BECOME}|"
    rf"{_ORGANISATION}(?:就|本身|它)?(?:是|为|挂在|设在){_BODY}(?:性质)?(?:的)?(?:行|可以|成|能|允许|合规|合适|够格|要紧|有(?:没有)?问题)|"
    rf"{_ORGANISATION}(?:[^，。,]{{0,6}})(?:必须|只能|一定|可以|能|非得|非|应该|应当|得|要)(?:不可以|不能|不)?(?:要)?(?:是|为|由|注册成|登记为)[^，。,]{{0,8}}{_BODY}"
)
_WHICH = re.compile(
    rf"(?:什么样?|哪[类种些]|什么性质|何种)(?:的)?(?:单位|机构|组织|性质|类型|身份)[^，。,]{{0,8}}{_BECOME}[^，。,]{{0,6}}{_ORGANISATION}|"
    rf"{_ORGANISATION}[^，。,]{{0,8}}(?:什么性质|什么类型|性质|法人|什么样的(?:单位|机构)|哪类(?:单位|机构)|什么单位)"
)
# 「协会能牵头吗」: to lead a cluster is to be its promotion organisation.
_MAY_LEAD = re.compile(
    rf"^\W*(?:请问|我们|由|让|用|找)?{_BODY}(?:来)?(?:能|可以|能不能|可不可以|可否|能否|是否可以)(?:来)?(?:牵头|挑头|领头)(?:集群|组织|工作)?(?:[吗么不啊的]|行不行|可以)*\W*$"
)
_APPLIES = re.compile(
    r"负责人|会长|理事长|秘书长|主任|申[报请]|报名|参赛|报集群|竞赛|[两几多三](?:家|个)|一起|共同|联合"
)
_KINDS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    ("公司", re.compile("公司|国企|民企|企业"), re.compile("公司")),
    ("行业协会、研究会", re.compile("协会|商会|学会"), re.compile("协会|研究会|促进会")),
    ("联盟", re.compile("联盟"), re.compile("联盟")),
    ("研究院所", re.compile("研究院|研究所|院所|高校|大学|学院"), re.compile("研究院|研究所")),
    (
        "园区的服务中心",
        re.compile("服务中心|管委会|管理委员会|园区|开发区|事业单位|平台"),
        re.compile("(?:开发区|集中区|高新区|园区).*服务中心"),
    ),
)
_EXAMPLES = 2
_PLAIN = re.compile(
    "管委会|管理委员会|局|政府|部门|个人|自然人|个体户|工商户|高校|大学|学院|事业单位|开发区$|园区$"
)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell who may be a promotion organisation; None where the question asks something else, or who may apply."""
    text = fold(plan.standalone)
    asked = _MAY_BE.search(text) or _WHICH.search(text) or _MAY_LEAD.search(text)
    if asked is None or _APPLIES.search(text) or plan.clusters:
        return None
    reading = read(plan.standalone)
    kind = next(
        ((name, named, listed) for name, named, listed in _KINDS if named.search(asked.group())), None
    )
    examples = _examples(kind[2], context) if kind else []
    verdict = _verdict(reading, asked.group(), bool(examples))
    held = composer.cite(
        "measures-2021", "第六条（四）", "集群发展促进组织具有健全的组织架构和较完善的规章制度"
    )
    lead = {"yes": "可以：", "no": "不是必须：" if reading.mood == "must" else ""}.get(verdict or "", "")
    composer.add(
        f"{lead}文件没有限定促进组织必须是、或者不能是哪一类单位，只要求它组织架构健全、规章制度较完善{held}。\n"
    )
    if kind and examples:
        names = "、".join(f"{c.organisation}{row_mark(c, composer, context)}" for c in examples[:_EXAMPLES])
        composer.add(f"第一批名单上有{kind[0]}担任促进组织的，例如{names}。\n")
    else:
        names = "、".join(
            f"{cluster.organisation}{row_mark(cluster, composer, context)}"
            for _, _, listed in _KINDS
            for cluster in _examples(listed, context)[:1]
        )
        composer.add(f"第一批名单上的促进组织有公司、协会、联盟、研究院所和服务中心，例如{names}。\n")
    if verdict == "conditional" and "法人" not in text:
        composer.add(f"名单上没有同样的例子，能不能算，{WHOM_TO_ASK}")
    papers = composer.cite("report-2023", "初赛 4.3", "包括机构成立批文或注册登记执照复印件")
    composer.add(f"申报时要附机构成立批文或注册登记执照复印件{papers}。")
    return composer.build("answered", verdict)


def _examples(listed: re.Pattern[str], context: Context) -> list[Cluster]:
    return [cluster for cluster in context.registry.clusters if listed.search(cluster.organisation)]


def _verdict(reading: Reading, asked: str, shown: bool) -> Verdict | None:
    """Yes where the list has one of the kind; it must be none of them; else it is left open."""
    if not reading.polar:
        return None
    if "法人" in asked:
        return "conditional"
    if reading.mood == "must":
        return "no"
    if not shown or _PLAIN.search(re.sub(rf"{_ORGANISATION}.*", "", asked) or asked):
        return "conditional"
    return "no" if reading.turned else "yes"
