"""Who does what to whom, and which figure belongs to what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.answering.llm.gate.evidence import Finding, Given
from assistant.answering.llm.gate.operators import operators
from assistant.answering.llm.gate.places import places
from assistant.answering.llm.gate.quantities import quantities
from assistant.answering.llm.gate.statements import under_heads
from assistant.answering.llm.gate.vocabulary import NAME, vocabulary
from assistant.answering.llm.gate.words import bigrams, share, shared

_BODY: Final = (
    "省工信厅|(?:各|所在)?市州(?:工信局)?|申报主体|(?:产业)?(?:集群)?(?:发展)?促进组织|承载园区|县政府|省政府|省委|"
    "领导小组办公室|领导小组|培育对象|"
    f"{NAME}{{1,12}}?(?:厅|局|委|办公室|中心|协会|管委会|链长|省领导|负责人|企业|园区|开发区|部门|专家组?|贸促会|促进会|研究会|支行|联盟|公司|政府)"
)
_AGENT: Final = re.compile(rf"由(?P<by>{_BODY}|其|它)")
_BESIDE: Final = re.compile(rf"(?P<mark>[向至到给对]?)(?P<by>{_BODY})$")
_FIRST: Final = re.compile(rf"^(?:先|再|然后|最后|并|且)?(?P<by>{_BODY})(?!的|所在)")
_TO: Final = re.compile(rf"(?:至|到|给|向|报|报送)(?:所在|各)?(?P<to>{_BODY}|市州)")
_ATTRIBUTE: Final = re.compile(r"(?P<what>[一-鿿]{2,12}?)(?:是|为|叫做?|:)(?P<value>[^,;。:]{2,40})")
_TAKEN: Final = re.compile("以(?P<what>[^,;。:]{1,16}?)(?P<how>为准|为主体|为抓手|为重点|为核心|为依据)")
_BECAME: Final = re.compile("(?:是|为|成|算)[^,;。是为]*?(?P<what>培育对象|集群(?!培育对象))[^,;。]{0,2}$")
_SIDE: Final = 4  # characters: a shorter run is shared by chance
_TELLING: Final = 4  # pairs of characters: a shorter subject may be a pronoun
_ALIKE: Final = 0.5
_BRIEF: Final = 60  # characters: a longer statement speaks of several things
_LISTING: Final = re.compile("(?:先进制造业集群|中小企业特色产业集群)(?:培育对象)?|培育对象")
_NAMED: Final = ("merit", "category", "level", "office", "flow", "frequency")
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
        found = [
            (statement.text[: other.start()][-20:], statement.text[other.end() :][:20])
            for statement in given.statements
            for other in re.finditer(re.escape(verb.group()), statement.text)
        ]
        lefts, rights = [left for left, _ in found], [right for _, right in found]
        sides = [(before, lefts, rights), (after[:5], rights, lefts), (after[:10], rights, lefts)]
        for own, straight, crossed in sides:
            wrong = max((len(shared(own, other)) for other in crossed), default=0)
            if wrong >= _SIDE and wrong > max((len(shared(own, other)) for other in straight), default=0):
                yield Finding("relation", f"exchanged: {text}")
                return


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[,;。!?]", text) if part]


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
    for part in _parts(text):
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
        if re.search("[是为]", value):
            continue  # 已过有效期：有效期是五年
        if values and not any(_names(value, other) for other in values):
            yield Finding("relation", f"{found.group()}: {'/'.join(values)}")
        elif values and not _same_subject(text, found.start("what"), noun.group(), value, given):
            yield Finding("relation", f"of another: {found.group()}")


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


def _typed(part: str) -> list[tuple[str, str, int, int]]:
    """(type, word, begin, end) of the words of `part` that exclude others of their type."""
    words = vocabulary()
    found = [
        (f"figure {item.unit}", f"{item.kind}:{item.value}", item.start, item.end)
        for item in quantities(part)
        if item.kind in ("count", "date") and item.unit not in ("次", "")
    ]
    rivals = [(name, pattern) for name, pattern in words.rivals.items() if name != "frequency"]
    for name, pattern in (*rivals, ("name", words.measures)):
        found += [(name, match.group(), match.start(), match.end()) for match in pattern.finditer(part)]
    became = _BECAME.search(part)
    if became:  # 初赛中胜出的集群确定为培育对象: what it is called before says nothing
        found = [item for item in found if item[0] != "stage" or item[2] >= became.start("what")]
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
    known: dict[tuple[str, str, str], set[str]] = {}
    for part in evidence:
        typed = _typed(part)
        for kind, word, *_ in typed:
            for other, near, *_ in typed:
                if other != kind:
                    known.setdefault((kind, word, other), set()).add(near)
    figures = {(item.kind, item.value) for item in given.quantities}
    asked = {f"{item.kind}:{item.value}" for item in quantities(given.question)}
    for kind, word, other, beside in _told_together(text, pieces):
        if other.startswith("figure") and (beside in asked or tuple(beside.split(":", 1)) not in figures):
            continue  # a figure of the question, judged as a figure
        there = known.get((kind, word, other), set())
        if there and not any(_same_name(beside, near) for near in there):
            yield Finding("relation", f"{word} with {beside}, not {'/'.join(sorted(there))}")
    whole = [statement.text for statement in given.statements if len(statement.text) <= _BRIEF]
    yield from _with_rival(pieces, [*evidence, *whole])
    yield from _listed(text, given)


def _told_together(text: str, pieces: list[str]) -> Iterator[tuple[str, str, str, str]]:
    """(type, word, other type, other word) of words that the sentence puts together.

    Of two lists joined by 分别 the words belong together in their order.
    """
    if "分别" in text:
        lists: dict[str, list[str]] = {}
        for kind, word, *_ in _typed(text):
            lists.setdefault(kind, []).append(word)
        long = {kind: words for kind, words in lists.items() if len(words) == len(set(words)) > 1}
        for kind, words in long.items():
            for other, others in long.items():
                if kind != other and len(words) == len(others):
                    yield from (
                        (kind, word, other, beside) for word, beside in zip(words, others, strict=True)
                    )
        return
    for piece in pieces:
        typed = _typed(piece)
        for kind, word, start, end in typed:
            for other in {name for name, *_ in typed if name != kind}:
                if beside := _nearest(piece, other, start, end):
                    yield kind, word, other, beside


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
                least = _SAID - 1 if name == "frequency" else _SAID
                run = shared(pattern.sub(" ", piece), pattern.sub(" ", part), least=least)
                if len(bigrams(run)) >= least - 2 and not any(
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
        if any(item.start == match.end() for item in operators(text)):
            continue  # 长沙县原则上
        if len(rest) < 2 or not bigrams(rest) or {rest, rest[0]} & vocabulary().neutral:
            continue
        if joined not in given.text and joined not in given.question:
            yield Finding("relation", f"no such name: {joined}")
