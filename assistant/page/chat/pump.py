"""Lets a consumer look up while it waits for the next item of a slow iterator."""

from __future__ import annotations

import contextvars
import queue
import threading
from collections.abc import Callable, Iterator
from typing import Any, Final, Literal, TypeVar

_T = TypeVar("_T")
_TICK: Final = 0.25  # seconds

_Item = tuple[Literal["value", "error", "end"], Any]


def with_pauses(make: Callable[[], Iterator[_T]], tick: float = _TICK) -> Iterator[_T | None]:
    """The items of an iterator, and None each time that `tick` passes without one.

    The iterator runs in a thread of its own. Closing this one closes it too, as soon as it comes to its next
    item, and does not wait for that.

    Args:
        make: makes the iterator; called in the thread.
        tick: seconds.

    Raises:
        Exception: what the iterator raised.
    """
    items: queue.SimpleQueue[_Item] = queue.SimpleQueue()
    stopped = threading.Event()

    def work() -> None:
        try:
            iterator = make()
            for value in iterator:
                items.put(("value", value))
                if stopped.is_set():
                    close = getattr(iterator, "close", None)
                    if close is not None:
                        close()
                    return
            items.put(("end", None))
        except Exception as error:  # noqa: BLE001 - a thread's fault must reach the reader, as a value
            items.put(("error", error))

    context = contextvars.copy_context()  # whose event it is
    threading.Thread(target=context.run, args=(work,), name="answer", daemon=True).start()
    try:
        while True:
            try:
                kind, value = items.get(timeout=tick)
            except queue.Empty:
                yield None
                continue
            if kind == "end":
                return
            if kind == "error":
                raise value
            yield value
    finally:
        stopped.set()
