"""Answers as HTML: text with numbered marks, warnings, sources that open the clause beside the answer.

What a source opens lies hidden in the answer itself, so that the browser shows it without asking the server.
The chat's sanitiser lets classes, ids, titles and links through and nothing else: the page's script
(`scripts/chat.js`) reads those.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal

from assistant.models import Answer, Citation
from assistant.page.chat.reply import cited, official_reply
from assistant.page.clauses import badge, clause_in_context
from assistant.page.markup import details, element, esc, notice
from index.corpus import Corpus

_MARK = re.compile(r"\[(\d{1,3})\]([。，；：、！？）]?)")
_VERDICTS = {"yes": ("可以", "good"), "no": ("不可以", "bad"), "conditional": ("视情况而定", "odd")}
_STATUSES = {
    "no_evidence": ("文件没有写明", "odd"),
    "out_of_scope": ("不在本助手范围内", "odd"),
    "needs_clarification": ("请补充说明", "odd"),
}
_WORDINGS = {
    "llm": "文字由大模型整理；结论、依据由程序按文件核定。",
    "mixed": "部分文字由大模型整理；结论、依据由程序按文件核定。",
}
_LONG_QUESTION: Final = 400  # characters; what is longer is folded
_SHOWN: Final = 80
_MOST_SOURCES: Final = 6  # shown at once; the others are folded
Stage = Literal["done", "growing", "stopped"]
WORKING: Final = "正在查找依据"
WORDING: Final = "依据已找到，正在组织文字"


def question_html(question: str) -> str:
    """A user's turn, shown as written."""
    text = "<br>".join(esc(line) for line in question.splitlines() if line.strip())
    if len(question) > _LONG_QUESTION:
        text = details(f"{esc(question[:_SHOWN])}……（共 {len(question)} 字，点开看全部）", text)
    return element("div", text, "ca-question")


def working_html(line: str = WORKING) -> str:
    """What stands in place of an answer that is still being made."""
    return element("p", esc(line) + element("span", "……", "ca-dots"), "ca-working", role="status")


def stopped_html() -> str:
    """What stands in place of an answer that the user broke off."""
    return notice("已停止回答。可点“重新回答”，或换一个问题。")


def answer_html(
    answer: Answer,
    corpus: Corpus,
    day: date,
    key: str,
    *,
    rating: str = "",
    stage: Stage = "done",
    note: str = "",
) -> str:
    """An answer with its sources.

    Args:
        answer: the answer.
        corpus: the documents cited.
        day: the day on which validity is judged.
        key: makes the ids of this answer differ from those of others on the page.
        rating: `up` or `down` where the user has judged it.
        stage: `growing` while more of its text is to come, `stopped` where none will.
        note: HTML that stands above the text.
    """
    label = _VERDICTS.get(answer.verdict or "") or _STATUSES.get(answer.status)
    head = element("span", label[0], f"ca-verdict ca-{label[1]}") if label else ""
    lines = [line for line in answer.answer.splitlines() if line.strip()]
    text = "".join(element("p", _with_marks(line, len(answer.citations), key)) for line in lines)
    text += {"growing": working_html(WORDING), "stopped": stopped_html()}.get(stage, "")
    warnings = "".join(notice(warning, "warn") for warning in answer.warnings)
    wording = element("p", _WORDINGS[answer.wording], "ca-path") if answer.wording in _WORDINGS else ""
    ended = wording + _actions(answer, rating) if stage == "done" else ""
    sources = _sources(answer, corpus, day, key)
    return element("article", note + head + text + warnings + sources + ended, "ca-answer", id=key)


def understood_html(understood: str, about_draft: bool = False) -> str:
    """How a question was taken, and a button to have it taken otherwise.

    Args:
        understood: the question as understood from what came before; "" where it stands for itself.
        about_draft: whether it was taken to be about the draft.
    """
    if not (understood or about_draft):
        return ""
    text = "按刚才核对的报告回答" if about_draft else f"结合上文，理解为“{understood}”"
    label = "改按政策文件回答" if about_draft else "不看上文，单独问"
    button = element("button", label, "ca-button ca-alone", type="button")
    return element("p", element("span", esc(text)) + button, "ca-understood")


def _with_marks(line: str, count: int, key: str) -> str:
    def link(match: re.Match[str]) -> str:
        number = int(match.group(1))
        if not 1 <= number <= count:
            return match.group()
        title = f"看依据{number}的原文"
        mark = element("sup", element("a", str(number), href=f"#{key}-{number}", title=title), "ca-mark")
        # A full stop must not begin a line.
        return element("span", mark + match.group(2), "ca-stay") if match.group(2) else mark

    return _MARK.sub(link, esc(line))


def _sources(answer: Answer, corpus: Corpus, day: date, key: str) -> str:
    if not answer.citations:
        return ""
    items = [
        element("li", _source(citation, corpus, day, f"{key}-{number}"), value=str(number))
        for number, citation in enumerate(answer.citations, 1)
    ]
    shown = items if len(items) <= _MOST_SOURCES + 1 else items[:_MOST_SOURCES]
    rest = items[len(shown) :]
    folded = details(f"其余 {len(rest)} 条依据", element("ol", "".join(rest)), "ca-fold") if rest else ""
    title = element("p", "依据（点开看原文和上下文）", "ca-sources-title")
    return element("div", title + element("ol", "".join(shown)) + folded, "ca-sources")


def _source(citation: Citation, corpus: Corpus, day: date, identifier: str) -> str:
    """The line of a source, and hidden behind it what it opens."""
    document = corpus.document(citation.doc)
    if document is None:
        return esc(cited(citation))
    label = badge(document, day)
    name = element("strong", esc(citation.locator)) + f" {esc(f'《{document.title}》')}" + label
    quote = element("q", esc(citation.quote.strip("| \n")), "ca-quote")
    link = element("a", f"{name} {quote}", "ca-source", href=f"#{identifier}")
    title = element("h2", esc(citation.locator), "ca-clause-title")
    number = element("span", esc(document.number), "ca-number") if document.number else ""
    whole = element("a", "看全文", "ca-button ca-whole", href=f"#{citation.doc}/{citation.locator}")
    buttons = element("button", "复制引用", "ca-button ca-copy-citation", type="button") + whole
    head = element("p", f"{esc(f'《{document.title}》')} {number} {label}", "ca-clause-source")
    opened = (
        element("div", title + head + element("p", buttons, "ca-actions"), "ca-opened-head")
        + clause_in_context(document, citation.locator, citation.quote)
        + element("p", esc(cited(citation)), "ca-citation-text ca-verbatim", hidden="hidden")
    )
    return link + element("div", opened, "ca-opened", id=identifier, hidden="hidden")


def _actions(answer: Answer, rating: str) -> str:
    """Buttons below an answer, and hidden among them what is copied."""
    lines = "".join(element("p", esc(line)) for line in official_reply(answer).splitlines())
    buttons = [
        element(
            "button", "复制为答复", "ca-button ca-copy-reply", type="button", title="按公文答复的格式复制"
        )
    ]
    for name, label in (("up", "有帮助"), ("down", "没帮助")):
        chosen = " ca-chosen" if rating == name else ""
        buttons.append(element("button", label, f"ca-button ca-rate ca-rate-{name}{chosen}", type="button"))
    return element("div", "".join(buttons), "ca-actions") + element(
        "div", lines, "ca-reply ca-verbatim", hidden="hidden"
    )
