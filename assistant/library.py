"""The library: the documents that answers rest on, and the index over them."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.corpus import Corpus, load_corpus

if TYPE_CHECKING:
    from assistant.settings import Settings
    from index.documents import Document
    from index.status import IndexStatus


# The index's own lock keeps other processes out and gives up after a while; threads of this one take turns.
_ONE_AT_A_TIME = threading.Lock()


class Library:
    """Builds the index, adds and removes users' documents, tells what is there.

    Args:
        settings: data directory, model, Chroma server.
        note: receives one-line progress messages.
    """

    def __init__(self, settings: Settings, note: Callable[[str], None] = lambda line: None) -> None:
        self._settings = settings
        self._note = note

    @property
    def folder(self) -> Path:
        """Where users' documents are kept."""
        return self._settings.data_dir / "documents"

    def corpus(self) -> Corpus:
        """The project's documents with those added."""
        return load_corpus(self.folder)

    def build(self) -> str:
        """Bring the index up to date.

        Returns:
            One line that says what was done.

        Raises:
            UserError: another process is building, or the index cannot be written.
        """
        from index.build import build

        with _ONE_AT_A_TIME:
            result = build(
                self._settings.data_dir,
                self.corpus().documents.values(),
                model=self._settings.embed_model,
                chroma_url=self._settings.chroma_url,
                progress=self._note,
            )
        kind = f"语义模型 {result.model}" if result.model else "仅字面检索"
        if not result.changed:
            return f"索引已是最新：{result.nodes} 条，{kind}。"
        return f"索引已建立：{result.nodes} 条，{kind}；新编码 {result.encoded} 条，沿用 {result.reused} 条。"

    def add(self, paths: Sequence[Path]) -> list[Document]:
        """Add users' documents and index them: all of them or, when one cannot be read, none.

        Args:
            paths: files (docx, pdf, html, md, txt). A file whose document was added before replaces it.

        Raises:
            UserError: a file cannot be used; the message names it.
        """
        from index.added import add_documents

        settings = self._settings
        with _ONE_AT_A_TIME:
            result = add_documents(
                settings.data_dir,
                paths,
                settings.embed_model,
                chroma_url=settings.chroma_url,
                progress=self._note,
            )
        return list(result.documents)

    def remove(self, identifier: str) -> None:
        """Remove a document that a user added, and take it out of the index.

        Raises:
            UserError: there is no such added document.
        """
        from index.added import remove_document

        settings = self._settings
        with _ONE_AT_A_TIME:
            remove_document(
                settings.data_dir,
                identifier,
                settings.embed_model,
                chroma_url=settings.chroma_url,
                progress=self._note,
            )

    def status(self) -> IndexStatus:
        """The state of the index against the documents and settings of now."""
        from index.status import status

        return status(
            self._settings.data_dir,
            self.corpus().documents.values(),
            model=self._settings.embed_model,
            chroma_url=self._settings.chroma_url,
        )


def status_json(status: IndexStatus) -> str:
    """The state of the index as JSON."""
    return json.dumps(status.model_dump(mode="json"), ensure_ascii=False, indent=2)


def status_text(status: IndexStatus) -> str:
    """The state of the index in Chinese, for people."""
    if not status.exists:
        return "；".join(status.reasons)
    lines = [
        f"索引：{status.nodes} 条，语义模型 {status.model or '无（仅字面检索）'}，{status.bytes / 1e6:.1f} MB，建于 {status.built}",
        f"位置：{status.chroma_url or status.location}",
        *(
            f"  {document.id}  《{document.title}》  {document.clauses} 条"
            + ("  自行加入" if document.added else "" if document.official else "  媒体报道")
            for document in status.documents
        ),
    ]
    if status.stale:
        lines.append(f"需要更新：{'；'.join(status.reasons)}。请运行 index build。")
    return "\n".join(lines)
