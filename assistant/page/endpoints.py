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
            UserError: `question` is no text, or `history` is not such a list.
        """
        text, turns = _text(question, "question"), user_turns(history)
        return self._assistant.ask(text, history=turns).model_dump(mode="json")

    def search(self, query: str, k: int = 10) -> list[dict[str, Any]]:
        """Ranked passages of the policy documents (条款检索).

        Args:
            query: what to look for, or the address of a clause.
            k: how many passages, 1 to 100.

        Raises:
            UserError: `query` is no text, or `k` is not such a number.
        """
        # JSON knows one kind of number: 3.0 is 3, but true is none and 2.7 no count.
        whole = isinstance(k, (int, float)) and not isinstance(k, bool) and k == k // 1
        if not whole or not 1 <= k <= MOST_PASSAGES:
            raise UserError(f"参数 k 应为 1 到 {MOST_PASSAGES} 的整数。")
        text = _text(query, "query")
        return [passage.model_dump(mode="json") for passage in self._assistant.search(text, k=int(k))]

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


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise UserError(f"参数 {name} 应为文字，请改正后重试。")
    return value


def user_turns(history: str | None) -> list[str]:
    """The user's turns in `history`, see `Endpoints.ask`.

    Raises:
        UserError: it is not a JSON list of texts or messages.
    """
    if history is None:
        return []
    wrong = UserError('参数 history 应为 JSON 列表，如 ["第一个问题"]，请改正后重试。')
    if not isinstance(history, str):
        raise wrong
    if not history.strip():
        return []
    try:
        turns = json.loads(history)
    except (ValueError, RecursionError):
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
