"""What a document repealed, and what is told of one that was repealed and is not in the corpus."""

from __future__ import annotations

import re

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import shorten
from assistant.answering.document_lines import dated_line, marked, name, term_line
from assistant.answering.in_force_case import Case, verdict_of
from assistant.answering.validity import chinese_date
from assistant.models import Answer
from index.documents import Document

REPEAL = re.compile(r"废止|(?<!作)废(?:了|掉|除|的|过|没)|取代|替代|代替|替换|替(?:了|掉)|顶(?:替|掉|了)")
_WHAT = re.compile(
    r"(?:废止|废(?:了|掉|除)|取代|替代|代替|替换|替)了?(?:的是)?(?:.{0,2})(?:哪|什么|谁|多少|几)"
)
# 「有没有废止以前的文件」: what others it repealed, not what repealed it.
_OTHERS = re.compile(
    r"(?:废止|废(?:了|掉|除)|取代|替代|替换|顶(?:替|掉))(?:过|了)?(?:什么|哪|别的|其他|其它|以前|之前|原来|老|旧|先前|从前|任何)|(?:把|将)(?:以前|之前|原来|老|旧|别的)[^，。?]{0,8}(?:废|取代|替)"
)
_WHEN = re.compile(r"什么时候|哪一?[年天月日]|何时|几月|几号|几几年|从|时间|日期")
_ENDED = re.compile(r"废|作废|失效|停用|停止|取代|替|不能用|没用")
# 「是哪年出的」
_FIRST_ISSUED = re.compile(
    r"(?:哪一?年|哪天|哪一?月|什么时候|何时|几几年|谁|哪个(?:单位|部门)|哪里)[^，。?废]{0,3}(?:印发|发|出|定|制定|的)"
)


def of_repealed(repealing: Document, title: str, named: list[Document], case: Case) -> Answer:
    """About a document that `repealing` repealed."""
    sentence = re.search(r"[^。；\n]*废止", repealing.body)
    mark = marked(repealing, case.composer, shorten(sentence.group().strip())) if sentence else ""
    others = [document for document in named if document is not repealing]
    if REPEAL.search(case.text) and others and case.reading.polar:
        case.composer.add(f"不是：{title}是由{name(repealing)}废止的{mark}，不是{name(others[0])}。\n")
        return case.composer.build("answered", "no")
    # 「被废掉的那个意见」 names it, and asks nothing of when it ended
    text = re.sub(r"被[^，。?]{0,4}废[^，。?的]{0,2}的", "", case.text)
    ended = _ENDED.search(text) is not None
    issued = (
        re.search(r"(\d{4}年\d{1,2}月\d{1,2}日)([^《。]*?印发)的", sentence.group()) if sentence else None
    )
    if issued and _FIRST_ISSUED.search(text) and not ended:
        case.composer.add(f"{title}是{issued[1]}{issued[2]}的{mark}。\n")
    if _WHEN.search(text) and ended and repealing.issued:
        case.composer.add(f"{chinese_date(repealing.issued)}起废止。\n")
    case.composer.add(f"已经废止：{title}由{name(repealing)}废止{mark}。\n")
    case.composer.add(dated_line(repealing, case.composer))
    return case.composer.build("answered", verdict_of("no", case))


def not_repealed_by(repealing: Document, named: list[Document], case: Case) -> Answer:
    """That `repealing` repealed something else than the other documents named."""
    sentence = re.search(r"[^。；\n]*废止", repealing.body)
    mark = marked(repealing, case.composer, sentence.group().strip()) if sentence else ""
    others = "、".join(name(document) for document in named if document is not repealing)
    case.composer.add(
        f"没有：{name(repealing)}废止的是{'、'.join(repealing.repeals)}{mark}，没有写废止{others}。\n"
    )
    return case.composer.build("answered", "no")


def by(document: Document, case: Case) -> Answer | None:
    """What `document` repealed; and that nothing is known to have repealed it."""
    composer = case.composer
    active = re.search(r"被|有没有新|新的?(?:办法|规定|文件|方案)|后来", case.text) is None
    if document.repeals and active:
        sentence = re.search(r"[^。；\n]*废止", document.body)
        mark = marked(document, composer, sentence.group().strip()) if sentence else ""
        composer.add(f"{name(document)}废止的是{'、'.join(document.repeals)}{mark}，没有写废止别的文件。\n")
        return composer.build(
            "answered", "no" if case.reading.polar and not _WHAT.search(case.text) else None
        )
    if active and (_WHAT.search(case.text) or _OTHERS.search(case.text)):
        composer.add(f"{name(document)}没有写明废止了哪个文件。\n{dated_line(document, composer)}")
        return composer.build("answered", "no" if case.reading.polar else None)
    composer.add(f"收录的文件中没有废止或者取代{name(document)}的文件；收录之外有没有，无从得知。\n")
    if document.expires is not None:
        composer.add(term_line(document, composer))
    else:
        composer.add(dated_line(document, composer))
    composer.add(WHOM_TO_ASK)
    return composer.build("no_evidence")
