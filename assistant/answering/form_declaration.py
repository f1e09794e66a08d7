"""What is asked of the declaration (真实性声明) and of who leads the implementation plan."""

from __future__ import annotations

import re

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.form_told import STAGES, Question, Reply

_DECLARATION = re.compile(r"声明|承诺书?")
_CONTENT = re.compile(
    r"(?:承诺|声明|写|包括|保证)(?:些|了|的)?(?:[里都要哪]|是|有)*(?:什么|哪[些几]|啥|几[条项点件])|[几哪][几些]?[条项点件]|(?:声明|承诺)的?(?:事项|内容)"
)
_SIGN = re.compile(r"签")
_OTHER_SIGNER = re.compile(
    r"县长|市长|区长|书记|局长|厅长|政府|管委会主任|秘书长|会长|理事长|董事长|老板|企业|龙头|工信局|村|镇长|法人|法定代表人"
)
_OF_OURS = re.compile(r"秘书长|会长|理事长|法人|法定代表人|管委会主任")
_AUDITED = re.compile(
    r"(?:数据|指标|报表|数字|财务|营收|产值|填的数|数)[^，。?]{0,10}(?:审计|会计师|第三方|(?:统计|税务|财政)(?:局|部门)[^，。?]{0,6}(?:盖|确认|认可|证明|核|背书))|审计报告|(?:统计|税务)(?:局|部门)(?:的)?(?:证明|盖章)"
)
_LEAD = re.compile(r"牵头单位")
_BY_OURSELVES = re.compile(
    r"方案[^。?]{0,12}(?:我们|自己|协会|促进(?:组织|中心|会)|商会|企业|园区|管委会)[^，。,]{0,4}(?:编|写|牵头|弄|做)"
)
_FILL = re.compile(r"填|写|行|可以|能")
_NOT_GOVERNMENT = re.compile(
    r"管委会|协会|促进(?:组织|中心|会)|商会|工信局|科工局|发改局|局|企业|公司|园区|高新区|经开区|我们|自己"
)
_COMMITMENTS = (
    "集群主导产业不属于国家规定的禁止、限制和淘汰类产业",
    "近三年未发生重大安全生产、产品质量安全、环境污染事故",
    "集群企业不存在偷税漏税、违法违规、严重失信和其他重大问题的行为",
)


def _commitments(question: Question) -> Reply | None:
    """What the declaration commits to."""
    if not _DECLARATION.search(question.text) or not _CONTENT.search(question.text):
        return None
    if re.search(r"签|盖|谁|后果|责任|假|造|第[一二三123]条", question.text):
        return None
    truth = question.quote("6.1", "所填报的信息真实、合法")
    lines = [
        f"{number}、{words}{question.quote('6.1', words)}；" for number, words in enumerate(_COMMITMENTS, 1)
    ]
    return Reply(f"承诺所填报的信息真实、合法{truth}，另有三条：\n" + "\n".join(lines).rstrip("；") + "。\n")


def _signer(question: Question) -> Reply | None:
    """Whether somebody else may sign the declaration."""
    text = question.text
    other = _OTHER_SIGNER.search(text)
    if other and not re.search(rf"{other.group()}[^，。,]{{0,6}}签|签[^，。,]{{0,6}}{other.group()}", text):
        return None
    if (
        not _DECLARATION.search(text)
        or not _SIGN.search(text)
        or other is None
        or question.verdict(True) is None
    ):
        return None
    first, second = "集群促进组织负责人签字", "集群核心承载园区负责人签字"
    said = (
        f"真实性声明由集群促进组织负责人和核心承载园区负责人签字、单位盖章"
        f"{question.quote('6.1', first)}{question.quote('6.1', second)}"
    )
    if _OF_OURS.search(text):
        return Reply(
            f"看是不是负责人：{said}；谁算“负责人”，参赛报告没有另作说明，请向所在市州工业和信息化局确认。\n",
            "conditional",
        )
    return Reply(f"不是：{said}，没有要{other.group()}签。\n", question.verdict(False))


def _lead_unit(question: Question) -> Reply | None:
    """That the plan is led by the government, whoever else would like to be named."""
    text = question.text
    named = _LEAD.search(text) and _FILL.search(text)
    if not (named or _BY_OURSELVES.search(text)) or question.plan.contest_stage == STAGES[1]:
        return None
    if not _NOT_GOVERNMENT.search(text) or question.verdict(True) is None:
        return None
    words = "集群所在地县以上人民政府"
    mark = question.quote("五", words, STAGES[:1])
    return Reply(
        f"不行：编制牵头单位一格注明“{words}”{mark}，要填政府；具体由谁执笔没有限制，参赛报告没有写。\n",
        question.verdict(False),
    )


def _confirmed(question: Question) -> Reply | None:
    """That nobody outside has to audit or confirm the figures."""
    text = question.text
    if not _AUDITED.search(text) or re.search("奖励|奖金|资金|经费", text):
        return None
    words = "所填报的信息真实、合法"
    return Reply(
        f"没有规定：参赛报告没有写数据要审计、要由统计部门或者第三方盖章确认，只在真实性声明里承诺“{words}”{question.quote('6.1', words)}。{WHOM_TO_ASK}",
        status="no_evidence",
    )


WAYS = (_confirmed, _signer, _commitments, _lead_unit)
