"""Documents against the calendar and against each other: which came first, how long is left, versions that are not here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer
from assistant.answering.context import Context
from assistant.answering.document_lines import dated_line, marked, name, term_line
from assistant.answering.documents_meant import documents_meant
from assistant.answering.validity import chinese_date
from assistant.conversation.dates import days_named
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import read
from assistant.models import Answer
from index.documents import Document

_MEASURES = "measures-2021"
_FORMS = "report-2023"
# 「到期了会不会延」: of a term, not of a report handed in late.
_EXTENDED = re.compile(
    r"(?:(?:到期|期满|届满|有效期|办法|文件|规定|号文)[^，。?]{0,8}[，,]?[^，。?]{0,6}(?:延期|延长|续期|展期|顺延|延续|再延|(?:会不会|会|能|可以|可能|要不要|是不是|有没有)(?:再)?(?:延|续)))(?!交|报)"
)
_FORM = r"(?:参赛)?(?:报告|表格?|报告书|格式|模板|样式|表样|申报书)"
# 「今年还用2023年那套表吗」
_EDITION = re.compile(
    rf"(?:还|继续|仍|沿)(?:是)?(?:能|可以)?(?:用|填|按|拿)[^，。?]{{0,4}}(?:老|旧|\d\d年?|原来|去年|前年|以前|上次)(?:的)?[^，。?]{{0,4}}{_FORM}|"
    rf"(?:老|旧|\d\d年?|原来|去年|前年|以前|上次)(?:的)?(?:那套|那份|这套)?{_FORM}[^，。?]{{0,4}}(?:还|能|可以|行|有效|过时|作废|管用|接着)|"
    rf"{_FORM}[^，。?]{{0,3}}(?:换|变|改|更新)(?:了|过|版|成|没)|(?:有没有|出了?|换了?|发了?)新(?:的)?(?:版)?(?:的)?{_FORM}(?!填)"
)
_LEFT = re.compile(
    r"(?:还剩|还有|剩下|离|距离?)[^，。,？?]{0,10}(?:多久|几天|多少天|多长|几个月|几年|到期|失效|过期)|(?:过期|失效|到期|超期|届满|过)(?:了)?(?:有)?(?:多久|几天|多少天|多长时间|几个月|几年)"
)
_ORDER = re.compile(
    r"(?:哪|谁)(?:一)?(?:个|份)?(?:文件)?(?:是)?(?:在前|在先|更?早|更?晚|先|后|更?新|更?旧|最新|最早|最晚|(?:出台?|印?发|制定)(?:得)?(?:早|晚|先|后))|(?:按|照)(?:时间|先后|日期|年份)[^，。,]{0,4}(?:排|列|顺序)|先后顺序|最新的?(?:是)?(?:哪|什么)|比[^，。,？?]{2,30}(?:早|晚|新|旧|先|后|前|迟)|(?:先|早|晚|后)(?:出台?|发|有|印发)(?:的)?(?:哪|谁)"
)
_FILES = re.compile(r"文件|文|办法|通知|方案|规划|名单|意见")
_NEWER = re.compile(
    r"(?:出|发|印发|有|换|颁布)(?:台)?(?:了|过)?(?:没有)?新(?:的)?|新(?:的)?(?:办法|规定|文件|方案|政策)?(?:出|发|印发)(?:台)?(?:来)?(?:了)?(?:没|吗|么|不)|有(?:没有)?(?:没)?(?:更)?新(?:的)?(?:办法|规定|文件)|修订|修改过|改版|换新"
)
_OLD = re.compile(r"(?:老|旧|原(?:来|先)?的?|以前的?|之前的?)(?:办法|文件|规定)|办法|82号|规定|文件")
_VERSION = re.compile(
    r"(20\d\d|19\d\d)年?(?:版|那个|那份|出台|印发|制定|发布)?的?(?:新|老|旧)?(?:的)?(?:管理|培育管理)?(办法|规划|工作方案|方案)"
)
_IN_OFFICE = re.compile(
    r"领导[^，。,？?]{0,10}(?:在任|任职|换人|换了|调整|还准|准不准|变动|现任|还是不是|还是(?:他|她))|(?:分工|链长)[^，。,？?]{0,8}(?:还准|准不准|换了|变了|变动|过时|现在还)"
)
_ENDS = re.compile(
    r"(?:满[一二三四五六七八九十\d]+年|期满|届满|到期)[^，。,？?]{0,6}(?:什么时候|哪天|何时|哪一?年|几号|几月)"
)
_GENUINE = re.compile(
    r"(?:是不是|是|算|属于)(?:官方|正式)(?:的|文件)?|转载[^，。,？?]{0,4}还是|官方(?:文件|原文)|正式文件吗"
)
_PUBLISHED = re.compile(r"(?<!联)网上|网站|上网|挂网|发布日|哪天发布|什么时候发布|何时发布|发布时间")


def answer(plan: Plan, composer: Composer, context: Context, day: date) -> Answer | None:
    """Answer from the dates of the documents; None where the question asks nothing of the kind."""
    text = fold(plan.standalone)
    if plan.clusters or plan.divisions:
        return None
    documents = context.corpus.documents
    named = [documents[identifier] for identifier in plan.documents]
    if _ORDER.search(text) and _FILES.search(text):
        compared = documents_meant(plan, context)
        if len(compared) > 1 or re.search("最新|文件", text):
            return _ordered(compared or [d for d in documents.values() if not d.added], text, composer)
    if _EXTENDED.search(text) and (named or _OLD.search(text) or re.search("到期|有效期|期满", text)):
        return _extended(named[0] if named else documents[_MEASURES], composer)
    if _EDITION.search(text):
        return _edition(context, composer, polar=read(plan.standalone).polar)
    if _IN_OFFICE.search(text):
        return _in_office(context, composer)
    if strange := _other_version(text, named, context):
        return _not_collected(*strange, composer)
    meant = named[0] if named else documents[_MEASURES]
    if _LEFT.search(text) and (named or re.search("办法|文件|到期|失效", text)):
        return _left(meant, text, day, composer)
    if named and meant.expires is not None and _ENDS.search(text):
        composer.add(dated_line(meant, composer) + term_line(meant, composer))
        return composer.build("answered")
    if _NEWER.search(text) and _OLD.search(text) and not re.search("申报|项目|集群|批", text):
        return _newer(meant, day, composer)
    if named and meant.official and _GENUINE.search(text):
        return _genuine(meant, composer)
    if _PUBLISHED.search(text) and not plan.locators and "公示" not in text:
        online = documents_meant(plan, context)
        return _published(online[0], composer) if online else None
    return None


def _ordered(named: Sequence[Document], text: str, composer: Composer) -> Answer | None:
    """The documents by date; with a yes or no where the first named is said to be earlier or later than the second."""
    dated = [(document.issued or document.published, document) for document in named]
    known = sorted(((when, d) for when, d in dated if when is not None), key=lambda item: item[0])
    if len(known) < 2:
        return None
    composer.add(f"最早的是{name(known[0][1])}，最新的是{name(known[-1][1])}。\n")
    for when, document in known:
        if document.issued is not None:
            composer.add(dated_line(document, composer))
        else:
            mark = composer.cite(document.id, document.clauses[0].locator)
            composer.add(f"{name(document)}见于{chinese_date(when)}的报道{mark}，原文印发日期没有收录。\n")
    for unknown, document in dated:
        if unknown is None:
            composer.add(f"{name(document)}没有写明日期（{document.source}）。\n")
    said = re.search("比[^，。,?]{2,30}(早|先|前|老|旧|晚|后|迟|新)", text)
    if said is None or len(known) != 2 or not read(text).polar:
        return composer.build("answered")
    earlier = known[0][1] is named[0]
    return composer.build("answered", "yes" if earlier == (said[1] in "早先前老旧") else "no")


def _extended(document: Document, composer: Composer) -> Answer:
    """That no document tells whether the term of one will be extended."""
    composer.add(
        f"会不会延期，收录的文件没有写。\n{term_line(document, composer) or dated_line(document, composer)}"
    )
    composer.add(WHOM_TO_ASK)
    return composer.build("no_evidence")


def _edition(context: Context, composer: Composer, *, polar: bool) -> Answer | None:
    """Whether the collected forms are those of another year: the notice of that year decides."""
    forms = next((d for d in context.corpus.documents.values() if d.id == _FORMS), None)
    if forms is None:
        return None
    mark = composer.cite(forms.id, forms.clauses[0].locator)
    notice = composer.cite(_MEASURES, "第七条", "具体竞赛时间及要求以当年工作通知为准")
    composer.add(
        f"要看当年的通知：竞赛的时间和要求以当年工作通知为准{notice}，表格有没有更换，收录的文件没有记载。\n"
        f"收录的{name(forms)}是{forms.source}{mark}。\n{WHOM_TO_ASK}"
    )
    return composer.build("answered", "conditional" if polar else None)


def _left(document: Document, text: str, day: date, composer: Composer) -> Answer:
    if document.expires is None:
        composer.add(
            f"{name(document)}的正文没有写有效期，算不出还剩多久。\n{dated_line(document, composer)}"
        )
        return composer.build("answered")
    first, _ = days_named(text, day) or (day, day)
    days = (document.expires - first).days
    mark = marked(document, composer, "有效期5年")
    if days >= 0:
        composer.add(f"到{chinese_date(first)}，离{chinese_date(document.expires)}届满还有{days}天{mark}。\n")
    else:
        composer.add(
            f"到{chinese_date(first)}，已过{chinese_date(document.expires)}的期限{-days}天{mark}。\n"
            "有没有延期，或者有没有新的办法，收录的文件没有记载。\n"
        )
    composer.add(term_line(document, composer))
    return composer.build("answered")


def _newer(document: Document, day: date, composer: Composer) -> Answer:
    composer.add(
        f"收录的文件中没有修订、废止或者取代{name(document)}的文件；收录之外有没有，无从得知。\n"
        f"{term_line(document, composer) or dated_line(document, composer)}"
    )
    if document.expires is not None and day > document.expires:
        composer.add(f"到{chinese_date(day)}，这个期限已过。\n")
    composer.add(WHOM_TO_ASK)
    return composer.build("no_evidence")


def _other_version(text: str, named: Sequence[Document], context: Context) -> tuple[str, Document] | None:
    """A year's version that the question names and the corpus lacks, with the document that it has instead."""
    match = _VERSION.search(text)
    if match is None:
        return None
    alike = [
        document
        for document in (named or context.corpus.documents.values())
        if fold(document.title).endswith(match[2])
        or any(fold(a).endswith(match[2]) for a in document.aliases)
    ]
    years = {when.year for d in alike for when in (d.issued, d.published, d.expires) if when is not None}
    if not alike or int(match[1]) in years:
        return None
    return f"{match[1]}年的{match[2]}", alike[0]


def _not_collected(strange: str, document: Document, composer: Composer) -> Answer:
    composer.add(
        f"没有收录{strange}。收录的是{name(document)}，{dated_line(document, composer) or '没有写明日期。'}"
    )
    if document.expires is not None:
        composer.add(term_line(document, composer))
    composer.add(WHOM_TO_ASK)
    return composer.build("no_evidence")


def _in_office(context: Context, composer: Composer) -> Answer | None:
    """That the table of leaders is of its day, and no document tells who is in office now."""
    for document in context.corpus.documents.values():
        table = next(
            (
                c
                for c in document.clauses
                if c.kind == "annex" and "联系省领导" in document.full_text(c.locator)
            ),
            None,
        )
        if table is None or document.added:
            continue
        mark = composer.cite(document.id, table.locator)
        composer.add(
            f"说不准：{name(document)}{table.locator}是印发时的分工{mark}，此后省领导和分工有没有变动，收录的文件没有记载。\n"
            f"{dated_line(document, composer)}{WHOM_TO_ASK}"
        )
        return composer.build("no_evidence")
    return None


def _genuine(document: Document, composer: Composer) -> Answer:
    number = f"，文号{document.number}" if document.number else "，没有载明文号"
    mark = composer.cite(document.id, document.clauses[0].locator)
    composer.add(
        f"{name(document)}是{document.issuer}的正式文件{number}{mark}；收录的文本来自{document.source}。\n"
    )
    composer.add(dated_line(document, composer))
    return composer.build("answered", "yes")


def _published(document: Document, composer: Composer) -> Answer | None:
    if document.published is None or document.issued is None:
        return None
    composer.add(f"{name(document)}网上发布日是{chinese_date(document.published)}（{document.source}）。\n")
    composer.add(dated_line(document, composer))
    composer.add(term_line(document, composer))
    return composer.build("answered")
