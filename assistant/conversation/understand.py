"""From a question to its plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from assistant.conversation import slots
from assistant.conversation.addresses import without_addresses
from assistant.conversation.clues import Clues
from assistant.conversation.clusters_named import clusters_named, other_clusters
from assistant.conversation.english import is_english, to_chinese_words
from assistant.conversation.expected import asks_permission, expected_answer
from assistant.conversation.fillers import without_fillers
from assistant.conversation.followup import standalone_question
from assistant.conversation.gazetteer import Gazetteer
from assistant.conversation.homophones import Homophones
from assistant.conversation.kinds import kind_of
from assistant.conversation.lexicon import concepts_in, content_words, fold
from assistant.conversation.own_place import innermost, without_own_place
from assistant.conversation.plan import Plan
from assistant.conversation.reasons import without_reason
from assistant.conversation.steps import Steps
from assistant.conversation.structure import Structure
from assistant.conversation.topics import topics_in
from assistant.registry import ClusterMatch, Registry
from assistant.registry.selection import Wanted, annexes_in, select
from assistant.registry.trades import trades_in
from index.corpus import Corpus

# What may stand beside an address when nothing but its text is wanted.
_TEXT_WANTED = re.compile(
    r"分工表|在哪儿?|哪里|有没有|存在|啥|咋|[这那]一?[项条款章点]|第?[一二三四五六七八九十0-9]+句话?|(?:20)?[0-9]{2}年(?:的|版|那[个份])?|给出|标题|名称|抄|(?:最后|倒数第?)[一二三四五六七八九十]?句话?|是什么|什么|内容|原文|全文|怎么|如何|规定|说的?|写的?|讲的?|请|谁|给我|看看|看一下|查一下|查|显示|念|读|一下|"
    r"一个?字(?:都)?(?:不|别)(?:改|差|漏|动)地?|(?:我|我们)?(?:要|好)?写(?:进?(?:材料|汇报|文件|请示|报告|方案|总结|通知)里?)?(?:要|好)?用?|叫|帮我|我想|想|看|呢|吗|的|了|是|有|哪些|具体|里面|里|条款|条文|办法|管理办法|工作方案|通知|方案|这|那|"
    r"请把|把|发给|发|谢谢|麻烦|您好|你好|原话|贴|复制|引用|解释|意思|讲|要点|主要|大意|念|朗读|帮忙|求|具体|到底|"
    r"完整|全部|规定内容|条款内容|部分|这部分|分别|各自|和|与|及|、|说|讲|下|上|一|个|都|告诉|我|中|关于|现行|这个|这条|那条|在|为|：|:|#|,|，|。|\?|？|!|！|《|》|“|”|\"|\s"
)
# What gives an address beside the names of documents and titles.
_COUNTING = re.compile(
    r"最后|最末|倒数|[第一二三四五六七八九十0-9大小点项部分条款章个行段家名位末尾头开之.（）()]"
)
_ITEM = re.compile(r"^第([一二三四五六七八九十]+)[项条]$")
# 「它们的促进组织各是谁」: the rows that the turn before was about.
_THE_SET = re.compile(r"它们|他们|这些|那些|[这那][几两三]个|各自|各是|各叫|各在|分别|都是谁|都叫|都在|都属")
_SEAM = re.compile(r"(?<=[一-鿿]) (?=[一-鿿])")  # a blank between Chinese words
_MOST_MEANT = 15
_WHOLE = 94.0  # match score from which a question gives a cluster's name as a whole, with its place


class Understander:
    """Turns questions into plans.

    Args:
        corpus: the documents that a question may name.
        registry: the clusters and divisions that a question may name.
    """

    def __init__(self, corpus: Corpus, registry: Registry) -> None:
        self.corpus = corpus
        self.registry = registry

    def plan(self, question: str, history: Sequence[str] = ()) -> Plan:
        """The plan of `question`, given the user's turns before it, oldest first."""
        previous: Plan | None = None
        for turn in history:
            plan = self._plan(turn, previous)
            if previous is None or plan.kind not in ("empty", "small_talk"):  # thanks change no subject
                previous = plan
        return self._plan(question, previous)

    def _plan(self, question: str, previous: Plan | None) -> Plan:
        asked = question
        if is_english(question):
            question = _SEAM.sub("", to_chinese_words(question)) or question
        if previous is None:
            question = without_fillers(question)
        question, slips = self._homophones.corrected(without_reason(question))
        question = without_own_place(question, self.registry.divisions_in)
        text = standalone_question(question, self._with_implied(previous), self._names, self._steps)
        text = self._steps.beside(text)
        concepts = concepts_in(text)
        documents = slots.documents_in(text, self.corpus.documents.values())
        sections = self._gazetteer.sections_in(text, documents)
        locators = tuple(
            dict.fromkeys((*self._gazetteer.items_in(text), *_inside(sections, slots.locators_in(text))))
        )
        typed = locators
        documents, locators = self._structure.resolved(text, documents, locators)
        named = self._clusters(text)
        # words of a cluster's own name (绿色化工) are no topic of the rules
        topics = topics_in(_less(text, named))
        if (
            not locators
            and not topics
            and (titled := self._gazetteer.title_at(self._less_names(text, documents)))
        ):
            locators = (titled,)
        # a follow-up carries the turn before with it; what it asks is said by its own words, if they say it
        expected = expected_answer(question, concepts_in(question))
        if expected == "text" and text != question:
            expected = expected_answer(text, concepts)
        clusters = tuple(dict.fromkeys(match.cluster for match in named))
        if clusters and (other := other_clusters(text, clusters, self.registry)):
            clusters = other
        if not clusters and previous is not None and previous.selection and _THE_SET.search(fold(question)):
            clusters = previous.selection.clusters[:_MOST_MEANT]
        placed = self.registry.divisions_in(text)
        divisions = tuple(dict.fromkeys(match.division for match in innermost(text, placed)))
        clues = Clues(
            text=text,
            concepts=concepts,
            expected=expected,
            topics=topics,
            documents=documents,
            locators=locators,
            only_address=bool(locators)
            and self._only_address(text, documents, locators, bool(documents) and typed != locators),
            names_cluster=bool(clusters),
            names_division=bool(divisions),
            content=content_words(text),
            places=tuple(match.text for match in placed),
            first=previous is None or previous.kind in ("empty", "small_talk", "vague"),
        )
        kind = kind_of(clues)
        if kind == "general" and is_english(text):  # too few of its words are the field's
            kind = "outside"
        category, list_stage = slots.category_in(text), slots.list_stage_in(text)
        wanted = Wanted(text, divisions, category, list_stage, annexes_in(locators))
        return Plan(
            question=asked,
            standalone=text,
            slips=tuple(slips.items()),
            kind=kind,
            expected=expected,
            asks_permission=expected == "yes_no" and asks_permission(text if text != question else question),
            concepts=concepts,
            topics=topics,
            documents=documents,
            locators=locators,
            sections=sections,
            divisions=divisions,
            clusters=clusters,
            beside=_without(text, (*(match.matched for match in named), *clues.places)),
            category=category,
            list_stage=list_stage,
            selection=select(self.registry, wanted) if kind == "registry" and not clusters else None,
            contest_stage=slots.contest_stage_in(text),
            numbers=slots.quantities_in(text),
        )

    def _with_implied(self, previous: Plan | None) -> Plan | None:
        """The turn before; an address of a row, or a list question that left a single cluster, counts as naming it."""
        if previous is None or previous.clusters:
            return previous
        if len(previous.locators) == 1 and "序号" in previous.locators[0]:
            place = previous.locators[0]
            at = tuple(cluster for cluster in self.registry.clusters if cluster.source_locator == place)
            return replace(previous, clusters=at[:1]) if at else previous
        if previous.kind != "registry" or not previous.divisions:
            return previous
        left = {
            cluster
            for division in previous.divisions
            for cluster in self.registry.filter(
                category=previous.category,
                stage=previous.list_stage,
                **{"city" if division.is_city else "county": division},  # type: ignore[arg-type]
            )
        }
        return replace(previous, clusters=tuple(left)) if len(left) == 1 else previous

    @cached_property
    def _homophones(self) -> Homophones:
        return Homophones(self.corpus)

    @cached_property
    def _structure(self) -> Structure:
        return Structure(self.corpus)

    @cached_property
    def _steps(self) -> Steps:
        return Steps(self.corpus)

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return Gazetteer(self.corpus)

    def _names(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Wordings in `text` that name clusters, divisions and rows of tables, for follow-ups."""
        clusters = tuple(match.matched for match in self._clusters(text))
        divisions = tuple(match.text for match in self.registry.divisions_in(text))
        return clusters, divisions, self._gazetteer.keys_in(text)

    def _clusters(self, text: str) -> tuple[ClusterMatch, ...]:
        trades = trades_in(text)
        # 材料 is a trade of the chains, and a part of 硬质材料
        keys = [
            key
            for key in self._gazetteer.keys_in(text)
            if not any(fold(key) in trade and trade != fold(key) for trade in trades)
        ]
        return clusters_named(text, self.registry, bool(keys))

    def _less_names(self, text: str, documents: tuple[str, ...]) -> str:
        """`text`, folded, without its addresses, the names of documents and the words that ask for a text."""
        rest = without_addresses(text)
        for identifier in documents:
            document = self.corpus.documents[identifier]
            names = (document.title, document.number, document.id, *document.aliases)
            for name in sorted((name for name in names if name), key=len, reverse=True):
                rest = rest.replace(fold(name), "")
        return _TEXT_WANTED.sub("", rest)

    def _only_address(
        self, text: str, documents: tuple[str, ...], locators: tuple[str, ...], resolved: bool
    ) -> bool:
        """Whether `text` asks for nothing but the text at `locators`; `resolved`: its own words give them only in part."""
        for locator in locators:
            text = fold(text).replace(fold(locator), "")
        rest = self._less_names(text, documents)
        for identifier in documents:
            rest = _less_words_of(self.corpus.documents[identifier].title, rest)
        if resolved:
            for locator in locators:
                clause = self.corpus.documents[documents[0]].clause(locator) if documents else None
                rest = _less_words_of("".join((*clause.headings, clause.text)) if clause else "", rest)
            rest = _COUNTING.sub("", rest)
        return not rest or self._gazetteer.title_at(rest) in locators


def _without(text: str, names: tuple[str, ...]) -> str:
    """`text` with blanks for `names`, the longest first."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " ")
    return text


def _less(text: str, named: tuple[ClusterMatch, ...]) -> str:
    """`text` without the wordings by which it names clusters."""
    for match in named:
        if match.way in ("exact", "contained") and match.score >= _WHOLE:
            text = text.replace(match.matched, "该集群")
    return text


def _less_words_of(title: str, text: str) -> str:
    """`text` without its runs of characters that stand in `title` too (省领导联系那个方案)."""
    folded, position = fold(title), 0
    while position < len(text):
        length = 0
        while position + length < len(text) and text[position : position + length + 1] in folded:
            length += 1
        if length > 1:
            text = text[:position] + text[position + length :]
        else:
            position += 1
    return text


def _inside(sections: tuple[str, ...], locators: tuple[str, ...]) -> tuple[str, ...]:
    """「重点任务第一项」 is item （一） of that section, not 第一项 of some notice."""
    if not sections:
        return locators
    return tuple(_ITEM.sub(rf"{sections[-1]}（\1）", locator) for locator in locators)
