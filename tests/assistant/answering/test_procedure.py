"""How the contest runs: the order of its steps, who does them, what is claimed of the reports."""

from __future__ import annotations

import re
from datetime import date

import pytest

from assistant.answering.service import Assistant
from assistant.conversation.contest import onward, steps
from index.corpus import load_corpus

_DAY = date(2025, 6, 1)


def test_every_step_quotes_its_clause() -> None:
    documents = load_corpus().documents
    for step in steps():
        doc, locator, quote = step.cite
        assert quote in documents[doc].full_text(locator), step.key


@pytest.mark.parametrize(
    ("turns", "verdict", "first", "cited"),
    [
        (["推荐和初赛谁在前"], None, "^先推荐到省厅，后初赛", "第九条"),
        (["公示是放在授牌的后面吗"], "no", "^不是这个次序，先公示，后公告、授牌", "第十二条"),
        (["先推荐再组织初赛对吧"], "yes", "^是的，先推荐到省厅，后初赛", "第十条"),
        (["上会审定是不是在公示前面"], "yes", "^是的，先会议审定，后公示", "前言"),
        (["初审完了接下来要走什么程序"], None, "^市州初审之后，接下来是", "第九条"),
        (["决赛之前需要做哪些准备工作"], None, "^决赛之前，依次是", "第十条"),
        (["谁负责初审", "那之后呢"], None, "^市州初审之后，接下来是", "第十条"),
        (["评选里面有没有专家评审环节"], "yes", "^有，第一批名单的程序", "前言"),
        (["要不要先打初赛再打决赛"], "yes", "初赛", "第三条"),
        (["认定以后园区要做什么"], None, "承载园区", "第六项"),
        (["公告跟公示是不是一码事"], "no", "^不是一回事", "第十二条"),
        (["等通知出来再交材料对吗"], "yes", "^是的，先当年工作通知，后提交申请报告", "第七条"),
    ],
)
def test_order_of_the_steps(
    assistant: Assistant, turns: list[str], verdict: str | None, first: str, cited: str
) -> None:
    answer = assistant.ask(turns[-1], history=turns[:-1], as_of=_DAY)
    assert re.search(first, answer.answer.splitlines()[0]), answer.answer
    assert answer.verdict == verdict
    assert cited in {citation.locator for citation in answer.citations}


def test_onward_needs_a_step_before() -> None:
    assert onward("然后呢", "由谁组织初赛") == "初赛之后下一步是什么"
    assert onward("然后呢", "奖励有多少") is None
    assert onward("初赛呢", "决赛什么时候") is None


@pytest.mark.parametrize(
    ("question", "verdict", "first"),
    [
        ("年度报告四月底前交就可以了吧", "no", "^不是，年度报告在每年1月底前"),
        ("半年报是七月底前交对吗", "yes", "^是的，"),
        ("年报也是7月底交吗", "no", "^不是，"),
        ("发展情况报告交给县工信局就可以了吗", "no", "^不是报县工信局"),
        ("半年报要先报市局审一道吗", "conditional", "^文件没有写"),
        ("年度报告是报省厅的吧", "yes", "^是的，"),
        ("半年报八月补交可以吗", "no", "^不可以"),
    ],
)
def test_claims_of_the_reports(assistant: Assistant, question: str, verdict: str, first: str) -> None:
    answer = assistant.ask(question, as_of=_DAY)
    assert re.search(first, answer.answer), answer.answer
    assert answer.verdict == verdict
    assert "第十三条" in {citation.locator for citation in answer.citations}


@pytest.mark.parametrize(
    ("turns", "verdict", "first"),
    [
        (["这个比赛是省里哪家单位在管"], None, "湖南省工业和信息化厅会同有关部门"),
        (["集群是不是商务厅在评"], "no", "^不是商务厅"),
        (["什么情况会被撤牌", "由哪个单位撤"], None, "^文件没有写由哪个单位撤销"),
        (["年报什么时候交", "交到哪个部门"], None, "^发展情况报告报湖南省工业和信息化厅"),
        (["牌匾是市州发的吗"], "no", "^不是市州"),
        (["市工信局可以自行确定培育对象吗"], "no", "^不是市工信局"),
        (["授牌是每年一次还是不定期"], None, "^每年一次"),
        (["报名有疑问向谁咨询"], None, "^文件没有写明咨询找谁"),
        (["企业贷款难向谁咨询"], None, "金融"),
        (["十四五集群规划由哪家单位印的"], None, "由湖南省工业和信息化厅印发"),
    ],
)
def test_who_does_it(assistant: Assistant, turns: list[str], verdict: str | None, first: str) -> None:
    answer = assistant.ask(turns[-1], history=turns[:-1], as_of=_DAY)
    assert re.search(first, answer.answer), answer.answer
    assert answer.verdict == verdict


@pytest.mark.parametrize(
    ("question", "status", "verdict", "first"),
    [
        ("拿了称号以后就没人管了吧", "answered", "no", "动态管理"),
        ("入选以后还有人管吗", "answered", "yes", "动态管理"),
        ("条件都符合是不是板上钉钉了", "answered", "no", "^不一定"),
        ("政府意见那里不盖章可以吗", "answered", "no", "盖章"),
        ("参赛报告里园区的章必须盖吗", "answered", "yes", "."),
        ("参赛报告总共几个地方盖章，几处", "answered", None, "3处"),
        ("佐证能不能回头再补交", "no_evidence", None, "没有规定"),
        ("决赛阶段还用填初赛的表吗", "answered", "no", "^不用"),
        ("报初赛的时候不用填决赛的报告吧", "answered", "yes", "^不用"),
        ("一年里要办几届竞赛", "answered", None, "^竞赛每年组织一次"),
        ("决赛取前多少名", "no_evidence", None, "没有规定"),
        ("复核没过被摘了牌，还能重新申报吗", "answered", "conditional", "没有规定"),
        ("每个园区必须报一个，这合规吗", "answered", "no", "自愿"),
        ("集群申报头一步怎么起步", "answered", None, "促进组织"),
        ("整个流程走完要多久", "no_evidence", None, "没有规定"),
        ("集群入选了，促进中心给什么名分", "answered", None, "称号"),
        ("县里得出实施方案吧", "answered", "yes", "."),
        ("参赛报告寄到省工信厅可以吗", "answered", "no", "^不可以"),
        ("市里的初审能免掉吗", "answered", "no", "^要的"),
        ("两市联合申报，是不是每个市都得交材料", "answered", "no", "申报主体所在"),
        ("没入选的集群用交年报吗", "answered", "no", "^不是|^不用"),
        ("发展报告每年要写几份", "answered", None, "1月底前"),
        ("促进组织换了要不要重新认定", "no_evidence", None, "没有写"),
        ("评上省级自动进国家级吗", "answered", "no", "择优推荐"),
        ("部门考评落后要不要约谈", "answered", "conditional", "没有写"),
        ("决赛在啥时候比", "answered", None, "以当年工作通知为准"),
    ],
)
def test_everyday_questions_of_procedure(
    assistant: Assistant, question: str, status: str, verdict: str | None, first: str
) -> None:
    answer = assistant.ask(question, as_of=_DAY)
    assert answer.status == status, answer.answer
    assert answer.verdict == verdict, answer.answer
    assert re.search(first, answer.answer.splitlines()[0]), answer.answer
