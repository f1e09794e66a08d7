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
from assistant.conversation.compound import asks, stands_alone
from assistant.conversation.facts import facts_of
from assistant.conversation.lexicon import fold, read_yaml
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import asking_clause, is_polar, read
from assistant.conversation.topics import strengths
from assistant.eligibility.engine import evaluate
from assistant.models import Answer

# Words that ask whether something is laid down, or how much of it is enough.
_ASKS = re.compile(
    r"要求|限制|规定|限定|标准|下限|上限|门槛|必须|一定|至少|最少|最低|不低于|不少于|多少|几[年个件项名家]|哪家|怎样|何时|什么时候|硬性|条件|资格|"
    r"非得|非要|只能|够|能|可以|行[吗么不]|行不行|影响|要紧|卡|算数|合格|会不会|有戏|要不要|用不用|怎么|是不是|有关系"
)
_DEMANDS = re.compile(
    r"(?:有没有|有无|是否有)(?!影响|妨碍|问题|关系|事|后果|资格|机会|可能|希望|戏)|"
    r"有(?:什么|啥|何)?[^，。,]{0,8}(?:要求|限制|规定|标准|限定|上限|下限|门槛)"
)
_STRUNG = re.compile("[、，,；;。]|而且|并且|又(?=[没不是])")
_LIMIT = re.compile("限制|限定|上限|下限|门槛")
# Topics that are decided by what the cluster is like, and the strength of wording from which they surely are.
_OF_THE_CASE = frozenset({"exclusions", "requirement", "thresholds"})
_SURE = 3.0
# Topics of no one matter: 「……，够条件吗」 asks about what was told.
_GENERAL = frozenset({"conditions"})
# Documents that lay down nothing for the contest, so that the year's notice says nothing of their matters.
_OF_CHAINS = frozenset({"workplan-2021", "plan-2022"})
_NOTICE = "具体竞赛时间及要求以当年工作通知为准"


@dataclass(frozen=True)
class Aspect:
    """Something that is asked for and not laid down, see `corpus/lexicon/unstated.yaml`.

    Attributes:
        name: what it is called.
        words: how a question may speak of it.
        none: what a question that means something else says.
        bare: whether its words alone ask for a rule.
        beside: whether a cluster may be named beside it.
        said: what a document says of it without a figure; "" where none speaks of it.
        has: whether that is a demand of this sort all the same.
        fact: whether it is a fact about one cluster or body, no rule; a cluster may be named beside it then too.
        near: what the nearest clause says.
        doc, locator, quote: that clause.
    """

    name: str
    words: re.Pattern[str]
    none: re.Pattern[str]
    bare: bool
    beside: bool
    said: str
    has: bool
    fact: bool
    near: str
    doc: str
    locator: str
    quote: str


@lru_cache(maxsize=1)
def aspects() -> tuple[Aspect, ...]:
    """The aspects of `corpus/lexicon/unstated.yaml` and `undefined.yaml`, in their order."""
    return tuple(
        Aspect(
            entry["name"],
            re.compile(entry["words"]),
            re.compile(entry.get("none", "(?!)")),
            entry.get("bare", False),
            entry.get("beside", entry.get("fact", False)),
            entry.get("said", ""),
            entry.get("has", False),
            entry.get("fact", False),
            *entry["near"],
        )
        for name in ("unstated.yaml", "undefined.yaml")
        for entry in read_yaml("lexicon", name)
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
                entry["name"], never, never, False, False, "", False, False, said, doc, locator, quote
            )
    return found


def aspect_of(question: str) -> Aspect | None:
    """The aspect that `question` asks for, None where it asks for none."""
    text = fold(_asking_sentence(question))
    return _aspect_in(text, _ASKS.search(text) is not None)


def _aspect_in(text: str, asked: bool) -> Aspect | None:
    for aspect in aspects():
        if aspect.words.search(text) and not aspect.none.search(text) and (aspect.bare or asked):
            return aspect
    return None


def _others(question: str, first: Aspect) -> list[Aspect]:
    """The further aspects of a question that strings several together (刚注册、办公室借的能报吗)."""
    parts = [part for part in _STRUNG.split(fold(question)) if part]
    found = [_aspect_in(part, asked=True) for part in parts] if len(parts) > 1 else []
    return [aspect for aspect in dict.fromkeys(found) if aspect is not None and aspect is not first]


def _decided(plan: Plan, context: Context, day: date) -> bool:
    """Whether the rule of what the cluster is like decides the case as it is told, which no likeness overrules."""
    topic = next(iter(plan.topics), "")
    if topic not in _OF_THE_CASE or strengths(plan.standalone, polar=True).get(topic, 0.0) < _SURE:
        return False
    outcomes = evaluate(facts_of(plan, context.registry, day), context.parameters, (topic,))
    return any(outcome.status in ("met", "not_met", "conditional") for outcome in outcomes)


def _only_told(aspect: Aspect, question: str) -> bool:
    """Whether the aspect is only told of beside a clause that asks about a topic of the rules."""
    asking = asking_clause(question)
    if aspect.bare or asking == fold(question) or aspect.words.search(asking):
        return False
    return bool(strengths(asking, polar=True).keys() - _GENERAL)


def _asking_sentence(question: str) -> str:
    """The last sentence where it openly asks something by itself; else all, since a yes or no is about what was told."""
    last = [sentence for sentence in re.split(r"[。！!；;]", question) if sentence.strip()][-1:]
    return (
        last[0] if last and not is_polar(question) and stands_alone(last[0]) and asks(last[0]) else question
    )


def demands(plan: Plan) -> bool:
    """Whether the question asks in so many words whether something is demanded (有没有……要求)."""
    return _DEMANDS.search(fold(plan.standalone)) is not None


def asked(plan: Plan, context: Context) -> bool:
    """Whether a demand is asked for in so many words, or something that known questions show to be laid down nowhere."""
    return demands(plan) or vote.matter(plan, context) is not None


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Say that no document lays it down, with the nearest clause; None where something else is asked."""
    if plan.locators:
        return None
    aspect = aspect_of(plan.standalone)
    if aspect is not None and _only_told(aspect, plan.standalone):
        return None
    if plan.clusters and (aspect is None or not aspect.beside):
        return None
    if (
        aspect is None
        and plan.kind != "registry"
        and (name := vote.matter(plan, context))
        and not _decided(plan, context, day)
    ):
        aspect = _of_matters()[name]
    if aspect is None:
        return None
    mark = composer.cite(aspect.doc, aspect.locator, aspect.quote)
    if aspect.said:
        composer.add(f"{aspect.name}没有具体规定：文件{aspect.said}{mark}。\n")
    else:
        title = context.corpus.documents[aspect.doc].title
        # facts of one cluster are no rule
        lead = "" if aspect.fact else "没有写明：" if aspect.doc in _OF_CHAINS else "没有规定："
        composer.add(
            f"{lead}收录的文件没有写{aspect.name}。最接近的是《{title}》{aspect.locator}：{aspect.near}{mark}。\n"
        )
    for other in _others(plan.standalone, aspect):
        mark = composer.cite(other.doc, other.locator, other.quote)
        composer.add(f"{other.name}也没有规定：文件{other.said or other.near}{mark}。\n")
    if aspect.doc not in _OF_CHAINS and not aspect.fact:
        notice = composer.cite("measures-2021", "第七条", _NOTICE)
        composer.add(f"每年竞赛的具体要求以当年工作通知为准{notice}。")
    composer.add(WHOM_TO_ASK)
    if not aspect.said:
        return composer.build("no_evidence")
    polar = read(plan.standalone).polar
    asks_for_rule = polar and _DEMANDS.search(fold(plan.standalone))
    # a demand without a figure is no limit: 「年龄有限制吗」
    has = aspect.has and not _LIMIT.search(fold(plan.standalone))
    return composer.build(
        "answered", ("yes" if has else "no") if asks_for_rule else "conditional" if polar else None
    )
