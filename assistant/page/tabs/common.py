"""What the tabs share."""

from __future__ import annotations

from typing import Any, Final

from assistant.checker.readers.kinds import DRAFT_SUFFIXES

# What the readers of drafts know; the checker itself says what to do with those that it cannot read.
DRAFT_FILES: Final = [*DRAFT_SUFFIXES]
# Events of the page are no part of the HTTP API.
PRIVATE: Final[dict[str, Any]] = {"api_visibility": "private"}
QUIET: Final[dict[str, Any]] = {"show_progress": "hidden", **PRIVATE}
