"""The plan: what a question asks, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from assistant.conversation.lexicon import Concepts

if TYPE_CHECKING:
    from assistant.registry import Cluster, Division
    from assistant.registry import Stage as ListStage
    from assistant.registry.selection import Selection

Kind = Literal[
    "address",  # the text at an address (第十四条)
    "registry",  # who is on which list
    "eligibility",  # whether and how something is allowed under the rules
    "form",  # how to fill in the report forms
    "general",  # anything else that the documents may say
    "draft",  # about the user's own draft
    "small_talk",
    "outside",  # not about this programme
    "vague",  # it does not say what it is about
    "empty",  # nothing was asked
]

Expected = Literal[
    "yes_no", "count", "date", "frequency", "amount", "organisation", "place", "telephone", "list", "text"
]


@dataclass(frozen=True)
class Plan:
    """What a question asks.

    Attributes:
        question: as asked.
        standalone: the question made independent of the turns before.
        kind: what kind of question it is.
        expected: the kind of answer expected.
        asks_permission: whether the question asks if something is allowed or possible.
        slips: words of the question taken for slips, each with the one that is meant.
        concepts: concepts mentioned, with their wordings.
        topics: topics of the rules, most specific first.
        documents: ids of the documents named.
        locators: addresses named, normalised.
        sections: titles of named sections (保障措施) that the question mentions.
        divisions: counties and cities named.
        clusters: clusters named.
        beside: the question less the wordings that name clusters, counties and cities.
        category: 先进制造业集群 or 中小企业特色产业集群, where named.
        list_stage: 集群 or 培育对象, where named.
        contest_stage: 初赛 or 决赛, where named.
        selection: the rows of the lists that a question about several of them means; None for other questions.
        numbers: quantities named, with their unit (`(2, "个")`).
    """

    question: str
    standalone: str
    kind: Kind
    expected: Expected
    asks_permission: bool
    slips: tuple[tuple[str, str], ...] = ()
    concepts: Concepts = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    locators: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    divisions: tuple[Division, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    beside: str = ""
    category: str | None = None
    list_stage: ListStage | None = None
    contest_stage: str | None = None
    selection: Selection | None = None
    numbers: tuple[tuple[int, str], ...] = ()
