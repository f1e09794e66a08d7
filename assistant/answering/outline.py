"""Answers that go through several clauses in order: the conditions, the procedure."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from assistant.answering.composer import Composer
from assistant.conversation.lexicon import read_yaml
from assistant.models import Answer


@lru_cache(maxsize=1)
def outlines() -> dict[str, dict[str, Any]]:
    """The outlines of `corpus/outlines.yaml`, by topic."""
    return dict(read_yaml("outlines.yaml"))


def answer(topic: str, composer: Composer) -> Answer | None:
    """The steps of `topic`, each with its clause; None where the topic has no outline."""
    outline = outlines().get(topic)
    if outline is None:
        return None
    lead = outline["lead"]
    composer.add(f"{outline['intro']}{composer.cite(outline['doc'], lead['locator'], lead['quote'])}：\n")
    for number, step in enumerate(outline["steps"], 1):
        mark = composer.cite(step.get("doc", outline["doc"]), step["locator"], step["quote"])
        name = f"{step['name']}：" if "name" in step else ""
        composer.add(f"{number}. {name}{step['quote']}（{step['locator']}）{mark}。\n")
    composer.add(outline["outro"])
    return composer.build("answered")
