"""Who does what to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from assistant.answering.llm.gate.evidence import Finding, Given
from assistant.answering.llm.gate.operators import operators
from assistant.answering.llm.gate.vocabulary import NAME, vocabulary
from assistant.answering.llm.gate.wording import canonical
from assistant.answering.llm.gate.words import bigrams, parts, share, shared
from index.analysis import equivalents

_ENDINGS: Final = "厅|局|部(?![门分])|办(?![公法理事好])|委员会|委(?!员会|[一-鿿]{1,5}[部办])|办公室|中心|协会|管委会|链长|省领导|负责人|企业|园区|开发区|部门|专家组?|贸促会|促进会|研究会|支行|联盟|公司|政府"
_ROLES: Final = (
    "省工信厅|(?:各|所在)?市州(?:工信局)?|申报主体|(?:产业)?(?:集群)?(?:发展)?促进组织|承载园区|县政府|省政府|省委(?!员会|[一-鿿]{1,6}[部办])|"
    "领导小组办公室|领导小组|培育对象"
)
_ROLE: Final = "(?:单位|部门|主体|机构|方)(?:名称)?"
_ROLE_OF: Final = re.compile(_ROLE)
_IS: Final = "(?:分别)?(?:是|为|有|包括|:)"
_ASIDE: Final = re.compile(r"\(([^()]*)\)")
_NEXT: Final = 6  # characters: who stands right before the verb
_DUTY: Final = "要"
_TELLING: Final = 3  # pairs of characters: less does not tell what is done
_SAME: Final = 0.5
_CLOSE: Final = 0.15
_SIDE: Final = 4  # characters: a shorter run is shared by chance


@dataclass(frozen=True)
class _Patterns:
    """The patterns of those who do things.

    Attributes:
        body: one of them.
        agent: the doer behind 由.
        beside: those right before a verb.
        first: the one that a part begins with.
        to: the receiver.
        roles: those named by what they do (牵头单位是甲, 甲为牵头单位).
        duty: those who have to do something (甲要…).
    """

    body: re.Pattern[str]
    agent: re.Pattern[str]
    beside: re.Pattern[str]
    first: re.Pattern[str]
    to: re.Pattern[str]
    roles: tuple[re.Pattern[str], ...]
    duty: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    names = {canonical(max(group, key=len)) for group in equivalents()}
    names = {name for name in names if re.search(f"(?:{_ENDINGS})$", name)}
    known = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    body = f"{_ROLES}|(?:省|国家)?(?:{known})|{NAME}{{1,12}}?(?:{_ENDINGS})"
    several = f"(?:{body})(?:(?:、|和|与|及|以及)(?:{body}))*"
    verb = f"(?P<verb>{vocabulary().acts.pattern})"
    return _Patterns(
        body=re.compile(body),
        agent=re.compile(f"由(?P<by>{body}|其|它)"),
        beside=re.compile(f"(?P<mark>(?:[向至到给对][^,;。]{{0,8}}的?)?)(?P<by>{several})$"),
        first=re.compile(f"^(?:先|再|然后|最后|并|且)?(?P<by>{body})(?!的|所在)"),
        to=re.compile(f"(?:至|到|给|向|报|报送)(?:[^,;。、]{{0,6}}所在的?|各)?(?P<to>{body}|市州)(?!所在)"),
        roles=(
            re.compile(f"{verb}{_ROLE}{_IS}(?P<who>{several})"),
            re.compile(f"(?P<who>{several})(?:是|为|作为|担任)[^,;。:]{{0,12}}?{verb}{_ROLE}"),
        ),
        duty=re.compile(f"(?P<who>{several})(?:还|也|都)?(?:要(?!求)|应当|应|必须|须|需要)(?P<what>[^;。]+)"),
    )


@dataclass(frozen=True)
class Act:
    """Somebody's doing.

    Attributes:
        verb: what is done.
        doer: by whom.
        what: what is said behind the verb.
    """

    verb: str
    doer: str
    what: str


def check_doers(text: str, given: Given) -> Iterator[Finding]:
    """Exchanged sides, another doer or receiver than in the evidence."""
    yield from _directed(text, given)
    yield from _doers(text, given)
    yield from _receivers(text, given)


def _directed(text: str, given: Given) -> Iterator[Finding]:
    for verb in vocabulary().directed.finditer(text):
        before, after = text[: verb.start()][-14:], text[verb.end() :][:14]
        found = [
            (statement.text[: other.start()][-20:], statement.text[other.end() :][:20])
            for statement in given.statements
            for other in re.finditer(re.escape(verb.group()), statement.text)
        ]
        lefts, rights = [left for left, _ in found], [right for _, right in found]
        tails = [left[-_NEXT:] for left in lefts if bigrams(left[-_NEXT:])]
        pronoun = before.endswith(("其", "它"))
        stranger = tails and not pronoun and not any(shared(before[-_NEXT:], tail) for tail in tails)
        if stranger and any(shared(tail, text, least=_SIDE - 1) for tail in tails):
            yield Finding("relation", f"exchanged: {text}")
            return
        sides = [(before, lefts, rights), (after[:5], rights, lefts), (after[:10], rights, lefts)]
        for own, straight, crossed in sides:
            wrong = max((len(shared(own, other)) for other in crossed), default=0)
            if wrong >= _SIDE and wrong > max((len(shared(own, other)) for other in straight), default=0):
                yield Finding("relation", f"exchanged: {text}")
                return


def _doers_of(part: str, verb_at: int, before: str) -> list[str]:
    """Who does what the verb at `verb_at` of `part` says; empty where it is not told."""
    told = list(_patterns().agent.finditer(part[:verb_at]))
    if told:
        if told[-1].group("by") in ("其", "它"):
            return [name] if (name := _latest_body(before + part[: told[-1].start()])) else []
        return _patterns().body.findall(part[told[-1].start("by") : verb_at])
    beside = _patterns().beside.search(part[:verb_at])
    if beside and not beside.group("mark"):
        return _patterns().body.findall(beside.group("by"))
    first = _patterns().first.match(part[:verb_at])
    return [first.group("by")] if first else []


def _latest_body(text: str) -> str | None:
    found = _patterns().body.findall(text)
    return found[-1] if found else None


def _acts(text: str) -> Iterator[Act]:
    """What is told of doers in `text`, asides in brackets for themselves."""
    for aside in _ASIDE.findall(text):
        yield from _acts(aside)
    text = _ASIDE.sub("", text)
    yield from _roles(text)
    before = ""
    for part in parts(text):
        refused = [item for item in operators(part) if item.kind in ("forbid", "negative", "exempt")]
        for verb in vocabulary().acts.finditer(part):
            if any(item.covers(verb.start()) for item in refused) or _ROLE_OF.match(part, verb.end()):
                continue  # 企业不能作为申报主体; 甲行动的牵头单位
            behind = re.split("[;。]", text[len(before) + text[len(before) :].find(part) + verb.end() :])[0]
            for doer in _doers_of(part, verb.start(), before):
                yield Act(verb.group(), doer, behind)
        before = text[: text.find(part, len(before)) + len(part)]


def _roles(text: str) -> Iterator[Act]:
    """牵头单位是甲, 甲为牵头单位."""
    for pattern in _patterns().roles:
        for found in pattern.finditer(text):
            for doer in _patterns().body.findall(found.group("who")):
                yield Act(found.group("verb"), doer, "")
    for found in _patterns().duty.finditer(text):
        for doer in _patterns().body.findall(found.group("who")):
            yield Act(_DUTY, doer, found.group("what"))


def _same_body(one: str, other: str) -> bool:
    return one in other or other in one or _short(one) == _short(other)


def _short(name: str) -> str:
    return re.sub(r"^(?:各|所在|该|其)|产业集群发展|集群发展|集群|核心", "", name)


def _doers(text: str, given: Given) -> Iterator[Finding]:
    known: dict[str, list[Act]] = {}
    receivers = [name for statement in given.statements for _, name in _handed(statement.text)]
    for statement in given.statements:
        for act in _acts(statement.text):
            known.setdefault(act.verb, []).append(act)
    agents = {act.doer for acts in known.values() for act in acts}
    for act in _acts(text):
        others = [other.doer for other in _of_the_same(act, known.get(act.verb, []))]
        if others and not any(_same_body(act.doer, other) for other in others):
            yield Finding("relation", f"{act.doer} {act.verb}: {'/'.join(dict.fromkeys(others))}")
        elif (
            act.verb != _DUTY
            and not others
            and any(_same_body(act.doer, name) for name in receivers)
            and act.doer not in agents
        ):
            yield Finding("relation", f"{act.doer} {act.verb}: only receives")


def _of_the_same(act: Act, others: list[Act]) -> list[Act]:
    """Those of `others` that are about the same thing, where the act says what it is about."""
    what = re.split(",", act.what)[0]
    if len(bigrams(what)) < _TELLING:
        return [] if act.verb == _DUTY else others
    alike = [(share(what, other.what), other) for other in others]
    best = max((likeness for likeness, _ in alike), default=0.0)
    return (
        [other for likeness, other in alike if likeness >= best - _CLOSE]
        if best >= _SAME
        else []
        if act.verb == _DUTY
        else others
    )


def _handed(text: str) -> Iterator[tuple[str, str]]:
    """(verb, receiver) pairs told in `text`."""
    for part in parts(text):
        for to in _patterns().to.finditer(part):
            verbs = [match.group() for match in vocabulary().handed.finditer(part)]
            for verb in verbs:
                yield verb, to.group("to")


def _receivers(text: str, given: Given) -> Iterator[Finding]:
    known: dict[str, list[str]] = {}
    for statement in given.statements:
        for verb, receiver in _handed(statement.text):
            known.setdefault(verb, []).append(receiver)
    for verb, receiver in _handed(text):
        others = known.get(verb, [])
        if others and not any(_same_body(receiver, other) for other in others):
            yield Finding("relation", f"{verb} to {receiver}: {'/'.join(dict.fromkeys(others))}")
