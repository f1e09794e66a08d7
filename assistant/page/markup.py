"""Small pieces of HTML; every text that comes from outside is escaped here.

The HTML is on one line: the chat passes it through Markdown, where an empty line would end it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

Span = tuple[int, int]

_MIN_MATCH = 2  # characters; single characters of a query occur everywhere


def esc(text: object) -> str:
    """`text` as HTML, also inside attributes; line ends become spaces."""
    return re.sub(r"\s*[\r\n]+\s*", " ", html.escape(str(text), quote=True))


def element(name: str, content: str, css: str = "", **attributes: str) -> str:
    """An element around `content`, which must be HTML already.

    Args:
        name: tag name.
        content: inner HTML.
        css: classes.
        attributes: further attributes, unescaped; a final underscore of a name is dropped, other
            underscores become hyphens.
    """
    given = {"class": css, **{key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}}
    written = "".join(f' {key}="{esc(value)}"' for key, value in given.items() if value)
    return f"<{name}{written}>{content}</{name}>"


def marked(text: str, spans: Iterable[Span]) -> str:
    """`text` escaped, with `<mark>` around each span.

    Args:
        text: plain text.
        spans: (start, end) offsets in `text`; they may overlap and reach beyond it.
    """
    parts: list[str] = []
    position = 0
    for start, end in sorted(spans):
        start, end = max(start, position), min(end, len(text))
        if start < end:
            parts += (esc(text[position:start]), element("mark", esc(text[start:end])))
            position = end
    return "".join((*parts, esc(text[position:])))


def paragraphs(text: str, spans: Sequence[Span] = ()) -> str:
    """`text` as one `<p>` for each of its lines, spans marked."""
    result = []
    for line in re.finditer(r"[^\r\n]*\S[^\r\n]*", text):
        inner = [(start - line.start(), end - line.start()) for start, end in spans]
        result.append(element("p", marked(line.group(), inner)))
    return "".join(result)


def matches(text: str, query: str) -> list[Span]:
    """Where `text` repeats at least two characters of `query` in a row; the longest runs win."""
    wanted = re.sub(r"[\W_]+", " ", query)
    spans: list[Span] = []
    position = 0
    while position < len(text) - 1:
        length = 0
        while (
            position + length < len(text)
            and not text[position + length].isspace()
            and text[position : position + length + 1] in wanted
        ):
            length += 1
        if length >= _MIN_MATCH:
            spans.append((position, position + length))
        position += max(length, 1)
    return spans


def details(summary: str, content: str, css: str = "", *, opened: bool = False) -> str:
    """A part that opens on a click; both arguments are HTML."""
    state = " open" if opened else ""
    return f'<details class="{esc(css)}"{state}><summary>{summary}</summary>{content}</details>'


def notice(text: str, css: str = "note") -> str:
    """A line that must be seen: `note`, `warn` or `fail`."""
    return element("p", esc(text), f"ca-notice ca-{css}", role="alert" if css == "fail" else "note")
