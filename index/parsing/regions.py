"""Stretches of a document in which a number at the head of a line means something else, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.numerals import full_width_brackets
from index.parsing.lines import Line
from index.parsing.markers import Marker, find_marker

_ATTACHMENTS = re.compile(r"附\s*件\s*[:：].*\S|附\s*件\s*[:：]")
_NUMBERED = re.compile(r"(?:附\s*件\s*)?[\d０-９一二三四五六七八九十]{1,2}\s*[.．、:：]\s*\S")
_CONTENTS = re.compile(r"目\s*[录次]")
_DATE = re.compile(
    r"[\d０-９〇○零一二三四五六七八九十]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
)
_CLOSING = re.compile(
    r"特此(?:通知|公告|通告|公布|函复|报告)"
    r"|(?:本|此)[^，。；,;]{0,12}自[^，。；,;]{1,30}(?:施行|实施|执行|生效)"
    r"|附\s*件\s*[:：]|此件|抄\s*送|信息公开(?:选项|类别)|主动公开"
)
_BODY = re.compile(
    r"[^，。；：,;:!！?？、]{2,40}(?:厅|局|部|委|委员会|办公室|政府|办公厅|中心|协会|联合会|银行|支行|集团|公司|大学|院|行)"
)
_ENTRY = re.compile(r"([A-Za-z0-9\u4e00-\u9fff（）()·—-]{2,24})[:：](?=\S)")


def is_date(words: str) -> bool:
    """Whether `words` are a date and nothing else, as below a signature."""
    return bool(_DATE.fullmatch(words))


def is_signature(lines: Sequence[Line], index: int) -> bool:
    """Whether a signature begins at line `index`: names of bodies, then a date."""
    for ahead in range(index, min(index + 8, len(lines))):
        line = lines[ahead]
        if is_date(line.words):
            return True
        if not line.blank and not _signs(line.words):
            return False
    return False


def _signs(words: str) -> bool:
    return all(_BODY.fullmatch(part) for part in re.split(r"[ \u3000\t]{1,}", words))


def opens_closing(lines: Sequence[Line], index: int) -> bool:
    """Whether line `index` could begin what stands after the last numbered part."""
    words = lines[index].words
    return bool(_CLOSING.match(words)) or is_signature(lines, index)


def attachment_lines(lines: Sequence[Line]) -> set[int]:
    """Lines of the list of annexes that a letter ends with (`附件：1.…`)."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if not _ATTACHMENTS.match(line.words) or index in found:
            continue
        follower = index + 1
        while follower < len(lines) and (lines[follower].blank or _NUMBERED.match(lines[follower].words)):
            follower += 1
        listed = [i for i in range(index + 1, follower) if not lines[i].blank]
        if line.words.rstrip(":： ").replace(" ", "") == "附件" and not listed:
            continue  # “附件：” alone is the heading of the only annex
        found.update([index, *listed])
    return found


def contents_lines(lines: Sequence[Line]) -> set[int]:
    """Lines of a table of contents: below 目录, up to where its first entry comes again."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        if index in found or not _CONTENTS.fullmatch(line.words):
            continue
        entries = [i for i in range(index + 1, len(lines)) if not lines[i].blank]
        first = _entry_words(lines[entries[0]].words) if entries else ""
        if len(first) < 3:
            continue
        again = next((i for i in entries[1:] if _entry_words(lines[i].words) == first), None)
        if again is not None:
            found.update(range(index, again))
    return found


def _entry_words(words: str) -> str:
    return re.sub(r"\s", "", re.sub(r"[\s.…·．]*[\d０-９]*$", "", words))


def annex_markers(lines: Sequence[Line], ignored: set[int]) -> dict[int, Marker]:
    """The lines at which an annex begins.

    The same words also stand in the list of annexes and above continued pages: of several lines with one
    number the first that stands alone counts, else the last; a line with a title and nothing below it
    belongs to a list.
    """
    candidates = {
        index: marker
        for index, line in enumerate(lines)
        if index not in ignored and (marker := find_marker(line.words)) and marker.kind == "annex"
    }
    positions = sorted(candidates)
    by_label: dict[str, list[int]] = {}
    for place, index in enumerate(positions):
        end = positions[place + 1] if place + 1 < len(positions) else len(lines)
        if candidates[index].rest and _is_listed(lines, index, end):
            continue
        by_label.setdefault(candidates[index].label, []).append(index)
    chosen: dict[int, Marker] = {}
    for indices in by_label.values():
        alone = [index for index in indices if not candidates[index].rest]
        index = alone[0] if alone else indices[-1]
        chosen[index] = candidates[index]
    return chosen


def _is_listed(lines: Sequence[Line], index: int, end: int) -> bool:
    below = [line for line in lines[index + 1 : end] if not line.blank]
    return not below or (len(below) <= 5 and any(is_date(line.words) for line in below))


def entry_lines(lines: Sequence[Line], start: int, end: int, ignored: set[int]) -> dict[int, str]:
    """The “name：text” entries between `start` and `end`, by line; empty unless they are the rule there."""
    entries: dict[int, str] = {}
    others = 0
    for index in range(start, end):
        line = lines[index]
        if line.blank or index in ignored:
            continue
        found = _ENTRY.match(line.words)
        if found and find_marker(line.words) is None and line.level == 0:
            entries[index] = full_width_brackets(found.group(1))
        else:
            others += 1
    return entries if len(entries) >= 3 and len(entries) * 2 >= others * 3 else {}


def is_name_list(words: Sequence[str]) -> bool:
    """Whether numbered lines with these words list names rather than say something."""
    return bool(words) and all(
        0 < len(entry) <= 60 and not re.search(r"[。；;，,：:]", entry) for entry in words
    )
