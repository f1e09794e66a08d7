"""Turns findings into questions where the file could not be read for certain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from assistant.checker.draft import Draft, Value
from assistant.checker.reports.models import Finding
from assistant.checker.source import Place, Source

Doubt: TypeAlias = Callable[[Place], bool]

_OF_ABSENCE = ("completeness", "evidence", "declaration")
_OF_FIGURES = ("arithmetic", "consistency", "eligibility")


def with_caution(finding: Finding, draft: Draft) -> Finding:
    """The finding, as a question of severity `warning` at most where what it rests on may have been misread.

    Args:
        finding: what a rule found.
        draft: the draft, with the source that says which pages were recognised and what was not read.
    """
    source = draft.source
    if _doubtful(finding, draft, _recognised(source)):
        reason = "此处涉及图片识别的文字"
    elif _doubtful(finding, draft, _guessed(draft)):
        reason = "此处涉及没有框线的表格，各格按位置推断"
    elif source.unread and finding.kind in _OF_ABSENCE and not _in_cell(finding):
        reason = f"文件中{source.unread[0]}{'等' if len(source.unread) > 1 else ''}未能读取"
    else:
        return finding
    severity = "warning" if finding.severity == "error" else finding.severity
    question = f"{reason}，请对照原件核对：{finding.message.rstrip('。！？')}？"
    return finding.model_copy(update={"severity": severity, "message": question})


def _recognised(source: Source) -> Doubt | None:
    """Tells the places whose text was recognised; a place without a page may be one. None where there are none."""
    if not source.uncertain:
        return None
    return lambda place: place.page is None or place.page in source.uncertain_pages


def _guessed(draft: Draft) -> Doubt | None:
    """Tells the places in tables that no lines rule, None where none of those belongs to the form."""
    tables = draft.source.guessed_tables
    places = [*(value.place for value in _values(draft)), *(place for _, _, place in draft.extra)]
    used = tables.intersection(place.table for place in places if place.table is not None)
    return (lambda place: place.table in used) if used else None


def _doubtful(finding: Finding, draft: Draft, doubt: Doubt | None) -> bool:
    """Whether a finding rests, or may rest, on what was read with doubt."""
    if doubt is None:
        return False
    if doubt(finding.place or Place()):
        return True
    if finding.kind in _OF_ABSENCE and not _in_cell(finding):  # what is missed may stand there
        return True
    return finding.kind in _OF_FIGURES and any(
        value.number is not None and doubt(value.place) for value in _values(draft)
    )


def _in_cell(finding: Finding) -> bool:
    return finding.place is not None and finding.place.table is not None


def _values(draft: Draft) -> Iterator[Value]:
    yield from draft.values.values()
    for rows in draft.lists.values():
        for row in rows:
            yield from row.cells.values()
