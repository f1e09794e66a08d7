"""Cross-references: words in a clause that name another clause or another document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from index.clauses import Clause, Link
from index.documents import Document
from index.numerals import NUMERAL, full_width_brackets

_SELF = (
    "管理办法 实施办法 办法 工作方案 实施方案 方案 通知 意见 实施细则 细则 规定 规划 条例 决定 公告 章程 指南"
)
_THIS = rf"(?:本|该)(?:{'|'.join(_SELF.split())})"
_ITEM = rf"\s*第?\s*[（(]\s*{NUMERAL}\s*[）)]\s*项?|\s*第\s*{NUMERAL}\s*项"
_ADDRESS = rf"第\s*{NUMERAL}\s*条(?:\s*之\s*{NUMERAL})?(?:{_ITEM})?"
_SECTION = rf"第\s*[（(]?\s*{NUMERAL}\s*[）)]?\s*项"
_REFERENCE = re.compile(
    rf"(?P<title>《[^《》\n]{{2,80}}》)(?:\s*[（(](?P<number>[^（()）\n]*〔\d{{4}}〕[^（()）\n]*)[）)])?"
    rf"(?:的?\s*(?P<there>{_ADDRESS}))?"
    rf"|(?P<bare>[\u4e00-\u9fff]{{2,12}}〔\d{{4}}〕\s*\d+\s*号)"
    rf"|(?P<this>{_THIS})(?P<here>{_ADDRESS}|{_SECTION})"
    rf"|(?P<address>{_ADDRESS})"
    rf"|(?P<annex>附\s*件\s*{NUMERAL})"
    rf"|(?P<listed>^[ \t\u3000]*(?:附\s*件\s*[:：]\s*)?\d{{1,2}}\s*[.．、][^\n]+)",
    re.MULTILINE,
)


def link_documents(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The same documents with the cross-references of their clauses resolved.

    A reference to a document that is not among them keeps its words and has no target.

    Args:
        documents: all documents of the corpus, the user's included.
    """
    known = tuple(documents)
    names = _names(known)
    by_id = {document.id: document for document in known}
    linked = []
    for document in known:
        clauses = tuple(
            replace(clause, links=_links(clause, document, by_id, names)) for clause in document.clauses
        )
        linked.append(replace(document, clauses=clauses))
    return tuple(linked)


def _names(documents: Iterable[Document]) -> dict[str, str]:
    """Document ids by title, number and alias in comparable writing."""
    names: dict[str, str] = {}
    for document in documents:
        for name in (document.title, document.number, *document.aliases):
            if len(name) > 3:
                names.setdefault(comparable(name), document.id)
    return names


def comparable(name: str) -> str:
    """A title or number with brackets, quotation marks and white space made alike."""
    name = full_width_brackets(re.sub(r"\s", "", name))
    return re.sub(r"[《》“”\"'‘’]", "", name).translate(str.maketrans("[]［］【】", "〔〕〔〕〔〕"))


def _links(
    clause: Clause, document: Document, by_id: Mapping[str, Document], names: Mapping[str, str]
) -> tuple[Link, ...]:
    links: dict[Link, None] = {}
    own = re.match(r"\s*" + _ADDRESS, clause.text)
    for found in _REFERENCE.finditer(clause.text):
        if own and found.start() < own.end():
            continue
        link = _resolve(found, clause, document, by_id, names)
        if link is not None and not (link.doc == clause.doc and link.locator == clause.locator):
            links[link] = None
    return tuple(links)


def _resolve(
    found: re.Match[str],
    clause: Clause,
    document: Document,
    by_id: Mapping[str, Document],
    names: Mapping[str, str],
) -> Link | None:
    words = re.sub(r"\s+", " ", found.group().strip())
    if found.group("title") or found.group("bare"):
        name = found.group("title") or found.group("bare")
        target = names.get(comparable(name)) or names.get(comparable(found.group("number") or ""))
        if target == document.id and not found.group("there"):
            return None
        return Link(words, target, _locator(by_id.get(target or ""), found.group("there")))
    if found.group("annex"):
        annex = document.find(found.group("annex"))
        return Link(words, document.id, annex.locator) if annex and annex.kind == "annex" else None
    if found.group("listed"):
        if clause.kind not in ("closing", "preamble"):
            return None
        number = re.search(r"\d{1,2}", words)
        annex = document.clause(f"附件{int(number.group())}") if number else None
        return Link(words, document.id, annex.locator) if annex else None
    locator = _locator(document, found.group("here") or found.group("address"))
    if locator and found.group("address") and "条" not in locator:
        return None  # 第三条 of some other document, named in a text that has none
    return Link(words, document.id, locator) if locator else None


def _locator(document: Document | None, address: str | None) -> str | None:
    """The locator in `document` that `address` names; None where it has no such clause."""
    if document is None or not address:
        return None
    clause = document.find(re.sub(r"\s", "", address))
    return clause.locator if clause else None
