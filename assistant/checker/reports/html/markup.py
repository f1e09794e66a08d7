"""HTML from text: everything is escaped here, and what the user wrote is kept apart from its surroundings."""

from __future__ import annotations

from html import escape

from assistant.checker.reports.names import clipped, printable

LONGEST = 400


def esc(text: str) -> str:
    """`text` as HTML, cut where it is far too long for a page."""
    return escape(clipped(printable(text), LONGEST))


def quoted(text: str) -> str:
    """Words of the draft: whatever direction they are written in, what stands beside them stays in place."""
    return f"<bdi>{esc(text)}</bdi>"


def lines(text: str) -> str:
    """`text` with its line breaks."""
    return esc(text).replace("\n", "<br/>")


def anchor(text: str) -> str:
    """A rule's id or a section's number as part of an `id` attribute."""
    return "".join(c if c.isalnum() or c in "-." else "-" for c in text)
