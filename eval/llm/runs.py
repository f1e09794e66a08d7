"""Questions answered without and with a language model, judged alike."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.answering.llm.rewording import Record
from assistant.answering.llm.speaker import Speaker, make_speaker
from assistant.answering.service import Assistant
from assistant.models import Answer
from assistant.settings import Settings
from eval.judge import judge
from eval.llm.characters import CHARACTERS
from eval.llm.server import Script, ScriptedServer
from eval.question import Question

_SHOWN: Final = 8  # answers that the report shows


@dataclass(frozen=True)
class Pair:
    """One question, answered without and with the model.

    Attributes:
        question: the question.
        plain: the answer without the model.
        worded: the answer with it.
        plain_success: whether the first is strictly right.
        worded_success: whether the second is.
        record: what the model wrote.
        seconds: how long the model took.
    """

    question: Question
    plain: Answer
    worded: Answer
    plain_success: bool
    worded_success: bool
    record: Record
    seconds: float


def sample(questions: Sequence[Question], size: int, seed: int) -> tuple[Question, ...]:
    """`size` questions drawn by chance, in their order; all where there are no more."""
    if size >= len(questions):
        return tuple(questions)
    chosen = set(random.Random(seed).sample(range(len(questions)), size))
    return tuple(question for place, question in enumerate(questions) if place in chosen)


def compare(
    questions: Sequence[Question],
    assistant: Assistant,
    speaker: Speaker,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Pair]:
    """Answer every question twice."""
    pairs = []
    for done, question in enumerate(questions, 1):
        pairs.append(_pair(question, assistant, speaker))
        progress(done, len(questions))
    return pairs


def _pair(question: Question, assistant: Assistant, speaker: Speaker) -> Pair:
    *history, last = question.turns
    plain = assistant.decide(last, history, question.as_of)
    record, begun = Record(), time.monotonic()

    def decide(text: str) -> Answer:
        return assistant.decide(text, as_of=question.as_of)

    standalone, answer = speaker.helped(last, history, plain, decide)
    if standalone == last and history:
        standalone = assistant.plan(last, history).standalone
    worded = list(speaker.stream(standalone, answer, record))[-1]
    corpus = assistant.context.corpus
    return Pair(
        question,
        plain,
        worded,
        judge(question, plain, corpus).success,
        judge(question, worded, corpus).success,
        record,
        time.monotonic() - begun,
    )


def summary(pairs: Sequence[Pair]) -> str:
    """The figures as lines of Markdown."""
    total = len(pairs)
    asked = [pair for pair in pairs if pair.record.judged or pair.record.failure]
    judged = [item for pair in pairs for item in pair.record.judged]
    passed = sum(item.finding is None for item in judged)
    lost = [pair.question.id for pair in pairs if pair.plain_success and not pair.worded_success]
    times = sorted(pair.seconds for pair in asked)
    return "\n".join(
        [
            f"- 题数 {total}，其中交给大模型 {len(asked)}",
            f"- 严格答对：不用大模型 {_percent(sum(pair.plain_success for pair in pairs), total)}，"
            f"用大模型 {_percent(sum(pair.worded_success for pair in pairs), total)}",
            f"- 因大模型而变错：{len(lost)} 题{'（' + '、'.join(lost) + '）' if lost else ''}",
            f"- 大模型写出 {len(judged)} 句，放行 {passed}，拦下 {len(judged) - passed}",
            f"- 答案：全用大模型措辞 {_count(asked, 'llm')}，部分 {_count(asked, 'mixed')}，"
            f"全用原文 {_count(asked, 'extractive')}",
            *([f"- 每题用时中位数 {times[len(times) // 2]:.0f} 秒"] if times else []),
        ]
    )


def scripted(questions: Sequence[Question], assistant: Assistant, settings: Settings) -> Iterator[str]:
    """A table in Markdown: one row for each of `CHARACTERS`, strict success without and with it."""
    yield "| 大模型 | 严格答对：不用 | 用 | 变错 | 写出句数 | 放行 | 全用或部分用其措辞的答案 |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    documents = assistant.context.corpus.documents
    for name, character in CHARACTERS.items():
        with ScriptedServer(Script(character)) as server:
            with_llm = settings.model_copy(update={"llm_base_url": server.url, "llm_model": "scripted"})
            speaker = make_speaker(with_llm, lambda doc: documents[doc].added)
            assert speaker is not None
            pairs = compare(questions, assistant, speaker)
        yield _row(name, pairs)


def _row(name: str, pairs: Sequence[Pair]) -> str:
    total = len(pairs)
    judged = [item for pair in pairs for item in pair.record.judged]
    lost = sum(pair.plain_success and not pair.worded_success for pair in pairs)
    cells = (
        name,
        _percent(sum(pair.plain_success for pair in pairs), total),
        _percent(sum(pair.worded_success for pair in pairs), total),
        str(lost),
        str(len(judged)),
        _percent(sum(item.finding is None for item in judged), len(judged)),
        str(sum(pair.worded.wording != "extractive" for pair in pairs)),
    )
    return f"| {' | '.join(cells)} |"


def _percent(count: int, total: int) -> str:
    return f"{100 * count / total:.1f} %" if total else "–"


def _count(pairs: Sequence[Pair], wording: str) -> int:
    return sum(pair.worded.wording == wording for pair in pairs)


def shown(pairs: Sequence[Pair]) -> str:
    """Some answers with what the model wrote and what became of it."""
    asked = [pair for pair in pairs if pair.record.judged]
    return "\n\n".join(_shown(pair) for pair in asked[:_SHOWN])


def _shown(pair: Pair) -> str:
    sentences = [
        f"  - {'放行' if item.finding is None else f'拦下（{item.finding.check}）'}：{item.sentence[:160]}"
        for item in pair.record.judged
    ]
    notice = [warning for warning in pair.worded.warnings if warning not in pair.plain.warnings]
    return "\n".join(
        [
            f"**{' / '.join(pair.question.turns)}**",
            "- 大模型写的：",
            *sentences,
            f"- 读者看到的（{pair.worded.wording}）：" + pair.worded.answer.replace("\n", " "),
            *(f"- 提示：{line}" for line in notice),
        ]
    )
