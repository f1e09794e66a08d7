"""Help with understanding: a follow-up made whole, other words for a search. Checked, and dropped when it fails."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from assistant.answering.llm.client import Client
from assistant.answering.llm.errors import LlmError
from assistant.answering.llm.gate.quantities import quantities
from assistant.answering.llm.gate.wording import canonical
from assistant.answering.llm.gate.words import pieces
from assistant.answering.llm.privacy import QUESTION_LIMIT, without_personal
from assistant.answering.llm.prompts import load_prompt
from assistant.answering.llm.sentences import without_thinking

if TYPE_CHECKING:
    from llama_index.core.llms import ChatMessage

Reply = TypeVar("Reply", bound=BaseModel)

_OBJECT: Final = re.compile(r"\{.*\}", re.DOTALL)
_MAX_TOKENS: Final = 200
_TURNS: Final = 3
_HAN = Annotated[str, StringConstraints(pattern=r"^[一-鿿A-Za-z0-9]{2,8}$", strip_whitespace=True)]


class _FollowUp(BaseModel):
    model_config = ConfigDict(extra="forbid")

    question: Annotated[str, StringConstraints(min_length=2, max_length=120, strip_whitespace=True)]


class _Terms(BaseModel):
    model_config = ConfigDict(extra="forbid")

    terms: Annotated[list[_HAN], Field(min_length=1, max_length=5)]


class QueryHelp:
    """Asks a language model how a question may be meant.

    Args:
        client: the model.
        drafts: whether long questions may be sent (see `privacy`).
    """

    def __init__(self, client: Client, drafts: bool = False) -> None:
        self._client = client
        self._drafts = drafts

    def whole_question(self, question: str, history: Sequence[str]) -> str | None:
        """A follow-up as a question of its own, in words that the user has used; None where there is none.

        Args:
            question: the follow-up.
            history: the user's turns before, oldest first.
        """
        turns = [turn for turn in history[-_TURNS:] if self._sendable(turn)]
        if not turns or not self._sendable(question):
            return None
        prompt = load_prompt("followup").messages(
            history="\n".join(without_personal(turn) for turn in turns), question=without_personal(question)
        )
        reply = self._ask(prompt, _FollowUp)
        if reply is None or reply.question == question:
            return None
        return reply.question if _own_words(reply.question, (*turns, question)) else None

    def search_terms(self, question: str) -> tuple[str, ...]:
        """Words that the documents may use for what the question says; empty where there are none."""
        if not self._sendable(question):
            return ()
        prompt = load_prompt("search_terms").messages(question=without_personal(question))
        reply = self._ask(prompt, _Terms)
        return tuple(dict.fromkeys(reply.terms)) if reply else ()

    def _sendable(self, text: str) -> bool:
        return self._drafts or len(text) <= QUESTION_LIMIT

    def _ask(self, messages: list[ChatMessage], schema: type[Reply]) -> Reply | None:
        try:
            return _parsed(self._client.complete(messages, _MAX_TOKENS), schema)
        except LlmError:
            return None  # the deterministic understanding stands


def _parsed(text: str, schema: type[Reply]) -> Reply | None:
    """The JSON object in `text`, None where there is none or it is not of the schema."""
    found = _OBJECT.search(without_thinking(text))
    if found is None:
        return None
    try:
        return schema.model_validate_json(found.group())
    except ValidationError:
        return None


def _own_words(question: str, said: Sequence[str]) -> bool:
    """Whether every word and figure of `question` was said by the user, or asserts nothing."""
    text, given = canonical(question), "\n".join(canonical(turn) for turn in said)
    if any(piece.source == "unknown" for piece in pieces(text, given, "", ())):
        return False
    return {item.key for item in quantities(text)} <= {item.key for item in quantities(given)}
