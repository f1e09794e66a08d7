"""Documents that are not in the corpus since another repealed them, as questions name them."""

from __future__ import annotations

import re

from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from index.analysis import bigrams
from index.documents import Document

_SAME_TITLE = 0.6  # share of a title's bigrams from which a question names it
# 「被废掉的那个意见」, where the documents tell of one only.
_THE_REPEALED = re.compile(
    r"被(?:它|工作方案|方案)?(?:废止|废除|废掉|取代|顶掉|替掉|废)了?的(?:那)?(?:个|份|部)?(?:老|旧)?(?:意见|文件|东西|文|是)|(?:老|旧)(?:的)?(?:那)?(?:个|份)?意见"
)


def repealed_in(text: str, context: Context) -> tuple[Document, str] | None:
    """The document that repealed one which `text` names by number, title or as the repealed one, and that one's name."""
    if _THE_REPEALED.search(text):
        known = [
            (document, title) for document in context.corpus.documents.values() for title in document.repeals
        ]
        if len(known) == 1:
            return known[0]
    for document in context.corpus.documents.values():
        for repealed in document.repeals:
            folded = fold(repealed)
            number = re.search(r"[一-鿿]{2,8}[〔\[(]\d{4}[〕\])]\d+号", folded)
            title = re.search(r"《([^》]+)》", folded)
            pairs = frozenset(bigrams(title.group(1))) if title else frozenset()
            own = frozenset(bigrams(fold(document.title)))
            telling = pairs - own
            said = frozenset(bigrams(text))
            sentence = re.search(rf"[^。\n]*{re.escape(repealed[:20])}", document.body)
            if (
                (number and _numbered(number.group(), text))
                or (sentence and _of_its_month(sentence.group(), repealed, text))
                or (telling and len(telling & said) >= _SAME_TITLE * len(telling))
            ):
                return document, repealed
    return None


def _of_its_month(sentence: str, repealed: str, text: str) -> bool:
    """Whether `text` gives the month of a document and what sort it is (2020年5月那个意见)."""
    when = re.search(r"(\d{4})年(\d{1,2})月", sentence)
    noun = re.search(r"(意见|办法|方案|通知|规划|决定)》", repealed)
    if when is None or noun is None:
        return False
    said = re.search(rf"{when[1]}年{when[2]}月", text)
    return said is not None and re.search(rf"{noun[1]}|文件|那个文|那份", text) is not None


def _numbered(number: str, text: str) -> bool:
    """Whether `text` gives a document's number: 湘办发〔2020〕7号, 湘办发7号, 2020年7号文."""
    parts = re.fullmatch(r"([一-鿿]+)\W(\d{4})\W(\d+)号", number)
    if parts is None:
        return False
    code, year, count = parts.groups()
    return (
        re.search(
            rf"(?:{code}\W*(?:{year})?|{year})\W*年?(?:的|第)?\W*(?<!\d){count}号|(?<![\d第]){count}号文",
            text,
        )
        is not None
    )
