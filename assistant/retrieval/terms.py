"""A question's terms, weighted by how much each tells in this corpus."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from assistant.conversation.lexicon import Concepts, concept_words, fold

_HAN = re.compile(r"[一-鿿]+|[a-z0-9+.]+")

# Words that ask or glue; they say nothing about the subject.
_FUNCTION_WORDS = re.compile(
    r"请问一下|请问|我想问|想问|问一下|帮我|告诉我|麻烦|咨询|什么时候|为什么|是什么|有什么|什么|怎么样|怎么|怎样|如何|"
    r"哪些|哪个|哪家|哪条|哪里|哪年|哪|多少|多久|几个|几条|几年|吗|呢|吧|啊|呀|嘛|的|了|是不是|是否|能不能|可不可以|"
    r"能否|可否|可以|有没有|应该|应当|需要|一下|这个|那个|这些|那些|我们|咱们|他们|你们|我|你|它|其|"
    r"规定|文件|关于|有关|相关|具体|里面|里头|里|谁|能|会|要|有|是|在|和|与|及|或|等|按|被|把|对|就|都|也|还|又|再|由|给|到|从|"
    r"一次|一个|几|多|湖南省|湖南|省|该"
)


def _bigrams(text: str) -> list[str]:
    grams: list[str] = []
    for run in _HAN.findall(text):
        if run[0].isascii() or len(run) == 1:
            grams.append(run)
        else:
            grams.extend(run[i : i + 2] for i in range(len(run) - 1))
    return grams


def content_words(question: str) -> str:
    """The question less its asking and gluing words, folded."""
    return "".join(_HAN.findall(_FUNCTION_WORDS.sub(" ", fold(question))))


class TermStatistics:
    """Inverse document frequencies of character bigrams over a set of texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        frequency: Counter[str] = Counter()
        self._size = 0
        for text in texts:
            self._size += 1
            frequency.update(set(_bigrams(fold(text))))
        self._frequency = frequency

    def weight(self, gram: str) -> float:
        """Smoothed inverse document frequency, at least a little for common ones.

        A bigram that no text has gets the highest weight: a question made of such bigrams is
        about something else.
        """
        return math.log(1 + self._size / (1 + self._frequency[gram])) + 0.1

    def knows(self, gram: str) -> bool:
        """Whether any text has it."""
        return self._frequency[gram] > 0


class Terms:
    """The question as groups of bigrams; a group is one wording, or a concept with all its wordings.

    Args:
        question: stand-alone question.
        concepts: its concepts; a text that has any other wording of a concept counts as having it.
        statistics: weights.
    """

    def __init__(self, question: str, concepts: Concepts, statistics: TermStatistics) -> None:
        folded = fold(question)
        content = _FUNCTION_WORDS.sub(" ", folded)
        self.grams = {gram: statistics.weight(gram) for gram in _bigrams(content)}
        self._synonyms: dict[str, frozenset[str]] = {}
        for concept, wordings in concepts.items():
            words = concept_words(concept)
            for wording in wordings:
                for gram in _bigrams(wording):
                    if gram in self.grams:
                        self._synonyms[gram] = self._synonyms.get(gram, frozenset()) | words
        self.total = sum(self.grams.values())
        self.unknown = sum(
            weight for gram, weight in self.grams.items() if not statistics.knows(gram) and gram not in self._synonyms
        )

    def coverage(self, text: str) -> float:
        """Share of the question's weight that `text` contains, 0 to 1; another wording counts half."""
        if not self.total:
            return 0.0
        grams, folded = _grams_of(text)
        got = 0.0
        for gram, weight in self.grams.items():
            if gram in grams:
                got += weight
            elif any(word in folded for word in self._synonyms.get(gram, ())):
                got += weight / 2
        return got / self.total


@lru_cache(maxsize=8192)
def _grams_of(text: str) -> tuple[frozenset[str], str]:
    folded = fold(text)
    return frozenset(_bigrams(folded)), folded
