"""Names that the documents themselves give: named sections and the keys of table rows."""

from __future__ import annotations

import re
from functools import cached_property

from assistant.conversation.lexicon import fold
from index.corpus import Corpus
from index.parsing.markers import without_marker

_NUMBERED = re.compile(r"^(?:第|附件|初赛|决赛|前言|结语|[一二三四五六七八九十\d])")
_KEY = (2, 24)  # characters of a cell that can name its row


class Gazetteer:
    """Look-up of section titles and row keys in running text.

    Args:
        corpus: the documents.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @cached_property
    def _sections(self) -> dict[str, str]:
        """Folded title → locator of sections that are named and not numbered."""
        return {
            fold(clause.locator.split("（")[0]): clause.locator.split("（")[0]
            for clause in self._corpus
            if not _NUMBERED.match(clause.locator) and " " not in clause.locator
        }

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        """Cells of rows of which a question can name one, longest first."""
        cells = {
            value
            for clause in self._corpus
            if clause.kind == "row" and not clause.locator.startswith(("初赛", "决赛"))
            for _, value in clause.cells
            if _KEY[0] <= len(value) <= _KEY[1] and not value.isdigit()
        }
        return tuple(sorted(cells, key=lambda value: (-len(value), value)))

    def sections_in(self, text: str, documents: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Locators of the named sections that `text` mentions (保障措施).

        Args:
            text: a question.
            documents: ids of documents that it names; of their sections the last word is enough (措施).
        """
        folded = fold(text)
        whole = tuple(locator for title, locator in self._sections.items() if title in folded)
        if whole or not documents:
            return whole
        own = {
            clause.locator
            for identifier in documents
            for clause in self._corpus.documents[identifier].clauses
        }
        return tuple(
            locator for title, locator in self._sections.items() if locator in own and title[-2:] in folded
        )

    def items_in(self, text: str) -> tuple[str, ...]:
        """Locators of the items of named sections that `text` gives (保障措施（三）)."""
        folded = re.sub(r"\s", "", fold(text))
        # 「保障措施（六）」 is an address too, though there is none such
        beyond = [
            f"{locator}（{numeral}）"
            for title, locator in self._sections.items()
            for numeral in re.findall(
                rf"{re.escape(title)}的?第?[(（]([一二三四五六七八九十]{{1,2}})[)）]", folded
            )
        ]
        known = tuple(
            clause.locator
            for clause in self._corpus
            if "（" in clause.locator
            and not _NUMBERED.match(clause.locator)
            and fold(clause.locator) in folded
        )
        return tuple(dict.fromkeys((*known, *beyond)))

    @cached_property
    def _titles(self) -> dict[str, str]:
        """Folded title → locator of chapters and sections (总则 → 第一章), 前言 and 结语 included."""
        titles: dict[str, str] = {"前言": "前言", "结语": "结语"}
        for clause in self._corpus:
            if clause.kind in ("chapter", "section", "item"):
                title = re.split(r"[。\n]", without_marker(clause.text))[0].strip()
                if 2 <= len(title) <= _KEY[1]:
                    titles.setdefault(fold(title), clause.locator)
        return titles

    def title_at(self, text: str) -> str | None:
        """The locator of the part whose title `text` is, and nothing more."""
        return self._titles.get(re.sub(r"\s", "", fold(text)))

    def keys_in(self, text: str) -> tuple[str, ...]:
        """Cells of tables that stand in `text`, longest first; a part of a longer one does not count."""
        folded, found = fold(text), []
        for key in self._keys:
            if fold(key) in folded:
                folded = folded.replace(fold(key), "\0")
                found.append(key)
        return tuple(found)
