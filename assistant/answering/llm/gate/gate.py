"""The gate that every sentence of a language model passes before a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from assistant.answering.llm.gate.assertions import check_assertions
from assistant.answering.llm.gate.attributes import check_attributes
from assistant.answering.llm.gate.bindings import check_bindings
from assistant.answering.llm.gate.conditions import check_conditions
from assistant.answering.llm.gate.copies import check_copies
from assistant.answering.llm.gate.doers import check_doers
from assistant.answering.llm.gate.evidence import Evidence, Finding, Given
from assistant.answering.llm.gate.heads import check_heads
from assistant.answering.llm.gate.modality import check_modality
from assistant.answering.llm.gate.operators import operators
from assistant.answering.llm.gate.order import check_order
from assistant.answering.llm.gate.quantities import Quantity, matches, quantities
from assistant.answering.llm.gate.statements import LIST_NUMBER, MARK, Statement
from assistant.answering.llm.gate.verdict import check_verdict, said_by, sign
from assistant.answering.llm.gate.wording import canonical
from assistant.answering.llm.gate.words import Piece, bigrams, idle, pieces, share, shared
from assistant.conversation.expected import asked_act
from assistant.models import Answer
from index.analysis import fold

_TITLE: Final = re.compile(r"《([^《》]*)》")
_LONG_TITLE: Final = re.compile("《[^《》]{6,}》")
_QUOTED: Final = re.compile(r"[“「『\"]([^“”「」『』\"]{2,})[”」』\"]")
_CLOSED: Final = re.compile(
    r"吗|(?<![什怎那这多])么|是不是|能不能|可不可以|能否|是否|还是|有没有|对不对|不[?？]?$|吧[?？]?$|没[?？]?$|行不|可否"
)
_DENYING: Final = frozenset({"negative", "forbid", "exempt", "whether", "unspecified"})
_EITHER: Final = re.compile("还是|是不是|有没有|对不对|是否")
_LATEST: Final = re.compile("(?:最近|这|那|首|前)的?$")
_FRAME: Final = re.compile(r"^(?:关于|对于|至于|您问的|您所在)")
_GARBLED: Final = re.compile("不不(?!同|足|良|断)|没没|无无|的的(?!确)")
# 初赛和初赛: one of the two has been exchanged
_TWICE: Final = re.compile(
    r"(?<![一-鿿\d])([一-鿿\d]{2,12}?)(?:和|与|、|以及)\1(?=[,;。:的都各分参两]|$)|(初赛|决赛|培育对象|[国省市]家?级)(?:和|与|、|以及)\2(?!的?促进组织|的?承载园区|管理)"
)
_LONGEST: Final = 500  # characters
_NAMED: Final = 4  # characters: a shorter run is no name
_CLEARLY: Final = 1.35  # how much better a statement must fit to show that another citation is meant


class Gate:
    """Judges sentences against one decided answer.

    Args:
        question: the stand-alone question.
        answer: the decided answer.
    """

    def __init__(self, question: str, answer: Answer) -> None:
        self._evidence = Evidence(question, answer)
        self._open_question = not _CLOSED.search(fold(question))

    @cached_property
    def _said(self) -> frozenset[str]:
        return said_by(self._evidence)

    def check(self, sentence: str) -> Finding | None:
        """The first reason not to show `sentence`, None where it may be shown."""
        return next(self.findings(sentence), None)

    def says_nothing(self, sentence: str) -> bool:
        """Whether `sentence` is but a courtesy or a transition (综上所述, 希望对您有帮助)."""
        text = canonical(MARK.sub("", sentence)).strip("。;!?: ")
        return idle(text) and (not MARK.search(sentence) or not (operators(text) or sign(text)))

    def findings(self, sentence: str) -> Iterator[Finding]:
        """Every reason not to show `sentence`, the gravest checks first."""
        if len(sentence) > _LONGEST:
            yield Finding("word", "too long to be one sentence")
            return
        marks = frozenset(int(mark) for mark in MARK.findall(sentence))
        bare = LIST_NUMBER.sub("", MARK.sub("", sentence))
        text = canonical(bare).strip("。;!? ")
        count = len(self._evidence.answer.citations)
        if not all(1 <= mark <= count for mark in marks):
            yield Finding("citation", "no such citation")
            return
        given = self._evidence.given(text, marks, self._open_question)
        if _GARBLED.search(text) or _TWICE.search(text):
            yield Finding("word", "garbled")
        yield from check_verdict(text, self._evidence, given)
        if not marks and not any(not unit.marks for unit in self._evidence.units):
            yield Finding("citation", "no citation")
        yield from self._quoted(bare, given)
        yield from self._figures(text, given)
        untitled = _LONG_TITLE.sub("", text)
        text = text.replace("《", "").replace("》", "")
        yield from self._words(text, given)
        yield from check_modality(text, given, self._said)
        yield from check_assertions(text, given)
        yield from check_conditions(text, given)
        yield from check_doers(untitled, given)
        yield from check_attributes(text, given)
        yield from check_bindings(untitled, given)
        yield from check_heads(text, given)
        yield from check_order(text, given)
        yield from check_copies(text, given)
        yield from self._cited(text, marks)

    def _quoted(self, sentence: str, given: Given) -> Iterator[Finding]:
        """Titles and quoted words stand as such in the evidence."""
        for match in _TITLE.finditer(sentence):
            name = canonical(match.group(1))
            if not any(name in title for title in given.titles) and name not in given.text:
                yield Finding("citation", f"title: {name}")
        for match in _QUOTED.finditer(sentence):
            words = canonical(match.group(1)).strip("。,;")
            if words not in given.text and words not in given.question:
                yield Finding("word", f"quoted: {words}")

    def _figures(self, text: str, given: Given) -> Iterator[Finding]:
        own = quantities(text)
        intervals = any(item.kind == "every" for item in own)
        asked = quantities(given.question)
        for item in own:
            if any(matches(item, other) and _same_matter(item, other, text) for other in given.quantities):
                if item.bound == "until" and not _last(item, given):
                    yield Finding("figure", f"not the last: {text[item.start : item.end]}")
                continue
            if item.key == ("1", "次") and (intervals or _LATEST.search(text[: item.start])):
                continue  # 每三年复核一次, 最近一次
            listed = {
                *_counted(text[item.end :], given, text[item.end - 1] in "类种"),
                _counted_before(text[: item.start]),
            }
            if item.kind == "count" and item.value in listed:
                continue  # 三项：甲、乙和丙; 初赛和决赛两轮
            if (
                not item.bound
                and any(item.key == other.key for other in asked)
                and self._denied(text, item.start)
            ):
                continue  # 两个原则上不行: the question's own figure, refused
            yield Finding("figure", text[item.start : item.end])

    def _denied(self, text: str, place: int) -> bool:
        return any(
            item.kind in (*_DENYING, "principle") and (item.covers(place) or place < item.start)
            for item in operators(text)
        ) or bool(re.search("超过|超出|超了", text))

    def _words(self, text: str, given: Given) -> Iterator[Finding]:
        for piece in self._pieces(text, given):
            if piece.source == "unknown":
                yield Finding("word", piece.text)
            if piece.source == "asked" and not self._may_repeat(text, piece, given):
                yield Finding("word", f"only asked: {piece.text}")

    def _pieces(self, text: str, given: Given) -> list[Piece]:
        checked = {item.start: item.start + len(item.word) for item in operators(text)}
        checked |= {item.outer: item.start for item in quantities(text) if item.outer < item.start}
        checked |= {item.start: item.end for item in quantities(text)}
        return pieces(text, given.text, given.question, checked.items())

    def _may_repeat(self, text: str, piece: Piece, given: Given) -> bool:
        """Whether words that only the question has may be said: what it takes for granted, or in a denial."""
        if idle(piece.text):
            return True
        if given.open_question:
            return not _beside_answered(piece.text, given) or self._denied(text, piece.start)
        act = asked_act(given.question)
        if not _EITHER.search(given.question) and not bigrams(piece.text) & bigrams(act):
            return True  # what a question takes for granted, not what it asks about
        if self._evidence.answer.verdict == "yes" or _FRAME.search(text):
            return True
        return self._denied(text, piece.start)

    def _cited(self, text: str, marks: frozenset[int]) -> Iterator[Finding]:
        """A statement that fits far better carries other citations."""
        if not marks:
            return
        statements = [*self._evidence.units, *self._evidence.quotes]

        figures = {item.key for item in quantities(text)}

        def fit(statement: Statement) -> float:
            return share(text, statement.text)

        own = max((fit(item) for item in statements if item.marks & marks), default=0.0)
        others = [
            item
            for item in statements
            if item.marks and not item.marks & marks and figures <= {figure.key for figure in item.quantities}
        ]
        best = max(others, key=fit, default=None)
        if best is not None and fit(best) > max(_CLEARLY * own, own + 0.15):
            yield Finding("citation", f"belongs to {sorted(best.marks)}")


def _beside_answered(words: str, given: Given) -> bool:
    """Whether the question names this beside something that the evidence is about (甲和乙由谁联系)."""
    coordinates = re.split("、|以及|和|与|跟|及|还是|或者?", given.question)
    for place, one in enumerate(coordinates):
        before, after = coordinates[:place][-1:], coordinates[place + 1 :][:1]
        named = (before and one.startswith(words)) or (after and one.endswith(words))
        if named and any(shared(other, given.text, least=_NAMED) for other in before + after):
            return True
    return False


def _counted_before(text: str) -> str:
    """How many things are listed right before a figure, "" for none."""
    items = re.split("、|以及|和|及|与", re.split("[,;:。]", text)[-1])
    return str(len(items)) if len(items) > 1 and items[-1] else ""


def _last(until: Quantity, given: Given) -> bool:
    """Whether no statement names this year beside a later one (2023年、2024年、2025年: 填到2025年为止)."""
    if not until.value.endswith("---"):
        return True
    years = [
        [item for item in statement.quantities if item.kind == "date" and item.value.endswith("---")]
        for statement in given.statements
    ]
    return any(
        until.value in {item.value for item in some} and until.value >= max(item.value for item in some)
        for some in years
    )


def _same_matter(claimed: Quantity, given: Quantity, text: str) -> bool:
    """Whether a length may be taken from an interval: 周期是三年 from 每三年, but not 有效期三年."""
    interval = given.kind == "every" and claimed.kind == "count"
    return not interval or claimed.key == ("1", "年") or bool(re.search(r"周期|间隔|频次|频率|\d次", text))


def _counted(rest: str, given: Given, kinds: bool) -> set[str]:
    """How many things the sentence lists behind a figure, empty where it lists none or not all."""
    listing = re.match(r"[^,;:]{0,6}(?::|,?(?:分别是|分别为|包括|即|是|为))([^;。]+)", rest)
    open_ended = any(re.search("等(?![级价])", statement.text) for statement in given.statements)
    counts = {str(1 + len(re.findall("另一", rest)))} if re.match("[^,;:]{0,4},一", rest) else set()
    if listing and not open_ended:
        until_comma = listing.group(1).split(",")[0]
        whole = until_comma.split("、")
        alone = len(whole) == 1  # 甲和乙, not an item 发展思路和目标 among others
        items = [part for item in whole for part in _apart(item, "" if alone and kinds else given.text)]
        counts |= {str(len(items)), str(len(listing.group(1).split(",")))}
    return counts - {"1"}


def _apart(item: str, given: str) -> list[str]:
    """甲和乙 as two things, unless the evidence has them as one (发展思路和目标)."""
    return [item] if item in given else re.split("以及|和|及|与", item)
