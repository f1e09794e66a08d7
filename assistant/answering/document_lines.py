"""Sentences about a document: its name, when it was issued, how long it is valid, that it is a press report."""

from __future__ import annotations

import re

from assistant.answering.composer import Composer
from assistant.answering.validity import chinese_date
from index.documents import Document


def name(document: Document) -> str:
    """《title》."""
    return f"《{document.title}》"


def marked(document: Document, composer: Composer, words: str) -> str:
    """The mark of the clause in which `words` stand; "" where the document does not have them."""
    for clause in document.clauses:
        if words and words in clause.text:
            return composer.cite(document.id, clause.locator, words)
    return ""


def dated_line(document: Document, composer: Composer) -> str:
    """「《…》于2021年3月15日印发」; "" where the day is not known."""
    if document.issued is None:
        return ""
    day = chinese_date(document.issued)
    return f"{name(document)}于{day}印发{marked(document, composer, day)}。\n"


def term_line(document: Document, composer: Composer) -> str:
    """「《…》有效期5年，按印发日算，到……为止」, with the doubt about 发布之日; "" for a document without a term."""
    stated = re.search(r"有效期[^，。；\n]{0,12}", document.body)
    mark = marked(document, composer, stated.group()) if stated else ""
    if document.expires is None or document.issued is None:
        return ""
    text = (
        f"{name(document)}{stated.group() if stated else ''}，按印发日{chinese_date(document.issued)}算，"
        f"到{chinese_date(document.expires)}为止{mark}。\n"
    )
    if document.published is not None and document.published > document.issued:
        later = document.published.replace(
            year=document.published.year + document.expires.year - document.issued.year
        )
        text += (
            f"条文写的是“自发布之日起”，如按网上公布日{chinese_date(document.published)}算，"
            f"则到{chinese_date(later)}{mark}。\n"
        )
    return text


def unofficial_line(document: Document, composer: Composer) -> str:
    """That what is collected of a document is a digest of a press report, and what to quote in its place."""
    mark = composer.cite(document.id, document.clauses[0].locator)
    return (
        f"这里收录的{name(document)}是媒体报道的摘要，不是正式文件原文{mark}；"
        f"引用请以{document.issuer}印发的正式文件为准。\n"
    )
