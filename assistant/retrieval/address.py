"""Address look-up: exact, in the documents that are named or in all of them."""

from __future__ import annotations

from assistant.conversation.plan import Plan
from index.clauses import Clause
from index.corpus import Corpus
from index.documents import Document


def candidates(locator: str, plan: Plan, corpus: Corpus) -> list[Clause]:
    """The clauses at `locator`.

    Args:
        locator: normalised address; `2.8` without a stage stands for both forms.
        plan: names the documents and the stage, where the question did.
        corpus: where to look.

    Returns:
        One clause for each document (and form) that has the address, in corpus order.
    """
    locators = [locator]
    if locator[0].isdigit() and "." in locator:
        stages = [plan.contest_stage] if plan.contest_stage else ["初赛", "决赛"]
        locators += [f"{stage} {locator}" for stage in stages]
    if plan.documents:
        named = [corpus.documents[identifier] for identifier in plan.documents]
        found = [
            clause for document in named for item in locators if (clause := _at(document, item)) is not None
        ]
        if found:
            return found
    documents = [corpus.documents[identifier] for identifier in plan.documents] or list(
        corpus.documents.values()
    )
    return [
        clause for document in documents for item in locators if (clause := document.clause(item)) is not None
    ]


def _at(document: Document, locator: str) -> Clause | None:
    """The clause at `locator` in a document that was named, also where it numbers otherwise (第四条 → 第四项).

    `Document.find` falls back to what encloses an address that does not exist; that is no answer here.
    """
    clause = document.find(locator)
    if clause is None:
        return None
    same_depth = clause.locator.count("（") == locator.count("（") and clause.locator.count(
        " "
    ) >= locator.count(" ")
    return clause if same_depth else None
