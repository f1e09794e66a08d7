"""Which documents a question is about, where it names them by an everyday noun (规划, 方案, 那套表)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answering.context import Context
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from index.documents import Document

# Nouns that mean one of the documents where nothing else qualifies them; 实施办法 and 产业规划 are others.
_NOUNS = (
    (
        "measures-2021",
        re.compile(
            r"(?<!实施)(?<!竞赛)(?<!什么)(?<!没有)(?<!没)(?<!啥)(?<!想)(?<!新)(?<!奖励)(?<!评审)(?<!评选)办法"
        ),
    ),
    (
        "plan-2022",
        re.compile(r"(?<!产业)(?<!园区)(?<!制定)(?<!编制)(?<!强省)(?<!产业发展)规划"),
    ),
    ("workplan-2021", re.compile(r"(?<!实施)(?<!培育)(?<!奖励)(?<!评审)(?:工作)?方案")),
    (
        "list-2022",
        re.compile(
            r"(?<!竞赛)(?<!工作)(?<!年度)(?<!当年)(?<!的)通知|名单|第一批(?=[^，。？?]{0,6}(?:公布|发布|印发|发的|出的|下发))"
        ),
    ),
    (
        "report-2023",
        re.compile(
            r"(?:初赛|决赛)(?:的|用的|那)*(?:份|套|张|个)?(?:参赛)?(?:报告|表格?|材料)|参赛报告|申报(?:表|书)|报告(?:书|表)|[这那]套(?:报告)?表|参赛(?:用的?)?表|表样"
        ),
    ),
)
# The plan is known from a newspaper only; these words also tell what sort of text it is.
_PRESS = ("plan-2022", re.compile(r"中国电子报|电子报|(?:媒体|报纸|报社|新闻)的?(?:那篇|报道|文章|稿)"))
# 「名单的通知」 and 「关于印发办法的通知」 are one document each.
_SAME = re.compile(r"(名单|办法|方案)(?:那个|这个|那份|这份|的|印发的?)?(?:印发)?(?:的)?通知")
_PRINTING = re.compile(r"(?:印发|发)[^，。,]{0,10}(?:办法|方案)的?(?:那个|这个|那份)?的?通知")


def documents_meant(plan: Plan, context: Context) -> tuple[Document, ...]:
    """The documents that the question names, those by an everyday noun included, in the order of the question."""
    text = _plain(plan.standalone)
    places: dict[str, int] = {}
    for identifier in plan.documents:
        document = context.corpus.documents[identifier]
        found = [text.find(name) for name in _names([document]) if name in text]
        places[identifier] = min(found, default=0)
    rest = _less(text, _names(context.corpus.documents[i] for i in plan.documents))
    for identifier, noun in (*_NOUNS, _PRESS):
        match = noun.search(rest)
        if match and identifier not in places and identifier in context.corpus.documents:
            places[identifier] = match.start()
    return tuple(context.corpus.documents[i] for i in sorted(places, key=lambda i: places[i]))


def without_names(text: str, documents: Iterable[Document]) -> str:
    """The folded `text` less the names of the documents."""
    documents = tuple(documents)
    rest = _less(_plain(text), _names(documents))
    for identifier, noun in _NOUNS:
        if any(document.id == identifier for document in documents):
            rest = noun.sub("", rest)
    return rest


def _plain(text: str) -> str:
    folded = fold(text)
    return _SAME.sub(r"\1", _PRINTING.sub(lambda m: re.sub(r"的?通知", "", m.group()), folded))


def _names(documents: Iterable[Document]) -> list[str]:
    names = {
        fold(name)
        for document in documents
        for name in (document.title, document.number, document.id, *document.aliases)
        if name
    }
    return sorted(names, key=len, reverse=True)


def _less(text: str, names: list[str]) -> str:
    for name in names:
        text = text.replace(name, "、" * len(name))  # places stay what they are
    return text
