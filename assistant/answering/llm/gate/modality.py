"""Whether a sentence allows, demands, denies and hedges as its evidence does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.answering.llm.gate.evidence import Finding, Given
from assistant.answering.llm.gate.operators import Operator, operators
from assistant.answering.llm.gate.quantities import quantities
from assistant.answering.llm.gate.statements import Statement
from assistant.answering.llm.gate.vocabulary import vocabulary
from assistant.answering.llm.gate.words import bigrams, idle, share, shared

# For each class that a sentence may use, the classes of the evidence that bear it out.
_BORNE_BY: Final[dict[str, frozenset[str]]] = {
    "forbid": frozenset({"forbid", "negative"}),
    "negative": frozenset({"negative", "forbid", "exempt", "unspecified"}),
    "exempt": frozenset({"exempt", "negative"}),
    "permit": frozenset({"permit", "maybe"}),
    "oblige": frozenset({"oblige", "only"}),
    "encourage": frozenset({"encourage"}),
    "principle": frozenset({"principle"}),
    "maybe": frozenset({"maybe", "selective", "principle", "unspecified", "mostly"}),
    "selective": frozenset({"selective"}),
    "valid": frozenset({"valid"}),
    "expired": frozenset({"expired"}),
    "unspecified": frozenset({"unspecified", "negative"}),
    "lead": frozenset({"lead"}),
    "assist": frozenset({"assist"}),
    "together": frozenset({"together"}),
    "not_all": frozenset({"selective", "mostly", "principle", "only"}),
}
# What cannot be left out: the evidence says it of these words, so the sentence must too.
_KEPT: Final[dict[str, frozenset[str]]] = {
    "negative": frozenset({"negative", "forbid", "exempt", "unspecified", "whether"}),
    "forbid": frozenset({"forbid", "negative", "exempt", "unspecified", "whether"}),
    "exempt": frozenset({"exempt", "negative", "unspecified", "whether", "only"}),
    "whether": frozenset({"whether", "unspecified", "negative"}),
    "encourage": frozenset({"encourage"}),
    "principle": frozenset({"principle"}),
    "selective": frozenset({"selective"}),
    "mostly": frozenset({"mostly"}),
    "together": frozenset({"together"}),
    "assist": frozenset({"assist"}),
    "only": frozenset({"only"}),
}
_LIGHT: Final = re.compile(
    "^(?:列入|列在|成为|作为|作出|做出|进行|开展|直接|在|是|有|成|作|能|会|被|由|将|先|再(?!次)|就|以|按|给|把|对|向|于|的|要)+"
)
DENYING: Final = frozenset({"negative", "forbid", "exempt", "unspecified", "whether"})
DENIALS: Final = frozenset({"negative", "forbid", "exempt"})
_HEDGING: Final = frozenset({"lead", "not_all", "principle", "valid", "expired", "maybe"})
_NEVER_BARE: Final = frozenset({"negative", "forbid", "exempt", "permit", "encourage", "whether", "maybe"})
_CONTACT: Final = re.compile("咨询|确认|核实|询问|联系|了解|查看|查阅|参考|关注|核对|看")
_ABLE: Final = re.compile("能够?|可以")
_EXAMPLES: Final = re.compile("^[^,;。]*等(?![级价])")
_HEAD: Final = 6  # characters: what an operator bears on first
_REACH: Final = 9
_SAME: Final = 0.45
_AKIN: Final = 0.4
_WITHIN: Final = 0.6
_AS_NEAR: Final = 0.7
_ANYWHERE: Final = frozenset({"encourage", "mostly", "together", "only", "principle", "selective"})
_BARE: Final = 2
_SHORT: Final = 3
_WORD: Final = 4


def check_modality(text: str, given: Given, answer_kinds: frozenset[str]) -> Iterator[Finding]:
    """What the sentence says with more or less force, or with the opposite sign, than its evidence.

    Args:
        text: canonical sentence.
        given: what it rests on.
        answer_kinds: classes that the answer as a whole says of what was asked.
    """
    own = operators(text)
    for operator in own:
        if _not_asserted(operator, own, text):
            continue
        if operator.kind == "advise" and not _CONTACT.search(operator.scope):
            yield Finding("modality", f"advise: {text[operator.start : operator.end]}")
        if operator.kind in _BORNE_BY and not _borne(operator, text, given, answer_kinds):
            yield Finding("modality", f"{operator.kind}: {text[operator.start : operator.end]}")
    yield from _dropped(own, text, given)


def _overlap(operator: Operator, other: Operator, statement: Statement) -> bool:
    """Whether two operators bear on the same thing."""
    scope = operator.scope
    if idle(scope) and len(scope) <= _BARE:
        return True  # nothing of its own: 不行, 可以的
    if operator.word == other.word and not bigrams(scope) and not bigrams(other.scope):
        return True  # 用的是“鼓励”
    for pattern in vocabulary().rivals.values():
        here, there = set(pattern.findall(scope)), set(pattern.findall(other.scope))
        if here and there and not here & there:
            return False  # 不可以直接参加初赛 from 不可以直接参加决赛
    if operator.kind in DENIALS:
        # what is denied is the word right behind: 未通过复核 denies 通过, not 复核
        if not other.scope:
            same = other.word == operator.word
            return same and share(scope, statement.text) >= _WITHIN  # 不在的: what it denies was named before
        own, theirs = _core(scope), _core(other.scope)
        if own[:2] in theirs[:3] or (bool(theirs) and theirs[:2] in own[:_HEAD]):
            return True
        return len(theirs) >= 2 and theirs in own and share(own, statement.text) >= _WITHIN
    head = scope[:_REACH]
    return share(head, other.scope) >= _SAME or share(other.scope[:_REACH], head) >= _SAME


def _not_asserted(operator: Operator, own: list[Operator], text: str) -> bool:
    """Whether the sentence leaves these words open (是否可以例外), or says that they are not laid down."""
    for other in own:
        if other.kind == "whether" and other is not operator and other.covers(operator.start):
            return True
        if other.kind != "unspecified" or other is operator:
            continue
        behind = text[other.start + len(other.word) :].strip("。")
        near = len(re.findall("[,;]", text[operator.start : other.start])) <= 1
        if operator.start > other.start or (near and (not behind or behind[0] in ",;")):
            return True  # 没有规定能递交几份; 什么情形可以例外，文件没有规定
    return False


def _core(scope: str) -> str:
    """The reach from its first word that tells what is meant (没有列入的要先参加: 参加)."""
    return _LIGHT.sub("", scope)


def _borne(operator: Operator, text: str, given: Given, answer_kinds: frozenset[str]) -> bool:
    borne_by = _BORNE_BY[operator.kind]
    if operator.kind == "unspecified":
        return _left_open(text, given)
    for statement, other in given.with_operator(*borne_by):
        if operator.kind in _HEDGING and len(bigrams(text) & bigrams(statement.text)) >= 2:
            return True  # a hedge may stand elsewhere in the sentence than in the evidence
        if _overlap(operator, other, statement) and not _open(statement, other):
            return True
    if operator.kind in DENIALS and any(
        _overlap(operator, other, statement) or share(operator.scope, other.scope) >= _WITHIN
        for statement, other in given.with_operator("permit")
        if not _open(statement, other)
    ):
        return False  # 没有限制落选后再次申报 is not 不能再次申报
    asks_duty = any(item.kind == "oblige" for item in operators(given.question))
    if operator.kind == "exempt" and "exempt" not in answer_kinds and not asks_duty:
        borne_by = frozenset()  # a no to whether something may be done exempts from nothing
    if borne_by & answer_kinds:
        # 不能, 可以: what the answer says of the act asked about
        asked = share(operator.scope, given.question) >= 0.4 or (
            idle(operator.scope) and len(operator.scope) <= _BARE
        )
        denied = operator.kind in DENYING and len(bigrams(operator.scope)) >= 2
        if asked:
            return not (denied and _stated_plainly(operator.scope, given))
    if operator.kind == "permit":
        return _may_be_done(operator, given, answer_kinds)
    if operator.kind == "oblige":
        if _ABLE.match(operator.scope) and any(
            _overlap(operator, other, statement) for statement, other in given.with_operator("permit")
        ):
            return True  # 要能完整提供 from 能够完整提供
        return idle(operator.scope) or _plainly_stated(operator, text, given)
    return False


def _may_be_done(operator: Operator, given: Given, answer_kinds: frozenset[str]) -> bool:
    """Whether 可以 but puts mildly what the evidence states: not of an act that somebody is bound to."""
    if vocabulary().acts.search(operator.scope) or len(bigrams(operator.scope)) < 2:
        return False
    if any(share(operator.scope, other.scope) >= _SAME for _, other in given.with_operator("oblige")):
        return False  # 要有健全的组织架构 is more than 可以有
    return bool(answer_kinds & {"permit", "forbid"}) and _stated_plainly(operator.scope, given, _AKIN)


def _left_open(text: str, given: Given) -> bool:
    """Whether some statement says that what the sentence speaks of is not laid down."""
    return any(
        len(bigrams(text) & bigrams(statement.text)) >= 2
        for statement, _ in given.with_operator("unspecified")
    )


def _stated_plainly(scope: str, given: Given, least: float = 0.6) -> bool:
    """Whether some statement says these words and denies nothing in the same breath."""
    for statement in given.statements:
        place = 0
        for part in re.split("([,;:])", statement.text):
            inside = range(place, place + len(part))
            place += len(part)
            denied = any(item.kind in DENYING and item.start in inside for item in statement.operators)
            if not denied and share(scope, part) >= least:
                return True
    return False


def _open(statement: Statement, operator: Operator) -> bool:
    """Whether the statement says that this very thing is not laid down (什么情形可以例外，文件没有规定)."""
    if any(other.kind == "unspecified" and other.covers(operator.start) for other in statement.operators):
        return True  # 没有规定每一样都要有
    return any(other.kind in ("unspecified", "whether") for other in statement.operators) and any(
        other.kind == "unspecified" and other.start > operator.start for other in statement.operators
    )


def _plainly_stated(operator: Operator, text: str, given: Given) -> bool:
    """Rules state duties without a modal verb: every place that says it must say it without another force."""
    head = operator.scope[:_HEAD]
    runs = [(statement, shared(head, statement.text)) for statement in given.statements]
    longest = max((len(run) for _, run in runs), default=0)
    places = [
        (statement, found.start())
        for statement, run in runs
        if run and len(run) == longest
        for found in re.finditer(re.escape(run), statement.text)
    ]
    if not places or any(
        _EXAMPLES.search(statement.text[place : place + 25]) and "等" not in text
        for statement, place in places
    ):
        return False  # 甲、乙等企业 does not demand 乙
    return not any(
        other.kind in _NEVER_BARE and other.covers(place) and other.start < place
        for statement, place in places
        for other in statement.operators
    )


def _dropped(own: list[Operator], text: str, given: Given) -> Iterator[Finding]:
    """What the evidence denies, hedges or restricts and the sentence asserts without that."""
    for kind, kept in _KEPT.items():
        for statement, operator in given.with_operator(kind):
            run = _asserted(operator.scope, text) or (kind == "principle" and _figure(operator.scope, text))
            if not run or not _same_subject(statement, operator, text):
                continue
            left_open = any(
                other.kind == "unspecified" and other.start > operator.start for other in statement.operators
            )
            if left_open != (kind == "whether") and (left_open or kind == "whether"):
                continue  # 是不是培育对象：在名单上的能参加 is answered; 不相邻的能否联合，没有规定 denies nothing
            places = [found.start() for found in re.finditer(re.escape(run), text)]
            covered = any(
                other.kind in kept and (other.covers(place) or kind in _ANYWHERE)
                for place in places
                for other in own
            ) or (kind in DENYING and any(other.kind == "unspecified" for other in own))
            if not covered and not _stated_otherwise(run, text, kind, statement, given):
                yield Finding("modality", f"without {kind}: {run}")
                return


def _asserted(scope: str, text: str) -> str:
    """The words of a reach that the text has too, where they are what the operator bears on; else ""."""
    core = _core(scope).rstrip("的了。")
    head = core[: max(2, min(_WORD, len(core)))]
    if bigrams(head) and head in text:
        return head
    run = shared(core, text)
    whole = bigrams(run) and len(run) >= max(2, 0.6 * len(core)) and core.find(run) <= 1
    return run if whole else ""


def _figure(scope: str, text: str) -> str:
    """A figure of a reach that the text has too; "" for none (原则上不超过1个)."""
    own = {item.key for item in quantities(text)}
    return next((scope[item.start : item.end] for item in quantities(scope) if item.key in own), "")


def _same_subject(statement: Statement, operator: Operator, text: str) -> bool:
    """Whether a short denial (其他类别不用填) is of what the sentence speaks of."""
    subject = re.split("[,;:]", statement.text[: operator.start])[-1]
    short = len(operator.scope.rstrip("的了。")) <= _SHORT
    return not short or not bigrams(subject) or share(subject, text) >= _SAME


def _stated_otherwise(run: str, text: str, kind: str, statement: Statement, given: Given) -> bool:
    """Whether another statement, as near to the sentence, says the same words without that operator."""
    text = next((part for part in re.split("[,;。]", text) if run in part), text)
    near = share(text, statement.text)
    for other in given.statements:
        if other is statement or share(text, other.text) < _AS_NEAR * near:
            continue
        for found in re.finditer(re.escape(run), other.text):
            if not any(op.kind in _KEPT and op.covers(found.start()) for op in other.operators):
                return True
    # the same statement may say it both ways
    free = [
        found.start()
        for found in re.finditer(re.escape(run), statement.text)
        if not any(op.kind in _KEPT and op.covers(found.start()) for op in statement.operators)
    ]
    return bool(free) and kind in DENYING
