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

# The plans; the measures, the list and the forms.
_FILES = ("particulars.yaml", "particulars_rules.yaml")
_NEVER = "(?!)"
_MOST = 3  # particulars told in one answer; a question that means more of them means the clause
# 「规划提没提深海」: that it is told at all is the answer.
_WHETHER_TOLD = re.compile(
    r"有没有|有无|提到|提没提|写没写|写了|涉及|包括|包含|在不在|有份|说没说|有[^,。?？]{1,8}(?:吗|么)"
)
_HAS = re.compile(r"有没有|有无|(?:里|中|面|集群|产业)有[^,。?？]{1,8}(?:吗|么|不|没)")
_LED = re.compile("不是|没有|没写|不|有|光|是的|条件")  # what says yes or no of itself
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
        # what is right is all that is told, where it is given
        told = self.right.pattern == _NEVER and "没有写" not in self.says and _WHETHER_TOLD.search(text)
        return "yes" if told or self.right.search(text) else None


@lru_cache(maxsize=1)
def known() -> tuple[Particular, ...]:
    """What the files hold, in their order."""
    result = []
    for entry in (entry for name in _FILES for entry in read_yaml("lexicon", name)):
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
    if plan.clusters and not plan.documents:  # a cluster is told by the lists
        return None
    asked = [
        item
        for item in known()
        if item.doc in context.corpus.documents
        and (not plan.documents or item.doc in plan.documents)
        and item.asked_in(text)
        and _of_the_place(item, plan)
    ]
    if not asked or len(asked) > _MOST:
        return None
    verdict = _verdict(asked, text, plan)
    lead = "" if _LED.match(asked[0].says) else _lead(asked, text, verdict)
    for item in asked:
        marks = "".join(composer.cite(item.doc, item.locator, quote) for quote in item.quotes)
        composer.add(f"{lead}{item.says}{marks}。\n")
        lead = ""
    if not any(item.stated for item in asked):
        composer.add(WHOM_TO_ASK)
        return composer.build("no_evidence")
    return composer.build("answered", verdict)


def _lead(asked: list[Particular], text: str, verdict: Verdict | None) -> str:
    """The yes or no that comes before what is told."""
    has = _HAS.search(text) is not None
    if verdict is not None:
        yes, no = ("有：", "没有：") if has else ("是的：", "不是：")
        return yes if verdict == "yes" else no
    among = len(asked) == 1 and asked[0].right.pattern != _NEVER and read(text).polar
    return "没有写到所问的：" if among and _WHETHER_TOLD.search(text) else ""


def _of_the_place(item: Particular, plan: Plan) -> bool:
    """Whether the particular says anything of the places named: what a city has is told by the lists."""
    return not plan.divisions or any(
        item.right.search(place.short_name)
        or item.wrong.search(place.short_name)
        or place.short_name in item.says
        for place in plan.divisions
    )


def _verdict(asked: list[Particular], text: str, plan: Plan) -> Verdict | None:
    if not read(plan.standalone).polar or _GUESS.search(text):
        return None
    found = [verdict for item in asked if (verdict := item.verdict(text))]
    return "no" if "no" in found else "yes" if found else None
