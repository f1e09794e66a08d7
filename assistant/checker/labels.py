"""Recognises the form's labels in the wording of a draft."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from assistant.checker.numbers import canonical_unit

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_NUMBERING = re.compile(
    r"^(?:\(?[一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]+[部分章节项]*[:、]?"
    r"|\(?\d{1,2}\)|\d{1,2}(?:\.\d{1,2}){1,3}[、.]?|\d{1,2}[、.]|[①-⑳]|—、|-、|其中:?)"
)
_PUNCTUATION = re.compile(r"[\s/\\\\\"'“”‘’「」『』《》:,、。;.·•*\-_—–~!?#|]+")
# Words that tell rows apart: a fuzzy match must agree on every one of them.
_MARKERS = (
    "国家级", "省级", "进口", "出口", "增速", "增幅", "比重", "占", "主导", "规上", "规模", "中小", "园区", "利润", "税", "数量",
    "外资", "研发", "产值", "收入", "负责人", "联系人", "工业设计", "技术创新", "上市", "高新", "绿色", "公共服务", "运营", "基本",
    "目标", "实施方案", "自评", "主要", "质量", "创新", "亩均", "投资", "固废", "用水", "万人", "名称", "电话", "佐证", "签字",
    "意见", "促进组织", "承载",
)  # fmt: skip

T = TypeVar("T")


@lru_cache(maxsize=8192)
def flat(text: str) -> str:
    """`text` in normal form without white space (NFKC: full-width letters and digits become plain)."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=8192)
def core(text: str) -> str:
    """The words of a label that matter: numbering, bracketed remarks and punctuation taken away."""
    label = flat(text)
    label = _BRACKETS.sub("", label)
    previous = None
    while previous != label:
        previous = label
        label = _NUMBERING.sub("", label, count=1) or label
    return _PUNCTUATION.sub("", label).lower()


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


def similarity(a: str, b: str) -> float:
    """Likeness of two cores, 0 to 1; 0 where a distinguishing word stands in one only."""
    if a == b:
        return 1.0
    if 2 * abs(len(a) - len(b)) > max(len(a), len(b)):  # too unlike in length for any threshold in use
        return 0.0
    if any((marker in a) != (marker in b) for marker in _MARKERS):
        return 0.0
    return Levenshtein.normalized_similarity(a, b)


def best(text: str, candidates: Iterable[tuple[T, tuple[str, ...]]], at_least: float = 0.8) -> T | None:
    """The candidate whose label `text` is, None where none is near enough or two are equally near.

    Args:
        text: a label in the draft.
        candidates: (candidate, its labels) pairs.
        at_least: least similarity of the cores.
    """
    wanted = core(text)
    if not wanted:
        return None
    scored: list[tuple[float, int, T]] = []
    for position, (candidate, labels) in enumerate(candidates):
        score = max((similarity(wanted, core(label)) for label in labels), default=0.0)
        if score >= at_least:
            scored.append((score, -position, candidate))
    if not scored:
        return None
    scored.sort(key=lambda item: (item[0], item[1]), reverse=True)
    if len(scored) > 1 and scored[0][0] == scored[1][0] and scored[0][0] < 1.0:
        return None
    return scored[0][2]


def unit_in_label(text: str) -> str:
    """The unit that a label carries in brackets (`集群总产值（万元）`), "" where it carries none."""
    for remark in _BRACKETS.findall(unicodedata.normalize("NFKC", text)):
        for part in re.split(r"[,，;；:：]", remark[1:-1]):
            unit = canonical_unit(part.removeprefix("单位"))
            if unit:
                return unit
    return ""
