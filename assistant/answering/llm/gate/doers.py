"""Who does what to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.answering.llm.gate.evidence import Finding, Given
from assistant.answering.llm.gate.operators import operators
from assistant.answering.llm.gate.vocabulary import NAME, vocabulary
from assistant.answering.llm.gate.words import bigrams, parts, shared

_BODY: Final = (
    "省工信厅|(?:各|所在)?市州(?:工信局)?|申报主体|(?:产业)?(?:集群)?(?:发展)?促进组织|承载园区|县政府|省政府|省委|"
    "领导小组办公室|领导小组|培育对象|"
    f"{NAME}{{1,12}}?(?:厅|局|委|办公室|中心|协会|管委会|链长|省领导|负责人|企业|园区|开发区|部门|专家组?|贸促会|促进会|研究会|支行|联盟|公司|政府)"
)
_AGENT: Final = re.compile(rf"由(?P<by>{_BODY}|其|它)")
_BESIDE: Final = re.compile(rf"(?P<mark>[向至到给对]?)(?P<by>{_BODY})$")
_FIRST: Final = re.compile(rf"^(?:先|再|然后|最后|并|且)?(?P<by>{_BODY})(?!的|所在)")
_TO: Final = re.compile(rf"(?:至|到|给|向|报|报送)(?:所在|各)?(?P<to>{_BODY}|市州)")
_NEXT: Final = 6  # characters: who stands right before the verb
_SIDE: Final = 4  # characters: a shorter run is shared by chance


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
    told = list(_AGENT.finditer(part[:verb_at]))
    if told:
        if told[-1].group("by") in ("其", "它"):
            return [name] if (name := _latest_body(before + part[: told[-1].start()])) else []
        return re.findall(_BODY, part[told[-1].start("by") : verb_at])
    beside = _BESIDE.search(part[:verb_at])
    if beside and not beside.group("mark"):
        return [beside.group("by")]
    first = _FIRST.match(part[:verb_at])
    return [first.group("by")] if first else []


def _latest_body(text: str) -> str | None:
    found = re.findall(_BODY, text)
    return found[-1] if found else None


def _acts(text: str) -> Iterator[tuple[str, str]]:
    """(verb, doer) pairs told in `text`."""
    before = ""
    for part in parts(text):
        refused = [item for item in operators(part) if item.kind in ("forbid", "negative", "exempt")]
        for verb in vocabulary().acts.finditer(part):
            if any(item.covers(verb.start()) for item in refused):
                continue  # 企业不能作为申报主体
            for doer in _doers_of(part, verb.start(), before):
                yield verb.group(), doer
        before += part


def _same_body(one: str, other: str) -> bool:
    return one in other or other in one or _short(one) == _short(other)


def _short(name: str) -> str:
    return re.sub(r"^(?:各|所在|该|其)|产业集群发展|集群发展|集群|核心", "", name)


def _doers(text: str, given: Given) -> Iterator[Finding]:
    known: dict[str, list[str]] = {}
    receivers = [name for statement in given.statements for _, name in _handed(statement.text)]
    for statement in given.statements:
        for verb, doer in _acts(statement.text):
            known.setdefault(verb, []).append(doer)
    for verb, doer in _acts(text):
        others = known.get(verb, [])
        if others and not any(_same_body(doer, other) for other in others):
            yield Finding("relation", f"{doer} {verb}: {'/'.join(dict.fromkeys(others))}")
        elif not others and any(_same_body(doer, name) for name in receivers) and doer not in _agents(known):
            yield Finding("relation", f"{doer} {verb}: only receives")


def _agents(known: dict[str, list[str]]) -> set[str]:
    return {doer for doers in known.values() for doer in doers}


def _handed(text: str) -> Iterator[tuple[str, str]]:
    """(verb, receiver) pairs told in `text`."""
    for part in parts(text):
        for to in _TO.finditer(part):
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
