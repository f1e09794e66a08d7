"""Sentences and clauses of Chinese prose."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.checker.labels import flat
from assistant.checker.sentences.masks import without_names

_ENDS = re.compile(r"(?<=[。！？!?；;])|\n+")
_SEPARATOR = re.compile(r"(?<!\d),|,(?!\d{3})|(?<!\d):|:(?!\d)|;|。|!|\?|——|--")
# 但 and its like begin a clause of their own, with or without a comma before them.
_CONTRAST = re.compile(r"(?<![不非])但是?(?!凡|愿|书)|然而|不过(?!关)|(?<=[^,])却(?=[没未无不缺难])")
# A clause that says only when, or leads in the next one, is part of that.
_LEAD_IN = re.compile(
    r"^(?:(?:截至|截止|到|至|自|从|在)?(?:(?:19|20)\d{2}年|近[一二两三四五六\d]+年|[一二两三四五\d]+年)?(?:以?来|底|末|度|初|内|\d{1,2}月(?:份|底|初|末)?(?:\d{1,2}日)?)?(?:以来|为止|期间)?"
    r"|目前|其中|同时|此外|另外|近年来?|过去|当年|全年|今年|明年|未来[^,]{1,4}|下一步|下一阶段|今后|接下来|为此|[一二三四五六七八九十]是|\d[.、]?|首先|其次|据统计|据初步统计"
    r"|[“\"]?十[三四五]五[”\"]?(?:以来|期间|时期|末)?)$"
)


def split_sentences(text: str) -> list[str]:
    """Sentences of a text; a semicolon ends one."""
    return [part.strip() for part in _ENDS.split(text) if part.strip()]


@lru_cache(maxsize=8192)
def split_clauses(sentence: str) -> tuple[tuple[str, str], ...]:
    """Clauses of a sentence in normal form, each with the mark that ends it.

    Args:
        sentence: one sentence, as written.
    """
    text = flat(sentence)
    masked = without_names(text)  # of the same length
    cuts: list[tuple[int, int, str]] = [(m.start(), m.end(), m.group()) for m in _SEPARATOR.finditer(masked)]
    cuts += [(m.start(), m.start(), "") for m in _CONTRAST.finditer(masked)]
    out: list[tuple[str, str]] = []
    begin = 0
    held = ""
    for start, end, mark in [*sorted(cuts), (len(text), len(text), "")]:
        clause = held + text[begin:start]
        begin = end
        if not clause:
            continue
        if _LEAD_IN.match(clause) and mark in (",", ":") and end < len(text):
            held = clause + ","
            continue
        held = ""
        out.append((clause, mark))
    return tuple(out)
