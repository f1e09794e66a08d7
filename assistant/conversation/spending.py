"""What a question would have the award spent on."""

from __future__ import annotations

import re

_USE = re.compile(
    r"(?:用来|用于|用在|用到|花在|花到|拿来|拿去|发给|分给|拨给|(?:资金|奖励|奖金|钱|款|经费|补贴).{0,4}(?:能|可以|可否|可不可以|能不能|去|给|来)?)"
    r"((?:给|盖|修|买|建|还|投|租|付|发|分|搞|补|办|装修|请|招待|出差|组织|做|支付|聘|添|企业|成员|园区|个人|职工|员工|公共)[^吗么?？,，。]{0,16})"
)
_TRAILING = re.compile(
    r"(?:这样|这么)?(?:可以|行|成|允许|合适|合规|违规|违不违规|合不合规|可不可以|行不行|能行|算不算|对不对|好不好|的吧|的)*(?:不|吧)?$"
)


def award_use(text: str) -> str | None:
    """What `text`, folded, would spend the award on; None where it names nothing."""
    match = _USE.search(text)
    if not match or re.search("什么|哪|怎么|啥|谁", match.group(1)):
        return None
    return _TRAILING.sub("", match.group(1)).strip() or None
