"""Who may use the page: accounts, sign-in, programs that send their name and password with each call."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import json
import secrets
import socket
import threading
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final

from index.errors import UserError

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

MESSAGE: Final = "请用管理员给的用户名和密码登录。"
_USER: Final = "user"
_TRIES: Final = 10  # wrong passwords for one name within `_WITHIN` seconds; then it has to wait
_WITHIN: Final = 300.0
_NAMES: Final = 1000  # names that are remembered for their wrong passwords
_TOOLS: Final = "/gradio_api/mcp"  # the only part that Gradio's own sign-in leaves open


def beyond_this_machine(host: str) -> bool:
    """Whether a server that listens on `host` can be reached from other machines.

    Args:
        host: a name or an address, also 0.0.0.0 and ::.
    """
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, None)}
    except OSError:
        return True
    return not all(ipaddress.ip_address(address.partition("%")[0]).is_loopback for address in found)


def parse_users(text: str) -> dict[str, str]:
    """Passwords by name.

    Args:
        text: `name:password` pairs, separated by commas; a password may contain colons.

    Raises:
        UserError: a pair is incomplete, or a name stands twice.
    """
    users: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in text.replace("，", ",").split(","))):
        name, _, password = pair.replace("：", ":", 1).partition(":")
        name, password = name.strip(), password.strip()
        if not name or not password or name in users:
            raise UserError(
                "设置 ASSISTANT_USERS 无法识别：应写成“用户名:密码”，多个用英文逗号隔开，用户名不能重复。"
            )
        users[name] = password
    return users


def users_for(host: str, wanted: bool | None, text: str | None) -> tuple[dict[str, str], str]:
    """Who may sign in, and what the administrator is told about it.

    Args:
        host: where the page listens.
        wanted: whether readers must sign in; where None, they must if other machines reach the page, or if
            there are accounts.
        text: the accounts, see `parse_users`.

    Returns:
        Passwords by name, empty where nobody signs in; a line to print, empty where there is nothing to say.

    Raises:
        UserError: the accounts cannot be read.
    """
    users = parse_users(text or "")
    open_to_others = beyond_this_machine(host)
    if wanted is False:
        return {}, "注意：其他电脑不用登录就能访问本页面。" if open_to_others else ""
    if users or not (wanted or open_to_others):
        return users, ""
    users = {_USER: secrets.token_urlsafe(9)}
    told = f"访问须登录：用户名 {_USER}，密码 {users[_USER]}（本次有效）。固定账号请设 ASSISTANT_USERS=用户名:密码。"
    return users, told


class SignIn:
    """Judges names and passwords; slows down whoever guesses.

    Args:
        users: passwords by name.
        clock: seconds that only grow.
    """

    def __init__(self, users: Mapping[str, str], clock: Callable[[], float] = time.monotonic) -> None:
        self._users = {name: password.encode() for name, password in users.items()}
        self._clock = clock
        self._wrong: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def __call__(self, name: str, password: str) -> bool:
        """Whether they belong together and the name was not tried wrongly too often just now."""
        with self._lock:
            wrong = self._wrong.get(name, deque())
            while wrong and wrong[0] <= self._clock() - _WITHIN:
                wrong.popleft()
            if len(wrong) >= _TRIES:
                return False
            known = self._users.get(name)
            right = secrets.compare_digest(password.encode(), known if known is not None else b"\0")
            if right and known is not None:
                self._wrong.pop(name, None)
                return True
            if len(self._wrong) >= _NAMES:
                self._wrong.pop(next(iter(self._wrong)))
            wrong.append(self._clock())
            self._wrong[name] = wrong
            return False


class Programs:
    """ASGI middleware: takes HTTP Basic authentication for a session of Gradio's, and guards the MCP tools.

    Args:
        app: the application inside.
        sign_in: judges names and passwords.
    """

    def __init__(self, app: App, sign_in: SignIn) -> None:
        self._app = app
        self._sign_in = sign_in
        self._tokens: dict[bytes, str] = {}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        token = self._token(dict(scope["headers"]).get(b"authorization", b""), scope["app"])
        if token:
            cookie = f"access-token-unsecure-{scope['app'].cookie_id}={token}".encode()
            rest = [pair for pair in scope["headers"] if pair[0] != b"cookie"]
            scope = {**scope, "headers": [*rest, (b"cookie", cookie)]}
        elif scope["path"].startswith(_TOOLS) and not _session(scope):
            await _refuse(send)
            return
        await self._app(scope, receive, send)

    def _token(self, header: bytes, app: Any) -> str | None:
        """The session of who sends this header; a new one the first time."""
        kind, _, value = header.partition(b" ")
        if kind.lower() != b"basic":
            return None
        known = self._tokens.get(value)
        if known in app.tokens:
            return known
        try:
            name, _, password = base64.b64decode(value, validate=True).decode("utf-8").partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return None
        if not self._sign_in(name, password):
            return None
        token = secrets.token_urlsafe(16)
        app.tokens[token] = name
        self._tokens[value] = token
        return token


def _session(scope: Message) -> bool:
    """Whether the request comes from a browser that signed in."""
    app = scope["app"]
    try:
        cookies = SimpleCookie(dict(scope["headers"]).get(b"cookie", b"").decode("latin-1"))
    except CookieError:
        return False
    names = (f"access-token-{app.cookie_id}", f"access-token-unsecure-{app.cookie_id}")
    return any(name in cookies and cookies[name].value in app.tokens for name in names)


async def _refuse(send: Send) -> None:
    body = json.dumps({"error": "需要登录：请在请求中附上用户名和密码（HTTP Basic）。"}, ensure_ascii=False)
    headers = [
        (b"content-type", b"application/json; charset=utf-8"),
        (b"www-authenticate", b'Basic realm="cluster-assistant", charset="UTF-8"'),
    ]
    await send({"type": "http.response.start", "status": 401, "headers": headers})
    await send({"type": "http.response.body", "body": body.encode()})
