"""What sentences are about: of which kinds of `corpus/conditions.yaml` a judged sentence is an instance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.checker.conditions import SentenceEvidence, subjects
from assistant.checker.scoring.statements import Statement
from assistant.checker.scoring.vocabulary import find_words, kinds_with, used_by
from assistant.checker.sentences import BARE, PART, Clause
from assistant.checker.sentences.facts import has_figure, tells_deed
from assistant.checker.sentences.stance import years_in

# In a clause, a kind also counts that the clause speaks of at least this much as of the kind it speaks of most.
_ALSO = 0.6
_AT_HOME = 3.0
# What a longer expression says, it says no more plainly.
_LONGEST = 6
_PERIOD = re.compile(
    r"[一二三两四五\d]年(?:之?内|后)|逐年|规划期|年均|翻(?:了)?[一两]?番|(?:十[四五六]五)|分期|年底前"
)
# A clause that begins so goes on with the subject of the one before it.
_ELLIPTIC = re.compile(
    r"^(?:其中|均|都|全部|分别|合计|共|累计|先后|已|现|新|仅|再|另|又|并|且|也|还|占|达|有|为|较|比|同比|增|年|每|由|从|把|将|向|用于|涵盖|包括|涉及|主要|约|近|超|"
    r"拥有|建[成有立]|设[有立]?|下设|配[备有]|引进|吸引|聚集|集聚|形成|实现|完成|获|入选|入库|列|居|排|位|签|促成|帮助|服务|解决|协调|举办|组织|参加|研[制发]|开发|投入|安排|兑|发放|授信|提供|"
    r"节约|降|压|缩|提[高升]|带动|覆盖|接入|平均|总|辐射|承[担办接诺]|转化|实施|推[动行]|明确|确[定立]|审议|连续|成[功交]|办|可|对|为|与|统一|登记|注册|核定|隶属|属|系|是|三年|近[三两]|\d|[一二三四五六七八九十]+[家个名位项])"
)
_CAME_OF_IT = re.compile(r"^(?:实际|目前|现|最终)?已|^实际|^最终")


@dataclass(frozen=True, slots=True)
class Match:
    """A kind of sentence found in a sentence.

    Attributes:
        weight: how much the sentence speaks of it: characters of its words, shared words counting less.
        by_clause: the same for each of its clauses that counts.
        grade: how much it states; see `sentences.facts.grade`.
    """

    weight: float
    by_clause: Mapping[int, float]
    grade: int


class Topics:
    """A statement and the words in its clauses, looked up once for all kinds.

    Attributes:
        statement: the sentence, judged.
        words: all words of the vocabulary found in it.
    """

    def __init__(self, statement: Statement) -> None:
        """Look up the words of each clause.

        Args:
            statement: the sentence, judged.
        """
        self.statement = statement
        self.clauses = statement.judged.clauses
        self._spans = [find_words(clause.text) for clause in self.clauses]
        self._found = [frozenset(spans) for spans in self._spans]
        self.words = frozenset().union(*self._found)
        self._dated = bool(years_in(statement.text)) or bool(_PERIOD.search(statement.text))

    @property
    def off_topic(self) -> bool:
        """Whether the sentence is about something that no requirement asks for (粮食产量)."""
        matters, industry = subjects()
        text = self.statement.text
        return any(word in text for word in matters) and not any(word in text for word in industry)

    def match(self, kind: SentenceEvidence) -> Match | None:
        """How the sentence is of a kind, None where it is not.

        Args:
            kind: the kind.
        """
        if kind.only and self.statement.section not in kind.only:
            return None
        usable = [index for index, clause in enumerate(self.clauses) if self._usable(clause, kind)]
        if not usable or not self._in_context(kind, usable):
            return None
        windows = self._windows(kind, usable)
        if not windows:
            return None
        grade = max(self._grade(window) for window in windows)
        inside = sorted({index for window in windows for index in window})
        by_clause = self._cover(inside, kind.about_words)
        weight = sum(by_clause.values())
        if kind.by:
            at_home = _AT_HOME if self.statement.section in kind.home or self.statement.of_promoter else 0.0
            weight += max(at_home, sum(self._cover(usable, kind.by).values()))
        return Match(weight, by_clause, grade)

    def mentions(self, kind: SentenceEvidence) -> bool:
        """Whether some clause uses the words of a kind, whatever the sentence does with them."""
        said = (
            not found & kind.unless and all(found & group for group in kind.about) for found in self._found
        )
        return any(said) and self._in_context(kind, range(len(self.clauses)))

    def _usable(self, clause: Clause, kind: SentenceEvidence) -> bool:
        if kind.tense == "plan":
            return clause.stance == "plan" and self._dated
        return clause.stance == "fact" or (kind.tense == "any" and clause.stance == "plan")

    def _in_context(self, kind: SentenceEvidence, usable: Iterable[int]) -> bool:
        if self.statement.section in kind.home:
            return True
        found = frozenset().union(*(self._found[index] for index in usable))
        named = not kind.by or self.statement.of_promoter or bool(found & kind.by)
        return named and (not kind.context or bool(found & kind.context))

    def _windows(self, kind: SentenceEvidence, usable: list[int]) -> list[tuple[int, ...]]:
        """Clauses, or pairs of a clause and the one that goes on with it, that say all the kind asks for."""
        windows: list[tuple[int, ...]] = [(index,) for index in usable]
        windows += [(i - 1, i) for i in usable if i and self._goes_on(i, usable)]
        return [window for window in windows if self._says(kind, window)]

    def _goes_on(self, index: int, usable: list[int]) -> bool:
        """Whether a clause gives the detail of the one before it, or tells what became of its plan."""
        before, clause = self.clauses[index - 1], self.clauses[index]
        if index - 1 in usable:
            return bool(_ELLIPTIC.match(clause.text)) or (not before.grade and tells_deed(before.text))
        return before.stance == "plan" and bool(_CAME_OF_IT.match(clause.text))

    def _says(self, kind: SentenceEvidence, window: tuple[int, ...]) -> bool:
        found = frozenset().union(*(self._found[index] for index in window))
        if (
            found & kind.unless
            or not all(found & group for group in kind.about)
            or self._grade(window) < (BARE if kind.plain else PART)
        ):
            return False
        return kind.tense != "plan" or bool(kind.only) or self._measured(window)

    def _grade(self, window: tuple[int, ...]) -> int:
        return max(self.clauses[index].grade for index in window)

    def _measured(self, window: tuple[int, ...]) -> bool:
        return any(has_figure(self.clauses[index].text) for index in window)

    def _cover(self, indices: list[int], words: frozenset[str]) -> dict[int, float]:
        """Characters of the distinct words in clauses, the longer ones first; words of several conditions count less."""
        counted: set[str] = set()
        out: dict[int, float] = {}
        for index in indices:
            taken: list[tuple[int, int]] = []
            spans = [(len(w), b, e, w) for w in self._found[index] & words for b, e in self._spans[index][w]]
            out[index] = 0.0
            for length, begin, end, word in sorted(spans, key=lambda span: (-span[0], span[1], span[3])):
                if all(end <= b or begin >= e for b, e in taken):
                    taken.append((begin, end))
                    if word not in counted:
                        counted.add(word)
                        out[index] += min(length, _LONGEST) / used_by().get(word, 1)
        return out


def kinds_of(topics: Topics) -> Mapping[SentenceEvidence, Match]:
    """The kinds of which a sentence is an instance, all in the condition of which it speaks most.

    The earlier condition is taken of equals. What is chosen depends on the sentence alone, so other sentences
    neither give nor take away its place.

    Args:
        topics: the sentence.
    """
    if topics.off_topic:
        return {}
    found: dict[str, dict[SentenceEvidence, Match]] = {}
    for condition, kind in kinds_with(topics.words):
        match = topics.match(kind)
        if match is not None:
            found.setdefault(condition, {})[kind] = match
    if not found:
        return {}
    chosen = max(found.values(), key=lambda matches: max(match.weight for match in matches.values()))
    most: dict[int, float] = {}
    for match in chosen.values():
        for index, weight in match.by_clause.items():
            most[index] = max(most.get(index, 0.0), weight)
    return {
        kind: match
        for kind, match in chosen.items()
        if any(weight and weight >= _ALSO * most[index] for index, weight in match.by_clause.items())
    }
