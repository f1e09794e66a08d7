"""条款与名单: search, whole documents, the listed clusters."""

from __future__ import annotations

from typing import Any, Final

from assistant.page.clusters import ALL
from assistant.page.desk import Desk
from assistant.page.tabs.common import PRIVATE, QUIET

_FIRST: Final = "measures-2021"


def clauses_tab(gr: Any, desk: Desk, demo: Any) -> None:
    """Lay out the tab.

    Args:
        gr: the module gradio.
        desk: searches and renders.
        demo: the `gradio.Blocks`, for what is filled when the page opens.
    """
    with gr.Tabs():
        with gr.Tab("查条款"):
            _search(gr, desk)
        with gr.Tab("看文件"):
            _documents(gr, desk, demo)
        with gr.Tab("集群名单"):
            _list(gr, desk, demo)


def _search(gr: Any, desk: Desk) -> None:
    placeholder = "如：复核、第十六条、促进组织"
    with gr.Row(equal_height=True):
        query = gr.Textbox(show_label=False, label="查找", placeholder=placeholder, scale=5, min_width=200)
        find = gr.Button("查找", variant="primary", scale=1, min_width=90)
    results = gr.HTML()
    gr.on([find.click, query.submit], desk.search, query, results, show_progress="minimal", **PRIVATE)


def _documents(gr: Any, desk: Desk, demo: Any) -> None:
    chosen = gr.Dropdown(desk.documents(), value=_FIRST, label="文件", filterable=False)
    page = gr.HTML()
    chosen.change(desk.document, chosen, page, show_progress="minimal", **PRIVATE)

    def fill(doc: str) -> tuple[Any, str]:
        return gr.Dropdown(desk.documents()), desk.document(doc)

    demo.load(fill, chosen, [chosen, page], **QUIET)


def _list(gr: Any, desk: Desk, demo: Any) -> None:
    offered = desk.cluster_choices()
    with gr.Row():
        text = gr.Textbox(label="名称、组织、园区或县市区", placeholder="如：邵东", min_width=180)
        city = gr.Dropdown(list(offered.cities), value=ALL, label="市州", min_width=130)
        category = gr.Dropdown(list(offered.categories), value=ALL, label="类别", min_width=180)
        stage = gr.Dropdown(list(offered.stages), value=ALL, label="阶段", min_width=130)
    table = gr.HTML()
    fields = [text, city, category, stage]
    gr.on([demo.load, *(field.change for field in fields)], desk.clusters, fields, table, **QUIET)
