"""What the kind of a question is read off."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.conversation.lexicon import Concepts
from assistant.conversation.plan import Expected


@dataclass(frozen=True)
class Clues:
    """What the kind is read off.

    Attributes:
        text: stand-alone question.
        concepts: its concepts.
        expected: kind of answer expected.
        topics: topics of the rules.
        documents: ids of documents named.
        locators: addresses named.
        only_address: nothing but the text at the addresses is wanted.
        names_cluster: it names a listed cluster.
        names_division: it names a county or city.
        content: its words less asking and gluing words.
        first: there is no turn before it.
        places: the wordings of the counties and cities named.
    """

    text: str
    concepts: Concepts
    expected: Expected
    topics: tuple[str, ...]
    documents: tuple[str, ...]
    locators: tuple[str, ...]
    only_address: bool
    names_cluster: bool
    names_division: bool
    content: str
    first: bool
    places: tuple[str, ...] = ()

    def mentions(self, *concepts: str) -> bool:
        """Whether any of the concepts is there."""
        return any(concept in self.concepts for concept in concepts)
