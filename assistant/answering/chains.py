"""Which chain something belongs to and who links it, from the table of leaders and chains (分工表)."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.validity import chinese_date
from assistant.conversation.lexicon import fold, read_yaml
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer
from index.clauses import Clause

_CHAIN_COLUMN = re.compile("产业链")
_LEADER_COLUMN = re.compile("领导")
_ASKS = re.compile(
    r"(?:归|属于|属|算|在|划[到入]|放在|归[到入]|对应|挂在)[^，。,]{0,4}(?:哪|什么)[一个条]*(?:产业)?链|(?:哪|什么)[一个条]*(?:产业)?链|"
    r"链长|领导(?:是|叫)?(?:哪位|谁|哪个|哪一位)|(?:哪位|哪个|谁|什么)(?:省)?领导|省领导|谁(?:来)?(?:联系|挂帅|牵头联系)|谁(?:在|来)?(?:抓|盯)|联系(?:的)?(?:省领导|领导)"
)
_LINKS = re.compile(r"联系|负责|管|挂帅|牵头|链长|抓")
_LEADER_ASKED = re.compile("领导|链长|谁|哪位|挂帅")
_WHICH_CHAIN = re.compile(r"(?:归|属于|属|算|划[到入]|归[到入]|对应)(?:在)?(?:哪|什么)[一个条]*(?:产业)?链")
_OTHERS = re.compile(
    "同一|相同|一样|还(?:联系|负责|管)|另外|别的|其他|几条|哪几|哪些"
)  # what else the leader links
_JOINTS = re.compile(r"[、及和与（）()/]|含")
_GENERIC = re.compile(r"先进|材料|技术|应用|装备|产业|及|工程|集群|智能|新型|创新")
_OWN = 2  # characters that a chain's own word has at least
_MOST = 3
_LONG_WORD = 4  # characters of a name that is told in spite of a slip


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Tell the chain and its leader; None where no chain is asked for, or the question names none of the table's."""
    if plan.expected == "telephone":
        return None
    text = fold(plan.standalone)
    rows = named(text, context)
    if (told := _whether(text, rows, composer, context)) is not None:
        return told
    if not _ASKS.search(text) or _OTHERS.search(text):
        return None
    for clause in rows[:_MOST]:
        _state(clause, composer, leader_first=_LEADER_ASKED.search(text) is not None)
        _taken_for(clause, text, composer)
    if rows:
        _dated(rows[0], composer, context)
        return composer.build("answered")
    if not _WHICH_CHAIN.search(text) or plan.documents:
        return None
    table = composer.cite("workplan-2021", "附件2", "省领导联系产业集群(产业链)分工表")
    composer.add(f"分工表上没有写它归哪条产业链{table}：表上的产业链没有以它命名的。{WHOM_TO_ASK}")
    return composer.build("no_evidence")


def _whether(text: str, rows: list[Clause], composer: Composer, context: Context) -> Answer | None:
    """Whether the leader named links the chain named; None where no yes or no is asked, or either is not named."""
    reading = read(text)
    leader = next((name for name in _leaders(context) if name in text), None)
    if leader is None or len(rows) != 1 or not reading.polar or not _LINKS.search(text):
        return None
    right = _leader(rows[0]) == leader
    composer.add("是的：" if right != reading.turned else "不是：")
    _state(rows[0], composer, leader_first=True)
    _dated(rows[0], composer, context)
    return composer.build("answered", "yes" if right != reading.turned else "no")


def _dated(row: Clause, composer: Composer, context: Context) -> None:
    """Warn of which day the table is: those who link the chains change, and no later table is at hand."""
    issued = context.corpus.documents[row.doc].issued
    if issued is not None:
        composer.warn(
            f"分工表是{chinese_date(issued)}印发的，联系省领导以后有没有调整，收录的文件没有写，请以最新通知为准。"
        )


def _leader(row: Clause) -> str:
    return re.sub(r"\s", "", fold(_cell(row, _LEADER_COLUMN)))


def _leaders(context: Context) -> list[str]:
    """The leaders of all tables of chains."""
    rows = [
        clause
        for document in context.corpus.documents.values()
        for clause in document.clauses
        if clause.kind == "row"
    ]
    return list(dict.fromkeys(filter(None, map(_leader, rows))))


def _cell(clause: Clause, heading: re.Pattern[str]) -> str:
    return next((value for name, value in clause.cells if heading.search(name)), "")


def named(text: str, context: Context) -> list[Clause]:
    """The rows of tables of chains and leaders whose chain the text names, each by its longest word."""
    words = [
        (word, clause)
        for document in context.corpus.documents.values()
        for clause in document.clauses
        if clause.kind == "row" and _cell(clause, _LEADER_COLUMN)
        for chain in (fold(_cell(clause, _CHAIN_COLUMN)),)
        for word in (*_words(chain), *_called(chain))
        if chain
    ]
    if not any(word in text for word, _ in words):
        return [clause for word, clause in words if len(word) >= _LONG_WORD and _misspelt(word, text)][:1]
    found: list[Clause] = []
    for length in sorted({len(word) for word, _ in words}, reverse=True):
        meant = [(word, clause) for word, clause in words if len(word) == length and word in text]
        found += dict.fromkeys(clause for _, clause in meant if clause not in found)
        for word, _ in meant:
            text = text.replace(word, "\0")  # a part of a longer word names no other chain
    return found


def _words(chain: str) -> list[str]:
    """What a chain may be called by: its name, the parts of it, and each part without words that many share."""
    parts = [chain, *(part.strip() for part in _JOINTS.split(chain))]
    own = [_GENERIC.sub("", part) for part in parts]
    # 新能源及智能网联汽车: what its ends make together (新能源汽车)
    ends = [
        first + last[-2:]
        for first in parts[1:2]
        for last in parts[-1:]
        if len(parts) > 2 and len(last) > _OWN
    ]
    return [word for word in (*parts, *own, *ends) if len(word) >= _OWN]


def _misspelt(word: str, text: str) -> bool:
    """Whether `text` has `word` with one wrong character (工程机诫)."""
    size = len(word)
    return any(
        sum(a != b for a, b in zip(word, text[start : start + size], strict=True)) == 1
        for start in range(len(text) - size + 1)
    )


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, ...]]:
    """What the chains are called in everyday words, see `corpus/lexicon/chains.yaml`."""
    return {
        fold(chain): tuple(map(fold, names)) for chain, names in read_yaml("lexicon", "chains.yaml").items()
    }


def _called(chain: str) -> tuple[str, ...]:
    return _names().get(chain, ())


def _taken_for(clause: Clause, text: str, composer: Composer) -> None:
    """Say that a product or an everyday word was taken for the chain, where the table does not have it."""
    chain = fold(_cell(clause, _CHAIN_COLUMN))
    if any(word in text for word in _words(chain)):
        return
    word = max((word for word in _called(chain) if word in text), key=len, default="")
    if set(word) - set(chain):  # 农机 only shortens 农业机械
        composer.add(f"分工表只列到产业链，没有列具体产品；“{word}”是按“{chain}”这条链理解的。\n")


def _state(clause: Clause, composer: Composer, leader_first: bool) -> None:
    mark = composer.cite(clause.doc, clause.locator)
    chain, leader = _cell(clause, _CHAIN_COLUMN), _cell(clause, _LEADER_COLUMN)
    kind = next((value for name, value in clause.cells if re.search("类型", name)), "")
    under = f"，列在“{kind}”下" if kind else ""
    if leader_first:
        composer.add(f"“{chain}”的联系省领导是{leader}{under}{mark}。\n")
    else:
        composer.add(f"归“{chain}”这条产业链{under}，联系省领导是{leader}{mark}。\n")
