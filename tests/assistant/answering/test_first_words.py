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
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_first_words_agree_with_the_verdict(assistant: Assistant, line: str) -> None:
    question, verdict, first = line.split("|")
    answer = assistant.ask(question)
    assert (answer.verdict, answer.answer[: len(first)]) == (verdict, first)
