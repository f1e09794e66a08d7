"""What the forms note beside their rows, units by plain words, and follow-ups about rows."""

from __future__ import annotations

import pytest

from assistant.answering.service import Assistant


@pytest.mark.parametrize(
    ("turns", "cited", "told"),
    [
        (["产值填万还是填亿"], "初赛 2.1 集群总产值（亿元）", "单位是亿元"),
        (["从业人员填人还是万人"], "初赛 2.1 集群从业人员数量（人）", "单位是人"),
        (["研发经费增速填百分比还是金额"], "初赛 2.4 集群研发经费增速（%）", "单位是%"),
        (["上市公司的证明，要不要写在第几页"], "初赛 2.2 上市和挂牌企业数量", "要标注页码"),
        (["促进组织要附哪些证明材料，营业执照那种"], "初赛 4.3", "注册登记执照"),
        (["实施方案的提纲能不能改"], "初赛 5.2", "仅作为参考"),
        (["听说自评报告规定不得少于五千字？"], "初赛 2.8", "没有写最少多少字"),
        (["决赛里促进组织那部分最多写几个字，写什么"], "决赛 四", "取得的成效"),
        (["申报类别这一栏可以写哪两种"], "初赛 一 申报类别", "先进制造业集群或中小企业特色产业集群"),
        (["只有特色集群填的是哪一行"], "初赛 2.1 集群内中小企业产值", "仅中小企业特色产业集群填报"),
        (["初赛3.2写多少字", "内容上要写到哪些方面"], "初赛 3.2", "营商环境"),
        (["实施方案分几个部分，每块写什么"], "初赛 5.2", "第五部分：保障措施"),
        (["决赛表第四部分让写什么", "初赛的第四部分比它多哪些小节"], "初赛 4.3", "4.1 基本情况"),
        (["重点项目投资的单位是亿元还是万元"], "初赛 2.3", "万元"),
        (["發明專利要附佐證嗎", "決賽表的4.2呢"], "", "没有"),
    ],
)
def test_notes(assistant: Assistant, turns: list[str], cited: str, told: str) -> None:
    answer = assistant.ask(turns[-1], turns[:-1])
    assert told in answer.answer
    assert not cited or any(c.locator.startswith(cited) for c in answer.citations)


def test_traditional_characters_name_the_stage(assistant: Assistant) -> None:
    answer = assistant.ask("決賽表裡還有「培育發展產業集群實施方案」這一部分嗎？")
    assert "决赛的参赛报告没有这一部分" in answer.answer
