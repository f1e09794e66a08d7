"""A decided answer in a language model's words, sentence by sentence through the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from assistant.answering.llm.client import Client
from assistant.answering.llm.draft import Draft
from assistant.answering.llm.errors import LlmError
from assistant.answering.llm.gate.evidence import Finding
from assistant.answering.llm.gate.gate import Gate
from assistant.answering.llm.gate.statements import MARK
from assistant.answering.llm.privacy import QUESTION_LIMIT, without_personal
from assistant.answering.llm.prompts import load_prompt
from assistant.answering.llm.sentences import Splitter, tidy
from assistant.models import Answer

if TYPE_CHECKING:
    from llama_index.core.llms import ChatMessage

_ANSWER_LIMIT: Final = 900  # characters of the decided answer in a prompt: 4,000 tokens hold it all
_QUESTION_LIMIT: Final = 700
_EVIDENCE_LIMIT: Final = 1100
_QUOTE_LIMIT: Final = 130
_MOST_SENTENCES: Final = 16
_LONGEST: Final = 3000  # characters of a reply
_VERDICTS: Final = {
    "yes": "可以（是）",
    "no": "不可以（否）",
    "conditional": "视情况而定，不能说成一定可以或一定不可以",
    None: "见已核定的答案",
}

NOTICE_REPLACED: Final = "大模型改写的句子中有{count}句与依据不符，没有采用，该处为按条款组成的原答案。"
NOTICE_REJECTED: Final = "大模型的改写与规定的结论相反，没有采用；以上为按条款组成的原答案。"
NOTICE_FAILED: Final = "{reason}，以上为按条款组成的原答案。"


@dataclass(frozen=True)
class Judged:
    """A sentence of the model, and why it was not shown; None where it was."""

    sentence: str
    finding: Finding | None


@dataclass
class Record:
    """What happened to one answer, for measuring and for tests.

    Attributes:
        judged: the model's sentences in order.
        failure: why there is no draft, None where there is one.
    """

    judged: list[Judged] = field(default_factory=list)
    failure: LlmError | None = None


class Rewording:
    """Has decided answers worded by a language model.

    Only `answer` changes, and only sentence by sentence through the gate; status, verdict, citations and
    warnings stay, save for a warning that tells what was not taken over.

    Args:
        client: the model.
        may_send: whether an answer's evidence may be sent.
        drafts: whether long questions may be sent (see `privacy`).
    """

    def __init__(
        self, client: Client, may_send: Callable[[Answer], bool] = lambda answer: True, drafts: bool = False
    ) -> None:
        self._client = client
        self._may_send = may_send
        self._drafts = drafts

    def stream(self, question: str, answer: Answer, record: Record | None = None) -> Iterator[Answer]:
        """The answer as it is worded; the last one given is final.

        Closing the iterator breaks the request off.

        Args:
            question: the stand-alone question.
            answer: the decided answer.
            record: receives what the model wrote.
        """
        record = Record() if record is None else record
        draft = Draft(answer.answer)
        if not self._worth(question, answer, draft):
            yield answer
            return
        gate, splitter = Gate(question, answer), Splitter()
        messages = _messages(question, answer, draft)
        frame = _frame(messages)
        pieces = self._client.stream(messages)
        size = 0
        try:
            for piece in pieces:
                size += len(piece)
                sentences = [sentence for sentence in splitter.feed(piece) if sentence not in frame]
                if splitter.restarted:
                    splitter.restarted = False
                    draft.clear()
                    record.judged.clear()
                if sentences and _take(sentences, gate, draft, record):
                    yield answer.model_copy(update={"answer": draft.sofar(), "wording": "llm"})
                if splitter.ended or _contradicted(record) or _too_much(record, size):
                    break
            else:
                rest = [sentence for sentence in splitter.finish(whole=True) if sentence not in frame]
                _take(rest, gate, draft, record)
        except LlmError as error:
            record.failure = error
        finally:
            pieces.close()  # type: ignore[attr-defined]
        if size > _LONGEST:
            record.failure = LlmError("too_long")
        elif not record.judged and record.failure is None:
            record.failure = LlmError("empty")
        yield _finished(answer, draft, record)

    def _worth(self, question: str, answer: Answer, draft: Draft) -> bool:
        """Whether there is anything to word, and it may be sent."""
        return (
            answer.status == "answered"
            and bool(answer.citations)
            and bool(draft.open_lines)
            and (self._drafts or len(question) <= QUESTION_LIMIT)
            and self._may_send(answer)
        )


def _take(sentences: list[str], gate: Gate, draft: Draft, record: Record) -> bool:
    """Judge sentences; True where one passed."""
    passed = False
    for sentence in sentences:
        if gate.says_nothing(sentence):
            continue
        finding = gate.check(sentence)
        record.judged.append(Judged(sentence, finding))
        if finding is None:
            draft.add(sentence)
            passed = True
    return passed


def _too_much(record: Record, size: int) -> bool:
    return len(record.judged) >= _MOST_SENTENCES or size > _LONGEST


def _contradicted(record: Record) -> bool:
    return any(item.finding is not None and item.finding.contradicts for item in record.judged)


def _finished(answer: Answer, draft: Draft, record: Record) -> Answer:
    if record.failure is not None:
        return _with_warning(answer, NOTICE_FAILED.format(reason=record.failure))
    if _contradicted(record):
        return _with_warning(answer, NOTICE_REJECTED)
    failed = sum(item.finding is not None for item in record.judged)
    text, worded, kept = draft.finished()
    if worded:
        answer = answer.model_copy(update={"answer": text, "wording": "mixed" if kept or failed else "llm"})
    return _with_warning(answer, NOTICE_REPLACED.format(count=failed)) if failed else answer


def _with_warning(answer: Answer, warning: str) -> Answer:
    return answer.model_copy(update={"warnings": (*answer.warnings, warning)})


def _frame(messages: list[ChatMessage]) -> frozenset[str]:
    """The prompt's lines that hold neither answer nor evidence; small models repeat them."""
    lines = (line for message in messages for line in str(message.content).splitlines())
    return frozenset(tidy(line) for line in lines if not line.startswith(("- ", "[")))


def _messages(question: str, answer: Answer, draft: Draft) -> list[ChatMessage]:
    lines: list[str] = []
    numbers: set[int] = set()
    size = 0
    for line in draft.open_lines:
        size += len(line.text)
        if lines and size > _ANSWER_LIMIT:
            break
        cited = "" if MARK.search(line.text) else "".join(f"[{mark}]" for mark in sorted(line.marks))
        lines.append(f"- {line.text[:_ANSWER_LIMIT]}{cited}")
        numbers |= line.marks
    evidence, used = [], 0
    for number, citation in enumerate(answer.citations, 1):
        if number in numbers and used < _EVIDENCE_LIMIT:
            item = f"[{number}]《{citation.title}》{citation.locator}：{citation.quote[:_QUOTE_LIMIT]}"
            used += len(item)
            evidence.append(item)
    return load_prompt("reword").messages(
        question=without_personal(question)[:_QUESTION_LIMIT],
        verdict=_VERDICTS[answer.verdict],
        answer="\n".join(lines),
        evidence="\n".join(evidence),
    )
