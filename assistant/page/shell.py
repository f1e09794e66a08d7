"""The HTML around the page: Chinese from the first byte, and no way to another host."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, MutableMapping
from functools import cache
from typing import Any, Final

from assistant.page.theme import read, scripts

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

# Gradio chooses its own words by the browser's language; it must be set before its script runs.
_EARLY: Final = (
    "<script>(()=>{let chosen='zh-CN';try{if(localStorage.getItem('ca-language')==='en')chosen='en'}catch{}"
    "document.documentElement.lang=chosen;"
    "for(const[name,value]of[['language',chosen],['languages',chosen==='en'?['en']:['zh-CN','zh']]])"
    "Object.defineProperty(navigator,name,{get:()=>value,configurable:true})})();</script>"
)
# On large screens the page is wider. Gradio rewrites the selectors of the other style sheets, and its own width wins.
_LARGE: Final = (
    "<style>@media (min-width:1800px){body .gradio-container{max-width:1480px!important}}"
    "@media (min-width:2800px){body .gradio-container{max-width:1800px!important}}</style>"
)
# The browser itself refuses what would leave this machine.
POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
_HEADERS: Final = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)


def localised(page: str) -> str:
    """Gradio's page in Chinese, without its links to other hosts.

    Args:
        page: the HTML as Gradio serves it.
    """
    page = re.sub(r'(<html\b[^>]*?\blang=)"[^"]*"', r'\1"zh-CN"', page, count=1)
    page = re.sub(r'\s*<meta\s+(?:property|name)="(?:og|twitter):[^>]*>', "", page)
    return page.replace("<head>", f"<head>{_EARLY}{_LARGE}{_late()}", 1)


@cache
def _late() -> str:
    """The scripts of the page's parts, each waiting for what it needs, and the words of its other language."""
    words = json.dumps(json.loads(read("english.json")), ensure_ascii=False, separators=(",", ":"))
    data, code = (text.replace("</", "<\\/") for text in (words, scripts()))
    return f'<script type="application/json" id="ca-words">{data}</script><script>{code}</script>'


class Shell:
    """ASGI middleware: rewrites the page, sets headers on every response.

    Args:
        app: the application inside.
    """

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start: Message = {}
        body = bytearray()

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [
                    pair for pair in message["headers"] if pair[0].lower() != b"content-security-policy"
                ]
                message = {**message, "headers": [*headers, *_HEADERS]}
                if _is_page(scope, headers):
                    start.update(message)
                    return
            elif start and message["type"] == "http.response.body":
                body.extend(message.get("body", b""))
                if message.get("more_body"):
                    return
                content = localised(body.decode("utf-8")).encode("utf-8")
                length = (b"content-length", str(len(content)).encode())
                start["headers"] = [pair for pair in start["headers"] if pair[0].lower() != length[0]] + [
                    length
                ]
                await send(start)
                message = {"type": "http.response.body", "body": content}
            await send(message)

        await self._app(scope, receive, answer)


def _is_page(scope: Message, headers: list[tuple[bytes, bytes]]) -> bool:
    kind = dict(headers).get(b"content-type", b"")
    return scope["method"] == "GET" and scope["path"] == "/" and kind.startswith(b"text/html")
