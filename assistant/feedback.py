"""What users said about answers, kept on this machine as JSON Lines for the administrator."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Literal

from filelock import FileLock
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index.errors import UserError
from index.oserrors import reason

FILE_NAME: Final = "feedback.jsonl"
REASON_LIMIT: Final = 500  # characters
RATINGS: Final = {"up": "有帮助", "down": "没帮助"}


class Feedback(BaseModel):
    """One judgement of one answer; nothing of a draft is in it.

    Attributes:
        time: when it was given, ISO 8601 with the offset from UTC.
        answer: tells answers apart; a later judgement of the same answer replaces the earlier.
        question: the question; empty where the answer was about the user's draft.
        status: the answer's status.
        citations: `document#locator` of each.
        rating: `up` or `down`.
        reason: the user's words, may be empty.
    """

    model_config = ConfigDict(frozen=True)

    time: str
    answer: str
    question: str
    status: str
    citations: tuple[str, ...] = ()
    rating: Literal["up", "down"]
    reason: str = Field(default="", max_length=REASON_LIMIT)


class FeedbackLog:
    """Appends to the file of a data directory and reads it; safe among threads and processes.

    Args:
        data_dir: the data directory.
    """

    def __init__(self, data_dir: Path) -> None:
        self.path = data_dir / FILE_NAME

    def add(self, feedback: Feedback) -> None:
        """Keep a judgement.

        Raises:
            UserError: the file cannot be written.
        """
        line = json.dumps(feedback.model_dump(mode="json"), ensure_ascii=False) + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{self.path}.lock", timeout=10):
                handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
                with os.fdopen(handle, "ab") as file:
                    file.write(line.encode("utf-8"))
        except OSError as error:  # a lock that is not to be had is one too
            raise UserError(f"评价没有保存（{reason(error)}）：请检查数据目录的空间和权限。") from error

    def read(self) -> list[Feedback]:
        """The judgements, oldest first, the latest of each answer only; unreadable lines are left out.

        Raises:
            UserError: the file is there and cannot be read.
        """
        latest: dict[str, Feedback] = {}
        for feedback in self._all():
            latest.pop(feedback.answer, None)
            latest[feedback.answer] = feedback
        return list(latest.values())

    def _all(self) -> Iterator[Feedback]:
        try:
            lines = self.path.read_text(encoding="utf-8", errors="replace").split("\n")
        except FileNotFoundError:
            return
        except OSError as error:
            raise UserError(f"无法读取“{self.path}”（{reason(error)}）：请检查权限。") from error
        for line in lines:
            try:
                yield Feedback.model_validate_json(line)
            except ValidationError:
                continue


def feedback_text(entries: Sequence[Feedback]) -> str:
    """The judgements for reading: how many of each, then one after another."""
    if not entries:
        return "还没有用户评价。"
    counts = "，".join(
        f"{label} {sum(entry.rating == rating for entry in entries)} 条" for rating, label in RATINGS.items()
    )
    lines = [f"共 {len(entries)} 条评价：{counts}。"]
    for entry in entries:
        lines += [
            "",
            f"{entry.time}　{RATINGS[entry.rating]}　{entry.question or '（关于报告草稿的问题，不记录内容）'}",
        ]
        if entry.citations:
            lines.append(f"  依据：{'、'.join(entry.citations)}")
        if entry.reason:
            lines.append(f"  理由：{entry.reason}")
    return "\n".join(lines)
