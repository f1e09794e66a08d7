"""What the known questions together say of a question: how strongly it leans to topics, clauses, other things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from index.known import OUTSIDE, UNSTATED
from index.labels import Label


@dataclass(frozen=True)
class Leanings:
    """How strongly a question leans each way, about 0 to 1.

    Attributes:
        labels: by group and clause, see `index.labels`; empty where nothing was learnt.
    """

    labels: Mapping[Label, float]

    def __bool__(self) -> bool:
        """Whether anything was learnt."""
        return bool(self.labels)

    @cached_property
    def outside(self) -> float:
        """To things that have nothing to do with this programme."""
        return sum(score for (group, _), score in self.labels.items() if group == OUTSIDE)

    @cached_property
    def inside(self) -> float:
        """To the one group of this programme that it leans to most."""
        return max((score for (group, _), score in self.labels.items() if group != OUTSIDE), default=0.0)

    @cached_property
    def topics(self) -> dict[str, float]:
        """To each topic of the rules; "" for what clauses answer that are of no topic."""
        found: dict[str, float] = {}
        for (group, _), score in self.labels.items():
            if group != OUTSIDE and not group.startswith(UNSTATED):
                found[group] = found.get(group, 0.0) + score
        return found

    @cached_property
    def clauses(self) -> dict[str, float]:
        """To each clause, by its id; what no document lays down is no clause's."""
        found: dict[str, float] = {}
        for (group, clause), score in self.labels.items():
            if clause and group != OUTSIDE and not group.startswith(UNSTATED):
                found[clause] = found.get(clause, 0.0) + score
        return found

    @cached_property
    def matters(self) -> dict[str, float]:
        """To each matter that no document lays down."""
        found: dict[str, float] = {}
        for (group, _), score in self.labels.items():
            if group.startswith(UNSTATED):
                name = group.removeprefix(UNSTATED)
                found[name] = found.get(name, 0.0) + score
        return found
