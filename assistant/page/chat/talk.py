"""The conversation: what a message leads to, step by step, without Gradio."""

from __future__ import annotations

import functools
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from assistant.answering.llm.privacy import QUESTION_LIMIT
from assistant.feedback import RATINGS, REASON_LIMIT, Feedback, FeedbackLog
from assistant.models import Answer
from assistant.page import reports
from assistant.page.about import about_draft
from assistant.page.about.suggest import suggestions
from assistant.page.answers import (
    WORKING,
    Stage,
    answer_html,
    question_html,
    stopped_html,
    understood_html,
    working_html,
)
from assistant.page.chat.memory import PRIVATE_NOTE
from assistant.page.chat.pump import with_pauses
from assistant.page.chat.turns import Turn, questions
from assistant.page.chat.whole import whole_html
from assistant.page.desk import Desk
from assistant.page.drafts import Checked
from assistant.page.markup import element, esc, notice
from assistant.page.owners import current_visitor
from assistant.page.services import Services
from index.errors import UserError

FAILED: Final = "回答时出错，详情见日志。请点“重新回答”再试一次，或换一种问法。"

_CONTEXT: Final = 6  # turns before, as many as the assistant looks at
_TICKS_A_SECOND: Final = 4
_TICK: Final = 1 / _TICKS_A_SECOND

Message = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """How the conversation stands.

    Attributes:
        turns: all turns; the last is a broken-off one while it is being answered.
        messages: what the chat shows.
        checked: the draft checked last.
        done: whether nothing more is to come.
    """

    turns: list[Turn]
    messages: list[Message]
    checked: Checked | None
    done: bool = False


class Talk:
    """Answers messages and shows conversations; keeps nothing between calls.

    Args:
        services: the product's parts.
        desk: checks drafts.
    """

    def __init__(self, services: Services, desk: Desk) -> None:
        self._services = services
        self._desk = desk

    def reply(
        self,
        text: str,
        files: Sequence[str],
        turns: Sequence[Turn],
        checked: Checked | None,
        alone: bool = False,
    ) -> Iterator[Step]:
        """What a message leads to; closing the iterator breaks the work off.

        Args:
            text: the question; may be empty where there are files.
            files: uploaded drafts.
            turns: the conversation so far.
            checked: the draft checked last.
            alone: answer from the documents, without regard to the turns before and to the draft.
        """
        now = Step(list(turns), self.messages(turns), checked)
        work = [functools.partial(self._check, file) for file in files]
        if text.strip():
            work.append(functools.partial(self._answer, text.strip(), alone))
        for part in work:
            for step in part(now):
                yield step
                now = step
        yield replace(now, done=True)

    def messages(self, turns: Sequence[Turn]) -> list[Message]:
        """A conversation as the chat shows it."""
        return [message for turn in turns for message in self._shown(turn)]

    def document(self, doc: str) -> str:
        """A whole document, for the panel beside the chat; "" where there is none of that id."""
        document = self._services.assistant.context.corpus.document(doc)
        return whole_html(document, self._services.settings.day()) if document else ""

    def judge(self, turns: Sequence[Turn], key: object, rating: object, reason: str) -> list[Turn]:
        """Keep a judgement of an answer.

        Args:
            turns: the conversation.
            key: the turn's id.
            rating: `up` or `down`.
            reason: the user's words.

        Returns:
            The conversation with the judgement in it; unchanged where there is no such turn.

        Raises:
            UserError: it cannot be kept.
        """
        place = next((place for place, turn in enumerate(turns) if turn.id == key and turn.answer), None)
        if place is None or rating not in RATINGS:
            return list(turns)
        turn = turns[place]
        FeedbackLog(self._services.settings.data_dir).add(_feedback(turn, str(rating), reason))
        return [*turns[:place], replace(turn, rating=str(rating)), *turns[place + 1 :]]

    def transcript(self, turns: Sequence[Turn]) -> Path:
        """The conversation as a Word file in a folder of its own below the drafts.

        Raises:
            UserError: it cannot be written.
        """
        from assistant.page.chat.word import transcript

        content = transcript(turns, self._services.settings.day())
        return self._services.drafts.keep("问答记录.docx", content, visitor=current_visitor())

    def forget(self, path: Path | None) -> None:
        """Delete a transcript."""
        self._services.drafts.discard(path)

    def _shown(self, turn: Turn) -> list[Message]:
        shown = [_message("user", question_html(turn.question)), _message("assistant", self._content(turn))]
        if turn.file is not None and turn.file.is_file():
            shown.append({"role": "assistant", "content": {"path": str(turn.file)}})
        return shown

    def _content(self, turn: Turn) -> str:
        if turn.answer is not None:
            return self._html(turn.answer, turn, "stopped" if turn.kind == "stopped" else "done")
        if turn.kind == "stopped":
            return stopped_html()
        return turn.html or notice(PRIVATE_NOTE if turn.private else FAILED)

    def _html(self, answer: Answer, turn: Turn, stage: Stage) -> str:
        corpus = self._services.assistant.context.corpus
        day = self._services.settings.day()
        note = understood_html(turn.understood, turn.kind == "draft")
        return answer_html(answer, corpus, day, turn.id, rating=turn.rating, stage=stage, note=note)

    def _answer(self, question: str, alone: bool, before: Step) -> Iterator[Step]:
        assistant, turn = self._services.assistant, Turn(question, "stopped", alone=alone)
        yield _step(before, turn, working_html())
        try:
            report = before.checked.report if before.checked and not alone else None
            found = about_draft(
                question, report, before.turns, assistant.context, self._services.settings.day()
            )
            if found is not None:
                turn = replace(turn, kind="draft", answer=found)
            else:
                history = [] if alone else questions(before.turns)
                turn = replace(turn, understood=self._understood(question, history))
                waited = 0
                for answer in with_pauses(lambda: assistant.stream(question, history=history), _TICK):
                    if answer is None:
                        waited += 1
                        if turn.answer is None and waited % _TICKS_A_SECOND == 0 and waited > _TICKS_A_SECOND:
                            line = f"{WORKING}，已 {waited // _TICKS_A_SECOND} 秒"
                            yield _step(before, turn, working_html(line))
                        continue
                    turn = replace(turn, answer=answer if answer.answer.strip() else None)
                    yield _step(before, turn, self._html(answer, turn, "growing"))
                turn = replace(turn, kind="policy")
        except UserError as error:
            turn = replace(turn, kind="failed", answer=None, html=notice(str(error), "fail"))
        except Exception:
            # Nobody above could tell the user: Gradio would show an English word and drop the turn.
            logging.getLogger(__name__).exception("answering failed")
            turn = replace(turn, kind="failed", answer=None, html=notice(FAILED, "fail"))
        yield _step(before, turn, self._content(turn))

    def _understood(self, question: str, history: Sequence[str]) -> str:
        standalone = (
            self._services.assistant.plan(question, history[-_CONTEXT:]).standalone if history else ""
        )
        return "" if standalone.strip() == question else standalone

    def _check(self, file: str, before: Step) -> Iterator[Step]:
        told = [WORKING]
        turn = Turn(f"报告：{Path(file).name}", "stopped", handed_in=True)
        checked = before.checked
        yield _step(before, turn, working_html("正在接收文件"))

        def work() -> Iterator[Checked]:
            yield self._desk.check(file, step=told.append)

        try:
            for done in with_pauses(work):
                if done is None:
                    yield _step(before, turn, working_html(told[-1].rstrip("…")))
                    continue
                self._desk.forget(checked)
                checked = done
            html = _summary(checked.report) if checked else ""
            turn = replace(turn, kind="check", html=html, file=checked.download(".docx") if checked else None)
        except UserError as error:
            turn = replace(turn, kind="failed", html=notice(str(error), "fail"))
        except Exception:
            logging.getLogger(__name__).exception("checking failed")
            turn = replace(
                turn, kind="failed", html=notice("核对时出错，详情见日志；请换一份文件再试。", "fail")
            )
        shown = [*before.messages, *self._shown(turn)]
        yield Step([*before.turns, turn], shown, checked)


def _summary(report: Mapping[str, Any]) -> str:
    """A report in the chat, and what can be asked about it."""
    questions = [
        element("button", esc(question), "ca-button ca-suggest", type="button")
        for question in suggestions(report)
    ]
    more = element("p", "可以接着问：", "ca-path") + element("p", "".join(questions), "ca-actions")
    return reports.summary_html(report) + (element("div", more, "ca-more-questions") if questions else "")


def _feedback(turn: Turn, rating: str, reason: str) -> Feedback:
    answer = turn.answer
    if answer is None:
        raise ValueError("a turn without an answer cannot be judged")
    # A long question is text of a draft, and so may be what is asked about one.
    told = not turn.private and len(turn.question) <= QUESTION_LIMIT
    return Feedback(
        time=datetime.now().astimezone().isoformat(timespec="seconds"),
        answer=turn.id,
        question=turn.question if told else "",
        status=answer.status,
        citations=tuple(f"{citation.doc}#{citation.locator}" for citation in answer.citations),
        rating="up" if rating == "up" else "down",
        reason=" ".join(reason.split())[:REASON_LIMIT],
    )


def _message(role: str, content: str) -> Message:
    return {"role": role, "content": content}


def _step(before: Step, turn: Turn, content: str) -> Step:
    question = _message("user", question_html(turn.question))
    shown = [*before.messages, question, _message("assistant", content)]
    return Step([*before.turns, turn], shown, before.checked)
