"""Whether a requirement's evidence may stand where the file could not be read."""

from __future__ import annotations

import re

from assistant.checker.conditions import CellEvidence, ListEvidence, RequirementSpec
from assistant.checker.draft import Draft

_PAGE = re.compile(r"第\s*(\d+)\s*页")


def hidden(draft: Draft, spec: RequirementSpec) -> str:
    """Where a requirement's evidence may be hidden, in Chinese; "" where all of it could be read.

    Args:
        draft: the draft.
        spec: a requirement for which nothing was found.
    """
    source = draft.source
    sections = _sections(draft, spec)
    unread = [place for place in source.unread if _may_hold(draft, place, sections)]
    if unread:
        return f"{'、'.join(unread)}没有读出内容"
    if not source.uncertain:
        return ""
    pages = sorted(source.uncertain_pages)
    if not pages:
        return "文字是从扫描图片识别的，可能有误"
    told = [page for page in pages if _may_hold(draft, f"第{page}页", sections)]
    return f"第{'、'.join(map(str, told))}页的文字是从扫描图片识别的，可能有误" if told else ""


def _sections(draft: Draft, spec: RequirementSpec) -> set[str]:
    """The sections of the form in which evidence of the requirement may stand."""
    out: set[str] = set()
    for item in spec.evidence:
        if isinstance(item, CellEvidence):
            out |= {ref.section for ref in item.cells}
        elif isinstance(item, ListEvidence):
            out.add(item.section)
        else:
            out |= {section.number for section in draft.form.sections if section.kind == "text"}
    return {number for number in out if draft.form.section(number)}


def _may_hold(draft: Draft, place: str, sections: set[str]) -> bool:
    """Whether one of the sections may reach onto the page of an unread place, or was not found at all."""
    match = _PAGE.search(place)
    if match is None:
        return True
    page = int(match[1])
    starts = [(number, draft.headings[number].page) for number in _order(draft) if number in draft.headings]
    known = [(number, start) for number, start in starts if start is not None]
    if len(known) < len(starts) or not known:
        return True
    if sections - {number for number, _ in known}:
        return True
    for index, (number, start) in enumerate(known):
        end = known[index + 1][1] if index + 1 < len(known) else page
        if number in sections and start <= page <= max(end, start):
            return True
    return False


def _order(draft: Draft) -> list[str]:
    return [section.number for section in draft.form.sections]
