"""The language model of an assistant: words answers, helps with what was not understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from assistant.answering.llm.client import Client
from assistant.answering.llm.endpoint import endpoint
from assistant.answering.llm.help import QueryHelp
from assistant.answering.llm.rewording import Record, Rewording
from assistant.models import Answer

if TYPE_CHECKING:
    from assistant.settings import Settings

Decide = Callable[[str], Answer]

_NOT_UNDERSTOOD: Final = frozenset({"no_evidence", "needs_clarification"})
NOTICE_UNDERSTOOD: Final = "追问按“{question}”理解，如果不是这个意思，请把问题写完整。"
LEAD_TERMS: Final = "换用“{terms}”查到的相关规定，是否适用请核对原文："


class Speaker:
    """Works on decided answers; decides nothing itself.

    Args:
        client: the model.
        settings: what may be sent.
        is_added: whether a document id is that of a document which a user added.
    """

    def __init__(self, client: Client, settings: Settings, is_added: Callable[[str], bool]) -> None:
        self._client = client
        self._drafts = settings.llm_drafts
        self._documents = settings.llm_documents
        self._is_added = is_added
        self._rewording = Rewording(client, self._may_send, drafts=settings.llm_drafts)
        self._help = QueryHelp(client, drafts=settings.llm_drafts)

    def warm_up(self) -> None:
        """Import what requests need."""
        self._client.warm_up()

    def stream(self, question: str, answer: Answer, record: Record | None = None) -> Iterator[Answer]:
        """`answer` as it is worded, see `Rewording.stream`."""
        return self._rewording.stream(question, answer, record)

    def helped(
        self, question: str, history: Sequence[str], answer: Answer, decide: Decide
    ) -> tuple[str, Answer]:
        """What the documents say where the question was not understood.

        A status or verdict that was decided is never changed: a follow-up is decided anew in words that the
        user has used, and says so; passages found by other words are added to an answer that stays as it is.

        Args:
            question: the turn.
            history: the user's turns before, oldest first.
            answer: what was decided.
            decide: decides a stand-alone question.

        Returns:
            The stand-alone question and its answer; the turn and its own answer where there was nothing to help.
        """
        if answer.status not in _NOT_UNDERSTOOD or answer.verdict is not None:
            return question, answer
        if history and (whole := self._help.whole_question(question, history)):
            again = decide(whole)
            if again.status == "answered":
                notice = NOTICE_UNDERSTOOD.format(question=whole)
                changes = {"question": question, "warnings": (notice, *again.warnings)}
                return whole, again.model_copy(update=changes)
        if answer.status == "no_evidence" and not answer.citations:
            return question, self._with_passages(question, answer, decide)
        return question, answer

    def _with_passages(self, question: str, answer: Answer, decide: Decide) -> Answer:
        terms = self._help.search_terms(question)
        found = decide(" ".join(terms)) if terms else answer
        if found.status != "answered" or found.verdict is not None:
            return answer
        lead = LEAD_TERMS.format(terms="、".join(terms))
        return answer.model_copy(
            update={
                "answer": f"{answer.answer}\n{lead}\n{found.answer}",
                "citations": found.citations,
                "warnings": tuple(dict.fromkeys((*answer.warnings, *found.warnings))),
            }
        )

    def _may_send(self, answer: Answer) -> bool:
        return self._documents or not any(self._is_added(citation.doc) for citation in answer.citations)


def make_speaker(settings: Settings, is_added: Callable[[str], bool]) -> Speaker | None:
    """The speaker of these settings, None where no model is set."""
    model = endpoint(settings)
    return Speaker(Client(model), settings, is_added) if model else None
