"""HTML from text: everything is escaped here, and what the user wrote is kept apart from its surroundings."""

from __future__ import annotations

from html import escape

from assistant.checker.reports.names import clipped, printable

_LONGEST = 400


def esc(text: str, limit: int = _LONGEST) -> str:
    """`text` as HTML, cut where it is longer than `limit` characters."""
    return escape(clipped(printable(text), limit))


def quoted(text: str, limit: int = _LONGEST) -> str:
    """Words of the draft: whatever direction they are written in, what stands beside them stays in place."""
    return f"<bdi>{esc(text, limit)}</bdi>"


def anchor(text: str) -> str:
    """A rule's id or a section's number as part of an `id` attribute."""
    return "".join(c if c.isalnum() or c in "-." else "-" for c in text)
