"""Answers as HTML: text with numbered marks, warnings, citations that open the clause."""

from __future__ import annotations

import re
from datetime import date

from assistant.models import Answer, Citation
from assistant.page.clauses import badge, clause_in_context, reference
from assistant.page.markup import details, element, esc, notice
from index.corpus import Corpus

_MARK = re.compile(r"\[(\d{1,3})\]")
_VERDICTS = {"yes": ("可以", "good"), "no": ("不可以", "bad"), "conditional": ("视情况而定", "odd")}
_STATUSES = {
    "no_evidence": ("文件没有写明", "odd"),
    "out_of_scope": ("不在本助手范围内", "odd"),
    "needs_clarification": ("请补充说明", "odd"),
}


def question_html(question: str) -> str:
    """A user's turn, shown as written."""
    lines = [line for line in question.splitlines() if line.strip()]
    return element("div", "<br>".join(esc(line) for line in lines), "ca-question")


def answer_html(answer: Answer, corpus: Corpus, day: date, key: str) -> str:
    """An answer with its citations.

    Args:
        answer: the answer.
        corpus: the documents cited.
        day: the day on which validity is judged.
        key: makes the ids of this answer differ from those of others on the page.
    """
    label = _VERDICTS.get(answer.verdict or "") or _STATUSES.get(answer.status)
    head = element("span", label[0], f"ca-verdict ca-{label[1]}") if label else ""
    lines = [line for line in answer.answer.splitlines() if line.strip()]
    text = "".join(element("p", _with_marks(line, len(answer.citations), key)) for line in lines)
    warnings = "".join(notice(warning, "warn") for warning in answer.warnings)
    citations = "".join(
        element("li", _citation(citation, corpus, day, f"{key}-{number}"), value=str(number))
        for number, citation in enumerate(answer.citations, 1)
    )
    sources = (
        element("div", element("h4", "依据（点开看原文和上下文）") + element("ol", citations), "ca-sources")
        if citations
        else ""
    )
    return element("article", head + text + warnings + sources, "ca-answer")


def _with_marks(line: str, count: int, key: str) -> str:
    def link(match: re.Match[str]) -> str:
        number = int(match.group(1))
        if not 1 <= number <= count:
            return match.group()
        return element(
            "sup", element("a", str(number), href=f"#{key}-{number}", title=f"依据{number}"), "ca-mark"
        )

    return _MARK.sub(link, esc(line))


def _citation(citation: Citation, corpus: Corpus, day: date, identifier: str) -> str:
    document = corpus.document(citation.doc)
    if document is None:
        return esc(f"《{citation.title}》{citation.locator}：“{citation.quote}”")
    name = (
        element("strong", esc(citation.locator)) + f" {esc(f'《{document.title}》')}" + badge(document, day)
    )
    quote = element("q", esc(citation.quote.strip("| \n")), "ca-quote")
    source = element("p", esc(reference(document, citation.locator)), "ca-path")
    # The id stands inside: a browser opens what a link leads into.
    inner = element(
        "div", source + clause_in_context(document, citation.locator, citation.quote), id=identifier
    )
    return details(f"{name} {quote}", inner, "ca-citation")
