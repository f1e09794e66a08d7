"""Addresses that only the documents' own structure resolves: 办法十二, 最后一条, 下一行, 声明里第2项."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from assistant.conversation.addresses import find_addresses, plain
from assistant.conversation.bodies import bodies_in
from assistant.conversation.place import Place, reference
from assistant.conversation.slots import contest_stage_in
from assistant.conversation.table_rows import row_of_table
from index.clauses import Clause
from index.corpus import Corpus
from index.documents import Document
from index.numerals import parse_numeral, to_chinese
from index.parsing.markers import without_marker

_N = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
# What follows a name: 办法|十二, 方案|，三里头的第2点, 重点任务|六. What may stand after it, lest 办法一共 be an address.
_IN = r"[的里面头中之内,，、:：\s]*"
_AFTER_NAME = re.compile(
    rf"^》?{_IN}第?[（(]?(?P<n>{_N})[)）]?(?:部分|[大小]?项|[大小]?点|条|(?<=第.)个|(?<=第..)个)?"
    rf"(?:{_IN}[.．点-]?第?[（(]?(?P<m>{_N})[)）]?[大小]?[项款点条]?)?"
    r"(?=$|[\s,，。？?！!；;：:的里是讲说写怎什呢叫规内原全]|都|提|到底)"
)
_END = re.compile(
    rf"(?:(?P<last>最后|最末|末尾?)的?[那这]?一?|倒数第?(?P<back>{_N}))的?(?P<unit>条|章|项|款|个|行|家|名|位|段|部分|点|单位|部门|集群|园区)"
)
_ROW_UNITS = ("个", "行", "家", "名", "位", "单位", "部门", "集群", "园区")
_COUNTS = re.compile(r"(?:几|多少|哪些|哪几)(?:个|大)?(?:[条章款]|部分|板?块)")
_OPENING = re.compile(r"开头|开篇|前言|第一段|首段")
_UNITS = {
    "条": (("article",), ("section",), ("item",)),
    "章": (("chapter",),),
    "段": (("closing",), ("article",)),
    "部分": (("section",), ("chapter",)),
    "项": (("section",), ("item", "subitem")),
    "点": (("section",), ("item", "subitem")),
}
_PARTS = ("item", "subitem", "row", "section")
# Nouns by which a document is meant only where they do not belong to another thing.
_NOT_BEFORE = re.compile(r"(?:实施|申报|当年|竞赛|培育发展)$")
# What is asked of documents as such: 名单是哪个单位发的, 办法和通知哪个在前.
_OF_DOCUMENTS = re.compile(
    r"(?:哪天|哪年|哪一年|什么时候|何时|几号|几月|哪个单位|哪个部门|谁)[^，。,？?]{0,4}(?:印发|发布|出台|公布|发的|生效|施行|实施)|(?:印发|发布|公布|施行|生效)[^，。,？?]{0,6}(?:几号|哪天|日期|时间|什么时候|哪年)|"
    r"文号|哪一?[个份](?:文件)?(?:在前|在先|更?早|更?晚|更?新|更?旧)|先后|按时间排|有效期|还有效|过期|失效|到期|正式文件|修订过|废止|取代|代替|顶掉|顶替|(?:是|属于)哪一?年(?:的|出)"
)
_OF_LISTS = re.compile(r"集群(?!管理办法|规划|培育|发展规划)|培育对象|结果|称号|牌")
_TITLE = (4, 24)  # characters of a title that can be named in passing


# An address that counts within something named elsewhere in the question (声明里第2项, 提纲的第三部分).
_BARE_PART = re.compile(r"第([一二三四五六七八九十]+)项|([一二三四五六七八九十]+)")


class Structure:
    """Reads addresses with the documents at hand.

    Args:
        corpus: the documents.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @cached_property
    def _nouns(self) -> dict[str, str]:
        """Last word of titles and usual names → the only document that it belongs to (办法, 方案, 名单)."""
        owners: dict[str, set[str]] = {}
        for document in self._documents:
            for name in (document.title, *document.aliases):
                owners.setdefault(plain(name)[-2:], set()).add(document.id)
        # 「7号文」 is not 「82号文」
        return {
            noun: next(iter(ids))
            for noun, ids in owners.items()
            if len(ids) == 1 and len(noun) == 2 and noun != "号文"
        }

    @property
    def _documents(self) -> tuple[Document, ...]:
        return tuple(self._corpus.documents.values())

    def resolved(
        self, text: str, documents: tuple[str, ...], locators: tuple[str, ...]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Documents and addresses of a question, with what only the structure of the documents tells.

        Args:
            text: stand-alone question.
            documents: ids of documents named in full.
            locators: addresses found by their wording alone.
        """
        if place := reference(text, self._corpus):
            return (place.doc,), (place.locator,)
        folded = plain(text)
        if not locators and _OF_DOCUMENTS.search(folded) and not _OF_LISTS.search(folded):
            documents = self.named_by_nouns(folded, documents)
        named = documents or self.hinted(text)
        bare = _BARE_PART.fullmatch(locators[0]) if len(locators) == 1 else None
        places: tuple[Place, ...] = ()
        if not locators and (
            row := row_of_table(folded, [d for d in self._documents if not named or d.id in named])
        ):
            places = (row,)
        elif bare and not documents:
            places = self.below_title(text, parse_numeral(bare[1] or bare[2]), named)
        elif _END.search(folded) or (documents and _OPENING.search(folded)):
            inside = [address.locator for address in find_addresses(_END.sub(" ", folded))]
            places = self.at_an_end(text, named, inside)
        elif len(locators) == 2 and locators[0].endswith("章") and "条" in locators[1]:
            places = self._of_chapter(named, *locators)
        elif not locators:
            places = self.after_names(text, documents) or self._counted_chapter(folded, named)
        elif len(locators) == 1:
            places = self._row_named(text, named, locators[0])
        if not places:
            return (named if locators or _COUNTS.search(folded) else documents), locators
        return tuple(dict.fromkeys(place.doc for place in places)), tuple(
            dict.fromkeys(place.locator for place in places)
        )

    def _of_chapter(self, documents: Sequence[str], chapter: str, article: str) -> tuple[Place, ...]:
        """第三章第二条: the article, where the chapter has it, else the second article of that chapter."""
        for document in self._documents:
            if (documents and document.id not in documents) or document.clause(chapter) is None:
                continue
            inside = [c.locator for c in document.children(chapter) if c.kind == "article"]
            if article.split("（")[0] in inside:
                return (Place(document.id, article),)
            number = parse_numeral(article[1 : article.index("条")])
            if 0 < number <= len(inside):
                return (Place(document.id, inside[number - 1]),)
        return ()

    def _row_named(self, text: str, documents: Sequence[str], locator: str) -> tuple[Place, ...]:
        """附件1省商务厅: the row of an annex that is named by what it is about."""
        bodies = bodies_in(text)
        return tuple(
            Place(document.id, f"{locator} {body}")
            for document in self._documents
            for body in bodies
            if (not documents or document.id in documents) and document.clause(f"{locator} {body}")
        )

    def _counted_chapter(self, folded: str, documents: Sequence[str]) -> tuple[Place, ...]:
        """附则有哪几条: the chapter whose title is given, where its articles are asked for."""
        if not _COUNTS.search(folded):
            return ()
        chapters = [
            (Place(document.id, clause.locator), plain(without_marker(clause.text).split("\n")[0]).strip())
            for document in self._documents
            for clause in document.clauses
            if clause.kind == "chapter" and (not documents or document.id in documents)
        ]
        # 「管理办法有几条」 names the document, no chapter 「管理」
        for document in self._documents:
            for name in (document.title, *document.aliases):
                folded = folded.replace(plain(name), " ")
        found = [(place, title) for place, title in chapters if len(title) > 1 and title in folded]
        return (max(found, key=lambda item: len(item[1]))[0],) if found else ()

    def hinted(self, text: str) -> tuple[str, ...]:
        """The document that `text`, which gives an address, means by a noun alone (方案第二部分, 名单附件4)."""
        folded = plain(text)
        found = [doc for _, _, doc in self._noun_spans(folded)]
        return tuple(dict.fromkeys(found)) if len(set(found)) == 1 else ()

    def named_by_nouns(self, folded: str, documents: tuple[str, ...]) -> tuple[str, ...]:
        """Documents named in full, and those meant by a noun alone, where their dates are asked for."""
        return tuple(dict.fromkeys((*documents, *(doc for _, _, doc in self._noun_spans(folded)))))

    def _noun_spans(self, folded: str) -> Iterator[tuple[int, int, str]]:
        for noun, doc in self._nouns.items():
            for match in re.finditer(re.escape(noun), folded):
                if not _NOT_BEFORE.search(folded[: match.start()]):
                    yield match.start(), match.end(), doc

    def _name_spans(self, folded: str, documents: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Where names of documents end in a text, longest names first."""
        spans = []
        for document in self._documents:
            names = (document.title, document.number, document.id, *document.aliases)
            for name in filter(None, map(plain, names)):
                spans += [(m.start(), m.end(), document.id) for m in re.finditer(re.escape(name), folded)]
        spans += list(self._noun_spans(folded))
        for _, end, doc in sorted(spans, key=lambda span: span[0] - span[1]):
            if not documents or doc in documents:
                yield end, doc

    def after_names(self, text: str, documents: Sequence[str]) -> tuple[Place, ...]:
        """Places given by numbers alone behind the name of a document or of a section (办法十二, 重点任务六)."""
        folded = plain(text)
        for document in self._documents:
            if documents and document.id not in documents:
                continue
            for clause, title in self._titled(document):
                end = folded.find(title) + len(title)
                found = _AFTER_NAME.match(folded[end:]) if end >= len(title) else None
                if found and (inner := self._child(document, clause.locator, parse_numeral(found["n"]))):
                    return (Place(document.id, inner),)
        for end, doc in self._name_spans(folded, documents):
            found = _AFTER_NAME.match(folded[end:])
            if found and (place := self._numbered(self._corpus.documents[doc], found)):
                return (place,)
        return ()

    def _numbered(self, document: Document, found: re.Match[str]) -> Place | None:
        number = parse_numeral(found["n"])
        chinese = to_chinese(number)
        base = next(
            (name for name in (f"第{chinese}条", f"第{chinese}项", chinese) if document.clause(name)), None
        )
        if base is None:
            top = [c.locator for c in document.clauses if c.kind == "section" and c.parent is None]
            if 0 < number <= len(top):
                base = top[number - 1]
            elif any(c.kind == "article" for c in document.clauses):
                base = f"第{chinese}条"
        if base is None:
            return None
        if found["m"]:
            inner = parse_numeral(found["m"])
            return Place(document.id, self._child(document, base, inner) or f"{base}（{to_chinese(inner)}）")
        return Place(document.id, base)

    def _titled(self, document: Document) -> Iterator[tuple[Clause, str]]:
        """Parts of a document that consist of numbered parts, with their title, folded."""
        for clause in document.clauses:
            title = plain(without_marker(clause.text).strip().split("\n")[0]).strip()
            if clause.kind == "section" and _TITLE[0] <= len(title) <= _TITLE[1]:
                yield clause, title

    def _child(self, document: Document, container: str, number: int) -> str | None:
        """The `number`-th of what `container` consists of, by its own number where it has one."""
        for locator in (
            f"{container}（{to_chinese(number)}）",
            f"{container} {number}",
            f"{container} 序号{number}",
        ):
            if document.clause(locator):
                return locator
        inside = [c for c in document.subtree(container) if c.kind in _PARTS and c.locator != container]
        # a section that only holds one other counts for it (六 → 6.1)
        numbered = [c for c in inside if re.search(rf" {number}$|（{to_chinese(number)}）$", c.locator)]
        if numbered:
            return numbered[0].locator
        rows = [c for c in inside if c.kind == "row"]
        return rows[number - 1].locator if 0 < number <= len(rows) and "序号" not in rows[0].locator else None

    def below_title(self, text: str, number: int, documents: Sequence[str]) -> tuple[Place, ...]:
        """Part `number` of the section whose title `text` gives (真实性声明里第2项); the section if it has none such."""
        folded = re.sub(r"\s", "", plain(text))
        stage = contest_stage_in(folded)
        named = [
            Place(document.id, clause.locator)
            for document in self._documents
            if not documents or document.id in documents
            for clause, title in self._titled(document)
            if (title in folded or title[-4:] in folded)
            and (stage is None or clause.locator.split(" ")[0] not in {"初赛", "决赛"} - {stage})
        ]
        inner = [
            Place(place.doc, child)
            for place in named
            if (child := self._child(self._corpus.documents[place.doc], place.locator, number))
        ]
        # without such a part the innermost of those named, of each form
        last = {(place.doc, place.locator.split(" ")[0]): place for place in named}
        return tuple(dict.fromkeys(inner or last.values()))

    def at_an_end(self, text: str, documents: Sequence[str], locators: Sequence[str]) -> tuple[Place, ...]:
        """最后一条, 附件4倒数第二个: counted from the end of the clause or document named."""
        folded = plain(text)
        documents_named = [d for d in self._documents if not documents or d.id in documents]
        match = _END.search(folded)
        if match is None or (match["unit"] == "段" and not locators):
            edge = "前言" if _OPENING.search(folded) else "结语"
            found = [Place(d.id, edge) for d in documents_named if documents and d.clause(edge)]
            if found or match is None:
                return tuple(found)
        back = parse_numeral(match["back"]) if match["back"] else 1
        for kinds in _UNITS.get(match["unit"], (_PARTS,)):
            for document in documents_named:
                titled = (c.locator for c, title in self._titled(document) if title in folded)
                container = locators[0] if locators else next(titled, None)
                inside = self._counted(document, container, match["unit"], kinds)
                if 0 < back <= len(inside):
                    return (Place(document.id, inside[-back].locator),)
        return ()

    @staticmethod
    def _counted(
        document: Document, container: str | None, unit: str, kinds: tuple[str, ...]
    ) -> tuple[Clause, ...]:
        """What `container`, or the document, consists of, as `unit` counts it."""
        if container is None:
            return tuple(c for c in document.clauses if c.kind in kinds) if unit in _UNITS else ()
        clause = document.find(container)
        inside = tuple(document.subtree(clause.locator))[1:] if clause else ()
        rows = tuple(c for c in inside if c.kind == "row")
        return rows if rows and unit in _ROW_UNITS else tuple(c for c in inside if c.kind in kinds)
