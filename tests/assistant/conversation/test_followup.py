"""What a turn takes from the turn before, and what it does not."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answering.service import Assistant


@pytest.mark.parametrize(
    ("turns", "standalone"),
    [
        (["复核几年一次", "全省有哪些集群？"], "全省有哪些集群？"),
        (["复核几年一次", "长沙有几个"], "长沙有几个集群"),
        (["衡阳有哪些集群", "第十四条"], "第十四条"),
        (["规划提出了几个重点发展方向", "今天天气"], "今天天气"),
        (["促进组织要有什么能力", "帮我写首诗"], "帮我写首诗"),
        (["沅江市有集群吗", "重点任务有几项"], "重点任务有几项"),
        (["长沙有几个先进制造业集群", "初赛和决赛有什么区别"], "初赛和决赛有什么区别"),
        (["道县的集群是什么", "先进制造业集群的定义是什么"], "先进制造业集群的定义是什么"),
        (["株洲有几个集群", "2500字以内包括表格吗"], "2500字以内包括表格吗"),
        (["集群申报的条件是什么", "谁联系人工智能链"], "谁联系人工智能链"),
    ],
)
def test_a_turn_with_its_own_subject_stands_alone(
    assistant: Assistant, turns: list[str], standalone: str
) -> None:
    assert assistant.plan(turns[-1], turns[:-1]).standalone == standalone


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (["复核几年一次", "没通过怎么办"], "撤销称号"),
        (["每年1月底前要交发展情况报告吗", "不交呢"], "有什么后果"),
        (["株洲有哪些先进制造业集群", "那培育对象呢"], "先进电力电子器件"),
        (["邵阳有几个集群", "培育对象有几个"], "邵阳市有"),
        (["实施要素保障行动有哪些部门", "谁负责"], "省发展改革委"),
        (["评上集群有奖励吗", "具体多少"], "《办法》没有写"),
        (["申请报告写好了以后怎么办", "交给谁"], "所在市州工业和信息化局"),
        (["永兴县稀贵金属产业集群在哪个园区", "促进组织呢"], "永兴县稀贵金属产业集群发展促进中心"),
        (["附件4序号6是哪个集群", "它的促进组织呢"], "临湘市浮标协会"),
        (["汨罗那个集群的园区叫什么", "谁牵头"], "汨罗园创高新技术产业发展有限公司"),
        (["县里一般只给一个名额吗", "为什么"], "没有另外说明理由"),
        (["半年报是不是必须的", "没完成会怎么样"], "有什么后果"),
        (["市局收了申报书做什么", "没通过的怎么办"], "不会被推荐"),
        (["复核怎么回事", "多久一次", "没做到呢"], "撤销"),
        (["省公安厅在方案里干什么", "商务厅呢", "贸促会呢"], "经贸"),
        (["软件产业链哪位省领导联系", "生物医药也是他吗"], "谢卫江"),
        (["集群自评报告多少字以内", "园区那份呢"], "3.2"),
        (["单项冠军数量填哪张表", "要不要带证明"], "佐证材料"),
        (["安化黑茶属于哪一类", "桃源那个呢"], "桃源县人机交互智能显示屏"),
        (["决赛促进组织运营情况写多少字", "初赛又是多少"], "1000字"),
        (["检查评估看哪些方面", "多久查一回"], "没有写检查评估多久"),
        (["一个县最多几个集群", "地级市呢"], "没有限制全市"),
        (["名单是哪年印发的", "办法呢"], "2021年3月15日"),
        (["促进组织可以是协会吗", "个体户呢"], "没有限定促进组织"),
        (["公示挂在哪里", "流程呢"], "公示"),
    ],
)
def test_what_a_turn_leaves_out_is_taken_from_the_one_before(
    assistant: Assistant, turns: list[str], said: str
) -> None:
    assert said in "".join(assistant.ask(turns[-1], turns[:-1]).answer.split("\n")[:2])


@pytest.mark.parametrize(
    ("question", "verdict", "said"),
    [
        ("集群认定后多长时间要复核啊，没通过怎么办", None, ("每三年", "撤销")),
        ("办法哪年到期，到期了还能按它申报吗", "conditional", ("2026年3月15日", "竞赛通知")),
        ("我们是衡东县，想报先进制造业集群，要什么条件", None, ("产业特色明显", "开放合作水平高")),
        ("协会能牵头吗", "yes", ("没有限定",)),
        ("两个集群合并成一个报行不行", "conditional", ("没有写几个集群能不能合并",)),
        ("毛伟明是不是联系轨道交通", "yes", ("毛伟明",)),
        ("许达哲联系生物医药链吗", "no", ("谢卫江",)),
        ("贸促会牵头开放合作吗", "no", ("省商务厅",)),
        ("常德有没有特色集群", None, ("没有中小企业特色产业集群",)),
        ("第六条四、五两项讲什么", None, ("治理机制", "要素集聚")),
    ],
)
def test_an_answer_holds_all_that_was_asked(
    assistant: Assistant, question: str, verdict: str | None, said: tuple[str, ...]
) -> None:
    answer = assistant.ask(question, as_of=date(2026, 6, 1))
    assert answer.verdict == verdict
    assert all(words in answer.answer for words in said)
