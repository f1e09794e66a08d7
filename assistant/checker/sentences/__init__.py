"""Sentences that state a fact, as opposed to denials, plans, slogans and what is said of other places.

Used by scoring and by the rules on prose. What each sentence is about is data: `corpus/conditions.yaml`.
"""

from __future__ import annotations

from assistant.checker.sentences.facts import BARE, FULL, PART, wording
from assistant.checker.sentences.judge import Clause, Judged, Scope, Setting, judge, opens
from assistant.checker.sentences.place import Home, home_of
from assistant.checker.sentences.split import split_clauses, split_sentences

__all__ = [
    "BARE",
    "FULL",
    "PART",
    "Clause",
    "Home",
    "Judged",
    "Scope",
    "Setting",
    "home_of",
    "judge",
    "opens",
    "split_clauses",
    "split_sentences",
    "wording",
]
