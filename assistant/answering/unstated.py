"""What is asked for and no document lays down: how old a promotion organisation must be, fees, fonts, copies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.answering import vote
from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold, read_yaml
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer

# Words that ask whether something is laid down, or how much of it is enough.
_ASKS = re.compile(
    r"要求|限制|规定|限定|标准|下限|上限|门槛|必须|一定|至少|最少|最低|不低于|不少于|多少|几[年个件项名家]|哪家|怎样|何时|什么时候|硬性|条件|资格|"
    r"够|能|可以|行[吗么不]|行不行|影响|要紧|卡|算数|合格|会不会|有戏|要不要|用不用|怎么|是不是|有关系"
)
_DEMANDS = re.compile(r"有没有|有无|是否有|有(?:什么|啥|何)?[^，。,]{0,8}(?:要求|限制|规定|标准|限定)")
_LIMIT = re.compile("限制|限定|上限|下限")
_NOTICE = "具体竞赛时间及要求以当年工作通知为准"


@dataclass(frozen=True)
class Aspect:
    """Something that is asked for and not laid down, see `corpus/lexicon/unstated.yaml`.

    Attributes:
        name: what it is called.
        words: how a question may speak of it.
        none: what a question that means something else says.
        bare: whether its words alone ask for a rule.
        said: what a document says of it without a figure; "" where none speaks of it.
        has: whether that is a demand of this sort all the same.
        near: what the nearest clause says.
        doc, locator, quote: that clause.
    """

    name: str
    words: re.Pattern[str]
    none: re.Pattern[str]
    bare: bool
    said: str
    has: bool
    near: str
    doc: str
    locator: str
    quote: str


@lru_cache(maxsize=1)
def aspects() -> tuple[Aspect, ...]:
    """The aspects of `corpus/lexicon/unstated.yaml`, in its order."""
    return tuple(
        Aspect(
            entry["name"],
            re.compile(entry["words"]),
            re.compile(entry.get("none", "(?!)")),
            entry.get("bare", False),
            entry.get("said", ""),
            entry.get("has", False),
            *entry["near"],
        )
        for entry in read_yaml("lexicon", "unstated.yaml")
    )


@lru_cache(maxsize=1)
def _of_matters() -> dict[str, Aspect]:
    """The aspects of `corpus/questions/unstated.yaml` by name; one of the lexicon stands for its namesake."""
    found = {aspect.name: aspect for aspect in aspects()}
    never = re.compile("(?!)")
    for entry in read_yaml("questions", "unstated.yaml"):
        if "near" in entry:
            doc, _, locator = entry["at"].partition("#")
            said, quote = entry["near"]
            found[entry["name"]] = Aspect(
                entry["name"], never, never, False, "", False, said, doc, locator, quote
            )
    return found


def aspect_of(question: str) -> Aspect | None:
    """The aspect that `question` asks for, None where it asks for none."""
    text = fold(question)
    asked = _ASKS.search(text) is not None
    for aspect in aspects():
        if aspect.words.search(text) and not aspect.none.search(text) and (aspect.bare or asked):
            return aspect
    return None


def demands(plan: Plan) -> bool:
    """Whether the question asks in so many words whether something is demanded (有没有……要求)."""
    return _DEMANDS.search(fold(plan.standalone)) is not None


def asked(plan: Plan, context: Context) -> bool:
    """Whether a demand is asked for in so many words, or something that known questions show to be laid down nowhere."""
    return demands(plan) or vote.matter(plan, context) is not None


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Say that no document lays it down, with the nearest clause; None where something else is asked."""
    if plan.locators or plan.clusters:
        return None
    aspect = aspect_of(plan.standalone)
    if aspect is None and plan.kind != "registry" and (name := vote.matter(plan, context)):
        aspect = _of_matters()[name]
    if aspect is None:
        return None
    mark = composer.cite(aspect.doc, aspect.locator, aspect.quote)
    if aspect.said:
        composer.add(f"{aspect.name}没有具体规定：文件{aspect.said}{mark}。\n")
    else:
        title = context.corpus.documents[aspect.doc].title
        composer.add(
            f"没有规定：收录的文件没有写{aspect.name}。最接近的是《{title}》{aspect.locator}：{aspect.near}{mark}。\n"
        )
    notice = composer.cite("measures-2021", "第七条", _NOTICE)
    composer.add(f"每年竞赛的具体要求以当年工作通知为准{notice}。{WHOM_TO_ASK}")
    if not aspect.said:
        return composer.build("no_evidence")
    polar = read(plan.standalone).polar
    asks_for_rule = polar and _DEMANDS.search(fold(plan.standalone))
    # a demand without a figure is no limit: 「年龄有限制吗」
    has = aspect.has and not _LIMIT.search(fold(plan.standalone))
    return composer.build(
        "answered", ("yes" if has else "no") if asks_for_rule else "conditional" if polar else None
    )
