"""Reads the one figure that a cell holds, however it is written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assistant.checker.units import canonical_unit
from index.analysis import simplified

_NIL = frozenset({
    "/", "//", "\\", "*", "无", "否", "空", "n/a", "na", "none", "nil", "不适用", "不涉及", "未涉及", "不存在", "暂无", "暂缺", "没有",
    "无此项", "无该项", "无此项目", "无此类", "无相关", "无数据", "无相关数据", "无相关情况", "没有此项", "不涉及此项", "不填", "不填报", "无需填报", "不需填报",
    "未发生", "尚无", "目前无", "目前暂无",
})  # fmt: skip
_NOTHING = re.compile(r"[-—–―_~…·.。/]+")
# A mark of a note behind a figure or its unit, or before it. The small figures ¹²³ are such marks, save in m².
_MARK_BEHIND = re.compile(
    r"(?<=[\d%％‰亿万元人个家项件亩倍])\s*(?:[①-⑳⑴-⒇❶-❿ⓐ-ⓩ¹²³⁰⁴-⁹†‡§※*＊#＃★☆]+|\[\d{1,2}\]|［\d{1,2}］|注\d{1,2})+"
)
_MARK_BEFORE = re.compile(r"^\s*[①-⑳⑴-⒇❶-❿※*＊#＃★☆†]+")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?|[+-]?\.\d+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|<[^<>]*>|\{[^{}]*\}")
_OPEN_BRACKET = re.compile(r"[(\[【].*$")
_PAGES = re.compile(
    r"[,;。、]?(?:详?见|参见|佐证|证明|材料|附件|附)*[\d一二三四五六七八九十]{0,2}[,;:、]?(?:页码:?|第)?"
    r"(?:\d+(?:[-—–~、至,]\d+)*页|pp?\.?\d+(?:[-—–~、至,]p?\d+)*)(?:$|(?=[,;。)]))",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;。、]?(?:其中|含|包括|比上年|较上年|同比|比20|较20|详见|见附|见佐证|数据来源|来源|注:|备注|排名|占比|居|位居|位列).*$"
)
_APPROX = re.compile(
    r"大?约|左右|将?近|超过?|超出|逾|多|余|以上|以下|以内|不低于|不高于|不足|不到|小于|大于|高于|低于|至少|至多|最多|预计|预估|估计|估算|初步|上下|[≈>≥<≤~▲△▽▼±]|\++$"
)
_DOWN = re.compile(r"下降|减少|降低|下滑|回落|缩减|负增长|[↓⬇]")
_UP = re.compile(r"增长|上升|提高|提升|增加|增幅|增速|同比|[↑⬆]|较上年|比上年")
_LEAD = re.compile(
    r"^(?:(?:19|20)\d{2}年(?:度|末|底)?:?)?(?:共计?|合计|总计|累计|总量|数量|约为|达到?|为|是|有|实现|计|人民币|¥|rmb|:)*",
    re.IGNORECASE,
)
_DIGITS_IN_UNITS = (
    (re.compile(r"km2", re.IGNORECASE), "平方公里"),
    (re.compile(r"m2", re.IGNORECASE), "平方米"),
    (re.compile(r"co2e?", re.IGNORECASE), ""),
)
_SEVERAL = re.compile(r"[+-]?[\d.]+[^\d.]{0,3}?(?:(?:[-—–~、/;]|至|到|和|及|或)[+-]?[\d.]+[^\d.]{0,3}?)+")

# Figures of a cluster have fewer than twenty digits; Python's decimals count exactly to 28.
_MAX_DIGITS = 20


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as written.

    Attributes:
        value: its value, in its own unit.
        step: the size of its last printed digit.
        unit: what is written behind it, approximations and notes taken away.
        approximate: marked 约, 左右, …
    """

    value: Decimal
    step: Decimal
    unit: str
    approximate: bool


def is_nil(text: str) -> bool:
    """Whether a cell says that there is none (无, —, /)."""
    compact = re.sub(r"\s+", "", simplified(unicodedata.normalize("NFKC", text))).lower().strip("。.,;()")
    return bool(compact or text.strip()) and (compact in _NIL or bool(_NOTHING.fullmatch(_plain(text))))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def read_figure(text: str) -> Figure | Literal["blank", "nil", "unclear", "text"]:
    """The figure in a cell, or what else the cell holds; see `assistant.checker.numbers.Parsed.form`."""
    if not text.strip():
        return "blank"
    if is_nil(text):
        return "nil"
    body = _joined(_normal(text))
    if body is None:
        return "unclear"
    whole, body = body, _without_notes(body)
    if not body and _NUMBER.search(whole):  # a figure in brackets may be a loss or a remark
        return "unclear"
    if body in ("持平", "不变", "零", "〇") or re.fullmatch(r"[零〇](?:家|个|项|件|人|名)", body):
        return Figure(Decimal(0), Decimal(1), "%" if body in ("持平", "不变") else body[1:], False)
    if is_nil(body):
        return "nil"
    return _figure(body)


def _normal(text: str) -> str:
    """Plain digits, points and signs; marks of notes gone."""
    marked = _MARK_BEFORE.sub("", _MARK_BEHIND.sub("", text))
    marked = re.sub(
        r"(?<=\d)[\u2007\u2009\u202f\u00a0](?=\d{3}(?!\d))", "'", marked
    )  # spaces that set thousands apart
    plain = (
        simplified(unicodedata.normalize("NFKC", marked))
        .replace("−", "-")
        .replace("﹣", "-")
        .replace("，", ",")
    )
    for pattern, word in _DIGITS_IN_UNITS:
        plain = pattern.sub(word, plain)
    return re.sub(r"(?<=\d)\s*[。·]\s*(?=\d)", ".", plain).strip()


def _joined(plain: str) -> str | None:
    """`plain` without white space and without marks between thousands; None where digits may be two figures."""
    plain = re.sub(r"(?<=\d)\s*(?=\.\d)|(?<=\d\.)\s*(?=\d)", "", plain)
    plain = re.sub(
        r"(?<![\d.,])\d{1,3}(?:(?:[,'’]\d{3})+|(?:、\d{3}){2,}|(?: \d{3}){2,})(?![\d,、'])",
        lambda match: re.sub(r"\D", "", match.group()),
        plain,
    )
    if re.fullmatch(r"\d{1,2}、\d{3}\D*", plain):  # a thousand or two figures
        return None
    spread = re.sub(r"[^\S\n]+", " ", plain)
    if re.search(r"\d\s+\d", spread):
        parts = spread.split(" ")
        if len(parts) < 3 or any(len(part) > 1 for part in parts):
            return None if not _second_is_a_note(plain) else re.sub(r"\s+", "", _first_line(plain))
    return re.sub(r"\s+", "", plain)


def _second_is_a_note(plain: str) -> bool:
    first, _, rest = plain.partition("\n")
    return (
        bool(rest) and not re.search(r"\d\s+\d", first) and bool(_PAGES.fullmatch(re.sub(r"\s+", "", rest)))
    )


def _first_line(plain: str) -> str:
    return plain.partition("\n")[0]


def _without_notes(body: str) -> str:
    """`body` without remarks in brackets, page references and explanations; a unit in brackets stays."""
    previous = None
    while previous != body:
        previous = body
        body = _BRACKETS.sub(_kept_unit, body)
    first = _NUMBER.match(body)
    if first:
        rest = _CLAUSE.sub("", _OPEN_BRACKET.sub("", body[first.end() :]))
        body = first.group() + (_PAGES.sub("", rest, count=1) if _NUMBER.search(rest) else rest)
    return body.strip(",;。:、")


def _kept_unit(match: re.Match[str]) -> str:
    inner = match.group()[1:-1]
    if canonical_unit(inner):
        return inner
    return "约" if re.search(r"约|预计|估|快报|初步", inner) else ""


def _figure(body: str) -> Figure | Literal["unclear", "text"]:
    matches = list(_NUMBER.finditer(body))
    if not matches:
        return "text"
    if any(sum(character.isdigit() for character in match.group()) > _MAX_DIGITS for match in matches):
        return "text"
    lead = _LEAD.match(body)
    if len(matches) > 1 and lead and matches[0].end() <= lead.end():
        body = body[lead.end() :]
        matches = list(_NUMBER.finditer(body))
    if len(matches) != 1:  # a range or an enumeration is certainly no one figure
        return "text" if _SEVERAL.fullmatch(body) else "unclear"
    match = matches[0]
    digits, before, after = match.group(), body[: match.start()], body[match.end() :]
    approximate = bool(_APPROX.search(before) or _APPROX.search(after))
    if _DOWN.search(before) and _UP.search(re.sub("同比|较上年|比上年", "", before)):
        return "unclear"
    negative = bool(_DOWN.search(before) or _DOWN.search(after)) and not digits.startswith("-")
    rest = _LEAD.sub("", _DOWN.sub("", _UP.sub("", _APPROX.sub("", before)))).strip(":,")
    unit = _DOWN.sub("", _UP.sub("", _APPROX.sub("", after))).strip("。;,、:")
    if re.sub(r"百分之$", "", rest) != rest:
        rest, unit = re.sub(r"百分之$", "", rest), unit or "%"
    if rest:
        return "unclear"
    value = Decimal(digits)
    places = len(digits.partition(".")[2])
    return Figure(-value if negative else value, Decimal(1).scaleb(-places), unit, approximate)
