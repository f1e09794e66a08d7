"""Words of the field typed with characters of the same sound (复合 for 复核) or of a like shape (授脾 for 授牌)."""

from __future__ import annotations

from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import product

from assistant.conversation.lexicon import fold
from index.analysis import Words
from index.corpus import Corpus

_LENGTHS = (2, 3, 4, 5)
# Characters with two common readings; of rare ones (控 qiāng) nothing is typed.
_ALSO_READ = {
    "曾": "zeng",
    "调": "tiao",
    "行": "hang",
    "重": "chong",
    "长": "zhang",
    "称": "chen",
    "率": "shuai",
}
_ALSO_READ |= {"传": "zhuan", "还": "huan", "会": "kuai", "都": "du", "度": "duo", "单": "shan"}
# Words that glue sentences are in no word of the field.
_GLUE = frozenset("是的那哪这它我你他要都各谁给能在用到前先被把对和与由吗呢了也又再有没不几多每两")
# Terms of the rules, which are meant even where a word of everyday use was typed (复合, 公式); for any other term
# such a word is no slip (万一 is not 万亿).
_TERMS = frozenset(
    [
        "复核",
        "公示",
        "申报",
        "初赛",
        "决赛",
        "竞赛",
        "初审",
        "授牌",
        "集群",
        "名单",
        "奖励",
        "撤销",
        "培育",
        "推荐",
        "佐证",
        "园区",
        "促进",
        "意见",
        "盖章",
    ]
)
_EVERYDAY = 50  # count in the general dictionary from which a word is in everyday use


@lru_cache(maxsize=4096)
def _readings(word: str) -> frozenset[str]:
    """The usual ways to read a word, toneless."""
    from pypinyin import lazy_pinyin

    whole = lazy_pinyin(word)
    choices = [
        {reading, _ALSO_READ.get(character, reading)} for character, reading in zip(word, whole, strict=True)
    ]
    return frozenset(" ".join(reading) for reading in product(*choices))


@lru_cache(maxsize=1)
def _lookalikes() -> dict[str, str]:
    """The characters that each is mistaken for, from `corpus/lexicon/shapes.txt`."""
    found: dict[str, str] = {}
    text = files("corpus").joinpath("lexicon", "shapes.txt").read_text(encoding="utf-8")
    for group in (line for line in text.splitlines() if line and not line.startswith("#")):
        for character in group:
            found[character] = found.get(character, "") + group.replace(character, "")
    return found


class Homophones:
    """Finds words in a question that no text has and that sound or look like a word of the field.

    Args:
        corpus: the documents; what stands in them is no slip.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        """Words of the field by their sound, from `corpus/lexicon/sounds.txt`: a word and its readings a line."""
        sounds: dict[str, list[str]] = {}
        lines = files("corpus").joinpath("lexicon", "sounds.txt").read_text(encoding="utf-8").splitlines()
        for line in lines:
            if line.startswith("#"):
                continue
            term, _, readings = line.partition(" ")
            for reading in readings.split("|"):
                sounds.setdefault(reading, []).append(term)
        return sounds

    @cached_property
    def _known(self) -> str:
        """Everything that is written somewhere: a word found here is meant as it stands."""
        asked = (
            question
            for document in self._corpus.documents.values()
            for questions in document.questions.values()
            for question in questions
        )
        texts = (document.body for document in self._corpus.documents.values())
        terms = (term for found in self._by_sound.values() for term in found)
        return fold("\n".join((*texts, *asked, *terms)))

    def slips(self, question: str) -> dict[str, str]:
        """Slips in a question, each with the word that is meant; the longest first, none inside another.

        Args:
            question: any text.
        """
        text = fold(question)
        found: dict[str, str] = {}
        taken: set[int] = set()
        for length in sorted(_LENGTHS, reverse=True):
            for start in range(len(text) - length + 1):
                places = set(range(start, start + length))
                word = text[start : start + length]
                if places & taken or not _chinese(word) or _GLUE & set(word) or word in self._known:
                    continue
                meant = self._meant(word)
                if meant is not None and self._stands_alone(word, text):
                    found[word] = meant
                    taken |= places
        return found

    def corrected(self, question: str) -> tuple[str, dict[str, str]]:
        """The question with its slips mended, and the slips."""
        slips = self.slips(question)
        text = question
        if slips:
            text = fold(question)
            for word, meant in slips.items():
                text = text.replace(word, meant)
        return text, slips

    @cached_property
    def _all_terms(self) -> frozenset[str]:
        return frozenset(term for terms in self._by_sound.values() for term in terms)

    def _alike(self, word: str) -> set[str]:
        """Words of the field that differ from `word` by one character of a like shape."""
        other = (
            word[:place] + character + word[place + 1 :]
            for place, typed in enumerate(word)
            for character in _lookalikes().get(typed, "")
        )
        return {term for term in other if term in self._all_terms}

    def _meant(self, word: str) -> str | None:
        sounds = {term for reading in _readings(word) for term in self._by_sound.get(reading, ())}
        terms = sorted(sounds | self._alike(word))
        if Words().frequency(word) >= _EVERYDAY:
            terms = [term for term in terms if term in _TERMS]
        same = {term: sum(a == b for a, b in zip(word, term, strict=True)) for term in terms}
        best = max(terms, key=lambda term: (term in _TERMS, same[term]), default=None)
        return best if best is not None and 2 * same[best] >= len(word) else None

    def _stands_alone(self, word: str, text: str) -> bool:
        """Whether the word is cut out by itself: no seam of two words (单有 in 名单有), no part of one (复合 in 复合材料)."""
        place = 0
        starts, ends = set(), set()
        for token in _tokens(text):
            starts.add(place)
            place += len(token)
            ends.add(place)
        start = text.find(word)
        return start in starts and start + len(word) in ends


def _chinese(word: str) -> bool:
    return all("一" <= character <= "鿿" for character in word)


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(Words().tokens(text))
