"""Whether a sentence keeps the conditions under which its evidence says something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant.answering.llm.gate.evidence import Finding, Given
from assistant.answering.llm.gate.verdict import sign
from assistant.answering.llm.gate.words import bigrams, share

_CONDITIONS: Final = (
    re.compile(r"对(?P<cond>[^,。;]{2,14}?)(?:的|者)(?=[,正按予给])"),
    re.compile(
        r"(?:^|[,;:])(?P<cond>(?:在|未|经|凡|如|若|跨|已|除)[^。;:]{2,40}?(?:的|者|后|外))(?=[,按报能可认确])"
    ),
    re.compile(r"(?P<cond>在[^,。;]{2,8}胜出)的?[^,。;]{0,12}?(?:才|确定为|认定为|成为)"),
    re.compile(r"(?P<cond>[^,。;由其]{2,6}合格)(?:者|后|的)"),
    re.compile(r"前提是(?P<cond>[^,。;]{4,30})"),
    re.compile(r"鼓励(?P<cond>[^,。;]{2,8}),"),
)
_LIST: Final = re.compile(r"[,、]|或有?|和|及")
_JOINING: Final = re.compile("[在中的了对]")
_CONSEQUENCE: Final = 0.5
_KEPT: Final = 0.5


def check_conditions(text: str, given: Given) -> Iterator[Finding]:
    """Conditions of the evidence that the sentence leaves out while stating what follows."""
    for statement in given.statements:
        for pattern in _CONDITIONS:
            for match in pattern.finditer(statement.text):
                condition = match.group("cond")
                rest = statement.text[match.end() :]
                if max(share(rest, text), share(text, rest)) < _CONSEQUENCE or len(bigrams(rest)) < 2:
                    continue
                if _kept(condition, text) or (sign(text) and _kept(condition, given.question)):
                    continue  # 会，按程序撤销: the question has named it
                if _stated_without(condition, rest, given):
                    continue
                yield Finding("condition", condition)
                return


def _kept(condition: str, text: str) -> bool:
    """Whether `text` names the condition, or one item of a list of them."""
    items = [item for item in _LIST.split(condition) if bigrams(item)]
    plain = _JOINING.sub("", text)
    return not items or any(share(_JOINING.sub("", item), plain) >= _KEPT for item in items)


def _stated_without(condition: str, rest: str, given: Given) -> bool:
    """Whether another statement says the consequence without the condition."""
    return any(
        share(rest, statement.text) >= 0.8 and not _kept(condition, statement.text)
        for statement in given.statements
    )
