"""The text of clauses as HTML: paragraphs and tables, words marked, cross-references made into links."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from assistant.page.markup import Span, element, marked
from index.clauses import Clause, Link

Decorate = Callable[[Clause, str], str]
LinkSpan = tuple[int, int, Link]


def anchor(doc: str, locator: str) -> str:
    """The id of a clause's element on the page."""
    return f"{doc}-{locator}".replace(" ", "-")


def body(clauses: Sequence[Clause], spans: Sequence[Span] = (), decorate: Decorate | None = None) -> str:
    """Clauses as paragraphs and tables.

    Args:
        clauses: the clauses, in order.
        spans: words to mark, as offsets in the clauses' joined texts.
        decorate: puts something around the HTML of each clause that is no row of a table; for a row it is
            given an empty text, and what it returns is added to the first cell. With it, rows get their
            addresses as ids.
    """
    parts: list[str] = []
    placed = _placed(clauses)
    for table, group in groupby(placed, key=lambda pair: pair[1].parent if pair[1].cells else None):
        members = list(group)
        if table is not None:
            parts.append(_table(members, spans, decorate))
            continue
        for offset, clause in members:
            if clause.kind == "table" and _is_heading_row(clause.text):
                continue
            own = [(start - offset, end - offset) for start, end in spans]
            html = _paragraphs(clause, own)
            parts.append(decorate(clause, html) if decorate else html)
    return "".join(parts)


def _placed(clauses: Sequence[Clause]) -> Iterator[tuple[int, Clause]]:
    offset = 0
    for clause in clauses:
        yield offset, clause
        offset += len(clause.text)


def _is_heading_row(text: str) -> bool:
    """Whether a table clause holds nothing but its headings, which the rows repeat."""
    return all("|" in line for line in text.strip().splitlines())


def _paragraphs(clause: Clause, spans: Sequence[Span]) -> str:
    text = clause.text
    links = _links_in(text, clause.links)
    start = len(text) - len(text.lstrip("# "))
    parts = []
    for line in text[start:].splitlines(keepends=True):
        end = start + len(line.rstrip("\r\n"))
        if line.strip():
            parts.append(element("p", _rich(text, start, end, spans, links)))
        start += len(line)
    return "".join(parts)


def _links_in(text: str, links: Sequence[Link]) -> list[LinkSpan]:
    """Where the references stand; of overlapping ones the first and longest."""
    found: list[LinkSpan] = []
    for link in links:
        if link.doc is None or not link.text:
            continue
        position = text.find(link.text)
        while position >= 0:
            found.append((position, position + len(link.text), link))
            position = text.find(link.text, position + len(link.text))
    chosen: list[LinkSpan] = []
    for span in sorted(found, key=lambda span: (span[0], -span[1])):
        if not chosen or span[0] >= chosen[-1][1]:
            chosen.append(span)
    return chosen


def _rich(text: str, start: int, end: int, marks: Sequence[Span], links: Sequence[LinkSpan]) -> str:
    """`text[start:end]` with its marks and links."""
    parts = []
    position = start
    for first, last, link in links:
        if first < position or last > end:
            continue
        parts.append(_marked(text, position, first, marks))
        parts.append(_link(link, _marked(text, first, last, marks)))
        position = last
    return "".join((*parts, _marked(text, position, end, marks)))


def _marked(text: str, start: int, end: int, marks: Sequence[Span]) -> str:
    return marked(text[start:end], [(first - start, last - start) for first, last in marks if last > start])


def _link(link: Link, inner: str) -> str:
    doc, locator = str(link.doc), link.locator or ""
    address = f"{doc}/{locator}" if locator else doc
    return element("a", inner, "ca-reference", href=f"#{anchor(doc, locator)}", data_ca_goto=address)


def _table(rows: Sequence[tuple[int, Clause]], spans: Sequence[Span], decorate: Decorate | None) -> str:
    headings = [heading for heading, _ in rows[0][1].cells]
    head = "".join(element("th", marked(heading, ()), scope="col") for heading in headings)
    lines = [_row(offset, clause, spans, decorate) for offset, clause in rows]
    header = element("thead", element("tr", head)) if any(heading.strip() for heading in headings) else ""
    return element("div", element("table", header + element("tbody", "".join(lines))), "ca-table")


def _row(offset: int, clause: Clause, spans: Sequence[Span], decorate: Decorate | None) -> str:
    cells = []
    position = 0
    for _, value in clause.cells:
        # Merged cells repeat a text that stands once in the row; then only the place found is marked.
        found = clause.text.find(value, position) if value else -1
        own = [(start - offset - found, end - offset - found) for start, end in spans] if found >= 0 else []
        position = max(position, found + len(value) if found >= 0 else position)
        cells.append(_rich(value, 0, len(value), own, _links_in(value, clause.links)))
    if decorate is None:
        return element("tr", "".join(element("td", cell) for cell in cells))
    first, *rest = cells
    inner = element("td", first + decorate(clause, "")) + "".join(element("td", cell) for cell in rest)
    return element("tr", inner, id=anchor(clause.doc, clause.locator))
