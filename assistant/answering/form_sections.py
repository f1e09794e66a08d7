"""What the forms say of whole sections: how long they may be, who signs them, where the forms are to be had."""

from __future__ import annotations

import re

from assistant.answering.boundary import WHOM_TO_ASK
from assistant.answering.composer import Composer, shorten
from assistant.answering.form_labels import FORMS, STAGES, sections_named
from assistant.checker.form import Form, Row, Section
from assistant.conversation.lexicon import fold
from assistant.conversation.plan import Plan
from assistant.conversation.polarity import Reading, read
from assistant.models import Answer, Verdict
from index.documents import Document

_LENGTH = re.compile(
    r"(?:几|多少)个?字|字数|几千字|篇幅|多长|(?:少于|多于|超过|不低于|至少|最多|最少|以内|限|规定)[^，。,？?]{0,6}[一二两三四五六七八九十百千\d]+字|[一二两三四五六七八九\d][百千\d]+字"
)
_LEAST = re.compile(r"少于|至少|不低于|最少|下限|起码")
_CONTENT = re.compile(r"写(?:些)?(?:什么|哪些|啥|哪几)|内容|哪些方面|包括(?:什么|哪些)")
_PENALTY = re.compile(r"扣|罚|超")
_ALL = re.compile(r"报告[里中]|哪[些几]个?(?:部分|地方|章节)|参赛报告|申报[书表]|初赛|决赛|参赛表")
_SIGNED = re.compile(r"签字|签名|签章|盖章|盖.{0,3}章|章.{0,4}盖|谁签|谁盖")
_SEAL_ASKED = re.compile(
    r"[盖签][^，。,？?]{0,6}(?:吗|么|不|没|吧|行|可以)|(?:要不要|用不用|必须|需要|得|要|可以|能)[^，。,？?]{0,8}[盖签]"
)
_WITHOUT = re.compile(r"(?:不|没有?|未|免)(?:用|必|需要?|会)?(?:再)?[盖签]|空着|漏[盖签]|[盖签]?不[盖签]")
_HOW_MANY = re.compile(r"(?:几|多少)(?:处|个|枚|颗|道)")
_PARTY = re.compile(r"促进(?:组织|中心)|园区|政府|协会")
_DECLARATION = re.compile(r"声明|承诺|真实")
_OPINION = re.compile(r"政府|意见|封面|首页|基本信息")
_DOWNLOAD = re.compile(
    r"下载|(?:哪里|哪儿|怎么|哪)(?:才|能|可以|去)?(?:领|拿|找|取|得到|获得|获取|弄)|(?:空白|电子)(?:表|版|模板)|模板"
)
_FORM = re.compile(r"参赛报告|报告书|申报[书表]|空白表|表格|参赛表|报告模板|参赛材料")


def answer(plan: Plan, composer: Composer, document: Document) -> Answer | None:
    """Answer about length, signatures or where to get the forms; None where the question asks for none of them.

    Args:
        plan: the question's plan.
        composer: collects the answer.
        document: the document of the forms.
    """
    text = fold(plan.standalone)
    if asks_for_forms(plan, text):
        return _download(composer)
    if _LENGTH.search(text) and not _PENALTY.search(text):
        return _lengths(plan, text, composer, document)
    if _SIGNED.search(text):
        return _signatures(plan, text, composer, document)
    return None


def _download(composer: Composer) -> Answer:
    """That the documents do not say where the forms are to be had, and how to make blank ones."""
    marks = "".join(composer.cite(FORMS, stage) for stage in STAGES)
    composer.add(f"现有文件没有写明参赛报告从哪里下载，只载有初赛、决赛两份参赛报告的格式{marks}。")
    composer.add("本系统可以生成空白表：打开“自查”页，在“空白表”中下载初赛或决赛的 Word 文件。" + WHOM_TO_ASK)
    return composer.build("no_evidence")


def asks_for_forms(plan: Plan, text: str) -> bool:
    """Whether the question asks where the forms are to be had."""
    return not plan.locators and bool(_DOWNLOAD.search(text) and _FORM.search(text))


def _forms(plan: Plan) -> list[Form]:
    from assistant.checker.form_loader import load_form

    return [load_form(stage) for stage in STAGES if plan.contest_stage in (None, stage)]


def _lengths(plan: Plan, text: str, composer: Composer, document: Document) -> Answer | None:
    """The word limits of the sections that the question names."""
    chosen = [(form, section) for form in _forms(plan) for section in _long_texts(plan, text, form)]
    if not chosen:
        return None
    groups: dict[tuple[str, str, int | None], list[Form]] = {}
    for form, section in chosen:
        groups.setdefault((section.number, section.title, section.limit), []).append(form)
    # the limits first; a section without one is told only where no other is
    known = {key: forms for key, forms in groups.items() if key[2]} or groups
    for (number, title, limit), forms in known.items():
        where = f"{'、'.join(form.stage for form in forms)}参赛报告的{number} {title}"
        marks = "".join(
            composer.cite(FORMS, form.locator(number), _limit_words(document, form.locator(number), limit))
            for form in forms
        )
        composer.add(f"{where}：{limit}字以内{marks}。\n" if limit else f"{where}没有写明字数要求{marks}。\n")
        if _CONTENT.search(text):
            _contents(forms[0], number, composer, document)
    if any(key[2] for key in known) and _LEAST.search(text):
        composer.add("写的是上限，没有写最少多少字。\n")
    if any(key[2] for key in known):
        return composer.build("answered")
    composer.add(WHOM_TO_ASK)
    return composer.build("no_evidence")


def _contents(form: Form, number: str, composer: Composer, document: Document) -> None:
    """What a section of prose is to tell, in the form's own words."""
    locator = form.locator(number)
    section = next((section for section in form.sections if section.number == number), None)
    lines = [line for line in section.instructions if line in document.full_text(locator)] if section else []
    if lines:
        quote = shorten(lines[0])
        composer.add(f"要写的内容：“{quote}”{composer.cite(FORMS, locator, quote)}。\n")


def _long_texts(plan: Plan, text: str, form: Form) -> tuple[Section, ...]:
    """The sections of prose that the question asks about."""
    prose = [section for section in form.sections if section.kind == "text"]
    numbers = {
        locator.split(" ")[-1]
        for locator in plan.locators
        if locator[:2] not in STAGES or form.stage in locator
    }
    if numbers:
        found = form.sections
        inside = {section.number for section in found if section.number in numbers}
        for number in tuple(inside):
            position = next(i for i, section in enumerate(found) if section.number == number)
            if found[position].level == 1:
                for section in found[position + 1 :]:
                    if section.level == 1:
                        break
                    inside.add(section.number)
        return tuple(section for section in prose if section.number in inside)
    best = sections_named(prose, form, text)
    if best or not _ALL.search(text):
        return best
    return tuple(section for section in prose if section.limit)


def _limit_words(document: Document, locator: str, limit: int | None) -> str | None:
    """The words of the section that hold its limit."""
    if limit is None:
        return None
    found = re.search(rf"{limit}\s*字(?:以内|左右|之内)?", document.full_text(locator))
    return found.group() if found else None


def _signatures(plan: Plan, text: str, composer: Composer, document: Document) -> Answer | None:
    """Who signs and seals, from the rows of the forms that hold signatures and opinions."""
    if plan.kind != "form" and not any(p.search(text) for p in (_DECLARATION, _ALL, _PARTY, _HOW_MANY)):
        return None
    wanted = {"signature"} if _DECLARATION.search(text) else {"signature", "endorsement"}
    if _OPINION.search(text) and not _DECLARATION.search(text):
        wanted = {"endorsement"}
    places: dict[tuple[str, str], tuple[list[Form], tuple[Row, ...]]] = {}
    for form in _forms(plan):
        for section in form.sections:
            rows = tuple(row for table in section.tables for row in table.rows if row.kind in wanted)
            if rows:
                forms, _ = places.setdefault((section.number, section.title), ([], rows))
                forms.append(form)
    if _HOW_MANY.search(text):
        sealed = sum(
            row.kind == "endorsement" or "盖章" in row.hint for _, rows in places.values() for row in rows
        )
        composer.add(f"一份参赛报告有{sealed}处要盖章：\n")
    for (number, title), (forms, rows) in places.items():
        marks = "".join(
            composer.cite(FORMS, form.locator(number), row.label) for form in forms for row in rows
        )
        stages = "、".join(form.stage for form in forms)
        composer.add(f"{stages}参赛报告的{number} {title}：{_signers(rows)}{marks}。\n")
    reading = read(plan.standalone)
    asked = reading.polar and _SEAL_ASKED.search(text) is not None
    return composer.build("answered", _seal_verdict(reading) if asked else None) if places else None


def _seal_verdict(reading: Reading) -> Verdict:
    """Yes where it is asked if a seal or signature must be, no where it is asked if one may do without."""
    without = _WITHOUT.search(reading.asked.replace("要不要", "要").replace("用不用", "用")) is not None
    return "no" if without else "yes"


def _signers(rows: tuple[Row, ...]) -> str:
    signers = [row.label.removesuffix("签字") for row in rows if row.kind == "signature"]
    said = []
    if signers:
        seal = "，单位盖章" if any("盖章" in row.hint for row in rows) else ""
        said.append(f"由{'、'.join(signers)}签字{seal}，并写明日期")
    said += [f"“{row.label}”一栏盖章，并写明日期" for row in rows if row.kind == "endorsement"]
    return "；".join(said)
