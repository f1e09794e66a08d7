"""Turn text into search terms: jieba words and character bigrams.

Both sides of a search, passages and questions, go through the same folding: full-width and compatibility
forms, case, traditional characters.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import threading
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar, Final

# Raised when terms are made differently, so that an index built before counts as stale.
VERSION: Final = "1"

_RUN: Final = re.compile(r"[a-z0-9]+(?:[.\-][a-z0-9]+)*|[㐀-鿿豈-﫿]+")
_HAN: Final = re.compile(r"[㐀-鿿豈-﫿]")
_CACHE_BYTES: Final = 16 << 20


def _lines(name: str) -> Iterator[str]:
    for line in files("corpus").joinpath("lexicon", name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


@cache
def _simplified() -> dict[int, str]:
    return {ord(pair.split()[0]): pair.split()[1] for pair in _lines("traditional.txt")}


@cache
def _only_traditional() -> dict[int, str]:
    """The same without characters that simplified texts use too (覆盖)."""

    def traditional(code: int) -> bool:
        try:
            chr(code).encode("gb2312")
        except UnicodeEncodeError:
            return True
        return False

    return {code: simple for code, simple in _simplified().items() if traditional(code)}


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(_lines("stopwords.txt"))


@cache
def equivalents() -> tuple[tuple[str, ...], ...]:
    """Groups of names of one thing (人社厅, 人力资源社会保障厅), folded."""
    return tuple(tuple(fold(name) for name in line.split()) for line in _lines("equivalents.txt"))


def other_names(question: str) -> list[str]:
    """Other names of what a question names (人社厅: 人力资源社会保障厅), to be searched besides it.

    Only for questions: passages keep their own words, so the list can grow without a new index.
    """
    folded = fold(question)
    found = []
    for group in equivalents():
        if any(name in folded for name in group):
            found += [name for name in group if name not in folded]
    return found


@cache
def lexicon_stamp() -> str:
    """Hash of this module's version and of the word lists; terms made under another stamp do not match."""
    digest = hashlib.sha256(VERSION.encode())
    for name in ("words.txt", "stopwords.txt", "traditional.txt"):
        digest.update("\n".join(_lines(name)).encode())
    return digest.hexdigest()[:16]


def fold(text: str) -> str:
    """The text with differences of writing removed: width, case, traditional characters."""
    return unicodedata.normalize("NFKC", text).lower().translate(_simplified())


def simplified(text: str) -> str:
    """The text in simplified characters, all else as it stands.

    >>> simplified("覆蓋率與產業鏈")
    '覆盖率与产业链'
    """
    return text.translate(_only_traditional())


def bigrams(text: str) -> list[str]:
    """Overlapping pairs of Chinese characters; Latin words and numbers whole; a lone character by itself.

    Pairs do not reach across punctuation.

    >>> bigrams("县（市）A股3.5%")
    ['县', '市', 'a', '股', '3.5']
    """
    terms: list[str] = []
    for match in _RUN.finditer(fold(text)):
        run = match.group()
        if len(run) == 1 or not _HAN.match(run):
            terms.append(run)
        else:
            terms.extend(run[position : position + 2] for position in range(len(run) - 1))
    return terms


class Words:
    """Cuts text into words with jieba and the dictionary of this field.

    jieba is loaded at the first call, once for the whole process: its dictionary takes a second and 100 MB.

    Args:
        cache_dir: where jieba's prefix dictionary may be cached; None for the system's temporary folder.
    """

    _tokenizer: ClassVar[Any] = None
    _lock: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, cache_dir: Path | None = None) -> None:
        self._cache_dir = cache_dir

    def __call__(self, text: str) -> list[str]:
        """Words in search mode (long words and the shorter ones inside them), stop words left out."""
        tokenizer = self._tokenizer or self._load()
        stop = _stopwords()
        return [
            word for word in tokenizer.cut_for_search(fold(text)) if word not in stop and _RUN.match(word)
        ]

    def tokens(self, text: str) -> list[str]:
        """A folded text cut into words, nothing left out: joined they are the text."""
        return list((self._tokenizer or self._load()).cut(text))

    def frequency(self, word: str) -> int:
        """How often a folded word stands in the texts that the general dictionary was counted in; 0 for none."""
        return int((self._tokenizer or self._load()).FREQ.get(word) or 0)

    def _load(self) -> Any:
        with Words._lock:
            if Words._tokenizer is None:
                Words._tokenizer = make_tokenizer(self._cache_dir)
        return Words._tokenizer


def make_tokenizer(cache_dir: Path | None) -> Any:
    """A jieba tokenizer with the dictionary of this field, its cache in `cache_dir`."""
    import logging

    import jieba

    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    if cache_dir is not None and _writable(cache_dir):
        tokenizer.tmp_dir = str(cache_dir)
    tokenizer.initialize()
    for word in _lines("words.txt"):
        # punctuation inside a word would never be matched: jieba cuts there first
        if all(_HAN.match(letter) for letter in fold(word)):
            tokenizer.add_word(fold(word))
    return tokenizer


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # where the cache does not fit, jieba leaves a piece of it behind each time
        return shutil.disk_usage(folder).free > _CACHE_BYTES
    except OSError:
        return False
