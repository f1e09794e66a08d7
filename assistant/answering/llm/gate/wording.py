"""One form for the many ways of writing the same thing, so that texts can be compared as strings."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from assistant.answering.llm.gate.vocabulary import vocabulary
from index.analysis import equivalents, fold
from index.numerals import parse_numeral

_CHINESE: Final = "零〇一二三四五六七八九十百千两"
_NUMERAL: Final = rf"[{_CHINESE}]+(?:[万亿][{_CHINESE}]*)*"
_UNITS: Final = (
    "年度|周年|年|个月|月|日|天|周|季度|次|届|个|家|项|条|字|页|亿元|万元|元|亩|人|种|类|批|名|位|件|份|步|大|支|"
    "倍|小时|分钟|工作日|级|章|部分|席|行|列|栏|张|轮|方|款|县|市|%|成|回|亿|万|期|点"
)
# Words that begin with a numeral and count nothing.
_IDIOMS: Final = re.compile(
    "(?:这|那|哪|某|任|上|下|同|每|另)一|一定|一般|一些|一致|一体|统一|进一步|之一|一大?批|一系列|一旦|一律|唯一|一方面|万一|一并|一起|一同|一直|一样|一经|一是|"
    "[二三四五六]是|(?<=是)一(?:家|个|种|类|项|份)(?=[一-鿿]{2})|(?<!第)另?一(?:类|种|项|个|家|条|份|部分)(?=是|为|叫|指)|(?<![第有共计列是为])一(?:项|条|类|栏)(?=[，,。;；]|里|中|内|$)|单一|一流|新一代|一站式|一条龙|一件事|一把手|十分|千方百计|十四五|一带一路|一点|一定要|不一定|(?<![零〇一二三四五六七八九十百千两\\d])[千百万]亿"
)
_COUNTED: Final = re.compile(rf"({_NUMERAL})(?=(?:{_UNITS}))")
_ORDINAL: Final = re.compile(
    rf"(?<=第)({_NUMERAL})|(?<=\()({_NUMERAL})(?=\))|(?<=附件)([{_CHINESE}]+)|(?<=序号)([{_CHINESE}]+)"
)
_PERCENT: Final = re.compile(rf"百分之({_NUMERAL}(?:点[{_CHINESE}]+)?|\d+(?:\.\d+)?)")
_TENTHS: Final = re.compile(rf"([{_CHINESE}]|\d)成(?=以|的|左|$|[，。,;；、])")
_GROUPED: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_MARKUP: Final = re.compile(r"[*_`#>~“”\"'‘’「」『』]|(?<![0-9a-z])\s+|\s+(?![0-9a-z])")
_RANGE: Final = re.compile(r"(?<=\d)(?:-|—|–|~|～|至|到)(?=\d)")
_BIG: Final = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)(亿|万)?(?=元|人|家|个|户|吨|亩|字|%)")
_DATE: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_ONCE: Final = re.compile(r"(?<!每)(?<!\d)(\d+)(年|个月|季度)([^，。；,;\d]{0,8}?)(?:1次|1回|1审|1复核)")
_IN_UNITS: Final = re.compile(
    r"以(?P<unit>[^,。;]{1,8}?)为单位|按(?:照)?(?P<other>[^,。;]{0,6}[元亩人个%吨里])来?填[报写]?"
)
_THEN: Final = re.compile(",(?=(?:这|此时|然后)?(?:才|方可|方能))")  # 胜出，才能认定: one statement
_STOPS: Final = str.maketrans(
    {"，": ",", "；": ";", "：": ":", "。": "。", "！": "!", "？": "?", ".": ".", "、": "、"}
)


def _number(text: str) -> str:
    try:
        return str(parse_numeral(text))
    except ValueError:
        return text


def _arabic(match: re.Match[str]) -> str:
    return _number(next(group for group in match.groups() if group))


def _percent(match: re.Match[str]) -> str:
    whole, _, rest = match.group(1).partition("点")
    digits = "".join(_number(digit) for digit in rest)
    return f"{_number(whole)}{'.' + digits if digits else ''}%"


def _plain_amount(match: re.Match[str]) -> str:
    """`15000万` and `1.5亿` written alike: in the largest unit of which there is at least one."""
    value = float(match.group(1)) * {"亿": 1e8, "万": 1e4, None: 1.0}[match.group(2)]
    for unit, size in (("亿", 1e8), ("万", 1e4)):
        if value >= size:
            return f"{value / size:.10g}{unit}"
    return f"{value:.10g}"


def _numerals(text: str) -> str:
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match.group())
        return f"\x00{len(kept) - 1}\x01"

    text = _PERCENT.sub(_percent, text)
    text = _IDIOMS.sub(hide, text)
    text = _TENTHS.sub(lambda match: f"{_number(match.group(1))}0%", text)
    text = _ORDINAL.sub(_arabic, text)
    text = _COUNTED.sub(_arabic, text)
    text = re.sub("\x00(\\d+)\x01", lambda match: kept[int(match.group(1))], text)
    text = _DATE.sub(lambda match: f"{match.group(1)}年{int(match.group(2))}月{int(match.group(3))}日", text)
    text = re.sub(r"(?<=[年月])0(?=\d[月日])", "", text)
    text = _BIG.sub(_plain_amount, _GROUPED.sub("", text))
    text = text.replace("周年", "年").replace("2者", "两者")
    return _ONCE.sub(lambda match: f"每{match.group(1)}{match.group(2)}{match.group(3)}1次", text)


@cache
def _other_names() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Short and long names of bodies, each group under its longest name."""
    groups = []
    for names in equivalents():
        longest = max(names, key=len)
        others = sorted(
            (name for name in names if name != longest and name not in longest), key=len, reverse=True
        )
        if others:
            groups.append((re.compile("|".join(map(re.escape, others))), longest))
    return tuple(groups)


def canonical(text: str) -> str:
    """`text` in the form in which texts are compared.

    Width, case, traditional characters, numerals, quotation marks, names of bodies and synonyms are
    made alike; the order of what is said stays as it is.

    >>> canonical("每三年开展一次复核") == canonical("每３年开展1次复核")
    True
    """
    text = _numerals(_MARKUP.sub("", fold(text).translate(_STOPS)))
    text = text.replace("每隔", "每")
    for pattern, name in _other_names():
        text = pattern.sub(name, text)
    for pattern, name in vocabulary().same:
        text = pattern.sub(name, text)
    text = _IN_UNITS.sub(lambda match: f"单位是{match.group('unit') or match.group('other')}", text)
    return _RANGE.sub("至", _THEN.sub("", text))
