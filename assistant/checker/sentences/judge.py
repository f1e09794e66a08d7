"""What a sentence states, clause by clause, given where it stands in the draft."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from assistant.checker.labels import flat
from assistant.checker.sentences.facts import BARE, FULL, NONE, NOVEL, PART, grade, novelty
from assistant.checker.sentences.place import Home, elsewhere
from assistant.checker.sentences.split import split_clauses
from assistant.checker.sentences.stance import Stance, achieved, is_past, rhetorical, stance

Scope = Literal["", "plan", "lack"]
Reason = Literal["", "denied", "plan", "other", "elsewhere", "question", "instruction", "vague"]

# A sentence of fewer characters is a heading or a word, not a statement.
_SHORTEST = 6
_ASKS = re.compile(r"[?？]$|(?:吗|呢)[。?？]?$|是否(?!.*已)")
_INSTRUCTS = re.compile(
    r"(?:请|应|须|需)(?:如实|详细|简要|逐[项一条])?(?:写明|填写|填报|列出|列明|说明|注明|提供|补充|介绍|阐述|附)|^(?:此处|本[表栏节项]|注:|说明:|备注|提示|填[写报])|"
    r"^(?:写明|填写|列出|说明|注明)|主要包括[^。]*等(?:情况|机构)|包括[^。]*等(?:各类)?[^。]{0,12}情况|重点(?:介绍|阐述|说明)|简要介绍|字以内|下同[)。]?$"
)
_CONTINUES = re.compile(r"^(?:特别是|尤其是?|包括|以及|或者?|和|及|更|也(?!已)|亦|甚至|连|含)")
_FALLS = re.compile(r"^(?:(?:19|20)\d{2}年)?,?(?:仅|只|更)?(?:降|跌|减|下降|下滑)")
# 但都没有通过: a denial without a matter of its own takes back what stands before it.
_TAKES_BACK = re.compile(
    r"^(?:但是?|然而|不过|却)?(?:(?:19|20)\d{2}年|目前|至今|都|均|也|还|一直|始终|从|尚|仍|依旧)*(?:没有|没|未能?|不曾|从未)[^,]{0,3}$|^(?:但是?|却)[^,]*(?:没有|未)[^,]{0,3}过[^,]{0,6}$"
)
_PROPOSED = re.compile(
    r"^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?(?:[^,:。]{2,12}[,:])?(?:下一步|下一阶段|下阶段|下步|接下来|今后)"
)
_LACKS = re.compile(
    r"^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?[^,。]{0,14}(?:存在|面临)[^,。]{0,12}(?:问题|不足|短板|困难|挑战|差距)[^,]{0,6}[:。]?$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause.

    Attributes:
        text: normal form, without white space.
        stance: what it does with what it speaks of.
        grade: how much it states; see `facts.grade`.
    """

    text: str
    stance: Stance
    grade: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, judged.

    Attributes:
        clauses: its clauses in order.
        reason: why none of it can be evidence, "" where some of it can.
    """

    clauses: tuple[Clause, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence is judged against.

    Attributes:
        last_year: the last year of which the draft can tell; see `stance.planned`.
        repeated: wording that is no fact when merely repeated; see `facts.wording`.
        home: the draft's own places.
    """

    last_year: int
    repeated: frozenset[str]
    home: Home = field(default_factory=Home)


def opens(sentence: str) -> Scope:
    """The scope that a sentence opens for those after it in its paragraph; it is itself no evidence."""
    text = flat(sentence)
    if _PROPOSED.match(text):
        return "plan"
    return "lack" if _LACKS.match(text) else ""


def judge(sentence: str, setting: Setting, scope: Scope = "") -> Judged:
    """Judge a sentence.

    Args:
        sentence: as written.
        setting: what it is judged against.
        scope: `plan` below a heading of plans, `lack` below one of shortcomings.
    """
    text = flat(sentence)
    parts = split_clauses(sentence)
    if _ASKS.search(text):
        return _nothing(parts, "question")
    if _INSTRUCTS.search(text):
        return _nothing(parts, "instruction")
    if scope == "lack" or rhetorical(text):
        return _nothing(parts, "denied")
    if elsewhere(text, setting.home):
        return _nothing(parts, "elsewhere")
    stances = _stances(parts, setting.last_year, scope)
    grades = [
        _grade(clause, kind, setting.repeated) for (clause, _), kind in zip(parts, stances, strict=True)
    ]
    if len(text) <= _SHORTEST:
        grades = [NONE] * len(parts)
    elif FULL in (g for g, kind in zip(grades, stances, strict=True) if kind == "fact"):
        # Beside a fact, what is told in the same sentence is told of the same matter.
        grades = [
            PART if g == BARE and kind == "fact" else g for g, kind in zip(grades, stances, strict=True)
        ]
    clauses = tuple(Clause(c, k, g) for (c, _), k, g in zip(parts, stances, grades, strict=True))
    return Judged(clauses, _reason(clauses))


def _grade(clause: str, kind: Stance, repeated: frozenset[str]) -> int:
    # A figure put into the clause's own words makes no plan.
    if kind == "plan" and novelty(clause, repeated) < NOVEL:
        return NONE
    return grade(clause, repeated)


def _nothing(parts: tuple[tuple[str, str], ...], reason: Reason) -> Judged:
    return Judged(tuple(Clause(clause, "other", NONE) for clause, _ in parts), reason)


def _reason(clauses: tuple[Clause, ...]) -> Reason:
    if any(clause.grade for clause in clauses if clause.stance == "fact"):
        return ""
    reasons: tuple[tuple[Reason, tuple[Stance, ...]], ...] = (
        ("plan", ("plan", "wish")),
        ("denied", ("denied",)),
        ("other", ("other",)),
    )
    for reason, stances in reasons:
        if any(clause.stance in stances for clause in clauses):
            return reason
    return "vague"


def _stances(parts: tuple[tuple[str, str], ...], last_year: int, scope: Scope) -> list[Stance]:
    """The stance of each clause: what follows a plan, a supposition or a denial goes on with it until something stands."""
    out: list[Stance] = []
    carried: Stance = "plan" if scope == "plan" else "fact"
    listed = False  # a colon: what follows spells out the plan or the denial
    for clause, mark in parts:
        kind = stance(clause, last_year)
        if kind == "fact" and carried != "fact":
            stands = achieved(clause, last_year) if carried == "denied" else is_past(clause, last_year)
            falling = carried == "denied" and _FALLS.match(clause)
            if listed or not stands or falling or _CONTINUES.match(clause):
                kind = carried
        if kind != "wish":
            carried = kind
        listed = (listed or mark == ":") and kind != "fact"
        if kind == "denied" and out and out[-1] == "fact" and _TAKES_BACK.match(clause):
            out[-1] = "denied"
        out.append(kind)
    return out
