"""What people call the trades of listed clusters: 假发 for 发制品, 造船 for 船舶制造."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.conversation.lexicon import fold, read_yaml
from assistant.registry.folding import fold as fold_name
from assistant.registry.models import Cluster

# A word of one character is a trade only where it is made or sold (做茶的, 茶产业集群).
_MADE = r"(?<=[做搞造产卖制种弄])"
_AFTER = r"(?=的|业|厂|类|这|那|集群|产业|\W|$)"
_FIRST = r"(?<![一-鿿])"
_OF_CLUSTER = r"(?=的?(?:产业)?集群|产业)"


@lru_cache(maxsize=1)
def _spoken() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """A pattern of all spoken words, longest first, and the pieces of cluster names that each stands for."""
    pieces: dict[str, list[str]] = {}
    for piece, words in read_yaml("lexicon", "trades.yaml").items():
        for word in (piece, *words):
            pieces.setdefault(fold(str(word)), []).append(fold_name(str(piece)))
    ordered = sorted(pieces, key=lambda word: (-len(word), word))
    patterns = [
        re.escape(word)
        if len(word) > 1
        else f"{_MADE}{re.escape(word)}{_AFTER}|{_FIRST}{re.escape(word)}{_OF_CLUSTER}"
        for word in ordered
    ]
    return re.compile("|".join(patterns)), {word: tuple(found) for word, found in pieces.items()}


def trades_in(text: str) -> tuple[str, ...]:
    """The spoken words for a trade in `text`, folded, each once."""
    pattern, _ = _spoken()
    return tuple(dict.fromkeys(match.group() for match in pattern.finditer(fold(text))))


def clusters_of(trade: str, clusters: Sequence[Cluster]) -> tuple[Cluster, ...]:
    """Those of `clusters` that a spoken word, as `trades_in` gives it, stands for."""
    pieces = _spoken()[1].get(trade, ())
    return tuple(c for c in clusters if any(piece in fold_name(c.name) for piece in pieces))
