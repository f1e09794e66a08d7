"""Search over the index: words, character bigrams and vectors, fused.

Without an index, or with one that no longer matches the documents, the lexical part is made in memory, so
that a search always answers from the documents as they are.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from index import layout
from index.analysis import Words, other_names
from index.documents import Document
from index.embedding import Embedder, ModelUnavailableError, load_embedder, model_fingerprint
from index.fetch import DEFAULT_MODEL
from index.field import query_terms
from index.freshness import stale_reasons
from index.fusion import HYBRID, FloatArray, Weights, fuse
from index.hits import Asked, Entry, Hit, Parts, ranked_hits
from index.labels import Label, Labeller
from index.layout import IndexMeta
from index.legs import Dense, Lexical, folded, make_lexical, read_lexical
from index.nodes import QUESTION, corpus_stamp
from index.store import StoreError, VectorStore, collection_name

_DEPTH: Final = 100
_REMEMBERED: Final = 64  # questions whose vector is kept: one answer asks for it several times
BUILD_HINT: Final = "运行 index build 可建立索引"


class HybridSearch:
    """Searches the current index of a data folder.

    Everything is loaded at first use, and again when another build has been swapped in. Safe to share
    between threads.

    Args:
        data_dir: the product's data folder.
        model: the embedding model as `index.embedding.load_embedder` takes it.
        documents: gives the documents that answers rest on; without it an index is needed.
        chroma_url: a Chroma server instead of the embedded store.
        embedder: used in place of loading `model`.
    """

    def __init__(
        self,
        data_dir: Path,
        model: str = DEFAULT_MODEL,
        documents: Callable[[], Iterable[Document]] | None = None,
        chroma_url: str | None = None,
        embedder: Embedder | None = None,
    ) -> None:
        self._data_dir = data_dir
        self._model = model
        self._documents = documents
        self._chroma_url = chroma_url
        self._embedder = embedder
        self._words = Words(data_dir / "cache")
        self._lock = threading.RLock()
        self._version: str | None = None
        self._meta: IndexMeta | None = None
        self._lexical: Lexical | None = None
        self._dense: Dense | None = None
        self._dense_tried = False
        self._note = ""
        self._dense_note = ""
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._asked: dict[str, tuple[int, list[Asked]]] = {}

    def search(
        self,
        query: str,
        k: int = 10,
        kinds: Collection[str] | None = None,
        docs: Collection[str] | None = None,
        weights: Weights = HYBRID,
    ) -> list[Hit]:
        """The best passages for a question, best first.

        Args:
            query: the question, any text.
            k: how many at most.
            kinds: only clauses of these kinds.
            docs: only these documents.
            weights: how much each search counts; with `dense` 0 (`index.fusion.LEXICAL`) neither the model
                nor the vector store is loaded.

        Returns:
            What any of the searches found; equal scores in the order of document id and position.
        """
        if k <= 0 or not query.strip():
            return []
        lexical = self._load()
        entries = lexical.passages.entries
        if not entries:
            return []
        depth = max(_DEPTH, 5 * k)
        allowed = _allowed(entries, kinds, docs)
        words, pairs = query_terms("，".join((query, *other_names(query))), self._words)
        raw = lexical.passages.scores(words, pairs, weights, allowed)
        by_question = lexical.questions.scores(words, pairs, weights, allowed[lexical.targets])
        asked = {name: folded(scores, lexical, len(entries)) for name, scores in by_question.items()}
        if weights.dense > 0 and allowed.any():
            self._add_dense(lexical, query, depth, kinds, docs, raw, asked)
        if not raw:
            return []
        fused, parts = fuse(raw, weights, depth)
        if asked and len(lexical.targets) and weights.questions > 0:
            share = np.where(lexical.expanded, weights.questions, 0.0)
            fused = (1 - share) * fused + share * fuse(asked, weights, depth)[0]
        found = np.any([~np.isnan(scores) for scores in (*raw.values(), *asked.values())], axis=0)
        nearest = asked.get("dense")
        return ranked_hits(entries, np.where(found, fused, np.nan), parts, raw, nearest, k)

    def asked(self, query: str, k: int = 10) -> list[Asked]:
        """The `k` nearest of the questions that passages are known to answer, nearest first; none without a model."""
        lexical = self._load()
        dense = self._load_dense() if query.strip() and lexical.questions.entries else None
        if dense is None:
            return []
        with self._lock:
            depth, found = self._asked.get(query, (0, []))
            if depth < k:
                found = self._nearest(lexical, dense, query, k)
                if found:  # a store that failed may be there again the next time
                    _make_room(self._asked)
                    self._asked[query] = k, found
        return found[:k]

    def _nearest(self, lexical: Lexical, dense: Dense, query: str, k: int) -> list[Asked]:
        """What `asked` gives, from the store."""
        vector = self._vector(dense, query)
        try:
            scores = dense.similarities(lexical.questions, vector, k, (QUESTION,), None)
        except StoreError as error:
            self._dense_note = f"{error}，现在只做字面检索；{BUILD_HINT}"
            return []
        places: list[int] = np.flatnonzero(~np.isnan(scores)).tolist()
        places.sort(key=lambda place: (-float(scores[place]), place))
        found = []
        for place in places[:k]:
            entry = lexical.questions.entries[place]
            number = int(entry.id.rpartition("?")[2])
            found.append(Asked(entry.doc, entry.locator, number, round(float(scores[place]), 6)))
        return found

    def leanings(self, query: str) -> dict[Label, float]:
        """How strongly `query` bears each label of the known questions, see `index.labels`; empty without a model."""
        lexical = self._load()
        dense = self._load_dense() if query.strip() and lexical.questions.entries else None
        if dense is None or dense.labeller is None:
            return {}
        return dense.labeller.scores(query, self._vector(dense, query))

    def has_model(self) -> bool:
        """Whether there are vectors, and the model that fits them."""
        self._load()
        return self._load_dense() is not None

    def notes(self) -> tuple[str, ...]:
        """In Chinese, what a reader should know of the index as loaded so far; empty where all is well."""
        return tuple(note for note in (self._note, self._dense_note) if note)

    def warm(self) -> None:
        """Load everything now, so that the first question does not wait."""
        self.search("集群")

    def _load(self) -> Lexical:
        with self._lock:
            version = layout.current_version(self._data_dir)
            if self._lexical is None or version != self._version:
                self._reset(version)
                self._lexical = self._load_lexical()
            return self._lexical

    def _reset(self, version: str | None) -> None:
        self._version = version
        self._meta = layout.read_meta(layout.index_root(self._data_dir) / version) if version else None
        self._dense, self._dense_tried = None, False
        self._vectors.clear()
        self._asked.clear()
        self._note = self._dense_note = ""

    def _load_lexical(self) -> Lexical:
        documents = list(self._documents()) if self._documents is not None else None
        if self._meta is None:
            self._note = f"{'索引不完整' if self._version else '还没有索引'}，现在只做字面检索；{BUILD_HINT}"
        else:
            outdated = _outdated(self._meta, documents)
            try:
                if not outdated or documents is None:
                    return read_lexical(layout.index_root(self._data_dir) / self._meta.version, self._meta)
                self._note = f"索引已过期（{'、'.join(outdated)}）；{BUILD_HINT}"
            except (OSError, ValueError, KeyError, TypeError):
                self._note = f"索引已损坏，现在只做字面检索；{BUILD_HINT}"
        return make_lexical(documents or [], self._words)

    def _add_dense(
        self,
        lexical: Lexical,
        query: str,
        depth: int,
        kinds: Collection[str] | None,
        docs: Collection[str] | None,
        raw: dict[str, FloatArray],
        asked: dict[str, FloatArray],
    ) -> None:
        """Put the similarities of passages into `raw` and those of questions into `asked`."""
        dense = self._load_dense()
        if dense is None:
            return
        vector = self._vector(dense, query)
        passages, questions = lexical.passages, lexical.questions
        try:
            raw["dense"] = dense.similarities(passages, vector, depth, kinds, docs)
            if questions.entries:
                found = dense.similarities(questions, vector, depth, (QUESTION,), docs)
                allowed = _allowed(passages.entries, kinds, docs)[lexical.targets]
                asked["dense"] = folded(np.where(allowed, found, np.nan), lexical, len(passages.entries))
        except StoreError as error:
            raw.pop("dense", None)
            self._dense_note = f"{error}，现在只做字面检索；{BUILD_HINT}"

    def _vector(self, dense: Dense, query: str) -> NDArray[np.float32]:
        """The vector of `query`, float32 [dimension]; those of the last questions are kept."""
        with self._lock:
            if query not in self._vectors:
                _make_room(self._vectors)
                self._vectors[query] = dense.embedder.encode_queries([query])[0]
            return self._vectors[query]

    def _load_dense(self) -> Dense | None:
        with self._lock:
            if not self._dense_tried:
                self._dense_tried = True
                self._dense = self._open_dense()
            return self._dense

    def _open_dense(self) -> Dense | None:
        meta = self._meta
        if meta is None or (self._model == "none" and self._embedder is None):
            return None
        if meta.model is None:
            self._dense_note = f"索引里没有向量，现在只做字面检索；{BUILD_HINT}"
            return None
        try:
            embedder = self._embedder or self._load_matching(meta)
        except ModelUnavailableError as error:
            self._dense_note = f"{error}；现在只做字面检索"
            return None
        fits = embedder is not None and embedder.fingerprint == meta.fingerprint
        if embedder is None or not fits or meta.chroma_url != self._chroma_url:
            self._dense_note = f"索引与所设的语义模型或向量库不符，现在只做字面检索；{BUILD_HINT}"
            return None
        folder = layout.index_root(self._data_dir) / meta.version
        try:
            store = VectorStore(folder / "chroma", self._chroma_url)
            labeller = Labeller.load(folder)
            known = read_lexical(folder, meta)
            hashes = {entry.id: entry.hash for entry in (*known.passages.entries, *known.questions.entries)}
        except (StoreError, OSError, ValueError, KeyError) as error:
            self._dense_note = f"向量库无法打开（{error}），现在只做字面检索；{BUILD_HINT}"
            return None
        return Dense(store, collection_name(meta.instance, meta.version), embedder, hashes, labeller)

    def _load_matching(self, meta: IndexMeta) -> Embedder | None:
        """The embedder, not loaded where its fingerprint alone tells that the index is another model's."""
        fingerprint = model_fingerprint(self._model, self._data_dir)
        if fingerprint is not None and fingerprint != meta.fingerprint:
            return None
        return load_embedder(self._model, self._data_dir)


def _make_room(remembered: dict[str, Any]) -> None:
    """Forget the oldest where as much is remembered as may be."""
    if len(remembered) >= _REMEMBERED:
        remembered.pop(next(iter(remembered)))


def _outdated(meta: IndexMeta, documents: list[Document] | None) -> tuple[str, ...]:
    stamp = corpus_stamp(documents) if documents is not None else meta.corpus
    return stale_reasons(meta, stamp, meta.fingerprint, meta.chroma_url)


def _allowed(
    entries: Sequence[Entry], kinds: Collection[str] | None, docs: Collection[str] | None
) -> np.ndarray:
    if kinds is None and docs is None:
        return np.ones(len(entries), dtype=bool)
    return np.array(
        [(kinds is None or entry.kind in kinds) and (docs is None or entry.doc in docs) for entry in entries],
        dtype=bool,
    )


__all__ = ["BUILD_HINT", "Asked", "Hit", "HybridSearch", "Parts"]
