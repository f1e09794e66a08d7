"""Questions that the published lists answer, as people put them."""

from __future__ import annotations

import pytest

from assistant.answering.service import Assistant
from assistant.conversation.reasons import without_reason


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("湘西州有没有", "没有列入", "范围"),
        ("醴陵呢", "株洲先进陶瓷产业集群", "范围"),
        ("桃江是不是培育对象", "桃江县生态竹木制造特色产业集群", "没有列入"),
        ("株洲有几个上了榜的，名字都列给我，写汇报用", "株洲芦淞区服饰特色产业集群", "报告"),
        ("长沙和株洲谁的集群多", "长沙市6个", "规划"),
        ("哪个市的集群最多", "益阳市", "规划"),
        ("哪些市州一个都没有", "没有列入的是湘西土家族苗族自治州", "办法"),
        ("郴州除了永兴还有哪些", "嘉禾县铸(锻)造特色产业集群", "永兴"),
        ("促进组织里叫联盟的有哪些", "合计6个", "长沙市智能汽车"),
        ("哪几个集群的促进组织不是协会中心，直接就是公司", "培育对象4个", "浮标"),
        ("国家初赛胜出的是哪几个集群", "集群2个", "储能"),
        ("跨市的集群有哪些", "湖南省输变电产业集群", "陶瓷"),
        ("生物医药有两个，一个在浏阳，另一个在哪", "张家界", "浏阳经开区"),
        ("娄底的集群都在哪些园区", "新化高新区", "没有"),
        ("花炮烟花有没有上榜", "没有列入与“花炮烟花”有关的集群", "范围"),
        ("2024年认定的有哪些", "没有2024年的名单", "先进储能"),
        ("新化电子陶瓷产业服务中心是哪个集群的", "娄底(新化)先进陶瓷制造产业集群", "株洲"),
        ("岳阳绿色化工是先进制造业集群吗", "不是", "条件"),
        ("岳阳绿色化工不是早就是省级先进制造业集群了么？我看汇报材料里都这么写", "不是", "条件"),
        ("我们安化的黑茶算是省里认定了的还是只是个培育对象啊", "中小工业企业特色产业集群", "评审"),
        ("韶山搞碳基的跟益阳搞碳基的，各算哪一类", "益阳先进碳基材料产业集群", "范围"),
        ("做碳基材料的有两个，分别在哪", "益阳", "范围"),
        ("浮标产业的促进组织", "临湘市浮标协会", "第五条"),
        ("娄底除了双峰的还有谁", "合计3个", "双峰"),
        ("第一批里名字带“新材料”的", "洪江区精细化工新材料", "规划"),
        ("岳阳临港那个打印机集群在2023年的名单里叫什么名字", "智能打印及应用系统", "没有2023年"),
        ("中小特色的培育对象第一批一共多少个", "培育对象15个", "有关"),
    ],
)
def test_what_lists_tell(assistant: Assistant, question: str, told: str, untold: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.answer
    assert untold not in answer.answer
    assert any(citation.doc == "list-2022" for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("复核多久一次，写材料要用", "复核多久一次"),
        ("怀化有几个集群，领导催着要", "怀化有几个集群"),
        ("领导问，写材料", "领导问，写材料"),
        ("第六条要求写什么，报告怎么写", "第六条要求写什么，报告怎么写"),
    ],
)
def test_why_it_is_asked_is_left_out(question: str, asked: str) -> None:
    assert without_reason(question) == asked
