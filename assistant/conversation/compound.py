"""Two questions in one turn: where one ends and the next begins."""

from __future__ import annotations

import re

from assistant.conversation.lexicon import concepts_in, content_words, fold
from assistant.conversation.topics import topics_in

_SENTENCE = re.compile(r"[^？?！!。；;]+[？?！!。；;]*")
_CLAUSE = re.compile(r"[^，,]+[，,]?")
_ASKS = re.compile(
    r"吗|[呢么](?=\W*$)|什么|谁|哪|怎|如何|为何|为什么|多久|多少|多大|多长|何时|几[个家条项章次批年天位种类分轮届名月回]|"
    r"能否|可否|是否|有无|啥|咋|干嘛|凭什么|(.)不\1|(.)没\2|有没有|行不|对不对|(?<![也都还就])(?:不|没|没有)(?=[？?，,]?$)|\b(?:who|what|when|where|which|how|why)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:不|没)(?:知道|清楚|太清楚|晓得|明白|确定|懂|搞懂|弄清楚?)[^？?]*[。；;]$|[^吗呢么？?]*没[^？?]{0,3}[。；;]$"
)
_LEAST = 2  # characters of its own content that a part needs to stand for a question
_TELLS = 4  # … and to be answered apart from the clause beside it
_MOST = 4


def asks(text: str) -> bool:
    """Whether `text` has words that ask."""
    return _ASKS.search(fold(text)) is not None


def stands_alone(part: str) -> bool:
    """Whether a clause that asks says by itself what it is about (不过会咋样), not 「那南县呢」 or 「官方怎么说」."""
    least = _LEAST if topics_in(part) else _TELLS
    return len(content_words(part)) >= least and not re.search(r"[呢呐][？?，,]?$", part.strip())


def _stands(text: str) -> bool:
    """Whether a part says what it asks about."""
    return asks(text) and len(content_words(text)) >= _LEAST and bool(concepts_in(text))


def questions_in(text: str) -> tuple[str, ...]:
    """The questions that a turn consists of, in order; the turn itself where it is one.

    A sentence that asks nothing goes with the next one that does, since it says what that is about; a clause
    after a comma is a question of its own only where it asks and names something, and so do the words before it.

    >>> questions_in("初赛是谁组织的？结果在哪里公示？")
    ('初赛是谁组织的？', '结果在哪里公示？')
    >>> questions_in("我们县有一个集群了，还能再报吗？")
    ('我们县有一个集群了，还能再报吗？',)
    """
    found: list[str] = []
    open_part = ""
    for sentence in _SENTENCE.findall(text):
        if _TOLD.search(sentence) and not found and sentence != text:
            open_part += sentence  # 「材料不知道怎么往上报。……」 tells why something is asked
            continue
        for clause in _CLAUSE.findall(sentence):
            if found and not open_part and not _stands(clause):
                found[-1] += clause
                continue
            open_part += clause
            if _stands(open_part) and (clause is not open_part or _stands(clause)):
                found.append(open_part)
                open_part = ""
    if open_part:
        if not found:
            return (text,)
        found[-1] += open_part
    return tuple(part.strip() for part in found) if 1 < len(found) <= _MOST else (text,)
