"""Index nodes: what is searched, made from clauses."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from index import known
from index.clauses import Clause
from index.documents import Document

# Raised when nodes or their texts are made differently, so that an index built before counts as stale.
VERSION: Final = "2"

_LEAD_CHARS: Final = 80
_OUTLINE_CHARS: Final = 800
_BARE_CHARS: Final = 40
# Kind of the nodes that hold a question which a clause answers.
QUESTION: Final = "question"
_TABULAR: Final = frozenset({"table", "row"})


@dataclass(frozen=True, slots=True)
class IndexNode:
    """One searchable passage.

    Attributes:
        id: `doc#locator`, stable over rebuilds.
        doc: document id.
        locator: address inside the document.
        kind: kind of the clause.
        parent: locator of the enclosing clause, "" at the top.
        order: position in the document.
        title: title of the document.
        headings: titles of the enclosing parts, outermost first.
        official: False for press reports.
        added: True for a document that a user added.
        text: what is searched and embedded: a line with title, headings and locator, then the passage.
        hash: of `text`; equal hashes have equal vectors.
    """

    id: str
    doc: str
    locator: str
    kind: str
    parent: str
    order: int
    title: str
    headings: tuple[str, ...]
    official: bool
    added: bool
    text: str
    hash: str


def corpus_stamp(documents: Iterable[Document]) -> str:
    """Hash of everything that the nodes are made from."""
    digest = hashlib.sha256(VERSION.encode())
    digest.update(known.stamp().encode())
    for document in documents:
        head = (document.id, document.title, document.aliases, document.official, document.added)
        digest.update(repr((*head, document.body)).encode())
        for locator, questions in sorted(document.questions.items()):
            digest.update(repr((locator, questions)).encode())
        for clause in document.clauses:
            place = (clause.locator, clause.kind, clause.parent, clause.headings, clause.cells)
            digest.update(repr((*place, clause.text)).encode())
    return digest.hexdigest()[:32]


def make_nodes(documents: Iterable[Document]) -> list[IndexNode]:
    """The nodes of all documents, in the order of the documents and of their clauses.

    A clause with others below it is searched with their text (第六条 with its （一） to （六）); those below
    are nodes of their own and carry the opening words of what encloses them. A bare heading over longer text
    is left out: its words stand in the headings of every clause below it.
    """
    nodes: list[IndexNode] = []
    seen: set[str] = set()
    for document in documents:
        subtrees, children = _subtrees(document.clauses)
        for clause in document.clauses:
            text = _passage(document, clause, subtrees[clause.locator], children.get(clause.locator, []))
            if text is None:
                continue
            identifier = clause.id
            while identifier in seen:
                identifier += "~"
            seen.add(identifier)
            nodes.append(_node(document, clause, identifier, text))
    return nodes


def make_question_nodes(documents: Iterable[Document], nodes: Iterable[IndexNode]) -> list[IndexNode]:
    """A node for each question of `Document.questions` whose clause is among `nodes`.

    Its `parent` is the id of that node: finding the question is finding the clause.
    """
    at = {node.id: node for node in nodes}
    found: list[IndexNode] = []
    for document in documents:
        for locator, questions in document.questions.items():
            target = at.get(f"{document.id}#{locator}")
            if target is None:
                continue
            for number, question in enumerate(questions, start=1):
                found.append(
                    replace(
                        target,
                        id=f"{target.id}?{number}",
                        kind=QUESTION,
                        parent=target.id,
                        text=question,
                        hash=hashlib.sha256(question.encode()).hexdigest()[:32],
                    )
                )
    return found


def _node(document: Document, clause: Clause, identifier: str, text: str) -> IndexNode:
    return IndexNode(
        id=identifier,
        doc=document.id,
        locator=clause.locator,
        kind=clause.kind,
        parent=clause.parent or "",
        order=clause.order,
        title=document.title,
        headings=clause.headings,
        official=document.official,
        added=document.added,
        text=text,
        hash=hashlib.sha256(text.encode()).hexdigest()[:32],
    )


def _subtrees(clauses: Sequence[Clause]) -> tuple[dict[str, str], dict[str, list[Clause]]]:
    """The text of every clause with all below it, and the clauses directly below it."""
    children: dict[str, list[Clause]] = {}
    for clause in clauses:
        if clause.parent is not None:
            children.setdefault(clause.parent, []).append(clause)
    texts: dict[str, str] = {}
    for clause in reversed(clauses):
        below = children.get(clause.locator, ())
        texts[clause.locator] = clause.text + "".join(texts.get(child.locator, "") for child in below)
    return texts, children


def _passage(document: Document, clause: Clause, subtree: str, children: list[Clause]) -> str | None:
    if clause.kind == "row" and clause.cells:
        body = "；".join(f"{heading}：{cell}" if heading else cell for heading, cell in clause.cells if cell)
    elif children and _bare(clause) and _leave_out(clause, subtree, children):
        return None
    else:
        body = subtree
    body = _tidy(body)
    if not re.search(r"\w", body):
        return None
    return f"{_head(document, clause)}\n{body}"


def _bare(clause: Clause) -> bool:
    own = clause.text.strip()
    return len(own) <= _BARE_CHARS and not re.search(r"[。；：;:]", own)


def _leave_out(clause: Clause, subtree: str, children: list[Clause]) -> bool:
    if any(child.kind in _TABULAR for child in children):
        return False
    return clause.kind == "chapter" or len(subtree) > _OUTLINE_CHARS


def _head(document: Document, clause: Clause) -> str:
    parts = [f"《{short_title(document)}》", *clause.headings]
    parent = document.clause(clause.parent) if clause.parent is not None else None
    if parent is not None and parent.kind in ("article", "section", "item") and not _bare(parent):
        parts.append(_tidy(parent.text)[:_LEAD_CHARS])
    parts.append(clause.locator)
    return " ".join(_tidy(part) for part in parts)


def short_title(document: Document) -> str:
    """The name that a heading line uses.

    That of the document which a notice issues (关于印发《…》的通知), else the title.
    """
    inner = re.search(r"(?:印发|发布|公布|颁布)《([^《》]+)》", document.title)
    return inner.group(1) if inner else document.title


def _tidy(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
