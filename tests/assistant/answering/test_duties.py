"""Duties of departments, tasks with who leads them, chains with who links them."""

from __future__ import annotations

import pytest

from assistant.answering.service import Assistant
from assistant.conversation.bodies import bodies_in


@pytest.mark.parametrize(
    ("question", "cited", "told"),
    [
        ("人社听负责啥", "附件1 省人力资源社会保障厅", "技工教育"),
        ("卫健委在生物医药这块做啥", "附件1 省卫生健康委", "推广应用"),
        ("工信厅牵头哪几个行动", "附件1 省工业和信息化厅", "牵头的行动有3个"),
        ("开放合作促进行动的参与单位有哪些", "二（五）", "省贸促会，牵头单位是省商务厅"),
        ("协同创新行动谁牵头", "二（二）", "牵头单位是省科技厅"),
        ("六大行动都由谁牵头", "二（六）", "省发展改革委牵头"),
        ("联系5G应用和3D打印的是同一位吗", "附件2 3D打印及机器人", "是同一位"),
        ("软件和生物医药是不是同一位领导联系", "附件2 生物医药", "不是同一位"),
        ("储能和新能源汽车归同一个领导吗", "附件2 新能源及智能网联汽车", "不是同一位"),
        ("隋忠诚联系几条链", "附件2 农业机械", "有2条"),
        ("材料领域有几条链，分别谁联系", "附件2 碳基材料", "有5条产业链"),
        ("哪位领导联系的链最多", "附件2 碳基材料", "陈飞联系3条"),
        ("一共有多少条产业链", "附件2", "共列22条"),
    ],
)
def test_duties(assistant: Assistant, question: str, cited: str, told: str) -> None:
    answer = assistant.ask(question)
    assert cited in {c.locator for c in answer.citations if c.doc == "workplan-2021"}
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("商务厅牵头特色园区建设行动对吗", "no"),
        ("要素保障行动是省发改委牵头的吧", "yes"),
        ("科技厅牵头还是参与产业集群基础能力升级行动", None),
    ],
)
def test_who_leads_a_task(assistant: Assistant, question: str, verdict: str | None) -> None:
    assert assistant.ask(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "told"), [("水利厅有没有份", "没有水利厅"), ("省财政厅这块一年安排多少资金", "没有写金额")]
)
def test_what_the_plan_does_not_say(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "no_evidence"
    assert told in answer.answer


def test_bodies_by_their_stem_only_where_they_act() -> None:
    assert bodies_in("商务口在里面干什么") == ("省商务厅",)
    assert bodies_in("科技创新谁负责") == ()
    assert bodies_in("促进组织的职责是什么") == ()
    assert bodies_in("市州工信局有哪些职责") == ()


@pytest.mark.parametrize(
    ("question", "cited"),
    [
        ("拿到牌子以后我们协会平时该干些啥", "measures-2021#第十五条"),
        ("市州工信局有哪些职责", "measures-2021#第十六条"),
        ("核心承载园区要做什么", "list-2022#第六项"),
        ("省生太环境厅在方案里干什么", "workplan-2021#附件1 省生态环境厅"),
    ],
)
def test_duties_of_those_below_the_province(assistant: Assistant, question: str, cited: str) -> None:
    assert cited in {f"{c.doc}#{c.locator}" for c in assistant.ask(question).citations}


def test_the_same_is_asked_of_something_else(assistant: Assistant) -> None:
    plan = assistant.plan("用地呢", ["招商引资归谁管"])
    assert plan.standalone == "用地归谁管"


@pytest.mark.parametrize(
    ("question", "verdict", "whose"),
    [
        ("用地的事归发改委管对吗", "no", "省自然资源厅"),
        ("职业技能培训是不是教育厅负责", "no", "省人力资源社会保障厅"),
        ("污染物排放指标找环保厅协调吧", "yes", "省生态环境厅"),
        ("招商引资不归商务厅管吧", "no", "省商务厅"),
        ("财政厅会不会单独拿一笔新资金", "no", "现有相关资金"),
    ],
)
def test_whose_duty_it_is(assistant: Assistant, question: str, verdict: str, whose: str) -> None:
    answer = assistant.ask(question)
    assert answer.verdict == verdict
    assert whose in answer.answer


@pytest.mark.parametrize(
    ("question", "leader"),
    [
        ("搞拖拉机的归哪位省领导联系", "隋忠诚"),
        ("信创这条链谁挂帅", "谢建辉"),
        ("石墨烯企业找哪位链长", "陈飞"),
        ("储能和软件分别哪位领导联系", "李殿勋"),
    ],
)
def test_chains_by_everyday_words(assistant: Assistant, question: str, leader: str) -> None:
    answer = assistant.ask(question)
    assert leader in answer.answer
    assert answer.answer.count(leader) == 1


def test_the_table_of_leaders_is_of_its_day(assistant: Assistant) -> None:
    answer = assistant.ask("轨道交通的链长是毛伟明吗")
    assert answer.verdict == "yes"
    assert any("2021年8月17日" in warning for warning in answer.warnings)


@pytest.mark.parametrize(
    ("question", "cited"),
    [
        ("20个千亿产业都叫什么", "一"),
        ("八大工程包括哪些内容", "一"),
        ("五好园区指的哪五好", "二（四）"),
        ("工作专班要配多少人", "三（二）"),
        ("规划说的双核具体是哪两个城市", "重点发展方向（一）"),
        ("规划里集群营收到2025年达到多少", "发展目标（一）"),
    ],
)
def test_what_is_named_and_not_spelt_out(assistant: Assistant, question: str, cited: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "no_evidence"
    assert [c.locator for c in answer.citations] == [cited]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("宣传部参加哪个行动", "没有写省委宣传部参与哪个行动"),
        ("教育厅参与几个行动", "参与的行动有2个"),
        ("特色园区建设行动排第一的是商务厅吗", "牵头单位是省工业和信息化厅"),
        ("国家级产业集群这类有几个产业", "有3个：电子信息"),
        ("能源那块有几条链", "“新能源与节能”有4条产业链"),
        ("汽车链和农机链是一个人联系的吗", "不是同一位"),
        ("我是园区办的，给企业跑高端人才引进，归口哪个厅", "省科技厅"),
        ("金融政策这块谁来出", "人民银行长沙中心支行"),
        ("链长拍不了板的重大问题找谁", "省委、省人民政府召开会议"),
        ("专精特新小巨人每年要新增多少家", "没有写明数量"),
    ],
)
def test_who_and_how_many_in_other_words(assistant: Assistant, question: str, told: str) -> None:
    assert told in assistant.ask(question).answer


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["农业机诫链谁联系"], "隋忠诚"),
        (["新型显示器件谁联系，他还联系别的链吗"], "信息技术应用创新工程"),
        (["何报翔、乌兰分别联系啥"], "新型能源及电力装备"),
        (["张剑飞联系谁", "他手里几条链"], "有2条"),
        (["八个一有哪些", "第五个是啥"], "供需对接（会展）平台"),
        (["八个一有哪些", "最后一个"], "政策包"),
        (["1125指什么", "其中的1000呢"], "1000项"),
        (["领导小组的组长是哪位"], "没有写"),
        (["工作方案里生物医药归传统还是新兴"], "两份文件的归类不同"),
    ],
)
def test_slips_pronouns_and_members(assistant: Assistant, turns: list[str], told: str) -> None:
    assert told in assistant.ask(turns[-1], history=turns[:-1]).answer


@pytest.mark.parametrize(
    ("question", "verdict", "told"),
    [
        ("贸促会就管出国参展吗", "no", "不只这一项"),
        ("卫健委牵头生物医药这块吗", "no", "没有写省卫生健康委牵头"),
        ("曾万明抓电池还是抓汽车", None, "先进储能材料及动力电池"),
        ("隋常委联系的是什么链", None, "有2条"),
    ],
)
def test_only_leading_and_titles(assistant: Assistant, question: str, verdict: str | None, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.verdict == verdict
    assert told in answer.answer


def test_rules_do_not_answer_for_a_plan_that_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("规划支持集群去打国家竞赛吗")
    assert {c.doc for c in answer.citations} == {"plan-2022"}
