"""May we apply: the county's place, accidents, who applies, and what no document lays down."""

from __future__ import annotations

import pytest

from assistant.answering.service import Assistant


@pytest.mark.parametrize(
    ("question", "verdict", "words"),
    [
        ("是不是每个县都保证能评上一个", "no", "上限"),
        ("国家级的集群算不算占了县里的名额", "conditional", "国家级集群占不占名额"),
        ("超过一个的话有没有破例的可能", "conditional", "什么情形可以例外"),
        ("古丈一个集群都没有，可以报吗", "yes", "古丈县"),
        ("双峰还可以申报吗", "conditional", "双峰县已有1个集群"),
        ("我们是地级市，想报两个行不行", "yes", "全市"),
        ("双峰县农机集群能再报培育对象吗", "no", "已经在集群名单上"),
    ],
)
def test_the_place_of_a_county(assistant: Assistant, question: str, verdict: str, words: str) -> None:
    answer = assistant.ask(question)
    assert (answer.verdict, words in answer.answer) == (verdict, True), answer.answer


@pytest.mark.parametrize(
    ("question", "verdict", "words"),
    [
        ("去年有家厂失火烧死一个人，集群还能报吗", "conditional", "算不算“重大”"),
        ("去年出了重大火灾事故，今年能参赛吗", "no", "近三年"),
        ("五年前煤矿透水死了人，现在能申报吗", "yes", "三年以前"),
        ("有一批奶粉召回过，影响集群申报吗", "conditional", "产品质量安全"),
        ("偷税的企业已经补交清了，还能报吗", "conditional", "已经补缴"),
        ("企业正被税务局调查，还没有定论，能参赛吗", "conditional", "还没有结论"),
        ("出事故的厂不在我们集群里，要紧吗", "conditional", "以外的企业"),
        ("促进中心主任酒驾过，影响申报不", "conditional", "负责人、企业老板个人"),
    ],
)
def test_accidents_and_offences(assistant: Assistant, question: str, verdict: str, words: str) -> None:
    answer = assistant.ask(question)
    assert (answer.verdict, words in answer.answer) == (verdict, True), answer.answer


@pytest.mark.parametrize(
    ("question", "verdict", "words"),
    [
        ("商会能牵头不？我们商会会员五十多家", "conditional", "促进组织"),
        ("我们是个没登记的民间联盟，可以去申报吗", "no", "注册登记执照"),
        ("没打过市里的比赛，能报省里吗", "yes", "鼓励市州"),
        ("我们已经认定为省级集群了，还要参加决赛吗", "no", "复核"),
        ("特色集群想改报先进制造业集群行不行", "conditional", "换一类"),
        ("产品都在国内卖，没有外贸，能报吗", "conditional", "没有单独写"),
        ("园区办公室是租的，有没有影响", "conditional", "自有还是租用"),
        ("面积有没有下限", "no", "没有写多少平方公里"),
        ("隔着一条河的两个县算不算相邻", "conditional", "怎样算相邻"),
        ("耒阳有了电池集群，我们县也做电池，还能报吗", "conditional", "同一产业"),
    ],
)
def test_who_applies_and_with_what(assistant: Assistant, question: str, verdict: str, words: str) -> None:
    answer = assistant.ask(question)
    assert (answer.verdict, words in answer.answer) == (verdict, True), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "促进组织登记在武汉，可以报吗",
        "龙头企业总部迁到上海了，影响申报吗",
        "发改委评的集群我们有了，还能报省级吗",
        "集群里民营企业占多数，符合条件吗",
        "促进中心才成立，办公室借的，能报吗",
    ],
)
def test_what_no_document_lays_down(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert (answer.status, answer.verdict) == ("no_evidence", None), answer.answer


@pytest.mark.parametrize(
    ("question", "verdict", "words"),
    [
        ("县农业局能不能申报", "no", "促进组织"),
        ("博士后工作站可以当申报主体吗", "conditional", "担任促进组织的才能申报"),
        ("促进组织是事业单位可以吗", "conditional", "没有限定促进组织"),
        ("我们那个集群被撤了，可以重新申报吗", "conditional", "称号撤销后"),
        ("一个县三个产业，各报一个行吗", "conditional", "原则上不行"),
        ("县里没有绿色工厂，可以申报吗", "conditional", "没有单独写“绿色工厂”"),
        ("基础设施一般，能过吗", "no", "基础设施条件良好"),
        ("培育对象是不是都得参加决赛", "conditional", "没有规定培育对象必须参加决赛"),
        ("一家独大的产业还算集群吗", "conditional", "若干地理相邻"),
        ("去年发生较大事故，能参赛吗", "conditional", "算不算“重大”"),
        ("厂里拖欠工资，影响申报吗", None, "没有点名"),
        ("我们这儿信号不好，能报吗", None, "没有专门写这种情形"),
        ("初赛和决赛能在同一年吗", "conditional", "隔多久"),
    ],
)
def test_cases_that_clauses_do_not_name(
    assistant: Assistant, question: str, verdict: str | None, words: str
) -> None:
    answer = assistant.ask(question)
    assert (answer.verdict, words in answer.answer) == (verdict, True), answer.answer


def test_the_county_beside_it(assistant: Assistant) -> None:
    answer = assistant.ask("那它旁边的南县呢，能申报一个吗", history=["沅江市有省级集群吗"])
    assert "沅江" not in answer.answer


def test_a_body_after_who_may_apply(assistant: Assistant) -> None:
    assert assistant.ask("那管委会呢", history=["哪些单位可以申报"]).verdict == "no"


@pytest.mark.parametrize(
    ("question", "verdict", "words"),
    [
        ("我们汝城报得了吗", "yes", "汝城县"),
        ("培育对象免打决赛就转正，行吗", "no", "决赛中胜出"),
        ("新化陶瓷还要不要参加决赛", "no", "已经在集群名单上"),
        ("一年零十一个月前出过重大事故，还能报吗", "no", "近三年"),
        ("三年零六个月前的重大事故还算吗", "no", "三年以前"),
        ("产业规划还没出来，能报吗", "no", "产业发展规划目标明确"),
        ("报了特色的同时还能报先进吗", "conditional", "两者选一"),
        ("公示没有人提意见，是不是就作数", "yes", "无异议"),
        ("企业还欠着我们的奖励，这种情况能申报集群吗", None, "没有专门写这种情形"),
        ("申报前用不用去县里报备", None, "事先备案"),
        ("中小企业的占比一定得60%吗", "conditional", "不低于60%"),
        ("县里已经有一个集群了，换个产业重新申报行吗", "conditional", "原则上不行"),
    ],
)
def test_asked_in_passing(assistant: Assistant, question: str, verdict: str | None, words: str) -> None:
    answer = assistant.ask(question)
    assert (answer.verdict, words in answer.answer) == (verdict, True), answer.answer
