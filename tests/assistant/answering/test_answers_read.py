"""Answers as an official reads them: the first sentence answers, the verdict fits, the clause is the right one."""

from __future__ import annotations

import re
from datetime import date

import pytest

from assistant.answering import consequences, doers, unstated
from assistant.answering.service import Assistant
from index.corpus import load_corpus

_DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("question", "verdict", "first", "cited"),
    [
        ("促进组织是去年才注册的，有没有成立年限要求", None, "没有规定", "初赛 4.3"),
        ("申报要交钱吗", None, "没有规定", "第八条"),
        ("集群称号有没有期限", "no", "没有具体规定", "第十四条"),
        ("决赛的报告要不要写实施方案", "no", "^不用", "初赛 五"),
        ("初赛要不要交实施方案", "yes", "^要", "初赛 五"),
        ("2020年7号文还管用不", "no", "已经废止", "结语"),
        ("湘潭有没有世界级集群", None, "没有写", "附件2"),
        ("中小企业特色产业集群条件", None, "30亿元.*60%.*5家", "第六条"),
        ("14个还是15个？", None, "15个.*14个", "第二项"),
        ("我们集群主导产业产值比总产值还大，会有什么问题", None, "^填得不对", "初赛 2.1 集群总产值（亿元）"),
        ("增幅能填负数吗", "yes", "^可以", "初赛 2.1 集群总产值（亿元）"),
        ("比重超过100行不行", "no", "^不行", "初赛 2.1 集群主导产业产值占全省该产业的比重（%）"),
        ("半年报晚交了会被摘牌吗", "conditional", "没有写.*后果", "第十四条"),
        ("复核没过会怎样", None, "^会撤销称号", "第十四条"),
        ("复核没通过称号还在吗", "no", "^会撤销称号", "第十四条"),
        ("园区管委会可以当促进组织吗", "conditional", "没有限定", "第六条（四）"),
        ("5G归哪条链", None, "^归“5G应用”", "附件2 5G应用"),
        ("名单里的新韶县是不是写错了", "yes", "“新韶县”应为“新邵县”", "附件4 序号7"),
        ("招商引资归哪个部门牵头", None, "^牵头单位是省商务厅", "二（五）"),
        ("研发经费增速怎么算", None, "没有写明", "初赛 2.4 集群研发经费（亿元）"),
        ("炎陵县一个集群都没有，是不是就不能报先进制造业集群", "no", "^不是这样：可以", "第十六条"),
        ("江永县没列入名单，要不要报半年报", "no", "^不用", "第十三条"),
        ("跨市申报，两个市都得初审吗", "no", "^不用", "第八条"),
        ("不是中小企业特色产业集群，中小企业占比那行可以不填吧", "yes", "^不用填", None),
        ("每年集中授牌是省政府授吗", "no", "^不是省政府", "第十二条"),
        ("决赛几年一次", None, "没有写几年一次", "第十一条"),
    ],
)
def test_first_sentence_answers(
    assistant: Assistant, question: str, verdict: str | None, first: str, cited: str | None
) -> None:
    answer = assistant.ask(question, as_of=_DAY)
    sentence = answer.answer.splitlines()[0]
    assert re.search(first, sentence), sentence
    assert answer.verdict == verdict
    assert cited is None or cited in {citation.locator for citation in answer.citations}


def test_columns_asked_for_stand_beside_each_name(assistant: Assistant) -> None:
    answer = assistant.ask("株洲几个省级集群，分别哪些园区承载").answer
    assert "株洲先进陶瓷产业集群（核心承载园区：醴陵经开区）" in answer
    assert "有集群6个，另有培育对象1个" in answer


def test_no_sentence_twice(assistant: Assistant) -> None:
    lines = assistant.ask("竞赛有没有门槛", as_of=_DAY).answer.splitlines()
    assert len(lines) == len(set(lines))


def test_data_quote_their_clauses() -> None:
    corpus = load_corpus()
    places = [(item.doc, item.locator, item.quote) for item in unstated.aspects()]
    places += [cite for entry in consequences.known() for cite in entry.cites]
    places += [cite[1:] for entry in consequences.known() for cite in entry.more]
    places += [entry.cite for entry in doers.known()]
    missing = [
        place
        for place in places
        if corpus.documents[place[0]].clause(place[1]) is None
        or place[2] not in corpus.documents[place[0]].full_text(place[1])
    ]
    assert not missing
