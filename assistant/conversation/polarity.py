"""Which way round a question is put: whether it asks yes or no, in what mood, and whether it denies the act it asks about.

A rule decides about an act (to go through the city bureau). A question asks in some mood (may, must, is) and may deny
the act (不经过市里), the need (不用), the leave (不能), or ask whether it does harm. The parity of these denials turns
the rule's yes or no into the one to the question as it was put.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.conversation.lexicon import fold, read_yaml
from assistant.eligibility.outcome import Verdict

Mood = Literal["may", "must", "is"]
Norm = Literal["duty", "free", "open"]

_END = r"(?=[，。？！；,?!;: )）]|$)"
# 能不能, 支持不支持: the verb said twice.
_TWICE = re.compile(r"([一-鿿]{1,3}?)(?:不|没)(?=\1)")
_LAST = r"(?=[。？！?!]*$)"
_TAIL = re.compile(
    rf"(?<![什怎多那这要])(?:吗|么|嘛|吧|呗)(?:的|啊|呀|呢|哦)?{_END}|(?<![什怎多那这要])(?:不|没有|没|否)(?:的|啊|呀|呢|哦)?{_LAST}"
)
# What is said around a question and asks nothing.
_COURTESY = re.compile(
    r"[，。!！,\s]*(?:谢谢|多谢|麻烦|辛苦|请问|急|在线等|求助|求解答|请教)[^，。？?]{0,8}[。!！]*$"
)
_ASKING = re.compile(r"能否|可否|是否|有无|得不得|难道|莫非|行得通|有没有|没有可能")
# Words that ask for something other than yes or no.
_OPEN = re.compile(
    r"什么|哪(?!怕)|谁|怎(?!么没)|如何|咋|多久|多少|多长|多大|几[个家条项次年月号天份种类章]|为何|为啥|啥|何时"
)
# An asking word inside (晚几天, 几个人的工资) does not make it another question.
_YES_NO_AFTER_ALL = re.compile(
    r"吗$|吧$|有没有|是不是|是否|会不会|能不能|(?:能|可以|会|要|得|算).*(?:不|没)$"
)
_BARE_TAG = re.compile(
    r"^(?:这样?|那样?|也|还|是|这么|那么)*(?:做|报|办|操作|理解|说)?(?:可以|行得通|行|成|允许|合规|合适|合乎规定|符合规定|合规矩|好|有戏|没问题|对|要得|能行|可行|算数|违规|要紧|有影响)(?:的)?(?:吗|么|吧|嘛)$"
)
# 「……，哪条写的」 asks for the clause beside the question itself.
_SOURCE_ASKED = re.compile(r"^.{0,6}(?:哪一?条|第几条|什么依据|出处|哪里规定|依据是|哪个文件)")
_CHOICE = re.compile(r"还是(?!能|可以|要|得|会|不|没|有)")
# 「……，对吗」, 「是不是……」: what is stated is what is asked.
_CONFIRMS = re.compile(
    rf"(?:对|是|真|没错|属实|正确|准确|成立|说得通|是真)(?:的)?(?:吗|吧|么|不|嘛){_END}"
    r"|对不对|是不是|是否|是这样|(?:这|那)(?:么|样)(?:理解|说|讲|认为)|说法|莫非|不是.{1,20}吗|没错吧|(?:就|都)(?=不能|不可|不准|没|无法)"
)
# 「……，行不行」: whether what was said before is allowed.
_PERMITS = re.compile(
    rf"(?:^|[，,\s]|这样?|那样?|也|还|能)(?:可以|行|行得通|成|允许|合规|合规矩|符合规定|合乎规定|合适|好|有戏|没问题|要得|可行|能行)(?:的)?(?:不|吗|么|吧|嘛){_END}"
)
_RHETORICAL = re.compile(
    r"难道(?:说)?([^，。,?]{0,8}?)(?:就|都|也)?(?=不能|不可以|不准|没资格|不行|不许)|难道"
)
_REFUSED = re.compile(rf"[，,\s]?(?:也|还|就)?(?:不(?:行|可以|成|允许)|不可)(?:的|了)?(?:吗|么|吧|嘛){_END}")
_HARM = re.compile(
    r"影响(?!力)|妨碍|耽误|要紧|碍事|卡(?:住|壳|脖|吗)|过不了|通不过|打回|退回|泡汤|黄了|白(?:忙|报)|出局|进不去|报不了|连累|吃亏|(?:有|会有|产生)(?:什么)?(?:后果|问题)|违规|犯规|违反|不合规|"
    r"(?:被|遭|挨).{0,3}(?:批评|处罚|罚|通报|追责|问责|取消|拒|否决|淘汰|刷|卡)|一票否决|取消.{0,6}资格|没戏|超(?:标|额|限|了)|有(?:什么)?障碍|有(?:什么)?限制"
)
_HARMLESS = re.compile(
    r"(?:不|没|无)(?:会)?(?:有|受|算|被)?(?:什么)?(?:影响|妨碍|要紧|碍事|关系|后果|问题|障碍|违规)"
)
_MUST = re.compile(
    r"必须|务必|一定(?!能|会|可以|被)(?:要|得)?|硬(?:要|让|逼)|逼着|非(?:得|要)|用得着|只能|只有.{1,20}才|才(?:能|可以|行|有资格|算)|需要?(?!求)|"
    r"得(?=先|要|有|由|经|向|去|通过|交|报|把|市|县)|应(?:该|当)?(?=.{1,20}(?:吗|么|吧))|硬性|强制|强迫|摊派|缺一不可|(?:都|还|也|就|先|是|会)(?:得|要)(?!求|紧|素|么|是)|"
    r"(?<![不重主只需将想首纲简打])要(?=.{0,24}(?:吗|么|嘛|吧))(?!求|紧|素|么|是)"
)
_NEED_NOT = re.compile(r"不(?:用|必|需要?|须|是必须|一定)|无需|无须|用不着|没必要|免(?:得|去|了|掉)(?!费)")
_MAY_NOT = re.compile(
    r"(?<![拿说吃])不(?:能|可以|得|准|许|允许|让|可能|予)(?!超过|不)|没(?:有)?(?:资格|办法|法|机会|可能)|无法|禁止(?!类|目录|、)|报不了|(?:评|选|当|拿|做|参加|报名)不(?:上|了|成|到)(?!什么)|不可(?=[吗么吧？?]|$)"
)
_MAY = re.compile(
    r"(?<![智功性节产技职效热])能(?![力源耗量级动])|可以|允许|够格|资格|来得及|(?<![执实履发进])行(?![业政动使文])|成[吗不么]|许可|机会"
)
_ALWAYS = re.compile(
    r"一定|肯定|必然|必定|自动|个个|全都|所有|每个|统统|保证|百分之百|必会|(?<!大)都(?=会|能|可以|被|有|得|要)"
)
_INSISTS = re.compile(r"非(?!常|法|物质|营利)(.{1,16})不(?:可|行)")
# 「要求必须报，合规吗」 asks if one may be made to.
_IMPOSED = re.compile(
    r"(?:必须|强制|硬性|摊派|强迫|逼|至少)(?![^。?]*不(?:报|申报|参|想|愿))[^。?]{0,16}(?:合规|合法|合理|合适|对|有依据|站得住脚)(?:的)?(?:吗|不|么|吧)"
)
# No denials, though they hold a word that denies.
_NO_DENIAL = re.compile(
    r"不(?:过(?=[，,])|但|仅|管|论|同一|足|好意思|知道?|清楚|太清楚|明白|了解|确定|懂|晓得|妨|如(?!实)|超过|止)|差不多|对不起|没关系(?=[，,])|未来"
)
_DENY = re.compile(
    r"(?:不|没有?|未|别(?!的|人|处)|拒绝|放弃|免(?!费))(?:想|愿意?|打算|准备|再|去|来|按时|参加|会|被|会被|能)?$"
)
_CLAUSE = re.compile(r"[，。？！；,?!;\s]+")


@dataclass(frozen=True)
class Reading:
    """How a question is put.

    Attributes:
        asked: the question, folded.
        clauses: its clauses, folded, without asking doublings (能不能 → 能).
        asking: the one that asks, "" where none does.
        polar: it asks yes or no.
        mood: whether something may be, must be or is so.
        turned: the mood is denied: what it asks is whether one may not, or whether there is harm in it.
        harm: it asks for harm (影响申报吗).
        confirms: it states something and asks whether that is right.
        always: it asks whether it is so for all, or without fail (都会, 一定).
        needless: it asks whether something need not be (不用交吗).
    """

    asked: str
    clauses: tuple[str, ...]
    asking: str
    polar: bool
    mood: Mood
    turned: bool
    harm: bool
    confirms: bool
    always: bool
    needless: bool = False


def read(question: str, *, stated: bool = False) -> Reading:
    """How `question` is put.

    Args:
        question: a stand-alone question.
        stated: take it for a statement whose truth is asked.
    """
    folded = _COURTESY.sub("", fold(question))
    confirms = stated or _CONFIRMS.search(_RHETORICAL.sub(r"\1", folded)) is not None
    plain = _NO_DENIAL.sub("、", folded)
    # 「难道就不能……吗」 asks whether one may, as 「不能……吗」 does
    bare = _INSISTS.sub(r"必须\1", _bare(_RHETORICAL.sub(r"\1", plain)))
    rest = _HARMLESS.sub("", bare)
    asking = _asking(plain)
    # harm that was told before is no question of harm: 去年被刷下来了，今年能再报吗
    feared = _HARMLESS.sub("", asking) if asking else rest
    refused = _REFUSED.search(bare) is not None
    clauses = tuple(part for part in _CLAUSE.split(_REFUSED.sub("吗", bare)) if part)
    denied = _MAY_NOT.search(bare) is not None and (confirms or not _TAIL.search(bare) or _guesses(folded))
    # 「……就报不了吧」 denies leave, it asks for no harm besides
    harm = _HARM.search(_MAY_NOT.sub("", feared) if denied else feared) is not None
    # 「不报不行吗」: leave denied for an act denied; 「直接报不行吗」 only asks for leave
    doubled = refused and any(re.search(r"不(?!行|可|成|允)|没|未|缺", clause) for clause in clauses)
    permits = refused or _PERMITS.search(bare) is not None
    mood: Mood
    # the mood is that of the clause that asks: 「要求必须报，可以不报吗」 asks for leave
    told = asking if _NEED_NOT.search(asking) or _MUST.search(asking) or _MAY.search(asking) else bare
    if _NEED_NOT.search(told) or (_MUST.search(told) and not permits):
        mood = "must"
    else:
        mood = "may" if permits or harm or denied or _MAY.search(told) else "is"
    return Reading(
        asked=folded,
        clauses=clauses,
        asking=_REFUSED.sub("吗", asking),
        polar=stated or is_polar(folded),
        mood="must" if doubled else mood,
        turned=harm != (denied or doubled),
        harm=harm,
        confirms=confirms or (denied and not doubled and _guesses(folded)),
        always=_ALWAYS.search(bare) is not None,
        needless=_NEED_NOT.search(asking or bare) is not None,
    )


def _asking(plain: str) -> str:
    """The last clause that asks yes or no, bare, "" where none does; with the one before it where it only asks for
    leave (……，行不行)."""
    clauses = [clause for clause in _CLAUSE.split(plain) if clause]
    places = [
        i for i, clause in enumerate(clauses) if _is_yes_no(clause) and not _SOURCE_ASKED.search(clause)
    ]
    if not places:
        return ""
    last = places[-1]
    bare = _bare(clauses[last])
    only_leave = last and (_BARE_TAG.search(bare) or _REFUSED.fullmatch(bare))
    return _TWICE.sub("", clauses[last - 1]) + bare if only_leave else bare


def _is_yes_no(clause: str) -> bool:
    return any(pattern.search(clause) for pattern in (_TAIL, _ASKING, _TWICE, _CONFIRMS))


def asking_clause(question: str) -> str:
    """The clause of `question` that asks yes or no, with the one before it where it only asks for leave; all of it
    where none does."""
    folded = _COURTESY.sub("", fold(question))
    return _asking(folded) or folded


def _guesses(folded: str) -> bool:
    """「……吧」 states and asks to agree."""
    return re.search(rf"吧{_END}", folded) is not None


def is_polar(question: str) -> bool:
    """Whether `question` asks yes or no, in the last clause that asks."""
    folded = _COURTESY.sub("", fold(question))
    if _CHOICE.search(folded) and not re.search(r"吗|对不对|是吧|对吧", folded):
        return False
    for clause in reversed(_CLAUSE.split(folded)):
        if _SOURCE_ASKED.search(clause):
            continue
        if _is_yes_no(clause):
            asked = _OPEN.search(clause)
            return asked is None or _YES_NO_AFTER_ALL.search(clause) is not None
        if _OPEN.search(clause):
            return False
    return folded.endswith("?") and _MAY.search(folded) is not None


def _bare(folded: str) -> str:
    """The question without what only asks: 能不能 → 能, 是不是 → 是, 报不 → 报吗."""
    text = _TWICE.sub("", folded)
    text = re.sub(r"能否|可否", "能", text).replace("是否", "是").replace("有无", "有")
    return re.sub(rf"(?<=[一-鿿])(?:不|没有|没|否)(?:啊|呀|呢)?{_LAST}", "吗", text)


@dataclass(frozen=True)
class Act:
    """The act that a topic is about; see `corpus/lexicon/acts.yaml`."""

    norm: Norm
    asked: Literal["done", "undone"]
    harm: bool
    done: re.Pattern[str]
    undone: re.Pattern[str]


@lru_cache(maxsize=1)
def acts() -> dict[str, Act]:
    """The act of every topic of the rules."""

    def pattern(words: list[str]) -> re.Pattern[str]:
        return re.compile("|".join(words) or "(?!)")

    return {
        topic: Act(
            entry["norm"],
            entry.get("asked", "done"),
            entry.get("harm", True),
            pattern(entry.get("done", [])),
            pattern(entry.get("undone", [])),
        )
        for topic, entry in read_yaml("lexicon", "acts.yaml").items()
    }


def denies(topic: str, reading: Reading) -> bool:
    """Whether a clause of the question is about not doing the topic's act, or doing the opposite."""
    act = acts()[topic]
    if reading.asking and (act.done.search(reading.asking) or act.undone.search(reading.asking)):
        return _denies(act, reading.asking)
    return any(_denies(act, clause) for clause in reading.clauses)


def _denies(act: Act, clause: str) -> bool:
    rest = _MAY_NOT.sub("能", clause)
    undone = act.undone.search(rest) is not None
    for match in act.done.finditer(rest):
        undone = undone or _DENY.search(rest[: match.start()]) is not None
    needless = _NEED_NOT.search(rest) is not None and act.norm != "open"
    return undone or needless


def verdict_for(topic: str, decided: Verdict, reading: Reading) -> Verdict:
    """The yes or no to the question as it was put.

    Args:
        topic: topic of the rules.
        decided: the rule's answer to the topic's own question (`assistant.eligibility.engine.TOPICS`).
        reading: how the question is put.
    """
    act = acts()[topic]
    if decided == "conditional":
        return decided
    denied = denies(topic, reading)
    # a rule of what is free denies only what is not (计入省级), voluntariness apart
    if act.norm == "free" and (decided == "yes" or topic == "voluntary"):
        imposed = _IMPOSED.search(reading.asked) is not None
        demanded = (reading.mood == "must" or imposed) and not any(map(_NEED_NOT.search, reading.clauses))
        return "no" if demanded or reading.turned else "yes"
    turned = reading.turned if act.harm or not reading.harm else not reading.turned
    odd = (denied != (act.asked == "undone")) != turned
    return decided if not odd else "no" if decided == "yes" else "yes"
