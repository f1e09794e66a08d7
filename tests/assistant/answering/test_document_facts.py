"""Particulars of the documents, their editions, and documents that are not collected."""

from __future__ import annotations

import pytest

from assistant.answering.service import Assistant


@pytest.mark.parametrize(
    ("question", "verdict", "told"),
    [
        ("管理办法是谁搞出来的", None, "由湖南省工业和信息化厅印发"),
        ("办法的落款日期", None, "2021年3月15日"),
        ("办法过了什么会", None, "厅务会审议通过"),
        ("办法是省人大常委会审议的吗", "no", "厅务会"),
        ("名单通知主送哪些单位", None, "各市州工信局"),
        ("集群规划哪年出台的", None, "2022年3月29日"),
        ("规划有没有编号", "no", "没有载明文号"),
        ("汇报里引用规划行吗", "no", "不能当作正式文件引用"),
        ("那篇报纸报道可靠吗", "no", "媒体报道的摘要"),
        ("管理办法是暂行的吧", "no", "不是"),
        ("方案是省政府下发的吗", "yes", "湖南省人民政府办公厅印发"),
        ("参赛报告是几几年的", None, "2023年"),
        ("规划和工作方案谁先出台", None, "最早的是《关于省领导联系"),
        ("名单比管理办法晚出来吗", "yes", "2022年9月2日"),
        ("旧的参赛报告接着用可以吗", "conditional", "以当年工作通知为准"),
        ("那份旧意见是谁发的", None, "省委办公厅、省人民政府办公厅印发"),
        ("湘办发〔2020〕7号从什么时候停用", None, "2021年8月17日起废止"),
        ("办法废止过别的文件吗", "no", "没有写明废止"),
    ],
)
def test_particulars(assistant: Assistant, question: str, verdict: str | None, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert answer.verdict == verdict
    assert told in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("比赛实施办法的全文有吗", "没有收录《湖南省产业集群竞赛实施办法》"),
        ("竞赛通知能下载吗", "没有收录各年竞赛的工作通知"),
        ("规划全文在哪找", "没有收录《湖南省先进制造业集群“十四五”发展规划》的原文"),
        ("奖励资金管理办法哪里能看", "没有收录专项资金和奖励资金"),
        ("82号文期满后会延长吗", "会不会延期，收录的文件没有写"),
    ],
)
def test_not_collected(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "no_evidence"
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    ["办法里写谁初审", "规划里哪个部门管园区", "办法规定几月报材料", "奖励办法谁定", "年报能延期吗"],
)
def test_other_questions_are_no_particulars(assistant: Assistant, question: str) -> None:
    told = assistant.ask(question).answer
    assert "印发" not in told.split("[")[0]
    assert "不会延期" not in told
