"""Words of speech that open a question and say nothing (喂你好，那个我想问一下就是), as voice input keeps them."""

from __future__ import annotations

import re

_ALWAYS = (
    r"喂|嗯+|呃+|额+|诶|哎|哦|那啥|然后(?!呢)|就是说?(?!不)|你好|您好|请问(?:一下)?|打扰(?:一下|了)?|老师|"
    r"(?:我|我们)?(?:就|再)?(?:想|要)?(?:请教|咨询|问)(?:一下|下)?(?:你们?|您)?(?:个事儿?|个问题)?(?:就是|啊|哈)?|"
    r"(?:领导|局长|主任|书记|县长|上面|上级)(?:今天|刚才|突然)?(?:让|叫|要|喊|催)(?:我|我们)?(?:来|去)?(?:报|查|问|了解|统计|确认)(?:个|一下|下)?(?:数|情况|清楚)?|"
    r"我(?:就)?想(?:问|知道)(?:一下|下)?|麻烦(?:你|您)?(?:问|看|说)?(?:一下)?|[啊呀哈嘛，,、。\s]"
)
# 那个 points at something said before, unless speech goes on with another opening
_OPENING = re.compile(rf"^(?:{_ALWAYS}|那个(?=我|咱|请|就|那|[，,]|{_ALWAYS}))+")
_AFTER_ONE = re.compile(r"^(?:那个|这个)(?=我们|咱们|链长|园区|企业|市里|省里|县里|集群.{12})")
_LEAST = 8  # characters that must be left to ask something


def without_fillers(question: str) -> str:
    """`question` without its opening words of speech; itself where little else is left.

    >>> without_fillers("喂你好那个我想问一下就是复核没通过会怎么样啊")
    '复核没通过会怎么样啊'
    >>> without_fillers("那个什么时候交")
    '那个什么时候交'
    """
    opening = _OPENING.match(question)
    if not opening:
        return question
    rest = _AFTER_ONE.sub("", question[opening.end() :])
    return rest if len(re.sub(r"\W", "", rest)) >= _LEAST else question
