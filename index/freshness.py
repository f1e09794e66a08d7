"""Whether an index still fits documents and settings."""

from __future__ import annotations

from index.analysis import lexicon_stamp
from index.layout import IndexMeta


def stale_reasons(
    meta: IndexMeta, stamp: str, fingerprint: str | None, chroma_url: str | None
) -> tuple[str, ...]:
    """Why an index has to be rebuilt, in Chinese; empty where it is up to date.

    Args:
        meta: of the index.
        stamp: `index.nodes.corpus_stamp` of the documents of now.
        fingerprint: of the embedding model of now, None for none.
        chroma_url: the Chroma server of now, None for the embedded store.
    """
    found = []
    if meta.corpus != stamp:
        found.append("文件有增减或改动")
    if meta.analysis != lexicon_stamp():
        found.append("分词词表有改动")
    if meta.fingerprint != fingerprint:
        found.append("语义模型有变化")
    if meta.chroma_url != chroma_url:
        found.append("向量库位置有变化")
    return tuple(found)
