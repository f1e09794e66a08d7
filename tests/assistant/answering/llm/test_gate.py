"""The gate: what it lets pass and what it stops."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.llm.gate.gate import Gate
from assistant.answering.llm.gate.operators import operators
from assistant.answering.llm.gate.wording import canonical
from assistant.models import Answer, Citation
from eval.llm.suites import HALVES, Half, measured, rate


def citation(locator: str, quote: str, doc: str = "measures-2021") -> Citation:
    return Citation(
        doc=doc,
        title="湖南省先进制造业集群培育管理办法",
        number="湘工信产业集聚〔2021〕82号",
        locator=locator,
        quote=quote,
    )


QUOTA = Answer(
    question="我们县能申报两个集群吗",
    status="answered",
    verdict="conditional",
    answer=(
        "原则上不行：每个县（市）纳入省级支持的先进制造业集群“原则上不超过1个”，2个超出了这个数[1]。\n"
        "“原则上”留有余地，但什么情形可以例外，文件没有规定[1]。\n"
        "能否作为例外，请向所在市州工业和信息化局或湖南省工业和信息化厅确认。"
    ),
    citations=(citation("第十六条", "每个县（市）纳入省级支持的先进制造业集群原则上不超过1个"),),
)
REVIEW = Answer(
    question="复核多久一次",
    status="answered",
    answer=(
        "每三年一次[1]。\n复核的具体要求看当年的工作通知[2]。\n培育对象参照集群管理；未通过复核撤销的也包括培育对象称号[3][4]。"
    ),
    citations=(
        citation("第十四条", "每三年开展一次复核"),
        citation("第十四条", "复核的具体要求以当年的工作通知为准"),
        citation("第十三条", "湖南省先进制造业集群培育对象参照湖南省先进制造业集群进行管理"),
        citation(
            "第十四条",
            "未通过复核，或有弄虚作假、违反相关法律法规的，按程序撤销其湖南省先进制造业集群（培育对象）称号",
        ),
    ),
)


def check(sentence: str, answer: Answer = REVIEW) -> str | None:
    finding = Gate(answer.question, answer).check(sentence)
    return finding.check if finding else None


@pytest.mark.parametrize(
    "sentence",
    [
        "每三年一次[1]。",
        "湖南省先进制造业集群每3年复核一次[1]。",
        "复核的具体要求，以当年的工作通知为准[2]。",
        "没有通过复核的，按程序撤销称号[4]。",
        "根据《湖南省先进制造业集群培育管理办法》第十四条，复核每三年开展一次[1]。",
    ],
)
def test_what_the_evidence_says_passes(sentence: str) -> None:
    assert check(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("每两年复核一次[1]。", "figure"),
        ("每三年复核一次[7]。", "citation"),
        ("每三年复核一次。", "citation"),
        ("每三年复核一次[2]。", "figure"),
        ("根据《湖南省先进制造业集群竞赛办法》，每三年复核一次[1]。", "citation"),
        ("根据第十五条，每三年复核一次[1]。", "figure"),
        ("“每三年必须复核一次”[1]。", "word"),
        ("每三年由省统计局复核一次[1]。", "word"),
        ("每三年复核一次，复核合格的发放奖金[1]。", "word"),
        ("复核的具体要求不以当年的工作通知为准[2]。", "modality"),
        ("通过复核的，按程序撤销称号[4]。", "modality"),
        ("未通过复核的，可以撤销称号[4]。", "modality"),
        ("未通过复核的，一律按程序撤销称号[4]。", "modality"),
        ("集群参照培育对象进行管理[3]。", "relation"),
        ("复核的具体要求以文件为准[2]。", "relation"),
    ],
)
def test_each_check_stops_its_fault(sentence: str, found: str) -> None:
    assert check(sentence) == found


ACTION = Answer(
    question="开放行动谁牵头，报告怎么写",
    status="answered",
    answer=(
        "牵头单位是省商务厅，参与单位有省发展改革委、省贸促会[1]。\n"
        "自评报告分两个部分[2]。\n"
        "第一部分：培育背景[2]。\n"
        "第二部分：保障措施[2]。\n"
        "产业基础主要包括品牌建设、市场份额等情况[2]。\n"
        "组织保障主要包括工作推进机制、政策落实等情况[2]。\n"
        "初赛和决赛的自评报告都在2500字以内[2]。\n"
        "促进组织名称：甲乙浮标协会；核心承载园区：丙丁高新区[3]。\n"
        "逾期未报有什么后果，《办法》没有写明[3]。"
    ),
    citations=(
        citation("二（五）", "省商务厅、省发展改革委、省贸促会负责", "workplan-2021"),
        citation("初赛 2.8", "集群发展总体情况自评报告", "report-2023"),
        citation("附件4 序号6", "6 | 甲乙浮标协会 | 丙丁高新区", "list-2022"),
    ),
)


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("由省商务厅牵头，省发展改革委和省贸促会参与[1]。", "由省贸促会牵头，省商务厅参与[1]。", "relation"),
        ("牵头单位为省商务厅[1]。", "省发展改革委为牵头单位[1]。", "relation"),
        ("第二部分是保障措施[2]。", "第二部分是培育背景[2]。", "relation"),
        (
            "组织保障包括工作推进机制和政策落实等情况[2]。",
            "产业基础包括工作推进机制和政策落实等情况[2]。",
            "relation",
        ),
        ("甲乙浮标协会是促进组织[3]。", "甲乙浮标协会是核心承载园区[3]。", "relation"),
        ("它列在附件4的第6行[3]。", "它列在附件4的第8行[3]。", "figure"),
        ("自评报告控制在2500字以内[2]。", "自评报告控制在2500字以上[2]。", "figure"),
        ("初赛和决赛都在2500字以内[2]。", "初赛和初赛都在2500字以内[2]。", "word"),
        ("逾期未报的后果，《办法》没有规定[3]。", "逾期未报的后果，《办法》有写[3]。", "modality"),
    ],
)
def test_who_does_what_and_what_belongs_where(right: str, wrong: str, found: str) -> None:
    assert check(right, ACTION) is None
    assert check(wrong, ACTION) == found


def test_a_row_of_a_table_has_a_number_and_no_count() -> None:
    assert check("名单上有6个协会[3]。", ACTION) == "figure"


def test_steps_keep_their_order() -> None:
    answer = Answer(
        question="名单怎么产生",
        status="answered",
        answer="拟定名单，在网站公示；对公示无异议的，按程序认定[1]。",
        citations=(citation("第十一条", "拟定名单，在网站公示。对公示无异议的，按程序正式认定"),),
    )
    assert check("名单先公示，无异议的再认定[1]。", answer) is None
    assert check("名单先认定，再在网站公示[1]。", answer) == "relation"


def test_a_condition_left_out_is_noticed() -> None:
    answer = Answer(
        question="名单怎么确定",
        status="answered",
        answer="公示无异议的，按程序确定[1]。",
        citations=(citation("第十条", "对公示无异议的，按程序确定为湖南省先进制造业集群培育对象"),),
    )
    assert check("对公示无异议的，按程序确定为培育对象[1]。", answer) is None
    assert check("名单按程序确定为湖南省先进制造业集群培育对象[1]。", answer) == "condition"


def test_the_opposite_of_the_verdict_rejects_the_draft() -> None:
    gate = Gate(QUOTA.question, QUOTA)
    for sentence in ("我们县能申报两个集群[1]。", "可以，县里能申报两个集群[1]。", "可以申报两个集群[1]。"):
        finding = gate.check(sentence)
        assert finding is not None
        assert finding.contradicts


def test_a_reserve_cannot_be_dropped_or_hardened() -> None:
    assert check("每个县（市）纳入省级支持的先进制造业集群原则上不超过1个[1]。", QUOTA) is None
    assert check("每个县（市）纳入省级支持的先进制造业集群不超过1个[1]。", QUOTA) == "modality"
    assert check("每个县（市）纳入省级支持的先进制造业集群不得超过1个[1]。", QUOTA) == "modality"


def test_names_of_the_advice_do_not_lend_themselves_to_claims() -> None:
    assert check("能否例外，请咨询所在市州工信局或省工信厅。", QUOTA) is None
    assert check("能否例外，由市州工业和信息化局决定[1]。", QUOTA) is not None


def test_courtesies_say_nothing() -> None:
    gate = Gate(REVIEW.question, REVIEW)
    assert gate.says_nothing("希望对您有帮助。")
    assert gate.says_nothing("依据：[1]")
    assert not gate.says_nothing("每三年复核一次。")
    assert not gate.says_nothing("不可以[1]。")


@pytest.mark.parametrize("half", HALVES)
def test_the_suites_hold(half: Half) -> None:
    outcomes = measured(half)
    stopped, wrong = rate(outcomes, right=False)
    passed, right = rate(outcomes, right=True)
    assert wrong >= 60
    assert right >= 60
    assert stopped >= 0.98 * wrong
    assert passed >= 0.90 * right


@given(st.integers(2, 40))
def test_no_other_interval_ever_passes(years: int) -> None:
    found = check(f"每{years}年复核一次[1]。")
    assert (found is None) is (years == 3)


@given(st.text(alphabet="可以不得应当能须必鼓励原则上一般没有规定是否,。三年复核", max_size=30))
def test_any_text_is_judged(text: str) -> None:
    Gate(REVIEW.question, REVIEW).check(f"{text}[1]。")


def test_words_that_only_look_like_operators() -> None:
    assert operators(canonical("新能源企业的可持续发展能力和重要应用")) == []
    assert [item.kind for item in operators(canonical("不得申报，可以咨询"))][:1] == ["forbid"]
