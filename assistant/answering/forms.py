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
from assistant.conversation.polarity import read
from assistant.models import Answer, Verdict
from index.clauses import Clause
from index.documents import Document
from index.parsing.markers import without_marker

_FORMS = "report-2023"
_STAGES = ("初赛", "决赛")
_MORE_OR_LESS = re.compile("比(?:初赛|决赛).{0,8}[多少]|[多少]了(?:什么|哪些)")
_HANDED_IN = re.compile(
    "(?:要|用|需要?|得|应|该|还|再)(?:不要|不用)?(?:再|重新|另外?)?(?:一?份)?(?:填|交|写|提交|编|附|做|准备|提供|有)|要[^，。,不]{2,14}吗"
)
_HAS = re.compile(
    "(?:有没有|有无|是否有|还有|有)[^，。,吗]{0,14}(?:部分|一章|章节|要求|方案|声明|报告|佐证|材料|资料)|不(?:用|必|需要|写|交|填|附)"
)
# 「也要打决赛吗」 asks who takes part, not for a part of the form.
_TAKES_PART = re.compile(
    "(?:打|参加|进|去|报名|走|过)(?:省里的?)?(?:初赛|决赛)(?!表|报告)(?=[吗么不了才，,。？?]|的?(?:话|时候)|$)"
)
_NOT_HANDED_IN = re.compile(
    "(?:可以|能|可否|是不是|就)[^，。,]{0,6}不(?:用|必|需要|写|交|填|附)|不(?:用|必|需要)[^，。,]{0,10}吗"
)
_SUBJECTS = re.compile(
    "(?:集群)?(?:发展)?促进组织|(?:集群)?(?:核心)?承载园区|产业集群"
)  # whom every section is about
_NUMBERED = re.compile(r"(?:初赛 |决赛 )?\d\.\d")
_NO_PART = re.compile("字数|多少字|几个字|签字|盖章|超|区别|不同|差别|半年|年度|哪里下|下载")
_FORM_MEANT = re.compile(
    "声明|自评|提纲|佐证|表|报告|内容|材料|填|写|部分|[一二三四五六七]块|指标|[2-6]\\.[1-9]"
)
_EVIDENCE = re.compile(r"[（(][^（）()]*需提供佐证材料[^（）()]*[）)]")


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Compare the forms or list what they demand; None where the question does not ask for it."""
    if plan.documents and _FORMS not in plan.documents:
        return None
    if told := form_sections.answer(plan, composer, context.corpus.documents[_FORMS]):
        return told
    if "evidence" in plan.concepts and plan.expected == "list" and not plan.locators:
        return _with_evidence(plan, composer, context)
    return compared(plan, composer, context, day)


def compared(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Where the two forms differ; None where the question does not set one against the other."""
    if plan.documents and _FORMS not in plan.documents:
        return None
    differs = "difference" in plan.concepts or _MORE_OR_LESS.search(plan.standalone)
    asked = differs and {"preliminary", "final"} <= plan.concepts.keys()
    if re.search("(?:字数|多少字|几个字).{0,8}(?:一样|相同)", plan.standalone):
        return None  # told with the limits
    if not asked or not _FORM_MEANT.search(plan.standalone):
        return None
    text = fold(plan.standalone)
    differ = form_compare.tell(plan, text, composer, context.corpus.documents[_FORMS])
    if differ is None:
        return None
    same_asked = form_compare.asks_whether_same(text) and read(plan.standalone).polar
    return composer.build("answered", ("no" if differ else "yes") if same_asked else None)


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


def belongs(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Whether a part that the question names is in the form of the stage it names; None where it asks for none."""
    text = fold(plan.standalone)
    asked = _HANDED_IN.search(text) or _HAS.search(text)
    if not asked or plan.contest_stage is None or _NO_PART.search(text) or _TAKES_PART.search(text):
        return None
    if plan.documents and _FORMS not in plan.documents:
        return None
    document = context.corpus.documents[_FORMS]
    own, other = plan.contest_stage, next(stage for stage in _STAGES if stage != plan.contest_stage)
    own_words = _SUBJECTS.sub("\0", text)
    named = {stage: _named(_sections(document, stage), own_words) for stage in (own, other)}
    if not named[own] and not named[other]:
        named = {stage: _named(_sections(document, stage), text) for stage in (own, other)}
    if numbers := {item.split(" ")[-1] for item in plan.locators if _NUMBERED.fullmatch(item)}:
        named = {stage: _numbered(document, stage, numbers) for stage in (own, other)}
    polar = plan.expected == "yes_no" or read(text).polar
    if named[own] and polar:
        marked = "、".join(
            f"{_name(clause)}{composer.cite(_FORMS, clause.locator)}" for clause in named[own][:3]
        )
        composer.add(f"要：{own}的参赛报告有{marked}。")
        return composer.build("answered", _said("yes", plan))
    if named[own] or not named[other]:
        return None
    clause = named[other][0]
    whole, mark = composer.cite(_FORMS, own), composer.cite(_FORMS, clause.locator)
    composer.add(
        f"{'不用：' if polar else ''}{own}的参赛报告没有这一部分{whole}；“{_name(clause)}”只在{other}的参赛报告中{mark}。"
    )
    return composer.build("answered", _said("no", plan) if polar else None)


def _numbered(document: Document, stage: str, numbers: set[str]) -> list[Clause]:
    """The sections of a form that have one of the numbers."""
    found = (document.clause(f"{stage} {number}") for number in sorted(numbers))
    return [clause for clause in found if clause is not None]


def _said(needed: Verdict, plan: Plan) -> Verdict:
    """The verdict on whether the part is needed; 可以不写 and 不用写 ask for the opposite."""
    odd = _NOT_HANDED_IN.search(plan.standalone) is not None
    return needed if not odd else "no" if needed == "yes" else "yes"


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
