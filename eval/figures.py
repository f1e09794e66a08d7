"""Figures over many judgements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from eval.judge import CHECKS, Judgement, near
from eval.question import KINDS


@dataclass(frozen=True)
class Share:
    """A count out of a total."""

    count: int
    total: int

    @property
    def rate(self) -> float | None:
        """0 to 1; None where there was nothing to count."""
        return self.count / self.total if self.total else None

    def __str__(self) -> str:
        return "–" if self.rate is None else f"{100 * self.rate:.1f}"


@dataclass(frozen=True)
class Figures:
    """What a run measured.

    Attributes:
        success: strict success: every check holds and every quote is faithful.
        checks: each check alone.
        hit1: the first citation is one that the key names, of the questions whose key names any.
        hit3: one of the first three is.
        faithful: quotes that stand at their address, of all quotes.
        abstention_precision: of the abstentions from judged questions, those that were right.
        abstention_recall: of the questions that cannot be answered, those abstained from.
    """

    success: Share
    checks: Mapping[str, Share]
    hit1: Share
    hit3: Share
    faithful: Share
    abstention_precision: Share
    abstention_recall: Share


def figures(judgements: Iterable[Judgement]) -> Figures:
    """The figures of `judgements`."""
    judged = list(judgements)
    total = len(judged)
    keyed = [item for item in judged if item.question.cite]
    decided = [item for item in judged if item.question.must_answer or item.question.must_abstain]
    abstained = [item for item in decided if item.abstained]
    unanswerable = [item for item in decided if item.question.must_abstain]
    right = sum(item.question.must_abstain for item in abstained)
    quotes = sum(item.quotes for item in judged)
    return Figures(
        success=Share(sum(item.success for item in judged), total),
        checks={check: Share(sum(item.passed(check) for item in judged), total) for check in CHECKS},
        hit1=Share(sum(near(item.rank, 1) for item in keyed), len(keyed)),
        hit3=Share(sum(near(item.rank, 3) for item in keyed), len(keyed)),
        faithful=Share(quotes - sum(len(item.unfaithful) for item in judged), quotes),
        abstention_precision=Share(right, len(abstained)),
        abstention_recall=Share(right, len(unanswerable)),
    )


def by_kind(judgements: Sequence[Judgement]) -> dict[str, Figures]:
    """The figures of each kind that occurs, in the order of `KINDS`."""
    groups = {kind: [item for item in judgements if item.question.kind == kind] for kind in KINDS}
    return {kind: figures(group) for kind, group in groups.items() if group}


def as_json(value: Figures) -> dict[str, object]:
    """The figures as plain data, each share with its rate."""

    def plain(share: Share) -> dict[str, object]:
        return {**asdict(share), "rate": None if share.rate is None else round(share.rate, 4)}

    fields = ("success", "hit1", "hit3", "faithful", "abstention_precision", "abstention_recall")
    result: dict[str, object] = {name: plain(getattr(value, name)) for name in fields}
    result["checks"] = {check: plain(share) for check, share in value.checks.items()}
    return result
