"""Slips of pinyin input are read as the word that is meant, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.conversation.homophones import Homophones
from index.corpus import load_corpus


@pytest.fixture(scope="module")
def homophones():
    return Homophones(load_corpus())


@pytest.mark.parametrize(
    ("question", "slips"),
    [
        ("集群复合几年一次", {"复合": "复核"}),
        ("授派时间", {"授派": "授牌"}),
        ("竞塞多久搞一次", {"竞塞": "竞赛"}),
        ("研发经费曾速填什么", {"曾速": "增速"}),
        ("管理办法第五调", {"第五调": "第五条"}),
        ("省商务听的职责", {"商务听": "商务厅"}),
        ("复合材料集群能不能申报", {}),
        ("名单有几家", {}),
        ("结果公式要挂几天", {"公式": "公示"}),
        ("产值写高一点，万一被查到怎么办", {}),
        ("从交材料到拿牌子要过哪几关", {}),
        ("旁边同事说要指定一家单位", {}),
        ("省文旅厅承担什么任务", {}),
        ("奖励资金能拿来发补贴吗", {}),
        ("自评报告超字数会扣几分", {}),
        ("什么时候授碑", {"授碑": "授牌"}),
        ("捉进组织和陪育对象", {"捉进组织": "促进组织", "陪育": "培育"}),
        ("撒销称号的情形", {"撒销": "撤销"}),
        ("", {}),
    ],
)
def test_slips(homophones, question, slips):
    assert homophones.slips(question) == slips


@given(st.text(alphabet="集群申报复核县市的吗？，abc1 ", max_size=20))
def test_words_of_the_documents_are_never_touched(homophones, text):
    corrected, slips = homophones.corrected(text)
    assert slips or corrected == text


def test_the_reader_is_told(assistant):
    answer = assistant.ask("集群复合几年一次")
    assert answer.status == "answered"
    assert answer.citations[0].locator == "第十四条"
    assert "“复合”按“复核”" in answer.warnings[0]
    assert answer.question == "集群复合几年一次"
