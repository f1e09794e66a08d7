"""Official names of the bodies (部门、单位) that a text names by a short form."""

from __future__ import annotations

from functools import lru_cache

from assistant.conversation.lexicon import fold, read_yaml


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, str], ...]:
    pairs = [(fold(official), official) for official in read_yaml("lexicon", "bodies.yaml")]
    for official, shorts in read_yaml("lexicon", "bodies.yaml").items():
        pairs += [(fold(short), official) for short in shorts]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def bodies_in(text: str) -> tuple[str, ...]:
    """Official names of the bodies named in `text`, longest wording first; each place counts once."""
    rest, found = fold(text), []
    for wording, official in _names():
        if wording in rest:
            rest = rest.replace(wording, "\0")
            found.append(official)
    return tuple(dict.fromkeys(found))
