"""Whose file is whose: a browser gets back only what it brought itself, whoever knows its address."""

from __future__ import annotations

import json
import os
import re
import secrets
import sys
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import Any, Final

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

COOKIE: Final = "ca-visitor"
_FILE: Final = re.compile(r"/file[=/](.+)", re.DOTALL)
_MOST_ANSWER: Final = 1_000_000  # bytes of the list of paths that an upload is answered with


class Owners:
    """Remembers which visitor each folder below `root` belongs to.

    Args:
        root: where uploads and drafts are kept, a folder of its own each.
    """

    def __init__(self, root: Path) -> None:
        self._root = Path(os.path.realpath(root))
        self._owners: dict[str, list[str]] = {}
        self._lock = threading.Lock()

    def add(self, path: Path | str, visitor: str | None) -> None:
        """A visitor brought the file at `path`; one who brings the same file twice is counted twice."""
        folder = self._folder(path)
        if folder and visitor:
            with self._lock:
                self._owners.setdefault(folder, []).append(visitor)

    def of(self, path: Path | str) -> tuple[str, ...]:
        """The visitors that the folder of `path` belongs to; none where it is nobody's in particular."""
        with self._lock:
            return tuple(self._owners.get(self._folder(path), ()))

    def give_up(self, path: Path | str, visitor: str | None = None) -> bool:
        """One visitor needs the folder of `path` no longer, all of them where None.

        Returns:
            Whether nobody needs it any more.
        """
        folder = self._folder(path)
        with self._lock:
            owners = self._owners.get(folder, [])
            if visitor in owners:
                owners.remove(str(visitor))
            if visitor is None or not owners:
                self._owners.pop(folder, None)
            return folder not in self._owners

    def may_read(self, path: Path | str, visitor: str | None) -> bool:
        """Whether a visitor may have the file at `path`, as far as owners matter."""
        owners = self.of(path)
        return not owners or visitor in owners

    def _folder(self, path: Path | str) -> str:
        try:
            inside = Path(os.path.realpath(path)).relative_to(self._root).parts
        except (ValueError, OSError):
            return ""
        return inside[0] if inside else ""


def current_visitor() -> str | None:
    """The visitor whose event is being handled; None outside of one, and for programs that send no cookie."""
    if "gradio" not in sys.modules:  # nothing is served: a test, a script
        return None
    from gradio.context import LocalContext

    request = LocalContext.request.get(None)
    cookies = getattr(request, "cookies", None) or {}
    return cookies.get(COOKIE) or None


class Guard:
    """ASGI middleware: knows browsers by a cookie, notes who uploads what, refuses others' files.

    Args:
        app: the application inside.
        owners: whose files are whose.
    """

    def __init__(self, app: App, owners: Owners) -> None:
        self._app = app
        self._owners = owners

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visitor = _visitor(scope)
        asked = _FILE.search(scope["path"])
        if asked and not self._owners.may_read(asked.group(1), visitor):
            await _refuse(send)
            return
        if scope["method"] == "POST" and scope["path"].endswith("/upload") and visitor:
            send = _Noting(send, lambda path: self._owners.add(path, visitor))
        elif visitor is None and scope["method"] == "GET" and scope["path"].endswith("/"):
            send = _greeting(send, scope["scheme"] == "https")
        await self._app(scope, receive, send)


class _Noting:
    """Passes an answer on and tells `note` the paths that it lists."""

    def __init__(self, send: Send, note: Callable[[str], None]) -> None:
        self._send = send
        self._note = note
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.body" and len(self._body) < _MOST_ANSWER:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                for path in _paths(bytes(self._body)):
                    self._note(path)
        await self._send(message)


def _paths(body: bytes) -> list[str]:
    try:
        listed = json.loads(body)
    except ValueError:
        return []
    return [path for path in listed if isinstance(path, str)] if isinstance(listed, list) else []


def _visitor(scope: Message) -> str | None:
    cookies: SimpleCookie = SimpleCookie()
    for name, value in scope["headers"]:
        if name == b"cookie":
            try:
                cookies.load(value.decode("latin-1"))
            except CookieError:
                continue
    return cookies[COOKIE].value or None if COOKIE in cookies else None


def _greeting(send: Send, secure: bool) -> Send:
    """Gives a browser that comes for the first time its cookie; it ends with the browser."""
    value = f"{COOKIE}={secrets.token_urlsafe(24)}; Path=/; HttpOnly; SameSite=Lax"
    header = (b"set-cookie", (value + ("; Secure" if secure else "")).encode())

    async def greet(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", []), header]}
        await send(message)

    return greet


async def _refuse(send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 404, "headers": headers})
    await send({"type": "http.response.body", "body": "没有这个文件，或它已删除。".encode()})
