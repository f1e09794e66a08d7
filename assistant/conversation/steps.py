"""「下一条呢」, 「上一行」: the clause before or after the one that the turn before was about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.conversation.addresses import find_addresses, plain
from assistant.conversation.place import Place
from assistant.retrieval.address import found_in
from index.clauses import Clause
from index.corpus import Corpus
from index.documents import Document
from index.numerals import parse_numeral, to_chinese

_STEP = re.compile(
    r"^\W*(?:那么?|请|看|再|接着|继续|然后|往)*\s*(?P<way>下|后|上|前|接下来|底下|紧接着)(?:面|边|来|去)?的?(?:那|这)?[一1]?\s*"
    r"(?P<unit>条|项|章|款|点|个|行|位|家|名|栏|节|段|部分|页|句)?(?:单位|部门|集群|园区|企业)?(?:的?(?:呢|是什么|是啥|是谁|是哪个|说什么|讲什么|怎么说|写的?什么|说的?啥|讲的?啥|内容|原文|是哪[个家]?|叫什么|又是什么|又说什么))*\W*$"
)
_ONWARD = re.compile(r"^\W*(?:那|再|往)*(?:接下来|紧接着|再下|往下)")
# 「第八条后面是第几条」「第八条的下一条」
_BESIDE = re.compile(
    r"的?(?:(?:后|前|下|上)(?:面|边|头)的?(?:那|一|是|第几|哪一?|什么)*条|(?:下|上|后|前)一?条|(?:后|下)面(?:是|写|讲)(?:什么|啥))"
)
_STEP_INSIDE = re.compile(
    r"(?P<way>上|下|前|(?<!最)后)一?(?P<unit>条|章|款|项(?!目|工)|节|行)(?!件|规定的?时间)"
)


_LAST_NUMBER = re.compile(r"(?:\d+|[一二三四五六七八九十百]+)(?=[条章项）]?$)")


class Steps:
    """Resolves addresses that count from another one.

    Args:
        corpus: the documents.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def stepped(self, text: str, documents: Sequence[str], locator: str) -> str | None:
        """The address that 「下一条呢」 means after `locator`; None where `text` asks for nothing of the kind."""
        folded = plain(text)
        match = _STEP.match(folded)
        if match and (match["unit"] or _ONWARD.search(folded)):
            return self._neighbour(
                documents, locator, -1 if match["way"] in "上前" else 1, match["unit"] or ""
            )
        inside = _STEP_INSIDE.search(folded)
        place = (
            self._neighbour(documents, locator, -1 if inside["way"] in "上前" else 1, inside["unit"])
            if inside
            else None
        )
        if inside is None or place is None:
            return None
        doc, _, address = place.rpartition("#")
        return f"{doc} {folded[: inside.start()]}{address}{folded[inside.end() :]}".strip()

    def beside(self, text: str) -> str:
        """`text` with an address counted from another in it put in its place (第八条后面一条 → 第九条)."""
        folded = plain(text)
        found = find_addresses(folded)
        match = _BESIDE.match(folded, found[0].end) if found else None
        if match is None or any(address.start >= match.end() for address in found[1:]):
            return text
        step = -1 if re.search("[上前]", match.group()) else 1
        place = self._neighbour((), found[0].locator, step, "条")
        return f"{folded[: found[0].start]}{place}{folded[match.end() :]}" if place else text

    def _neighbour(self, documents: Sequence[str], locator: str, step: int, unit: str) -> str | None:
        named = [
            document
            for document in self._corpus.documents.values()
            if not documents or document.id in documents
        ]
        exact = [clause for document in named if (clause := document.clause(locator))]
        clause = next(iter(exact), None) or next(
            (clause for document in named if (clause := found_in(document, locator))), None
        )
        if clause is None:
            return None
        document = self._corpus.documents[clause.doc]
        if unit in ("条", "章") and clause.kind in ("item", "subitem") and "条" in clause.locator:
            clause = document.clause(clause.locator.split("（")[0]) or clause
        if unit == "章" and clause.kind == "article" and clause.parent:
            clause = document.clause(clause.parent) or clause
        alike = self._row_of(document, clause)
        position = alike.index(clause) + step
        if 0 <= position < len(alike):
            place = Place(document.id, alike[position].locator)
            return str(place) if documents else _short(place)
        # past the end: an address that does not exist, so that the answer tells how far the document goes
        return _short(Place(document.id, _LAST_NUMBER.sub(lambda m: _moved(m.group(), step), clause.locator)))

    @staticmethod
    def _row_of(document: Document, clause: Clause) -> list[Clause]:
        """The clauses among which `clause` is counted: rows of its table, articles of the whole document."""
        dotted = "." in clause.locator
        return [
            other
            for other in document.clauses
            if other.kind == clause.kind
            and (other.parent == clause.parent or clause.kind not in ("row", "subitem"))
            and ("." in other.locator) == dotted
        ]


def _short(place: Place) -> str:
    """The address alone where it is read as one, else with its document."""
    found = find_addresses(place.locator)
    return place.locator if [address.locator for address in found] == [place.locator] else str(place)


def _moved(numeral: str, step: int) -> str:
    number = max(parse_numeral(numeral) + step, 0)
    return str(number) if numeral.isdigit() else to_chinese(number)
