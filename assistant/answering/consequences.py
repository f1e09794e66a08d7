"""What follows where something was not done (复核没过会怎样), or that no document says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold, read_yaml
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer, Verdict

_ASKS = re.compile(
    r"问责|约谈|追责|处分|会(?:怎么?样|怎样|怎么处理|咋样|如何|怎么办|有什么)|怎么办|怎么弄|怎么搞|咋办|咋整|(?:要|用|得)(?:不用|不要)?重新|要不要重|要退|退吗|退不退|退回|报备|备案|上报|告诉|告知|通知|负什么责|什么责任|怎么处理|如何处理|怎么弄|后果|处理办法|怎么样[?？]?$|怎样[?？]?$|会不会|"
    r"(?:会|要|就|被|得|能|是不是)(?:不会)?(?:被)?[^，。,]{0,4}(?:摘牌|摘|撤|取消|处罚|罚|通报|批评|追责|问责|退回|打回|收回|淘汰|扣|作废|拿掉|没戏|除名|刷)|"
    r"影响(?!力)|允许|要紧|有事|没事|碍事|严重|(?:有|会有)(?:什么|没有)?(?:后果|问题|惩罚|处罚|罚则)|称号(?:还|会)|还保|保得住|保不住|(?:身份|资格|称号|名头|牌子|培育对象)(?:还|要|会|就|是不是|能)?(?:不|没)?(?:在不在|在|算|留|有|丢|没|作废)"
)

_HARMLESS = re.compile(
    r"还(?:能|可以)(?:再|继续)?(?:往上|接着)?(?:报|推|参|用|挂|算|留)|没事|不要紧|没关系|还(?:能|可以)?保|保得住|称号还(?:在|有|算)|没(?:有|什么)?影响|不(?:会|至于|一定会)|照样|仍然?有效"
)
_OF_A_FORM = re.compile(r"初赛|决赛|\d")


@dataclass(frozen=True)
class _Consequence:
    """What follows from something, see `corpus/lexicon/consequences.yaml`."""

    words: re.Pattern[str]
    none: re.Pattern[str]
    text: str
    stated: bool
    told: bool
    verdict: Literal["yes", "no", "conditional"]
    cites: tuple[tuple[str, str, str], ...]
    more: tuple[tuple[str, str, str, str], ...]


@lru_cache(maxsize=1)
def known() -> tuple[_Consequence, ...]:
    """What `corpus/lexicon/consequences.yaml` holds, in its order."""
    return tuple(
        _Consequence(
            re.compile(entry["words"]),
            re.compile(entry.get("none", "(?!)")),
            entry.get("stated") or entry["silent"],
            "stated" in entry,
            "stated" in entry or entry.get("near", False),
            entry.get("verdict", "conditional"),
            tuple(map(tuple, entry["cites"])),
            tuple(map(tuple, entry.get("more", ()))),
        )
        for entry in read_yaml("lexicon", "consequences.yaml")
    )


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell what follows, first; None where the question asks for no consequence, or of nothing known."""
    text = fold(plan.standalone)
    of_a_clause = any(not _OF_A_FORM.match(locator) for locator in plan.locators)
    if of_a_clause or not _ASKS.search(text):
        return None
    found = next((c for c in known() if c.words.search(text) and not c.none.search(text)), None)
    if found is None:
        return None
    composer.add(f"{found.text}{_marks(found.cites, composer)}。\n")
    for sentence, *cite in found.more:
        composer.add(f"{sentence}{_marks([cite], composer)}。\n")
    if not found.stated:
        composer.add(WHOM_TO_ASK)
    if not found.told:
        return composer.build("no_evidence")
    return composer.build("answered", _verdict(plan, found))


def _marks(cites: Sequence[Sequence[str]], composer: Composer) -> str:
    return "".join(composer.cite(doc, locator, quote) for doc, locator, quote in cites)


def _verdict(plan: Plan, found: _Consequence) -> Verdict | None:
    """Yes where the consequence stands in a document; a question whether it may be left alone asks the opposite."""
    reading = read(plan.standalone)
    if not reading.polar:
        return None
    if found.verdict == "conditional":
        return "conditional"
    # 会不会 asks and denies nothing
    asked = reading.asked.replace("会不会", "会")
    return "no" if _HARMLESS.search(asked) else "yes"
