"""问答: the chat."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from assistant.page.answers import question_html
from assistant.page.desk import Desk
from assistant.page.drafts import Checked
from assistant.page.examples import EXAMPLES
from assistant.page.tabs.common import DRAFT_FILES, PRIVATE

# A long answer is read from its beginning.
_SHOW_QUESTION: Final = """() => {
  const chat = document.querySelector('.ca-chat .bubble-wrap');
  const question = [...document.querySelectorAll('.ca-chat .user-row')].pop();
  if (chat && question) chat.scrollTop += question.getBoundingClientRect().top - chat.getBoundingClientRect().top - 8;
}"""
_EMPTY: Final[dict[str, Any]] = {"text": "", "files": []}

Turn = Callable[..., Iterator[tuple[Any, ...]]]


def ask_tab(gr: Any, desk: Desk, checked: Any) -> list[Any]:
    """Lay out the tab.

    Args:
        gr: the module gradio.
        desk: answers and checks.
        checked: the session's `gr.State` with the draft checked last.

    Returns:
        The events after which `checked` may be another.
    """
    turns = gr.State([])
    with gr.Row(equal_height=False):
        with gr.Column(scale=5, min_width=300):
            chat, box = _conversation(gr)
        with gr.Column(scale=2, min_width=240, elem_classes="ca-groups"):
            buttons = _examples(gr)
            clear = gr.Button("清空对话", size="sm")
    shared, outputs = [chat, turns, checked], [chat, box, turns, checked]
    reply = _replying(desk)
    shown = {"show_progress": "minimal", "show_progress_on": chat, **PRIVATE}
    events = [box.submit(reply, [box, *shared], outputs, **shown)]
    for question, button in buttons:
        asking = functools.partial(reply, {"text": question, "files": []})
        events.append(button.click(asking, shared, outputs, **shown))
    clear.click(lambda: ([], []), outputs=[chat, turns], **PRIVATE)
    return [event.then(fn=None, js=_SHOW_QUESTION, **PRIVATE) for event in events]


def _conversation(gr: Any) -> tuple[Any, Any]:
    chat = gr.Chatbot(
        show_label=False,
        height="calc(100dvh - 240px)",
        min_height=320,
        buttons=[],
        latex_delimiters=[],
        feedback_options=None,
        autoscroll=False,
        placeholder="直接提问，或把写好的参赛报告（Word）放进下面的输入框。",
        elem_classes="ca-chat",
    )
    box = gr.MultimodalTextbox(
        show_label=False,
        label="问题",
        placeholder="输入问题，回车发送；也可附上 Word 报告",
        file_types=DRAFT_FILES,
        sources=["upload"],
        max_lines=6,
        autofocus=True,
    )
    return chat, box


def _examples(gr: Any) -> list[tuple[str, Any]]:
    buttons = []
    for group, questions in EXAMPLES:
        gr.HTML(f"<h3>{group}可以这样问</h3>")
        with gr.Column(elem_classes="ca-examples"):
            buttons += [(question, gr.Button(question, size="sm")) for question in questions]
    return buttons


def _replying(desk: Desk) -> Turn:
    def reply(
        message: dict[str, Any], messages: list[Any], turns: list[str], last: Checked | None
    ) -> Iterator[tuple[Any, ...]]:
        text, files = (message.get("text") or "").strip(), message.get("files") or []
        if not text and not files:
            yield messages, message, turns, last
            return
        names = "".join(f"\n📄 {Path(file).name}" for file in files)
        messages = [*messages, {"role": "user", "content": question_html(text + names)}]
        yield messages, _EMPTY, turns, last
        for answer in [desk.check_in_chat(file) for file in files] or [desk.answer(text, turns)]:
            messages.append({"role": "assistant", "content": answer.html})
            if answer.file:
                messages.append({"role": "assistant", "content": {"path": str(answer.file)}})
            if answer.checked:
                desk.forget(last)
                last = answer.checked
        yield messages, _EMPTY, turns if files else [*turns, text], last

    return reply
