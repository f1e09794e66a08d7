"""Opinion, signatures, seals and the three commitments (kind `declaration`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from assistant.checker.form import Commitment, Section
from assistant.checker.labels import flat
from assistant.checker.mapping.fields import PICTURE
from assistant.checker.rules.registry import Context, Problem, Severity, at, missing, rule
from assistant.checker.rules.signed import signed_by, signed_cells, signed_text, units_named
from assistant.checker.source import Paragraph, Place

_SEALED = re.compile(r"盖章|公章|印章|签章|\(章\)|\(印\)")
_GOVERNMENT = re.compile(r"[\u4e00-\u9fff]{2,12}人民政府")
_OPINION = re.compile(r"同意|属实|推荐|申报|支持|上报|审核|批准|意见|请|予")
_COMMITMENT_LIKENESS = 0.6
_NUMBERED = re.compile(r"^(?:\(?[\d一二三]{1,2}\)?[、.)]|[①②③④⑤])")
_QUALIFIED = re.compile(
    r"除[^。；;]{0,24}外|除外|例外|不含|正在整改|整改中|尚未结案|处理中|但(?:是|在|于|曾|有|20)"
)
_NUMERALS = str.maketrans("一二三四五六七八九", "123456789")


@rule(id="endorsement-blank", kind="declaration", title="人民政府意见或签字为空")
def endorsement_blank(context: Context) -> Iterator[Problem]:
    """The government's opinion, or a signature, is not there; a name without an opinion is a warning.

    The name of the unit that seals is no signature.
    """
    for section, row, value in signed_cells(context):
        if value is None and section.number not in context.draft.headings:
            continue
        opinion = row.kind == "endorsement"
        raw = value.raw if value is not None else ""
        text = signed_text(raw) if opinion else signed_by(raw, units_named(context.draft))
        advice = "报送前请签署意见并加盖公章。" if opinion else "报送前请由负责人签字并加盖单位公章。"
        if not text:
            what = "没有签署意见" if opinion else "没有签字"
            message = f"{section.number} “{row.label}”{what}。"
            yield missing(context, section.number, row, None, message, advice)
        elif value is not None and opinion and _GOVERNMENT.fullmatch(text) and not _OPINION.search(text):
            message = f"{section.number} “{row.label}”只有“{text}”，没有意见。"
            yield at(value, message, advice, severity="warning")


@rule(id="opinion-negative", kind="declaration", title="人民政府意见为不同意")
def opinion_negative(context: Context) -> Iterator[Problem]:
    """The government's opinion does not support the application."""
    for section, row, value in signed_cells(context):
        if value is None or row.kind != "endorsement":
            continue
        found = re.search(r"不同意|不予(?:推荐|同意|支持)|不支持|暂缓|不推荐", flat(value.raw))
        if found:
            message = f"{section.number} “{row.label}”写有“{found.group()}”，不能作为申报依据。"
            yield at(value, message, "请与出具意见的人民政府核实。", found=found.group())


@rule(id="seal-missing", kind="declaration", title="没有盖章处", severity="warning")
def seal_missing(context: Context) -> Iterator[Problem]:
    """A signed cell without a seal: neither the form's （盖章） nor a picture is left."""
    for section, row, value in signed_cells(context):
        if value is None or not signed_text(value.raw) or PICTURE in value.raw:
            continue
        if not _SEALED.search(flat(value.raw)) and not _SEALED.search(flat(value.label_raw)):
            message = f"{section.number} “{row.label}”没有盖章，也没有保留“（盖章）”处。"
            yield at(value, message, "请加盖单位公章。")


def _letters(text: str) -> str:
    """A commitment without numbering, white space and punctuation: only its words count."""
    plain = flat(text)
    previous = None
    while previous != plain:
        previous, plain = plain, _NUMBERED.sub("", plain)
    return re.sub(r"[\s,，.。;；:：、“”\"'‘’()（）]+", "", plain)


def _declarations(context: Context) -> Iterator[tuple[Section, tuple[Paragraph, ...], str]]:
    """Sections with commitments that the draft has: section, its paragraphs, their words."""
    for section in context.form.sections:
        if section.commitments and section.number in context.draft.headings:
            text = context.draft.texts.get(section.number)
            paragraphs = text.everything if text else ()
            yield section, paragraphs, _letters("".join(paragraph.text for paragraph in paragraphs))


@rule(id="commitment", kind="declaration", title="承诺内容缺失或被改动")
def commitment(context: Context) -> Iterator[Problem]:
    """Each sentence of the declaration stands in it word by word; 近3年 for 近三年 is only told."""
    for section, paragraphs, whole in _declarations(context):
        for item in section.commitments:
            if _letters(item.text) in whole:
                continue
            same = _letters(item.text).translate(_NUMERALS) in whole.translate(_NUMERALS)
            severity: Severity | None = "info" if same else None
            heading = context.draft.headings[section.number]
            yield _altered(section, item, paragraphs, heading, severity)


def _altered(
    section: Section,
    item: Commitment,
    paragraphs: tuple[Paragraph, ...],
    heading: Place,
    severity: Severity | None,
) -> Problem:
    pieces = [
        (
            Levenshtein.normalized_similarity(_letters(piece), _letters(item.text)),
            piece.strip(),
            paragraph.place,
        )
        for paragraph in paragraphs
        for piece in re.split(r"(?<=[；;。])", paragraph.text)
        if piece.strip()
    ]
    likeness, nearest, place = max(pieces, key=lambda entry: entry[0], default=(0.0, "", heading))
    if likeness < _COMMITMENT_LIKENESS:
        return Problem(
            section=section.number,
            message=f"真实性声明缺少承诺：“{item.text}”",
            advice="请按报告格式补上原文。",
            expected=item.text,
            place=heading,
        )
    return Problem(
        section=section.number,
        message=f"真实性声明的承诺与格式原文不同：写作“{nearest}”。",
        advice=f"请改回原文：“{item.text}”",
        found=nearest,
        expected=item.text,
        place=place,
        severity=severity,
    )


@rule(id="commitment-qualified", kind="declaration", title="承诺后附有保留", severity="warning")
def commitment_qualified(context: Context) -> Iterator[Problem]:
    """Words added to the declaration take something out of it (除……外, 正在整改)."""
    for section, paragraphs, whole in _declarations(context):
        own = "".join(_letters(item.text) for item in section.commitments)
        for paragraph in paragraphs:
            found = _QUALIFIED.search(flat(paragraph.text))
            if found and whole and _letters(found.group()) not in own:
                yield Problem(
                    section=section.number,
                    message=f"真实性声明附有保留：“{found.group()}”。",
                    advice="声明应与格式原文一致；确有需要说明的事项，请另附说明并先与主管部门沟通。",
                    found=found.group(),
                    place=paragraph.place,
                )
