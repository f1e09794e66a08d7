"""Why somebody asks, beside what is asked: 写汇报用, 领导要, 我看材料里都这么写."""

from __future__ import annotations

import re

_REASON = re.compile(
    r"[，,。；;？?]\s*(?:(?:我|我们|咱)?(?:要|好|正在|在|急着)?写(?:进)?(?:工作)?(?:汇报|材料|文件|请示|报告|总结|方案|公文|简报|信息|发言稿?)(?:里|用|要用|呢)?|"
    r"(?:领导|局长|县长|主任|书记|上面)[^，。,？?]{0,4}(?:要|问|催|让)(?!求|素)(?![^，。,？?]{0,8}(?:不[行成能可会要]|没有|[吗么]))[^，。,？?]{0,10}|(?:挺|比较|很)?(?:着)?急(?:用|的)?|等着用|"
    r"(?:我)?(?:看|见|听)[^，。,？?]{0,8}(?:都|也|就)?(?:是)?这么(?:写|说|讲|报)(?:的)?|帮忙看看|帮我查查|麻烦了)(?:的)?(?=[，,。；;？?！!]|$)"
)
_LEAST = 4  # characters that must be left to ask something


def without_reason(question: str) -> str:
    """The question without the clauses that only tell why it is asked; itself where nothing else is left.

    >>> without_reason("株洲有几个上了榜的，写汇报用")
    '株洲有几个上了榜的'
    """
    rest = _REASON.sub("", question)
    return rest if len(re.sub(r"\W", "", rest)) >= _LEAST else question
