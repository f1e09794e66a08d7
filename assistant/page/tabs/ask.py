"""问答: the chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from assistant.page.chat.events import Events, Session
from assistant.page.chat.layout import conversation, examples, side
from assistant.page.chat.talk import Talk
from assistant.page.tabs.common import PRIVATE, QUIET

# The same after every start of the program, so that a conversation outlives it. What protects the text is the
# browser's own storage; this key is no secret.
_STORAGE: Final = {"storage_key": "cluster-assistant-conversation", "secret": "cluster-assistant"}
_DOWNLOAD: Final = "() => { setTimeout(() => document.querySelector('#ca-word-file')?.click(), 100); }"
_ASKED: Final = "(told, turns) => [document.body.dataset.caAsked || '', turns]"  # see scripts/chat.js
KEEP_SECONDS: Final = 3600


@dataclass(frozen=True)
class _Parts:
    chat: Any
    box: Any
    turns: Any
    checked: Any
    session: Any
    store: Any


def ask_tab(gr: Any, talk: Talk, demo: Any, checked: Any) -> list[Any]:
    """Lay out the tab.

    Args:
        gr: the module gradio.
        talk: answers, and shows conversations.
        demo: the `gradio.Blocks`, for the conversation that comes back when the page opens.
        checked: the session's `gr.State` with the draft checked last.

    Returns:
        The events after which `checked` may be another.
    """
    turns, session, store = gr.State([]), gr.State(Session()), gr.BrowserState({}, **_STORAGE)
    events = Events(gr, talk)
    with gr.Row(equal_height=False, elem_classes="ca-ask"):
        with gr.Column(scale=5, min_width=300, elem_classes="ca-talk"):
            chat, box = conversation(gr)
            tools = _tools(gr)
        with gr.Column(scale=2, min_width=240, elem_classes="ca-side"):
            offered = examples(gr)
            told, send, document = side(gr)
    parts = _Parts(chat, box, turns, checked, session, store)
    answering = _answering(gr, events, parts, offered, tools[0])
    box.stop(events.stop, [turns, session], [chat, box, store], cancels=answering, **QUIET)
    tools[2].click(events.clear, session, [chat, box, turns, store], cancels=answering, **QUIET)
    demo.load(events.restore, store, [chat, turns], **QUIET)
    send.click(
        events.hear, [told, turns], [turns, store, document], js=_ASKED, trigger_mode="multiple", **QUIET
    )
    _word(gr, talk, events, tools[1], turns)
    return answering


def _tools(gr: Any) -> tuple[Any, Any, Any]:
    with gr.Row(elem_classes="ca-chat-tools"):
        again = gr.Button("重新回答", size="sm", min_width=90)
        word = gr.Button("下载对话（Word）", size="sm", min_width=130)
        clear = gr.Button("清空对话", size="sm", min_width=90)
    return again, word, clear


def _answering(
    gr: Any, events: Events, parts: _Parts, offered: list[tuple[str, Any]], again: Any
) -> list[Any]:
    inputs = [parts.turns, parts.checked, parts.session]
    outputs = [parts.chat, parts.box, parts.turns, parts.checked, parts.store]
    answering = [parts.box.submit(events.reply, [parts.box, *inputs], outputs, **QUIET)]
    for question, button in offered:
        asked = gr.State({"text": question, "files": []})
        answering.append(button.click(events.reply, [asked, *inputs], outputs, **QUIET))
    answering.append(again.click(events.retry, inputs, outputs, **QUIET))
    alone = gr.Button(elem_id="ca-ask-alone", visible="hidden")  # clicked by scripts/chat.js
    answering.append(alone.click(events.alone, inputs, outputs, **QUIET))
    return answering


def _word(gr: Any, talk: Talk, events: Events, button: Any, turns: Any) -> None:
    made = gr.State(None, time_to_live=KEEP_SECONDS, delete_callback=talk.forget)
    file = gr.DownloadButton("下载", elem_id="ca-word-file", visible="hidden")
    button.click(events.word, [turns, made], [file, made], **PRIVATE).success(
        fn=None, js=_DOWNLOAD, **PRIVATE
    )
