"""Which lines look as if a numbered part began there.

Looks only: whether the number fits its surroundings is for `index.parsing.outline` to decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from index.numerals import CHINESE, NUMERAL, half_width_digits, parse_numeral, to_chinese

MarkerKind = Literal[
    "annex", "chapter", "division", "article", "section", "item", "decimal", "point", "subpoint", "circled"
]

_HAN = f"[{CHINESE}]+"
_ANNEX = re.compile(rf"附\s*件\s*({NUMERAL})?\s*[:：]?\s*(.*)", re.DOTALL)
_CHAPTER = re.compile(rf"第\s*({NUMERAL})\s*([章编篇]|部\s*分)(.*)", re.DOTALL)
_DIVISION = re.compile(rf"第\s*({NUMERAL})\s*节(.*)", re.DOTALL)
_ARTICLE = re.compile(rf"第\s*({NUMERAL})\s*条(?:\s*之\s*({NUMERAL})(?![{CHINESE}]*分))?(.*)", re.DOTALL)
_SECTION = re.compile(rf"({_HAN})\s*[、．.](.*)", re.DOTALL)
_ITEM = re.compile(rf"[（(]\s*({_HAN})\s*[）)](.*)", re.DOTALL)
_DECIMAL = re.compile(r"([0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})+)[.．、]?(?![0-9０-９])(.*)", re.DOTALL)
_POINT = re.compile(r"([0-9０-９]{1,3})\s*[.．、](?![0-9０-９])(.*)", re.DOTALL)
_SUBPOINT = re.compile(r"(?:[（(]\s*([0-9０-９]{1,2})\s*[）)]|([0-9０-９]{1,2})[）)])(.*)", re.DOTALL)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_QUANTITY = re.compile(r"\s*(?:[%％‰亿万千元倍吨]|个百分点|平方|公里|米)")
_REFERENCE = re.compile(r"[的所和或及与至、，,中款项]|规定|第[^一-龥]?")


@dataclass(frozen=True, slots=True)
class Marker:
    """The number at the head of a line.

    Attributes:
        kind: which sort of numbering.
        number: its value; for `1.2.3` all levels, for 第二十条之一 `(20, 1)`, for an unnumbered annex `()`.
        label: the number as a locator writes it.
        rest: the words after it, stripped.
        apart: whether white space, a colon or the line's end separates number and words.
    """

    kind: MarkerKind
    number: tuple[int, ...]
    label: str
    rest: str
    apart: bool


def find_marker(words: str) -> Marker | None:
    """The number at the head of `words`, a line without surrounding white space; None where there is none."""
    first = words[:1]
    if first == "附":
        return _annex(words)
    if first == "第":
        return _ordinal(words)
    if first in CHINESE:
        return _section(words)
    if first in "（(":
        return _bracketed(words)
    if first in _CIRCLED and first:
        return Marker("circled", (_CIRCLED.index(first) + 1,), first, words[1:].strip(), True)
    if first.isdecimal():
        return _arabic(words)
    return None


def _annex(words: str) -> Marker | None:
    found = _ANNEX.fullmatch(words)
    if found is None:
        return None
    rest = found.group(2).strip()
    if len(rest) > 60 or rest.endswith(("。", "；", ";")):
        return None
    written = re.match(rf"附\s*件\s*(?:{NUMERAL})?\s*([:：]?)(\s*)", words)
    colon, space = (written.group(1), written.group(2)) if written else ("", "")
    if rest and not colon and not space:
        return None
    if found.group(1) is None:
        # “附件：1.…” opens the list of annexes, it is not an annex.
        return Marker("annex", (), "附件", rest, True) if not rest else None
    number = parse_numeral(found.group(1))
    return Marker("annex", (number,), f"附件{number}", rest, True)


def _ordinal(words: str) -> Marker | None:
    article = _ARTICLE.fullmatch(words)
    if article:
        number = parse_numeral(article.group(1))
        after = article.group(3)
        if after[:1] in "款项":
            return None if after else Marker("article", (number,), f"第{to_chinese(number)}条", "", True)
        label = f"第{to_chinese(number)}条"
        if article.group(2):
            extra = parse_numeral(article.group(2))
            return _built("article", (number, extra), f"{label}之{to_chinese(extra)}", after)
        return _built("article", (number,), label, after)
    chapter = _CHAPTER.fullmatch(words)
    if chapter:
        number = parse_numeral(chapter.group(1))
        name = re.sub(r"\s", "", chapter.group(2))
        return _built("chapter", (number,), f"第{to_chinese(number)}{name}", chapter.group(3))
    division = _DIVISION.fullmatch(words)
    if division:
        number = parse_numeral(division.group(1))
        return _built("division", (number,), f"第{to_chinese(number)}节", division.group(2))
    return None


def _built(kind: MarkerKind, number: tuple[int, ...], label: str, after: str) -> Marker | None:
    apart = not after or after[0].isspace() or after[0] in "：:"
    rest = after.lstrip("：: \t\u3000\u00a0").strip()
    if _REFERENCE.match(after if not apart else "") or (kind != "article" and _is_prose(rest)):
        return None
    return Marker(kind, number, label, rest, apart)


def _is_prose(rest: str) -> bool:
    return len(rest) > 40 or rest.endswith(("。", "；", "，", ",", ";"))


def _section(words: str) -> Marker | None:
    found = _SECTION.fullmatch(words)
    if found is None:
        return None
    rest = found.group(2).strip()
    if re.match(rf"[{CHINESE}]+、", rest):
        return None  # 一、二、三产业
    try:
        number = parse_numeral(found.group(1))
    except ValueError:
        return None
    if (
        rest[:1] in CHINESE[3:]
        and rest[:1]
        and parse_numeral(rest[0]) == number + 1
        and rest[1:2] not in "〇○零"
    ):
        return None  # 三、四线城市
    return Marker("section", (number,), to_chinese(number), rest, True) if number < 100 else None


def _bracketed(words: str) -> Marker | None:
    item = _ITEM.fullmatch(words)
    if item:
        rest = item.group(2).strip()
        if re.match(r"[至、和或到～~—-]|[项款]", rest):
            return None  # （一）至（三）项所列
        try:
            number = parse_numeral(item.group(1))
        except ValueError:
            return None
        return Marker("item", (number,), f"（{to_chinese(number)}）", rest, True) if number < 100 else None
    return _subpoint(words)


def _subpoint(words: str) -> Marker | None:
    found = _SUBPOINT.fullmatch(words)
    if found is None:
        return None
    rest = found.group(3).strip()
    if re.match(r"[至、和或到～~—-]|[项款]", rest):
        return None
    number = parse_numeral(found.group(1) or found.group(2))
    return Marker("subpoint", (number,), f"（{number}）", rest, True)


def _arabic(words: str) -> Marker | None:
    decimal = _DECIMAL.fullmatch(words)
    if decimal:
        if _QUANTITY.match(decimal.group(2)):
            return None
        label = half_width_digits(decimal.group(1))
        number = tuple(int(part) for part in label.split("."))
        return _built_decimal(number, decimal.group(2))
    point = _POINT.fullmatch(words)
    if point:
        number_ = parse_numeral(point.group(1))
        return Marker("point", (number_,), str(number_), point.group(2).strip(), True)
    return _subpoint(words)


def find_major(words: str) -> Marker | None:
    """A line that heads `1.1`, `1.2` … with the first number alone: `1 总则` or `1. 总则`."""
    found = re.fullmatch(r"([0-9０-９]{1,2})\s*[.．、\s]\s*([^0-9０-９.．\s].{0,40})", words)
    if found is None or found.group(2).endswith(("。", "；", "，")):
        return None
    return _built_decimal((parse_numeral(found.group(1)),), f" {found.group(2)}")


def _built_decimal(number: tuple[int, ...], after: str) -> Marker:
    label = ".".join(str(part) for part in number)
    return Marker("decimal", number, label, after.strip(), not after or after[0].isspace())


_MARKER = re.compile(
    r"^\s*(?:#+\s*)?(?:第[〇零一二三四五六七八九十百千\d]+[条章节](?:之[一二三四五六七八九十])?\s*|[(（][一二三四五六七八九十\d]+[)）]\s*"
    r"|[一二三四五六七八九十]+、\s*|\d+(?:\.\d+)+\s*|\d+[.、．]\s*|(?<=#\s))"
)


def without_marker(text: str) -> str:
    """`text` less its number (第六条, （一）, 2.8)."""
    return _MARKER.sub("", text.strip(), count=1)
