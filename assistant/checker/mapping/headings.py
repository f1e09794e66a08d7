"""Finds the form's sections in a draft by their titles, whatever their numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.checker.form import Form, Section
from assistant.checker.labels import core, flat, numbering, similarity
from assistant.checker.mapping.contents import CONTENTS_LINE

_LONGEST_HEADING = 48
_GENERIC = 5  # titles shorter than this say too little to stand without their number
_UNIT_BEHIND = re.compile(r"[(（]?\s*(?:计量)?单位\s*[:：]\s*[^)）]*[)）]?\s*$")
_CONTINUED = re.compile(r"[(（]?(?:续表?|接上[页表])[一二三四五\d]*[)）]?\s*$")
_NAME_ENDS = ("集群", "园区", "产业", "开发区", "高新区", "县", "市", "区")
_ANNEX = re.compile(
    r"(?:附件|附录|附表|附)(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:[:：、.].{0,30}|材料.{0,12})?"
)


@dataclass(frozen=True)
class Standing:
    """Where a line stands.

    Attributes:
        current: the section that it is in, None before the first.
        seen: tells whether a section already has content.
        entered: tells whether a section's heading was met.
    """

    current: Section | None
    seen: Callable[[str], bool]
    entered: Callable[[str], bool]


def section_number_style(number: str) -> int:
    """1 for `三`, 2 for `2.1`, 0 for no number, -1 for a number of another style."""
    if not number:
        return 0
    if number.startswith("?"):
        return -1
    return 2 if "." in number else 1


def find_heading(text: str, form: Form, standing: Standing) -> Section | None:
    """The section whose heading `text` is, None where it is none.

    Args:
        text: one line of the draft, with the automatic number that Word shows before it.
        form: the form.
        standing: where the line stands; inside free text and among proof, headings must be unmistakable.
    """
    line = _CONTINUED.sub("", _UNIT_BEHIND.sub("", text.strip())).strip()
    plain = flat(line)
    if (
        not plain
        or len(plain) > _LONGEST_HEADING
        or CONTENTS_LINE.search(line)
        or plain.endswith(("。", ";", "；"))
    ):
        return None
    number, words = numbering(line), core(line)
    if not words or words[-1].isdigit():
        return None
    found: tuple[float, Section] | None = None
    for section in form.sections:
        likeness = max(_likeness(words, core(title)) for title in (section.title, *section.aliases))
        own = number == section.number
        # A title that only repeats its section's number is taken with more of its words changed.
        if likeness < (0.75 if own else 0.86) and not (own and _shortened(words, core(section.title))):
            continue
        if not _acceptable(section, number, likeness, standing, form):
            continue
        score = likeness + (0.5 if own else 0.0)
        if found is None or score > found[0]:
            found = (score, section)
    return found[1] if found else None


def _likeness(words: str, title: str) -> float:
    """Likeness of a line to a title; the cluster's name before the title does not count."""
    if words.endswith(title) and len(title) >= 2 * _GENERIC and words[: -len(title)].endswith(_NAME_ENDS):
        return 1.0
    return similarity(words, title)


def _shortened(words: str, title: str) -> bool:
    """Whether `words` are a title with some of its words left out (重点项目情况 for 集群重点项目建设情况)."""
    letters = iter(title)
    return 4 <= len(words) < len(title) and all(letter in letters for letter in words)


def _acceptable(section: Section, number: str, likeness: float, standing: Standing, form: Form) -> bool:
    current = standing.current
    if current is not None and current.kind == "annex" and current.level == 1:
        # Among the proof, other reports' headings are no headings of this one.
        return not standing.entered(section.number) and not standing.seen(section.number)
    if number == section.number:
        return True
    style = section_number_style(number)
    inside_text = current is not None and current.kind == "text"
    if standing.seen(section.number):
        return False
    ahead = _position(form, section) > _position(form, current)
    title = core(section.title)
    if section.level == 1 and section.kind == "annex" and likeness == 1:  # 佐证材料 ends the report
        last = _position(form, current) >= _position(form, section) - 3
        return last and (not inside_text or style != 0)
    if inside_text:
        exact = likeness == 1 and len(title) > _GENERIC
        return (
            style == section.level
            or (exact and (style == 0 or ahead))
            or (likeness == 1 and style != 0 and ahead and len(title) >= _GENERIC)
        )
    if len(title) < _GENERIC and style != section.level:
        return current is not None and _part(current.number) == _part(section.number)
    return True


def _position(form: Form, section: Section | None) -> int:
    return form.sections.index(section) if section is not None else -1


def _part(number: str) -> int:
    """The part (一, 二, …) that a section belongs to, from 1."""
    first = number[:1]
    return int(first) if first.isdigit() else "一二三四五六七八九十".find(first) + 1


def opens_annex(text: str, form: Form, standing: Standing) -> Section | None:
    """The form's annex of proof, where `text` begins an attachment behind the report; None where it does not.

    Args:
        text: one line of the draft (`附件1：审计报告`).
        form: the form.
        standing: where the line stands; only behind the declaration do attachments begin.
    """
    current = standing.current
    annex = next(
        (section for section in form.sections if section.kind == "annex" and section.level == 1), None
    )
    if current is None or annex is None or current.kind != "declaration":
        return None
    return annex if _ANNEX.fullmatch(flat(text)) else None
