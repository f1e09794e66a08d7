"""What the two report forms have in common and what not, read off the forms themselves."""

from __future__ import annotations

import re
from datetime import date

from assistant.answering import form_compare, form_sections
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.passage import label_of
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.models import Answer
from index.clauses import Clause
from index.documents import Document
from index.parsing.markers import without_marker

_FORMS = "report-2023"
_STAGES = ("初赛", "决赛")
_MORE_OR_LESS = re.compile("比(?:初赛|决赛).{0,8}[多少]|[多少]了(?:什么|哪些)")
_HANDED_IN = re.compile("(?:要|用|需要|得|应)(?:再|重新)?(?:填|交|写|提交|编)")
_FORM_MEANT = re.compile("表|报告|材料|填|写|部分|指标|[2-6]\\.[1-9]")
_EVIDENCE = re.compile(r"[（(][^（）()]*需提供佐证材料[^（）()]*[）)]")


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Compare the forms or list what they demand; None where the question does not ask for it."""
    if plan.documents and _FORMS not in plan.documents:
        return None
    if told := form_sections.answer(plan, composer, context.corpus.documents[_FORMS]):
        return told
    if "evidence" in plan.concepts and plan.expected == "list" and not plan.locators:
        return _with_evidence(plan, composer, context)
    if plan.expected == "yes_no" and plan.contest_stage:
        return _belongs(plan, composer, context)
    compared = "difference" in plan.concepts or _MORE_OR_LESS.search(plan.standalone)
    asked = compared and {"preliminary", "final"} <= plan.concepts.keys()
    if not asked or not _FORM_MEANT.search(plan.standalone):
        return None
    text = fold(plan.standalone)
    if form_compare.tell(plan, text, composer, context.corpus.documents[_FORMS]):
        return composer.build("answered")
    return None


def _with_evidence(plan: Plan, composer: Composer, context: Context) -> Answer | None:
    """The rows for which the form demands evidence."""
    document = context.corpus.documents[_FORMS]
    composer.add("表内注明“需提供佐证材料”的指标如下")
    for stage in (plan.contest_stage,) if plan.contest_stage else _STAGES:
        rows = [c for c in document.subtree(stage) if c.kind == "row" and "佐证材料" in c.text]
        composer.add(f"；{stage}：" if stage != _STAGES[0] else f"。{stage}：")
        for section in dict.fromkeys(" ".join(row.locator.split(" ")[:2]) for row in rows):
            names = [
                _EVIDENCE.sub("", label_of(row)) for row in rows if row.locator.startswith(section + " ")
            ]
            composer.add(
                f"{section.split(' ')[1]} {'、'.join(names)}{composer.cite(_FORMS, section, '需提供佐证材料')}；"
            )
    return composer.build("answered")


def _belongs(plan: Plan, composer: Composer, context: Context) -> Answer | None:
    """Whether a part that the question names is in the form of that stage; None where it names none."""
    document = context.corpus.documents[_FORMS]
    own, other = plan.contest_stage, next(stage for stage in _STAGES if stage != plan.contest_stage)
    named = {stage: _named(_sections(document, str(stage)), plan.standalone) for stage in (own, other)}
    if own is not None and named[own] and _HANDED_IN.search(plan.standalone):
        marked = "、".join(
            f"{_name(clause)}{composer.cite(_FORMS, clause.locator)}" for clause in named[own][:3]
        )
        composer.add(f"要：{own}的参赛报告有{marked}。")
        return composer.build("answered")
    if own is None or named[own] or not named[other]:
        return None
    clause = named[other][0]
    mark, whole = composer.cite(_FORMS, clause.locator), composer.cite(_FORMS, own)
    composer.add(f"{own}的参赛报告没有这一部分{whole}；“{_name(clause)}”只在{other}的参赛报告中{mark}。")
    return composer.build("answered")


def _named(sections: dict[str, Clause], question: str) -> list[Clause]:
    """Sections whose title shares four characters in a row with the question."""
    return [
        c for title, c in sections.items() if any(title[i : i + 4] in question for i in range(len(title) - 3))
    ]


def _sections(document: Document, stage: str) -> dict[str, Clause]:
    return {
        re.sub(r"\s", "", without_marker(clause.text).splitlines()[0]): clause
        for clause in document.subtree(stage)
        if clause.kind == "section"
    }


def _name(clause: Clause) -> str:
    return f"{clause.locator.split(' ')[-1]} {without_marker(clause.text).splitlines()[0].strip()}"
