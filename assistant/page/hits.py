"""Search results as HTML, each opening its document at the clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from assistant.models import Passage
from assistant.page.clauses import badge, citation, clause_in_context
from assistant.page.markup import details, element, marked, matches, notice
from assistant.page.places import copy_button, goto_link
from index.corpus import Corpus

_WIDTH: Final = 160  # characters of an extract


def search_html(passages: Sequence[Passage], corpus: Corpus, query: str, day: date) -> str:
    """Search results.

    Args:
        passages: what was found, best first.
        corpus: the documents.
        query: what was looked for; its words are marked.
        day: the day on which validity is judged.
    """
    if not query.strip():
        return notice("请输入要查找的内容，如“复核”“第十六条”。")
    results = [html for passage in passages if (html := _result(passage, corpus, query, day))]
    if not results:
        return notice("没有找到相关条款：请换一种说法，或放宽文件范围。")
    count = element("p", f"找到 {len(results)} 条，最相关的在前", "ca-count", role="status")
    return count + element("ol", "".join(results), "ca-results")


def _result(passage: Passage, corpus: Corpus, query: str, day: date) -> str:
    document = corpus.document(passage.doc)
    clause = corpus.clause(passage.doc, passage.locator)
    if document is None or clause is None:
        return ""
    name = f"{clause.locator} 《{document.title}》"
    opens = goto_link((document.id, clause.locator), name, "ca-textlink ca-hit")
    more = details("看前后文", clause_in_context(document, clause.locator), "ca-more")
    copy = copy_button(citation(document, clause), what=clause.locator)
    return element(
        "li",
        element("p", opens + badge(document, day) + copy)
        + element("p", extract(passage.text, query), "ca-extract")
        + more,
    )


def extract(text: str, query: str, width: int = _WIDTH) -> str:
    """The stretch of `text` that has most of the query in it, matches marked.

    Args:
        text: plain text.
        query: what was looked for.
        width: characters.
    """
    text = " ".join(re.sub(r"\||-{3,}", " ", text).split())
    spans = matches(text, query)
    start = 0
    if spans and len(text) > width:

        def weight(begin: int) -> int:
            return sum(end - first for first, end in spans if begin <= first and end <= begin + width)

        start = max((max(0, first - 20) for first, _ in spans), key=weight)
    piece = text[start : start + width]
    shown = marked(piece, [(first - start, end - start) for first, end in spans])
    return ("…" if start else "") + shown + ("…" if start + width < len(text) else "")
