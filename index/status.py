"""What is in the index."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from index import layout
from index.documents import Document
from index.embedding import NO_MODEL, model_fingerprint
from index.fetch import DEFAULT_MODEL
from index.freshness import stale_reasons
from index.nodes import corpus_stamp


class DocumentStatus(BaseModel):
    """A document in the index.

    Attributes:
        id: document id.
        title: its title.
        clauses: number of clauses.
        added: whether a user added it.
        official: False for press reports.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    title: str
    clauses: int
    added: bool
    official: bool


class IndexStatus(BaseModel):
    """The state of the index.

    Attributes:
        exists: whether there is a usable index.
        version: its version.
        built: when, ISO 8601 in UTC.
        model: embedding model, None where the index is lexical only.
        nodes: number of searchable passages.
        documents: the documents in it.
        stale: whether `index build` would change it.
        reasons: why, in Chinese.
        bytes: size on disk.
        location: its folder.
        chroma_url: the server that holds its vectors, if any.
    """

    model_config = ConfigDict(frozen=True)

    exists: bool
    version: str | None
    built: str | None
    model: str | None
    nodes: int
    documents: tuple[DocumentStatus, ...]
    stale: bool
    reasons: tuple[str, ...]
    bytes: int
    location: str
    chroma_url: str | None


def status(
    data_dir: Path,
    documents: Iterable[Document],
    model: str = DEFAULT_MODEL,
    chroma_url: str | None = None,
) -> IndexStatus:
    """The state of the index against the documents and settings of now; loads neither model nor store."""
    root = layout.index_root(data_dir)
    version = layout.current_version(data_dir)
    meta = layout.read_meta(root / version) if version else None
    if meta is None:
        why = "索引不完整或来自其他版本" if version else "还没有建立索引"
        return IndexStatus(
            exists=False,
            version=None,
            built=None,
            model=None,
            nodes=0,
            documents=(),
            stale=True,
            reasons=(f"{why}，请运行 index build",),
            bytes=0,
            location=str(root),
            chroma_url=None,
        )
    fingerprint = model_fingerprint(model, data_dir)
    found = list(stale_reasons(meta, corpus_stamp(documents), fingerprint, chroma_url))
    if fingerprint is None and model != NO_MODEL:
        found.append(f"语义模型 {model} 不在本机")
    return IndexStatus(
        exists=True,
        version=meta.version,
        built=meta.built,
        model=meta.model,
        nodes=meta.nodes,
        documents=tuple(DocumentStatus.model_validate(vars(entry)) for entry in meta.documents),
        stale=bool(found),
        reasons=tuple(found),
        bytes=layout.disk_bytes(root / meta.version),
        location=str(root / meta.version),
        chroma_url=meta.chroma_url,
    )
