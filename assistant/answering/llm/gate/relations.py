"""Who does what to whom, and which figure belongs to what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.answering.llm.gate.evidence import Finding, Given
from assistant.answering.llm.gate.places import places
from assistant.answering.llm.gate.quantities import quantities
from assistant.answering.llm.gate.statements import under_heads
from assistant.answering.llm.gate.vocabulary import NAME, vocabulary
from assistant.answering.llm.gate.words import bigrams, shared

_BODY: Final = (
    "省工信厅|(?:各|所在)?市州(?:工信局)?|申报主体|产业集群发展促进组织|集群发展促进组织|促进组织|承载园区|县政府|省政府|省委|"
    "领导小组办公室|领导小组|培育对象|"
    f"{NAME}{{2,12}}?(?:厅|局|委|办公室|中心|协会|联盟|公司|政府)"
)
_AGENT: Final = re.compile(rf"由(?P<by>{_BODY}|其|它)")
_FIRST: Final = re.compile(rf"^(?:先|再|然后|最后|并|且)?(?P<by>{_BODY})(?!的|所在)")
_TO: Final = re.compile(rf"(?:至|到|给|向|报|报送)(?:所在|各)?(?P<to>{_BODY}|市州)")
_ATTRIBUTE: Final = re.compile(r"(?P<what>[一-鿿]{2,12}?)(?:是|为|叫做?|:)(?P<value>[^,;。:]{2,40})")
_TAKEN: Final = re.compile("以(?P<what>[^,;。:]{1,16}?)(?P<how>为准|为主体|为抓手|为重点|为核心|为依据)")
_BRIEF: Final = 60  # characters: a longer statement speaks of several things
_LISTING: Final = re.compile("(?:先进制造业集群|中小企业特色产业集群)(?:培育对象)?|培育对象")
_NAMED: Final = ("merit", "category", "level", "office", "flow")
_ITEM: Final = 6
_SAID: Final = 5  # characters: a shorter run is shared by chance
_NOUNS: Final = re.compile(
    r"促进组织|承载园区|申报主体|单位|布局|文号|类别|所在地|联系省领导|有效期|门槛|期限|周期|时间|主体"
)


def check_relations(text: str, given: Given) -> Iterator[Finding]:
    """Exchanged sides, another doer or receiver, a figure or name bound to what it does not belong to."""
    yield from _directed(text, given)
    yield from _doers(text, given)
    yield from _receivers(text, given)
    yield from _attributes(text, given)
    yield from _taken(text, given)
    yield from _bound(text, given)


def _directed(text: str, given: Given) -> Iterator[Finding]:
    for verb in vocabulary().directed.finditer(text):
        before, after = text[: verb.start()][-14:], text[verb.end() :][:14]
        for statement in given.statements:
            for other in re.finditer(re.escape(verb.group()), statement.text):
                left, right = statement.text[: other.start()], statement.text[other.end() :]
                subject, target = shared(before, left[-20:]), shared(after, right[:20])
                crossed = shared(before, right[:20]), shared(after, left[-20:])
                if min(len(part) for part in crossed) >= 2 and _weight(*crossed) > _weight(subject, target):
                    yield Finding("relation", f"exchanged: {text}")


def _weight(*runs: str) -> int:
    return sum(len(run) for run in runs)


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[,;。!?]", text) if part]


def _doer(part: str, verb_at: int, before: str) -> str | None:
    """Who does what the verb at `verb_at` of `part` says; None where it is not told."""
    told = list(_AGENT.finditer(part[:verb_at]))
    if told:
        name = told[-1].group("by")
        return _latest_body(before + part[: told[-1].start()]) if name in ("其", "它") else name
    first = _FIRST.match(part[:verb_at])
    return first.group("by") if first else None


def _latest_body(text: str) -> str | None:
    found = re.findall(_BODY, text)
    return found[-1] if found else None


def _acts(text: str) -> Iterator[tuple[str, str]]:
    """(verb, doer) pairs told in `text`."""
    before = ""
    for part in _parts(text):
        for verb in vocabulary().acts.finditer(part):
            doer = _doer(part, verb.start(), before)
            if doer:
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
    for part in _parts(text):
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
        if values and not any(_names(value, other) for other in values):
            yield Finding("relation", f"{found.group()}: {'/'.join(values)}")


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


def _typed(part: str) -> list[tuple[str, str, int, int]]:
    """(type, word, begin, end) of the words of `part` that exclude others of their type."""
    words = vocabulary()
    found = [
        (f"figure {item.unit}", f"{item.kind}:{item.value}", item.start, item.end)
        for item in quantities(part)
        if item.kind in ("count", "date") and item.unit not in ("次", "")
    ]
    for name, pattern in (*words.rivals.items(), ("name", words.measures)):
        found += [(name, match.group(), match.start(), match.end()) for match in pattern.finditer(part)]
    return found


def _nearest(part: str, kind: str, start: int, end: int) -> str | None:
    words = [
        (at - end if at >= end else start - until, word)
        for other, word, at, until in _typed(part)
        if other == kind
    ]
    return min(words)[1] if words else None


def _bound(text: str, given: Given) -> Iterator[Finding]:
    """A word stands beside another of some type than it does in the evidence (初赛 with 认定)."""
    pieces = [piece for part in _parts(text) for piece in re.split("、", part)]
    evidence = [
        piece for statement in given.statements for part in statement.segments for piece in part.split("、")
    ]
    for piece in pieces:
        typed = _typed(piece)
        for kind, word, start, end in typed:
            for other in {name for name, *_ in typed if name != kind}:
                beside = _nearest(piece, other, start, end)
                known = {
                    near
                    for part in evidence
                    for its_kind, its_word, *place in _typed(part)
                    if (its_kind, its_word) == (kind, word) and (near := _nearest(part, other, *place))
                }
                if known and beside and not any(_same_name(beside, near) for near in known):
                    yield Finding("relation", f"{word} with {beside}, not {'/'.join(sorted(known))}")

    whole = [statement.text for statement in given.statements if len(statement.text) <= _BRIEF]
    yield from _with_rival(pieces, [*evidence, *whole])
    yield from _listed(text, given)


def _with_rival(pieces: list[str], evidence: list[str]) -> Iterator[Finding]:
    """What the evidence says of a rival only (规模效益突出 of the 优势产业集群)."""
    split = [item for part in evidence for item in re.split("和|与|及", part)]
    for name in _NAMED:
        pattern = vocabulary().rivals[name]
        for piece in pieces:
            own = set(pattern.findall(piece))
            for part in split:
                theirs = set(pattern.findall(part))
                if not own or not theirs or own & theirs:
                    continue
                run = shared(pattern.sub(" ", piece), pattern.sub(" ", part), least=_SAID)
                if len(bigrams(run)) >= 3 and not any(
                    run in other and own & set(pattern.findall(other)) for other in split
                ):
                    yield Finding("relation", f"{run}: said of {'/'.join(theirs)}")


def _listed(text: str, given: Given) -> Iterator[Finding]:
    """A cluster put on another list than the one that it is on."""
    for piece in under_heads(re.split("[、;]|和(?!信息)|以及", text)):
        own = set(_LISTING.findall(piece))
        about = _LISTING.sub(" ", piece)
        known = [
            (
                set(_LISTING.findall(statement.text)),
                len(shared(about, _LISTING.sub(" ", statement.text), least=_ITEM)),
            )
            for statement in given.statements
        ]
        longest = max((length for lists, length in known if lists), default=0)
        lists = set().union(*(lists for lists, length in known if lists and length == longest and longest))
        if own and lists and not any(_compatible(one, other) for one in own for other in lists):
            yield Finding("relation", f"{piece}: {'/'.join(sorted(lists))}")


def _compatible(one: str, other: str) -> bool:
    """Whether two names of lists may mean one list."""
    stage = "培育对象"
    categories = {name.removesuffix(stage) for name in (one, other)} - {""}
    return one.endswith(stage) == other.endswith(stage) and len(categories) < 2


def _same_name(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def check_names(text: str, given: Given) -> Iterator[Finding]:
    """A place joined to a name that no evidence joins it to (株洲 + 高新区)."""
    for match in places().finditer(text):
        joined = text[match.start() : match.end() + 2]
        rest = joined[len(match.group()) :]
        if len(rest) < 2 or not bigrams(rest) or {rest, rest[0]} & vocabulary().neutral:
            continue
        if joined not in given.text and joined not in given.question:
            yield Finding("relation", f"no such name: {joined}")
