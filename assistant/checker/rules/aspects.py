"""What the form asks a free text to tell (kind `completeness`): aspects of which nothing is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checker.rules.registry import Context, Problem, rule
from assistant.checker.wordcount import count_words

# Aspects named in the form's instructions, with the words by which a text speaks of them.
_ASPECTS: dict[str, tuple[tuple[str, str], ...]] = {
    "2.8": (
        ("产业基础", r"产业基础|产值|主导产业|产业规模|市场占有率|品牌"),
        ("规模工业培育", r"规模工业|规上|规模以上|小升规|小巨人|专精特新|单项冠军"),
        ("创新能力", r"创新|研发|专利|标准|技术中心|科技"),
        ("要素集聚", r"要素|人才|金融|融资|贷款|基金|产业链|上下游|供应链"),
        ("绿色发展", r"绿色|低碳|节能|环保|减排|清洁生产|碳排放"),
        ("数字化", r"数字|智能|上云|工业互联网|信息化|两化融合|5G"),
        ("集群公共服务", r"公共服务|促进组织|促进会|促进中心|协会|联盟|中介|服务平台|服务中心"),
        ("开放合作", r"开放|合作|出口|外资|国际|外贸|进出口|海外|展会|招商"),
        ("组织保障", r"组织保障|领导小组|工作专班|专班|机制|政策|规划|方案|链长"),
    ),
    "3.2": (
        ("项目建设", r"项目"),
        ("规模工业企业培育", r"规上|规模以上|规模工业|小升规|小巨人|专精特新|培育"),
        ("招商引资", r"招商|引资|签约|引进"),
        ("要素保障", r"要素|用地|用工|用电|供水|供电|供气|厂房|融资|资金|人才|基础设施"),
        ("营商环境改善", r"营商环境|审批|政务|放管服|一件事|帮代办|最多跑|证照"),
        ("企业服务", r"服务|帮扶|联系企业|走访|纾困"),
        ("体制机制创新", r"体制|机制|改革|制度|管委会\+|考核|绩效"),
        ("下一步工作思路", r"下一步|今后|未来|接下来|将|到20\d\d年|思路|打算|计划"),
    ),
    "4.1": (
        ("组建方式及组织架构", r"成立|组建|发起|注册|登记|设立|理事|部门|架构|机构|章程|内设"),
        ("主要负责人简历和工作业绩", r"负责人|会长|主任|理事长|秘书长|院长|所长|总经理|董事长|毕业|曾任|现任|简历"),
        ("其他专业技术人员", r"专业技术|专职|工作人员|人员|职称|学历|本科|硕士|博士|工程师|团队|专家|员工"),
    ),
}  # fmt: skip
# Shorter texts are reported as such.
_LEAST_WORDS = 100


@rule(id="aspects-missing", kind="completeness", title="自评报告没有写到格式所列的方面", severity="info")
def aspects_missing(context: Context) -> Iterator[Problem]:
    """A free text without a word on an aspect that the form's instructions name."""
    for section in context.form.sections:
        text = context.draft.texts.get(section.number)
        aspects = _ASPECTS.get(section.number)
        if aspects is None or text is None or count_words(text.text) < _LEAST_WORDS:
            continue
        absent = [name for name, pattern in aspects if not re.search(pattern, text.text)]
        if absent:
            yield Problem(
                section=section.number,
                message=f"“{section.number} {section.title}”没有写到：{'、'.join(absent)}。",
                advice="请对照该节填写说明补充；确无内容的，请说明。",
                expected="、".join(absent),
                place=text.paragraphs[0].place,
            )
