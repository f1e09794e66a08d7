"""One answer out of several, for a turn with more than one question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.models import Answer, Citation

_MARK = re.compile(r"\[(\d+)\]")


def leaves_out(whole: Answer, parts: Sequence[Answer]) -> bool:
    """Whether the answer to a whole turn rests on nothing that answers one of its questions.

    Args:
        whole: answer to the turn.
        parts: answers to its questions, each by itself.
    """
    told = {(citation.doc, citation.locator, citation.quote) for citation in whole.citations}
    firsts = [part.citations[0] for part in parts if part.status == "answered" and part.citations]
    return len(firsts) == len(parts) and any(
        (first.doc, first.locator, first.quote) not in told for first in firsts
    )


def joined(question: str, answers: Sequence[Answer]) -> Answer:
    """The answers one after the other, their citations numbered through.

    Args:
        question: the whole turn.
        answers: to its questions, in order; at least one.

    Returns:
        An answer that counts as answered where one of them is; the verdict is that of the first that has one.
    """
    told = [answer for answer in answers if answer.status in ("answered", "no_evidence")]
    if not any(answer.status == "answered" for answer in told):
        told = list(answers[:1])
    citations: list[Citation] = []
    texts: list[str] = []
    for answer in told:
        numbers: dict[int, int] = {}
        for number, citation in enumerate(answer.citations, 1):
            if citation not in citations:
                citations.append(citation)
            numbers[number] = citations.index(citation) + 1
        text = _MARK.sub(lambda mark, to=numbers: f"[{to[int(mark.group(1))]}]", answer.answer)  # type: ignore[misc]
        if text not in texts:
            texts.append(text)
    return Answer(
        question=question,
        status="answered" if any(answer.status == "answered" for answer in told) else told[0].status,
        verdict=next((answer.verdict for answer in told if answer.verdict), None),
        answer="\n".join(texts),
        citations=tuple(citations),
        warnings=tuple(dict.fromkeys(warning for answer in told for warning in answer.warnings)),
    )
