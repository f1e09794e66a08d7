"""Clauses as HTML: one in its place in the document, a whole document, search results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from assistant.answering.validity import chinese_date, validity_label
from assistant.models import Passage
from assistant.page.markup import Span, details, element, esc, marked, matches, notice, paragraphs
from index.clauses import Clause
from index.corpus import Corpus
from index.documents import Document

_NEIGHBOUR = 180  # characters shown of what stands before and after
_BADGES = {"现行": "good", "已过有效期": "bad", "媒体报道": "odd", "自行加入": "odd", "尚未发布": "bad"}


def badge(document: Document, day: date) -> str:
    """The document's validity on `day` as a small label."""
    label = validity_label(document, day)
    return element("span", esc(label), f"ca-badge ca-{_BADGES.get(label, 'odd')}")


def reference(document: Document, locator: str = "") -> str:
    """`《title》（number）locator` as plain text, as an official letter writes it."""
    number = f"（{document.number}）" if document.number else ""
    return f"《{document.title}》{number}{locator}"


def clause_in_context(document: Document, locator: str, quote: str = "") -> str:
    """The clause in full with what is below it, the quote marked, its neighbours around it.

    Args:
        document: the document.
        locator: address in it.
        quote: words to mark; nothing is marked where they do not stand there.
    """
    inside = list(document.subtree(locator))
    if not inside:
        return notice(f"《{document.title}》中没有“{locator}”。", "fail")
    body = "".join(clause.text for clause in inside)
    start = body.find(quote) if quote else -1
    spans = [(start, start + len(quote))] if start >= 0 else []
    first, last = inside[0].order, inside[-1].order
    before = document.clauses[first - 1] if first else None
    after = document.clauses[last + 1] if last + 1 < len(document.clauses) else None
    path = " › ".join(heading.strip() for heading in inside[0].headings if heading.strip())
    return "".join(
        (
            element("p", esc(path), "ca-path") if path else "",
            _neighbour(before, "上文"),
            element("div", _body(inside, spans), "ca-clause"),
            _neighbour(after, "下文"),
            _doubts(document, inside),
        )
    )


def document_html(document: Document, day: date) -> str:
    """A document with its particulars, a table of contents and every clause under its own address."""
    top = [clause for clause in document.clauses if clause.parent is None]
    facts = (
        ("文号", document.number),
        ("发文机关", document.issuer),
        ("成文日期", chinese_date(document.issued) if document.issued else ""),
        ("有效期至", chinese_date(document.expires) if document.expires else ""),
        ("来源", document.source),
    )
    rows = "".join(
        element("dt", name) + element("dd", esc(value)) for name, value in facts if value and value.strip()
    )
    contents = "".join(
        element("li", element("a", esc(_heading(clause)), href=f"#{anchor(document.id, clause.locator)}"))
        for clause in top
    )
    parts = "".join(_part(document, clause) for clause in top)
    return element(
        "article",
        element("h2", f"{esc(document.title)} {badge(document, day)}")
        + element("dl", rows, "ca-facts")
        + details("目录", element("ul", contents, "ca-contents"), "ca-fold")
        + parts,
        "ca-document",
    )


def search_html(passages: Sequence[Passage], corpus: Corpus, query: str, day: date) -> str:
    """Search results, each opening the clause in its document."""
    if not query.strip():
        return notice("请输入要查找的内容，如“复核”“第十六条”。")
    results = []
    for passage in passages:
        document = corpus.document(passage.doc)
        if document is None:
            continue
        name = (
            element("strong", esc(passage.locator))
            + " "
            + esc(f"《{document.title}》")
            + badge(document, day)
        )
        extract = _extract(passage.text, query)
        more = details("看原文和上下文", clause_in_context(document, passage.locator), "ca-fold")
        results.append(element("li", element("p", name) + element("p", extract, "ca-extract") + more))
    if not results:
        return notice("没有找到相关条款，请换一种说法。")
    return element("p", f"找到 {len(results)} 条", "ca-count") + element("ol", "".join(results), "ca-results")


def anchor(doc: str, locator: str) -> str:
    """The id of a clause's element on the page."""
    return f"{doc}-{locator}".replace(" ", "-")


def _heading(clause: Clause) -> str:
    line = clause.text.strip().splitlines()[0].lstrip("# ") if clause.text.strip() else ""
    return clause.locator if line.startswith("|") or not line else _shorten(line, 36)


def _part(document: Document, clause: Clause) -> str:
    inside = list(document.subtree(clause.locator))
    if clause.kind == "chapter":
        articles = [child for child in inside if child.parent == clause.locator]
        content = "".join(_addressed(document, child) for child in articles)
        return element("h3", esc(clause.text.strip()), id=anchor(document.id, clause.locator)) + content
    return _addressed(document, clause)


def _addressed(document: Document, clause: Clause) -> str:
    inside = list(document.subtree(clause.locator))
    content = _name(clause) + _body(inside, []) + _doubts(document, inside)
    return element("section", content, id=anchor(document.id, clause.locator))


def _name(clause: Clause, label: str = "") -> str:
    """The clause's locator, left out where the text itself begins with it."""
    shown = "" if clause.text.lstrip("# \n").startswith(clause.locator) else clause.locator
    name = " ".join(filter(None, (label, shown)))
    return element("span", esc(name), "ca-locator") if name else ""


def _neighbour(clause: Clause | None, label: str) -> str:
    if clause is None:
        return ""
    text = "，".join(value for _, value in clause.cells if value.strip()) or " ".join(clause.text.split())
    return element(
        "div",
        _name(clause, label) + element("p", esc(_shorten(text.strip("| "), _NEIGHBOUR))),
        "ca-neighbour",
    )


def _shorten(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[:limit]}…"


def _body(clauses: Sequence[Clause], spans: Sequence[Span]) -> str:
    """Clauses as paragraphs and tables; spans are offsets in their joined texts."""
    parts: list[str] = []
    for table, group in groupby(_placed(clauses), key=lambda pair: pair[1].parent if pair[1].cells else None):
        members = list(group)
        if table is not None:
            parts.append(_table(members, spans))
            continue
        for offset, clause in members:
            if clause.kind != "table" or not _is_heading_row(clause.text):
                own = [(start - offset, end - offset) for start, end in spans]
                parts.append(_text(clause.text, own))
    return "".join(parts)


def _placed(clauses: Sequence[Clause]) -> Iterator[tuple[int, Clause]]:
    offset = 0
    for clause in clauses:
        yield offset, clause
        offset += len(clause.text)


def _is_heading_row(text: str) -> bool:
    """Whether a table clause holds nothing but its headings, which the rows repeat."""
    return all("|" in line for line in text.strip().splitlines())


def _text(text: str, spans: Sequence[Span]) -> str:
    shift = len(text) - len(text.lstrip("# "))
    return paragraphs(text[shift:], [(start - shift, end - shift) for start, end in spans])


def _table(rows: Sequence[tuple[int, Clause]], spans: Sequence[Span]) -> str:
    headings = [heading for heading, _ in rows[0][1].cells]
    head = "".join(element("th", esc(heading), scope="col") for heading in headings)
    lines = []
    for offset, clause in rows:
        cells = []
        position = 0
        for _, value in clause.cells:
            # Merged cells repeat a text that stands once in the row; then only the place found is marked.
            found = clause.text.find(value, position) if value else -1
            own = (
                [(start - offset - found, end - offset - found) for start, end in spans] if found >= 0 else []
            )
            position = max(position, found + len(value) if found >= 0 else position)
            cells.append(element("td", marked(value, own)))
        lines.append(element("tr", "".join(cells)))
    header = element("thead", element("tr", head)) if any(heading.strip() for heading in headings) else ""
    return element("div", element("table", header + element("tbody", "".join(lines))), "ca-table")


def _doubts(document: Document, inside: Sequence[Clause]) -> str:
    doubts = [doubt for clause in inside for doubt in document.doubts_at(clause.locator)]
    return "".join(
        notice(f"{doubt.get('column', '')}“{doubt.get('text', '')}”：{doubt.get('why', '')}")
        for doubt in doubts
    )


def _extract(text: str, query: str, width: int = 160) -> str:
    """The stretch of `text` that has most of the query in it, matches marked."""
    text = " ".join(text.replace("|", " ").split())
    spans = matches(text, query)
    start = 0
    if spans and len(text) > width:

        def weight(begin: int) -> int:
            return sum(end - first for first, end in spans if begin <= first and end <= begin + width)

        start = max((max(0, first - 20) for first, _ in spans), key=weight)
    piece = text[start : start + width]
    shown = marked(piece, [(first - start, end - start) for first, end in spans])
    return ("…" if start else "") + shown + ("…" if start + width < len(text) else "")
