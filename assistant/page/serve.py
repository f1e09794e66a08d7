"""Starts the page's server and keeps it until it is told to stop."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from index.errors import UserError

MAX_UPLOAD = "200mb"
_LOOPBACK = "127.0.0.1,localhost,::1"


def quiet_environment() -> None:
    """Turn off telemetry, and proxies for this machine's own address; before Gradio is imported."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ["ANONYMIZED_TELEMETRY"] = "False"
    for name in ("NO_PROXY", "no_proxy"):
        # Gradio asks its own server whether it is up; an office proxy must not stand between.
        os.environ[name] = ",".join(filter(None, (os.environ.get(name, ""), _LOOPBACK)))


def check_address(host: str, port: int) -> None:
    """Find out whether the server can listen there.

    Raises:
        UserError: the port is taken, or the host is not this machine's.
    """
    if not 0 < port < 65536:
        raise UserError(f"端口 {port} 无效：请用 --port 给出 1 到 65535 的数。")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            if os.name != "nt":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except OSError as error:
        if isinstance(error, PermissionError):
            raise UserError(f"没有权限使用端口 {port}：请用 --port 换一个大于 1024 的端口。") from error
        if isinstance(error, socket.gaierror) or getattr(error, "errno", None) in _NOT_HERE:
            raise UserError(f"无法在 {host}:{port} 提供网页：请检查 --host 和 --port。") from error
        raise UserError(f"端口 {port} 已被占用：请关闭占用它的程序，或用 --port 换一个端口。") from error


def launch(demo: Any, host: str, port: int, users: Mapping[str, str] | None = None, **options: Any) -> str:
    """Start serving, in the background.

    Args:
        demo: the `gradio.Blocks`.
        host: address to listen on.
        port: port to listen on.
        users: passwords by name of those who may sign in; nobody has to where there are none.
        options: further options of `Blocks.launch`.

    Returns:
        The page's address.

    Raises:
        UserError: the address cannot be used.
    """
    from starlette.middleware import Middleware

    from assistant.page.access import MESSAGE, Programs, SignIn
    from assistant.page.owners import Guard
    from assistant.page.shell import Shell
    from assistant.page.theme import stylesheet, theme

    check_address(host, port)
    sign_in = SignIn(users) if users else None
    guard = Middleware(Guard, owners=demo.owners)  # a browser is given only what it brought itself
    middleware = [Middleware(Shell), guard, *([Middleware(Programs, sign_in=sign_in)] if sign_in else [])]
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # Gradio speaks English there
            demo.launch(
                server_name=f"[{host}]" if ":" in host else host,
                server_port=port,
                prevent_thread_lock=True,
                quiet=True,
                share=False,
                ssr_mode=False,
                run_history=False,  # it would keep drafts and questions in the browser
                enable_monitoring=False,
                footer_links=[],
                max_file_size=MAX_UPLOAD,
                theme=theme(),
                css=stylesheet(),
                auth=sign_in,
                auth_message=MESSAGE,
                app_kwargs={"middleware": middleware, "docs_url": None, "redoc_url": None},
                **options,
            )
    except OSError as error:
        raise UserError(f"端口 {port} 已被占用：请关闭占用它的程序，或用 --port 换一个端口。") from error
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


def wait() -> None:
    """Return when the user presses Ctrl-C or the system asks the program to end."""
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    try:
        while not stop.wait(timeout=1):  # a wait without limit cannot be interrupted on Windows
            pass
    except KeyboardInterrupt:
        pass


def leave(thread: threading.Thread, folder: Path) -> None:
    """End the program at once where `thread` is still at work, else return.

    A thread inside a native library (model, index) would abort the interpreter's own shutdown. The
    index is built aside and swapped in, so nothing half-done stays.

    Args:
        thread: the background preparation.
        folder: this program's temporary files, deleted first.
    """
    if thread.is_alive():
        shutil.rmtree(folder, ignore_errors=True)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def show(address: str) -> None:
    """Open the page in the user's browser, where there is a desktop."""
    desktop = os.name == "nt" or sys.platform == "darwin"
    if desktop or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        webbrowser.open(address)


_NOT_HERE = {99, 49, 10049}  # EADDRNOTAVAIL on Linux, macOS and Windows
