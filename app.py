"""The web page: layout and events. `python app.py [--host H] [--port N] [--no-browser]`."""

from __future__ import annotations

import argparse
import functools
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.page.serve import check_address, launch, leave, quiet_environment, show, wait
from index.errors import UserError

if TYPE_CHECKING:
    from assistant.page.desk import Desk
    from assistant.page.drafts import Checked
    from assistant.page.services import Services

TITLE = "湖南省先进制造业集群申报助手"
HEAD = (
    f"<h1>{TITLE}</h1><p>政策问答有条款原文为据，参赛报告提交前先自查。数据只在本机处理，不连外网也能用。</p>"
)
DRAFT_FILES = [
    ".docx",
    ".doc",
    ".wps",
    ".pdf",
    ".rtf",
    ".txt",
    ".md",
]  # the checker says what to do with the others
SHOW_QUESTION = """() => {
  const chat = document.querySelector('.ca-chat .bubble-wrap');
  const question = [...document.querySelectorAll('.ca-chat .user-row')].pop();
  if (chat && question) chat.scrollTop += question.getBoundingClientRect().top - chat.getBoundingClientRect().top - 8;
}"""  # a long answer is read from its beginning
KEEP_SECONDS = 3600
PRIVATE: dict[str, Any] = {"api_visibility": "private"}


def build_page(services: Services) -> Any:
    """The page as `gradio.Blocks`, not served yet.

    Args:
        services: what answers, checks and searches.
    """
    import os

    os.environ["GRADIO_TEMP_DIR"] = str(services.drafts.root)  # components read it when they are made
    import gradio as gr

    from assistant.page.desk import Desk

    desk = Desk(services)
    with gr.Blocks(title=TITLE, analytics_enabled=False, delete_cache=(600, KEEP_SECONDS)) as demo:
        checked = gr.State(None, time_to_live=KEEP_SECONDS, delete_callback=_forget(services))
        gr.HTML(HEAD, elem_classes="ca-head")
        status = gr.HTML(elem_classes="ca-status")
        _endpoints(gr, services)  # first, so that no event of the page takes their names
        timer = gr.Timer(2)
        gr.on(
            [demo.load, timer.tick],
            lambda: (desk.status(), gr.Timer(active=not services.startup.done)),
            outputs=[status, timer],
            show_progress="hidden",
            **PRIVATE,
        )
        with gr.Tabs():
            with gr.Tab("问答", id="qa"):
                asked = _ask_tab(gr, desk, services, checked)
            with gr.Tab("自查", id="check"):
                show_report = _check_tab(gr, desk, services, checked)
            with gr.Tab("条款与名单", id="clauses"):
                _clauses_tab(gr, desk, demo)
        for event in asked:
            event.then(fn=None, js=SHOW_QUESTION, **PRIVATE).then(**show_report)
    return demo.queue(default_concurrency_limit=8)


def _forget(services: Services) -> Callable[[Checked | None], None]:
    return lambda checked: services.drafts.discard(checked.draft if checked else None)


def _ask_tab(gr: Any, desk: Desk, services: Services, checked: Any) -> list[Any]:
    from assistant.page.answers import question_html
    from assistant.page.examples import EXAMPLES

    turns = gr.State([])
    with gr.Row(equal_height=False):
        with gr.Column(scale=5, min_width=300):
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
        with gr.Column(scale=2, min_width=240, elem_classes="ca-groups"):
            buttons = []
            for group, questions in EXAMPLES:
                gr.HTML(f"<h3>{group}可以这样问</h3>")
                with gr.Column(elem_classes="ca-examples"):
                    buttons += [(question, gr.Button(question, size="sm")) for question in questions]
            clear = gr.Button("清空对话", size="sm")

    def reply(
        message: dict[str, Any], messages: list[Any], earlier: list[str], last: Checked | None
    ) -> Iterator[tuple[Any, ...]]:
        text, files = (message.get("text") or "").strip(), message.get("files") or []
        if not text and not files:
            yield messages, message, earlier, last
            return
        names = "".join(f"\n📄 {Path(file).name}" for file in files)
        messages = [*messages, {"role": "user", "content": question_html(text + names)}]
        yield messages, {"text": "", "files": []}, earlier, last
        replies = [desk.check_in_chat(file) for file in files] or [desk.answer(text, earlier)]
        for answer in replies:
            messages.append({"role": "assistant", "content": answer.html})
            if answer.file:
                messages.append({"role": "assistant", "content": {"path": str(answer.file)}})
            if answer.checked:
                _forget(services)(last)
                last = answer.checked
        yield messages, {"text": "", "files": []}, [*earlier, text] if text else earlier, last

    shared = [chat, turns, checked]
    outputs = [chat, box, turns, checked]
    events = [
        box.submit(reply, [box, *shared], outputs, show_progress="minimal", show_progress_on=chat, **PRIVATE)
    ]
    for question, button in buttons:
        ask = functools.partial(reply, {"text": question, "files": []})
        events.append(
            button.click(ask, shared, outputs, show_progress="minimal", show_progress_on=chat, **PRIVATE)
        )
    clear.click(lambda: ([], []), outputs=[chat, turns], **PRIVATE)
    return events


def _check_tab(gr: Any, desk: Desk, services: Services, checked: Any) -> dict[str, Any]:
    from assistant.page import reports
    from assistant.page.desk import AUTO
    from assistant.page.drafts import STAGES
    from assistant.page.markup import notice
    from assistant.registry import CATEGORIES

    with gr.Row(equal_height=False):
        with gr.Column(scale=2, min_width=260):
            upload = gr.File(label="参赛报告（Word）", file_types=DRAFT_FILES, height=150)
            stage = gr.Radio([AUTO, *STAGES], value=AUTO, label="赛段")
            category = gr.Radio([AUTO, *CATEGORIES], value=AUTO, label="申报类别")
            again = gr.Button("按所选重新核对", size="sm", visible=False)
            gr.HTML(notice("文件只在运行本程序的电脑上核对，页面关闭后删除。"))
            with gr.Accordion("空白表", open=False):
                for path in desk.forms():
                    gr.DownloadButton(path.stem, str(path), size="sm")
        with gr.Column(scale=5, min_width=300):
            head = gr.HTML(notice("把写好的初赛或决赛报告拖到左边，几秒后就能看到得分、依据和要改的地方。"))
            with gr.Row(visible=False) as files:
                downloads = [gr.DownloadButton(label, size="sm", min_width=140) for label, _ in _DOWNLOADS]
            with gr.Tabs(visible=False) as result:
                with gr.Tab("问题"):
                    levels = gr.CheckboxGroup(
                        [(label, name) for name, label in reports.SEVERITIES.items()],
                        value=list(reports.SEVERITIES),
                        show_label=False,
                        label="级别",
                        container=False,
                    )
                    findings = gr.HTML()
                with gr.Tab("六项条件"):
                    conditions = gr.HTML()

    def render(done: Checked | None, chosen: list[str]) -> tuple[Any, ...]:
        if done is None:
            return (gr.skip(),) * (6 + len(downloads))
        paths = [done.download(suffix) for _, suffix in _DOWNLOADS]
        return (
            reports.report_head(done.report),
            reports.findings_html(done.report, chosen),
            reports.conditions_html(done.report),
            *(gr.update(visible=True) for _ in range(3)),
            *(gr.DownloadButton(value=str(path) if path else None, visible=bool(path)) for path in paths),
        )

    def attempt(work: Callable[[], Checked], last: Checked | None) -> tuple[Any, ...]:
        try:
            done = work()
        except UserError as error:
            hidden = gr.update(visible=False)
            return last, None, notice(str(error), "fail"), hidden, hidden
        if last and last.draft != done.draft:
            _forget(services)(last)
        return done, None, gr.skip(), gr.skip(), gr.skip()

    def start(
        path: str,
        in_stage: str,
        in_category: str,
        last: Checked | None,
        progress: Any = gr.Progress(),  # noqa: B008
    ) -> tuple[Any, ...]:
        steps = iter((0.1, 0.4, 0.8))
        return attempt(
            lambda: desk.check(
                path, in_stage, in_category, lambda line: progress(next(steps, 0.9), desc=line)
            ),
            last,
        )

    def restart(in_stage: str, in_category: str, last: Checked | None) -> tuple[Any, ...]:
        return attempt(lambda: desk.check_again(last, in_stage, in_category), last)

    show_report = {
        "fn": render,
        "inputs": [checked, levels],
        "outputs": [head, findings, conditions, files, result, again, *downloads],
        "show_progress": "hidden",
        **PRIVATE,
    }
    outputs = [checked, upload, head, files, result]
    upload.upload(
        start, [upload, stage, category, checked], outputs, show_progress_on=head, **PRIVATE
    ).success(**show_report)
    again.click(restart, [stage, category, checked], outputs, show_progress_on=head, **PRIVATE).success(
        **show_report
    )
    levels.change(
        lambda done, chosen: reports.findings_html(done.report, chosen) if done else "",
        [checked, levels],
        findings,
        show_progress="hidden",
        **PRIVATE,
    )
    return show_report


_DOWNLOADS = (("下载带批注的 Word", ".docx"), ("下载网页报告", ".html"), ("下载 JSON", ".json"))


def _clauses_tab(gr: Any, desk: Desk, demo: Any) -> None:
    filters = desk.cluster_choices()
    with gr.Tabs():
        with gr.Tab("查条款"):
            with gr.Row(equal_height=True):
                query = gr.Textbox(
                    show_label=False,
                    label="查找",
                    placeholder="如：复核、第十六条、促进组织",
                    scale=5,
                    min_width=200,
                )
                find = gr.Button("查找", variant="primary", scale=1, min_width=90)
            results = gr.HTML()
        with gr.Tab("看文件"):
            documents = desk.documents()
            chosen = gr.Dropdown(documents, value="measures-2021", label="文件", filterable=False)
            page = gr.HTML()
        with gr.Tab("集群名单"):
            with gr.Row():
                text = gr.Textbox(label="名称、组织、园区或县市区", placeholder="如：邵东", min_width=180)
                city = gr.Dropdown(list(filters.cities), value="全部", label="市州", min_width=130)
                category = gr.Dropdown(list(filters.categories), value="全部", label="类别", min_width=180)
                stage = gr.Dropdown(list(filters.stages), value="全部", label="阶段", min_width=130)
            table = gr.HTML()
    gr.on([find.click, query.submit], desk.search, query, results, show_progress="minimal", **PRIVATE)
    chosen.change(desk.document, chosen, page, show_progress="minimal", **PRIVATE)
    fields = [text, city, category, stage]
    changes = [demo.load, *(field.change for field in fields)]
    gr.on(changes, desk.clusters, fields, table, show_progress="hidden", **PRIVATE)
    demo.load(
        lambda doc: (gr.Dropdown(desk.documents()), desk.document(doc)),
        chosen,
        [chosen, page],
        show_progress="hidden",
        **PRIVATE,
    )


def _endpoints(gr: Any, services: Services) -> None:
    def told(work: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(work)
        def inner(*arguments: Any) -> Any:
            try:
                return work(*arguments)
            except UserError as error:
                raise gr.Error(str(error), print_exception=False) from error

        return inner

    gr.api(told(services.endpoints.ask), api_name="ask")
    gr.api(told(services.endpoints.search), api_name="search")
    with gr.Row(visible=False):
        file, report, check = gr.File(label="file"), gr.JSON(label="report"), gr.Button()
    check.click(told(services.endpoints.check), file, report, api_name="check")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="app.py", description=f"{TITLE}：网页", add_help=False)
    parser.add_argument("-h", "--help", action="help", help="显示这段说明")
    parser.add_argument("--host", default="127.0.0.1", help="监听地址，默认 127.0.0.1（只限本机）")
    parser.add_argument("--port", type=int, default=7860, help="端口，默认 7860")
    parser.add_argument("--no-browser", action="store_true", help="不自动打开浏览器")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Serve the page until Ctrl-C.

    Args:
        argv: arguments without the program's name, `sys.argv[1:]` when None.

    Returns:
        Exit status: 0, or 2 with one line on standard error.
    """
    arguments = _parser().parse_args(argv)
    try:
        check_address(arguments.host, arguments.port)  # before the seconds that importing Gradio takes
        with tempfile.TemporaryDirectory(prefix="cluster-assistant-", ignore_cleanup_errors=True) as folder:
            return _serve(arguments, Path(folder).resolve())
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 0


def _serve(arguments: argparse.Namespace, folder: Path) -> int:
    import importlib.util

    from assistant.page.services import make_services
    from assistant.settings import load_settings

    quiet_environment()
    services = make_services(load_settings(), folder, lambda line: print(line, file=sys.stderr, flush=True))
    demo = build_page(services)
    mcp = importlib.util.find_spec("mcp") is not None
    address = launch(demo, arguments.host, arguments.port, mcp_server=mcp)
    print(f"网页已打开：{address}（按 Ctrl-C 结束）", flush=True)
    thread = services.startup.start(services.assistant, services.library)
    if not arguments.no_browser:
        show(address)
    wait()
    demo.close(verbose=False)
    leave(thread, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
