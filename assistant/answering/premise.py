"""What a question takes for granted and the clauses say otherwise: 既然每两年复核一次…"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.conversation.lexicon import fold
from index.numerals import parse_numeral

_N = r"(\d+|[一二两三四五六七八九十]+)"
# Figures that a question may state: an interval, a validity, a quota, an amount. Years of the calendar are none.
_STATED = (
    ("每{}年", re.compile(rf"每{_N}年")),
    (
        "{}年",
        re.compile(
            rf"(?<![每\d]){_N}年(?!前|内|来|度|\d|月|底|初|以前|之前|后|以来|的时候)(?!.{{0,3}}(?:事故|污染))"
        ),
    ),
    ("不超过{}个", re.compile(rf"(?:不超过|最多|上限是?){_N}个")),
    ("{}万元", re.compile(rf"{_N}万(?:元)?")),
)
_PERIODS = re.compile(r"每(?:个)?(季度|月|周|半年)")


def contradictions(question: str, statements: Iterable[str]) -> list[str]:
    """Figures that the question states and that are not those of the statements.

    Args:
        question: stand-alone question.
        statements: sentences and quotes that answer it.

    Returns:
        The question's wordings (`每两年`) for which the statements give another figure of the same kind.
    """
    text, said = fold(question), fold("\n".join(statements))
    wrong = []
    for _, pattern in _STATED:
        stated = {(match.group(), _value(match.group(1))) for match in pattern.finditer(text)}
        given = {_value(match.group(1)) for match in pattern.finditer(said)}
        wrong += [words for words, value in sorted(stated) if given and value not in given]
    for match in _PERIODS.finditer(text):
        if match.group() not in said and re.search("每(?:年|三年|[一二三四五六七八九十]年)|底前", said):
            wrong.append(match.group())
    return list(dict.fromkeys(wrong))


def _value(numeral: str) -> int | None:
    try:
        return parse_numeral(numeral)
    except ValueError:
        return None
