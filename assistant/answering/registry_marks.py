"""Citations of the rows that clusters have in the lists."""

from __future__ import annotations

from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.registry import Cluster


def row_mark(cluster: Cluster, composer: Composer, context: Context) -> str:
    """The mark of the row of `cluster`; "" for a list that is not a document of the corpus."""
    document = context.corpus.documents.get(cluster.source_doc)
    if document is None or document.clause(cluster.source_locator) is None:
        return ""
    return composer.cite(cluster.source_doc, cluster.source_locator)


def other_mark(source: str, composer: Composer, context: Context) -> str:
    """The mark of the row of another list, given as `document locator`; "" where the corpus has no such row."""
    doc, _, locator = source.partition(" ")
    document = context.corpus.documents.get(doc)
    return composer.cite(doc, locator) if document and document.clause(locator) else ""
