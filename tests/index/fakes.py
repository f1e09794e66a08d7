"""Small documents and a deterministic embedder for the tests of the index."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from index.clauses import Clause, ClauseKind
from index.documents import Document
from index.embedding import Vectors, normalised


class HashEmbedder:
    """Adds up one fixed direction per character: texts that share characters are near each other."""

    def __init__(self, fingerprint: str = "fake-1", dimensions: int = 64) -> None:
        self.name = "fake"
        self.dimensions = dimensions
        self.fingerprint = fingerprint
        self.passages: list[str] = []
        self.queries: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        self.queries.extend(texts)
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.passages.extend(texts)
        return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            for letter in text:
                seed = zlib.crc32(letter.encode())
                vectors[row, seed % self.dimensions] += 1.0 if seed & 0x10000 else -1.0
        return normalised(vectors)


def clause(
    doc: str,
    order: int,
    locator: str,
    text: str,
    kind: ClauseKind = "article",
    parent: str | None = None,
    headings: tuple[str, ...] = (),
    cells: tuple[tuple[str, str], ...] = (),
) -> Clause:
    return Clause(doc, locator, text, kind, parent, headings, order, cells)


def document(doc: str, title: str, clauses: Sequence[Clause], added: bool = False) -> Document:
    return Document(
        id=doc,
        title=title,
        number="",
        issuer="",
        issued=None,
        published=None,
        expires=None,
        status="现行",
        repeals=(),
        source="",
        official=True,
        aliases=(),
        errata=(),
        added=added,
        body="".join(clause.text for clause in clauses),
        clauses=tuple(clauses),
    )


def articles(doc: str, title: str, texts: Sequence[str], added: bool = False) -> Document:
    """A document of articles without chapters."""
    numerals = "一二三四五六七八九十"
    return document(
        doc,
        title,
        [
            clause(doc, order, f"第{numerals[order]}条", f"第{numerals[order]}条 {text}\n")
            for order, text in enumerate(texts)
        ],
        added,
    )


def rules() -> Document:
    return articles(
        "rules",
        "苗圃评比办法",
        [
            "苗圃评比每两年举行一次，由林业站组织。",
            "每个乡镇参加评比的苗圃不超过三个。",
            "评比分为初评和终评，终评由专家现场打分。",
            "获奖苗圃由县政府给予资金奖励。",
        ],
    )


def listing() -> Document:
    rows = [("红枫苗圃", "甲乡合作社"), ("银杏苗圃", "乙乡合作社"), ("香樟苗圃", "丙镇林场")]
    clauses = [clause("listing", 0, "附件1", "附件1 获奖苗圃名单\n", "annex")]
    clauses.append(
        clause("listing", 1, "附件1 表", "序号 | 苗圃名称 | 承办单位\n", "table", "附件1", ("获奖苗圃名单",))
    )
    for number, (name, owner) in enumerate(rows, start=1):
        clauses.append(
            clause(
                "listing",
                number + 1,
                f"附件1 序号{number}",
                f"{number} | {name} | {owner}\n",
                "row",
                "附件1",
                ("获奖苗圃名单",),
                (("序号", str(number)), ("苗圃名称", name), ("承办单位", owner)),
            )
        )
    return document("listing", "关于公布获奖苗圃名单的通知", clauses)
