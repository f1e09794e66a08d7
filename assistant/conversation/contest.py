"""The steps of the contest, by their words, and what a bare 「然后呢」 after one of them asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.conversation.lexicon import fold, read_yaml

# 「然后呢」, 「交上去之后下一步呢」 says of which step only by the turn before.
_ONWARD = re.compile(
    r"^\W*(?:那么?|好|嗯|要是)?(?:都|已经)?(?:(?:提)?交(?:上去|了|完)|递(?:上去|了)|报(?:上去|了)|过(?:了|去)?|通过(?:了)?|完(?:了|事)?|结束(?:了)?|弄完|做完|办完)?"
    r"(?P<on>之后|以后|后面?|然后|接下来|紧接着|下一?步|再往[后下]|往后|往下|再然后|再)?(?:呢)?[,，]?(?P<more>然后|接下来|下一?步|再|还)?"
    r"(?:该|要|得|又|还|再|应该|需要)*(?:干(?:什么|啥|嘛)|做(?:什么|啥|哪些)|走(?:哪一?步|什么程序)|怎么(?:走|办|做|弄)|到哪一步|是(?:什么|啥|哪一?步)|有(?:什么|啥|哪些)(?:程序|步骤|环节|手续))?(?:呢|呀|啊)?\W*$"
)


@dataclass(frozen=True)
class Step:
    """One step of the contest, see `corpus/lexicon/steps.yaml`; `place` is its rank in time."""

    place: int
    key: str
    name: str
    words: re.Pattern[str]
    told: str
    cite: tuple[str, str, str]
    aside: bool
    named: str


@lru_cache(maxsize=1)
def steps() -> tuple[Step, ...]:
    """The steps in their order."""
    return tuple(
        Step(
            place,
            entry["key"],
            entry["name"],
            re.compile(entry["words"]),
            entry["told"],
            tuple(entry["cite"]),
            entry.get("aside", False),
            entry.get("named", ""),
        )
        for place, entry in enumerate(read_yaml("lexicon", "steps.yaml")["steps"])
    )


def steps_in(text: str) -> list[tuple[int, int, Step]]:
    """The steps that `text`, folded, names, as start, end and step, in the order of the words; of two publicities the
    one that goes with the other step."""
    found: list[tuple[int, int, Step]] = []
    for step in steps():
        match = step.words.search(text)
        if match and not any(start < match.end() and match.start() < end for start, end, _ in found):
            found.append((match.start(), match.end(), step))
    later = {"final", "recognise", "review"} & {step.key for _, _, step in found}
    again = next(step for step in steps() if step.key == "publicity_again")
    found = [(start, end, again if later and step.key == "publicity" else step) for start, end, step in found]
    return sorted(found, key=lambda item: item[0])


def onward(question: str, before: str) -> str | None:
    """「然后呢」 after a turn about a step of the contest, as a question of its own.

    Args:
        question: the turn as typed.
        before: the stand-alone question of the turn before.
    """
    match = _ONWARD.match(fold(question))
    spoken = steps_in(fold(before))
    if not match or not (match["on"] or match["more"]) or not spoken:
        return None
    return f"{spoken[-1][2].name}之后下一步是什么"
