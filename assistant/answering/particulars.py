"""One particular of a long clause (how many, which, where, by what name): told first, then the words that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.conversation.lexicon import fold, read_yaml
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer, Verdict

_NEVER = "(?!)"
_MOST = 3  # particulars told in one answer; a question that means more of them means the clause
# 「规划提没提深海」: that it is told at all is the answer.
_WHETHER_TOLD = re.compile(r"有没有|有无|提到|提没提|写没写|写了|涉及|包括|包含|在不在|有份|说没说")
_GUESS = re.compile(r"还是")


@dataclass(frozen=True)
class Particular:
    """One thing that a clause says, see `corpus/lexicon/particulars.yaml`.

    Attributes:
        doc, locator: its clause.
        when: the ways of asking for it; of each all patterns must be found.
        none: what a question that means something else says.
        says: the direct answer.
        quotes: the words of the clause.
        right: what a question that asks yes or no states rightly.
        wrong: what it states wrongly.
        stated: whether the clause states what is asked for; it only comes near where not.
    """

    doc: str
    locator: str
    when: tuple[tuple[re.Pattern[str], ...], ...]
    none: re.Pattern[str]
    says: str
    quotes: tuple[str, ...]
    right: re.Pattern[str]
    wrong: re.Pattern[str]
    stated: bool

    def asked_in(self, text: str) -> bool:
        """Whether `text`, folded, asks for it."""
        if self.none.search(text):
            return False
        return any(all(pattern.search(text) for pattern in way) for way in self.when)

    def verdict(self, text: str) -> Verdict | None:
        """Whether what `text`, folded, states is so; None where it states nothing that can be told right or wrong."""
        if self.wrong.search(text):
            return "no"
        return "yes" if self.right.search(text) or _WHETHER_TOLD.search(text) else None


@lru_cache(maxsize=1)
def known() -> tuple[Particular, ...]:
    """What `corpus/lexicon/particulars.yaml` holds, in its order."""
    result = []
    for entry in read_yaml("lexicon", "particulars.yaml"):
        doc, _, locator = entry["at"].partition("#")
        quote = entry["quote"]
        result.append(
            Particular(
                doc,
                locator,
                tuple(tuple(re.compile(part) for part in way.split(" & ")) for way in entry["when"]),
                re.compile(entry.get("none", _NEVER)),
                entry["says"],
                (quote,) if isinstance(quote, str) else tuple(quote),
                re.compile(entry.get("right", _NEVER)),
                re.compile(entry.get("wrong", _NEVER)),
                entry.get("stated", True),
            )
        )
    return tuple(result)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell the particulars that the question asks for; None where it asks for none, or for many at once."""
    text = fold(plan.standalone)
    if plan.locators or plan.expected in ("telephone", "amount"):
        return None
    asked = [
        item
        for item in known()
        if item.doc in context.corpus.documents
        and (not plan.documents or item.doc in plan.documents)
        and item.asked_in(text)
    ]
    if not asked or len(asked) > _MOST:
        return None
    verdict = _verdict(asked, text, plan)
    lead = {"yes": "是的：", "no": "不是：", None: ""}[verdict]
    for item in asked:
        marks = "".join(composer.cite(item.doc, item.locator, quote) for quote in item.quotes)
        composer.add(f"{lead}{item.says}{marks}。\n")
        lead = ""
    if not any(item.stated for item in asked):
        composer.add(WHOM_TO_ASK)
        return composer.build("no_evidence")
    return composer.build("answered", verdict)


def _verdict(asked: list[Particular], text: str, plan: Plan) -> Verdict | None:
    if not read(plan.standalone).polar or _GUESS.search(text):
        return None
    found = [verdict for item in asked if (verdict := item.verdict(text))]
    return "no" if "no" in found else "yes" if found else None
