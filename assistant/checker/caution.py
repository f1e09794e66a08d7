"""Turns findings into questions where the file could not be read for certain."""

from __future__ import annotations

from assistant.checker.draft import Draft, Value
from assistant.checker.reports.models import Finding
from assistant.checker.source import Source

_OF_ABSENCE = ("completeness", "evidence", "declaration")
_OF_FIGURES = ("arithmetic", "consistency", "eligibility")


def with_caution(finding: Finding, draft: Draft) -> Finding:
    """The finding, as a question of severity `warning` at most where what it rests on may have been misread.

    Args:
        finding: what a rule found.
        draft: the draft, with the source that says which pages were recognised and what was not read.
    """
    source = draft.source
    if _recognised(finding, draft):
        reason = "此处涉及图片识别的文字"
    elif source.unread and finding.kind in _OF_ABSENCE and not _in_cell(finding):
        reason = f"文件中{source.unread[0]}{'等' if len(source.unread) > 1 else ''}未能读取"
    else:
        return finding
    severity = "warning" if finding.severity == "error" else finding.severity
    question = f"{reason}，请对照原件核对：{finding.message.rstrip('。！？')}？"
    return finding.model_copy(update={"severity": severity, "message": question})


def _recognised(finding: Finding, draft: Draft) -> bool:
    """Whether the finding rests, or may rest, on recognised text."""
    source = draft.source
    if not source.uncertain:
        return False
    page = finding.place.page if finding.place is not None else None
    if page is None or page in source.uncertain_pages:
        return True
    if finding.kind in _OF_ABSENCE and not _in_cell(finding):  # what is missed may be on a recognised page
        return True
    return finding.kind in _OF_FIGURES and _recognised_figures(draft, source)


def _in_cell(finding: Finding) -> bool:
    return finding.place is not None and finding.place.table is not None


def _recognised_figures(draft: Draft, source: Source) -> bool:
    """Whether a figure of the draft, with which others are compared, was recognised."""
    listed = (value for rows in draft.lists.values() for row in rows for value in row.cells.values())
    return any(_is_figure(value, source) for value in (*draft.values.values(), *listed))


def _is_figure(value: Value, source: Source) -> bool:
    return value.number is not None and value.place.page in source.uncertain_pages
