"""What simpler searches find for the same questions: hit@1 and hit@3 by the keys' addresses.

Every search gets the turns of a conversation as one query. Nothing here answers; only what the
search puts first is compared with the addresses that the key names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from eval.figures import Share
from eval.judge import first_hit, near
from eval.question import Question
from index.corpus import Corpus
from index.documents import Document

if TYPE_CHECKING:
    from assistant.answering.service import Assistant
    from index.embedding import Embedder

_TOP: Final = 3
_CHUNK_CHARS: Final = 512
_CHUNK_OVERLAP: Final = 64

Search = Callable[[str], Sequence[tuple[str, str]]]


@dataclass(frozen=True)
class Baseline:
    """What one search found."""

    name: str
    hit1: Share
    hit3: Share


def compare(
    questions: Sequence[Question], corpus: Corpus, assistant: Assistant, embedder: Embedder | None
) -> list[Baseline]:
    """Measure the product's search and the simpler ones.

    Args:
        questions: those whose key names an address count.
        corpus: the documents.
        assistant: the product.
        embedder: the product's embedding model; without it only lexical searches are measured.
    """

    def product(query: str) -> list[tuple[str, str]]:
        return [(passage.doc, passage.locator) for passage in assistant.search(query, _TOP)]

    keyed = [question for question in questions if question.cite]
    result = [
        _measure("product's search", keyed, corpus, product),
        _measure("BM25 alone, jieba words", keyed, corpus, _bm25(corpus)),
    ]
    if embedder is not None:
        result.append(_measure("dense alone", keyed, corpus, _dense(corpus, embedder)))
        result.append(_plain_pipeline(keyed, corpus, embedder))
    return result


def _query(question: Question) -> str:
    return " ".join(question.turns)


def _measure(name: str, keyed: Sequence[Question], corpus: Corpus, search: Search) -> Baseline:
    return _baseline(name, [first_hit(question.cite, search(_query(question)), corpus) for question in keyed])


def _baseline(name: str, ranks: Sequence[int | None]) -> Baseline:
    hits = [Share(sum(near(rank, k) for rank in ranks), len(ranks)) for k in (1, _TOP)]
    return Baseline(name, *hits)


def _best(scores: Any, places: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    order = sorted(range(len(places)), key=lambda number: -float(scores[number]))
    return [places[number] for number in order[:_TOP]]


def _bm25(corpus: Corpus) -> Search:
    from index.analysis import Words
    from index.lexical import LexicalIndex
    from index.nodes import make_nodes

    words = Words()
    nodes = make_nodes(corpus.documents.values())
    places = [(node.doc, node.locator) for node in nodes]
    lexical = LexicalIndex.build([words(node.text) for node in nodes])
    return lambda query: _best(lexical.scores(words(query)), places)


def _dense(corpus: Corpus, embedder: Embedder) -> Search:
    from index.nodes import make_nodes

    nodes = make_nodes(corpus.documents.values())
    places = [(node.doc, node.locator) for node in nodes]
    vectors = embedder.encode_passages([node.text for node in nodes])
    return lambda query: _best(vectors @ embedder.encode_queries([query])[0], places)


def _plain_pipeline(keyed: Sequence[Question], corpus: Corpus, embedder: Embedder) -> Baseline:
    """A llama-index pipeline out of the box but for its splitter: chunks of 512 characters, same model.

    The splitter that llama-index takes by default needs English NLTK data; `TokenTextSplitter` counting
    characters does not. A chunk names no address, so it is credited generously: with every address of
    which it holds half the text.
    """
    from llama_index.core import Document as LlamaDocument
    from llama_index.core import VectorStoreIndex
    from llama_index.core.node_parser import TokenTextSplitter

    splitter = TokenTextSplitter(
        chunk_size=_CHUNK_CHARS,
        chunk_overlap=_CHUNK_OVERLAP,
        tokenizer=list,
        separator="\n",
        include_metadata=False,
    )
    documents = [
        LlamaDocument(text=document.body, doc_id=document.id) for document in corpus.documents.values()
    ]
    index = VectorStoreIndex.from_documents(
        documents, transformations=[splitter], embed_model=_llama_embedding(embedder)
    )
    retriever = index.as_retriever(similarity_top_k=_TOP)
    ranks = []
    for question in keyed:
        wanted = [address for alternatives in question.cite for address in alternatives]
        chunks = [_chunk_place(hit.node, corpus) for hit in retriever.retrieve(_query(question))]
        hits = (rank for rank, chunk in enumerate(chunks, 1) if any(_holds(chunk, w, corpus) for w in wanted))
        ranks.append(next(hits, None))
    return _baseline("plain llama-index pipeline", ranks)


def _llama_embedding(embedder: Embedder) -> Any:
    from llama_index.core.base.embeddings.base import BaseEmbedding

    class SameModel(BaseEmbedding):
        """The product's model behind llama-index's interface."""

        def _get_text_embedding(self, text: str) -> list[float]:
            return [float(value) for value in embedder.encode_passages([text])[0]]

        def _get_query_embedding(self, query: str) -> list[float]:
            return [float(value) for value in embedder.encode_queries([query])[0]]

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

    return SameModel(model_name=embedder.name)


def _chunk_place(node: Any, corpus: Corpus) -> tuple[Document, int, int]:
    document = corpus.documents[node.ref_doc_id]
    start = node.start_char_idx if node.start_char_idx is not None else document.body.find(node.text)
    return document, start, start + len(node.text)


def _holds(chunk: tuple[Document, int, int], wanted: str, corpus: Corpus) -> bool:
    document, start, end = chunk
    wanted_doc, _, locator = wanted.partition("#")
    if wanted_doc != document.id:
        return False
    if locator == "*":
        return True
    clause = corpus.clause(wanted_doc, locator)
    if clause is None:
        return False
    first, last = span(document, clause.locator)
    shared = min(end, last) - max(start, first)
    return shared > 0 and (2 * shared >= last - first or (first <= start and end <= last))


def span(document: Document, locator: str) -> tuple[int, int]:
    """Where a clause with all below it begins and ends in the document's body."""
    inside = {clause.locator for clause in document.subtree(locator)}
    offset, first, last = 0, -1, -1
    for clause in document.clauses:
        if clause.locator in inside:
            first = offset if first < 0 else first
            last = offset + len(clause.text)
        offset += len(clause.text)
    return first, last
