"""Concepts: which of this field's notions a text mentions, whatever the wording."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from index.analysis import fold as normalised

Concepts = dict[str, tuple[str, ...]]


def read_yaml(*parts: str) -> Any:
    """Parse a YAML file of `corpus/`, given by its path parts."""
    text = files("corpus").joinpath(*parts).read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Fold width, case, traditional characters, dialect words and white space, so that words compare equal.

    Chinese punctuation is folded to its ASCII form where Unicode has one; the result is for
    matching only and never shown.
    """
    folded = re.sub(r"\s+", " ", normalised(text)).strip()
    spoken, told = _dialect()
    if spoken.search(folded):
        for pattern, plain in told:
            folded = pattern.sub(plain, folded)
    return folded


@lru_cache(maxsize=1)
def _dialect() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """The words of `corpus/lexicon/dialect.yaml`: one pattern of them all, and each with its standard word."""
    entries = [(str(words), str(plain)) for words, plain in read_yaml("lexicon", "dialect.yaml")]
    together = re.compile("|".join(f"(?:{words})" for words, _ in entries))
    return together, tuple((re.compile(words), plain) for words, plain in entries)


@lru_cache(maxsize=1)
def _raw_concepts() -> dict[str, list[Any]]:
    return dict(read_yaml("lexicon", "concepts.yaml"))


@lru_cache(maxsize=1)
def _concepts() -> dict[str, tuple[str, ...]]:
    # Longest first, so that the matched wording is the most specific one.
    return {
        concept: tuple(sorted((str(word) for word in words), key=len, reverse=True))
        for concept, words in _raw_concepts().items()
    }


@lru_cache(maxsize=256)
def concept_words(concept: str) -> frozenset[str]:
    """The wordings of a concept, folded, without its patterns."""
    return frozenset(fold(word) for word in _concepts().get(concept, ()) if not word.startswith("~"))


# Concepts whose first wording is the documents' own; the others ask or point and expand to nothing.
EXPANDABLE = frozenset(
    [
        "apply",
        "review",
        "revoke",
        "report",
        "money",
        "joint",
        "cross_region",
        "voluntary",
        "publicity",
        "preliminary",
        "final",
        "procedure",
        "material",
        "valid",
        "organisation",
        "park",
        "trainee",
        "truth",
        "recommend",
        "condition",
        "applicant",
        "sme",
        "lead",
        "purpose",
    ]
)


def canonical_word(concept: str) -> str | None:
    """The documents' own word for a concept (抽查 → 复核); None where it has none."""
    if concept not in EXPANDABLE:
        return None
    return fold(str(_raw_concepts()[concept][0]))


@lru_cache(maxsize=1)
def _synonyms() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """A pattern of all wordings, longest first, and the documents' terms that each stands for."""
    terms: dict[str, list[str]] = {}
    for term, wordings in read_yaml("lexicon", "synonyms.yaml").items():
        for wording in wordings:
            terms.setdefault(fold(str(wording)), []).append(fold(str(term)))
    ordered = sorted(terms, key=lambda wording: (-len(wording), wording))
    return re.compile("|".join(map(re.escape, ordered))), {key: tuple(value) for key, value in terms.items()}


def synonyms_in(text: str) -> dict[str, tuple[str, ...]]:
    """Wordings in `text` that the documents word otherwise, each with the documents' terms for it."""
    pattern, terms = _synonyms()
    return {match.group(): terms[match.group()] for match in pattern.finditer(fold(text))}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    patterns = {}
    for concept, words in _concepts().items():
        alternatives = [word[1:] if word.startswith("~") else re.escape(fold(word)) for word in words]
        patterns[concept] = re.compile("|".join(alternatives))
    return patterns


def concepts_in(text: str) -> Concepts:
    """The concepts that `text` mentions, each with the wordings found, in order of appearance.

    Args:
        text: a question; full-width and half-width forms are equal.
    """
    folded = fold(text)
    found: Concepts = {}
    for concept, pattern in _patterns().items():
        words = tuple(dict.fromkeys(match.group() for match in pattern.finditer(folded)))
        if words:
            found[concept] = words
    return found


_WORD = re.compile(r"[一-鿿]+|[a-z0-9+.]+")

# Words that ask or glue; they say nothing about the subject.
_FUNCTION_WORDS = re.compile(
    r"请问一下|什么是|什么叫|请问|我想问|想问|问一下|帮我|告诉我|麻烦|咨询|什么时候|为什么|是什么|有什么|什么|怎么样|怎么|怎样|如何|"
    r"啥|咋|干嘛|方面|那部分|这部分|内容|职责|依据|根据|哪些|哪个|哪家|哪条|哪里|哪年|哪一条|哪|多少|多久|几个|几条|几年|"
    r"是不是|是否|能不能|可不可以|能否|可否|可以|有没有|应该|应当|需要|一下|这个|那个|这些|那些|我们|咱们|他们|你们|"
    r"规定|文件|关于|有关|相关|具体|里面|里头|一次|一个|湖南省|湖南|具体"
)
# Single characters that glue; they may stand inside a word (新能源, 对象), so they are never cut out.
FUNCTION_CHARACTERS = frozenset(
    "吗呢吧啊呀嘛的了我你他她它其能会要有是在和与及或等按被把对就都也还又再由给到从里谁几多省该那这个咱做去来说"
)


def words_in(text: str) -> list[str]:
    """Runs of Chinese characters and of Latin letters or digits in a folded text."""
    return _WORD.findall(text)


def without_function_words(text: str) -> str:
    """A folded question with its asking and gluing words blanked out."""
    return _FUNCTION_WORDS.sub(" ", text)


def content_words(question: str) -> str:
    """The question less its asking and gluing words, folded, without punctuation."""
    return "".join(words_in(without_function_words(fold(question))))
