"""条款与名单: search, whole documents, the listed clusters, a user's own documents."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Final

from assistant.page.clusters import ALL, Query, choices, coverage
from assistant.page.desk import Desk
from assistant.page.markup import notice
from assistant.page.tabs.common import PRIVATE, QUIET
from assistant.page.tabs.own import own_tab

_FIRST: Final = "measures-2021"
_FIELDS: Final = ("text", "city", "county", "category", "stage", "batch")
_EVERYWHERE: Final = ("全部文件", "")


def clauses_tab(gr: Any, desk: Desk, demo: Any) -> None:
    """Lay out the tab.

    Args:
        gr: the module gradio.
        desk: searches and renders.
        demo: the `gradio.Blocks`, for what is filled when the page opens.
    """
    with gr.Tabs():
        with gr.Tab("查条款", id="search"):
            within = _search(gr, desk)
        with gr.Tab("看文件", id="documents"):
            chosen = _documents(gr, desk, demo)
        with gr.Tab("集群名单", id="clusters"):
            _list(gr, desk, demo)
        with gr.Tab("我的文件", id="own"):
            changed = own_tab(gr, desk, demo)

    def offered(doc: str, place: str) -> tuple[Any, Any]:
        documents = desk.documents()
        known = {identifier for _, identifier in documents}
        return (
            gr.Dropdown(documents, value=doc if doc in known else _FIRST),
            gr.Dropdown([_EVERYWHERE, *documents], value=place if place in known else ""),
        )

    gr.on([demo.load, changed], offered, [chosen, within], [chosen, within], **QUIET)


def _search(gr: Any, desk: Desk) -> Any:
    placeholder = "如：复核、第十六条、促进组织"
    with gr.Row(equal_height=True):
        query = gr.Textbox(show_label=False, label="查找", placeholder=placeholder, scale=5, min_width=200)
        within = gr.Dropdown(
            [_EVERYWHERE, *desk.documents()], value="", show_label=False, label="文件", filterable=False, scale=3, min_width=180
        )  # fmt: skip
        find = gr.Button("查找", variant="primary", scale=1, min_width=90)
    results = gr.HTML()
    events = [find.click, query.submit, within.input]
    gr.on(events, desk.search, [query, within], results, show_progress="minimal", **PRIVATE)
    return within


def _documents(gr: Any, desk: Desk, demo: Any) -> Any:
    chosen = gr.Dropdown(desk.documents(), value=_FIRST, label="文件", filterable=False)
    page = gr.HTML(elem_classes="ca-reading")
    wanted = _channel(gr, "ca-goto")
    chosen.input(desk.document, chosen, page, show_progress="minimal", **PRIVATE)

    def go(message: str) -> tuple[Any, Any]:
        doc = _told(message).get("doc")
        if not isinstance(doc, str) or desk.corpus.document(doc) is None:
            return gr.skip(), gr.skip()
        return gr.Dropdown(value=doc), desk.document(doc)

    wanted.send.click(go, wanted.message, [chosen, page], js=wanted.read, **QUIET)
    demo.load(desk.document, chosen, page, **QUIET)
    return chosen


def _list(gr: Any, desk: Desk, demo: Any) -> None:
    offered = choices(desk.registry)
    order = gr.State(Query())
    with gr.Row(elem_classes="ca-filters"):
        text = gr.Textbox(label="名称、组织、园区或地名", placeholder="如：邵东", min_width=150)
        city = gr.Dropdown(list(offered.cities), value=ALL, label="市州", min_width=120)
        county = gr.Dropdown(list(offered.counties), value=ALL, label="县市区", min_width=120)
        category = gr.Dropdown(list(offered.categories), value=ALL, label="类别", min_width=150)
        stage = gr.Dropdown(list(offered.stages), value=ALL, label="阶段", min_width=110)
        batch = gr.Dropdown(list(offered.batches), value=ALL, label="批次", min_width=110)
    gr.HTML(notice(coverage(desk.registry)))
    table = gr.HTML()
    sort = _channel(gr, "ca-sort")
    fields = [text, city, county, category, stage, batch]

    def show(before: Query, *values: str) -> tuple[Query, str]:
        given: dict[str, Any] = dict(zip(_FIELDS, (value or "" for value in values), strict=True))
        query = replace(before, **given)
        return query, desk.clusters(query)

    def sorted_by(message: str, before: Query) -> tuple[Query, str]:
        query = before.by(str(_told(message).get("column", "")))
        return query, desk.clusters(query)

    def within(city: str, county: str, before: Query, *values: str) -> tuple[Any, ...]:
        counties = choices(desk.registry, city).counties
        county = county if county in counties else ALL
        return gr.Dropdown(list(counties), value=county), *show(before, values[0], city, county, *values[1:])

    city.input(within, [city, county, order, text, category, stage, batch], [county, order, table], **QUIET)
    others = [text.input, *(field.input for field in fields[2:])]
    gr.on([demo.load, *others], show, [order, *fields], [order, table], **QUIET)
    sort.send.click(
        sorted_by,
        [sort.message, order],
        [order, table],
        js=f"(message, order) => [({sort.read})(), order]",
        **QUIET,
    )


@dataclass(frozen=True)
class _Channel:
    """How the page's script tells the server something: it leaves a message and clicks a hidden button."""

    send: Any
    message: Any
    read: str


def _channel(gr: Any, name: str) -> _Channel:
    read = f"() => document.body.getAttribute('data-told-{name}') || ''"
    return _Channel(gr.Button(elem_id=name, visible="hidden"), gr.Textbox(visible=False), read)


def _told(message: str) -> dict[str, Any]:
    try:
        told = json.loads(message)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
