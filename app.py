"""The web page: layout and events. `python app.py [--host H] [--port N] [--no-browser]`."""

from __future__ import annotations

import argparse
import functools
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.arguments import Parser
from assistant.page import mcp
from assistant.page.serve import check_address, launch, leave, quiet_environment, show, wait
from index.errors import UserError

if TYPE_CHECKING:
    from assistant.page.services import Services

TITLE = "湖南省先进制造业集群申报助手"
KEEP_SECONDS = 3600
COMMAND = "cluster-assistant-page"


def build_page(services: Services, *, signed_in: bool = False) -> Any:
    """The page as `gradio.Blocks`, not served yet.

    Args:
        services: what answers, checks and searches.
        signed_in: whether its readers sign in first.
    """
    os.environ["GRADIO_TEMP_DIR"] = str(services.drafts.root)  # components read it when they are made
    import gradio as gr

    from assistant.page.chat.talk import Talk
    from assistant.page.desk import Desk
    from assistant.page.head import head_html
    from assistant.page.lenient import blocks
    from assistant.page.tabs.ask import ask_tab
    from assistant.page.tabs.check import check_tab
    from assistant.page.tabs.clauses import clauses_tab
    from assistant.page.tabs.common import QUIET

    desk = Desk(services)
    talk = Talk(services, desk)
    with blocks(gr)(title=TITLE, analytics_enabled=False, delete_cache=(600, KEEP_SECONDS)) as demo:
        checked = gr.State(None, time_to_live=KEEP_SECONDS, delete_callback=desk.forget)
        settings = services.settings
        head = head_html(TITLE, settings.llm_base_url, settings.llm_drafts, signed_in)
        gr.HTML(head, elem_classes="ca-head")
        status = gr.HTML(elem_classes="ca-status")
        _endpoints(gr, services)  # first, so that no event of the page takes their names
        timer = gr.Timer(2)
        gr.on(
            [demo.load, timer.tick],
            lambda: (desk.status(), gr.Timer(active=not services.startup.done)),
            outputs=[status, timer],
            **QUIET,
        )
        with gr.Tabs():
            with gr.Tab("问答", id="qa"):
                asked = ask_tab(gr, talk, demo, checked)
            with gr.Tab("自查", id="check"):
                show_report = check_tab(gr, desk, checked)
            with gr.Tab("条款与名单", id="clauses"):
                clauses_tab(gr, desk, demo)
        for event in asked:
            event.then(**show_report)
    demo.owners = services.drafts.owners  # heeded by `launch`
    return demo.queue(default_concurrency_limit=8)


def _endpoints(gr: Any, services: Services) -> None:
    def told(work: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(work)
        def inner(*arguments: Any) -> Any:
            try:
                return work(*arguments)
            except UserError as error:
                raise gr.Error(str(error), print_exception=False) from error

        return inner

    gr.api(told(services.endpoints.ask), api_name="ask", queue=False)
    gr.api(told(services.endpoints.search), api_name="search", queue=False)
    with gr.Row(visible=False):
        file, report, check = gr.File(label="file"), gr.JSON(label="report"), gr.Button()
    check.click(
        told(services.endpoints.check),
        file,
        report,
        api_name="check",
        queue=False,
        api_description=mcp.FILE_HELP,
    )


def _parser() -> argparse.ArgumentParser:
    started = Path(sys.argv[0]).name  # app.py, or the installed command
    parser = Parser(prog=started if started.startswith(COMMAND) else "app.py", description=f"{TITLE}：网页")
    parser.add_argument("--host", default="127.0.0.1", help="监听地址，默认 127.0.0.1（只限本机）")
    parser.add_argument("--port", type=int, default=7860, help="端口，默认 7860")
    parser.add_argument("--no-browser", action="store_true", help="不自动打开浏览器")
    parser.add_argument(
        "--sign-in",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="是否要求登录；默认只在其他电脑也能访问时要求（账号见 ASSISTANT_USERS）",
    )
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
    from assistant.page.access import users_for
    from assistant.page.services import make_services
    from assistant.settings import load_settings

    quiet_environment()
    settings = load_settings()
    users, line = users_for(arguments.host, arguments.sign_in, settings.users)
    services = make_services(settings, folder, lambda line: print(line, file=sys.stderr, flush=True))
    demo = build_page(services, signed_in=bool(users))
    address = launch(demo, arguments.host, arguments.port, users=users, mcp_server=mcp.usable())
    mcp.plain(demo)
    print(f"网页已打开：{address}（按 Ctrl-C 结束）", flush=True)
    for told in filter(None, (line, demo.mcp_server and f"MCP 工具的地址：{address}gradio_api/mcp/")):
        print(told, flush=True)
    services.drafts.expire_regularly(KEEP_SECONDS)
    thread = services.startup.start(services.assistant, services.library)
    if not arguments.no_browser:
        show(address)
    wait()
    demo.close(verbose=False)
    leave(thread, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
