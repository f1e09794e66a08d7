"""Questions about the draft checked last, answered from its check report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from assistant.answering.context import Context
from assistant.models import Answer
from assistant.page.chat.turns import Turn


def about_draft(
    question: str,
    report: Mapping[str, Any] | None,
    turns: Sequence[Turn],
    context: Context,
    day: date,
) -> Answer | None:
    """Later."""
    return None
