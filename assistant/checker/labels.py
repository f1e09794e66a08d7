"""Recognises the form's labels in the wording of a draft."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from assistant.checker.units import conversion, units_in
from index.analysis import simplified

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_NUMBERING = re.compile(
    r"^(?:\(?[一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十\d]{1,3}[部分章节项]+[:、]?"
    r"|\(?\d{1,2}\)|\d{1,2}(?:\.\d{1,2}){1,3}[、.]?|\d{1,2}[、.]|[①-⑳]|—、|-、|其中:?)"
)
_MARKS = re.compile(r"(?<=\S)\s*(?:[①-⑳⑴-⒇¹²³⁰⁴-⁹*＊※†‡#]|\[\d{1,2}\])+$")
_PUNCTUATION = re.compile(r"[\s/\\\\\"'“”‘’「」『』《》:,、;。.·•*\-_—–~!?#|]+")
# Words that tell rows apart: two labels that differ in one of them are two rows, however alike they look.
_MARKERS = (
    "国家级", "省级", "市级", "县级", "区级", "进口", "出口", "增速", "增幅", "增长", "新增", "累计", "其中", "占", "主导", "规上", "中小", "园区", "利润",
    "税", "外资", "研发", "产值", "收入", "负责人", "联系人", "工业设计", "技术创新", "上市", "高新", "绿色", "公共服务", "运营", "基本", "目标",
    "实施方案", "自评", "主要", "质量", "创新", "亩均", "人均", "户均", "每", "投资", "固废", "用水", "名称", "电话", "佐证", "签字", "意见",
    "促进组织", "承载", "率", "不", "非", "未",
)  # fmt: skip
# Words of one meaning, brought to one of them before two labels are compared.
_SYNONYMS = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (r"规模以上|规模(?=工业|企业)", "规上"),
        (r"比重|比例|占比", "比"),
        (r"增长率|增长速度|增速|增长幅度|同比增长", "增幅"),
        (r"(?:总数量|数量|总数|个数|家数|户数)$", "数"),
        (r"(?:数量|总数|个数)(?=[占的])", "数"),
        (r"(?<=[进出]口)(?:总额|总值|额)$", "额"),
        (r"(?<=利润)(?:总额|额)?$", "额"),
        (r"(?:税金|税收|税)(?:总额|额)?$", "税金"),
        (r"营业总收入|营业收入总额|营收|主营业务收入", "营业收入"),
        (r"上缴|缴纳|实缴", "上交"),
        (r"的|共有|总计|合计", ""),
    )
)

T = TypeVar("T")


@lru_cache(maxsize=8192)
def flat(text: str) -> str:
    """`text` in normal form without white space (NFKC: full-width letters and digits become plain; simplified)."""
    return re.sub(r"\s+", "", simplified(unicodedata.normalize("NFKC", text)))


def unmarked(text: str) -> str:
    """`text` without the marks of notes behind it (①, ², *, [1])."""
    return _MARKS.sub("", text.rstrip())


@lru_cache(maxsize=8192)
def core(text: str) -> str:
    """The words of a label that matter: numbering, bracketed remarks, marks and punctuation taken away."""
    label = flat(unmarked(text))
    label = _BRACKETS.sub("", label)
    previous = None
    while previous != label:
        previous = label
        label = _NUMBERING.sub("", label, count=1) or label
    return _PUNCTUATION.sub("", label).lower()


@lru_cache(maxsize=8192)
def gist(text: str) -> str:
    """The core of a label with words of one meaning brought to one of them."""
    words = core(re.sub(r"[,，;；:：]?\s*(?:计量)?单位\s*[:：].*$", "", text))
    words = re.sub(r"(?:亿元|万元|[%％])$", "", words) or words
    for pattern, word in _SYNONYMS:
        words = pattern.sub(word, words) or words
    return words


@lru_cache(maxsize=8192)
def numbering(text: str) -> str:
    """The number that a line starts with (`2.1`, `三`), "" where it starts with none.

    Numbers of other styles (（三）, ①) give the style's sign in front, so that they equal no section number.
    """
    line = flat(text)
    match = re.match(r"(\d{1,2}\.\d{1,2})(?![\d.])", line)
    if match:
        return match.group(1)
    match = re.match(r"([一二三四五六七八九十]{1,3})[、.]", line)
    if match:
        return match.group(1)
    match = re.match(r"[—\-]+、", line)
    if match:  # the published form prints its first number as a dash
        return "一"
    match = _NUMBERING.match(line)
    return f"?{match.group()}" if match and not match.group().startswith("其中") else ""


@lru_cache(maxsize=65536)
def similarity(a: str, b: str) -> float:
    """Likeness of two gists, 0 to 1; 0 where a distinguishing word stands in one only."""
    if a == b:
        return 1.0
    if 2 * abs(len(a) - len(b)) > max(len(a), len(b)):  # too unlike in length for any threshold in use
        return 0.0
    if _slip(a, b) or _slip(b, a):
        return Levenshtein.normalized_similarity(a, b)
    if any((marker in a) != (marker in b) for marker in _MARKERS):
        return 0.0
    return Levenshtein.normalized_similarity(a, b)


@lru_cache(maxsize=65536)
def slipped(text: str, label: str) -> float:
    """Likeness of a label in the draft to one that it is but for a slip of the pen, else 0.

    A slip inside a word hides the word's meaning from `gist` (增速 without 增), so the words as written decide.
    """
    a, b = core(text), core(label)
    return Levenshtein.normalized_similarity(a, b) if _slip(a, b) else 0.0


def _slip(a: str, b: str) -> bool:
    """Whether `a` is `b` with one character lost, doubled, or changed places with the next."""
    if len(b) < 6:
        return False
    if len(a) == len(b) - 1:
        return any(a == b[:i] + b[i + 1 :] for i in range(1, len(b)))
    if len(a) == len(b) + 1:
        return any(a == b[:i] + b[i] + b[i:] for i in range(len(b)))
    if len(a) == len(b):
        return any(a == b[:i] + b[i + 1] + b[i] + b[i + 2 :] for i in range(len(b) - 1))
    return False


def best(text: str, candidates: Iterable[tuple[T, tuple[str, ...]]], at_least: float = 0.8) -> T | None:
    """The candidate whose label `text` is, None where none is near enough or two are about equally near.

    Args:
        text: a label in the draft.
        candidates: (candidate, its labels) pairs.
        at_least: least similarity of the gists.
    """
    wanted = gist(text)
    if not wanted:
        return None
    entries = list(candidates)
    bare = re.sub(r"^\d{1,2}(?=[\u4e00-\u9fff])", "", wanted)  # a serial number and no sign behind it
    for words in dict.fromkeys((wanted, bare)):
        scored: list[tuple[float, int, T]] = []
        for position, (candidate, labels) in enumerate(entries):
            score = max(
                (max(similarity(words, gist(label)), slipped(text, label)) for label in labels), default=0.0
            )
            if score >= at_least:
                scored.append((score, -position, candidate))
        scored.sort(key=lambda item: item[:2], reverse=True)
        if scored and (len(scored) == 1 or scored[0][0] == 1.0 or scored[0][0] > scored[1][0]):
            return scored[0][2]
    return None


def unit_in_label(text: str, like: str = "") -> str:
    """The unit that a label carries (`集群总产值（万元）`, `集群总产值/万元`), "" where it carries none.

    Args:
        text: the label.
        like: the form's unit; of several units the one that measures the same is taken.
    """
    # A line may be broken inside a unit (万\n元/亩).
    plain = re.sub(r"[\n\r\v]+", "", unicodedata.normalize("NFKC", text))
    found = [unit for remark in _BRACKETS.findall(plain) for unit in units_in(remark[1:-1])]
    if not found:
        behind = re.search(
            r"(?:单位\s*[:：]|[/,、:：\s])\s*((?:亿|万|千)?(?:美?元|人|亩|个)|[%％])\s*$", plain
        )
        found = list(units_in(behind.group(1))) if behind else []
    return pick_unit(found, like)


def pick_unit(units: Iterable[str], like: str = "") -> str:
    """Of several units the one that measures what `like` does, else the first; "" where there is none.

    Args:
        units: units in the spelling of `assistant.checker.units`.
        like: the form's unit, "" where any will do.
    """
    known = list(units)
    same = [unit for unit in known if like and conversion(unit, like) is not None]
    return (same or known or [""])[0]
