"""A piece of a draft as HTML: a row as a small table, a paragraph around the words meant."""

from __future__ import annotations

from typing import Final

from assistant.page.cells import Excerpt
from assistant.page.markup import details, element, esc, marked

_CELL: Final = 90  # characters of a cell shown at once
_AROUND: Final = 70  # characters of a paragraph before and after the words meant
_MOST: Final = 6000  # characters of a cell that the page takes in at all


def excerpt_html(excerpt: Excerpt, found: str = "") -> str:
    """What stands in the draft, the cell or the words meant made visible.

    Args:
        excerpt: the piece.
        found: the words that the finding is about.
    """
    if len(excerpt.values) == 1 and not excerpt.headings:
        return element("blockquote", _around(excerpt.values[0], found), "ca-own")
    head = "".join(element("th", esc(heading), scope="col") for heading in excerpt.headings)
    cells = "".join(_cell(value, number == excerpt.index) for number, value in enumerate(excerpt.values))
    table = (element("thead", element("tr", head)) if head else "") + element("tbody", element("tr", cells))
    return element("div", element("table", table), "ca-table ca-own", role="group", aria_label="原稿这一行")


def _cell(value: str, meant: bool) -> str:
    if not value:
        shown = element("span", "（空）", "ca-blank") if meant else ""
    elif len(value) <= _CELL:
        shown = "<br>".join(esc(line) for line in value.splitlines() if line.strip())
    else:
        shown = details(esc(value[:_CELL]) + "…", esc(_clipped(value[_CELL:])), "ca-more")
    return element("td", shown, "ca-meant" if meant else "")


def _around(text: str, found: str) -> str:
    start = text.find(found) if found else -1
    begin = max(0, start - _AROUND) if start >= 0 else 0
    end = min(len(text), (start + len(found) if start >= 0 else 0) + 2 * _AROUND)
    spans = [(start - begin, start - begin + len(found))] if start >= 0 else []
    piece = ("…" if begin else "") + marked(text[begin:end], spans) + ("…" if end < len(text) else "")
    if begin or end < len(text):
        return piece + details("看整段", element("p", esc(_clipped(text))), "ca-more")
    return piece


def _clipped(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]}……（全段 {len(text)} 字，请看原稿）"
