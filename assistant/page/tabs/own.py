"""我的文件: a user's own documents, added, listed and removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from assistant.page.desk import Desk
from assistant.page.markup import element, esc, notice
from assistant.page.places import goto_link
from assistant.page.shelf import Shelf
from assistant.page.tabs.common import PRIVATE, QUIET
from index.errors import UserError
from index.parsing.readers import DOCUMENT_SUFFIXES

_ABOUT: Final = (
    "加入本地的文件（以后各批通知、市县办法等），查条款和问答就会一并用到，回答里标明“自行加入”。"
    "文件留在运行本程序的电脑上，所有使用本页面的人都能看到；同名文件会替换先前加入的。"
)


@dataclass(frozen=True)
class _Parts:
    files: Any
    said: Any
    listed: Any
    removing: Any
    chosen: Any
    remove: Any
    asking: Any
    question: Any
    sure: Any
    keep: Any


def own_tab(gr: Any, desk: Desk, demo: Any) -> Any:
    """Lay out the tab.

    Args:
        gr: the module gradio.
        desk: keeps the documents.
        demo: the `gradio.Blocks`, for what is filled when the page opens.

    Returns:
        The listener of an event after which the documents may be others.
    """
    parts = _layout(gr)
    timer = gr.Timer(1, active=False)
    done = gr.State(0)  # its change tells that the documents may be others
    acts = _Acts(gr, desk)
    page = [parts.said, parts.listed, parts.chosen, parts.removing, timer, done]
    parts.files.upload(
        acts.add, [parts.files, done], [parts.files, *page], show_progress="minimal", **PRIVATE
    )
    gr.on([demo.load, timer.tick], acts.show, done, page, **QUIET)
    parts.remove.click(acts.ask, parts.chosen, [parts.asking, parts.question], **QUIET)
    parts.sure.click(acts.drop, [parts.chosen, done], [parts.asking, *page], **QUIET)
    parts.keep.click(lambda: gr.update(visible=False), outputs=parts.asking, **QUIET)
    return done.change


def _layout(gr: Any) -> _Parts:
    gr.HTML(notice(_ABOUT))
    with gr.Row(equal_height=False):
        with gr.Column(scale=2, min_width=260):
            files = gr.File(
                label="加入文件（可多选）",
                file_count="multiple",
                file_types=list(DOCUMENT_SUFFIXES),
                elem_classes="ca-shelf",
                height=150,
            )
        with gr.Column(scale=5, min_width=300):
            said = gr.HTML(elem_classes="ca-own-said")
            listed = gr.HTML(elem_classes="ca-own-list")
            with gr.Row(equal_height=False, elem_classes="ca-own-tools") as removing:
                chosen = gr.Dropdown([], label="移除", filterable=False, scale=4, min_width=180)
                remove = gr.Button("移除所选文件", size="sm", scale=1, min_width=110)
            with gr.Column(visible=False) as asking:
                question = gr.HTML()
                with gr.Row(elem_classes="ca-own-tools"):
                    sure = gr.Button("确定移除", size="sm", variant="stop", min_width=110)
                    keep = gr.Button("取消", size="sm", min_width=110)
    return _Parts(files, said, listed, removing, chosen, remove, asking, question, sure, keep)


class _Acts:
    """The functions behind the tab's events."""

    def __init__(self, gr: Any, desk: Desk) -> None:
        self._gr = gr
        self._desk = desk

    def show(self, count: int) -> tuple[Any, ...]:
        """What is there now; the count goes up where nothing is being done any more."""
        gr, shelf = self._gr, self._desk.shelf
        choices = [(each.title, each.id) for each in shelf.documents()]
        return (
            _said(shelf),
            _table(shelf),
            gr.Dropdown(choices, value=choices[0][1] if choices else None),
            gr.update(visible=bool(choices) and not shelf.busy),
            gr.Timer(active=shelf.busy),
            count if shelf.busy else count + 1,
        )

    def add(self, paths: list[str] | None, count: int) -> tuple[Any, ...]:
        """Take uploaded files."""
        try:
            self._desk.shelve(paths or [])
        except UserError as error:
            return None, notice(str(error), "fail"), *(self._gr.skip() for _ in range(5))
        return None, *self.show(count)

    def ask(self, identifier: str | None) -> tuple[Any, Any]:
        """Ask before removing."""
        title = next((each.title for each in self._desk.shelf.documents() if each.id == identifier), None)
        if title is None:
            return self._gr.skip(), self._gr.skip()
        question = f"移除《{title}》后，查条款和问答不再用到它。确定吗？"
        return self._gr.update(visible=True), notice(question, "warn")

    def drop(self, identifier: str, count: int) -> tuple[Any, ...]:
        """Remove a document."""
        self._desk.shelf.remove(identifier)
        return self._gr.update(visible=False), *self.show(count)


def _said(shelf: Shelf) -> str:
    if shelf.busy:
        return element("p", esc(shelf.line or "正在处理……"), "ca-notice ca-note", role="status")
    return "".join(
        notice(line, "note" if line.startswith(("已加入", "已移除")) else "fail") for line in shelf.results
    )


def _table(shelf: Shelf) -> str:
    documents = shelf.documents()
    if not documents:
        return notice("还没有加入文件。")
    head = "".join(element("th", name, scope="col") for name in ("文件", "加入日期", "条数"))
    rows = "".join(
        element(
            "tr",
            element("td", goto_link((each.id, ""), each.title))
            + element("td", each.added.isoformat())
            + element("td", str(each.clauses)),
        )
        for each in documents
    )
    table = element("table", element("thead", element("tr", head)) + element("tbody", rows))
    return element("div", table, "ca-table")
