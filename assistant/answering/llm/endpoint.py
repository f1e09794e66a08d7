"""Where a language model is and how long to wait for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit, urlunsplit

if TYPE_CHECKING:
    from assistant.settings import Settings

_SERVICE: Final = re.compile(r"/(?:chat/)?completions/?$")
NO_KEY: Final = "none"  # servers on the own machine ask for no key, the protocol's clients for some text


def base_url(text: str) -> str:
    """`text`, as an administrator may write it, as the base URL of the protocol.

    A trailing slash and the path of the service itself are dropped; a bare host gets `/v1`.

    Raises:
        ValueError: it is no http address.
    """
    parts = urlsplit(text.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("no http address")
    _ = parts.port  # raises ValueError where it is no number
    path = _SERVICE.sub("", parts.path).rstrip("/")
    return urlunsplit((parts.scheme, parts.netloc, path or "/v1", "", ""))


@dataclass(frozen=True)
class Timing:
    """How long to wait, in seconds.

    Attributes:
        connect: for the connection.
        first: for the first piece of the reply.
        gap: between two pieces.
        total: for the whole reply, retries included.
        retries: how many times a refused connection, 429 or 5xx is tried again.
        backoff: before the first retry; doubled for each further one.
        patience: after the first failure, retries begin within this time; a longer `Retry-After` is not waited for.
    """

    connect: float = 3.0
    first: float = 20.0
    gap: float = 10.0
    total: float = 60.0
    retries: int = 2
    backoff: float = 0.3
    patience: float = 1.5


@dataclass(frozen=True)
class Endpoint:
    """A language model that speaks the OpenAI protocol.

    Attributes:
        url: its base URL.
        model: the model to ask for.
        key: its key; never shown.
        user: name and password that the address of the settings holds, None for none; never shown.
        timing: how long to wait.
    """

    url: str
    model: str
    key: str = field(default=NO_KEY, repr=False)
    timing: Timing = Timing()
    user: tuple[str, str] | None = field(default=None, repr=False)


def endpoint(settings: Settings) -> Endpoint | None:
    """The language model of the settings, None where none is set."""
    if not settings.llm_base_url or not settings.llm_model:
        return None
    timing = Timing(
        connect=min(Timing.connect, settings.llm_first_timeout),
        first=settings.llm_first_timeout,
        gap=settings.llm_gap_timeout,
        total=settings.llm_timeout,
        retries=settings.llm_retries,
    )
    url, user = _without_user(settings.llm_base_url)
    if settings.llm_api_key:
        user = None  # one header takes one of them
    return Endpoint(url, settings.llm_model, settings.llm_api_key or NO_KEY, timing, user)


def _without_user(url: str) -> tuple[str, tuple[str, str] | None]:
    """An address without name and password, so that no log of the libraries below has them, and both."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    bare = urlunsplit((parts.scheme, place, parts.path, "", ""))
    return bare, (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
