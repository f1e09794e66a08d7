"""Documents that are not in the corpus, though a question asks for their text: named in 《》, by number or as people call them."""

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
from assistant.models import Answer

_TITLED = re.compile(r"《([^》]{4,60})》")
_DOCUMENT_NUMBER = re.compile(r"[一-鿿]{2,8}(?:发|字|办|函|规|集聚|联)[〔\[(（]\d{4}[〕\])）]第?\d+号")
_DIGITS_FROM = re.compile(r"\d.*$")
_ADD = "有原文的，可以作为自有文件加入后再查。"
# What asks for a document's text, or whether it is at hand.
_TEXT_ASKED = re.compile(
    r"收录|收了|收没|收进|入库|有没有(?!写|规定|要求|说)|有(?!没有|关|效)[^，。?]{0,16}(?:吗|么|没有?)\W*$|原文|全文|正文|原件|电子版|扫描件|下载|"
    r"在哪|哪里|哪儿|找不到|找得到|找不着|查不到|查得到|能(?:不能)?(?:看|查|找)|看一?下|看看|(?:发|给|调)(?:我|出来|给)|内容|写了(?:什么|啥|哪)|规定了|说了(?:什么|啥)|讲了?(?:什么|啥)"
)


@dataclass(frozen=True)
class _Uncollected:
    """An entry of `corpus/lexicon/uncollected.yaml`."""

    name: str
    words: re.Pattern[str]
    none: re.Pattern[str]
    open: bool
    at: str
    quote: str
    also: str
    see: str
    mentioned: bool


@lru_cache(maxsize=1)
def _entries() -> tuple[_Uncollected, ...]:
    return tuple(
        _Uncollected(
            entry["name"],
            re.compile(entry["words"]),
            re.compile(entry.get("none", "(?!)")),
            entry.get("open", False),
            entry["at"],
            entry["quote"],
            entry.get("also", ""),
            entry.get("see", ""),
            entry.get("mentioned", True),
        )
        for entry in read_yaml("lexicon", "uncollected.yaml")
    )


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Say that a document that the others only mention is not collected; None where none such is asked for."""
    return None if plan.locators else _answer(plan, composer, context)


def of_an_address(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """As `answer`, for an address in a document that is not collected (竞赛实施办法第八条)."""
    return _answer(plan, composer, context) if plan.locators else None


def _answer(plan: Plan, composer: Composer, context: Context) -> Answer | None:
    text = fold(plan.standalone)
    added = [document for document in context.corpus.documents.values() if document.added]
    if plan.clusters or added:
        return None
    for entry in _entries():
        if plan.locators and not (entry.open or entry.name.startswith("《")):
            continue  # 「通知附件3」 is collected
        if not entry.words.search(text) or entry.none.search(text):
            continue
        if not entry.open and not plan.locators and not _TEXT_ASKED.search(text):
            continue
        doc, _, locator = entry.at.partition("#")
        mark = composer.cite(doc, locator, entry.quote)
        title = f"《{context.corpus.documents[doc].title}》"
        where = (
            f"，只在{title}{locator}中提到{mark}"
            if entry.mentioned
            else f"，最接近的是{title}{locator}{mark}"
        )
        composer.add(f"没有收录{entry.name}{mark if entry.name.startswith(title) else where}。\n")
        if entry.also:
            see_doc, _, see = entry.see.partition("#")
            composer.add(f"{entry.also}{composer.cite(see_doc, see) if see else mark}。\n")
        composer.add(f"{WHOM_TO_ASK}{_ADD}")
        return composer.build("no_evidence", "no" if _asks_whether_collected(text) else None)
    return None


def _asks_whether_collected(text: str) -> bool:
    return read(text).polar and re.search("收录|收了|收没|收进|入库", text) is not None


def named(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Say that a document named in 《》 or by its number is not in the corpus; None where all that are named are."""
    for title in _TITLED.findall(plan.standalone):
        wanted = fold(title)
        names = [fold(n) for d in context.corpus.documents.values() for n in (d.title, *d.aliases)]
        if any(wanted in name or name in wanted for name in names if name):
            continue
        mention = next((c for c in context.corpus if f"《{title}》" in c.text), None)
        mark = composer.cite(mention.doc, mention.locator, f"《{title}》") if mention else ""
        told = (
            f"，只在《{context.corpus.documents[mention.doc].title}》{mention.locator}中提到{mark}"
            if mention
            else ""
        )
        composer.add(f"没有收录《{title}》的原文{told}。{WHOM_TO_ASK}{_ADD}")
        return composer.build("no_evidence")
    return _unknown_number(plan, composer, context)


def _unknown_number(plan: Plan, composer: Composer, context: Context) -> Answer | None:
    """Say that no document has the number (湘办发〔2021〕9号) that the question gives."""
    known = "".join(
        re.sub(r"\W", "", fold(text))
        for document in context.corpus.documents.values()
        for text in (document.number, document.body)
    )
    for number in _DOCUMENT_NUMBER.findall(fold(plan.standalone)):
        bare = re.sub(r"\W|年", "", number)
        # 文号 is but a part of the wording where a longer run of characters stands before it
        if any(bare[start:] in known for start in range(len(bare) - len(_DIGITS_FROM.search(bare).group()))):  # type: ignore[union-attr]
            continue
        composer.add(f"没有收录文号为“{number}”的文件。{WHOM_TO_ASK}{_ADD}")
        return composer.build("no_evidence")
    return None
