"""The corpus: the project's own documents and those that a user added."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from index.clauses import Clause
from index.documents import Document
from index.errors import UserError
from index.known import questions_of
from index.parsing.frontmatter import read_document, write_document
from index.parsing.links import link_documents


class Corpus:
    """All documents, parsed and linked.

    Iterating gives every clause of every document, in document order.

    Args:
        documents: the documents; ids must differ.
    """

    def __init__(self, documents: tuple[Document, ...]) -> None:
        self.documents: Mapping[str, Document] = MappingProxyType(
            {document.id: document for document in documents}
        )

    def document(self, doc: str) -> Document | None:
        """The document with id `doc`, or None."""
        return self.documents.get(doc)

    def clause(self, doc: str, locator: str) -> Clause | None:
        """The clause at `locator` of document `doc`, or None; other writings of a locator are understood."""
        document = self.documents.get(doc)
        if document is None:
            return None
        return document.clause(locator) or document.find(locator)

    def __iter__(self) -> Iterator[Clause]:
        for document in self.documents.values():
            yield from document.clauses

    def __len__(self) -> int:
        """Number of clauses."""
        return sum(len(document.clauses) for document in self.documents.values())

    @property
    def corpus_hash(self) -> str:
        """SHA-256 of all that is searched and cited: changes when a document is added, dropped or edited."""
        digest = hashlib.sha256()
        for doc in sorted(self.documents):
            digest.update(write_document(self.documents[doc]).encode())
            digest.update(b"\0")
            for clause in self.documents[doc].clauses:
                digest.update(f"{clause.locator}\0{len(clause.text)}\0".encode())
        return digest.hexdigest()


def load_corpus(added: Path | None = None) -> Corpus:
    """The five documents of the project with those in the folder `added`.

    Args:
        added: folder of documents that `save_document` wrote; None or a missing folder for none.

    Raises:
        UserError: a file in `added` is not such a document, or has the id of another one.
    """
    own = _own_documents()
    extra = _added_documents(added) if added is not None and added.is_dir() else ()
    taken = {document.id for document in own}
    for document in extra:
        if document.id in taken:
            raise UserError(f"文件编号 {document.id} 重复，请移走重复的文件后重建索引")
        taken.add(document.id)
    return Corpus(link_documents((*own, *extra))) if extra else _own_corpus()


def save_document(document: Document, folder: Path) -> Path:
    """Write `document` to `folder`, in the form in which `load_corpus` reads it.

    Args:
        document: the document, usually from `index.parsing.readers.read_file`.
        folder: where to write; made if missing.

    Returns:
        The file written, `<id>.md`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{document.id}.md"
    path.write_text(write_document(document), encoding="utf-8", newline="\n")
    return path


@lru_cache(maxsize=1)
def _own_documents() -> tuple[Document, ...]:
    folder = files("corpus") / "documents"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".md"))
    found = (read_document((folder / name).read_text(encoding="utf-8"), name) for name in names)
    return tuple(replace(document, questions=questions_of(document.id)) for document in found)


@lru_cache(maxsize=1)
def _own_corpus() -> Corpus:
    return Corpus(link_documents(_own_documents()))


def _added_documents(folder: Path) -> tuple[Document, ...]:
    documents = []
    for path in sorted(folder.glob("*.md")):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise UserError(f"{path.name} 不是 UTF-8 文本，请用“index add”重新加入原文件") from None
        documents.append(read_document(text, path.name))
    return tuple(documents)
