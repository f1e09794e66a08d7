"""Yes-or-no questions on a matter of the rules about something that its clause does not say (复核要实地看吗)."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.conversation.lexicon import fold, read_yaml
from assistant.conversation.polarity import asking_clause

_MODAL = (
    r"有(?!效|关|没|无|序|所)|要不要|用不用|需不需要|需要(?!求)|会不会|能不能|可不可以|有没有|必须|一定要|可以|(?<![不重主只])要(?!求|紧|是|么)|"
    r"(?<![不获取值])得(?!到)|(?<![可功性技智节])能(?!力|源|耗)|(?<![社协商学])会(?!议|员|费)"
)
_ASKED = re.compile(rf".*(?:{_MODAL})(?P<act>[^，。？?]+)$")
_END = re.compile(r"(?:行不行|可以不|可以|行|成)?(?:吗|么|嘛|吧|不|没有|没|呢|啊|呀|的|了)*\W*$")
_OTHERS = re.compile(
    r"报告|报表|财报|年报|半年报|季报|月报|总结材料|也|都|还|再|每年|每个?月|自己|我们|你们|他们"
)
# What may be asked of any clause.
_OF_ANY = re.compile("依据|规定|条文|要求|必要|义务|关系|影响|问题|道理|根据|说法|例外|变化|区别|不同")
_LEAST = 2  # characters that name something


@lru_cache(maxsize=1)
def _stated() -> dict[str, re.Pattern[str]]:
    """What the clause of a topic speaks of, for those topics of `corpus/lexicon/acts.yaml` that say so."""
    return {
        topic: re.compile("|".join(entry["states"]))
        for topic, entry in read_yaml("lexicon", "acts.yaml").items()
        if "states" in entry
    }


def asked_beyond(topic: str, question: str) -> str | None:
    """What `question` asks about that the clause of `topic` does not speak of; None where it asks about the clause's own.

    >>> asked_beyond("review", "复核的时候要实地看吗")
    '实地看'
    >>> asked_beyond("review", "每三年都要复核吗") is None
    True
    """
    words = _stated().get(topic)
    match = _ASKED.match(_END.sub("", fold(asking_clause(question))))
    if words is None or match is None:
        return None
    act = match["act"].strip()
    rest = _OTHERS.sub("", act)
    return None if len(rest) < _LEAST or words.search(rest) or _OF_ANY.search(rest) else act
