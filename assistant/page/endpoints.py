"""What the HTTP API and the MCP tools do: the JSON of the contract from plain arguments."""

from __future__ import annotations

import json
from typing import Any

from assistant.answering.service import Assistant
from assistant.page.drafts import Drafts
from index.errors import UserError

MOST_PASSAGES = 100


class Endpoints:
    """`/ask`, `/search` and `/check`.

    Args:
        assistant: answers and searches.
        drafts: where drafts are kept while they are checked.
    """

    def __init__(self, assistant: Assistant, drafts: Drafts) -> None:
        self._assistant = assistant
        self._drafts = drafts

    def ask(self, question: str, history: str = "[]") -> dict[str, Any]:
        """One question about the programme, answered with verbatim citations (问答).

        Args:
            question: the question, in Chinese.
            history: the user's earlier turns, oldest first, as a JSON list of texts or of
                {"role", "content"} messages; "" or "[]" for none.

        Raises:
            UserError: `history` is not such a list.
        """
        return self._assistant.ask(question or "", history=user_turns(history)).model_dump(mode="json")

    def search(self, query: str, k: int = 10) -> list[dict[str, Any]]:
        """Ranked passages of the policy documents (条款检索).

        Args:
            query: what to look for, or the address of a clause.
            k: how many passages, 1 to 100.

        Raises:
            UserError: `k` is not such a number.
        """
        try:
            number = int(k)
        except (TypeError, ValueError):
            number = 0
        if not 1 <= number <= MOST_PASSAGES:
            raise UserError(f"参数 k 应为 1 到 {MOST_PASSAGES} 的整数。")
        return [passage.model_dump(mode="json") for passage in self._assistant.search(query or "", k=number)]

    def check(self, file: str) -> dict[str, Any]:
        """Check a draft contest report against the six conditions of 第六条 (参赛报告自查).

        Args:
            file: the draft, a Word file.

        Raises:
            UserError: the file cannot be read.
        """
        from assistant.checker import check_file

        with self._drafts.visiting(file) as draft:
            report: dict[str, Any] = json.loads(check_file(draft).to_json())
            return report


def user_turns(history: str | None) -> list[str]:
    """The user's turns in `history`, see `Endpoints.ask`.

    Raises:
        UserError: it is not a JSON list of texts or messages.
    """
    if not history or not history.strip():
        return []
    wrong = UserError('参数 history 应为 JSON 列表，如 ["第一个问题"]，请改正后重试。')
    try:
        turns = json.loads(history)
    except ValueError:
        raise wrong from None
    if not isinstance(turns, list):
        raise wrong
    texts: list[str] = []
    for turn in turns:
        if isinstance(turn, dict):
            if turn.get("role", "user") != "user":
                continue
            turn = turn.get("content")
        if not isinstance(turn, str):
            raise wrong
        texts.append(turn)
    return texts
