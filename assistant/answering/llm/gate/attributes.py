"""What something is called, where it is, by what it goes: the value must be that of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.answering.llm.gate.evidence import Finding, Given
from assistant.answering.llm.gate.operators import operators
from assistant.answering.llm.gate.places import places
from assistant.answering.llm.gate.vocabulary import vocabulary
from assistant.answering.llm.gate.words import bigrams, parts, share, shared

_ATTRIBUTE: Final = re.compile(
    r"(?P<what>第\d+(?:部分|步|类|阶段|方面)|[一-鿿]{2,12}?)(?:是|为|叫做?|:)(?P<value>[^,;。:]{2,40})"
)
# 甲是乙的承载园区
_REVERSED: Final = re.compile(
    r"(?P<value>[一-鿿()]{3,24}?)(?:是|为|作为|担任|即)(?P<whose>[^,;。:]{0,30}?)(?P<what>促进组织|承载园区)$"
)
_OF: Final = re.compile(
    r"(?P<whose>[^,;:。的是]{2,20})的(?P<noun>[一-鿿]{2,6})(?:是|为|:)(?P<value>[^,;。]{2,24})"
)
_MINE: Final = 0.8
_TAKEN: Final = re.compile("以(?P<what>[^,;。:]{1,16}?)(?P<how>为准|为主体|为抓手|为重点|为核心|为依据)")
_TELLING: Final = 4  # pairs of characters: a shorter subject may be a pronoun
_ALIKE: Final = 0.5
_NOUNS: Final = re.compile(
    r"第\d+(?:部分|步|类|阶段|方面)|促进组织|承载园区|申报主体|(?<!牵头)(?<!参与)(?<!负责)(?<!责任)单位|布局|文号|类别|所在地|联系省领导|有效期|门槛|期限|周期|时间|主体"
)


def check_attributes(text: str, given: Given) -> Iterator[Finding]:
    """A value that the evidence gives of something else, a name that nobody bears."""
    yield from _attributes(text, given)
    yield from _reversed(text, given)
    yield from _of_another(text, given)
    yield from _taken(text, given)
    yield from _joined_names(text, given)


def _attributes(text: str, given: Given) -> Iterator[Finding]:
    """「促进组织是…」 must name what the evidence names there."""
    for found in _ATTRIBUTE.finditer(text):
        noun = _NOUNS.search(found.group("what"))
        if not noun or not found.group("what").endswith(noun.group()):
            continue
        values = [
            other.group("value")
            for statement in given.statements
            for other in _ATTRIBUTE.finditer(statement.text)
            if other.group("what").endswith(noun.group())
        ]
        value = found.group("value")
        if re.search("[是为]", value):
            continue  # 已过有效期：有效期是五年
        if values and not any(_names(value, other) for other in values):
            yield Finding("relation", f"{found.group()}: {'/'.join(values)}")
        elif values and not _same_subject(text, found.start("what"), noun.group(), value, given):
            yield Finding("relation", f"of another: {found.group()}")


def _of_another(text: str, given: Given) -> Iterator[Finding]:
    """「甲的核心是…」 where the evidence says this of 乙 and another value of 甲."""
    known = [found for statement in given.statements for found in _OF.finditer(statement.text)]
    for own in _OF.finditer(text):
        same = [other for other in known if other.group("noun") == own.group("noun")]
        mine = [other for other in same if share(own.group("whose"), other.group("whose")) >= _MINE]
        value = own.group("value")
        if not mine or any(value in other.group("value") or other.group("value") in value for other in mine):
            continue
        if any(value in other.group("value") for other in same):
            yield Finding("relation", f"of another: {own.group()}")


def _reversed(text: str, given: Given) -> Iterator[Finding]:
    """「甲是促进组织」 must have the name that the evidence gives there."""
    for part in parts(text):
        found = _REVERSED.search(part)
        if not found:
            continue
        noun = found.group("what")
        values = [
            other.group("value")
            for statement in given.statements
            for other in _ATTRIBUTE.finditer(statement.text)
            if noun in other.group("what")[-len(noun) - 2 :]
        ]
        value = found.group("value")
        named = shared(value, given.text, least=3)  # a pronoun names nobody
        if values and named and not any(_names(value, other) for other in values):
            yield Finding("relation", f"{found.group()}: {'/'.join(values)}")


def _same_subject(text: str, start: int, noun: str, value: str, given: Given) -> bool:
    """Whether the evidence says this value of the same thing (甲集群的布局 is not 乙集群的布局)."""
    own = re.split("[,;:]", text[: text.find(noun, start)])[-1]
    theirs = [
        part[: part.find(noun)]
        for statement in given.statements
        for part in statement.segments
        if noun in part and value in part
    ]
    if _elsewhere(own, noun, value, given):
        return False
    if (
        len(bigrams(own)) < _TELLING
        or re.match("该|其|它|这|此|本", own)
        or not theirs
        or any(len(bigrams(name)) < _TELLING for name in theirs)
    ):
        return True
    return any(max(share(own, name), share(name, own)) >= _ALIKE for name in theirs)


def _elsewhere(own: str, noun: str, value: str, given: Given) -> bool:
    """Whether every statement that gives the value is about another place than the sentence."""
    here = set(places().findall(own))
    there = [
        set(places().findall(statement.text[: statement.text.find(noun)]))
        for statement in given.statements
        if noun in statement.text and value in statement.text
    ]
    return bool(here and there) and all(names and not names & here for names in there)


def _taken(text: str, given: Given) -> Iterator[Finding]:
    """「以当年通知为准」 must name what the evidence names there."""
    for found in _TAKEN.finditer(text):
        known = [
            other.group("what")
            for statement in given.statements
            for other in _TAKEN.finditer(statement.text)
            if other.group("how") == found.group("how")
        ]
        if known and not any(_names(found.group("what"), what) for what in known):
            yield Finding("relation", f"{found.group()}: {'/'.join(known)}")


def _names(value: str, other: str) -> bool:
    if value in other or other in value:
        return True
    run = shared(value, other, least=1)
    return len(run) >= 0.6 * min(len(value), len(other)) or run in (value, other)


def _joined_names(text: str, given: Given) -> Iterator[Finding]:
    """A place joined to a name that no evidence joins it to (株洲 + 高新区)."""
    for match in places().finditer(text):
        joined = text[match.start() : match.end() + 2]
        rest = joined[len(match.group()) :]
        if any(item.start == match.end() for item in operators(text)):
            continue  # 长沙县原则上
        if len(rest) < 2 or not bigrams(rest) or {rest, rest[0]} & vocabulary().neutral:
            continue
        if joined not in given.text and joined not in given.question:
            yield Finding("relation", f"no such name: {joined}")
