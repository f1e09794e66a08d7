"""「国内还是全球」: the two things that a question sets against each other, and which of them a label has."""

from __future__ import annotations

import re

_CHOICE = re.compile(r"([^，。,？?；;：:\s]{1,18})[，,]?还是([^，。,？?；;\s]{1,14})")
_IDLE = re.compile(
    r"^.*(?:填|写|用|按|算|报|统计|包括|指|是|列|取|交|只)(?=..)|(?:那|这)?(?:一)?[个块口些]$|[的呢吗啊呀了数额量口径来也就算填写报]+$"
)
# Everyday words, and those of the labels that say the same.
_SAME = (
    ("全国", "国内"),
    ("我国", "国内"),
    ("营收", "营业收入"),
    ("规模以上", "规上"),
    ("国家的", "国家级"),
    ("省里", "省级"),
)
_FAR = 0.3  # by how much of its characters one side must be nearer to the label than the other


def choice_in(text: str) -> tuple[str, str] | None:
    """The two sides of a choice in `text`, folded, bare of what only asks; None where it has none."""
    found = _CHOICE.search(text)
    if found is None:
        return None
    first, second = (_IDLE.sub("", part) for part in found.groups())
    if not first or not second or re.search(r"初赛|决赛|要不|不填|空|政府|协会|可以|能|行", first + second):
        return None
    return first, second


def nearer(first: str, second: str, printed: str) -> str:
    """The side that the label has and the other has not; "" where it has both or neither."""
    shares = [_share(side, printed) for side in (first, second)]
    if abs(shares[0] - shares[1]) < _FAR:
        return ""
    return first if shares[0] > shares[1] else second


def _share(side: str, printed: str) -> float:
    for said, label in _SAME:
        side = side.replace(said, label)
    pairs = [side[i : i + 2] for i in range(len(side) - 1)]
    return sum(pair in printed for pair in pairs) / len(pairs) if pairs else float(side in printed)
