"""What the browser keeps of a conversation, and what of it is believed when it comes back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.models import Answer
from assistant.page.chat.turns import Turn

VERSION: Final = 1
MOST_TURNS: Final = 40
MOST_CHARACTERS: Final = 400_000  # browsers give a site some five million; several pages share them
_LONGEST: Final = 2000  # characters of a question
PRIVATE_NOTE: Final = "关于报告草稿的内容只在当次会话中显示，不在浏览器中保存。"


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str = Field(pattern=r"^t[0-9a-f]{10}$")
    question: str = Field(max_length=_LONGEST + 1)
    kind: Literal["policy", "draft", "check", "stopped", "failed"]
    answer: Answer | None = None
    handed_in: bool = False
    understood: str = Field(default="", max_length=3 * _LONGEST)
    alone: bool = False
    rating: Literal["", "up", "down"] = ""


def kept(turns: Sequence[Turn], user: str = "") -> dict[str, Any]:
    """The conversation as the browser keeps it; nothing that a draft says is in it.

    Args:
        turns: the conversation; its oldest turns are dropped where it is too long.
        user: who has signed in, "" where nobody has to: people may share a computer.
    """
    entries: list[dict[str, Any]] = []
    size = 0
    for turn in reversed(turns[-MOST_TURNS:]):
        shown = turn.answer.model_dump(mode="json") if turn.answer and not turn.private else None
        question = turn.question if len(turn.question) <= _LONGEST else f"{turn.question[:_LONGEST]}…"
        entry = {
            "id": turn.id,
            "question": question,
            "kind": turn.kind,
            "answer": shown,
            "handed_in": turn.handed_in,
            "understood": turn.understood[: 3 * _LONGEST],
            "alone": turn.alone,
            "rating": turn.rating,
        }
        size += len(json.dumps(entry, ensure_ascii=False))
        if size > MOST_CHARACTERS:
            break
        entries.append(entry)
    return {"version": VERSION, "user": _mark(user), "turns": entries[::-1]}


def _mark(user: str) -> str:
    return sha256(user.encode()).hexdigest()[:16] if user else ""


def recalled(value: object, user: str = "") -> list[Turn]:
    """The turns in what a browser sent; whatever is malformed, foreign or another user's counts as nothing."""
    if not isinstance(value, dict) or value.get("version") != VERSION or value.get("user") != _mark(user):
        return []
    entries = value.get("turns")
    if not isinstance(entries, list):
        return []
    turns = []
    for entry in entries[-MOST_TURNS:]:
        try:
            found = _Kept.model_validate(entry)
        except ValidationError:
            continue
        if found.kind == "policy" and found.answer is None:
            continue
        turns.append(
            Turn(
                question=found.question,
                kind=found.kind,
                answer=found.answer if found.kind == "policy" else None,
                handed_in=found.handed_in,
                understood=found.understood,
                alone=found.alone,
                rating=found.rating,
                id=found.id,
            )
        )
    return turns
