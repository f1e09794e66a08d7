"""The first words of an answer: the yes or no to the question as it was put, in words that fit it."""

from __future__ import annotations

import pytest

from assistant.answering.service import Assistant

CASES = """
难道企业不能自己申报集群吗|no|不可以：
企业是不是就不能自己申报|yes|是的：不能
不是促进组织就报不了吧|yes|是的：不能
没有促进组织行吗|no|不可以：
没有促进组织就不行了吗|yes|是的
只有促进组织才能申报，对吗|yes|是的
是不是非得先成立促进组织|yes|是的
园区管委会自己报要得不|no|不可以：
可不可以不参加竞赛|yes|可以：
不报也行吧|yes|可以：
每个县是否必须申报|no|不是必须
是不是必须申报集群|no|不是
难道一定要联合申报吗|no|不是必须：
是否必须联合申报|no|不是必须：
不联合也行吧|yes|可以：
是不是非得市里推荐才行|yes|是的
不经过市里也行吧|no|不可以：
没通过市里初审就不行了吗|yes|是的
用不用先报市工信局|yes|是的
难道不能直接报省厅吗|no|不可以：
可不可以不经市里直接报省厅|no|不可以：
没有市里的推荐行吗|no|不可以：
初赛过了就是省级集群了吧|no|不是：
用不用先当培育对象|yes|是的：
培育对象是不是自动转成集群|no|不是这样：
只有培育对象才能参加决赛，对吗|yes|是的：
没当过培育对象可不可以直接打决赛|no|不可以：
用不用复核|yes|要，
可不可以不参加复核|no|不可以：
评上以后是不是就不用复核了|no|不是这样：
难道培育对象不用交半年报吗|no|要的：
半年报是否必须交|yes|是的
不交半年报也行吧|no|不可以：
该不该公示|yes|要，
名单不公示也行吧|no|不可以：
六个条件是不是必须都满足|yes|是的
差一个条件也行吧|no|不可以：
没有办公场所证明就不行了吧|yes|是的
县政府不盖章行吗|no|不可以：
市里是不是必须办竞赛|no|不是必须：
省级集群就一定能推荐上国家级吧|no|不一定：
落选了就不能再报了吧|no|不是这样：可以
我们的产业算限制类，不是淘汰类，能不能报|no|不可以：
材料可不可以估一个数|no|不可以
必须政府出面申报，协会报不了，对吧|no|不是这样：政府
市里先办一场，赢了的直接算省级的，可以吗|no|不可以：
正式集群才有奖励，培育对象没有，是吧|no|不是这样：
市工信局初审不合格还能往上报吗|no|不会
Is it mandatory to be a trainee first?|yes|是的
Can trainees skip the half-year report?|no|不可以：
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_first_words_agree_with_the_verdict(assistant: Assistant, line: str) -> None:
    question, verdict, first = line.split("|")
    answer = assistant.ask(question)
    assert (answer.verdict, answer.answer[: len(first)]) == (verdict, first)


@pytest.mark.parametrize(
    "question",
    [
        "申报材料要不要公证",
        "奖励资金要不要交税",
        "专利要有几件",
        "复核要交哪些材料",
        "可以网上申报吗",
        "能不能请中介代写材料",
    ],
)
def test_what_no_document_states_is_not_told(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "no_evidence"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("公告授牌几年一次", "每年一次"),
        ("每个县能纳入几个", "原则上不超过1个"),
        ("复核几年一次", "每三年复核一次"),
        ("集群分几类", "分两类"),
    ],
)
def test_what_sounds_alike_and_is_stated_is_told(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert told in answer.answer.splitlines()[0]
