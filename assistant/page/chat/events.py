"""What the chat's events do, as functions from Gradio's values to Gradio's values."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from assistant.page.chat.memory import kept, recalled
from assistant.page.chat.talk import Talk
from assistant.page.chat.turns import Turn
from assistant.page.drafts import Checked
from index.errors import UserError

_EMPTY: Final[dict[str, Any]] = {"text": "", "files": []}
_WORKING: Final = {"submit_btn": False, "stop_btn": "停止"}
_READY: Final = {"submit_btn": "发送", "stop_btn": False}

Outcome = tuple[Any, ...]


class Session:
    """What one open page is doing; a mutable thing in a `gr.State`, so that its events see each other."""

    def __init__(self) -> None:
        self.busy = False


class Events:
    """The chat's events.

    Those that answer give (messages, box, turns, checked, store).

    Args:
        gr: the module gradio.
        talk: answers.
    """

    def __init__(self, gr: Any, talk: Talk) -> None:
        self._gr = gr
        self._talk = talk

    def reply(
        self, message: dict[str, Any], turns: list[Turn], checked: Checked | None, session: Session
    ) -> Iterator[Outcome]:
        """Answer what was written or handed in."""
        text, files = (message.get("text") or "").strip(), message.get("files") or []
        if not text and not files:
            yield self._nothing("请先写出问题，或选一份参赛报告。")
            return
        yield from self._run(text, files, turns, checked, session)

    def alone(self, turns: list[Turn], checked: Checked | None, session: Session) -> Iterator[Outcome]:
        """Answer the last question without regard to what came before."""
        yield from self.retry(turns, checked, session, alone=True)

    def retry(
        self, turns: list[Turn], checked: Checked | None, session: Session, alone: bool | None = None
    ) -> Iterator[Outcome]:
        """Answer the last question once more, in the same way unless `alone` says otherwise."""
        if not turns or turns[-1].handed_in:
            yield self._nothing("请重新选择文件。" if turns else "还没有问题。")
            return
        last = turns[-1]
        alone = last.alone if alone is None else alone
        yield from self._run(last.question, [], turns[:-1], checked, session, alone)

    def stop(self, turns: list[Turn], session: Session) -> Outcome:
        """Show what there is of an answer that was broken off: (messages, box, store)."""
        session.busy = False
        return self._talk.messages(turns), self._gr.MultimodalTextbox(**_READY), kept(turns, _user())

    def clear(self, session: Session) -> Outcome:
        """Forget the conversation: (messages, box, turns, store)."""
        session.busy = False
        return [], self._gr.MultimodalTextbox(**_READY), [], kept([], _user())

    def restore(self, stored: object) -> Outcome:
        """The conversation that the browser kept: (messages, turns)."""
        turns = recalled(stored, _user())
        return self._talk.messages(turns), turns

    def hear(self, told: str, turns: list[Turn]) -> Outcome:
        """What the page's script asks for, a document or to keep a judgement: (turns, store, document)."""
        skip = self._gr.skip()
        try:
            wish = json.loads(told)
            if wish.get("do") == "document":
                return skip, skip, self._talk.document(str(wish.get("doc")))
            if wish.get("do") == "rate":
                rated = self._talk.judge(turns, wish.get("key"), wish.get("rating"), str(wish.get("reason")))
                return rated, kept(rated, _user()), skip
        except UserError as error:
            self._gr.Warning(str(error))
        except (ValueError, AttributeError, RecursionError):
            pass  # not from our script
        return skip, skip, skip

    def word(self, turns: list[Turn], last: Path | None) -> Outcome:
        """The conversation as a Word file: (download button, the file to be deleted later)."""
        if not turns:
            self._gr.Info("还没有对话可下载。")
            return self._gr.skip(), self._gr.skip()
        self._talk.forget(last)
        path = self._talk.transcript(turns)
        return self._gr.DownloadButton(value=str(path)), path

    def _nothing(self, hint: str) -> Outcome:
        self._gr.Info(hint)
        return (self._gr.skip(),) * 5

    def _run(
        self,
        text: str,
        files: list[str],
        turns: list[Turn],
        checked: Checked | None,
        session: Session,
        alone: bool = False,
    ) -> Iterator[Outcome]:
        if session.busy:
            yield self._nothing("上一个问题还在回答，请稍候，或先点停止。")
            return
        session.busy = True
        skip = self._gr.skip()
        box = self._gr.MultimodalTextbox(value=_EMPTY, **_WORKING)
        try:
            for step in self._talk.reply(text, files, turns, checked, alone):
                if step.done:
                    box = self._gr.MultimodalTextbox(**_READY)
                yield (
                    step.messages,
                    box,
                    step.turns,
                    step.checked,
                    kept(step.turns, _user()) if step.done else skip,
                )
                box = skip
        finally:
            session.busy = False


def _user() -> str:
    """Who has signed in; "" where nobody has to."""
    from gradio.context import LocalContext

    return getattr(LocalContext.request.get(None), "username", None) or ""
