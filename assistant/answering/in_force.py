"""Answers on whether a document is in force, since when, until when, and what repealed or replaced what."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.answering import repealing
from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.document_lines import dated_line, marked, name, term_line, unofficial_line
from assistant.answering.in_force_case import Case, titles, verdict_of
from assistant.answering.passage import quote_from
from assistant.answering.repealed import repealed_in
from assistant.answering.repealing import REPEAL
from assistant.answering.validity import chinese_date
from assistant.conversation.dates import days_named
from assistant.conversation.facts import facts_of
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.eligibility.engine import evaluate
from assistant.models import Answer
from index.documents import Document

_MEASURES = "measures-2021"
_TERM_STATED = re.compile(
    r"(?:有没有|有无|是否|没有?)(?:说|写|规定|讲|提)(?:明|过|清楚)?.{0,3}(?:管|有效|执行|用)?(?:到)?(?:几年|多久|多少年|多长|哪年|什么时候)|(?:写|规定|载明|注明|标|提)(?:了|明|过|没写)?.{0,4}有效期|有效期.{0,6}(?:写|规定|载明|注明)|有(?:没有)?有效期"
)
_ABOUT_REPEALED = re.compile(
    r"停用|停止|关系|引用|援引|参考|(?:哪一?年|哪天|哪一?月|什么时候|何时|几几年|谁|哪个(?:单位|部门)|哪里)(?:印|发|出|定|制|写|的)|(?:叫|全称|标题|名字|名称)(?:是)?什么"
)
_SINCE = re.compile(
    r"(?:哪天|什么时候|何时|几号|哪一?年|几月|从).{0,8}(?:施行|生效|实施|执行|起作用)|(?:施行|生效|实施|执行)(?:日期|时间|日)"
)
_UNTIL = re.compile(
    r"(?:什么时候|何时|哪天|哪一?天|哪一?年|几号|几月|多久|几年|多少年|多长|到哪).{0,10}(?:到期|失效|过期|期满|届满|作废|有效|为止|到头|到点|截止)|"
    r"时效|有效期限|有效期(?:是|到|有|为|一共|限)?(?:多|几|到|限|什么|哪)|有效(?:多|几|到|至)|(?:到期|失效|过期|届满)(?:日|时间|是哪|是什么)|一共(?:几|多少)年|起算|算起"
)
_COMPARED = re.compile(r"(?:哪|谁)(?:一)?(?:个|份)?.{0,6}(?:早|晚|先|后|新|旧|老)")
_VALID = re.compile(
    r"有效|过期|过时|失效|管用|有用|没用|算数|作数|能用|还用|作废|现行|(?:当|作|拿|做|为).{0,6}依据|依据.{0,3}吗|到期|期满|届满|继续(?:执行|用)|还?执行|按.{0,10}(?:办法|号文|文件)|能(?:按|照|用|拿)|还(?:能|可以)(?:按|照|拿|用)|生效|施行|适用|废止|效力|时效"
)
_BY = re.compile(
    r"(?:还|继续|照样|仍然?)(?:能|可以)?(?:不能)?(?:按照?|照|依照?|沿用|参照|执行)[^，。,？?]{0,24}(?:来|执行|办|报|准备|走|做|吗|么|不)"
)
_OFFICIAL = re.compile(r"正式文件|原文|引用|官方|报道|转载|摘要")
# What holds once a document has run out: 到期了按什么执行.
_AFTER = re.compile(
    r"(?:到期|过期|失效|期满|届满|作废)(?:了|后|以后|之后)?[^，。]{0,4}(?:按|依|照|执行|用)?(?:什么|哪|啥|怎么|咋|如何|谁)|(?:现在|如今|目前|今后)[^，。]{0,4}(?:按|依|照|执行|用)(?:什么|哪|啥)"
)
_TITLES = re.compile(
    r"(?:到期|过期|失效|期满)[^，。？?]{0,8}(?:奖励?|资金|扶持|支持)|称号|牌子|已认定的|已经认定|评上的"
)


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Answer on force, term, repeal or order of the documents that the question names; None where it asks for
    something else, or names none."""
    return _answer(plan, composer, context, day, None)


def of_the_measures(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """As `answer`, for a question that means the management measures where it names no document."""
    listed = "名单" in plan.standalone and "办法" not in plan.standalone
    return _answer(
        plan, composer, context, day, context.corpus.documents["list-2022" if listed else _MEASURES]
    )


def of_repealed(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """As `answer`, for a question that names a document which another repealed; None for all others."""
    text = fold(plan.standalone)
    repealed = repealed_in(text, context)
    if (
        repealed is None
        or plan.clusters
        or not (REPEAL.search(text) or _VALID.search(text) or _ABOUT_REPEALED.search(text))
    ):
        return None
    named = [context.corpus.documents[identifier] for identifier in plan.documents]
    return repealing.of_repealed(
        *repealed, named, Case(plan, text, read(plan.standalone), composer, context, day)
    )


def relied_on(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Whether one may still go by a document that the question names; None for all other questions."""
    text = fold(plan.standalone)
    document = context.corpus.documents[plan.documents[0]] if plan.documents else None
    reading = read(plan.standalone)
    if document is None or document.added or not reading.polar or not _BY.search(text) or plan.clusters:
        return None
    return _valid(document, Case(plan, text, reading, composer, context, day))


def _answer(
    plan: Plan, composer: Composer, context: Context, day: date, meant: Document | None
) -> Answer | None:
    text = fold(plan.standalone)
    case = Case(plan, text, read(plan.standalone), composer, context, day)
    named = [context.corpus.documents[identifier] for identifier in plan.documents]
    if len(named) > 1 and _COMPARED.search(text):
        return _compare(named, composer)
    repealed = repealed_in(text, context)
    if repealed and (REPEAL.search(text) or _VALID.search(text) or "引用" in text):
        return repealing.of_repealed(*repealed, named, case)
    active = next((document for document in named if document.repeals), None)
    if len(named) > 1 and active and REPEAL.search(text) and case.reading.polar:
        return repealing.not_repealed_by(active, named, case)
    document = named[0] if named else meant
    if document is None or document.added:
        return None
    if not document.official and case.reading.polar and _OFFICIAL.search(text):
        return _unofficial(document, case)
    if REPEAL.search(text):
        return repealing.by(document, case)
    if document.expires is not None and _AFTER.search(text) and not case.reading.polar:
        return _after(document, case)
    if _TERM_STATED.search(text) and case.reading.polar:
        return _term_stated(document, case)
    if _SINCE.search(text) and not case.reading.polar:
        return _since(document, composer)
    if _UNTIL.search(text) and not case.reading.polar:
        return _until(document, case)
    return _valid(document, case) if case.reading.polar and _VALID.search(text) else None


def _compare(documents: list[Document], composer: Composer) -> Answer | None:
    dated = [document for document in documents if document.issued is not None]
    if len(dated) < 2:
        return None
    first, *_, last = sorted(dated, key=lambda document: document.issued or date.min)
    composer.add(f"{name(first)}在前，{name(last)}在后。\n")
    for document in dated:
        composer.add(dated_line(document, composer))
    return composer.build("answered")


def _after(document: Document, case: Case) -> Answer:
    """What replaces a document that has run out: the corpus does not say."""
    case.composer.add(
        f"{name(document)}到期以后按哪份文件执行，收录的文件没有写：没有延期的记载，也没有新的办法。\n"
    )
    case.composer.add(term_line(document, case.composer))
    case.composer.add(WHOM_TO_ASK)
    return case.composer.build("no_evidence")


def _term_stated(document: Document, case: Case) -> Answer:
    if document.expires is not None:
        case.composer.add("写了：" + term_line(document, case.composer))
        return case.composer.build("answered", "yes")
    case.composer.add(f"没有写：{name(document)}的正文没有规定有效期。\n")
    _without_term(document, case)
    return case.composer.build("answered", "no")


def _without_term(document: Document, case: Case) -> None:
    """What stands in place of a term: when it was issued, and the review that a list provides for."""
    case.composer.add(dated_line(document, case.composer))
    review = re.search(r"每[一二三四五]年开展一次复核", document.body)
    if review:
        case.composer.add(f"但写明{review.group()}{marked(document, case.composer, review.group())}。\n")
    if not document.issued:
        opening = document.clauses[0]
        case.composer.add(f"出处见{opening.locator}{case.composer.cite(document.id, opening.locator)}。\n")


def _since(document: Document, composer: Composer) -> Answer:
    stated = re.search(r"自[^，。；\n]{2,16}起施行", document.body)
    if stated:
        mark = marked(document, composer, stated.group())
        composer.add(f"{name(document)}{stated.group()}{mark}。\n")
    else:
        composer.add(f"{name(document)}没有写明从哪天起施行。\n")
    composer.add(dated_line(document, composer))
    return composer.build("answered")


def _until(document: Document, case: Case) -> Answer:
    if document.expires is not None:
        case.composer.add(term_line(document, case.composer))
        return case.composer.build("answered")
    case.composer.add(f"{name(document)}的正文没有写有效期。\n")
    _without_term(document, case)
    case.composer.add(f"是否仍然有效，请向印发机关{document.issuer}确认。")
    return case.composer.build("answered")


def _unofficial(document: Document, case: Case) -> Answer:
    case.composer.add(f"不能当作正式文件引用：{unofficial_line(document, case.composer)}")
    return case.composer.build("answered", "no" if not re.search("报道|摘要|转载", case.text[-8:]) else "yes")


def _valid(document: Document, case: Case) -> Answer:
    """Whether `document` is in force on the day that the question names, else today."""
    if _TITLES.search(case.text):
        return titles(document, case)
    first, last = days_named(case.text, case.day) or (case.day, case.day)
    if document.issued is not None and last < document.issued:
        case.composer.add(
            f"还没有生效：{chinese_date(last)}还没有印发。\n{dated_line(document, case.composer)}"
        )
        if document.expires is not None:
            case.composer.add(term_line(document, case.composer))
        return case.composer.build("answered", verdict_of("no", case))
    if document.expires is None:
        case.composer.add(f"说不准：{name(document)}的正文没有写有效期，收录的文件中也没有废止它的。\n")
        _without_term(document, case)
        case.composer.add(f"是否仍然有效，请向印发机关{document.issuer}确认。")
        return case.composer.build("answered", verdict_of("conditional", case))
    return _within_term(document, first, last, case)


def _within_term(document: Document, first: date, last: date, case: Case) -> Answer:
    facts = facts_of(case.plan, case.context.registry, case.day)
    begin, end = (
        evaluate(replace(facts, as_of=day), case.context.parameters, ("validity",))[0]
        for day in (first, last)
    )
    if document.expires is not None and first <= document.expires <= last and first == last:
        case.composer.add(
            f"{chinese_date(last)}是有效期的最后一天，过了这一天就届满。\n{term_line(document, case.composer)}"
        )
        verdict = verdict_of("conditional", case)
    elif begin.verdict == end.verdict:
        outcome = end if end.verdict == "yes" else begin
        for sentence in outcome.sentences:
            marks = "".join(case.composer.cite(c.doc, c.locator, c.quote) for c in sentence.citations)
            case.composer.add(f"{sentence.text.rstrip('。')}{marks}。\n")
        verdict = verdict_of(outcome.verdict or "conditional", case)
    else:
        case.composer.add("要看是哪一天。\n" + term_line(document, case.composer))
        case.composer.add("有没有延期，或者有没有新的办法，收录的文件没有记载。\n")
        verdict = verdict_of("conditional", case)
    _named_clauses(document, case)
    return case.composer.build("answered", verdict)


def _named_clauses(document: Document, case: Case) -> None:
    """The words of the clauses that the question names beside the force of their document."""
    terms = case.context.retriever.terms(case.plan)
    for locator in case.plan.locators[:2]:
        clause = document.clause(locator)
        piece = quote_from(document, clause, terms, case.plan.expected) if clause else None
        if clause and piece:
            mark = case.composer.cite(document.id, clause.locator, piece.quote)
            case.composer.add(f"{clause.locator}写的是“{piece.quote}”{mark}。\n")
