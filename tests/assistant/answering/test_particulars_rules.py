"""Single points of the measures, the notice and the forms in everyday words; the parts of documents."""

from __future__ import annotations

import pytest

from assistant.answering.service import Assistant


@pytest.mark.parametrize(
    ("question", "verdict", "told"),
    [
        ("搞集群图个啥", None, "目的是"),
        ("优势产业集群和特色产业集群有啥不一样", None, "规模效益突出"),
        ("集群就是产业园区吗", "no", "产业组织网络"),
        ("集群称号是国家工信部批的吗", "no", "湖南省工业和信息化厅会同有关部门"),
        ("株洲有没有优惠待遇", "no", "三市协同"),
        ("促进中心能自己创收不", None, "自我造血"),
        ("输变电集群凭什么单列", None, "重点推荐代表我省参加国家"),
        ("协会也能得个名号吗", "yes", "促进组织"),
        ("通知对市州有什么要求", None, "统筹协调"),
        ("332都指哪些产业", None, "三大世界级集群"),
        ("方案里对单位干得差有没有处分", "no", "没有写处罚"),
        ("企业之间单打独斗，能评上吗", "no", "分工协作机制"),
    ],
)
def test_told_first(assistant: Assistant, question: str, verdict: str | None, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert answer.verdict == verdict
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "verdict", "told"),
    [
        ("十几家厂子凑一块就叫集群吗", "no", "光挨在一起不够"),
        ("我们为啥只是培育对象", None, "初赛中胜出"),
        ("认定为省级集群有哪些实惠", None, "择优推荐申报国家级"),
        ("做贴牌代工的行不行", None, "品牌影响力"),
        ("我们县设个专班要不要紧，需要吗", "yes", "组织领导和协同工作机制"),
        ("集群的牌子能挂几年", None, "每三年开展一次复核"),
        ("县里名单往后还会调整吗", "yes", "动态管理"),
        ("初审写在哪一条", None, "第九条"),
    ],
)
def test_everyday_points(assistant: Assistant, question: str, verdict: str | None, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert answer.verdict == verdict
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("单项冠军是个什么概念", "定义和标准"),
        ("规上企业怎么界定", "规模以上"),
        ("承载园区是什么概念", "核心承载园区的定义"),
        ("相关部门都有哪些", "是哪些部门"),
        ("三类500强都有哪三类", "三类500强"),
    ],
)
def test_terms_that_no_document_defines(assistant: Assistant, question: str, name: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "no_evidence"
    assert name in answer.answer
