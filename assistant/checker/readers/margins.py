"""Tells running heads, feet and page numbers from the text of the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.checker.readers.page import Item, Page, TextLine

_EDGE = 0.12
_LINES = 3
_LEAST_PAGES = 3
_NUMBER = re.compile(
    r"[-—–－·•\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-—–－·•\s]*"
)


@dataclass(frozen=True)
class Body:
    """A page without what runs over all pages.

    Attributes:
        page: the page.
        items: what belongs to the text.
        heads, feet: running heads and feet.
        number: the printed page number, "" where there is none.
    """

    page: Page
    items: tuple[Item, ...]
    heads: tuple[str, ...] = ()
    feet: tuple[str, ...] = ()
    number: str = ""


def bodies(pages: Sequence[Page]) -> list[Body]:
    """The pages without running heads, feet and numbers."""
    counts = Counter(key for page in pages for key in {_key(line) for line in (*_top(page), *_bottom(page))})
    running = {key for key, count in counts.items() if count >= _LEAST_PAGES and count * 2 > len(pages)}
    return [_body(page, running) for page in pages]


def _body(page: Page, running: set[str]) -> Body:
    heads, feet, numbers = [], [], []
    items = list(page.items)
    for line in [*_top(page)]:
        if _NUMBER.fullmatch(line.text):
            numbers.append(line.text.strip())
        elif _key(line) in running:
            heads.append(line.text)
        else:
            break
        items.remove(line)
    for line in _bottom(page):
        if line not in items:
            break
        if _NUMBER.fullmatch(line.text):
            numbers.append(line.text.strip())
        elif _key(line) in running:
            feet.append(line.text)
        else:
            break
        items.remove(line)
    return Body(page, tuple(items), tuple(heads), tuple(feet), " ".join(numbers))


def _key(line: TextLine) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s", "", line.text))


def _top(page: Page) -> Iterator[TextLine]:
    """The lines at the head of a page, from the edge inwards."""
    for item in page.items[:_LINES]:
        if not isinstance(item, TextLine) or item.box.bottom > _EDGE * page.height:
            return
        yield item


def _bottom(page: Page) -> Iterator[TextLine]:
    """The lines at the foot of a page, from the edge inwards."""
    for item in page.items[: -_LINES - 1 : -1]:
        if not isinstance(item, TextLine) or item.box.top < (1 - _EDGE) * page.height:
            return
        yield item
