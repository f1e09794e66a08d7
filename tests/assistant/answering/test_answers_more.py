"""Answers that once were wrong, and what users' own documents add."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.service import Assistant
from assistant.library import Library
from assistant.settings import Settings


def cited(assistant: Assistant, question: str) -> set[str]:
    return {f"{c.doc}#{c.locator}" for c in assistant.ask(question).citations}


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("醴陵市已有陶瓷集群，能否再报一个烟花集群？", "conditional"),
        ("我们县有一个培育对象，还能再报一个特色集群吗？", "conditional"),
        ("市里能申报两个集群吗", "yes"),
        ("奖励资金可以用来盖厂房吗？", "conditional"),
        ("8月报半年报行不行", "no"),
        ("能不能跨省联合申报？", "no"),
        ("化工产业能申报吗？", "conditional"),
        ("集群营收120亿元、龙头企业12亿元且在核心园区注册，能报先进制造业集群吗", "yes"),
        ("产值35亿，中小企业占比55%，专精特新6家，能报特色吗", "no"),
        ("我们县申报失败了，明年可以再报吗？", "yes"),
        ("既然每两年复核一次，那今年必须复核吗", "no"),
    ],
)
def test_verdicts_that_were_wrong(assistant: Assistant, question: str, verdict: str) -> None:
    assert assistant.ask(question).verdict == verdict


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("第一批先进制造业集群一共多少个？", "先进制造业集群15个，另有培育对象11个"),
        ("长沙市有几个先进制造业集群", "先进制造业集群4个，另有培育对象3个"),
        ("岳阳有省级先进制造业集群吗", "没有先进制造业集群，有培育对象1个"),
        ("湘西州有哪些集群", "没有列入集群"),
        ("第一批一共有多少个集群", "通知第一项写的是14个"),
        ("集群由哪些部门认定，《湖南省产业集群竞赛实施办法》怎么规定的", "没有收录"),
    ],
)
def test_what_must_be_said(assistant: Assistant, question: str, words: str) -> None:
    assert words in assistant.ask(question).answer


def test_mark_on_a_row_is_a_trade_too(assistant: Assistant) -> None:
    assert {"list-2022#附件1 序号1", "list-2022#附件1 序号2"} <= cited(assistant, "哪些集群国家初赛胜出？")


def test_one_cluster_in_a_county_is_what_a_pronoun_means(assistant: Assistant) -> None:
    answer = assistant.ask("它的促进组织是谁？", history=["双峰县有哪些集群？"])
    assert "双峰县丘陵农机研究院" in answer.answer


def test_materials_are_no_trade(assistant: Assistant) -> None:
    assert "measures-2021#第八条" in cited(assistant, "需要什么材料")


def test_lexical_search_says_that_it_is(assistant: Assistant) -> None:
    assert any("字面检索" in warning for warning in assistant.ask("长株潭有什么特殊政策").warnings)
    assert not any("字面检索" in warning for warning in assistant.ask("第十四条").warnings)


def test_a_document_of_the_user_is_heard_beside_the_rules(tmp_path: Path) -> None:
    notice = tmp_path / "2024年竞赛通知.md"
    notice.write_text(
        "# 关于开展2024年产业集群竞赛的通知\n\n一、申报时间\n\n竞赛申报材料的截止时间为2024年8月31日。\n",
        encoding="utf-8",
    )
    settings = Settings(data_dir=tmp_path / "data", embed_model="none")
    question = "今年竞赛申报截止时间是哪天"
    assert "8月31日" not in Assistant(settings).ask(question).answer
    added = Library(settings).add([notice])
    answer = Assistant(settings).ask(question)
    assert "2024年8月31日" in answer.answer
    assert added[0].id in {citation.doc for citation in answer.citations}
    assert any("自行加入" in warning for warning in answer.warnings)
    for number in range(1, len(answer.citations) + 1):
        assert f"[{number}]" in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("株洲服饰集群营收多少", "没有写产值"),
        ("宁乡高新区管委会主任叫什么", "没有写负责人"),
        ("高新区里有哪些企业", "哪些企业"),
        ("市工信局办公地点在哪", "地址"),
        ("决赛会在什么地方举行", "在哪里举行"),
        ("培育对象名单还会更新吗", "以后各批"),
        ("奖金是一次付清还是逐年给", "一次性还是按年"),
        ("市里合着报的，奖励怎么分", "怎么分"),
        ("双峰农机集群上次复核过了没", "实际结果"),
    ],
)
def test_facts_that_no_document_has(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "no_evidence"
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "said", "locator"),
    [
        ("复核的时候要拍视频吗", "没有写“拍视频”", "第十四条"),
        ("公示要登报吗", "没有写“登报”", "第十条"),
        ("授牌要省长来吗", "没有写“省长来”", "第十二条"),
        ("联合申报要订合同吗", "没有写“订合同”", "第五条"),
    ],
)
def test_what_the_clause_of_a_matter_does_not_say(
    assistant: Assistant, question: str, said: str, locator: str
) -> None:
    answer = assistant.ask(question)
    assert (answer.status, answer.verdict) == ("no_evidence", None)
    assert said in answer.answer
    assert locator in {citation.locator for citation in answer.citations}


@pytest.mark.parametrize(
    "question", ["每三年都要复核吗", "半年报要报省厅吗", "评上就有奖励吗", "每年都会授牌吗"]
)
def test_what_it_does_say(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).verdict == "yes"
