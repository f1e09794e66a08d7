"""Finding, inside a clause, the words that answer a question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.composer import QUOTE_LIMIT, shorten
from assistant.conversation.plan import Expected
from assistant.conversation.terms import Terms

_PIECE = re.compile(r"[^。！？；;\n]+[。！？；;]?")
_SUBPIECE = re.compile(r"[^，,]+[，,]?")
_NUMERAL = r"[0-9０-９一二三四五六七八九十百两]+"

# What an answer of each kind must contain; kinds that are absent demand nothing of the words.
_SHAPES: dict[Expected, re.Pattern[str]] = {
    "amount": re.compile(rf"{_NUMERAL}(?:\.\d+)?\s*(?:万|亿|千万|百万)?元"),
    "telephone": re.compile(r"1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\b\d{7,8}\b|https?://|@"),
    "date": re.compile(rf"{_NUMERAL}\s*(?:年|月|日)|每年|月底|年底|当年|之日"),
    "frequency": re.compile(rf"适时|根据需要|不定期|每[^，。]{{0,4}}(?:年|季度|月|批)|{_NUMERAL}年|定期"),
    "count": re.compile(rf"{_NUMERAL}\s*(?:个|家|项|条|类|次|字|人|亿元|万元|%|大)"),
    "place": re.compile("网站|所在|市州|市|县|园区|地点|区"),
}
_FORM = 0.15  # what having the form that is asked for counts for beside the terms covered
_UNIT_ASKED = re.compile(r"(?:几|多少)(?:个)?(天|分|字|页|人|名|家|个|条|项|次|类|万|亿|份|届|年|月|工作日)")
# Measure words that count the same things; days and people are counted in words of their own.
_COUNTERS = "个|家|条|项|类|次|大|种|批|部分"
_SAME_UNIT = dict.fromkeys("个家条项类次", _COUNTERS) | {
    "人": "人|名",
    "名": "人|名|个",
    "天": "天|日|个?工作日",
    "工作日": "天|日|个?工作日",
    "亿": "亿",
    "万": "万",
}


# Words that name who does something; a sentence that has them answers 谁 rather than one that has more of the question's.
_NAMES_DOER = re.compile(
    "由[^，。]{2,24}(?:牵头|负责|组织|作为|签|编|出|认定)|牵头|会同|负责人|（[^（）]*政府）"
)
_DOER = 0.3
_HEADS = 0.3  # what being but the heading of a clause of several sentences takes off
_HEAD = 20  # characters of a heading
_FEW = 2  # sentences


@dataclass(frozen=True)
class Extract:
    """A verbatim piece of a clause and how well it fits.

    Attributes:
        quote: contiguous words of the clause.
        score: weight of the question's terms that it contains, 0 to 1.
        shaped: whether it contains what the kind of question demands (a date, an amount …).
    """

    quote: str
    score: float
    shaped: bool


def has_shape(text: str, expected: Expected) -> bool:
    """Whether `text` contains what a question of this kind asks for."""
    shape = _SHAPES.get(expected)
    return shape is None or shape.search(text) is not None


def has_unit_asked(text: str, question: str) -> bool:
    """Whether `text` has a figure in the unit that `question` asks for (多少天 → 几日); True where it asks for none."""
    match = _UNIT_ASKED.search(question)
    if not match:
        return True
    unit = match.group(1)
    return re.search(rf"{_NUMERAL}\s*(?:{_SAME_UNIT.get(unit, unit)})", text) is not None


def asks_own_unit(question: str) -> bool:
    """Whether the question asks for a figure in a unit of its own (天, 字, 份), not merely how many."""
    match = _UNIT_ASKED.search(question)
    return match is not None and match.group(1) not in _COUNTERS.replace("|", "")


def counts_parts(question: str) -> bool:
    """Whether the question asks how many parts something has (分几个部分, 有几项), which its items answer."""
    return re.search(r"(?:几|多少)个?(?:部分|项|条|类|点|块|方面|章|节|步|大)", question) is not None


def demands_shape(expected: Expected) -> bool:
    """Whether answers of this kind can be recognised by their form."""
    return expected in _SHAPES


def _fit(sentence: str, terms: Terms, expected: Expected) -> str:
    """Cut an over-long sentence down to the run of its parts that carries the terms, and the form asked for."""
    if len(sentence) <= QUOTE_LIMIT:
        return sentence
    parts = [match.span() for match in _SUBPIECE.finditer(sentence)]
    best, best_score = sentence, -1.0
    for first in range(len(parts)):
        for last in range(first, len(parts)):
            piece = sentence[parts[first][0] : parts[last][1]]
            if len(piece) > QUOTE_LIMIT:
                break
            score = terms.coverage(piece) - 0.0005 * len(piece)
            score += _FORM if demands_shape(expected) and has_shape(piece, expected) else 0.0
            if score > best_score:
                best, best_score = piece, score
    return shorten(best.strip().rstrip("，,"))


def extract(text: str, terms: Terms, expected: Expected) -> Extract | None:
    """The sentence of `text` that answers best.

    Args:
        text: a clause, verbatim.
        terms: the question's weighted terms.
        expected: the kind of answer expected; a sentence that has its form is preferred.

    Returns:
        The best piece, at most `QUOTE_LIMIT` characters; None for a text without words.
    """
    best: Extract | None = None
    best_rank = -_HEADS
    pieces = list(_PIECE.finditer(text))
    for match in pieces:
        sentence = match.group().strip().lstrip("|").strip()
        if not re.search(r"\w", sentence):
            continue
        piece = _fit(sentence, terms, expected)
        score, shaped = terms.coverage(piece), has_shape(piece, expected)
        rank = score + (_FORM if shaped and demands_shape(expected) else 0.0)
        rank += _DOER if expected == "organisation" and _NAMES_DOER.search(piece) else 0.0
        # 「协同创新能力强。」 says what the clause is about, the sentences after it what is asked
        rank -= _HEADS if match is pieces[0] and len(pieces) > _FEW and len(piece) <= _HEAD else 0.0
        if rank > best_rank:
            best, best_rank = Extract(piece, score, shaped), rank
    return best
