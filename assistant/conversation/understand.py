"""From a question to its plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.conversation import slots
from assistant.conversation.expected import asks_permission, expected_answer
from assistant.conversation.followup import standalone_question
from assistant.conversation.lexicon import Concepts, concepts_in, fold, topics_in
from assistant.conversation.plan import Expected, Kind, Plan
from assistant.registry import ClusterMatch, Registry
from index.corpus import Corpus

# What may stand beside an address when nothing but its text is wanted.
_TEXT_WANTED = re.compile(
    r"是什么|什么|内容|原文|全文|怎么|如何|规定|说的?|写的?|讲的?|请|给我|看看|看一下|查一下|查|显示|念|读|一下|"
    r"帮我|我想|想|看|呢|吗|的|了|是|有|哪些|具体|里面|里|条款|条文|办法|管理办法|工作方案|通知|方案|这|那|"
    r"下|上|一|个|都|告诉|我|中|关于|现行|这个|这条|那条|在|为|：|:|,|，|。|\?|？|!|！|《|》|“|”|\"|\s"
)
_NAMED = 80.0  # match score from which a question is held to name a cluster
_BAND = 5.0  # weaker matches than the best by more than this are not meant
# The work plan's table of chains and the leaders who link them is no list of clusters.
_CHAIN = re.compile(r"产业链|链长|领导|挂帅|专班")
_PUNCTUATION = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Understander:
    """Turns questions into plans.

    Attributes:
        corpus: the documents that a question may name.
        registry: the clusters and divisions that a question may name.
    """

    corpus: Corpus
    registry: Registry

    def plan(self, question: str, history: Sequence[str] = ()) -> Plan:
        """The plan of `question`, given the user's turns before it, oldest first."""
        previous: Plan | None = None
        for turn in history:
            previous = self._plan(turn, previous)
        return self._plan(question, previous)

    def _plan(self, question: str, previous: Plan | None) -> Plan:
        standalone = standalone_question(question, previous, self._names)
        concepts = concepts_in(standalone)
        documents = slots.documents_in(standalone, self.corpus.documents.values())
        locators = slots.locators_in(standalone)
        expected = expected_answer(standalone, concepts)
        topics = topics_in(concepts)
        clusters = tuple(match.cluster for match in self._clusters(standalone))
        divisions = tuple(dict.fromkeys(match.division for match in self.registry.divisions_in(standalone)))
        kind = self._kind(standalone, concepts, documents, locators, expected, topics, bool(clusters), bool(divisions))
        return Plan(
            question=question,
            standalone=standalone,
            kind=kind,
            expected=expected,
            asks_permission=asks_permission(standalone),
            concepts=concepts,
            topics=topics,
            documents=documents,
            locators=locators,
            divisions=divisions,
            clusters=clusters,
            category=slots.category_in(standalone),
            list_stage=slots.list_stage_in(standalone),
            contest_stage=slots.contest_stage_in(standalone),
            numbers=slots.quantities_in(standalone),
        )

    def _names(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Wordings in `text` that name clusters and divisions, for follow-ups."""
        clusters = tuple(match.matched for match in self._clusters(text))
        divisions = tuple(match.text for match in self.registry.divisions_in(text))
        return clusters, divisions

    def _clusters(self, text: str) -> tuple[ClusterMatch, ...]:
        """The clusters that `text` names, of the best band of matches only."""
        matches = self.registry.find(text, min_score=_NAMED)
        if not matches:
            return ()
        return tuple(match for match in matches if match.score >= matches[0].score - _BAND)

    def _kind(
        self,
        text: str,
        concepts: Concepts,
        documents: tuple[str, ...],
        locators: tuple[str, ...],
        expected: Expected,
        topics: tuple[str, ...],
        names_cluster: bool,
        names_division: bool,
    ) -> Kind:
        if not _PUNCTUATION.sub("", text):
            return "empty"
        if locators and self._only_address(text, documents):
            return "address"
        if _is_small_talk(text, concepts):
            return "small_talk"
        if _is_outside(concepts, names_cluster):
            return "outside"
        if "draft" in concepts and not documents and not names_cluster:
            return "draft"
        if not _CHAIN.search(text) and _is_registry(concepts, expected, topics, names_cluster, names_division):
            return "registry"
        if topics and not ({"form"} & concepts.keys() and not topics[0] == "quota"):
            return "eligibility"
        if "form" in concepts or any(item.startswith(("初赛 ", "决赛 ")) for item in locators):
            return "form"
        return "general"

    def _only_address(self, text: str, documents: tuple[str, ...]) -> bool:
        rest = slots.without_addresses(text)
        for identifier in documents:
            document = self.corpus.documents[identifier]
            for name in sorted((document.title, document.number, document.id, *document.aliases), key=len, reverse=True):
                rest = rest.replace(fold(name), "") if name else rest
        return not _TEXT_WANTED.sub("", rest)


def _is_small_talk(text: str, concepts: Concepts) -> bool:
    talk = {"greeting", "thanks", "identity"} & concepts.keys()
    if not talk:
        return False
    rest = fold(text)
    for concept in talk:
        for word in concepts[concept]:
            rest = rest.replace(word, "")
    return len(_PUNCTUATION.sub("", rest)) <= 4


def _is_outside(concepts: Concepts, names_cluster: bool) -> bool:
    if names_cluster:
        return False
    if "other_programme" in concepts:
        return True
    return "other_region" in concepts and "national" not in concepts and "province_office" not in concepts


def _is_registry(
    concepts: Concepts, expected: Expected, topics: tuple[str, ...], names_cluster: bool, names_division: bool
) -> bool:
    wants = {"organisation", "park", "where", "batch", "list", "trainee", "category", "sme"} & concepts.keys()
    acts = {"apply", "submit", "directly", "report", "review", "revoke", "money", "valid", "final", "condition", "joint"}
    if names_cluster:
        return bool(wants) or not (acts & concepts.keys()) or expected in ("place", "organisation")
    if acts & concepts.keys():
        return False
    if expected == "count" and "cluster" in concepts and not topics:
        return True
    if "cluster" in concepts or "trainee" in concepts:
        if expected in ("list", "count") and ("list" in concepts or names_division or "batch" in concepts or wants):
            return True
        if names_division and (expected in ("list", "count", "yes_no", "text") or wants):
            return True
    if "park" in concepts and names_division and expected in ("list", "count", "text", "organisation", "place"):
        return True
    return "list" in concepts and "cluster" in concepts and expected in ("list", "count")
