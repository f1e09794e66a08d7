"""The parts of the chat as Gradio components and HTML."""

from __future__ import annotations

from typing import Any, Final

from assistant.page.examples import EXAMPLES
from assistant.page.markup import element
from assistant.page.tabs.common import DRAFT_FILES

_ABILITIES: Final = (
    ("问政策", "申报条件、程序、复核、支持措施，每句都附条款原文"),
    ("查名单", "集群和培育对象、促进组织、核心园区、牵头联系"),
    ("查报告", "把写好的参赛报告（Word）拖到下面，逐处指出问题，还可以追问"),
)
_REASONS: Final = ("没有答到点上", "依据不对", "内容不全", "已经过时", "看不明白")


def conversation(gr: Any) -> tuple[Any, Any]:
    """The chat and the field below it."""
    chat = gr.Chatbot(
        show_label=False,
        label="对话",
        height="calc(100dvh - 290px)",
        min_height=320,
        buttons=[],
        latex_delimiters=[],
        feedback_options=None,
        autoscroll=False,
        placeholder=_welcome(),
        elem_classes="ca-chat",
    )
    box = gr.MultimodalTextbox(
        show_label=False,
        label="问题",
        placeholder="输入问题，回车发送；也可附上 Word 报告",
        file_types=DRAFT_FILES,
        sources=["upload"],
        submit_btn="发送",
        max_lines=6,
        autofocus=True,
        max_plain_text_length=100_000,  # what is pasted stays a question: no file is made of it
        elem_classes="ca-box",
    )
    return chat, box


def examples(gr: Any) -> list[tuple[str, Any]]:
    """Questions to begin with, as buttons."""
    buttons = []
    with gr.Column(elem_classes="ca-groups ca-offers"):
        for group, questions in EXAMPLES:
            gr.HTML(f"<h2>{group}可以这样问</h2>")
            with gr.Column(elem_classes="ca-examples"):
                buttons += [(question, gr.Button(question, size="sm")) for question in questions]
    return buttons


def side(gr: Any) -> tuple[Any, Any, Any]:
    """The panel for sources; a field and its button by which the page's script asks; where a document comes back."""
    gr.HTML(_panel() + _dialog(), elem_classes="ca-panel-holder")
    told = gr.Textbox(visible=False)
    send = gr.Button(elem_id="ca-send", visible="hidden")
    document = gr.HTML(elem_id="ca-document", visible="hidden")
    return told, send, document


def _welcome() -> str:
    items = "".join(
        element("li", element("strong", name) + element("span", what)) for name, what in _ABILITIES
    )
    return element("div", element("h2", "想问什么？") + element("ul", items), "ca-welcome")


def _panel() -> str:
    buttons = (
        element(
            "button", "‹", "ca-button ca-panel-before", type="button", title="上一条", aria_label="上一条依据"
        )
        + element(
            "button", "›", "ca-button ca-panel-after", type="button", title="下一条", aria_label="下一条依据"
        )
        + element(
            "button", "✕", "ca-button ca-panel-close", type="button", title="关闭（Esc）", aria_label="关闭"
        )
    )
    head = element("span", "依据", "ca-panel-place") + element("span", buttons, "ca-panel-buttons")
    inner = element("div", head, "ca-panel-head") + element("div", "", "ca-panel-body", tabindex="0")
    return f'<section id="ca-panel" class="ca-panel" aria-label="条款原文" hidden>{inner}</section>'


def _dialog() -> str:
    reasons = "".join(
        element("label", f'<input type="checkbox" value="{reason}"> {reason}') for reason in _REASONS
    )
    own = '<textarea rows="2" maxlength="400" aria-label="补充说明" placeholder="补充说明（可不填）"></textarea>'
    buttons = (
        '<button value="send" class="ca-button ca-main">提交</button>'
        '<button value="" class="ca-button" formnovalidate>取消</button>'
    )
    hint = element("p", "只保存在本机，供管理员改进；不记录报告草稿的内容。", "ca-path")
    form = f'<form method="dialog"><h2>哪里没帮上忙？</h2><div class="ca-reasons">{reasons}</div>{own}{hint}<p class="ca-actions">{buttons}</p></form>'
    return f'<dialog id="ca-reasons" aria-label="没帮助的理由">{form}</dialog>'
