"""The vector store: one Chroma collection per version of the index.

Written through llama-index, so that its query engines can read the collection; queried directly, because
importing llama-index takes longer than the search.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from index.embedding import Vectors
from index.errors import UserError
from index.nodes import QUESTION, IndexNode

# Wide enough that for some thousand nodes the approximate search of HNSW finds what an exact one would.
_HNSW: Final = {"space": "cosine", "ef_construction": 200, "ef_search": 200, "max_neighbors": 32}
_PAGE: Final = 2000


class StoreError(Exception):
    """The vector store cannot be read or written; `str()` says why."""


def collection_name(instance: str, version: str) -> str:
    """Name of the collection that holds one version of the index of one data folder."""
    return f"clauses-{instance}-{version}"


class VectorStore:
    """A Chroma database, embedded in a folder or on a server.

    Args:
        folder: folder of the embedded database; not used with a server.
        url: address of a Chroma server (`http://host:8000`), None for the embedded one.

    Raises:
        UserError: `url` is not an address.
        StoreError: the database cannot be opened.
    """

    def __init__(self, folder: Path, url: str | None = None) -> None:
        import chromadb
        from chromadb.config import Settings

        settings = Settings(anonymized_telemetry=False)
        self._errors = _chroma_errors()
        try:
            if url is None:
                self._client: Any = chromadb.PersistentClient(path=str(folder), settings=settings)
            else:
                host, port, ssl = _server(url)
                self._client = chromadb.HttpClient(host=host, port=port, ssl=ssl, settings=settings)
        except self._errors as error:
            # what Chroma says of a server that does not answer is English and tells no more
            why = f"无法连接 Chroma 服务 {url}" if url else f"无法打开向量库（{_brief(error)}）"
            raise StoreError(why) from error

    def close(self) -> None:
        """Let go of the database's files."""
        self._client.close()

    def write(
        self,
        name: str,
        nodes: Sequence[IndexNode],
        vectors: Vectors,
        written: Callable[[int], None] = lambda count: None,
    ) -> None:
        """Make the collection `name` with one entry per node.

        Args:
            name: of a collection that does not exist yet.
            nodes: the entries.
            vectors: theirs, [n, dimensions].
            written: called with the number of entries written so far.

        Raises:
            StoreError: it cannot be written, for instance because the disk is full.
        """
        from llama_index.vector_stores.chroma import ChromaVectorStore

        try:
            collection = self._client.create_collection(
                name, embedding_function=None, configuration={"hnsw": _HNSW}
            )
            store = ChromaVectorStore(chroma_collection=collection)
            page = min(_PAGE, self._client.get_max_batch_size())
            for start in range(0, len(nodes), page):
                store.add(
                    [
                        _text_node(node, vector)
                        for node, vector in zip(
                            nodes[start : start + page], vectors[start : start + page], strict=True
                        )
                    ]
                )
                written(min(start + page, len(nodes)))
        except self._errors as error:
            raise StoreError(f"无法写入向量库（{_brief(error)}）") from error

    def vectors_by_hash(self, name: str) -> dict[str, NDArray[np.float32]]:
        """The vectors of a collection by the hash of the text that they were made from.

        Raises:
            StoreError: there is no such collection or it cannot be read.
        """
        found: dict[str, NDArray[np.float32]] = {}
        try:
            collection = self._client.get_collection(name, embedding_function=None)
            for start in range(0, collection.count(), _PAGE):
                page = collection.get(limit=_PAGE, offset=start, include=["embeddings", "metadatas"])
                for metadata, vector in zip(page["metadatas"], page["embeddings"], strict=True):
                    found[str(metadata["hash"])] = np.asarray(vector, dtype=np.float32)
        except self._errors as error:
            raise StoreError(f"无法读取向量库（{_brief(error)}）") from error
        return found

    def count(self, name: str) -> int:
        """Number of entries of a collection, 0 where there is none."""
        try:
            return int(self._client.get_collection(name, embedding_function=None).count())
        except self._errors:
            return 0

    def query(
        self,
        name: str,
        vector: NDArray[np.float32],
        limit: int,
        kinds: Collection[str] | None = None,
        docs: Collection[str] | None = None,
    ) -> dict[str, float]:
        """The nearest nodes: id → cosine similarity; questions only where `kinds` names them.

        Raises:
            StoreError: there is no such collection or it cannot be read.
        """
        try:
            collection = self._client.get_collection(name, embedding_function=None)
            answer = collection.query(
                query_embeddings=[vector],
                n_results=max(1, min(limit, collection.count())),
                where=_where(kinds, docs),
                include=["distances"],
            )
        except self._errors as error:
            raise StoreError(f"无法读取向量库（{_brief(error)}）") from error
        pairs = zip(answer["ids"][0], answer["distances"][0], strict=True)
        return {identifier: 1.0 - float(distance) for identifier, distance in pairs}

    def drop_others(self, prefix: str, keep: Collection[str]) -> None:
        """Delete the collections whose name starts with `prefix`, but for those in `keep`."""
        try:
            for collection in self._client.list_collections():
                if collection.name.startswith(prefix) and collection.name not in keep:
                    self._client.delete_collection(collection.name)
        except self._errors as error:
            raise StoreError(f"无法清理旧的向量库（{_brief(error)}）") from error


def _text_node(node: IndexNode, vector: NDArray[np.float32]) -> Any:
    from llama_index.core.schema import TextNode

    metadata: dict[str, Any] = {
        "doc": node.doc,
        "locator": node.locator,
        "kind": node.kind,
        "parent": node.parent,
        "order": node.order,
        "title": node.title,
        "headings": " / ".join(node.headings),
        "official": node.official,
        "added": node.added,
        "hash": node.hash,
    }
    # the text names title, headings and locator already
    hidden = list(metadata)
    return TextNode(
        id_=node.id,
        text=node.text,
        metadata=metadata,
        excluded_embed_metadata_keys=hidden,
        excluded_llm_metadata_keys=hidden,
        embedding=[float(component) for component in vector],
    )


def _where(kinds: Collection[str] | None, docs: Collection[str] | None) -> dict[str, Any]:
    conditions: list[dict[str, Any]] = [
        {"kind": {"$in": sorted(kinds)} if kinds is not None else {"$ne": QUESTION}}
    ]
    if docs is not None:
        conditions.append({"doc": {"$in": sorted(docs)}})
    if len(conditions) > 1:
        return {"$and": conditions}
    return conditions[0]


def _server(url: str) -> tuple[str, int, bool]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UserError(f"ASSISTANT_CHROMA_URL 不是有效地址：{url}，应写成 http://主机:8000 的形式")
    ssl = parts.scheme == "https"
    return parts.hostname, port or (443 if ssl else 8000), ssl


def _chroma_errors() -> tuple[type[Exception], ...]:
    import sqlite3

    import chromadb.errors
    import httpx

    # chromadb reports a server that is not there as ValueError
    return (chromadb.errors.ChromaError, httpx.HTTPError, sqlite3.Error, OSError, ValueError)


def _brief(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:120] if lines else type(error).__name__
