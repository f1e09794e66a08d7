"""Rows of the tables that are annexes, as questions point at them: 分工表头一行, 分工表里碳基材料那行."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.conversation.addresses import plain
from assistant.conversation.place import Place
from index.clauses import Clause
from index.documents import Document
from index.numerals import parse_numeral

_N = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
# A row that is counted, or named by what stands in it.
_ROW_ASKED = re.compile(
    rf"(?P<first>头一?|首|开头那?一?)行|(?P<last>最后|最末|末|末尾)一?行|倒数第(?P<back>{_N})行|第(?P<n>{_N})行|[那这]一?行"
)


def _row_meant(asked: re.Match[str], rows: Sequence[Clause], folded: str) -> Clause | None:
    """The row that `asked` counts out, else the one of which a cell stands in the question."""
    number = parse_numeral(asked["n"] or asked["back"]) if asked["n"] or asked["back"] else 1
    if any(asked[name] for name in ("first", "last", "back", "n")):
        from_end = asked["last"] or asked["back"]
        return (rows[-number] if from_end else rows[number - 1]) if 0 < number <= len(rows) else None
    named = [
        (len(value), row)
        for row in rows
        for _, value in row.cells
        if len(value) > 1 and plain(value).strip() in folded
    ]
    return max(named, key=lambda item: item[0])[1] if named else None


def row_of_table(folded: str, documents: Iterable[Document]) -> Place | None:
    """The row that a question asks for of the table whose last word it gives (分工表); None where it gives none.

    Args:
        folded: the question, as `plain` folds it.
        documents: those that may be meant.
    """
    asked = _ROW_ASKED.search(folded)
    for document in documents if asked else ():
        for annex in document.clauses:
            title = re.sub(r"\s", "", annex.text)
            noun = re.search(r"[一-鿿]{2}表$", title) if annex.kind == "annex" else None
            if asked is None or noun is None or noun.group() not in folded:
                continue
            rows = [clause for clause in document.subtree(annex.locator) if clause.kind == "row"]
            if row := _row_meant(asked, rows, folded):
                return Place(document.id, row.locator)
    return None
