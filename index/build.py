"""Build the index aside and swap it in.

A build that fails or is killed leaves the index that was there. Vectors of unchanged texts are taken over
from it, and where nothing changed nothing is written.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index import layout
from index.analysis import Words, lexicon_stamp
from index.documents import Document
from index.embedding import Embedder, ModelUnavailableError, Vectors, load_embedder
from index.errors import UserError
from index.fetch import DEFAULT_MODEL, fetch_model
from index.field import PASSAGES, QUESTIONS, Field
from index.freshness import stale_reasons
from index.labels import learn
from index.layout import BUILDING_PREFIX, FORMAT, IndexedDocument, IndexMeta
from index.nodes import IndexNode, corpus_stamp, make_nodes, make_question_nodes
from index.oserrors import reason as explain
from index.store import StoreError, VectorStore, collection_name

Progress = Callable[[str], None]

_ENCODED_AT_ONCE: Final = 256
_LOCK_SECONDS: Final = 10.0


@dataclass(frozen=True)
class BuildResult:
    """What a build did.

    Attributes:
        version: the current version afterwards.
        changed: False where the index was up to date and nothing was written.
        nodes: number of passages in it; the questions that lead to them are not counted here, their vectors are below.
        encoded: vectors made in this build.
        reused: vectors taken over from the index before.
        model: name of the embedding model, None where the index is lexical only.
        note: in Chinese, why there are no vectors although a model is set; else "".
    """

    version: str
    changed: bool
    nodes: int
    encoded: int
    reused: int
    model: str | None
    note: str = ""


def build(
    data_dir: Path,
    documents: Iterable[Document],
    model: str = DEFAULT_MODEL,
    chroma_url: str | None = None,
    progress: Progress | None = None,
    force: bool = False,
) -> BuildResult:
    """Bring the index up to date, fetching the default model where it is missing.

    Args:
        data_dir: the product's data folder.
        documents: all documents, those of users included.
        model: `m3e-small`, a folder, a hub id, or `none` for a lexical index.
        chroma_url: a Chroma server instead of the embedded store.
        progress: called with lines of Chinese.
        force: rebuild everything, vectors too.

    Raises:
        UserError: another process is building, or the index cannot be written.
    """
    say = progress or (lambda line: None)
    note = ""
    embedder: Embedder | None = None
    try:
        if model == DEFAULT_MODEL:
            fetch_model(data_dir, say)
        embedder = load_embedder(model, data_dir)
    except ModelUnavailableError as error:
        note = f"没有语义模型，只建立字面检索：{error}"
        say(note)
    result = build_with(data_dir, documents, embedder, chroma_url, say, force)
    return replace(result, note=note)


def build_with(
    data_dir: Path,
    documents: Iterable[Document],
    embedder: Embedder | None,
    chroma_url: str | None = None,
    progress: Progress | None = None,
    force: bool = False,
) -> BuildResult:
    """Bring the index up to date with an embedder at hand; None makes a lexical index.

    Raises:
        UserError: another process is building, or the index cannot be written.
    """
    say = progress or (lambda line: None)
    documents = list(documents)
    try:
        with _exclusive(data_dir):
            version = layout.current_version(data_dir)
            layout.sweep(data_dir, keep={version} if version else set())
            old = layout.read_meta(layout.index_root(data_dir) / version) if version else None
            stamp = corpus_stamp(documents)
            fingerprint = embedder.fingerprint if embedder is not None else None
            if old is not None and not force and not stale_reasons(old, stamp, fingerprint, chroma_url):
                say("索引已是最新")
                return BuildResult(old.version, False, old.nodes, 0, 0, old.model)
            result = _Build(data_dir, documents, stamp, embedder, chroma_url, say).run(None if force else old)
    except StoreError as error:
        what = "该服务和 ASSISTANT_CHROMA_URL" if chroma_url else "磁盘空间和数据文件夹"
        raise UserError(f"{error}：原有索引未改动，请检查{what}后重试") from error
    except OSError as error:
        reason = explain(error)
        raise UserError(
            f"无法写入索引（{reason}）：原有索引未改动，请检查 {data_dir} 的磁盘空间和写权限"
        ) from error
    say("索引已建立")
    return result


@contextmanager
def _exclusive(data_dir: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    root = layout.index_root(data_dir)
    root.mkdir(parents=True, exist_ok=True)
    lock = FileLock(root / ".lock", timeout=_LOCK_SECONDS)
    try:
        lock.acquire()
    except Timeout as error:
        raise UserError("另一个进程正在建立索引：请等它完成后再试") from error
    try:
        yield
    finally:
        lock.release()


class _Build:
    """One build, from nodes to the swap."""

    def __init__(
        self,
        data_dir: Path,
        documents: Sequence[Document],
        stamp: str,
        embedder: Embedder | None,
        chroma_url: str | None,
        say: Progress,
    ) -> None:
        self._data_dir = data_dir
        self._documents = documents
        self._stamp = stamp
        self._embedder = embedder
        self._chroma_url = chroma_url
        self._say = say
        self._root = layout.index_root(data_dir)
        self._instance = layout.instance_id(data_dir)
        now = datetime.now(UTC)
        self._built = now.isoformat(timespec="seconds")
        self._version = f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"

    def run(self, old: IndexMeta | None) -> BuildResult:
        nodes = make_nodes(self._documents)
        questions = make_question_nodes(self._documents, nodes)
        aside = self._root / f"{BUILDING_PREFIX}{self._version}"
        aside.mkdir()
        try:
            self._say(f"正在建立索引：{len(self._documents)} 个文件，{len(nodes)} 个条目")
            words = Words(self._data_dir / "cache")
            Field.build(nodes, words, aside, PASSAGES)
            Field.build(questions, words, aside, QUESTIONS)
            encoded = reused = 0
            if self._embedder is not None:
                embedded = [*nodes, *questions]
                vectors, encoded = self._vectors(embedded, old, self._embedder)
                reused = len(embedded) - encoded
                self._write_vectors(aside, embedded, vectors)
                learnt = learn(self._documents, questions, vectors[len(nodes) :], self._embedder)
                if learnt is not None:
                    learnt.save(aside)
            layout.write_meta(aside, self._meta(aside, len(nodes), len(questions)))
            os.replace(aside, self._root / self._version)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        layout.set_current(self._data_dir, self._version)
        self._clean(old)
        name = self._embedder.name if self._embedder else None
        return BuildResult(self._version, True, len(nodes), encoded, reused, name)

    def _vectors(
        self, nodes: Sequence[IndexNode], old: IndexMeta | None, embedder: Embedder
    ) -> tuple[Vectors, int]:
        """The vectors of all nodes and how many of them had to be made."""
        known = self._known_vectors(old, embedder)
        vectors = np.zeros((len(nodes), embedder.dimensions), dtype=np.float32)
        missing = []
        for position, node in enumerate(nodes):
            if node.hash in known:
                vectors[position] = known[node.hash]
            else:
                missing.append(position)
        for start in range(0, len(missing), _ENCODED_AT_ONCE):
            chosen = missing[start : start + _ENCODED_AT_ONCE]
            vectors[chosen] = embedder.encode_passages([nodes[position].text for position in chosen])
            self._say(f"已计算向量 {start + len(chosen)}/{len(missing)}")
        return vectors, len(missing)

    def _known_vectors(self, old: IndexMeta | None, embedder: Embedder) -> dict[str, NDArray[np.float32]]:
        if old is None or old.fingerprint != embedder.fingerprint or old.dimensions != embedder.dimensions:
            return {}
        try:
            store = VectorStore(self._root / old.version / "chroma", old.chroma_url)
        except StoreError:
            return {}
        try:
            return store.vectors_by_hash(collection_name(old.instance, old.version))
        except StoreError:
            # what cannot be taken over is made anew
            return {}
        finally:
            store.close()

    def _write_vectors(self, folder: Path, nodes: Sequence[IndexNode], vectors: Vectors) -> None:
        store = VectorStore(folder / "chroma", self._chroma_url)
        try:
            store.write(
                collection_name(self._instance, self._version),
                nodes,
                vectors,
                lambda count: self._say(f"已写入向量库 {count}/{len(nodes)}"),
            )
        finally:
            store.close()

    def _meta(self, folder: Path, nodes: int, questions: int) -> IndexMeta:
        embedder = self._embedder
        return IndexMeta(
            format=FORMAT,
            version=self._version,
            instance=self._instance,
            built=self._built,
            corpus=self._stamp,
            analysis=lexicon_stamp(),
            model=embedder.name if embedder else None,
            fingerprint=embedder.fingerprint if embedder else None,
            dimensions=embedder.dimensions if embedder else 0,
            chroma_url=self._chroma_url,
            nodes=nodes,
            questions=questions,
            documents=tuple(
                IndexedDocument(
                    document.id, document.title, len(document.clauses), document.added, document.official
                )
                for document in self._documents
            ),
            files=layout.file_sizes(folder),
        )

    def _clean(self, old: IndexMeta | None) -> None:
        """Drop what is older than the version before, which a reader may still have open."""
        keep = {self._version} | ({old.version} if old else set())
        layout.sweep(self._data_dir, keep)
        if self._chroma_url is None or self._embedder is None:
            return
        names = {collection_name(self._instance, version) for version in keep}
        try:
            store = VectorStore(self._root, self._chroma_url)
            store.drop_others(collection_name(self._instance, ""), names)
            store.close()
        except StoreError as error:
            self._say(str(error))
