"""Sentences that state a fact, as opposed to denials, plans and repeated requirements.

Shared by scoring; source of the yardstick: 第六条 as split in `corpus/conditions.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.checker.labels import flat

_ENDS = re.compile(r"(?<=[。！？!?；;])|\n+")
_CLAUSES = re.compile(r"[，,：:、]")
_DENIED = re.compile(
    r"尚未|还未|仍未|并未|未能|未曾|从未|未建|未形成|未设|未开展|未制定|未出台|未取得|未获|未实现|未完成|没有|没能|缺乏|缺少|欠缺|"
    r"不足(?!\d)|不够|不健全|不完善|不高|不强|尚无|暂无|并无|无法|薄弱|短缺|空白|滞后|落后|较低|较弱|偏低|偏弱|难以|有待|亟待|亟需"
)
_PLANNED = re.compile(
    r"拟(?!合|人|定了|订了)|计划(?!单列|》|项目|人选|专家|入选|资助|支持)|打算|力争|争取|预计|预期|有望|下一步|今后|未来|将来|"
    r"到20[2-9]\d年|(?<!即)将(?!.{0,12}(?:作为|纳入|列为|列入|转化为|改造为|授予))|准备|筹建|筹备|谋划|着手|规划建设|逐步"
)
# A plan word at the head of a sentence rules all of it.
_PLANNED_HEAD = re.compile(
    r"^(?:[一二三四五六七八九十]是|\(?[一二三四五六七八九十\d]+[)、.])?(?:下一步|今后|未来|接下来|十五五期间|到20[2-9]\d年|力争|拟|计划)"
)
_LETTERED = re.compile(
    r"[4-6]G|\d+\.0版?|5A|十[三四五]五|\d+S|[a-zA-Z]+\d+|第[一二三四五六七八九十\d]+[条章节、]"
)
_NUMBER = re.compile(r"\d")
_CHINESE_NUMBER = re.compile(
    r"[一二两三四五六七八九十百千万亿]+(?:多|余)?(?:家|名|位|项|次|场|个|所|座|条|亿|万|批|届|台|套|人|倍|成)(?!化|体|致|流|系列)"
)
_TITLE = re.compile(r"《[^》]{3,}》")
_NAMED = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{2,14}(?:大学|学院|研究院|研究所|有限公司|股份|集团|银行|商会|协会|博览会|实验室)"
)
_DONE = re.compile(
    r"已|建成|成立|设立|获得|荣获|获批|获评|举办|组织了|引进|签订|签署|发布|印发|出台|投产|投用|完成|实现|达到|拥有|承担|牵头|培育|制定|"
    r"搭建|入选|通过|覆盖|开展了|建立|形成|落户|吸引|聚集|配备|推行|实施|运行|开通|授予|认定"
)
_NOVEL_WITH_DATA = 4
_NOVEL_WITHOUT = 14


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the draft.

    Attributes:
        section: the section that it stands in.
        text: the sentence, stripped.
    """

    section: str
    text: str


def split_sentences(text: str) -> list[str]:
    """Sentences of a text; a semicolon ends one."""
    return [part.strip() for part in _ENDS.split(text) if part.strip()]


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    plain = re.sub(r"[^\w]", "", flat(text))
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1))


def novelty(sentence: str, repeated: frozenset[str]) -> int:
    """Number of characters of a sentence that are not part of the requirements' own wording."""
    plain = re.sub(r"[^\w]", "", flat(sentence))
    covered = [False] * len(plain)
    for i in range(len(plain) - 1):
        if plain[i : i + 2] in repeated:
            covered[i] = covered[i + 1] = True
    return covered.count(False)


def wording(texts: Iterable[str]) -> frozenset[str]:
    """The requirements' wording, for `novelty`."""
    out: set[str] = set()
    for text in texts:
        out |= _pairs(text)
    return frozenset(out)


def has_data(sentence: str) -> bool:
    """Whether a sentence names a number, a date, a document or an organisation."""
    plain = _LETTERED.sub("", flat(sentence))
    return bool(
        _NUMBER.search(plain)
        or _CHINESE_NUMBER.search(plain)
        or _TITLE.search(sentence)
        or _NAMED.search(plain)
    )


def states_fact(sentence: str, repeated: frozenset[str]) -> bool:
    """Whether a sentence says more than a requirement does: data, or a done deed told in its own words."""
    fresh = novelty(sentence, repeated)
    if has_data(sentence):
        return fresh >= _NOVEL_WITH_DATA
    return bool(_DONE.search(sentence)) and fresh >= _NOVEL_WITHOUT


def positive_clauses(sentence: str, plans: bool = False) -> str:
    """The clauses of a sentence that neither deny nor, unless `plans`, merely plan; joined."""
    if not plans and _PLANNED_HEAD.search(flat(sentence)):
        return ""
    kept = []
    planned = False
    for clause in _CLAUSES.split(sentence):
        if _DENIED.search(clause):
            continue
        # What follows a plan in the same sentence is planned as well, until something is said to be done.
        planned = bool(_PLANNED.search(clause)) or (
            planned and not re.search(r"已|现有|目前|累计|截至", clause)
        )
        if planned and not plans:
            continue
        kept.append(clause)
    return "，".join(kept)
